/** Addresses of cells as Excel writes them, and the rectangles that they name. Rows and columns count from zero here. */

export const EXCEL_ROWS = 1_048_576;
export const EXCEL_COLUMNS = 16_384;

/** A block of cells, its last row and column included. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const rowsOf = (area: Rectangle): number => area.bottom - area.top + 1;
export const columnsOf = (area: Rectangle): number => area.right - area.left + 1;
export const cellsOf = (area: Rectangle): number => rowsOf(area) * columnsOf(area);
export const oneCell = (row: number, column: number): Rectangle => ({ top: row, left: column, bottom: row, right: column });
export const wholeSheet: Rectangle = { top: 0, left: 0, bottom: EXCEL_ROWS - 1, right: EXCEL_COLUMNS - 1 };

export const contains = (area: Rectangle, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export function intersection(a: Rectangle, b: Rectangle): Rectangle | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

/** The smallest rectangle that holds both; an absent one adds nothing. */
export function union(a: Rectangle | null, b: Rectangle | null): Rectangle | null {
  if (a === null || b === null) return a ?? b;
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `B2:D4`, `B2` for one cell, `B:D` for whole columns, `2:4` for whole rows; with `absolute`, `$B$2:$D$4`. */
export function rangeAddress(area: Rectangle, absolute = false): string {
  const fix = absolute ? '$' : '';
  const column = (index: number) => fix + columnLetters(index);
  const row = (index: number) => `${fix}${index + 1}`;
  if (area.left === 0 && area.right === EXCEL_COLUMNS - 1) return `${row(area.top)}:${row(area.bottom)}`;
  if (area.top === 0 && area.bottom === EXCEL_ROWS - 1) return `${column(area.left)}:${column(area.right)}`;
  const first = column(area.left) + row(area.top);
  const last = column(area.right) + row(area.bottom);
  return first === last ? first : `${first}:${last}`;
}

const CELL = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?([1-9][0-9]{0,6}):\$?([1-9][0-9]{0,6})$/;

/** The rectangle that an address without a sheet names, or `null` where it names none. */
export function parseRectangle(address: string): Rectangle | null {
  const columns = COLUMNS.exec(address);
  if (columns) return ordered(0, columnIndex(columns[1]!), EXCEL_ROWS - 1, columnIndex(columns[2]!));
  const rows = ROWS.exec(address);
  if (rows) return ordered(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, EXCEL_COLUMNS - 1);
  const corners = address.split(':');
  if (corners.length > 2) return null;
  const first = CELL.exec(corners[0]!);
  const last = CELL.exec(corners[corners.length - 1]!);
  if (!first || !last) return null;
  return ordered(Number(first[2]) - 1, columnIndex(first[1]!), Number(last[2]) - 1, columnIndex(last[1]!));
}

function ordered(row: number, column: number, otherRow: number, otherColumn: number): Rectangle | null {
  const area = {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    bottom: Math.max(row, otherRow),
    right: Math.max(column, otherColumn),
  };
  return area.bottom < EXCEL_ROWS && area.right < EXCEL_COLUMNS ? area : null;
}

/** An address split from the sheet in front of it: `'It''s'!A1` is `It's` and `A1`. */
export function splitSheet(address: string): { readonly sheet: string | null; readonly rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/.exec(address);
  if (quoted) return { sheet: quoted[1]!.replace(/''/g, "'"), rest: quoted[2]! };
  const mark = address.lastIndexOf('!');
  return mark < 0 ? { sheet: null, rest: address } : { sheet: address.slice(0, mark), rest: address.slice(mark + 1) };
}

const PLAIN_SHEET = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_A_CELL = /^([A-Z]{1,3}[0-9]+|R[0-9]*C?[0-9]*|C[0-9]*|TRUE|FALSE)$/i;

/** A sheet's name as Excel writes it in front of an address: in apostrophes unless it is a plain word. */
export const sheetPrefix = (name: string): string =>
  PLAIN_SHEET.test(name) && !LIKE_A_CELL.test(name) ? `${name}!` : `'${name.replace(/'/g, "''")}'!`;

/** One cell with its sheet, for example `'IRA-1'!B4`. */
export const fullAddress = (sheet: string, row: number, column: number): string =>
  sheetPrefix(sheet) + cellAddress(row, column);
