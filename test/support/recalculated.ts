/** Sheets of typed cells and formulas, as other programs show them once they have worked the formulas out. */
import ExcelJS from 'exceljs';
import { formatLocalCell } from '../../src/cells/address';
import { Host, openUniver } from '../../src/host';
import { readWorkbook } from '../../src/package';
import { aSheet, aWorkbook } from './hostedWorkbook';
import { recalculateAll } from './libreoffice';

export interface SheetToCalculate {
  readonly title: string;
  readonly cells: readonly (readonly [address: string, content: number | string])[];
}

/** What the other program shows in a cell of a sheet; "" for nothing. */
export type ShownAt = (sheet: string, address: string) => unknown;

const isFormula = (content: number | string): content is string => typeof content === 'string' && content.startsWith('=');

/** Beyond so many sheets a workbook takes either program longer than two workbooks of half as many. */
const SHEETS_OF_A_BOOK = 120;

const inBooks = (sheets: readonly SheetToCalculate[]): readonly (readonly SheetToCalculate[])[] =>
  Array.from({ length: Math.ceil(sheets.length / SHEETS_OF_A_BOOK) }, (_, book) => sheets.slice(book * SHEETS_OF_A_BOOK, (book + 1) * SHEETS_OF_A_BOOK));

/** What is shown, by sheet and address. */
type Shown = Map<string, ReadonlyMap<string, unknown>>;

const shownAt = (shown: Shown): ShownAt => (sheet, address) => shown.get(sheet)?.get(address) ?? '';

/** In one start of the program, for each costs seconds. */
export async function inLibreOffice(sheets: readonly SheetToCalculate[]): Promise<ShownAt> {
  const books = await Promise.all(inBooks(sheets).map(asWorkbook));
  const shown: Shown = new Map();
  for (const bytes of await recalculateAll(books)) {
    for (const { name, cells } of readWorkbook(bytes).sheets) shown.set(name, new Map([...cells].map(([address, { value }]) => [address, value])));
  }
  return shownAt(shown);
}

const asWorkbook = async (sheets: readonly SheetToCalculate[]): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  for (const { title, cells } of sheets) {
    const worksheet = workbook.addWorksheet(title);
    for (const [address, content] of cells) {
      worksheet.getCell(address).value = isFormula(content) ? { formula: content.slice(1) } as ExcelJS.CellFormulaValue : content;
    }
  }
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
};

/** The engine that is embedded in the workbench and the command line. Formulas without a saved value are calculated as it opens. */
export async function inTheEmbeddedEngine(sheets: readonly SheetToCalculate[]): Promise<ShownAt> {
  const shown: Shown = new Map();
  for (const book of inBooks(sheets)) {
    const content = aWorkbook(book.map(({ title, cells }) => aSheet(title, Object.fromEntries(cells.map(([address, cell]) =>
      [address, isFormula(cell) ? { formula: cell, value: null } : cell])))));
    const host = new Host({ content, openBackend: openUniver, functions: [] });
    try {
      await host.book.backend.calculate('all');
      for (const sheet of host.book.worksheets) {
        shown.set(sheet.name, new Map(host.book.backend.filledCells(sheet.id).map(({ row, column, content: cell }) =>
          [formatLocalCell({ row: row + 1, column: column + 1 }), cell.value])));
      }
    } finally {
      host.dispose();
    }
  }
  return shownAt(shown);
}
