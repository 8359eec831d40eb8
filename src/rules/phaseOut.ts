import type { Decimal } from '../engine/decimal';
import { question, step, type Line, type Question } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { atLeast, either, fixed, inWords, less, not, nothing, proportionUpTo, reaches, told, type Amount } from '../engine/words';
import { reducedLimitFloor, reducedLimitMultiple } from '../law/constants';

/** The modified adjusted gross incomes between which a limit falls to nothing. */
export interface PhaseOutRange {
  readonly start: Decimal;
  readonly end: Decimal;
}

export const phaseOutInputs = {
  magi: { means: 'Modified adjusted gross income', says: 'modified AGI', kind: 'signed' },
  rangeStart: { means: 'Start of the phase-out range', says: 'the start of the range', limit: true },
  rangeEnd: { means: 'End of the phase-out range', says: 'the end of the range', limit: true },
} as const satisfies Record<string, InputWords>;

export interface PhaseOut {
  readonly aboveStart: Question;
  readonly belowEnd: Question;
  /** Filled in only above the start. */
  readonly reduced: Line;
}

/**
 * A limit reduced by the share of the range that income has passed, rounded up to $10 and, as long as anything is left, at
 * least $200: 26 U.S.C. § 219(g)(2). The ratio is not rounded: the worksheets ask for "at least three places", and three
 * places are $10 off in one income of six and lose the $200 in the last dollars of the range.
 */
export const phaseOut = (of: Amount, magi: Amount, range: { readonly start: Amount; readonly end: Amount }, onlyIf?: Question): PhaseOut => {
  const asked = onlyIf ? { onlyIf } : {};
  const aboveStart = question('Income above the start', {
    label: 'Is income above the start of the range?',
    law: ['26 U.S.C. § 219(g)(2)(A)'],
    yes: 'income is above the start of the range',
    no: 'income is not above the start of the range, so nothing is reduced',
    is: not(reaches(range.start, magi)),
    ...asked,
  });
  const belowEnd = question('Income below the end', {
    label: 'Is income below the end of the range?',
    law: ['26 U.S.C. § 219(g)(2)(A)'],
    yes: 'income is below the end of the range',
    no: 'income has reached the end of the range',
    is: not(reaches(magi, range.end)),
    onlyIf: aboveStart,
  });
  const left = told(less(range.end, magi), (figures) => `what ${magi.says(figures)} leaves to ${range.end.says(figures)}`);
  const width = told(less(range.end, range.start), (figures) => `the width of the range (${inWords(less(range.end, range.start).value(figures))})`);
  const reduced = step('Reduced limit', {
    label: 'What the phase-out leaves: rounded up to 10, and at least 200 as long as anything is left',
    law: ['26 U.S.C. § 219(g)(2)(A), (B), (C)', '26 U.S.C. § 408A(c)(3)(A)'],
    called: 'what the phase-out leaves',
    is: either(
      belowEnd,
      atLeast(fixed(reducedLimitFloor.value, 'the least that is left within the range'), proportionUpTo(reducedLimitMultiple.value, of, left, width)),
      told(nothing, () => 'income has reached the end of the range'),
    ),
    onlyIf: aboveStart,
  });
  return { aboveStart, belowEnd, reduced };
};
