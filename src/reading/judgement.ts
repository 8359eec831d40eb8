import type { CellAddress } from '../cells/address';
import type { CalendarDate } from '../cells/date';
import type { Decimal } from '../engine/decimal';
import type { AnyInputName } from '../forms/form8606';
import type { Answer, Role } from '../plan/plan';
import type { SourceContext } from './context';
import type { Asked } from './facts';
import type { GridCell } from './grid';
import type { Concept } from './vocabulary';

/** What a row says beside its amount. */
export interface RowFacts {
  /** The cell whose amount is judged. */
  readonly cell: GridCell;
  /** What it comes to, in dollars; undefined where that is blank or asked. */
  readonly amount?: Decimal;
  /** The words of the row by what its columns hold. */
  readonly texts: readonly RowText[];
  readonly date: DateFound;
  /** The tax year that the row, its label or its header states; not the year of a date. */
  readonly year: YearFound;
  /** What the preparer answered about the row. */
  readonly answer: Answer | undefined;
  /** The whole selection is of the one year that the plan asks for, as far as its dates say. */
  readonly selectionIsOfPlanYear: boolean;
  /** The header says that these contributions were not deducted. */
  readonly headedNondeductible: boolean;
}

export interface RowText {
  readonly cell: GridCell;
  readonly text: string;
  readonly concept: Concept | null;
}

export type DateFound =
  | { readonly kind: 'none' }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'unclear'; readonly why: string };

export type YearFound =
  | { readonly kind: 'none' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'unclear'; readonly why: string };

/** What a role makes of a row: it counts for an input of a year, it does not count, or that has to be asked. */
export type Judgement =
  | { readonly kind: 'count'; readonly input: AnyInputName; readonly year: number; readonly note: string; readonly nondeductible?: boolean }
  | { readonly kind: 'exclude'; readonly reason: string; readonly accountType?: string }
  | { readonly kind: 'ask'; readonly code: string; readonly why: string; readonly choices: Asked['choices'] };

/** How the amounts of a role may be signed. */
export type Signs =
  /** A negative amount is asked: it says something else than the role does. */
  | 'positive'
  /** Money that leaves an account may be shown as negative throughout; a mixture is asked. */
  | 'outflow'
  /** The sign says which of two inputs is meant. */
  | 'either';

/** How a role reads a list of rows with one amount each. */
export interface ListRole {
  readonly role: Role;
  /** What its amount column may be headed, the most telling first. */
  readonly headed: readonly Concept[];
  readonly signs: Signs;
  /** Its words may state the date and the year ("Roth conversion 1/22/2025"). Those of an account may speak of anything. */
  readonly datedInWords: boolean;
  readonly judge: (row: RowFacts, context: SourceContext, negative: boolean) => Judgement;
  /** What to make of a row whose amount is blank: ask, or pass over it as a note. */
  readonly asksForBlank: (row: RowFacts, context: SourceContext) => boolean;
}

export const excludeChoice = { answer: 'exclude', says: 'Leave it out' } as const;
export const includeChoice = { answer: 'include', says: 'Count it' } as const;

export const yearChoices = (years: readonly number[]): Asked['choices'] => years.map((year) => ({ answer: { year }, says: `It is for ${year}` }));

/** The cell that says what an amount is: its account type, or else the first words of the row. */
export const labelOf = ({ texts }: RowFacts): CellAddress | null =>
  (texts.find(({ concept }) => concept === 'account_type') ?? texts.find(({ concept }) => concept !== 'notes' && concept !== 'source'))?.cell.address ?? null;

/** The words that say what a row is, without its notes and references. */
export const wordsOfRow = ({ texts }: RowFacts): string =>
  texts.filter(({ concept }) => concept !== 'notes' && concept !== 'source' && concept !== 'filed' && concept !== 'account_number').map(({ text }) => text).join(' | ');
