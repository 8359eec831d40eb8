/**
 * The add-in's custom functions, as its script and its functions.json give them, called as Excel calls them and given to an
 * engine as functions that it has. Where the script runs (a context of Node, a worker of a page) is for others to say: they
 * put `CustomFunctions` there, run the script, and hand over what it associated.
 */
import type { CellError, CellValue } from '../package/content';
import { fullAddress } from './address';
import type { CellPosition, EngineArgument, EngineFunction } from './backend';
import { callsOf, type ArgumentError, type ParameterMetadata } from './functionArguments';
import type { Book } from './model/book';

interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly options?: { readonly stream?: boolean };
}

interface FunctionsFile {
  readonly functions: readonly FunctionMetadata[];
  /** For all functions: errors in cells reach parameters of the type any, instead of being the result. */
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface CustomFunctionsOptions {
  /** What the built functions.js associated when it was run. */
  readonly runtime: ScriptRuntime;
  /** The text of functions.json. */
  readonly metadata: string;
  /** What stands before the dot in a formula, for example `BASIS`. */
  readonly namespace: string;
  /** How a blank cell reaches a function: as 0 on the desktop (the default), as null on the web. */
  readonly blanks?: 'desktop' | 'web';
}

/** The error that a cell shows, and the sentence that Excel shows with it. */
export interface FunctionError {
  readonly position: CellPosition;
  readonly code: CellError;
  readonly text: string;
}

export interface CustomFunctions {
  readonly functions: readonly EngineFunction[];
  /** The last error of each cell that had one when it was last calculated. */
  errors(): readonly FunctionError[];
}

/** The errors by cell (`'IRA-1'!B4`), for cells that still show them. */
export function functionErrorsIn(book: Book, loaded: CustomFunctions): ReadonlyMap<string, Pick<FunctionError, 'code' | 'text'>> {
  return new Map(loaded.errors().flatMap(({ position, code, text }) => {
    const sheet = book.worksheets.find(({ id }) => id === position.sheet);
    const value = sheet === undefined ? null : book.backend.cell(position).value;
    const isShown = typeof value === 'object' && value?.error === code;
    return sheet !== undefined && isShown ? [[fullAddress(sheet.name, position.row, position.column), { code, text }]] : [];
  }));
}

type Implementation = (...args: unknown[]) => unknown;

/** Excel's error for a custom function; a script tells it by class, so each context has one. */
export interface ScriptError {
  readonly code: string;
  readonly message: string;
}

export type ScriptErrorClass = new (code: string, message?: string) => ScriptError;

/** What a script associated with the ids of functions.json, and how its errors are told from other values. */
export interface ScriptRuntime {
  readonly implementations: ReadonlyMap<string, Implementation>;
  readonly isError: (value: unknown) => value is ScriptError;
  readonly makeError: (code: CellError) => unknown;
}

const ERROR_CODES: Readonly<Record<string, CellError>> = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
};
/** A function can return these; the others turn into #VALUE!. */
const RETURNABLE: readonly string[] = ['#N/A', '#DIV/0!', '#VALUE!', '#NUM!', '#NULL!'];

/** The `CustomFunctions` that a script finds in its context, and what it leaves there. */
export function scriptRuntime(ErrorClass: ScriptErrorClass): { readonly customFunctions: object; readonly runtime: ScriptRuntime } {
  const implementations = new Map<string, Implementation>();
  return {
    customFunctions: {
      associate: (idOrMap: string | Record<string, Implementation>, implementation?: Implementation) => {
        const pairs = typeof idOrMap === 'string' ? [[idOrMap, implementation] as const] : Object.entries(idOrMap);
        for (const [id, one] of pairs) if (one) implementations.set(id.toUpperCase(), one);
      },
      Error: ErrorClass,
      ErrorCode: ERROR_CODES,
    },
    runtime: {
      implementations,
      isError: (value): value is ScriptError => value instanceof ErrorClass,
      makeError: (code) => new ErrorClass(code),
    },
  };
}

