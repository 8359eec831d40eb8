import { Decimal } from '../../engine/decimal';
import { asPercent } from '../../engine/rates';
import { Refusal } from '../../engine/refusal';
import { inWords } from '../../engine/words';
import type { actions } from '../../office/actions';
import type { PlannerTab } from '../../office/planners';
import type { Person, Plan as FormPlan } from '../../plan/plan';
import type { ReadAmount } from '../../planner/fromForm';
import { enteredAs, type Kind } from '../../planner/kinds';
import type { CopyText, Planner } from '../../planner/planner';
import { planners } from '../../planner/planners';
import { copiedText, startOf, typedFields, workOut, type Worked } from '../../planner/work';

/** What the Plan view shows. It is replaced, never changed in place. */
export interface PlanState {
  readonly planner: Planner | null;
  readonly year: number | null;
  readonly person: Person;
  /** What the user changed in the fields, as typed or taken from ranges, by planner, year and person; all else stands as on the tab or as it starts. */
  readonly changed: Readonly<Record<string, Readonly<Record<string, string | ReadAmount>>>>;
  /** Planner tabs that the workbook has. */
  readonly tabs: readonly PlannerTab[];
  readonly building: boolean;
  readonly status: string;
}

/** A field of the pane: what it shows, and why that cannot be used. */
export interface PlanField {
  readonly key: string;
  readonly shown: string;
  readonly problem: string | null;
  /** The cell on the tab holds a formula, or is to hold one; what is typed here replaces it. */
  readonly linked: boolean;
}

/** The engine's figures for what stands in the fields, or the sentence that says why there are none. */
export type Preview = { readonly worked: Worked } | { readonly problem: string };

const startState: PlanState = { planner: null, year: null, person: 'T', changed: {}, tabs: [], building: false, status: '' };

/** What the user plans, and what comes of it. Figures are the engine's and need no workbook; a tab is built when asked for. */
export class PlanSession {
  #state = startState;
  readonly #listeners = new Set<() => void>();
  #previewed: { readonly of: PlanState; readonly preview: Preview | null } | null = null;

  constructor(private readonly addIn: Pick<typeof actions, 'planners'>) {}

