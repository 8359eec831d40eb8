import { formatCell } from '../cells/address';
import { formattedAsText, notReached, overCells, protectedSheet, refusedSheet, type CellsReport, type SheetCount, type SkippedSheet } from './cellsReport';
import { asTyped, isStoredSpelling, usesOurFunctions } from './ourFunctions';
import { isFormattedAsText, isFormula, readSheets, writeAllOrNone, type CellChange, type SheetCells } from './sheetCells';
import type { Signal } from './stop';

/**
 * Enters formulas anew that Excel does not connect with the add-in: one typed or opened before the add-in was there shows
 * #NAME? for ever, whatever is recalculated, and one may be shown in the spelling of files. Nothing else is touched, and a
 * second run finds nothing to do. Each sheet is repaired wholly or not at all; Stop is heard between them.
 */
export const repairFormulas = (signal?: Signal): Promise<CellsReport> => overCells(async (context) => {
  const sheets: SheetCount[] = [];
  const skipped: SkippedSheet[] = [];
  const left: { cell: string; text: string }[] = [];
  for (const cells of await readSheets(context, signal)) {
    const stuck = stuckIn(cells);
    const changes = stuck.filter((change) => !isFormattedAsText(cells, change));
    left.push(...stuck.filter((change) => isFormattedAsText(cells, change)).map((change) => formattedAsText(addressOf(cells.sheet, change))));
    if (changes.length === 0) continue;
    if (signal?.stopped) {
      skipped.push(notReached(cells.sheet, changes.length));
      continue;
    }
    if (cells.isProtected) {
      skipped.push(protectedSheet(cells.sheet, changes.length, 'repair again'));
      continue;
    }
    try {
      const shown = await writeAllOrNone(context, cells.sheet, changes);
      sheets.push({ sheet: cells.sheet, cells: changes.length });
      left.push(...changes.flatMap((change, at) => (shown[at] === '#NAME?' ? [stillUnknown(cells.sheet, change)] : [])));
    } catch (error) {
      skipped.push(refusedSheet(cells.sheet, changes.length, error));
    }
  }
  return { sheets, skipped, left };
});

const stuckIn = ({ formulas, values, top, left }: SheetCells): readonly CellChange[] => formulas.flatMap((row, down) => row.flatMap((content, right) => {
  if (!isFormula(content)) return [];
  const isStuck = isStoredSpelling(content) || (values[down]?.[right] === '#NAME?' && usesOurFunctions(content));
  return isStuck ? [{ row: top + down, column: left + right, from: content, to: asTyped(content) }] : [];
}));

const addressOf = (sheet: string, { row, column }: Pick<CellChange, 'row' | 'column'>): string => formatCell({ sheet, row: row + 1, column: column + 1 });

const stillUnknown = (sheet: string, { row, column }: CellChange): { cell: string; text: string } => {
  const cell = addressOf(sheet, { row, column });
  return { cell, text: `${cell} was entered anew and still shows #NAME?: Excel has not loaded the functions yet, or the formula names something else that is missing.` };
};

