import { zero, type Decimal } from '../engine/decimal';
import { question, step } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { Refusal } from '../engine/refusal';
import { amountOn, choicesOf, fillInWorksheet, inputsOf, type ChoiceWords, type Worksheet, type WorksheetGiven } from '../engine/worksheet';
import { add, all, any, atLeastZero, atMost, either, inWords, isPositive, less, not, nothing, reaches, told } from '../engine/words';
import { amountOf, yearsCovering } from '../law';
import type { AmountName } from '../law/amounts';
import { catchUpAge, higherCatchUpFirstAge, higherCatchUpFirstYear, higherCatchUpLastAge, planCatchUpFirstYear, serviceCatchUpYearly, wholePayFirstYear } from '../law/constants';
import { ageGiven, ageInput, ageReaches, mayCatchUp, mayCatchUpMore, type Age } from './age';

/** One person's year in the plans of one employer, in dollars; null where nothing was said. */
export interface AnnualAdditionsFacts {
  readonly year: number;
  /** Elective deferrals here, pre-tax and Roth, catch-up contributions included. */
  readonly deferrals: Decimal;
  /** Match, profit sharing and forfeitures. */
  readonly employerContributions: Decimal;
  readonly age: Age;
  /** All pay from this employer, salary reductions included; without it the limit of 100% of pay is not tested. */
  readonly compensation: Decimal | null;
  readonly afterTaxSoFar: Decimal;
  /** Elective deferrals with other employers: they use up the person's own limit, never this employer's. */
  readonly deferralsElsewhere: Decimal;
  /** The plan's own ceiling on after-tax contributions. */
  readonly planCap: Decimal | null;
  /** By how much fifteen years of service raise this person's deferral limit in a 403(b) plan. */
  readonly serviceCatchUp: Decimal;
}

export interface AnnualAdditions {
  /** After-tax contributions that still fit in. */
  readonly room: Decimal;
  /** The part of the deferrals that is catch-up, and so no annual addition. */
  readonly catchUp: Decimal;
  /** The lesser of the dollar limit and pay. */
  readonly limit: Decimal;
}

const additionsInputs = {
  deferrals: { means: 'Elective deferrals here, pre-tax and Roth, catch-up included', says: 'deferrals here' },
  employerContributions: { means: 'Match, profit sharing and forfeitures of this employer', says: 'contributions of the employer' },
  age: ageInput,
  compensation: { means: 'All pay from this employer', says: 'pay from this employer' },
  afterTaxSoFar: { means: 'After-tax contributions made already', says: 'after-tax contributions made already' },
  deferralsElsewhere: { means: 'Elective deferrals with other employers', says: 'deferrals elsewhere' },
  planCap: { means: "The plan's own ceiling on after-tax contributions", says: "the plan's own ceiling" },
  serviceCatchUp: { means: 'Extra 403(b) deferral limit for fifteen years of service', says: 'the extra limit for fifteen years of service' },
  electiveDeferrals: { means: '402(g) limit on elective deferrals', says: 'the 402(g) limit', limit: true },
  catchUp50: { means: 'Catch-up contribution from age 50', says: 'the catch-up from age 50', limit: true },
  catchUp60To63: { means: 'Catch-up contribution from age 60 to 63', says: 'the catch-up from age 60 to 63', limit: true },
  annualAdditions: { means: '415(c) limit on annual additions', says: 'the 415(c) limit', limit: true },
} as const satisfies Record<string, InputWords>;

const additionsChoices = {
  compensationTested: {
    means: 'Is pay known, so that the limit of 100% of pay is tested?', yes: 'pay is known', no: 'pay was not given, so the limit of 100% of pay is not tested',
  },
  planCapped: {
    means: 'Has the plan a ceiling of its own on after-tax contributions?', yes: 'the plan has a ceiling of its own', no: 'the plan has no ceiling of its own',
  },
} as const satisfies Record<string, ChoiceWords>;

type AdditionsInput = keyof typeof additionsInputs;
type AdditionsChoice = keyof typeof additionsChoices;

const given = inputsOf<AdditionsInput>(additionsInputs);
const settled = choicesOf<AdditionsChoice>(additionsChoices);

const ownLimit = step('Deferral limit', {
  label: 'Deferral limit of the person, over all employers',
  law: ['26 U.S.C. § 402(g)(1), (7)'],
  called: 'the deferral limit',
  is: add(given('electiveDeferrals'), given('serviceCatchUp')),
});

const everywhere = step('Deferrals everywhere', {
  label: 'Elective deferrals with all employers',
  law: ['26 U.S.C. § 402(g)(1), (3)'],
  called: 'deferrals everywhere',
  is: add(given('deferrals'), given('deferralsElsewhere')),
});

const catchUpAllowed = question('Catch-up allowed', {
  label: 'Is a catch-up contribution allowed?',
  law: ['26 U.S.C. § 414(v)(5)(A)'],
  yes: 'a catch-up contribution is allowed',
  no: 'no catch-up contribution is allowed',
  is: ageReaches(catchUpAge.value, 'the age of catch-up contributions'),
});

