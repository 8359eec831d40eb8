import { kinds, type Answer } from '../plan/plan';
import { personWords } from './personWords';
import { roleWords } from './roleWords';

/** An answer in words, for one whose own words are not at hand: found in the workbook, or changed in part by a later one. */
export const answerInWords = (answer: Answer): string => {
  if (answer === 'include') return 'Count it';
  if (answer === 'exclude') return 'Leave it out';
  if (answer === 'zero') return 'It is zero';
  const { amount, owner, year, role, column, counts, deducted, kind, converted, late, contributionBasis, conversionBasis } = answer;
  return [
    ...(counts === undefined ? [] : [counts ? 'Count it' : 'Leave it out']),
    ...(amount === undefined ? [] : [`The amount is ${amount}`]),
    ...(owner === undefined ? [] : [`It is the ${personWords[owner].toLowerCase()}'s`]),
    ...(year === undefined ? [] : [`It is for ${year}`]),
    ...(role === undefined ? [] : [roleWords[role].says]),
    ...(column === undefined ? [] : [`The column holds ${column.replace(/_/g, ' ')}`]),
    ...(deducted === undefined ? [] : [`${deducted} was deducted`]),
    ...(kind === undefined ? [] : [`It is ${kinds[kind]}`]),
    ...(converted === undefined ? [] : [`${converted} was converted`]),
    ...(late === undefined ? [] : [`${late} was made after year end`]),
    ...(contributionBasis === undefined ? [] : [`The basis in Roth contributions is ${contributionBasis}`]),
    ...(conversionBasis === undefined ? [] : [`The basis in conversions is ${conversionBasis}`]),
  ].join('; ');
};

/** What an amount that is typed in answer says. */
const partKinds = ['deducted', 'converted', 'late', 'contributionBasis', 'conversionBasis'] as const;
export type AmountKind = 'amount' | (typeof partKinds)[number];

/** The kind of amount that can be typed in answer, where one of the ready answers is an amount or zero: any other may be the true one. */
export const amountAsked = (choices: readonly { readonly answer: unknown }[]): AmountKind | null => {
  const holds = (key: string): boolean => choices.some(({ answer }) => typeof answer === 'object' && answer !== null && key in answer);
  const part = partKinds.find(holds);
  if (part) return part;
  return holds('amount') || choices.some(({ answer }) => answer === 'zero') ? 'amount' : null;
};

/** How the field for another amount is labelled. */
export const otherAmount: Readonly<Record<AmountKind, string>> = {
  amount: 'Or another amount', deducted: 'Or another amount deducted', converted: 'Or another amount converted', late: 'Or another amount made after year end',
  contributionBasis: 'Or the basis in Roth contributions', conversionBasis: 'Or the basis in conversions',
};

/** What is zero or more, in the words of whoever typed less. */
export const whatIsMeant: Readonly<Record<Exclude<AmountKind, 'amount'>, string>> = {
  deducted: 'What was deducted', converted: 'What was converted', late: 'What was made after year end',
  contributionBasis: 'The basis in Roth contributions', conversionBasis: 'The basis in conversions',
};
