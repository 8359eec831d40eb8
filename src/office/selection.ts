import { formatLocalRange, formatRange, parseRange, type RangeAddress } from '../cells/address';
import { Refusal } from '../engine/refusal';
import { persons, type Person, type Role } from '../plan/plan';
import { proposedRole } from '../reading/proposedRole';
import { ledgerName, lineName } from '../worksheet/names';
import { date1904 } from './dateSystem';
import { isUnfinished } from './existingTab';
import { reportError, type ReportedError } from './failures';
import { rangeOfName } from './rangeOfName';
import { loadPage, sourceCells } from './readWorkbook';
import { builtTabNames, headRange, savedTab, statusOf, tailRange, type SavedTab } from './savedPlan';

/**
 * What the pane needs of the grid: the address that the user has selected, and the way to a cell or a tab. Excel has no
 * picker that works everywhere (its prompt dialog cannot be used on the web), so a field follows the selection instead.
 */

/** An address in quoted A1, or the sentence that says why there is none. */
export type Picked = { readonly ok: true; readonly range: string } | { readonly ok: false; readonly error: ReportedError };

/** Whether something was done; if not, the sentence that says why. */
export type Done = { readonly ok: true } | { readonly ok: false; readonly error: ReportedError };

/** A field that follows the selection. Stopping takes the handler out of Excel. */
export interface Following {
  stop(): Promise<Done>;
}

/** The range that is selected now. */
const selection = (): Promise<Picked> => attempt(async (context) => {
  const range = context.workbook.getSelectedRange();
  range.load('address');
  await context.sync();
  return { ok: true, range: formatRange(parseRange(range.address)) };
});

/**
 * Tells every new selection until it is stopped. A selection that moves faster than it can be read is not read at each
 * step: the next reading starts when the one before it is done, and takes what is selected then.
 */
const follow = async (heard: (picked: Picked) => void): Promise<{ readonly ok: true; readonly following: Following } | Extract<Done, { ok: false }>> => {
  let reading = false;
  let moved = false;
  let stopped = false;
  const readOn = async (): Promise<void> => {
    moved = true;
    if (reading) return;
    reading = true;
    while (moved && !stopped) {
      moved = false;
      const picked = await selection();
      if (!moved && !stopped) heard(picked);
    }
    reading = false;
  };
  return attempt(async (context) => {
    const handler = context.workbook.onSelectionChanged.add(readOn);
    await context.sync();
    const stop = (): Promise<Done> => {
      stopped = true;
      return attempt(async (removing) => {
        handler.remove();
        await removing.sync();
        return { ok: true };
      }, handler.context);
    };
    return { ok: true, following: { stop } };
  });
};

/** Selects a cell or range, on whichever sheet it is. */
const select = (address: string): Promise<Done> => attempt(async (context) => {
  const range = parseRange(address);
  const sheet = context.workbook.worksheets.getItemOrNullObject(range.sheet);
  sheet.load('visibility');
  await context.sync();
  if (sheet.isNullObject) throw noSuchSheet(range);
  if (sheet.visibility !== 'Visible') {
    throw new Refusal('CONTRADICTION', 'sheet', range.sheet, 'a visible sheet',
      `The sheet "${range.sheet}" is hidden, so ${formatRange(range)} cannot be shown. Unhide it (right-click a sheet tab, Unhide), then try again.`);
  }
  sheet.activate();
  sheet.getRange(formatLocalRange(range)).select();
  await context.sync();
  return { ok: true };
});

const noSuchSheet = (range: RangeAddress): Refusal => new Refusal('MISSING', 'sheet', range.sheet, 'a sheet of this workbook',
  `This workbook has no sheet "${range.sheet}" any more, so ${formatRange(range)} cannot be shown. Select the range again.`);

/** Shows a person's tab of a year, or the person's ledger. It is found by its names, so it may have been renamed. */
const goToTab = (of: number | 'ledger', person: Person): Promise<Done> => attempt(async (context) => {
  const name = of === 'ledger' ? ledgerName(person) : lineName(of, person, '1');
  const first = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
  first.load('address');
  await context.sync();
  if (first.isNullObject) {
    throw new Refusal('MISSING', 'tab', `${of} ${person}`, 'a tab of this workbook',
      `This workbook has no ${of === 'ledger' ? 'ledger' : `Form 8606 tab for ${of}`} any more: it was deleted. Build it again.`);
  }
  const tab = context.workbook.worksheets.getItem(parseRange(first.address).sheet);
  tab.activate();
  tab.getRange('A1').select();
  await context.sync();
  return { ok: true };
});

