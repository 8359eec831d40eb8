/**
 * The last look before a tab is handed over: the file that would be written is read back, and every named line has to show
 * the figure that the report gives. They part where a formula that the tab counts is worked out here otherwise than its
 * saved value says; then neither figure can be stood behind.
 */
import type { Disagreement } from '../host';
import { sheetPrefix } from '../host/address';
import type { WorkbookContent } from '../package';
import type { WorkbookResult } from './result';

/** Of a tab's report: where its named lines stand, and what they are. */
export interface TabLines {
  readonly sheet: string;
  readonly person: string;
  readonly year: number;
  /** The sheet on which the person's years stand together, where the build wrote one. */
  readonly ledger: string | null;
  readonly lines: Readonly<Record<string, number | null>>;
}

/** Line 10 is reported to ten places. */
const TOLERANCE = 1e-9;

export const linesThatDiffer = (
  { names, sheets }: WorkbookContent, tabs: readonly TabLines[], disagreements: readonly Disagreement[],
): WorkbookResult['errors'] => {
  const formulaOf = new Map(names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  const cellsOf = new Map(sheets.map(({ name, cells }) => [name, cells]));
  return tabs.flatMap(({ sheet, person, year, lines }) => Object.entries(lines).flatMap(([id, reported]) => {
    const name = `F8606_${year}_${person}_L${id}`;
    const address = (formulaOf.get(name.toLowerCase()) ?? '').split('!').at(-1)?.replace(/\$/g, '') ?? '';
    const shown = cellsOf.get(sheet)?.get(address)?.value ?? null;
    const agrees = reported === null ? shown === null || shown === '' : typeof shown === 'number' && Math.abs(shown - reported) <= TOLERANCE;
    if (agrees) return [];
    const why = disagreements.slice(0, 3).map(({ cell, saved, computed }) => `${cell}: saved as ${saved}, calculated here ${computed}`).join('; ');
    return [{
      code: 'LINE_DIFFERS',
      cell: sheetPrefix(sheet) + address,
      text: `Line ${id} of ${year} was read as ${reported ?? 'blank'}, and its cell would show ${shownIn(shown)}. ${why === '' ? '' : `Formulas have other values than the file says (${why}). `}`
        + 'Let Excel calculate the workbook (F9), save it, and run this again; nothing was written.',
    }];
  }));
};

const shownIn = (value: unknown): string =>
  value === null || value === '' ? 'nothing' : typeof value === 'object' ? String((value as { readonly error: string }).error) : String(value);
