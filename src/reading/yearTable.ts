import { formatCell, type CellAddress } from '../cells/address';
import { parseYear } from '../cells/year';
import type { InputName } from '../forms/form8606/inputs';
import { amountIn, zeroAt, type CellAmount } from './amountCell';
import { detailsOf, type SourceContext } from './context';
import { contributionYear, saysNondeductible } from './contributions';
import { yearOfFlow } from './flows';
import { nameOf, textOf, type Grid, type GridCell } from './grid';
import type { Column } from './header';
import { findHeader } from './header';
import { excludeChoice, includeChoice, yearChoices, type DateFound, type Judgement, type RowText, type Signs } from './judgement';
import { answeredColumn, dataRows } from './listLayout';
import { ownersOfRows } from './owners';
import { countedFrom, isNegative, settlePending, type Pending } from './pending';
import { reportTotals } from './reportTotals';
import { dateIn, yearIn } from './rowFacts';
import { missingAmount, settleHeader, waitForColumns } from './settle';
import { findTotals } from './totals';
import { mayHoldMoney, says, type Concept } from './vocabulary';

/** How a column of the table is read: into which input, and how it may be signed. */
interface TableColumn {
  readonly input: InputName;
  readonly signs: Signs;
}

/** The columns that a year's form starts from. A blank cell in them is zero; a blank year-end value is not. */
const tableColumns: Readonly<Partial<Record<Concept, TableColumn>>> = {
  contribution_nondeductible: { input: 'contributionsInYear', signs: 'positive' },
  contribution_total: { input: 'contributionsInYear', signs: 'positive' },
  deduction_taken: { input: 'deducted', signs: 'outflow' },
  returned_contribution: { input: 'returned', signs: 'outflow' },
  converted: { input: 'conversions', signs: 'outflow' },
  distribution_other: { input: 'distributions', signs: 'outflow' },
  fmv_year_end: { input: 'accountValues', signs: 'positive' },
  outstanding_rollover: { input: 'outstandingRollovers', signs: 'positive' },
  basis_begin: { input: 'priorBasis', signs: 'positive' },
  basis_end: { input: 'priorBasis', signs: 'positive' },
};

/** Columns that are known and say nothing that Form 8606 starts from. */
const besideTheForm: readonly Concept[] = ['qcd', 'rollover_to_plan', 'roth_column', 'made_next_year', 'f1099r_box1', 'f1099r_box2a', 'f1099r_box5'];

/** Reads a table with a row for each year: the tracker that the articles teach. All its years are read. */
export function readYearTable(context: SourceContext): void {
  const { grid } = context;
  const header = findHeader(grid, context.date1904);
  const rows = dataRows(grid, header);
  const named = header === null ? columnsWithoutHeader(context, rows) : header.columns.map((column) => answeredColumn(column, context));
  const columns = withDatesPlaced(preferNondeductible(named));
  settleHeader(context, header, rows);
  const waitsFor = askForColumns(context, columns, rows);
  const usable = columns.filter(({ column }) => !waitsFor.has(column));
  const yearColumn = usable.find(({ concept }) => concept === 'tax_year');
  if (yearColumn === undefined) {
    const asked = [...waitsFor.values()][0] ?? grid.at(grid.rows[0] ?? grid.range.top, grid.columns[0] ?? grid.range.left);
    if (waitsFor.size === 0) askForYears(context, asked);
    return waitForColumns(context, columns, rows, asked);
  }
  const money = usable.filter(({ concept }) => concept !== null && tableColumns[concept] !== undefined);
  const table: Table = { context, rows, columns: usable, money, yearColumn };
  for (const [column, asked] of waitsFor) waitForColumns(context, columns.filter((one) => one.column === column), rows, asked);
  readRows(table);
}

interface Table {
  readonly context: SourceContext;
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
  readonly money: readonly Column[];
  readonly yearColumn: Column;
}

/** A row of one year that is to be read. */
interface YearRow {
  readonly row: number;
  readonly year: number;
}

