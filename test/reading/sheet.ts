import { formatCell, parseCell, parseRange } from '../../src/cells/address';
import { validatePlan, type Answer, type Plan, type Role } from '../../src/plan/plan';
import type { Reading } from '../../src/reading/facts';
import { read } from '../../src/reading/read';
import type { SelectedCells, SourceCell } from '../../src/reading/sourceCells';
import { serialOfDate } from '../cells/serial';

/** A cell as a test writes it down: a value, a date in ISO text, a formula with its value, an error, or nothing. */
export type Written =
  | string | number | boolean | null
  | { readonly date: string }
  | { readonly f: string; readonly v: string | number }
  | { readonly error: string };

export type Sheet = readonly (readonly Written[])[];

/** Sheets by name, as rows of cells from A1. */
export type Sheets = Readonly<Record<string, Sheet>>;

/** What Excel would hand over of a plan's selections. */
export function selectedCells(sheets: Sheets, plan: Plan, hiddenRows: readonly number[] = [], date1904 = false): SelectedCells {
  return {
    date1904,
    sources: plan.sources.map(({ range }) => {
      const area = parseRange(range);
      const sheet = Object.entries(sheets).find(([name]) => name.toLowerCase() === area.sheet.toLowerCase())?.[1] ?? [];
      const cells = sheet.flatMap((row, r) => row.flatMap((written, c) => {
        const inside = r + 1 >= area.top && r + 1 <= area.bottom && c + 1 >= area.left && c + 1 <= area.right;
        return written === null || !inside ? [] : [{ row: r + 1, column: c + 1, ...cellOf(written, date1904), rowHidden: hiddenRows.includes(r + 1) }];
      }));
      return { range: area, cells };
    }),
  };
}

export function cellOf(written: Exclude<Written, null>, date1904 = false): Pick<SourceCell, 'value' | 'formula' | 'numberFormat' | 'text'> {
  if (typeof written !== 'object') return { value: written, formula: null, numberFormat: 'General', text: '' };
  if ('date' in written) {
    const [year = 0, month = 0, day = 0] = written.date.split('-').map(Number);
    return { value: serialOfDate({ year, month, day }, date1904), formula: null, numberFormat: 'm/d/yyyy', text: '' };
  }
  if ('f' in written) return { value: written.v, formula: written.f, numberFormat: 'General', text: '' };
  return { value: written, formula: null, numberFormat: 'General', text: written.error };
}

export interface Selection {
  readonly role: Role;
  readonly range: string;
  readonly sheet?: string;
  readonly owner?: 'T' | 'S';
  readonly ownerColumn?: string;
  readonly owners?: Readonly<Record<string, 'T' | 'S' | 'ignore'>>;
}

export interface PlanFor {
  readonly year?: number | readonly number[];
  readonly person?: 'T' | 'S';
  readonly name?: string;
  readonly answers?: Readonly<Record<string, Answer>>;
}

/** Reads selections of one sheet, called Log. */
export const readLog = (log: Sheet, selections: readonly Selection[], plan: PlanFor = {}, hiddenRows: readonly number[] = []): Reading =>
  readSheets({ Log: log }, selections, plan, hiddenRows);

/** Reads selections of several sheets; an address without a sheet is of the one called Log. */
export function readSheets(sheets: Sheets, selections: readonly Selection[], plan: PlanFor = {}, hiddenRows: readonly number[] = []): Reading {
  const sources = selections.map(({ range, ...rest }) => ({ ...rest, range: range.includes('!') || rest.sheet !== undefined ? range : `Log!${range}` }));
  const answers = Object.fromEntries(Object.entries(plan.answers ?? {}).map(([cell, answer]) => [formatCell(parseCell(cell, 'Log')), answer]));
  const [validated] = validatePlan({ person: plan.person ?? 'T', name: plan.name ?? '', year: plan.year ?? 2025, sources, answers }) as [Plan];
  return read(validated, selectedCells(sheets, validated, hiddenRows));
}

/** The sums of a year's inputs in dollars, without those that are zero. */
export function sumsOf(reading: Reading, year = 2025): Readonly<Record<string, string>> {
  const sums = new Map<string, number>();
  for (const { input, amount } of reading.years.find((facts) => facts.year === year)?.used ?? []) {
    sums.set(input, (sums.get(input) ?? 0) + amount.times(100).toNumber());
  }
  return Object.fromEntries([...sums].filter(([, cents]) => cents !== 0).map(([input, cents]) => [input, (cents / 100).toFixed(2)]));
}

/** Where each listed cell ended: 'used', 'excluded', 'ignored' or 'asked', by its address without the sheet. */
export function fatesOf(reading: Reading): ReadonlyMap<string, string> {
  const fates = new Map<string, string>();
  const put = (cell: { sheet: string; row: number; column: number }, fate: string): void => {
    const address = formatCell(cell);
    fates.set(address, fates.has(address) ? `${fates.get(address) ?? ''}+${fate}` : fate);
  };
  const used = new Map(reading.years.flatMap(({ used: cells, statedCarry }) => [...cells, ...(statedCarry ? [statedCarry] : [])]).map(({ cell }) => [formatCell(cell), cell]));
  for (const cell of used.values()) put(cell, 'used');
  for (const { cell, about } of reading.asked) if (about === 'cell') put(cell, 'asked');
  for (const { cell } of reading.excluded) put(cell, 'excluded');
  for (const { cell } of reading.ignored) put(cell, 'ignored');
  return fates;
}

export const fateOf = (reading: Reading, cell: string): string | undefined => fatesOf(reading).get(formatCell(parseCell(cell, 'Log')));

export const codesOf = (reading: Reading): readonly string[] => reading.asked.map(({ cell, code }) => `${code} ${formatCell(cell).replace('Log!', '')}`);

export const warningsOf = (reading: Reading): readonly string[] =>
  reading.warnings.map(({ cell, code }) => (cell === null ? code : `${code} ${formatCell(cell).replace('Log!', '')}`));
