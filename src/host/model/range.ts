/** Excel.Range: a rectangle of one sheet. */
import type { CellValue } from '../../package/content';
import {
  cellAddress, cellsOf, columnsOf, EXCEL_COLUMNS, EXCEL_ROWS, intersection, oneCell, rowsOf, union, wholeSheet, type Rectangle,
} from '../address';
import type { CellContent, CellEdit, CellPosition } from '../backend';
import { interpret } from '../entry';
import { fail, HostFault } from '../errors';
import { areaOf, type Book, type SheetState } from './book';
import { booleanArgument, HostObject, textArgument, wholeNumberArgument } from './hostObject';
import { RangeFormat } from './format';
import { headerOf, tablesWithin, type TableScopedCollection } from './table';
import { rangeInSheet, Worksheet } from './worksheet';

/** Excel answers with null instead of the cells of a larger range. */
const MOST_CELLS_READ = 5_000_000;

/** A value as it travels: an empty cell is "", an error its text. */
export const onTheWire = (value: CellValue): string | number | boolean => {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
};

const typeOf = (value: CellValue): string => {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof value as 'string' | 'number' | 'boolean'];
};

export class Range extends HostObject {
  readonly className = 'Range';
  override readonly navigation = ['format', 'worksheet'];

  constructor(readonly book: Book, readonly sheet: SheetState, readonly area: Rectangle) {
    super();
  }

  get address(): string {
    return this.#live().addressOf(this.sheet, this.area);
  }
  get rowCount(): number {
    return rowsOf(this.area);
  }
  get columnCount(): number {
    return columnsOf(this.area);
  }
  get cellCount(): number {
    return cellsOf(this.area) > 2 ** 31 - 1 ? -1 : cellsOf(this.area);
  }
  get rowIndex(): number {
    return this.area.top;
  }
  get columnIndex(): number {
    return this.area.left;
  }
  get isEntireColumn(): boolean {
    return rowsOf(this.area) === EXCEL_ROWS;
  }
  get isEntireRow(): boolean {
    return columnsOf(this.area) === EXCEL_COLUMNS;
  }
  get rowHidden(): boolean | null {
    return this.#live() && uniform(range(this.area.top, this.area.bottom).map((row) => this.sheet.hiddenRows.has(row + 1)));
  }

  get values(): unknown {
    return this.#cells(({ value }) => onTheWire(value));
  }
  set values(input: unknown) {
    this.#enter(input, 'values');
  }
  get formulas(): unknown {
    return this.#cells(({ value, formula }) => formula ?? onTheWire(value));
  }
  set formulas(input: unknown) {
    this.#enter(input, 'formulas');
  }
  get valueTypes(): unknown {
    return this.#cells(({ value }) => typeOf(value));
  }
  get text(): unknown {
    const { backend, content } = this.book;
    return this.#cells(({ value }, row, column) => backend.display(value, this.#numberFormat(row, column), content.date1904));
  }
  get numberFormat(): unknown {
    return this.#cells((_content, row, column) => this.#numberFormat(row, column));
  }
  set numberFormat(input: unknown) {
    this.#writable();
    const formats = this.#rectangle(input, 'numberFormat');
    formats.forEach((row, down) => row.forEach((format, right) => {
      if (format === null) return;
      const cell = oneCell(this.area.top + down, this.area.left + right);
      this.sheet.styles.patch(cell, { numberFormat: textArgument(format, 'numberFormat') || 'General' });
    }));
  }

  get format(): RangeFormat {
    this.#live();
    return new RangeFormat(this);
  }
  get worksheet(): Worksheet {
    this.#live();
    return new Worksheet(this.book, this.sheet);
  }

  getCell(row: unknown, column: unknown): Range {
    return this.#at(oneCell(this.area.top + offset(row, 'row'), this.area.left + offset(column, 'column')));
  }
  getRow(row: unknown): Range {
    const top = this.area.top + wholeNumberArgument(row, 'row');
    return this.#at({ ...this.area, top, bottom: top });
  }
  getColumn(column: unknown): Range {
    const left = this.area.left + wholeNumberArgument(column, 'column');
    return this.#at({ ...this.area, left, right: left });
  }
  getLastCell(): Range {
    return this.#at(oneCell(this.area.bottom, this.area.right));
  }
  getLastRow(): Range {
    return this.#at({ ...this.area, top: this.area.bottom });
  }
  getLastColumn(): Range {
    return this.#at({ ...this.area, left: this.area.right });
  }
  getEntireRow(): Range {
    return this.#at({ ...this.area, left: 0, right: EXCEL_COLUMNS - 1 });
  }
  getEntireColumn(): Range {
    return this.#at({ ...this.area, top: 0, bottom: EXCEL_ROWS - 1 });
  }
  getOffsetRange(rows: unknown, columns: unknown): Range {
    const [down, right] = [offset(rows, 'rowOffset'), offset(columns, 'columnOffset')];
    const { top, left, bottom, right: last } = this.area;
    return this.#at({ top: top + down, left: left + right, bottom: bottom + down, right: last + right });
  }
  getResizedRange(rows: unknown, columns: unknown): Range {
    const { bottom, right } = this.area;
    return this.#at({ ...this.area, bottom: bottom + offset(rows, 'deltaRows'), right: right + offset(columns, 'deltaColumns') });
  }
  getBoundingRect(other: unknown): Range {
    return this.#at(union(this.area, this.#sameSheet(other).area)!);
  }
  getIntersection(other: unknown): Range {
    return this.getIntersectionOrNullObject(other)
      ?? fail('ItemNotFound', `${this.address} and the other range have no cell in common.`);
  }
  getIntersectionOrNullObject(other: unknown): Range | null {
    const area = intersection(this.area, this.#sameSheet(other).area);
    return area === null ? null : this.#at(area);
  }
  getUsedRange(valuesOnly: unknown): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? fail('ItemNotFound', `${this.address} holds nothing.`);
  }
  getUsedRangeOrNullObject(valuesOnly: unknown): Range | null {
    this.#live();
    const area = usedWithin(this.book, this.sheet, this.area, valuesOnly === true);
    return area === null ? null : this.#at(area);
  }

