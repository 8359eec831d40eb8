import { omitted, ROTH_DISTRIBUTION } from './excel';

const refused = (error: string, sentence: RegExp): unknown => ({ error, sentence: expect.stringMatching(sentence) as string });

describe('ROTH_DISTRIBUTION', () => {
  /** 20,000 taken, 12,000 of contributions and 5,000 of conversions: each line subtracted by hand as Part III says. */
  it.each<[string | number, number]>([
    [19, 20000], ['20', 0], ['21', 20000], ['22', 12000], ['23', 8000], ['24', 5000], ['25a', 3000], ['25b', 0], ['Line 25c', 3000],
  ])('line %s is the one before it less its own (Form 8606 (2025), Part III): %d', (line, shows) => {
    expect(ROTH_DISTRIBUTION(line, 20000, 0, 12000, 5000)).toBe(shows);
  });

  it.each([[9_999, 9_999], [10_000, 10_000], [10_001, 10_000]])('counts homebuyer expenses of %i as %i: 10,000 in a lifetime (26 U.S.C. 72(t)(8)(B))', (spent, counted) => {
    expect(ROTH_DISTRIBUTION('20', 30000, spent, 0, 0)).toBe(counted);
  });

  it.each([[7_999, 1], [8_000, 0], [8_001, 0]])('of 8,000 taken with %i of contributions, line 23 is %i', (contributions, line23) => {
    expect(ROTH_DISTRIBUTION('23', 8000, 0, contributions, 0)).toBe(line23);
    expect(ROTH_DISTRIBUTION('24', 8000, 0, contributions, 5)).toBe(line23 === 0 ? '' : 5);
  });

  it('leaves every line blank where nothing was taken, and all after line 22 where line 21 is zero', () => {
    expect(['19', '21', '25c'].map((id) => ROTH_DISTRIBUTION(id, 0, 0, 12000, 5000))).toEqual(['', '', '']);
    expect(['21', '22', '23', '25c'].map((id) => ROTH_DISTRIBUTION(id, 5000, 5000, 0, 0))).toEqual([0, 0, '', '']);
  });

  /** Instructions for Form 8606 (2023), line 25b, by the first example of line 15b: 30,000 x 22,000 / 33,000. */
  it('gives disasters their share, and takes repayments off what is left', () => {
    const line = (id: string, repaid: number): unknown => ROTH_DISTRIBUTION(id, 33000, 0, 3000, 0, 22000, repaid);
    expect(['25a', '25b', '25c'].map((id) => line(id, 0))).toEqual([30000, 20000, 10000]);
    expect([9_999, 10_000, 10_001].map((repaid) => line('25c', repaid))).toEqual([1, 0, 0]);
  });

  it('refuses more disaster distributions than distributions', () => {
    expect(ROTH_DISTRIBUTION('25c', 1000, 0, 0, 0, 1000)).toBe(0);
    expect(ROTH_DISTRIBUTION('25c', 1000, 0, 0, 0, 1000.01)).toEqual(refused('#VALUE!', /^Qualified disaster distributions: 1,000\.01, but nonqualified distributions/u));
  });

  it.each([['18', /^line is "18", which Form 8606, Part III, lacks; give one of: 19, 20, 21,/u], ['25', /^line is "25"/u], [omitted, /^line is missing/u]])(
    'refuses the line %s, naming those there are', (line, sentence) => {
      expect(ROTH_DISTRIBUTION(line, 1, 0, 0, 0)).toEqual(refused('#VALUE!', sentence));
    });

  it.each(['nonqualified', 'homebuyer', 'contribution_basis', 'conversion_basis'])('asks for %s by name where it is left out', (name) => {
    const names = ['line', 'nonqualified', 'homebuyer', 'contribution_basis', 'conversion_basis'];
    expect(ROTH_DISTRIBUTION(...['25c', 0, 0, 0, 0].map((value, at) => (names[at] === name ? omitted : value))))
      .toEqual(refused('#VALUE!', new RegExp(`^${name} is missing; give an amount, 0 if there was none`, 'u')));
  });
});
