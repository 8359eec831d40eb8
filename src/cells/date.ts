import { quoted } from './quoted';
import { tidy } from './tidy';

/** A day of the calendar, without a clock or a time zone. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export type DateReading =
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly yearFrom: 'cell' | 'row' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'ask'; readonly why: string; readonly suggestion?: CalendarDate }
  | { readonly kind: 'reject'; readonly why: string };

export interface DateContext {
  /** The workbook counts days from 1904 (old Macs) instead of 1900. */
  readonly date1904: boolean;
  /** The year that the row or the header states, for "Jan 4" and "1/2". */
  readonly year: number | null;
}

/** Reads a cell that should hold a date: Excel's serial number, or text in American or ISO writing. */
export function parseDate(value: unknown, context: DateContext): DateReading {
  if (value === null || value === undefined) return { kind: 'blank' };
  if (typeof value === 'number') {
    const date = dateOfSerial(value, context.date1904);
    return date === null ? { kind: 'reject', why: `${value} is not a date.` } : { kind: 'date', date, yearFrom: 'cell' };
  }
  if (typeof value === 'string') return dateOfText(value, context.year);
  return { kind: 'reject', why: 'The cell does not hold a date.' };
}

/**
 * The day that Excel shows for a serial number. Its 1900 calendar has a 29 February 1900 that never was (serial 60),
 * which is no day here. The part after the point is the time of day, and is left.
 */
export function dateOfSerial(serial: number, date1904: boolean): CalendarDate | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < (date1904 ? 0 : 1) || whole > LAST_SERIAL - (date1904 ? DAYS_BETWEEN_SYSTEMS : 0)) return null;
  if (date1904) return dateOfDayNumber(whole + DAY_NUMBER_OF_1904);
  if (whole === 60) return null;
  return dateOfDayNumber(DAY_NUMBER_OF_1900 + whole - (whole > 60 ? 2 : 1));
}

/** ISO text, 2025-01-15, whose alphabetical order is the order of days. */
export const isoDate = ({ year, month, day }: CalendarDate): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** As Americans write it: 1/15/2025. */
export const usDate = ({ year, month, day }: CalendarDate): string => `${month}/${day}/${year}`;

/** A date with its year, wherever it stands in a text. */
const writtenDate = new RegExp([
  String.raw`\b\d{4}-\d{1,2}-\d{1,2}\b`,
  String.raw`(?<![\d/-])\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})(?![\d/-])`,
  String.raw`\b[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b`,
  String.raw`\b\d{1,2} [a-z]{3,9}\.?,? \d{4}\b`,
].join('|'), 'giu');

/** Dates written inside a longer text ("Roth conversion 1/22/2025"), each once. A date without its year is not one of them. */
export function datesIn(text: string): readonly CalendarDate[] {
  const dates = new Map<string, CalendarDate>();
  for (const [written] of tidy(text).matchAll(writtenDate)) {
    const reading = dateOfText(written, null);
    if (reading.kind === 'date') dates.set(isoDate(reading.date), reading.date);
  }
  return [...dates.values()];
}

/** The text without the dates in it, so that the years that are left stand for themselves. */
export const withoutDates = (text: string): string => tidy(text).replace(writtenDate, ' ');

