import { reportError, type ReportedError } from './failures';
import { errorsOf } from './stop';

/** How many cells of a sheet were changed, or left alone and why. */
export interface SheetCount {
  readonly sheet: string;
  readonly cells: number;
}

export interface SkippedSheet extends SheetCount {
  /** One sentence: why, and what to do. */
  readonly text: string;
}

/** What was done to cells all over the workbook. */
export interface CellsReport {
  readonly ok: boolean;
  /** Over all sheets. */
  readonly changed: number;
  readonly sheets: readonly SheetCount[];
  /** Sheets that were left exactly as they were. */
  readonly skipped: readonly SkippedSheet[];
  /** Cells in quoted A1 that were left alone, each with a sentence. */
  readonly left: readonly { readonly cell: string; readonly text: string }[];
  readonly errors: readonly ReportedError[];
}

type Found = Omit<CellsReport, 'ok' | 'changed' | 'errors'>;

/** Excel that can (ExcelApi 1.20) undoes all of it at once; older Excel undoes message by message. */
const oneUndo = (): { readonly mergeUndoGroup?: true } =>
  (typeof Office !== 'undefined' && Office.context.requirements.isSetSupported('ExcelApi', '1.20') ? { mergeUndoGroup: true } : {});

/** Runs against Excel; whatever goes wrong becomes a sentence. */
export const overCells = async (action: (context: Excel.RequestContext) => Promise<Found>): Promise<CellsReport> => {
  try {
    const found = await Excel.run({ delayForCellEdit: true, ...oneUndo() }, action);
    return { ok: true, changed: found.sheets.reduce((sum, { cells }) => sum + cells, 0), ...found, errors: [] };
  } catch (error) {
    return { ok: false, changed: 0, sheets: [], skipped: [], left: [], errors: errorsOf(error) };
  }
};

/** The sentence for a sheet that is protected. */
export const protectedSheet = (sheet: string, cells: number, then: string): SkippedSheet => ({
  sheet,
  cells,
  text: `The sheet "${sheet}" is protected, so ${inCells(cells)} on it stayed as ${cells === 1 ? 'it is' : 'they are'}. Unprotect it (Review, Unprotect Sheet), then ${then}.`,
});

/** The sentence for a sheet on which Excel refused to write; what was written before was put back. */
export const refusedSheet = (sheet: string, cells: number, error: unknown): SkippedSheet => ({
  sheet,
  cells,
  text: `On the sheet "${sheet}", ${inCells(cells)} stayed as ${cells === 1 ? 'it is' : 'they are'}: ${reportError(error).text}`,
});

/** The sentence for a sheet whose turn did not come any more. */
export const notReached = (sheet: string, cells: number): SkippedSheet => ({
  sheet,
  cells,
  text: `You stopped before the sheet "${sheet}": ${inCells(cells)} on it stayed as ${cells === 1 ? 'it is' : 'they are'}.`,
});

/** The sentence for a cell that is formatted as text. */
export const formattedAsText = (cell: string): { readonly cell: string; readonly text: string } =>
  ({ cell, text: `${cell} is formatted as text, so what is written there stays text; it was left as it is. Format it as General, then try again.` });

const inCells = (cells: number): string => (cells === 1 ? '1 cell' : `${cells} cells`);
