/**
 * Our functions in the text of a formula. Excel shows them as `BASIS.NAME(`; where the add-in was not there it shows what
 * files store, `_xldudf_BASIS_NAME(`; and where a COM add-in or the Analysis ToolPak was loaded, `[2]!_xldudf_BASIS_NAME(`.
 * The development edition has a namespace of its own, which is kept.
 */

/** Texts and quoted sheet names are passed over: what looks like a function in them is none. */
const PASSED_OVER = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'`;
const STORED = new RegExp(String.raw`${PASSED_OVER}|(?<![\w.])(?:\[\d+\]!)?_xldudf_(BASIS(?:DEV)?)_([a-z0-9_.]+)(?=\s*\()`, 'giu');
const NAMED = new RegExp(String.raw`${PASSED_OVER}|(?<![\w.!])(BASIS(?:DEV)?)\.[a-z0-9_.]+\s*\(`, 'giu');

const holds = (formula: string, pattern: RegExp): boolean => [...formula.matchAll(pattern)].some(([, namespace]) => namespace !== undefined);

/** Whether a formula holds a function of ours in the spelling of files. */
export const isStoredSpelling = (formula: string): boolean => holds(formula, STORED);

/** Whether a formula holds a function of ours, however it is spelled. */
export const usesOurFunctions = (formula: string): boolean => isStoredSpelling(formula) || holds(formula, NAMED);

/** The formula with our functions as people type them. A formula without stored spellings comes back as it is. */
export const asTyped = (formula: string): string => formula.replace(STORED, (all: string, namespace?: string, name?: string) =>
  (namespace === undefined || name === undefined ? all : `${namespace.toUpperCase()}.${name.toUpperCase()}`));
