import fc from 'fast-check';
import { Decimal, zero } from '../../src/engine/decimal';
import { amountOf } from '../../src/law';
import { annualAdditions } from '../../src/rules/annualAdditions';
import { employerContribution, type EmployerContribution } from '../../src/rules/employerContribution';

interface Given { year?: number; rate: string; pay: number; halfSeTax?: number; deferrals?: number; self?: boolean }

const worked = ({ year, rate, pay, halfSeTax, deferrals, self }: Given): EmployerContribution => employerContribution({
  year: year ?? 2024, rate: new Decimal(rate), pay: new Decimal(pay), selfEmployed: self ?? halfSeTax !== undefined,
  halfSeTax: halfSeTax === undefined ? null : new Decimal(halfSeTax), deferrals: new Decimal(deferrals ?? 0),
});
const contributionOf = (given: Given): number => worked(given).contribution.toNumber();

describe('The contribution of an employer at a rate of pay', () => {
  /** 401(a)(17) limit of 2024: 345,000. */
  it.each([
    { pay: 344_999, contribution: 13_799.96 }, { pay: 345_000, contribution: 13_800 }, { pay: 345_001, contribution: 13_800 }, { pay: 2_000_000, contribution: 13_800 },
  ])('of 4% on $pay is $contribution: pay counts up to 345,000 (401(a)(17))', ({ pay, contribution }) => {
    expect(contributionOf({ rate: '0.04', pay })).toBe(contribution);
  });

  it('of 6% in 2026 is at most 21,600, on 360,000 (megabackdoor.md, Notice 2025-67)', () => {
    expect(contributionOf({ year: 2026, rate: '0.06', pay: 900_000 })).toBe(21_600);
  });

  /** 415(c) limit of 2024: 69,000. */
  it.each([
    { deferrals: 22_999, contribution: 46_001 }, { deferrals: 23_000, contribution: 46_000 }, { deferrals: 0, contribution: 69_000 },
  ])('of 25% on 300,000 is held to what deferrals of $deferrals leave of 69,000: $contribution', ({ deferrals, contribution }) => {
    expect(contributionOf({ rate: '0.25', pay: 300_000, deferrals })).toBe(contribution);
  });

  it('is held to what deferrals leave of pay', () => {
    expect(contributionOf({ rate: '0.25', pay: 25_000, deferrals: 23_000 })).toBe(2_000);
  });
});

describe('The contribution of a self-employed person', () => {
  it('of 25% is a fifth of net profit less half of self-employment tax: rate over (1 + rate) (Pub. 560, chapter 5)', () => {
    const { contribution, compensation } = worked({ rate: '0.25', pay: 200_000, halfSeTax: 14_130 });
    expect([contribution.toNumber(), compensation.toNumber()]).toEqual([37_174, 148_696]);
    expect(compensation.times('0.25').equals(contribution)).toBe(true);
  });

  it('of a high profit is the rate on 345,000, and then the limit of 69,000', () => {
    expect(contributionOf({ rate: '0.10', pay: 1_000_000, halfSeTax: 30_000 })).toBe(34_500);
    expect(contributionOf({ rate: '0.25', pay: 1_000_000, halfSeTax: 30_000 })).toBe(69_000);
  });

  it.each([
    { pay: 23_000, contribution: 0 }, { pay: 23_001, contribution: 0.5 }, { pay: 38_333, contribution: 7_666.5 }, { pay: 38_334, contribution: 7_666.8 },
  ])('beside deferrals of 23,000 out of $pay is $contribution: half of the rest, until a fifth of all is less (Pub. 560, step 12)', ({ pay, contribution }) => {
    expect(contributionOf({ rate: '0.25', pay, halfSeTax: 0, deferrals: 23_000 })).toBe(contribution);
  });

  it('of an odd cent leaves deferrals and contribution within earned income', () => {
    const { contribution, compensation } = worked({ rate: '0.25', pay: 23_000.01, halfSeTax: 0, deferrals: 23_000 });
    expect(contribution.plus(23_000).lessThanOrEqualTo(compensation)).toBe(true);
  });
});

