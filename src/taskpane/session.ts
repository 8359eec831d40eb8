import type { actions } from '../office/actions';
import type { ActionOptions } from '../office/build';
import type { Scope } from '../office/convertToValues';
import type { Report } from '../office/report';
import type { Done, Following } from '../office/selection';
import type { Answer, Person, Plan, Role } from '../plan/plan';
import {
  addressOf, emptyDraft, emptySource, missingFrom, nextSourceId, planOf, withAnswer, withoutAnswer, withSource, type Draft, type DraftSource,
} from './draft';
import { findingsOf, readingInWords } from './findings';
import type { FormulasTask } from './formulasWork';
import { PlanSession } from './plan/planSession';
import { proposalInWords } from './roleWords';
import { draftsFromTabs, tabsFoundInWords } from './restored';
import { TrackerSession } from './tracker/trackerSession';
import { draftOf, startState, type PaneState, type PlanWork, type Result } from './state';

export type AddIn = typeof actions;

/**
 * What the user does, and what comes of it. It knows no screen: the pane shows its state and calls its methods. One action
 * runs at a time; whatever is changed while ranges are being read stops that reading, and the next one takes its place.
 */
export class Session {
  #state = startState;
  readonly #listeners = new Set<() => void>();
  #signal: { stopped: boolean } | null = null;
  /** What is to be done when the action under way has ended. */
  #next: PlanWork | null = null;
  /** It comes before a reading or a build that is waiting: what it changes, they read. */
  #nextOverFormulas: FormulasTask | null = null;
  #working = false;
  #readLast = linesDependOn(null);
  #following: Following | null = null;

  /** What the Plan view does: it reads and builds tabs of its own. */
  readonly plan: PlanSession;
  /** What the Tracker view does. */
  readonly tracker: TrackerSession;

  /**
   * @param today the date that a tab says it was built on, as the user's machine has it when Build is pressed.
   * @param namespace of the add-in's functions, in which formulas are written.
   */
  constructor(private readonly addIn: AddIn, private readonly today: () => string, namespace = 'BASIS') {
    this.plan = new PlanSession(addIn);
    this.tracker = new TrackerSession(addIn, namespace);
  }

  readonly state = (): PaneState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Finds the tabs of this workbook and takes up what they were built from. */
  async open(): Promise<void> {
    const found = await this.addIn.pick.tabs();
    if (!found.ok) {
      this.#set({ status: found.error.text });
      return;
    }
    if (found.tabs.length === 0) return;
    const { drafts, person } = draftsFromTabs(found.tabs);
    this.#set({ tabs: found.tabs, ledgers: found.ledgers, drafts, person, status: tabsFoundInWords(found.tabs) });
    this.#want('reading');
  }

  choosePerson(person: Person): void {
    void this.disarm();
    const { drafts, person: before } = this.#state;
    const { year, earlierYears, name, rounding, ratioPlaces } = drafts[before];
    const draft = drafts[person] === emptyDraft ? { ...emptyDraft, year, earlierYears, name, rounding, ratioPlaces } : drafts[person];
    this.#set({ person, drafts: { ...drafts, [person]: draft }, status: '' });
    this.#want('reading');
  }

  /** Starts with the ranges of the other person, for sheets that hold both. */
  takeRangesOfOther(): void {
    const other = this.#state.drafts[this.#state.person === 'T' ? 'S' : 'T'];
    this.#change({ sources: other.sources });
  }

  chooseYear(year: number | null): void {
    this.#change({ year, earlierYears: draftOf(this.#state).earlierYears.filter((earlier) => year !== null && earlier < year) });
  }

  change(change: Partial<Pick<Draft, 'earlierYears' | 'rounding' | 'ratioPlaces' | 'sepOrSimple'>>): void {
    this.#change(change);
  }

  /** The client's name changes no line, so nothing is read for it. */
  rename(name: string): void {
    this.#setDraft({ ...draftOf(this.#state), name });
  }

