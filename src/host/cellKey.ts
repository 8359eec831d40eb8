/** One number for each cell of a sheet. */
import { EXCEL_COLUMNS } from './address';

export const keyOf = (row: number, column: number): number => row * EXCEL_COLUMNS + column;
export const placeOfKey = (key: number): { readonly row: number; readonly column: number } =>
  ({ row: Math.floor(key / EXCEL_COLUMNS), column: key % EXCEL_COLUMNS });
