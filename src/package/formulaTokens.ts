import { tokenize, type Token } from '@borgar/fx/xlsx';

/**
 * The two spellings of a formula: as a person types it in Excel, and as a file holds it. They differ in the prefixes of
 * younger functions (`_xlfn.`) and LET names (`_xlpm.`), in `@`, `#` and trimmed ranges (functions in the file), and in the
 * custom functions: Excel stores `BASIS.PRORATA_TAXABLE(` as `_xldudf_BASIS_PRORATA_TAXABLE(`. Everything goes through a
 * tokenizer, so that nothing inside of a text literal is ever touched. References to other workbooks stay as the file has
 * them (`[1]Sheet1!A1`), and so do a table's own rows (`Table1[[#This Row],[x]]`).
 */

/** A function of ours in a file, in any letter case; only the first underscore after the namespace stands for the dot. */
export const STORED_CUSTOM_FUNCTION = /^_xldudf_(BASISDEV|BASIS)_(.+)$/i;
export const TYPED_CUSTOM_FUNCTION = /^(BASISDEV|BASIS)\.(.+)$/i;
export const TRIMMED_RANGES: ReadonlyMap<string, string> = new Map([
  ['_TRO_ALL', '.:.'],
  ['_TRO_LEADING', '.:'],
  ['_TRO_TRAILING', ':.'],
]);
export type FormulaToken = Token;

export const tokensOf = (formula: string): Token[] => tokenize(formula);

export const isSpace = (token: Token): boolean => token.type === 'whitespace' || token.type === 'newline';

/** The place of the bracket that closes the one at `open`; the end if there is none. */
export function closingOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i += 1) {
    const value = tokens[i]?.type === 'operator' ? tokens[i]?.value : '';
    depth += value === '(' ? 1 : value === ')' ? -1 : 0;
    if (depth === 0) {
      return i;
    }
  }
  return tokens.length;
}

/** The tokens between the commas of a call, brackets within kept whole. */
export function argumentsOf(inside: readonly Token[]): Token[][] {
  const args: Token[][] = [[]];
  let depth = 0;
  for (const token of inside) {
    const value = token.type === 'operator' ? token.value : '';
    depth += value === '(' || value === '{' ? 1 : value === ')' || value === '}' ? -1 : 0;
    if (value === ',' && depth === 0) {
      args.push([]);
    } else {
      args.at(-1)?.push(token);
    }
  }
  return args;
}
