import { parseAmount } from '../cells/amount';
import { parseDate, type CalendarDate } from '../cells/date';
import { FIRST_YEAR, LAST_YEAR, parseYear } from '../cells/year';
import { Decimal, zero } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import type { RatioPlaces, Settings, Unit } from '../engine/term';
import { inWords } from '../engine/words';
import type { Age } from '../rules/age';
import { filingStatusChoices, filingStatusOf, type FilingStatus } from '../rules/filingStatus';
import { isHeader } from './header';
import { asText, cellOf, isBlank, rangeOf, refuseUnusable, shown } from './range';

/** No amount above this is somebody's IRA or income; it is a slip of the keyboard or of a column. */
const LARGEST_AMOUNT = new Decimal('1e12');

/** Nobody is older; a larger number is a year of birth. */
const OLDEST_AGE = 120;

/**
 * An amount that must be given: a cell, or a range that is summed. A blank cell counts as 0 (on the desktop Excel sends a
 * blank as 0, so the two cannot be told apart).
 *
 * @throws Refusal MISSING where it was omitted, NEGATIVE, TOO_LARGE, NOT_AN_AMOUNT with the position of the cell, CELL_ERROR.
 */
export const amount = (name: string, argument: unknown): Decimal => notNegative(name, signedAmount(name, argument));

/** As `amount`, for one that may be below zero, as income may be. */
export function signedAmount(name: string, argument: unknown): Decimal {
  const sum = sumOf(name, argument);
  if (sum === null) throw new Refusal('MISSING', name, '', 'an amount', `${name} is missing; give an amount, 0 if there was none.`);
  return sum;
}

/** As `signedAmount`, but null where it was omitted. */
export const signedAmountIfGiven = (name: string, argument: unknown): Decimal | null => sumOf(name, argument);

/** As `amount`, but null where it was omitted. */
export function amountIfGiven(name: string, argument: unknown): Decimal | null {
  const sum = sumOf(name, argument);
  return sum === null ? null : notNegative(name, sum);
}

/** As `amount`, but 0 where it was omitted. */
export const amountOrZero = (name: string, argument: unknown): Decimal => amountIfGiven(name, argument) ?? zero;

/**
 * A tax year: a number, text, or a date in it. Whether the law table has it is for the law to say.
 *
 * @param beside the amounts that stand beside it, by name. Excel sends a date as the number of a day, which may as well be
 * an income: where one of the amounts looks like the year, or is the same number, the two may stand the wrong way round.
 * @throws Refusal MISSING, NOT_A_YEAR, CONTRADICTION.
 */
export const taxYear = (name: string, argument: unknown, beside: Readonly<Record<string, unknown>> = {}): number =>
  yearOfCell(name, cellOf(name, argument), beside);

/** The tax year in one cell. */
export function yearOfCell(where: string, cell: unknown, beside: Readonly<Record<string, unknown>>): number {
  refuseUnusable(where, cell);
  if (isBlank(cell) || cell === 0) {
    throw new Refusal('MISSING', where, '', 'a tax year', `${where} is missing; give the tax year, for example 2024.`);
  }
  const day = isDaySerial(cell);
  const reading = parseYear(cell, { date1904: false, numberFormat: day ? 'm/d/yyyy' : 'General' });
  if (reading.kind !== 'year') {
    throw new Refusal('NOT_A_YEAR', where, String(cell), 'a tax year',
      `${where} is ${shown(cell)}, which is not a tax year; give a year such as 2024, or a date in it.`);
  }
  if (day) refuseSwapped(where, cell, reading.year, beside);
  return reading.year;
}

function refuseSwapped(where: string, day: unknown, year: number, beside: Readonly<Record<string, unknown>>): void {
  for (const [name, argument] of Object.entries(beside)) {
    const other = (rangeOf(argument) ?? []).flat().find((cell) => cell === day || isPlainYear(cell));
    if (other !== undefined) {
      throw new Refusal('CONTRADICTION', where, String(day), 'a year of four digits',
        `${where} is ${String(day)}, which is a day of ${year}, and ${name} is ${shown(other)}, which may be the year; check which is which, and give the `
        + 'year as four digits.');
    }
  }
}

const isPlainYear = (cell: unknown): boolean =>
  (typeof cell === 'number' || typeof cell === 'string') && parseYear(cell, { date1904: false, numberFormat: 'General' }).kind === 'year';

/** A filing status that must be given. */
export function filingStatus(name: string, argument: unknown): FilingStatus {
  const status = filingStatusIfGiven(name, argument);
  if (status === null) {
    throw new Refusal('MISSING', name, '', filingStatusChoices, `${name} is missing; give one of: ${filingStatusChoices}.`);
  }
  return status;
}

