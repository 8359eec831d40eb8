/** Sheets of typed cells and formulas, as other programs show them once they have worked the formulas out. */
import ExcelJS from 'exceljs';
import { formatLocalCell } from '../../src/cells/address';
import { Host, openUniver } from '../../src/host';
import { readWorkbook } from '../../src/package';
import { aSheet, aWorkbook } from './hostedWorkbook';
import { recalculateWithLibreOffice } from './libreoffice';

export interface SheetToCalculate {
  readonly title: string;
  readonly cells: readonly (readonly [address: string, content: number | string])[];
}

/** What the other program shows in a cell of a sheet; "" for nothing. */
export type ShownAt = (sheet: string, address: string) => unknown;

const isFormula = (content: number | string): content is string => typeof content === 'string' && content.startsWith('=');

/** In one file, for each start of the program costs seconds. */
export async function inLibreOffice(sheets: readonly SheetToCalculate[]): Promise<ShownAt> {
  const workbook = new ExcelJS.Workbook();
  for (const { title, cells } of sheets) {
    const worksheet = workbook.addWorksheet(title);
    for (const [address, content] of cells) {
      worksheet.getCell(address).value = isFormula(content) ? { formula: content.slice(1) } as ExcelJS.CellFormulaValue : content;
    }
  }
  const saved = readWorkbook(await recalculateWithLibreOffice(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer)));
  const byName = new Map(saved.sheets.map(({ name, cells }) => [name, cells]));
  return (sheet, address) => byName.get(sheet)?.get(address)?.value ?? '';
}

/** The engine that is embedded in the workbench and the command line. Formulas without a saved value are calculated as it opens. */
export async function inTheEmbeddedEngine(sheets: readonly SheetToCalculate[]): Promise<ShownAt> {
  const content = aWorkbook(sheets.map(({ title, cells }) => aSheet(title, Object.fromEntries(cells.map(([address, cell]) =>
    [address, isFormula(cell) ? { formula: cell, value: null } : cell])))));
  const host = new Host({ content, openBackend: openUniver, functions: [] });
  try {
    await host.book.backend.calculate('all');
    const shown = new Map(host.book.worksheets.map((sheet) => [sheet.name, new Map(host.book.backend.filledCells(sheet.id).map(({ row, column, content: cell }) =>
      [formatLocalCell({ row: row + 1, column: column + 1 }), cell.value]))]));
    return (sheet, address) => shown.get(sheet)?.get(address) ?? '';
  } finally {
    host.dispose();
  }
}
