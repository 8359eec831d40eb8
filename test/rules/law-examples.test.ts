import { Decimal, zero } from '../../src/engine/decimal';
import { form5329 } from '../../src/forms/form5329';
import { amountOf } from '../../src/law';
import type { FilingStatus } from '../../src/law/constants';
import { afterTaxConversion } from '../../src/rules/afterTaxConversion';
import { annualAdditions } from '../../src/rules/annualAdditions';
import { deferralRoom } from '../../src/rules/deferralRoom';
import { employerContribution } from '../../src/rules/employerContribution';
import { excessContributions } from '../../src/rules/excessContributions';
import { iraDeduction } from '../../src/rules/iraDeduction';
import { iraLimit } from '../../src/rules/iraLimit';
import { rothLimit, rothPhaseOut } from '../../src/rules/rothLimit';
import examples from '../fixtures/rules/law-examples.json';

/**
 * The collected worked examples that speak of limits and plans (fixtures/rules/law-examples.json names the source of each). What
 * a source has wrong stands beside the right figure and why.
 */
type Numbers = Readonly<Record<string, number>>;

const read = new Set<string>();
const found = (id: string) => {
  read.add(id);
  const example = examples.find((candidate) => candidate.id === id);
  if (!example) throw new Error(`No example ${id}.`);
  return {
    source: example.source,
    inputs: example.inputs as unknown as Numbers,
    published: example.published as unknown,
    recomputed: example.recomputed as unknown as Numbers,
  };
};

const dollars = (amount: number | undefined): Decimal => new Decimal(amount ?? 0);
const orNull = (amount: number | undefined): Decimal | null => (amount === undefined ? null : new Decimal(amount));
const nobodyElse = { spouseCompensation: null, spouseContributions: null };

const rothOf = (year: number, filingStatus: FilingStatus, magi: number, more: { other?: number; compensation?: number; age?: number } = {}): number => rothLimit({
  year, filingStatus, magi: dollars(magi), age: more.age ?? null, traditionalContributions: dollars(more.other), compensation: orNull(more.compensation), ...nobodyElse,
}).toNumber();

const roomOf = (year: number, deferrals: number, employer: number, more: { age?: number; pay?: number } = {}): number => annualAdditions({
  year, deferrals: dollars(deferrals), employerContributions: dollars(employer), age: more.age ?? null, compensation: orNull(more.pay), afterTaxSoFar: zero,
  deferralsElsewhere: zero, planCap: null, serviceCatchUp: zero, additionsInGroup: zero,
}).room.toNumber();

