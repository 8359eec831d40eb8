import { quoted } from '../../cells/quoted';
import { parseRange } from '../../cells/address';
import { Refusal } from '../../engine/refusal';
import { coveredYears } from '../../law';
import { persons, type Person } from '../../plan/plan';
import { enteredAs, neededAmount } from '../kinds';
import type { Edition } from './columns';
import type { TrackerRow } from './tracker';
import { covered } from './words';

/** Whose a table of the user's is: one person's, or both persons', which it then says itself. */
export type Whose = Person | 'both';

/** What is asked for: where the tracker goes, how it works its figures out, and which years of whom it begins with. */
export interface TrackerRequest {
  readonly place: 'selection' | 'new tab';
  readonly edition: Edition;
  readonly namespace: string;
  readonly persons: readonly Person[];
  readonly years: readonly number[];
  /** Basis before the first year of a person, in dollars; blank where it was not said. */
  readonly basisBefore: Readonly<Partial<Record<Person, number>>>;
  /** A table of the user's with a row per year, whose years are taken instead. */
  readonly source: { readonly range: string; readonly whose: Whose } | null;
}

const refuse = (argument: string, value: unknown, limit: string): never => {
  throw new Refusal('NOT_A_CHOICE', argument, quoted(value), limit, `${argument} is ${quoted(value)}; it must be ${limit}.`);
};

const oneOf = <Option extends string>(argument: string, value: unknown, options: readonly Option[]): Option =>
  options.find((option) => option === value) ?? refuse(argument, value, options.map((option) => `"${option}"`).join(' or '));

/** The functions' namespace: that of the add-in, or of its development edition. */
export const readNamespace = (value: unknown): string => oneOf('namespace', value ?? 'BASIS', ['BASIS', 'BASISDEV']);

/**
 * Reads `{ place, edition, namespace, whose, firstYear, lastYear, basisBefore: { T, S }, source }`.
 *
 * @throws Refusal for anything that is none of these.
 */
export const readTrackerRequest = (request: unknown): TrackerRequest => {
  const asked = (typeof request === 'object' && request !== null ? request : {}) as Readonly<Record<string, unknown>>;
  const keys = ['place', 'edition', 'namespace', 'whose', 'firstYear', 'lastYear', 'basisBefore', 'source'];
  const unknown = Object.keys(asked).find((key) => !keys.includes(key));
  if (unknown !== undefined) refuse('request', unknown, `one of ${keys.join(', ')}`);
  const whose = oneOf<Whose>('whose', asked.whose, ['T', 'S', 'both']);
  const source = asked.source === undefined || asked.source === null ? null : { range: readRange(asked.source), whose };
  return {
    place: oneOf('place', asked.place, ['selection', 'new tab']),
    edition: oneOf('edition', asked.edition, ['functions', 'plain']),
    namespace: readNamespace(asked.namespace),
    persons: whose === 'both' ? persons : [whose],
    years: source === null ? yearsFrom(asked.firstYear, asked.lastYear) : [],
    basisBefore: basisOf((asked.basisBefore ?? {}) as Readonly<Record<string, unknown>>),
    source,
  };
};

const readRange = (value: unknown): string => {
  const range = String(value);
  parseRange(range);
  return range;
};

const yearsFrom = (first: unknown, last: unknown): readonly number[] => {
  const limit = `a tax year from ${covered.firstYear} to ${covered.lastYear}`;
  const [from, to] = [['firstYear', first], ['lastYear', last]].map(([name, year]) => coveredYears.find((one) => one === year) ?? refuse(String(name), year, limit));
  const years = coveredYears.filter((year) => year >= from! && year <= to!);
  return years.length > 0 ? years : refuse('lastYear', last, `${String(first)} or later`);
};

const basisOf = (given: Readonly<Record<string, unknown>>): TrackerRequest['basisBefore'] => Object.fromEntries(persons.flatMap((person) => {
  const amount = enteredAs(neededAmount(), String(given[person] ?? ''), `Basis before the first year (${person})`);
  return amount === null ? [] : [[person, amount]];
}));

/** The rows of years that nothing is known of yet. */
export const emptyRows = ({ persons: whose, years, basisBefore }: TrackerRequest): readonly TrackerRow[] => whose.flatMap((person) => years.map((year, index) => ({
  year, person, ...(index === 0 && basisBefore[person] !== undefined ? { before: basisBefore[person] } : {}),
})));
