/**
 * A formula with its names and table references replaced by the cells that they stand for.
 *
 * Engines differ in what they make of names (Univer pastes their text, so that `Rate*2` with `Rate` as `A1+1` loses its
 * parentheses) and of tables. Plain references leave no room for that, and what depends on what can be read off them.
 */
import { isLambdaNode, isLetNode, parse, tokenTypes, translateFormulaToA1, translateFormulaToR1C1, type AstExpression } from '@borgar/fx';
import type { StoredTable } from '../package/content';
import { cellAddress, contains, parseRectangle, rangeAddress, sheetPrefix, type Rectangle } from './address';
import { isNameToken, isTableToken, nameReference, rewriteTokens, tableReference, tokensOf, type TableReference } from './formula';

/** Where a formula stands: the name of its sheet, its row and column from zero. */
export interface FormulaPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The names and tables that a formula may use. `sheet` is the name of a sheet, in any letter case. */
export interface Vocabulary {
  /** The formula of a name, seen from a sheet: the sheet's own name first, then the workbook's. */
  nameFormula(name: string, sheet: string): string | null;
  readonly tables: readonly StoredTable[];
}

/** `sheet`: the name of the sheet to which a name belongs. */
export interface NameInSheet {
  readonly name: string;
  readonly formula: string;
  readonly sheet?: string;
}

export const vocabularyOf = (names: readonly NameInSheet[], tables: readonly StoredTable[]): Vocabulary => ({
  tables,
  nameFormula: (name, sheet) => {
    const called = names.filter((one) => same(one.name, name));
    const own = called.find((one) => one.sheet !== undefined && same(one.sheet, sheet));
    return (own ?? called.find((one) => one.sheet === undefined))?.formula ?? null;
  },
});

/** Names that stand for other names, this many deep; beyond it they are taken to be circular. */
const DEEPEST_NAME = 20;

export function expand(formula: string, at: FormulaPlace, words: Vocabulary, depth = 0): string {
  if (depth > DEEPEST_NAME) return '=#NAME?';
  const declared = declaredIn(formula);
  return rewriteTokens(formula, (token) => {
    if (isTableToken(token)) return tableText(token.value, at, words.tables);
    if (!isNameToken(token)) return null;
    const reference = nameReference(token.value);
    if (reference === null || reference.book !== null || declared.has(reference.name.toLowerCase())) return null;
    const meaning = words.nameFormula(reference.name, reference.sheet ?? at.sheet);
    if (meaning !== null) return inPlace(expand(shifted(meaning, at), at, words, depth + 1));
    const table = words.tables.find((one) => one.name.toLowerCase() === reference.name.toLowerCase());
    return table ? tableText(`${table.name}[]`, at, words.tables) : null;
  });
}

/** The names of a formula that are its own: the variables of LET and LAMBDA. */
function declaredIn(formula: string): ReadonlySet<string> {
  const declared = new Set<string>();
  if (!/\b(LET|LAMBDA)\s*\(/i.test(formula)) return declared;
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const expression = node as AstExpression;
    if (isLetNode(expression)) expression.declarations.forEach((one) => declared.add(one.id.name.toLowerCase()));
    if (isLambdaNode(expression)) expression.params.forEach((one) => declared.add(one.name.toLowerCase()));
    Object.values(expression).forEach(visit);
  };
  try {
    visit(parse(tokensOf(formula), { permitArrayCalls: true, permitArrayRanges: true, looseRefCalls: true }));
  } catch {
    // A formula that cannot be parsed declares nothing; the engine will say what is wrong with it.
    return declared;
  }
  return declared;
}

/** In a file a name's relative references count from A1; they move with the cell that uses the name. */
const shifted = (formula: string, at: FormulaPlace): string =>
  translateFormulaToA1(translateFormulaToR1C1(formula, 'A1'), cellAddress(at.row, at.column));

/** The text of a formula inside another one: in parentheses unless it is a single part. */
function inPlace(formula: string): string {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  const parts = tokensOf(text).filter((token) => token.type !== tokenTypes.WHITESPACE);
  return parts.length === 1 ? text : `(${text})`;
}

function tableText(text: string, at: FormulaPlace, tables: readonly StoredTable[]): string {
  const reference = tableReference(text);
  const found = reference === null ? null : tableArea(reference, at, tables);
  return found === null ? '#REF!' : sheetPrefix(found.sheet) + rangeAddress(found.area, true);
}

/** The cells of a table reference, or `null` where the table, the column or the part does not exist. */
export function tableArea(
  reference: TableReference,
  at: FormulaPlace,
  tables: readonly StoredTable[],
): { readonly sheet: string; readonly area: Rectangle } | null {
  const table = tables.find((one) => (reference.table === '' ? holds(one, at) : same(one.name, reference.table)));
  const whole = table && parseRectangle(table.ref);
  if (!whole) return null;
  const rows = rowsOfSections(reference.sections, whole, table.hasTotals, at.row);
  const columns = reference.columns.map((name) => table.columns.findIndex((one) => same(one, name)));
  if (rows === null || columns.includes(-1)) return null;
  const left = whole.left + (columns[0] ?? 0);
  const right = whole.left + (columns[columns.length - 1] ?? table.columns.length - 1);
  return { sheet: table.sheet, area: { ...rows, left: Math.min(left, right), right: Math.max(left, right) } };
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function holds(table: StoredTable, at: FormulaPlace): boolean {
  const area = parseRectangle(table.ref);
  return same(table.sheet, at.sheet) && area !== null && contains(area, at.row, at.column);
}

/** The rows that the parts in brackets name; a table has one header row, and a totals row if it says so. */
function rowsOfSections(
  sections: readonly string[],
  whole: Rectangle,
  hasTotals: boolean,
  row: number,
): { readonly top: number; readonly bottom: number } | null {
  const data = { top: whole.top + 1, bottom: whole.bottom - (hasTotals ? 1 : 0) };
  const spans = (sections.length === 0 ? ['data'] : sections).map((section) => {
    switch (section.toLowerCase()) {
      case 'all': return { top: whole.top, bottom: whole.bottom };
      case 'data': return data;
      case 'headers': return { top: whole.top, bottom: whole.top };
      case 'totals': return hasTotals ? { top: whole.bottom, bottom: whole.bottom } : null;
      case 'this row': return row >= data.top && row <= data.bottom ? { top: row, bottom: row } : null;
      default: return null;
    }
  });
  if (spans.some((span) => span === null)) return null;
  const known = spans.filter((span) => span !== null);
  return { top: Math.min(...known.map((span) => span.top)), bottom: Math.max(...known.map((span) => span.bottom)) };
}
