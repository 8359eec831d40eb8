import { zero, type Decimal } from '../../engine/decimal';
import { question, type Question } from '../../engine/form';
import type { Figures } from '../../engine/term';
import { all, chosen, input, inWords, isPositive, told, total, type Truth } from '../../engine/words';
import type { Worksheet } from './lines';

/** What decides whether the worksheet applies, besides the amounts of the form. */
export interface DeductionFacts {
  /** Whether the person, or the spouse, was covered by a plan at work. */
  readonly covered: boolean;
  /** Modified AGI for the IRA deduction without the taxable part of these IRAs; it may be negative. */
  readonly otherIncome: Decimal;
  /** The income range in which the deduction shrinks to nothing, for this person's filing status and coverage. */
  readonly range: { readonly start: Decimal; readonly end: Decimal };
}

/** The facts by the names that the questions below ask for them. */
export const deductionInputs = ['otherIncome', 'rangeStart', 'rangeEnd'] as const;
export type DeductionInput = (typeof deductionInputs)[number];
export const deductionChoices = ['deductionFactsGiven', 'coveredByPlan'] as const;
export type DeductionChoice = (typeof deductionChoices)[number];

/** Facts as the questions take them; nothing stands for facts that nobody gave. */
export const deductionFigures = (facts: DeductionFacts | null): {
  readonly inputs: Readonly<Record<DeductionInput, Decimal>>; readonly choices: Readonly<Record<DeductionChoice, boolean>>;
} => ({
  inputs: { otherIncome: facts?.otherIncome ?? zero, rangeStart: facts?.range.start ?? zero, rangeEnd: facts?.range.end ?? zero },
  choices: { deductionFactsGiven: facts !== null, coveredByPlan: facts?.covered ?? false },
});

export interface Trigger {
  /** Whether the facts are known, where anything was distributed or converted. */
  readonly known: Question;
  readonly covered: Question;
  readonly applies: Question;
}

const LAW = 'Instructions for Form 8606 (2023), line 7, "Caution"';
const [INCOME, START, END] = deductionInputs;
const [GIVEN, COVERED] = deductionChoices;

export const factsGiven: Truth = chosen(GIVEN, 'coverage and income are given', 'coverage and income are not given');

/**
 * Whether Worksheet 1-1 replaces lines 6 to 12: there is a contribution for the year, a distribution or conversion,
 * somebody is covered by a plan, and the income, with the worksheet's own taxable amount in it, lies within the deduction
 * range: above its start, for up to there all is deductible, and below its end. Read literally, line 7's caution would also
 * take in those whose deduction is nil; for them both ways give the same unless money came after year end.
 */
export const triggerOf = (sheet: Worksheet, idOf: (id: string) => string): Trigger => {
  const known = question(idOf('deduction facts'), {
    label: 'Are coverage by a plan at work and income given?',
    law: [LAW],
    yes: 'coverage and income are given',
    no: 'coverage and income are not given, so it is not asked whether it applies',
    is: factsGiven,
    onlyIf: sheet.anyMoved,
  });
  const covered = question(idOf('covered by a plan'), {
    label: 'Was the person, or the spouse, covered by a plan at work?',
    law: ['26 U.S.C. 219(g)(1), (5), (7)'],
    yes: 'somebody was covered by a plan at work',
    no: 'nobody was covered by a plan at work, so income does not limit the deduction',
    is: chosen(COVERED, 'a plan at work covered one of them', 'nobody was covered by a plan at work, so income does not limit the deduction'),
    onlyIf: known,
  });
  const taxable = sheet.line9;
  const besides = input(INCOME, 'income besides these IRAs');
  const start = input(START, 'the start of the deduction range');
  const end = input(END, 'the end of the deduction range');
  const income = (figures: Figures): string =>
    `income of ${inWords(besides.value(figures).plus(taxable.value(figures)))}, ${inWords(taxable.value(figures))} of it from line 9 of Worksheet 1-1, is`;
  const inRange = all(
    isPositive(sheet.line2, 'something was contributed for the year', 'nothing was contributed for the year'),
    told(isPositive(total([besides, taxable], [start]), '', ''),
      (figures) => `${income(figures)} not above ${inWords(start.value(figures))}: all may be deducted, and lines 6 to 12 are used`),
    told(isPositive(total([end], [besides, taxable]), '', ''),
      (figures) => `${income(figures)} not below ${inWords(end.value(figures))}: nothing is deductible, and lines 6 to 12 are used`),
  );
  const applies = question(idOf('applies'), {
    label: 'Does it apply: does income lie between the start and the end of the deduction range?',
    law: [LAW, '26 U.S.C. 219(g)(2)'],
    yes: 'Worksheet 1-1 applies',
    no: 'Worksheet 1-1 does not apply',
    is: told(inRange, (figures) => (inRange.value(figures)
      ? `${income(figures)} between ${inWords(start.value(figures))} and ${inWords(end.value(figures))}: part of the contribution may be deducted`
      : inRange.says(figures))),
    onlyIf: covered,
  });
  return { known, covered, applies };
};
