import type { Decimal } from '../engine/decimal';
import { line } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { amountOn, fillInWorksheet, inputsOf, type Worksheet, type WorksheetGiven } from '../engine/worksheet';
import { atLeastZero, atMost, either, fraction, less, proportion } from '../engine/words';
import { amountOf } from '../law';
import { phaseOutColumns, separateRangeEnd, separateRangeStart, type FilingStatus } from '../law/constants';
import { compensationChoices } from './compensation';
import { iraLimitEntries, iraLimitGiven, iraLimitInputs, limitOverAllIras, type IraLimitChoice, type IraLimitFacts } from './iraLimit';
import { phaseOut, phaseOutInputs, type PhaseOutRange } from './phaseOut';

export interface RothLimitFacts extends IraLimitFacts {
  readonly filingStatus: FilingStatus;
  /** Modified AGI for Roth purposes, without conversion income: 26 U.S.C. § 408A(c)(3)(B)(i). It may be negative. */
  readonly magi: Decimal;
  /** Contributions of the same person for the year to traditional IRAs. */
  readonly traditionalContributions: Decimal;
}

/** Between which incomes the right to contribute to a Roth IRA phases out: 26 U.S.C. § 408A(c)(3)(B)(ii). */
export function rothPhaseOut(year: number, filingStatus: FilingStatus): PhaseOutRange {
  switch (phaseOutColumns[filingStatus].value) {
    case 'single': return { start: amountOf('rothSingleStart', year), end: amountOf('rothSingleEnd', year) };
    case 'joint': return { start: amountOf('rothJointStart', year), end: amountOf('rothJointEnd', year) };
    case 'separate': return { start: separateRangeStart.value, end: separateRangeEnd.value };
  }
}

export const rothLimitInputs = {
  ...iraLimitInputs,
  ...phaseOutInputs,
  magi: { ...phaseOutInputs.magi, means: 'Modified AGI for Roth IRA purposes, without conversion income' },
  traditionalContributions: { means: 'Contributions to traditional IRAs for the year', says: 'contributions to traditional IRAs' },
} as const satisfies Record<string, InputWords>;

export type RothLimitInput = keyof typeof rothLimitInputs;

const given = inputsOf<RothLimitInput>(rothLimitInputs);
const law = (number: string): readonly string[] => [`Pub. 590-A, Worksheet 2-2, line ${number}`];

const line1 = line('1', { label: 'Modified AGI for Roth IRA purposes', law: [...law('1'), '26 U.S.C. § 408A(c)(3)(B)(i)'], is: given('magi') });
const line2 = line('2', { label: 'Start of the phase-out range', law: [...law('2'), '26 U.S.C. § 408A(c)(3)(B)(ii)'], is: given('rangeStart') });
const { aboveStart, belowEnd, reduced } = phaseOut(limitOverAllIras, line1, { start: line2, end: given('rangeEnd') });
const line3 = line('3', { label: 'Line 1 less line 2', law: law('3'), is: less(line1, line2), onlyIf: aboveStart });
const line4 = line('4', {
  label: 'Width of the range: 15,000, or 10,000 for joint and separate returns', law: [...law('4'), '26 U.S.C. § 408A(c)(3)(A)(ii)'],
  is: less(given('rangeEnd'), line2), onlyIf: aboveStart,
});
const line5 = line('5', { label: 'Line 3 divided by line 4, never more than 1', law: law('5'), measure: 'ratio', is: fraction(line3, line4), onlyIf: aboveStart });
const line6 = line('6', { label: 'The limit or, if less, compensation', law: [...law('6'), '26 U.S.C. § 408A(c)(3)(A)'], is: limitOverAllIras });
const line7 = line('7', {
  label: 'Line 6 times line 5, to the cent (line 8 is reckoned without this rounding)', law: law('7'),
  is: atMost(line6, proportion(line6, line3, line4)), onlyIf: aboveStart,
});
const line8 = line('8', {
  label: 'Line 6 less line 7, rounded up to 10, and at least 200 as long as anything is left', law: [...law('8'), '26 U.S.C. § 219(g)(2)(B), (C)'],
  is: reduced, onlyIf: aboveStart,
});
const line9 = line('9', { label: 'Contributions to other IRAs for the year', law: law('9'), is: given('traditionalContributions') });
const line10 = line('10', { label: 'Line 6 less line 9', law: law('10'), is: atLeastZero(less(line6, line9)) });
const line11 = line('11', {
  label: 'The most for Roth IRAs: the smaller of lines 8 and 10', law: [...law('11'), '26 U.S.C. § 408A(c)(2), (3)'],
  is: either(aboveStart, atMost(line10, line8), line10),
});

/**
 * The most that one person may contribute directly to Roth IRAs for a year: 26 U.S.C. § 408A(c)(2), (3); lines and order are
 * those of Publication 590-A, Worksheet 2-2. The limit or, if less, compensation is reduced, rounded up to $10 and kept at
 * $200; only then is it held to what the person's other IRA contributions leave, so that the $200 do not survive that last
 * step.
 */
export const rothLimitWorksheet: Worksheet<RothLimitInput, IraLimitChoice> = {
  title: 'The most for Roth IRAs of a person (Pub. 590-A, Worksheet 2-2)',
  inputs: rothLimitInputs,
  choices: compensationChoices,
  entries: [...iraLimitEntries, line1, line2, aboveStart, belowEnd, line3, line4, line5, line6, line7, reduced, line8, line9, line10, line11],
};

/** What the facts fill in, with the limits of the year. Refuses as compensation and the law do. */
export function rothLimitGiven(facts: RothLimitFacts): WorksheetGiven<RothLimitInput, IraLimitChoice> {
  const { amounts, answers } = iraLimitGiven(facts);
  const { start, end } = rothPhaseOut(facts.year, facts.filingStatus);
  return {
    amounts: { ...amounts, magi: facts.magi, rangeStart: start, rangeEnd: end, traditionalContributions: facts.traditionalContributions },
    answers,
  };
}

/** Line 11 of the worksheet, in dollars. */
export const rothLimit = (facts: RothLimitFacts): Decimal => amountOn(fillInWorksheet(rothLimitWorksheet, rothLimitGiven(facts)), line11);
