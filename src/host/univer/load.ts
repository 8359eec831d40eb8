/** A workbook as it was read from its file, laid out for Univer: saved values stand, and nothing is calculated. */
import { mergeWorksheetSnapshotWithDefault, type ICellData, type IRange, type IWorksheetData } from '@univerjs/core';
import type { StoredCell, StoredSheet } from '../../package/content';
import { parseRectangle } from '../address';
import { keyOf } from '../cellKey';
import type { FormulaPlace } from '../expand';
import { readsWords } from '../formula';
import { cellOfValue, formulaOfError } from './values';

/** What Univer's cell does not say by itself, or says in another way than Excel. */
export interface Note {
  /** The formula in Univer's cell, `null` for a constant. A note whose cell holds another formula by now is out of date. */
  readonly engine: string | null;
  /** The formula as Excel shows it, `null` where Excel has a constant. */
  readonly shown: string | null;
  /** The value that stands whatever Univer makes of the cell. */
  readonly pinned?: StoredCell['value'];
  /** Why Univer cannot calculate the formula. */
  readonly reason?: string;
}


/** How the formulas of a file are put to the engine. */
export interface Speller {
  /**
   * The formula in plain references, and why the engine cannot calculate it (`null` where it can). `forOneCell`: the file has
   * it as a formula for one cell, not as one whose result may spill.
   */
  spell(formula: string, at: FormulaPlace, forOneCell: boolean): { readonly engine: string; readonly reason: string | null };
}

export interface LoadedSheet {
  readonly data: IWorksheetData;
  readonly notes: Map<number, Note>;
  /** Spilled results as the file saved them: the area by the cell that holds the formula, and the values by cell. */
  readonly spills: Record<number, Record<number, IRange>>;
  readonly spilled: Record<number, Record<number, ICellData>>;
}

/** Rows and columns beyond the last used ones: whole-column references run over them, results spill into them. */
const SPARE_ROWS = 500;
const SPARE_COLUMNS = 50;
const FEWEST_ROWS = 1_000;
const FEWEST_COLUMNS = 100;

export const rowsFor = (lastRow: number): number => Math.min(Math.max(lastRow + 1 + SPARE_ROWS, FEWEST_ROWS), 1_048_576);
export const columnsFor = (lastColumn: number): number => Math.min(Math.max(lastColumn + 1 + SPARE_COLUMNS, FEWEST_COLUMNS), 16_384);

export const emptySheet = (id: string, name: string): IWorksheetData =>
  mergeWorksheetSnapshotWithDefault({ id, name, rowCount: rowsFor(0), columnCount: columnsFor(0), cellData: {} });

export function loadSheet(id: string, sheet: StoredSheet, speller: Speller): LoadedSheet {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const loaded: LoadedSheet = { data: { ...emptySheet(id, sheet.name), cellData }, notes: new Map(), spills: {}, spilled: {} };
  const pinnedAreas: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[] = [];
  let lastRow = 0;
  let lastColumn = 0;
  const parts: { readonly row: number; readonly column: number; readonly cell: StoredCell }[] = [];
  for (const [address, cell] of sheet.cells) {
    const place = parseRectangle(address);
    if (place === null) throw new Error(`The file has a cell at "${address}" on the sheet ${sheet.name}; that is no address.`);
    const { top: row, left: column } = place;
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
    if (cell.partOfArray) {
      parts.push({ row, column, cell });
      continue;
    }
    const { data, note } = loadCell(cell, { sheet: sheet.name, row, column }, speller);
    if (data) (cellData[row] ??= {})[column] = data;
    if (note) loaded.notes.set(keyOf(row, column), note);
    const area = cell.array ? parseRectangle(cell.array.ref) : null;
    if (area === null) continue;
    if (note?.reason !== undefined) pinnedAreas.push(area);
    else if (area.bottom > area.top || area.right > area.left) {
      (loaded.spills[row] ??= {})[column] = {
        startRow: area.top, startColumn: area.left, endRow: area.bottom, endColumn: area.right,
      };
      (loaded.spilled[row] ??= {})[column] = univerCell(cell.value);
    }
  }
  for (const { row, column, cell } of parts) {
    if (cell.value === null) continue;
    const pinned = pinnedAreas.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
    if (pinned) {
      const engine = typeof cell.value === 'object' ? formulaOfError(cell.value.error) : null;
      (cellData[row] ??= {})[column] = engine === null ? univerCell(cell.value) : { ...univerCell(cell.value), f: engine };
      loaded.notes.set(keyOf(row, column), { engine, shown: null, pinned: cell.value });
    } else (loaded.spilled[row] ??= {})[column] = univerCell(cell.value);
  }
  return { ...loaded, data: { ...loaded.data, rowCount: rowsFor(lastRow), columnCount: columnsFor(lastColumn) } };
}

function univerCell(value: StoredCell['value']): ICellData {
  const { v, t } = cellOfValue(value);
  return v === null || v === undefined ? {} : { v, t };
}

/** One cell: a constant, a formula with its saved value, or a formula that Univer cannot have, as its saved value. */
function loadCell(
  cell: StoredCell,
  at: FormulaPlace,
  speller: Speller,
): { readonly data: ICellData | null; readonly note: Note | null } {
  if (cell.formula === undefined) return pin(cell.value, null);
  const { engine, reason } = speller.spell(cell.formula, at, cell.array === undefined);
  if (reason !== null) return pin(cell.value, { shown: cell.formula, reason });
  return {
    data: { ...univerCell(cell.value), f: engine },
    note: noteOn(cell.formula, engine),
  };
}

/** What is to be remembered of a formula that Univer has: how Excel shows it, and that it reads names. */
export const noteOn = (shown: string, engine: string): Note | null =>
  engine === shown && !readsWords(shown) ? null : { engine, shown };

/** A value that Univer is not to calculate. An error is given as a formula, since Univer knows errors only as results. */
export function pin(
  value: StoredCell['value'],
  formula: { readonly shown: string; readonly reason: string } | null,
): { readonly data: ICellData | null; readonly note: Note | null } {
  const isError = typeof value === 'object' && value !== null;
  const engine = isError ? formulaOfError(value.error) : null;
  const data = value === null ? null : { ...univerCell(value), ...(engine === null ? {} : { f: engine }) };
  const note = formula === null && !isError ? null : { engine, shown: formula?.shown ?? null, pinned: value };
  return { data, note: note && formula ? { ...note, reason: formula.reason } : note };
}
