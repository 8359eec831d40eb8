/**
 * How far this engine agrees with the values that a file's formulas were saved with. Asked of a book that was calculated
 * whole. A saved #NAME? says only that a function was not there when the file was saved, and is held against nobody.
 */
import type { CellValue } from '../package/content';
import { fullAddress } from './address';
import { areaOf, type Book } from './model/book';
import { onTheWire } from './model/range';
import { agree } from './savedValues';

export interface Agreement {
  /** Formulas with a saved value that can be calculated here. */
  readonly compared: number;
  readonly differing: readonly { readonly cell: string; readonly saved: string | number | boolean; readonly computed: string | number | boolean }[];
  /** Formulas that keep their saved value because this engine cannot calculate them. */
  readonly uncalculated: readonly { readonly cell: string; readonly reason: string }[];
}

export function agreementOf(book: Book): Agreement {
  const reasons = new Map(book.backend.uncalculated().map(({ sheet, row, column, reason }) => [`${sheet} ${row} ${column}`, reason]));
  const differing: { cell: string; saved: CellValue; computed: CellValue }[] = [];
  const uncalculated: { cell: string; reason: string }[] = [];
  let compared = 0;
  for (const { id, name, stored } of book.worksheets) {
    for (const [address, { formula, value: saved }] of stored?.cells ?? []) {
      const { top: row, left: column } = areaOf(address);
      const cell = fullAddress(name, row, column);
      if (formula === undefined || saved === null || isNameError(saved)) continue;
      const reason = reasons.get(`${id} ${row} ${column}`);
      if (reason !== undefined) {
        uncalculated.push({ cell, reason });
        continue;
      }
      const computed = book.backend.cell({ sheet: id, row, column }).value;
      compared += 1;
      if (!agree(saved, computed)) differing.push({ cell, saved, computed });
    }
  }
  return {
    compared,
    differing: differing.map(({ cell, saved, computed }) => ({ cell, saved: onTheWire(saved), computed: onTheWire(computed) })),
    uncalculated,
  };
}

const isNameError = (value: CellValue): boolean => typeof value === 'object' && value?.error === '#NAME?';