describe('Roth limits', () => {
  for (const id of [
    'agentledger-roth-2026', 'contract-2017', 'si-1998', 'earlyret-2007', 'gem-2015-single-floor', 'ireading-2009', 'gem-2015-mfj-one-person', 'code-2024-mfj-235k',
    'gem-2015-single',
  ]) {
    const { inputs, recomputed, source } = found(id);
    const status = (inputs as unknown as { status: FilingStatus }).status;
    it(`${id}: ${recomputed['exact']} for ${status} with ${inputs['magi']} in ${inputs['year']} (${source})`, () => {
      expect(rothOf(inputs['year']!, status, inputs['magi']!, { other: inputs['other_ira_contributions']! })).toBe(recomputed['exact']);
      expect(rothPhaseOut(inputs['year']!, status).start.toNumber()).toBe(inputs['start']);
    });
  }

  it('earlyret-2007 and code-2024-mfj-235k print 2.66k and 2,800: what is left is rounded up to 2,670, and half of 7,000 is 3,500', () => {
    expect([found('earlyret-2007').published, found('code-2024-mfj-235k').published]).toEqual(['2.66k', 2_800]);
  });

  it('gem-2015-mfj-one-50: 4,210 for two persons, not the 4,200 of one limit and one rounding for the couple', () => {
    const { inputs, published, recomputed } = found('gem-2015-mfj-one-50');
    const couple = [49, 50].map((age) => rothOf(inputs['year']!, 'mfj', inputs['magi']!, { age }));
    expect(couple.reduce((sum, one) => sum + one, 0)).toBe(recomputed['sum_of_per_person_limits']);
    expect(published).toBe(4_200);
  });

  it('irs-roth-2024-page-error: 230,000 is subtracted in 2024, not the 228,000 that the IRS page says in its second step', () => {
    const { recomputed, published } = found('irs-roth-2024-page-error');
    expect(rothPhaseOut(2024, 'mfj').start.toNumber()).toBe(recomputed['subtract']);
    expect(published).toEqual({ subtract: 228_000 });
  });

  it('irs-round-examples: 490.30 goes up to 500 and 611.40 to 620', () => {
    const { inputs, recomputed } = found('irs-round-examples');
    for (const key of ['a', 'b']) expect(rothOf(2024, 'single', 146_000 + 15_000 * (1 - inputs[key]! / 7_000))).toBe(recomputed[key]);
  });

  it('constructed-roth-tail-3dp: 200 is left in the last dollars of the range, where three places give nothing', () => {
    const { inputs, recomputed } = found('constructed-roth-tail-3dp');
    expect(rothOf(inputs['year']!, 'single', inputs['magi']!)).toBe(recomputed['exact_or_8606_worksheet']);
  });

  it('constructed-roth-order-of-ops: reduced first, then held to what other contributions leave', () => {
    const { inputs, recomputed } = found('constructed-roth-order-of-ops');
    expect(rothOf(inputs['year']!, 'single', inputs['magi']!, { other: inputs['other_ira']! })).toBe(recomputed['correct']);
  });

  it('constructed-roth-comp-cap: compensation enters before the phase-out', () => {
    const { inputs, recomputed } = found('constructed-roth-comp-cap');
    expect(rothOf(inputs['year']!, 'single', inputs['magi']!, { compensation: inputs['compensation']! })).toBe(recomputed['w2_2']);
  });
});

describe('Spousal limits', () => {
  it('irs-590a-kristin: 24,000 of compensation lets her contribute 6,000', () => {
    const { inputs, recomputed } = found('irs-590a-kristin');
    const given = {
      year: inputs['year']!, age: null, filingStatus: 'mfj', compensation: dollars(inputs['comp_self']), spouseCompensation: dollars(inputs['comp_spouse']),
      spouseContributions: dollars(inputs['spouse_contributes']),
    } as const;
    expect(iraLimit(given).toNumber()).toBe(recomputed['limit']);
  });

  it('irs-vita-gene-sue: his traditional and his Roth contributions both come off the 71,500, which leaves her all of 7,500', () => {
    const { inputs, recomputed } = found('irs-vita-gene-sue');
    const limit = iraLimit({
      year: 2023, age: 50, filingStatus: 'mfj', compensation: dollars(inputs['comp_sue']), spouseCompensation: dollars(inputs['comp_gene']),
      spouseContributions: dollars(inputs['gene_trad']! + inputs['gene_roth']!),
    });
    expect(limit.toNumber()).toBe(recomputed['limit_sue']);
  });
});

describe('IRA deductions', () => {
  const status: Readonly<Record<string, { status: FilingStatus; covered: boolean; spouseCovered: boolean; age: number | null }>> = {
    '590a-2025-ex2-secondhand': { status: 'mfj', covered: false, spouseCovered: true, age: null },
    'irs-590-2002-appB': { status: 'mfj', covered: true, spouseCovered: false, age: 50 },
    'agentledger-590a-ex1-2026': { status: 'mfj', covered: true, spouseCovered: false, age: null },
    'agentledger-age50': { status: 'single', covered: true, spouseCovered: false, age: 50 },
    'irs-vita-emily-2014': { status: 'single', covered: true, spouseCovered: false, age: null },
  };
  for (const [id, person] of Object.entries(status)) {
    const { inputs, recomputed, source } = found(id);
    it(`${id}: ${recomputed['deduction']} deductible, ${recomputed['nondeductible_8606_line1']} to Form 8606, line 1 (${source})`, () => {
      const contribution = dollars(inputs['contribution']);
      const deduction = iraDeduction({
        year: inputs['year']!, filingStatus: person.status, magi: dollars(inputs['magi']), covered: person.covered, spouseCovered: person.spouseCovered, age: person.age,
        contribution, compensation: dollars(inputs['compensation']), ...nobodyElse,
      });
      expect([deduction.toNumber(), contribution.minus(deduction).toNumber()]).toEqual([recomputed['deduction'], recomputed['nondeductible_8606_line1']]);
    });
  }
});

