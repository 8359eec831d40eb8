import { detailsOf, leavesOut, saysItCounts } from '../plan/answers';
import { amountIn, zeroAt, type CellAmount } from './amountCell';
import type { SourceContext } from './context';
import { contributionYear, saysNondeductible } from './contributions';
import { yearsOffered, type Counted } from './fates';
import { yearOfFlow } from './flows';
import { nameOf, type GridCell } from './grid';
import { findHeader } from './header';
import { excludeChoice, type Judgement } from './judgement';
import { dataRows } from './listLayout';
import { belongsTo, leaveOthersColumns, ownersOfRows } from './owners';
import { countedFrom, isNegative, settlePending, type Pending } from './pending';
import { reportTotals } from './reportTotals';
import { askForUnits, missingAmount, settleHeader, waitForColumns } from './settle';
import { amountsIn, dateFor, moneyColumns, textsIn, yearOfRow, type MoneyColumn, type Table, type YearRow } from './table';
import { askForColumns, askForYears, columnsOfTable } from './tableColumns';
import { lateCell, lateShare } from './tableLate';
import { warnOfGaps, yearsSettled } from './tableYears';
import { findTotals } from './totals';

/** Reads a table with a row for each year: the tracker that the articles teach. All its years are read. */
export function readYearTable(context: SourceContext): void {
  const { grid } = context;
  const header = findHeader(grid, context.date1904);
  const rows = dataRows(grid, header);
  const columns = leaveOthersColumns(context, columnsOfTable(context, header?.columns ?? null, rows), rows);
  const waitsFor = askForColumns(context, columns, rows);
  const known = columns.filter(({ column }) => !waitsFor.has(column));
  const yearColumn = known.find(({ concept }) => concept === 'tax_year');
  const open = askForUnits(context, header) ?? (yearColumn === undefined ? [...waitsFor.values()][0] ?? askForYears(context, columns) : null);
  if (open !== null || yearColumn === undefined) {
    settleHeader(context, header, rows);
    if (open !== null) waitForColumns(context, columns, rows, open);
    return;
  }
  settleHeader(context, header, rows);
  for (const [column, asked] of waitsFor) waitForColumns(context, columns.filter((one) => one.column === column), rows, asked);
  readRows({ context, rows, columns: known, money: moneyColumns(known), yearColumn });
}

function readRows(table: Table): void {
  const { context, rows, money } = table;
  const totals = findTotals(context.grid, rows, money.map(({ column }) => column), (row) => ({ label: labelIn(table, row), own: yearOfRow(table, row).kind === 'year' }));
  const dated = yearsSettled(table, rowsOfPerson(table, rows.filter((row) => !totals.rows.has(row))));
  const pending: Pending[] = [];
  for (const row of dated) for (const column of money) readAmount(table, row, column, dated, pending);
  settlePending(context, pending);
  reportTotals(context, totals);
  warnOfGaps(table, dated);
}

const labelIn = (table: Table, row: number): string => textsIn(table, row).find(({ concept }) => concept !== 'notes' && concept !== 'source')?.text ?? '';

function rowsOfPerson(table: Table, rows: readonly number[]): readonly number[] {
  const { context, columns } = table;
  const ownerOf = ownersOfRows(context, columns, rows);
  return rows.filter((row) => {
    const owner = ownerOf(row);
    if ('of' in owner && owner.of === context.plan.person) return true;
    for (const cell of amountsIn(table, row)) {
      if ('waitsFor' in owner) context.fates.wait(cell, owner.waitsFor.address);
      else context.fates.exclude(cell, owner.of === 'ignore' ? 'In a joint or total row.' : belongsTo(owner.of));
    }
    return false;
  });
}

