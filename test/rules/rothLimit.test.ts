import fc from 'fast-check';
import { Decimal, zero } from '../../src/engine/decimal';
import { coveredYears } from '../../src/law';
import { filingStatuses, type FilingStatus } from '../../src/law/constants';
import { rothLimit, rothPhaseOut, type RothLimitFacts } from '../../src/rules/rothLimit';

type Given = Partial<Record<'magi' | 'traditional' | 'compensation' | 'spouseCompensation' | 'spouseContributions', number | string>>
  & { year: number; status: FilingStatus; age?: number };

const amount = (given: number | string | undefined): Decimal | null => (given === undefined ? null : new Decimal(given));

const factsOf = ({ year, status, age, ...given }: Given): RothLimitFacts => ({
  year,
  filingStatus: status,
  age: age ?? null,
  magi: amount(given.magi) ?? zero,
  traditionalContributions: amount(given.traditional) ?? zero,
  compensation: amount(given.compensation),
  spouseCompensation: amount(given.spouseCompensation),
  spouseContributions: amount(given.spouseContributions),
});

const limitOf = (given: Given): number => rothLimit(factsOf(given)).toNumber();

describe('The Roth limit as others have published it', () => {
  it.each<Given & { limit: number; source: string }>([
    { year: 2026, status: 'single', magi: 160_000, limit: 4_000, source: 'AgentLedger test, worksheet of the 8606 instructions with 2026 figures' },
    { year: 2017, status: 'mfj', magi: 191_000, limit: 2_750, source: 'IRA agreement clause at markettransfer.info, cut off there and recomputed' },
    { year: 2000, status: 'single', magi: 103_000, limit: 940, source: 'question at si.frajer.net 7086470, recomputed' },
    { year: 2015, status: 'single', magi: 130_900, limit: 200, source: 'roth_ira gem, spec: the floor' },
    { year: 2015, status: 'single', magi: 122_800, limit: 3_010, source: 'roth_ira gem, spec' },
    { year: 2015, status: 'mfj', magi: 189_500, limit: 1_930, source: 'the same case for one person of the couple' },
    { year: 2009, status: 'single', magi: 110_000, limit: 3_340, source: 'ireading.today, where "nearest $10" gives the same by luck' },
  ])('is $limit for $status with $magi in $year ($source)', ({ limit, ...given }) => {
    expect(limitOf(given)).toBe(limit);
  });

  it('is 2,670, not the 2.66k of early-retirement.org thread 31871: what is left is rounded up', () => {
    expect(limitOf({ year: 2007, status: 'single', magi: 104_000 })).toBe(2_670);
  });

  it('is 3,500, not the 2,800 of a public test: half of the 2024 joint range leaves half of 7,000', () => {
    expect(limitOf({ year: 2024, status: 'mfj', magi: 235_000 })).toBe(3_500);
  });

  it('is each person\'s own: 1,930 and 2,280 for a couple of whom one is 50, not 4,200 for both as the roth_ira gem has it', () => {
    const couple = { year: 2015, status: 'mfj', magi: 189_500 } as const;
    expect([limitOf({ ...couple, age: 49 }), limitOf({ ...couple, age: 50 })]).toEqual([1_930, 2_280]);
  });

  it('takes 230,000 as the joint start of 2024, not the 228,000 that the IRS page of 2024 subtracts in its second step', () => {
    expect(rothPhaseOut(2024, 'mfj').start.toNumber()).toBe(230_000);
  });
});

describe('The order of Worksheet 2-2', () => {
  it('reduces, rounds up and only then leaves room beside other contributions: 2,000, not 670', () => {
    expect(limitOf({ year: 2025, status: 'single', magi: 160_000, traditional: 5_000 })).toBe(2_000);
  });

  it('takes compensation in before the phase-out: half of 4,000, not the lesser of 4,000 and half of 7,000', () => {
    expect(limitOf({ year: 2025, status: 'single', magi: 157_500, compensation: 4_000 })).toBe(2_000);
  });

  it.each([
    { magi: 160_998, limit: 200 },
    { magi: 160_999, limit: 200 },
    { magi: '160999.99', limit: 200 },
    { magi: 161_000, limit: 0 },
    { magi: 161_001, limit: 0 },
  ])('leaves $limit at $magi: the $200 last to the end of the range of 2024, 161,000', ({ magi, limit }) => {
    expect(limitOf({ year: 2024, status: 'single', magi })).toBe(limit);
  });

  it('does not let the $200 survive contributions to other IRAs', () => {
    expect(limitOf({ year: 2024, status: 'single', magi: 160_999, traditional: 6_900 })).toBe(100);
    expect(limitOf({ year: 2024, status: 'single', magi: 160_999, traditional: 7_000 })).toBe(0);
    expect(limitOf({ year: 2024, status: 'single', magi: 160_999, traditional: 9_000 })).toBe(0);
  });

  it('does not let the $200 or the rounding exceed compensation', () => {
    expect(limitOf({ year: 2024, status: 'single', magi: 150_000, compensation: 150 })).toBe(150);
    expect(limitOf({ year: 2024, status: 'single', magi: 146_001, compensation: 4_003 })).toBe(4_003);
  });

  it('rounds up what is left, to the next $10: 7,000 less 17.73 is 6,990, and an exact multiple stays', () => {
    expect(limitOf({ year: 2025, status: 'single', magi: 150_038 })).toBe(6_990);
    expect(limitOf({ year: 2025, status: 'single', magi: 150_150 })).toBe(6_930);
    expect(limitOf({ year: 2025, status: 'single', magi: 150_151 })).toBe(6_930);
    expect(limitOf({ year: 2025, status: 'single', magi: 150_149 })).toBe(6_940);
  });
});

