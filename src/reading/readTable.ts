import { classifyAccount } from '../rules/accountWords';
import type { Scale } from '../cells/amount';
import { detailsOf, leavesOut, saysItCounts } from '../plan/answers';
import { amountIn, zeroAt, type CellAmount } from './amountCell';
import type { SourceContext } from './context';
import { contributionYear, saysNondeductible } from './contributions';
import { yearsOffered, type Counted } from './fates';
import { yearOfFlow } from './flows';
import { nameOf, textOf, type GridCell } from './grid';
import { findHeader, presumedHeader } from './header';
import { excludeChoice, type Judgement } from './judgement';
import { dataRows } from './listLayout';
import { belongsTo, inNobodys, leaveOthersColumns, ownersOfRows } from './owners';
import { countedFrom, isNegative, settlePending, type Pending } from './pending';
import { reportTotals } from './reportTotals';
import { missingAmount, settleHeader, waitForColumns } from './settle';
import { yearOfSheet } from './sheetYear';
import {
  amountsIn, dateFor, headOf, isDay, moneyColumns, statedYear, textsIn, titlesAmong, yearOfItem, yearOfRow, type MoneyColumn, type Table, type YearRow,
} from './table';
import { askForColumns, askForYears, columnsOfTable, isOfLineNumbers } from './tableColumns';
import { lateCell, lateShare } from './tableLate';
import { inShape, type TableShape } from './tableShape';
import { totalColumns } from './tableTotals';
import { askAboutGaps, yearsSettled } from './tableYears';
import { findTotals } from './totals';
import { unitsOf } from './units';
import { askAboutUnknownYears, keptApart } from './unknownYears';
import { headerWords } from './vocabulary';

/** Reads a table of items by years or persons, whichever way it lies. All its years are read. */
export const readTable = (shape: TableShape) => (selection: SourceContext): void => {
  const context = inShape(selection, shape);
  const { grid } = context;
  const header = findHeader(grid, context.date1904) ?? presumedHeader(grid);
  const rows = dataRows(grid, header).filter((row) => !isOfLineNumbers(grid, row));
  const columns = leaveOthersColumns(context, columnsOfTable(context, shape, header, rows), rows);
  // All of it may be the other person's.
  if (columns.length === 0) return settleHeader(context, header, rows);
  const totals = totalColumns(context, columns, rows);
  const waitsFor = new Map(askForColumns(context, columns, rows, totals));
  const known = columns.filter(({ column }) => !waitsFor.has(column) && !totals.isTotal(column));
  const yearColumn = known.find(({ concept }) => concept === 'tax_year') ?? null;
  const ownerColumn = known.find(({ concept }) => concept === 'owner') ?? null;
  const bare = { context, shape, rows, columns: known, money: moneyColumns(known), yearColumn, ownerColumn, scaleOf: oneForOne, sheetYear: null, dateRows: new Map<number, number>() };
  const table = withoutNotes(withDateRows({ ...bare, sheetYear: shape.yearless === 'asked' ? null : yearOfSheet(context, titlesOf(bare)) }));
  const totalRows = findTotals(grid, table.rows, table.money.map(({ column }) => column), (row) => ({ label: labelIn(table, row), own: isOwn(table, row) }));
  const data = table.rows.filter((row) => !totalRows.rows.has(row));
  const units = unitsOf(context, header, table.money, data, ({ concept }) => concept === 'contribution_nondeductible' || concept === 'contribution_total');
  const holdsAmounts = waitsFor.size > 0 || data.some((row) => amountsIn(table, row).length > 0);
  const yearless = holdsAmounts && (yearColumn === null && shape.yearless === 'asked' || isHeadless({ ...table, rows: data }));
  const open = units.all ?? (yearless ? [...waitsFor.values()][0] ?? askForYears(context, columns, shape) : null);
  settleHeader(context, header, rows);
  if (open !== null) return waitForColumns(context, columns, rows, open);
  for (const [column, asked] of [...waitsFor, ...units.waits]) waitForColumns(context, columns.filter((one) => one.column === column), rows, asked);
  readRows({ ...table, rows: data, money: table.money.filter(({ column }) => !units.waits.has(column)), scaleOf: units.scaleOf });
  reportTotals(context, totalRows);
  totals.report();
  if (!holdsAmounts) warnOfNothing(context);
};

