import { formatCell, formatLocalRange, formatRange, parseCell, parseRange, sameSheet } from '../cells/address';
import type { Content, Layout, Look } from '../worksheet/layout';
import { at } from '../worksheet/positions';
import { drawChart } from './drawChart';
import { begunMark, isStampOf, titleBegun, unfinishedStamp, updatingStamp, type ExistingTab } from './existingTab';
import { CleanUpFailed } from './failures';
import type { TabWanted, WorkbookState } from './readWorkbook';
import { sourceNumber } from '../worksheet/names';
import { rangeOfName } from './rangeOfName';

/** A tab ready to be written: where it goes, and what stands there already. */
export interface TabToWrite {
  readonly layout: Layout;
  /** The sheet of an earlier build, or null for a new tab. */
  readonly existing: Pick<ExistingTab, 'sheet' | 'formulas' | 'owned'> | null;
  /** A title that no sheet of the workbook has. */
  readonly title: string;
  /** Names of the layout that the workbook does not have yet. */
  readonly newNames: Layout['names'];
  readonly newSourceNames: Layout['sourceNames'];
}

/**
 * Writes tabs so that each is either whole or not there. Excel has no transaction: so everything that nothing refers to is
 * prepared first, and each tab is whole with one assignment; those are the last.
 *
 * @throws what Excel threw, after the workbook has been put back as it was; or, where that failed too, an error that says
 * what is left and that the next build will finish the clean-up.
 */
export const writeTabs = async (context: Excel.RequestContext, tabs: readonly TabToWrite[], buildId: string): Promise<void> => {
  const added = tabs.filter(({ existing }) => existing === null);
  try {
    if (added.length > 0) await addSheets(context, added, buildId);
    quietly(context);
    for (const tab of tabs) prepare(context, tab);
    for (const tab of tabs) writeContents(context, tab, buildId);
    for (const tab of tabs) finish(context, tab);
    await context.sync();
  } catch (error) {
    await putBack(context, tabs, buildId, error);
    throw error;
  }
};

/**
 * The first trip: sheets under their final names, stamped so that nobody takes them for finished. A name of the tab says before
 * that a sheet of that title is coming.
 */
const addSheets = async (context: Excel.RequestContext, tabs: readonly TabToWrite[], buildId: string): Promise<void> => {
  for (const { title, layout, newNames: [first] } of tabs) {
    if (first) context.workbook.names.add(first.name, begunMark(title));
    const sheet = context.workbook.worksheets.add(title);
    sheet.getRange(layout.statusCell).values = [[unfinishedStamp(buildId)]];
    sheet.load('id');
  }
  await context.sync();
};

export const quietly = (context: Excel.RequestContext): void => {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
};

const sheetOf = (context: Excel.RequestContext, { existing, title }: TabToWrite): Excel.Worksheet =>
  context.workbook.worksheets.getItem(existing?.sheet ?? title);

/** Looks, names and the page: on a new sheet, or on cells of our tab that were empty until now. */
const prepare = (context: Excel.RequestContext, tab: TabToWrite): void => {
  const sheet = sheetOf(context, tab);
  const { layout, existing } = tab;
  const before = existing?.owned ?? { rows: 0, columns: 0 };
  for (const { range, look } of layout.looks) {
    for (const part of partsBeyond(range, before)) applyLook(sheet.getRange(part), look);
  }
  if (!existing) {
    for (const { first, count, value } of runs(layout.columnWidths.map((width, index) => ({ at: index, value: width })))) {
      sheet.getRangeByIndexes(0, first, 1, count).format.columnWidth = pointsOf(value);
    }
    for (const { first, count, value } of runs(layout.rowHeights.map(({ row, height }) => ({ at: row - 1, value: height })))) {
      sheet.getRangeByIndexes(first, 0, count, 1).format.rowHeight = value;
    }
    sheet.showGridlines = false;
    sheet.freezePanes.freezeRows(firstRowsOf(layout.printTitleRows));
    const { pageLayout } = sheet;
    pageLayout.orientation = layout.orientation ?? 'Portrait';
    pageLayout.setPrintMargins('Inches', MARGINS);
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.setPrintArea(layout.printArea);
    pageLayout.setPrintTitleRows(layout.printTitleRows);
    for (const row of layout.pageBreaks ?? []) sheet.horizontalPageBreaks.add(`A${row}`);
    pageLayout.headersFooters.defaultForAllPages.leftFooter = layout.footer.left;
    pageLayout.headersFooters.defaultForAllPages.centerFooter = layout.footer.center;
    pageLayout.headersFooters.defaultForAllPages.rightFooter = layout.footer.right;
  }
  tab.newNames.forEach(({ name, cell }, index) => {
    if (!existing && index === 0) context.workbook.names.getItem(name).delete();
    context.workbook.names.add(name, sheet.getRange(cell));
  });
  for (const { name, range } of tab.newSourceNames) {
    const source = parseRange(range);
    context.workbook.names.add(name, context.workbook.worksheets.getItem(source.sheet).getRange(formatLocalRange(source)));
  }
};

