/** Arguments as Excel hands them to a custom function: coerced to the declared type, padded, one cell or a rectangle. */
import type { CellError, CellValue } from '../package/content';
import type { EngineArgument } from './backend';

/** A parameter of functions.json. */
export interface ParameterMetadata {
  readonly name: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface ArgumentRules {
  /** A blank cell reaches a function as 0 on the desktop and as null on the web. */
  readonly blank: 0 | null;
  /** Whether errors in cells are handed on; `error` makes the object that stands for one. */
  readonly allowErrors: boolean;
  readonly error: (code: CellError) => unknown;
}

/** The error that is the result because an argument is one, or could not be turned into the declared type. */
export interface ArgumentError {
  readonly error: CellError;
}

const isArgumentError = (value: unknown): value is ArgumentError => typeof value === 'object' && value !== null && 'error' in value;

/**
 * The arguments of each call that Excel makes. There is one, unless a parameter for a single value was given several cells:
 * then Excel calls the function for each of them, and lays the results out as the cells are.
 */
export function callsOf(
  parameters: readonly ParameterMetadata[],
  given: readonly EngineArgument[],
  rules: ArgumentRules,
): readonly (readonly (readonly unknown[] | ArgumentError)[])[] {
  const args = parameters.map((parameter, index) => ({ parameter, argument: given[index] ?? ({ kind: 'omitted' } as const) }));
  const lifted = args.flatMap(({ parameter, argument }) =>
    parameter.dimensionality !== 'matrix' && argument.kind === 'cells' ? [argument.cells] : []);
  const rows = Math.max(1, ...lifted.map((cells) => cells.length));
  const columns = Math.max(1, ...lifted.map((cells) => cells[0]?.length ?? 0));
  return Array.from({ length: rows }, (_row, row) => Array.from({ length: columns }, (_column, column) => {
    const values = args.map(({ parameter, argument }) => valueOf(parameter, argument, rules, row, column));
    return values.find(isErrorResult)?.failed ?? values.map((value) => (isErrorResult(value) ? null : value.passed));
  }));
}

type Passed = { readonly passed: unknown } | { readonly failed: ArgumentError };

const isErrorResult = (value: Passed): value is { readonly failed: ArgumentError } => 'failed' in value;

function valueOf(parameter: ParameterMetadata, argument: EngineArgument, rules: ArgumentRules, row: number, column: number): Passed {
  if (argument.kind === 'omitted') return { passed: null };
  if (parameter.dimensionality === 'matrix') {
    const cells = argument.kind === 'cells' ? argument.cells : [[argument.value]];
    return together(cells.map((line) => together(line.map((cell) => coerced(parameter, cell, rules)))));
  }
  if (argument.kind === 'value') return coerced(parameter, argument.value, rules);
  // A single row or column is repeated along the other direction, as in every array formula.
  const line = argument.cells[argument.cells.length === 1 ? 0 : row];
  const cell = line?.[line.length === 1 ? 0 : column];
  return cell === undefined ? { failed: { error: '#N/A' } } : coerced(parameter, cell, rules);
}

/** A row of passed values, or the first failure in it. */
function together(values: readonly Passed[]): Passed {
  return values.find(isErrorResult) ?? { passed: values.map((value) => (isErrorResult(value) ? null : value.passed)) };
}

function coerced({ type = 'any' }: ParameterMetadata, value: CellValue, rules: ArgumentRules): Passed {
  if (isArgumentError(value)) return rules.allowErrors && type === 'any' ? { passed: rules.error(value.error) } : { failed: value };
  switch (type) {
    case 'number': return numberOf(value);
    case 'string': return { passed: textOf(value) };
    case 'boolean': return booleanOf(value);
    default: return { passed: value === null ? rules.blank : value };
  }
}

function numberOf(value: Exclude<CellValue, object> | null): Passed {
  if (typeof value !== 'string') return { passed: Number(value) };
  const number = value.trim() === '' ? NaN : Number(value);
  return Number.isNaN(number) ? { failed: { error: '#VALUE!' } } : { passed: number };
}

const textOf = (value: Exclude<CellValue, object> | null): string => {
  if (value === null) return '';
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
};

function booleanOf(value: Exclude<CellValue, object> | null): Passed {
  if (typeof value !== 'string') return { passed: Boolean(value) };
  const word = value.trim().toUpperCase();
  return word === 'TRUE' || word === 'FALSE' ? { passed: word === 'TRUE' } : { failed: { error: '#VALUE!' } };
}
