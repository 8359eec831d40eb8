/** What a person did to cells in the grid, read from Univer's changes: the new contents and the traits that were set. */
import { BooleanNumber, CellValueType, type ICellData, type IStyleData, type Nullable, type Workbook } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { HandEntry } from '../../byHand';
import { cellStyleOf } from './styleData';

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

/** The entry that the host is given for a touched cell. */
export function entryOf({ row, column, content, style }: Touched, sheet: string, workbook: Workbook, formulas: FormulaDataModel): HandEntry {
  const cell = workbook.getSheetBySheetId(sheet)?.getCellMatrix().getValue(row, column);
  const formula = formulas.getFormulaStringByCell(row, column, sheet, workbook.getUnitId());
  return {
    row,
    column,
    ...(content ? { content: formula ? { formula } : { value: valueOf(cell) } } : {}),
    ...(style === undefined ? {} : { style: cellStyleOf(style) }),
  };
}

function valueOf(cell: Nullable<ICellData>): string | number | boolean | null {
  const text = cell?.p?.body?.dataStream;
  // A paragraph ends with \r, a document with \n; between them a line break is one in the cell.
  if (text !== undefined) return text.replace(/\r\n$/, '').replace(/\r/g, '\n') || null;
  const value = cell?.v;
  if (value === undefined || value === null || value === '') return null;
  if (cell?.t === CellValueType.BOOLEAN) return value === true || value === BooleanNumber.TRUE;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
