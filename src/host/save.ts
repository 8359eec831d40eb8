/**
 * What has changed in a workbook since it was opened, as changes to its file.
 *
 * What was entered is written. Cells with functions of the add-in, and all that depends on them or on what was entered, get
 * their newly calculated value. Every other formula keeps the value that Excel saved; where the engine finds another, that
 * is told and not written. A formula that Excel saved no value for gets one.
 */
import type { CellChange, CellStyle, CellValue, StoredCell, StoredName, WorkbookChanges } from '../package/content';
import { cellAddress, fullAddress, rangeAddress, sheetPrefix, wholeSheet, type Rectangle } from './address';
import { namesInSheets, type CellContent, type CellPosition } from './backend';
import { keyOf, placeOfKey } from './cellKey';
import { circleInWords, circlesFrom } from './circles';
import { CellSet, dependentsOf, type FormulaCell, type SheetArea } from './dependents';
import { expand, vocabularyOf, type FormulaPlace } from './expand';
import { functionsIn } from './formula';
import { formulaCells, wordsOf } from './formulaCells';
import { areaOf, nameKey, type Book, type SheetState } from './model/book';
import { onTheWire } from './model/range';
import { entered, newSheetOf } from './newSheets';
import { agree, areIdentical } from './savedValues';
import { spillAreas } from './spills';

export interface Disagreement {
  /** With its sheet, for example `'IRA-1'!B4`. */
  readonly cell: string;
  readonly saved: string | number | boolean;
  readonly computed: string | number | boolean;
}

export interface Saving {
  readonly changes: WorkbookChanges;
  /** The cells of the file whose formula or value changes. */
  readonly cells: readonly string[];
  /** Formulas for which the engine and Excel differ; the file keeps what Excel saved. */
  readonly disagreements: readonly Disagreement[];
  /** Formulas whose value should have changed and could not be calculated: what the file says there may be out of date. */
  readonly outOfDate: readonly { readonly cell: string; readonly text: string }[];
  /** What was set and cannot be put into a file that exists; a sentence for each. */
  readonly unsaved: readonly string[];
}

export interface AlsoNew {
  /** Sheets that the add-in wrote; what they say may be what they said, and be worked out from something else. */
  readonly written?: readonly string[];
  /** Formulas that give something else since the file was opened because of what they read at work. */
  readonly moved?: readonly CellPosition[];
}

/**
 * `namespace`: of the add-in's functions, for example `BASIS`. `alsoNew`: whose saved values do not count, though nobody can see
 * it from their formulas. Throws where a sheet of the file was deleted.
 */
export const changesOf = (book: Book, namespace: string, alsoNew: AlsoNew = {}): Saving => new Comparison(book, namespace, alsoNew).saving();

/** A cell of the file now and as it was. */
interface Pair {
  readonly sheet: SheetState;
  readonly row: number;
  readonly column: number;
  readonly stored: StoredCell | null;
  readonly content: CellContent;
}

class Comparison {
  readonly #sheets: readonly SheetState[];
  readonly #sheetNames: readonly string[];
  readonly #formulas: readonly FormulaCell[];
  readonly #pairs: readonly Pair[];
  readonly #added: readonly SheetState[];
  /** Formulas that take over what the engine calculated, and those of them that cannot. */
  readonly #renewed: CellSet;
  readonly #stale: CellSet;
  readonly #reasons = new Map<string, string>();
  readonly #spills: ReadonlyMap<SheetState, ReadonlyMap<number, Rectangle>>;

  readonly #cells: string[] = [];
  readonly #disagreements: Disagreement[] = [];
  readonly #outOfDate: { readonly cell: string; readonly text: string }[] = [];

