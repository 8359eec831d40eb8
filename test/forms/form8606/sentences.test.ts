import type { Settings } from '../../../src/engine/term';
import { form8606, form8606Entries, form8606Lines } from '../../../src/forms/form8606';
import { partIII, partIIIEntries } from '../../../src/forms/form8606/partIII';
import { dollars } from '../../support/returns';

/** What a reviewer reads beside each line. The returns are wb02 of the sample workbooks and made-up ones; read them aloud. */
const exact: Settings = { unit: 'cents', ratioPlaces: 'exact' };
const wholeDollars: Settings = { unit: 'dollars', ratioPlaces: 3 };

describe('Form 8606, how each line was reached', () => {
  it('is told in one sentence a line, with the numbers in it (an account list of 134,263.23 and a conversion of 7,000)', () => {
    const form = form8606(dollars({ contributionsInYear: 7_000, priorBasis: 0, accountValues: '134263.23', conversions: 7_000 }), exact);
    expect(form8606Lines.map((id) => form.explain(id))).toEqual([
      'Line 1 is 7,000: contributions made during the year (7,000).',
      'Line 2 is 0: nothing was entered.',
      'Line 3 is 7,000: line 1 (7,000) plus line 2 (0).',
      'Line 4 is 0: nothing was contributed after year end.',
      'Line 5 is 7,000: line 3 (7,000) less line 4 (0).',
      'Line 6 is 134,263.23: value of the traditional, SEP and SIMPLE IRAs on 31 December (134,263.23).',
      'Line 7 is 0: distributions (0).',
      'Line 8 is 7,000: the net amount converted (7,000).',
      'Line 9 is 141,263.23: line 6 (134,263.23) plus line 7 (0) plus line 8 (7,000).',
      'Line 10 is 0.0495528808: line 5 (7,000) divided by line 9 (141,263.23), not rounded (shown to 10 places).',
      'Line 11 is 346.87: line 8 (7,000) times line 10 (0.0495528808).',
      'Line 12 is 0: line 7 (0) times line 10 (0.0495528808).',
      'Line 13 is 346.87: line 11 (346.87) plus line 12 (0).',
      'Line 14 is 6,653.13: line 3 (7,000) less line 13 (346.87).',
      'Line 15a is 0: line 7 (0) less line 12 (0).',
      'Line 15b is 0: there were no qualified disaster distributions.',
      'Line 15c is 0: line 15a (0) less line 15b (0).',
      'Line 16 is 7,000: the net amount converted (7,000).',
      'Line 17 is 346.87: line 11 (346.87).',
      'Line 18 is 6,653.13: line 16 (7,000) less line 17 (346.87).',
    ]);
    expect(form.explain('Part I completed')).toBe('Yes: Part I is completed, because a nondeductible contribution was made for the year.');
    expect(form.explain('To Form 1040, line 4b')).toBe('To Form 1040, line 4b is 6,653.13: taxable distributions (0) plus taxable conversion (6,653.13).');
  });

  const withEverything = form8606(dollars({
    contributionsInYear: 4_500, contributionsAfterYearEnd: 2_500, deducted: 1_000, priorBasis: '1234.56', accountValues: '93000.40', outstandingRollovers: 500,
    sameYearRepayments: 200, distributions: '500.25', conversions: 6_000, disasterDistributions: 250, repayments: 900,
  }), wholeDollars);

  for (const { of, sentence } of [
    { of: '1', sentence: 'Line 1 is 6,000: contributions made during the year (4,500) plus contributions made after year end (2,500) less contributions deducted (1,000).' },
    { of: '2', sentence: 'Line 2 is 1,235: basis carried from earlier years (1,234.56), rounded to whole dollars.' },
    { of: '4', sentence: 'Line 4 is 1,500: 2,500 was contributed after year end, and 4,500 during the year, which is counted as the nondeductible part first.' },
    { of: '10', sentence: 'Line 10 is 0.057: line 5 (5,735) divided by line 9 (99,800), rounded to 3 places.' },
    { of: '15b', sentence: 'Line 15b is 236: line 15a (471) times qualified disaster distributions (250) over line 7 (500).' },
    { of: '15c', sentence: 'Line 15c is 0: line 15a (471) less line 15b (236) less repayments treated as rollovers (900), which would be below zero.' },
  ]) {
    it(`names roundings, elections and floors: ${sentence}`, () => {
      expect(withEverything.explain(of)).toBe(sentence);
    });
  }

  it('says where rounding was held: line 11 at line 5, line 10 at 1', () => {
    const penny = form8606(dollars({ contributionsInYear: 7_000, accountValues: 0, conversions: '7000.53' }), wholeDollars);
    expect(penny.explain('11')).toBe('Line 11 is 7,000: line 8 (7,001) times line 10 (1), held at line 5 (7,000).');
    const loss = form8606(dollars({ contributionsInYear: 7_000, accountValues: 0, conversions: 6_900 }), exact);
    expect(loss.explain('10')).toBe('Line 10 is 1: line 5 (7,000) divided by line 9 (6,900), and never more than 1.');
  });

  it('says why lines are blank: nothing moved, or Part I is not required', () => {
    const contributed = form8606(dollars({ contributionsInYear: 7_000 }), exact);
    expect(contributed.explain('10')).toBe('Line 10 is left blank: no distribution was taken and nothing was converted.');
    expect(contributed.explain('18')).toBe('Line 18 is left blank: nothing was converted.');
    const allConverted = form8606(dollars({ priorBasis: 6_000, accountValues: 0, conversions: 5_900 }), exact);
    expect(allConverted.explain('13')).toBe('Line 13 is left blank: Part I is not required.');
    expect(allConverted.explain('17')).toBe('Line 17 is 6,000: Part I is not completed, so all basis from before counts: basis carried from earlier years (6,000).');
    expect(allConverted.explain('Part I completed')).toBe(
      'No: Part I is not required, because nothing nondeductible was contributed for the year and no distribution was taken and nothing was left at year end: all was converted.',
    );
  });

  it('tells every step, question and result too', () => {
    for (const { id } of form8606Entries) expect(withEverything.explain(id)).toMatch(/^.{2,}: .{3,}\.$/u);
  });
});

