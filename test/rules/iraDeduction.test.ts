import fc from 'fast-check';
import { Decimal } from '../../src/engine/decimal';
import { coveredYears, yearsCovering } from '../../src/law';
import { filingStatuses, type FilingStatus } from '../../src/law/constants';
import { iraDeduction } from '../../src/rules/iraDeduction';

interface Given {
  year: number; status: FilingStatus; magi: number; covered?: boolean; spouseCovered?: boolean; age?: number;
  contribution?: number; compensation?: number; spouseCompensation?: number; spouseContributed?: number;
}

const amount = (given: number | undefined): Decimal | null => (given === undefined ? null : new Decimal(given));

const deductible = (given: Given): number => iraDeduction({
  year: given.year,
  filingStatus: given.status,
  magi: new Decimal(given.magi),
  covered: given.covered ?? false,
  spouseCovered: given.spouseCovered ?? false,
  age: given.age ?? null,
  contribution: amount(given.contribution),
  compensation: amount(given.compensation),
  spouseCompensation: amount(given.spouseCompensation),
  spouseContributions: amount(given.spouseContributed),
}).toNumber();

const refusedAs = (code: string, argument: string): Error => expect.objectContaining({ code, argument }) as Error;

describe('The IRA deduction as others have published it', () => {
  it.each<Given & { deduction: number; source: string }>([
    { year: 2025, status: 'mfj', magi: 238_500, spouseCovered: true, compensation: 38_500, contribution: 7_000, deduction: 5_250, source: 'Pub. 590-A (2025), example 2' },
    { year: 2002, status: 'mfj', magi: 59_450, covered: true, age: 50, contribution: 3_500, deduction: 1_600, source: 'Pub. 590 (2002), appendix B' },
    { year: 2026, status: 'mfj', magi: 129_500, covered: true, compensation: 69_000, contribution: 7_500, deduction: 7_320, source: 'AgentLedger, Pub. 590-A example 1 with 2026 figures' },
    { year: 2026, status: 'single', magi: 85_000, covered: true, age: 50, compensation: 85_000, contribution: 8_600, deduction: 5_160, source: 'AgentLedger, age 50' },
    { year: 2014, status: 'single', magi: 61_000, covered: true, contribution: 5_500, deduction: 4_950, source: 'IRS volunteer training, Emily, recomputed' },
  ])('is $deduction ($source)', ({ deduction, ...given }) => {
    expect(deductible(given)).toBe(deduction);
  });
});

describe('The phase-out of the deduction', () => {
  /** Ranges of 2025: 79,000-89,000; 126,000-146,000; spouse covered 236,000-246,000; separate 0-10,000. */
  it.each<Given & { deduction: number }>([
    { year: 2025, status: 'single', covered: true, magi: 78_999, deduction: 7_000 },
    { year: 2025, status: 'single', covered: true, magi: 79_000, deduction: 7_000 },
    { year: 2025, status: 'single', covered: true, magi: 79_100, deduction: 6_930 },
    { year: 2025, status: 'single', covered: true, magi: 88_999, deduction: 200 },
    { year: 2025, status: 'single', covered: true, magi: 89_000, deduction: 0 },
    { year: 2025, status: 'hoh', covered: true, magi: 84_000, deduction: 3_500 },
    { year: 2025, status: 'mfs-apart', covered: true, magi: 84_000, deduction: 3_500 },
    { year: 2025, status: 'mfj', covered: true, magi: 126_000, deduction: 7_000 },
    { year: 2025, status: 'mfj', covered: true, magi: 136_000, deduction: 3_500 },
    { year: 2025, status: 'mfj', covered: true, magi: 146_000, deduction: 0 },
    { year: 2025, status: 'qss', covered: true, magi: 136_000, deduction: 3_500 },
    { year: 2025, status: 'mfj', covered: true, spouseCovered: true, magi: 136_000, deduction: 3_500 },
    { year: 2025, status: 'mfj', spouseCovered: true, magi: 236_000, deduction: 7_000 },
    { year: 2025, status: 'mfj', spouseCovered: true, magi: 241_000, deduction: 3_500 },
    { year: 2025, status: 'mfj', spouseCovered: true, magi: 246_000, deduction: 0 },
    { year: 2025, status: 'mfs', covered: true, magi: 0, deduction: 7_000 },
    { year: 2025, status: 'mfs', covered: true, magi: 5_000, deduction: 3_500 },
    { year: 2025, status: 'mfs', covered: true, magi: 10_000, deduction: 0 },
    { year: 2025, status: 'mfs', spouseCovered: true, magi: 5_000, deduction: 3_500 },
    { year: 2025, status: 'mfs-apart', spouseCovered: true, magi: 500_000, deduction: 7_000 },
    { year: 2025, status: 'mfj', magi: 500_000, deduction: 7_000 },
    { year: 2025, status: 'single', magi: 500_000, deduction: 7_000 },
    { year: 2025, status: 'single', covered: true, magi: -1, deduction: 7_000 },
    { year: 2006, status: 'mfj', covered: true, magi: 80_000, deduction: 2_000 },
  ])('leaves $deduction at $magi for $status in $year (covered: $covered, spouse: $spouseCovered)', ({ deduction, ...given }) => {
    expect(deductible(given)).toBe(deduction);
  });

  it('reduces the dollar limit, and compensation comes in only afterwards: 3,500 of 3,500 at half way, not 1,750', () => {
    expect(deductible({ year: 2025, status: 'single', covered: true, magi: 84_000, compensation: 3_500 })).toBe(3_500);
    expect(deductible({ year: 2025, status: 'single', covered: true, magi: 84_000, compensation: 3_499 })).toBe(3_499);
  });

  it('never deducts more than was contributed', () => {
    expect(deductible({ year: 2025, status: 'single', magi: 0, contribution: 1_234 })).toBe(1_234);
    expect(deductible({ year: 2025, status: 'single', magi: 0, contribution: 0 })).toBe(0);
  });
});

