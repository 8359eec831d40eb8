/** Excel.Table: a header and rows below it under one name. As much as an add-in needs to add one, find it and let it grow. */
import { cellsOf, intersection, oneCell, rangeAddress, rowsOf, type Rectangle } from '../address';
import { fail, HostFault } from '../errors';
import { isLegalName } from '../formula';
import type { Book, SheetState, TableState } from './book';
import { booleanArgument, HostObject, identity, items, textArgument } from './hostObject';
import { onTheWire, Range } from './range';
import { rangeInSheet, Worksheet } from './worksheet';

/** Tables of the workbook, of a sheet, or those that a range touches. */
abstract class Tables extends HostObject {
  constructor(readonly book: Book, readonly isAmong: (table: TableState) => boolean) {
    super();
  }

  override [items](): readonly HostObject[] {
    return this.book.tables.filter(this.isAmong).map(({ id }) => new Table(this.book, id));
  }

  getCount(): number {
    return this[items]().length;
  }
}

export class TableScopedCollection extends Tables {
  readonly className = 'TableScopedCollection';
}

export class TableCollection extends Tables {
  readonly className = 'TableCollection';

  constructor(book: Book, readonly sheet: SheetState | null) {
    super(book, (table) => sheet === null || table.sheet === sheet);
  }

  /** The first row of the range holds the headers: rows that Excel would insert for them move other cells, which this host does not. */
  add(address: unknown, hasHeaders: unknown): Table {
    const range = this.#range(address);
    const { sheet, area } = range;
    if (!booleanArgument(hasHeaders, 'hasHeaders')) {
      throw new HostFault('ApiNotFound', 'This host adds tables whose first row has headers; it inserts no row for them.');
    }
    if (sheet.isProtected) throw new HostFault('AccessDenied', `The sheet "${sheet.name}" is protected.`);
    refuseShort(range);
    const other = this.book.tables.find((table) => table.sheet === sheet && intersection(table.area, area) !== null);
    if (other) throw new HostFault('InvalidArgument', `${range.address} overlaps the table "${other.words.name}".`);
    const headers = this.book.backend.read(sheet.id, { ...area, bottom: area.top })[0]!.map(({ value, formula }) => (formula === undefined ? onTheWire(value) : ''));
    const names = headers.map((header) => String(header).toLowerCase());
    if (headers.some((header, at) => typeof header !== 'string' || header === '' || names.indexOf(names[at]!) !== at)) {
      throw new HostFault('ApiNotFound', `The headers of ${range.address} must be texts that differ; this host does not write others over them, as Excel would.`);
    }
    const words = { name: this.#freeName(), sheet: sheet.name, ref: rangeAddress(area), columns: headers.map(String), hasTotals: false };
    return new Table(this.book, this.book.addTable({ sheet, area, words, style: 'TableStyleMedium2', bandedRows: true, filterButton: true }).id);
  }
  getItem(key: unknown): Table {
    return this.getItemOrNullObject(key) ?? fail('ItemNotFound', `There is no table "${String(key)}".`);
  }
  getItemOrNullObject(key: unknown): Table | null {
    const wanted = textArgument(key, 'key').toLowerCase();
    const found = this.book.tables.filter(this.isAmong).find(({ id, words }) => [id, words.name].some((one) => one.toLowerCase() === wanted));
    return found === undefined ? null : new Table(this.book, found.id);
  }

  #range(address: unknown): Range {
    if (address instanceof Range) return address;
    if (this.sheet === null) throw new HostFault('ApiNotFound', 'This host adds a table to a range, or by an address on the sheet that it is asked of.');
    return rangeInSheet(this.book, this.sheet, textArgument(address, 'address'));
  }

  #freeName(): string {
    for (let number = 1; ; number += 1) {
      if (!isTaken(this.book, `Table${number}`, null)) return `Table${number}`;
    }
  }
}

export class Table extends HostObject {
  readonly className = 'Table';
  override readonly navigation = ['worksheet'];

  constructor(readonly book: Book, readonly tableId: string) {
    super();
  }

  override [identity](): Readonly<Record<string, string>> {
    return { Id: this.tableId };
  }

