import type { Action } from './commandLine';

/** What is printed for one workbook. All keys always; cells in quoted A1. */
export interface WorkbookResult {
  readonly ok: boolean;
  readonly tabs: readonly unknown[];
  /** Cells whose stored formula or value changed. */
  readonly cells: readonly string[];
  /** Formulas that this program works out otherwise than Excel's saved value says; Excel's value stays. */
  readonly disagreements: readonly { readonly cell: string; readonly saved: unknown; readonly computed: unknown }[];
  readonly errors: readonly { readonly code: string; readonly cell: string | null; readonly text: string }[];
}

export const failed = (code: string, text: string): WorkbookResult =>
  ({ ok: false, tabs: [], cells: [], disagreements: [], errors: [{ code, cell: null, text }] });

/** What the parent process asks of a child: one workbook. */
export interface Job {
  readonly action: Action;
  readonly input: string;
  /** Where the child may write; the parent renames it into place when all went well. */
  readonly draft: string | null;
  readonly plan: unknown;
}
