import { columnName, formatLocalRange, formatRange, LAST_COLUMN, LAST_ROW, parseRange } from '../cells/address';
import { Refusal } from '../engine/refusal';
import { headingsOf, type Edition } from '../planner/tracker/columns';
import type { Place } from '../planner/tracker/formulas';
import { rowsOfTable, type RowsOfTable } from '../planner/tracker/fromTable';
import { emptyRows, readNamespace, readTrackerRequest, type TrackerRequest } from '../planner/tracker/request';
import { tracker, type Tracker, type TrackerRow } from '../planner/tracker/tracker';
import { covered } from '../planner/tracker/words';
import type { ReportedError } from './failures';
import { date1904 } from './dateSystem';
import { readWorkbook, refuseUnfitWorkbook } from './readWorkbook';
import { errorsOf } from './stop';
import { freeTitle } from './titles';
import { applyLook, entered, pointsOf, quietly } from './writeTabs';

/** Where a tracker was put, or the rows that it got. */
export interface TrackerDone {
  readonly ok: true;
  readonly sheet: string;
  /** The table, in quoted A1. */
  readonly range: string;
  readonly rows: number;
  /** What of the user's own table was not taken over, a sentence each. */
  readonly left: readonly string[];
}

export type TrackerReport = TrackerDone | { readonly ok: false; readonly errors: readonly ReportedError[] };

const reported = async (action: (context: Excel.RequestContext) => Promise<TrackerDone>): Promise<TrackerReport> => {
  try {
    return await Excel.run({ delayForCellEdit: true }, action);
  } catch (error) {
    return { ok: false, errors: errorsOf(error) };
  }
};

/** Puts a new tracker at the selected cell or on a new tab: all of it, or nothing. */
const insert = (request: unknown): Promise<TrackerReport> => reported(async (context) => {
  const asked = readTrackerRequest(request);
  const state = await stateOf(context);
  const { rows, left } = asked.source === null ? { rows: emptyRows(asked), left: [] } : await readTable(context, asked);
  const target = targetOf(asked, rows.length, state);
  const made = tracker(target.place, rows);
  if (!target.isNew) await refuseOccupied(context, target.sheet, made.range, elsewhere);
  await write(context, target, made);
  return { ok: true, sheet: target.sheet, range: formatRange(parseRange(made.range, target.sheet)), rows: rows.length, left };
});

/** What a table of the user's holds, as rows that follow its cells. Nothing of it is changed. */
const readTable = async (context: Excel.RequestContext, asked: TrackerRequest): Promise<RowsOfTable> => {
  const { sources } = await readWorkbook(context, [parseRange(asked.source!.range)], [], () => undefined);
  return rowsOfTable(asked, sources[0]!, date1904(sources));
};

/** Gives the tracker in which a cell is selected a row for each person's next year. What stands in it stays as it is. */
const addYear = (request: unknown): Promise<TrackerReport> => reported(async (context) => {
  const namespace = readNamespace((request as { readonly namespace?: unknown } | undefined)?.namespace);
  const standing = await standingTracker(context, namespace);
  const rows = nextYears(standing.rows);
  const firstRow = standing.bottom + 1;
  const made = tracker(standing.place, rows, firstRow);
  const { sheet: name, place: { left } } = standing;
  const below = formatLocalRange({ ...parseRange(made.range, name), top: firstRow });
  await refuseOccupied(context, name, below, 'Make room below the tracker, then add the year again.');
  const sheet = context.workbook.worksheets.getItem(name);
  try {
    quietly(context);
    for (const { range, look } of made.looks) applyLook(sheet.getRange(range), look);
    sheet.getRangeByIndexes(firstRow - 1, left - 1, rows.length, made.headings.length).formulas = made.rows.map((row) => row.map(entered));
    // The one action by which the rows belong to the table; whatever fails before it is taken back.
    context.workbook.tables.getItem(standing.place.table).resize(made.range);
    await context.sync();
  } catch (error) {
    await takeBack(context, error, formatRange(parseRange(below, name)), () => sheet.getRange(below).clear());
    throw error;
  }
  return { ok: true, sheet: name, range: formatRange(parseRange(made.range, name)), rows: rows.length, left: [] };
});

export const trackerActions = { insert, addYear };

interface State {
  readonly selected: ReturnType<typeof parseRange>;
  readonly sheetNames: readonly string[];
  /** Names of tables and of cells, in lower case: a table may have none of them. */
  readonly taken: ReadonlySet<string>;
}

const stateOf = async (context: Excel.RequestContext): Promise<State> => {
  const { workbook } = context;
  workbook.load('usePrecisionAsDisplayed');
  workbook.protection.load('protected');
  workbook.names.load('items/name');
  workbook.tables.load('items/name');
  workbook.worksheets.load('items/name');
  const selected = workbook.getSelectedRange();
  selected.load('address');
  await context.sync();
  refuseUnfitWorkbook(workbook);
  return {
    selected: parseRange(selected.address),
    sheetNames: workbook.worksheets.items.map(({ name }) => name),
    taken: new Set([...workbook.names.items, ...workbook.tables.items].map(({ name }) => name.toLowerCase())),
  };
};

