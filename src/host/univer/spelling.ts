/** How a formula of Excel is put to Univer, and which formulas cannot be. */
import { tokenTypes, isFunction } from '@borgar/fx';
import { expand, type Vocabulary } from '../expand';
import { isNameToken, isRangeToken, isTableToken, nameReference, rangeReference, tokensOf } from '../formula';
import type { Speller } from './load';

/** `knows`: whether the engine has a function of that name, in capitals. */
export const spellerOf = (words: Vocabulary, knows: (functionName: string) => boolean): Speller => ({
  spell(formula, sheet, row, column) {
    const engine = expand(formula, { sheet, row, column }, words);
    return { engine, reason: obstacleIn(engine, knows) };
  },
});

/** What in a formula Univer 0.25.1 cannot calculate; asked to, it would give an error where Excel gives a value. */
function obstacleIn(formula: string, knows: (functionName: string) => boolean): string | null {
  const tokens = tokensOf(formula);
  for (const [index, token] of tokens.entries()) {
    if (isFunction(token) && !knows(token.value.toUpperCase())) return `the function ${token.value.toUpperCase()} is not available here`;
    if (token.type === tokenTypes.OPERATOR && token.value === '#') return 'references to a spilled range (A1#) are not available here';
    if (isTableToken(token)) return `the table reference ${token.value} could not be resolved`;
    if (isRangeToken(token)) {
      const reference = rangeReference(token.value);
      if (reference?.book) return `${token.value} is in another workbook`;
      if (reference?.sheet?.includes(':')) return `${token.value} runs through several sheets`;
    }
    if (isNameToken(token) && nameReference(token.value)?.book) return `${token.value} is in another workbook`;
    if (token.type === tokenTypes.CONTEXT && tokens[index + 1]?.value === '!') return `${token.value}! refers to nothing`;
  }
  return null;
}

/** Whether a formula reads a name or table, whose meaning may change without the formula changing. */
export const readsWords = (formula: string): boolean => tokensOf(formula).some((token) => isNameToken(token) || isTableToken(token));
