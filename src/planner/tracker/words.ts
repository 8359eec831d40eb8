import { coveredYears } from '../../law';

const [firstYear, lastYear] = [coveredYears[0]!, coveredYears.at(-1)!];
export const covered = { firstYear, lastYear } as const;

/** What the column Look says of a row that shows no figures, and the sentence beside it. */
export const looksAt = {
  'year?': `Enter a tax year from ${firstYear} to ${lastYear}; no other is covered.`,
  'person?': 'Enter the person, for example T or S: each person has an own pool and an own form.',
  'order?': 'Each year of a person once, the earlier year above the later: sort the rows by person and year.',
  'amount?': 'Contributed, made next year, converted, distributed and value are amounts in dollars, 0 or more; made next year is never more than contributed.',
  'date?': 'Made on and Converted on are dates, or blank; Of which made next year is an amount.',
  'early?': 'Made before the year: the contribution is for an earlier year, or the date is wrong.',
  'late?': 'Made after the last day for this year (Contribute by): it is for the next year.',
  'next year?': 'The date lies in the next year, and nothing is counted as made next year: correct one of them.',
  'converted?': 'A conversion counts in the calendar year in which it is made: it belongs in the row of that year.',
  'basis?': 'Enter the basis before the first year of this person: line 14 of the last Form 8606 filed, 0 if none was.',
  'before?': 'The row of this person\'s year before shows no basis carried: put it right first.',
  'value?': 'Enter the value of all traditional, SEP and SIMPLE IRAs on 31 December, 0 if nothing was left: blank is not zero.',
  'too large': 'Basis and conversion are too large for plain formulas in cents: use the tracker with BASIS functions.',
} as const;

export type LookCode = keyof typeof looksAt;
