/**
 * Univer's calendar counts days from 1900. In a workbook that counts from 1904 (`date1904`) its functions of dates would be four
 * years and a day beside the date that a cell shows, so a formula with one of them is not calculated there.
 */
import { isFunction, tokenTypes } from '@borgar/fx';
import { numfmt } from '@univerjs/core';
import type { Token } from '../formula';

/** Those whose result depends on where the count begins; a difference of two days does not. */
const OF_THE_CALENDAR: ReadonlySet<string> = new Set([
  'DATE', 'DATEDIF', 'DATEVALUE', 'DAY', 'DAYS', 'DAYS360', 'EDATE', 'EOMONTH', 'ISOWEEKNUM', 'MONTH', 'NETWORKDAYS', 'NETWORKDAYS.INTL', 'NOW', 'TODAY', 'VALUE',
  'WEEKDAY', 'WEEKNUM', 'WORKDAY', 'WORKDAY.INTL', 'YEAR', 'YEARFRAC',
  'ACCRINT', 'ACCRINTM', 'AMORDEGRC', 'AMORLINC', 'COUPDAYBS', 'COUPDAYS', 'COUPDAYSNC', 'COUPNCD', 'COUPNUM', 'COUPPCD', 'DISC', 'DURATION', 'INTRATE', 'MDURATION',
  'ODDFPRICE', 'ODDFYIELD', 'ODDLPRICE', 'ODDLYIELD', 'PRICE', 'PRICEDISC', 'PRICEMAT', 'RECEIVED', 'TBILLEQ', 'TBILLPRICE', 'TBILLYIELD', 'YIELD', 'YIELDDISC', 'YIELDMAT',
]);

/** The first function of a formula that is of the calendar; TEXT is, unless its format is written out and shows no date. */
export function calendarFunctionIn(tokens: readonly Token[]): string | null {
  const found = tokens.find((token, index) => {
    if (!isFunction(token)) return false;
    const name = token.value.toUpperCase();
    return OF_THE_CALENDAR.has(name) || (name === 'TEXT' && showsDate(formatOf(tokens, index)));
  });
  return found?.value.toUpperCase() ?? null;
}

/** The last argument of a call, if it is a text written out; null otherwise. */
function formatOf(tokens: readonly Token[], call: number): string | null {
  let depth = 0;
  let argument: Token[] = [];
  for (const token of tokens.slice(call + 1)) {
    if (token.type === tokenTypes.OPERATOR && token.value === '(') depth += 1;
    if (token.type === tokenTypes.OPERATOR && token.value === ')') depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && token.type === tokenTypes.OPERATOR && token.value === ',') argument = [];
    else if (token.type !== tokenTypes.WHITESPACE && !(depth === 1 && token.value === '(')) argument.push(token);
  }
  const [only, ...more] = argument;
  return only?.type === tokenTypes.STRING && more.length === 0 ? only.value.slice(1, -1).replace(/""/g, '"') : null;
}

const showsDate = (format: string | null): boolean => format === null || numfmt.isDateFormat(format);
