import {
  closingOf,
  isSpace,
  STORED_CUSTOM_FUNCTION,
  tokensOf,
  TRIMMED_RANGES,
  TYPED_CUSTOM_FUNCTION,
  type FormulaToken as Token,
} from './formulaTokens';

/** The formula of a file as a person types it, with a leading `=`. */
export function fromFile(stored: string): string {
  // Every spelling that differs has one of these in it; most formulas have none, and tokenizing takes its time.
  return `=${/_xl|basis/i.test(stored) ? read(tokensOf(stored)) : stored}`;
}

function read(tokens: readonly Token[]): string {
  let out = '';
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const name = token.type === 'func' ? token.value.replace(/^_xlfn\.(_xlws\.)?/i, '') : '';
    const special = name.toUpperCase();
    if (special === 'SINGLE' || special === 'ANCHORARRAY' || TRIMMED_RANGES.has(special)) {
      const close = closingOf(tokens, i + 1);
      out += readOperator(special, tokens.slice(i + 2, close));
      i = close;
    } else if (token.type === 'func') {
      out += readFunction(name);
    } else if (token.type === 'range_named') {
      out += token.value.replace(/^_xlpm\./i, '');
    } else if (isAddInPrefix(tokens, i)) {
      i += 1;
    } else {
      out += token.value;
    }
  }
  return out;
}

/** `@x`, `x#` and `A1:.B9` are functions in a file. */
function readOperator(name: string, argument: readonly Token[]): string {
  const inner = read(argument);
  const operand = isOneOperand(argument) ? inner : `(${inner})`;
  if (name === 'SINGLE') {
    return `@${operand}`;
  }
  return name === 'ANCHORARRAY' ? `${operand}#` : inner.replace(/:(?=[^:]*$)/, TRIMMED_RANGES.get(name) ?? ':');
}

function isOneOperand(tokens: readonly Token[]): boolean {
  const visible = tokens.filter((token) => !isSpace(token));
  const first = visible[0];
  return visible.length === 1 || (first?.type === 'func' && closingOf(visible, 1) === visible.length - 1);
}

function readFunction(name: string): string {
  const ours = STORED_CUSTOM_FUNCTION.exec(name) ?? TYPED_CUSTOM_FUNCTION.exec(name);
  return ours ? `${ours[1]?.toUpperCase()}.${ours[2]?.toUpperCase()}` : name.replace(/^_xlpm\./i, '');
}

/** `[2]!` before a custom function of ours: an add-in that a COM add-in made look like another workbook. */
function isAddInPrefix(tokens: readonly Token[], i: number): boolean {
  const [context, mark, called] = tokens.slice(i, i + 3);
  return (
    (context?.type === 'context' || context?.type === 'context_quote') &&
    mark?.value === '!' &&
    called?.type === 'func' &&
    STORED_CUSTOM_FUNCTION.test(called.value)
  );
}
