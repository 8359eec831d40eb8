import { yearsIn } from '../cells/year';
import { leavesOut, letsIn } from '../plan/answers';
import type { Asked } from './facts';
import { textOf } from './grid';
import { excludeChoice, includeChoice, yearChoices } from './judgement';
import { inList, sentenceCase } from './sentences';
import { amountsIn, headOf, holdsOnlyWords, mentions, statedYear, yearOfRow, type Table, type YearRow } from './table';

/** Gives each row its year. A row without one, and a year that stands in several rows, are asked. */
export function yearsSettled(table: Table, rows: readonly number[]): readonly YearRow[] {
  const dated = rows.flatMap((row) => datedRow(table, rows, row));
  const byYear = new Map<number, number[]>();
  for (const { row, year } of dated) byYear.set(year, [...(byYear.get(year) ?? []), row]);
  return dated.filter((one) => isOnce(table, one, byYear.get(one.year) ?? []));
}

function datedRow(table: Table, rows: readonly number[], row: number): readonly YearRow[] {
  const { grid, fates, answers } = table.context;
  const amounts = amountsIn(table, row);
  const { cell: head, apart } = headOf(table, row);
  if (apart && leavesOut(answers.at(head.address))) {
    for (const cell of amounts) fates.exclude(cell, 'Left out by the preparer.', head.address);
    return [];
  }
  if (amounts.length === 0) return [];
  if (statedYear(table, row).kind === 'none' && holdsOnlyWords(table, row)) return [];
  const { found, says } = yearOfRow(table, row);
  if (found.kind === 'year') return [{ row, year: found.year, says }];
  const why = found.kind === 'unclear' && table.yearColumn === null ? `and ${found.why.charAt(0).toLowerCase()}${found.why.slice(1).replace(/\.$/u, '')}` : `but ${mentions(head)}`;
  fates.ask({
    cell: head.address,
    code: 'YEAR_UNKNOWN',
    text: `${sentenceCase(grid.nameOfRow(row))} holds amounts, ${why}. Nothing in the ${grid.isTurned ? 'column' : 'row'} is counted until you say which year it is of.`,
    choices: [...likelyYears(table, rows, row), excludeChoice],
  });
  for (const cell of amounts) fates.wait(cell, head.address);
  return [];
}

/** The years that its own words name ("2021 (late filed)"), those of the plan, and the one that would follow the year of the row before. */
function likelyYears(table: Table, rows: readonly number[], row: number): Asked['choices'] {
  const years = rows.flatMap((other) => {
    const stated = statedYear(table, other);
    return stated.kind === 'year' ? [{ row: other, year: stated.year }] : [];
  });
  const before = years.filter((one) => one.row < row).at(-1);
  const next = before === undefined || years.some(({ year }) => year === before.year + 1) ? [] : [before.year + 1];
  return yearChoices([...new Set([...yearsIn(textOf(headOf(table, row).cell)), ...next, ...table.context.years])].sort((a, b) => a - b));
}

function isOnce(table: Table, { row, year }: YearRow, rows: readonly number[]): boolean {
  const { grid, fates, answers } = table.context;
  const { cell: head } = headOf(table, row);
  if (rows.length === 1 || letsIn(answers.at(head.address))) return true;
  const kind = grid.isTurned ? 'column' : 'row';
  fates.ask({
    cell: head.address,
    code: 'YEAR_TWICE',
    text: `${year} stands in the ${kind}s ${inList(rows.map((one) => grid.nameOfRow(one).replace(`${kind} `, '')))}. ${sentenceCase(grid.nameOfRow(row))} is not counted until you say whether it counts.`,
    choices: [{ ...includeChoice, says: `Count this ${kind} too` }, excludeChoice],
  }, [year]);
  for (const cell of amountsIn(table, row)) fates.wait(cell, head.address);
  return false;
}

/** Years without a row between the first and the last: someone may have forgotten them, and basis with them. */
export function askAboutGaps(table: Table, dated: readonly YearRow[]): void {
  const { context, yearColumn } = table;
  const years = new Set(dated.map(({ year }) => year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const missing = Array.from({ length: years.size === 0 ? 0 : last - first }, (_, index) => first + index).filter((year) => !years.has(year));
  const after = dated.find(({ year }) => years.has(year) && missing.includes(year - 1));
  if (after === undefined || yearColumn === null) return;
  const place = yearColumn.cell ?? headOf(table, after.row).cell;
  if (letsIn(context.answers.at(place.address))) return;
  const those = missing.length === 1 ? 'that year' : 'those years';
  context.fates.askOfYear({
    cell: place.address,
    code: 'YEARS_MISSING',
    text: `No ${context.grid.isTurned ? 'column' : 'row'} is for ${missing.join(', ')}. Until you say, the basis is carried over ${those} as if nothing had happened; if something had, select ${those} too.`,
    choices: [{ ...includeChoice, says: `Nothing happened in ${those}` }],
  }, missing);
}
