/** A workbook made by hand, behind a host, with the real client in front: what most tests of the host begin with. */
import { Host, loadClient, openUniver, type ExcelClient } from '../../src/host';
import type { EngineFunction } from '../../src/host/backend';
import type { CellValue, StoredCell, StoredName, StoredSheet, StoredTable, WorkbookContent } from '../../src/package/content';

/** A cell as a value, a formula with its saved value, or all there is to say. */
export type CellInBrief = CellValue | readonly [formula: string, saved: CellValue] | Partial<StoredCell>;

const isValue = (cell: CellInBrief): cell is CellValue => typeof cell !== 'object' || cell === null || 'error' in cell;

const cellOf = (cell: CellInBrief): StoredCell => {
  if (isValue(cell)) return { value: cell, numberFormat: 'General' };
  if (Array.isArray(cell)) return { formula: cell[0] as string, value: cell[1] as CellValue, numberFormat: 'General' };
  return { value: null, numberFormat: 'General', ...(cell as Partial<StoredCell>) };
};

export const aSheet = (name: string, cells: Readonly<Record<string, CellInBrief>> = {}, rest: Partial<StoredSheet> = {}): StoredSheet => ({
  name,
  visibility: 'Visible',
  protected: false,
  cells: new Map(Object.entries(cells).map(([address, cell]) => [address, cellOf(cell)])),
  merges: [],
  hiddenRows: new Set<number>(),
  ...rest,
});

export const aName = (name: string, formula: string, sheet?: string): StoredName =>
  ({ name, formula, hidden: false, ...(sheet === undefined ? {} : { sheet }) });

export function aWorkbook(
  sheets: readonly StoredSheet[],
  rest: Partial<WorkbookContent> & { readonly names?: readonly StoredName[]; readonly tables?: readonly StoredTable[] } = {},
): WorkbookContent {
  return {
    sheets, names: [], tables: [], date1904: false, precisionAsDisplayed: false, structureProtected: false, calculation: 'automatic', ...rest,
  };
}

export interface Hosted extends ExcelClient {
  readonly host: Host;
}

/** Microsoft's client as it is installed. */
export const clientPath = require.resolve('@microsoft/office-js/dist/excel-win32-16.01.debug.js');

const open: Host[] = [];

export function hosted(content: WorkbookContent, functions: readonly EngineFunction[] = []): Hosted {
  const host = new Host({ content, openBackend: openUniver, functions });
  open.push(host);
  return { host, ...loadClient({ host, path: clientPath }) };
}

/** To be called after each test: engines hold memory that nothing else frees. */
export function closeHosts(): void {
  open.splice(0).forEach((host) => host.dispose());
}

/** Everything in the workbook that an add-in can change: cells, formats, charts, pages, names and tables, as plain data to compare. */
export function stateOf({ book }: Host): unknown {
  return {
    sheets: book.worksheets.map((sheet) => ({
      name: sheet.name,
      cells: book.backend.filledCells(sheet.id).map(({ row, column, content }) => [row, column, content.value, content.formula ?? null]),
      styles: sheet.styles.styledCells(),
      columnWidths: [...sheet.columnWidths],
      rowHeights: [...sheet.rowHeights],
      page: sheet.page,
      charts: sheet.charts,
    })),
    names: book.backend.names().map(({ name, formula }) => [name, formula]),
    tables: book.tables.map(({ words, style, bandedRows, filterButton }) => [words, style, bandedRows, filterButton]),
  };
}
