/**
 * What the host needs of a spreadsheet engine, and nothing more. The host model speaks to this interface only, so that
 * the engine can be another one, or the same one behind a grid on a page.
 *
 * Sheets are known by an id that the host chooses; rows and columns count from zero; formulas are written as Excel shows
 * them, with a leading `=`.
 */
import type { CellValue, StoredTable } from '../package/content';
import type { Rectangle } from './address';
import type { NameInSheet } from './expand';

export interface CellPosition {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What a cell holds. Without a formula the value is a constant, unless the cell shows part of a spilled result. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula?: string;
  /** The cell whose formula spills its result over this one. */
  readonly spilledFrom?: CellPosition;
}

/** A constant (`null` empties the cell) or a formula. */
export type CellEntry = { readonly value: CellValue } | { readonly formula: string };

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly entry: CellEntry;
}

export interface EngineSheet {
  readonly id: string;
  readonly name: string;
}

export interface EngineName {
  readonly name: string;
  /** With a leading `=`. */
  readonly formula: string;
  /** The id of the sheet to which the name belongs; absent for a name of the workbook. */
  readonly sheet?: string;
}

/** Names with the name of their sheet, as formulas know it, instead of its id. */
export const namesInSheets = (names: readonly EngineName[], sheets: readonly EngineSheet[]): readonly NameInSheet[] =>
  names.map(({ name, formula, sheet }) => {
    const owner = sheets.find(({ id }) => id === sheet);
    return owner === undefined ? { name, formula } : { name, formula, sheet: owner.name };
  });

/** A formula that the engine could not compute. Its cell keeps the value that the file had saved, if any. */
export interface Uncalculated extends CellPosition {
  readonly reason: string;
}

/**
 * - `edited`: what was entered since the last calculation, and everything that depends on it;
 * - `entered`: what was entered only, as Excel does in manual calculation (the rest stays waiting);
 * - `all`: every formula of the workbook;
 * - a list of cells: those formulas and no others, whatever waits.
 */
export type CalculationScope = 'edited' | 'entered' | 'all' | readonly CellPosition[];

export interface Backend {
  sheets(): readonly EngineSheet[];
  addSheet(sheet: EngineSheet): void;
  /** References to the sheet become `#REF!`, in formulas and in names. */
  removeSheet(id: string): void;
  /** References to the sheet follow the new name. */
  renameSheet(id: string, name: string): void;

  cell(position: CellPosition): CellContent;
  /** Row by row; cells beyond what the engine stores are empty. */
  read(sheet: string, area: Rectangle): CellContent[][];
  write(sheet: string, edits: readonly CellEdit[]): void;
  /** The cells that hold something (spilled results included), and the rectangle around them. */
  filledCells(sheet: string): readonly { readonly row: number; readonly column: number; readonly content: CellContent }[];
  usedArea(sheet: string): Rectangle | null;

  names(): readonly EngineName[];
  /** Adds the name, or gives it a new formula. */
  setName(name: EngineName): void;
  removeName(name: string, sheet?: string): void;
  /** The tables that formulas may use from now on. */
  setTables(tables: readonly StoredTable[]): void;

  calculate(scope: CalculationScope): Promise<void>;
  /** Formulas whose shown value is not a result of this engine. */
  uncalculated(): readonly Uncalculated[];
  /** The value of a formula as if it stood in that cell, which is left as it is; an array as its rows. */
  evaluate(formula: string, at: CellPosition): Promise<readonly (readonly CellValue[])[]>;
  /** A value as Excel displays it under a number format. */
  display(value: CellValue, numberFormat: string, date1904?: boolean): string;
  dispose(): void;
}

/** What a function of an add-in is called with: nothing, one value (`null` is a blank), or the cells of a range or array. */
export type EngineArgument =
  | { readonly kind: 'omitted' }
  | { readonly kind: 'value'; readonly value: CellValue }
  | { readonly kind: 'cells'; readonly cells: readonly (readonly CellValue[])[] };

/** A function that the engine does not have by itself. It never throws; a rectangle of values spills. */
export interface EngineFunction {
  readonly name: string;
  readonly minimumArguments: number;
  readonly maximumArguments: number;
  call(args: readonly EngineArgument[], at: CellPosition): CellValue | readonly (readonly CellValue[])[];
}
