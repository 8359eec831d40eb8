import { amountOf, coveredYears, lawOf, yearsCovering } from '../../src/law';
import { amountNames, amounts, type AmountName } from '../../src/law/amounts';
import * as constants from '../../src/law/constants';
import type { Figure } from '../../src/law/figure';

/** Every covered figure of the table, with its year and name. */
const figures = coveredYears.flatMap((year) =>
  amountNames.flatMap((name) => {
    const figure = lawOf(year)[name];
    return figure.covered ? [{ year, name, figure }] : [];
  }));

const from = (first: number, last = 2026): number[] => coveredYears.filter((year) => year >= first && year <= last);

describe('The law table', () => {
  it('covers every tax year from 1998, the first of Roth IRAs, to 2026', () => {
    expect(coveredYears).toEqual(Array.from({ length: 29 }, (_, index) => 1998 + index));
  });

  it('knows every amount by words that a sentence can use', () => {
    expect(new Set(Object.values(amounts)).size).toBe(amountNames.length);
  });

  it.each(amountNames)('cites statute, announcement and source for every figure of %s', (name) => {
    const cited = figures.filter((entry) => entry.name === name);
    expect(cited.length).toBeGreaterThan(0);
    for (const { year, figure } of cited) {
      expect({ year, uncited: uncitedIn(figure) }).toEqual({ year, uncited: [] });
    }
  });

  it('calls a figure known to several only where it names two sources or more', () => {
    for (const { figure } of figures) {
      const distinct = new Set(figure.sources);
      expect(distinct.size).toBe(figure.sources.length);
      expect(figure.known).toBe(distinct.size > 1 ? 'several' : 'one');
    }
  });

  it('names, from 2009, the notice of the autumn before for every limit of section 415(d)', () => {
    for (const year of from(2009)) {
      for (const name of ['annualAdditions', 'electiveDeferrals', 'planCompensation'] as const) {
        const figure = lawOf(year)[name];
        expect(figure).toMatchObject({ announced: expect.stringMatching(new RegExp(`^Notice ${year - 1}-\\d+$`)) as string });
      }
    }
  });

  it('holds whole positive dollars', () => {
    for (const { figure } of figures) {
      expect(figure.amount.isInteger() && figure.amount.isPositive() && !figure.amount.isZero()).toBe(true);
    }
  });

  it.each(amountNames)('never lowers %s from one covered year to the next, for indexing only raises', (name) => {
    const values = yearsCovering(name).map((year) => amountOf(name, year).toNumber());
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });
});

describe('Phase-out ranges', () => {
  const width = (start: AmountName, end: AmountName, year: number): number => amountOf(end, year).minus(amountOf(start, year)).toNumber();

  it.each(from(1998))('of Roth contributions in %i are 15,000 wide for single and 10,000 for joint returns: 408A(c)(3)(A)(ii)', (year) => {
    expect(width('rothSingleStart', 'rothSingleEnd', year)).toBe(15_000);
    expect(width('rothJointStart', 'rothJointEnd', year)).toBe(10_000);
  });

  it.each(from(1998))('for a person whose spouse is covered start in %i where the joint Roth range starts, and are as wide', (year) => {
    expect(amountOf('deductionSpouseCoveredStart', year)).toEqual(amountOf('rothJointStart', year));
    expect(width('deductionSpouseCoveredStart', 'deductionSpouseCoveredEnd', year)).toBe(10_000);
  });

  it.each(yearsCovering('deductionSingleStart'))('for a covered single person are 10,000 wide in %i: 219(g)(2)(A)(ii)', (year) => {
    expect(width('deductionSingleStart', 'deductionSingleEnd', year)).toBe(10_000);
  });

  it.each(yearsCovering('deductionJointStart'))('for a covered person on a joint return are 20,000 wide from 2007 and 10,000 before: %i', (year) => {
    expect(width('deductionJointStart', 'deductionJointEnd', year)).toBe(year >= 2007 ? 20_000 : 10_000);
  });

  it.each(from(1998, 2006))('of Roth contributions were not indexed before 2007: %i', (year) => {
    expect(amountOf('rothSingleStart', year).toNumber()).toBe(95_000);
    expect(amountOf('rothJointStart', year).toNumber()).toBe(150_000);
  });
});

describe('Limits that the law ties together', () => {
  it.each(from(2006))('457(b) plans have the deferral limit of 402(g) in %i: both were 15,000 in 2006 and are indexed alike', (year) => {
    expect(amountOf('deferrals457b', year)).toEqual(amountOf('electiveDeferrals', year));
  });

  it.each([2025, 2026])('the catch-up from 60 to 63 is half as much again as the regular one of 2024: %i, 414(v)(2)(E)', (year) => {
    expect(amountOf('catchUp60To63', year)).toEqual(amountOf('catchUp50', 2024).times('1.5'));
    expect(amountOf('catchUp60To63', year).greaterThan(amountOf('catchUp50', year))).toBe(true);
  });

  it('the HSA catch-up rose by 100 a year to 1,000 in 2009 and stays there: 223(b)(3)(B)', () => {
    expect(from(2006).map((year) => amountOf('hsaCatchUp55', year).toNumber()))
      .toEqual([700, 800, 900, ...from(2009).map(() => 1_000)]);
  });
});

