/** Excel.NamedItem, and the collections of them: the workbook's names and each sheet's. */
import { tokenTypes } from '@borgar/fx';
import type { CellValue } from '../../package/content';
import type { EngineName } from '../backend';
import { fail, HostFault } from '../errors';
import { flawOf, isLegalName, rangeReference, tokensOf } from '../formula';
import { nameKey, type Book, type SheetState } from './book';
import { booleanArgument, HostObject, identity, items, textArgument } from './hostObject';
import { onTheWire, Range } from './range';
import { Worksheet } from './worksheet';

export class NamedItemCollection extends HostObject {
  readonly className = 'NamedItemCollection';

  /** `owner`: the sheet whose names these are, `null` for the workbook's. */
  constructor(readonly book: Book, readonly owner: SheetState | null) {
    super();
  }

  override [items](): readonly HostObject[] {
    return this.book.backend.names()
      .filter(({ sheet }) => sheet === this.owner?.id)
      .map((name) => new NamedItem(this.book, name));
  }

  add(name: unknown, reference: unknown, comment: unknown): NamedItem {
    const wanted = textArgument(name, 'name');
    if (!isLegalName(wanted)) throw new HostFault('InvalidArgument', `"${wanted}" cannot be a name: it must be a word that is no cell address.`);
    if (this.#find(wanted) !== null) throw new HostFault('ItemAlreadyExists', `There is already a name "${wanted}".`);
    const formula = reference instanceof Range ? `=${this.book.addressOf(reference.sheet, reference.area, true)}` : textArgument(reference, 'reference');
    if (!formula.startsWith('=')) throw new HostFault('InvalidArgument', `What "${wanted}" refers to must begin with "="; it is "${formula}".`);
    const flaw = flawOf(formula);
    if (flaw !== null) throw new HostFault('InvalidArgument', `What "${wanted}" refers to is no formula (${flaw}): "${formula}".`);
    this.book.refuseUnknownSheets(formula);
    const added: EngineName = this.owner === null ? { name: wanted, formula } : { name: wanted, formula, sheet: this.owner.id };
    this.book.backend.setName(added);
    if (typeof comment === 'string') this.book.comments.set(nameKey(added), comment);
    return new NamedItem(this.book, added);
  }
  getItem(name: unknown): NamedItem {
    return this.getItemOrNullObject(name) ?? fail('ItemNotFound', `There is no name "${String(name)}".`);
  }
  getItemOrNullObject(name: unknown): NamedItem | null {
    const found = this.#find(textArgument(name, 'name'));
    return found === null ? null : new NamedItem(this.book, found);
  }
  getCount(): number {
    return this[items]().length;
  }

  #find(name: string): EngineName | null {
    const wanted = nameKey(this.owner === null ? { name } : { name, sheet: this.owner.id });
    return this.book.backend.names().find((one) => nameKey(one) === wanted) ?? null;
  }
}

export class NamedItem extends HostObject {
  readonly className = 'NamedItem';
  override readonly navigation = ['worksheet', 'worksheetOrNullObject'];

  constructor(readonly book: Book, readonly known: EngineName) {
    super();
  }

  override [identity](): Readonly<Record<string, string>> {
    return { _Id: this.known.name };
  }

