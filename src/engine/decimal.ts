import { Decimal as Library } from 'decimal.js';

/**
 * The one place where precision and rounding are set. Sixty digits hold every product of two amounts exactly and every
 * quotient far past the point where a tie could be mistaken for its neighbour. A half goes away from zero, as Excel's
 * ROUND sends it.
 */
export const Decimal = Library.clone({ precision: 60, rounding: Library.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Decimal = Library;

export const zero = new Decimal(0);
export const one = new Decimal(1);

/** Rounded half up to a number of decimal places. */
export const toPlaces = (amount: Decimal, places: number): Decimal => amount.toDecimalPlaces(places, Library.ROUND_HALF_UP);
