/** Where the results of a sheet's formulas spill. */
import type { Rectangle } from './address';
import { keyOf } from './cellKey';
import type { Book, SheetState } from './model/book';

/** By the key of the cell with the formula: all cells that show its result, that one included. */
export function spillAreas(book: Book, sheet: SheetState): ReadonlyMap<number, Rectangle> {
  const areas = new Map<number, Rectangle>();
  for (const { row, column, content } of book.backend.filledCells(sheet.id)) {
    const from = content.spilledFrom;
    if (from === undefined) continue;
    const key = keyOf(from.row, from.column);
    const known = areas.get(key) ?? { top: from.row, left: from.column, bottom: from.row, right: from.column };
    areas.set(key, { ...known, bottom: Math.max(known.bottom, row), right: Math.max(known.right, column) });
  }
  return areas;
}
