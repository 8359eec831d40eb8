import { Decimal, zero } from '../../src/engine/decimal';
import { amountOf, coveredYears, yearsCovering } from '../../src/law';
import type { AmountName } from '../../src/law/amounts';
import { filingStatuses } from '../../src/law/constants';
import { annualAdditions } from '../../src/rules/annualAdditions';
import { catchUpLimit } from '../../src/rules/catchUp';
import { deferralRoom } from '../../src/rules/deferralRoom';
import { employerContribution } from '../../src/rules/employerContribution';
import { excessContributions } from '../../src/rules/excessContributions';
import { deductionPhaseOut, iraDeduction } from '../../src/rules/iraDeduction';
import { iraLimit } from '../../src/rules/iraLimit';
import { iraPayments } from '../../src/rules/iraPayments';

/** Each threshold of each covered year, walked: below, at and above. The Roth ranges are walked in rothLimit.test.ts. */
const named = (name: AmountName, year: number): number => amountOf(name, year).toNumber();
const nobodyElse = { spouseCompensation: null, spouseContributions: null } as const;
const from = (first: number, ...needed: readonly AmountName[]): readonly number[] =>
  coveredYears.filter((year) => year >= first && needed.every((name) => yearsCovering(name).includes(year)));
const around = (amount: number): readonly number[] => [amount - 1, amount, amount + 1];

describe('The IRA limit', () => {
  const limitOf = (year: number, age: number, compensation: number): number => iraLimit({ year, age, filingStatus: null, compensation: new Decimal(compensation), ...nobodyElse }).toNumber();
  const excessOf = (year: number, traditional: number): number => excessContributions({
    year, filingStatus: 'single', magi: zero, age: 40, traditionalContributions: new Decimal(traditional), rothContributions: zero, compensation: null, ...nobodyElse,
  }).total.toNumber();

  it.each(coveredYears)('of %i: compensation and contributions below, at and above it', (year) => {
    const limit = named('iraLimit', year);
    expect(around(limit).map((compensation) => limitOf(year, 40, compensation))).toEqual([limit - 1, limit, limit]);
    expect(around(limit).map((contributed) => excessOf(year, contributed))).toEqual([0, 0, 1]);
  });

  it.each(from(2002, 'iraCatchUp50'))('of %i at 49, 50 and 51', (year) => {
    const limit = named('iraLimit', year);
    const more = limit + named('iraCatchUp50', year);
    expect([49, 50, 51].map((age) => limitOf(year, age, 1e6))).toEqual([limit, more, more]);
    expect(around(more).map((compensation) => limitOf(year, 50, compensation))).toEqual([more - 1, more, more]);
  });
});

describe('The range of the IRA deduction', () => {
  const covers = from(1998, 'deductionSingleStart', 'deductionJointStart');
  const cases = [
    ...covers.flatMap((year) => filingStatuses.map((status) => ({ year, status, covered: true, spouseCovered: false }))),
    ...coveredYears.map((year) => ({ year, status: 'mfj' as const, covered: false, spouseCovered: true })),
  ];

  it.each(cases)('of $year for $status (covered: $covered, spouse: $spouseCovered): all at the start, 200 at the end, then nothing', ({ year, status, covered, spouseCovered }) => {
    const facts = { year, filingStatus: status, covered, spouseCovered, age: 40, contribution: null, compensation: null, ...nobodyElse };
    const range = deductionPhaseOut(facts);
    const deductible = (magi: Decimal): number => iraDeduction({ ...facts, magi }).toNumber();
    const full = named('iraLimit', year);
    expect([-1, 0].map((step) => deductible(range!.start.plus(step)))).toEqual([full, full]);
    expect(deductible(range!.start.plus(100))).toBeLessThan(full);
    expect([-1, 0, 1].map((step) => deductible(range!.end.plus(step)))).toEqual([200, 0, 0]);
  });

  it('is there for a spouse who counts on separate returns after living together, and for no single person', () => {
    const facts = { year: 2025, magi: zero, covered: false, age: 40, contribution: null, compensation: null, ...nobodyElse };
    expect(deductionPhaseOut({ ...facts, filingStatus: 'mfs', spouseCovered: true })?.end.toNumber()).toBe(10_000);
    expect(deductionPhaseOut({ ...facts, filingStatus: 'mfs-apart', spouseCovered: true })).toBeNull();
    expect(deductionPhaseOut({ ...facts, filingStatus: 'single', spouseCovered: false })).toBeNull();
  });
});

