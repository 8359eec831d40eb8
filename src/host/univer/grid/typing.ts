/** What a person did to cells in the grid, read from Univer's changes: the new contents and the traits that were set. */
import { BooleanNumber, CellValueType, type ICellData, type IStyleData, type Nullable, type Workbook } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
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
  formulas: FormulaDataModel,
): HandEntry {
  const set = style === undefined ? {} : newTraits(cellStyleOf(style), cellStyleOf(styleDataOf(shown)));
  const cell = workbook.getSheetBySheetId(sheet)?.getCellMatrix().getValue(row, column);
  const formula = formulas.getFormulaStringByCell(row, column, sheet, workbook.getUnitId());
  return {
    row,
    column,
    ...(content ? { content: formula ? { formula } : { value: valueOf(cell) } } : {}),
    ...(Object.keys(set).length === 0 ? {} : { style: set }),
  };
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
