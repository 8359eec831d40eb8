import type { RatioPlaces, Unit } from '../engine/term';
import type { Person, SepOrSimple } from '../plan/plan';
import type { BoxRead, SourceShape } from '../reading/facts';
import type { FormsOfTab } from './entries';
import type { SupportRow } from './support';

/** Everything that one tab shows: one person, one year, and the earlier years that its line 2 is worked out from. */
export interface TabContent extends FormsOfTab {
  readonly person: Person;
  readonly clientName: string;
  readonly year: number;
  readonly unit: Unit;
  readonly ratioPlaces: RatioPlaces;
  /** Whether the tab stood before: what the preparer owns is then left as it is. */
  readonly standing: boolean;
  /** The preparer's election for line 4 as it stands on the tab. */
  readonly line4TakesLatest: boolean;
  /** Whether anything nondeductible was contributed before the first year that the tab shows. */
  readonly earlierNondeductible: boolean;
  /** Years of the same source that have no tab of their own, the earliest first. */
  readonly earlierYears: readonly { readonly year: number; readonly statesBasis: boolean }[];
  /** The year whose tab line 2 is linked to, if there is one. */
  readonly linkedTo: number | null;
  readonly statesBasis: boolean;
  readonly support: readonly SupportRow[];
  /** The boxes of forms that were read for this year. */
  readonly boxesRead: readonly BoxRead['box'][];
  /** Rows of blocks that added up a form at the build before and are the preparer's again, for the form is no longer selected. */
  readonly givenBack: readonly string[];
  /** What the build counted, by the check that looks at it. */
  readonly found: Readonly<Record<FoundByBuild, number>>;
  readonly sources: readonly (SourceShape & { readonly number: number })[];
  readonly answers: readonly { readonly cell: string; readonly choice: string }[];
  /** What the preparer said when asked outright for a SEP or SIMPLE IRA. */
  readonly sepOrSimple: SepOrSimple | null;
  /** What is different from the build before, a sentence each. */
  readonly changes: readonly string[];
  readonly notes: readonly string[];
  readonly built: string;
}

/** Q1: open questions. C3: rows of the support schedule. C9: 1 if the question about SEP and SIMPLE IRAs was answered before building. C10: totals that disagree. C12: rows of years after this one. C13: contributions without a date. */
export type FoundByBuild = 'Q1' | 'C3' | 'C9' | 'C10' | 'C12' | 'C13';

export const personWords: Record<Person, string> = { T: 'Taxpayer', S: 'Spouse' };
