import { formatCell, formatRange, parseRange, sameSheet, type RangeAddress } from '../cells/address';
import { rangeOf, validatePlan, yearsOf, type Plan } from '../plan/plan';
import { read as readSources } from '../reading/read';
import type { Reading } from '../reading/facts';
import { Refusal } from '../engine/refusal';
import { sourceName, tabTitle } from '../worksheet/names';
import { refuseBeyondSheetArithmetic } from '../worksheet/sheetArithmetic';
import { tab8606 } from '../worksheet/tab8606';
import type { Layout } from '../worksheet/layout';
import { askingAboutBasis, tabContent, tellingWhatWasNoticed, workOut, type YearWorkedOut } from './assemble';
import { readExistingTab, type ExistingTab } from './existingTab';
import { ledgersOf, type BuiltTab, type LedgerToWrite } from './ledgerTabs';
import { readWorkbook, type WorkbookState } from './readWorkbook';
import { questionsOf, tabReport, withLedger, type Report, type TabReport } from './report';
import { statusWhenBuilt } from './status';
import { endIfStopped, errorsOf, Stopped, type Signal } from './stop';
import { buildIdOf, freeTitle } from './titles';
import { leftOverOf, sweep, writeTabs, type LeftOver, type TabToWrite } from './writeTabs';
import { date1904 } from './dateSystem';
import { worksheet11FactsOn } from './deductionFacts';

export interface ActionOptions {
  /** Called as cells come in, with how many rows of each source have been read. */
  readonly onProgress?: (rowsRead: number) => void;
  /** What the tab says of its build, for example a date. Nothing here reads the clock. */
  readonly built?: string;
  /** Looked at between reading trips and before anything is written: once it says so, the action ends and nothing is changed. */
  readonly signal?: Signal;
}

/** Reads what a plan selects and works it out; writes nothing. */
export const read = (plans: unknown, options: ActionOptions = {}): Promise<Report> => reported(async (context) => {
  const { tabs } = await prepared(context, validatePlan(plans), options);
  return tabs.map(({ report }) => ({ ...report, sheet: null }));
});

/** Builds the tabs of one plan or several, or updates the tabs that an earlier build made: all of them, or none. */
export const build = (plans: unknown, options: ActionOptions = {}): Promise<Report> => reported(async (context) => {
  const { tabs, ledgers, leftOver } = await prepared(context, validatePlan(plans), options);
  endIfStopped(options.signal);
  await sweep(context, leftOver);
  const all = [...tabs, ...ledgers].map(({ write }) => write);
  await writeTabs(context, all, buildIdOf(all.map(({ layout }) => layout)));
  return tabs.map(({ report }) => withLedger(report, ledgers.find(({ person }) => person === report.person)));
});

/** What the ranges of a plan come to for its year, before any line is worked out from it; writes nothing. */
export const readInputs = async (context: Excel.RequestContext, plan: Plan): Promise<Pick<PreparedTab, 'worked' | 'reading' | 'stands'>> =>
  (await prepared(context, [plan], {})).tabs.at(-1)!;

/** Runs against Excel, and turns whatever goes wrong into sentences. */
const reported = async (action: (context: Excel.RequestContext) => Promise<readonly TabReport[]>): Promise<Report> => {
  try {
    const tabs = await Excel.run({ delayForCellEdit: true }, action);
    return { ok: true, tabs, errors: [] };
  } catch (error) {
    return { ok: false, tabs: [], errors: errorsOf(error), ...(error instanceof Stopped && error.asked.length > 0 ? { asked: error.asked } : {}) };
  }
};

interface PreparedTab extends BuiltTab {
  readonly write: TabToWrite;
  readonly report: TabReport;
  readonly worked: YearWorkedOut;
  readonly reading: Reading;
  /** Whether the workbook has the tab already. */
  readonly stands: boolean;
}

interface Prepared {
  readonly tabs: readonly PreparedTab[];
  readonly ledgers: readonly LedgerToWrite[];
  readonly leftOver: LeftOver;
}

