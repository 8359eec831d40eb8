/** The spreadsheet engine behind the host: Univer, without a screen. */
import './iterators';
import './lookupIndex';
import { numfmt, type IUnitRange } from '@univerjs/core';
import { ICalculateFormulaService, IFunctionService } from '@univerjs/engine-formula';
import { InsertSheetMutation, RemoveSheetMutation, SetWorksheetNameMutation } from '@univerjs/sheets';
import type { CellValue, StoredCell, StoredSheet, StoredTable } from '../../package/content';
import { cellAddress, cellsOf, contains, parseRectangle, union, type Rectangle } from '../address';
import {
  namesInSheets, type Backend, type CalculationScope, type CellContent, type CellEdit, type CellEntry, type CellPosition,
  type EngineFunction, type EngineName, type EngineSheet, type Uncalculated,
} from '../backend';
import { keyOf, placeOfKey } from '../cellKey';
import { vocabularyOf, type Vocabulary } from '../expand';
import { redirectSheet } from '../formula';
import { calculate } from './calculation';
import { CellStore, type CellPut, type FormulaAt, type Spill } from './cells';
import type { EngineFailure } from './engine';
import { startUniver, type UniverInstance } from './instance';
import { emptySheet, loadSheet, noteOn, pin, type Note, type Speller } from './load';
import { spellerOf } from './spelling';
import { cellOfValue, valueOfResult } from './values';
import { watchCells, type CellListener } from './watch';

export interface UniverOptions {
  /** The worksheets of the file, each with the id by which the host knows it. */
  readonly sheets: readonly { readonly id: string; readonly stored: StoredSheet }[];
  readonly names: readonly EngineName[];
  readonly tables: readonly StoredTable[];
  readonly functions: readonly EngineFunction[];
  /** The workbook counts days from 1904. */
  readonly date1904?: boolean;
  /** Told each cell that may show something else than before, for a screen that is to follow. */
  readonly changed?: CellListener;
}

export const openUniver = (options: UniverOptions): Backend => new UniverBackend(options);

/** Between the first days of the two date systems. */
const DAYS_TO_1904 = 1462;

/** After a formula turned out not to be calculable, its dependents are calculated again; more rounds than this never end. */
const MOST_ROUNDS = 20;

const spot = ({ sheet, row, column }: CellPosition): string => `${sheet} ${row} ${column}`;

class UniverBackend implements Backend {
  readonly #univer: UniverInstance;
  readonly #cells: CellStore;
  readonly #speller: Speller;
  readonly #stored: ReadonlyMap<string, StoredSheet>;
  #tables: readonly StoredTable[];
  /** By sheet: the cells with an array formula that the file has for several cells together, spilling or not. */
  readonly #fixedArrays: ReadonlyMap<string, readonly number[]>;
  readonly #uncalculated = new Map<string, Uncalculated>();
  #sheets: EngineSheet[];
  #names: readonly EngineName[];
  /** Cells entered since the last calculation, and cells whose dependents still wait (manual calculation). */
  #entered = new Map<string, CellPosition>();
  /** Formulas for which the file has no value (a program wrote it, not Excel); they are calculated before all else. */
  #valueless: CellPosition[] = [];
  #waiting = new Map<string, CellPosition>();

  constructor(options: UniverOptions) {
    this.#univer = startUniver(options.functions);
    this.#cells = new CellStore(this.#univer);
    this.#stored = new Map(options.sheets.map(({ id, stored }) => [id, stored]));
    this.#sheets = options.sheets.map(({ id, stored }) => ({ id, name: stored.name }));
    this.#fixedArrays = new Map(options.sheets.map(({ id, stored }) => [id, fixedArraysOf(stored)]));
    this.#names = options.names;
    this.#tables = options.tables;
    const known = this.#univer.injector.get(IFunctionService);
    const tables = (): readonly StoredTable[] => this.#tables;
    this.#speller = spellerOf({
      words: { nameFormula: (name, sheet) => this.#words().nameFormula(name, sheet), get tables() { return tables(); } },
      knows: (name) => known.hasExecutor(name),
      custom: new Set(options.functions.map(({ name }) => name.toUpperCase())),
      date1904: options.date1904 ?? false,
    });
    for (const { id, stored } of options.sheets) this.#load(id, stored);
    if (options.changed) watchCells(this.#univer, this.#cells, () => this.#sheets.map(({ id }) => id), options.changed);
  }

