/** The workbook behind the object model: the engine's cells, and what Excel knows of a workbook besides. */
import type { PageSetup, StoredSheet, StoredTable, WorkbookContent } from '../../package/content';
import { cellsOf, parseRectangle, rangeAddress, sheetPrefix, type Rectangle } from '../address';
import type { Backend, EngineFunction, EngineName } from '../backend';
import { HostFault } from '../errors';
import { sheetsIn } from '../formula';
import type { ChartState } from './chart';
import { StyleStore } from './styles';

export interface HeaderFooterText {
  left: string;
  center: string;
  right: string;
}

/** How a sheet prints; what is absent was not set. Addresses have no sheet in front. */
export type PageState = { -readonly [Key in Exclude<keyof PageSetup, 'header' | 'footer'>]?: PageSetup[Key] };

export class SheetState {
  readonly styles = new StyleStore();
  /** By column: width in points. */
  readonly columnWidths = new Map<number, number>();
  /** By row: height in points. */
  readonly rowHeights = new Map<number, number>();
  readonly page: PageState = {};
  /** Those that an add-in drew; the charts of a file are not known here. */
  readonly charts: ChartState[] = [];
  chartsMade = 0;
  readonly header: HeaderFooterText = { left: '', center: '', right: '' };
  readonly footer: HeaderFooterText = { left: '', center: '', right: '' };
  /** What was set on a sheet of the file that a file cannot be given again; a sentence for each. */
  readonly unsaved = new Set<string>();
  readonly hiddenRows: Set<number>;
  readonly isProtected: boolean;
  visibility: StoredSheet['visibility'];
  tabColor = '';
  showGridlines = true;
  frozenRows = 0;
  isDeleted = false;
  /** Array formulas that the file has for several cells together, with the cell that holds the formula. */
  readonly #arrays: readonly { readonly row: number; readonly column: number; readonly formula: string; readonly area: Rectangle }[];

  constructor(readonly id: string, public name: string, readonly stored: StoredSheet | null) {
    this.hiddenRows = new Set(stored?.hiddenRows);
    this.isProtected = stored?.protected ?? false;
    this.visibility = stored?.visibility ?? 'Visible';
    this.#arrays = [...(stored?.cells ?? [])].flatMap(([address, { array, formula }]) => {
      if (array === undefined || array.dynamic || formula === undefined) return [];
      const { top: row, left: column } = areaOf(address);
      const area = areaOf(array.ref);
      return cellsOf(area) > 1 ? [{ row, column, formula, area }] : [];
    });
  }

  /** The areas of those array formulas that still stand. */
  fixedArrays(backend: Backend): readonly Rectangle[] {
    return this.#arrays
      .filter(({ row, column, formula }) => backend.cell({ sheet: this.id, row, column }).formula === formula)
      .map(({ area }) => area);
  }

  numberFormat(row: number, column: number, address: string): string {
    return this.styles.at(row, column).numberFormat ?? this.stored?.cells.get(address)?.numberFormat ?? 'General';
  }
}

/** A table as it is now. What formulas may know of it is replaced, never changed in place. */
export interface TableState {
  readonly id: string;
  readonly sheet: SheetState;
  readonly area: Rectangle;
  readonly words: StoredTable;
  /** As the file has it; null for one that an add-in added. */
  readonly stored: StoredTable | null;
  readonly style: string | null;
  readonly bandedRows: boolean;
  readonly filterButton: boolean;
}

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

export interface Selection {
  readonly sheet: SheetState;
  /** The first of several. */
  readonly area: Rectangle;
  /** More than one area is selected, which Excel does not give as one range. */
  readonly isSeveral?: boolean;
}

export type OpenBackend = (options: {
  readonly sheets: readonly { readonly id: string; readonly stored: StoredSheet }[];
  readonly names: readonly EngineName[];
  readonly tables: readonly StoredTable[];
  readonly functions: readonly EngineFunction[];
  readonly date1904: boolean;
}) => Backend;

const MODES: Readonly<Record<WorkbookContent['calculation'], CalculationMode>> = {
  automatic: 'Automatic',
  automaticExceptTables: 'AutomaticExceptTables',
  manual: 'Manual',
};