const higherCatchUp = question('Higher catch-up', {
  label: 'Is the higher catch-up contribution of 60 to 63 allowed?',
  law: ['26 U.S.C. § 414(v)(2)(B)(i), (E)'],
  yes: 'the higher catch-up contribution is allowed',
  no: 'the higher catch-up contribution is not allowed',
  is: all(
    ageReaches(higherCatchUpFirstAge.value, 'the first age of the higher catch-up'),
    not(ageReaches(higherCatchUpLastAge.value + 1, 'the age at which it ends')),
  ),
});

const mostCatchUp = step('Catch-up limit', {
  label: 'The most that may be deferred as catch-up',
  law: ['26 U.S.C. § 414(v)(2)'],
  called: 'the catch-up limit',
  is: either(higherCatchUp, given('catchUp60To63'), either(catchUpAllowed, given('catchUp50'), told(nothing, () => 'no catch-up contribution is allowed'))),
});

const excessDeferrals = step('Excess deferrals', {
  label: 'Deferrals beyond limit and catch-up: to be taken out by 15 April',
  law: ['26 U.S.C. § 402(g)(2)'],
  called: 'excess deferrals',
  is: atLeastZero(less(everywhere, ownLimit, mostCatchUp)),
});

const payReaches = reaches(given('compensation'), given('deferrals'));
const deferralsFit = question('Deferrals fit', {
  label: 'Are the deferrals within limit, catch-up and pay?',
  law: ['26 U.S.C. §§ 402(g), 414(v)', '26 U.S.C. § 415(c)(3)(D)'],
  yes: 'the deferrals are within limit, catch-up and pay',
  no: 'the deferrals are more than the person may defer',
  is: all(
    not(isPositive(excessDeferrals, 'there are excess deferrals', 'there are no excess deferrals')),
    any(not(settled('compensationTested')), payReaches),
  ),
});

const catchUpHere = step('Catch-up here', {
  label: 'Part of the deferrals here that is catch-up, and so no annual addition',
  law: ['26 U.S.C. § 414(v)(3)(A)(i)'],
  called: 'catch-up here',
  is: atMost(mostCatchUp, atLeastZero(less(given('deferrals'), ownLimit))),
});

const deferralsThatCount = step('Deferrals that count', {
  label: 'Deferrals here other than catch-up: an annual addition',
  law: ['26 U.S.C. § 415(c)(2)(B)', '26 U.S.C. § 414(v)(3)(A)(i)'],
  called: 'deferrals that count',
  is: less(given('deferrals'), catchUpHere),
});

const limit = step('Limit on annual additions', {
  label: 'The lesser of the dollar limit and 100% of pay',
  law: ['26 U.S.C. § 415(c)(1)'],
  called: 'the limit on annual additions',
  is: either(settled('compensationTested'), atMost(given('compensation'), given('annualAdditions')), given('annualAdditions')),
});

const leftOfLimit = step('Left of the limit', {
  label: 'What deferrals other than catch-up and the employer leave of the limit',
  law: ['26 U.S.C. § 415(c)(2)'],
  called: 'what is left of the limit',
  is: less(limit, deferralsThatCount, given('employerContributions')),
});

const room = step('After-tax room', {
  label: 'After-tax contributions that still fit in',
  law: ['26 U.S.C. § 415(c)(1), (2)'],
  called: 'after-tax room',
  is: atLeastZero(less(either(settled('planCapped'), atMost(given('planCap'), leftOfLimit), leftOfLimit), given('afterTaxSoFar'))),
  onlyIf: deferralsFit,
});

/**
 * Room for after-tax contributions in the plans of one employer: 26 U.S.C. § 415(c)(1), the lesser of the dollar limit and
 * 100% of pay, less deferrals other than catch-up (§ 414(v)(3)(A)) and less the employer's contributions (§ 415(c)(2)),
 * held to the plan's own cap, less what went in already.
 *
 * Catch-up are the deferrals here beyond the person's limit of § 402(g), up to what the age allows (§ 414(v)(2)). The
 * service catch-up of § 402(g)(7) raises that limit and stays an annual addition.
 */
export const annualAdditionsWorksheet: Worksheet<AdditionsInput, AdditionsChoice> = {
  title: "After-tax room in one employer's plan",
  inputs: additionsInputs,
  choices: additionsChoices,
  entries: [
    ownLimit, everywhere, catchUpAllowed, higherCatchUp, mostCatchUp, excessDeferrals, deferralsFit, catchUpHere, deferralsThatCount,
    limit, leftOfLimit, room,
  ],
};

/**
 * What the facts fill in, with the limits of the year. A catch-up that the law did not have, or no source gives, is zero as
 * long as nobody needs it.
 *
 * @throws Refusal OVER_THE_LIMIT for deferrals beyond limit and catch-up, or beyond pay; AMOUNT_NOT_COVERED before 2002,
 * when annual additions stopped at a quarter of pay; TAX_YEAR_NOT_COVERED.
 */