function warnOfNothing({ grid, fates, source }: SourceContext): void {
  const cell = [...grid.all()].find(({ blank }) => !blank) ?? grid.at(grid.rows[0] ?? 1, grid.columns[0] ?? 1);
  fates.warn(cell.address, 'NO_AMOUNT_FOUND', `The selection ${source.range} (${source.role.replace(/_/gu, ' ')}) holds no amount of an item that is known. Nothing is counted from it.`);
}

const oneForOne = (): Scale => 1;

/** Several columns of amounts, or one whose year is not known, with nothing above them that could say what they are. */
function isHeadless(table: Table): boolean {
  const filled = table.rows.filter((row) => amountsIn(table, row).length > 0);
  const [first] = filled;
  return first !== undefined && !headOf(table, first).apart && (filled.length > 1 || yearOfRow(table, first).found.kind !== 'year');
}

/** Words above and beside the items that may be titles of the whole: no item's own label, and beside no amount. */
function titlesOf({ context: { grid }, money, rows }: Table): readonly GridCell[] {
  const first = Math.min(...money.map(({ column }) => column));
  const data = new Set(rows);
  return titlesAmong(grid.columns.filter((column) => column < first).flatMap((column) =>
    grid.rows.filter((row) => !data.has(row) || grid.at(row, column).formula === null).map((row) => grid.at(row, column)).filter(({ value }) => typeof value === 'string')));
}

/** A column of dates beside a column of amounts (Item, Amount, Date) says when each was made; it is no year's column of its own. */
function withDateRows(table: Table): Table {
  const { context, rows, money } = table;
  if (!context.grid.isTurned) return table;
  const cellsOf = (row: number): readonly GridCell[] => money.map(({ column }) => context.grid.at(row, column)).filter(({ blank }) => !blank);
  const dates = rows.filter((row) => cellsOf(row).length > 0 && cellsOf(row).every((cell) => isDay(cell, context)) && statedYear(table, row).kind === 'none');
  const isDates = new Set(dates);
  const dateRows = new Map(dates.flatMap((row) => {
    const left = [...rows].reverse().find((other) => other < row && !isDates.has(other) && cellsOf(other).length > 0);
    return left === undefined ? [] : [[left, row] as const];
  }));
  for (const row of dates) for (const cell of cellsOf(row)) context.fates.ignore(cell, 'A date beside the amounts.');
  return { ...table, rows: rows.filter((row) => !isDates.has(row)), dateRows };
}

/** "Ref" or "Notes" beside the columns of years or persons is neither: what stands below it tells of the items. */
function withoutNotes(table: Table): Table {
  if (!table.context.grid.isTurned) return table;
  return { ...table, rows: table.rows.filter((row) => {
    const { cell, apart } = headOf(table, row);
    const { concept } = headerWords(textOf(cell));
    return !apart || (concept !== 'notes' && concept !== 'source' && concept !== 'filed');
  }) };
}

function readRows(table: Table): void {
  const { context, rows, money } = table;
  const dated = yearsSettled(table, rowsOfPerson(table, rows));
  const pending: Pending[] = [];
  for (const row of dated) for (const column of money) readAmount(table, row, column, dated, pending);
  settlePending(context, pending);
  if (table.shape.unknown === 'asked') askAboutUnknownYears(table, dated);
  else askAboutGaps(table, dated);
}

const labelIn = (table: Table, row: number): string => textsIn(table, row).find(({ concept }) => concept !== 'notes' && concept !== 'source')?.text ?? '';

/** A row of a year or a person of its own is no total of others. */
function isOwn(table: Table, row: number): boolean {
  const { context: { grid }, ownerColumn } = table;
  const owner = ownerColumn === null || !grid.isTurned ? '' : grid.at(row, ownerColumn.column).shown;
  return statedYear(table, row).kind === 'year' || (owner !== '' && !/\b(?:sub)?totals?\b/iu.test(owner));
}

