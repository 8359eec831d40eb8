/** How a formula of Excel is put to Univer, and which formulas cannot be. */
import { isFunction, stringifyTokens, tokenTypes } from '@borgar/fx';
import { expand, type Vocabulary } from '../expand';
import { isNameToken, isRangeToken, isTableToken, nameReference, rangeReference, tokensOf, type Token } from '../formula';
import { calendarFunctionIn } from './dates';
import type { Speller } from './load';

export interface SpellerOptions {
  readonly words: Vocabulary;
  /** Whether the engine has a function of that name, in capitals. */
  readonly knows: (functionName: string) => boolean;
  /** The names of the add-in's functions, in capitals. */
  readonly custom: ReadonlySet<string>;
  /** The workbook counts days from 1904. */
  readonly date1904: boolean;
}

export const spellerOf = ({ words, knows, custom, date1904 }: SpellerOptions): Speller => ({
  spell(formula, at, forOneCell) {
    const tokens = tokensOf(expand(formula, at, words));
    const engine = stringifyTokens(withoutAt(forOneCell && isCallOf(tokens, custom) ? withAt(tokens) : tokens));
    return { engine, reason: obstacleIn(engine, knows) ?? (date1904 ? otherCalendar(engine) : null) };
  },
});

const isOperator = (token: Token | undefined, sign: string): boolean => token?.type === tokenTypes.OPERATOR && token.value === sign;

/** Whether a formula is nothing but a call of one of the functions. */
function isCallOf(tokens: readonly Token[], names: ReadonlySet<string>): boolean {
  const call = tokens[1];
  return call !== undefined && isFunction(call) && names.has(call.value.toUpperCase()) && closingOf(tokens, 1) === tokens.length - 1;
}

/** `=F(...)` as `=@F(...)`: what Excel makes of a formula that a file has for one cell, when its result has more. */
const withAt = (tokens: readonly Token[]): Token[] => [tokens[0]!, { type: tokenTypes.OPERATOR, value: '@' }, ...tokens.slice(1)];

/** Univer knows `@` in front of a range; in front of a call it means the first cell of the result. */
function withoutAt(tokens: readonly Token[]): Token[] {
  const written = [...tokens];
  tokens.forEach((token, index) => {
    const call = tokens[index + 1];
    const end = isOperator(token, '@') && call !== undefined && isFunction(call) ? closingOf(tokens, index + 1) : -1;
    if (call === undefined || end < 0) return;
    written[index] = { ...token, value: '' };
    written[index + 1] = { ...call, value: `INDEX(${written[index + 1]!.value}` };
    written[end] = { ...tokens[end]!, value: `${written[end]!.value},1,1)` };
  });
  return written;
}

/** Where the parenthesis closes that a function opens, -1 where it does not. */
function closingOf(tokens: readonly Token[], call: number): number {
  let depth = 0;
  return tokens.findIndex((token, index) => {
    if (index <= call) return false;
    if (isOperator(token, '(')) depth += 1;
    if (isOperator(token, ')')) depth -= 1;
    return depth === 0;
  });
}

function otherCalendar(formula: string): string | null {
  const name = calendarFunctionIn(tokensOf(formula));
  return name === null ? null : `the workbook counts days from 1904, and ${name} counts them from 1900 here`;
}

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
