import { defaultSettings } from '../forms/form8606';
import { partIII, partIIILines } from '../forms/form8606/partIII';
import { amount, amountOrZero } from './arguments';
import { lineIn, shownLine } from './formLine';

/** The arguments of ROTH_DISTRIBUTION, as Excel hands them over. */
export interface RothDistributionArguments {
  readonly line: unknown;
  readonly nonqualified: unknown;
  readonly homebuyer: unknown;
  readonly contribution_basis: unknown;
  readonly conversion_basis: unknown;
  readonly disaster: unknown;
  readonly repayments: unknown;
}

/**
 * One line of Form 8606, Part III, in cents; "" where the form stops before the line.
 *
 * @throws Refusal NOT_A_CHOICE for a line that Part III lacks; and as the arguments and the form do.
 */
export function rothDistributionLine(given: RothDistributionArguments): number | '' {
  const line = lineIn('Form 8606, Part III,', partIIILines, given.line);
  return shownLine(partIII({
    nonqualified: amount('nonqualified', given.nonqualified),
    homebuyer: amount('homebuyer', given.homebuyer),
    contributionBasis: amount('contribution_basis', given.contribution_basis),
    conversionBasis: amount('conversion_basis', given.conversion_basis),
    disasterDistributions: amountOrZero('disaster', given.disaster),
    repayments: amountOrZero('repayments', given.repayments),
  }, defaultSettings), line);
}
