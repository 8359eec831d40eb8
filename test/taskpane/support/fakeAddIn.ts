import type { ActionOptions } from '../../../src/office/build';
import type { CellsReport } from '../../../src/office/cellsReport';
import type { Scope } from '../../../src/office/convertToValues';
import type { TrackerReport } from '../../../src/office/tracker';
import type { AmountsRead, PlannerReport, PlannerTab } from '../../../src/office/planners';
import type { Report, TabReport } from '../../../src/office/report';
import type { SavedTab } from '../../../src/office/savedPlan';
import type { Done, Picked } from '../../../src/office/selection';
import { formatRange, parseRange } from '../../../src/cells/address';
import { yearsOf, type Person, type Plan, type Role } from '../../../src/plan/plan';
import type { AddIn } from '../../../src/taskpane/session';

/** Lines of wb02 in whole dollars (test/fixtures/workbooks). */
export const linesOfWb02: TabReport['lines'] = {
  1: 7000, 2: 0, 3: 7000, 4: 0, 5: 7000, 6: 134263, 7: 0, 8: 7000, 9: 141263, 10: 0.0495529615, 11: 347, 12: 0, 13: 347, 14: 6653, '15a': 0, '15b': 0, '15c': 0,
  16: 7000, 17: 347, 18: 6653,
};

export const aTab = (plan: Plan, year: number, rest: Partial<TabReport> = {}): TabReport => ({
  sheet: null, person: plan.person, year, ledger: null, status: 'READY', lines: linesOfWb02, explanations: {}, used: [], asked: [], excluded: [], ignored: [], warnings: [], changes: [], ...rest,
});

export const readable = (tabs: readonly TabReport[]): Report => ({ ok: true, tabs, errors: [] });
export const refused = (text: string, cell: string | null = null, code = 'MISSING'): Report => ({ ok: false, tabs: [], errors: [{ code, cell, text }] });

/** What an action on formulas all over the workbook comes to: nothing found unless something is said. */
export const cellsReport = (rest: Partial<CellsReport> = {}): CellsReport => {
  const { sheets = [] } = rest;
  return { ok: true, changed: sheets.reduce((sum, { cells }) => sum + cells, 0), sheets, skipped: [], left: [], errors: [], ...rest };
};

/** An action that has begun: the test lets it go on, and ends it. */
export interface Begun {
  readonly kind: 'read' | 'build';
  readonly plan: Plan;
  readonly options: ActionOptions;
  end(report?: Report): void;
}

/**
 * The add-in as the pane sees it, without Excel. Readings and builds end when the test ends them, or at once with what
 * `respond` gives.
 */
export class FakeAddIn implements AddIn {
  readonly begun: Begun[] = [];
  respond: ((plan: Plan) => Report) | null = (plan) => readable(yearsOf(plan).map((year) => aTab(plan, year)));
  selected: Picked = { ok: true, range: '\'IRA-1\'!A4:F12' };
  sheets: readonly string[] = ['IRA-1'];
  /** What ranges seem to hold. */
  proposals: Readonly<Record<string, Role>> = {};
  saved: SavedTab[] = [];
  ledgers: Person[] = [];
  readonly shown: string[] = [];
  /** What was asked for that concerns formulas all over the workbook. */
  readonly overFormulas: ('repair' | Scope)[] = [];
  /** Through which the last of them hears that it is to stop. */
  lastSignal: { readonly stopped: boolean } | undefined;
  /** What comes of it, and when. */
  respondOverFormulas: () => Promise<CellsReport> = () => Promise.resolve(cellsReport());
  /** Those who follow the selection now. */
  readonly followers = new Set<(picked: Picked) => void>();

  readonly read: AddIn['read'] = (plans, options = {}) => this.#begin('read', plans, options);
  readonly build: AddIn['build'] = (plans, options = {}) => this.#begin('build', plans, options);

  readonly repairFormulas: AddIn['repairFormulas'] = (signal) => this.#overFormulas('repair', signal);
  readonly convertToValues: AddIn['convertToValues'] = (scope, signal) => this.#overFormulas(scope, signal);

