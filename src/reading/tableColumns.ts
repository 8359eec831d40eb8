import { parseYear } from '../cells/year';
import { form8606Lines } from '../forms/form8606';
import { amountIn } from './amountCell';
import type { SourceContext } from './context';
import { conceptOfLine } from './formWords';
import { nameOf, textOf, type Grid, type GridCell } from './grid';
import { accountNamed, type Column, type Header } from './header';
import { answeredColumn } from './listLayout';
import { ownerNamedBy, ownerSpelledIn, type NamedOwner } from './ownerWords';
import { inList } from './sentences';
import { tableColumns, yearInCell, yearsBack } from './table';
import type { TableShape } from './tableShape';
import type { TotalColumns } from './tableTotals';
import { mayHoldMoney, says, type Concept } from './vocabulary';

/** Columns that are known and say nothing that Form 8606 starts from. */
const besideTheForm: readonly Concept[] = [
  'qcd', 'rollover_to_plan', 'roth_column', 'made_next_year', 'f1099r_box1', 'f1099r_box2a', 'f1099r_box5', 'form_result',
];

/** What the columns of a table hold: by the header, by what the preparer said, and by their place. */
export function columnsOfTable(context: SourceContext, shape: TableShape, header: Header | null, rows: readonly number[]): readonly Column[] {
  const headed = header === null ? null : withLineNumbers(context.grid, withSections(context.grid, header.columns, rows), rows);
  const columns = headed === null ? columnsWithoutHeader(context, rows) : headed.map((column) => answeredColumn(column, context));
  return headsPlaced(context, shape, withDatesPlaced(preferNondeductible(context.grid, shape, withoutTitles(context.grid, columns, rows), rows)), rows);
}

/** What stands above the first amount of a turned table and beside nothing is a title ("2024 backdoor"), unless a value is missing there. */
function withoutTitles(grid: Grid, columns: readonly Column[], rows: readonly number[]): readonly Column[] {
  const first = columns.find(({ column }) => isFilled(grid, column, rows));
  return columns.map((column) => {
    const isTitle = grid.isTurned && first !== undefined && column.column < first.column && column.concept !== 'fmv_year_end' && !column.answered;
    return isTitle ? { ...column, concept: 'notes' } : column;
  });
}

/**
 * Where contributions stand both in all and nondeductible, the nondeductible ones are those of line 1, and what was deducted
 * is taken off them already. A history is read by its parts: their difference is a formula that shows 0 for what is unknown.
 */