  #load(id: string, stored: StoredSheet): void {
    const loaded = loadSheet(id, stored, this.#speller);
    this.#univer.execute(InsertSheetMutation.id, { index: this.#univer.workbook.getSheetSize(), sheet: loaded.data });
    this.#cells.addSheet(id, loaded);
    for (const { row, column, note } of this.#cells.formulas(id)) {
      const position = { sheet: id, row, column };
      if (note?.reason !== undefined) this.#giveUp(position, note.reason);
      else if (this.#cells.content(position).value === null) this.#valueless.push(position);
    }
  }

  sheets(): readonly EngineSheet[] {
    return this.#sheets;
  }

  addSheet(sheet: EngineSheet): void {
    this.#univer.execute(InsertSheetMutation.id, { index: this.#univer.workbook.getSheetSize(), sheet: emptySheet(sheet.id, sheet.name) });
    this.#cells.addSheet(sheet.id, null);
    this.#sheets = [...this.#sheets, sheet];
    const name = sheet.name.toLowerCase();
    this.#enterAgain((id) => this.#cells.formulas(id).filter(({ shown }) => shown.toLowerCase().includes(name)), (formula) => formula);
  }

  removeSheet(id: string): void {
    const { name } = this.#sheetOf(id);
    this.#univer.execute(RemoveSheetMutation.id, { subUnitId: id });
    this.#cells.removeSheet(id);
    this.#sheets = this.#sheets.filter((sheet) => sheet.id !== id);
    for (const waiting of [this.#entered, this.#waiting, this.#uncalculated]) {
      for (const [key, cell] of waiting) if (cell.sheet === id) waiting.delete(key);
    }
    this.#redirect(name, null, (one) => one.sheet !== id);
  }

  renameSheet(id: string, name: string): void {
    const before = this.#sheetOf(id).name;
    this.#univer.execute(SetWorksheetNameMutation.id, { subUnitId: id, name });
    this.#sheets = this.#sheets.map((sheet) => (sheet.id === id ? { id, name } : sheet));
    this.#redirect(before, name, () => true);
  }

  /** Formulas and names that refer to a sheet follow its new name, or lose it. */
  #redirect(from: string, to: string | null, stays: (name: EngineName) => boolean): void {
    this.#names = this.#names.filter(stays).map((one) => ({ ...one, formula: redirectSheet(one.formula, from, to) }));
    this.#enterAgain(
      (id) => this.#cells.formulas(id).filter(({ shown, note }) => note !== null || redirectSheet(shown, from, to) !== shown),
      (formula) => redirectSheet(formula, from, to),
    );
  }

  cell(position: CellPosition): CellContent {
    return this.#cells.content(position);
  }

