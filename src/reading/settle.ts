import { parseAmount } from '../cells/amount';
import { leavesOut, letsIn } from '../plan/answers';
import type { SourceContext } from './context';
import type { Asked } from './facts';
import { isDateNumber, nameOf, textOf, type GridCell } from './grid';
import type { Column, Header } from './header';
import { excludeChoice, includeChoice } from './judgement';
import { mayHoldMoney, saysThousands } from './vocabulary';

/** What stands in the header, above it, or repeats it says what the columns hold and is no amount. */
export function settleHeader({ fates, grid }: SourceContext, header: Header | null, rows: readonly number[]): void {
  if (header === null) return;
  const data = new Set(rows);
  for (const row of grid.rows) {
    if (data.has(row)) continue;
    const reason = header.rows.includes(row) ? 'Header.' : row < Math.min(...header.rows) ? 'Above the header.' : 'Header, repeated.';
    for (const cell of grid.filledIn(row)) fates.ignore(cell, reason);
  }
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

/**
 * A sheet in thousands is not read: a formula that fetches 7 from it would put 7 on the form. Asks at the cell that says
 * so, in the header or above it, and gives it while that is open.
 */
export function askForUnits({ grid, fates, answers }: SourceContext, header: Header | null): GridCell | null {
  if (header === null) return null;
  const last = header.rows.at(-1) ?? 0;
  const settled = ({ address }: GridCell): boolean => letsIn(answers.at(address)) || leavesOut(answers.at(address));
  const cell = grid.rows.filter((row) => row <= last).flatMap((row) => grid.filledIn(row)).find((one) => saysThousands(textOf(one)) && !settled(one));
  if (cell === undefined) return null;
  fates.ask({
    cell: cell.address,
    code: 'IN_THOUSANDS',
    text: `${nameOf(cell)} says "${cell.shown}": these amounts seem to be in thousands. They are not counted; put dollars in the sheet, or say that they are dollars.`,
    choices: [{ ...includeChoice, says: 'They are dollars' }],
  });
  return cell;
}

/** Blank is not zero: where an amount is needed, its absence is asked about. */
export const missingAmount = (cell: GridCell): Omit<Asked, 'about'> => ({
  cell: cell.address,
  code: 'AMOUNT_MISSING',
  text: `${nameOf(cell)} is blank, and blank is not zero. Enter the amount there, or say that it is zero.`,
  choices: [{ answer: 'zero', says: 'It is zero' }, excludeChoice],
});
