import { formatCell, parseRange } from '../cells/address';
import { formattedAsText, notReached, overCells, protectedSheet, refusedSheet, type CellsReport, type SheetCount, type SkippedSheet } from './cellsReport';
import { usesOurFunctions } from './ourFunctions';
import { asConstant, isFormattedAsText, isFormula, readSheets, writeAllOrNone, type CellChange, type SheetCells } from './sheetCells';
import type { Signal } from './stop';

/** Which cells: those that are selected, or all of the workbook. */
export type Scope = 'selection' | 'workbook';

interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * Replaces formulas that use our functions by what they show, so that a workbook can be handed to somebody without the
 * add-in. Other formulas stay. A result that spills is kept whole. A cell that shows an error keeps its formula: an error is
 * no figure to hand on. A sheet is converted wholly or not at all, and Stop is heard between them; one whose spilled result another formula reads by
 * its anchor (`H1#`) is left alone, for there would be nothing left to read.
 */
export const convertToValues = (scope: Scope, signal?: Signal): Promise<CellsReport> => overCells(async (context) => {
  const area = scope === 'selection' ? await selected(context) : null;
  const all = await readSheets(context, signal);
  const sheets: SheetCount[] = [];
  const skipped: SkippedSheet[] = [];
  const left: { cell: string; text: string }[] = [];
  for (const cells of all) {
    if (area !== null && area.sheet !== cells.sheet) continue;
    const found = ourCells(cells, area);
    left.push(...found.filter((cell) => isFormattedAsText(cells, cell)).map((cell) => formattedAsText(addressOf(cells.sheet, cell))));
    const ours = found.filter((cell) => !isFormattedAsText(cells, cell));
    const errors = ours.filter((cell) => typeAt(cells, cell) === 'Error');
    const changes = ours.filter((cell) => typeAt(cells, cell) !== 'Error')
      .map((cell) => ({ ...cell, from: formulaAt(cells, cell), to: asConstant(valueAt(cells, cell)) }));
    left.push(...errors.map((cell) => keepsFormula(cells, cell)));
    if (changes.length === 0) continue;
    const reader = readerOfSpill(all, cells.sheet, changes);
    if (signal?.stopped) skipped.push(notReached(cells.sheet, changes.length));
    else if (cells.isProtected) skipped.push(protectedSheet(cells.sheet, changes.length, 'convert again'));
    else if (reader !== null) skipped.push({ sheet: cells.sheet, cells: changes.length, text: reader });
    else {
      try {
        await convert(context, cells, changes);
        sheets.push({ sheet: cells.sheet, cells: changes.length });
      } catch (error) {
        skipped.push(refusedSheet(cells.sheet, changes.length, error));
      }
    }
  }
  return { sheets, skipped, left };
});

const selected = async (context: Excel.RequestContext): Promise<Area> => {
  const range = context.workbook.getSelectedRange();
  range.load('address');
  await context.sync();
  const { sheet, top, left, bottom, right } = parseRange(range.address);
  return { sheet, top: top - 1, left: left - 1, bottom: bottom - 1, right: right - 1 };
};

type Place = Pick<CellChange, 'row' | 'column'>;

const valueAt = ({ values, top, left }: SheetCells, { row, column }: Place): unknown => values[row - top]?.[column - left] ?? '';

const formulaAt = ({ formulas, top, left }: SheetCells, { row, column }: Place): unknown => formulas[row - top]?.[column - left] ?? '';

const typeAt = ({ types, top, left }: SheetCells, { row, column }: Place): string => types[row - top]?.[column - left] ?? 'Empty';

const ourCells = ({ formulas, top, left }: SheetCells, area: Area | null): readonly Place[] => formulas.flatMap((line, down) => line.flatMap((content, right) => {
  const [row, column] = [top + down, left + right];
  const isInside = area === null || (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  return isInside && isFormula(content) && usesOurFunctions(content) ? [{ row, column }] : [];
}));

const addressOf = (sheet: string, { row, column }: Place): string => formatCell({ sheet, row: row + 1, column: column + 1 });

const keepsFormula = (cells: SheetCells, { row, column }: Place): { cell: string; text: string } => {
  const cell = addressOf(cells.sheet, { row, column });
  return { cell, text: `${cell} shows ${String(valueAt(cells, { row, column }))} and keeps its formula; correct what it refuses, then convert again.` };
};

/** The sentence that names a formula which reads one of these cells as the anchor of a spilled result, or null. */
const readerOfSpill = (all: readonly SheetCells[], sheet: string, anchors: readonly Place[]): string | null => {
  const converted = new Set(anchors.map((anchor) => addressOf(sheet, anchor).toLowerCase()));
  for (const cells of all) {
    for (const [down, line] of cells.formulas.entries()) {
      for (const [right, content] of line.entries()) {
        const place = addressOf(cells.sheet, { row: cells.top + down, column: cells.left + right });
        const read = isFormula(content) && !converted.has(place.toLowerCase()) ? anchorsReadBy(content, cells.sheet) : [];
        const found = read.find((anchor) => converted.has(anchor.toLowerCase()));
        if (found !== undefined) {
          return `${place} reads the whole result of ${found} (${found}#), which values do not have; the sheet "${sheet}" stayed as it is. Convert ${place} first, or `
            + 'select other cells.';
        }
      }
    }
  }
  return null;
};

/** `SUM(Data!$H$1#)`: the cells whose spilled results a formula reads, in quoted A1. */
const anchorsReadBy = (formula: string, sheet: string): readonly string[] =>
  [...formula.matchAll(/"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!)?(\$?[a-z]{1,3}\$?\d+)#/giu)].flatMap(([, prefix = '', address]) =>
    (address === undefined ? [] : [formatCell(parseAnchor(`${prefix}${address.replace(/\$/gu, '')}`, sheet))]));

const parseAnchor = (text: string, sheet: string): { sheet: string; row: number; column: number } => {
  const { sheet: on, top, left } = parseRange(text, sheet);
  return { sheet: on, row: top, column: left };
};

/**
 * Writes the values. Where an anchor becomes a constant, Excel takes its spilled cells away; they are written as they were,
 * and if that fails the formulas come back, and with them what they spill.
 */
const convert = async (context: Excel.RequestContext, cells: SheetCells, changes: readonly CellChange[]): Promise<void> => {
  await writeAllOrNone(context, cells.sheet, changes);
  try {
    const after = (await readSheets(context)).find(({ sheet }) => sheet === cells.sheet);
    const vanished = after === undefined ? [] : vanishedFrom(cells, after);
    if (vanished.length > 0) await writeAllOrNone(context, cells.sheet, vanished);
  } catch (error) {
    await writeAllOrNone(context, cells.sheet, changes.map((change) => ({ ...change, to: change.from })));
    throw error;
  }
};

/** Cells that showed something, empty text included, and hold nothing now. */
const vanishedFrom = (before: SheetCells, after: SheetCells): readonly CellChange[] => before.formulas.flatMap((line, down) => line.flatMap((content, right) => {
  const place = { row: before.top + down, column: before.left + right };
  const isChild = !isFormula(content) || usesOurFunctions(content);
  const isGone = typeAt(before, place) !== 'Empty' && typeAt(after, place) === 'Empty';
  return isChild && isGone ? [{ ...place, from: '', to: asConstant(valueAt(before, place)) }] : [];
}));
