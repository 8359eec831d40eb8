import type { Decimal } from './decimal';

/** Whole dollars or cents: the unit in which every line of a form is written. */
export type Unit = 'dollars' | 'cents';

/** Line 10 as an unrounded ratio, or rounded to so many decimal places. */
export type RatioPlaces = 'exact' | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export interface Settings {
  readonly unit: Unit;
  readonly ratioPlaces: RatioPlaces;
}

export const unitsPerDollar = (unit: Unit): 1 | 100 => (unit === 'cents' ? 100 : 1);
export const decimalsOf = (unit: Unit): 0 | 2 => (unit === 'cents' ? 2 : 0);

/** What a form is worked out from: the amounts of one person and year, and the lines worked out so far. */
export interface Figures {
  readonly settings: Settings;
  input(name: string): Decimal;
  /** What was settled with a Yes or a No; null where nobody has settled it. */
  choice(name: string): boolean | null;
  /** The amount on a line. Asking for a line that the form leaves blank is a mistake in the form, and throws. */
  amount(id: string): Decimal;
  answer(id: string): boolean;
  /** What stands in a cell of words: only where somebody may type a name or a remark. */
  text?(name: string): string;
}

/** Where the same things stand on a sheet: each gives the address of a cell. */
export interface Cells {
  input(name: string): string;
  /** A cell that says Yes or No, or is left blank. */
  choice(name: string): string;
  entry(id: string): string;
  /**
   * Where an amount stands that the statute itself sets, by what it is called: only on a sheet that keeps every amount of the
   * law in a cell. Elsewhere the formula has the amount in it.
   */
  statutory?(called: string, amount: Decimal): string;
  readonly unitsPerDollar: string;
  readonly decimals: string;
  readonly ratioPlaces: string;
}

/**
 * A piece of a form, with its three readings: what the engine computes, the Excel formula that computes the same on a
 * sheet, and the words that tell a reviewer how it was reached. No reading exists without the others.
 */
export interface Term<Result = Decimal> {
  value(figures: Figures): Result;
  formula(cells: Cells): string;
  says(figures: Figures): string;
}