function rowsOfPerson(table: Table, rows: readonly number[]): readonly number[] {
  const { context, columns } = table;
  const ownerOf = ownersOfRows(context, columns, rows.filter((row) => amountsIn(table, row).length > 0));
  return rows.filter((row) => {
    if (amountsIn(table, row).length === 0) return true;
    const owner = ownerOf(row);
    if ('of' in owner && owner.of === context.plan.person) return true;
    for (const cell of amountsIn(table, row)) {
      if ('waitsFor' in owner) context.fates.wait(cell, owner.waitsFor.address);
      else context.fates.exclude(cell, owner.of === 'ignore' ? inNobodys(context.grid) : belongsTo(owner.of));
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
  const account = column.account === undefined ? null : classifyAccount(column.account);
  if (account?.verdict === 'out' && !saysItCounts(answer)) return cell.blank ? fates.ignore(cell, `Blank. ${account.why}`) : fates.exclude(cell, account.why, label);
  const read = amountIn(cell, answer, table.scaleOf(column.column));
  const year = yearOfItem(table, column, row);
  if (table.shape.unknown === 'asked' && keptApart(table, row, column, cell, read)) return;
  if (read.kind === 'ask') {
    if (concept === 'fmv_year_end') fates.missingValues.push({ year, cell: cell.address });
    return fates.ask(read.asked, [year]);
  }
  if (read.kind === 'blank' && (concept === 'basis_begin' || concept === 'basis_end')) return fates.ignore(cell, 'Blank: no basis is stated.');
  if (read.kind === 'blank' && concept === 'fmv_year_end') return blankValue(table, { ...row, year }, cell);
  const amount = read.kind === 'blank' ? zeroAt(cell) : read;
  if (isNegative(amount) && signs === 'positive') return askNegative(table, row, cell, amount);
  const judgement = judge(table, row, column, cell, amount);
  if (judgement.kind === 'exclude') return fates.exclude(cell, judgement.reason, label);
  if (judgement.kind === 'ask') {
    return fates.ask({ cell: cell.address, code: judgement.code, text: `${nameOf(cell)} shows ${cell.shown}. ${judgement.why} It is not counted until you say.`, choices: judgement.choices }, [row.year, ...yearsOffered(judgement.choices)]);
  }
  const counted = placed(table, row, column, countedFrom(cell, amount, judgement, label), all);
  if (counted === null) return fates.ignore(cell, `Line 2 of ${row.year} comes from ${row.year - 1}, whose basis at its end stands in another ${grid.isTurned ? 'row' : 'column'}.`);
  const late = input === 'contributionsInYear' ? lateCell(table, row.row) : null;
  const settled = late === null || counted.input !== 'contributionsInYear' ? counted : lateShare(table, cell, counted, amount, late, pending);
  if (settled === null) return;
  pending.push({ cell, read: amount, counted: settled, signs, group: concept, answered: saysItCounts(answer) });
}

/** What the row makes of one of its amounts. A date matters only beside an amount that is not zero. */
function judge(table: Table, row: YearRow, column: MoneyColumn, cell: GridCell, amount: CellAmount & { readonly kind: 'amount' }): Judgement {
  const { context } = table;
  const { concept, input } = column;
  const year = yearOfItem(table, column, row);
  const answer = context.answers.at(cell.address);
  const nothing = amount.amount.isZero();
  const date = nothing ? ({ kind: 'none' } as const) : dateFor(table, row, column);
  const where = row.says ?? (context.grid.isTurned ? `in the column of ${year}` : `in the row of ${year}`);
  const note = cell.blank ? `blank, taken as zero for ${year}` : where;
  if (concept === 'contribution_nondeductible' || concept === 'contribution_total') {
    const nondeductible = concept === 'contribution_nondeductible' || saysNondeductible({ texts: textsIn(table, row.row) });
    if (nothing) return { kind: 'count', input, year, note, nondeductible };
    return contributionYear({ statedFor: year, unclear: null, planned: null, date, answered: detailsOf(answer).year, late: detailsOf(answer).late, amount: amount.amount }, context, nondeductible);
  }
  if (concept === 'converted' && !nothing && date.kind !== 'none') return yearOfFlow({ answer, date, year: { kind: 'year', year } }, context, input, true);
  return { kind: 'count', input, year: detailsOf(answer).year ?? year, note };
}

/**
 * Basis at the end of a year is there to compare with. Basis at the beginning is line 2 of the first year; for later
 * years it states the carry of the year before. Null where that is stated in a column of its own.
 */
function placed(table: Table, row: YearRow, column: MoneyColumn, counted: Counted, all: readonly YearRow[]): Counted | null {
  const { concept } = column;
  const { year } = row;
  const carry = (of: number): Counted => ({ ...counted, year: of, statesCarry: true, note: `basis stated for the end of ${of}` });
  if (concept === 'basis_end' && yearOfItem(table, column, row) === year - 1) return { ...counted, year, note: `basis stated for the end of ${year - 1}` };
  if (concept === 'basis_end') return carry(yearOfItem(table, column, row));
  if (concept !== 'basis_begin') return counted;
  if (!all.some((other) => other.year === year - 1)) return { ...counted, year };
  return table.columns.some((other) => other.concept === 'basis_end') ? null : carry(year - 1);
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
