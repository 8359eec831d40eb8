/**
 * What a person enters in a grid. The grid has already read it as Excel would (`$7,000` as a number with a format), so a
 * value is taken as the type that it has; all else goes the way of an add-in's writes, with the same refusals.
 */
import type { CellStyle } from '../package/content';
import { cellAddress, cellsOf, fullAddress, oneCell, union, type Rectangle } from './address';
import { circleInWords, circlesFrom } from './circles';
import { CellSet } from './dependents';
import { interpret } from './entry';
import { HostFault } from './errors';
import { formulaCells, wordsOf } from './formulaCells';
import type { Book, SheetState } from './model/book';
import { Range } from './model/range';

export interface HandEntry {
  readonly row: number;
  readonly column: number;
  /** Absent: the content stays. */
  readonly content?: { readonly formula: string } | { readonly value: string | number | boolean | null };
  /** Absent: the format stays. */
  readonly style?: CellStyle;
}

export type SheetAction =
  | { readonly kind: 'add' }
  | { readonly kind: 'remove'; readonly sheet: string }
  | { readonly kind: 'rename'; readonly sheet: string; readonly name: string };

/** Adds, takes away or renames a sheet; throws a HostFault with a sentence where the file could not be given back with it. */
export function changeSheets(book: Book, action: SheetAction): void {
  if (action.kind === 'add') {
    book.selection = { sheet: book.addSheet(book.freeSheetName()), area: oneCell(0, 0) };
    return;
  }
  const sheet = book.findSheet(action.sheet);
  if (sheet === null) throw new HostFault('ItemNotFound', 'The sheet is no longer there.');
  if (action.kind === 'rename') {
    book.renameSheet(sheet, action.name);
    return;
  }
  if (sheet.stored !== null) {
    throw new HostFault('InvalidOperation', `The sheet "${sheet.name}" is in the file, and a file is not given back without one of its sheets. Delete it in Excel.`);
  }
  book.deleteSheet(sheet);
}

/** A rectangle this many times larger than what was entered in it is written cell by cell. */
const SPARSE = 4;

/** All of it or nothing: throws a HostFault with a sentence where a cell cannot take what was entered. */
export function enterByHand(book: Book, sheetId: string, entries: readonly HandEntry[]): void {
  const sheet = book.findSheet(sheetId);
  if (sheet === null) throw new HostFault('ItemNotFound', 'The sheet is no longer there.');
  if (sheet.isProtected) {
    throw new HostFault('AccessDenied', `The sheet "${sheet.name}" is protected, so nothing can be entered. Unprotect it in Excel first.`);
  }
  const contents = entries.flatMap(({ row, column, content }) => (content === undefined ? [] : [{ row, column, input: inputOf(content, sheet, row, column) }]));
  refuseCircles(book, sheet, contents);
  const area = contents.reduce<Rectangle | null>((all, { row, column }) => union(all, oneCell(row, column)), null);
  if (area !== null) write(book, sheet, area, contents);
  for (const { row, column, style } of entries) if (style !== undefined) sheet.styles.patch(oneCell(row, column), style);
}

/** Excel would show 0 and warn; a figure that stands on itself cannot be stood behind. */
function refuseCircles(book: Book, { name: sheet }: SheetState, contents: readonly Input[]): void {
  const formulas = contents.flatMap(({ row, column, input }) => (typeof input === 'string' && input.startsWith('=') ? [{ sheet, row, column, formula: input }] : []));
  if (formulas.length === 0) return;
  const replaced = new CellSet();
  for (const { row, column } of contents) replaced.add({ sheet, row, column });
  const others = formulaCells(book).filter((cell) => !replaced.has(cell));
  const [circle] = circlesFrom(formulas, [...others, ...formulas], wordsOf(book), book.worksheets.map(({ name }) => name));
  if (circle === undefined) return;
  const cells = circle.map((cell) => fullAddress(cell.sheet, cell.row, cell.column));
  throw new HostFault('InvalidArgument', `It was not entered: ${circleInWords(cells)}.`);
}

interface Input {
  readonly row: number;
  readonly column: number;
  readonly input: string | number | boolean;
}

function write(book: Book, sheet: SheetState, area: Rectangle, inputs: readonly Input[]): void {
  if (cellsOf(area) > SPARSE * inputs.length) {
    for (const { row, column, input } of inputs) new Range(book, sheet, oneCell(row, column)).formulas = [[input]];
    return;
  }
  const rows: (string | number | boolean | null)[][] = Array.from({ length: area.bottom - area.top + 1 }, () =>
    Array.from({ length: area.right - area.left + 1 }, () => null));
  for (const { row, column, input } of inputs) rows[row - area.top]![column - area.left] = input;
  new Range(book, sheet, area).formulas = rows;
}

/** As it is typed in Excel: text that Excel would read as something else gets the apostrophe that keeps it text. */
function inputOf(content: NonNullable<HandEntry['content']>, sheet: SheetState, row: number, column: number): string | number | boolean {
  if ('formula' in content) return content.formula;
  if (content.value === null) return '';
  if (typeof content.value !== 'string') return content.value;
  return isPlainText(content.value, sheet.numberFormat(row, column, cellAddress(row, column))) ? content.value : `'${content.value}`;
}

function isPlainText(text: string, numberFormat: string): boolean {
  try {
    const read = interpret(text, numberFormat, '');
    return read !== null && !read.quotePrefix && 'value' in read.entry && read.entry.value === text;
  } catch (error) {
    if (error instanceof HostFault) return false;
    throw error;
  }
}
