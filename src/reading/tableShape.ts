import type { SourceContext } from './context';

/**
 * How a table of items lies on the sheet. All these roles are one thing: items on one side, years or persons on the other.
 * Where the items stand in rows, the table is turned before it is read, so that each year or person is a row.
 */
export interface TableShape {
  readonly turned: boolean;
  /** Where a row that names no year has it from: nowhere, so that it is asked; or from the sheet's name, its title, the plan. */
  readonly yearless: 'asked' | 'of the sheet';
  /** Each row is a person's, though we may not know the name. */
  readonly persons: boolean;
  /** A blank contribution or deduction, and a year without a row, may be unknown, which is not nothing: it is asked. */
  readonly unknown?: 'asked';
}

/** The tracker that the articles teach: a row for each year, items in columns. */
export const yearTable: TableShape = { turned: false, yearless: 'asked', persons: false };

/** The roll-forward of accountants: items in rows, years in columns. */
export const yearColumns: TableShape = { turned: true, yearless: 'asked', persons: false };

/** Items of one year, as on a sheet of its own. */
export const yearTab: TableShape = { turned: true, yearless: 'of the sheet', persons: false };

/** Items of one year in rows, persons in columns. */
export const itemsByOwner: TableShape = { turned: true, yearless: 'of the sheet', persons: true };

/** Earlier years, to rebuild basis: what was contributed and what of it was deducted. */
export const basisHistory: TableShape = { ...yearTable, unknown: 'asked' };

export const inShape = (context: SourceContext, shape: TableShape): SourceContext => (shape.turned ? { ...context, grid: context.grid.turned() } : context);
