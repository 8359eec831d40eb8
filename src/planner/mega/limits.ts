import { Decimal, zero } from '../../engine/decimal';
import { catchUpAge, higherCatchUpFirstAge, higherCatchUpFirstYear, higherCatchUpLastAge, rothCatchUpFirstYear } from '../../law/constants';
import { limitOfYear, statutoryNumber, yearsWith } from '../lawFields';
import { single, type Block, type LimitField } from '../planner';

export const years = yearsWith('electiveDeferrals', 'catchUp50', 'annualAdditions', 'planCompensation');

/** Before the law had it, or a figure for it, the rule is told so by what stands in its cell. */
const higherCatchUp = (year: number): LimitField => (year >= higherCatchUpFirstYear.value ? limitOfYear('catchUp60To63', year) : {
  ...limitOfYear('catchUp50', year), id: 'catchUp60To63', label: `Catch-up contribution from age 60 to 63, ${year}`, source: `As from 50: the higher one begins in ${higherCatchUpFirstYear.value}`,
});

const wagesForRoth = (year: number): LimitField => (year >= rothCatchUpFirstYear.value ? limitOfYear('rothCatchUpWages', year) : {
  field: 'limit', id: 'rothCatchUpWages', label: 'Wages above which catch-up must be Roth', source: `Not tested before ${rothCatchUpFirstYear.value}`, is: () => zero,
});

export const limits = (year: number): Block => single('limits', `The law for ${year}`, [
  limitOfYear('electiveDeferrals', year),
  limitOfYear('catchUp50', year),
  higherCatchUp(year),
  limitOfYear('annualAdditions', year),
  limitOfYear('planCompensation', year),
  limitOfYear('iraLimit', year),
  wagesForRoth(year),
  statutoryNumber('the age of catch-up contributions', catchUpAge),
  statutoryNumber('the first age of the higher catch-up', higherCatchUpFirstAge),
  { ...statutoryNumber('the age at which it ends', higherCatchUpLastAge), label: 'The age at which the higher catch-up ends', is: () => new Decimal(higherCatchUpLastAge.value + 1) },
]);
