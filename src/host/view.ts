/**
 * What a screen shows of a workbook, as plain data that can be sent to a page: the whole of it once, then what has changed.
 * Lengths are points, rows and columns count from zero.
 */
import type { CellValue } from '../package/content';
import type { CellLook, SheetLook } from '../package/looks';
import { cellAddress, type Rectangle } from './address';
import type { CellPosition } from './backend';
import { keyOf, placeOfKey } from './cellKey';
import type { FunctionError } from './customFunctions';
import { areaOf, type Book, type SheetState } from './model/book';

export interface CellView {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** As Excel shows it; absent for a constant. */
  readonly formula?: string;
  /** The cell shows a part of another cell's result. */
  readonly spilled?: true;
  readonly look: CellLook;
  /** What is to be said of the value: why it is an error, or why it is not a result of this engine. */
  readonly sentence?: string;
}

/** A sheet without its cells. */
export interface SheetView {
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
  readonly isProtected: boolean;
  /** Whether the file has it; what it has is not renamed or deleted here. */
  readonly isStored: boolean;
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly merges: readonly Rectangle[];
  /** Stretches of columns and rows, the last one included; a later stretch stands over an earlier one. */
  readonly columns: readonly { readonly first: number; readonly last: number; readonly width?: number; readonly hidden?: boolean }[];
  readonly rows: readonly { readonly index: number; readonly height?: number; readonly hidden?: boolean }[];
  readonly defaultWidth?: number;
  readonly defaultHeight?: number;
  /** The names of charts that an add-in drew; absent where it drew none. A screen has no picture of them. */
  readonly charts?: readonly string[];
}

export interface SelectionView {
  readonly sheet: string;
  readonly area: Rectangle;
}

export interface BookView {
  readonly sheets: readonly SheetView[];
  readonly cells: Readonly<Record<string, readonly CellView[]>>;
  readonly selection: SelectionView;
}

/** What differs from what was last shown. */
export interface BookChange {
  /** All sheets in their order, when any of them was added, taken away or changed. */
  readonly sheets?: readonly SheetView[];
  readonly cells: Readonly<Record<string, readonly CellView[]>>;
  readonly selection?: SelectionView;
}

export interface ViewOptions {
  readonly book: Book;
  /** How the sheets of the file look, by name. */
  readonly looks: ReadonlyMap<string, SheetLook>;
  readonly errors: () => readonly FunctionError[];
}

/** Follows one workbook for one screen. */
export class View {
  readonly #book: Book;
  readonly #looks: ReadonlyMap<string, SheetLook>;
  readonly #errors: () => readonly FunctionError[];
  /** Cells that may show something else than was sent, by sheet. */
  readonly #touched = new Map<string, Set<number>>();
  /** What was last sent: each cell's own format (by identity), each sheet's properties, the selection. */
  readonly #styles = new Map<string, ReadonlyMap<number, object>>();
  #sheets = '';
  #selection = '';

  constructor({ book, looks, errors }: ViewOptions) {
    this.#book = book;
    this.#looks = looks;
    this.#errors = errors;
  }

  /** To be told each cell that the engine touches. */
  touch({ sheet, row, column }: CellPosition): void {
    const touched = this.#touched.get(sheet) ?? new Set<number>();
    touched.add(keyOf(row, column));
    this.#touched.set(sheet, touched);
  }

  /** The person's own screen shows this selection already. */
  selectionShown(): void {
    this.#selection = JSON.stringify(this.#selectionView());
  }

