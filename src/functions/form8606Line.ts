import { Refusal } from '../engine/refusal';
import { inWords } from '../engine/words';
import { form8606, form8606Entries, form8606Lines, LATEST_REVISION, type Form8606 } from '../forms/form8606';
import { amount, amountOrZero, roundingSettings } from './arguments';
import { lineIn, shownLine } from './formLine';

/** The arguments of FORM8606, as Excel hands them over. */
export interface FormArguments {
  readonly nondeductible_contributions: unknown;
  readonly prior_basis: unknown;
  readonly of_which_made_next_year: unknown;
  readonly line6_value: unknown;
  readonly distributions: unknown;
  readonly converted: unknown;
  readonly ratio_places: unknown;
  readonly rounding: unknown;
  readonly qualified_disaster: unknown;
  readonly repayments: unknown;
}

/** The arguments of FORM8606_LINE. */
export interface LineArguments extends FormArguments {
  readonly line: unknown;
}

/**
 * One line of Form 8606, Parts I and II; "" where the form leaves it blank.
 *
 * @throws Refusal NOT_A_CHOICE for a line that the form lacks, CONTRADICTION where more was made next year than was
 * contributed; and as the arguments and the form do.
 */
export function form8606Line(given: LineArguments): number | '' {
  const line = lineIn('Form 8606, Parts I and II,', form8606Lines, given.line);
  return shownLine(filledIn(given), line);
}

/**
 * Every line of Parts I and II in the order of the form: its number, what the latest form says there, and its amount.
 *
 * @throws Refusal as form8606Line does.
 */
export function form8606Rows(given: FormArguments): (number | string)[][] {
  const form = filledIn(given);
  return form8606Entries.filter(({ kind }) => kind === 'line').map(({ id, label }) => [id, label(LATEST_REVISION), shownLine(form, id)]);
}

function filledIn(given: FormArguments): Form8606 {
  const contributions = amount('nondeductible_contributions', given.nondeductible_contributions);
  const madeNextYear = amount('of_which_made_next_year', given.of_which_made_next_year);
  if (madeNextYear.greaterThan(contributions)) {
    throw new Refusal('CONTRADICTION', 'of_which_made_next_year', inWords(madeNextYear), inWords(contributions),
      `of_which_made_next_year is ${inWords(madeNextYear)}, more than nondeductible_contributions of ${inWords(contributions)}, which include it.`);
  }
  return form8606({
    contributionsInYear: contributions.minus(madeNextYear),
    contributionsAfterYearEnd: madeNextYear,
    priorBasis: amount('prior_basis', given.prior_basis),
    accountValues: amount('line6_value', given.line6_value),
    distributions: amount('distributions', given.distributions),
    conversions: amount('converted', given.converted),
    disasterDistributions: amountOrZero('qualified_disaster', given.qualified_disaster),
    repayments: amountOrZero('repayments', given.repayments),
  }, roundingSettings(given.ratio_places, given.rounding));
}
