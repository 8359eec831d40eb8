import { kinds, type Answer } from '../plan/plan';
import { personWords } from './personWords';
import { roleWords } from './roleWords';

/** An answer in words, for one whose own words are not at hand: found in the workbook, or changed in part by a later one. */
export const answerInWords = (answer: Answer): string => {
  if (answer === 'include') return 'Count it';
  if (answer === 'exclude') return 'Leave it out';
  if (answer === 'zero') return 'It is zero';
  const { amount, owner, year, role, column, counts, scale, deducted, kind, converted, late, contributionBasis, conversionBasis } = answer;
  return [
    ...(counts === undefined ? [] : [counts ? 'Count it' : 'Leave it out']),
    ...(amount === undefined ? [] : [`The amount is ${amount}`]),
    ...(owner === undefined ? [] : [`It is the ${personWords[owner].toLowerCase()}'s`]),
    ...(year === undefined ? [] : [`It is for ${year}`]),
    ...(role === undefined ? [] : [roleWords[role].says]),
    ...(column === undefined ? [] : [`The column holds ${column.replace(/_/g, ' ')}`]),
    ...(scale === undefined ? [] : [scale === 1 ? 'They are dollars' : 'They are in thousands']),
    ...(deducted === undefined ? [] : [`${deducted} was deducted`]),
    ...(kind === undefined ? [] : [`It is ${kinds[kind]}`]),
    ...(converted === undefined ? [] : [`${converted} was converted`]),
    ...(late === undefined ? [] : [`${late} was made after year end`]),
    ...(contributionBasis === undefined ? [] : [`The basis in Roth contributions is ${contributionBasis}`]),
    ...(conversionBasis === undefined ? [] : [`The basis in conversions is ${conversionBasis}`]),
  ].join('; ');
};

/** The kind of amount that can be typed in answer, where one of the ready answers is an amount or zero: any other may be the true one. */
export const amountAsked = (choices: readonly { readonly answer: unknown }[]): AmountAsked | null => {
  const holds = (key: string): boolean => choices.some(({ answer }) => typeof answer === 'object' && answer !== null && key in answer);
  const ofItsOwn = amountsOfTheirOwn.find(holds);
  if (ofItsOwn !== undefined) return ofItsOwn;
  return holds('amount') || choices.some(({ answer }) => answer === 'zero') ? 'amount' : null;
};

/** Amounts that are not the cell's own; none of them can be below zero. */
const amountsOfTheirOwn = ['deducted', 'converted', 'late', 'contributionBasis', 'conversionBasis'] as const;

export type AmountAsked = 'amount' | (typeof amountsOfTheirOwn)[number];

export const amountLabels: Readonly<Record<AmountAsked, string>> = {
  amount: 'Or another amount',
  deducted: 'Or another amount deducted',
  converted: 'Or another amount converted',
  late: 'Or another amount made after year end',
  contributionBasis: 'Or the basis in Roth contributions',
  conversionBasis: 'Or the basis in conversions',
};

/** What is wrong with such an amount below zero. */
export const belowZero: Readonly<Record<Exclude<AmountAsked, 'amount'>, string>> = {
  deducted: 'What was deducted is zero or more.',
  converted: 'What was converted is zero or more.',
  late: 'What was made after year end is zero or more.',
  contributionBasis: 'A basis is zero or more.',
  conversionBasis: 'A basis is zero or more.',
};
