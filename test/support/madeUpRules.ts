import { Decimal } from '../../src/engine/decimal';
import type { FormEntry } from '../../src/engine/form';
import { fillInWorksheet, ruleSettings, type Worksheet, type WorksheetGiven } from '../../src/engine/worksheet';
import { form5329PartIII, form5329PartIV } from '../../src/forms/form5329';
import { amountOf } from '../../src/law';
import { filingStatuses, type FilingStatus } from '../../src/law/constants';
import { afterTaxWorksheet } from '../../src/rules/afterTaxConversion';
import { annualAdditionsGiven, annualAdditionsWorksheet, type AnnualAdditionsFacts } from '../../src/rules/annualAdditions';
import { deferralGiven, deferralWorksheet, type DeferralFacts } from '../../src/rules/deferralRoom';
import { employerGiven, employerWorksheet, type EmployerFacts } from '../../src/rules/employerContribution';
import { excessGiven, excessWorksheet, type ExcessFacts } from '../../src/rules/excessContributions';
import { iraDeductionGiven, iraDeductionWorksheet, type IraDeductionFacts } from '../../src/rules/iraDeduction';
import { paymentGiven, paymentWorksheet, type PaymentFacts } from '../../src/rules/iraPayments';
import { magiInputs, magiWorksheet } from '../../src/rules/modifiedAgi';
import { pretaxInputs, pretaxWorksheet } from '../../src/rules/pretaxToMove';
import { returnedWorksheet } from '../../src/rules/returnedContribution';
import { rothCatchUpGiven, rothCatchUpWorksheet } from '../../src/rules/rothCatchUp';
import { rothLimitGiven, rothLimitWorksheet } from '../../src/rules/rothLimit';
import type { Limits, Person, PlanYear } from './ruleOracle';
import { Numbers } from './returns';

/** Facts of the rules made up from a seed. Amounts are whole cents; the edges of each limit come up as often as what lies between. */

export const toDollars = (cents: bigint): Decimal => new Decimal(cents.toString()).dividedBy(100);
export const toCents = (amount: Decimal): bigint => BigInt(amount.times(100).toFixed());
const ifKnown = (cents: bigint | null): Decimal | null => (cents === null ? null : toDollars(cents));

/** Years for which the table has every limit that the rules ask for. */
const year = (numbers: Numbers): number => Number(numbers.between(2006n, 2026n));

/** To the dollar, to the cent, nothing, or right beside an edge. */
const amount = (numbers: Numbers, mostDollars: bigint, ...edges: readonly bigint[]): bigint => {
  if (numbers.chance(10)) return 0n;
  if (edges.length > 0 && numbers.chance(45)) {
    const beside = numbers.oneOf(edges) + numbers.oneOf([-100n, -1n, 0n, 1n, 100n]);
    return beside < 0n ? 0n : beside;
  }
  return numbers.chance(50) ? numbers.upTo(mostDollars) * 100n : numbers.upTo(mostDollars * 100n);
};

const limitsOf = (taxYear: number): Limits => {
  const cents = (name: Parameters<typeof amountOf>[0]): bigint => toCents(amountOf(name, taxYear));
  return {
    iraLimit: cents('iraLimit'), iraCatchUp50: cents('iraCatchUp50'), electiveDeferrals: cents('electiveDeferrals'), catchUp50: cents('catchUp50'),
    catchUp60To63: taxYear >= 2025 ? cents('catchUp60To63') : cents('catchUp50'), annualAdditions: cents('annualAdditions'), planCompensation: cents('planCompensation'),
  };
};

const ages = [18, 49, 50, 55, 59, 60, 63, 64, 69, 71, 90] as const;

export interface IraCase {
  readonly year: number;
  readonly status: FilingStatus;
  readonly person: Person;
  readonly limits: Limits;
  readonly magi: bigint;
  readonly traditional: bigint;
  readonly roth: bigint;
}

