import { Decimal, toPlaces, zero } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { inWords } from '../engine/words';

/** What every form refuses before it is filled in: amounts that are none, and amounts that contradict each other. */

/** No amount above this is an IRA; it is a slip of the keyboard or of a column. */
const LARGEST_AMOUNT = new Decimal('1e12');

interface Named {
  readonly says: string;
}

/**
 * Every input of a form, in whole cents; what is absent is zero. Part of a cent is rounded half up as it enters, so that a
 * sheet, which rounds each of these cells, starts from the same amounts.
 *
 * @throws Refusal NOT_AN_AMOUNT, NEGATIVE or TOO_LARGE.
 */
export const amountsIn = <Name extends string>(
  table: Readonly<Record<Name, Named>>,
  given: Partial<Record<Name, Decimal>>,
): Readonly<Record<Name, Decimal>> => {
  const amounts = {} as Record<Name, Decimal>;
  for (const name of Object.keys(table) as Name[]) amounts[name] = amountIn(name, capitalised(table[name].says), given[name] ?? zero);
  return amounts;
};

const amountIn = (name: string, says: string, amount: Decimal): Decimal => {
  if (!amount.isFinite()) {
    const shown = amount.isNaN() ? 'not a number' : 'infinite';
    throw new Refusal('NOT_AN_AMOUNT', name, shown, 'a finite amount', `${says}: ${shown}. Enter an amount in dollars; look for an error in a cell before it.`);
  }
  if (amount.isNegative() && !amount.isZero()) {
    throw new Refusal('NEGATIVE', name, inWords(amount), '0 or more',
      `${says}: ${inWords(amount)}, but it must be 0 or more. Enter what left or entered the IRA as a positive amount.`);
  }
  if (amount.greaterThan(LARGEST_AMOUNT)) {
    throw new Refusal('TOO_LARGE', name, inWords(amount), inWords(LARGEST_AMOUNT),
      `${says}: ${inWords(amount)}, but no IRA holds more than ${inWords(LARGEST_AMOUNT)}. Check the cell for a misplaced digit or joined numbers.`);
  }
  return toPlaces(amount, 2);
};

/** @throws Refusal CONTRADICTION where one amount is part of another and yet more than it. */
export const refuseMoreThan = (argument: string, what: string, amount: Decimal, ofWhat: string, limit: Decimal): void => {
  if (amount.greaterThan(limit)) {
    throw new Refusal('CONTRADICTION', argument, inWords(amount), inWords(limit),
      `${capitalised(what)}: ${inWords(amount)}, but ${ofWhat}: ${inWords(limit)}. The first cannot be more than the second; correct one of them.`);
  }
};

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
