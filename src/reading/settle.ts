import { parseAmount } from '../cells/amount';
import { yearsIn } from '../cells/year';
import type { SourceContext } from './context';
import type { Asked } from './facts';
import { isDateNumber, nameOf, type GridCell } from './grid';
import { isRule, type Column, type Header } from './header';
import { excludeChoice } from './judgement';
import { inList } from './sentences';
import { mayHoldMoney } from './vocabulary';

/** What stands in the header, above it, or repeats it says what the columns hold and is no amount. */
export function settleHeader({ fates, grid }: SourceContext, header: Header | null, rows: readonly number[]): void {
  if (header === null) return;
  const data = new Set(rows);
  warnOfAmountsAbove({ fates, grid }, header);
  for (const row of grid.rows) {
    if (data.has(row)) continue;
    const reason = header.rows.includes(row) ? 'Header.' : row < Math.min(...header.rows) ? 'Above the header.' : isRule(grid, row) ? 'A rule or a unit.' : 'Header, repeated.';
    for (const cell of grid.filledIn(row)) fates.ignore(cell, reason);
  }
}

/** A figure above the header, beside words of its own, belongs to no column that is read; somebody may think it counts. */
function warnOfAmountsAbove({ fates, grid }: Pick<SourceContext, 'fates' | 'grid'>, header: Header): void {
  const first = Math.min(...header.rows);
  const above = grid.isTurned ? [] : grid.rows.filter((row) => row < first).flatMap((row) => grid.filledIn(row)).filter((cell) =>
    !isDateNumber(cell) && parseAmount(cell.value).kind === 'amount' && yearsIn(String(cell.value)).length === 0);
  const [cell] = above;
  if (cell !== undefined) fates.warn(cell.address, 'AMOUNT_ABOVE_HEADER', `Not counted, for it stands above the header in row ${first}: ${inList(above.map((one) => `${nameOf(one)} (${one.shown})`), 3)}. Select it apart if it should count.`);
}

/** Until it is known which column is which, every amount that may be meant waits. */
export function waitForColumns({ grid, fates }: SourceContext, columns: readonly Column[], rows: readonly number[], asked: GridCell): void {
  const open = columns.filter(({ concept }) => mayHoldMoney(concept));
  for (const row of rows) {
    for (const cell of open.map(({ column }) => grid.at(row, column))) {
      if (!cell.blank && !isDateNumber(cell) && parseAmount(cell.value).kind === 'amount') fates.wait(cell, asked.address);
    }
  }
}

/** Blank is not zero: where an amount is needed, its absence is asked about. */
export const missingAmount = (cell: GridCell): Omit<Asked, 'about'> => ({
  cell: cell.address,
  code: 'AMOUNT_MISSING',
  text: `${nameOf(cell)} is blank, and blank is not zero. Enter the amount there, or say that it is zero.`,
  choices: [{ answer: 'zero', says: 'It is zero' }, excludeChoice],
});
