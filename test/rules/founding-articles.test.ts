import { Decimal, toPlaces, zero } from '../../src/engine/decimal';
import { rate, timesRate } from '../../src/engine/rates';
import type { Figures } from '../../src/engine/term';
import { ruleSettings } from '../../src/engine/worksheet';
import { input } from '../../src/engine/words';
import { form8606 } from '../../src/forms/form8606';
import { amountOf } from '../../src/law';
import { dueDateOf } from '../../src/law/dueDates';
import { projection } from '../../src/planner/projection/projection';
import { workOut } from '../../src/planner/work';
import { afterTaxConversion } from '../../src/rules/afterTaxConversion';
import { annualAdditions } from '../../src/rules/annualAdditions';
import { iraLimit } from '../../src/rules/iraLimit';
import { rothLimit, rothPhaseOut } from '../../src/rules/rothLimit';
import { dollars } from '../support/returns';

/**
 * The figures of the five founding articles that are limits, tax or growth (users/seeds.md, section A); those of Form 8606 are
 * in test/forms. All are of 2024, the year that the articles write of. Where one is wrong, the right one stands beside it.
 */
const nobodyElse = { spouseCompensation: null, spouseContributions: null } as const;
const iraLimitOf = (year: number, age: number): number => iraLimit({ year, age, filingStatus: null, compensation: null, ...nobodyElse }).toNumber();
const rothOf = (status: 'single' | 'mfj', magi: number): number => rothLimit({
  year: 2024, filingStatus: status, magi: new Decimal(magi), age: null, traditionalContributions: zero, compensation: null, ...nobodyElse,
}).toNumber();
const roomOf = (deferrals: number, employer: number, age: number | null = null): number => annualAdditions({
  year: 2024, deferrals: new Decimal(deferrals), employerContributions: new Decimal(employer), age, compensation: null, afterTaxSoFar: zero, deferralsElsewhere: zero, planCap: null,
  serviceCatchUp: zero, additionsInGroup: zero,
}).room.toNumber();

const taxOn = (amount: Decimal, percent: string): number => {
  const figures = { settings: ruleSettings, input: (name: string) => (name === 'rate' ? new Decimal(percent) : amount) } as unknown as Figures;
  return timesRate(input('amount', 'taxable'), rate('rate', 'the rate')).value(figures).toNumber();
};

const nadia = form8606(dollars({ contributionsInYear: 7_000, accountValues: 200_000, conversions: 7_000 }));

describe('Limits of 2024', () => {
  it('000, 002: 7,000 for IRAs, 23,000 of deferrals, 69,000 of additions, 4,150 for an HSA of one person', () => {
    expect([iraLimitOf(2024, 40), ...(['electiveDeferrals', 'annualAdditions', 'hsaSelf'] as const).map((name) => amountOf(name, 2024).toNumber())]).toEqual([7_000, 23_000, 69_000, 4_150]);
  });

  it('004 gives 7,500 for IRAs in 2024, twice: it is 7,000, and 8,000 from 50; 7,500 was the 401(k) catch-up, and is the IRA limit of 2026', () => {
    expect([iraLimitOf(2024, 49), iraLimitOf(2024, 50), amountOf('catchUp50', 2024).toNumber(), iraLimitOf(2026, 49)]).toEqual([7_000, 8_000, 7_500, 7_500]);
  });

  it.each([
    { status: 'single', start: 146_000, end: 161_000 }, { status: 'mfj', start: 230_000, end: 240_000 },
  ] as const)('001: $start is where the phase-out of $status begins; 004 takes it for the end, which is $end', ({ status, start, end }) => {
    expect(Object.values(rothPhaseOut(2024, status)).map(Number)).toEqual([start, end]);
    expect([rothOf(status, start), rothOf(status, start + 1), rothOf(status, end - 1), rothOf(status, end)]).toEqual([7_000, 7_000, 200, 0]);
    expect(rothOf(status, (start + end) / 2)).toBe(3_500);
  });

  /** Section A5: what a reader of 2026 needs instead. */
  it.each([
    { year: 2025, ira: [7_000, 8_000], deferrals: [23_500, 7_500, 11_250], additions: 70_000, single: [150_000, 165_000], joint: [236_000, 246_000] },
    { year: 2026, ira: [7_500, 8_600], deferrals: [24_500, 8_000, 11_250], additions: 72_000, single: [153_000, 168_000], joint: [242_000, 252_000] },
  ])('are stale for $year', ({ year, ira, deferrals, additions, single, joint }) => {
    expect([40, 50].map((age) => iraLimitOf(year, age))).toEqual(ira);
    expect((['electiveDeferrals', 'catchUp50', 'catchUp60To63'] as const).map((name) => amountOf(name, year).toNumber())).toEqual(deferrals);
    expect(amountOf('annualAdditions', year).toNumber()).toBe(additions);
    expect((['single', 'mfj'] as const).map((status) => Object.values(rothPhaseOut(year, status)).map(Number))).toEqual([single, joint]);
  });

  it('001 lets recharacterise "until tax day or until you file, whichever is sooner": the due date of 2024 is 15 April 2025, filed or not', () => {
    expect(dueDateOf(2024).date).toBe('2025-04-15');
  });
});

