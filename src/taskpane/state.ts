import type { Person } from '../plan/plan';
import type { Report } from '../office/report';
import type { SavedTab } from '../office/savedPlan';
import { emptyDraft, type Draft } from './draft';
import type { FormulasState, FormulasTask } from './formulasWork';

/** Everything that the pane shows. It is replaced, never changed in place. */
export interface PaneState {
  readonly person: Person;
  readonly drafts: Readonly<Record<Person, Draft>>;
  /** The range whose field follows the selection. */
  readonly armed: number | null;
  readonly work: Work | null;
  readonly results: Readonly<Record<Person, Result | null>>;
  /** What was asked of the formulas in the workbook's cells, and what came of it. */
  readonly formulas: FormulasState | null;
  /** Form 8606 tabs that the workbook has. */
  readonly tabs: readonly SavedTab[];
  /** Whose years stand together on a ledger. */
  readonly ledgers: readonly Person[];
  /** What a screen reader is told, and the line above the buttons shows. */
  readonly status: string;
}

export interface Work {
  readonly kind: PlanWork | FormulasTask['kind'];
  /** Rows read so far, once a reading takes more than one trip. */
  readonly rows: number | null;
  readonly stopping: boolean;
}

/** What is done with a plan. */
export type PlanWork = 'reading' | 'building';

export interface Result {
  readonly report: Report;
  /** The draft that was read or built. */
  readonly of: Draft;
  readonly kind: PlanWork;
}

export const startState: PaneState = {
  person: 'T',
  drafts: { T: emptyDraft, S: emptyDraft },
  armed: null,
  work: null,
  results: { T: null, S: null },
  formulas: null,
  tabs: [],
  ledgers: [],
  status: '',
};

export const draftOf = (state: PaneState): Draft => state.drafts[state.person];
export const resultOf = (state: PaneState): Result | null => state.results[state.person];
