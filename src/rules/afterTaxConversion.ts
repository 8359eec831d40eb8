import type { Decimal } from '../engine/decimal';
import { step } from '../engine/form';
import { refuseMoreThan, type InputWords } from '../engine/inputs';
import { amountOn, fillInWorksheet, inputsOf, type Worksheet } from '../engine/worksheet';
import { atMost, either, isPositive, less, nothing, proportion, told } from '../engine/words';

const conversionInputs = {
  converted: { means: 'Converted: an in-plan Roth rollover, or a rollover to a Roth IRA', says: 'what was converted' },
  basis: { means: 'After-tax contributions in the account that were not taken out before', says: 'after-tax contributions in the account' },
  balance: { means: 'Value of the after-tax account just before, or of the whole account if the plan keeps no separate one', says: 'the value of the account just before' },
} as const satisfies Record<string, InputWords>;

export type ConversionFacts = Readonly<Record<keyof typeof conversionInputs, Decimal>>;

const given = inputsOf<keyof typeof conversionInputs>(conversionInputs);

const basisThere = step('Basis that is there', {
  label: 'After-tax contributions, but never more than the account is worth: a loss leaves nothing to tax',
  law: ['26 U.S.C. § 72(e)(8)(B)'],
  called: 'the basis that is there',
  is: atMost(given('balance'), given('basis')),
});

const somethingThere = isPositive(given('balance'), 'the account has a value', 'the account is empty');

const taxFree = step('Tax-free part', {
  label: 'Nontaxable part: Form 1099-R, box 5',
  law: ['26 U.S.C. § 72(e)(8)(B)', '26 U.S.C. § 72(d)(2): the after-tax account as a contract of its own', 'Form 1099-R, box 5'],
  called: 'the tax-free part',
  is: either(somethingThere, proportion(given('converted'), basisThere, given('balance')), told(nothing, () => 'the account is empty')),
});

const taxable = step('Taxable part', {
  label: 'Taxable part: Form 1099-R, box 2a (code G), and Form 1040, line 5b; not on Form 8606, for the money was in no IRA',
  law: ['26 U.S.C. §§ 402A(c)(4), 408A(d)(3)', 'Form 1099-R, box 2a'],
  called: 'the taxable part',
  is: less(given('converted'), taxFree),
});

const basisLeft = step('Basis left', {
  label: 'After-tax contributions left in the account',
  law: ['26 U.S.C. § 72(e)(8)'],
  called: 'the basis left',
  is: less(given('basis'), taxFree),
});

/**
 * Taxable part of converting after-tax money of a plan (a mega backdoor Roth). A plan that keeps the after-tax money and its
 * earnings in an account of their own makes them a contract of their own (26 U.S.C. § 72(d)(2)), so that only their own
 * earnings are taxable; otherwise the whole account is the measure. Pre-tax money sent to a traditional IRA at the same time
 * takes the taxable part along (Notice 2014-54).
 */
export const afterTaxWorksheet: Worksheet<keyof typeof conversionInputs, never> = {
  title: 'Converting after-tax money of a plan', inputs: conversionInputs, choices: {}, entries: [basisThere, taxFree, taxable, basisLeft],
};

export interface AfterTaxConversion {
  readonly taxable: Decimal;
  readonly taxFree: Decimal;
  readonly basisLeft: Decimal;
}

/** @throws Refusal CONTRADICTION for more converted than the account is worth. */
export function afterTaxConversion(facts: ConversionFacts): AfterTaxConversion {
  refuseMoreThan('converted', conversionInputs.converted.says, facts.converted, conversionInputs.balance.says, facts.balance);
  const form = fillInWorksheet(afterTaxWorksheet, { amounts: facts, answers: {} });
  return { taxable: amountOn(form, taxable), taxFree: amountOn(form, taxFree), basisLeft: amountOn(form, basisLeft) };
}
