import fc from 'fast-check';
import { Decimal, zero } from '../../src/engine/decimal';
import { coveredYears } from '../../src/law';
import { filingStatuses, type FilingStatus } from '../../src/law/constants';
import { excessContributions, type Excess } from '../../src/rules/excessContributions';
import { iraLimit } from '../../src/rules/iraLimit';
import { rothLimit } from '../../src/rules/rothLimit';

interface Given {
  year?: number; status?: FilingStatus; magi?: number | null; traditional?: number; roth?: number; age?: number; compensation?: number; spouse?: number; spouseContributed?: number;
}
const orNull = (amount: number | undefined): Decimal | null => (amount === undefined ? null : new Decimal(amount));

const factsOf = (given: Given) => ({
  year: given.year ?? 2025,
  filingStatus: given.status ?? 'single',
  magi: given.magi === null ? null : new Decimal(given.magi ?? 0),
  traditionalContributions: new Decimal(given.traditional ?? 0),
  rothContributions: new Decimal(given.roth ?? 0),
  age: given.age ?? null,
  compensation: orNull(given.compensation),
  spouseCompensation: orNull(given.spouse),
  spouseContributions: orNull(given.spouseContributed),
} as const);
const excessOf = (given: Given): Excess => excessContributions(factsOf(given));
const numbers = ({ traditional, roth, unusedTraditional, unusedRoth }: Excess): readonly number[] => [traditional, roth, unusedTraditional, unusedRoth].map((amount) => amount.toNumber());

describe('Excess in traditional IRAs, 4973(b)', () => {
  it.each([
    { traditional: 6_999, excess: 0 }, { traditional: 7_000, excess: 0 }, { traditional: 7_001, excess: 1 }, { traditional: 9_000, excess: 2_000 },
  ])('$traditional of 7,000 in 2025 is $excess too much', ({ traditional, excess }) => {
    expect(excessOf({ traditional }).traditional.toNumber()).toBe(excess);
  });

  it.each([[49, 1_000], [50, 0], [51, 0]])('8,000 at age %i is %i too much', (age, excess) => {
    expect(excessOf({ traditional: 8_000, age }).traditional.toNumber()).toBe(excess);
  });

  it('does not ask for income: a contribution that income makes nondeductible is no excess (without regard to 219(g))', () => {
    expect(excessOf({ traditional: 7_000, magi: 5_000_000 }).total.toNumber()).toBe(0);
    expect(excessOf({ traditional: 7_000, magi: null }).total.toNumber()).toBe(0);
  });

  it('is what is beyond compensation, a spouse\'s counted on a joint return', () => {
    expect(excessOf({ traditional: 2_000, compensation: 1_100 }).traditional.toNumber()).toBe(900);
    expect(excessOf({ traditional: 7_000, compensation: 0, status: 'mfj', spouse: 12_000, spouseContributed: 7_000 }).traditional.toNumber()).toBe(2_000);
  });

  it.each([
    { year: 2019, age: 69, excess: 0 }, { year: 2019, age: 71, excess: 6_000 }, { year: 2020, age: 71, excess: 0 },
  ])('$year at age $age: $excess of 6,000, for before 2020 nothing could be contributed from 70 1/2 (219(d)(1))', ({ year, age, excess }) => {
    expect(excessOf({ year, age, traditional: 6_000 }).traditional.toNumber()).toBe(excess);
  });

  it('at 70 before 2020 is asked: 70 1/2 may or may not have been reached', () => {
    expect(() => excessOf({ year: 2019, age: 70, traditional: 1 })).toThrow(expect.objectContaining({ code: 'NOT_A_CHOICE', argument: 'age' }) as Error);
  });

  it('of a Roth IRA knows no such age (408A(c)(4))', () => {
    expect(excessOf({ year: 2019, age: 75, roth: 7_000, magi: 0 }).total.toNumber()).toBe(0);
  });
});

