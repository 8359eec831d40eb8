/**
 * A planner's tab against the engine, on made-up inputs: a sheet for each, with the tab's own formulas at the tab's own
 * addresses, recalculated by programs that are not ours. Only what a person types differs from sheet to sheet.
 */
import ExcelJS from 'exceljs';
import { Host, openUniver } from '../../../src/host';
import { readWorkbook } from '../../../src/package';
import type { Planner } from '../../../src/planner/planner';
import { idOf } from '../../../src/planner/planner';
import { placesOf, at } from '../../../src/planner/place';
import { plannerTab } from '../../../src/planner/tab';
import { typedFields, workOut, type Typed } from '../../../src/planner/work';
import type { Content } from '../../../src/worksheet/layout';
import { aSheet, aWorkbook } from '../../support/hostedWorkbook';
import { recalculateWithLibreOffice } from '../../support/libreoffice';

export interface MadeUp {
  readonly planner: Planner;
  readonly year: number;
  readonly given: readonly Typed[];
}

/** What another program shows in a cell of a sheet; "" for nothing. */
export type ShownAt = (sheet: string, address: string) => unknown;

interface Sheet {
  readonly title: string;
  readonly planner: Planner;
  readonly year: number;
  readonly given: Typed;
  readonly cells: readonly (readonly [address: string, content: number | string])[];
}

export const sheetsOf = (madeUp: readonly MadeUp[]): readonly Sheet[] => madeUp.flatMap(({ planner, year, given }) => given.map((typed, index) => {
  const { cells } = plannerTab({ planner, year, person: planner.of === 'person' ? 'T' : null, given: typed as Record<string, Content>, standing: false });
  return {
    title: `${planner.id} ${year} ${index + 1}`,
    planner,
    year,
    given: typed,
    cells: cells.flatMap((row, r) => row.flatMap((content, c) => (content === '' || content === null ? [] : [[at(c + 1, r + 1), content] as const]))),
  };
}));

/** Every figure, answer and verdict of every sheet equals the engine's. Returns how many were compared. */
export const compare = (sheets: readonly Sheet[], shownAt: ShownAt): number => {
  let compared = 0;
  for (const { title, planner, year, given } of sheets) {
    const worked = workOut(planner, year, given);
    const places = placesOf(planner, year);
    for (const block of planner.blocks(year)) {
      for (const { id } of block.cases) {
        for (const field of block.fields) {
          if (field.field === 'typed') continue;
          const { column, row } = places.cellOf(id, idOf(field));
          const there = shownAt(title, at(column, row));
          const here = field.field === 'words' ? worked.words(id, field.id)
            : field.field === 'worked' && field.entry.kind === 'question' ? (worked.answer(id, field.entry.id) ? 'Yes' : 'No')
              : worked.amount(id, idOf(field)) ?? '';
          const agrees = typeof here === 'string' ? there === here || (here === '' && (there === null || there === undefined))
            : typeof there === 'number' && here.minus(there).abs().lessThan(idOf(field) === '10' ? '1.01e-10' : '0.00001');
          if (!agrees) {
            throw new Error(`${title}, ${id}, ${idOf(field)} at ${at(column, row)}: the sheet shows ${String(there)}, the engine has ${String(here)}: ${JSON.stringify(given)}`);
          }
          compared += 1;
        }
      }
    }
  }
  return compared;
};

/** In one file, for each start of the program costs seconds. */
export async function inLibreOffice(sheets: readonly Sheet[]): Promise<ShownAt> {
  const workbook = new ExcelJS.Workbook();
  for (const { title, cells } of sheets) {
    const worksheet = workbook.addWorksheet(title);
    for (const [address, content] of cells) {
      worksheet.getCell(address).value = typeof content === 'string' && content.startsWith('=') ? { formula: content.slice(1) } as ExcelJS.CellFormulaValue : content;
    }
  }
  const saved = readWorkbook(await recalculateWithLibreOffice(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer)));
  const byName = new Map(saved.sheets.map(({ name, cells }) => [name, cells]));
  return (sheet, address) => byName.get(sheet)?.get(address)?.value ?? '';
}

/** The engine that is embedded in the workbench and the command line. Formulas without a saved value are calculated as it opens. */
export async function inTheEmbeddedEngine(sheets: readonly Sheet[]): Promise<ShownAt> {
  const content = aWorkbook(sheets.map(({ title, cells }) => aSheet(title, Object.fromEntries(cells.map(([address, cell]) =>
    [address, typeof cell === 'string' && cell.startsWith('=') ? { formula: cell, value: null } : cell])))));
  const host = new Host({ content, openBackend: openUniver, functions: [] });
  try {
    await host.book.backend.calculate('all');
    const shown = new Map(host.book.worksheets.map((sheet) => [sheet.name, new Map(host.book.backend.filledCells(sheet.id).map(({ row, column, content: cell }) =>
      [at(column + 1, row + 1), cell.value]))]));
    return (sheet, address) => shown.get(sheet)?.get(address) ?? '';
  } finally {
    host.dispose();
  }
}

/** What stands in the typed cells of a new tab, with some of it replaced. */
export const startingWith = (planner: Planner, year: number, change: Typed): Typed => ({
  ...Object.fromEntries(typedFields(planner, year).map(({ key, field, of }) => [key, field.start?.(of.id) ?? null])), ...change,
});
