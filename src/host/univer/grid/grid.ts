/**
 * A spreadsheet on a page: shows the view of a workbook that a host holds, and tells what a person does to it. The host's
 * word is final: what it refuses or makes otherwise comes back as a change of the view.
 */
import {
  CanceledError, ICommandService, IUniverInstanceService, LifecycleService, LifecycleStages, RANGE_TYPE, ThemeService, UniverInstanceType, type ICommandInfo, type IExecutionOptions,
  type Injector, type IRange, type IWorksheetData, type Univer, type Workbook,
} from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import {
  InsertSheetMutation, RemoveSheetMutation, SetFrozenMutation, SetRangeValuesMutation, SetSelectionsOperation, SetTabColorMutation,
  SetWorksheetActiveOperation, SetWorksheetColWidthMutation, SetWorksheetNameMutation, SetWorksheetRowHeightMutation, SheetsSelectionsService,
  ToggleGridlinesMutation, type ISetRangeValuesMutationParams, type ISetSelectionsOperationParams,
} from '@univerjs/sheets';
import { AutoHeightController, ScrollToRangeOperation } from '@univerjs/sheets-ui';
import { EXCEL_COLUMNS, EXCEL_ROWS, type Rectangle } from '../../address';
import type { HandEntry, SheetAction } from '../../byHand';
import type { BookChange, BookView, CellView, SelectionView, SheetView } from '../../view';
import { columnsFor, rowsFor } from '../load';
import { loadFonts } from './fonts';
import { functionInfos } from './functionInfo';
import { labelControls } from './labels';
import { refusalOf } from './limits';
import { startScreen } from './plugins';
import { RowMeasuring } from './rowMeasuring';
import { Said } from './said';
import { columnDataOf, contentData, freezeOf, rowDataOf, sheetDataOf, styleOf, workbookDataOf } from './sheetData';
import { entryOf, SharedFormulas, touchedBy, type Touched } from './typing';

/** What a person does. */
export interface GridListener {
  /** `number` grows by one with each call; the change that comes of it says up to which number it has come. */
  entered(number: number, sheet: string, entries: readonly HandEntry[]): void;
  /** More than one area when several are selected together. */
  selected(sheet: string, areas: readonly Rectangle[]): void;
  sheetWanted(action: SheetAction): void;
  /** Something was tried that cannot be done here; a sentence. */
  refused(sentence: string): void;
}

export interface GridOptions {
  readonly container: HTMLElement;
  /** The text of functions.json, and what stands before the dot in a formula. */
  readonly functions: { readonly metadata: string; readonly namespace: string };
  readonly view: BookView;
  readonly dark: boolean;
  readonly listener: GridListener;
}

/** Points; a row of the usual height holds text of this size. */
const USUAL_FONT = 11;

let started = 0;
/** The page has them once for all its grids. */
let fonts: Promise<void> | null = null;

export class Grid {
  readonly #container: HTMLElement;
  readonly #univer: Univer;
  readonly #injector: Injector;
  readonly #commands: ICommandService;
  readonly #workbook: Workbook;
  readonly #unitId: string;
  readonly #listener: GridListener;
  readonly #said = new Said();
  readonly #measuring: RowMeasuring;
  #sheets: readonly SheetView[];
  /** Set while the host's word is being shown: what happens then is no person's doing. */
  #showing = false;
  /** What a person touched since it was last told, by sheet and cell. */
  #touched = new Map<string, Map<string, Touched>>();
  /** Cells that a person entered and the host has not answered for, with the number under which it was told. */
  readonly #unanswered = new Map<string, number>();
  #told = 0;

  /** Resolves when the grid can be seen and worked with. */
  static async open(options: GridOptions): Promise<Grid> {
    await (fonts ??= loadFonts(document));
    const grid = new Grid(options);
    await grid.#injector.get(LifecycleService).onStage(LifecycleStages.Steady);
    for (const [sheet, cells] of Object.entries(options.view.cells)) grid.#fitRows(sheet, cells);
    grid.#begin(options.view);
    return grid;
  }

  private constructor({ container, functions, view, dark, listener }: GridOptions) {
    this.#container = container;
    this.#listener = listener;
    this.#sheets = view.sheets;
    this.#univer = startScreen({ container, dark, said: this.#said, functions: functionInfos(functions.metadata, functions.namespace) });
    this.#injector = this.#univer.__getInjector();
    this.#commands = this.#injector.get(ICommandService);
    this.#measuring = new RowMeasuring(this.#commands);
    // Univer's caches outlive its instances and know workbooks by their id.
    this.#unitId = `grid-${(started += 1)}`;
    this.#workbook = this.#univer.createUnit(UniverInstanceType.UNIVER_SHEET, workbookDataOf(this.#unitId, view)) as Workbook;
    for (const [sheet, cells] of Object.entries(view.cells)) this.#said.keep(sheet, cells);
  }