describe('Filing statuses', () => {
  it('head of household and married living apart all year are single, a surviving spouse is joint: every year', () => {
    for (const year of coveredYears) {
      expect(rothPhaseOut(year, 'hoh')).toEqual(rothPhaseOut(year, 'single'));
      expect(rothPhaseOut(year, 'mfs-apart')).toEqual(rothPhaseOut(year, 'single'));
      expect(rothPhaseOut(year, 'qss')).toEqual(rothPhaseOut(year, 'mfj'));
    }
  });

  it.each([
    { magi: -5_000, limit: 7_000 },
    { magi: 0, limit: 7_000 },
    { magi: 1, limit: 7_000 },
    { magi: 15, limit: 6_990 },
    { magi: 5_000, limit: 3_500 },
    { magi: 9_999, limit: 200 },
    { magi: 10_000, limit: 0 },
  ])('married filing separately after living together keeps $limit at $magi: the range is 0 to 10,000', ({ magi, limit }) => {
    expect(limitOf({ year: 2024, status: 'mfs', magi })).toBe(limit);
  });

  it.each(coveredYears.flatMap((year) => filingStatuses.map((status) => ({ year, status }))))(
    'walks the thresholds of $status in $year: all of it at the start and below, nothing at the end and above', ({ year, status }) => {
      const { start, end } = rothPhaseOut(year, status);
      const full = limitOf({ year, status, magi: start.minus(1_000).toString() });
      const at = (magi: Decimal): number => limitOf({ year, status, magi: magi.toString() });
      expect([at(start.minus(1)), at(start), at(start.plus(50))]).toEqual([full, full, expect.any(Number) as number]);
      expect(at(start.plus(100))).toBeLessThan(full);
      expect([at(end.minus(1)), at(end), at(end.plus(1))]).toEqual([200, 0, 0]);
    });
});

describe('Age', () => {
  it.each([[49, 7_500], [50, 8_600], [51, 8_600]])('at %i the limit of 2026 is %i', (age, limit) => {
    expect(limitOf({ year: 2026, status: 'single', magi: 0, age })).toBe(limit);
  });

  it('raises nothing in 2001, when the law had no catch-up, and 500 in 2002', () => {
    expect(limitOf({ year: 2001, status: 'single', magi: 0, age: 60 })).toBe(2_000);
    expect(limitOf({ year: 2002, status: 'single', magi: 0, age: 60 })).toBe(3_500);
  });
});

describe('Laws of the Roth limit', () => {
  const anyFacts = fc.record({
    year: fc.constantFrom(...coveredYears),
    status: fc.constantFrom(...filingStatuses),
    magi: fc.integer({ min: -10_000, max: 300_000 }),
    age: fc.integer({ min: 18, max: 90 }),
    traditional: fc.integer({ min: 0, max: 9_000 }),
    compensation: fc.integer({ min: 0, max: 300_000 }),
  });

  it('is never negative, nor more than the limit, compensation, or what other contributions leave', () => {
    fc.assert(fc.property(anyFacts, (given) => {
      const limit = limitOf(given);
      expect(limit).toBeGreaterThanOrEqual(0);
      expect(limit).toBeLessThanOrEqual(limitOf({ year: given.year, status: given.status, age: given.age }));
      expect(limit).toBeLessThanOrEqual(given.compensation);
      expect(limit + given.traditional).toBeLessThanOrEqual(Math.max(given.traditional, limitOf({ ...given, magi: -1, traditional: 0 })));
    }));
  });

  it('never rises with income, nor with contributions to other IRAs', () => {
    fc.assert(fc.property(anyFacts, fc.integer({ min: 0, max: 50_000 }), (given, more) => {
      expect(limitOf({ ...given, magi: given.magi + more })).toBeLessThanOrEqual(limitOf(given));
      expect(limitOf({ ...given, traditional: given.traditional + more })).toBeLessThanOrEqual(limitOf(given));
    }));
  });

  it('is never less than $200 while the range lasts and nothing else binds', () => {
    fc.assert(fc.property(anyFacts, (given) => {
      const { end } = rothPhaseOut(given.year, given.status);
      const limit = limitOf({ ...given, traditional: 0, compensation: 300_000 });
      if (end.greaterThan(given.magi)) expect(limit).toBeGreaterThanOrEqual(200);
      else expect(limit).toBe(0);
    }));
  });
});