  constructor(readonly book: Book, readonly namespace: string, { written = [], moved = [] }: AlsoNew) {
    this.#refuseDeletions();
    this.#sheets = book.worksheets;
    this.#sheetNames = this.#sheets.map(({ name }) => name);
    this.#added = this.#sheets.filter(({ stored }) => stored === null);
    this.#spills = new Map(this.#sheets.map((sheet) => [sheet, spillAreas(book, sheet)]));
    this.#pairs = this.#sheets.filter(({ stored }) => stored !== null).flatMap((sheet) => this.#pairsOf(sheet));
    this.#formulas = formulaCells(book);
    for (const { sheet, row, column, reason } of book.backend.uncalculated()) {
      const name = this.#sheets.find(({ id }) => id === sheet)?.name ?? '';
      this.#reasons.set(fullAddress(name, row, column), reason);
    }
    const words = wordsOf(book);
    const before = vocabularyOf(book.content.names, book.content.tables);
    const atWork = new CellSet();
    for (const { sheet, row, column } of moved) atWork.add({ sheet: this.#sheets.find(({ id }) => id === sheet)!.name, row, column });
    const roots = this.#formulas.filter((cell) => written.includes(cell.sheet) || atWork.has(cell)
      || functionsIn(expand(cell.formula, cell, words)).some((name) => name.startsWith(`${namespace.toUpperCase()}.`))
      || expand(cell.formula, cell, words) !== expand(cell.formula, cell, before));
    const edited = this.#pairs.filter((pair) => this.#wasEntered(pair));
    this.#renewed = dependentsOf(
      [...roots.map(areaOfFormula), ...edited.map(areaOfPair), ...this.#added.map(({ name }) => ({ sheet: name, area: wholeSheet }))],
      this.#formulas, words, this.#sheetNames,
    );
    [...roots, ...edited.map(placeOfPair)].forEach((cell) => this.#renewed.add(cell));
    const renewed = this.#formulas.filter((cell) => this.#renewed.has(cell));
    for (const circle of circlesFrom(renewed, renewed, words, this.#sheetNames)) this.#tellCircle(circle);
    const failed = renewed.filter((cell) => this.#reasons.has(addressOf(cell)));
    this.#stale = dependentsOf(failed.map(areaOfFormula), this.#formulas, words, this.#sheetNames);
    failed.forEach((cell) => this.#stale.add(cell));
  }

  saving(): Saving {
    const cells = new Map<string, readonly CellChange[]>();
    for (const sheet of this.#sheets.filter(({ stored }) => stored !== null)) {
      const changes = this.#pairs.filter((pair) => pair.sheet === sheet).flatMap((pair) => this.#changeOf(pair));
      if (changes.length > 0) cells.set(sheet.name, changes);
    }
    for (const cell of this.#formulas.filter(({ sheet }) => this.#added.some(({ name }) => name === sheet))) {
      if (this.#stale.has(cell)) this.#tellOutOfDate(cell);
    }
    return {
      changes: { cells, newSheets: this.#added.map((sheet) => newSheetOf(this.book, sheet)), ...this.#names(), ...this.#tables() },
      cells: this.#cells,
      disagreements: this.#disagreements,
      outOfDate: this.#outOfDate,
      unsaved: this.#sheets.flatMap((sheet) => [...sheet.unsaved].map((what) => `On the sheet "${sheet.name}" ${what}; the file keeps its own.`)),
    };
  }

  #refuseDeletions(): void {
    const kept = new Set(this.book.worksheets.map(({ stored }) => stored));
    const lost = this.book.content.sheets.find((stored) => stored.kind === undefined && !kept.has(stored));
    if (lost) throw new Error(`The sheet "${lost.name}" was deleted. A file is not given back without one of its sheets; delete it in Excel.`);
  }

  #pairsOf(sheet: SheetState): Pair[] {
    const now = new Map(this.book.backend.filledCells(sheet.id).map(({ row, column, content }) => [keyOf(row, column), content]));
    const stored = new Map([...sheet.stored!.cells].map(([address, cell]) => {
      const { top, left } = areaOf(address);
      return [keyOf(top, left), cell] as const;
    }));
    const styled = sheet.styles.styledCells().map(({ row, column }) => keyOf(row, column));
    return [...new Set([...stored.keys(), ...now.keys(), ...styled])].sort((a, b) => a - b).map((key) => ({
      sheet, ...placeOfKey(key), stored: stored.get(key) ?? null, content: now.get(key) ?? { value: null },
    }));
  }

  /** Whether somebody put something else into the cell; a new result of the same formula is not that. */
  #wasEntered({ stored, content }: Pair): boolean {
    if ((stored?.formula ?? null) !== (content.formula ?? null)) return true;
    if (content.formula !== undefined || content.spilledFrom !== undefined) return false;
    // A cell that showed a part of a result, and is empty now, is emptied with its formula.
    if (stored?.partOfArray && content.value === null) return false;
    return !areIdentical(stored?.value ?? null, content.value);
  }

  #changeOf(pair: Pair): CellChange[] {
    const { sheet, row, column, stored, content } = pair;
    const address = cellAddress(row, column);
    const style = this.#newStyle(pair);
    const styled = Object.keys(style).length > 0 ? { style } : {};
    if (this.#wasEntered(pair)) {
      const cell = placeOfPair(pair);
      this.#cells.push(addressOf(cell));
      if (content.formula !== undefined && this.#stale.has(cell)) this.#tellOutOfDate(cell);
      return [{ ...entered(address, content, style), ...this.#array(sheet, row, column, null) }];
    }
    const value = this.#newValue(pair);
    if (value === undefined) {
      if (Object.keys(style).length === 0) return [];
      const result = stored?.formula !== undefined || stored?.partOfArray === true || content.spilledFrom !== undefined;
      return [{ address, value: stored?.value ?? content.value, ...(result ? { keepFormula: true } : {}), ...styled }];
    }
    this.#cells.push(addressOf(placeOfPair(pair)));
    return [{ address, value, keepFormula: true, ...this.#array(sheet, row, column, stored), ...styled }];
  }

  /** The value that a formula's cell, or a part of its result, is to have in the file; undefined where it keeps its own. */
  #newValue({ sheet, row, column, stored, content }: Pair): CellValue | undefined {
    const from = content.spilledFrom ?? { row, column };
    const formula = { sheet: sheet.name, row: from.row, column: from.column };
    if (content.formula === undefined && content.spilledFrom === undefined) return undefined;
    const saved = stored?.value ?? null;
    if (this.#renewed.has(formula)) {
      if (this.#stale.has(formula)) {
        if (content.formula !== undefined) this.#tellOutOfDate(formula);
        return undefined;
      }
      const moved = content.formula !== undefined && this.#spillMoved(sheet, row, column, stored);
      return stored === null || moved || !areIdentical(saved, content.value) ? content.value : undefined;
    }
    if (saved === null && content.spilledFrom === undefined) {
      return content.value === null || this.#reasons.has(addressOf(formula)) ? undefined : content.value;
    }
    if (!agree(saved, content.value)) {
      this.#disagreements.push({ cell: fullAddress(sheet.name, row, column), saved: onTheWire(saved), computed: onTheWire(content.value) });
    }
    return undefined;
  }

  #spillMoved(sheet: SheetState, row: number, column: number, stored: StoredCell | null): boolean {
    const area = this.#spills.get(sheet)?.get(keyOf(row, column));
    const ref = area ? rangeAddress(area) : cellAddress(row, column);
    return stored?.array !== undefined && stored.array.ref !== ref;
  }

  /** The range of an array formula that the file does not have in that size yet. */
  #array(sheet: SheetState, row: number, column: number, stored: StoredCell | null): Pick<CellChange, 'array'> {
    const area = this.#spills.get(sheet)?.get(keyOf(row, column));
    if (stored === null) return area ? { array: { ref: rangeAddress(area), dynamic: true } } : {};
    if (!this.#spillMoved(sheet, row, column, stored)) return {};
    return { array: { ref: area ? rangeAddress(area) : cellAddress(row, column), dynamic: true } };
  }

  /** What the add-in set, without what the file says already. */
  #newStyle({ sheet, row, column, stored }: Pair): CellStyle {
    const { numberFormat, quotePrefix, ...rest } = sheet.styles.at(row, column);
    return {
      ...rest,
      ...(numberFormat === undefined || numberFormat === (stored?.numberFormat ?? 'General') ? {} : { numberFormat }),
      ...(quotePrefix ? { quotePrefix } : {}),
    };
  }

  #tellCircle(circle: readonly FormulaCell[]): void {
    for (const cell of circle) this.#reasons.set(addressOf(cell), circleInWords(circle.map(addressOf)));
  }

  #tellOutOfDate(cell: FormulaPlace): void {
    const reason = this.#reasons.get(addressOf(cell));
    const text = reason === undefined
      ? 'It depends on a cell that could not be calculated; the file keeps what it had.'
      : `It could not be calculated: ${reason}. The file keeps what it had.`;
    this.#outOfDate.push({ cell: addressOf(cell), text });
  }

  #tables(): Pick<WorkbookChanges, 'tablesAdded' | 'tablesResized'> {
    const { tables } = this.book;
    const tablesAdded = tables.filter(({ stored }) => stored === null).map(({ words: { name, sheet, ref, columns }, style, bandedRows, filterButton }) =>
      ({ name, sheet, ref, columns, bandedRows, filterButton, ...(style === null ? {} : { style }) }));
    const tablesResized = tables.filter(({ stored, words }) => stored !== null && stored.ref !== words.ref).map(({ words: { name, sheet, ref } }) => ({ name, sheet, ref }));
    return { ...(tablesAdded.length > 0 ? { tablesAdded } : {}), ...(tablesResized.length > 0 ? { tablesResized } : {}) };
  }

  #names(): Pick<WorkbookChanges, 'namesAdded' | 'namesRemoved'> {
    const now = this.book.backend.names().map((name): StoredName => {
      const [{ name: word, formula, sheet }] = namesInSheets([name], this.#sheets) as [StoredName];
      return { name: word, formula, hidden: this.book.hiddenNames.has(nameKey(name)), ...(sheet === undefined ? {} : { sheet }) };
    });
    const { names } = this.book.content;
    return {
      namesAdded: now.filter((name) => !names.some((one) => isSameName(one, name))),
      namesRemoved: names.filter((name) => !now.some((one) => isSameName(one, name)))
        .map(({ name, sheet }) => (sheet === undefined ? name : sheetPrefix(sheet) + name)),
    };
  }
}

const isSameName = (a: StoredName, b: StoredName): boolean =>
  a.name.toLowerCase() === b.name.toLowerCase() && a.sheet?.toLowerCase() === b.sheet?.toLowerCase()
  && a.formula === b.formula && a.hidden === b.hidden;

const addressOf = ({ sheet, row, column }: FormulaPlace): string => fullAddress(sheet, row, column);

const placeOfPair = ({ sheet, row, column }: Pair): FormulaPlace => ({ sheet: sheet.name, row, column });

const areaOfPair = ({ sheet, row, column }: Pair): SheetArea =>
  ({ sheet: sheet.name, area: { top: row, left: column, bottom: row, right: column } });

const areaOfFormula = ({ sheet, row, column, area }: FormulaCell): SheetArea =>
  ({ sheet, area: area ?? { top: row, left: column, bottom: row, right: column } });