export function annualAdditionsGiven(facts: AnnualAdditionsFacts): WorksheetGiven<AdditionsInput, AdditionsChoice> {
  const { year, age, deferrals, compensation, serviceCatchUp, planCap } = facts;
  const dollarLimit = amountOf('annualAdditions', year);
  refuseYearsOfAQuarterOfPay(year);
  refuseDeferralsBeyondPay(deferrals, compensation);
  refuseDeferralsBeyondLimit(facts);
  const regular = ifCovered('catchUp50', year);
  return {
    amounts: {
      deferrals,
      employerContributions: facts.employerContributions,
      age: ageGiven(age),
      compensation: compensation ?? zero,
      afterTaxSoFar: facts.afterTaxSoFar,
      deferralsElsewhere: facts.deferralsElsewhere,
      planCap: planCap ?? zero,
      serviceCatchUp,
      electiveDeferrals: amountOf('electiveDeferrals', year),
      catchUp50: regular,
      catchUp60To63: year >= higherCatchUpFirstYear.value ? amountOf('catchUp60To63', year) : regular,
      annualAdditions: dollarLimit,
    },
    answers: { compensationTested: compensation !== null, planCapped: planCap !== null },
  };
}

/** Room, catch-up and limit, in dollars. Refuses as `annualAdditionsGiven` does. */
export function annualAdditions(facts: AnnualAdditionsFacts): AnnualAdditions {
  const form = fillInWorksheet(annualAdditionsWorksheet, annualAdditionsGiven(facts));
  return { room: amountOn(form, room), catchUp: amountOn(form, catchUpHere), limit: amountOn(form, limit) };
}

const ifCovered = (name: AmountName, year: number): Decimal => (yearsCovering(name).includes(year) ? amountOf(name, year) : zero);

/** The most that may be deferred as catch-up at an age: 26 U.S.C. § 414(v)(2)(B), and more from 60 to 63 since 2025. */
export function catchUpLimit(year: number, age: Age): Decimal {
  if (!mayCatchUp(age) || year < planCatchUpFirstYear.value) return zero;
  const higher = mayCatchUpMore(age) && year >= higherCatchUpFirstYear.value;
  return amountOf(higher ? 'catchUp60To63' : 'catchUp50', year);
}

function refuseDeferralsBeyondLimit(facts: AnnualAdditionsFacts): void {
  const { year, age, deferrals, deferralsElsewhere, serviceCatchUp } = facts;
  if (serviceCatchUp.greaterThan(serviceCatchUpYearly.value)) {
    throw new Refusal('OVER_THE_LIMIT', 'service_catch_up_403b', inWords(serviceCatchUp), inWords(serviceCatchUpYearly.value),
      `service_catch_up_403b is ${inWords(serviceCatchUp)}, more than ${inWords(serviceCatchUpYearly.value)}, the most that fifteen `
      + 'years of service add in one year (402(g)(7)).');
  }
  const own = amountOf('electiveDeferrals', year).plus(serviceCatchUp);
  const total = deferrals.plus(deferralsElsewhere);
  if (total.lessThanOrEqualTo(own)) return;
  const allowed = catchUpLimit(year, age);
  if (total.greaterThan(own.plus(allowed))) refuseDeferrals(facts, own, allowed);
}

function refuseDeferrals(facts: AnnualAdditionsFacts, ownLimit: Decimal, allowed: Decimal): never {
  const { year, age, deferrals, deferralsElsewhere } = facts;
  const most = ownLimit.plus(allowed);
  const given = deferralsElsewhere.isZero()
    ? `deferrals is ${inWords(deferrals)}`
    : `deferrals and deferrals_elsewhere are ${inWords(deferrals.plus(deferralsElsewhere))} together`;
  const catchUp = age === null
    ? 'no age was given, so no catch-up is allowed: give the age on 31 December if it is 50 or more'
    : `${inWords(ownLimit)} and a catch-up of ${inWords(allowed)} at age ${age}`;
  throw new Refusal('OVER_THE_LIMIT', 'deferrals', inWords(deferrals.plus(deferralsElsewhere)), inWords(most),
    `${given}, more than ${inWords(most)}, the most that a person may defer for ${year} (${catchUp}).`);
}

function refuseDeferralsBeyondPay(deferrals: Decimal, compensation: Decimal | null): void {
  if (compensation !== null && deferrals.greaterThan(compensation)) {
    throw new Refusal('OVER_THE_LIMIT', 'deferrals', inWords(deferrals), inWords(compensation),
      `deferrals is ${inWords(deferrals)}, more than compensation of ${inWords(compensation)}; give all pay from this employer, `
      + 'salary reductions included.');
  }
}

function refuseYearsOfAQuarterOfPay(year: number): void {
  const first = wholePayFirstYear.value;
  if (year < first) {
    throw new Refusal('AMOUNT_NOT_COVERED', 'tax_year', String(year), `${first} and later`,
      `After-tax room for ${year} is not covered: before ${first} annual additions stopped at 25% of pay. It is covered from ${first}.`);
  }
}
