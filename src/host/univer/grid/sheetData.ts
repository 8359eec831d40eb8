/** Sheets and cells of a view as Univer's grid takes them. Formulas stand there as Excel shows them; the grid calculates none. */
import {
  BooleanNumber, LocaleType, mergeWorksheetSnapshotWithDefault, type ICellData, type IColumnData, type IFreeze, type IObjectArrayPrimitiveType,
  type IRowData, type IStyleData, type IWorkbookData, type IWorksheetData,
} from '@univerjs/core';
import type { BookView, CellView, SheetView } from '../../view';
import { columnsFor, rowsFor } from '../load';
import { cellOfValue } from '../values';
import { fontsFor, styleDataOf } from './styleData';

/** Excel's own for a new sheet, in pixels. */
const COLUMN_WIDTH = 64;
const ROW_HEIGHT = 20;
/**
 * Rows to scroll down to and to fill below what a sheet holds. Excel's own million would be too many: Univer adds up every
 * cell of a selection for its bar, one by one.
 */
const ROWS_ON_SCREEN = 20_000;

export const pixelsOf = (points: number): number => Math.round((points * 96) / 72);

export function workbookDataOf(unitId: string, { sheets, cells }: BookView): IWorkbookData {
  const styles = new StyleTable();
  return {
    id: unitId,
    name: unitId,
    appVersion: '0.25.1',
    locale: LocaleType.EN_US,
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheetDataOf(sheet, cells[sheet.id] ?? [], styles)])),
    styles: styles.data,
  };
}

/** Cells that look alike share one style, as in a file. */
export class StyleTable {
  readonly data: Record<string, IStyleData> = {};
  readonly #ids = new Map<string, string>();

  idOf(style: IStyleData): string {
    const key = JSON.stringify(style);
    const id = this.#ids.get(key) ?? `look-${this.#ids.size + 1}`;
    this.#ids.set(key, id);
    this.data[id] = style;
    return id;
  }
}

export function sheetDataOf(sheet: SheetView, cells: readonly CellView[], styles: StyleTable | null = null): IWorksheetData {
  const cellData: Record<number, Record<number, ICellData>> = {};
  let [lastRow, lastColumn] = [0, 0];
  for (const cell of cells) {
    const style = styleOf(cell);
    (cellData[cell.row] ??= {})[cell.column] = { ...contentData(cell), s: styles === null ? style : styles.idOf(style) };
    [lastRow, lastColumn] = [Math.max(lastRow, cell.row), Math.max(lastColumn, cell.column)];
  }
  const columnCount = columnsFor(lastColumn);
  return mergeWorksheetSnapshotWithDefault({
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor,
    hidden: sheet.isVisible ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(rowsFor(lastRow), ROWS_ON_SCREEN),
    columnCount,
    defaultStyle: { ff: fontsFor(undefined), fs: 11 },
    defaultColumnWidth: sheet.defaultWidth === undefined ? COLUMN_WIDTH : pixelsOf(sheet.defaultWidth),
    defaultRowHeight: sheet.defaultHeight === undefined ? ROW_HEIGHT : pixelsOf(sheet.defaultHeight),
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: freezeOf(sheet),
    mergeData: sheet.merges.map(({ top, left, bottom, right }) => ({ startRow: top, startColumn: left, endRow: bottom, endColumn: right })),
    columnData: columnDataOf(sheet, columnCount),
    rowData: rowDataOf(sheet),
    cellData,
  });
}

/** The content alone; what the cell had before is taken away. */
export function contentData({ value, formula }: CellView): ICellData {
  return { p: null, si: null, ...cellOfValue(value), f: formula ?? null };
}

/** Errors and TRUE and FALSE stand in the middle of a cell whose look does not say otherwise, as in Excel. */
export function styleOf({ value, look }: CellView): IStyleData {
  const isCentered = look.horizontal === undefined && (typeof value === 'boolean' || (typeof value === 'object' && value !== null));
  return styleDataOf(isCentered ? { ...look, horizontal: 'center' } : look);
}

export const freezeOf = ({ frozenRows, frozenColumns }: SheetView): IFreeze => ({
  xSplit: frozenColumns,
  ySplit: frozenRows,
  startRow: frozenRows > 0 ? frozenRows : -1,
  startColumn: frozenColumns > 0 ? frozenColumns : -1,
});

export function columnDataOf({ columns }: SheetView, count: number): IObjectArrayPrimitiveType<Partial<IColumnData>> {
  const data: Record<number, Partial<IColumnData>> = {};
  for (const { first, last, width, hidden } of columns) {
    for (let column = first; column <= Math.min(last, count - 1); column += 1) {
      data[column] = {
        ...data[column],
        ...(width === undefined ? {} : { w: pixelsOf(width) }),
        ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
      };
    }
  }
  return data;
}

export function rowDataOf({ rows }: SheetView): IObjectArrayPrimitiveType<Partial<IRowData>> {
  const data: Record<number, Partial<IRowData>> = {};
  for (const { index, height, hidden } of rows) {
    data[index] = {
      ...data[index],
      ...(height === undefined ? {} : { h: pixelsOf(height), ia: BooleanNumber.FALSE }),
      ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
    };
  }
  return data;
}
