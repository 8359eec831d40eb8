import { cellKey, parseCell, parseRange, type RangeAddress } from '../cells/address';
import type { Scale } from '../cells/amount';
import type { RatioPlaces, Unit } from '../engine/term';
import type { Kind } from './kinds';
import type { Person, Role } from './roles';

export { kindNames, kinds, type Kind } from './kinds';
export { persons, roleNames, roles, type Person, type Role } from './roles';
export { validatePlan } from './validatePlan';

/** Who, which years, and which ranges play which role. The pane builds it, the workbook keeps it, the command line takes it. */
export interface Plan {
  readonly person: Person;
  /** The client, as it is to stand on the tab; empty where it was not given. */
  readonly name: string;
  /** A tab each. Earlier years that a source holds feed line 2 without a tab. */
  readonly year: number | readonly number[];
  readonly rounding: Unit;
  readonly ratioPlaces: RatioPlaces;
  readonly sources: readonly Source[];
  /** What the preparer answered, by the cell that was asked about (quoted A1, as formatCell writes it). */
  readonly answers: Readonly<Record<string, Answer>>;
  /** What the preparer said when asked outright for a SEP or SIMPLE IRA; absent where nobody was asked. */
  readonly sepOrSimple?: SepOrSimple;
}

/** Whether the person has a SEP or SIMPLE IRA: none, or one whose value stands in a range. No sheet can say that one is missing. */
export const sepOrSimpleAnswers = ['none', 'in a range'] as const;
export type SepOrSimple = typeof sepOrSimpleAnswers[number];

export interface Source {
  readonly role: Role;
  /** Quoted A1 with its sheet, as formatRange writes it. */
  readonly range: string;
  /** Whose the range is where it does not say so itself. */
  readonly owner?: Person;
  /** The letters of the sheet column that names the owner of each row. */
  readonly ownerColumn?: string;
  /** Whose each sheet column is, by its letters. */
  readonly owners?: Readonly<Record<string, Person | 'ignore'>>;
  /** A remark of whoever made the plan. It is kept and not read. */
  readonly note?: string;
}

/** What a plan says of a range besides what it holds. */
export type SourceDetails = Omit<Source, 'role' | 'range'>;

export const detailsOfSource = ({ role: _, range: __, ...details }: Source): SourceDetails => details;

export type Answer = 'include' | 'exclude' | 'zero' | AnswerDetails;

/** What the preparer says of a cell. Several can be said of one cell. */
export interface AnswerDetails {
  /** Dollars, as exact decimal text, with its sign. */
  readonly amount?: string;
  readonly owner?: Person;
  readonly year?: number;
  readonly role?: Role;
  /** What a column holds: a name from the header vocabulary. */
  readonly column?: string;
  /** Beside something else that is said of the cell: that it counts ("include") or that it does not ("exclude"). */
  readonly counts?: boolean;
  /** How many dollars the sheet means by one: 1000 where its amounts are in thousands. */
  readonly scale?: Scale;
  /** How much of a year's contributions was deducted on Form 1040, in dollars. */
  readonly deducted?: string;
  /** What the money was, where no role says it. It takes the place of a role. */
  readonly kind?: Kind;
  /** How much of a distribution was converted to Roth, in dollars; the rest was not. */
  readonly converted?: string;
  /** How much of a contribution was made after year end, in dollars. */
  readonly late?: string;
  /** The basis in Roth contributions or in conversions that a distribution from a Roth IRA comes out of, in dollars. */
  readonly contributionBasis?: string;
  readonly conversionBasis?: string;
}

/** The years that a plan asks a tab for, the earliest first. */
export const yearsOf = (plan: Plan): readonly number[] => (typeof plan.year === 'number' ? [plan.year] : [...plan.year].sort((a, b) => a - b));

export const rangeOf = (source: Source): RangeAddress => parseRange(source.range);

/** The answers by cellKey, so that the capitals of a sheet's name do not matter. */
export const answersOf = (plan: Plan): ReadonlyMap<string, Answer> =>
  new Map(Object.entries(plan.answers).map(([cell, answer]) => [cellKey(parseCell(cell)), answer]));