describe('Excess in Roth IRAs, 4973(f)', () => {
  it.each([
    { magi: 150_000, excess: 0 }, { magi: 157_500, excess: 3_500 }, { magi: 164_999, excess: 6_800 }, { magi: 165_000, excess: 7_000 }, { magi: 165_001, excess: 7_000 },
  ])('7,000 with income of $magi in 2025 is $excess too much (range 150,000 to 165,000)', ({ magi, excess }) => {
    expect(excessOf({ roth: 7_000, magi }).roth.toNumber()).toBe(excess);
  });

  it('counts traditional contributions first: 5,000 there leave 2,000 here (408A(c)(2))', () => {
    expect(numbers(excessOf({ traditional: 5_000, roth: 3_000 }))).toEqual([0, 1_000, 0, 0]);
  });

  it('adds up with an excess in traditional IRAs', () => {
    const both = excessOf({ traditional: 8_000, roth: 1_000 });
    expect([...numbers(both), both.total.toNumber()]).toEqual([1_000, 1_000, 0, 0, 2_000]);
  });

  it('cannot be known without an income', () => {
    expect(() => excessOf({ roth: 1, magi: null })).toThrow(/^magi is missing, and 1 went to a Roth IRA; give modified AGI for Roth purposes/u);
  });
});

describe('What a year leaves unused absorbs an earlier excess', () => {
  it('is the limit less contributions to both kinds (4973(b)(2)(C): "including the amount contributed to a Roth IRA")', () => {
    expect(numbers(excessOf({ traditional: 1_000, roth: 2_000 }))).toEqual([0, 0, 4_000, 4_000]);
  });

  it('is nothing of a Roth IRA where income allows none', () => {
    expect(numbers(excessOf({ traditional: 1_000, magi: 200_000 }))).toEqual([0, 0, 6_000, 0]);
  });

  it('is nothing of a traditional IRA from 70 1/2 before 2020', () => {
    expect(numbers(excessOf({ year: 2018, age: 72 }))).toEqual([0, 0, 0, 6_500]);
  });
});

describe('Laws of excess contributions', () => {
  const any = fc.record({
    year: fc.constantFrom(...coveredYears.filter((year) => year >= 2020)), status: fc.constantFrom(...filingStatuses), magi: fc.integer({ min: -1_000, max: 300_000 }),
    traditional: fc.integer({ min: 0, max: 15_000 }), roth: fc.integer({ min: 0, max: 15_000 }), age: fc.integer({ min: 18, max: 90 }), compensation: fc.integer({ min: 0, max: 30_000 }),
  });

  it('nothing is negative, and excess and unused limit of one kind exclude each other', () => {
    fc.assert(fc.property(any, (given) => {
      const excess = excessOf(given);
      expect(numbers(excess).every((amount) => amount >= 0)).toBe(true);
      expect(excess.traditional.times(excess.unusedTraditional).toNumber()).toBe(0);
      expect(excess.roth.times(excess.unusedRoth).toNumber()).toBe(0);
    }));
  });

  it('what is kept of the contributions is exactly what the two limits allow', () => {
    fc.assert(fc.property(any, (given) => {
      const facts = factsOf(given);
      const excess = excessContributions(facts);
      const kept = facts.traditionalContributions.minus(excess.traditional);
      expect(kept.toNumber()).toBe(Decimal.min(given.traditional, iraLimit(facts)).toNumber());
      expect(facts.rothContributions.minus(excess.roth).toNumber()).toBe(Decimal.min(given.roth, rothLimit({ ...facts, magi: facts.magi ?? zero })).toNumber());
    }));
  });

  it('one dollar more in an IRA never lowers the excess', () => {
    fc.assert(fc.property(any, fc.boolean(), (given, intoRoth) => {
      const more = intoRoth ? { ...given, roth: given.roth + 1 } : { ...given, traditional: given.traditional + 1 };
      expect(excessOf(more).total.greaterThanOrEqualTo(excessOf(given).total)).toBe(true);
    }));
  });
});