  addSource(): void {
    const draft = draftOf(this.#state);
    this.#setDraft({ ...draft, sources: [...draft.sources, emptySource(nextSourceId(draft))] });
  }

  removeSource(id: number): void {
    if (this.#state.armed === id) void this.disarm();
    this.#change({ sources: draftOf(this.#state).sources.filter((source) => source.id !== id) });
  }

  chooseRole(id: number, role: Role | null): void {
    this.#changeSource(id, { role });
  }

  /** While an address is being typed nothing is said against it; `confirmAddress` judges it when it is finished. */
  typeAddress(id: number, typed: string): void {
    if (this.#state.armed === id) void this.disarm();
    this.#setDraft(withSource(draftOf(this.#state), id, { typed, problem: null }));
  }

  async confirmAddress(id: number): Promise<void> {
    const { person } = this.#state;
    const typed = this.#source(id)?.typed ?? '';
    const address = addressOf(typed);
    if (address.kind === 'none') {
      // What is said of a range that is gone stands until another is given.
      if (typed !== '') this.#changeSource(id, { typed: '', problem: null });
    } else if (address.kind === 'problem') this.#changeSource(id, { problem: address.text });
    else {
      const found = await this.addIn.pick.confirm(address.range);
      if (this.#state.person !== person || this.#source(id)?.typed !== typed) return;
      this.#changeSource(id, found.ok ? { typed: found.range, problem: null } : { problem: found.error.text });
      await this.#propose(id);
    }
  }

  async useSelection(id: number): Promise<void> {
    await this.disarm();
    const { person } = this.#state;
    const picked = await this.addIn.pick.selection();
    if (this.#state.person !== person) return;
    this.#changeSource(id, picked.ok ? { typed: picked.range, problem: null } : { problem: picked.error.text });
    await this.#propose(id);
  }

  /** Lets a field follow the selection until `disarm`. What it holds is read when the following ends. */
  async arm(id: number): Promise<void> {
    await this.disarm();
    this.#set({ armed: id, status: 'Select the range in the sheet: its address appears here. Press Esc or Stop following when it is right.' });
    const started = await this.addIn.pick.follow((picked) => {
      if (this.#state.armed !== id) return;
      this.#setDraft(withSource(draftOf(this.#state), id, picked.ok ? { typed: picked.range, problem: null } : { problem: picked.error.text }));
      this.#set({ status: picked.ok ? `Following the selection: ${picked.range}.` : picked.error.text });
    });
    if (!started.ok) {
      this.#set({ armed: null });
      this.#changeSource(id, { problem: started.error.text });
    } else if (this.#state.armed === id && this.#following === null) {
      this.#following = started.following;
    } else {
      this.#sayIfNotDone(await started.following.stop());
    }
  }

  async disarm(): Promise<void> {
    const following = this.#following;
    const { armed } = this.#state;
    if (armed === null) return;
    this.#following = null;
    this.#set({ armed: null, status: '' });
    this.#want('reading');
    if (following) this.#sayIfNotDone(await following.stop());
    await this.#propose(armed);
  }

  answer(cell: string, answer: Answer, says: string): void {
    this.#setDraft(withAnswer(draftOf(this.#state), cell, { answer, says }));
    this.#want('reading');
  }

  takeBack(cell: string): void {
    this.#setDraft(withoutAnswer(draftOf(this.#state), cell));
    this.#want('reading');
  }

  /** Reads again what is selected: cells may have changed since. */
  readAgain(): void {
    this.#want('reading');
  }

  build(): void {
    if (missingFrom(draftOf(this.#state)).length === 0) this.#want('building');
  }

  /** Enters formulas anew that Excel does not connect with the add-in. */
  repairFormulas(): void {
    this.#wantOverFormulas({ kind: 'repairing' });
  }

  /** The first of two presses: says what would become values. Nothing is changed before `convert`. */
  async askToConvert(scope: Scope): Promise<void> {
    if (scope === 'workbook') {
      this.#set({ formulas: { kind: 'asked', of: { scope }, moved: false } });
      return;
    }
    await this.disarm();
    const { formulas } = this.#state;
    const picked = await this.addIn.pick.selection();
    if (this.#state.formulas !== formulas) return;
    this.#set({ formulas: picked.ok ? { kind: 'asked', of: { scope, range: picked.range }, moved: false } : { kind: 'refused', error: picked.error } });
  }

  /** The second press. */
  convert(): void {
    const { formulas } = this.#state;
    if (formulas?.kind === 'asked') this.#wantOverFormulas({ kind: 'converting', of: formulas.of });
  }

  keepFormulas(): void {
    if (this.#state.formulas?.kind === 'asked') this.#set({ formulas: null });
  }

  /** Ends what is going on; nothing is left half done. */
  stop(): void {
    if (!this.#signal || !this.#state.work) return;
    this.#signal.stopped = true;
    this.#next = null;
    this.#set({ work: { ...this.#state.work, stopping: true }, status: 'Stopping.' });
  }

  async select(cell: string): Promise<void> {
    this.#sayIfNotDone(await this.addIn.pick.select(cell));
  }

  async goToTab(of: number | 'ledger', person: Person): Promise<void> {
    this.#sayIfNotDone(await this.addIn.pick.goToTab(of, person));
  }

  /** Offers a role for a range that has none yet. Whatever was changed meanwhile is left as it is. */
  async #propose(id: number): Promise<void> {
    const { person } = this.#state;
    const source = this.#source(id);
    if (source?.role !== null || source.problem !== null || addressOf(source.typed).kind !== 'range') return;
    const found = await this.addIn.pick.proposal(source.typed);
    if (!found.ok || found.role === null || this.#state.person !== person || this.#source(id) !== source) return;
    this.#setDraft(withSource(draftOf(this.#state), id, { proposed: found.role }));
    this.#set({ status: proposalInWords(source.typed, found.role) });
  }

  #source(id: number): DraftSource | undefined {
    return draftOf(this.#state).sources.find((source) => source.id === id);
  }

  #changeSource(id: number, change: Partial<DraftSource>): void {
    this.#change({ sources: withSource(draftOf(this.#state), id, change).sources });
  }

  /** Changes the draft, and reads if that makes it another thing than what was read last. */
  #change(change: Partial<Draft>): void {
    const { person } = this.#state;
    const draft = { ...draftOf(this.#state), ...change };
    this.#setDraft(draft);
    if (linesDependOn(planOf(person, draft)) !== this.#readLast) this.#want('reading');
  }

  #setDraft(draft: Draft): void {
    this.#set({ drafts: { ...this.#state.drafts, [this.#state.person]: draft } });
  }

  /** A reading gives way to what comes after it; a build that is waiting is not displaced by a reading. */
  #want(kind: PlanWork): void {
    if (this.#next !== 'building') this.#next = kind;
    if (this.#state.work?.kind === 'reading' && this.#signal) this.#signal.stopped = true;
    if (!this.#working) void this.#workOn();
  }

  /** Formulas are written while nothing is read or built; a reading that gives way takes its turn again afterwards. */
  #wantOverFormulas(task: FormulasTask): void {
    this.#set({ formulas: { kind: 'going on', task } });
    this.#nextOverFormulas = task;
    if (this.#state.work?.kind === 'reading') this.#want('reading');
    else if (!this.#working) void this.#workOn();
  }

  async #workOn(): Promise<void> {
    this.#working = true;
    try {
      while (this.#nextOverFormulas ?? this.#next) {
        const [task, kind] = [this.#nextOverFormulas, this.#next];
        this.#nextOverFormulas = null;
        if (task) {
          await this.#overFormulas(task);
        } else {
          this.#next = null;
          await (kind === 'reading' ? this.#read() : this.#build());
        }
      }
    } finally {
      this.#working = false;
    }
  }

  async #read(): Promise<void> {
    const { person } = this.#state;
    const draft = draftOf(this.#state);
    const plan = planOf(person, draft);
    this.#readLast = linesDependOn(plan);
    if (plan === null) {
      this.#setResult(person, null);
      return;
    }
    const report = await this.#during('reading', (options) => this.addIn.read([plan], options));
    if (this.#next) return;
    this.#setResult(person, { report, of: draft, kind: 'reading' });
    this.#set({ status: readingInWords(report, findingsOf(report, () => false).asked.length) });
  }

  async #build(): Promise<void> {
    const { person } = this.#state;
    const draft = draftOf(this.#state);
    const plan = planOf(person, draft);
    if (plan === null || missingFrom(draft).length > 0) return;
    const report = await this.#during('building', (options) => this.addIn.build([plan], { ...options, built: this.today() }));
    this.#setResult(person, { report, of: draft, kind: 'building' });
    if (!report.ok) {
      this.#set({ status: report.errors.map(({ text }) => text).join(' ') });
      return;
    }
    const found = await this.addIn.pick.tabs();
    const titles = report.tabs.map(({ sheet, status }) => `"${sheet ?? ''}" (${status})`).join(', ');
    this.#set(found.ok ? { tabs: found.tabs, ledgers: found.ledgers, status: `Built: ${titles}.` } : { status: `Built: ${titles}. ${found.error.text}` });
  }

  async #overFormulas(task: FormulasTask): Promise<void> {
    if (task.kind === 'converting' && task.of.scope === 'selection') {
      const { scope, range } = task.of;
      const picked = await this.addIn.pick.selection();
      if (!picked.ok || picked.range !== range) {
        this.#set({ formulas: picked.ok ? { kind: 'asked', of: { scope, range: picked.range }, moved: true } : { kind: 'refused', error: picked.error } });
        return;
      }
    }
    const signal = { stopped: false };
    this.#signal = signal;
    this.#set({ work: { kind: task.kind, rows: null, stopping: false } });
    try {
      const report = await (task.kind === 'repairing' ? this.addIn.repairFormulas(signal) : this.addIn.convertToValues(task.of.scope, signal));
      this.#set({ formulas: { kind: 'done', task, report } });
      if (report.changed > 0) this.#want('reading');
    } finally {
      this.#signal = null;
      this.#set({ work: null, ...(signal.stopped ? { status: '' } : {}) });
    }
  }

  #setResult(person: Person, result: Result | null): void {
    this.#set({ results: { ...this.#state.results, [person]: result } });
  }

  async #during(kind: PlanWork, action: (options: ActionOptions) => Promise<Report>): Promise<Report> {
    const signal = { stopped: false };
    this.#signal = signal;
    this.#set({ work: { kind, rows: null, stopping: false }, ...(kind === 'building' ? { status: 'Building.' } : {}) });
    let trips = 0;
    try {
      return await action({
        signal,
        onProgress: (rows) => {
          trips += 1;
          if (trips > 1 && this.#state.work) this.#set({ work: { ...this.#state.work, rows } });
        },
      });
    } finally {
      this.#signal = null;
      this.#set({ work: null });
    }
  }

  #sayIfNotDone(done: Done): void {
    if (!done.ok) this.#set({ status: done.error.text });
  }

  #set(change: Partial<PaneState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** All of a plan but the client's name and what was said of SEP and SIMPLE IRAs, as one text to compare. */
const linesDependOn = (plan: Plan | null): string => JSON.stringify(plan && { ...plan, name: '', sepOrSimple: undefined });
