import { dateOfSerial } from '../cells/date';
import type { SourceCells } from '../reading/sourceCells';

/**
 * Whether the workbook counts days from 1904. Office.js does not say; but a cell that shows a date shows its year, and
 * only one of the two systems gives that year for its number.
 */
export const date1904 = (sources: readonly SourceCells[]): boolean =>
  sources.some(({ cells }) => cells.some(({ value, numberFormat, text }) => {
    const shown = /\b(?:19|20)\d{2}\b/.exec(text)?.[0];
    if (typeof value !== 'number' || !shown || !/[dy]/i.test(numberFormat)) return false;
    return dateOfSerial(value, false)?.year !== Number(shown) && dateOfSerial(value, true)?.year === Number(shown);
  }));