/**
 * The contents, and the charts that are drawn from them. The client library cuts a rectangle of more than 1,500 cells into
 * several assignments, so a tab that stood before says meanwhile that it is being updated; if even the clean-up fails, that is
 * what it goes on saying, and the next build updates it.
 */
const writeContents = (context: Excel.RequestContext, tab: TabToWrite, buildId: string): void => {
  const sheet = sheetOf(context, tab);
  const contents = rectangle(tab);
  if (tab.existing) statusOf(context, tab).values = [[updatingStamp(buildId)]];
  sheet.getRangeByIndexes(0, 0, contents.length, contents[0]?.length ?? 0).formulas = withoutStatus(tab, contents).map((cells) => cells.map(entered));
  if (!tab.existing) for (const chart of tab.layout.charts ?? []) drawChart(sheet, chart);
};

/** The one small assignment by which a tab is whole. */
const finish = (context: Excel.RequestContext, tab: TabToWrite): void => {
  statusOf(context, tab).formulas = [[statusIn(tab, tab.layout.cells) ?? '']];
};

const statusOf = (context: Excel.RequestContext, tab: TabToWrite): Excel.Range => sheetOf(context, tab).getRange(tab.layout.statusCell);

const statusIn = <Cell>({ layout, title }: TabToWrite, cells: readonly (readonly Cell[])[]): Cell | undefined => {
  const { row, column } = parseCell(layout.statusCell, title);
  return cells[row - 1]?.[column - 1];
};

/** What is written before the status, and leaves it as it is. */
const withoutStatus = ({ layout, title }: TabToWrite, contents: readonly (readonly Content[])[]): Content[][] => {
  const { row, column } = parseCell(layout.statusCell, title);
  return contents.map((cells, r) => cells.map((content, c) => (r === row - 1 && c === column - 1 ? null : content)));
};

/** Excel takes an apostrophe at the beginning of an entry for a mark that what follows is text, and drops it. */
export const entered = (content: Content): Content => (typeof content === 'string' && content.startsWith("'") ? `'${content}` : content);

const extentOf = (cells: readonly (readonly unknown[])[]): { rows: number; columns: number } =>
  ({ rows: cells.length, columns: cells.reduce((widest, row) => Math.max(widest, row.length), 0) });

/** The new contents over the extent of both builds: what only the earlier one owned becomes empty. */
const rectangle = ({ layout, existing }: TabToWrite): Content[][] => {
  const now = extentOf(layout.cells);
  const rows = Math.max(now.rows, existing?.owned.rows ?? 0);
  const width = Math.max(now.columns, existing?.owned.columns ?? 0);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: width }, (__, column) => {
    const content = layout.cells[row]?.[column];
    return content === undefined ? (layout.preparersColumns?.includes(column + 1) ? null : '') : content;
  }));
};

/** What stands where the tab is written: used to see whether the commit took place, and to take it back. */
const asItWas = (tab: TabToWrite, contents: readonly (readonly Content[])[]): Content[][] =>
  contents.map((row, r) => row.map((content, c) => content === null ? null : (tab.existing?.formulas[r]?.[c] ?? '') as Content));

/**
 * A failed build leaves no trace: a rebuilt tab gets its earlier contents back, new sheets go, and last the names, which tell
 * the next build what there was.
 */