/** Whether the workbook has the sheet that a typed address names: the address as Excel writes it, or a sentence. */
const confirm = (address: string): Promise<Picked> => attempt(async (context) => {
  const range = parseRange(address);
  context.workbook.worksheets.load('items/name');
  await context.sync();
  const names = context.workbook.worksheets.items.map(({ name }) => name);
  const sheet = names.find((name) => name.toLowerCase() === range.sheet.toLowerCase());
  if (sheet === undefined) {
    throw new Refusal('NOT_A_CHOICE', 'sheet', range.sheet, names.join(', '),
      `This workbook has no sheet "${range.sheet}"; its sheets are ${names.map((name) => `"${name}"`).join(', ')}.`);
  }
  return { ok: true, range: formatRange({ ...range, sheet }) };
});

/** So much of a range is looked at for a proposal: its header and the rows that begin it. One trip carries it. */
const ROWS_LOOKED_AT = 200;
const COLUMNS_LOOKED_AT = 60;

/** What a range seems to hold: a role to offer to the user, or null where its header and words leave it open. */
const proposal = (address: string): Promise<{ readonly ok: true; readonly role: Role | null } | Extract<Done, { ok: false }>> => attempt(async (context) => {
  const whole = parseRange(address);
  const range = { ...whole, bottom: Math.min(whole.bottom, whole.top + ROWS_LOOKED_AT - 1), right: Math.min(whole.right, whole.left + COLUMNS_LOOKED_AT - 1) };
  const page = loadPage(context, range, range.top, ROWS_LOOKED_AT);
  await context.sync();
  const cells = sourceCells(range, page.sheet.isNullObject ? [] : [page], new Map());
  return { ok: true, role: proposedRole(cells, date1904([cells])) };
});

/** What the workbook holds of ours, and whose years have a ledger. */
export interface FoundTabs {
  readonly ok: true;
  readonly tabs: readonly SavedTab[];
  readonly ledgers: readonly Person[];
}

/** The Form 8606 tabs of this workbook, each with the plan that it was built from. Three trips, whatever their number. */
const tabs = (): Promise<FoundTabs | Extract<Done, { ok: false }>> => attempt(async (context): Promise<FoundTabs> => {
  const { names, worksheets } = context.workbook;
  names.load('items/name,items/formula');
  await context.sync();
  const formulaOf = new Map(names.items.map(({ name, formula }) => [name.toLowerCase(), String(formula)]));
  const sized = builtTabNames(formulaOf).map((tab) => {
    const sheet = worksheets.getItemOrNullObject(tab.sheet);
    sheet.load('name');
    const used = sheet.getRange().getUsedRangeOrNullObject(true);
    used.load('rowIndex,rowCount');
    return { ...tab, sheet, used };
  });
  const ledgers = persons.filter((person) => rangeOfName(formulaOf.get(ledgerName(person).toLowerCase()) ?? '#REF!') !== null);
  if (sized.length === 0) return { ok: true, tabs: [], ledgers };
  await context.sync();
  const found = sized.filter(({ sheet, used }) => !sheet.isNullObject && !used.isNullObject).map((tab) => {
    const top = tab.sheet.getRange(headRange);
    const tail = tab.sheet.getRange(tailRange(tab.used.rowIndex + tab.used.rowCount));
    top.load('formulas,rowIndex,columnIndex');
    tail.load('formulas,rowIndex,columnIndex');
    return { ...tab, cells: { head: top, tail } };
  });
  await context.sync();
  return {
    ok: true,
    ledgers,
    tabs: found
      .filter(({ cells }) => !isUnfinished(statusOf(cells)))
      .map(({ sheet, year, person, cells }) => savedTab(sheet.name, year, person, cells, formulaOf)),
  };
});

/** Runs against Excel; whatever goes wrong becomes a sentence. */
const attempt = async <Result>(
  action: (context: Excel.RequestContext) => Promise<Result>,
  inContext?: Excel.RequestContext | OfficeExtension.ClientRequestContext,
): Promise<Result | Extract<Done, { ok: false }>> => {
  try {
    return await (inContext ? Excel.run(inContext as Excel.RequestContext, action) : Excel.run({ delayForCellEdit: true }, action));
  } catch (error) {
    return { ok: false, error: inWordsForPicking(reportError(error)) };
  }
};

/** Excel calls everything that is no single rectangle of cells an invalid selection. */
const inWordsForPicking = (error: ReportedError): ReportedError => (error.code !== 'InvalidSelection' ? error : {
  ...error,
  text: 'What is selected is not one rectangle of cells. Select one range; further areas are added as ranges of their own.',
});

export const pick = { selection, follow, select, goToTab, confirm, proposal, tabs };