const elsewhere = 'Select a cell with empty cells below and to the right of it, or choose a new tab.';

interface Target {
  readonly sheet: string;
  readonly isNew: boolean;
  readonly place: Place;
}

/** On a tab of its own the tracker has a title and what it is not above it. */
const onTab = { title: 1, notAdvice: 2, status: 3, how: 4, top: 6 } as const;

const targetOf = ({ place, edition, namespace }: TrackerRequest, rows: number, { selected, sheetNames, taken }: State): Target => {
  const table = Array.from({ length: taken.size + 1 }, (_, index) => (index === 0 ? 'IRA_Tracker' : `IRA_Tracker${index + 1}`)).find((name) => !taken.has(name.toLowerCase()))!;
  if (place === 'new tab') {
    return { sheet: freeTitle('IRA tracker', new Set(sheetNames.map((name) => name.toLowerCase()))), isNew: true, place: { edition, namespace, table, left: 1, top: onTab.top } };
  }
  const [right, bottom] = [selected.left + headingsOf(edition).length - 1, selected.top + rows];
  if (right > LAST_COLUMN || bottom > LAST_ROW) {
    throw new Refusal('CONTRADICTION', 'place', formatRange(selected), 'empty cells', `From ${formatRange(selected)} on, the tracker would reach beyond the sheet. ${elsewhere} Nothing was changed.`);
  }
  return { sheet: selected.sheet, isNew: false, place: { edition, namespace, table, left: selected.left, top: selected.top } };
};

/** Cells that hold something, or look like something, or belong to a table are the user's. */
const refuseOccupied = async (context: Excel.RequestContext, name: string, address: string, remedy: string): Promise<void> => {
  const area = parseRange(address, name);
  const refuse = (what: string): never => {
    throw new Refusal('CONTRADICTION', 'place', formatRange(area), 'empty cells', `${what} ${remedy} Nothing was changed.`);
  };
  const sheet = context.workbook.worksheets.getItem(name);
  const { protection } = sheet;
  protection.load('protected');
  const range = sheet.getRange(address);
  const used = range.getUsedRangeOrNullObject(false);
  used.load('address');
  const tables = range.getTables(false);
  tables.load('items/name');
  await context.sync();
  if (protection.protected) refuse(`The sheet "${name}" is protected.`);
  if (!used.isNullObject) refuse(`The tracker needs the cells ${formatRange(area)}, and ${formatRange(parseRange(used.address))} hold something of yours or are formatted.`);
  const [table] = membersOf(tables);
  if (table) refuse(`The tracker needs the cells ${formatRange(area)}, and the table "${table.name}" has some of them.`);
};

const membersOf = ({ items }: Excel.TableScopedCollection): readonly Excel.Table[] => items;

/** Everything in one trip; on a tab of its own, last what says that it is whole. */
const write = async (context: Excel.RequestContext, target: Target, made: Tracker): Promise<void> => {
  const { sheet: name, isNew, place: { left, top, table } } = target;
  const sheet = isNew ? context.workbook.worksheets.add(name) : context.workbook.worksheets.getItem(name);
  const headings = sheet.getRangeByIndexes(top - 1, left - 1, 1, made.headings.length);
  try {
    quietly(context);
    if (isNew) beginTab(sheet, made);
    for (const { range, look } of made.looks) applyLook(sheet.getRange(range), look);
    headings.values = [[...made.headings]];
    const added = sheet.tables.add(made.range, true);
    added.name = table;
    added.style = 'TableStyleLight1';
    added.showBandedRows = false;
    added.showFilterButton = false;
    sheet.getRangeByIndexes(top, left - 1, made.rows.length, made.headings.length).formulas = made.rows.map((row) => row.map(entered));
    if (isNew) {
      sheet.getRange(`A${onTab.status}`).values = [[ready]];
      sheet.activate();
    }
    await context.sync();
  } catch (error) {
    await takeBack(context, error, isNew ? `the tab "${name}"` : formatRange(parseRange(made.range, name)), async () => {
      const there = context.workbook.worksheets.getItemOrNullObject(name);
      if (isNew) {
        // A sheet of this name that somebody added meanwhile is not ours.
        if (codeOf(error) !== 'ItemAlreadyExists') there.delete();
        return;
      }
      const area = there.getRange(made.range);
      const tables = area.getTables(false);
      tables.load('items/name');
      await context.sync();
      for (const one of membersOf(tables)) one.convertToRange();
      area.clear();
    });
    throw error;
  }
};

const UNFINISHED = 'UNFINISHED: delete this tab';
const ready = 'Blue is typed; the rest is worked out. Look says what is missing; a blank 31 December value is not zero. Sort by person and year. Federal only.';

