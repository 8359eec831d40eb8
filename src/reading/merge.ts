import { cellKey, formatCell } from '../cells/address';
import { detailsOf } from '../plan/answers';
import { roles, type Role } from '../plan/plan';
import type { Answers } from './context';
import type { Warning } from './facts';
import type { Counted, Fate, SelectionFates } from './fates';

const rank: Readonly<Record<Fate['kind'], number>> = { used: 3, asked: 2, excluded: 1, ignored: 0 };

/**
 * One fate for each cell, though selections may overlap: what counts it stands over what does not. A cell that two
 * selections count for the same is counted once; for different things, it is asked.
 */
export function merged(selections: readonly SelectionFates[], answers: Answers, warnings: Warning[]): readonly Fate[] {
  const byCell = new Map<string, { readonly fate: Fate; readonly role: Role }>();
  for (const { role, fates } of selections) {
    for (const fate of inOrder(fates.all())) {
      const key = cellKey(cellOf(fate));
      const earlier = byCell.get(key);
      if (earlier === undefined || rank[fate.kind] > rank[earlier.fate.kind]) byCell.set(key, { fate, role });
      else if (fate.kind === 'used' && earlier.fate.kind === 'used') {
        byCell.set(key, ofTwo({ fate: earlier.fate, role: earlier.role }, { fate, role }, detailsOf(answers.at(fate.counted.cell)).role, warnings));
      }
    }
  }
  return [...byCell.values()].map(({ fate }) => fate);
}

const cellOf = (fate: Fate) => (fate.kind === 'used' ? fate.counted.cell : fate.kind === 'asked' ? fate.asked.cell : fate.aside.cell);

const inOrder = (fates: readonly Fate[]): readonly Fate[] =>
  [...fates].sort((a, b) => cellOf(a).row - cellOf(b).row || cellOf(a).column - cellOf(b).column);

interface Use {
  readonly fate: Fate & { readonly kind: 'used' };
  readonly role: Role;
}

/** What becomes of a cell that two selections count: the same twice is once; otherwise the preparer says for which role. */
function ofTwo(first: Use, second: Use, answered: Role | undefined, warnings: Warning[]): { readonly fate: Fate; readonly role: Role } {
  const { cell, shown } = first.fate.counted;
  if (first.role === second.role || sameUse(first.fate.counted, second.fate.counted)) {
    warnings.push({ cell, code: 'SELECTED_TWICE', text: `${formatCell(cell)} lies in two selections. It is counted once.` });
    return first;
  }
  const chosen = [first, second].find(({ role }) => role === answered);
  if (chosen !== undefined) return chosen;
  const both = [first.role, second.role];
  const asked = {
    cell,
    about: 'cell' as const,
    code: 'SELECTED_FOR_TWO_THINGS',
    text: `${formatCell(cell)} shows ${shown} and lies in two selections: ${both.map((role) => roles[role]).join('; ')}. It is not counted until you say which it is.`,
    choices: both.map((role) => ({ answer: { role }, says: `It is of: ${roles[role]}` })),
  };
  return { role: second.role, fate: { kind: 'asked', asked, years: null } };
}

const sameUse = (a: Counted, b: Counted): boolean => a.input === b.input && a.year === b.year && a.statesCarry === b.statesCarry && a.amount.equals(b.amount);