  getRowProperties(wanted: unknown): unknown {
    this.#live();
    const names = Object.keys(typeof wanted === 'object' && wanted !== null ? wanted : {});
    if (names.some((name) => name !== 'rowHidden')) throw new HostFault('ApiNotFound', `Range.getRowProperties gives rowHidden in this host, and no ${names.join(', ')}.`);
    return range(this.area.top, this.area.bottom).map((row) => ({ rowHidden: this.sheet.hiddenRows.has(row + 1) }));
  }

  /** Those that lie wholly in the range, or that it touches. */
  getTables(fullyContained: unknown): TableScopedCollection {
    this.#live();
    return tablesWithin(this.book, this.sheet, this.area, fullyContained === null || fullyContained === undefined ? true : booleanArgument(fullyContained, 'fullyContained'));
  }

  clear(applyTo: unknown): void {
    this.#writable();
    const what = applyTo === null || applyTo === undefined ? 'All' : textArgument(applyTo, 'applyTo');
    if (!['All', 'Contents', 'Formats'].includes(what)) {
      throw new HostFault('ApiNotFound', `Range.clear(${what}) is not part of this host; it has All, Contents and Formats.`);
    }
    if (what !== 'Formats') this.#clearContents();
    if (what !== 'Contents') this.#clearFormats();
  }
  select(): void {
    this.#live().selection = { sheet: this.sheet, area: this.area };
  }
  async calculate(): Promise<void> {
    const { backend } = this.#live();
    const cells: CellPosition[] = backend.filledCells(this.sheet.id)
      .filter(({ row, column, content }) => content.formula !== undefined && intersection(this.area, oneCell(row, column)) !== null)
      .map(({ row, column }) => ({ sheet: this.sheet.id, row, column }));
    await backend.calculate(cells);
  }
  /** The client asks before it sends a large rectangle in several parts. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (rows !== this.rowCount || columns !== this.columnCount) throw this.#wrongShape(`${String(rows)} x ${String(columns)}`, 'array');
  }

  #live(): Book {
    if (this.sheet.isDeleted) throw new HostFault('ItemNotFound', `The sheet "${this.sheet.name}" was deleted.`);
    return this.book;
  }

  #writable(): Book {
    const book = this.#live();
    if (this.sheet.isProtected) throw new HostFault('AccessDenied', `The sheet "${this.sheet.name}" is protected.`);
    return book;
  }

  #at(area: Rectangle): Range {
    this.#live();
    if (intersection(area, wholeSheet) === null || area.top < 0 || area.left < 0 || area.bottom >= EXCEL_ROWS || area.right >= EXCEL_COLUMNS
      || area.top > area.bottom || area.left > area.right) {
      throw new HostFault('InvalidArgument', `The range asked for, from ${this.address}, is outside the sheet.`);
    }
    return new Range(this.book, this.sheet, area);
  }

  /** Another range, or its address on the same sheet. */
  #sameSheet(given: unknown): Range {
    const other = typeof given === 'string' ? rangeInSheet(this.#live(), this.sheet, given) : given;
    if (!(other instanceof Range)) throw new HostFault('InvalidArgument', 'The other range is missing.');
    if (other.sheet !== this.sheet) throw new HostFault('InvalidArgument', `${other.address} is on another sheet than ${this.address}.`);
    return other;
  }

