import { parseDate, serialOf } from '../cells/date';
import { quoted } from '../cells/quoted';
import { tidy } from '../cells/tidy';
import { Refusal } from '../engine/refusal';
import { lawOf } from '../law';
import { dueDateOf, extendedDueDateOf } from '../law/dueDates';
import { taxYear, textOf } from './arguments';

/** The arguments of DEADLINE, as Excel hands them over. */
export interface DeadlineArguments {
  readonly deadline: unknown;
  readonly tax_year: unknown;
}

/** A conversion counts in the calendar year in which the money leaves the IRA. */
const endOf = (year: number): string => {
  lawOf(year);
  return `${year}-12-31`;
};

/** What has a last day, and which: an ISO date for a tax year. The first name of each is the one that help shows. */
const deadlines: ReadonlyMap<string, (year: number) => string> = new Map<string, (year: number) => string>([
  ['contribution', (year) => dueDateOf(year).date],
  ['conversion', endOf],
  ['recharacterization', (year) => extendedDueDateOf(year).date],
  ['return of contribution', (year) => extendedDueDateOf(year).date],
]);

/**
 * The last day for something in a tax year, as the number by which Excel counts it.
 *
 * @throws Refusal NOT_A_CHOICE, MISSING, TAX_YEAR_NOT_COVERED.
 */
export function deadlineOf(given: DeadlineArguments): number {
  const choices = [...deadlines.keys()].map((name) => `"${name}"`).join(', ');
  const written = textOf('deadline', given.deadline, `one of: ${choices}`);
  const dated = deadlines.get(tidy(written).toLowerCase());
  if (dated === undefined) {
    throw new Refusal('NOT_A_CHOICE', 'deadline', written, choices, `deadline is ${quoted(written)}, which has none here; give one of: ${choices}.`);
  }
  const reading = parseDate(dated(taxYear('tax_year', given.tax_year)), { date1904: false, year: null });
  if (reading.kind !== 'date') throw new Error('A date of the law table is no date.');
  return serialOf(reading.date);
}
