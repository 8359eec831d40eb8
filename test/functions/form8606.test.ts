import { form8606Entries, form8606Lines } from '../../src/forms/form8606';
import { ExcelError, FORM8606, FORM8606_LINE, omitted } from './excel';

const refused = (error: string, sentence: RegExp): unknown => ({ error, sentence: expect.stringMatching(sentence) as string });

/** dmertz 2017 at ttlc.intuit.com: 5,500 contributed, 2,500 of it next year, basis 4,700, value 3,047, converted 4,900, 3 places. */
const published = [5500, 4700, 2500, 3047, 0, 4900, 3, 'dollars'] as const;

describe('FORM8606', () => {
  it('spills a row per line of Parts I and II, in the order of the form: line, description, amount', () => {
    const rows = FORM8606(...published) as (number | string)[][];
    expect(rows.map(([line]) => line)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15a', '15b', '15c', '16', '17', '18']);
    expect(rows.map(([, , amount]) => amount)).toEqual([5500, 4700, 10200, 2500, 7700, 3047, 0, 4900, 7947, 0.969, 4748, 0, 4748, 5452, 0, 0, 0, 4900, 4748, 152]);
    expect(rows.every((row) => row.length === 3)).toBe(true);
  });

  it.each([
    { year: 'a conversion with late money', typed: published },
    { year: 'nothing distributed or converted, so lines 4 to 13 are blank', typed: [7000, 3000, 7000, 50000, 0, 0] },
    { year: 'Part I not required', typed: [0, 7000, 0, 0, 0, 7010] },
    { year: 'disaster distributions and repayments', typed: [0, 3000, 0, 0, 33000, 0, omitted, omitted, 22000, 5000] },
  ])('agrees with FORM8606_LINE line by line: $year', ({ typed }) => {
    const rows = FORM8606(...typed) as (number | string)[][];
    expect(rows.map(([, , amount]) => amount)).toEqual(form8606Lines.map((line) => FORM8606_LINE(line, ...typed)));
  });

  it('describes each line in the words of the 2025 form (Form 8606 (2025))', () => {
    const rows = FORM8606(...published) as string[][];
    expect(rows.map(([, says]) => says)).toEqual(
      form8606Entries.filter(({ kind }) => kind === 'line').map(({ label }) => label(2025)));
    expect(rows.find(([line]) => line === '2')?.[1]).toBe('Enter your total basis in traditional IRAs');
    expect(rows.find(([line]) => line === '3')?.[1]).toBe('Add lines 1 and 2');
  });

  it('shows one error and no half of a form where an amount is refused', () => {
    expect(FORM8606(7000, 0, 7001, 0, 0, 0)).toEqual(refused('#VALUE!', /^of_which_made_next_year is 7,001, more than nondeductible_contributions of 7,000/u));
    expect(FORM8606(7000, 0, 0, new ExcelError('#N/A'), 0, 7000)).toEqual(refused('#N/A', /^line6_value holds the error #N\/A/u));
    expect(FORM8606(7000, 0, 0, omitted, 0, 7000)).toEqual(refused('#VALUE!', /^line6_value is missing/u));
  });
});
