import type { Settings } from '../../../src/engine/term';
import { partIII, partIIILines, type PartIIIInputs } from '../../../src/forms/form8606/partIII';
import { dollars } from '../../support/returns';

const exact: Settings = { unit: 'cents', ratioPlaces: 'exact' };

const filled = (given: Record<string, string | number>, settings = exact) => partIII(dollars(given) as PartIIIInputs, settings);

const linesOf = (given: Record<string, string | number>): Readonly<Record<string, string>> => {
  const form = filled(given);
  return Object.fromEntries(partIIILines.map((id) => [id, form.line(id)?.toString() ?? '']));
};

/** Form 8606 (2025), Part III: what each line says when it is reached, and what is skipped. */
describe('Form 8606, Part III', () => {
  it('is blank without a nonqualified distribution, though there is basis', () => {
    expect(Object.values(linesOf({ contributionBasis: 20_000, conversionBasis: 5_000 })).every((shown) => shown === '')).toBe(true);
  });

  for (const { taken, lines, because } of [
    { taken: '9999.99', lines: { '21': '0', '22': '12000', '23': '', '24': '', '25a': '', '25c': '' }, because: 'below the homebuyer limit: line 21 is zero, stop after line 22' },
    { taken: '10000', lines: { '21': '0', '22': '12000', '23': '', '24': '', '25a': '', '25c': '' }, because: 'at the homebuyer limit: line 21 is zero, stop after line 22' },
    { taken: '10000.01', lines: { '21': '0.01', '22': '12000', '23': '0', '24': '', '25a': '', '25c': '' }, because: 'above it: contributions cover the cent, lines 24 and 25 are skipped' },
    { taken: '22000', lines: { '21': '12000', '23': '0', '24': '', '25a': '', '25c': '' }, because: 'contributions cover line 21 to the cent: lines 24 and 25 are skipped' },
    { taken: '22000.01', lines: { '23': '0.01', '24': '3000', '25a': '0', '25b': '', '25c': '' }, because: 'a cent beyond contributions: conversions cover it, 25b and 25c are skipped' },
    { taken: '25000', lines: { '23': '3000', '24': '3000', '25a': '0', '25b': '', '25c': '' }, because: 'conversions are used up to the cent: 25b and 25c are skipped' },
    { taken: '25000.01', lines: { '23': '3000.01', '25a': '0.01', '25b': '0', '25c': '0.01' }, because: 'a cent of earnings is taxable' },
  ] as const) {
    it(`${taken} taken with 10,000 for a home, 12,000 of contributions and 3,000 of conversions: ${because}`, () => {
      expect(linesOf({ nonqualified: taken, homebuyer: 10_000, contributionBasis: 12_000, conversionBasis: 3_000 })).toMatchObject(lines);
    });
  }

  for (const { homebuyer, earlier, line20 } of [
    { homebuyer: '9999', earlier: '0', line20: '9999' },
    { homebuyer: '10000', earlier: '0', line20: '10000' },
    { homebuyer: '10001', earlier: '0', line20: '10000' },
    { homebuyer: '5999', earlier: '4000', line20: '5999' },
    { homebuyer: '6000', earlier: '4000', line20: '6000' },
    { homebuyer: '6001', earlier: '4000', line20: '6000' },
    { homebuyer: '1', earlier: '10000', line20: '0' },
  ]) {
    it(`line 20 is ${line20} for ${homebuyer} of expenses after ${earlier} in earlier years: 10,000 in a lifetime (26 U.S.C. 72(t)(8)(B))`, () => {
      const form = filled({ nonqualified: 30_000, homebuyer, earlierHomebuyer: earlier });
      expect(form.line('20')?.toString()).toBe(line20);
      expect(form.notes.some(({ code }) => code === 'HOMEBUYER_LIMIT')).toBe(homebuyer !== line20);
    });
  }

  for (const { disaster, line25b } of [
    { disaster: '0', line25b: '0' },
    { disaster: '1', line25b: '0.9' },
    { disaster: '10000', line25b: '9000' },
  ]) {
    it(`line 25b is ${line25b} for ${disaster} of disaster distributions: line 25a in their proportion to line 21`, () => {
      expect(filled({ nonqualified: 10_000, contributionBasis: 1_000, disasterDistributions: disaster }).line('25b')?.toString()).toBe(line25b);
    });
  }

  it('line 25b never passes line 25a, where homebuyer expenses make line 21 smaller than the disaster distributions', () => {
    const form = filled({ nonqualified: 12_000, homebuyer: 10_000, disasterDistributions: 12_000 });
    expect([form.line('21'), form.line('25a'), form.line('25b'), form.line('25c')].map(String)).toEqual(['2000', '2000', '2000', '0']);
  });

  for (const { repaid, line25c, carried } of [
    { repaid: '3999', line25c: '1', carried: '0' },
    { repaid: '4000', line25c: '0', carried: '0' },
    { repaid: '4001', line25c: '0', carried: '1' },
  ]) {
    it(`${repaid} repaid of a taxable 4,000 leaves ${line25c} on line 25c and ${carried} for a later line 22 (Line 25c Worksheet of 2024, as corrected 26 June 2025)`, () => {
      const form = filled({ nonqualified: 10_000, contributionBasis: 6_000, repayments: repaid });
      expect(form.line('25c')?.toString()).toBe(line25c);
      expect(form.line('Repayments for a later line 22')?.toString()).toBe(carried);
      expect(form.toForm1040.toString()).toBe(line25c);
    });
  }

  it('repayments are carried whole where contributions covered the distribution: line 25c was never reached', () => {
    expect(filled({ nonqualified: 1_000, contributionBasis: 6_000, repayments: 800 }).line('Repayments for a later line 22')?.toString()).toBe('800');
  });

  it('contributions left are line 22 less line 19, homebuyer money included (Instructions for Form 8606 (2023), line 22 worksheet)', () => {
    const form = filled({ nonqualified: 15_000, homebuyer: 10_000, contributionBasis: 18_000, conversionBasis: 5_000 });
    expect(form.line('Contribution basis left')?.toString()).toBe('3000');
    expect(form.line('Conversion basis left')?.toString()).toBe('5000');
  });

  it('conversions left are line 24 less line 23 figured without line 20 (the same, line 24 chart, note 2)', () => {
    const form = filled({ nonqualified: 20_000, homebuyer: 10_000, contributionBasis: 18_000, conversionBasis: 5_000 });
    expect(form.line('24')).toBeNull();
    expect(form.line('Contribution basis left')?.toString()).toBe('0');
    expect(form.line('Conversion basis left')?.toString()).toBe('3000');
  });

  it('in whole dollars each input is rounded before the lines are worked out', () => {
    const form = filled({ nonqualified: '10000.50', contributionBasis: '6000.49' }, { unit: 'dollars', ratioPlaces: 'exact' });
    expect([form.line('19'), form.line('22'), form.line('25c')].map(String)).toEqual(['10001', '6000', '4001']);
  });
});

describe('Form 8606, Part III, what is refused', () => {
  for (const { given, code, argument } of [
    { given: { nonqualified: '-1' }, code: 'NEGATIVE', argument: 'nonqualified' },
    { given: { nonqualified: 'NaN' }, code: 'NOT_AN_AMOUNT', argument: 'nonqualified' },
    { given: { nonqualified: '1', contributionBasis: 'Infinity' }, code: 'NOT_AN_AMOUNT', argument: 'contributionBasis' },
    { given: { nonqualified: '1', conversionBasis: '1000000000001' }, code: 'TOO_LARGE', argument: 'conversionBasis' },
    { given: { nonqualified: '100', disasterDistributions: '100.01' }, code: 'CONTRADICTION', argument: 'disasterDistributions' },
    { given: { nonqualified: '100', earlierHomebuyer: '10000.01' }, code: 'OVER_THE_LIMIT', argument: 'earlierHomebuyer' },
  ]) {
    it(`${JSON.stringify(given)}: ${code}, naming the amount`, () => {
      expect(() => filled(given as Record<string, string>)).toThrow(expect.objectContaining({ code, argument }) as Error);
    });
  }
});
