import { quoted } from '../cells/quoted';
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
  refuseUnusable(name, cell);
  return isBlank(cell) || cell === 0 ? null : cell;
}

export const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** An error in a cell is handed on, never counted as nothing; a card, a picture and the like hold no value to count with. */
export function refuseUnusable(where: string, cell: unknown): void {
  const error = cellErrorIn(cell);
  if (error !== null) throw new Refusal('CELL_ERROR', where, error, 'a value', `${where} holds the error ${error}; correct the cell that it comes from.`);
  if (!isObject(cell)) return;
  const card = cardText(cell);
  throw new Refusal('NOT_AN_AMOUNT', where, card, 'a plain value',
    `${where} holds ${card}, which is a data type and not a plain value; refer to one of its fields, or type the value.`);
}

/** Where one error stands in the place of a whole range, it is handed on before anything is said about the shape of the range. */
export function refuseLoneError(name: string, rows: readonly (readonly unknown[])[]): void {
  if (rows.length === 1 && rows[0]?.length === 1) refuseUnusable(name, rows[0][0]);
}

/** How a sentence shows what stood in a cell: numbers and logical values as Excel does, text in quotation marks. */
export const shown = (cell: unknown): string => (typeof cell === 'number' || typeof cell === 'boolean' ? asText(cell) : quoted(asText(cell)));

/** A cell's value as text, logical values as Excel writes them. */
export const asText = (cell: unknown): string => (typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell));

/** What Excel shows of a card in the cell, or what kind of thing it is. */
function cardText(cell: object): string {
  if ('text' in cell && typeof cell.text === 'string') return quoted(cell.text);
  return 'type' in cell && typeof cell.type === 'string' ? quoted(cell.type) : 'something';
}

/** Formatted numbers, currencies and the like wrap what the cell holds; an error keeps its wrapping, to be told from text. */
function plain(cell: unknown): unknown {
  return isObject(cell) && 'basicValue' in cell && hasBasicValue(cell) && cellErrorIn(cell) === null ? cell.basicValue : cell;
}

/** Where a card holds no value that a cell could show, Excel fills in the text "#VALUE!" and calls it an error. */
const hasBasicValue = (cell: { readonly basicValue: unknown }): boolean =>
  !isObject(cell.basicValue) && cell.basicValue !== '#VALUE!' && !('basicType' in cell && cell.basicType === 'Error');

function cellErrorIn(cell: unknown): string | null {
  if (!isObject(cell)) return null;
  if ('code' in cell) return String(cell.code);
  return 'type' in cell && cell.type === 'Error' ? String('basicValue' in cell ? cell.basicValue : '#VALUE!') : null;
}

const isInvocation = (argument: unknown): boolean => isObject(argument) && ('functionName' in argument || 'setResult' in argument);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