  whole(): BookView {
    const { worksheets } = this.#book;
    const sentences = this.#sentences();
    this.#touched.clear();
    const sheets = worksheets.map((sheet) => this.#sheetView(sheet));
    this.#sheets = JSON.stringify(sheets);
    this.selectionShown();
    for (const sheet of worksheets) this.#styles.set(sheet.id, stylesOf(sheet));
    const cells = worksheets.map((sheet) => [sheet.id, this.#cellViews(sheet, this.#shownCells(sheet), sentences)] as const);
    return { sheets, cells: Object.fromEntries(cells), selection: this.#selectionView() };
  }

  /** `null` where a screen that follows has nothing to do. */
  changes(): BookChange | null {
    const { worksheets } = this.#book;
    const sentences = this.#sentences();
    const cells: Record<string, readonly CellView[]> = {};
    for (const sheet of worksheets) {
      const keys = new Set(this.#touched.get(sheet.id));
      const [before, now] = [this.#styles.get(sheet.id) ?? new Map<number, object>(), stylesOf(sheet)];
      for (const [key, style] of now) if (before.get(key) !== style) keys.add(key);
      for (const key of before.keys()) if (!now.has(key)) keys.add(key);
      this.#styles.set(sheet.id, now);
      if (keys.size > 0) cells[sheet.id] = this.#cellViews(sheet, keys, sentences);
    }
    this.#touched.clear();
    const sheets = worksheets.map((sheet) => this.#sheetView(sheet));
    const sheetsText = JSON.stringify(sheets);
    const selection = this.#selectionView();
    const selectionText = JSON.stringify(selection);
    const change: BookChange = {
      cells,
      ...(sheetsText === this.#sheets ? {} : { sheets }),
      ...(selectionText === this.#selection ? {} : { selection }),
    };
    this.#sheets = sheetsText;
    this.#selection = selectionText;
    return Object.keys(cells).length === 0 && !change.sheets && !change.selection ? null : change;
  }

  /** The reasons of functions hold while their cell shows an error; a formula around them may have caught it. */
  #sentences(): Sentences {
    return {
      errors: new Map(this.#errors().map(({ position, text }) => [spot(position), text])),
      uncalculated: new Map(this.#book.backend.uncalculated().map((cell) => [spot(cell), cell.reason])),
    };
  }

  #selectionView(): SelectionView {
    const { sheet, area } = this.#book.selection;
    return { sheet: sheet.id, area };
  }

  #lookOf(sheet: SheetState): SheetLook | undefined {
    return sheet.stored === null ? undefined : this.#looks.get(sheet.stored.name);
  }

  #sheetView(sheet: SheetState): SheetView {
    const look = this.#lookOf(sheet);
    const heights = new Map([...(look?.rowHeights ?? []), ...sheet.rowHeights]);
    const hidden = [...sheet.hiddenRows].map((number) => number - 1);
    return {
      id: sheet.id,
      name: sheet.name,
      isVisible: sheet.visibility === 'Visible',
      isProtected: sheet.isProtected,
      isStored: sheet.stored !== null,
      tabColor: sheet.tabColor || (look?.tabColor ?? ''),
      showGridlines: sheet.showGridlines && (look?.showGridlines ?? true),
      frozenRows: sheet.frozenRows || (look?.frozenRows ?? 0),
      frozenColumns: look?.frozenColumns ?? 0,
      merges: (sheet.stored?.merges ?? []).map(areaOf),
      columns: [...(look?.columns ?? []), ...[...sheet.columnWidths].map(([index, width]) => ({ first: index, last: index, width }))],
      rows: [...[...heights].map(([index, height]) => ({ index, height })), ...hidden.map((index) => ({ index, hidden: true }))],
      ...(look?.defaultWidth === undefined ? {} : { defaultWidth: look.defaultWidth }),
      ...(look?.defaultHeight === undefined ? {} : { defaultHeight: look.defaultHeight }),
      ...(sheet.charts.length === 0 ? {} : { charts: sheet.charts.map(({ name }) => name) }),
    };
  }

  /** Every cell that holds something or looks like something. */
  #shownCells(sheet: SheetState): Set<number> {
    const keys = new Set(this.#book.backend.filledCells(sheet.id).map(({ row, column }) => keyOf(row, column)));
    for (const key of stylesOf(sheet).keys()) keys.add(key);
    for (const address of this.#lookOf(sheet)?.cells.keys() ?? []) {
      const { top, left } = areaOf(address);
      keys.add(keyOf(top, left));
    }
    return keys;
  }

  #cellViews(sheet: SheetState, keys: ReadonlySet<number>, { errors, uncalculated }: Sentences): CellView[] {
    return [...keys].sort((a, b) => a - b).map((key) => {
      const position = { sheet: sheet.id, ...placeOfKey(key) };
      const { value, formula, spilledFrom } = this.#book.backend.cell(position);
      const at = spot(spilledFrom ?? position);
      const isError = typeof value === 'object' && value !== null;
      const reason = uncalculated.get(at);
      const sentence = reason === undefined ? (isError ? errors.get(at) : undefined) : cannotCalculate(reason, isError);
      return {
        row: position.row,
        column: position.column,
        value,
        look: this.#cellLook(sheet, key),
        ...(formula === undefined ? {} : { formula }),
        ...(spilledFrom === undefined ? {} : { spilled: true }),
        ...(sentence === undefined ? {} : { sentence }),
      };
    });
  }

  #cellLook(sheet: SheetState, key: number): CellLook {
    const { row, column } = placeOfKey(key);
    const own = sheet.styles.at(row, column);
    const fromFile = this.#lookOf(sheet)?.cells.get(cellAddress(row, column));
    if (fromFile === undefined) return own;
    const borders = { ...fromFile.borders, ...own.borders };
    return { ...fromFile, ...own, ...(Object.keys(borders).length > 0 ? { borders } : {}) };
  }
}

interface Sentences {
  readonly errors: ReadonlyMap<string, string>;
  readonly uncalculated: ReadonlyMap<string, string>;
}

const cannotCalculate = (reason: string, isError: boolean): string =>
  `This formula is not calculated here: ${reason}. ${isError ? 'Excel may know it.' : 'The cell shows the value that the file has saved.'}`;

const stylesOf = (sheet: SheetState): ReadonlyMap<number, object> =>
  new Map(sheet.styles.styledCells().map(({ row, column, style }) => [keyOf(row, column), style]));

const spot = ({ sheet, row, column }: CellPosition): string => `${sheet} ${row} ${column}`;