  read(sheet: string, { top, left, bottom, right }: Rectangle): CellContent[][] {
    return Array.from({ length: bottom - top + 1 }, (_row, row) =>
      Array.from({ length: right - left + 1 }, (_column, column) =>
        this.#cells.content({ sheet, row: top + row, column: left + column })));
  }

  write(sheet: string, edits: readonly CellEdit[]): void {
    const touched = edits.map(({ row, column }) => ({ sheet, row, column }));
    for (const position of [...touched, ...this.#spillsThrough(touched)]) this.#enter(position);
    for (const position of touched) this.#uncalculated.delete(spot(position));
    this.#cells.put(sheet, edits.map(({ row, column, entry }) => ({ row, column, ...this.#put(entry, { sheet, row, column }) })));
  }

  filledCells(sheet: string): readonly { readonly row: number; readonly column: number; readonly content: CellContent }[] {
    return this.#cells.filled(sheet);
  }

  usedArea(sheet: string): Rectangle | null {
    return this.#cells.filled(sheet).reduce<Rectangle | null>(
      (area, { row, column }) => union(area, { top: row, left: column, bottom: row, right: column }),
      null,
    );
  }

  names(): readonly EngineName[] {
    return this.#names;
  }

  setName(name: EngineName): void {
    const others = this.#names.filter((one) => !sameName(one, name));
    const place = this.#names.findIndex((one) => sameName(one, name));
    this.#names = place < 0 ? [...this.#names, name] : [...others.slice(0, place), name, ...others.slice(place)];
    this.#reread(name.name);
  }

  removeName(name: string, sheet?: string): void {
    const gone = sheet === undefined ? { name, formula: '' } : { name, formula: '', sheet };
    this.#names = this.#names.filter((one) => !sameName(one, gone));
    this.#reread(name);
  }

  setTables(tables: readonly StoredTable[]): void {
    const differ = (one: readonly StoredTable[], other: readonly StoredTable[]): readonly StoredTable[] => one.filter((table) => !other.includes(table));
    const changed = [...differ(this.#tables, tables), ...differ(tables, this.#tables)];
    this.#tables = tables;
    for (const name of new Set(changed.map((table) => table.name))) this.#reread(name);
  }

  async calculate(scope: CalculationScope): Promise<void> {
    const valueless = this.#valueless.splice(0);
    if (valueless.length > 0 && scope !== 'all') await this.#calculateOnly(valueless);
    if (scope === 'all') return this.#calculateAll();
    if (scope === 'edited') return this.#calculateEdited();
    const cells = scope === 'entered' ? [...this.#entered.values()] : scope;
    if (scope === 'entered') {
      for (const [key, position] of this.#entered) this.#waiting.set(key, position);
      this.#entered.clear();
    }
    if (cells.length > 0) await this.#calculateOnly(cells);
  }

  uncalculated(): readonly Uncalculated[] {
    return [...this.#uncalculated.values()];
  }

  async evaluate(formula: string, { sheet, row, column }: CellPosition): Promise<readonly (readonly CellValue[])[]> {
    const { engine, reason } = this.#speller.spell(formula, { sheet: this.#sheetOf(sheet).name, row, column }, false);
    if (reason !== null) return [[{ error: '#VALUE!' }]];
    const { unitId, injector } = this.#univer;
    const results = await injector.get(ICalculateFormulaService).executeFormulas({ [unitId]: { [sheet]: { [row]: { [column]: [engine] } } } });
    const value: unknown = results[unitId]?.[sheet]?.[row]?.[column]?.[0]?.value;
    return Array.isArray(value)
      ? value.map((row) => (Array.isArray(row) ? row.map(valueOfResult) : [valueOfResult(row)]))
      : [[valueOfResult(value)]];
  }

  display(value: CellValue, numberFormat: string, date1904 = false): string {
    if (value === null) return '';
    if (typeof value === 'object') return value.error;
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    const isDay = date1904 && typeof value === 'number' && numfmt.isDateFormat(numberFormat);
    return numfmt.format(numberFormat, isDay ? value + DAYS_TO_1904 : value, { throws: false });
  }

  dispose(): void {
    this.#univer.dispose();
  }

  #sheetOf(id: string): EngineSheet {
    const sheet = this.#sheets.find((one) => one.id === id);
    if (sheet === undefined) throw new Error(`The engine has no sheet ${id}.`);
    return sheet;
  }

  #words(): Vocabulary {
    return vocabularyOf(namesInSheets(this.#names, this.#sheets), this.#tables);
  }

  #put(entry: CellEntry, { sheet, row, column }: CellPosition): { data: CellPut['data']; note: Note | null } {
    if (!('formula' in entry)) {
      const { data, note } = pin(entry.value, null);
      return { data, note };
    }
    const { engine, reason } = this.#speller.spell(entry.formula, { sheet: this.#sheetOf(sheet).name, row, column }, false);
    if (reason !== null) {
      this.#giveUp({ sheet, row, column }, reason);
      return pin({ error: '#NAME?' }, { shown: entry.formula, reason });
    }
    return { data: { f: engine, ...cellOfValue(null) }, note: noteOn(entry.formula, engine) };
  }

  /** The formulas that a change of names or sheets may touch are entered anew, as they would be spelled now. */
  #enterAgain(formulasOn: (sheet: string) => readonly FormulaAt[], rewrite: (formula: string) => string): void {
    for (const sheet of this.#sheets) {
      const puts = formulasOn(sheet.id).map(({ row, column, shown, note }) => {
        const formula = rewrite(shown);
        const filed = this.#storedFormula(sheet.id, row, column);
        const { engine, reason } = this.#speller.spell(formula, { sheet: sheet.name, row, column }, filed !== null && filed.array === undefined);
        const { value } = this.#cells.content({ sheet: sheet.id, row, column });
        if (reason !== null) return { row, column, ...pin(note?.pinned ?? value, { shown: formula, reason }) };
        this.#uncalculated.delete(spot({ sheet: sheet.id, row, column }));
        this.#enter({ sheet: sheet.id, row, column });
        return { row, column, data: { ...cellOfValue(value), f: engine }, note: noteOn(formula, engine) };
      });
      if (puts.length > 0) this.#cells.put(sheet.id, puts);
    }
  }

  #reread(name: string): void {
    const words = this.#wordsFrom(name.toLowerCase());
    this.#enterAgain(
      (id) => this.#cells.notedFormulas(id).filter(({ shown }) => words.some((word) => shown.toLowerCase().includes(word))),
      (formula) => formula,
    );
  }

  /** A name, and the names whose meaning rests on it. */
  #wordsFrom(name: string): readonly string[] {
    const words = [name];
    for (const word of words) {
      const resting = this.#names.filter(({ formula }) => formula.toLowerCase().includes(word)).map((one) => one.name.toLowerCase());
      words.push(...resting.filter((one) => !words.includes(one)));
    }
    return words;
  }

  #enter(position: CellPosition): void {
    this.#entered.set(spot(position), position);
  }

  /** The formulas whose spilled result covers a cell, or would: writing there, or clearing, changes what they show. */
  #spillsThrough(positions: readonly CellPosition[]): CellPosition[] {
    const bySheet = new Map<string, Spill[]>();
    return positions.flatMap(({ sheet, row, column }) => {
      const spills = bySheet.get(sheet) ?? this.#cells.spills(sheet);
      bySheet.set(sheet, spills);
      return spills
        .filter(({ area }) => contains({ top: area.startRow, left: area.startColumn, bottom: area.endRow, right: area.endColumn }, row, column))
        .map((spill) => ({ sheet, row: spill.row, column: spill.column }));
    });
  }

  async #calculateAll(): Promise<void> {
    this.#entered.clear();
    this.#waiting.clear();
    await this.#settle(await calculate(this.#univer.injector, this.#univer.unitId, { dirty: 'all' }));
  }

