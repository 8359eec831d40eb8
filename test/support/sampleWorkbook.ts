import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';

/** A sample workbook as its description gives it: rows of cells, dates and formulas spelled out. */
export interface SampleWorkbook {
  readonly id: string;
  readonly title: string;
  readonly sheets: readonly { readonly name: string; readonly cells: readonly (readonly SampleCell[])[] }[];
  readonly selections: readonly { readonly role: string; readonly owner: string; readonly sheet: string; readonly range: string; readonly note?: string }[];
  readonly expected: Readonly<Record<string, Readonly<Record<string, {
    readonly lines: Readonly<Record<'cents' | 'form_3dp' | 'form_5dp', Readonly<Record<string, number | null>>>>;
  }>>>>;
  readonly expected_warnings: readonly string[];
  readonly row_decisions: readonly { readonly sheet: string; readonly row: number; readonly decision: string }[];
}

type SampleCell = null | string | number | boolean | { readonly date: string } | { readonly f: string; readonly v: number };

export const sampleWorkbook = (id: string): SampleWorkbook =>
  JSON.parse(readFileSync(path.join(__dirname, '..', 'fixtures', 'workbooks', `${id}.json`), 'utf8')) as SampleWorkbook;

/** The sample as an .xlsx file. */
export async function asXlsx(sample: SampleWorkbook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, cells } of sample.sheets) {
    const sheet = workbook.addWorksheet(name);
    cells.forEach((row, r) => row.forEach((cell, c) => {
      if (cell === null) return;
      const target = sheet.getCell(r + 1, c + 1);
      if (typeof cell !== 'object') target.value = cell;
      else if ('date' in cell) {
        target.value = new Date(`${cell.date}T00:00:00Z`);
        target.numFmt = 'm/d/yyyy';
      } else target.value = { formula: cell.f.replace(/^=/, ''), result: cell.v };
    }));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer() as ArrayBuffer);
}

/** The roundings in which the samples list their lines, as a plan says them. */
export const roundings = {
  cents: { rounding: 'cents', ratioPlaces: 'exact' },
  form_3dp: { rounding: 'dollars', ratioPlaces: 3 },
  form_5dp: { rounding: 'dollars', ratioPlaces: 5 },
} as const;
