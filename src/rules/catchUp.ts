import { zero, type Decimal } from '../engine/decimal';
import { question, step } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { Refusal } from '../engine/refusal';
import { inputsOf } from '../engine/worksheet';
import { add, all, either, inWords, not, nothing, told } from '../engine/words';
import { amountOf, yearsCovering } from '../law';
import type { AmountName } from '../law/amounts';
import { catchUpAge, higherCatchUpFirstAge, higherCatchUpFirstYear, higherCatchUpLastAge, planCatchUpFirstYear, serviceCatchUpYearly } from '../law/constants';
import { ageGiven, ageInput, ageReaches, mayCatchUp, mayCatchUpMore, type Age } from './age';

/** The deferral limit of a person and the catch-up of the age: what every worksheet of a plan starts from. */
export const catchUpInputs = {
  age: ageInput,
  serviceCatchUp: { means: 'Extra 403(b) deferral limit for fifteen years of service', says: 'the extra limit for fifteen years of service' },
  electiveDeferrals: { means: '402(g) limit on elective deferrals', says: 'the 402(g) limit', limit: true },
  catchUp50: { means: 'Catch-up contribution from age 50', says: 'the catch-up from age 50', limit: true },
  catchUp60To63: { means: 'Catch-up contribution from age 60 to 63', says: 'the catch-up from age 60 to 63', limit: true },
} as const satisfies Record<string, InputWords>;

const given = inputsOf<keyof typeof catchUpInputs>(catchUpInputs);

export const ownLimit = step('Deferral limit', {
  label: 'Deferral limit of the person, over all employers',
  law: ['26 U.S.C. § 402(g)(1), (7)'],
  called: 'the deferral limit',
  is: add(given('electiveDeferrals'), given('serviceCatchUp')),
});

const catchUpAllowed = question('Catch-up allowed', {
  label: 'Is a catch-up contribution allowed?',
  law: ['26 U.S.C. § 414(v)(5)(A)'],
  yes: 'a catch-up contribution is allowed',
  no: 'no catch-up contribution is allowed',
  is: ageReaches(catchUpAge.value, 'the age of catch-up contributions'),
});

const higherCatchUp = question('Higher catch-up', {
  label: 'Is the age that of the higher catch-up contribution, 60 to 63?',
  law: ['26 U.S.C. § 414(v)(2)(B)(i), (E)'],
  yes: 'the age is that of the higher catch-up contribution',
  no: 'the age is not that of the higher catch-up contribution',
  is: all(
    ageReaches(higherCatchUpFirstAge.value, 'the first age of the higher catch-up'),
    not(ageReaches(higherCatchUpLastAge.value + 1, 'the age at which it ends')),
  ),
});

export const mostCatchUp = step('Catch-up limit', {
  label: 'The most that may be deferred as catch-up',
  law: ['26 U.S.C. § 414(v)(2)'],
  called: 'the catch-up limit',
  is: either(higherCatchUp, given('catchUp60To63'), either(catchUpAllowed, given('catchUp50'), told(nothing, () => 'no catch-up contribution is allowed'))),
});

export const catchUpEntries = [ownLimit, catchUpAllowed, higherCatchUp, mostCatchUp] as const;

/**
 * What they are filled in with. A catch-up that the law did not have, or no source gives, is zero: who needs it asks
 * `catchUpLimit`, which refuses.
 */
export function catchUpAmounts(year: number, age: Age, serviceCatchUp: Decimal): Readonly<Record<keyof typeof catchUpInputs, Decimal>> {
  const regular = ifCovered('catchUp50', year);
  return {
    age: ageGiven(age),
    serviceCatchUp,
    electiveDeferrals: amountOf('electiveDeferrals', year),
    catchUp50: regular,
    catchUp60To63: year >= higherCatchUpFirstYear.value ? amountOf('catchUp60To63', year) : regular,
  };
}

const ifCovered = (name: AmountName, year: number): Decimal => (yearsCovering(name).includes(year) ? amountOf(name, year) : zero);

/** The most that may be deferred as catch-up at an age: 26 U.S.C. § 414(v)(2)(B), and more from 60 to 63 since 2025. */
export function catchUpLimit(year: number, age: Age): Decimal {
  if (!mayCatchUp(age) || year < planCatchUpFirstYear.value) return zero;
  const higher = mayCatchUpMore(age) && year >= higherCatchUpFirstYear.value;
  return amountOf(higher ? 'catchUp60To63' : 'catchUp50', year);
}

/** One person's deferrals of a year. */
export interface Deferrals {
  readonly year: number;
  readonly age: Age;
  readonly here: Decimal;
  /** The argument that gives them. */
  readonly hereArgument: 'deferrals' | 'deferrals_here';
  readonly elsewhere: Decimal;
  readonly serviceCatchUp: Decimal;
}

/** @throws Refusal OVER_THE_LIMIT for deferrals beyond the person's limit and catch-up, or too much for service. */
export function refuseDeferralsBeyondLimit({ year, age, here, hereArgument, elsewhere, serviceCatchUp }: Deferrals): void {
  refuseServiceCatchUp(serviceCatchUp);
  const own = amountOf('electiveDeferrals', year).plus(serviceCatchUp);
  const total = here.plus(elsewhere);
  if (total.lessThanOrEqualTo(own)) return;
  const allowed = catchUpLimit(year, age);
  const most = own.plus(allowed);
  if (total.lessThanOrEqualTo(most)) return;
  const stated = elsewhere.isZero() ? `${hereArgument} is ${inWords(here)}` : `${hereArgument} and deferrals_elsewhere are ${inWords(total)} together`;
  const catchUp = age === null
    ? 'no age was given, so no catch-up is allowed: give the age on 31 December if it is 50 or more'
    : `${inWords(own)} and a catch-up of ${inWords(allowed)} at age ${age}`;
  throw new Refusal('OVER_THE_LIMIT', hereArgument, inWords(total), inWords(most),
    `${stated}, more than ${inWords(most)}, the most that a person may defer for ${year} (${catchUp}).`);
}

function refuseServiceCatchUp(serviceCatchUp: Decimal): void {
  if (serviceCatchUp.greaterThan(serviceCatchUpYearly.value)) {
    throw new Refusal('OVER_THE_LIMIT', 'service_catch_up_403b', inWords(serviceCatchUp), inWords(serviceCatchUpYearly.value),
      `service_catch_up_403b is ${inWords(serviceCatchUp)}, more than ${inWords(serviceCatchUpYearly.value)}, the most that fifteen `
      + 'years of service add in one year (402(g)(7)).');
  }
}
