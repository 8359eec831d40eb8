import { Decimal } from '../../src/engine/decimal';
import { Refusal } from '../../src/engine/refusal';
import type { FilingStatus } from '../../src/law/constants';
import { iraLimit } from '../../src/rules/iraLimit';

interface Given { year: number; age?: number; status?: FilingStatus; own?: number; spouse?: number; spouseContributed?: number }

const amount = (given: number | undefined): Decimal | null => (given === undefined ? null : new Decimal(given));

const limitOf = ({ year, age, status, own, spouse, spouseContributed }: Given): number => iraLimit({
  year,
  age: age ?? null,
  filingStatus: status ?? null,
  compensation: amount(own),
  spouseCompensation: amount(spouse),
  spouseContributions: amount(spouseContributed),
}).toNumber();

describe('The limit over all IRAs of a person', () => {
  it.each([[0, 0], [6_999, 6_999], [7_000, 7_000], [7_001, 7_000]])('with compensation of %i is %i in 2025', (own, limit) => {
    expect(limitOf({ year: 2025, own })).toBe(limit);
  });

  it('is the dollar limit where no compensation is given: it is not tested', () => {
    expect(limitOf({ year: 2025 })).toBe(7_000);
    expect(limitOf({ year: 2025, status: 'mfj' })).toBe(7_000);
  });

  it.each([[49, 7_000], [50, 8_000], [72, 8_000]])('at age %i is %i in 2025', (age, limit) => {
    expect(limitOf({ year: 2025, age })).toBe(limit);
  });
});

describe('A spouse\'s compensation, 26 U.S.C. § 219(c)', () => {
  it('lets Kristin, without earnings, contribute the whole limit (Pub. 590-A, 2021)', () => {
    expect(limitOf({ year: 2021, status: 'mfj', own: 0, spouse: 30_000, spouseContributed: 6_000 })).toBe(6_000);
  });

  it('lets Sue, with 1,500 of her own, contribute the whole limit: 1,500 + 70,000 - 3,500 - 2,000 (IRS volunteer training, Gene and Sue)', () => {
    expect(limitOf({ year: 2023, age: 50, status: 'mfj', own: 1_500, spouse: 70_000, spouseContributed: 5_500 })).toBe(7_500);
  });

  it.each([
    { spouseContributed: 999, limit: 7_000 },
    { spouseContributed: 1_000, limit: 7_000 },
    { spouseContributed: 1_001, limit: 6_999 },
  ])('counts only after the spouse\'s contributions of $spouseContributed', ({ spouseContributed, limit }) => {
    expect(limitOf({ year: 2025, status: 'mfj', own: 1_000, spouse: 7_000, spouseContributed })).toBe(limit);
  });

  it.each([
    { spouse: 3_999, limit: 4_000 },
    { spouse: 4_000, limit: 4_000 },
    { spouse: 4_001, limit: 7_000 },
  ])('of $spouse beside 4,000 counts only for the one who earned less', ({ spouse, limit }) => {
    expect(limitOf({ year: 2025, status: 'mfj', own: 4_000, spouse })).toBe(limit);
  });

  it('is zero where only the person\'s own is given', () => {
    expect(limitOf({ year: 2025, status: 'mfj', own: 3_000 })).toBe(3_000);
  });

  it.each<{ given: Given; code: string; names: string }>([
    { given: { year: 2025, own: 0, spouse: 9_000 }, code: 'MISSING', names: 'filing_status' },
    { given: { year: 2025, status: 'single', own: 0, spouse: 9_000 }, code: 'CONTRADICTION', names: 'spouse_compensation' },
    { given: { year: 2025, status: 'mfs', own: 0, spouse: 9_000 }, code: 'CONTRADICTION', names: 'spouse_compensation' },
    { given: { year: 2025, status: 'mfj', spouse: 9_000 }, code: 'MISSING', names: 'compensation' },
    { given: { year: 2025, status: 'mfj', own: 0, spouse: 5_000, spouseContributed: 5_001 }, code: 'OVER_THE_LIMIT', names: 'spouse_ira_contributions' },
  ])('is refused as $code of $names where it cannot be what was meant', ({ given, code, names }) => {
    expect(() => limitOf(given)).toThrow(Refusal);
    expect(() => limitOf(given)).toThrow(expect.objectContaining({ code, argument: names }) as Error);
  });

  it('of zero does no harm to a person who files alone', () => {
    expect(limitOf({ year: 2025, status: 'single', own: 9_000, spouse: 0 })).toBe(7_000);
  });
});