function readRows(table: Table): void {
  const { context, rows, columns, money } = table;
  const { grid, fates, plan } = context;
  const totals = findTotals(grid, rows, money.map(({ column }) => column), (row) => ({ label: labelIn(table, row), own: yearOfRow(table, row).kind === 'year' }));
  const data = rows.filter((row) => !totals.rows.has(row));
  const ownerOf = ownersOfRows(context, columns, data);
  const mine = data.filter((row) => {
    const owner = ownerOf(row);
    if ('of' in owner && owner.of === plan.person) return true;
    for (const cell of amountsIn(table, row)) {
      if ('waitsFor' in owner) fates.wait(cell, owner.waitsFor.address);
      else fates.exclude(cell, owner.of === 'ignore' ? 'In a joint or total row.' : `Belongs to the ${owner.of === 'T' ? 'taxpayer' : 'spouse'}.`);
    }
    return false;
  });
  const dated = yearsSettled(table, mine);
  const pending: Pending[] = [];
  for (const row of dated) readRow(table, row, dated, pending);
  settlePending(context, pending);
  reportTotals(context, totals);
  warnOfGaps(table, dated);
}

/** Gives each row its year. A row without one, and a year that stands in several rows, are asked. */
function yearsSettled(table: Table, rows: readonly number[]): readonly YearRow[] {
  const { context, yearColumn } = table;
  const { grid, fates, answers } = context;
  const dated: YearRow[] = [];
  for (const row of rows) {
    const amounts = amountsIn(table, row);
    const yearCell = grid.at(row, yearColumn.column);
    if (answers.at(yearCell.address) === 'exclude') {
      for (const cell of amounts) fates.exclude(cell, 'Left out by the preparer.', yearCell.address);
      continue;
    }
    const found = yearOfRow(table, row);
    if (found.kind === 'year' && amounts.length > 0) dated.push({ row, year: found.year });
    if (found.kind === 'year' || amounts.length === 0) continue;
    fates.ask({
      cell: yearCell.address,
      code: 'YEAR_UNKNOWN',
      text: `Row ${row} holds amounts, but ${yearCell.blank ? `${nameOf(yearCell)} names no year` : `${nameOf(yearCell)} says "${yearCell.shown}"`}. Nothing in the row is counted until you say which year it is of.`,
      choices: [...yearChoices(context.years), excludeChoice],
    });
    for (const cell of amounts) fates.wait(cell, yearCell.address);
  }
  return dated.filter(({ row, year }) => {
    const same = dated.filter((other) => other.year === year);
    const yearCell = grid.at(row, yearColumn.column);
    if (same.length === 1 || answers.at(yearCell.address) === 'include') return true;
    fates.ask({
      cell: yearCell.address,
      code: 'YEAR_TWICE',
      text: `${year} stands in the rows ${same.map((other) => other.row).join(', ')}. Row ${row} is not counted until you say whether it counts.`,
      choices: [{ ...includeChoice, says: 'Count this row too' }, excludeChoice],
    });
    for (const cell of amountsIn(table, row)) fates.wait(cell, yearCell.address);
    return false;
  });
}

function readRow(table: Table, { row, year }: YearRow, all: readonly YearRow[], pending: Pending[]): void {
  const { context, money } = table;
  const { grid, fates, answers } = context;
  const late = lateIn(table, row);
  for (const { column, concept, cell: header } of money) {
    const kind = concept === null ? undefined : tableColumns[concept];
    if (concept === null || kind === undefined) continue;
    const cell = grid.at(row, column);
    const answer = answers.at(cell.address);
    if (answer === 'exclude') {
      fates.exclude(cell, 'Left out by the preparer.', header?.address ?? null);
      continue;
    }
    const read = amountIn(cell, answer);
    if (read.kind === 'ask') {
      fates.ask(read.asked);
      if (concept === 'fmv_year_end') fates.missingValues.push({ year, cell: cell.address });
      continue;
    }
    if (read.kind === 'blank' && (concept === 'basis_begin' || concept === 'basis_end')) {
      fates.ignore(cell, 'Blank: no basis is stated.');
      continue;
    }
    if (read.kind === 'blank' && concept === 'fmv_year_end') {
      blankValue(table, row, year, cell);
      continue;
    }
    const amount = read.kind === 'blank' ? zeroAt(cell) : read;
    if (isNegative(amount) && kind.signs === 'positive') {
      fates.ask({
        cell: cell.address,
        code: 'NEGATIVE_AMOUNT',
        text: `${nameOf(cell)} shows ${cell.shown}, a negative amount where none is expected. It is not counted until you say what it is.`,
        choices: [{ answer: { amount: amount.amount.abs().toString() }, says: 'The sign is a mistake' }, excludeChoice],
      });
      continue;
    }
    const judgement = judge(table, row, year, concept, amount, kind.input);
    if (judgement.kind === 'ask') {
      fates.ask({ cell: cell.address, code: judgement.code, text: `${nameOf(cell)} shows ${cell.shown}. ${judgement.why} It is not counted until you say.`, choices: judgement.choices });
      continue;
    }
    if (judgement.kind === 'exclude') continue;
    const counted = countedFrom(cell, amount, judgement, header?.address ?? null);
    const carry = concept === 'basis_end' ? year : concept === 'basis_begin' ? carriedFrom(table, year, all) : null;
    if (carry === 'counted elsewhere') {
      fates.ignore(cell, `Line 2 of ${year} comes from ${year - 1}, and the basis at its end is stated in another column.`);
      continue;
    }
    const whole = carry === null ? counted : { ...counted, year: carry, statesCarry: true, note: `basis stated for the end of ${carry}` };
    const split = counted.input === 'contributionsInYear' && late !== null ? lateShare(table, whole, amount, late, pending) : whole;
    if (split === null) continue;
    pending.push({ cell, read: amount, counted: split, signs: kind.signs, group: concept, answered: answer === 'include' || detailsOf(answer).amount !== undefined });
  }
}

