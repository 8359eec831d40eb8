import { Decimal, zero } from '../engine/decimal';
import { reducedLimitFloor, reducedLimitMultiple } from '../law/constants';

/** The modified adjusted gross incomes between which a limit falls to nothing. */
export interface PhaseOutRange {
  readonly start: Decimal;
  readonly end: Decimal;
}

/**
 * A limit reduced by the share of the range that income has passed, rounded up to $10 and, as long as anything is left, at
 * least $200: 26 U.S.C. § 219(g)(2). The ratio is not rounded: the worksheets ask for "at least three places", and three
 * places are $10 off in one income of six and lose the $200 in the last dollars of the range.
 */
export function reducedLimit(limit: Decimal, income: Decimal, { start, end }: PhaseOutRange): Decimal {
  if (income.lessThanOrEqualTo(start)) return limit;
  if (income.greaterThanOrEqualTo(end)) return zero;
  const left = limit.times(end.minus(income)).dividedBy(end.minus(start));
  const roundedUp = left.dividedBy(reducedLimitMultiple.value).ceil().times(reducedLimitMultiple.value);
  return Decimal.max(roundedUp, reducedLimitFloor.value);
}