describe('Refusals', () => {
  it.each<{ given: Given; code: string; argument: string }>([
    { given: { rate: '0.25', pay: 9_000, self: true }, code: 'MISSING', argument: 'half_se_tax' },
    { given: { rate: '0.25', pay: 9_000, halfSeTax: 1, self: false }, code: 'CONTRADICTION', argument: 'half_se_tax' },
    { given: { rate: '0.25', pay: 9_000, halfSeTax: 9_001 }, code: 'CONTRADICTION', argument: 'half_se_tax' },
    { given: { rate: '0.25', pay: 90_000, deferrals: 23_001 }, code: 'OVER_THE_LIMIT', argument: 'deferrals' },
    { given: { rate: '0.25', pay: 9_000, deferrals: 9_001 }, code: 'OVER_THE_LIMIT', argument: 'deferrals' },
    { given: { rate: '1.01', pay: 9_000 }, code: 'OVER_THE_LIMIT', argument: 'rate' },
    { given: { rate: '0.00001', pay: 9_000 }, code: 'NOT_AN_AMOUNT', argument: 'rate' },
    { given: { year: 2001, rate: '0.1', pay: 9_000 }, code: 'AMOUNT_NOT_COVERED', argument: 'tax_year' },
    { given: { year: 2027, rate: '0.1', pay: 9_000 }, code: 'TAX_YEAR_NOT_COVERED', argument: 'tax_year' },
  ])('$code: $argument', ({ given, code, argument }) => {
    expect(() => contributionOf(given)).toThrow(expect.objectContaining({ code, argument }) as Error);
  });

  it('asks for half of self-employment tax with the profit in the sentence', () => {
    expect(() => contributionOf({ rate: '0.25', pay: 9_000, self: true })).toThrow(/deductible half of self-employment tax \(Schedule 1\) that belongs to net profit of 9,000\.$/u);
  });
});

describe('Laws of the employer contribution', () => {
  const any = fc.record({
    year: fc.integer({ min: 2006, max: 2026 }), rate: fc.integer({ min: 1, max: 2_500 }).map((rate) => String(rate / 10_000)), pay: fc.integer({ min: 0, max: 900_000 }),
    self: fc.boolean(), deferrals: fc.integer({ min: 0, max: 15_000 }),
  });

  it('with deferrals it fits into the plan: the room of annual additions is not negative before it is held at zero', () => {
    fc.assert(fc.property(any, ({ self, ...given }) => {
      fc.pre(given.deferrals <= given.pay);
      const { contribution, compensation } = worked({ ...given, ...(self ? { halfSeTax: 0 } : {}) });
      expect(contribution.plus(given.deferrals).lessThanOrEqualTo(Decimal.min(compensation, amountOf('annualAdditions', given.year)))).toBe(true);
      const additions = annualAdditions({
        year: given.year, deferrals: new Decimal(given.deferrals), employerContributions: contribution, age: null, compensation, afterTaxSoFar: zero, deferralsElsewhere: zero, planCap: null,
        serviceCatchUp: zero, additionsInGroup: zero,
      });
      expect(additions.room.plus(contribution).plus(given.deferrals).equals(additions.limit)).toBe(true);
    }));
  });

  it('never falls as profit or pay rises, nor as the rate does', () => {
    fc.assert(fc.property(any, fc.integer({ min: 0, max: 50_000 }), ({ self, ...given }, more) => {
      fc.pre(given.deferrals <= given.pay);
      const one = { ...given, ...(self ? { halfSeTax: 0 } : {}) };
      expect(contributionOf({ ...one, pay: given.pay + more })).toBeGreaterThanOrEqual(contributionOf(one));
      expect(contributionOf({ ...one, rate: '0.25' })).toBeGreaterThanOrEqual(contributionOf(one));
    }));
  });
});