  readonly state = (): PlanState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Finds the planner tabs of this workbook: what is typed in them is what the fields show. Read again whenever the user comes
   * back to the pane, for in the meantime a cell may have been changed or a tab deleted.
   */
  async open(): Promise<void> {
    const before = this.#state;
    if (before.building) return;
    const found = await this.addIn.planners.tabs();
    // What was built meanwhile is newer than what was read.
    if (this.#state.building || this.#state.tabs !== before.tabs) return;
    if (!found.ok) this.#set({ status: found.errors.map(({ text }) => text).join(' ') });
    else if (JSON.stringify(found.tabs) !== JSON.stringify(this.#state.tabs)) this.#set({ tabs: found.tabs });
  }

  choosePlanner(id: string): void {
    const planner = planners.find((one) => one.id === id) ?? null;
    const { year } = this.#state;
    const covered = year === null || planner?.years === undefined || planner.years.includes(year);
    this.#set({ planner, year: covered ? year : null, status: covered ? '' : `"${planner?.title ?? ''}" does not cover ${year}: choose another year.` });
  }

  chooseYear(year: number | null): void {
    this.#set({ year, status: '' });
  }

  choosePerson(person: Person): void {
    this.#set({ person, status: '' });
  }

  type(key: string, text: string): void {
    const of = this.#of();
    this.#set({ changed: { ...this.#state.changed, [of]: { ...this.#state.changed[of], [key]: text } } });
  }

  /** Fills the fields that ranges can fill, from the plans of the Form 8606 view; what they say nothing of stays as it is. */
  async takeFromRanges(plans: readonly FormPlan[]): Promise<void> {
    const { planner } = this.#state;
    if (!planner) return;
    const of = this.#of();
    this.#set({ status: 'Reading the ranges.' });
    const found: Record<string, ReadAmount | string> = {};
    for (const plan of plans) {
      const read = await this.addIn.planners.amounts(planner.id, plan);
      if (!read.ok) {
        this.#set({ status: read.errors.map(({ text }) => text).join(' ') });
        return;
      }
      Object.assign(found, read.given);
    }
    const count = Object.keys(found).length;
    // The form has the value of 31 December; a plan asks for that of today.
    const valueNow = Object.keys(found).some((key) => key.endsWith(':pool')) ? ', and look whether the value of the IRAs is the value now' : '';
    this.#set({
      changed: { ...this.#state.changed, [of]: { ...this.#state.changed[of], ...found } },
      status: `Taken from the ranges: ${count === 1 ? '1 field' : `${count} fields`}. Answer the others${valueNow}.`,
    });
  }

  async build(): Promise<void> {
    const { planner, year, person, building } = this.#state;
    if (!planner || year === null || building) return;
    const of = this.#of();
    this.#set({ building: true, status: 'Building.' });
    const report = await this.addIn.planners.build({
      planner: planner.id, year, ...(planner.of === 'person' ? { person } : {}), given: emptyAsNull(this.#state.changed[of] ?? {}),
    });
    if (!report.ok) {
      this.#set({ building: false, status: report.errors.map(({ text }) => text).join(' ') });
      return;
    }
    const changed = Object.fromEntries(Object.entries(this.#state.changed).filter(([key]) => key !== of));
    this.#set({ building: false, changed, tabs: [...this.#state.tabs.filter((tab) => !isSame(tab, report.tab)), report.tab], status: `Built: "${report.tab.sheet}".` });
  }

  async goToTab(): Promise<void> {
    const { planner, year } = this.#state;
    if (!planner || year === null) return;
    const done = await this.addIn.planners.goTo(planner.id, year, this.#person());
    if (!done.ok) this.#set({ status: done.error.text });
  }

  /** The tab of what is chosen, if the workbook has it. */
  tab(): PlannerTab | null {
    const { planner, year, tabs } = this.#state;
    return tabs.find((tab) => tab.planner === planner?.id && tab.year === year && tab.person === this.#person()) ?? null;
  }

  fields(): ReadonlyMap<string, PlanField> {
    const { planner, year } = this.#state;
    if (!planner || year === null) return new Map();
    const tab = this.tab();
    const changed = this.#state.changed[this.#of()] ?? {};
    return new Map(typedFields(planner, year).map((typed) => {
      const { key, field } = typed;
      const change = changed[key];
      const shown = typeof change === 'string' ? change : shownAs(field.kind, change ? change.amount : tab ? tab.typed[key] ?? null : startOf(typed));
      const linked = change === undefined ? tab?.linked.includes(key) ?? false : typeof change !== 'string' && change.from.length > 0;
      return [key, { key, shown, problem: problemOf(field.kind, shown, field.label), linked }];
    }));
  }

  /** Worked out once for each state: the figures and the button below them both look at it. */
  preview(): Preview | null {
    if (this.#previewed?.of !== this.#state) this.#previewed = { of: this.#state, preview: this.#workOut() };
    return this.#previewed.preview;
  }

  /** What can be copied for somebody else: questions that are always the same, and sentences as they read now. */
  texts(): readonly CopyText[] {
    const { planner, year } = this.#state;
    if (!planner || year === null) return [];
    const preview = this.preview();
    return [...planner.texts?.(year) ?? [], ...preview && 'worked' in preview ? copiedText(planner, year, preview.worked) : []];
  }

  #workOut(): Preview | null {
    const { planner, year } = this.#state;
    if (!planner || year === null) return null;
    const fields = this.fields();
    try {
      const given = Object.fromEntries(typedFields(planner, year).map(({ key, field }) => [key, enteredAs(field.kind, fields.get(key)?.shown ?? '', field.label)]));
      return { worked: workOut(planner, year, given) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { problem: error.text };
    }
  }

  #person(): Person | null {
    return this.#state.planner?.of === 'person' ? this.#state.person : null;
  }

  #of(): string {
    return `${this.#state.planner?.id ?? ''} ${this.#state.year ?? ''} ${this.#person() ?? ''}`;
  }

  #set(change: Partial<PlanState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const isSame = (one: PlannerTab, other: PlannerTab): boolean => one.planner === other.planner && one.year === other.year && one.person === other.person;

const emptyAsNull = (changes: Readonly<Record<string, string | ReadAmount>>): Readonly<Record<string, string | ReadAmount | null>> =>
  Object.fromEntries(Object.entries(changes).map(([key, said]) => [key, typeof said === 'string' && said.trim() === '' ? null : said]));

/** What a cell holds, as a person would type it. */
const shownAs = (kind: Kind, value: number | string | null): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  const number = new Decimal(value.toPrecision(15));
  return kind.is === 'rate' ? asPercent(number) : kind.is === 'whole' ? number.toFixed() : inWords(number);
};

/** Nothing is said against a field that is still empty: what is missing is said once, where the figures would stand. */
const problemOf = (kind: Kind, shown: string, label: string): string | null => {
  if (shown.trim() === '') return null;
  try {
    enteredAs(kind, shown, label);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.text;
    throw error;
  }
};
