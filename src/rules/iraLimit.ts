import { Decimal } from '../engine/decimal';
import { amountOf } from '../law';
import { iraCatchUpFirstYear } from '../law/constants';
import { mayCatchUp, type Age } from './age';
import { compensationForIra, type CompensationFacts } from './compensation';

export interface IraLimitFacts extends CompensationFacts {
  readonly year: number;
  readonly age: Age;
}

/**
 * The dollar limit of a year on contributions to all IRAs of a person, before compensation: 26 U.S.C. § 219(b)(5)(A), and
 * (B) from age 50 (no catch-up was in the law before 2002).
 */
export function iraDollarLimit(year: number, age: Age): Decimal {
  const limit = amountOf('iraLimit', year);
  return mayCatchUp(age) && year >= iraCatchUpFirstYear.value ? limit.plus(amountOf('iraCatchUp50', year)) : limit;
}

/** The most for a year over all IRAs of a person: the dollar limit or, if less, compensation. 26 U.S.C. § 219(b)(1), (c). */
export function iraLimit(facts: IraLimitFacts): Decimal {
  const limit = iraDollarLimit(facts.year, facts.age);
  const compensation = compensationForIra(facts);
  return compensation === null ? limit : Decimal.min(limit, compensation);
}
