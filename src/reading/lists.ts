import { cellKey, formatCell, type CellAddress } from '../cells/address';
import type { Asked, SetAside } from './facts';
import type { Counted, Fate } from './fates';

/** The cells of a reading that are not used, as they are sorted out: asked about, excluded, ignored. */
export class Lists {
  readonly asked: Asked[] = [];
  private readonly aside: { readonly kind: 'excluded' | 'ignored'; readonly aside: SetAside; readonly waitsFor: CellAddress | null }[] = [];
  /** Why a question is not put, by the cell that it was about. */
  private readonly dropped = new Map<string, string>();
  /** A cell that counted for two things is left out once. */
  private readonly leftOut = new Set<string>();

  constructor(fates: readonly Fate[]) {
    for (const fate of fates) {
      if (fate.kind === 'excluded' || fate.kind === 'ignored') this.aside.push({ kind: fate.kind, aside: fate.aside, waitsFor: fate.waitsFor });
    }
  }

  /** Puts a question, unless there is a reason for which its answer does not matter. */
  ask(asked: Asked, pointless: string | null = null): void {
    if (pointless === null) {
      this.asked.push(asked);
      return;
    }
    this.dropped.set(cellKey(asked.cell), pointless);
    this.aside.push({ kind: 'ignored', aside: { cell: asked.cell, shown: '', label: null, reason: pointless }, waitsFor: null });
  }

  /** Leaves out what had been counted. A blank that stood for zero is no money, and is ignored. */
  leaveOut({ cell, shown, label, blank }: Counted, reason: string): void {
    if (this.leftOut.has(cellKey(cell))) return;
    this.leftOut.add(cellKey(cell));
    this.aside.push({ kind: blank ? 'ignored' : 'excluded', aside: { cell, shown, label, reason }, waitsFor: null });
  }

  get excluded(): readonly SetAside[] {
    return this.ofKind('excluded');
  }

  get ignored(): readonly SetAside[] {
    return this.ofKind('ignored');
  }

  private ofKind(kind: 'excluded' | 'ignored'): readonly SetAside[] {
    return this.aside.filter((one) => one.kind === kind).map(({ aside, waitsFor }) => {
      if (waitsFor === null) return aside;
      return { ...aside, reason: this.dropped.get(cellKey(waitsFor)) ?? `Waits for the answer at ${formatCell(waitsFor)}.` };
    });
  }
}
