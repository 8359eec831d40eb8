import { Refusal } from '../engine/refusal';

/** An error as the report gives it: what happened, where, and a sentence that says what to do. */
export interface ReportedError {
  readonly code: string;
  readonly cell: string | null;
  readonly text: string;
}

/** A tab in whose place a failed build may have left a part; whether it stood before. */
interface LeftTab {
  readonly sheet: string;
  readonly stood: boolean;
}

/** The build failed and so did putting the workbook back. Nothing of the user's own sheets was touched. */
export class CleanUpFailed extends Error {
  readonly code = 'CLEAN_UP_FAILED';

  constructor(override readonly cause: unknown, readonly second: unknown, left: readonly LeftTab[]) {
    super(['The build failed, and so did taking it back. Your own sheets are as they were.', ...left.map(whatIsLeft)].join(' '));
  }
}

/** A new tab can go; one that stood holds the preparer's notes and sign-off, and must not. */
const whatIsLeft = ({ sheet, stood }: LeftTab): string => (stood
  ? `The tab "${sheet}" may be updated in part: build again, which updates it whole. Do not delete it: your notes are on it.`
  : `The tab "${sheet}" may be left unfinished, with names that point at it: build again, which removes it first, or delete it.`);

/** Excel's own error codes that a user can do something about. Everything else is a fault and is reported as it came. */
const sentences: Readonly<Record<string, string>> = {
  AccessDenied: 'The workbook or a sheet in it is protected or read-only, so nothing was changed. Unprotect it, then build again.',
  InvalidOperationInCellEditMode: 'A cell is being edited, so nothing was changed. Press Enter or Esc in the cell, then build again.',
  ItemAlreadyExists: 'A sheet or a name that the tab needs was created in the meantime. Nothing was changed; build again.',
  ItemNotFound: 'A sheet or a range of the plan is no longer in the workbook. Nothing was changed; select the ranges again.',
  InvalidReference: 'A range of the plan is no longer valid. Nothing was changed; select the ranges again.',
  InvalidSelection: 'Excel has no selection to read. Click a cell in this workbook, then try again.',
  InactiveWorkbook: 'Another workbook is in front. Bring this one to the front, then try again.',
  RequestPayloadSizeLimitExceeded: 'The selection is too large for one message to Excel. Select the rows that hold data instead of whole columns.',
  ResponsePayloadSizeLimitExceeded: 'The selection is too large for one message from Excel. Select the rows that hold data instead of whole columns.',
};

interface OfficeError {
  readonly code: string;
  readonly message: string;
  readonly debugInfo?: { readonly errorLocation?: string; readonly statement?: string };
}

const isOfficeError = (error: unknown): error is OfficeError =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && !(error instanceof Refusal);

/** Turns whatever was thrown into a sentence. Nothing is swallowed: an unknown fault keeps its code and its message. */
export const reportError = (error: unknown): ReportedError => {
  if (error instanceof Refusal) return { code: error.code, cell: null, text: error.text };
  if (error instanceof CleanUpFailed) return { code: error.code, cell: null, text: error.message };
  if (isOfficeError(error)) {
    const known = sentences[error.code];
    const where = error.debugInfo?.errorLocation ? ` (at ${error.debugInfo.errorLocation})` : '';
    return { code: error.code, cell: null, text: known ?? `Excel could not do this: ${error.message}${where}. Nothing was changed.` };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'FAULT', cell: null, text: `IRA Basis failed: ${message} This is a fault in the add-in; nothing was changed.` };
};
