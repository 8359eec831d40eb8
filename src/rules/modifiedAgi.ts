import { zero, type Decimal } from '../engine/decimal';
import { step } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { Refusal } from '../engine/refusal';
import { amountOn, fillInWorksheet, inputsOf, type Worksheet } from '../engine/worksheet';
import { inWords, less, total } from '../engine/words';
import { lawOf } from '../law';
import { productionDeductionYears, tuitionDeductionLastYear } from '../law/constants';

/** What adjusted gross income is refigured by, as Publication 590-A names it; each but the first is 0 or more. */
export const magiInputs = {
  agi: { means: 'Adjusted gross income (Form 1040, line 11)', says: 'adjusted gross income', kind: 'signed' },
  conversionIncome: { means: 'Taxable part of Roth conversions (in line 4b)', says: 'conversion income' },
  planRolloverIncome: { means: 'Taxable part of rollovers from plans to Roth IRAs (in line 5b)', says: 'income from rollovers of plans to Roth IRAs' },
  iraDeduction: { means: 'IRA deduction (Schedule 1, line 20)', says: 'the IRA deduction' },
  studentLoanInterest: { means: 'Student loan interest deduction (Schedule 1, line 21)', says: 'the student loan interest deduction' },
  foreignExclusions: {
    means: 'Foreign earned income exclusion, housing exclusion and housing deduction (Form 2555)', says: 'foreign earned income and housing left out',
  },
  savingsBondInterest: { means: 'Savings bond interest excluded (Form 8815)', says: 'savings bond interest left out' },
  adoptionBenefits: { means: 'Employer-provided adoption benefits excluded (Form 8839)', says: 'adoption benefits left out' },
  tuitionDeduction: { means: 'Tuition and fees deduction (Form 8917, through 2020)', says: 'the tuition and fees deduction' },
  productionDeduction: { means: 'Domestic production activities deduction (Form 8903, 2005 to 2017)', says: 'the domestic production deduction' },
} as const satisfies Record<string, InputWords>;

type MagiInput = keyof typeof magiInputs;

export type MagiFacts = Readonly<Record<MagiInput, Decimal>> & { readonly year: number };

const given = inputsOf<MagiInput>(magiInputs);
const SOURCE = 'Instructions for Form 8606 (2023), "Modified AGI for Roth IRA purposes"';

const addBacks = step('Added back', {
  label: 'Deductions and exclusions added back',
  law: ['26 U.S.C. § 219(g)(3)(A)(ii)', `${SOURCE}, 2a to 2g`],
  called: 'what is added back',
  is: total([
    given('iraDeduction'), given('studentLoanInterest'), given('tuitionDeduction'), given('productionDeduction'), given('savingsBondInterest'),
    given('adoptionBenefits'), given('foreignExclusions'),
  ]),
});

/** Conversion income stays in it. */
const deductionMagi = step('Modified AGI for the IRA deduction', {
  label: 'Modified AGI for the IRA deduction: conversion income stays in it',
  law: ['26 U.S.C. § 219(g)(3)(A)', 'Pub. 590-A, Worksheet 1-1'],
  called: 'modified AGI for the IRA deduction',
  is: total([given('agi'), addBacks]),
});

const rothMagi = step('Modified AGI for Roth IRA purposes', {
  label: 'Modified AGI for Roth IRA purposes: conversion income comes out',
  law: ['26 U.S.C. § 408A(c)(3)(B)(i)', `${SOURCE}, 1a and 1b`, 'Pub. 590-A, Worksheet 2-1'],
  called: 'modified AGI for Roth IRA purposes',
  is: less(deductionMagi, given('conversionIncome'), given('planRolloverIncome')),
});

/**
 * Modified AGI from AGI. What income decides (taxable social security, passive losses) has to be refigured without the
 * conversion before AGI is entered here: nothing here can know it.
 */
export const magiWorksheet: Worksheet<MagiInput, never> = {
  title: 'Modified AGI for Roth contributions and for the IRA deduction', inputs: magiInputs, choices: {}, entries: [addBacks, deductionMagi, rothMagi],
};

export interface ModifiedAgi {
  readonly forRoth: Decimal;
  readonly forDeduction: Decimal;
}

/**
 * Both modified AGIs, in dollars; they may be negative.
 *
 * @throws Refusal TAX_YEAR_NOT_COVERED, and CONTRADICTION for a deduction that the law did not have in the year.
 */
export function modifiedAgi({ year, ...amounts }: MagiFacts): ModifiedAgi {
  lawOf(year);
  refuseOutOfYears('tuition_deduction', amounts.tuitionDeduction, year, `through ${tuitionDeductionLastYear.value}`, year <= tuitionDeductionLastYear.value);
  const { first, last } = productionDeductionYears.value;
  refuseOutOfYears('production_deduction', amounts.productionDeduction, year, `from ${first} to ${last}`, year >= first && year <= last);
  const form = fillInWorksheet(magiWorksheet, { amounts, answers: {} });
  return { forRoth: amountOn(form, rothMagi), forDeduction: amountOn(form, deductionMagi) };
}

function refuseOutOfYears(argument: string, amount: Decimal, year: number, years: string, inForce: boolean): void {
  if (amount.greaterThan(zero) && !inForce) {
    throw new Refusal('CONTRADICTION', argument, inWords(amount), `0 for ${year}`,
      `${argument} is ${inWords(amount)} for ${year}, but the law had this deduction ${years} only; leave it out.`);
  }
}
