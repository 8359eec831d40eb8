import { quoted } from '../cells/quoted';
import { Refusal } from '../engine/refusal';
import { inWords } from '../engine/words';
import { form8606, form8606Lines } from '../forms/form8606';
import { amount, amountOrZero, roundingSettings } from './arguments';
import { cellOf } from './range';

/** The arguments of FORM8606_LINE, as Excel hands them over. */
export interface LineArguments {
  readonly line: unknown;
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

/**
 * One line of Form 8606, Parts I and II; "" where the form leaves it blank.
 *
 * @throws Refusal NOT_A_CHOICE for a line that the form lacks, CONTRADICTION where more was made next year than was
 * contributed; and as the arguments and the form do.
 */
export function form8606Line(given: LineArguments): number | '' {
  const line = lineIdOf(given.line);
  const contributions = amount('nondeductible_contributions', given.nondeductible_contributions);
  const madeNextYear = amount('of_which_made_next_year', given.of_which_made_next_year);
  if (madeNextYear.greaterThan(contributions)) {
    throw new Refusal('CONTRADICTION', 'of_which_made_next_year', inWords(madeNextYear), inWords(contributions),
      `of_which_made_next_year is ${inWords(madeNextYear)}, more than nondeductible_contributions of ${inWords(contributions)}, which include it.`);
  }
  const form = form8606({
    contributionsInYear: contributions.minus(madeNextYear),
    contributionsAfterYearEnd: madeNextYear,
    priorBasis: amount('prior_basis', given.prior_basis),
    accountValues: amount('line6_value', given.line6_value),
    distributions: amount('distributions', given.distributions),
    conversions: amount('converted', given.converted),
    disasterDistributions: amountOrZero('qualified_disaster', given.qualified_disaster),
    repayments: amountOrZero('repayments', given.repayments),
  }, roundingSettings(given.ratio_places, given.rounding));
  return form.line(line)?.toNumber() ?? '';
}

/** "18", 18, "15a", "Line 15a". */
function lineIdOf(argument: unknown): string {
  const cell = cellOf('line', argument);
  const choices = form8606Lines.join(', ');
  if (cell === null) throw new Refusal('MISSING', 'line', '', choices, `line is missing; give one of: ${choices}.`);
  const line = String(cell).toLowerCase().replace(/^\s*line/u, '').replace(/\s/gu, '');
  if (!form8606Lines.includes(line)) {
    throw new Refusal('NOT_A_CHOICE', 'line', String(cell), choices, `line is ${quoted(cell)}, which Form 8606, Parts I and II, lacks; give one of: ${choices}.`);
  }
  return line;
}