export class Book {
  readonly backend: Backend;
  calculationMode: CalculationMode;
  /** Calculation waits until the end of the batch. */
  calculationSuspended = false;
  selection: Selection;
  /** Names that Excel hides from its lists, by name and sheet. */
  readonly hiddenNames = new Set<string>();
  readonly comments = new Map<string, string>();
  #sheets: SheetState[];
  #tables: readonly TableState[];
  #made = 0;

  constructor(readonly content: WorkbookContent, open: OpenBackend, functions: readonly EngineFunction[]) {
    this.calculationMode = MODES[content.calculation];
    this.#sheets = content.sheets.map((stored) => new SheetState(this.#newId(), stored.name, stored));
    const worksheets = this.#sheets.filter(({ stored }) => stored?.kind === undefined);
    const first = worksheets.find((sheet) => sheet.visibility === 'Visible') ?? worksheets[0];
    if (first === undefined) throw new Error('The workbook has no worksheet.');
    this.selection = { sheet: first, area: { top: 0, left: 0, bottom: 0, right: 0 } };
    this.backend = open({
      sheets: worksheets.map(({ id, stored }) => ({ id, stored: stored! })),
      names: content.names.map(({ name, formula, sheet }) => {
        const owner = sheet === undefined ? undefined : this.#sheets.find((one) => one.name.toLowerCase() === sheet.toLowerCase());
        return owner === undefined ? { name, formula } : { name, formula, sheet: owner.id };
      }),
      tables: content.tables,
      functions,
      date1904: content.date1904,
    });
    this.#tables = content.tables.flatMap((stored) => {
      const sheet = this.findSheet(stored.sheet);
      return sheet === null ? [] : [{ id: this.#newId(), sheet, area: areaOf(stored.ref), words: stored, stored, style: null, bandedRows: true, filterButton: true }];
    });
    for (const name of this.backend.names()) {
      const stored = content.names.find((one) => one.name === name.name && one.formula === name.formula);
      if (stored?.hidden) this.hiddenNames.add(nameKey(name));
    }
  }

  /** Worksheets in their order; sheets of other kinds (charts) are not among them. */
  get worksheets(): readonly SheetState[] {
    return this.#sheets.filter(({ stored }) => stored?.kind === undefined);
  }

  get tables(): readonly TableState[] {
    return this.#tables;
  }

  addTable(table: Omit<TableState, 'id' | 'stored'>): TableState {
    const added: TableState = { ...table, id: this.#newId(), stored: null };
    this.#setTables([...this.#tables, added]);
    return added;
  }

  changeTable({ id }: TableState, change: Partial<Pick<TableState, 'area' | 'words' | 'style' | 'bandedRows' | 'filterButton'>>): void {
    this.#setTables(this.#tables.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  removeTable({ id }: TableState): void {
    this.#setTables(this.#tables.filter((one) => one.id !== id));
  }

  #setTables(tables: readonly TableState[]): void {
    this.#tables = tables;
    this.backend.setTables(tables.map(({ words }) => words));
  }

  /** The place among all sheets, charts included. */
  positionOf(sheet: SheetState): number {
    return this.#sheets.indexOf(sheet);
  }

