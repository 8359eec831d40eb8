import { worksheet11, worksheet11Lines } from '../forms/worksheet1-1';
import { amount, roundingSettings } from './arguments';
import { lineIn, shownLine } from './formLine';

/** The arguments of WORKSHEET_1_1, as Excel hands them over. */
export interface WorksheetArguments {
  readonly line: unknown;
  readonly prior_basis: unknown;
  readonly all_contributions: unknown;
  readonly line6_value: unknown;
  readonly distributions: unknown;
  readonly converted: unknown;
  readonly ratio_places: unknown;
  readonly rounding: unknown;
}

/**
 * One line of Worksheet 1-1 of Publication 590-B; "" where it stops before the line. It counts every contribution for the
 * year, so when each was made plays no part.
 *
 * @throws Refusal NOT_A_CHOICE for a line that the worksheet lacks; and as the arguments and the form do.
 */
export function worksheet11Line(given: WorksheetArguments): number | '' {
  const line = lineIn('Worksheet 1-1', worksheet11Lines, given.line);
  return shownLine(worksheet11({
    priorBasis: amount('prior_basis', given.prior_basis),
    contributionsInYear: amount('all_contributions', given.all_contributions),
    accountValues: amount('line6_value', given.line6_value),
    distributions: amount('distributions', given.distributions),
    conversions: amount('converted', given.converted),
  }, roundingSettings(given.ratio_places, given.rounding)), line);
}
