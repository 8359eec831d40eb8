import type { AnyInputName } from '../forms/form8606';
import type { TabContent } from './content';
import type { SupportRow } from './support';

/** What a row of the support counts for: an input of a year. */
export const supportKey = (year: number, input: AnyInputName): string => `${year}|${input}`;

/**
 * The schedules of the support: a reviewer goes through the accounts first, then the contributions, then what left them. A
 * row's reference is its schedule's letter and its place in the list, which never changes; so a row that is added later
 * stands at the end, whatever its letter.
 */
const letters = {
  A: 'accounts and the rest of line 6', B: 'contributions', C: 'conversions and distributions', D: 'basis', E: 'Roth IRAs', N: 'not counted', Q: 'open question',
} as const;

type Letter = keyof typeof letters;

export const schedulesInWords = Object.entries(letters).map(([letter, holds]) => `${letter} ${holds}`).join(', ');

const byLine: Readonly<Record<string, Letter>> = { '1': 'B', '2': 'D', '4': 'B', '6': 'A', '7': 'C', '8': 'C', '15b': 'C', '15c': 'C', '-': 'N', '?': 'Q' };

/** Lines of Part III are those from 19 on. */
const letterOf = ({ line }: Pick<SupportRow, 'line'>): Letter => byLine[line] ?? 'E';

export const referenceOf = (row: Pick<SupportRow, 'line'>, index: number): string => `${letterOf(row)}${index + 1}`;

const inOrder = Object.keys(letters) as Letter[];

/** Rows of a tab that is new, schedule by schedule, each in the order in which it was read. */
export const bySchedule = (rows: readonly SupportRow[]): readonly SupportRow[] =>
  [...rows].sort((one, other) => inOrder.indexOf(letterOf(one)) - inOrder.indexOf(letterOf(other)));

/** So many references are listed; more are counted. */
const LISTED = 4;

/** Where the rows stand that an input of this year is built up from; empty where there are none. */
export const refsOf = ({ support, year }: Pick<TabContent, 'support' | 'year'>, name: AnyInputName): string => {
  const refs = support.flatMap((row, index) => (row.key === supportKey(year, name) ? [referenceOf(row, index)] : []));
  return refs.length <= LISTED ? refs.join(', ') : `${refs[0]!} and ${refs.length - 1} more`;
};