/** Whether a number format shows a number as a day (`m/d/yyyy`), as opposed to money, a time or a duration. */
export function isDateFormat(format: string): boolean {
  const positive = format.split(';')[0] ?? '';
  const bare = positive.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '').replace(/general/giu, '');
  return /[dy]/iu.test(bare) || (/m/iu.test(bare) && !/[hs]/iu.test(bare) && !/[0#?]/u.test(bare));
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
];

function monthOf(name: string): number | null {
  const word = name.toLowerCase();
  const index = monthNames.findIndex((full, at) => word === full || word === months[at] || (word === 'sept' && full === 'september'));
  return index < 0 ? null : index + 1;
}

function dateOfText(original: string, rowYear: number | null): DateReading {
  const text = tidy(original).replace(/^'/u, '').replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /iu, '').replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?Z?$/iu, '');
  if (text === '') return { kind: 'blank' };

  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text);
  if (iso) return whole(original, Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const slashed = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/u.exec(text);
  if (slashed) {
    const [, month, separator, day, year] = slashed;
    if (separator === '.') return { kind: 'ask', why: `${quoted(original)} may have its day or its month first.` };
    return yeared(original, year, rowYear, Number(month), Number(day));
  }

  const monthFirst = /^([a-z]{3,9})\.?[ -](\d{1,2})(?:st|nd|rd|th)?(?:(?:, ?| |-)'?(\d{4}|\d{2}))?$/iu.exec(text);
  const monthOfFirst = monthOf(monthFirst?.[1] ?? '');
  if (monthOfFirst !== null && /^[a-z]+-\d{2}$/iu.test(text)) return { kind: 'ask', why: `${quoted(original)} may be a day or a year.` };
  if (monthFirst && monthOfFirst !== null) return yeared(original, monthFirst[3], rowYear, monthOfFirst, Number(monthFirst[2]));

  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?(?:,?[ -]'?(\d{4}|\d{2}))?$/iu.exec(text);
  const monthOfSecond = monthOf(dayFirst?.[2] ?? '');
  if (dayFirst && monthOfSecond !== null) return yeared(original, dayFirst[3], rowYear, monthOfSecond, Number(dayFirst[1]));

  const monthOnly = monthOf(/^([a-z]{3,9})\.?(?:,?[ -]'?(?:\d{4}|\d{2}))?$/iu.exec(text)?.[1] ?? '');
  if (monthOnly !== null) return { kind: 'ask', why: `${quoted(original)} names a month but no day.` };
  if (/^(?:\?+|tbd|pending|various|multiple|several|monthly|weekly|n\/a|na|-+)$/iu.test(text)) {
    return { kind: 'ask', why: `${quoted(original)} stands where a date should be.` };
  }
  return { kind: 'reject', why: `${quoted(original)} is not a date.` };
}

function yeared(original: string, written: string | undefined, rowYear: number | null, month: number, day: number): DateReading {
  if (written === undefined) {
    if (rowYear === null) return { kind: 'ask', why: `${quoted(original)} has no year.` };
    const reading = whole(original, rowYear, month, day);
    return reading.kind === 'date' ? { ...reading, yearFrom: 'row' } : reading;
  }
  const year = written.length === 4 ? Number(written) : fullYear(Number(written));
  if (year === null) return { kind: 'ask', why: `${quoted(original)} has a year of two digits that may be in either century.` };
  return whole(original, year, month, day);
}

/** Two digits mean 1987 to 1999 or 2000 to 2049: before 1987 there were no nondeductible contributions. */
export function fullYear(twoDigits: number): number | null {
  if (twoDigits <= 49) return 2000 + twoDigits;
  return twoDigits >= 87 ? 1900 + twoDigits : null;
}

function whole(original: string, year: number, month: number, day: number): DateReading {
  const date = { year, month, day };
  if (isDay(date)) return { kind: 'date', date, yearFrom: 'cell' };
  const swapped = { year, month: day, day: month };
  if (isDay(swapped)) return { kind: 'ask', why: `${quoted(original)} seems to have its day before its month.`, suggestion: swapped };
  return { kind: 'reject', why: `${quoted(original)} is not a day of the calendar.` };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

const isDay = ({ year, month, day }: CalendarDate): boolean =>
  year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

/** Days are counted from 1 March of the year 0 in the Gregorian calendar: years that begin in March have their leap day last. */
function dateOfDayNumber(days: number): CalendarDate {
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthsSinceMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1,
  };
}

/** How many days a later date stands after an earlier one; below zero when it stands before. */
export const daysBetween = (earlier: CalendarDate, later: CalendarDate): number => dayNumberOf(later) - dayNumberOf(earlier);

function dayNumberOf({ year, month, day }: CalendarDate): number {
  const inMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(inMarch / 400);
  const yearOfEra = inMarch - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear;
}

/** 1 January of these years, counted so. */
const DAY_NUMBER_OF_1900 = 693901;
const DAY_NUMBER_OF_1904 = 695361;
const DAYS_BETWEEN_SYSTEMS = 1462;
/** 31 December 9999 in the 1900 system. */
const LAST_SERIAL = 2_958_465;
