import { Refusal } from '../engine/refusal';
import { quoted } from './quoted';

/** Where a cell stands. Rows and columns count from 1. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, edges included. Whole columns span all rows, whole rows all columns. */
export interface RangeAddress {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** A cell as Excel writes it in a formula: `'IRA-1'!A9`. This is the one place where addresses become text. */
export const formatCell = (cell: CellAddress): string => `${quotedSheet(cell.sheet)}!${formatLocalCell(cell)}`;

/** A range as Excel writes it: `Log!A3:G9`, `Log!A:C`, `Log!3:7`, and a single cell without a colon. */
export const formatRange = (range: RangeAddress): string => `${quotedSheet(range.sheet)}!${formatLocalRange(range)}`;

/** The same without the sheet, for sentences about one sheet. */
export const formatLocalCell = ({ row, column }: { readonly row: number; readonly column: number }): string => `${columnName(column)}${row}`;

export function formatLocalRange({ top, left, bottom, right }: RangeAddress): string {
  if (top === 1 && bottom === LAST_ROW) return `${columnName(left)}:${columnName(right)}`;
  if (left === 1 && right === LAST_COLUMN) return `${top}:${bottom}`;
  const first = formatLocalCell({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${formatLocalCell({ row: bottom, column: right })}`;
}

/** Column letters: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The number of a column from its letters, in any case; null when Excel has no such column. */
export function columnNumber(letters: string): number | null {
  if (!/^[a-z]{1,3}$/iu.test(letters)) return null;
  const number = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0);
  return number <= LAST_COLUMN ? number : null;
}

/** Reads one cell's address; `sheet` is used where the text names none. Refuses what is no single cell. */
export function parseCell(text: string, sheet?: string): CellAddress {
  const range = parseRange(text, sheet);
  if (range.top !== range.bottom || range.left !== range.right) {
    throw refusal(text, 'is a range of several cells; name one cell, for example Sheet1!A9');
  }
  return { sheet: range.sheet, row: range.top, column: range.left };
}

/** Reads a range's address, with or without `$` and quotation marks; `sheet` is used where the text names none. */
export function parseRange(text: string, sheet?: string): RangeAddress {
  const { sheetName, cells } = parted(text, sheet);
  const edges = edgesOf(cells);
  if (edges === null) throw refusal(text, 'is no range; write it as Excel does, for example \'IRA-1\'!A4:F12');
  return { sheet: sheetName, ...edges };
}

/** Whether two sheet names mean the same sheet: Excel does not tell capitals apart. */
export const sameSheet = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A text that is equal for equal cells, for use as a key. */
export const cellKey = (cell: CellAddress): string => `${cell.row},${cell.column},${cell.sheet.toLowerCase()}`;

export const contains = (range: RangeAddress, cell: CellAddress): boolean =>
  sameSheet(range.sheet, cell.sheet) && cell.row >= range.top && cell.row <= range.bottom && cell.column >= range.left && cell.column <= range.right;

/**
 * Excel quotes a sheet name unless it is a plain word: letters, digits, points and underscores, not beginning with a
 * digit or a point, and not to be taken for a cell (A1, R1C1, RC) or a logical value.
 */
function quotedSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !looksLikeCell(name) && !/^(?:true|false)$/iu.test(name);
  return plain ? name : `'${name.replace(/'/gu, "''")}'`;
}

function looksLikeCell(name: string): boolean {
  if (/^(?:r\d*)?(?:c\d*)?$/iu.test(name)) return true;
  const [, letters, digits] = /^([a-z]{1,3})(\d+)$/iu.exec(name) ?? [];
  return letters !== undefined && columnNumber(letters) !== null && Number(digits) >= 1 && Number(digits) <= LAST_ROW;
}

function parted(text: string, sheet: string | undefined): { sheetName: string; cells: string } {
  const written = text.trim().replace(/^=/u, '');
  const quotedName = /^'((?:[^']|'')+)'!([^!]+)$/u.exec(written);
  const bareName = /^([^'].*)!([^!]+)$/u.exec(written);
  const sheetName = quotedName?.[1]?.replace(/''/gu, "'") ?? bareName?.[1] ?? sheet;
  const cells = quotedName?.[2] ?? bareName?.[2] ?? written;
  if (sheetName === undefined) throw refusal(text, 'names no sheet; write it as Excel does, for example \'IRA-1\'!A4:F12');
  if (!isSheetName(sheetName)) throw refusal(text, `names the sheet ${quoted(sheetName)}, which no sheet of a workbook can be called`);
  if (cells.includes(',')) throw refusal(text, 'has several areas; select one rectangle, or add each area as a source of its own');
  return { sheetName, cells };
}

/** What Excel allows: up to 31 characters, none of : \ / ? * [ ], no apostrophe at either end. */
const isSheetName = (name: string): boolean => name.length >= 1 && name.length <= 31 && !/[:\\/?*[\]]|^'|'$/u.test(name) && name.trim() !== '';

function edgesOf(text: string): Omit<RangeAddress, 'sheet'> | null {
  const parts = text.replace(/\$/gu, '').split(':').map((part) => part.trim());
  const [first = '', last = first] = parts;
  if (parts.length > 2) return null;
  const start = cornerOf(first);
  const end = cornerOf(last);
  if (start === null || end === null) return null;
  const wholeColumns = start.row === null && end.row === null && parts.length === 2;
  const wholeRows = start.column === null && end.column === null && parts.length === 2;
  const cells = start.row !== null && end.row !== null && start.column !== null && end.column !== null;
  if (!wholeColumns && !wholeRows && !cells) return null;
  const [top, bottom] = wholeColumns ? [1, LAST_ROW] : inOrder(start.row, end.row);
  const [left, right] = wholeRows ? [1, LAST_COLUMN] : inOrder(start.column, end.column);
  return { top, left, bottom, right };
}

function inOrder(a: number | null, b: number | null): [number, number] {
  return [Math.min(a ?? 1, b ?? 1), Math.max(a ?? 1, b ?? 1)];
}

function cornerOf(text: string): { row: number | null; column: number | null } | null {
  const [, letters = '', digits = ''] = /^([a-z]{0,3})(\d{0,7})$/iu.exec(text) ?? [];
  const column = letters === '' ? null : columnNumber(letters);
  const row = digits === '' ? null : Number(digits);
  if ((letters !== '' && column === null) || (row !== null && (row < 1 || row > LAST_ROW))) return null;
  return row === null && column === null ? null : { row, column };
}

const refusal = (text: string, says: string): Refusal =>
  new Refusal('NOT_A_CHOICE', 'range', text, 'a cell or range of one sheet', `The address ${quoted(text)} ${says}.`);
