import type { Line } from '../../engine/form';
import { form8606Entries, choiceNames, inputNames, type InputName } from '../../forms/form8606';
import { pretaxWorksheet } from '../../rules/pretaxToMove';
import { amount, neededAmount } from '../kinds';
import type { FromInputs } from '../fromForm';
import { leftOut, worked, type Field, type TypedField } from '../planner';

/** What is typed of one person's traditional, SEP and SIMPLE IRAs, and the form that reads it: shared by the planners of the year end. */

const typed = (id: string, label: string, hint: string, kind: TypedField['kind'], start?: number): TypedField =>
  ({ field: 'typed', id, label, hint, kind, ...(start === undefined ? {} : { start: () => start }) });

export const poolFields = (year: number): readonly TypedField[] => [
  typed('basisBefore', 'Basis carried from earlier years', 'Line 14 of the last Form 8606 filed; 0 if none was', neededAmount()),
  typed('contributed', `Contributed for ${year} already, nondeductible`, `Made in ${year}, to traditional IRAs`, amount()),
  typed('toContribute', `Still to be contributed for ${year}, by 31 December`, 'Nondeductible; blank counts as 0', amount()),
  typed('late', `To be contributed for ${year} after 31 December`, 'By the due date; basis, but not for this year\'s conversions (line 4)', amount()),
  typed('pool', 'Value of all traditional, SEP and SIMPLE IRAs now', 'At all institutions, after what has left them already; 0 if nothing', neededAmount()),
  typed('locked', 'Of it in a SIMPLE IRA in its first two years', 'Neither to be moved nor converted: 26 U.S.C. § 408(d)(3)(G)', amount()),
  typed('convertedSoFar', 'Converted to Roth this year already', 'It counts in line 9 whatever is done now', amount()),
  typed('distributedSoFar', 'Distributed this year, not rolled over', 'Line 7', amount()),
  typed('outstanding', 'Outstanding rollovers', 'Taken out after 1 November, to be rolled back next year within 60 days', amount()),
];

/** The amounts of the form that these planners work with. */
export const poolInputs = [
  'contributionsInYear', 'contributionsAfterYearEnd', 'priorBasis', 'accountValues', 'outstandingRollovers', 'distributions', 'conversions',
] as const satisfies readonly InputName[];

export const withoutTheRest = leftOut(
  inputNames.filter((name) => !poolInputs.some((one) => one === name)), choiceNames,
  'Contributions returned, recharacterized or deducted, basis added or removed, disasters and repayments',
);

/** Lines 1 to 18 with the steps between them. */
export const formFields: readonly Field[] = worked(...form8606Entries);

const lineOf = (id: string): Line => {
  const found = pretaxWorksheet.entries.find((entry) => entry.id === id);
  if (!found || found.kind === 'question') throw new Error(`The worksheet of money to move has no line ${id}.`);
  return found;
};

/** What must leave the IRAs for a clean conversion, by the rule's own worksheet. */
export const moneyToMove = lineOf('Money before tax to move');
export const neverTaxed = lineOf('Never taxed');
export const staysInIras = lineOf('Stays in the IRAs');

/** Which of them the ranges of a Form 8606 hold. What is still to be done this year stands in no range. */
export const poolFromForm = (caseId: string): Readonly<Record<string, FromInputs>> => ({
  [`${caseId}:basisBefore`]: { plus: ['priorBasis', 'basisAdded'], minus: ['basisRemoved'] },
  [`${caseId}:contributed`]: { plus: ['contributionsInYear'], minus: ['returned', 'recharacterizedToRoth', 'deducted'] },
  [`${caseId}:late`]: { plus: ['contributionsAfterYearEnd'] },
  [`${caseId}:pool`]: { plus: ['accountValues', 'recharacterizedFromRoth'], minus: ['recharacterizedOffLine6', 'sameYearRepayments'] },
  [`${caseId}:convertedSoFar`]: { plus: ['conversions'] },
  [`${caseId}:distributedSoFar`]: { plus: ['distributions'] },
  [`${caseId}:outstanding`]: { plus: ['outstandingRollovers'] },
});
