import { Refusal } from '../engine/refusal';

/**
 * The day on which Form 1040 for a tax year was due without extensions, which is also the last day for an IRA
 * contribution for that year (26 U.S.C. § 219(f)(3)): the end of the window of Form 8606, line 4. A later date (a disaster
 * postponement, a holiday in Maine or Massachusetts) is a question for the person, so nothing here refuses one.
 */
interface DueDate {
  /** ISO date: year-month-day. */
  readonly date: string;
  readonly source: string;
}

const dueDates: ReadonlyMap<number, DueDate> = new Map<number, DueDate>([
  [1998, { date: '1999-04-15', source: '26 U.S.C. § 6072(a)' }],
  [1999, { date: '2000-04-17', source: '26 U.S.C. §§ 6072(a), 7503: 15 April 2000 was a Saturday' }],
  [2000, { date: '2001-04-16', source: '26 U.S.C. §§ 6072(a), 7503: 15 April 2001 was a Sunday' }],
  [2001, { date: '2002-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2002, { date: '2003-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2003, { date: '2004-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2004, { date: '2005-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2005, { date: '2006-04-17', source: '26 U.S.C. §§ 6072(a), 7503: 15 April 2006 was a Saturday' }],
  [2006, {
    date: '2007-04-17',
    source: '26 U.S.C. §§ 6072(a), 7503: 15 April 2007 was a Sunday, the 16th Emancipation Day (D.C.)',
  }],
  [2007, { date: '2008-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2008, { date: '2009-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2009, { date: '2010-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2010, {
    date: '2011-04-18',
    source: '26 U.S.C. §§ 6072(a), 7503: Emancipation Day (D.C.) was observed on 15 April 2011',
  }],
  [2011, {
    date: '2012-04-17',
    source: '26 U.S.C. §§ 6072(a), 7503: 15 April 2012 was a Sunday, the 16th Emancipation Day (D.C.)',
  }],
  [2012, { date: '2013-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2013, { date: '2014-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2014, { date: '2015-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2015, {
    date: '2016-04-18',
    source: '26 U.S.C. §§ 6072(a), 7503: Emancipation Day (D.C.) was observed on 15 April 2016',
  }],
  [2016, {
    date: '2017-04-18',
    source: '26 U.S.C. §§ 6072(a), 7503: 15 April 2017 was a Saturday, Emancipation Day (D.C.) observed on the 17th',
  }],
  [2017, {
    date: '2018-04-17',
    source: '26 U.S.C. §§ 6072(a), 7503: 15 April 2018 was a Sunday, the 16th Emancipation Day (D.C.)',
  }],
  [2018, { date: '2019-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2019, { date: '2020-07-15', source: 'Notice 2020-23: postponed for everybody' }],
  [2020, { date: '2021-05-17', source: 'Notice 2021-21: postponed for everybody; Form 8606 (2020) prints 15 April 2021' }],
  [2021, {
    date: '2022-04-18',
    source: '26 U.S.C. §§ 6072(a), 7503: Emancipation Day (D.C.) was observed on 15 April 2022; Form 8606 (2021), line 4',
  }],
  [2022, {
    date: '2023-04-18',
    source: '26 U.S.C. §§ 6072(a), 7503: 15 April 2023 was a Saturday, Emancipation Day (D.C.) observed on the 17th; '
      + 'Form 8606 (2022), line 4',
  }],
  [2023, { date: '2024-04-15', source: '26 U.S.C. § 6072(a); Form 8606 (2023), line 4' }],
  [2024, { date: '2025-04-15', source: '26 U.S.C. § 6072(a)' }],
  [2025, { date: '2026-04-15', source: '26 U.S.C. § 6072(a); Form 8606 (2025), line 4' }],
  [2026, { date: '2027-04-15', source: '26 U.S.C. § 6072(a)' }],
]);

/** When the return of a tax year was due, as an ISO date, and why then. Refuses other years: TAX_YEAR_NOT_COVERED. */
export function dueDateOf(year: number): DueDate {
  const dueDate = dueDates.get(year);
  if (dueDate === undefined) {
    throw new Refusal('TAX_YEAR_NOT_COVERED', 'tax_year', String(year), '1998-2026',
      `The due date of Form 1040 for tax year ${year} is not covered; the covered years are 1998-2026.`);
  }
  return dueDate;
}

const EXTENDED = '26 U.S.C. § 6081(a): six months; 26 CFR § 301.9100-2(b)';

/** Where 15 October of the year after was a Saturday or Sunday: 26 U.S.C. § 7503. */
const extendedOverWeekend: ReadonlyMap<number, string> = new Map([
  [1999, '2000-10-16'], [2004, '2005-10-17'], [2005, '2006-10-16'], [2010, '2011-10-17'], [2015, '2016-10-17'], [2016, '2017-10-16'],
  [2021, '2022-10-17'], [2022, '2023-10-16'],
]);

/**
 * The last day of a six-month extension, as an ISO date: until then a contribution can be recharacterized (26 U.S.C.
 * § 408A(d)(6), (7)) or returned with its earnings (§ 408(d)(4)) by whoever filed in time, extended or not. It follows 15
 * April also where the first date was postponed. Refuses years that are not covered: TAX_YEAR_NOT_COVERED.
 */
export function extendedDueDateOf(year: number): DueDate {
  dueDateOf(year);
  const later = extendedOverWeekend.get(year);
  return later === undefined
    ? { date: `${year + 1}-10-15`, source: EXTENDED }
    : { date: later, source: `${EXTENDED}; § 7503: 15 October ${year + 1} was at a weekend` };
}

export const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** An ISO date as it stands in a sentence of ours: 15 April 2027. */
export const dayInWords = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
};