function readAmount(table: Table, row: YearRow, column: MoneyColumn, all: readonly YearRow[], pending: Pending[]): void {
  const { grid, fates, answers } = table.context;
  const { concept, input, signs } = column;
  const cell = grid.at(row.row, column.column);
  const label = column.cell?.address ?? null;
  const answer = answers.at(cell.address);
  if (leavesOut(answer)) return fates.exclude(cell, 'Left out by the preparer.', label);
  const read = amountIn(cell, answer);
  if (read.kind === 'ask') {
    if (concept === 'fmv_year_end') fates.missingValues.push({ year: row.year, cell: cell.address });
    return fates.ask(read.asked, [row.year]);
  }
  if (read.kind === 'blank' && (concept === 'basis_begin' || concept === 'basis_end')) return fates.ignore(cell, 'Blank: no basis is stated.');
  if (read.kind === 'blank' && concept === 'fmv_year_end') return blankValue(table, row, cell);
  const amount = read.kind === 'blank' ? zeroAt(cell) : read;
  if (isNegative(amount) && signs === 'positive') return askNegative(table, row, cell, amount);
  const judgement = judge(table, row, column, cell, amount);
  if (judgement.kind === 'exclude') return fates.exclude(cell, judgement.reason, label);
  if (judgement.kind === 'ask') {
    return fates.ask({ cell: cell.address, code: judgement.code, text: `${nameOf(cell)} shows ${cell.shown}. ${judgement.why} It is not counted until you say.`, choices: judgement.choices }, [row.year, ...yearsOffered(judgement.choices)]);
  }
  const counted = placed(table, row, column, countedFrom(cell, amount, judgement, label), all);
  if (counted === null) return fates.ignore(cell, `Line 2 of ${row.year} comes from ${row.year - 1}, whose basis at its end stands in another column.`);
  const late = input === 'contributionsInYear' ? lateCell(table, row.row) : null;
  const settled = late === null || counted.input !== 'contributionsInYear' ? counted : lateShare(table, counted, amount, late, pending);
  if (settled === null) return;
  pending.push({ cell, read: amount, counted: settled, signs, group: concept, answered: saysItCounts(answer) });
}

/** What the row makes of one of its amounts. A date matters only beside an amount that is not zero. */
function judge(table: Table, row: YearRow, { concept, input }: MoneyColumn, cell: GridCell, amount: CellAmount & { readonly kind: 'amount' }): Judgement {
  const { context } = table;
  const { year } = row;
  const answer = context.answers.at(cell.address);
  const nothing = amount.amount.isZero();
  const date = nothing ? ({ kind: 'none' } as const) : dateFor(table, row, concept);
  const note = cell.blank ? `blank, taken as zero for ${year}` : `in the row of ${year}`;
  if (concept === 'contribution_nondeductible' || concept === 'contribution_total') {
    const nondeductible = concept === 'contribution_nondeductible' || saysNondeductible({ texts: textsIn(table, row.row) });
    if (nothing) return { kind: 'count', input, year, note, nondeductible };
    return contributionYear({ statedFor: year, unclear: null, planned: null, date, answered: detailsOf(answer).year }, context, nondeductible);
  }
  if (concept === 'converted' && !nothing && date.kind !== 'none') return yearOfFlow({ answer, date, year: { kind: 'year', year } }, context, input, true);
  return { kind: 'count', input, year: detailsOf(answer).year ?? year, note };
}

/**
 * Basis at the end of a year is there to compare with. Basis at the beginning is line 2 of the first year; for later
 * years it states the carry of the year before. Null where that is stated in a column of its own.
 */
function placed({ columns }: Table, { year }: YearRow, { concept }: MoneyColumn, counted: Counted, all: readonly YearRow[]): Counted | null {
  const carry = (of: number): Counted => ({ ...counted, year: of, statesCarry: true, note: `basis stated for the end of ${of}` });
  if (concept === 'basis_end') return carry(year);
  if (concept !== 'basis_begin' || !all.some((other) => other.year === year - 1)) return counted;
  return columns.some((column) => column.concept === 'basis_end') ? null : carry(year - 1);
}

/** A blank year-end value matters only when something was converted or distributed; then it is missing, not zero. */
function blankValue({ context, money }: Table, { row, year }: YearRow, cell: GridCell): void {
  const moved = money.filter(({ concept }) => concept === 'converted' || concept === 'distribution_other').some(({ column }) => {
    const other = context.grid.at(row, column);
    const read = amountIn(other, context.answers.at(other.address));
    return read.kind === 'ask' || (read.kind === 'amount' && !read.amount.isZero());
  });
  if (!moved) return context.fates.ignore(cell, `Blank, and not needed: nothing was converted or distributed in ${year}.`);
  context.fates.missingValues.push({ year, cell: cell.address });
  context.fates.ask(missingAmount(cell), [year]);
}

function askNegative({ context }: Table, { year }: YearRow, cell: GridCell, { amount }: Pending['read']): void {
  context.fates.ask({
    cell: cell.address,
    code: 'NEGATIVE_AMOUNT',
    text: `${nameOf(cell)} shows ${cell.shown}, a negative amount where none is expected. It is not counted until you say what it is.`,
    choices: [{ answer: { amount: amount.abs().toString() }, says: 'The sign is a mistake' }, excludeChoice],
  }, [year]);
}
