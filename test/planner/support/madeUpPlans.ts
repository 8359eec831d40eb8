/** Made-up inputs of the planners of contributions: what a person may type, with its edges. */
import { filingStatuses } from '../../../src/law/constants';
import type { Typed } from '../../../src/planner/work';
import type { Numbers } from '../../support/returns';

/** An amount to the cent, with nothing, the most, and round amounts among them. */
export const dollars = (numbers: Numbers, most: number): number => {
  if (numbers.chance(8)) return 0;
  if (numbers.chance(4)) return most;
  const cents = Number(numbers.upTo(BigInt(Math.round(most * 100)))) / 100;
  return numbers.chance(30) ? Math.round(cents) : cents;
};

const orBlank = (numbers: Numbers, amount: number): number | null => (numbers.chance(25) ? null : amount);

const oneOf = <Option>(numbers: Numbers, options: readonly Option[]): Option => options[Number(numbers.upTo(BigInt(options.length - 1)))]!;

const AGES = [0, 30, 49, 50, 51, 59, 60, 61, 63, 64, 71] as const;

/** Incomes within, at and beyond the ranges of every status. */
const income = (numbers: Numbers): number => {
  if (numbers.chance(10)) return oneOf(numbers, [-5000, 0, 10_000, 153_000, 168_000, 242_000, 252_000, 152_999.99, 167_999.99, 251_990]);
  const [from, to] = oneOf(numbers, [[0, 12_000], [150_000, 170_000], [235_000, 255_000], [0, 900_000]] as const);
  return from + dollars(numbers, to - from);
};

export const directInputs = (numbers: Numbers, index: number): Typed => ({
  'person:status': filingStatuses[index % filingStatuses.length],
  'person:age': oneOf(numbers, AGES),
  'person:compensation': orBlank(numbers, dollars(numbers, numbers.chance(50) ? 9000 : 400_000)),
  'person:spouseCompensation': dollars(numbers, 20_000),
  'person:spouseContributions': dollars(numbers, 8600),
  'person:final': oneOf(numbers, ['Yes', 'No']),
  'income:income': income(numbers),
  'income:incomeIs': oneOf(numbers, ['modified AGI', 'AGI']),
  'income:conversionIncome': orBlank(numbers, dollars(numbers, 20_000)),
  'income:planRolloverIncome': orBlank(numbers, dollars(numbers, 5000)),
  'income:iraDeduction': orBlank(numbers, dollars(numbers, 7000)),
  'income:studentLoanInterest': orBlank(numbers, dollars(numbers, 2500)),
  'income:foreignExclusions': orBlank(numbers, dollars(numbers, 100_000)),
  'income:savingsBondInterest': orBlank(numbers, dollars(numbers, 3000)),
  'income:adoptionBenefits': orBlank(numbers, dollars(numbers, 16_000)),
  'contributed:traditionalContributions': orBlank(numbers, dollars(numbers, 9000)),
  'contributed:rothContributions': orBlank(numbers, dollars(numbers, 9000)),
  'contributed:pretax': orBlank(numbers, dollars(numbers, 300_000)),
});

const rate = (numbers: Numbers, most: number): number => Number(numbers.upTo(BigInt(Math.round(most * 10_000)))) / 10_000;

/** One person's plans. What is over a limit, or in no order, is among them; what cannot be at all is left to other tests. */
export const megaInputs = (numbers: Numbers): Typed => ({
  'person:age': oneOf(numbers, AGES.filter((age) => age >= 14)),
  'next:nextPay': orBlank(numbers, dollars(numbers, 60_000)),
  'next:serviceCatchUp': numbers.chance(20) ? dollars(numbers, 3000) : 0,
  ...Object.assign({}, ...[1, 2, 3].map((plan) => aPlan(numbers, `plan ${plan}`))),
});

const aPlan = (numbers: Numbers, plan: string): Typed => {
  const balance = dollars(numbers, 60_000);
  const pay = dollars(numbers, numbers.chance(30) ? 60_000 : 500_000);
  const dates = oneOf(numbers, [12, 24, 26, 27, 52]);
  return {
    [`${plan}:kind`]: oneOf(numbers, ['not used', '401(k)', '401(k)', '401(a)', '403(b)']),
    [`${plan}:group`]: oneOf(numbers, ['A', 'B', 'C']),
    [`${plan}:controlled`]: numbers.chance(20) ? 'Yes' : 'No',
    [`${plan}:selfEmployed`]: numbers.chance(25) ? 'Yes' : 'No',
    [`${plan}:payTyped`]: orBlank(numbers, pay),
    [`${plan}:halfSeTax`]: numbers.chance(40) ? dollars(numbers, 20_000) : null,
    [`${plan}:deferredSoFar`]: orBlank(numbers, dollars(numbers, numbers.chance(80) ? 12_000 : 40_000)),
    [`${plan}:deferredToCome`]: orBlank(numbers, dollars(numbers, 6000)),
    [`${plan}:serviceCatchUp`]: numbers.chance(15) ? dollars(numbers, 3000) : null,
    [`${plan}:rate`]: numbers.chance(20) ? 0 : rate(numbers, 0.3),
    [`${plan}:trueUp`]: oneOf(numbers, ['Yes', 'No']),
    [`${plan}:matchSoFar`]: orBlank(numbers, dollars(numbers, 15_000)),
    [`${plan}:otherSoFar`]: orBlank(numbers, dollars(numbers, 10_000)),
    [`${plan}:otherToCome`]: orBlank(numbers, dollars(numbers, 5000)),
    [`${plan}:afterTaxSoFar`]: orBlank(numbers, dollars(numbers, 30_000)),
    [`${plan}:planCap`]: numbers.chance(30) ? dollars(numbers, 50_000) : null,
    [`${plan}:dates`]: dates,
    [`${plan}:datesPast`]: numbers.chance(15) ? null : Number(numbers.upTo(BigInt(dates))),
    [`${plan}:paycheckTyped`]: orBlank(numbers, Math.round(pay / dates)),
    [`${plan}:takes`]: oneOf(numbers, ['dollars', 'percent of pay']),
    [`${plan}:dollarStep`]: oneOf(numbers, [0.01, 0.05, 1, 5, 10, 100, 1000]),
    [`${plan}:percentStep`]: oneOf(numbers, [0.0001, 0.001, 0.005, 0.01, 0.03, 0.1]),
    [`${plan}:priorWages`]: oneOf(numbers, [0, 149_999.99, 150_000, 150_000.01, 300_000]),
    [`${plan}:planHasRoth`]: numbers.chance(70) ? 'Yes' : 'No',
    [`${plan}:balance`]: balance,
    [`${plan}:basis`]: dollars(numbers, 60_000),
    [`${plan}:convertedTyped`]: numbers.chance(30) ? balance : dollars(numbers, balance),
  };
};
