import { Refusal } from '../../../src/engine/refusal';
import { form8606Entries } from '../../../src/forms/form8606';
import { partIIIEntries } from '../../../src/forms/form8606/partIII';
import { revisions, type Revision, type WordedLine } from '../../../src/forms/form8606/revisions';
import { wordingOf } from '../../../src/forms/form8606/wording';

/** The words of the form by year: Form 8606 of 2018 to 2023 and 2025, printed by the IRS. */
const lines = Object.keys(revisions) as WordedLine[];
const printedYears = [2018, 2019, 2020, 2021, 2022, 2023, 2025] as const;

describe('Form 8606, its words by revision', () => {
  for (const line of lines) {
    it(`line ${line} has one wording for each revision that has been seen, and no gap in between`, () => {
      const known: readonly Revision[] = revisions[line];
      for (const year of printedYears) expect(known.filter(({ from, to }) => from <= year && year <= to)).toHaveLength(1);
      expect(known.every(({ from, to }) => from <= to && to <= 2025)).toBe(true);
    });

    it(`line ${line} names its own year and no other, save the year after on lines 1 and 4`, () => {
      for (const year of printedYears) {
        const years = [...wordingOf(line)(year).matchAll(/\b20\d{2}\b/gu)].map(([found]) => Number(found));
        expect(years.every((found) => found === year || (found === year + 1 && (line === '1' || line === '4')))).toBe(true);
      }
    });
  }

  it('every printed line and every question of the form that prints one takes its words from here', () => {
    for (const entry of [...form8606Entries, ...partIIIEntries]) {
      if (entry.kind === 'line') expect(entry.label(2025)).toBe(wordingOf(entry.id as WordedLine)(2025));
    }
  });

  for (const { line, year, words, source } of [
    { line: '1', year: 2025, words: 'Enter your nondeductible contributions to traditional IRAs for 2025, including those made for 2025 from January 1, 2026, through April 15, 2026', source: 'Form 8606 (2025)' },
    { line: '4', year: 2021, words: 'Enter those contributions included on line 1 that were made from January 1, 2022, through April 18, 2022', source: 'Form 8606 (2021)' },
    { line: '4', year: 2022, words: 'Enter those contributions included on line 1 that were made from January 1, 2023, through April 18, 2023', source: 'Form 8606 (2022)' },
    { line: '4', year: 2019, words: 'Enter those contributions included on line 1 that were made from January 1, 2020, through July 15, 2020', source: 'Notice 2020-23: the form prints April 15, 2020' },
    { line: '6', year: 2021, words: 'Enter the value of all your traditional, SEP, and SIMPLE IRAs as of December 31, 2021, plus any outstanding rollovers. Subtract any repayments of qualified disaster distributions (see 2021 Forms 8915-D and 8915-F)', source: 'Form 8606 (2021)' },
    { line: '6', year: 2025, words: 'Enter the value of all your traditional IRAs as of December 31, 2025, plus any outstanding rollovers. Subtract certain 2025 retirement plan distribution repayments treated as rollovers, if any', source: 'Form 8606 (2025)' },
    { line: '8', year: 2023, words: 'Enter the net amount you converted from traditional, traditional SEP, and traditional SIMPLE IRAs to Roth, Roth SEP, or Roth SIMPLE IRAs in 2023. Also, enter this amount on line 16', source: 'Form 8606 (2023)' },
    { line: '15c', year: 2018, words: 'Taxable amount. Subtract line 15b from line 15a. If more than zero, also include this amount on 2018 Form 1040, line 4b; or 2018 Form 1040NR, line 17b', source: 'Form 8606 (2018)' },
    { line: '15c', year: 2022, words: 'Taxable amount. Subtract line 15b from line 15a. If more than zero, also include this amount on 2022 Form 1040, 1040-SR, or 1040-NR, line 4b', source: 'Form 8606 (2022)' },
    { line: '20', year: 2018, words: 'Qualified first-time homebuyer expenses. Do not enter more than $10,000', source: 'Form 8606 (2018)' },
    { line: '25b', year: 2020, words: 'Enter the amount on line 25a attributable to qualified disaster distributions from 2020 Forms 8915-C, 8915-D, and 8915-E. Also, enter this amount on 2020 Form 8915-C, line 24; 2020 Form 8915-D, line 23; or 2020 Form 8915-E, line 14, as applicable', source: 'Form 8606 (2020)' },
  ] as const) {
    it(`line ${line} of ${year} reads "${words.slice(0, 60)}..." (${source})`, () => {
      expect(wordingOf(line)(year)).toBe(words);
    });
  }

  it('2026 is not yet published: every line has the words of 2025 for the year 2026, marked', () => {
    for (const line of lines) expect(wordingOf(line)(2026)).toMatch(/ \[2025 wording; the 2026 form is not yet published\]$/u);
    expect(wordingOf('14')(2026)).toContain('for 2026 and earlier years');
  });

  it('of 2024 only the beginning has been seen: a line whose words changed between 2023 and 2025 is marked, the others are not', () => {
    const marked = lines.filter((line) => wordingOf(line)(2024).endsWith(' [2025 wording; the 2024 form has not been seen whole]'));
    expect(marked).toEqual(['6', '7', '8', '11', '12', '16', '19', '22', '24', 'question after line 3', '15c', 'Part II', 'Part III', '25c'].sort(inFormOrder));
    expect(wordingOf('3')(2024)).toBe('Add lines 1 and 2');
  });

  for (const year of [2017, 2027, 2024.5, Number.NaN]) {
    it(`${year} is refused by name, with the covered years`, () => {
      expect(() => wordingOf('1')(year)).toThrow(expect.objectContaining({ code: 'TAX_YEAR_NOT_COVERED', limit: '2018-2026', value: String(year) }) as Refusal);
    });
  }
});

const inFormOrder = (a: string, b: string): number => lines.indexOf(a as WordedLine) - lines.indexOf(b as WordedLine);
