/**
 * Which formulas depend on which cells: directly or through other formulas, through names and tables, whole columns and
 * ranges of other sheets. What INDIRECT and OFFSET read is not in the text of a formula: see readAtWork.ts.
 */
import { intersection, type Rectangle } from './address';
import { keyOf, placeOfKey } from './cellKey';
import { expand, type FormulaPlace, type Vocabulary } from './expand';
import { rangeReference, referencesRead } from './formula';

export interface FormulaCell extends FormulaPlace {
  readonly formula: string;
  /** The cells that show its result, where it spills over more than its own. */
  readonly area?: Rectangle;
}

/** Cells of a sheet, known by its name. */
export interface SheetArea {
  readonly sheet: string;
  readonly area: Rectangle;
}

/** A set of cells of several sheets. */
export class CellSet {
  readonly #cells = new Map<string, Set<number>>();

  add({ sheet, row, column }: FormulaPlace): boolean {
    const name = sheet.toLowerCase();
    const cells = this.#cells.get(name) ?? new Set<number>();
    this.#cells.set(name, cells);
    if (cells.has(keyOf(row, column))) return false;
    cells.add(keyOf(row, column));
    return true;
  }

  has({ sheet, row, column }: FormulaPlace): boolean {
    return this.#cells.get(sheet.toLowerCase())?.has(keyOf(row, column)) ?? false;
  }
}

/** What a formula reads, as far as its text tells. `sheets`: all names in order, for references through several sheets. */
export function precedentsOf(cell: FormulaCell, words: Vocabulary, sheets: readonly string[]): readonly SheetArea[] {
  return referencesRead(expand(cell.formula, cell, words)).flatMap((text) => {
    const reference = rangeReference(text);
    if (reference === null || reference.book !== null) return [];
    return sheetsOf(reference.sheet ?? cell.sheet, sheets).map((sheet) => ({ sheet, area: reference.area }));
  });
}

/** One sheet, or those from one to another (`Jan:Mar`). */
function sheetsOf(text: string, sheets: readonly string[]): readonly string[] {
  const place = (name: string) => sheets.findIndex((sheet) => sheet.toLowerCase() === name.toLowerCase());
  if (place(text) >= 0 || !text.includes(':')) return [text];
  const ends = text.split(':').map(place);
  return ends.includes(-1) ? [text] : sheets.slice(Math.min(...ends), Math.max(...ends) + 1);
}

/** The formulas that depend on the changed cells. A changed cell is in the answer only if it depends on another one. */
export function dependentsOf(
  changed: readonly SheetArea[],
  formulas: readonly FormulaCell[],
  words: Vocabulary,
  sheets: readonly string[],
): CellSet {
  const readers = new Readers(formulas, words, sheets);
  const found = new CellSet();
  const waiting = [...changed];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const reader of readers.of(next)) {
      if (!found.add(reader)) continue;
      const { sheet, row, column } = reader;
      waiting.push({ sheet, area: reader.area ?? { top: row, left: column, bottom: row, right: column } });
    }
  }
  return found;
}

/** The formulas by what they read, found again by a changed cell: single cells by table, ranges by trying each. */
class Readers {
  readonly #byCell = new Map<string, Map<number, FormulaCell[]>>();
  readonly #byRange = new Map<string, { readonly area: Rectangle; readonly reader: FormulaCell }[]>();

  constructor(formulas: readonly FormulaCell[], words: Vocabulary, sheets: readonly string[]) {
    for (const reader of formulas) {
      for (const { sheet, area } of precedentsOf(reader, words, sheets)) this.#add(sheet.toLowerCase(), area, reader);
    }
  }

  of({ sheet, area }: SheetArea): FormulaCell[] {
    const name = sheet.toLowerCase();
    const cells = this.#byCell.get(name);
    const ranges = (this.#byRange.get(name) ?? []).filter((range) => intersection(range.area, area) !== null).map(({ reader }) => reader);
    if (area.top === area.bottom && area.left === area.right) return [...(cells?.get(keyOf(area.top, area.left)) ?? []), ...ranges];
    const inside = [...(cells ?? [])].flatMap(([key, readers]) => {
      const { row, column } = placeOfKey(key);
      return intersection(area, { top: row, left: column, bottom: row, right: column }) === null ? [] : readers;
    });
    return [...inside, ...ranges];
  }

  #add(sheet: string, area: Rectangle, reader: FormulaCell): void {
    if (area.top !== area.bottom || area.left !== area.right) {
      const ranges = this.#byRange.get(sheet) ?? [];
      ranges.push({ area, reader });
      this.#byRange.set(sheet, ranges);
      return;
    }
    const cells = this.#byCell.get(sheet) ?? new Map<number, FormulaCell[]>();
    this.#byCell.set(sheet, cells);
    const key = keyOf(area.top, area.left);
    cells.set(key, [...(cells.get(key) ?? []), reader]);
  }
}