  get id(): string {
    return this.#live().id;
  }
  get name(): string {
    return this.#live().words.name;
  }
  set name(value: unknown) {
    const table = this.#added('renamed');
    const name = textArgument(value, 'name');
    if (!isLegalName(name)) throw new HostFault('InvalidArgument', `"${name}" cannot be the name of a table: it must be a word that is no cell address.`);
    if (isTaken(this.book, name, table)) throw new HostFault('ItemAlreadyExists', `There is already a table or a name "${name}".`);
    this.book.changeTable(table, { words: { ...table.words, name } });
  }
  get style(): string {
    const { style } = this.#added('asked for its style');
    return style ?? '';
  }
  set style(value: unknown) {
    const table = this.#added('given another style');
    const style = textArgument(value, 'style');
    if (!/^(TableStyle(Light|Medium|Dark)\d{1,2})?$/.test(style)) throw new HostFault('ApiNotFound', `"${style}" is no style of Excel's own; this host has no others.`);
    this.book.changeTable(table, { style: style === '' ? null : style });
  }
  get showBandedRows(): boolean {
    return this.#added('asked for its bands').bandedRows;
  }
  set showBandedRows(value: unknown) {
    this.book.changeTable(this.#added('given other bands'), { bandedRows: booleanArgument(value, 'showBandedRows') });
  }
  get showFilterButton(): boolean {
    return this.#added('asked for its arrows').filterButton;
  }
  set showFilterButton(value: unknown) {
    this.book.changeTable(this.#added('given other arrows'), { filterButton: booleanArgument(value, 'showFilterButton') });
  }
  get showTotals(): boolean {
    return this.#live().words.hasTotals;
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.book, this.#live().sheet);
  }

  getRange(): Range {
    const { sheet, area } = this.#live();
    return new Range(this.book, sheet, area);
  }
  getHeaderRowRange(): Range {
    const { sheet, area } = this.#live();
    return new Range(this.book, sheet, { ...area, bottom: area.top });
  }
  /** The cells stay as they are, and are a table no longer. */
  convertToRange(): Range {
    const range = this.getRange();
    this.book.removeTable(this.#added('turned into cells'));
    return range;
  }
  /** More rows or fewer below the same headers. */
  resize(newRange: unknown): void {
    const table = this.#live();
    const range = newRange instanceof Range ? newRange : rangeInSheet(this.book, table.sheet, textArgument(newRange, 'newRange'));
    refuseShort(range);
    const { sheet, area } = range;
    if (sheet !== table.sheet || area.top !== table.area.top || area.left !== table.area.left || area.right !== table.area.right || table.words.hasTotals) {
      throw new HostFault('ApiNotFound', `This host gives a table other rows below its headers only, and none that has totals: "${table.words.name}" cannot cover ${range.address}.`);
    }
    const other = this.book.tables.find((one) => one.id !== table.id && one.sheet === sheet && intersection(one.area, area) !== null);
    if (other) throw new HostFault('InvalidArgument', `${range.address} overlaps the table "${other.words.name}".`);
    this.book.changeTable(table, { area, words: { ...table.words, ref: rangeAddress(area) } });
  }

  #live(): TableState {
    const found = this.book.tables.find(({ id }) => id === this.tableId);
    if (found === undefined) throw new HostFault('ItemNotFound', 'The table is no longer there.');
    return found;
  }

  /** What a file says of its tables beyond name, cells and columns is neither read nor changed here. */
  #added(what: string): TableState {
    const table = this.#live();
    if (table.stored === null) return table;
    throw new HostFault('ApiNotFound', `The table "${table.words.name}" is in the file, and this host lets it only grow or shrink: it cannot be ${what}.`);
  }
}

const refuseShort = ({ address, area }: Range): void => {
  if (rowsOf(area) < 2 || cellsOf(area) > 5_000_000) throw new HostFault('InvalidArgument', `${address} is no table: one has a header and at least one row.`);
};

const isTaken = ({ tables, backend }: Book, name: string, except: TableState | null): boolean =>
  tables.some((one) => one.id !== except?.id && one.words.name.toLowerCase() === name.toLowerCase())
  || backend.names().some((one) => one.sheet === undefined && one.name.toLowerCase() === name.toLowerCase());

/** The tables of a range's sheet that lie in it, wholly or with at least one cell. */
export const tablesWithin = (book: Book, sheet: SheetState, area: Rectangle, wholly: boolean): TableScopedCollection =>
  new TableScopedCollection(book, (table) => {
    const shared = table.sheet === sheet ? intersection(table.area, area) : null;
    return shared !== null && (!wholly || cellsOf(shared) === cellsOf(table.area));
  });

/** The added table whose header a cell is, if it is one; a file's own are known when it is saved. */
export const headerOf = (book: Book, sheet: SheetState, row: number, column: number): TableState | null =>
  book.tables.find((table) => table.stored === null && table.sheet === sheet && table.area.top === row && intersection(table.area, oneCell(row, column)) !== null) ?? null;
