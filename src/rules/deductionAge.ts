import { Refusal } from '../engine/refusal';
import { deductionEndAge, deductionEndAgeLastYear } from '../law/constants';
import type { Age } from './age';

/**
 * Through 2019 nothing was deductible for the year in which a person reached 70 1/2, nor after (former § 219(d)(1)): whatever
 * went to a traditional IRA was then an excess contribution, and never basis. Roth IRAs know no such age (§ 408A(c)(4)).
 *
 * @throws Refusal NOT_A_CHOICE for age 70 in a year before 2020: it may be under or over 70 1/2.
 */
export function pastDeductionEndAge(year: number, age: Age): boolean {
  if (age === null || year > deductionEndAgeLastYear.value) return false;
  if (deductionEndAge.value.lessThanOrEqualTo(age)) return true;
  if (deductionEndAge.value.greaterThanOrEqualTo(age + 1)) return false;
  throw new Refusal('NOT_A_CHOICE', 'age', String(age), '69 or less, 71 or more',
    `age is ${age}, and for ${year} nothing was deductible from 70 1/2: give 71 if 70 1/2 was reached by 31 December ${year} (born before July), `
    + 'else 69.');
}
