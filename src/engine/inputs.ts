import { Decimal, toPlaces, zero } from './decimal';
import { Refusal } from './refusal';
import { inWords } from './words';

/** What every form refuses before it is filled in: amounts that are none, and amounts that contradict each other. */

/** No amount above this is somebody's IRA or income; it is a slip of the keyboard or of a column. */
const LARGEST_AMOUNT = new Decimal('1e12');

/** Finer rates than millionths are in no plan document, and a sheet could not multiply by them exactly. */
export const RATE_PLACES = 6;

/** An amount that a form starts from: what labels it on a sheet, and what a sentence calls it. */
export interface InputWords {
  readonly means: string;
  readonly says: string;
  /** Dollars that are 0 or more, unless this says otherwise: income may be below zero, and a rate is a share of 1. */
  readonly kind?: 'signed' | 'rate';
  /** Set by the law for the year: nobody types it. */
  readonly limit?: true;
}

/**
 * Every input of a form, in whole cents; what is absent is zero. Part of a cent is rounded half up as it enters, so that a
 * sheet, which rounds each of these cells, starts from the same amounts.
 *
 * @throws Refusal NOT_AN_AMOUNT, NEGATIVE or TOO_LARGE; OVER_THE_LIMIT for a rate above 1.
 */
export const amountsIn = <Name extends string>(
  table: Readonly<Record<Name, InputWords>>,
  given: Partial<Record<Name, Decimal>>,
): Readonly<Record<Name, Decimal>> => {
  const amounts = {} as Record<Name, Decimal>;
  for (const name of Object.keys(table) as Name[]) amounts[name] = amountIn(name, table[name], given[name] ?? zero);
  return amounts;
};

const amountIn = (name: string, words: InputWords, amount: Decimal): Decimal => {
  const says = capitalised(words.says);
  if (!amount.isFinite()) {
    const shown = amount.isNaN() ? 'not a number' : 'infinite';
    throw new Refusal('NOT_AN_AMOUNT', name, shown, 'a finite amount', `${says}: ${shown}. Enter an amount in dollars; look for an error in a cell before it.`);
  }
  if (words.kind !== 'signed' && amount.isNegative() && !amount.isZero()) {
    throw new Refusal('NEGATIVE', name, inWords(amount), '0 or more', `${says}: ${inWords(amount)}, but it must be 0 or more. Enter it as a positive amount.`);
  }
  if (amount.abs().greaterThan(LARGEST_AMOUNT)) {
    throw new Refusal('TOO_LARGE', name, inWords(amount), inWords(LARGEST_AMOUNT),
      `${says}: ${inWords(amount)}, but nobody has more than ${inWords(LARGEST_AMOUNT)}. Check the cell for a misplaced digit or joined numbers.`);
  }
  return words.kind === 'rate' ? rateIn(name, says, amount) : toPlaces(amount, 2);
};

const rateIn = (name: string, says: string, rate: Decimal): Decimal => {
  if (rate.greaterThan(1)) {
    throw new Refusal('OVER_THE_LIMIT', name, rate.toString(), '1 (100%)', `${says}: ${rate.toString()}, more than 1. Enter 0.25, or 25%, for a quarter.`);
  }
  if (rate.decimalPlaces() > RATE_PLACES) {
    throw new Refusal('NOT_AN_AMOUNT', name, rate.toString(), `${RATE_PLACES} decimal places`,
      `${says}: ${rate.toString()}, which has more than ${RATE_PLACES} decimal places. Enter the rate of the plan's document, for example 0.045 or 4.5%.`);
  }
  return rate;
};

/** @throws Refusal CONTRADICTION where one amount is part of another and yet more than it. */
export const refuseMoreThan = (argument: string, what: string, amount: Decimal, ofWhat: string, limit: Decimal): void => {
  if (amount.greaterThan(limit)) {
    throw new Refusal('CONTRADICTION', argument, inWords(amount), inWords(limit),
      `${capitalised(what)}: ${inWords(amount)}, but ${ofWhat}: ${inWords(limit)}. The first cannot be more than the second; correct one of them.`);
  }
};

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
