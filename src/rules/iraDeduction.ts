import { zero, type Decimal } from '../engine/decimal';
import { line, question, type FilledForm } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { Refusal } from '../engine/refusal';
import { amountOn, choicesOf, fillInWorksheet, inputsOf, type ChoiceWords, type Worksheet, type WorksheetGiven } from '../engine/worksheet';
import { atLeastZero, atMost, either, inWords, less, nothing, told } from '../engine/words';
import { amountOf } from '../law';
import { deductionEndAge, deductionEndAgeLastYear, phaseOutColumns, separateRangeEnd, separateRangeStart, type FilingStatus } from '../law/constants';
import type { Age } from './age';
import { compensationChoices, compensationTested, compensationThatCounts } from './compensation';
import { dollarLimit, iraLimitEntries, iraLimitGiven, iraLimitInputs, limitOverAllIras, type IraLimitFacts } from './iraLimit';
import { phaseOut, phaseOutInputs, type PhaseOutRange } from './phaseOut';

export interface IraDeductionFacts extends IraLimitFacts {
  readonly filingStatus: FilingStatus;
  /** Modified AGI for the deduction: conversion income stays in it. 26 U.S.C. § 219(g)(3)(A). It may be negative. */
  readonly magi: Decimal;
  /** Whether a retirement plan at work covered the person for any part of the year. */
  readonly covered: boolean;
  readonly spouseCovered: boolean;
  /** Contributed to traditional IRAs for the year; null asks for the most that could be deducted. */
  readonly contribution: Decimal | null;
}

const deductionInputs = {
  ...iraLimitInputs,
  ...phaseOutInputs,
  magi: { ...phaseOutInputs.magi, means: 'Modified AGI for the IRA deduction, conversion income included' },
  contribution: { means: 'Contributed to traditional IRAs for the year', says: 'contributed to traditional IRAs' },
} as const satisfies Record<string, InputWords>;

const deductionChoices = {
  ...compensationChoices,
  incomeLimits: {
    means: 'Does income limit the deduction, because the person, or a spouse who counts, is covered by a plan at work?',
    yes: 'somebody who counts is covered by a plan at work',
    no: 'nobody who counts is covered by a plan at work',
  },
  pastDeductionAge: {
    means: 'Was 70 1/2 reached by the end of a year before 2020?', yes: 'nothing was deductible from 70 1/2 before 2020', no: 'age ends no deduction',
  },
  contributionKnown: {
    means: 'Is the contribution known?', yes: 'the contribution is known', no: 'no contribution was given, so this is the most that could be deducted',
  },
} as const satisfies Record<string, ChoiceWords>;

type DeductionInput = keyof typeof deductionInputs;
type DeductionChoice = keyof typeof deductionChoices;

const given = inputsOf<DeductionInput>(deductionInputs);
const settled = choicesOf<DeductionChoice>(deductionChoices);
const law = (number: string): readonly string[] => [`Pub. 590-A, Worksheet 1-2, line ${number}`];

const limited = question('Income limits the deduction', {
  label: 'Does income limit the deduction?',
  law: ['26 U.S.C. § 219(g)(1), (7)'],
  yes: 'income limits the deduction',
  no: 'nobody who counts is covered by a plan at work, so income does not limit the deduction',
  is: settled('incomeLimits'),
});

const contributed = question('Contribution known', {
  label: 'Is the contribution known?', law: law('6'), yes: deductionChoices.contributionKnown.yes, no: deductionChoices.contributionKnown.no, is: settled('contributionKnown'),
});

const line1 = line('1', { label: 'End of the phase-out range', law: [...law('1'), '26 U.S.C. § 219(g)(3)(B)'], is: given('rangeEnd'), onlyIf: limited });
const line2 = line('2', { label: 'Modified AGI for the deduction', law: [...law('2'), '26 U.S.C. § 219(g)(3)(A)'], is: given('magi'), onlyIf: limited });
const { aboveStart, belowEnd, reduced } = phaseOut(dollarLimit, line2, { start: given('rangeStart'), end: line1 }, limited);
const line3 = line('3', { label: 'Line 1 less line 2', law: law('3'), is: atLeastZero(less(line1, line2)), onlyIf: limited });
const line4 = line('4', {
  label: 'What the phase-out leaves of the dollar limit', law: [...law('4'), '26 U.S.C. § 219(g)(1), (2)'], is: either(aboveStart, reduced, dollarLimit),
});
const line5 = line('5', { label: 'Compensation that counts', law: law('5'), is: compensationThatCounts, onlyIf: compensationTested });
const line6 = line('6', { label: 'Contributed to traditional IRAs for the year', law: law('6'), is: given('contribution'), onlyIf: contributed });
const mostDeductible = atMost(limitOverAllIras, line4);
const line7 = line('7', {
  label: 'IRA deduction: the smallest of lines 4, 5 and 6',
  law: [...law('7'), '26 U.S.C. § 219(b), (g)', '26 U.S.C. § 219(d)(1), before 2020'],
  is: either(
    settled('pastDeductionAge'),
    told(nothing, () => deductionChoices.pastDeductionAge.yes),
    either(contributed, atMost(line6, mostDeductible), mostDeductible),
  ),
});
const line8 = line('8', {
  label: 'Nondeductible contribution: to Form 8606, line 1', law: [...law('8'), '26 U.S.C. § 408(o)'], is: less(line6, line7), onlyIf: contributed,
});

