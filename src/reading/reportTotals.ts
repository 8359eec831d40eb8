import { inWords } from '../engine/words';
import type { SourceContext } from './context';
import { nameOf } from './grid';
import { inList, sentenceCase } from './sentences';
import type { ColumnTotal, Totals } from './totals';

/**
 * Sets the total rows aside and compares each with what was read. A total over rows that were all counted should be what
 * was counted; one over rows of which some were left out is compared with all of them, and a difference is told beside it.
 */
export function reportTotals({ grid, fates }: SourceContext, totals: Totals): void {
  for (const { row, by, sums } of totals.rows.values()) {
    const [first] = sums;
    if (first === undefined) continue;
    const wrong = sums.filter(({ shown, expected }) => expected !== null && !expected.equals(shown));
    const counted = wrong.filter(({ addends }) => addends.every(({ address }) => fates.of(address)?.kind === 'used'));
    const others = wrong.filter((sum) => !counted.includes(sum));
    const shown = sums.map(({ cell }) => `${nameOf(cell)}: ${cell.shown}`).join('; ');
    const remark = others.length === 0 ? '' : ` ${others.map(difference).join(' ')}`;
    fates.warn(first.cell.address, 'TOTAL_ROW_IGNORED', `${sentenceCase(grid.nameOfRow(row))} is a total and is not counted (${shown}): ${by}.${remark}`);
    if (counted[0] !== undefined) fates.warn(counted[0].cell.address, 'SOURCE_TOTAL_DISAGREES', counted.map(difference).join(' '));
    for (const cell of grid.filledIn(row)) fates.ignore(cell, `Total ${grid.isTurned ? 'column' : 'row'}: ${by}.`);
  }
}

function difference({ cell, shown, expected, addends }: ColumnTotal): string {
  const text = addends.filter(({ value }) => typeof value === 'string').map(nameOf);
  const because = cell.formula !== null && text.length > 0 ? ` Excel's SUM passes over amounts that are text (${inList(text)}).` : '';
  return `${nameOf(cell)} shows ${inWords(shown)}, but the rows that it should add up come to ${expected === null ? '?' : inWords(expected)}.${because}`;
}