describe('The mega backdoor', () => {
  it.each([
    { article: '002', deferrals: 23_000, employer: 12_000, room: 34_000 }, { article: '004', deferrals: 23_000, employer: 10_000, room: 36_000 },
  ])('$article: 69,000 less $deferrals and $employer leaves $room', ({ deferrals, employer, room }) => {
    expect(roomOf(deferrals, employer)).toBe(room);
  });

  it('004: an employer that puts in 19,000 leaves 50,000 to the employee, 23,000 deferred and 27,000 after-tax', () => {
    expect(roomOf(23_000, 19_000)).toBe(27_000);
    expect(roomOf(0, 19_000)).toBe(50_000);
  });

  it('002: its own 7,000 and 34,000 are 41,000 of Roth a year, not "over 50,000"; that takes an employer who puts in nothing (53,000) or deferrals that are Roth too (64,000)', () => {
    const backdoor = iraLimitOf(2024, 40);
    expect([backdoor + roomOf(23_000, 12_000), backdoor + roomOf(23_000, 0), backdoor + roomOf(23_000, 12_000) + 23_000]).toEqual([41_000, 53_000, 64_000]);
  });

  it('001 calls it a taxable event that takes additional cash: only what it earned before it is converted is taxable', () => {
    const account = (balance: number) => afterTaxConversion({ converted: new Decimal(balance), basis: new Decimal(34_000), balance: new Decimal(balance) }).taxable.toNumber();
    expect([account(34_000), account(34_050)]).toEqual([0, 50]);
  });

  it('004 applies the pro-rata rule to a pre-tax 401(k) beside it: the after-tax account is its own contract, so 200,000 of pre-tax deferrals change nothing', () => {
    const asked = { converted: new Decimal(27_000), basis: new Decimal(27_000) };
    expect(afterTaxConversion({ ...asked, balance: new Decimal(27_000) }).taxable.toNumber()).toBe(0);
    expect(afterTaxConversion({ ...asked, balance: new Decimal(227_000) }).taxable.toNumber()).toBe(23_788.55);
  });
});

describe('003, Nadia: 7,000 converted beside 200,000', () => {
  it.each([
    { percent: '0.24', tax: 1_623.19 }, { percent: '0.32', tax: 2_164.25 }, { percent: '0.35', tax: 2_367.15 }, { percent: '0.37', tax: 2_502.42 },
  ])('costs $tax at $percent: no rate gives the "about 5,660", nor, of the brackets, the "2,400+" at 32%', ({ percent, tax }) => {
    expect(taxOn(nadia.toForm1040, percent)).toBe(tax);
    expect(tax === 5_660 || (percent === '0.32' && tax >= 2_400)).toBe(false);
  });

  it('5,660 would be 83.7% of the taxable amount, and 2,400 takes 35.5%', () => {
    expect([5_660, 2_400].map((tax) => toPlaces(new Decimal(tax).dividedBy(nadia.toForm1040).times(100), 1).toNumber())).toEqual([83.7, 35.5]);
  });

  it('a full conversion of the 200,000 costs 64,000 at 32%; the "60,000 or more" is 30%', () => {
    expect([taxOn(new Decimal(200_000), '0.32'), taxOn(new Decimal(200_000), '0.3')]).toEqual([64_000, 60_000]);
  });
});

describe('Tax-free shares that the articles round (line 10)', () => {
  it.each([
    { article: '003, 3.4%', basis: 7_000, pretax: 200_000, share: 3.3816 }, { article: '003, 1.4% of $500,000', basis: 7_000, pretax: 500_000, share: 1.3807 },
    { article: '002, 98% pre-tax of $300,000', basis: 7_000, pretax: 300_000, share: 2.2801 }, { article: '000, 95%+ of a SEP of $150,000', basis: 7_000, pretax: 150_000, share: 4.4586 },
    { article: '002, a tiny fraction of $95,000', basis: 7_000, pretax: 95_000, share: 6.8627 }, { article: '004, 91% pre-tax of $50,000', basis: 5_000, pretax: 50_000, share: 9.0909 },
    { article: '001, 90% pre-tax of $54,000', basis: 6_000, pretax: 54_000, share: 10 },
  ])('$article: $share%', ({ basis, pretax, share }) => {
    const form = form8606(dollars({ contributionsInYear: basis, accountValues: pretax, conversions: basis }));
    expect(toPlaces((form.line('10') ?? zero).times(100), 4).toNumber()).toBe(share);
  });
});

describe('002, the table of twenty years at 7%: 130,000; 320,000; 610,000; 1,010,000', () => {
  const after = (backdoor: number, mega: number, when: string): readonly number[] => {
    const worked = workOut(projection, 2026, { 'rounding:rounding': 'cents', 'start:backdoor': backdoor, 'start:mega': mega, 'start:return': 0.07, 'start:when': when });
    return [5, 10, 15, 20].map((years) => toPlaces(worked.amount(`after ${years}`, 'Balance there') ?? zero, 0).toNumber());
  };

  it.each([
    { backdoor: 7_000, mega: 30_000, when: 'end of year', right: [212_777, 511_209, 929_774, 1_516_833] },
    { backdoor: 7_000, mega: 30_000, when: 'beginning of year', right: [227_672, 546_993, 994_858, 1_623_012] },
    { backdoor: 0, mega: 30_000, when: 'end of year', right: [172_522, 414_493, 753_871, 1_229_865] },
    { backdoor: 0, mega: 30_000, when: 'beginning of year', right: [184_599, 443_508, 806_642, 1_315_955] },
    { backdoor: 7_000, mega: 0, when: 'end of year', right: [40_255, 96_715, 175_903, 286_968] },
  ])('fits no stream: $backdoor and $mega a year at the $when come to $right', ({ backdoor, mega, when, right }) => {
    expect(after(backdoor, mega, when)).toEqual(right);
  });

  it('is at year 5 below what was paid in by then', () => {
    const worked = workOut(projection, 2026, { 'start:backdoor': 0, 'start:mega': 30_000, 'start:return': 0.07 });
    expect(worked.amount('after 5', 'Paid in there')?.toNumber()).toBe(150_000);
  });
});