  async #calculateEdited(): Promise<void> {
    const dirty = new Map([...this.#waiting, ...this.#entered]);
    this.#entered.clear();
    this.#waiting.clear();
    if (dirty.size === 0) return;
    await this.#settle(await calculate(this.#univer.injector, this.#univer.unitId, { dirty: this.#ranges(dirty.values()) }));
  }

  /** Formulas that could not be calculated get their saved value back, and what depends on them is calculated with it. */
  async #settle(failures: readonly EngineFailure[]): Promise<void> {
    let given = this.#pinFailed(failures);
    for (let round = 0; given.length > 0; round += 1) {
      if (round === MOST_ROUNDS) throw new Error(`The calculation does not settle; the last formula that failed is in ${spot(given[0]!)}.`);
      given = this.#pinFailed(await calculate(this.#univer.injector, this.#univer.unitId, { dirty: this.#ranges(given) }));
    }
  }

  async #calculateOnly(cells: readonly CellPosition[]): Promise<void> {
    const wanted = new Set(cells.map(spot));
    const restoreSpills = this.#cells.rememberSpills();
    const spilling = cells.some(({ sheet, row, column }) =>
      this.#cells.spills(sheet).some((spill) => spill.row === row && spill.column === column));
    const failures = await calculate(this.#univer.injector, this.#univer.unitId, {
      dirty: this.#ranges(cells),
      keep: (sheet, row, column) => wanted.has(spot({ sheet, row, column })),
    });
    const nowSpilling = cells.some(({ sheet, row, column }) =>
      this.#cells.spills(sheet).some((spill) => spill.row === row && spill.column === column));
    if (!spilling && !nowSpilling) restoreSpills();
    this.#pinFailed(failures.filter(({ cell }) => cell === undefined || wanted.has(spot(cell))));
  }