/** A person's IRA contributions of a year; `range` makes the income fall on both sides of it and onto its edges. */
export const madeUpIraCase = (numbers: Numbers, range: (taxYear: number, status: FilingStatus) => { readonly start: Decimal; readonly end: Decimal } | null, from = 2006): IraCase => {
  const taxYear = Number(numbers.between(BigInt(from), 2026n));
  const limits = limitsOf(taxYear);
  const status = numbers.oneOf(filingStatuses);
  const [start, end] = Object.values(range(taxYear, status) ?? { start: new Decimal(0), end: new Decimal(10_000) }).map(toCents) as [bigint, bigint];
  const spouseCompensation = status === 'mfj' && numbers.chance(60) ? amount(numbers, 40_000n) : 0n;
  const compensation = numbers.chance(20) && spouseCompensation === 0n ? null : amount(numbers, 20_000n, limits.iraLimit, limits.iraLimit + limits.iraCatchUp50, spouseCompensation);
  const within = start + numbers.upTo(end - start);
  return {
    year: taxYear,
    status,
    limits,
    person: {
      age: numbers.oneOf(ages), jointReturn: status === 'mfj', compensation, spouseCompensation, spouseContributions: numbers.upTo(spouseCompensation < 800_000n ? spouseCompensation : 800_000n),
    },
    magi: numbers.chance(60) ? within : numbers.oneOf([start - 100n, start - 1n, start, start + 1n, end - 1n, end, end + 1n, end + 5_000_000n, -100_000n]),
    traditional: amount(numbers, 9_000n, limits.iraLimit),
    roth: amount(numbers, 9_000n, limits.iraLimit),
  };
};

const personFacts = ({ year: taxYear, status, person }: IraCase) => ({
  year: taxYear,
  filingStatus: status,
  age: person.age,
  compensation: ifKnown(person.compensation),
  spouseCompensation: person.spouseCompensation === 0n ? null : toDollars(person.spouseCompensation),
  spouseContributions: toDollars(person.spouseContributions),
});

export const rothFactsOf = (made: IraCase) => ({ ...personFacts(made), magi: toDollars(made.magi), traditionalContributions: toDollars(made.traditional) });
export const excessFactsOf = (made: IraCase): ExcessFacts => ({ ...rothFactsOf(made), rothContributions: toDollars(made.roth) });
export const deductionFactsOf = (made: IraCase, covered: boolean, contribution: bigint | null): IraDeductionFacts =>
  ({ ...personFacts(made), magi: toDollars(made.magi), covered, spouseCovered: false, contribution: ifKnown(contribution) });

export interface PlanCase extends PlanYear {
  readonly year: number;
  readonly limits: Limits;
}

export const madeUpPlanCase = (numbers: Numbers): PlanCase => {
  const taxYear = year(numbers);
  const limits = limitsOf(taxYear);
  const age = numbers.oneOf(ages);
  const service = numbers.chance(20) ? numbers.upTo(300_000n) : 0n;
  const catchUp = age < 50 ? 0n : age >= 60 && age < 64 ? limits.catchUp60To63 : limits.catchUp50;
  const most = limits.electiveDeferrals + service + catchUp;
  const held = (cents: bigint, cap: bigint): bigint => (cents > cap ? cap : cents);
  const deferrals = held(amount(numbers, 35_000n, limits.electiveDeferrals, limits.electiveDeferrals + service, most), most);
  return {
    year: taxYear, limits, age, service, deferrals,
    elsewhere: numbers.chance(40) ? held(amount(numbers, 20_000n), most - deferrals) : 0n,
    employer: amount(numbers, 60_000n, limits.annualAdditions - deferrals),
    afterTax: numbers.chance(50) ? amount(numbers, 40_000n) : 0n,
    pay: numbers.chance(50) ? deferrals + amount(numbers, 120_000n, limits.annualAdditions - deferrals) : null,
    planCap: numbers.chance(30) ? amount(numbers, 30_000n) : null,
    group: numbers.chance(25) ? amount(numbers, 80_000n, limits.annualAdditions) : 0n,
  };
};

export const additionsFactsOf = (made: PlanCase): AnnualAdditionsFacts => ({
  year: made.year, age: made.age, deferrals: toDollars(made.deferrals), employerContributions: toDollars(made.employer), compensation: ifKnown(made.pay), afterTaxSoFar: toDollars(made.afterTax),
  deferralsElsewhere: toDollars(made.elsewhere), planCap: ifKnown(made.planCap), serviceCatchUp: toDollars(made.service), additionsInGroup: toDollars(made.group),
});

export const deferralFactsOf = (made: PlanCase): DeferralFacts => ({
  year: made.year, age: made.age, deferredHere: toDollars(made.deferrals), deferredElsewhere: toDollars(made.elsewhere), compensation: ifKnown(made.pay), serviceCatchUp: toDollars(made.service),
});

export interface EmployerCase {
  readonly year: number;
  readonly limits: Limits;
  readonly basisPoints: bigint;
  readonly pay: bigint;
  readonly halfSeTax: bigint | null;
  readonly deferrals: bigint;
}

