import { FORM8606_LINE, omitted } from './excel';

const refused = (error: string, sentence: RegExp): unknown => ({ error, sentence: expect.stringMatching(sentence) as string });

describe('FORM8606_LINE', () => {
  /** dmertz 2017 at ttlc.intuit.com: 5,500 contributed, 2,500 of it next year, basis 4,700, value 3,047, converted 4,900, 3 places. */
  it.each<[number | string, number | string]>([
    [1, 5500], [2, 4700], [3, 10200], [4, 2500], [5, 7700], [6, 3047], [7, 0], [8, 4900], [9, 7947], [10, 0.969], [11, 4748], [12, 0],
    [13, 4748], [14, 5452], ['15a', 0], ['15b', 0], ['15c', 0], [16, 4900], [17, 4748], [18, 152],
  ])('line %s of a published form is %d', (line, shows) => {
    expect(FORM8606_LINE(line, 5500, 4700, 2500, 3047, 0, 4900, 3, 'dollars')).toBe(shows);
  });

  it('takes the line as a number or as text, with or without the word', () => {
    for (const line of [18, '18', ' 18 ', 'Line 18', 'line18']) expect(FORM8606_LINE(line, 7000, 0, 0, 93000, 0, 7000)).toBe(6510);
    for (const line of ['15a', '15A', 'Line 15 a']) expect(FORM8606_LINE(line, 0, 10000, 0, 30000, 10000, 0)).toBe(7500);
  });

  it('shows the question after line 3 answered No: lines 4 to 13 and 15 blank, line 14 as line 3', () => {
    const line = (id: string): unknown => FORM8606_LINE(id, 7000, 3000, 7000, 50000, 0, 0);
    expect(['1', '2', '3', '4', '9', '10', '13', '14', '15c', '16', '18'].map(line)).toEqual([7000, 3000, 10000, '', '', '', '', 10000, '', '', '']);
  });

  it('leaves Part I blank where it is not required, and takes the basis on line 17', () => {
    const line = (id: string): unknown => FORM8606_LINE(id, 0, 7000, 0, 0, 0, 7010);
    expect(['1', '3', '14', '16', '17', '18'].map(line)).toEqual(['', '', '', 7010, 7000, 10]);
  });

  it('divides a disaster distribution as the instructions do: 30,000 x 22,000 / 33,000 (2023, line 15b)', () => {
    const line = (id: string): unknown => FORM8606_LINE(id, 0, 3000, 0, 0, 33000, 0, omitted, omitted, 22000);
    expect(['15a', '15b', '15c'].map(line)).toEqual([30000, 20000, 10000]);
  });

  it('takes repayments off line 15c', () => {
    expect(FORM8606_LINE('15c', 0, 3000, 0, 0, 33000, 0, omitted, omitted, omitted, 5000)).toBe(25000);
  });

  it.each([['19', /Form 8606, Parts I and II, lacks; give one of: 1, 2, 3,/u], ['x', /^line is "x"/u], [15, /^line is 15,/u], [omitted, /^line is missing/u]])(
    'refuses the line %s, naming those there are', (line, sentence) => {
      expect(FORM8606_LINE(line, 1, 0, 0, 0, 0, 0)).toEqual(refused('#VALUE!', sentence));
    });

  it.each([[7_000, true], [7_001, false]])('of contributions of 7,000, %i were made next year: %s', (madeNextYear, fits) => {
    const shows = FORM8606_LINE(3, 7000, 5000, madeNextYear, 0, 0, 1000);
    if (fits) expect(shows).toBe(12000);
    else expect(shows).toEqual(refused('#VALUE!', /^of_which_made_next_year is 7,001, more than nondeductible_contributions of 7,000/u));
  });

  it.each(['nondeductible_contributions', 'prior_basis', 'of_which_made_next_year', 'line6_value', 'distributions', 'converted'])(
    'asks for %s by name where it is left out', (name) => {
      const names = ['line', 'nondeductible_contributions', 'prior_basis', 'of_which_made_next_year', 'line6_value', 'distributions', 'converted'];
      expect(FORM8606_LINE(...['18', 0, 0, 0, 0, 0, 0].map((value, at) => (names[at] === name ? omitted : value))))
        .toEqual(refused('#VALUE!', new RegExp(`^${name} is missing; give an amount, 0 if there was none`, 'u')));
    });
});