describe('Excess contributions', () => {
  it('bankrate-excess: 900 of 2,000 is beyond compensation of 1,100, and costs 54 a year', () => {
    const { inputs, recomputed } = found('bankrate-excess');
    const { traditional } = excessContributions({
      year: 2006, filingStatus: 'single', magi: null, traditionalContributions: dollars(inputs['contribution']), rothContributions: zero, age: null,
      compensation: dollars(inputs['compensation']), ...nobodyElse,
    });
    expect(traditional.toNumber()).toBe(recomputed['excess']);
    const form = form5329('17', {
      excessBefore: zero, excessThisYear: traditional, valueAtYearEnd: dollars(50_000), unusedLimit: zero, distributions: zero, withdrawn: zero, allWithdrawn: false,
    });
    expect(form.line('17')?.toNumber()).toBe(recomputed['excise']);
  });

  it('irs-vita-maria: an excess removed in time counts as never contributed, so there is no excise; the 10% on its earnings ended on 29 December 2022', () => {
    const { recomputed, published } = found('irs-vita-maria');
    const { total } = excessContributions({
      year: 2024, filingStatus: 'single', magi: zero, traditionalContributions: zero, rothContributions: zero, age: 35, compensation: dollars(50_000), ...nobodyElse,
    });
    expect(total.toNumber()).toBe((published as Numbers)['excise_6pct']);
    expect(recomputed['additional_10pct_if_distributed_on_or_after_2022-12-29']).toBe(0);
  });
});

