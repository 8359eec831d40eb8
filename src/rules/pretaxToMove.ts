import { Decimal, zero } from '../engine/decimal';

/** One person's traditional, SEP and SIMPLE IRAs before the move, in dollars. */
export interface MoveFacts {
  readonly value: Decimal;
  /** Basis as on Form 8606, line 5. */
  readonly basis: Decimal;
  readonly convertedThisYear: Decimal;
  readonly distributedThisYear: Decimal;
}

/**
 * What must leave the IRAs for an employer plan before 31 December, so that nothing of the year's conversions is taxable:
 * all but the basis. Only money that was never taxed may go (26 U.S.C. § 408(d)(3)(A)(ii)), and what was converted or paid
 * out already this year stays in the denominator of Form 8606, line 10, so it counts as if it were still there.
 */
export function pretaxToMove({ value, basis, convertedThisYear, distributedThisYear }: MoveFacts): Decimal {
  const beforeTax = value.plus(convertedThisYear).plus(distributedThisYear).minus(basis);
  return Decimal.max(zero, Decimal.min(value, beforeTax));
}
