import { translateTokensToA1, translateTokensToR1C1 } from '@borgar/fx/xlsx';
import { tokensOf, type FormulaToken } from './formulaTokens';

/** A formula by what it means rather than where it stands: what the cells of a shared formula have in common. */
export type RelativeFormula = readonly FormulaToken[];

/** The meaning of a formula of a file that stands at an address. */
export const relativeFormula = (stored: string, at: string): RelativeFormula => translateTokensToR1C1(tokensOf(stored), at);

/** The formula that means the same at another address; what would lie outside of the sheet becomes #REF!. */
export const formulaAt = (formula: RelativeFormula, at: string): string =>
  translateTokensToA1([...formula], at, { wrapEdges: false })
    .map((token) => token.value)
    .join('');
