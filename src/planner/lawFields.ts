import { Decimal } from '../engine/decimal';
import { figureOf, yearsCovering } from '../law';
import { amounts, type AmountName } from '../law/amounts';
import type { LimitField } from './planner';

/** Amounts of the law as cells: each with its source beside it, and under the name by which rules know it. */

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** An amount of the law table. Refuses as the table does. */
export const limitOfYear = (name: AmountName, year: number): LimitField => {
  const { amount, statute, announced } = figureOf(name, year);
  return { field: 'limit', id: name, label: `${capitalised(amounts[name])}, ${year}`, source: `${statute}; ${announced}`, is: () => amount };
};

/** The tax years for which the table has every one of these amounts. */
export const yearsWith = (...names: readonly AmountName[]): readonly number[] =>
  yearsCovering(names[0]!).filter((year) => names.every((name) => yearsCovering(name).includes(year)));

/** Dollars that a rule takes from the statute itself, `called` as the rule calls them. */
export const statutoryAmount = (called: string, { value, source }: { readonly value: Decimal; readonly source: string }): LimitField =>
  ({ field: 'limit', id: called, label: capitalised(called), source, is: () => value });

/** An age or a count of years, likewise. */
export const statutoryNumber = (called: string, { value, source }: { readonly value: number; readonly source: string }): LimitField => {
  const number = new Decimal(value);
  return { field: 'limit', id: called, label: capitalised(called), source, is: () => number, measure: 'number' };
};
