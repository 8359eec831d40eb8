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
  let at = 0;
  let column = 0;
  let row = 0;
  // Character by character, because every cell of every sheet comes through here.
  for (let code = address.charCodeAt(0) & ~32; code >= 65 && code <= 90; code = address.charCodeAt(at) & ~32) {
    column = column * 26 + code - 64;
    at += 1;
  }
  const letters = at;
  for (let code = address.charCodeAt(at); code >= 48 && code <= 57; code = address.charCodeAt(at)) {
    row = row * 10 + code - 48;
    at += 1;
  }
  const isWhole = letters >= 1 && letters <= 3 && at > letters && at === address.length && address[letters] !== '0';
  return isWhole && column <= LAST_COLUMN && row <= LAST_ROW ? { row, column } : undefined;
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
    throw new PackageError(
      'ADDRESS',
      `"${address}" on the sheet "${sheet}" is no cell address such as B12 (A1 to XFD1048576, without $).`,
    );
  }
  return place;
}