  #begin({ selection }: BookView): void {
    this.#univer.onDispose(labelControls(document));
    this.#commands.beforeCommandExecuted((command, options) => this.#before(command, options));
    this.#commands.onCommandExecuted((command, options) => this.#after(command, options));
    this.#select(selection);
  }

  /** `upTo`: the number of the last entry that this change has come of. */
  show({ sheets, cells, selection }: BookChange, upTo: number): void {
    for (const [key, number] of this.#unanswered) if (number <= upTo) this.#unanswered.delete(key);
    if (sheets) this.#showSheets(sheets);
    for (const [sheet, views] of Object.entries(cells)) this.#showCells(sheet, views);
    if (selection) this.#select(selection);
  }

  /** What is to be said of a cell. */
  sentenceAt(sheet: string, row: number, column: number): string | undefined {
    return this.#said.sentence(sheet, row, column);
  }

  setDark(dark: boolean): void {
    this.#injector.get(ThemeService).setDarkMode(dark);
  }

  /** Puts the keyboard into the cells; Univer hands it on to the field that it types in. */
  focus(): void {
    this.#injector.get(IUniverInstanceService).focusUnit(this.#unitId);
    this.#container.querySelector<HTMLElement>('canvas[id^="univer-sheet-main-canvas"]')?.focus();
  }

  dispose(): void {
    this.#measuring.forget();
    this.#univer.dispose();
  }

  #before({ id, params }: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (options?.['fromHost'] === true || this.#showing) return;
    const action = this.#sheetAction(id, params as { subUnitId?: string; name?: string } | undefined);
    if (action !== null) {
      this.#listener.sheetWanted(action);
      throw new CanceledError();
    }
    const refusal = refusalOf(id);
    if (refusal === null) return;
    this.#listener.refused(refusal);
    throw new CanceledError();
  }

  #sheetAction(id: string, params: { subUnitId?: string; name?: string } | undefined): SheetAction | null {
    const sheet = params?.subUnitId ?? this.#workbook.getActiveSheet().getSheetId();
    switch (id) {
      case 'sheet.command.insert-sheet': return { kind: 'add' };
      case 'sheet.command.remove-sheet':
      case 'sheet.command.remove-sheet-confirm': return { kind: 'remove', sheet };
      case 'sheet.command.set-worksheet-name': return { kind: 'rename', sheet, name: params?.name ?? '' };
      default: return null;
    }
  }

  #after(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    this.#measuring.note(command);
    const { id, params } = command;
    if (options?.['fromHost'] === true || this.#showing) return;
    if (id === SetRangeValuesMutation.id) this.#note(params as ISetRangeValuesMutationParams);
    else if (id === 'sheet.mutation.set.numfmt' || id === 'sheet.mutation.remove.numfmt') this.#noteFormats(params as FormatParams);
    else if (id === SetSelectionsOperation.id) this.#tellSelection(params as ISetSelectionsOperationParams);
    else if (id === SetWorksheetActiveOperation.id) this.#tellActive();
  }

  #note(params: ISetRangeValuesMutationParams): void {
    if (params.unitId === this.#unitId) this.#noteAll(params.subUnitId, touchedBy(params, this.#workbook));
  }

  /** Univer sets number formats by a change of their own. */
  #noteFormats({ unitId, subUnitId, values, ranges }: FormatParams): void {
    if (unitId !== this.#unitId) return;
    const areas = [...(ranges ?? []), ...Object.values(values ?? {}).flatMap((one) => one.ranges)];
    const matrix = this.#workbook.getSheetBySheetId(subUnitId)?.getCellMatrix();
    const touched: Touched[] = [];
    for (const { startRow, endRow, startColumn, endColumn } of areas) {
      for (let row = startRow; row <= endRow; row += 1) {
        for (let column = startColumn; column <= endColumn; column += 1) {
          const style = this.#workbook.getStyles().getStyleByCell(matrix?.getValue(row, column));
          touched.push({ row, column, content: false, style: { n: style?.n ?? null } });
        }
      }
    }
    this.#noteAll(subUnitId, touched);
  }

  #noteAll(sheet: string, touched: readonly Touched[]): void {
    if (this.#touched.size === 0) setTimeout(() => this.#tell(), 0);
    const known = this.#touched.get(sheet) ?? new Map<string, Touched>();
    this.#touched.set(sheet, known);
    for (const cell of touched) {
      const key = `${cell.row} ${cell.column}`;
      const before = known.get(key);
      const style = cell.style === undefined ? before?.style : cell.style === null ? null : { ...before?.style, ...cell.style };
      known.set(key, { ...cell, content: cell.content || (before?.content ?? false), style });
    }
  }

  #tell(): void {
    const formulas = new SharedFormulas(this.#workbook, this.#injector.get(LexerTreeBuilder));
    const touched = this.#touched;
    this.#touched = new Map();
    for (const [sheet, cells] of touched) {
      this.#told += 1;
      const entries = [...cells.values()].map((cell) => entryOf(cell, sheet, this.#said.look(sheet, cell.row, cell.column), this.#workbook, formulas));
      for (const { row, column } of entries) this.#unanswered.set(`${sheet} ${row} ${column}`, this.#told);
      this.#listener.entered(this.#told, sheet, entries);
    }
  }

  #tellActive(): void {
    const sheet = this.#workbook.getActiveSheet();
    const selections = this.#injector.get(SheetsSelectionsService).getWorkbookSelections(this.#unitId).getSelectionsOfWorksheet(sheet.getSheetId());
    const areas = (selections ?? []).map(({ range }) => areaOfRange(range));
    this.#listener.selected(sheet.getSheetId(), areas.length === 0 ? [{ top: 0, left: 0, bottom: 0, right: 0 }] : areas);
  }

  #tellSelection({ unitId, subUnitId, selections }: ISetSelectionsOperationParams): void {
    if (unitId !== this.#unitId || selections.length === 0) return;
    this.#listener.selected(subUnitId, selections.map(({ range }) => areaOfRange(range)));
  }

  #showCells(sheet: string, views: readonly CellView[]): void {
    const shown = views.filter(({ row, column }) => !this.#unanswered.has(`${sheet} ${row} ${column}`));
    if (shown.length === 0 || !this.#workbook.getSheetBySheetId(sheet)) return;
    this.#said.keep(sheet, shown);
    this.#makeRoom(sheet, shown);
    const cellValue: Record<number, Record<number, object>> = {};
    for (const view of shown) (cellValue[view.row] ??= {})[view.column] = { ...contentData(view), s: styleOf(view) };
    this.#execute(SetRangeValuesMutation.id, { subUnitId: sheet, cellValue });
    this.#fitRows(sheet, shown);
  }

  /** Rows with wrapped or large text grow with it, unless they were given a height. */
  #fitRows(sheet: string, views: readonly CellView[]): void {
    const fixed = new Set(this.#sheets.find(({ id }) => id === sheet)?.rows.map(({ index }) => index));
    const growing = views.filter(({ row, look, value }) => value !== null && !fixed.has(row) && (look.wrap || (look.fontSize ?? 0) > USUAL_FONT));
    const rows = [...new Set(growing.map(({ row }) => row))];
    if (rows.length === 0) return;
    const ranges = rows.map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: 0 }));
    const { redos } = this.#injector.get(AutoHeightController).getUndoRedoParamsOfAutoHeight(ranges, sheet);
    for (const { id, params } of redos) this.#execute(id, params as object);
  }

  /** Univer's sheets have a size; the host's have Excel's. */
  #makeRoom(sheet: string, views: readonly CellView[]): void {
    const config = this.#workbook.getSheetBySheetId(sheet)!.getConfig();
    config.rowCount = Math.max(config.rowCount, rowsFor(Math.max(...views.map(({ row }) => row))));
    config.columnCount = Math.max(config.columnCount, columnsFor(Math.max(...views.map(({ column }) => column))));
  }

  #showSheets(sheets: readonly SheetView[]): void {
    const before = this.#sheets;
    this.#sheets = sheets;
    sheets.forEach((sheet, index) => {
      const known = before.find(({ id }) => id === sheet.id);
      if (known === undefined) this.#execute(InsertSheetMutation.id, { index, sheet: sheetDataOf(sheet, []) });
      else this.#showProperties(known, sheet);
    });
    const gone = before.filter(({ id }) => !sheets.some((sheet) => sheet.id === id));
    if (gone.some(({ id }) => id === this.#workbook.getActiveSheet().getSheetId())) {
      this.#execute(SetWorksheetActiveOperation.id, { subUnitId: sheets.find(({ isVisible }) => isVisible)!.id });
    }
    for (const { id } of gone) {
      this.#measuring.forget(id);
      this.#execute(RemoveSheetMutation.id, { subUnitId: id });
    }
  }

  #showProperties(before: SheetView, now: SheetView): void {
    const subUnitId = now.id;
    if (before.name !== now.name) this.#execute(SetWorksheetNameMutation.id, { subUnitId, name: now.name });
    if (before.tabColor !== now.tabColor) this.#execute(SetTabColorMutation.id, { subUnitId, color: now.tabColor });
    if (before.showGridlines !== now.showGridlines) {
      this.#execute(ToggleGridlinesMutation.id, { subUnitId, showGridlines: now.showGridlines ? 1 : 0 });
    }
    if (before.frozenRows !== now.frozenRows || before.frozenColumns !== now.frozenColumns) {
      this.#execute(SetFrozenMutation.id, { subUnitId, resetScroll: false, ...freezeOf(now) });
    }
    const count = this.#workbook.getSheetBySheetId(subUnitId)?.getColumnCount() ?? 0;
    if (JSON.stringify(before.columns) !== JSON.stringify(now.columns)) this.#showWidths(subUnitId, columnDataOf(now, count));
    if (JSON.stringify(before.rows) !== JSON.stringify(now.rows)) this.#showHeights(subUnitId, rowDataOf(now));
  }

  #showWidths(subUnitId: string, columns: IWorksheetData['columnData']): void {
    for (const [column, { w }] of Object.entries(columns)) {
      if (w === undefined) continue;
      const index = Number(column);
      this.#execute(SetWorksheetColWidthMutation.id, {
        subUnitId, ranges: [{ startRow: 0, endRow: 0, startColumn: index, endColumn: index }], colWidth: w,
      });
    }
  }

  #showHeights(subUnitId: string, rows: IWorksheetData['rowData']): void {
    for (const [row, { h }] of Object.entries(rows)) {
      if (h === undefined) continue;
      const index = Number(row);
      this.#execute(SetWorksheetRowHeightMutation.id, {
        subUnitId, ranges: [{ startRow: index, endRow: index, startColumn: 0, endColumn: 0 }], rowHeight: h,
      });
    }
  }

  #select({ sheet, area }: SelectionView): void {
    if (this.#workbook.getActiveSheet().getSheetId() !== sheet) this.#execute(SetWorksheetActiveOperation.id, { subUnitId: sheet });
    const range = this.#rangeOf(sheet, area);
    const { startRow: row, startColumn: column } = range;
    this.#execute(SetSelectionsOperation.id, {
      subUnitId: sheet,
      selections: [{
        range,
        primary: { actualRow: row, actualColumn: column, startRow: row, endRow: row, startColumn: column, endColumn: column, isMerged: false, isMergedMainCell: false },
        style: null,
      }],
      reveal: true,
    });
    this.#execute(ScrollToRangeOperation.id, { range });
  }

  #rangeOf(sheet: string, { top, left, bottom, right }: Rectangle): IRange {
    const worksheet = this.#workbook.getSheetBySheetId(sheet);
    return {
      startRow: top,
      startColumn: left,
      endRow: Math.min(bottom, (worksheet?.getRowCount() ?? EXCEL_ROWS) - 1),
      endColumn: Math.min(right, (worksheet?.getColumnCount() ?? EXCEL_COLUMNS) - 1),
    };
  }

  #execute(id: string, params: object): void {
    this.#showing = true;
    try {
      this.#commands.syncExecuteCommand(id, { unitId: this.#unitId, ...params }, { onlyLocal: true, fromHost: true });
    } finally {
      this.#showing = false;
    }
  }
}

interface FormatParams {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly values?: Readonly<Record<string, { readonly ranges: readonly IRange[] }>>;
  readonly ranges?: readonly IRange[];
}

/** Whole rows and columns reach as far as Excel's do. */
function areaOfRange({ startRow, startColumn, endRow, endColumn, rangeType }: IRange): Rectangle {
  const wholeRows = rangeType === RANGE_TYPE.ROW || rangeType === RANGE_TYPE.ALL;
  const wholeColumns = rangeType === RANGE_TYPE.COLUMN || rangeType === RANGE_TYPE.ALL;
  return {
    top: wholeColumns ? 0 : startRow,
    bottom: wholeColumns ? EXCEL_ROWS - 1 : endRow,
    left: wholeRows ? 0 : startColumn,
    right: wholeRows ? EXCEL_COLUMNS - 1 : endColumn,
  };
}
