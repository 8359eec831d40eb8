import { inThousands } from '../amounts';
import type { actions } from '../../office/actions';
import type { Person } from '../../plan/plan';
import type { Edition } from '../../planner/tracker/columns';
import type { Whose } from '../../planner/tracker/request';

/** What the Tracker view shows. It is replaced, never changed in place. */
export interface TrackerState {
  readonly whose: Whose;
  /** Begin with years to be filled in, or with a table of the user's. */
  readonly from: 'years' | 'table';
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly basisBefore: Readonly<Record<Person, string>>;
  /** The address of the user's table. */
  readonly source: string;
  readonly edition: Edition;
  readonly place: 'new tab' | 'selection';
  readonly working: boolean;
  readonly status: string;
  /** What was not taken over from the user's table, or why nothing was done. */
  readonly told: readonly { readonly kind: 'error' | 'warning'; readonly text: string }[];
}

const startState: TrackerState = {
  whose: 'T', from: 'years', firstYear: null, lastYear: null, basisBefore: { T: '', S: '' }, source: '', edition: 'functions', place: 'new tab',
  working: false, status: '', told: [],
};

/** What the user does about a tracker. The figures are the sheet's own: here nothing is worked out. */
export class TrackerSession {
  #state = startState;
  readonly #listeners = new Set<() => void>();

  /** @param namespace of the functions: the development edition of the add-in has another. */
  constructor(private readonly addIn: Pick<typeof actions, 'tracker' | 'pick'>, private readonly namespace: string) {}

  readonly state = (): TrackerState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(change: Partial<Pick<TrackerState, 'whose' | 'from' | 'firstYear' | 'lastYear' | 'source' | 'edition' | 'place'>>): void {
    this.#set(change);
  }

  typeBasis(person: Person, text: string): void {
    this.#set({ basisBefore: { ...this.#state.basisBefore, [person]: text } });
  }

  async useSelection(): Promise<void> {
    const picked = await this.addIn.pick.selection();
    this.#set(picked.ok ? { source: picked.range, told: [] } : { told: [{ kind: 'error', text: picked.error.text }] });
  }

  /** What must still be said before a tracker can be inserted; null where nothing is. */
  missing(): string | null {
    const { from, firstYear, lastYear, source } = this.#state;
    if (from === 'table') return source.trim() === '' ? 'give the address of your table.' : null;
    return firstYear === null || lastYear === null ? 'choose the first and the last year.' : null;
  }

  async insert(): Promise<void> {
    const { from, firstYear, lastYear, source, whose, edition, place, basisBefore } = this.#state;
    if (this.missing() !== null) return;
    await this.#work('Inserting.', () => this.addIn.tracker.insert({
      place, edition, whose, basisBefore, namespace: this.namespace, ...(from === 'table' ? { source } : { firstYear, lastYear }),
    }), ({ range, rows }) => `Inserted: ${range}, ${rows === 1 ? '1 row' : `${inThousands(rows)} rows`}. Type into the blue cells.`);
  }

  /** A row for each person's next year, in the tracker in which a cell is selected. */
  async addYear(): Promise<void> {
    await this.#work('Adding the next year.', () => this.addIn.tracker.addYear({ namespace: this.namespace }), ({ rows, range }) =>
      `Added: ${rows === 1 ? '1 row' : `${inThousands(rows)} rows`} below, ${range}. What was there stayed.`);
  }

  async #work(
    status: string,
    work: () => ReturnType<typeof actions.tracker.insert>,
    done: (report: Extract<Awaited<ReturnType<typeof actions.tracker.insert>>, { ok: true }>) => string,
  ): Promise<void> {
    if (this.#state.working) return;
    this.#set({ working: true, status, told: [] });
    const report = await work();
    this.#set(report.ok
      ? { working: false, status: done(report), told: report.left.map((text) => ({ kind: 'warning', text })) }
      : { working: false, status: 'Nothing was changed.', told: report.errors.map(({ text }) => ({ kind: 'error', text })) });
  }

  #set(change: Partial<TrackerState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
