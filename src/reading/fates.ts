import { cellKey, type CellAddress } from '../cells/address';
import type { Role } from '../plan/plan';
import type { CellAmount } from './amountCell';
import type { Asked, BoxCell, BoxRead, Form1099rRead, SetAside, Ties, UsedCell, Warning } from './facts';
import type { GridCell } from './grid';

/** A cell that is counted, before it is settled which years the plan needs. */
export interface Counted extends UsedCell {
  readonly year: number;
  /** The source says that the contribution was not deducted. */
  readonly nondeductible: boolean;
  /** What a person sees in the cell. */
  readonly shown: string;
  /** Not an input of the year but what the source states of the basis at its end. */
  readonly statesCarry: boolean;
  /** Of a contribution that was returned or recharacterized to Roth: whether it had been made after year end, where that is known. */
  readonly wasLate?: boolean;
}

export type Fate =
  /** `also`: what the same cell counts for besides, in the same year. */
  | { readonly kind: 'used'; readonly counted: Counted; readonly also: readonly Counted[] }
  /** The years that the answer may matter to; null where any may be. */
  | { readonly kind: 'asked'; readonly asked: Asked; readonly years: readonly number[] | null }
  | { readonly kind: 'excluded' | 'ignored'; readonly aside: SetAside; readonly waitsFor: CellAddress | null };

/** One selection with its role and what became of its cells. */
export interface SelectionFates {
  readonly role: Role;
  readonly range: string;
  readonly fates: Fates;
}

/** What becomes of the cells of one selection. The first fate that a cell is given is its fate, but a question is never passed over. */
export class Fates {
  readonly warnings: Warning[] = [];
  /** Year-end values that are blank, by the year whose line 6 lacks them. */
  readonly missingValues: { readonly year: number; readonly cell: CellAddress }[] = [];
  readonly boxes: BoxCell[] = [];
  readonly boxesRead: BoxRead[] = [];
  readonly forms1099r: Form1099rRead[] = [];
  readonly ofYears: { readonly asked: Asked; readonly years: readonly number[] }[] = [];
  private readonly byCell = new Map<string, Fate>();

  use(counted: Counted, also: readonly Counted[] = []): void {
    this.settle(counted.cell, { kind: 'used', counted, also });
  }

  /** Leaves out what had been counted; what the same cell counts for besides stands. */
  leaveOut(cell: CellAddress, isLeftOut: (counted: Counted) => boolean, reason: string): void {
    const fate = this.of(cell);
    if (fate?.kind !== 'used') return;
    const [counted, ...also] = [fate.counted, ...fate.also].filter((one) => !isLeftOut(one));
    const { shown, label } = fate.counted;
    this.byCell.set(cellKey(cell), counted === undefined
      ? { kind: 'excluded', aside: { cell, shown, label, reason }, waitsFor: null }
      : { kind: 'used', counted, also });
  }

  /** A question, and the years that its answer may matter to: those that it offers, unless they are given. */
  ask(asked: Omit<Asked, 'about'>, years: readonly number[] | null = null): void {
    const offered = yearsOffered(asked.choices);
    this.settle(asked.cell, { kind: 'asked', asked: { ...asked, about: 'cell' }, years: years ?? (offered.length > 0 ? offered : null) });
  }

  /** A question about years that no cell is kept waiting for. It is put where `asked` says, whatever that cell is. */
  askOfYear(asked: Omit<Asked, 'about'>, years: readonly number[]): void {
    this.ofYears.push({ asked: { ...asked, about: 'year' }, years });
  }

  /** Money that is not counted. */
  exclude(cell: GridCell, reason: string, label: CellAddress | null = null): void {
    this.settle(cell.address, { kind: 'excluded', aside: { cell: cell.address, shown: cell.shown, label, reason }, waitsFor: null });
  }

  /** Headers, totals, blanks, notes and whatever else is no money of this form. */
  ignore(cell: GridCell, reason: string): void {
    this.settle(cell.address, { kind: 'ignored', aside: { cell: cell.address, shown: cell.shown, label: null, reason }, waitsFor: null });
  }

  /** Money that waits for the answer to a question about another cell. */
  wait(cell: GridCell, asked: CellAddress): void {
    this.settle(cell.address, { kind: 'excluded', aside: { cell: cell.address, shown: cell.shown, label: null, reason: '' }, waitsFor: asked });
  }

  warn(cell: CellAddress | null, code: string, text: string): void {
    this.warnings.push({ cell, code, text });
  }

  /** Keeps an amount of a form for the comparison with the lines. */
  tie(cell: GridCell, read: CellAmount & { readonly kind: 'amount' }, year: number, ties: Ties): void {
    this.boxes.push({
      cell: cell.address, year, ties, amount: read.amount.abs(), sign: read.amount.isNegative() ? -1 : 1, text: read.text,
      ...(read.answered ? { answered: true as const } : {}), ...(read.scale === undefined ? {} : { scale: read.scale }),
    });
  }

  of(cell: CellAddress): Fate | undefined {
    return this.byCell.get(cellKey(cell));
  }

  all(): readonly Fate[] {
    return [...this.byCell.values()];
  }

  private settle(cell: CellAddress, fate: Fate): void {
    const key = cellKey(cell);
    const earlier = this.byCell.get(key);
    if (earlier === undefined || (earlier.kind === 'ignored' && fate.kind === 'asked')) this.byCell.set(key, fate);
  }
}

/** The years that the choices of a question offer. */
export function yearsOffered(choices: Asked['choices']): readonly number[] {
  return choices.flatMap(({ answer }) => (typeof answer === 'object' && answer !== null && 'year' in answer && typeof answer.year === 'number' ? [answer.year] : []));
}