export function customFunctionsOf({ runtime, metadata, namespace, blanks = 'desktop' }: CustomFunctionsOptions): CustomFunctions {
  const file = JSON.parse(metadata) as FunctionsFile;
  const errors = new Map<string, FunctionError>();
  const report = (position: CellPosition, code: CellError, text: string | null) => {
    const key = `${position.sheet} ${position.row} ${position.column}`;
    if (text === null) errors.delete(key);
    else errors.set(key, { position, code, text });
  };
  const functions = file.functions.flatMap((one) => {
    const implementation = runtime.implementations.get(one.id.toUpperCase());
    if (implementation === undefined) throw new Error(`functions.json lists ${one.id}, and the script associates nothing with it.`);
    if (one.options?.stream || one.parameters.some(({ repeating }) => repeating)) {
      throw new Error(`${one.id} streams or repeats a parameter; this host calls plain functions only.`);
    }
    const call = caller(one, `${namespace}.${one.name}`, implementation, {
      runtime,
      blank: blanks === 'desktop' ? 0 : null,
      allowErrors: file.allowErrorForDataTypeAny ?? false,
      report,
    });
    return [...new Set([one.id, one.name])].map((name): EngineFunction => ({
      name: `${namespace}.${name}`.toUpperCase(),
      minimumArguments: one.parameters.filter(({ optional }) => !optional).length,
      maximumArguments: one.parameters.length,
      call,
    }));
  });
  return { functions, errors: () => [...errors.values()] };
}

interface CallerRules {
  readonly runtime: ScriptRuntime;
  readonly blank: 0 | null;
  readonly allowErrors: boolean;
  readonly report: (position: CellPosition, code: CellError, text: string | null) => void;
}

function caller(metadata: FunctionMetadata, shownName: string, implementation: Implementation, rules: CallerRules): EngineFunction['call'] {
  return (given: readonly EngineArgument[], at: CellPosition) => {
    rules.report(at, '#VALUE!', null);
    const calls = callsOf(metadata.parameters, given, {
      blank: rules.blank, allowErrors: rules.allowErrors, error: rules.runtime.makeError,
    });
    const results = calls.map((row) => row.map((args) =>
      isArgumentError(args) ? args : resultOf(() => implementation(...args, { functionName: shownName }), at, rules)));
    const only = results.length === 1 && results[0]!.length === 1 ? results[0]![0]! : null;
    if (only !== null) return only;
    // A call for each of several cells: an array inside an array is something that Excel does not show either.
    return results.map((row) => row.map((result): CellValue => (Array.isArray(result) ? { error: '#CALC!' } : (result as CellValue))));
  };
}

const isArgumentError = (value: readonly unknown[] | ArgumentError): value is ArgumentError => !Array.isArray(value);

function resultOf(call: () => unknown, at: CellPosition, rules: CallerRules): CellValue | readonly (readonly CellValue[])[] {
  const fail = (code: string, text: string): CellValue => {
    const shown = (RETURNABLE.includes(code) ? code : '#VALUE!') as CellError;
    rules.report(at, shown, text);
    return { error: shown };
  };
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    return rules.runtime.isError(error) ? fail(error.code, error.message) : fail('#VALUE!', messageOf(error));
  }
  if (rules.runtime.isError(result)) return fail(result.code, result.message);
  if (!Array.isArray(result)) return valueOf(result, fail);
  const rows: readonly unknown[] = result;
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const isRectangle = width > 0 && rows.every((row) => Array.isArray(row) && row.length === width);
  if (!isRectangle) return fail('#VALUE!', 'The function returned an array that is no rectangle.');
  return (rows as readonly (readonly unknown[])[]).map((row) => row.map((cell): CellValue => inArray(cell, rules.runtime)));
}

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

/** A single result. Excel shows nothing at all as 0, and has no number for Infinity. */
function valueOf(result: unknown, fail: (code: string, text: string) => CellValue): CellValue {
  if (typeof result === 'string' || typeof result === 'boolean') return result;
  if (typeof result === 'number') {
    if (Number.isNaN(result)) return fail('#VALUE!', 'The function returned no number (NaN).');
    return Number.isFinite(result) ? result : fail('#NUM!', 'The function returned an infinite number.');
  }
  if (result === null || result === undefined) return 0;
  if (typeof result === 'object' && 'basicValue' in result) return valueOf(result.basicValue, fail);
  return fail('#VALUE!', `The function returned ${typeof result === 'object' ? 'an object' : typeof result} that is no value.`);
}

/** One cell of a result: numbers that are none travel as nothing, which Excel shows as 0. */
function inArray(cell: unknown, runtime: ScriptRuntime): CellValue {
  if (runtime.isError(cell)) return { error: (RETURNABLE.includes(cell.code) ? cell.code : '#VALUE!') as CellError };
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : 0;
  return valueOf(cell, () => ({ error: '#VALUE!' }));
}
