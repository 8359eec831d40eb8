import type { Decimal } from '../engine/decimal';
import { step } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { amountOn, fillInWorksheet, inputsOf, type Worksheet } from '../engine/worksheet';
import { add, atLeastZero, atMost, less } from '../engine/words';

export const pretaxInputs = {
  value: { means: 'Value of all traditional, SEP and SIMPLE IRAs now', says: 'value of the IRAs now' },
  basis: { means: 'Basis that counts this year (Form 8606, line 5)', says: 'basis' },
  convertedThisYear: { means: 'Converted to Roth this year already', says: 'converted this year already' },
  distributedThisYear: { means: 'Distributed this year already', says: 'distributed this year already' },
} as const satisfies Record<string, InputWords>;

/** One person's traditional, SEP and SIMPLE IRAs before the move, in dollars; basis as on Form 8606, line 5. */
export type MoveFacts = Readonly<Record<keyof typeof pretaxInputs, Decimal>>;

const given = inputsOf<keyof typeof pretaxInputs>(pretaxInputs);

const pool = step('Pool of the year', {
  label: 'All that counts in Form 8606, line 9',
  law: ['26 U.S.C. § 408(d)(2)', 'Form 8606 (2025), line 9'],
  called: 'the pool of the year',
  is: add(given('value'), given('convertedThisYear'), given('distributedThisYear')),
});

const neverTaxed = step('Never taxed', {
  label: 'Part of the pool that was never taxed',
  law: ['26 U.S.C. § 72(e)(8)'],
  called: 'what was never taxed',
  is: atLeastZero(less(pool, given('basis'))),
});

/** Only money that was never taxed may go, and only what is still there. */
const toMove = step('Money before tax to move', {
  label: 'To leave the IRAs for an employer plan by 31 December, so that nothing of the conversions is taxable',
  law: ['26 U.S.C. § 408(d)(3)(A)(ii)'],
  called: 'the money before tax to move',
  is: atMost(given('value'), neverTaxed),
});

const stays = step('Stays in the IRAs', {
  label: 'Left in the IRAs after the move, to be converted',
  law: ['26 U.S.C. § 408(d)(3)(H)'],
  called: 'what stays in the IRAs',
  is: less(given('value'), toMove),
});

/**
 * What must leave the IRAs for an employer plan before 31 December, so that nothing of the year's conversions is taxable:
 * all but the basis. Only money that was never taxed may go (26 U.S.C. § 408(d)(3)(A)(ii)), and what was converted or paid
 * out already this year stays in the denominator of Form 8606, line 10, so it counts as if it were still there.
 */
export const pretaxWorksheet: Worksheet<keyof typeof pretaxInputs, never> = {
  title: 'Money before tax that must leave the IRAs', inputs: pretaxInputs, choices: {}, entries: [pool, neverTaxed, toMove, stays],
};

/** The money before tax to move, in dollars. */
export const pretaxToMove = (facts: MoveFacts): Decimal => amountOn(fillInWorksheet(pretaxWorksheet, { amounts: facts, answers: {} }), toMove);