  /** By name, in any letter case, or by id. */
  findSheet(key: string): SheetState | null {
    const wanted = key.toLowerCase();
    return this.worksheets.find(({ id, name }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted) ?? null;
  }

  addSheet(name: string): SheetState {
    this.refuseIfStructureIsProtected();
    this.#refuseBadName(name, null);
    const sheet = new SheetState(this.#newId(), name, null);
    this.backend.addSheet({ id: sheet.id, name });
    this.#sheets = [...this.#sheets, sheet];
    return sheet;
  }

  /** Excel takes no formula that refers to a sheet which is not there. */
  refuseUnknownSheets(formula: string): void {
    const missing = sheetsIn(formula).find((name) => !this.#isTaken(name, null));
    if (missing === undefined) return;
    throw new HostFault('InvalidArgument', `The formula ${formula} refers to the sheet "${missing}", and there is none of that name.`);
  }

  /** `Sheet1`, `Sheet2`, ..., the first that is free. */
  freeSheetName(): string {
    for (let number = 1; ; number += 1) {
      const name = `Sheet${number}`;
      if (!this.#isTaken(name, null)) return name;
    }
  }

  renameSheet(sheet: SheetState, name: string): void {
    this.refuseIfStructureIsProtected();
    this.#refuseBadName(name, sheet);
    if (sheet.stored !== null) {
      throw new HostFault('InvalidOperation', `The sheet "${sheet.name}" is in the file, and this host cannot rename a sheet of a file.`);
    }
    this.backend.renameSheet(sheet.id, name);
    sheet.name = name;
    this.#setTables(this.#tables.map((table) => (table.sheet === sheet ? { ...table, words: { ...table.words, sheet: name } } : table)));
  }

  deleteSheet(sheet: SheetState): void {
    this.refuseIfStructureIsProtected();
    const others = this.#sheets.filter((one) => one !== sheet);
    const next = others.find((one) => one.visibility === 'Visible' && one.stored?.kind === undefined);
    if (next === undefined) throw new HostFault('InvalidOperation', `"${sheet.name}" is the last visible worksheet and cannot be deleted.`);
    this.backend.removeSheet(sheet.id);
    this.#sheets = others;
    sheet.isDeleted = true;
    this.#setTables(this.#tables.filter((table) => table.sheet !== sheet));
    if (this.selection.sheet === sheet) this.selection = { sheet: next, area: { top: 0, left: 0, bottom: 0, right: 0 } };
  }

  refuseIfStructureIsProtected(): void {
    if (this.content.structureProtected) throw new HostFault('AccessDenied', 'The structure of the workbook is protected.');
  }

  /** The address of cells as Excel writes it, the sheet in front. */
  addressOf(sheet: SheetState, area: Rectangle, absolute = false): string {
    return sheetPrefix(sheet.name) + rangeAddress(area, absolute);
  }

  /** The cells that hold something; unless values only are asked for, also those that merely have a format. */
  filled(sheet: SheetState, valuesOnly: boolean): readonly { readonly row: number; readonly column: number }[] {
    const held = this.backend.filledCells(sheet.id);
    if (valuesOnly) return held;
    const stored = [...(sheet.stored?.cells.keys() ?? [])].map((address) => areaOf(address)).map(({ top, left }) => ({ row: top, column: left }));
    const styled = sheet.styles.styledCells().filter(({ style }) => Object.keys(style).length > 0);
    return [...held, ...stored, ...styled];
  }

  #newId(): string {
    this.#made += 1;
    return `{00000000-0001-0000-${this.#made.toString(16).toUpperCase().padStart(4, '0')}-000000000000}`;
  }

  #isTaken(name: string, except: SheetState | null): boolean {
    return this.#sheets.some((sheet) => sheet !== except && sheet.name.toLowerCase() === name.toLowerCase());
  }

  #refuseBadName(name: string, sheet: SheetState | null): void {
    const flaw = flawOfSheetName(name);
    if (flaw !== null) throw new HostFault('InvalidArgument', `"${name}" cannot be the name of a sheet: ${flaw}.`);
    if (this.#isTaken(name, sheet)) throw new HostFault('ItemAlreadyExists', `There is already a sheet named "${name}".`);
  }
}

/** The cells that an address in a file names. */
export function areaOf(address: string): Rectangle {
  const area = parseRectangle(address);
  if (area === null) throw new Error(`The file says "${address}" where an address must stand.`);
  return area;
}

/** Why Excel does not take a name for a sheet, or `null`. */
export function flawOfSheetName(name: string): string | null {
  if (name.trim() === '') return 'it is blank';
  if (name.length > 31) return `it has ${name.length} characters, and 31 are allowed`;
  if (/[:\\/?*[\]]/.test(name)) return 'it has one of : \\ / ? * [ ]';
  if (name.startsWith("'") || name.endsWith("'")) return 'it begins or ends with an apostrophe';
  return name.toLowerCase() === 'history' ? 'Excel keeps the name History for itself' : null;
}

export const nameKey = (name: { readonly name: string; readonly sheet?: string }): string =>
  `${name.sheet ?? ''} ${name.name.toLowerCase()}`;