function preferNondeductible(grid: Grid, shape: TableShape, columns: readonly Column[], rows: readonly number[]): readonly Column[] {
  const holds = (concept: Concept): boolean => columns.some((column) => column.concept === concept && isFilled(grid, column.column, rows));
  if (!holds('contribution_nondeductible')) return columns;
  const byParts = shape.unknown === 'asked' && holds('contribution_total') && holds('deduction_taken');
  const passedOver: readonly (Concept | null)[] = byParts ? ['contribution_nondeductible'] : ['contribution_total', 'deduction_taken'];
  return columns.map((column) => (passedOver.includes(column.concept) && !column.answered ? { ...column, concept: 'notes' } : column));
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

/** A person alone above a group of items, beside no amount, is whose the items below are. */
function withSections(grid: Grid, columns: readonly Column[], rows: readonly number[]): readonly Column[] {
  if (!grid.isTurned) return columns;
  let owner: NamedOwner | null = null;
  return columns.map((column) => {
    const named = ownerNamedBy(column.text);
    if (named !== null && !isFilled(grid, column.column, rows)) owner = named;
    return owner === null || column.owner !== undefined ? column : { ...column, owner };
  });
}

/** Beside the items may stand the numbers of the form's lines: "1", "2", "6", "15a", in the order of the form. */
function withLineNumbers(grid: Grid, columns: readonly Column[], rows: readonly number[]): readonly Column[] {
  if (!grid.isTurned) return columns;
  const numbered = [...new Set([...grid.rows, ...rows])].find((row) => isOfLineNumbers(grid, row));
  if (numbered === undefined) return columns;
  return columns.map((column) => {
    const line = conceptOfLine(grid.at(numbered, column.column).shown);
    return line !== null && (column.concept === null || column.concept === 'contribution_total' && line === 'contribution_nondeductible') ? { ...column, concept: line } : column;
  });
}

/** Three of the form's lines or more, in its order, and nothing else but a heading. */
export function isOfLineNumbers(grid: Grid, row: number): boolean {
  const places = grid.filledIn(row).map(({ shown }) => form8606Lines.indexOf(shown.toLowerCase()));
  const lines = places.slice(places[0] === -1 ? 1 : 0);
  return grid.isTurned && lines.length >= 3 && lines.every((place, index) => place > (lines[index - 1] ?? -1));
}

/** Without a header nothing says which amounts were contributed and which converted; only the years speak for themselves. */
function columnsWithoutHeader(context: SourceContext, rows: readonly number[]): readonly Column[] {
  const { grid, date1904 } = context;
  return grid.columns.map((column): Column => {
    const cells = rows.map((row) => grid.at(row, column)).filter(({ blank }) => !blank);
    const place = cells[0] ?? grid.at(grid.rows[0] ?? 1, column);
    const years = !grid.isTurned && cells.length > 0 && cells.every(({ value, numberFormat }) => parseYear(value, { numberFormat, date1904 }).kind === 'year');
    return answeredColumn({ column, concept: years ? 'tax_year' : null, cell: null, place, text: grid.isTurned ? textOf(place) : '', year: null, answered: false }, context);
  });
}

/**
 * In a turned table the years and the persons stand above the items, under headings of any kind: they are known by what
 * they are. Persons whose names we do not know are known by their place.
 */
function headsPlaced(context: SourceContext, shape: TableShape, columns: readonly Column[], rows: readonly number[]): readonly Column[] {
  const { grid } = context;
  if (!grid.isTurned) return yearsPlaced(context, columns, rows);
  const first = columns.find((column) => mayHoldMoney(column.concept) && column.concept !== 'amount' && holdsMoney(grid, column.column, rows) && !holdsYears(context, column.column, rows));
  const before = columns.filter(({ column, answered }) => !answered && (first === undefined || column < first.column));
  const year = columns.some(({ concept }) => concept === 'tax_year') ? undefined : before.find(({ column }) => holdsYears(context, column, rows));
  const owner = before.find(({ concept }) => concept === 'owner')
    ?? before.find((column) => column !== year && holdsPersons(context, column.column, rows))
    ?? (shape.persons ? [...before].reverse().find((column) => column !== year && holdsWordsOnly(grid, column.column, rows)) : undefined);
  return columns.map((column) => {
    if (column === year) return { ...column, concept: 'tax_year' };
    return column === owner ? { ...column, concept: 'owner' } : column;
  });
}

/** The one column of years, where its header says nothing. */
function yearsPlaced(context: SourceContext, columns: readonly Column[], rows: readonly number[]): readonly Column[] {
  if (columns.some(({ concept }) => concept === 'tax_year')) return columns;
  const likely = columns.filter(({ column, concept, answered }) => concept === null && !answered && filledCells(context.grid, column, rows).length > 0
    && filledCells(context.grid, column, rows).every((cell) => yearInCell(cell, context).kind === 'year'));
  return likely.length === 1 ? columns.map((column) => (column === likely[0] ? { ...column, concept: 'tax_year' } : column)) : columns;
}

/** At least one year, and beside it only words such as "Total" or "Prior year". */
function holdsYears(context: SourceContext, column: number, rows: readonly number[]): boolean {
  const cells = filledCells(context.grid, column, rows);
  const isYear = (cell: GridCell): boolean => yearInCell(cell, context).kind === 'year' || yearsBack(textOf(cell)) !== null;
  return cells.some(isYear) && cells.every((cell) => isYear(cell) || (typeof cell.value === 'string' && amountIn(cell, undefined).kind !== 'amount'));
}

function holdsPersons({ grid, plan }: SourceContext, column: number, rows: readonly number[]): boolean {
  const named = filledCells(grid, column, rows).filter(({ value }) => typeof value === 'string').map((cell) => ({
    owner: ownerNamedBy(textOf(cell)) ?? ownerSpelledIn(textOf(cell))?.owner ?? null, isClient: plan.name !== '' && textOf(cell).toLowerCase() === plan.name.toLowerCase(),
  }));
  return named.some(({ owner, isClient }) => isClient || (owner !== null && owner !== 'ignore'));
}

const holdsWordsOnly = (grid: Grid, column: number, rows: readonly number[]): boolean => {
  const cells = filledCells(grid, column, rows);
  return cells.length > 0 && cells.every((cell) => typeof cell.value === 'string' && amountIn(cell, undefined).kind !== 'amount');
};

const filledCells = (grid: Grid, column: number, rows: readonly number[]): readonly GridCell[] => rows.map((row) => grid.at(row, column)).filter(({ blank }) => !blank);

const isFilled = (grid: Grid, column: number, rows: readonly number[]): boolean => rows.some((row) => !grid.at(row, column).blank);

/** Asks about columns that hold amounts of a kind we do not know, and about those that say the same; gives the cell that each waits for. */
export function askForColumns(context: SourceContext, columns: readonly Column[], rows: readonly number[], totals: TotalColumns): ReadonlyMap<number, GridCell> {
  const { grid, fates } = context;
  const waits = new Map<number, GridCell>();
  for (const column of columns) {
    if (totals.isTotal(column.column)) continue;
    const twice = isTwice(grid, column, columns.filter((other) => !totals.isTotal(other.column)), rows);
    if (!twice && (isSettled(column.concept) || !holdsMoney(grid, column.column, rows))) continue;
    const cell = column.place;
    const kind = grid.isTurned ? 'row' : 'column';
    const what = column.text === '' ? `The ${kind} without a header` : `The ${kind} "${column.text}"`;
    const holds = twice && column.concept !== null ? `holds ${says(column.concept)}, as another ${kind} does` : 'holds amounts of a kind that is not known';
    fates.ask({
      cell: cell.address,
      code: 'COLUMN_UNKNOWN',
      text: `${what} at ${nameOf(cell)} ${holds}: ${firstOf(grid, column.column, rows)}. It is not counted until you say what it holds.`,
      choices: columnChoices,
    });
    waits.set(column.column, cell);
  }
  return waits;
}

/** What stands first in a column, to show what it is. */
const firstOf = (grid: Grid, column: number, rows: readonly number[]): string => inList(filledCells(grid, column, rows).map(({ shown }) => shown), 3);

const columnChoices = [
  ...[...(Object.keys(tableColumns) as Concept[]), 'made_next_year' as const].map((concept) => ({ answer: { column: concept }, says: `It holds ${says(concept)}` })),
  { answer: 'exclude', says: 'It holds something else' },
];

const isSettled = (concept: Concept | null): boolean =>
  concept !== null && (tableColumns[concept] !== undefined || !mayHoldMoney(concept) || besideTheForm.includes(concept));

/**
 * Two columns of the same kind are a question, unless the preparer has said of both that they count, or they are of
 * different years, or the values of different accounts. A heading over nothing is no column.
 */
function isTwice(grid: Grid, column: Column, columns: readonly Column[], rows: readonly number[]): boolean {
  const { concept, answered, year } = column;
  const account = accountNamed(column);
  if (concept === null || answered || (tableColumns[concept] === undefined && concept !== 'tax_year')) return false;
  const others = columns.filter((other) => other.concept === concept && other !== column && isFilled(grid, other.column, rows));
  if (!isFilled(grid, column.column, rows)) return false;
  const apart = (other: Column): boolean => (grid.isTurned && year !== null && other.year !== null && year !== other.year)
    || (account !== undefined && accountNamed(other) !== undefined && account !== accountNamed(other));
  return others.some((other) => !apart(other));
}

const holdsMoney = (grid: Grid, column: number, rows: readonly number[]): boolean => rows.some((row) => {
  const read = amountIn(grid.at(row, column), undefined);
  return read.kind === 'amount' && !read.amount.isZero();
});

/** Without a column of years nothing in a table of years can be placed. */
export function askForYears({ grid, fates, source }: SourceContext, columns: readonly Column[], { yearless }: TableShape): GridCell {
  const likely = columns.find(({ concept }) => concept === null) ?? columns[0];
  const cell = likely?.place ?? grid.at(grid.rows[0] ?? 1, grid.columns[0] ?? 1);
  const kind = grid.isTurned ? 'row' : 'column';
  fates.ask({
    cell: cell.address,
    code: 'NO_YEAR_COLUMN',
    text: `No ${kind} of ${source.range} names the ${yearless === 'asked' ? 'tax years' : 'years or the persons'}. Select the ${kind} with them too${grid.isTurned ? '' : ', with its header'}. Nothing is counted until then.`,
    choices: [
      { answer: { column: 'tax_year' }, says: `This ${kind} names the tax years` },
      ...(yearless === 'asked' ? [] : [{ answer: { column: 'owner' }, says: `This ${kind} names the persons` }]),
    ],
  });
  return cell;
}
