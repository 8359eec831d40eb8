/** Values between the two ways of writing them: ours (`CellValue`) and Univer's cells and value objects. */
import { BooleanNumber, CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import {
  ArrayValueObject, BooleanValueObject, ErrorType, ErrorValueObject, NullValueObject, NumberValueObject, StringValueObject,
  type BaseValueObject,
} from '@univerjs/engine-formula';
import type { CellError, CellValue } from '../../package/content';

/** The errors that Univer and Excel have in common. */
const ERROR_TYPES: ReadonlyMap<string, ErrorType> = new Map(
  [
    ErrorType.NULL, ErrorType.DIV_BY_ZERO, ErrorType.VALUE, ErrorType.REF, ErrorType.NAME, ErrorType.NUM, ErrorType.NA,
    ErrorType.SPILL, ErrorType.CALC,
  ].map((error) => [error, error]),
);

/** Univer has a few errors of its own (`#ERROR!`, `#CYCLE!`), and Excel some others; in the place of each stands `#VALUE!`. */
const errorNamed = (text: string): CellError => (ERROR_TYPES.has(text) ? (text as CellError) : '#VALUE!');

const looksLikeError = (text: unknown): text is string =>
  typeof text === 'string' && (Object.values(ErrorType) as string[]).includes(text);

/**
 * The value of a stored cell. Univer keeps an error as its text; only the result of a formula can be one, which is why a
 * constant error is given to Univer as a formula.
 */
export function valueOfCell(cell: Nullable<ICellData>, isResult: boolean): CellValue {
  const value = cell?.v;
  if (value === undefined || value === null) return null;
  if (isResult && looksLikeError(value)) return { error: errorNamed(value) };
  if (cell?.t === CellValueType.BOOLEAN) return value === true || value === BooleanNumber.TRUE;
  if (cell?.t === CellValueType.NUMBER) return Number(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/** A constant as a cell of Univer, its type said outright: text that looks like a number stays text. */
export function cellOfValue(value: CellValue): { v: ICellData['v'] | null; t: CellValueType | null } {
  if (value === null) return { v: null, t: null };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? BooleanNumber.TRUE : BooleanNumber.FALSE, t: CellValueType.BOOLEAN };
  if (typeof value === 'string') return { v: value, t: CellValueType.STRING };
  return { v: value.error, t: CellValueType.STRING };
}

export function valueOfObject(object: Nullable<BaseValueObject>): CellValue {
  if (!object || object.isNull()) return null;
  if (object.isError()) return { error: errorNamed(String(object.getValue())) };
  const value = object.getValue();
  return object.isBoolean() ? Boolean(value) : value;
}

export function objectOfValue(value: CellValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'string') return StringValueObject.create(value);
  return ErrorValueObject.create(ERROR_TYPES.get(value.error) ?? ErrorType.VALUE);
}

/** A result with rows and columns; all rows must be equally long. */
export function objectOfRows(rows: readonly (readonly CellValue[])[], unitId: string, sheetId: string): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(objectOfValue)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId,
    sheetId,
    row: -1,
    column: -1,
  });
}

/** The text of a formula that gives an error in every engine, for a cell that holds an error as a constant. */
export const formulaOfError = (error: CellError): string => `=${ERROR_TYPES.get(error) ?? ErrorType.VALUE}`;

/** What `executeFormulas` gives back: bare values, an error as its text. */
export const valueOfResult = (value: unknown): CellValue => {
  if (value === undefined || value === null) return null;
  if (looksLikeError(value)) return { error: errorNamed(value) };
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
};
