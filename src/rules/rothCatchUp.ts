import { zero, type Decimal } from '../engine/decimal';
import { question, step } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { choicesOf, fillInWorksheet, inputsOf, type ChoiceWords, type Worksheet, type WorksheetGiven } from '../engine/worksheet';
import { all, either, isPositive, not, nothing, reaches, told } from '../engine/words';
import { amountOf, lawOf } from '../law';
import { rothCatchUpFirstYear } from '../law/constants';
import { mayCatchUp, type Age } from './age';
import { catchUpLimit } from './catchUp';

export interface RothCatchUpFacts {
  readonly year: number;
  readonly age: Age;
  /** Wages subject to FICA (Form W-2, box 3) of the year BEFORE from this employer; 0 for partners and sole proprietors. */
  readonly priorWages: Decimal;
  /** Whether the plan takes Roth contributions. */
  readonly planHasRoth: boolean;
}

const catchUpInputs = {
  priorWages: { means: 'FICA wages of the year before from this employer (Form W-2, box 3)', says: 'FICA wages of the year before from this employer' },
  rothCatchUpWages: { means: 'Wages above which catch-up contributions must be Roth', says: 'the wages above which catch-up must be Roth', limit: true },
  catchUp: { means: 'Catch-up limit of the age', says: 'the catch-up limit of the age', limit: true },
} as const satisfies Record<string, InputWords>;

const catchUpChoices = {
  testInForce: { means: 'Is the wage test in force in the year?', yes: 'the wage test is in force', no: 'the wage test begins in 2026' },
  planHasRoth: { means: 'Does the plan take Roth contributions?', yes: 'the plan takes Roth contributions', no: 'the plan takes no Roth contributions' },
} as const satisfies Record<string, ChoiceWords>;

type CatchUpInput = keyof typeof catchUpInputs;
type CatchUpChoice = keyof typeof catchUpChoices;

const given = inputsOf<CatchUpInput>(catchUpInputs);
const settled = choicesOf<CatchUpChoice>(catchUpChoices);

const hasWages = isPositive(given('priorWages'), 'there were FICA wages from this employer', 'there were no FICA wages from this employer in the year before, so the test does not apply');

const mustBeRoth = question('Catch-up must be Roth', {
  label: 'Must catch-up contributions be Roth?',
  law: ['26 U.S.C. § 414(v)(7)(A): wages that exceed the threshold', 'SECURE 2.0 Act § 603; Notice 2023-62'],
  yes: 'catch-up contributions must be Roth',
  no: 'catch-up contributions may be pre-tax or Roth',
  is: all(settled('testInForce'), hasWages, not(reaches(given('rothCatchUpWages'), given('priorWages')))),
});

const shutOut = question('No catch-up without Roth', {
  label: 'Does the plan allow no catch-up, because it takes no Roth contributions?',
  law: ['26 U.S.C. § 414(v)(7)(B)'],
  yes: 'no catch-up is allowed here: it would have to be Roth, and the plan takes no Roth contributions',
  no: 'the plan allows the catch-up',
  is: all(mustBeRoth, not(settled('planHasRoth'))),
});

const allowed = step('Catch-up allowed here', {
  label: 'Catch-up contribution allowed in this plan',
  law: ['26 U.S.C. § 414(v)(2), (7)'],
  called: 'the catch-up allowed here',
  is: either(shutOut, told(nothing, () => 'it would have to be Roth, and the plan takes no Roth contributions'), given('catchUp')),
});

const roth = step('Of it must be Roth', {
  label: 'Part of it that must be Roth',
  law: ['26 U.S.C. § 414(v)(7)(A)'],
  called: 'what must be Roth',
  is: either(mustBeRoth, allowed, told(nothing, () => 'catch-up contributions may be pre-tax or Roth')),
});

/**
 * Whether catch-up contributions must be Roth: 26 U.S.C. § 414(v)(7), from 2026. The wages are those of the year before, from
 * this employer and subject to FICA; they are not prorated for part of a year. The test changes no room for after-tax money.
 */
export const rothCatchUpWorksheet: Worksheet<CatchUpInput, CatchUpChoice> = {
  title: 'Roth catch-up contributions', inputs: catchUpInputs, choices: catchUpChoices, entries: [mustBeRoth, shutOut, allowed, roth],
};

/**
 * What the facts fill in, with the threshold and the catch-up of the year.
 *
 * @throws Refusal AMOUNT_NOT_COVERED and TAX_YEAR_NOT_COVERED for a year whose threshold or catch-up is not known.
 */
export function rothCatchUpGiven({ year, age, priorWages, planHasRoth }: RothCatchUpFacts): WorksheetGiven<CatchUpInput, CatchUpChoice> {
  lawOf(year);
  const testInForce = year >= rothCatchUpFirstYear.value;
  return {
    amounts: { priorWages, rothCatchUpWages: testInForce ? amountOf('rothCatchUpWages', year) : zero, catchUp: catchUpLimit(year, age) },
    answers: { testInForce, planHasRoth },
  };
}

/** How catch-up contributions may be made: only as Roth, as either kind, or not at all. */
export type CatchUpVerdict = 'Roth' | 'either' | 'none';

/** Refuses as `rothCatchUpGiven` does. */
export function rothCatchUp(facts: RothCatchUpFacts): CatchUpVerdict {
  const form = fillInWorksheet(rothCatchUpWorksheet, rothCatchUpGiven(facts));
  if (!mayCatchUp(facts.age) || form.answer(shutOut.id)) return 'none';
  return form.answer(mustBeRoth.id) ? 'Roth' : 'either';
}
