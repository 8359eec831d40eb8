import { zero, type Decimal } from '../engine/decimal';
import { question, step } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { Refusal } from '../engine/refusal';
import { amountOn, choicesOf, fillInWorksheet, inputsOf, type ChoiceWords, type Worksheet, type WorksheetGiven } from '../engine/worksheet';
import { add, atLeastZero, either, inWords, less, nothing, told } from '../engine/words';
import { compensationChoices } from './compensation';
import { pastDeductionEndAge } from './deductionAge';
import { limitOverAllIras } from './iraLimit';
import { rothLimitGiven, rothLimitInputs, rothLimitLine, rothLimitWorksheet, type RothLimitFacts } from './rothLimit';

export interface ExcessFacts extends Omit<RothLimitFacts, 'magi'> {
  /** Modified AGI for Roth purposes; null where it is not known, which is enough as long as nothing went to a Roth IRA. */
  readonly magi: Decimal | null;
  readonly rothContributions: Decimal;
}

const excessInputs = {
  ...rothLimitInputs,
  rothContributions: { means: 'Contributions to Roth IRAs for the year', says: 'contributions to Roth IRAs' },
} as const satisfies Record<string, InputWords>;

const excessChoices = {
  ...compensationChoices,
  pastDeductionAge: {
    means: 'Was 70 1/2 reached by the end of a year before 2020?',
    yes: 'nothing could be contributed to a traditional IRA from 70 1/2 before 2020',
    no: 'age ends no contribution',
  },
} as const satisfies Record<string, ChoiceWords>;

type ExcessInput = keyof typeof excessInputs;
type ExcessChoice = keyof typeof excessChoices;

const given = inputsOf<ExcessInput>(excessInputs);
const settled = choicesOf<ExcessChoice>(excessChoices);

const tooOld = question('Too old for a traditional IRA', {
  label: 'Was the person too old to contribute to a traditional IRA?',
  law: ['26 U.S.C. § 219(d)(1), before Pub. L. 116-94 § 107'],
  yes: excessChoices.pastDeductionAge.yes,
  no: excessChoices.pastDeductionAge.no,
  is: settled('pastDeductionAge'),
});

/** The test leaves out § 219(g): income makes a contribution nondeductible, never an excess. */
const traditionalLimit = step('Limit for traditional IRAs', {
  label: 'The most for traditional IRAs, whatever the income',
  law: ['26 U.S.C. § 4973(b), last sentence: without regard to § 219(g)'],
  called: 'the limit for traditional IRAs',
  is: either(tooOld, told(nothing, () => excessChoices.pastDeductionAge.yes), limitOverAllIras),
});

const traditionalExcess = step('Excess in traditional IRAs', {
  label: 'Contributed to traditional IRAs for the year beyond their limit (Form 5329, line 15)',
  law: ['26 U.S.C. § 4973(b)(1)', 'Form 5329, line 15'],
  called: 'the excess in traditional IRAs',
  is: atLeastZero(less(given('traditionalContributions'), traditionalLimit)),
});

const rothExcess = step('Excess in Roth IRAs', {
  label: 'Contributed to Roth IRAs for the year beyond their limit (Form 5329, line 23)',
  law: ['26 U.S.C. § 4973(f)(1)', 'Form 5329, line 23'],
  called: 'the excess in Roth IRAs',
  is: atLeastZero(less(given('rothContributions'), rothLimitLine)),
});

const excess = step('Excess contributions', {
  label: 'Excess contributions of the year',
  law: ['26 U.S.C. § 4973(b)(1), (f)(1)'],
  called: 'excess contributions',
  is: add(traditionalExcess, rothExcess),
});

const traditionalUnused = step('Unused limit for traditional IRAs', {
  label: 'Limit that contributions to traditional and Roth IRAs leave: it absorbs an excess of earlier years (Form 5329, line 10)',
  law: ['26 U.S.C. § 4973(b)(2)(C): contributions to Roth IRAs included', 'Form 5329, line 10'],
  called: 'the unused limit for traditional IRAs',
  is: atLeastZero(less(traditionalLimit, given('traditionalContributions'), given('rothContributions'))),
});

const rothUnused = step('Unused limit for Roth IRAs', {
  label: 'Roth limit that contributions leave: it absorbs an excess of earlier years (Form 5329, line 19)',
  law: ['26 U.S.C. § 4973(f)(2)(B)', 'Form 5329, line 19'],
  called: 'the unused limit for Roth IRAs',
  is: atLeastZero(less(rothLimitLine, given('rothContributions'))),
});

/**
 * Excess contributions of one person and year, and what the year leaves unused for an excess of earlier years: 26 U.S.C.
 * § 4973(b), (f). Contributions that were returned with their earnings by the extended due date, or recharacterized, count as
 * never made (§ 4973(b), last sentences; § 408A(d)(6)): they are to be left out.
 */
export const excessWorksheet: Worksheet<ExcessInput, ExcessChoice> = {
  title: 'Excess contributions of the year',
  inputs: excessInputs,
  choices: excessChoices,
  entries: [...rothLimitWorksheet.entries, tooOld, traditionalLimit, traditionalExcess, rothExcess, excess, traditionalUnused, rothUnused],
};

/**
 * What the facts fill in, with the limits of the year.
 *
 * @throws Refusal MISSING for Roth contributions without an income to test them by, and as the Roth limit does.
 */
export function excessGiven(facts: ExcessFacts): WorksheetGiven<ExcessInput, ExcessChoice> {
  const { magi, rothContributions } = facts;
  if (magi === null && rothContributions.greaterThan(zero)) {
    throw new Refusal('MISSING', 'magi', '', 'an amount',
      `magi is missing, and ${inWords(rothContributions)} went to a Roth IRA; give modified AGI for Roth purposes, which decides how much of it was allowed.`);
  }
  const { amounts, answers } = rothLimitGiven({ ...facts, magi: magi ?? zero });
  return { amounts: { ...amounts, rothContributions }, answers: { ...answers, pastDeductionAge: pastDeductionEndAge(facts.year, facts.age) } };
}

export interface Excess {
  readonly traditional: Decimal;
  readonly roth: Decimal;
  readonly total: Decimal;
  readonly unusedTraditional: Decimal;
  readonly unusedRoth: Decimal;
}

/** The excess of the year and what of the limits is unused, in dollars. */
export function excessContributions(facts: ExcessFacts): Excess {
  const form = fillInWorksheet(excessWorksheet, excessGiven(facts));
  return {
    traditional: amountOn(form, traditionalExcess),
    roth: amountOn(form, rothExcess),
    total: amountOn(form, excess),
    unusedTraditional: amountOn(form, traditionalUnused),
    unusedRoth: amountOn(form, rothUnused),
  };
}