const beginTab = (sheet: Excel.Worksheet, { widths, rows }: Tracker): void => {
  sheet.getRange(`A${onTab.status}`).values = [[UNFINISHED]];
  sheet.getRange(`A${onTab.title}`).values = [['Backdoor Roth and IRA basis tracker']];
  applyLook(sheet.getRange(`A${onTab.title}`), { bold: true, size: 14 });
  sheet.getRange(`A${onTab.notAdvice}`).values = [['A record of nondeductible contributions, conversions and basis by year and person; not for filing and not tax advice.']];
  applyLook(sheet.getRange(`A${onTab.notAdvice}`), { italic: true });
  sheet.getRange(`A${onTab.how}`).values = [['One row for each year and person. A contribution made from 1 January to Contribute by stays in the row of the year that it is for; a conversion stands in the year in which it is made.']];
  applyLook(sheet.getRange(`A${onTab.notAdvice}:A${onTab.how}`), { size: 9 });
  widths.forEach((width, index) => { sheet.getRangeByIndexes(0, index, 1, 1).format.columnWidth = pointsOf(width); });
  sheet.getRangeByIndexes(onTab.top - 1, 0, 1, 1).format.rowHeight = 40;
  sheet.getRangeByIndexes(onTab.top, 0, rows.length, 1).format.rowHeight = 37;
  sheet.showGridlines = false;
  sheet.freezePanes.freezeRows(onTab.top);
  const { pageLayout } = sheet;
  pageLayout.orientation = 'Landscape';
  // Twenty columns on one page: what the margins leave is what the letters get.
  pageLayout.setPrintMargins('Inches', { left: 0.25, right: 0.25, top: 0.5, bottom: 0.5, header: 0.25, footer: 0.25 });
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  pageLayout.setPrintArea(`A:${columnName(headingsOf('functions').length)}`);
  pageLayout.setPrintTitleRows(`$${onTab.top}:$${onTab.top}`);
  pageLayout.headersFooters.defaultForAllPages.leftFooter = '&F';
  pageLayout.headersFooters.defaultForAllPages.centerFooter = '&A';
  pageLayout.headersFooters.defaultForAllPages.rightFooter = '&D  Page &P of &N';
};

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined);

/** Puts the cells back as they were; where that fails too, says where a part may be left. */
const takeBack = async (context: Excel.RequestContext, cause: unknown, left: string, undo: () => void | Promise<void>): Promise<void> => {
  try {
    await undo();
    await context.sync();
  } catch (second) {
    throw new Refusal('CONTRADICTION', 'tracker', left, 'all of it or nothing', `The tracker could not be put in place (${messageOf(cause)}), and taking it back failed too (${messageOf(second)}), `
      + `so ${left} may hold a part of the tracker: delete that by hand. Nothing else was changed.`);
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface Standing {
  readonly sheet: string;
  readonly place: Place;
  readonly bottom: number;
  readonly rows: readonly { readonly year: unknown; readonly person: unknown }[];
}

/** The tracker that the selected cell lies in, known by its headings. */
const standingTracker = async (context: Excel.RequestContext, namespace: string): Promise<Standing> => {
  if (typeof Office !== 'undefined' && !Office.context.requirements.isSetSupported('ExcelApi', '1.13')) {
    throw new Refusal('CONTRADICTION', 'Excel', 'older than 2021', 'Excel 2021 or later',
      'This Excel does not let an add-in give a table more rows. Select the last cell of the tracker and press Tab: Excel adds a row with its formulas.');
  }
  const cell = context.workbook.getSelectedRange().getCell(0, 0);
  const found = cell.getTables(false);
  found.load('items/name');
  await context.sync();
  const [table] = membersOf(found);
  if (!table) throw notATracker('no table');
  const range = table.getRange();
  range.load('address,values');
  await context.sync();
  const { sheet, top, left, bottom } = parseRange(range.address);
  const [headings = [], ...rows] = range.values as unknown[][];
  const edition = (['functions', 'plain'] as const).find((one: Edition) => headingsOf(one).join('\n') === headings.join('\n'));
  if (!edition) throw notATracker(`the table "${table.name}"`);
  return { sheet, bottom, place: { edition, namespace, table: table.name, left, top }, rows: rows.map(([year, person]) => ({ year, person })) };
};

const notATracker = (what: string): Refusal => new Refusal('CONTRADICTION', 'selection', what, 'a cell of a tracker',
  `The selected cell lies in ${what}, which is no tracker of IRA Basis with its columns as they were. Select a cell of the tracker, then try again. Nothing was changed.`);

const nextYears = (rows: Standing['rows']): readonly TrackerRow[] => {
  const last = new Map<string, number>();
  for (const { year, person } of rows) {
    if (typeof year !== 'number' || person === '') continue;
    last.set(String(person), Math.max(year, last.get(String(person)) ?? 0));
  }
  if (last.size === 0) {
    throw new Refusal('MISSING', 'tracker', '', 'a row with year and person', 'The tracker has no row with a year and a person yet: fill one in, then add the next year. Nothing was changed.');
  }
  const newest = Math.max(...last.values()) + 1;
  if (newest > covered.lastYear) {
    throw new Refusal('TAX_YEAR_NOT_COVERED', 'year', String(newest), `${covered.firstYear}-${covered.lastYear}`,
      `Tax year ${newest} is not covered; the covered years are ${covered.firstYear} to ${covered.lastYear}. Nothing was changed.`);
  }
  return [...last].map(([person, year]) => ({ person, year: year + 1 }));
};
