/** Excel formulas as text: their parts, what they refer to, whether they are well formed. All parsing is @borgar/fx. */
import { fromCol, isFunction, parse, parseA1Ref, parseStructRef, stringifyTokens, tokenize, tokenTypes, type Token } from '@borgar/fx';
import { EXCEL_COLUMNS, EXCEL_ROWS, sheetPrefix, type Rectangle } from './address';

export type { Token };

export const tokensOf = (formula: string): Token[] => tokenize(formula, { mergeRefs: true });

export const isRangeToken = (token: Token): boolean =>
  token.type === tokenTypes.REF_RANGE || token.type === tokenTypes.REF_BEAM || token.type === tokenTypes.REF_TERNARY;
export const isNameToken = (token: Token): boolean => token.type === tokenTypes.REF_NAMED;
export const isTableToken = (token: Token): boolean => token.type === tokenTypes.REF_STRUCT;

/** The names of the functions that a formula calls, in capitals. */
export const functionsIn = (formula: string): readonly string[] =>
  tokensOf(formula).filter(isFunction).map((token) => token.value.toUpperCase());

/** Functions that ask where a reference is, or what formula stands there, and not for a value; OFFSET only starts from its first. */
const TAKES_THE_PLACE = new Set(['ROW', 'ROWS', 'COLUMN', 'COLUMNS', 'AREAS', 'SHEET', 'SHEETS', 'ISREF', 'ISFORMULA', 'FORMULATEXT']);

/** The references of a formula whose cells it reads, as they stand in it. */
export function referencesRead(formula: string): readonly string[] {
  const read: string[] = [];
  /** The calls and parentheses around a token, and in which argument it stands. */
  const around: { readonly name: string; argument: number }[] = [];
  let called = '';
  for (const token of tokensOf(formula)) {
    const within = around.at(-1);
    if (isFunction(token)) called = token.value.toUpperCase();
    else if (isRangeToken(token)) {
      const place = within !== undefined && (TAKES_THE_PLACE.has(within.name) || (within.name === 'OFFSET' && within.argument === 0));
      if (!place) read.push(token.value);
    } else if (token.type !== tokenTypes.OPERATOR) continue;
    else if (token.value === '(') {
      around.push({ name: called, argument: 0 });
      called = '';
    } else if (token.value === ')') around.pop();
    else if (token.value === ',' && within) within.argument += 1;
  }
  return read;
}

/** A reference to cells: the sheet in front of it, if any, and its rectangle. */
export interface RangeReference {
  /** The workbook of an external reference. */
  readonly book: string | null;
  readonly sheet: string | null;
  readonly area: Rectangle;
}

/** A reference as `'My Sheet'!$A$1:B2`, `C:C` or `[1]Sheet1!A1`; `null` where the text is none. */
export function rangeReference(text: string): RangeReference | null {
  const parsed = parseA1Ref(text);
  if (!parsed || !('range' in parsed) || parsed.range === undefined) return null;
  const { top, left, bottom, right } = parsed.range;
  const area = {
    top: Math.min(top ?? 0, bottom ?? EXCEL_ROWS - 1),
    left: Math.min(left ?? 0, right ?? EXCEL_COLUMNS - 1),
    bottom: Math.max(top ?? 0, bottom ?? EXCEL_ROWS - 1),
    right: Math.max(left ?? 0, right ?? EXCEL_COLUMNS - 1),
  };
  return { ...placeOf(parsed.context), area };
}

/** A name as a formula writes it: `Rate`, `Sheet2!Rate`. */
export function nameReference(text: string): { readonly book: string | null; readonly sheet: string | null; readonly name: string } | null {
  const parsed = parseA1Ref(text, { allowNamed: true });
  if (!parsed || !('name' in parsed) || parsed.name === undefined) return null;
  return { ...placeOf(parsed.context), name: parsed.name };
}

/** The context in front of a reference: a sheet, or a workbook and a sheet. */
function placeOf(context: readonly string[] | undefined): { readonly book: string | null; readonly sheet: string | null } {
  const parts = context ?? [];
  return parts.length > 1 ? { book: parts[0]!, sheet: parts[1]! } : { book: null, sheet: parts[0] ?? null };
}

