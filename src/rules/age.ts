import { catchUpAge, higherCatchUpFirstAge, higherCatchUpLastAge } from '../law/constants';

/** Whole years on 31 December of the tax year; null where no age was given, which allows no catch-up contribution. */
export type Age = number | null;

/** 26 U.S.C. §§ 219(b)(5)(B), 414(v)(5)(A): whoever turns 50 by the end of the year. */
export const mayCatchUp = (age: Age): boolean => age !== null && age >= catchUpAge.value;

/** 26 U.S.C. § 414(v)(2)(B)(i): whoever is 60, 61, 62 or 63 at the end of the year. */
export const mayCatchUpMore = (age: Age): boolean =>
  age !== null && age >= higherCatchUpFirstAge.value && age <= higherCatchUpLastAge.value;