/** One reading trip, then everything worked out before a single cell is written. */
const prepared = async (context: Excel.RequestContext, plans: readonly Plan[], options: ActionOptions): Promise<Prepared> => {
  const wanted = plans.flatMap((plan) => yearsOf(plan).map((year) => ({ plan, year, person: plan.person })));
  refuseTwice(wanted);
  const ranges = plans.flatMap((plan) => plan.sources.map(rangeOf));
  const state = await readWorkbook(context, ranges, wanted, (rowsRead) => {
    endIfStopped(options.signal);
    options.onProgress?.(rowsRead);
  });

  refuseOwnTabs(ranges, state);
  const isDate1904 = date1904(state.sources);
  const taken = new Set(state.sheetNames.filter((name) => !state.unfinished.includes(name)).map((name) => name.toLowerCase()));
  const tabs: PreparedTab[] = [];
  const carriedHere = new Map<string, number>();
  // Earlier years first: what one plan of this build carries, another may start with.
  for (const plan of [...plans].sort((one, other) => (yearsOf(one)[0] ?? 0) - (yearsOf(other)[0] ?? 0))) {
    const firstSource = plans.slice(0, plans.indexOf(plan)).reduce((sum, { sources }) => sum + sources.length, 0);
    const cells = state.sources.slice(firstSource, firstSource + plan.sources.length);
    const facts = readSources(plan, { sources: cells, date1904: isDate1904 });
    const firstYear = yearsOf(plan)[0] ?? 0;
    const before = carriedHere.get(`${firstYear - 1} ${plan.person}`)
      ?? state.carriedBefore[wanted.findIndex((tab) => tab.plan === plan && tab.year === firstYear)];
    const reading = askingAboutBasis(plan, facts, before);
    if (reading.stops.length > 0) {
      throw new Stopped(reading.stops.map(({ cell, code, text }) => ({ code, cell: cell ? formatCell(cell) : null, text })), questionsOf(reading));
    }
    const existing = new Map(yearsOf(plan).map((year) =>
      [year, existingTab(state, wanted.findIndex((tab) => tab.plan === plan && tab.year === year), year, plan)] as const));
    const years = workOut(plan, reading, {
      carried: before ?? null,
      line4TakesLatest: (year) => existing.get(year)?.line4TakesLatest ?? false,
      adjustments: (year) => existing.get(year)?.adjustments ?? [],
      worksheet11: (year) => worksheet11FactsOn(existing.get(year) ?? null, year),
    });
    for (const { year, filled } of years) carriedHere.set(`${year} ${plan.person}`, filled.form.carry.toNumber());
    const told = tellingWhatWasNoticed(reading, years);
    for (const worked of years) tabs.push(prepareTab(plan, told, worked, existing.get(worked.year) ?? null, taken, options.built ?? ''));
  }
  const leftOver = leftOverOf(state, wanted);
  const ledgers = ledgersOf(tabs, state, taken);
  for (const { write } of ledgers) if (write.existing) refuseToOverwrite(write.layout, write.existing);
  for (const { write } of [...tabs, ...ledgers]) refuseTakenNames(write, state, leftOver.names);
  return { tabs, ledgers, leftOver };
};

/** A tab that counts one of its own cells would go round in a circle, and count itself again at each build. */
const refuseOwnTabs = (ranges: readonly RangeAddress[], state: WorkbookState): void => {
  const own = ranges.find((range) => state.existing.some((tab) => tab !== null && sameSheet(tab.sheet, range.sheet)));
  if (!own) return;
  throw new Refusal('CONTRADICTION', 'range', formatRange(own), 'a sheet of yours',
    `The range ${formatRange(own)} lies on a Form 8606 tab that is to be built again from it. Select the cells of your own sheets; last year's tab is `
    + 'linked to line 2 without being selected.');
};

const refuseTwice = (wanted: readonly { readonly year: number; readonly person: string }[]): void => {
  const seen = new Set<string>();
  for (const { year, person } of wanted) {
    const tab = `${year} ${person}`;
    if (seen.has(tab)) {
      throw new Refusal('CONTRADICTION', 'plans', tab, 'one tab for a person and year',
        `Two plans build the tab for ${tab}. A person has one Form 8606 for a year: put all ranges into one plan.`);
    }
    seen.add(tab);
  }
};