  readonly pick: AddIn['pick'] = {
    selection: () => Promise.resolve(this.selected),
    follow: (heard) => {
      this.followers.add(heard);
      return Promise.resolve({ ok: true, following: { stop: () => { this.followers.delete(heard); return Promise.resolve({ ok: true }); } } });
    },
    select: (cell) => this.#show(cell),
    goToTab: (of, person) => this.#show(`tab ${of} ${person}`),
    confirm: (address) => {
      const range = parseRange(address);
      const sheet = this.sheets.find((name) => name.toLowerCase() === range.sheet.toLowerCase());
      return Promise.resolve(sheet === undefined
        ? { ok: false, error: { code: 'NOT_A_CHOICE', cell: null, text: `This workbook has no sheet "${range.sheet}".` } }
        : { ok: true, range: formatRange({ ...range, sheet }) });
    },
    proposal: (address) => Promise.resolve({ ok: true, role: this.proposals[address] ?? null }),
    tabs: () => Promise.resolve({ ok: true, tabs: this.saved, ledgers: this.ledgers }),
  };

  /** What was asked to be built of planners. */
  readonly planned: unknown[] = [];
  plannerTabs: PlannerTab[] = [];
  amountsRead: AmountsRead = { ok: true, given: {} };
  respondToPlan: (request: { planner: string; year: number; person?: 'T' | 'S'; given?: Record<string, number | string | null | { amount: number }> }) => PlannerReport = (request) => ({
    ok: true,
    tab: { planner: request.planner, year: request.year, person: request.person ?? null, sheet: `${request.planner} ${request.year}`, typed: Object.fromEntries(Object.entries(request.given ?? {}).map(([key, given]) => [key, typeof given === 'object' && given !== null ? given.amount : given])), linked: [] },
  });

  readonly planners: AddIn['planners'] = {
    build: (request) => {
      this.planned.push(request);
      return Promise.resolve(this.respondToPlan(request as never));
    },
    amounts: (planner, plan) => {
      this.planned.push({ amounts: planner, plan });
      return Promise.resolve(this.amountsRead);
    },
    tabs: () => Promise.resolve({ ok: true, tabs: this.plannerTabs }),
    goTo: (planner, year, person) => this.#show(`planner ${planner} ${year} ${person ?? ''}`.trim()),
  };

  /** What was asked to be done with trackers. */
  readonly tracked: unknown[] = [];
  respondToTracker: () => TrackerReport = () => ({ ok: true, sheet: 'IRA tracker', range: "'IRA tracker'!A6:T9", rows: 3, left: [] });

  readonly tracker: AddIn['tracker'] = {
    insert: (request) => {
      this.tracked.push(request);
      return Promise.resolve(this.respondToTracker());
    },
    addYear: (request) => {
      this.tracked.push({ addYear: request });
      return Promise.resolve(this.respondToTracker());
    },
  };

  /** Moves the selection in the sheet, as the user's mouse does. */
  moveTo(range: string): void {
    for (const follower of this.followers) follower({ ok: true, range });
  }

  last(): Begun {
    const last = this.begun.at(-1);
    if (!last) throw new Error('Nothing was read or built.');
    return last;
  }

  #show(what: string): Promise<Done> {
    this.shown.push(what);
    return Promise.resolve({ ok: true });
  }

  #overFormulas(what: 'repair' | Scope, signal: { readonly stopped: boolean } | undefined): Promise<CellsReport> {
    this.overFormulas.push(what);
    this.lastSignal = signal;
    return this.respondOverFormulas();
  }

  #begin(kind: Begun['kind'], plans: unknown, options: ActionOptions): Promise<Report> {
    const [plan] = plans as Plan[];
    if (!plan) throw new Error('The pane asked for nothing.');
    return new Promise((resolve) => {
      const end = (report = this.respond?.(plan) ?? readable([])): void => {
        if (kind === 'build' && report.ok) this.#keep(plan);
        resolve(report);
      };
      this.begun.push({ kind, plan, options, end });
      if (this.respond) end();
    });
  }

  #keep(plan: Plan): void {
    for (const year of yearsOf(plan)) {
      const others = this.saved.filter((tab) => tab.year !== year || tab.person !== plan.person);
      this.saved = [...others, { year, person: plan.person, sheet: `8606 ${year} ${plan.person}`, plan: { ...plan, year }, problems: [], lost: [] }];
    }
  }
}

/** Lets everything that is only waiting for its turn take it. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
