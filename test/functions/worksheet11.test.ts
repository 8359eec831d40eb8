import { omitted, PRORATA_TAXABLE, WORKSHEET_1_1 } from './excel';

const refused = (error: string, sentence: RegExp): unknown => ({ error, sentence: expect.stringMatching(sentence) as string });

describe('WORKSHEET_1_1', () => {
  /** Rose Green of Publication 590-B: 2,000 contributed, 300 of basis, 20,000 left at year end, 5,000 converted. */
  it.each<[string, number]>([
    ['1', 300], ['2', 2000], ['3', 2300], ['4', 20000], ['5', 5000], ['6', 25000], ['7', 0.092], ['8', 460], ['9', 4540], ['10', 4540], ['11', 0],
  ])('line %s of Rose Green is %d (Publication 590-B)', (line, shows) => {
    expect(WORKSHEET_1_1(line, 300, 2000, 20000, 0, 5000)).toBe(shows);
  });

  it('takes the line as a number or as text, with or without the word', () => {
    for (const line of [8, '8', ' 8 ', 'Line 8']) expect(WORKSHEET_1_1(line, 300, 2000, 20000, 0, 5000)).toBe(460);
  });

  /** A tenth is basis; of 9,000 taxable, 4,500 belongs to the 5,000 converted. */
  it('divides the taxable amount between what was converted and what was not', () => {
    const line = (id: string): unknown => WORKSHEET_1_1(id, 0, 7000, 60000, 5000, 5000);
    expect(['7', '8', '9', '10', '11'].map(line)).toEqual([0.1, 1000, 9000, 4500, 4500]);
  });

  it('stops at line 9 where nothing was converted, and at line 6 where nothing was distributed either: blank is not zero', () => {
    expect(['9', '10', '11'].map((id) => WORKSHEET_1_1(id, 0, 7000, 60000, 10000, 0))).toEqual([9000, '', '']);
    expect(['6', '7', '8', '9'].map((id) => WORKSHEET_1_1(id, 0, 7000, 60000, 0, 0))).toEqual([60000, '', '', '']);
  });

  it('rounds as it is told: 7,000 of 207,000 to 3 places, in whole dollars', () => {
    expect(['7', '8', '10'].map((id) => WORKSHEET_1_1(id, 0, 7000, 200000, 0, 7000, 3, 'dollars'))).toEqual([0.034, 238, 6762]);
  });

  it('agrees with lines 6 to 18 where no contribution was late', () => {
    expect(WORKSHEET_1_1('10', 1234.56, 6500, 87654.32, 0, 9876.54)).toBe(PRORATA_TAXABLE(9876.54, 7734.56, 87654.32));
  });

  it.each([['12', /^line is "12", which Worksheet 1-1 lacks; give one of: 1, 2, 3,/u], ['15a', /^line is "15a"/u], [omitted, /^line is missing/u], [0, /^line is missing/u]])(
    'refuses the line %s, naming those there are', (line, sentence) => {
      expect(WORKSHEET_1_1(line, 0, 0, 0, 0, 0)).toEqual(refused('#VALUE!', sentence));
    });

  it.each(['prior_basis', 'all_contributions', 'line6_value', 'distributions', 'converted'])('asks for %s by name where it is left out', (name) => {
    const names = ['line', 'prior_basis', 'all_contributions', 'line6_value', 'distributions', 'converted'];
    expect(WORKSHEET_1_1(...['8', 0, 0, 0, 0, 0].map((value, at) => (names[at] === name ? omitted : value))))
      .toEqual(refused('#VALUE!', new RegExp(`^${name} is missing; give an amount, 0 if there was none`, 'u')));
  });
});
