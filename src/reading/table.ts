import type { InputName } from '../forms/form8606/inputs';
import { detailsOf } from '../plan/answers';
import type { SourceContext } from './context';
import { textOf, type GridCell } from './grid';
import type { Column } from './header';
import type { DateFound, RowText, Signs, YearFound } from './judgement';
import { dateIn, yearIn } from './rowFacts';
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

/** A table with a row for each year, once it is known which column is which. */
export interface Table {
  readonly context: SourceContext;
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
  /** Those of the columns that the form starts from. */
  readonly money: readonly MoneyColumn[];
  readonly yearColumn: Column;
}

export interface MoneyColumn extends Column, TableColumn {
  readonly concept: Concept;
}

/** A row of one year that is to be read. */
export interface YearRow {
  readonly row: number;
  readonly year: number;
}

export const moneyColumns = (columns: readonly Column[]): readonly MoneyColumn[] => columns.flatMap((column) => {
  const { concept } = column;
  const kind = concept === null ? undefined : tableColumns[concept];
  return concept === null || kind === undefined ? [] : [{ ...column, ...kind, concept }];
});

export const amountsIn = ({ context, money }: Table, row: number): readonly GridCell[] =>
  money.map(({ column }) => context.grid.at(row, column)).filter(({ blank }) => !blank);

/** The year of a row: what the preparer answered about the row, or else what its year cell says. */
export function yearOfRow({ context, yearColumn, columns }: Table, row: number): YearFound {
  const cell = context.grid.at(row, yearColumn.column);
  const beside = columns.filter(({ concept }) => !mayHoldMoney(concept)).map(({ column }) => context.grid.at(row, column));
  const answered = [cell, ...beside].map(({ address }) => detailsOf(context.answers.at(address)).year).find((year) => year !== undefined);
  return answered === undefined ? yearIn(cell, context) : { kind: 'year', year: answered };
}

export const textsIn = ({ context, columns }: Table, row: number): readonly RowText[] =>
  columns.filter(({ concept }) => concept === null || !mayHoldMoney(concept)).flatMap(({ column, concept }) => {
    const cell = context.grid.at(row, column);
    const text = textOf(cell);
    return /\p{L}/u.test(text) ? [{ cell, text, concept }] : [];
  });

/** The date that a row gives for its contribution or its conversion; "Jan 4" is of the row's year. */
export function dateFor({ context, columns }: Table, { row, year }: YearRow, concept: Concept): DateFound {
  const wanted: Concept = concept === 'converted' ? 'conversion_date' : 'contribution_date';
  const column = columns.find((one) => one.concept === wanted);
  return column === undefined ? { kind: 'none' } : dateIn(context.grid.at(row, column.column), year, context);
}
