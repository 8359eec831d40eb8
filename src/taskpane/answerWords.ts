import type { Answer } from '../plan/plan';
import { personWords } from './personWords';
import { roleWords } from './roleWords';

/** An answer in words, for one whose own words are not at hand: found in the workbook, or changed in part by a later one. */
export const answerInWords = (answer: Answer): string => {
  if (answer === 'include') return 'Count it';
  if (answer === 'exclude') return 'Leave it out';
  if (answer === 'zero') return 'It is zero';
  const { amount, owner, year, role, column, counts, scale, deducted } = answer;
  return [
    ...(counts === undefined ? [] : [counts ? 'Count it' : 'Leave it out']),
    ...(amount === undefined ? [] : [`The amount is ${amount}`]),
    ...(owner === undefined ? [] : [`It is the ${personWords[owner].toLowerCase()}'s`]),
    ...(year === undefined ? [] : [`It is for ${year}`]),
    ...(role === undefined ? [] : [roleWords[role].says]),
    ...(column === undefined ? [] : [`The column holds ${column.replace(/_/g, ' ')}`]),
    ...(scale === undefined ? [] : [scale === 1 ? 'They are dollars' : 'They are in thousands']),
    ...(deducted === undefined ? [] : [`${deducted} was deducted`]),
  ].join('; ');
};

/** The kind of amount that can be typed in answer, where one of the ready answers is an amount or zero: any other may be the true one. */
export const amountAsked = (choices: readonly { readonly answer: unknown }[]): 'amount' | 'deducted' | null => {
  const holds = (key: string): boolean => choices.some(({ answer }) => typeof answer === 'object' && answer !== null && key in answer);
  if (holds('deducted')) return 'deducted';
  return holds('amount') || choices.some(({ answer }) => answer === 'zero') ? 'amount' : null;
};