  get name(): string {
    return this.#live().name;
  }
  get formula(): string {
    return this.#live().formula;
  }
  set formula(value: unknown) {
    const formula = textArgument(value, 'formula');
    const flaw = formula.startsWith('=') ? flawOf(formula) : 'it does not begin with "="';
    if (flaw !== null) throw new HostFault('InvalidArgument', `"${formula}" is no formula (${flaw}).`);
    this.book.refuseUnknownSheets(formula);
    this.book.backend.setName({ ...this.#live(), formula });
  }
  get scope(): string {
    return this.#live().sheet === undefined ? 'Workbook' : 'Worksheet';
  }
  get visible(): boolean {
    return !this.book.hiddenNames.has(nameKey(this.#live()));
  }
  set visible(value: unknown) {
    const key = nameKey(this.#live());
    if (booleanArgument(value, 'visible')) this.book.hiddenNames.delete(key);
    else this.book.hiddenNames.add(key);
  }
  get comment(): string {
    return this.book.comments.get(nameKey(this.#live())) ?? '';
  }
  set comment(value: unknown) {
    this.book.comments.set(nameKey(this.#live()), textArgument(value, 'comment'));
  }
  /** The address for a range, the result for any other formula. */
  get value(): unknown {
    const formula = this.#live().formula;
    if (areaOfFormula(this.book, formula) !== null) return formula.slice(1);
    return this.#evaluate().then((rows) => (isSingle(rows) ? onTheWire(rows[0]![0]!) : rows.map((row) => row.map(onTheWire))));
  }
  get type(): unknown {
    if (areaOfFormula(this.book, this.#live().formula) !== null) return 'Range';
    return this.#evaluate().then((rows) => (isSingle(rows) ? typeOfValue(rows[0]![0]!) : 'Array'));
  }
  get worksheet(): Worksheet {
    const sheet = this.worksheetOrNullObject;
    if (sheet === null) throw new HostFault('ItemNotFound', `"${this.known.name}" is a name of the workbook, not of a sheet.`);
    return sheet;
  }
  get worksheetOrNullObject(): Worksheet | null {
    const sheet = this.book.findSheet(this.#live().sheet ?? '');
    return sheet === null ? null : new Worksheet(this.book, sheet);
  }

  getRange(): Range {
    return this.getRangeOrNullObject() ?? fail('InvalidArgument', `"${this.known.name}" is no range: ${this.formula}.`);
  }
  getRangeOrNullObject(): Range | null {
    return areaOfFormula(this.book, this.#live().formula);
  }
  delete(): void {
    const { name, sheet } = this.#live();
    this.book.backend.removeName(name, sheet);
    this.book.hiddenNames.delete(nameKey(this.known));
    this.book.comments.delete(nameKey(this.known));
  }

  #live(): EngineName {
    const found = this.book.backend.names().find((one) => nameKey(one) === nameKey(this.known));
    if (found === undefined) throw new HostFault('ItemNotFound', `There is no name "${this.known.name}".`);
    return found;
  }

  #evaluate(): Promise<readonly (readonly CellValue[])[]> {
    const { sheet, formula } = this.#live();
    return this.book.backend.evaluate(formula, { sheet: sheet ?? this.book.worksheets[0]!.id, row: 0, column: 0 });
  }
}

const isSingle = (rows: readonly (readonly CellValue[])[]): boolean => rows.length === 1 && rows[0]!.length === 1;

const typeOfValue = (value: CellValue): string => {
  if (value === null || typeof value === 'string') return 'String';
  if (typeof value === 'object') return 'Error';
  return typeof value === 'boolean' ? 'Boolean' : Number.isInteger(value) ? 'Integer' : 'Double';
};

/** The cells that a name's formula is, if it is nothing but a reference to cells of this workbook. */
function areaOfFormula(book: Book, formula: string): Range | null {
  const tokens = tokensOf(formula).filter(({ type }) => type !== tokenTypes.FX_PREFIX && type !== tokenTypes.WHITESPACE);
  const reference = tokens.length === 1 ? rangeReference(tokens[0]!.value) : null;
  if (reference === null || reference.book !== null || reference.sheet === null) return null;
  const sheet = book.findSheet(reference.sheet);
  return sheet === null ? null : new Range(book, sheet, reference.area);
}

/** The range that a name means on a sheet: the sheet's own name first, then the workbook's. */
export function rangeOfName(book: Book, name: string, sheet: SheetState): Range | null {
  const names = book.backend.names().filter((one) => one.name.toLowerCase() === name.toLowerCase());
  const meant = names.find((one) => one.sheet === sheet.id) ?? names.find((one) => one.sheet === undefined);
  return meant === undefined ? null : areaOfFormula(book, meant.formula);
}