describe('Rules that no announcement changes', () => {
  const { filingStatuses, phaseOutColumns, ...single } = constants;
  const all: readonly (readonly [name: string, source: string])[] = [
    ...filingStatuses.map((status) => [`the phase-out column of ${status}`, phaseOutColumns[status].source] as const),
    ...Object.entries(single).map(([name, { source }]) => [name, source] as const),
  ];

  it.each(all)('%s names the text that sets it', (_, source) => {
    expect(source).toMatch(/U\.S\.C\. §|Pub\. L\.|CFR|Instructions for Form/u);
  });

  it('are all there: ages, clocks, ranges, penalties and the excise', () => {
    expect([
      constants.separateRangeStart, constants.separateRangeEnd, constants.reducedLimitMultiple, constants.reducedLimitFloor, constants.earlyDistributionAge, constants.homebuyerLifetime,
      constants.excessExcise, constants.unfiledForm8606Penalty, constants.overstatedContributionPenalty, constants.serviceCatchUpYearly, constants.deductionEndAge,
    ].map(({ value }) => value.toNumber())).toEqual([0, 10_000, 10, 200, 59.5, 10_000, 0.06, 50, 100, 3_000, 70.5]);
    expect([constants.rothClockYears, constants.rolloverDays, constants.catchUpAge, constants.rothCatchUpFirstYear].map(({ value }) => value)).toEqual([5, 60, 50, 2026]);
  });
});

describe('Amounts as the IRS prints them', () => {
  /** Instructions for Form 8606 (2023), page 6: contribution limit, and limit if age 50 or older. */
  it.each([
    { first: 2019, last: 2022, limit: 6_000, from50: 7_000 },
    { first: 2013, last: 2018, limit: 5_500, from50: 6_500 },
    { first: 2008, last: 2012, limit: 5_000, from50: 6_000 },
    { first: 2006, last: 2007, limit: 4_000, from50: 5_000 },
    { first: 2005, last: 2005, limit: 4_000, from50: 4_500 },
    { first: 2002, last: 2004, limit: 3_000, from50: 3_500 },
  ])('the IRA limit is $limit, and $from50 from age 50, for $first through $last', ({ first, last, limit, from50 }) => {
    for (const year of from(first, last)) {
      expect(amountOf('iraLimit', year).toNumber()).toBe(limit);
      expect(amountOf('iraLimit', year).plus(amountOf('iraCatchUp50', year)).toNumber()).toBe(from50);
    }
  });

  it('the IRA limit is 2,000 for 1998 through 2001, with no amount for age 50 (the same table)', () => {
    expect(from(1998, 2001).map((year) => amountOf('iraLimit', year).toNumber())).toEqual([2_000, 2_000, 2_000, 2_000]);
    expect(yearsCovering('iraCatchUp50')).toEqual(from(2002));
  });

  /** Instructions for Form 8606 (2023), page 7: the table for employer contributions to a SEP IRA. */
  it('the limit on annual additions goes from 35,000 in 2001 to 61,000 in 2022', () => {
    expect(from(2001, 2022).map((year) => amountOf('annualAdditions', year).toNumber())).toEqual([
      35_000, 40_000, 40_000, 41_000, 42_000, 44_000, 45_000, 46_000, 49_000, 49_000, 49_000, 50_000, 51_000, 52_000, 53_000,
      53_000, 54_000, 55_000, 56_000, 57_000, 58_000, 61_000,
    ]);
  });

  /** IRS news releases IR-2023-203, IR-2024-285 and IR-2025-111 on Notices 2023-75, 2024-80 and 2025-67. */
  it.each([
    { year: 2024, ira: 7_000, ira50: 1_000, deferrals: 23_000, catchUp: 7_500, additions: 69_000, roth: [146_000, 161_000, 230_000, 240_000] },
    { year: 2025, ira: 7_000, ira50: 1_000, deferrals: 23_500, catchUp: 7_500, additions: 70_000, roth: [150_000, 165_000, 236_000, 246_000] },
    { year: 2026, ira: 7_500, ira50: 1_100, deferrals: 24_500, catchUp: 8_000, additions: 72_000, roth: [153_000, 168_000, 242_000, 252_000] },
  ])('the limits of $year are those that were announced', ({ year, ira, ira50, deferrals, catchUp, additions, roth }) => {
    const named = (name: AmountName): number => amountOf(name, year).toNumber();
    expect([named('iraLimit'), named('iraCatchUp50'), named('electiveDeferrals'), named('catchUp50'), named('annualAdditions')])
      .toEqual([ira, ira50, deferrals, catchUp, additions]);
    expect([named('rothSingleStart'), named('rothSingleEnd'), named('rothJointStart'), named('rothJointEnd')]).toEqual(roth);
  });
});

function uncitedIn(figure: Figure): string[] {
  const missing: string[] = [];
  if (!/^26 U\.S\.C\. § \d+/u.test(figure.statute)) missing.push('statute');
  if (figure.announced === '') missing.push('announcement');
  if (figure.sources.length === 0 || figure.sources.some(({ title, at }) => title === '' || at === '')) missing.push('source');
  return missing;
}