export const madeUpEmployerCase = (numbers: Numbers): EmployerCase => {
  const taxYear = year(numbers);
  const limits = limitsOf(taxYear);
  const pay = amount(numbers, 500_000n, limits.planCompensation, limits.electiveDeferrals);
  const halfSeTax = numbers.chance(50) ? numbers.upTo(pay / 13n) : null;
  const most = pay - (halfSeTax ?? 0n) < limits.electiveDeferrals ? pay - (halfSeTax ?? 0n) : limits.electiveDeferrals;
  return {
    year: taxYear, limits, pay, halfSeTax, basisPoints: numbers.chance(40) ? 2_500n : numbers.between(1n, 10_000n), deferrals: numbers.chance(50) ? numbers.upTo(most) : 0n,
  };
};

export const employerFactsOf = (made: EmployerCase): EmployerFacts => ({
  year: made.year, rate: new Decimal(made.basisPoints.toString()).dividedBy(10_000), pay: toDollars(made.pay), selfEmployed: made.halfSeTax !== null, halfSeTax: ifKnown(made.halfSeTax),
  deferrals: toDollars(made.deferrals),
});

/** Within what a sheet multiplies exactly in cents (DESIGN.md section 2). */
const ACCOUNT = 220_000n;

export const madeUpAccount = (numbers: Numbers) => {
  const balance = amount(numbers, ACCOUNT);
  return { balance, converted: numbers.chance(40) ? balance : numbers.upTo(balance), basis: amount(numbers, ACCOUNT, balance) };
};

export const madeUpReturn = (numbers: Numbers) => {
  const contribution = 1n + amount(numbers, 8_600n);
  const valueBefore = amount(numbers, ACCOUNT);
  const otherIn = numbers.chance(30) ? amount(numbers, 8_000n) : 0n;
  const opening = contribution + valueBefore + otherIn;
  return { returned: numbers.chance(40) ? contribution : numbers.upTo(contribution), contribution, valueBefore, otherIn, opening, takenOut: 0n, valueAtReturn: amount(numbers, ACCOUNT, opening) };
};

const madeUpPayment = (numbers: Numbers): PaymentFacts => {
  const parts = ['converted', 'rolledOver', 'charitable', 'returned', 'hsaFunding', 'withheld'] as const;
  const cents = Object.fromEntries(parts.map((name) => [name, numbers.chance(60) ? amount(numbers, 130_000n) : 0n])) as Record<(typeof parts)[number], bigint>;
  const all = parts.reduce((sum, name) => sum + cents[name], 0n) + amount(numbers, 50_000n);
  // What cannot be leaves the lines blank on a sheet; the engine refuses it before.
  const gross = numbers.chance(15) ? all / 2n : all;
  return {
    year: year(numbers), gross: toDollars(gross), replaced: new Decimal(0), charitableUsed: toDollars(numbers.chance(30) ? amount(numbers, 20_000n) : 0n),
    ...(Object.fromEntries(parts.map((name) => [name, toDollars(cents[name])])) as Record<(typeof parts)[number], Decimal>),
  };
};

const anyAmounts = <Name extends string>(numbers: Numbers, table: Readonly<Record<Name, unknown>>, most: bigint): Readonly<Record<Name, Decimal>> => {
  const edges = [amount(numbers, most)];
  return Object.fromEntries((Object.keys(table) as Name[]).map((name) => [name, toDollars(amount(numbers, most, ...edges))])) as Record<Name, Decimal>;
};

interface Filled {
  /** What its sheet is called. */
  readonly named: string;
  readonly worksheet: Worksheet;
  readonly given: (numbers: Numbers) => WorksheetGiven;
}

const roths = (numbers: Numbers): IraCase => madeUpIraCase(numbers, (taxYear, status) => {
  const { rangeStart, rangeEnd } = rothLimitGiven({ ...nobody, year: taxYear, filingStatus: status }).amounts;
  return { start: rangeStart, end: rangeEnd };
}, 2020);

const nobody = { magi: new Decimal(0), age: null, traditionalContributions: new Decimal(0), compensation: null, spouseCompensation: null, spouseContributions: null } as const;