  #ranges(cells: Iterable<CellPosition>): IUnitRange[] {
    return [...cells].map(({ sheet, row, column }) => ({
      unitId: this.#univer.unitId,
      sheetId: sheet,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    }));
  }

  /** Gives the cells that were pinned to their saved value; throws where the engine lost a whole pass. */
  #pinFailed(failures: readonly EngineFailure[]): CellPosition[] {
    const failed = new Map<string, Uncalculated>();
    for (const { cell, formula, reason } of failures) {
      if (cell) failed.set(spot(cell), { ...cell, reason });
      else if (formula !== undefined) for (const at of this.#cellsWith(formula)) failed.set(spot(at), { ...at, reason });
      else throw new Error(`The spreadsheet engine stopped: ${reason}`);
    }
    for (const at of this.#misshapen()) failed.set(spot(at), at);
    return [...failed.values()].filter((at) => {
      if (this.#uncalculated.has(spot(at))) return false;
      this.#giveUp(at, at.reason);
      return this.#pinStored(at);
    });
  }

  #giveUp(at: CellPosition, reason: string): void {
    this.#uncalculated.set(spot(at), { sheet: at.sheet, row: at.row, column: at.column, reason });
  }

  #cellsWith(engine: string): CellPosition[] {
    return this.#sheets.flatMap((sheet) =>
      this.#cells.formulas(sheet.id)
        .filter(({ shown, note }) => (note?.engine ?? shown) === engine)
        .map(({ row, column }) => ({ sheet: sheet.id, row, column })));
  }

  /** Puts the saved value in the place of a formula of the file that is still as it was; `false` where there is none. */
  #pinStored({ sheet, row, column, reason }: Uncalculated): boolean {
    const stored = this.#storedFormula(sheet, row, column);
    if (stored === null || stored.value === null) return false;
    this.#cells.put(sheet, [{ row, column, ...pin(stored.value, { shown: stored.formula!, reason }) }]);
    const area = stored.array && parseRectangle(stored.array.ref);
    const children = this.#stored.get(sheet)!.cells;
    for (let r = area?.top ?? row; area && r <= area.bottom; r += 1) {
      for (let c = area.left; c <= area.right; c += 1) {
        const child = children.get(cellAddress(r, c));
        if (child?.partOfArray) this.#cells.put(sheet, [{ row: r, column: c, ...pin(child.value, null) }]);
      }
    }
    return true;
  }

  /** What the file has in a cell, if that is a formula and the cell still shows it. */
  #storedFormula(sheet: string, row: number, column: number): StoredCell | null {
    const stored = this.#stored.get(sheet)?.cells.get(cellAddress(row, column));
    return stored?.formula !== undefined && this.#cells.content({ sheet, row, column }).formula === stored.formula ? stored : null;
  }

  /**
   * Univer spills every formula. A formula that the file keeps as one for a single cell, or for a fixed area, gives
   * something else in Excel (one value of the many, or the result cut to the area), so such a result is not taken.
   */
  #misshapen(): Uncalculated[] {
    return this.#sheets.flatMap(({ id: sheet }) => {
      const spills = new Map(this.#cells.spills(sheet).map(({ row, column, area }) => [keyOf(row, column), area]));
      const places = new Set([...spills.keys(), ...(this.#fixedArrays.get(sheet) ?? [])]);
      return [...places].map(placeOfKey).flatMap(({ row, column }) => {
        const stored = this.#storedFormula(sheet, row, column);
        if (stored === null || stored.array?.dynamic) return [];
        const fixed = stored.array ? parseRectangle(stored.array.ref) : null;
        const area = spills.get(keyOf(row, column)) ?? { endRow: row, endColumn: column };
        const fits = fixed !== null && fixed.bottom === area.endRow && fixed.right === area.endColumn;
        return fits ? [] : [{ sheet, row, column, reason: 'the file keeps it for other cells than its result fills' }];
      });
    });
  }
}

function fixedArraysOf(stored: StoredSheet): number[] {
  return [...stored.cells].flatMap(([address, { array }]) => {
    const area = array !== undefined && !array.dynamic ? parseRectangle(array.ref) : null;
    const place = parseRectangle(address);
    return area !== null && place !== null && cellsOf(area) > 1 ? [keyOf(place.top, place.left)] : [];
  });
}

const sameName = (a: EngineName, b: EngineName): boolean => a.name.toLowerCase() === b.name.toLowerCase() && a.sheet === b.sheet;