/** What the row makes of one of its amounts. A date counts only beside an amount that is not zero. */
function judge(table: Table, row: number, year: number, concept: Concept, amount: CellAmount & { readonly kind: 'amount' }, input: InputName): Judgement {
  const { context } = table;
  const cell = context.grid.at(row, table.money.find((column) => column.concept === concept)?.column ?? 0);
  const answer = context.answers.at(cell.address);
  const note = amount.blank || amount.text === '' ? `blank, taken as zero for ${year}` : `in the row of ${year}`;
  const zero = amount.amount.isZero();
  const date: DateFound = zero ? { kind: 'none' } : dateFor(table, row, year, concept);
  if (concept === 'contribution_nondeductible' || concept === 'contribution_total') {
    const nondeductible = concept === 'contribution_nondeductible' || saysNondeductible({ texts: textsOf(table, row) });
    if (zero) return { kind: 'count', input, year, note, nondeductible };
    return contributionYear({ statedFor: year, unclear: null, planned: null, date, answered: detailsOf(answer).year }, context, nondeductible);
  }
  if (concept === 'converted') {
    const judgement = yearOfFlow({ answer, date, year: { kind: 'year', year } }, context, input, true);
    return judgement.kind === 'count' && date.kind === 'none' ? { ...judgement, note } : judgement;
  }
  return { kind: 'count', input, year, note };
}

/** A blank year-end value matters only when something was converted or distributed; then it is missing, not zero. */
function blankValue(table: Table, row: number, year: number, cell: GridCell): void {
  const { context, money } = table;
  const moved = money.some(({ column, concept }) => {
    if (concept !== 'converted' && concept !== 'distribution_other') return false;
    const other = context.grid.at(row, column);
    const read = amountIn(other, context.answers.at(other.address));
    return read.kind === 'ask' || (read.kind === 'amount' && !read.amount.isZero());
  });
  if (!moved) return context.fates.ignore(cell, `Blank, and not needed: nothing was converted or distributed in ${year}.`);
  context.fates.missingValues.push({ year, cell: cell.address });
  context.fates.ask(missingAmount(cell));
}

/** Line 2 of a year comes from the year before; what the sheet says of it is compared with that, unless it is the first. */
function carriedFrom({ columns }: Table, year: number, all: readonly YearRow[]): number | null | 'counted elsewhere' {
  const isFirst = all.every((other) => other.year >= year);
  if (isFirst || !all.some((other) => other.year === year - 1)) return null;
  return columns.some(({ concept }) => concept === 'basis_end') ? 'counted elsewhere' : year - 1;
}

/** The cell that says how much of the contribution was made after year end. */
function lateIn({ context, columns }: Table, row: number): GridCell | null {
  const column = columns.find(({ concept }) => concept === 'made_next_year');
  const cell = column === undefined ? null : context.grid.at(row, column.column);
  return cell === null || cell.blank ? null : cell;
}

