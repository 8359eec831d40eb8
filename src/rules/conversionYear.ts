import { daysFrom, usDate, type CalendarDate } from '../cells/date';
import { Refusal } from '../engine/refusal';
import { rolloverDays } from '../law/constants';

/**
 * The tax year of a conversion: the one in which the money left the traditional IRA (26 CFR § 1.408A-4, Q&A-7), whatever
 * the day of the order and of the arrival. Ordered in December and paid out in January, it belongs to the new year, whose 31
 * December counts; paid out in December and arrived in January, to the old one, as its Form 1099-R says.
 *
 * @param reached when it reached the Roth IRA; null where that is not known.
 * @throws Refusal CONTRADICTION where it arrived before it left, OVER_THE_LIMIT where it arrived after the 60 days.
 */
export function conversionYear(left: CalendarDate, reached: CalendarDate | null): number {
  const days = reached === null ? 0 : daysFrom(left, reached);
  if (reached !== null && days < 0) {
    throw new Refusal('CONTRADICTION', 'reached_roth', usDate(reached), `${usDate(left)} or later`,
      `reached_roth is ${usDate(reached)}, before left_ira of ${usDate(left)}; give the day on which the money left the traditional IRA, not the day of the order.`);
  }
  if (reached !== null && days > rolloverDays.value) {
    throw new Refusal('OVER_THE_LIMIT', 'reached_roth', usDate(reached), `${rolloverDays.value} days`,
      `reached_roth is ${usDate(reached)}, ${days} days after ${usDate(left)}; a conversion by way of the owner's hands has ${rolloverDays.value} days (408(d)(3)(A)). What came later is a `
      + 'distribution on line 7, unless the IRS waives the time; moved straight between two IRAs, give the day on which it arrived only.');
  }
  return left.year;
}
