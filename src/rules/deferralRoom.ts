import { zero, type Decimal } from '../engine/decimal';
import { step } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { amountOn, choicesOf, fillInWorksheet, inputsOf, type ChoiceWords, type Worksheet, type WorksheetGiven } from '../engine/worksheet';
import { add, atLeastZero, atMost, either, less } from '../engine/words';
import type { Age } from './age';
import { catchUpAmounts, catchUpEntries, catchUpInputs, catchUpLimit, mostCatchUp, ownLimit, refuseDeferralsBeyondLimit } from './catchUp';

export interface DeferralFacts {
  readonly year: number;
  /** Elective deferrals so far in the year, with every employer: 401(k), 403(b), SIMPLE and SARSEP; a 457(b) plan counts apart. */
  readonly deferredElsewhere: Decimal;
  readonly deferredHere: Decimal;
  readonly age: Age;
  /** All pay of the year from this employer; null where it was not given. */
  readonly compensation: Decimal | null;
  readonly serviceCatchUp: Decimal;
}

const deferralInputs = {
  deferredElsewhere: { means: 'Elective deferrals with other employers this year', says: 'deferrals elsewhere' },
  deferredHere: { means: 'Elective deferrals here so far', says: 'deferrals here so far' },
  compensation: { means: 'All pay of the year from this employer', says: 'pay from this employer' },
  ...catchUpInputs,
} as const satisfies Record<string, InputWords>;

const deferralChoices = {
  compensationTested: { means: 'Is pay known?', yes: 'pay is known', no: 'pay was not given, so it is not tested' },
} as const satisfies Record<string, ChoiceWords>;

type DeferralInput = keyof typeof deferralInputs;
type DeferralChoice = keyof typeof deferralChoices;

const given = inputsOf<DeferralInput>(deferralInputs);
const settled = choicesOf<DeferralChoice>(deferralChoices);

const deferred = step('Deferred so far', {
  label: 'Deferred so far with all employers', law: ['26 U.S.C. § 402(g)(1), (3)'], called: 'deferred so far', is: add(given('deferredElsewhere'), given('deferredHere')),
});

const regularLeft = step('Left of the deferral limit', {
  label: 'Left of the deferral limit of the person', law: ['26 U.S.C. § 402(g)(1), (7)'], called: 'what is left of the deferral limit',
  is: atLeastZero(less(ownLimit, deferred)),
});

const catchUpUsed = step('Catch-up used', {
  label: 'Deferrals beyond the limit, which are catch-up', law: ['26 U.S.C. § 414(v)(3)(A)'], called: 'catch-up used', is: atLeastZero(less(deferred, ownLimit)),
});

const catchUpLeft = step('Left of the catch-up', {
  label: 'Left of the catch-up of the age', law: ['26 U.S.C. § 414(v)(2)'], called: 'what is left of the catch-up', is: atLeastZero(less(mostCatchUp, catchUpUsed)),
});

const both = add(regularLeft, catchUpLeft);
const room = step('Deferral room', {
  label: 'What may still be deferred here this year', law: ['26 U.S.C. §§ 402(g), 414(v)', '26 U.S.C. § 415(c)(1)(B)'], called: 'what may still be deferred here',
  is: either(settled('compensationTested'), atMost(atLeastZero(less(given('compensation'), given('deferredHere'))), both), both),
});

const excess = step('Deferred too much', {
  label: 'Deferred beyond limit and catch-up: to be taken out by 15 April', law: ['26 U.S.C. § 402(g)(2)'], called: 'deferred too much', is: atLeastZero(less(catchUpUsed, mostCatchUp)),
});

/** What a person may still defer at one employer: the limit is the person's, over all employers (26 U.S.C. § 402(g)(1)). */
export const deferralWorksheet: Worksheet<DeferralInput, DeferralChoice> = {
  title: 'Deferrals that a person may still make', inputs: deferralInputs, choices: deferralChoices,
  entries: [...catchUpEntries, deferred, regularLeft, catchUpUsed, catchUpLeft, room, excess],
};

/**
 * What the facts fill in, with the limits of the year.
 *
 * @throws Refusal OVER_THE_LIMIT for deferrals beyond the person's limit already; AMOUNT_NOT_COVERED for a catch-up that no
 * source gives; TAX_YEAR_NOT_COVERED.
 */
export function deferralGiven(facts: DeferralFacts): WorksheetGiven<DeferralInput, DeferralChoice> {
  const { year, age, compensation, serviceCatchUp, deferredHere, deferredElsewhere } = facts;
  refuseDeferralsBeyondLimit({ year, age, here: deferredHere, hereArgument: 'deferrals_here', elsewhere: deferredElsewhere, serviceCatchUp });
  catchUpLimit(year, age);
  return {
    amounts: { ...catchUpAmounts(year, age, serviceCatchUp), deferredElsewhere, deferredHere, compensation: compensation ?? zero },
    answers: { compensationTested: compensation !== null },
  };
}

/** What may still be deferred here this year, in dollars. */
export const deferralRoom = (facts: DeferralFacts): Decimal => amountOn(fillInWorksheet(deferralWorksheet, deferralGiven(facts)), room);
