import { PackageError } from './error';

/** Cell addresses of the file format: one-based rows and columns, `B12` without `$`. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** `AB` for 28. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export const addressOf = (place: Place): string => `${columnName(place.column)}${place.row}`;

/** The place of an address such as `B12`; undefined for what is none, or lies outside of a sheet. */
export function placeOf(address: string): Place | undefined {
  const match = /^([A-Za-z]{1,3})([1-9]\d{0,6})$/.exec(address);
  if (!match) {
    return undefined;
  }
  const column = [...(match[1] ?? '').toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(match[2]);
  return column <= LAST_COLUMN && row <= LAST_ROW ? { row, column } : undefined;
}

/** The area of `A1:B2` or `A1` (with or without `$`); undefined for what is none. */
export function areaOf(ref: string): Area | undefined {
  const [first, second] = ref.replace(/\$/g, '').split(':');
  const from = placeOf(first ?? '');
  const to = second === undefined ? from : placeOf(second);
  return (
    from &&
    to && {
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    }
  );
}

export const contains = (area: Area, place: Place): boolean =>
  place.row >= area.top && place.row <= area.bottom && place.column >= area.left && place.column <= area.right;

export const isOneCell = (area: Area): boolean => area.top === area.bottom && area.left === area.right;

export function refOf(area: Area): string {
  const from = addressOf({ row: area.top, column: area.left });
  return isOneCell(area) ? from : `${from}:${addressOf({ row: area.bottom, column: area.right })}`;
}

/** The place of an address that a caller gave; throws with a sentence for what is none. */
export function requirePlace(address: string, sheet: string): Place {
  const place = placeOf(address);
  if (!place || addressOf(place) !== address) {
    throw new PackageError('ADDRESS', `"${address}" on the sheet "${sheet}" is no cell address such as B12 (A1 to XFD1048576, without $).`);
  }
  return place;
}