/** Takes off a contribution what another column says was made after year end ("of which late"): all of it, a part, or none. */
function lateShare(table: Table, counted: Pending['counted'], amount: Pending['read'], late: GridCell, pending: Pending[]): Pending['counted'] | null {
  const { context } = table;
  const { fates, answers } = context;
  const read = amountIn(late, answers.at(late.address));
  const saysYes = /^(?:y|yes|x|late|✓|✔)$/iu.test(textOf(late));
  const saysNo = /^(?:n|no)$/iu.test(textOf(late));
  if (saysNo || (read.kind === 'amount' && read.amount.isZero())) {
    fates.ignore(late, 'Says that nothing was contributed after year end.');
    return counted;
  }
  const whole = saysYes || (read.kind === 'amount' && read.amount.equals(amount.amount));
  if (whole) {
    fates.ignore(late, `Says that ${formatCell(counted.cell)} was contributed after year end.`);
    return { ...counted, input: 'contributionsAfterYearEnd', note: `for ${counted.year}, made after year end as ${formatCell(late.address)} says` };
  }
  if (read.kind === 'amount' && read.amount.isPositive() && read.amount.lessThan(amount.amount)) {
    pending.push({
      cell: late,
      read,
      counted: {
        ...countedFrom(late, read, { kind: 'count', input: 'contributionsAfterYearEnd', year: counted.year, note: `part of ${formatCell(counted.cell)} made after year end` }, counted.label),
        nondeductible: counted.nondeductible,
      },
      signs: 'positive',
      group: 'made_next_year',
      answered: true,
    });
    return { ...counted, amount: counted.amount.minus(read.amount), less: late.address, note: `${counted.note}; less ${formatCell(late.address)}, made after year end` };
  }
  fates.ask({
    cell: late.address,
    code: 'LATE_PART_UNCLEAR',
    text: `${nameOf(late)} shows "${late.shown}" as what was contributed after year end, of ${formatCell(counted.cell)}. The contribution is not counted until you say how much of it was late.`,
    choices: [{ answer: 'zero', says: 'None of it' }, { answer: { amount: amount.amount.toString() }, says: 'All of it' }],
  });
  fates.exclude(context.grid.at(counted.cell.row, counted.cell.column), `Waits for the answer at ${formatCell(late.address)}.`, counted.label);
  return null;
}

function dateFor({ context, columns }: Table, row: number, year: number, concept: Concept): DateFound {
  const wanted: Concept = concept === 'converted' ? 'conversion_date' : 'contribution_date';
  const column = columns.find((one) => one.concept === wanted);
  return column === undefined ? { kind: 'none' } : dateIn(context.grid.at(row, column.column), year, context);
}

function yearOfRow({ context, yearColumn, columns }: Table, row: number): ReturnType<typeof yearIn> {
  const cell = context.grid.at(row, yearColumn.column);
  const answered = [cell, ...columns.filter(({ concept }) => !mayHoldMoney(concept)).map(({ column }) => context.grid.at(row, column))]
    .map(({ address }) => detailsOf(context.answers.at(address)).year).find((year) => year !== undefined);
  return answered === undefined ? yearIn(cell, context) : { kind: 'year', year: answered };
}

const textsOf = ({ context, columns }: Pick<Table, 'context' | 'columns'>, row: number): readonly RowText[] =>
  columns.filter(({ concept }) => !mayHoldMoney(concept) || concept === null).flatMap(({ column, concept }) => {
    const cell = context.grid.at(row, column);
    const text = textOf(cell);
    return /\p{L}/u.test(text) ? [{ cell, text, concept }] : [];
  });

const labelIn = (table: Table, row: number): string => textsOf(table, row).find(({ concept }) => concept !== 'notes' && concept !== 'source')?.text ?? '';

const amountsIn = ({ context, money }: Table, row: number): readonly GridCell[] => money.map(({ column }) => context.grid.at(row, column)).filter(({ blank }) => !blank);

