import { zero, type Decimal } from '../engine/decimal';
import { line, question, step, type FilledForm } from '../engine/form';
import { refuseMoreThan, type InputWords } from '../engine/inputs';
import { Refusal } from '../engine/refusal';
import { fillInWorksheet, inputsOf, type Worksheet, type WorksheetGiven } from '../engine/worksheet';
import { add, all, atLeastZero, atMost, inWords, less, reaches } from '../engine/words';
import { amountOf } from '../law';

const paymentInputs = {
  gross: { means: 'Paid out of traditional, SEP and SIMPLE IRAs in the year (Form 1099-R, box 1)', says: 'paid out' },
  converted: { means: 'Of it, or from other money in its place, reached a Roth IRA within 60 days', says: 'what reached a Roth IRA' },
  rolledOver: { means: 'Rolled over to a traditional, SEP or SIMPLE IRA or to a plan', says: 'what was rolled over' },
  charitable: { means: 'Paid to charities straight from the IRA, from age 70 1/2', says: 'what was paid to charities' },
  charitableUsed: { means: 'IRA deductions taken for years from 70 1/2 on that no earlier charitable distribution was reduced by', says: 'IRA deductions taken from 70 1/2 on' },
  returned: { means: 'Contributions returned with their earnings, and excess of earlier years taken out untaxed', says: 'contributions returned' },
  hsaFunding: { means: 'One-time transfer to a health savings account', says: 'the transfer to a health savings account' },
  withheld: { means: 'Income tax withheld (Form 1099-R, box 4)', says: 'tax withheld' },
  replaced: { means: 'Put in from other money within 60 days, in the place of what was withheld or spent', says: 'what other money replaced' },
  qcdLimit: { means: 'Limit on qualified charitable distributions', says: 'the limit on charitable distributions', limit: true },
} as const satisfies Record<string, InputWords>;

type PaymentInput = keyof typeof paymentInputs;

export type PaymentFacts = Readonly<Record<Exclude<PaymentInput, 'qcdLimit'>, Decimal>> & { readonly year: number };

const given = inputsOf<PaymentInput>(paymentInputs);

const charitable = step('Charitable part', {
  label: 'Qualified charitable distributions: up to the limit, less IRA deductions taken from 70 1/2 on',
  law: ['26 U.S.C. § 408(d)(8)(A), (B), (F)', 'Instructions for Form 8606 (2023), line 7'],
  called: 'qualified charitable distributions',
  is: atLeastZero(less(atMost(given('qcdLimit'), given('charitable')), given('charitableUsed'))),
});

const notCounted = step('Neither line 7 nor line 8', {
  label: 'Not distributions: rolled over, charitable, returned, moved to a health savings account',
  law: ['26 U.S.C. § 408(d)(3), (4), (5), (8), (9)', 'Instructions for Form 8606 (2023), line 7'],
  called: 'what is no distribution',
  is: add(given('rolledOver'), charitable, given('returned'), given('hsaFunding')),
});

const moved = step('Reached somewhere', {
  label: 'Converted, rolled over, given to charities, returned and moved',
  law: ['Instructions for Form 8606 (2023), line 7'],
  called: 'what is said to have arrived',
  is: add(given('converted'), given('rolledOver'), given('charitable'), given('returned'), given('hsaFunding')),
});

const left = step('Left after withholding', {
  label: 'Paid out, less tax withheld, and what other money replaced',
  law: ['26 U.S.C. § 408(d)(3)(A): within 60 days', 'Form 1099-R, box 4'],
  called: 'what withholding left',
  is: less(add(given('gross'), given('replaced')), given('withheld')),
});

const possible = question('Possible', {
  label: 'Can all of it have arrived?',
  law: ['26 U.S.C. § 408A(d)(3), (e)'],
  yes: 'all of it can have arrived',
  no: 'more is said to have arrived than was paid out and not withheld',
  is: all(reaches(given('gross'), moved), reaches(left, moved)),
});

const line8 = line('8', {
  label: 'Net amount converted: what reached a Roth IRA. What was withheld did not, unless other money replaced it',
  law: ['26 U.S.C. § 408A(d)(3), (e)', 'Form 8606 (2025), line 8'],
  is: given('converted'),
  onlyIf: possible,
});

const line7 = line('7', {
  label: 'Distributions: all that was paid out, less line 8 and what is no distribution. Tax withheld is in it',
  law: ['Form 8606 (2025), line 7', 'Instructions for Form 8606 (2023), line 7'],
  is: less(given('gross'), line8, notCounted),
  onlyIf: possible,
});

/**
 * What left a person's traditional, SEP and SIMPLE IRAs in a year, as lines 7 and 8 of Form 8606. Tax withheld from a
 * conversion never reached the Roth IRA: it is a distribution on line 7, not a conversion on line 8.
 */
export const paymentWorksheet: Worksheet<PaymentInput, never> = {
  title: 'Payments out of IRAs, as lines 7 and 8', inputs: paymentInputs, choices: {}, entries: [charitable, notCounted, moved, left, possible, line8, line7],
};

/** What the facts fill in, with the limit of the year. */
export function paymentGiven({ year, ...amounts }: PaymentFacts): WorksheetGiven<PaymentInput, never> {
  return { amounts: { ...amounts, qcdLimit: amounts.charitable.isZero() ? zero : amountOf('qcdLimit', year) }, answers: {} };
}

/**
 * Fills in lines 7 and 8.
 *
 * @throws Refusal CONTRADICTION where more went somewhere than was paid out, and where more reached a Roth IRA, another IRA or a
 * charity than withholding left, unless other money is said to have replaced it.
 */
export function iraPayments(facts: PaymentFacts): FilledForm {
  const { gross, converted, rolledOver, withheld, replaced } = facts;
  const arrivals = converted.plus(rolledOver).plus(facts.charitable).plus(facts.returned).plus(facts.hsaFunding);
  refuseMoreThan('gross', 'converted, rolled over, given, returned and moved', arrivals, 'paid out', gross);
  refuseMoreThan('withheld', paymentInputs.withheld.says, withheld, paymentInputs.gross.says, gross);
  refuseMoreThan('replaced', paymentInputs.replaced.says, replaced, 'converted and rolled over', converted.plus(rolledOver));
  const arrived = arrivals.minus(replaced);
  const most = gross.minus(withheld);
  if (arrived.greaterThan(most)) {
    throw new Refusal('CONTRADICTION', 'withheld', inWords(withheld), inWords(gross.minus(arrived)),
      `${inWords(gross)} was paid out and ${inWords(withheld)} of it withheld, so that ${inWords(most)} was left, but ${inWords(arrived)} is said to have reached an IRA, a charity or a `
      + 'health savings account. What was withheld is a distribution on line 7 and not part of the conversion: give what really reached the Roth IRA, or in replaced '
      + 'what other money made up within 60 days.');
  }
  return fillInWorksheet(paymentWorksheet, paymentGiven(facts));
}

/** The lines that it fills in. */
export const paymentLines: readonly string[] = [line7.id, line8.id];
