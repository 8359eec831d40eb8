/** Excel.Worksheet, and the collection of them. */
import { EXCEL_COLUMNS, EXCEL_ROWS, parseRectangle, splitSheet, wholeSheet } from '../address';
import { fail, HostFault } from '../errors';
import type { Book, SheetState } from './book';
import {
  booleanArgument, choiceArgument, HostObject, identity, items, textArgument, wholeNumberArgument,
} from './hostObject';
import { ChartCollection } from './chart';
import { colorArgument } from './format';
import { NamedItemCollection, rangeOfName } from './names';
import { PageBreakCollection, PageLayout } from './page';
import { Range, usedWithin } from './range';
import { TableCollection } from './table';

export class Worksheet extends HostObject {
  readonly className = 'Worksheet';
  override readonly navigation = ['charts', 'freezePanes', 'horizontalPageBreaks', 'names', 'pageLayout', 'protection', 'tables'];

  constructor(readonly book: Book, readonly sheet: SheetState) {
    super();
  }

  override [identity](): Readonly<Record<string, string>> {
    return { Id: this.sheet.id };
  }

  get id(): string {
    return this.#live().id;
  }
  get name(): string {
    return this.#live().name;
  }
  set name(value: unknown) {
    this.book.renameSheet(this.#live(), textArgument(value, 'name'));
  }
  get position(): number {
    return this.book.positionOf(this.#live());
  }
  get visibility(): string {
    return this.#live().visibility;
  }
  set visibility(value: unknown) {
    const sheet = this.#structure();
    const wanted = choiceArgument(value, 'visibility', ['Visible', 'Hidden', 'VeryHidden']);
    const others = this.book.worksheets.filter((one) => one !== sheet && one.visibility === 'Visible');
    if (wanted !== 'Visible' && others.length === 0) throw new HostFault('InvalidOperation', `"${sheet.name}" is the last visible worksheet.`);
    sheet.visibility = wanted;
    sheet.unsaved.add('the visibility was set');
  }
  get tabColor(): string {
    return this.#live().tabColor;
  }
  set tabColor(value: unknown) {
    const sheet = this.#structure();
    sheet.tabColor = value === '' ? '' : colorArgument(value);
    if (sheet.stored !== null) sheet.unsaved.add('the colour of the tab was set');
  }
  get showGridlines(): boolean {
    return this.#live().showGridlines;
  }
  set showGridlines(value: unknown) {
    const sheet = this.#live();
    sheet.showGridlines = booleanArgument(value, 'showGridlines');
    if (sheet.stored !== null) sheet.unsaved.add('gridlines were set');
  }
  /** The name under which the client sends `showGridlines` when it is set. */
  set gridlines(value: unknown) {
    this.showGridlines = value as boolean;
  }

  get charts(): ChartCollection {
    return new ChartCollection(this.book, this.#live());
  }
  get horizontalPageBreaks(): PageBreakCollection {
    return new PageBreakCollection(this.book, this.#live());
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.book, this.#live());
  }
  get pageLayout(): PageLayout {
    return new PageLayout(this.book, this.#live());
  }
  get tables(): TableCollection {
    return new TableCollection(this.book, this.#live());
  }
  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.#live());
  }
  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.#live());
  }

  getRange(address: unknown): Range {
    const sheet = this.#live();
    return address === null || address === undefined || address === ''
      ? new Range(this.book, sheet, wholeSheet)
      : rangeInSheet(this.book, sheet, textArgument(address, 'address'));
  }
  getRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): Range {
    const top = wholeNumberArgument(row, 'startRow');
    const left = wholeNumberArgument(column, 'startColumn');
    const bottom = top + wholeNumberArgument(rows, 'rowCount', 1) - 1;
    const right = left + wholeNumberArgument(columns, 'columnCount', 1) - 1;
    if (bottom >= EXCEL_ROWS || right >= EXCEL_COLUMNS) throw new HostFault('InvalidArgument', 'The range reaches outside the sheet.');
    return new Range(this.book, this.#live(), { top, left, bottom, right });
  }
  getCell(row: unknown, column: unknown): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  /** An empty sheet's used range is its first cell. */
  getUsedRange(valuesOnly: unknown): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly: unknown): Range | null {
    const area = usedWithin(this.book, this.#live(), wholeSheet, valuesOnly === true);
    return area === null ? null : new Range(this.book, this.sheet, area);
  }

  activate(): void {
    this.book.selection = { sheet: this.#live(), area: { top: 0, left: 0, bottom: 0, right: 0 } };
  }
  delete(): void {
    this.book.deleteSheet(this.#live());
  }
  async calculate(): Promise<void> {
    await this.getRange(null).calculate();
  }

  #live(): SheetState {
    if (this.sheet.isDeleted) throw new HostFault('ItemNotFound', `The sheet "${this.sheet.name}" was deleted.`);
    return this.sheet;
  }

  #structure(): SheetState {
    this.book.refuseIfStructureIsProtected();
    return this.#live();
  }
}

/** The range of an address (with or without the sheet in front) or of a name, on one sheet. */
export function rangeInSheet(book: Book, sheet: SheetState, address: string): Range {
  const { sheet: named, rest } = splitSheet(address);
  if (named !== null && named.toLowerCase() !== sheet.name.toLowerCase()) {
    throw new HostFault('InvalidArgument', `"${address}" is not on the sheet "${sheet.name}".`);
  }
  const area = parseRectangle(rest);
  if (area !== null) return new Range(book, sheet, area);
  const called = rangeOfName(book, rest, sheet);
  if (called !== null && called.sheet === sheet) return called;
  throw new HostFault('InvalidArgument', `"${address}" is not an address on the sheet "${sheet.name}".`);
}

export class WorksheetFreezePanes extends HostObject {
  readonly className = 'WorksheetFreezePanes';

  constructor(readonly sheet: SheetState) {
    super();
  }

  freezeRows(count: unknown): void {
    this.sheet.frozenRows = wholeNumberArgument(count ?? 1, 'count');
    if (this.sheet.stored !== null) this.sheet.unsaved.add('rows were frozen');
  }
  unfreeze(): void {
    this.sheet.frozenRows = 0;
    if (this.sheet.stored !== null) this.sheet.unsaved.add('rows were unfrozen');
  }
}

export class WorksheetProtection extends HostObject {
  readonly className = 'WorksheetProtection';

  constructor(readonly sheet: SheetState) {
    super();
  }

  get protected(): boolean {
    return this.sheet.isProtected;
  }
}

export class WorksheetCollection extends HostObject {
  readonly className = 'WorksheetCollection';

  constructor(readonly book: Book) {
    super();
  }

  override [items](): readonly HostObject[] {
    return this.book.worksheets.map((sheet) => new Worksheet(this.book, sheet));
  }

  add(name: unknown): Worksheet {
    const wanted = name === null || name === undefined ? this.book.freeSheetName() : textArgument(name, 'name');
    return new Worksheet(this.book, this.book.addSheet(wanted));
  }
  getItem(key: unknown): Worksheet {
    return this.getItemOrNullObject(key) ?? fail('ItemNotFound', `There is no sheet "${String(key)}".`);
  }
  getItemOrNullObject(key: unknown): Worksheet | null {
    const sheet = this.book.findSheet(textArgument(key, 'key'));
    return sheet === null ? null : new Worksheet(this.book, sheet);
  }
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.book, this.book.selection.sheet);
  }
  getFirst(visibleOnly: unknown): Worksheet {
    return new Worksheet(this.book, this.#shown(visibleOnly)[0]!);
  }
  getLast(visibleOnly: unknown): Worksheet {
    return new Worksheet(this.book, this.#shown(visibleOnly).at(-1)!);
  }
  getCount(visibleOnly: unknown): number {
    return this.#shown(visibleOnly).length;
  }

  #shown(visibleOnly: unknown): readonly SheetState[] {
    return this.book.worksheets.filter(({ visibility }) => visibleOnly !== true || visibility === 'Visible');
  }
}