describe('Plans', () => {
  for (const [id, year, published] of [
    ['irahelp-72073-old', 2022, 30_250], ['supercalc-2025-5k', 2025, 40_500], ['wenxue-2026', 2026, { after_tax: 25_900, total_with_catch_up: 80_000 }], ['costcalc-2024', 2024, 39_000],
    ['supercalc-2025-max', 2025, 'up to 47,000'],
  ] as const) {
    const example = found(id);
    it(`${id}: room for ${example.recomputed['room']} (${example.source})`, () => {
      expect(roomOf(year, example.inputs['deferrals']!, example.inputs['employer']!)).toBe(example.recomputed['room']);
      expect(example.published).toEqual(published);
      expect(amountOf('annualAdditions', year).toNumber()).toBe(example.inputs['limit_415c']);
    });
  }

  it('wenxue-2026: with a catch-up of 8,000 on top 80,000 goes in; the match is 6% of pay up to the 401(a)(17) limit', () => {
    const { inputs } = found('wenxue-2026');
    expect(roomOf(2026, inputs['deferrals']! + 8_000, inputs['employer']!, { age: 52 })).toBe(25_900);
    const match = employerContribution({ year: 2026, rate: new Decimal('0.06'), pay: dollars(1_000_000), selfEmployed: false, halfSeTax: null, deferrals: zero });
    expect(match.contribution.toNumber()).toBe(inputs['employer']);
  });

  it('claimyr-415c: 70,000 and 23,500 are the limits of 2025; the page prints those of 2024', () => {
    const { recomputed, published } = found('claimyr-415c');
    expect({ '415c': amountOf('annualAdditions', 2025).toNumber(), '402g': amountOf('electiveDeferrals', 2025).toNumber() }).toEqual(recomputed);
    expect({ '415c': amountOf('annualAdditions', 2024).toNumber(), '402g': amountOf('electiveDeferrals', 2024).toNumber() }).toEqual(published);
  });

  it('constructed-mega-comp-cap: 100% of pay binds', () => {
    const { inputs, recomputed } = found('constructed-mega-comp-cap');
    expect(roomOf(2026, inputs['deferrals']!, inputs['employer']!, { pay: inputs['comp']! })).toBe(recomputed['room']);
  });

  it('irs-402g-two-employers: after 2,500 with the first, 17,000 is left at the second', () => {
    const { inputs, recomputed } = found('irs-402g-two-employers');
    expect(deferralRoom({
      year: inputs['year']!, deferredElsewhere: dollars(inputs['deferred_old']), deferredHere: zero, age: inputs['age']!, compensation: null, serviceCatchUp: zero,
    }).toNumber()).toBe(recomputed['max_new']);
  });

  for (const [id, year] of [['irs-ben-2014', 2014], ['irs-ben-2016', 2016]] as const) {
    const { inputs, recomputed, source } = found(id);
    it(`${id}: 25% of pay is 12,500, and 100% of pay leaves room for ${recomputed['mega_room_if_plan_allowed_after_tax']} after-tax: the total was not the maximum (${source})`, () => {
      const pay = inputs['w2']!;
      const { contribution } = employerContribution({ year, rate: new Decimal('0.25'), pay: dollars(pay), selfEmployed: false, halfSeTax: null, deferrals: dollars(inputs['deferral']) });
      expect(contribution.toNumber()).toBe(inputs['employer_25pct']);
      const deferrals = inputs['deferral']! + inputs['catch_up']!;
      expect(deferrals + contribution.toNumber()).toBe(recomputed['total']);
      expect(roomOf(year, deferrals, contribution.toNumber(), { age: inputs['age']!, pay })).toBe(recomputed['mega_room_if_plan_allowed_after_tax']);
    });
  }

  it('vlex-2017-R: a fifth of 180,000 is 36,000, which with 18,000 fills the 54,000; catch-up of 6,000 comes on top', () => {
    const { inputs, recomputed } = found('vlex-2017-R');
    const net = inputs['se_income_net_of_half_SE_tax']!;
    const { contribution, compensation } = employerContribution({
      year: 2017, rate: new Decimal('0.25'), pay: dollars(net), selfEmployed: true, halfSeTax: zero, deferrals: dollars(recomputed['deferral']),
    });
    expect([contribution.toNumber(), compensation.toNumber()]).toEqual([recomputed['employer'], net - recomputed['employer']!]);
    const deferrals = recomputed['deferral']! + recomputed['plus_catch_up']!;
    expect(roomOf(2017, deferrals, contribution.toNumber(), { age: inputs['age']!, pay: compensation.toNumber() })).toBe(recomputed['mega_room']);
    expect(deferrals + contribution.toNumber()).toBe(recomputed['total']);
  });

  it('pub560-rate: 10%, 10.5% and 25% become 0.090909, 0.095023 and 0.2 of net earnings', () => {
    const { recomputed } = found('pub560-rate');
    for (const [percent, reduced] of Object.entries(recomputed)) {
      const { contribution } = employerContribution({
        year: 2024, rate: new Decimal(percent.slice(0, -1)).dividedBy(100), pay: dollars(100_000), selfEmployed: true, halfSeTax: zero, deferrals: zero,
      });
      expect(contribution.dividedBy(100_000).toNumber()).toBeCloseTo(reduced, 6);
    }
  });
});

describe('Converting after-tax money of a plan', () => {
  it('irs-aftertax-50k: half of a plan of 80,000 and 20,000 carries 10,000 after-tax', () => {
    const { inputs, recomputed } = found('irs-aftertax-50k');
    const whole = dollars(inputs['pre_tax']! + inputs['after_tax']!);
    expect(afterTaxConversion({ converted: dollars(inputs['distribution']), basis: dollars(inputs['after_tax']), balance: whole }).taxFree.toNumber()).toBe(recomputed['after_tax']);
  });

  it('irs-aftertax-100k-split: of the whole plan 80,000 goes to a traditional IRA, and the 10,000 that go to a Roth IRA are all after-tax', () => {
    const { inputs, published, recomputed } = found('irs-aftertax-100k-split');
    const whole = dollars(inputs['distribution']);
    const { taxable } = afterTaxConversion({ converted: whole, basis: dollars(inputs['after_tax']), balance: whole });
    expect(taxable.minus((published as Numbers)['to_trad_IRA']!).toNumber()).toBe(recomputed['taxable']);
  });
});

it('every example of the list is read by a test above', () => {
  expect([...read].sort()).toEqual(examples.map(({ id }) => id).sort());
});