  #numberFormat(row: number, column: number): string {
    return this.sheet.numberFormat(row, column, cellAddress(row, column));
  }

  #cells<Result>(give: (content: CellContent, row: number, column: number) => Result): Result[][] | null {
    const { backend } = this.#live();
    if (cellsOf(this.area) > MOST_CELLS_READ) return null;
    return backend.read(this.sheet.id, this.area).map((row, down) =>
      row.map((content, right) => give(content, this.area.top + down, this.area.left + right)));
  }

  #enter(input: unknown, property: string): void {
    const { backend } = this.#writable();
    const edits: CellEdit[] = [];
    const marked: Rectangle[] = [];
    const unmarked: Rectangle[] = [];
    this.#rectangle(input, property).forEach((line, down) => line.forEach((value, right) => {
      const [row, column] = [this.area.top + down, this.area.left + right];
      const read = interpret(value, this.#numberFormat(row, column), this.book.addressOf(this.sheet, oneCell(row, column)));
      if (read === null) return;
      if ('formula' in read.entry) this.book.refuseUnknownSheets(read.entry.formula);
      this.#refuseOtherHeader(row, column, read.entry);
      edits.push({ row, column, entry: read.entry });
      if (read.quotePrefix) marked.push(oneCell(row, column));
      else if (this.sheet.styles.at(row, column).quotePrefix) unmarked.push(oneCell(row, column));
    }));
    this.#refuseCutArrays(edits);
    marked.forEach((cell) => this.sheet.styles.patch(cell, { quotePrefix: true }));
    unmarked.forEach((cell) => this.sheet.styles.patch(cell, { quotePrefix: false }));
    backend.write(this.sheet.id, edits);
  }

  /** A table's header is the name of its column, by which formulas refer to it. */
  #refuseOtherHeader(row: number, column: number, entry: CellEdit['entry']): void {
    const table = headerOf(this.book, this.sheet, row, column);
    if (table === null || ('value' in entry && entry.value === table.words.columns[column - table.area.left])) return;
    throw new HostFault('InvalidOperation', `${this.book.addressOf(this.sheet, oneCell(row, column))} is a header of the table "${table.words.name}"; it can only be changed in Excel.`);
  }

  /** Rows and columns that fit the range; a single value is meant for every cell. */
  #rectangle(input: unknown, property: string): readonly (readonly unknown[])[] {
    if (!Array.isArray(input)) {
      if (cellsOf(this.area) > MOST_CELLS_READ) throw new HostFault('InvalidArgument', `${this.address} is too large to be given ${property}.`);
      return range(this.area.top, this.area.bottom).map(() => range(this.area.left, this.area.right).map(() => input));
    }
    const rows: readonly unknown[] = input;
    const misfit = rows.find((row) => !Array.isArray(row) || row.length !== this.columnCount);
    if (rows.length !== this.rowCount || misfit !== undefined) {
      const columns = Array.isArray(misfit) ? misfit.length : Array.isArray(rows[0]) ? rows[0].length : 0;
      throw this.#wrongShape(`${rows.length} x ${columns}`, property);
    }
    return rows as readonly (readonly unknown[])[];
  }

  #wrongShape(given: string, property: string): HostFault {
    return new HostFault(
      'InvalidArgument',
      `The number of rows or columns in the input array doesn't match the size or dimensions of the range: ${property} is ${given} `
      + `and ${this.address} is ${this.rowCount} x ${this.columnCount}.`,
    );
  }

  #clearContents(): void {
    const filled = this.book.backend.filledCells(this.sheet.id)
      .filter(({ row, column }) => intersection(this.area, oneCell(row, column)) !== null)
      .filter(({ content }) => content.spilledFrom === undefined)
      .map(({ row, column }) => ({ row, column, entry: { value: null } }));
    this.#refuseCutArrays(filled);
    this.book.backend.write(this.sheet.id, filled);
  }

  #clearFormats(): void {
    this.sheet.styles.clear(this.area);
    for (const [address, cell] of this.sheet.stored?.cells ?? []) {
      if (cell.numberFormat === 'General') continue;
      const place = areaOf(address);
      if (intersection(this.area, place) !== null) this.sheet.styles.patch(place, { numberFormat: 'General' });
    }
    if (this.sheet.stored !== null) this.sheet.unsaved.add(`the formats of ${this.address} were cleared`);
  }

  /** Excel does not let anybody change a part of an array formula that was entered for several cells. */
  #refuseCutArrays(edits: readonly CellEdit[]): void {
    for (const array of this.sheet.fixedArrays(this.book.backend)) {
      const touched = edits.some(({ row, column }) => intersection(array, oneCell(row, column)) !== null);
      const inside = edits.filter(({ row, column }) => intersection(array, oneCell(row, column)) !== null).length;
      if (touched && inside !== cellsOf(array)) {
        throw new HostFault('InvalidOperation', `${this.book.addressOf(this.sheet, array)} is one array formula; a part of it cannot be changed.`);
      }
    }
  }
}

/** The cells of an area that hold something, or with formats too, as one rectangle. */
export function usedWithin(book: Book, sheet: SheetState, area: Rectangle, valuesOnly: boolean): Rectangle | null {
  return book.filled(sheet, valuesOnly)
    .filter(({ row, column }) => intersection(area, oneCell(row, column)) !== null)
    .reduce<Rectangle | null>((used, { row, column }) => union(used, oneCell(row, column)), null);
}

const offset = (value: unknown, name: string): number => wholeNumberArgument(value, name, -EXCEL_ROWS);

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_unused, index) => first + index);

/** The value that all have in common; `null`, as Excel answers, where they differ. */
export const uniform = <Value>(values: readonly Value[]): Value | null =>
  values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
