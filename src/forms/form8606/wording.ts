import { Refusal } from '../../engine/refusal';
import { revisions, type Revision, type WordedLine } from './revisions';

/**
 * What a line of Form 8606 says, by the revision of the form. A wording holds only for the years that it names: no year
 * takes over the words of another in silence. Two years borrow, and say so: of the 2024 form only the beginning has been
 * seen, and the 2026 form is not yet published.
 */
const borrowed: ReadonlyMap<number, { readonly from: number; readonly remark: string }> = new Map([
  [2024, { from: 2025, remark: '2025 wording; the 2024 form has not been seen whole' }],
  [2026, { from: 2025, remark: '2025 wording; the 2026 form is not yet published' }],
]);

/** The years for which the form has words here. */
export const FIRST_REVISION = 2018;
export const LATEST_REVISION = 2025;
const LAST_YEAR = 2026;

/**
 * The words of a line for a year, from 2018 to 2026. References to the instructions are left out, and the last day for
 * contributions is the one that the law set, which was postponed for 2019 and 2020 after the form had been printed.
 *
 * @throws Refusal TAX_YEAR_NOT_COVERED for another year.
 */
export const wordingOf = (line: WordedLine) => (year: number): string => {
  if (!Number.isInteger(year) || year < FIRST_REVISION || year > LAST_YEAR) {
    throw new Refusal('TAX_YEAR_NOT_COVERED', 'year', String(year), `${FIRST_REVISION}-${LAST_YEAR}`,
      `Form 8606 for ${year} is not covered; its words are known for ${FIRST_REVISION} to ${LAST_YEAR}. `
      + 'An earlier year may still be worked out as part of a chain of years, without a tab of its own.');
  }
  const own = textFor(line, year);
  if (own) return own(year);
  const loan = borrowed.get(year);
  const text = loan && textFor(line, loan.from);
  if (!text) throw new Error(`Line ${line} of Form 8606 (${year}) has no wording.`);
  return `${text(year)}${marked(loan.remark)}`;
};

const marked = (remark: string): string => ` [${remark}]`;

/** Whose words a year's lines have, where they are borrowed; null where they are its own. */
export const borrowedWords = (year: number): string | null => borrowed.get(year)?.remark ?? null;

/** A line's words without saying that they are borrowed, for where that is said once of all lines. */
export const withoutRemark = (words: string, year: number): string => {
  const remark = borrowedWords(year);
  return remark !== null && words.endsWith(marked(remark)) ? words.slice(0, -marked(remark).length) : words;
};

const textFor = (line: WordedLine, year: number): Revision['text'] | undefined => {
  const known: readonly Revision[] = revisions[line];
  return known.find(({ from, to }) => from <= year && year <= to)?.text;
};