/** A filing status, or null where it was omitted or is blank. */
export function filingStatusIfGiven(name: string, argument: unknown): FilingStatus | null {
  const cell = cellOf(name, argument);
  return cell === null ? null : filingStatusOf(asText(cell));
}

/** Text that must be given; `example` says what could be. */
export function textOf(name: string, argument: unknown, example: string): string {
  const cell = cellOf(name, argument);
  if (cell === null) throw new Refusal('MISSING', name, '', 'text', `${name} is missing; give ${example}.`);
  return asText(cell);
}

/** Whole years on 31 December, or null where it was omitted or is blank. */
export function ageIfGiven(name: string, argument: unknown): Age {
  const cell = cellOf(name, argument);
  if (cell === null) return null;
  const reading = parseAmount(cell);
  if (reading.kind !== 'amount' || !reading.amount.isInteger()) {
    throw new Refusal('NOT_AN_AMOUNT', name, String(cell), `1 to ${OLDEST_AGE}`,
      `${name} is ${shown(cell)}, which is not an age; give whole years on 31 December of the tax year.`);
  }
  if (reading.amount.lessThan(1) || reading.amount.greaterThan(OLDEST_AGE)) {
    throw new Refusal(reading.amount.lessThan(1) ? 'NEGATIVE' : 'TOO_LARGE', name, String(cell), `1 to ${OLDEST_AGE}`,
      `${name} is ${shown(cell)}; give an age from 1 to ${OLDEST_AGE}, in whole years on 31 December of the tax year.`);
  }
  return reading.amount.toNumber();
}

/** A rate that must be given, as a share of 1: 0.25, or the text "25%". */
export function rateOf(name: string, argument: unknown): Decimal {
  const cell = cellOf(name, argument);
  if (cell === null) throw new Refusal('MISSING', name, '', 'a rate', `${name} is missing; give a rate, for example 0.25 or 25%.`);
  const [, digits, percent] = /^\s*(\d*\.?\d+)\s*(%?)\s*$/u.exec(typeof cell === 'number' ? new Decimal(cell.toPrecision(15)).toFixed() : String(cell)) ?? [];
  if (digits === undefined) {
    throw new Refusal('NOT_AN_AMOUNT', name, String(cell), '0 to 1', `${name} is ${shown(cell)}, which is not a rate; give for example 0.25 or 25%.`);
  }
  return new Decimal(digits).dividedBy(percent === '%' ? 100 : 1);
}

/** A day, or null where it was omitted or is blank: Excel sends the number of a day. */
export function dateIfGiven(name: string, argument: unknown): CalendarDate | null {
  const cell = cellOf(name, argument);
  if (cell === null) return null;
  const reading = parseDate(cell, { date1904: false, year: null });
  if (reading.kind !== 'date' || !(reading.date.year >= FIRST_YEAR && reading.date.year <= LAST_YEAR)) {
    throw new Refusal('NOT_A_YEAR', name, String(cell), 'a date', `${name} is ${shown(cell)}, which is not a date of ${FIRST_YEAR} to ${LAST_YEAR}; give a date such as 1/5/2026.`);
  }
  return reading.date;
}

/** As above, for a day that must be given. */
export function dateOf(name: string, argument: unknown): CalendarDate {
  const date = dateIfGiven(name, argument);
  if (date === null) throw new Refusal('MISSING', name, '', 'a date', `${name} is missing; give a date such as 1/5/2026.`);
  return date;
}

/** What one of a few words stands for, in any case and punctuation; the first of them where it was omitted or is blank. */
export function choiceOf<Meaning>(name: string, argument: unknown, table: Readonly<Record<string, Meaning>>): Meaning {
  const cell = cellOf(name, argument);
  const choices = Object.entries(table);
  const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/gu, '');
  const written = letters(asText(cell ?? choices[0]?.[0]));
  const chosen = choices.find(([word]) => letters(word) === written);
  if (chosen === undefined) {
    const listed = choices.map(([word]) => `"${word}"`).join(', ');
    throw new Refusal('NOT_A_CHOICE', name, String(cell), listed, `${name} is ${shown(cell)}; give one of: ${listed}.`);
  }
  return chosen[1];
}

/** Whole years on 31 December, which must be given. */
export function ageOf(name: string, argument: unknown): Age {
  const age = ageIfGiven(name, argument);
  if (age === null) throw new Refusal('MISSING', name, '', `1 to ${OLDEST_AGE}`, `${name} is missing; give whole years on 31 December of the tax year.`);
  return age;
}

