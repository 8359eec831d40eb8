import { Decimal, zero } from '../engine/decimal';
import { question, step } from '../engine/form';
import { refuseMoreThan, type InputWords } from '../engine/inputs';
import { rate, timesRate, timesRateOfRest } from '../engine/rates';
import { Refusal } from '../engine/refusal';
import { amountOn, choicesOf, fillInWorksheet, inputsOf, type ChoiceWords, type Worksheet, type WorksheetGiven } from '../engine/worksheet';
import { atLeastZero, atMost, either, half, inWords, less, told } from '../engine/words';
import { amountOf } from '../law';
import { refuseYearsOfAQuarterOfPay } from './annualAdditions';

export interface EmployerFacts {
  readonly year: number;
  /** The plan's rate, as a share of pay: 0.25 for 25%. */
  readonly rate: Decimal;
  /** Pay from this employer; of a self-employed person, net profit of the business. */
  readonly pay: Decimal;
  readonly selfEmployed: boolean;
  /** Deductible half of self-employment tax; null where it was not given. */
  readonly halfSeTax: Decimal | null;
  /** Elective deferrals with this employer other than catch-up. */
  readonly deferrals: Decimal;
}

const employerInputs = {
  rate: { means: "The plan's rate", says: 'the rate of the plan', kind: 'rate' },
  pay: { means: 'Pay from this employer, or net profit of the business', says: 'pay' },
  halfSeTax: { means: 'Deductible half of self-employment tax', says: 'half of self-employment tax' },
  otherDeferrals: { means: 'Elective deferrals here other than catch-up', says: 'deferrals here other than catch-up' },
  planCompensation: { means: '401(a)(17) limit on pay', says: 'the 401(a)(17) limit', limit: true },
  annualAdditions: { means: '415(c) limit on annual additions', says: 'the 415(c) limit', limit: true },
} as const satisfies Record<string, InputWords>;

const employerChoices = {
  selfEmployed: { means: 'Self-employed, not on a payroll (Form W-2)?', yes: 'the person is self-employed', no: 'the person is on a payroll' },
} as const satisfies Record<string, ChoiceWords>;

type EmployerInput = keyof typeof employerInputs;
type EmployerChoice = keyof typeof employerChoices;

const given = inputsOf<EmployerInput>(employerInputs);
const settled = choicesOf<EmployerChoice>(employerChoices);
const planRate = rate('rate', employerInputs.rate.says);

const selfEmployed = question('Self-employed', {
  label: 'Is the person self-employed?', law: ['26 U.S.C. § 401(c)(1)'], yes: employerChoices.selfEmployed.yes, no: employerChoices.selfEmployed.no, is: settled('selfEmployed'),
});

const payThatCounts = step('Pay that counts', {
  label: 'Pay, up to the limit of the year',
  law: ['26 U.S.C. § 401(a)(17)(A)'],
  called: 'the pay that counts',
  is: atMost(given('planCompensation'), given('pay')),
});

const netEarnings = step('Net earnings', {
  label: 'Net profit less half of self-employment tax',
  law: ['26 U.S.C. § 401(c)(2)(A)(vi)', 'Pub. 560, Deduction Worksheet for Self-Employed, step 3'],
  called: 'net earnings',
  is: atLeastZero(less(given('pay'), given('halfSeTax'))),
  onlyIf: selfEmployed,
});

/** The rate is one of earned income, from which the contribution itself has been taken off: rate over (1 + rate) of the rest. */
const atReducedRate = step('At the reduced rate', {
  label: 'Net earnings times rate over (1 + rate)',
  law: ['26 U.S.C. § 401(c)(2)(A)(v)', 'Pub. 560, Rate Worksheet for Self-Employed, and Deduction Worksheet, step 5'],
  called: 'the contribution at the reduced rate',
  is: timesRateOfRest(netEarnings, planRate),
  onlyIf: selfEmployed,
});

const atPlanRate = step('At the rate of the plan', {
  label: 'The rate of the plan times the pay that counts',
  law: ['26 U.S.C. § 401(a)(17)(A)', 'Pub. 560, Deduction Worksheet for Self-Employed, step 6'],
  called: 'the rate of the plan times pay',
  is: timesRate(either(selfEmployed, given('planCompensation'), payThatCounts), planRate),
});

const leftOfDollarLimit = step('Left of the dollar limit', {
  label: 'What deferrals leave of the 415(c) limit',
  law: ['26 U.S.C. § 415(c)(1)(A), (2)'],
  called: 'what deferrals leave of the 415(c) limit',
  is: atLeastZero(less(given('annualAdditions'), given('otherDeferrals'))),
});

const restOfEarnings = atLeastZero(less(netEarnings, given('otherDeferrals')));