describe('Refusals of the deduction', () => {
  it.each([[6_999, 6_999], [7_000, 7_000]])('a contribution of %i is within the limit', (contribution, deduction) => {
    expect(deductible({ year: 2025, status: 'single', magi: 0, contribution })).toBe(deduction);
  });

  it('a contribution beyond the limit is refused: it is neither deductible nor basis', () => {
    expect(() => deductible({ year: 2025, status: 'single', magi: 0, contribution: 7_001 })).toThrow(refusedAs('OVER_THE_LIMIT', 'contribution'));
    expect(() => deductible({ year: 2025, status: 'single', magi: 0, contribution: 5_001, compensation: 5_000 })).toThrow(refusedAs('OVER_THE_LIMIT', 'contribution'));
  });

  it.each<FilingStatus>(['single', 'hoh', 'qss'])('a covered spouse of somebody who files as %s is a contradiction', (status) => {
    expect(() => deductible({ year: 2025, status, magi: 0, spouseCovered: true })).toThrow(refusedAs('CONTRADICTION', 'spouse_covered'));
  });

  it('a year whose range no source gives is refused only for the covered', () => {
    expect(deductible({ year: 2003, status: 'single', magi: 500_000 })).toBe(3_000);
    expect(() => deductible({ year: 2003, status: 'single', magi: 0, covered: true })).toThrow(refusedAs('AMOUNT_NOT_COVERED', 'tax_year'));
  });
});

describe('Age 70 1/2', () => {
  it.each([
    { year: 2019, age: 69, deduction: 7_000 },
    { year: 2019, age: 71, deduction: 0 },
    { year: 2020, age: 70, deduction: 7_000 },
    { year: 2020, age: 71, deduction: 7_000 },
  ])('ended the deduction through 2019: $deduction at $age in $year', ({ year, age, deduction }) => {
    expect(deductible({ year, status: 'single', magi: 0, age })).toBe(deduction);
  });

  it('may or may not have been reached at 70, so that it is asked', () => {
    expect(() => deductible({ year: 2019, status: 'single', magi: 0, age: 70 })).toThrow(refusedAs('NOT_A_CHOICE', 'age'));
  });
});

describe('Laws of the deduction', () => {
  const years = coveredYears.filter((year) => year >= 2020 && yearsCovering('deductionSingleStart').includes(year));
  const anyFacts = fc.record({
    year: fc.constantFrom(...years),
    status: fc.constantFrom(...filingStatuses),
    covered: fc.boolean(),
    magi: fc.integer({ min: -10_000, max: 300_000 }),
    compensation: fc.integer({ min: 0, max: 20_000 }),
  });

  it('is never negative, never more than compensation, never rises with income, and is all of it for the uncovered', () => {
    fc.assert(fc.property(anyFacts, fc.integer({ min: 0, max: 50_000 }), (given, more) => {
      const deduction = deductible(given);
      expect(deduction).toBeGreaterThanOrEqual(0);
      expect(deduction).toBeLessThanOrEqual(given.compensation);
      expect(deductible({ ...given, magi: given.magi + more })).toBeLessThanOrEqual(deduction);
      expect(deductible({ ...given, covered: false })).toBeGreaterThanOrEqual(deduction);
    }));
  });
});
