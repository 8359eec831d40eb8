/** What a person did to cells in the grid, read from Univer's changes: the new contents and the traits that were set. */
import { BooleanNumber, CellValueType, isFormulaId, isFormulaString, type ICellData, type IStyleData, type Nullable, type Workbook } from '@univerjs/core';
import type { LexerTreeBuilder } from '@univerjs/engine-formula';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { CellStyle } from '../../../package/content';
import type { CellLook } from '../../../package/looks';
import type { HandEntry } from '../../byHand';
import { cellStyleOf, styleDataOf } from './styleData';

/** Which cells of a sheet were touched, and how; content is read when all commands of the gesture have been carried out. */
export interface Touched {
  readonly row: number;
  readonly column: number;
  readonly content: boolean;
  readonly style: IStyleData | null | undefined;
}

export function touchedBy(params: ISetRangeValuesMutationParams, workbook: Workbook): Touched[] {
  return Object.entries(params.cellValue ?? {}).flatMap(([row, columns]) =>
    Object.entries((columns ?? {}) as Record<string, Nullable<ICellData>>).map(([column, data]) => ({
      row: Number(row),
      column: Number(column),
      content: data === null || data === undefined || ['v', 'f', 'p', 'si', 't'].some((key) => key in data),
      style: styleIn(data, workbook),
    })));
}

/** `undefined` where the change says nothing of the look, `null` where it takes all of it away. */
function styleIn(data: Nullable<ICellData>, workbook: Workbook): IStyleData | null | undefined {
  if (data === null || data === undefined) return null;
  if (data.s === undefined) return undefined;
  return (typeof data.s === 'string' ? workbook.getStyles().get(data.s) : data.s) ?? null;
}

/** The entry that the host is given for a touched cell. `shown`: how it looked before, as the host had said. */
export function entryOf(
  { row, column, content, style }: Touched,
  sheet: string,
  shown: CellLook,
  workbook: Workbook,
  formulas: SharedFormulas,
): HandEntry {
  const set = style === undefined ? {} : newTraits(cellStyleOf(style), cellStyleOf(styleDataOf(shown)));
  const cell = workbook.getSheetBySheetId(sheet)?.getCellMatrix().getValue(row, column);
  const formula = formulas.formulaOf(cell, { sheet, row, column });
  return {
    row,
    column,
    ...(content ? { content: formula ? { formula } : { value: valueOf(cell) } } : {}),
    ...(Object.keys(set).length === 0 ? {} : { style: set }),
  };
}

/**
 * The formulas of cells as they stand in them. A formula that was copied Univer keeps once, in the first of its cells, and
 * would look for that cell from the top of the sheet for each of the others.
 */
export class SharedFormulas {
  /** By sheet and the formula's id there. */
  readonly #origins = new Map<string, Map<string, { readonly row: number; readonly column: number; readonly formula: string }>>();

  constructor(readonly workbook: Workbook, readonly lexer: LexerTreeBuilder) {}

  formulaOf(cell: Nullable<ICellData>, at: { readonly sheet: string; readonly row: number; readonly column: number }): string | null {
    if (isFormulaString(cell?.f)) return String(cell!.f);
    const origin = isFormulaId(cell?.si) ? this.#originsOn(at.sheet).get(cell!.si!) : undefined;
    return origin === undefined ? null : this.lexer.moveFormulaRefOffset(origin.formula, at.column - origin.column, at.row - origin.row);
  }

  #originsOn(sheet: string) {
    const known = this.#origins.get(sheet);
    if (known !== undefined) return known;
    const origins = new Map<string, { readonly row: number; readonly column: number; readonly formula: string }>();
    this.workbook.getSheetBySheetId(sheet)?.getCellMatrix().forValue((row, column, cell) => {
      const isFirst = isFormulaString(cell?.f) && isFormulaId(cell?.si) && !origins.has(cell!.si!);
      if (isFirst) origins.set(cell!.si!, { row, column, formula: String(cell!.f) });
    });
    this.#origins.set(sheet, origins);
    return origins;
  }
}

/** Univer sends a cell's look along with what is typed into it; only what is another now was set by the person. */
const newTraits = (now: CellStyle, before: CellStyle): CellStyle =>
  Object.fromEntries(Object.entries(now).filter(([trait, value]) => JSON.stringify(value) !== JSON.stringify(before[trait as keyof CellStyle])));

function valueOf(cell: Nullable<ICellData>): string | number | boolean | null {
  const text = cell?.p?.body?.dataStream;
  // A paragraph ends with \r, a document with \n; between them a line break is one in the cell.
  if (text !== undefined) return text.replace(/\r\n$/, '').replace(/\r/g, '\n') || null;
  const value = cell?.v;
  if (value === undefined || value === null || value === '') return null;
  if (cell?.t === CellValueType.BOOLEAN) return value === true || value === BooleanNumber.TRUE;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
