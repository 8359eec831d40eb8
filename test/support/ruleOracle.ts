/**
 * The rules of contributions and plans worked out a second time, from the statute and the IRS worksheets, in whole cents only:
 * amounts are BigInt, ratios are pairs of them. It shares no code with src; the limits of the year are told to it.
 */

const min = (...amounts: readonly bigint[]): bigint => amounts.reduce((least, amount) => (amount < least ? amount : least));
const max = (...amounts: readonly bigint[]): bigint => amounts.reduce((most, amount) => (amount > most ? amount : most));
const notBelowZero = (amount: bigint): bigint => max(0n, amount);

/** To the nearest whole number, a half away from zero; the lower number is positive. */
const nearest = (upper: bigint, lower: bigint): bigint => (upper < 0n ? -((2n * -upper + lower) / (2n * lower)) : (2n * upper + lower) / (2n * lower));

/** One ten-dollar step, in cents. */
const TEN = 1_000n;
const TWO_HUNDRED = 20_000n;

export interface Limits {
  readonly iraLimit: bigint;
  readonly iraCatchUp50: bigint;
  readonly electiveDeferrals: bigint;
  readonly catchUp50: bigint;
  readonly catchUp60To63: bigint;
  readonly annualAdditions: bigint;
  readonly planCompensation: bigint;
}

export interface Person {
  readonly age: number;
  readonly jointReturn: boolean;
  /** Null where it is not known. */
  readonly compensation: bigint | null;
  readonly spouseCompensation: bigint;
  readonly spouseContributions: bigint;
}

const dollarLimit = ({ age }: Person, { iraLimit, iraCatchUp50 }: Limits): bigint => iraLimit + (age >= 50 ? iraCatchUp50 : 0n);

/** "Both spouses' compensation less what the other contributed", for the one who earned less on a joint return. */
const compensationOf = ({ jointReturn, compensation, spouseCompensation, spouseContributions }: Person): bigint | null => {
  if (compensation === null) return null;
  return jointReturn && compensation < spouseCompensation ? compensation + spouseCompensation - spouseContributions : compensation;
};

export const iraLimitByOracle = (person: Person, limits: Limits): bigint => {
  const compensation = compensationOf(person);
  return compensation === null ? dollarLimit(person, limits) : min(dollarLimit(person, limits), compensation);
};

/** 219(g)(2): by steps of ten dollars, each step counted, so that rounding up is a search and no division. */
const phasedOut = (limit: bigint, income: bigint, start: bigint, end: bigint): bigint => {
  if (income <= start) return limit;
  if (income >= end) return 0n;
  const reduction = { upper: limit * (income - start), lower: end - start };
  const left = limit * reduction.lower - reduction.upper;
  let steps = left / (reduction.lower * TEN);
  while (steps * TEN * reduction.lower < left) steps += 1n;
  return max(TWO_HUNDRED, steps * TEN);
};

export interface Range {
  readonly start: bigint;
  readonly end: bigint;
}

export const rothLimitByOracle = (person: Person, limits: Limits, magi: bigint, range: Range, traditional: bigint): bigint => {
  const limit = iraLimitByOracle(person, limits);
  return notBelowZero(min(phasedOut(limit, magi, range.start, range.end), limit - traditional));
};

export const deductionByOracle = (person: Person, limits: Limits, magi: bigint, range: Range | null, contribution: bigint | null): bigint => {
  const reduced = range === null ? dollarLimit(person, limits) : phasedOut(dollarLimit(person, limits), magi, range.start, range.end);
  const most = min(reduced, iraLimitByOracle(person, limits));
  return contribution === null ? most : min(most, contribution);
};

export interface ExcessWorked {
  readonly traditional: bigint;
  readonly roth: bigint;
  readonly unusedTraditional: bigint;
  readonly unusedRoth: bigint;
}

