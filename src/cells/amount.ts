import { Decimal, toPlaces } from '../engine/decimal';
import { amountOfText } from './amountText';
import { quoted } from './quoted';

/**
 * What a cell says as an amount of dollars. Nothing is guessed: what could be read in two ways is asked, and what is no
 * amount is rejected, each with a sentence that names what stood there.
 */
export type AmountReading = AmountRead | AmountBlank | AmountAsked | AmountRejected;

export interface AmountRead {
  readonly kind: 'amount';
  /** Dollars, to the cent, with its sign. */
  readonly amount: Decimal;
  /** What stood in the cell when that was text; null for a number. */
  readonly text: string | null;
  readonly notes: readonly AmountNote[];
}

/** Nothing stood there: not zero. */
export interface AmountBlank {
  readonly kind: 'blank';
}

export interface AmountAsked {
  readonly kind: 'ask';
  readonly doubt: AmountDoubt;
  readonly why: string;
  /** The amount that was probably meant, to be confirmed with one click. */
  readonly suggestion?: Decimal;
}

export interface AmountRejected {
  readonly kind: 'reject';
  readonly why: string;
}

/** How an amount was read, where that is worth a line in the report. */
export const amountNotes = [
  'TEXT_NUMBER_PARSED', 'TEXT_ZERO_PARSED', 'DASH_AS_ZERO', 'ROUNDED_TO_CENT', 'THOUSANDS_SUFFIX', 'MILLIONS_SUFFIX', 'FOOTNOTE_MARK',
] as const;
export type AmountNote = (typeof amountNotes)[number];

export type AmountDoubt =
  | 'APPROXIMATE'
  | 'SEVERAL_AMOUNTS'
  | 'NOT_YET_KNOWN'
  | 'NOTATION'
  | 'SIGN'
  | 'CURRENCY'
  | 'WORDS_WITH_NUMBER';

/** Beyond this a cell's fifteen digits no longer hold the cents. */
const MOST_DOLLARS = new Decimal('9999999999999.99');

/** How many dollars a sheet means by one: some are kept in thousands. */
export type Scale = 1 | 1000;

/**
 * Reads a cell's value: a number, text, an Excel error, a logical, nothing, or a rich value that wraps one of these. In
 * thousands, 7.5 is 7,500 dollars.
 */
export function parseAmount(value: unknown, scale: Scale = 1): AmountReading {
  if (value === null || value === undefined) return { kind: 'blank' };
  if (typeof value === 'number') return amountOfNumber(value, scale);
  if (typeof value === 'string') return withinBounds(amountOfText(value, scale));
  if (typeof value === 'boolean') return reject(`${value ? 'TRUE' : 'FALSE'} is a logical value, not an amount.`);
  if (typeof value === 'object') return amountOfObject(value, scale);
  return reject(`${quoted(value)} is not an amount.`);
}

/**
 * A number as the cell shows it: Excel keeps fifteen digits, and what binary arithmetic leaves beyond them is no money.
 * Fractions of a cent (shares times price) are rounded half up, and said to be.
 */
function amountOfNumber(value: number, scale: Scale): AmountReading {
  if (!Number.isFinite(value)) return reject(`${String(value)} is not an amount.`);
  const shown = new Decimal(value.toPrecision(15)).times(scale);
  const cents = toPlaces(shown, 2);
  return withinBounds({
    kind: 'amount',
    amount: cents.isZero() ? cents.abs() : cents,
    text: null,
    notes: cents.equals(shown) ? [] : ['ROUNDED_TO_CENT'],
  });
}

/** Excel hands over errors as `{error}` or `{code}`, and formatted numbers, currencies and the like as `{basicValue}`. */
function amountOfObject(value: object, scale: Scale): AmountReading {
  if ('basicValue' in value) {
    const inner = value.basicValue;
    return typeof inner === 'object' && inner !== null ? reject('The cell holds a data type, not an amount.') : parseAmount(inner, scale);
  }
  if ('error' in value) return reject(`${String(value.error)} is an error, not an amount.`);
  if ('code' in value) return reject(`${String(value.code)} is an error, not an amount.`);
  return reject('The cell holds something that is not an amount.');
}

function withinBounds(reading: AmountReading): AmountReading {
  if (reading.kind === 'ask' && reading.suggestion !== undefined && !fits(reading.suggestion)) {
    return { kind: 'ask', doubt: reading.doubt, why: reading.why };
  }
  if (reading.kind !== 'amount' || fits(reading.amount)) return reading;
  return reject(`${quoted(reading.text ?? reading.amount.toString())} is more than ${MOST_DOLLARS.toString()} dollars.`);
}

const fits = (amount: Decimal): boolean => amount.abs().lessThanOrEqualTo(MOST_DOLLARS);

const reject = (why: string): AmountRejected => ({ kind: 'reject', why });
