import type { CalendarDate } from '../../src/cells/date';

/**
 * The number under which Excel keeps a day after February 1900: days since 30 December 1899, or since 1 January 1904.
 * Counted by the calendar of the language, which is what the add-in's own arithmetic is compared with.
 */
export function serialOfDate({ year, month, day }: CalendarDate, date1904: boolean): number {
  return (Date.UTC(year, month - 1, day) - (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / 86_400_000;
}