const filled: readonly Filled[] = [
  { named: 'Roth limit', worksheet: rothLimitWorksheet, given: (numbers) => rothLimitGiven(rothFactsOf(roths(numbers))) },
  { named: 'Excess contributions', worksheet: excessWorksheet, given: (numbers) => excessGiven(excessFactsOf(roths(numbers))) },
  {
    named: 'IRA deduction', worksheet: iraDeductionWorksheet,
    given: (numbers) => {
      const made = madeUpIraCase(numbers, (taxYear, status) => {
        const { rangeStart, rangeEnd } = iraDeductionGiven({ ...nobody, year: taxYear, filingStatus: status, covered: true, spouseCovered: false, contribution: null }).amounts;
        return { start: rangeStart, end: rangeEnd };
      }, 2020);
      return iraDeductionGiven(deductionFactsOf(made, numbers.chance(80), numbers.chance(50) ? made.traditional : null));
    },
  },
  { named: 'After-tax room', worksheet: annualAdditionsWorksheet, given: (numbers) => annualAdditionsGiven(additionsFactsOf(madeUpPlanCase(numbers))) },
  { named: 'Deferral room', worksheet: deferralWorksheet, given: (numbers) => deferralGiven(deferralFactsOf(madeUpPlanCase(numbers))) },
  { named: 'Employer contribution', worksheet: employerWorksheet, given: (numbers) => employerGiven(employerFactsOf(madeUpEmployerCase(numbers))) },
  { named: 'Money to move', worksheet: pretaxWorksheet, given: (numbers) => ({ amounts: anyAmounts(numbers, pretaxInputs, 500_000n), answers: {} }) },
  { named: 'Modified AGI', worksheet: magiWorksheet, given: (numbers) => ({ amounts: { ...anyAmounts(numbers, magiInputs, 400_000n), agi: toDollars(numbers.between(-9_000_000n, 90_000_000n)) }, answers: {} }) },
  {
    named: 'After-tax conversion', worksheet: afterTaxWorksheet,
    given: (numbers) => {
      const { converted, basis, balance } = madeUpAccount(numbers);
      return { amounts: { converted: toDollars(converted), basis: toDollars(basis), balance: toDollars(balance) }, answers: {} };
    },
  },
  {
    named: 'Returned contribution', worksheet: returnedWorksheet,
    given: (numbers) => {
      const { returned, contribution, valueBefore, otherIn, takenOut, valueAtReturn } = madeUpReturn(numbers);
      return {
        amounts: {
          returned: toDollars(returned), contribution: toDollars(contribution), valueBefore: toDollars(valueBefore), otherIn: toDollars(otherIn), takenOut: toDollars(takenOut),
          valueAtReturn: toDollars(valueAtReturn),
        },
        answers: {},
      };
    },
  },
  {
    named: 'Roth catch-up', worksheet: rothCatchUpWorksheet,
    given: (numbers) => rothCatchUpGiven({
      year: Number(numbers.between(2024n, 2026n)), age: numbers.oneOf(ages), priorWages: toDollars(amount(numbers, 300_000n, 15_000_000n)), planHasRoth: numbers.chance(60),
    }),
  },
  { named: 'Payments', worksheet: paymentWorksheet, given: (numbers) => paymentGiven(madeUpPayment(numbers)) },
  { named: 'Form 5329 Part III', worksheet: form5329PartIII, given: (numbers) => ({ amounts: anyAmounts(numbers, form5329PartIII.inputs, 20_000n), answers: {} }) },
  { named: 'Form 5329 Part IV', worksheet: form5329PartIV, given: (numbers) => ({ amounts: anyAmounts(numbers, form5329PartIV.inputs, 20_000n), answers: { allWithdrawn: numbers.chance(30) } }) },
];

export const ruleWorksheets: readonly Worksheet[] = filled.map(({ worksheet }) => worksheet);

/** Every worksheet of a rule on a sheet of its own, a made-up case in each column. */
export const ruleSheets = (columns: number) => filled.map(({ named, worksheet, given }, index) => {
  const numbers = new Numbers(4973 + index);
  const inputNames = Object.keys(worksheet.inputs);
  const choiceNames = Object.keys(worksheet.choices);
  return {
    title: named,
    settings: ruleSettings,
    entries: worksheet.entries,
    inputNames,
    choiceNames,
    columns: Array.from({ length: columns }, () => {
      const made = given(numbers);
      const form = fillInWorksheet(worksheet, made);
      return {
        amounts: inputNames.map((name) => made.amounts[name]!),
        choices: choiceNames.map((name) => made.answers[name]!),
        filled: (entry: FormEntry) => (entry.kind === 'question' ? form.answer(entry.id) : form.line(entry.id)),
        given: made,
        made: { worksheet: worksheet.title, amounts: Object.fromEntries(Object.entries(made.amounts).map(([name, value]) => [name, value.toFixed()])), answers: made.answers },
      };
    }),
  };
});
