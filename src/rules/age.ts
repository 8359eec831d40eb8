import { Decimal } from '../engine/decimal';
import type { InputWords } from '../engine/inputs';
import { fixed, input, reaches, type Amount, type Truth } from '../engine/words';
import { catchUpAge, higherCatchUpFirstAge, higherCatchUpLastAge } from '../law/constants';

/** Whole years on 31 December of the tax year; null where no age was given, which allows no catch-up contribution. */
export type Age = number | null;

/** 26 U.S.C. §§ 219(b)(5)(B), 414(v)(5)(A): whoever turns 50 by the end of the year. */
export const mayCatchUp = (age: Age): boolean => age !== null && age >= catchUpAge.value;

/** 26 U.S.C. § 414(v)(2)(B)(i): whoever is 60, 61, 62 or 63 at the end of the year. */
export const mayCatchUpMore = (age: Age): boolean =>
  age !== null && age >= higherCatchUpFirstAge.value && age <= higherCatchUpLastAge.value;

/** Age as an input of a worksheet: 0, or a blank cell, where it was not given. */
export const ageInput = { means: 'Age on 31 December', says: 'age on 31 December' } as const satisfies InputWords;

export const ageGiven = (age: Age): Decimal => new Decimal(age ?? 0);

const age: Amount = { ...input('age', ageInput.says), says: (figures) => (figures.input('age').isZero() ? 'age, which was not given,' : `age on 31 December (${figures.input('age').toFixed()})`) };

/** Whether the age input has reached so many years. */
export const ageReaches = (years: number, called: string): Truth => reaches(age, fixed(new Decimal(years), called));