describe('The limits of plans', () => {
  const room = (year: number, deferrals: number, employer: number, age = 40): number => annualAdditions({
    year, deferrals: new Decimal(deferrals), employerContributions: new Decimal(employer), age, compensation: null, afterTaxSoFar: zero, deferralsElsewhere: zero, planCap: null,
    serviceCatchUp: zero, additionsInGroup: zero,
  }).room.toNumber();
  const deferrable = (year: number, elsewhere: number, age = 40): number =>
    deferralRoom({ year, deferredElsewhere: new Decimal(elsewhere), deferredHere: zero, age, compensation: null, serviceCatchUp: zero }).toNumber();
  const refusedAbove = (ask: () => unknown): void => expect(ask).toThrow(expect.objectContaining({ code: 'OVER_THE_LIMIT', argument: 'deferrals_here' }) as Error);

  it.each(from(1999, 'electiveDeferrals'))('402(g) of %i: one below leaves one, at it none, above it is refused', (year) => {
    const limit = named('electiveDeferrals', year);
    expect([limit - 1, limit].map((elsewhere) => deferrable(year, elsewhere))).toEqual([1, 0]);
    refusedAbove(() => deferrable(year, limit + 1));
  });

  it.each(from(2006, 'catchUp50'))('402(g) and 414(v) of %i at 49, 50, 59, 60, 63 and 64', (year) => {
    const [limit, regular] = [named('electiveDeferrals', year), named('catchUp50', year)];
    const higher = year >= 2025 ? named('catchUp60To63', year) : regular;
    expect([49, 50, 59, 60, 63, 64].map((age) => catchUpLimit(year, age).toNumber())).toEqual([0, regular, regular, higher, higher, regular]);
    for (const [age, most] of [[50, limit + regular], [61, limit + higher]] as const) {
      expect(around(limit).map((deferrals) => room(year, deferrals, 0, age))).toEqual([1, 0, 0].map((one) => named('annualAdditions', year) - limit + one));
      expect(deferrable(year, most, age)).toBe(0);
      refusedAbove(() => deferrable(year, most + 1, age));
    }
  });

  it.each(from(2002, 'annualAdditions'))('415(c) of %i: employer money one below leaves one, at it and above it none', (year) => {
    expect(around(named('annualAdditions', year)).map((employer) => room(year, 0, employer))).toEqual([1, 0, 0]);
  });

  it.each(from(2002, 'planCompensation'))('401(a)(17) of %i: a tenth of pay below, at and above it', (year) => {
    const limit = named('planCompensation', year);
    const tenth = (pay: number): number => employerContribution({ year, rate: new Decimal('0.1'), pay: new Decimal(pay), selfEmployed: false, halfSeTax: null, deferrals: zero }).contribution.toNumber();
    expect(around(limit).map(tenth)).toEqual([limit / 10 - 0.1, limit / 10, limit / 10]);
  });
});

describe('The limit on charitable distributions', () => {
  it.each(from(2006, 'qcdLimit'))('of %i: what is beyond it is a distribution', (year) => {
    const limit = named('qcdLimit', year);
    const none = { converted: zero, rolledOver: zero, charitableUsed: zero, returned: zero, hsaFunding: zero, withheld: zero, replaced: zero };
    const line7 = (charitable: number): number | undefined => iraPayments({ ...none, year, gross: new Decimal(limit + 1), charitable: new Decimal(charitable) }).line('7')?.toNumber();
    expect(around(limit).map(line7)).toEqual([2, 1, 1]);
  });
});
