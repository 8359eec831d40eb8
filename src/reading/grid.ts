import { columnName, formatCell, type CellAddress, type RangeAddress } from '../cells/address';
import { parseAmount } from '../cells/amount';
import { isDateFormat, parseDate, usDate } from '../cells/date';
import { tidy } from '../cells/tidy';
import { inWords } from '../engine/words';
import type { SourceCell, SourceCells } from './sourceCells';

/** One cell of a selection. */
export interface GridCell {
  readonly address: CellAddress;
  readonly value: unknown;
  readonly formula: string | null;
  readonly numberFormat: string;
  /** What a person sees there, for sentences and lists. */
  readonly shown: string;
  /** Nothing to be read: empty, or text of nothing but spaces. */
  readonly blank: boolean;
  readonly hidden: boolean;
}

/** Up to so many cells a selection is listed cell by cell; beyond, only down to its last filled row and column. */
export const LISTED_CELLS = 20_000;

/**
 * A selection as rows and columns of cells. Turned, the same cells with rows and columns exchanged: what stands in a column
 * of the sheet is then a row here, so that whatever reads a row for each year also reads a column for each.
 */
export class Grid {
  readonly sheet: string;
  /** Numbers of the sheet's rows and columns, in order; turned, the other way round. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly filled: number;
  private readonly cells: ReadonlyMap<number, GridCell>;
  private readonly filledRows: ReadonlySet<number>;

  constructor(readonly range: RangeAddress, private readonly source: SourceCells, private readonly date1904: boolean, readonly isTurned = false) {
    this.sheet = range.sheet;
    const inside = source.cells.filter(({ row, column }) => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right);
    this.filled = inside.length;
    this.cells = new Map(inside.map((cell) => {
      const address = { sheet: range.sheet, row: cell.row, column: cell.column };
      const blank = cell.value === null || cell.value === undefined || (typeof cell.value === 'string' && tidy(cell.value) === '');
      const { value, formula, numberFormat } = cell;
      return [keyOf(address), { address, value, formula, numberFormat, shown: shownOf(cell, date1904), blank, hidden: cell.rowHidden ?? false }];
    }));
    const filled = [...this.cells.values()].filter(({ blank }) => !blank).map(({ address }) => address);
    this.filledRows = new Set(filled.map((address) => this.rowOf(address)));
    const listed = (range.bottom - range.top + 1) * (range.right - range.left + 1) <= LISTED_CELLS;
    const last = filled.reduce((edge, { row, column }) => ({ row: Math.max(edge.row, row), column: Math.max(edge.column, column) }), { row: range.top, column: range.left });
    const first = filled.reduce((edge, { row, column }) => ({ row: Math.min(edge.row, row), column: Math.min(edge.column, column) }), last);
    const sheetRows = listed ? span(range.top, range.bottom) : span(first.row, last.row);
    const sheetColumns = listed ? span(range.left, range.right) : span(first.column, last.column);
    this.rows = isTurned ? sheetColumns : sheetRows;
    this.columns = isTurned ? sheetRows : sheetColumns;
  }

  turned(): Grid {
    return new Grid(this.range, this.source, this.date1904, !this.isTurned);
  }

  at(row: number, column: number): GridCell {
    const place = this.isTurned ? { row: column, column: row } : { row, column };
    return this.cells.get(keyOf(place)) ?? {
      address: { sheet: this.sheet, ...place }, value: null, formula: null, numberFormat: 'General', shown: '', blank: true, hidden: false,
    };
  }

  /** The row and the column here of a cell of the sheet. */
  rowOf({ row, column }: Place): number {
    return this.isTurned ? column : row;
  }

  columnOf({ row, column }: Place): number {
    return this.isTurned ? row : column;
  }

  /** A row or a column as a person finds it on the sheet: "row 5", "column C". */
  nameOfRow(row: number): string {
    return this.isTurned ? `column ${columnName(row)}` : `row ${row}`;
  }

  nameOfColumn(column: number): string {
    return this.isTurned ? `row ${column}` : `column ${columnName(column)}`;
  }

  /** The cells of a row that hold something, from left to right. */
  filledIn(row: number): readonly GridCell[] {
    return this.filledRows.has(row) ? this.columns.map((column) => this.at(row, column)).filter(({ blank }) => !blank) : [];
  }

  isBlankRow(row: number): boolean {
    return !this.filledRows.has(row);
  }

  /** Every listed cell, row by row. */
  *all(): Generator<GridCell> {
    for (const row of this.rows) for (const column of this.columns) yield this.at(row, column);
  }
}

/** A number that is shown as a day. */
export const isDateNumber = (cell: GridCell): boolean => typeof cell.value === 'number' && isDateFormat(cell.numberFormat);

/** Text that is neither an amount nor an empty string: words. */
export const textOf = (cell: GridCell): string => (typeof cell.value === 'string' ? tidy(cell.value) : '');

export const nameOf = (cell: GridCell): string => formatCell(cell.address);

type Place = Pick<CellAddress, 'row' | 'column'>;

const keyOf = ({ row, column }: Place): number => row * 16_385 + column;

const span = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/** Excel's own text, unless it is missing or the column is too narrow to show it. */
function shownOf({ value, numberFormat, text }: SourceCell, date1904: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return tidy(value);
  const seen = tidy(text);
  if (seen !== '' && !/^#+$/u.test(seen)) return seen;
  if (typeof value === 'number' && isDateFormat(numberFormat)) {
    const reading = parseDate(value, { date1904, year: null });
    if (reading.kind === 'date') return usDate(reading.date);
  }
  const reading = parseAmount(value);
  if (reading.kind === 'amount') return inWords(reading.amount);
  return typeof value === 'object' && 'error' in value ? String(value.error) : String(value);
}
