import type { Answer } from '../plan/plan';
import { personWords } from './personWords';
import { roleWords } from './roleWords';

/** An answer in words, for one that was found in the workbook and whose button nobody pressed today. */
export const answerInWords = (answer: Answer): string => {
  if (answer === 'include') return 'Count it';
  if (answer === 'exclude') return 'Leave it out';
  if (answer === 'zero') return 'It is zero';
  const { amount, owner, year, role, column, deducted } = answer;
  return [
    ...(amount === undefined ? [] : [`The amount is ${amount}`]),
    ...(owner === undefined ? [] : [`It is the ${personWords[owner].toLowerCase()}'s`]),
    ...(year === undefined ? [] : [`It is for ${year}`]),
    ...(role === undefined ? [] : [roleWords[role].says]),
    ...(column === undefined ? [] : [`The column holds ${column.replace(/_/g, ' ')}`]),
    ...(deducted === undefined ? [] : [`${deducted} was deducted`]),
  ].join('; ');
};

/** The kind of amount that can be typed in answer, where one of the ready answers is an amount: any other may be the true one. */
export const amountAsked = (choices: readonly { readonly answer: unknown }[]): 'amount' | 'deducted' | null => {
  for (const { answer } of choices) {
    if (typeof answer !== 'object' || answer === null) continue;
    if ('deducted' in answer) return 'deducted';
    if ('amount' in answer) return 'amount';
  }
  return null;
};