export const excessByOracle = (person: Person, limits: Limits, magi: bigint, range: Range, traditional: bigint, roth: bigint): ExcessWorked => {
  const forTraditional = iraLimitByOracle(person, limits);
  const forRoth = rothLimitByOracle(person, limits, magi, range, traditional);
  return {
    traditional: notBelowZero(traditional - forTraditional),
    roth: notBelowZero(roth - forRoth),
    unusedTraditional: notBelowZero(forTraditional - traditional - roth),
    unusedRoth: notBelowZero(forRoth - roth),
  };
};

export interface ExciseYear {
  readonly excess: bigint;
  readonly unused: bigint;
  readonly distributed: bigint;
  readonly withdrawn: bigint;
  readonly value: bigint;
}

/** What is left of the excess at the end of each year, and the tax on it, year after year. */
export const exciseByOracle = (years: readonly ExciseYear[]): readonly { readonly left: bigint; readonly tax: bigint }[] => {
  let left = 0n;
  return years.map(({ excess, unused, distributed, withdrawn, value }) => {
    const absorbing = left > 0n ? unused + distributed + withdrawn : 0n;
    left = notBelowZero(left - absorbing) + excess;
    return { left, tax: nearest(min(left, value) * 6n, 100n) };
  });
};

const catchUpOf = (age: number, { catchUp50, catchUp60To63 }: Limits): bigint => (age < 50 ? 0n : age >= 60 && age < 64 ? catchUp60To63 : catchUp50);

export interface PlanYear {
  readonly age: number;
  readonly deferrals: bigint;
  readonly elsewhere: bigint;
  readonly employer: bigint;
  readonly afterTax: bigint;
  readonly pay: bigint | null;
  readonly planCap: bigint | null;
  readonly service: bigint;
  readonly group: bigint;
}

/** Room by trying: what may be added without an annual addition passing a limit. */
export const roomByOracle = (plan: PlanYear, limits: Limits): bigint => {
  const catchUp = min(catchUpOf(plan.age, limits), notBelowZero(plan.deferrals - limits.electiveDeferrals - plan.service));
  const additions = plan.deferrals - catchUp + plan.employer + plan.afterTax;
  const roomIn = [notBelowZero(limits.annualAdditions - plan.group) - additions];
  if (plan.pay !== null) roomIn.push(plan.pay - additions);
  if (plan.planCap !== null) roomIn.push(plan.planCap - plan.afterTax);
  return notBelowZero(min(...roomIn));
};

export const deferralRoomByOracle = (age: number, here: bigint, elsewhere: bigint, pay: bigint | null, service: bigint, limits: Limits): bigint => {
  const left = limits.electiveDeferrals + service + catchUpOf(age, limits) - here - elsewhere;
  return notBelowZero(pay === null ? left : min(left, pay - here));
};

/** The rate in hundredths of a percent. */
export const employerByOracle = (basisPoints: bigint, pay: bigint, halfSeTax: bigint | null, deferrals: bigint, limits: Limits): bigint => {
  const ofDollarLimit = notBelowZero(limits.annualAdditions - deferrals);
  const onCappedPay = (amount: bigint): bigint => nearest(min(amount, limits.planCompensation) * basisPoints, 10_000n);
  if (halfSeTax === null) return min(onCappedPay(pay), ofDollarLimit, notBelowZero(pay - deferrals));
  const net = pay - halfSeTax;
  const atReducedRate = nearest(net * basisPoints, 10_000n + basisPoints);
  return min(atReducedRate, onCappedPay(limits.planCompensation), ofDollarLimit, notBelowZero(net - deferrals) / 2n);
};

export const taxableOfAfterTaxByOracle = (converted: bigint, basis: bigint, balance: bigint): bigint =>
  (balance === 0n ? converted : converted - nearest(converted * min(basis, balance), balance));

export const earningsByOracle = (returned: bigint, opening: bigint, closing: bigint): bigint => nearest(returned * (closing - opening), opening);
