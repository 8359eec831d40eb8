import { Refusal } from '../engine/refusal';

/**
 * One argument as Excel hands it over: rows of cells, or null where it was omitted. Excel sends null for an omitted
 * argument, rows for a range, rows of one for a single cell, and, while it still has last week's metadata, the Invocation
 * object in the place of an optional argument that is new.
 */
export function rangeOf(argument: unknown): readonly (readonly unknown[])[] | null {
  if (argument === null || argument === undefined || isInvocation(argument)) return null;
  if (!Array.isArray(argument)) return [[plain(argument)]];
  // Array.from and not map: a host may leave holes for blank cells, which map would pass over.
  const rows = Array.from(argument, (row: unknown) => (Array.isArray(row) ? Array.from(row, plain) : [plain(row)]));
  return rows.some((row) => row.length > 0) ? rows : null;
}

/** The one cell of an argument that takes no range; null where it was omitted or is blank (blank arrives as 0, null or ""). */
export function cellOf(name: string, argument: unknown): unknown {
  const cells = rangeOf(argument)?.flat() ?? [];
  if (cells.length > 1) {
    throw new Refusal('NOT_A_CHOICE', name, `${cells.length} cells`, '1 cell', `${name} is a range of ${cells.length} cells; give one cell.`);
  }
  const [cell] = cells;
  refuseCellError(name, cell);
  return isBlank(cell) || cell === 0 ? null : cell;
}

export const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** An error in a cell is handed on, never counted as nothing. */
export function refuseCellError(where: string, cell: unknown): void {
  const error = cellErrorIn(cell);
  if (error === null) return;
  throw new Refusal('CELL_ERROR', where, error, 'a value', `${where} holds the error ${error}; correct the cell that it comes from.`);
}

/** Formatted numbers, currencies and the like wrap what the cell holds; an error keeps its wrapping, to be told from text. */
function plain(cell: unknown): unknown {
  return isObject(cell) && 'basicValue' in cell && cellErrorIn(cell) === null ? cell.basicValue : cell;
}

function cellErrorIn(cell: unknown): string | null {
  if (!isObject(cell)) return null;
  if ('code' in cell) return String(cell.code);
  return 'type' in cell && cell.type === 'Error' ? String('basicValue' in cell ? cell.basicValue : '#VALUE!') : null;
}

const isInvocation = (argument: unknown): boolean => isObject(argument) && ('functionName' in argument || 'setResult' in argument);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