/** How the form is rounded: line 10 unrounded and cents, unless the arguments say otherwise. */
export const roundingSettings = (ratio_places: unknown, rounding: unknown): Settings =>
  ({ ratioPlaces: ratioPlacesOf(ratio_places), unit: unitOf(rounding) });

const ratioPlaces: ReadonlyMap<string, RatioPlaces> = new Map<string, RatioPlaces>([
  ['exact', 'exact'], ['3', 3], ['4', 4], ['5', 5], ['6', 6], ['7', 7], ['8', 8], ['9', 9], ['10', 10],
]);

function ratioPlacesOf(argument: unknown): RatioPlaces {
  const cell = cellOf('ratio_places', argument);
  const places = cell === null ? 'exact' : ratioPlaces.get(String(cell).trim().toLowerCase());
  if (places === undefined) {
    throw new Refusal('NOT_A_CHOICE', 'ratio_places', String(cell), '"exact" or 3 to 10',
      `ratio_places is ${shown(cell)}; give a whole number from 3 to 10, or leave it out to keep line 10 exact.`);
  }
  return places;
}

const units: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['cents', 'cents'], ['cent', 'cents'], ['dollars', 'dollars'], ['dollar', 'dollars'], ['whole dollars', 'dollars'],
]);

function unitOf(argument: unknown): Unit {
  const cell = cellOf('rounding', argument);
  const unit = cell === null ? 'cents' : units.get(String(cell).trim().toLowerCase());
  if (unit === undefined) {
    throw new Refusal('NOT_A_CHOICE', 'rounding', String(cell), 'cents, dollars',
      `rounding is ${shown(cell)}; give "cents" or "dollars", or leave it out for cents.`);
  }
  return unit;
}

function sumOf(name: string, argument: unknown): Decimal | null {
  const rows = rangeOf(argument);
  if (rows === null) return null;
  const several = rows.length > 1 || rows.some((row) => row.length > 1);
  const isHeading = (cell: unknown): boolean => isBlank(cell) || isHeader(cell);
  const headed = rows.length > 1 && (rows[0] ?? []).every(isHeading);
  const headedAcross = rows.every((row) => row.length > 1 && isHeading(row[0]));
  let sum = zero;
  for (const [at, row] of rows.entries()) {
    if (headed && at === 0) continue;
    for (const [column, cell] of row.entries()) {
      // A whole column is a million cells, nearly all of them blank.
      if (cell === 0 || isBlank(cell) || (headedAcross && column === 0)) continue;
      sum = sum.plus(amountOfCell(several ? `${name}, row ${at + 1}, column ${column + 1},` : name, cell));
    }
  }
  return notTooLarge(name, sum);
}

function notTooLarge(where: string, amount: Decimal): Decimal {
  if (amount.abs().lessThanOrEqualTo(LARGEST_AMOUNT)) return amount;
  const written = amount.abs().lessThan('1e15') ? inWords(amount) : String(amount.toNumber());
  throw new Refusal('TOO_LARGE', where, written, inWords(LARGEST_AMOUNT),
    `${where} is ${written}, beyond ${inWords(LARGEST_AMOUNT)}; check the cell for a misplaced digit or a joined number.`);
}

/** One cell as an amount; a blank cell counts as 0. `where` begins the sentence in which it is refused. */
export function amountOfCell(where: string, cell: unknown): Decimal {
  refuseUnusable(where, cell);
  if (typeof cell === 'number' && Number.isFinite(cell) && Math.abs(cell) > LARGEST_AMOUNT.toNumber()) notTooLarge(where, new Decimal(cell));
  const reading = parseAmount(cell);
  if (reading.kind === 'blank') return zero;
  if (reading.kind === 'amount') return reading.amount;
  throw new Refusal('NOT_AN_AMOUNT', where, String(cell), 'an amount', `${where} cannot be counted: ${reading.why} Give a plain number.`);
}

/** Refuses what is below zero: NEGATIVE. */
export function notNegative(name: string, sum: Decimal): Decimal {
  if (sum.isNegative() && !sum.isZero()) {
    throw new Refusal('NEGATIVE', name, inWords(sum), '0 or more', `${name} is ${inWords(sum)}; it must be 0 or more.`);
  }
  return sum;
}

/** A whole number of the size in which Excel counts days; which of them lie in tax years is for the reading to say. */
const isDaySerial = (cell: unknown): boolean => Number.isInteger(cell) && Number(cell) >= 10_000 && Number(cell) < 100_000;
