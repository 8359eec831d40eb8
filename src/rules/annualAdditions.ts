import { Decimal, zero } from '../engine/decimal';
import { question, step } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { Refusal } from '../engine/refusal';
import { amountOn, choicesOf, fillInWorksheet, inputsOf, type ChoiceWords, type Worksheet, type WorksheetGiven } from '../engine/worksheet';
import { add, all, any, atLeastZero, atMost, either, inWords, isPositive, less, not, reaches } from '../engine/words';
import { amountOf } from '../law';
import { wholePayFirstYear } from '../law/constants';
import type { Age } from './age';
import { catchUpAmounts, catchUpEntries, catchUpInputs, mostCatchUp, ownLimit, refuseDeferralsBeyondLimit } from './catchUp';

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
  /**
   * Annual additions of the year to other plans that count as one with this one: of related employers, or of a business that
   * the person controls beside a 403(b) plan.
   */
  readonly additionsInGroup: Decimal;
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
  compensation: { means: 'All pay from this employer', says: 'pay from this employer' },
  afterTaxSoFar: { means: 'After-tax contributions made already', says: 'after-tax contributions made already' },
  deferralsElsewhere: { means: 'Elective deferrals with other employers', says: 'deferrals elsewhere' },
  planCap: { means: "The plan's own ceiling on after-tax contributions", says: "the plan's own ceiling" },
  additionsInGroup: {
    means: 'Annual additions to other plans that count as one with this one', says: 'additions to plans that count as one with this one',
  },
  ...catchUpInputs,
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

const everywhere = step('Deferrals everywhere', {
  label: 'Elective deferrals with all employers',
  law: ['26 U.S.C. § 402(g)(1), (3)'],
  called: 'deferrals everywhere',
  is: add(given('deferrals'), given('deferralsElsewhere')),
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

/** Plans that count as one share the dollar limit. Pay is that of this employer, so only what went in here is held to it. */
const limitHere = step('Limit left for this employer', {
  label: 'Limit on annual additions that the plans counting as one with this one leave',
  law: ['26 U.S.C. § 415(f)(1)(B), (g), (h)', '26 U.S.C. § 415(k)(4)', '26 CFR § 1.415(f)-1(f)'],
  called: 'the limit left for this employer',
  is: atMost(limit, atLeastZero(less(given('annualAdditions'), given('additionsInGroup')))),
});

const leftOfLimit = step('Left of the limit', {
  label: 'What deferrals other than catch-up and the employer leave of the limit',
  law: ['26 U.S.C. § 415(c)(2)'],
  called: 'what is left of the limit',
  is: less(limitHere, deferralsThatCount, given('employerContributions')),
});

const room = step('After-tax room', {
  label: 'After-tax contributions that still fit in',
  law: ['26 U.S.C. § 415(c)(1), (2)'],
  called: 'after-tax room',
  is: atLeastZero(less(either(settled('planCapped'), atMost(given('planCap'), leftOfLimit), leftOfLimit), given('afterTaxSoFar'))),
  onlyIf: deferralsFit,
});

const over = step('Beyond the limit', {
  label: 'Annual additions beyond the limit: to be corrected',
  law: ['26 U.S.C. § 415(c)(1)'],
  called: 'what is beyond the limit',
  is: atLeastZero(less(add(deferralsThatCount, given('employerContributions'), given('afterTaxSoFar')), limitHere)),
});

/** Not counted in the room: that what 415(c) stops becomes catch-up is for the plan to find, when the year is over. */
const mayBecomeCatchUp = step('May become catch-up', {
  label: 'Deferrals that the plan may treat as catch-up where the limit on annual additions stops them',
  law: ['26 U.S.C. § 414(v)(3)(A), (5)(B)', '26 CFR § 1.414(v)-1(b)(1)'],
  called: 'what may become catch-up',
  is: atMost(deferralsThatCount, atLeastZero(less(mostCatchUp, atLeastZero(less(everywhere, ownLimit))))),
});

/**
 * Room for after-tax contributions in the plans of one employer: 26 U.S.C. § 415(c)(1), the lesser of the dollar limit and
 * 100% of pay, less deferrals other than catch-up (§ 414(v)(3)(A)) and less the employer's contributions (§ 415(c)(2)),
 * held to the plan's own cap, less what went in already.
 *
 * Catch-up are the deferrals here beyond the person's limit of § 402(g), up to what the age allows (§ 414(v)(2)). The
 * service catch-up of § 402(g)(7) raises that limit and stays an annual addition. Unrelated employers have a limit each; the
 * plans of related ones, and a 403(b) plan with those of a business that the person controls, share one (§ 415(f), (k)(4)).
 */
export const annualAdditionsWorksheet: Worksheet<AdditionsInput, AdditionsChoice> = {
  title: "After-tax room in one employer's plan",
  inputs: additionsInputs,
  choices: additionsChoices,
  entries: [
    ...catchUpEntries, everywhere, excessDeferrals, deferralsFit, catchUpHere, deferralsThatCount, limit, limitHere, leftOfLimit, room, over,
    mayBecomeCatchUp,
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
  refuseDeferralsBeyondLimit({ year, age, here: deferrals, hereArgument: 'deferrals', elsewhere: facts.deferralsElsewhere, serviceCatchUp });
  return {
    amounts: {
      ...catchUpAmounts(year, age, serviceCatchUp),
      deferrals,
      employerContributions: facts.employerContributions,
      compensation: compensation ?? zero,
      afterTaxSoFar: facts.afterTaxSoFar,
      deferralsElsewhere: facts.deferralsElsewhere,
      planCap: planCap ?? zero,
      additionsInGroup: facts.additionsInGroup,
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

function refuseDeferralsBeyondPay(deferrals: Decimal, compensation: Decimal | null): void {
  if (compensation !== null && deferrals.greaterThan(compensation)) {
    throw new Refusal('OVER_THE_LIMIT', 'deferrals', inWords(deferrals), inWords(compensation),
      `deferrals is ${inWords(deferrals)}, more than compensation of ${inWords(compensation)}; give all pay from this employer, `
      + 'salary reductions included.');
  }
}

export function refuseYearsOfAQuarterOfPay(year: number): void {
  const first = wholePayFirstYear.value;
  if (year < first) {
    throw new Refusal('AMOUNT_NOT_COVERED', 'tax_year', String(year), `${first} and later`,
      `After-tax room for ${year} is not covered: before ${first} annual additions stopped at 25% of pay. It is covered from ${first}.`);
  }
}
