import { leavesOut, letsIn } from '../plan/answers';
import { nameOf } from './grid';
import { excludeChoice, includeChoice, yearChoices } from './judgement';
import { inList } from './sentences';
import { amountsIn, yearOfRow, type Table, type YearRow } from './table';

/** Gives each row its year. A row without one, and a year that stands in several rows, are asked. */
export function yearsSettled(table: Table, rows: readonly number[]): readonly YearRow[] {
  const dated = rows.flatMap((row) => datedRow(table, row));
  const byYear = new Map<number, number[]>();
  for (const { row, year } of dated) byYear.set(year, [...(byYear.get(year) ?? []), row]);
  return dated.filter((one) => isOnce(table, one, byYear.get(one.year) ?? []));
}

function datedRow(table: Table, row: number): readonly YearRow[] {
  const { grid, fates, answers, years } = table.context;
  const amounts = amountsIn(table, row);
  const yearCell = grid.at(row, table.yearColumn.column);
  if (leavesOut(answers.at(yearCell.address))) {
    for (const cell of amounts) fates.exclude(cell, 'Left out by the preparer.', yearCell.address);
    return [];
  }
  if (amounts.length === 0) return [];
  const found = yearOfRow(table, row);
  if (found.kind === 'year') return [{ row, year: found.year }];
  const says = yearCell.blank ? `${nameOf(yearCell)} names no year` : `${nameOf(yearCell)} says "${yearCell.shown}"`;
  fates.ask({
    cell: yearCell.address,
    code: 'YEAR_UNKNOWN',
    text: `Row ${row} holds amounts, but ${says}. Nothing in the row is counted until you say which year it is of.`,
    choices: [...yearChoices(years), excludeChoice],
  });
  for (const cell of amounts) fates.wait(cell, yearCell.address);
  return [];
}

function isOnce(table: Table, { row, year }: YearRow, rows: readonly number[]): boolean {
  const { grid, fates, answers } = table.context;
  const yearCell = grid.at(row, table.yearColumn.column);
  if (rows.length === 1 || letsIn(answers.at(yearCell.address))) return true;
  fates.ask({
    cell: yearCell.address,
    code: 'YEAR_TWICE',
    text: `${year} stands in the rows ${inList(rows.map(String))}. Row ${row} is not counted until you say whether it counts.`,
    choices: [{ ...includeChoice, says: 'Count this row too' }, excludeChoice],
  }, [year]);
  for (const cell of amountsIn(table, row)) fates.wait(cell, yearCell.address);
  return false;
}

/** Years without a row between the first and the last change nothing, but someone may have forgotten them. */
export function warnOfGaps({ context, yearColumn }: Table, dated: readonly YearRow[]): void {
  const years = new Set(dated.map(({ year }) => year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const missing = Array.from({ length: years.size === 0 ? 0 : last - first }, (_, index) => first + index).filter((year) => !years.has(year));
  if (missing.length === 0) return;
  context.fates.warn(yearColumn.cell?.address ?? null, 'YEARS_MISSING',
    `No row is for ${missing.join(', ')}. The basis is carried over ${missing.length === 1 ? 'that year' : 'those years'} as if nothing had happened.`);
}
