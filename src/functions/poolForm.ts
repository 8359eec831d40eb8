import { Refusal } from '../engine/refusal';
import { inWords } from '../engine/words';
import { form8606, type Form8606 } from '../forms/form8606';
import { amount, amountOrZero, roundingSettings } from './arguments';

/** The arguments that PRORATA_TAXABLE and BASIS_CARRYFORWARD share, as Excel hands them over. */
export interface PoolArguments {
  readonly converted: unknown;
  readonly basis_line3: unknown;
  readonly line6_value: unknown;
  readonly distributions: unknown;
  readonly of_which_made_next_year: unknown;
  readonly ratio_places: unknown;
  readonly rounding: unknown;
}

/**
 * Form 8606 for somebody who has line 3 as one figure. All of it goes in as this year's contributions, so that Part I is
 * completed whenever there is basis and a leftover stays on line 14.
 *
 * @throws Refusal CONTRADICTION where more was made next year than there is basis; and as the arguments and the form do.
 */
export function poolForm(given: PoolArguments): Form8606 {
  const conversions = amount('converted', given.converted);
  const basis = amount('basis_line3', given.basis_line3);
  const accountValues = amount('line6_value', given.line6_value);
  const distributions = amountOrZero('distributions', given.distributions);
  const madeNextYear = amountOrZero('of_which_made_next_year', given.of_which_made_next_year);
  if (madeNextYear.greaterThan(basis)) {
    throw new Refusal('CONTRADICTION', 'of_which_made_next_year', inWords(madeNextYear), inWords(basis),
      `of_which_made_next_year is ${inWords(madeNextYear)}, more than basis_line3 of ${inWords(basis)}; basis_line3 includes what was `
      + 'contributed next January to April.');
  }
  return form8606({
    contributionsInYear: basis.minus(madeNextYear),
    contributionsAfterYearEnd: madeNextYear,
    accountValues,
    distributions,
    conversions,
  }, roundingSettings(given.ratio_places, given.rounding));
}
