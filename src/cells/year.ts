import { dateOfSerial, datesIn, fullYear, isDateFormat } from './date';
import { quoted } from './quoted';
import { tidy } from './tidy';

/** The years in which Form 8606 exists, with room ahead. Outside them a number is no tax year. */
export const FIRST_YEAR = 1987;
export const LAST_YEAR = 2100;

export type YearReading =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'ask'; readonly why: string }
  | { readonly kind: 'reject'; readonly why: string };

export interface YearContext {
  readonly date1904: boolean;
  readonly numberFormat: string;
}

/** Reads a cell that should hold a tax year: 2025, "2025", "TY 2025", "FY25", "'25", or a date, whose year it is. */
export function parseYear(value: unknown, context: YearContext): YearReading {
  if (value === null || value === undefined) return { kind: 'blank' };
  if (typeof value === 'number') return yearOfNumber(value, context);
  if (typeof value !== 'string') return { kind: 'reject', why: 'The cell does not hold a year.' };
  const text = tidy(value).replace(/[ *†‡✓✔]+$/u, '');
  if (text === '') return { kind: 'blank' };
  const labelled = /^(?:tax year|calendar year|plan year|year|for|ty|fy|cy|yr)?[ .:]*(?:ending|ended|end)?[ ']*(\d{4}|\d{2})$/iu.exec(text);
  const digits = labelled?.[1];
  if (digits !== undefined && (digits.length === 4 || text !== digits)) return bounded(value, digits.length === 4 ? Number(digits) : fullYear(Number(digits)));
  const dates = datesIn(text);
  const [only] = dates;
  if (dates.length === 1 && only !== undefined) return bounded(value, only.year);
  const years = yearsIn(text);
  if (years.length > 0 || digits !== undefined) return { kind: 'ask', why: `${quoted(value)} does not name one year plainly.` };
  return { kind: 'reject', why: `${quoted(value)} is not a year.` };
}

/** Years that stand in a longer text ("Basis c/f from 2024 F8606 line 14"), each once; dates count as their year. */
export function yearsIn(text: string): readonly number[] {
  const plain = tidy(text);
  const full = [...plain.matchAll(/(?<![\w$,.#])(?:19|20)\d{2}(?![\w,]|\.\d)/gu)].map(([digits]) => Number(digits));
  const short = [...plain.matchAll(/\b[tf]y ?'?(\d{2})\b/giu)].map(([, digits]) => fullYear(Number(digits)));
  return [...new Set([...full, ...short])].filter((year): year is number => year !== null && inBounds(year));
}

function yearOfNumber(value: number, { date1904, numberFormat }: YearContext): YearReading {
  if (isDateFormat(numberFormat) && !(Number.isInteger(value) && inBounds(value))) {
    const date = dateOfSerial(value, date1904);
    return date === null ? { kind: 'reject', why: `${value} is not a year.` } : bounded(value, date.year);
  }
  return Number.isInteger(value) && inBounds(value) ? { kind: 'year', year: value } : { kind: 'reject', why: `${value} is not a tax year.` };
}

const inBounds = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

function bounded(shown: unknown, year: number | null): YearReading {
  if (year !== null && inBounds(year)) return { kind: 'year', year };
  return { kind: 'reject', why: `${quoted(shown)} is not a tax year from ${FIRST_YEAR} to ${LAST_YEAR}.` };
}