const putBack = async (context: Excel.RequestContext, tabs: readonly TabToWrite[], buildId: string, cause: unknown): Promise<void> => {
  try {
    const { names, worksheets } = context.workbook;
    names.load('items/name,items/formula');
    const found = tabs.map((tab) => {
      const sheet = worksheets.getItemOrNullObject(tab.existing?.sheet ?? tab.title);
      sheet.load('name');
      const stamp = sheet.getRange(tab.layout.statusCell);
      stamp.load('values');
      const used = sheet.getRange().getUsedRangeOrNullObject(true);
      used.load('address');
      const contents = rectangle(tab);
      const owned = sheet.getRange(`A1:${at(contents[0]?.length ?? 1, contents.length)}`);
      owned.load('formulas');
      return { tab, sheet, stamp, used, owned };
    });
    await context.sync();
    const ours = found.filter(({ tab, sheet, stamp, used, owned }) =>
      !tab.existing && !sheet.isNullObject && ((used.isNullObject && !isTaken(cause)) || isStampOf(stamp.values[0]?.[0], buildId) || isOurs(tab, owned)));
    // What is whole already must not be taken for finished if taking it back fails half-way.
    for (const { tab, stamp } of ours) if (!isStampOf(stamp.values[0]?.[0], buildId)) statusOf(context, tab).values = [[unfinishedStamp(buildId)]];
    for (const { tab, sheet, owned } of found) if (tab.existing && !sheet.isNullObject) takeBack(context, tab, owned, buildId);
    for (const { sheet } of ours) sheet.delete();
    for (const item of names.items) if (isNameOfThisBuild(tabs, item.name, String(item.formula))) item.delete();
    await context.sync();
  } catch (second) {
    throw new CleanUpFailed(cause, second, tabs.map(({ title, existing }) => ({ sheet: existing?.sheet ?? title, stood: existing !== null })));
  }
};

/** A sheet of our title that was there before ours could be added is somebody else's, though nothing stands on it yet. */
const isTaken = (cause: unknown): boolean => typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ItemAlreadyExists';

const isOurs = ({ layout }: TabToWrite, owned: Excel.Range): boolean => owned.formulas[0]?.[0] === layout.cells[0]?.[0];

const takeBack = (context: Excel.RequestContext, tab: TabToWrite, owned: Excel.Range, buildId: string): void => {
  const before = asItWas(tab, rectangle(tab));
  const changed = before.some((row, r) => row.some((content, c) => content !== null && content !== owned.formulas[r]?.[c]));
  if (changed) {
    statusOf(context, tab).values = [[updatingStamp(buildId)]];
    owned.formulas = withoutStatus(tab, before).map((row) => row.map(entered));
  }
  for (const part of cellsAdded(tab)) sheetOf(context, tab).getRange(part).clear('Formats');
  if (changed) statusOf(context, tab).formulas = [[entered(statusIn(tab, before) ?? '')]];
};

const isNameOfThisBuild = (tabs: readonly TabToWrite[], name: string, formula: string): boolean => tabs.some((tab) => {
  const sheet = tab.existing?.sheet ?? tab.title;
  if (tab.newNames[0]?.name.toLowerCase() === name.toLowerCase() && titleBegun(formula) === tab.title) return true;
  const intended = [
    ...tab.newNames.map((line) => ({ name: line.name, refersTo: formatCell(parseCell(line.cell, sheet)) })),
    ...tab.newSourceNames.map((source) => ({ name: source.name, refersTo: formatRange(parseRange(source.range)) })),
  ];
  return intended.some((ours) => ours.name.toLowerCase() === name.toLowerCase() && ours.refersTo === rangeOfName(formula));
});

/** Removes what stands in the way of a build: tabs that an earlier one left unfinished, and names of tabs that are gone. */
export const sweep = async (context: Excel.RequestContext, { names, unfinished }: LeftOver): Promise<void> => {
  if (names.length === 0 && unfinished.length === 0) return;
  for (const title of unfinished) context.workbook.worksheets.getItemOrNullObject(title).delete();
  for (const name of names) context.workbook.names.getItemOrNullObject(name).delete();
  await context.sync();
};

export interface LeftOver {
  readonly names: readonly string[];
  /** Titles of tabs that are still stamped. */
  readonly unfinished: readonly string[];
}