/** Deferrals and contribution may not pass earned income, which the contribution lowers: so half of what deferrals leave. */
const leftOfPay = step('Left of pay', {
  label: 'What deferrals leave of pay; of net earnings, half of it',
  law: ['26 U.S.C. § 415(c)(1)(B), (3)(B)', 'Pub. 560, Deduction Worksheet for Self-Employed, steps 11 and 12'],
  called: 'what deferrals leave of pay',
  is: either(
    selfEmployed,
    told(half(restOfEarnings), (figures) => `half of what deferrals leave of net earnings (${inWords(restOfEarnings.value(figures))})`),
    atLeastZero(less(given('pay'), given('otherDeferrals'))),
  ),
});

const contribution = step('Employer contribution', {
  label: 'The most that the employer may contribute at this rate',
  law: ['26 U.S.C. §§ 404(a)(3), (8), 415(c)(1)', 'Pub. 560, Deduction Worksheet for Self-Employed, step 13'],
  called: 'the employer contribution',
  is: atMost(leftOfPay, atMost(leftOfDollarLimit, either(selfEmployed, atMost(atPlanRate, atReducedRate), atPlanRate))),
});

/** What stands for pay in the limit of 100% of pay: 26 U.S.C. § 415(c)(3)(B). */
const earnedIncome = step('Earned income', {
  label: 'Earned income: net earnings less the contribution; it is the pay of the self-employed in the limit on annual additions',
  law: ['26 U.S.C. §§ 401(c)(2)(A)(v), 415(c)(3)(B)'],
  called: 'earned income',
  is: less(netEarnings, contribution),
  onlyIf: selfEmployed,
});

/**
 * Employer contribution at a rate of pay: an employee's, of pay up to the limit of § 401(a)(17); a self-employed person's, of
 * net profit less half of self-employment tax at rate over (1 + rate). Neither net profit nor the tax is worked out here.
 */
export const employerWorksheet: Worksheet<EmployerInput, EmployerChoice> = {
  title: 'Employer contribution at a rate of pay',
  inputs: employerInputs,
  choices: employerChoices,
  entries: [selfEmployed, payThatCounts, netEarnings, atReducedRate, atPlanRate, leftOfDollarLimit, leftOfPay, contribution, earnedIncome],
};

/**
 * What the facts fill in, with the limits of the year.
 *
 * @throws Refusal MISSING for a self-employed person without half of self-employment tax, CONTRADICTION for it on a payroll or
 * beyond net profit, OVER_THE_LIMIT for deferrals beyond pay or the 402(g) limit; AMOUNT_NOT_COVERED before 2002.
 */
export function employerGiven(facts: EmployerFacts): WorksheetGiven<EmployerInput, EmployerChoice> {
  const { year, pay, halfSeTax, deferrals } = facts;
  const planCompensation = amountOf('planCompensation', year);
  refuseYearsOfAQuarterOfPay(year);
  refuseStrayTax(facts);
  if (facts.selfEmployed) refuseMoreThan('half_se_tax', employerInputs.halfSeTax.says, halfSeTax ?? zero, 'net profit', pay);
  refuseDeferrals(facts);
  return {
    amounts: { rate: facts.rate, pay, halfSeTax: halfSeTax ?? zero, otherDeferrals: deferrals, planCompensation, annualAdditions: amountOf('annualAdditions', year) },
    answers: { selfEmployed: facts.selfEmployed },
  };
}

export interface EmployerContribution {
  readonly contribution: Decimal;
  /** Pay for the limit of 100% of pay. */
  readonly compensation: Decimal;
}

/** The contribution, and what counts as pay beside it, in dollars. */
export function employerContribution(facts: EmployerFacts): EmployerContribution {
  const form = fillInWorksheet(employerWorksheet, employerGiven(facts));
  return { contribution: amountOn(form, contribution), compensation: facts.selfEmployed ? amountOn(form, earnedIncome) : facts.pay };
}

function refuseStrayTax({ selfEmployed: self, halfSeTax, pay }: EmployerFacts): void {
  if (self && halfSeTax === null) {
    throw new Refusal('MISSING', 'half_se_tax', '', 'an amount',
      `half_se_tax is missing, and self_employed is TRUE; give the deductible half of self-employment tax (Schedule 1) that belongs to net profit of ${inWords(pay)}.`);
  }
  if (!self && halfSeTax !== null && halfSeTax.greaterThan(zero)) {
    throw new Refusal('CONTRADICTION', 'half_se_tax', inWords(halfSeTax), '0',
      `half_se_tax is ${inWords(halfSeTax)}, but self_employed is not TRUE; pay on Form W-2 owes no self-employment tax: give TRUE, or leave it out.`);
  }
}

function refuseDeferrals({ year, deferrals, pay, halfSeTax }: EmployerFacts): void {
  if (deferrals.isZero()) return;
  const [limit, named] = [amountOf('electiveDeferrals', year), Decimal.max(zero, pay.minus(halfSeTax ?? zero))];
  const most = Decimal.min(limit, named);
  if (deferrals.greaterThan(most)) {
    throw new Refusal('OVER_THE_LIMIT', 'deferrals', inWords(deferrals), inWords(most),
      `deferrals is ${inWords(deferrals)}, more than ${inWords(most)}, the lesser of the 402(g) limit for ${year} and of pay; leave catch-up contributions out.`);
  }
}
