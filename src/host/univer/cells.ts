/** The cells of Univer's workbook as the host reads and writes them: Excel's formulas, typed values, spilled results. */
import type { ICellData, IRange, Nullable, ObjectMatrix, Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { CellContent, CellPosition } from '../backend';
import { keyOf, placeOfKey } from '../cellKey';
import type { UniverInstance } from './instance';
import { columnsFor, rowsFor, type LoadedSheet, type Note } from './load';
import { valueOfCell } from './values';

/** What is put into a cell: Univer's data (`null` empties it) and what the data do not say. */
export interface CellPut {
  readonly row: number;
  readonly column: number;
  readonly data: ICellData | null;
  readonly note: Note | null;
}

export interface FormulaAt {
  readonly row: number;
  readonly column: number;
  /** As Excel shows it. */
  readonly shown: string;
  readonly note: Note | null;
}

/** A formula that spills, or would if the way were free. */
export interface Spill {
  readonly row: number;
  readonly column: number;
  readonly area: IRange;
}

export class CellStore {
  readonly #univer: UniverInstance;
  readonly #model: FormulaDataModel;
  readonly #notes = new Map<string, Map<number, Note>>();

  constructor(univer: UniverInstance) {
    this.#univer = univer;
    this.#model = univer.injector.get(FormulaDataModel);
  }

  addSheet(id: string, loaded: LoadedSheet | null): void {
    this.#notes.set(id, loaded?.notes ?? new Map());
    if (loaded === null) return;
    const { unitId } = this.#univer;
    const ranges = this.#model.getArrayFormulaRange();
    const values = this.#model.getArrayFormulaCellData();
    this.#model.setArrayFormulaRange({ ...ranges, [unitId]: { ...ranges[unitId], [id]: loaded.spills } });
    this.#model.setArrayFormulaCellData({ ...values, [unitId]: { ...values[unitId], [id]: loaded.spilled } });
  }

  removeSheet(id: string): void {
    this.#notes.delete(id);
    delete this.#model.getArrayFormulaRange()[this.#univer.unitId]?.[id];
    delete this.#model.getArrayFormulaCellData()[this.#univer.unitId]?.[id];
  }

  content({ sheet, row, column }: CellPosition): CellContent {
    const data = this.#matrix(sheet).getValue(row, column);
    const note = this.#noteOn(sheet, row, column, data);
    const value = note?.pinned !== undefined ? note.pinned : valueOfCell(data, isFormula(data));
    const formula = note ? note.shown : (data?.f ?? null);
    if (formula !== null && formula !== '') return { value, formula };
    if (value !== null) return { value };
    const spilled = this.#spilledInto(sheet, row, column);
    return spilled ?? { value: null };
  }

  /** Every cell that holds something, row by row. */
  filled(sheet: string): { row: number; column: number; content: CellContent }[] {
    const places = new Set<number>(this.#notes.get(sheet)?.keys());
    this.#matrix(sheet).forValue((row, column) => void places.add(keyOf(row, column)));
    for (const { area } of this.spills(sheet)) {
      for (let row = area.startRow; row <= area.endRow; row += 1) {
        for (let column = area.startColumn; column <= area.endColumn; column += 1) places.add(keyOf(row, column));
      }
    }
    return [...places].sort((a, b) => a - b).flatMap((key) => {
      const place = placeOfKey(key);
      const content = this.content({ sheet, ...place });
      return content.value === null && content.formula === undefined ? [] : [{ ...place, content }];
    });
  }

  /** Cells whose formula Univer has, or has as a saved value only, with the formula as Excel shows it. */
  formulas(sheet: string): FormulaAt[] {
    return this.filled(sheet).flatMap(({ row, column, content }) =>
      content.formula === undefined ? [] : [{ row, column, shown: content.formula, note: this.note(sheet, row, column) }]);
  }

  /** Those of them that are spelled in another way for Univer, or read a name or table. */
  notedFormulas(sheet: string): FormulaAt[] {
    return [...(this.#notes.get(sheet)?.keys() ?? [])].map(placeOfKey).flatMap(({ row, column }) => {
      const note = this.note(sheet, row, column);
      return note === null || note.shown === null ? [] : [{ row, column, shown: note.shown, note }];
    });
  }

  note(sheet: string, row: number, column: number): Note | null {
    return this.#noteOn(sheet, row, column, this.#matrix(sheet).getValue(row, column));
  }

  put(sheet: string, puts: readonly CellPut[]): void {
    const cellValue: Record<number, Record<number, ICellData>> = {};
    const notes = this.#notes.get(sheet) ?? new Map<number, Note>();
    this.#notes.set(sheet, notes);
    let lastRow = 0;
    let lastColumn = 0;
    for (const { row, column, data, note } of puts) {
      (cellValue[row] ??= {})[column] = { v: null, t: null, f: null, si: null, ...data };
      if (note) notes.set(keyOf(row, column), note);
      else notes.delete(keyOf(row, column));
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, column);
    }
    const { unitId } = this.#univer;
    // What a formula had spilled goes with the formula.
    this.#model.updateArrayFormulaCellData(unitId, sheet, cellValue);
    this.#model.updateArrayFormulaRange(unitId, sheet, cellValue);
    this.#makeRoom(sheet, lastRow, lastColumn);
    this.#univer.execute(SetRangeValuesMutation.id, { subUnitId: sheet, cellValue });
  }

  spills(sheet: string): Spill[] {
    const rows = this.#model.getArrayFormulaRange()[this.#univer.unitId]?.[sheet] ?? {};
    return Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries((columns ?? {}) as Record<string, Nullable<IRange>>).flatMap(([column, area]) =>
        area ? [{ row: Number(row), column: Number(column), area }] : []));
  }

  /** The spilled results as they stand, to be put back by the function that is returned. */
  rememberSpills(): () => void {
    const ranges = structuredClone(this.#model.getArrayFormulaRange());
    const values = structuredClone(this.#model.getArrayFormulaCellData());
    return () => {
      this.#model.setArrayFormulaRange(ranges);
      this.#model.setArrayFormulaCellData(values);
    };
  }

  #spilledInto(sheet: string, row: number, column: number): CellContent | null {
    const data = this.#model.getArrayFormulaCellData()[this.#univer.unitId]?.[sheet]?.[row]?.[column] as Nullable<ICellData>;
    if (!data) return null;
    const anchor = this.spills(sheet).find(({ area, ...at }) =>
      row >= area.startRow && row <= area.endRow && column >= area.startColumn && column <= area.endColumn
      && (at.row !== row || at.column !== column));
    if (anchor === undefined) return null;
    return { value: valueOfCell(data, true), spilledFrom: { sheet, row: anchor.row, column: anchor.column } };
  }

  #noteOn(sheet: string, row: number, column: number, data: Nullable<ICellData>): Note | null {
    const note = this.#notes.get(sheet)?.get(keyOf(row, column));
    return note !== undefined && note.engine === (data?.f || null) ? note : null;
  }

  #matrix(sheet: string): ObjectMatrix<Nullable<ICellData>> {
    return this.#worksheet(sheet).getCellMatrix();
  }

  #worksheet(sheet: string): Worksheet {
    const found = this.#univer.workbook.getSheetBySheetId(sheet);
    if (!found) throw new Error(`The engine has no sheet ${sheet}.`);
    return found;
  }

  /** Univer's sheets have a size, and cells outside it are not calculated. */
  #makeRoom(sheet: string, lastRow: number, lastColumn: number): void {
    const config = this.#worksheet(sheet).getConfig();
    config.rowCount = Math.max(config.rowCount, rowsFor(lastRow));
    config.columnCount = Math.max(config.columnCount, columnsFor(lastColumn));
  }
}

const isFormula = (data: Nullable<ICellData>): boolean => typeof data?.f === 'string' && data.f.length > 1;