/** Years without a row between the first and the last change nothing, but someone may have forgotten them. */
function warnOfGaps({ context, yearColumn }: Table, dated: readonly YearRow[]): void {
  const years = [...new Set(dated.map(({ year }) => year))].sort((a, b) => a - b);
  const missing = years.flatMap((year, index) => {
    const next = years[index + 1] ?? year + 1;
    return Array.from({ length: Math.max(0, next - year - 1) }, (_, offset) => year + 1 + offset);
  });
  if (missing.length === 0) return;
  const place: CellAddress | null = yearColumn.cell?.address ?? null;
  context.fates.warn(place, 'YEARS_MISSING', `No row is for ${missing.join(', ')}. The basis is carried over ${missing.length === 1 ? 'that year' : 'those years'} as if nothing happened.`);
}

/** Where contributions stand both in all and nondeductible, the nondeductible ones are those of line 1. */
function preferNondeductible(columns: readonly Column[]): readonly Column[] {
  if (!columns.some(({ concept }) => concept === 'contribution_nondeductible')) return columns;
  return columns.map((column) => (column.concept === 'contribution_total' ? { ...column, concept: 'notes' } : column));
}

/** A plain "Date" belongs to the amounts to its left: contributed, date, converted, date. */
function withDatesPlaced(columns: readonly Column[]): readonly Column[] {
  let left: Concept | null = null;
  return columns.map((column) => {
    if (column.concept === 'contribution_nondeductible' || column.concept === 'contribution_total') left = 'contribution_date';
    else if (column.concept === 'converted') left = 'conversion_date';
    return column.concept === 'date' && left !== null ? { ...column, concept: left } : column;
  });
}

/** Without a header nothing says which amounts were contributed and which converted; only the years speak for themselves. */
function columnsWithoutHeader(context: SourceContext, rows: readonly number[]): readonly Column[] {
  const { grid } = context;
  return grid.columns.map((column): Column => {
    const cells = rows.map((row) => grid.at(row, column)).filter(({ blank }) => !blank);
    const [cell = null] = cells;
    const years = cells.length > 0 && cells.every((one) => parseYear(one.value, { numberFormat: one.numberFormat, date1904: context.date1904 }).kind === 'year');
    return answeredColumn({ column, concept: years ? 'tax_year' : null, cell, text: '', year: null, answered: false }, context);
  });
}

/** Asks about columns that hold amounts and say nothing we know, and about those that say the same; gives what waits for which cell. */
function askForColumns(context: SourceContext, columns: readonly Column[], rows: readonly number[]): ReadonlyMap<number, GridCell> {
  const { grid, fates } = context;
  const waits = new Map<number, GridCell>();
  const choices = [
    ...(Object.keys(tableColumns) as Concept[]).map((concept) => ({ answer: { column: concept }, says: `It holds ${says(concept)}` })),
    { answer: 'exclude', says: 'It holds something else' },
  ];
  for (const column of columns) {
    const same = columns.filter((other) => other.concept === column.concept && other.concept !== null);
    const twice = same.length > 1 && column.concept !== null && (tableColumns[column.concept] !== undefined || column.concept === 'tax_year');
    const settled = column.concept !== null && (tableColumns[column.concept] !== undefined || !mayHoldMoney(column.concept) || besideTheForm.includes(column.concept));
    if (settled && !(twice && !column.answered && !same.every((other) => other.answered))) continue;
    if (!settled && !holdsMoney(grid, column.column, rows)) continue;
    const cell = column.cell ?? grid.at(rows.find((row) => !grid.at(row, column.column).blank) ?? rows[0] ?? grid.range.top, column.column);
    const what = column.text === '' ? 'A column without a header' : `The column "${column.text}"`;
    fates.ask({
      cell: cell.address,
      code: 'COLUMN_UNKNOWN',
      text: `${what} at ${nameOf(cell)} ${twice ? `holds ${says(column.concept ?? 'amount')}, as another column does` : 'holds amounts of an unknown kind'}. It is not counted until you say what it holds.`,
      choices,
    });
    waits.set(column.column, cell);
  }
  return waits;
}

const holdsMoney = (grid: Grid, column: number, rows: readonly number[]): boolean => rows.some((row) => {
  const read = amountIn(grid.at(row, column), undefined);
  return read.kind === 'amount' && !read.amount.isZero();
});

function askForYears({ fates, source }: SourceContext, cell: GridCell): void {
  fates.ask({
    cell: cell.address,
    code: 'NO_YEAR_COLUMN',
    text: `No column of ${source.range} names the tax years. Select the column with the years too, with its header. Nothing is counted until then.`,
    choices: [],
  });
}
