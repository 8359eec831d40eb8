import { parse, parseA1Ref, parseStructRef, stringifyStructRef } from '@borgar/fx/xlsx';
import { PackageError } from './error';
import {
  argumentsOf,
  closingOf,
  isSpace,
  tokensOf,
  TRIMMED_RANGES,
  TYPED_CUSTOM_FUNCTION,
  type FormulaToken as Token,
} from './formulaTokens';
import { FUTURE_FUNCTION_PREFIX } from './futureFunctions';

/** Excel's limit for the text of a formula. */
const LONGEST_FORMULA = 8192;

/** What a formula may refer to, and where it stands. */
export interface Surroundings {
  /** For sentences: `'Sheet 1'!B2`, or a name. */
  readonly where: string;
  hasSheet(name: string): boolean;
  /** How many other workbooks the file links to. */
  readonly links: number;
  /** The table that the cell lies in, for `[@Column]`. */
  readonly table?: string;
}

/** The formula as a file holds it, without `=`. Throws PackageError for what Excel could not read from a file. */
export function toFile(typed: string, at: Surroundings): string {
  const refuse = (why: string): PackageError =>
    new PackageError('FORMULA', `The formula ${shown(typed)} for ${at.where} cannot be written: ${why}.`);
  if (!typed.startsWith('=') || typed.trim().length < 2) {
    throw refuse('a formula starts with = and is not empty');
  }
  const tokens = tokensOf(typed.slice(1));
  if (!isWellFormed(tokens)) {
    throw refuse('it is not understood as a formula');
  }
  const stored = write(tokens, { at, refuse, locals: new Set() });
  if (stored.length > LONGEST_FORMULA) {
    throw refuse(`it has ${stored.length} characters in the file, and Excel allows ${LONGEST_FORMULA}`);
  }
  return stored;
}

const shown = (formula: string): string => (formula.length > 80 ? `${formula.slice(0, 80)}…` : formula);

interface Writing {
  readonly at: Surroundings;
  refuse(why: string): PackageError;
  /** Names that a LET or LAMBDA around this place has given, in lower case. */
  readonly locals: ReadonlySet<string>;
}

function write(tokens: readonly Token[], writing: Writing): string {
  let out = '';
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.type === 'func' && /^(LET|LAMBDA)$/i.test(token.value)) {
      const close = closingOf(tokens, i + 1);
      out += writeLocals(token.value.toUpperCase(), tokens.slice(i + 2, close), writing);
      i = close;
    } else if (token.type === 'operator' && token.value === '@') {
      const end = operandEnd(tokens, i + 1);
      out += `_xlfn.SINGLE(${write(tokens.slice(i + 1, end), writing)})`;
      i = end - 1;
    } else if (spillEnd(tokens, i) !== undefined) {
      const end = spillEnd(tokens, i) ?? i;
      out += `_xlfn.ANCHORARRAY(${write(tokens.slice(i, end), writing)})`;
      i = end;
    } else {
      out += writeOne(token, writing);
    }
  }
  return out;
}

function writeOne(token: Token, writing: Writing): string {
  switch (token.type) {
    case 'func':
      return writeFunction(token.value, writing);
    case 'structured':
      return writeTableReference(token.value, writing);
    case 'range':
    case 'range_beam':
      refuseUnknownSheet(token.value, writing);
      return writeTrimmed(token.value);
    case 'range_named':
      refuseUnknownSheet(token.value, writing);
      return writing.locals.has(token.value.toLowerCase()) ? `_xlpm.${token.value}` : token.value;
    default:
      return token.value;
  }
}

function writeFunction(name: string, writing: Writing): string {
  if (writing.locals.has(name.toLowerCase())) {
    return `_xlpm.${name}`;
  }
  const ours = TYPED_CUSTOM_FUNCTION.exec(name);
  if (ours) {
    return `_xldudf_${ours[1]?.toUpperCase()}_${ours[2]?.toUpperCase().replace(/\./g, '_')}`;
  }
  const prefix = FUTURE_FUNCTION_PREFIX.get(name.toUpperCase());
  return prefix ? `${prefix}${name.toUpperCase()}` : name;
}