describe('Form 8606, Part III, how each line was reached', () => {
  it('is told in one sentence a line (30,000 taken, 12,000 for a first home after 1,500 before)', () => {
    const form = partIII(dollars({
      nonqualified: 30_000, homebuyer: 12_000, earlierHomebuyer: 1_500, contributionBasis: 10_000, conversionBasis: 5_000, disasterDistributions: 4_000, repayments: 1_000,
    }), wholeDollars);
    expect(partIIIEntries.map(({ id }) => form.explain(id))).toEqual([
      'Yes: a nonqualified distribution was taken, because the nonqualified distributions are more than zero.',
      'Line 19 is 30,000: nonqualified distributions (30,000).',
      'Line 20 is 8,500: first-time homebuyer expenses (12,000), held at the lifetime limit (10,000) less homebuyer distributions of earlier years (1,500).',
      'Line 21 is 21,500: line 19 (30,000) less line 20 (8,500).',
      'Line 22 is 10,000: basis in Roth contributions (10,000).',
      'Yes: line 21 is more than zero, because something is left after homebuyer expenses.',
      'Line 23 is 11,500: line 21 (21,500) less line 22 (10,000).',
      'Yes: line 23 is more than zero, because the distribution is more than the contributions.',
      'Line 24 is 5,000: basis in conversions and plan rollovers (5,000).',
      'Line 25a is 6,500: line 23 (11,500) less line 24 (5,000).',
      'Yes: line 25a is more than zero, because earnings were distributed.',
      'Line 25b is 1,209: line 25a (6,500) times qualified disaster distributions (4,000) over line 21 (21,500).',
      'Line 25c is 4,291: line 25a (6,500) less line 25b (1,209) less repayments treated as rollovers (1,000).',
      'Taxable Roth distributions is 4,291: line 25c (4,291).',
      'Repayments for a later line 22 is 0: repayments treated as rollovers (1,000) less what line 25b leaves of line 25a, which would be below zero.',
      'Contribution basis left is 0: basis in Roth contributions (10,000) less nonqualified distributions (30,000), which would be below zero.',
      'Conversion basis left is 0: basis in conversions and plan rollovers (5,000) less what the distribution took beyond contributions, which would be below zero.',
    ]);
  });
});