/**
 * The deductible part of traditional IRA contributions: 26 U.S.C. § 219(b), (g); Publication 590-A, Worksheet 1-2. Unlike
 * the Roth limit, the phase-out reduces the dollar limit; compensation and the contribution come in only afterwards.
 */
export const iraDeductionWorksheet: Worksheet<DeductionInput, DeductionChoice> = {
  title: 'The deductible part of traditional IRA contributions (Pub. 590-A, Worksheet 1-2)',
  inputs: deductionInputs,
  choices: deductionChoices,
  entries: [...iraLimitEntries, limited, contributed, line1, line2, aboveStart, belowEnd, line3, reduced, line4, line5, line6, line7, line8],
};

/**
 * What the facts fill in, with the limits of the year.
 *
 * @throws Refusal CONTRADICTION for a covered spouse of somebody without one, NOT_A_CHOICE for age 70 before 2020 (it may be
 * under or over 70 1/2), and as the law and compensation do.
 */
export function iraDeductionGiven(facts: IraDeductionFacts): WorksheetGiven<DeductionInput, DeductionChoice> {
  const { amounts, answers } = iraLimitGiven(facts);
  const range = deductionPhaseOut(facts);
  return {
    amounts: { ...amounts, magi: facts.magi, rangeStart: range?.start ?? zero, rangeEnd: range?.end ?? zero, contribution: facts.contribution ?? zero },
    answers: {
      ...answers,
      incomeLimits: range !== null,
      pastDeductionAge: pastDeductionEndAge(facts.year, facts.age),
      contributionKnown: facts.contribution !== null,
    },
  };
}

/**
 * Line 7 of the worksheet, in dollars.
 *
 * @throws Refusal OVER_THE_LIMIT for a contribution beyond the limit, and as `iraDeductionGiven` does.
 */
export function iraDeduction(facts: IraDeductionFacts): Decimal {
  const form = fillInWorksheet(iraDeductionWorksheet, iraDeductionGiven(facts));
  refuseExcess(form, facts);
  return amountOn(form, line7);
}

function refuseExcess(form: FilledForm, { year, contribution }: IraDeductionFacts): void {
  const limit = amountOn(form, limitOverAllIras);
  if (contribution !== null && contribution.greaterThan(limit)) {
    throw new Refusal('OVER_THE_LIMIT', 'contribution', inWords(contribution), inWords(limit),
      `contribution is ${inWords(contribution)}, more than the limit of ${inWords(limit)} for ${year}; what is beyond it is an excess contribution, `
      + 'neither deductible nor basis.');
  }
}

/** Between which incomes the deduction phases out; null where neither the person nor a spouse who counts is covered. */
export function deductionPhaseOut(
  { year, filingStatus, covered, spouseCovered }: Pick<IraDeductionFacts, 'year' | 'filingStatus' | 'covered' | 'spouseCovered'>,
): PhaseOutRange | null {
  const column = phaseOutColumns[filingStatus].value;
  const separate = { start: separateRangeStart.value, end: separateRangeEnd.value };
  if (spouseCovered && !['mfj', 'mfs', 'mfs-apart'].includes(filingStatus)) {
    throw new Refusal('CONTRADICTION', 'spouse_covered', 'TRUE', 'FALSE',
      `spouse_covered is TRUE, but filing_status is ${filingStatus}, which has no spouse; give FALSE or leave it out.`);
  }
  if (covered) {
    switch (column) {
      case 'single': return { start: amountOf('deductionSingleStart', year), end: amountOf('deductionSingleEnd', year) };
      case 'joint': return { start: amountOf('deductionJointStart', year), end: amountOf('deductionJointEnd', year) };
      case 'separate': return separate;
    }
  }
  if (!spouseCovered || column === 'single') return null;
  if (column === 'separate') return separate;
  return { start: amountOf('deductionSpouseCoveredStart', year), end: amountOf('deductionSpouseCoveredEnd', year) };
}

/** Through 2019 nothing was deductible for the year in which a person reached 70 1/2, nor after: former § 219(d)(1). */
function pastDeductionEndAge(year: number, age: Age): boolean {
  if (age === null || year > deductionEndAgeLastYear.value) return false;
  if (deductionEndAge.value.lessThanOrEqualTo(age)) return true;
  if (deductionEndAge.value.greaterThanOrEqualTo(age + 1)) return false;
  throw new Refusal('NOT_A_CHOICE', 'age', String(age), '69 or less, 71 or more',
    `age is ${age}, and for ${year} nothing was deductible from 70 1/2: give 71 if 70 1/2 was reached by 31 December ${year} (born before July), `
    + 'else 69.');
}
