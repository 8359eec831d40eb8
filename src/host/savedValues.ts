/** When a value that was calculated counts as the one that the file has. */
import type { CellValue } from '../package/content';

/** Programs add in different orders; beyond this share a difference is one. Also a distance of this size from 0. */
const AGREEING = 1e-9;
/** Fifteen digits are what Excel shows and a person can mean; a difference behind them is none. */
const IDENTICAL = 1e-15;

function areWithin(a: CellValue, b: CellValue, share: number): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a === 'object' && typeof b === 'object') return a?.error === b?.error;
  return a === b;
}

/** Whether writing the one in the place of the other would change nothing. */
export const areIdentical = (a: CellValue, b: CellValue): boolean => areWithin(a, b, IDENTICAL);

/** Whether two programs agree on a value. */
export const agree = (a: CellValue, b: CellValue): boolean =>
  areWithin(a, b, AGREEING) || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= AGREEING);
