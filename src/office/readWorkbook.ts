import { Refusal } from '../engine/refusal';
import { formatLocalRange, formatRange, type RangeAddress } from '../cells/address';
import { persons, type Person } from '../plan/plan';
import type { SourceCells } from '../reading/sourceCells';
import { carryName, ledgerName, ledgerTitle, lineName, tabTitle } from '../worksheet/names';
import { at, columns, head } from '../worksheet/positions';
import { candidateTitles } from './titles';
import { loadStamps, unfinishedTitles } from './unfinished';

/** Excel on the web caps a message at 5 MB; so many cells stay well below it. */
export const CELLS_PER_TRIP = 20_000;

export interface TabWanted {
  readonly year: number;
  readonly person: Person;
}

/** A sheet of an earlier build, from A1 to the end of what it uses. */
export interface StandingSheet {
  readonly sheet: string;
  readonly formulas: unknown[][];
  readonly values: unknown[][];
  readonly protected: boolean;
}

/** What the workbook says before anything is written: the sources, the names, and tabs of earlier builds. */
export interface WorkbookState {
  readonly sources: readonly SourceCells[];
  readonly names: ReadonlyMap<string, { readonly name: string; readonly formula: string }>;
  readonly sheetNames: readonly string[];
  /** By position in `wanted`. */
  readonly existing: readonly (StandingSheet | null)[];
  /** The tabs on which the years of a person stand together. */
  readonly ledgers: ReadonlyMap<Person, StandingSheet>;
  /** Basis carried from the year before, where the workbook has a tab for it. */
  readonly carriedBefore: readonly (unknown | null)[];
  /** Sheets that a failed build left behind. */
  readonly unfinished: readonly string[];
}

interface Page {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly part: Excel.Range;
}

/**
 * Reads everything that a build needs: one trip for up to 20,000 used cells, and one more for each 20,000 after that. Where
 * rows are hidden, one more tells which; of a selection with more columns than a list has, the first trip tells how many are used.
 */
export const readWorkbook = async (
  context: Excel.RequestContext,
  sources: readonly RangeAddress[],
  wanted: readonly TabWanted[],
  onProgress: (cellsRead: number) => void,
): Promise<WorkbookState> => {
  const { workbook } = context;
  workbook.load('usePrecisionAsDisplayed');
  workbook.protection.load('protected');
  workbook.names.load('items/name,items/formula');
  workbook.worksheets.load('items/name');
  const existing = wanted.map(({ year, person }) => loadStanding(workbook, lineName(year, person, '1')));
  const owners = persons.filter((person) => wanted.some((tab) => tab.person === person));
  const ledgers = owners.map((person) => ({ person, ...loadStanding(workbook, ledgerName(person)) }));
  const carried = wanted.map(({ year, person }) => {
    const range = workbook.names.getItemOrNullObject(carryName(year - 1, person)).getRangeOrNullObject();
    range.load('values');
    return range;
  });
  const titles = [...wanted.map(({ year, person }) => tabTitle(year, person)), ...owners.map(ledgerTitle)].flatMap(candidateTitles);
  const stamps = loadStamps(context, titles, at(columns.thisYear, head.status));
  const rowsPerTrip = rowsOf(sources.map(widthOf));
  const first = sources.map((source) => loadPage(context, source, source.top, rowsPerTrip));
  await context.sync();

  refuseUnfitWorkbook(workbook);
  refuseMissingSheets(sources, first);
  const pages = await readOn(context, sources, first, rowsPerTrip, onProgress);
  const hidden = await hiddenRowsOf(context, pages.flat());
  return {
    sources: sources.map((source, index) => sourceCells(source, pages[index] ?? [], hidden)),
    names: new Map(workbook.names.items.map(({ name, formula }) => [name.toLowerCase(), { name, formula: String(formula) }])),
    sheetNames: workbook.worksheets.items.map(({ name }) => name),
    existing: existing.map(standingSheet),
    ledgers: new Map(ledgers.flatMap((ledger) => {
      const sheet = standingSheet(ledger);
      return sheet === null ? [] : [[ledger.person, sheet]];
    })),
    carriedBefore: carried.map((range) => range.isNullObject ? null : range.values[0]?.[0] ?? null),
    unfinished: unfinishedTitles(stamps, workbook.names.items),
  };
};