export interface TableReference {
  /** Empty inside the table itself, as in `[@Amount]`. */
  readonly table: string;
  /** One column, or the first and the last of several; none for the whole table. */
  readonly columns: readonly string[];
  /** In small letters: `this row`, `headers`, `data`, `totals`, `all`. */
  readonly sections: readonly string[];
}

export function tableReference(text: string): TableReference | null {
  const parsed = parseStructRef(text);
  return parsed ? { table: parsed.table ?? '', columns: parsed.columns ?? [], sections: parsed.sections ?? [] } : null;
}

/** The sheets of this workbook that a formula names, both ends of a reference through several. */
export const sheetsIn = (formula: string): readonly string[] =>
  tokensOf(formula).flatMap((token) => {
    const reference = isNameToken(token) ? nameReference(token.value) : isRangeToken(token) ? rangeReference(token.value) : null;
    return reference === null || reference.book !== null || reference.sheet === null ? [] : reference.sheet.split(':');
  });

/** Whether a formula reads a name or a table, whose meaning may change without the formula changing. */
export const readsWords = (formula: string): boolean => tokensOf(formula).some((token) => isNameToken(token) || isTableToken(token));

/** The formula with some of its parts written anew; `rewrite` gives `null` for a part that stays. */
export function rewriteTokens(formula: string, rewrite: (token: Token) => string | null): string {
  let changed = false;
  const tokens = tokensOf(formula).map((token) => {
    const value = rewrite(token);
    if (value === null || value === token.value) return token;
    changed = true;
    return { ...token, value };
  });
  return changed ? stringifyTokens(tokens) : formula;
}

/** Every reference to one sheet points to another name, or, with `null`, to `#REF!` as after the sheet was deleted. */
export function redirectSheet(formula: string, from: string, to: string | null): string {
  const same = (sheet: string | null) => sheet !== null && sheet.toLowerCase() === from.toLowerCase();
  return rewriteTokens(formula, (token) => {
    if (!isRangeToken(token) && !isNameToken(token)) return null;
    const reference = isNameToken(token) ? nameReference(token.value) : rangeReference(token.value);
    if (reference === null || reference.book !== null || !same(reference.sheet)) return null;
    return to === null ? '#REF!' : sheetPrefix(to) + token.value.slice(token.value.lastIndexOf('!') + 1);
  });
}

/** As Excel shows what was typed: functions, cell references, TRUE and FALSE in capitals. */
export const asShown = (formula: string): string =>
  rewriteTokens(formula, (token) => {
    if (isFunction(token) || token.type === tokenTypes.BOOLEAN || token.type === tokenTypes.ERROR) return token.value.toUpperCase();
    if (!isRangeToken(token)) return null;
    const mark = token.value.lastIndexOf('!') + 1;
    return token.value.slice(0, mark) + token.value.slice(mark).toUpperCase();
  });

/** Excel takes longer texts in cells, but not in formulas. */
const LONGEST_STRING = 255;

/** What is wrong with a formula that Excel would not accept, or `null`. */
export function flawOf(formula: string): string | null {
  const tokens = tokensOf(formula);
  const long = tokens.find(({ type, value }) => type === tokenTypes.STRING && value.length - 2 > LONGEST_STRING);
  if (long) return `a text in it has ${long.value.length - 2} characters, and a formula takes ${LONGEST_STRING}`;
  try {
    parse(tokens, { permitArrayCalls: true, permitArrayRanges: true, looseRefCalls: true });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/** Whether Excel accepts this as the name of a range or formula: a word that is no cell address. */
export function isLegalName(name: string): boolean {
  if (name.length > 255 || !NAME.test(name) || /^(R[0-9]*|C[0-9]*|R[0-9]*C[0-9]*|TRUE|FALSE)$/i.test(name)) return false;
  const cell = /^([A-Z]{1,3})([0-9]+)$/i.exec(name);
  return !cell || fromCol(cell[1]!) >= EXCEL_COLUMNS || Number(cell[2]) > EXCEL_ROWS;
}