/** What an earlier build left in a workbook that is about to get these tabs. */
export const leftOverOf = ({ names, unfinished, existing }: Pick<WorkbookState, 'names' | 'unfinished' | 'existing'>, wanted: readonly TabWanted[]): LeftOver => {
  const stands = (tab: WorkbookState['existing'][number] | undefined): boolean => !!tab && !unfinished.includes(tab.sheet);
  const gone = wanted.filter((_, index) => !stands(existing[index]));
  return { unfinished, names: [...names.values()].filter(({ name, formula }) => isLeftOver(name, formula, unfinished, gone)).map(({ name }) => name) };
};

/**
 * A name of ours that points at an unfinished tab or at one that the user has deleted. The names of its sources survive a
 * deleted tab, for they point at the user's own sheets; so they are told by the tabs that are to be built and do not stand.
 */
const isLeftOver = (name: string, formula: string, unfinished: readonly string[], gone: readonly TabWanted[]): boolean => {
  if (!/^F8606_(?:\d{4}_[TS]_(?:L\d+[a-c]?|CARRY|S\d+)|LEDGER_[TS])$/i.test(name)) return false;
  if (gone.some(({ year, person }) => sourceNumber(name, year, person) !== null)) return true;
  if (titleBegun(formula) !== null) return true;
  const range = rangeOfName(formula);
  return range === null ? formula.includes('#REF!') : unfinished.some((title) => sameSheet(title, parseRange(range).sheet));
};

/** Narrower than Excel's own, in inches: what is fitted to the width of a page is printed the larger. */
const MARGINS: Excel.PageLayoutMarginOptions = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** Neighbours of one size are set together: each setting is a call to Excel. */
const runs = (sizes: readonly { readonly at: number; readonly value: number }[]): readonly { first: number; count: number; value: number }[] => {
  const found: { first: number; count: number; value: number }[] = [];
  for (const { at: place, value } of sizes) {
    const run = found.at(-1);
    if (run && run.first + run.count === place && run.value === value) run.count += 1;
    else found.push({ first: place, count: 1, value });
  }
  return found;
};

/** Column widths are given in points: seven pixels to a character and five around it, three quarters of a point each. */
export const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;

const firstRowsOf = (titleRows: string): number => Number(/\$(\d+)$/.exec(titleRows)?.[1] ?? 0);

/** The cells that a rebuilt tab has now and did not have before. */
const cellsAdded = (tab: TabToWrite): readonly string[] => {
  const { rows, columns: width } = extentOf(tab.layout.cells);
  return tab.existing ? partsBeyond(`A1:${at(width, rows)}`, tab.existing.owned) : [];
};

/** The parts of a block that lie below or to the right of what the tab had before: cells that were empty until now. */
const partsBeyond = (range: string, before: { readonly rows: number; readonly columns: number }): readonly string[] => {
  const { left, top, right, bottom } = parseRange(range, 'tab');
  if (before.rows === 0) return [range];
  const parts: string[] = [];
  if (bottom > before.rows) parts.push(`${at(left, Math.max(top, before.rows + 1))}:${at(right, bottom)}`);
  if (right > before.columns && top <= before.rows) {
    parts.push(`${at(Math.max(left, before.columns + 1), top)}:${at(right, Math.min(bottom, before.rows))}`);
  }
  return parts;
};

export const applyLook = (range: Excel.Range, look: Look): void => {
  const { format } = range;
  // One value for every cell of the range: Excel takes it, though the types ask for a rectangle.
  if (look.numberFormat !== undefined) range.numberFormat = look.numberFormat as unknown as string[][];
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.italic !== undefined) format.font.italic = look.italic;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.color !== undefined) format.font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.indent !== undefined) format.indentLevel = look.indent;
  if (look.top !== undefined) drawEdge(range, 'EdgeTop', look.top);
  if (look.bottom !== undefined) drawEdge(range, 'EdgeBottom', look.bottom);
  if (look.between !== undefined) drawEdge(range, 'InsideHorizontal', look.between);
};

const drawEdge = (range: Excel.Range, edge: 'EdgeTop' | 'EdgeBottom' | 'InsideHorizontal', line: 'Thin' | 'Double'): void => {
  range.format.borders.getItem(edge).style = line === 'Double' ? 'Double' : 'Continuous';
};
