import { coveredYears } from '../../law';

const [firstYear, lastYear] = [coveredYears[0]!, coveredYears.at(-1)!];
export const covered = { firstYear, lastYear } as const;

/** What the column Look says of a row that shows no figures, and the sentence beside it. */
export const looksAt = {
  'year?': `Enter a tax year from ${firstYear} to ${lastYear}; no other is covered.`,
  'person?': 'Enter the owner, for example T or S: each person has an own pool and an own form.',
  'order?': 'Each year of a person once, the earlier above the later: sort by person and year.',
  'amount?': 'Amounts are in dollars, 0 or more; what was made next year is never more than what was contributed.',
  'date?': 'Date contributed and Date converted are dates, or blank; Made next year is an amount.',
  'early?': 'Made before the year: it is for an earlier year, or the date is wrong.',
  'late?': 'Made after the last day for this year (Contribute by): it is for the next year.',
  'next year?': 'It was contributed on a day of the next year, and Made next year is 0: correct one of them.',
  'converted?': 'A conversion counts in the calendar year in which it is made: it belongs in the row of that year.',
  'basis?': 'Enter the basis before this person\'s first year: line 14 of the last Form 8606 filed, or 0.',
  'before?': 'This person\'s year before shows no basis carried: put that row right first.',
  'value?': 'Enter the value of all traditional, SEP and SIMPLE IRAs on 31 December: blank is not zero.',
  'too large': 'Too large for plain formulas in cents: use the tracker with BASIS functions.',
} as const;

export type LookCode = keyof typeof looksAt;
