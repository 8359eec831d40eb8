import { Decimal, zero } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { inWords } from '../engine/words';
import { amountOf } from '../law';
import { higherCatchUpFirstYear, planCatchUpFirstYear, serviceCatchUpYearly, wholePayFirstYear } from '../law/constants';
import { mayCatchUp, mayCatchUpMore, type Age } from './age';

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

/**
 * Room for after-tax contributions in the plans of one employer: 26 U.S.C. § 415(c)(1), the lesser of the dollar limit and
 * 100% of pay, less deferrals other than catch-up (§ 414(v)(3)(A)) and less the employer's contributions (§ 415(c)(2)),
 * held to the plan's own cap, less what went in already.
 *
 * Catch-up are the deferrals here beyond the person's limit of § 402(g), up to what the age allows (§ 414(v)(2)). The
 * service catch-up of § 402(g)(7) raises that limit and stays an annual addition.
 *
 * @throws Refusal OVER_THE_LIMIT for deferrals beyond limit and catch-up, or beyond pay; AMOUNT_NOT_COVERED before 2002,
 * when annual additions stopped at a quarter of pay; TAX_YEAR_NOT_COVERED.
 */
export function annualAdditions(facts: AnnualAdditionsFacts): AnnualAdditions {
  const { year, deferrals, compensation } = facts;
  const dollarLimit = amountOf('annualAdditions', year);
  refuseYearsOfAQuarterOfPay(year);
  refuseDeferralsBeyondPay(deferrals, compensation);
  const limit = compensation === null ? dollarLimit : Decimal.min(dollarLimit, compensation);
  const catchUp = catchUpIn(facts);
  const beforeCap = limit.minus(deferrals.minus(catchUp)).minus(facts.employerContributions);
  const afterCap = facts.planCap === null ? beforeCap : Decimal.min(beforeCap, facts.planCap);
  return { room: Decimal.max(zero, afterCap.minus(facts.afterTaxSoFar)), catchUp, limit };
}

/** The most that may be deferred as catch-up at an age: 26 U.S.C. § 414(v)(2)(B), and more from 60 to 63 since 2025. */
export function catchUpLimit(year: number, age: Age): Decimal {
  if (!mayCatchUp(age) || year < planCatchUpFirstYear.value) return zero;
  const higher = mayCatchUpMore(age) && year >= higherCatchUpFirstYear.value;
  return amountOf(higher ? 'catchUp60To63' : 'catchUp50', year);
}

function catchUpIn(facts: AnnualAdditionsFacts): Decimal {
  const { year, age, deferrals, deferralsElsewhere, serviceCatchUp } = facts;
  if (serviceCatchUp.greaterThan(serviceCatchUpYearly.value)) {
    throw new Refusal('OVER_THE_LIMIT', 'service_catch_up_403b', inWords(serviceCatchUp), inWords(serviceCatchUpYearly.value),
      `service_catch_up_403b is ${inWords(serviceCatchUp)}, more than ${inWords(serviceCatchUpYearly.value)}, the most that fifteen `
      + 'years of service add in one year (402(g)(7)).');
  }
  const ownLimit = amountOf('electiveDeferrals', year).plus(serviceCatchUp);
  const everywhere = deferrals.plus(deferralsElsewhere);
  if (everywhere.lessThanOrEqualTo(ownLimit)) return zero;
  const allowed = catchUpLimit(year, age);
  if (everywhere.greaterThan(ownLimit.plus(allowed))) refuseDeferrals(facts, ownLimit, allowed);
  return Decimal.max(zero, deferrals.minus(ownLimit));
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