/** LET and LAMBDA: their names get a prefix wherever they are used inside. */
function writeLocals(name: string, inside: readonly Token[], writing: Writing): string {
  const args = argumentsOf(inside);
  const isName = (i: number): boolean => i < args.length - 1 && (name === 'LAMBDA' || i % 2 === 0);
  const nameOf = (arg: readonly Token[]): string =>
    arg
      .filter((token) => !isSpace(token))
      .map((token) => token.value.toLowerCase())
      .join('');
  const locals = new Set([...writing.locals, ...args.filter((_, i) => isName(i)).map(nameOf)]);
  return `_xlfn.${name}(${args.map((arg) => write(arg, { ...writing, locals })).join(',')})`;
}

function writeTableReference(typed: string, writing: Writing): string {
  const reference = parseStructRef(typed);
  if (!reference) {
    throw writing.refuse(`"${typed}" is no reference to a table`);
  }
  if (reference.table && !typed.includes('@')) {
    return typed;
  }
  const table = reference.table || writing.at.table;
  if (!table) {
    throw writing.refuse(`"${typed}" names no table, and the cell lies in none`);
  }
  return stringifyStructRef({ ...reference, table }, { thisRow: true });
}

/** A reference to a sheet that is not there makes Excel offer to repair the file; one to another workbook needs its link. */
function refuseUnknownSheet(value: string, writing: Writing): void {
  if (!value.includes('!')) {
    return;
  }
  const reference = parseA1Ref(value);
  const book = reference?.workbookName ?? '';
  if (book !== '') {
    if (!/^\d+$/.test(book) || Number(book) > writing.at.links) {
      throw writing.refuse(`it refers to another workbook ("${book}") that this file has no link to`);
    }
    return;
  }
  const missing = (reference?.sheetName ?? '').split(':').find((sheet) => !writing.at.hasSheet(sheet));
  if (missing !== undefined) {
    throw writing.refuse(`the workbook has no sheet "${missing}"`);
  }
}

function writeTrimmed(value: string): string {
  const operator = /\.:\.|\.:|:\./.exec(value.slice(value.lastIndexOf('!') + 1))?.[0];
  const name = [...TRIMMED_RANGES].find(([, trim]) => trim === operator)?.[0];
  if (operator === undefined || name === undefined) {
    return value;
  }
  const at = value.lastIndexOf(operator);
  return `_xlfn.${name}(${value.slice(0, at)}:${value.slice(at + operator.length)})`;
}

/** Where the `#` of `A3#`, `Name#` or `OFFSET(…)#` stands that begins at `from`. */
function spillEnd(tokens: readonly Token[], from: number): number | undefined {
  const token = tokens[from];
  const isReference = token?.type === 'range' || token?.type === 'range_named';
  const end = token?.type === 'func' ? closingOf(tokens, from + 1) + 1 : from + 1;
  return (isReference || token?.type === 'func') && tokens[end]?.type === 'operator' && tokens[end]?.value === '#'
    ? end
    : undefined;
}

/** Where the operand of `@` ends: a reference, a call or brackets, and ranges made of them (`@A1:INDEX(B:B,3)`). */
function operandEnd(tokens: readonly Token[], from: number): number {
  let i = from;
  while (tokens[i] && isSpace(tokens[i] as Token)) {
    i += 1;
  }
  const open = tokens[i]?.type === 'func' ? i + 1 : i;
  let end = tokens[open]?.value === '(' ? closingOf(tokens, open) + 1 : i + 1;
  end += tokens[end]?.value === '#' ? 1 : 0;
  return tokens[end]?.value === ':' ? operandEnd(tokens, end + 1) : end;
}

/** Whether the tokens are a whole formula. The parser does not know `Sheet1!#REF!` and add-in prefixes; both are legal. */
function isWellFormed(tokens: readonly Token[]): boolean {
  const plain = tokens.filter((token, i) => {
    const mark = token.value === '!' ? tokens[i + 1] : tokens[i + 1]?.value === '!' ? tokens[i + 2] : undefined;
    return mark?.type !== 'error' && mark?.type !== 'func';
  });
  if (plain.some((token) => token.unterminated || token.type === 'unknown' || token.type === 'fx_prefix')) {
    return false;
  }
  try {
    parse(plain as Token[]);
    return true;
  } catch {
    // The parser's only way to say that a formula is none; the caller turns it into a sentence with the formula in it.
    return false;
  }
}