const existingTab = (state: WorkbookState, index: number, year: number, plan: Plan): ExistingTab | null => {
  const found = state.existing[index];
  if (!found || state.unfinished.includes(found.sheet)) return null;
  if (found.protected) {
    throw new Refusal('CONTRADICTION', 'tab', found.sheet, 'unprotected',
      `The tab "${found.sheet}" is protected, so it cannot be updated. Unprotect it (Review, Unprotect Sheet), then build again. Nothing was changed.`);
  }
  return readExistingTab(found.sheet, found.formulas, found.values, year, plan.person, state.names);
};

const prepareTab = (
  plan: Plan,
  reading: Reading,
  worked: YearWorkedOut,
  existing: ExistingTab | null,
  taken: Set<string>,
  built: string,
): PreparedTab => {
  refuseBeyondSheetArithmetic(worked.filled.form, plan.rounding);
  const sources = numbered(reading, existing);
  const content = tabContent(plan, reading, worked, existing, sources, built);
  const layout = tab8606(content);
  if (existing) refuseToOverwrite(layout, existing);
  const title = existing?.sheet ?? freeTitle(tabTitle(worked.year, plan.person), taken);
  taken.add(title.toLowerCase());
  const names = existing ? [] : layout.names;
  const known = new Set(existing?.sourceNames.map(({ number }) => sourceName(worked.year, plan.person, number).toLowerCase()) ?? []);
  return {
    content,
    title,
    write: { layout, existing, title, newNames: names, newSourceNames: layout.sourceNames.filter(({ name }) => !known.has(name.toLowerCase())) },
    report: tabReport(title, worked.year, reading, worked.earlierWithoutTab, worked.facts, content, statusWhenBuilt(content, existing), existing),
    worked,
    reading,
    stands: existing !== null,
  };
};

/** A range that already has a name keeps its number; a new one gets the next. Numbers are never used again. */
const numbered = (reading: Reading, existing: ExistingTab | null): readonly (Reading['sources'][number] & { number: number })[] => {
  let next = Math.max(0, ...(existing?.sourceNames.map(({ number }) => number) ?? []));
  return reading.sources.map((source) => {
    const range = formatRange(parseRange(source.range));
    const known = existing?.sourceNames.find((candidate) => !candidate.range.includes('#REF!') && formatRange(parseRange(candidate.range)) === range);
    return { ...source, number: known?.number ?? (next += 1) };
  });
};

/** Other workpapers link to these names, so they cannot be others; where a person uses one for something else, it is told which. */
const refuseTakenNames = ({ newNames, newSourceNames }: TabToWrite, { names }: WorkbookState, leftOver: readonly string[]): void => {
  const taken = [...newNames, ...newSourceNames].map(({ name }) => names.get(name.toLowerCase())).find((found) => found !== undefined && !leftOver.includes(found.name));
  if (taken === undefined) return;
  throw new Refusal('CONTRADICTION', 'name', taken.name, 'a free name',
    `The name ${taken.name} is taken in this workbook (it refers to ${taken.formula.replace(/^=/, '')}), and the tab needs it: other workpapers link to it. Give yours another name `
    + '(Formulas, Name Manager), then build again. Nothing was changed.');
};

/** Where support rows grow, they may only grow over cells that nobody uses. */
const refuseToOverwrite = (layout: Layout, { formulas, owned, sheet }: NonNullable<TabToWrite['existing']>): void => {
  layout.cells.forEach((row, r) => row.forEach((content, c) => {
    const beyond = r >= owned.rows || c >= owned.columns;
    const there = formulas[r]?.[c];
    if (beyond && content !== null && there !== undefined && there !== '') {
      throw new Refusal('CONTRADICTION', 'tab', String(there), 'empty cells below the plan',
        `The tab "${sheet}" has to grow, and row ${r + 1} holds something of yours ("${String(there)}"). Move it to another sheet, then build again. `
        + 'Nothing was changed.');
    }
  }));
};