interface LoadedSheet {
  readonly range: Excel.Range;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/** Asks for the sheet that a name of ours refers to. */
const loadStanding = (workbook: Excel.Workbook, name: string): LoadedSheet => {
  const range = workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
  range.load('address');
  // Not a value but a way on: the sheet of a range that is not there is a null object as well.
  // eslint-disable-next-line office-addins/call-sync-before-read
  const sheet = range.worksheet;
  sheet.load('name');
  sheet.protection.load('protected');
  const used = sheet.getRange().getUsedRangeOrNullObject(true);
  used.load('formulas,values,rowIndex,columnIndex');
  return { range, sheet, used };
};

const standingSheet = ({ range, sheet, used }: LoadedSheet): StandingSheet | null => (range.isNullObject ? null : {
  sheet: sheet.name,
  formulas: fromA1(used, ({ formulas }) => formulas),
  values: fromA1(used, ({ values }) => values),
  protected: sheet.protection.protected,
});

/** @throws Refusal where no tab can be added, or where amounts change as they are shown. Both must have been loaded. */
export const refuseUnfitWorkbook = (workbook: Excel.Workbook): void => {
  if (workbook.usePrecisionAsDisplayed) {
    throw new Refusal('CONTRADICTION', 'workbook', 'precision as displayed', 'full precision',
      'This workbook calculates with "precision as displayed", which changes amounts as they are rounded for show. Turn it off '
      + '(File, Options, Advanced), then build again.');
  }
  if (workbook.protection.protected) {
    throw new Refusal('CONTRADICTION', 'workbook', 'protected', 'unprotected',
      'The structure of this workbook is protected, so no tab can be added. Unprotect it (Review, Protect Workbook), then build again.');
  }
};

const refuseMissingSheets = (sources: readonly RangeAddress[], pages: readonly Page[]): void => {
  const missing = sources.find((_, index) => pages[index]?.sheet.isNullObject);
  if (missing) {
    throw new Refusal('MISSING', 'range', formatRange(missing), 'a sheet of this workbook',
      `The range ${formatRange(missing)} is on the sheet "${missing.sheet}", which this workbook does not have. Select the range again.`);
  }
};

const widthOf = (source: RangeAddress): number => source.right - source.left + 1;

/** Rows of a selection from a row of the sheet on, as far as they are used. */
export const loadPage = (context: Excel.RequestContext, source: RangeAddress, top: number, rows: number): Page => {
  const sheet = context.workbook.worksheets.getItemOrNullObject(source.sheet);
  sheet.load('name');
  const used = sheet.getRange(formatLocalRange(source)).getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount,columnCount');
  const page = { ...source, top, bottom: Math.min(source.bottom, top + rows - 1) };
  const part = used.getIntersectionOrNullObject(sheet.getRange(formatLocalRange(page)));
  part.load('values,formulas,numberFormat,text,valueTypes,rowIndex,columnIndex,rowHidden');
  return { sheet, used, part };
};

/** Further pages, one trip each, until every used row of every source is in hand. */
const readOn = async (
  context: Excel.RequestContext,
  sources: readonly RangeAddress[],
  read: readonly Page[],
  rowsPerTrip: number,
  onProgress: (cellsRead: number) => void,
): Promise<readonly (readonly Page[])[]> => {
  const pages = read.map((page) => [page]);
  const usedOf = (index: number): { readonly first: number; readonly last: number; readonly width: number } => {
    const { used } = read[index]!;
    return used.isNullObject ? { first: 1, last: 0, width: 0 } : { first: used.rowIndex + 1, last: used.rowIndex + used.rowCount, width: used.columnCount };
  };
  // Unused rows above the first used one are not gone through.
  const next = sources.map(({ top }, index) => Math.max(top + rowsPerTrip, usedOf(index).first));
  let rowsRead = rowsPerTrip;
  onProgress(rowsRead);
  const unread = (): number[] => sources.flatMap((_, index) => (next[index]! <= usedOf(index).last ? [index] : []));
  for (let left = unread(); left.length > 0; left = unread()) {
    const rows = rowsOf(left.map((index) => usedOf(index).width));
    for (const index of left) {
      pages[index]!.push(loadPage(context, sources[index]!, next[index]!, rows));
      next[index]! += rows;
    }
    // Each trip carries as much as one message may hold; fetching all at once is what Excel on the web refuses.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    rowsRead += rows;
    onProgress(rowsRead);
  }
  return pages;
};

/** How many rows of ranges of these widths one message may hold. */
const rowsOf = (widths: readonly number[]): number => Math.max(1, Math.floor(CELLS_PER_TRIP / Math.max(1, widths.reduce((sum, width) => sum + width, 0))));

/** Which rows of these pages are hidden: asked for only where some are, for Excel says so of the whole page at once. */
const hiddenRowsOf = async (context: Excel.RequestContext, pages: readonly Page[]): Promise<ReadonlyMap<Page, readonly boolean[]>> => {
  const some = pages.filter(({ part }) => !part.isNullObject && part.rowHidden !== false);
  if (some.length === 0) return new Map();
  const asked = some.map((page) => [page, page.part.getRowProperties({ rowHidden: true })] as const);
  await context.sync();
  return new Map(asked.map(([page, rows]) => [page, rows.value.map(({ rowHidden }) => rowHidden === true)]));
};

/** Used cells padded to begin at A1, so that rows and columns can be counted as they stand on the sheet. */
export const fromA1 = (used: Excel.Range, cellsOf: (range: Excel.Range) => unknown[][]): unknown[][] => {
  if (used.isNullObject) return [];
  const left = new Array<unknown>(used.columnIndex).fill('');
  return [...new Array<unknown[]>(used.rowIndex).fill([]), ...cellsOf(used).map((row) => [...left, ...row])];
};

export const sourceCells = (source: RangeAddress, pages: readonly Page[], hidden: ReadonlyMap<Page, readonly boolean[]>): SourceCells => ({
  range: source,
  cells: pages.flatMap((page) => page.part.isNullObject ? [] : page.part.values.flatMap((row: unknown[], r: number) => row.flatMap((value, c) => {
    const formula: unknown = page.part.formulas[r]?.[c];
    const isFormula = typeof formula === 'string' && formula.startsWith('=');
    if (value === '' && !isFormula) return [];
    return [{
      row: page.part.rowIndex + r + 1,
      column: page.part.columnIndex + c + 1,
      value: page.part.valueTypes[r]?.[c] === 'Error' ? { error: String(value) } : value,
      formula: isFormula ? formula : null,
      numberFormat: String(page.part.numberFormat[r]?.[c] ?? 'General'),
      text: String(page.part.text[r]?.[c] ?? ''),
      ...(hidden.get(page)?.[r] === true ? { rowHidden: true } : {}),
    }];
  }))),
});
