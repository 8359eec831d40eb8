import type { AnyInputName } from '../forms/form8606';
import type { Block } from './block';

/**
 * Where the preparer departs from the sources: a line, a reason, and an amount to add. Never over a formula, so that the
 * trail from the source cell stays whole; the amounts enter the build-up of their line.
 */
export const ADJUSTMENT_ROWS = 4;

/** The input that takes up an adjustment of a line, and which way: basis taken off is an input of its own. */
export const adjustableInputs: Readonly<Partial<Record<AnyInputName, { readonly line: string; readonly takes: 'all' | 'above zero' | 'below zero' }>>> = {
  contributionsInYear: { line: '1', takes: 'all' },
  contributionsAfterYearEnd: { line: '4', takes: 'all' },
  basisAdded: { line: '2', takes: 'above zero' },
  basisRemoved: { line: '2', takes: 'below zero' },
  accountValues: { line: '6', takes: 'all' },
  distributions: { line: '7', takes: 'all' },
  conversions: { line: '8', takes: 'all' },
  'roth nonqualified': { line: '19', takes: 'all' },
  'roth homebuyer': { line: '20', takes: 'all' },
  'roth contributionBasis': { line: '22', takes: 'all' },
  'roth conversionBasis': { line: '24', takes: 'all' },
};

const lines = [...new Set(Object.values(adjustableInputs).map(({ line }) => line))].sort((one, other) => Number(one) - Number(other));

export const adjustmentId = (number: number): string => `Adjustment ${number}`;
export const adjustmentIds: readonly string[] = Array.from({ length: ADJUSTMENT_ROWS }, (_, index) => adjustmentId(index + 1));

export const adjustments: Block = {
  title: `Adjustments by the preparer   Line (${lines.slice(0, -1).join(', ')} or ${lines.at(-1)!}), reason, amount to add (below zero: to take off)`,
  rows: adjustmentIds.map((id) => ({ id, preparers: ['mark', 'label', 'amount'] })),
};

/** What is added to an input, as a formula; `total` is the sum of the adjustments of its line. */
export const takenUp = (input: AnyInputName, total: string): string | null => {
  const takes = adjustableInputs[input]?.takes;
  return takes === undefined ? null : { 'all': total, 'above zero': `MAX(0,${total})`, 'below zero': `MAX(0,-${total})` }[takes];
};
