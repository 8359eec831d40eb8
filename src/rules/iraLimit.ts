import { zero, type Decimal } from '../engine/decimal';
import { question, step, type FilledForm } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { amountOn, fillInWorksheet, inputsOf, type Worksheet, type WorksheetGiven } from '../engine/worksheet';
import { add, atMost, either } from '../engine/words';
import { amountOf } from '../law';
import { catchUpAge, iraCatchUpFirstYear } from '../law/constants';
import { ageGiven, ageInput, ageReaches, type Age } from './age';
import {
  compensationChoices, compensationEntries, compensationGiven, compensationInputs, compensationTested, compensationThatCounts, type CompensationFacts,
} from './compensation';

export interface IraLimitFacts extends CompensationFacts {
  readonly year: number;
  readonly age: Age;
}

export const iraLimitInputs = {
  age: ageInput,
  ...compensationInputs,
  iraLimit: { means: 'IRA contribution limit of the year', says: 'the limit of the year', limit: true },
  iraCatchUp50: { means: 'IRA catch-up contribution from age 50', says: 'the catch-up from age 50', limit: true },
} as const satisfies Record<string, InputWords>;

export type IraLimitInput = keyof typeof iraLimitInputs;
export type IraLimitChoice = keyof typeof compensationChoices;

const given = inputsOf<IraLimitInput>(iraLimitInputs);

const catchUpAllowed = question('Catch-up allowed', {
  label: 'Is a catch-up contribution allowed?',
  law: ['26 U.S.C. § 219(b)(5)(B)'],
  yes: 'a catch-up contribution is allowed',
  no: 'no catch-up contribution is allowed',
  is: ageReaches(catchUpAge.value, 'the age of catch-up contributions'),
});

export const dollarLimit = step('Dollar limit', {
  label: 'Dollar limit for the age',
  law: ['26 U.S.C. § 219(b)(5)(A), (B)'],
  called: 'the dollar limit',
  is: either(catchUpAllowed, add(given('iraLimit'), given('iraCatchUp50')), given('iraLimit')),
});

/** The most for a year over all IRAs of a person: the dollar limit or, if less, compensation. 26 U.S.C. § 219(b)(1), (c). */
export const limitOverAllIras = step('IRA limit', {
  label: 'Limit over all IRAs: the dollar limit or, if less, compensation',
  law: ['26 U.S.C. § 219(b)(1), (c)', '26 U.S.C. § 408A(c)(2)'],
  called: 'the IRA limit',
  is: either(compensationTested, atMost(compensationThatCounts, dollarLimit), dollarLimit),
});

export const iraLimitEntries = [...compensationEntries, catchUpAllowed, dollarLimit, limitOverAllIras] as const;

export const iraLimitWorksheet: Worksheet<IraLimitInput, IraLimitChoice> = {
  title: 'The most for all IRAs of a person', inputs: iraLimitInputs, choices: compensationChoices, entries: iraLimitEntries,
};

/**
 * What the facts fill in, with the limits of the year. Before 2002 the law had no catch-up, so it is zero.
 *
 * @throws Refusal as compensation does, and TAX_YEAR_NOT_COVERED.
 */
export function iraLimitGiven(facts: IraLimitFacts): WorksheetGiven<IraLimitInput, IraLimitChoice> {
  const { amounts, answers } = compensationGiven(facts);
  const { year, age } = facts;
  return {
    amounts: {
      ...amounts,
      age: ageGiven(age),
      iraLimit: amountOf('iraLimit', year),
      iraCatchUp50: year >= iraCatchUpFirstYear.value ? amountOf('iraCatchUp50', year) : zero,
    },
    answers,
  };
}

/** The dollar limit of a year on contributions to all IRAs of a person, before compensation. */
export const iraDollarLimit = (year: number, age: Age): Decimal =>
  amountOn(filled({ year, age, filingStatus: null, compensation: null, spouseCompensation: null, spouseContributions: null }), dollarLimit);

/**
 * The most for a year over all IRAs of a person, in dollars.
 *
 * @throws Refusal as compensation and the law do.
 */
export const iraLimit = (facts: IraLimitFacts): Decimal => amountOn(filled(facts), limitOverAllIras);

const filled = (facts: IraLimitFacts): FilledForm => fillInWorksheet(iraLimitWorksheet, iraLimitGiven(facts));
