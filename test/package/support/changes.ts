import type { CellChange, NewSheet, WorkbookChanges } from '../../../src/package';

/** Changes with everything that a test does not care about left empty. */
export const changes = (some: Partial<WorkbookChanges>): WorkbookChanges => ({
  cells: new Map(),
  newSheets: [],
  namesAdded: [],
  namesRemoved: [],
  ...some,
});

export const cellChanges = (sheet: string, ...cells: CellChange[]): WorkbookChanges =>
  changes({ cells: new Map([[sheet, cells]]) });

export const newSheet = (some: Partial<NewSheet> & { readonly name: string }): NewSheet => ({
  cells: [],
  columns: new Map(),
  rowHeights: new Map(),
  ...some,
});
