import { withoutDates } from '../cells/date';
import { parseAmount } from '../cells/amount';
import { quoted } from '../cells/quoted';
import { parseYear, yearsIn } from '../cells/year';
import type { InputName } from '../forms/form8606/inputs';
import type { SourceContext } from './context';
import { isDateNumber, nameOf, textOf, type GridCell } from './grid';
import type { Column } from './header';
import type { DateFound, RowText, Signs, YearFound } from './judgement';
import { ownerIn } from './ownerWords';
import { dateIn, yearIn } from './rowFacts';
import type { SheetYear } from './sheetYear';
import type { TableShape } from './tableShape';
import type { Units } from './units';
import { mayHoldMoney, type Concept } from './vocabulary';

/** How a column of a table of years is read: into which input, and how it may be signed. */
export interface TableColumn {
  readonly input: InputName;
  readonly signs: Signs;
}

/** The columns that a year's form starts from. A blank cell in them is zero; a blank year-end value is not. */
export const tableColumns: Readonly<Partial<Record<Concept, TableColumn>>> = {
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

/** A table with a row for each year or person, once it is known which column is which. */
export interface Table {
  readonly context: SourceContext;
  readonly shape: TableShape;
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
  /** Those of the columns that the form starts from. */
  readonly money: readonly MoneyColumn[];
  readonly yearColumn: Column | null;
  readonly ownerColumn: Column | null;
  /** The year of rows that name none, where the sheet says it. */
  readonly sheetYear: SheetYear | null;
  readonly scaleOf: Units['scaleOf'];
  /** Rows of dates beside the amounts of another row, by that row. */
  readonly dateRows: ReadonlyMap<number, number>;
}

export interface MoneyColumn extends Column, TableColumn {
  readonly concept: Concept;
}

/** A row of one year that is to be read. */
export interface YearRow {
  readonly row: number;
  readonly year: number;
  /** How the year is known, where the row does not name it. */
  readonly says: string | null;
}

export const moneyColumns = (columns: readonly Column[]): readonly MoneyColumn[] => columns.flatMap((column) => {
  const { concept } = column;
  const kind = concept === null ? undefined : tableColumns[concept];
  return concept === null || kind === undefined ? [] : [{ ...column, ...kind, concept }];
});

export const amountsIn = ({ context, money }: Table, row: number): readonly GridCell[] =>
  money.map(({ column }) => context.grid.at(row, column)).filter(({ blank }) => !blank);

/** Whether a row holds nothing but words where amounts would stand: sources, notes, ticks beside the amounts of another. */
export const holdsOnlyWords = (table: Table, row: number): boolean => amountsIn(table, row).every(isWords);

const isWords = (cell: GridCell): boolean => typeof cell.value === 'string' && !/\d/u.test(textOf(cell)) && parseAmount(cell.value).kind === 'reject';

/**
 * The cell at which it is asked and answered what a whole row is: its year or its owner, or a cell above its amounts. Where
 * there is none apart from its amounts, nothing can be asked of the row as a whole.
 */
export function headOf({ context: { grid }, yearColumn, ownerColumn, money }: Table, row: number): { readonly cell: GridCell; readonly apart: boolean } {
  const column = yearColumn ?? ownerColumn;
  if (column !== null) return { cell: grid.at(row, column.column), apart: true };
  const first = Math.min(...money.map((one) => one.column));
  const above = grid.columns.find((one) => one < first);
  if (above !== undefined) return { cell: grid.at(row, above), apart: true };
  return { cell: money.map((one) => grid.at(row, one.column)).find(({ blank }) => !blank) ?? grid.at(row, first), apart: false };
}

/** The year that a row names itself: what the preparer answered about it, or else what its year cell says. */
export function statedYear(table: Table, row: number): YearFound {
  const { context, yearColumn, columns } = table;
  const cell = headOf(table, row).cell;
  const beside = columns.filter(({ concept }) => !mayHoldMoney(concept)).map(({ column }) => context.grid.at(row, column));
  const answered = [cell, ...beside].map(({ address }) => context.answers.yearAt(address)).find((year) => year !== undefined);
  if (answered !== undefined) return { kind: 'year', year: answered };
  return yearColumn === null ? { kind: 'none' } : yearNamed(table, row, yearColumn);
}

/** The year of a row, and how it is known where the row does not name it. */
export function yearOfRow(table: Table, row: number): { readonly found: YearFound; readonly says: string | null } {
  const stated = statedYear(table, row);
  const { sheetYear } = table;
  return stated.kind !== 'none' || sheetYear === null ? { found: stated, says: null } : sheetYear;
}

/** "2024", "2024 T", "Prior year" beside the sheet's own; under a year that heads several columns, the one to the left. */
function yearNamed(table: Table, row: number, yearColumn: Column): YearFound {
  const { context, sheetYear, ownerColumn, rows } = table;
  const cell = context.grid.at(row, yearColumn.column);
  const text = textOf(cell);
  const relative = yearsBack(text);
  if (relative !== null && sheetYear?.found.kind === 'year') return { kind: 'year', year: sheetYear.found.year - relative };
  if (!cell.blank) return yearInCell(cell, context);
  if (!context.grid.isTurned || ownerColumn === null || ownerColumn.column === yearColumn.column || context.grid.at(row, ownerColumn.column).blank) return { kind: 'none' };
  const left = [...rows].reverse().find((other) => other < row && !context.grid.at(other, yearColumn.column).blank);
  return left === undefined ? { kind: 'none' } : yearInCell(context.grid.at(left, yearColumn.column), context);
}

/** How many years before the sheet's own a heading lies that names it by its place: "Current year", "PY". */
export const yearsBack = (text: string): number | null =>
  /^(?:(?:current|this) (?:tax )?year|cy)$/iu.test(text) ? 0 : /^(?:(?:prior|last|previous) (?:tax )?year|py)$/iu.test(text) ? 1 : null;

/** The year that a cell names, beside a person or not. */
export function yearInCell(cell: GridCell, context: SourceContext): YearFound {
  const found = yearIn(cell, context);
  if (found.kind !== 'unclear') return found;
  const beside = ownerIn(textOf(cell));
  const reading = beside === null ? null : parseYear(beside.rest.replace(/[()]/gu, ' '), { numberFormat: 'General', date1904: context.date1904 });
  return reading?.kind === 'year' ? reading : found;
}

export const textsIn = ({ context, columns }: Table, row: number): readonly RowText[] =>
  columns.filter(({ concept }) => concept === null || !mayHoldMoney(concept)).flatMap(({ column, concept }) => {
    const cell = context.grid.at(row, column);
    const text = textOf(cell);
    return /\p{L}/u.test(text) ? [{ cell, text, concept }] : [];
  });

/** The date that a row gives for its contribution or its conversion; "Jan 4" is of the row's year. */
export function dateFor({ context, columns, dateRows }: Table, { row, year }: YearRow, { concept, column }: MoneyColumn): DateFound {
  const wanted: Concept = concept === 'converted' ? 'conversion_date' : 'contribution_date';
  const dated = columns.find((one) => one.concept === wanted);
  if (dated !== undefined && !context.grid.at(row, dated.column).blank) return dateIn(context.grid.at(row, dated.column), year, context);
  const beside = dateRows.get(row);
  const inRow = beside === undefined ? { kind: 'none' } as const : dateIn(context.grid.at(beside, column), year, context);
  return inRow.kind !== 'none' || dated === undefined ? inRow : dateIn(context.grid.at(row, dated.column), year, context);
}

/** Where an item's label names a year ("FMV 12/31/2024" on the sheet of 2025), its amount is of that year. */
export const yearOfItem = ({ sheetYear }: Table, { year }: Column, row: YearRow): number => (sheetYear !== null && row.says !== null && year !== null ? year : row.year);

/** Titles: words in cells before the items that name a year and stand beside no amount. */
export const titlesAmong = (cells: readonly GridCell[]): readonly GridCell[] => cells.filter((cell) => yearsIn(withoutDates(textOf(cell))).length > 0);

export const isDay = (cell: GridCell, context: SourceContext): boolean =>
  isDateNumber(cell) || (typeof cell.value === 'string' && dateIn(cell, 2000, context).kind === 'date');

export const mentions = (cell: GridCell): string => (cell.blank ? `${nameOf(cell)} names no year` : `${nameOf(cell)} says ${quoted(cell.shown)}`);
