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

/** Amounts that are not the cell's own; none of them can be below zero. */
const amountsOfTheirOwn = ['deducted', 'converted', 'late', 'contributionBasis', 'conversionBasis'] as const;

/** What an amount that is typed in answer says. */
export type AmountAsked = 'amount' | (typeof amountsOfTheirOwn)[number];

/** The kind of amount that can be typed in answer, where one of the ready answers is an amount or zero: any other may be the true one. */
export const amountAsked = (choices: readonly { readonly answer: unknown }[]): AmountAsked | null => {
  const holds = (key: string): boolean => choices.some(({ answer }) => typeof answer === 'object' && answer !== null && key in answer);
  const ofItsOwn = amountsOfTheirOwn.find(holds);
  if (ofItsOwn !== undefined) return ofItsOwn;
  return holds('amount') || choices.some(({ answer }) => answer === 'zero') ? 'amount' : null;
};

/** How the field for another amount is labelled, and what cannot be below zero. */
export const amountFields: Readonly<Record<AmountAsked, { readonly label: string; readonly subject: string }>> = {
  amount: { label: 'Or another amount', subject: 'The amount' },
  deducted: { label: 'Or another amount deducted', subject: 'What was deducted' },
  converted: { label: 'Or another amount converted', subject: 'What was converted' },
  late: { label: 'Or another amount made after year end', subject: 'What was made after year end' },
  contributionBasis: { label: 'Or the basis in Roth contributions', subject: 'A basis' },
  conversionBasis: { label: 'Or the basis in conversions', subject: 'A basis' },
};
