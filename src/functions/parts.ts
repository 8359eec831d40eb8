import type { AfterTaxConversion } from '../rules/afterTaxConversion';
import type { Excess } from '../rules/excessContributions';

/** What EXCESS_CONTRIBUTION and AFTER_TAX_CONVERSION can be asked for, in the words of their argument `part`; the first is the default. */
export const excessParts = {
  'all': 'total', 'traditional': 'traditional', 'roth': 'roth', 'unused traditional': 'unusedTraditional', 'unused roth': 'unusedRoth',
} as const satisfies Record<string, keyof Excess>;

export const conversionParts = {
  'taxable': 'taxable', 'tax-free': 'taxFree', 'basis left': 'basisLeft',
} as const satisfies Record<string, keyof AfterTaxConversion>;
