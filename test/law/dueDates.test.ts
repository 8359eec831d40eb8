import { coveredYears } from '../../src/law';
import { dueDateOf, undoingDateOf } from '../../src/law/dueDates';

/** 0 for Sunday to 6 for Saturday, by Zeller's congruence, so that no clock or time zone takes part. */
function weekday(year: number, month: number, day: number): number {
  const m = month < 3 ? month + 12 : month;
  const y = month < 3 ? year - 1 : year;
  return (day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + 6) % 7;
}

/** The day on which Emancipation Day of 16 April is kept in the District of Columbia: Friday for Saturday, Monday for Sunday. */
function emancipationDay(year: number): number {
  const on16 = weekday(year, 4, 16);
  return on16 === 6 ? 15 : on16 === 0 ? 17 : 16;
}

/** 15 April or the next day that is neither Saturday nor Sunday nor, since it became a legal holiday, Emancipation Day: section 7503. */
function statutoryDueDate(taxYear: number): string {
  const year = taxYear + 1;
  let day = 15;
  while ([0, 6].includes(weekday(year, 4, day)) || (year >= 2007 && day === emancipationDay(year))) day += 1;
  return `${year}-04-${day}`;
}

describe('The due date of Form 1040', () => {
  it('is known for every covered tax year, with its source', () => {
    for (const year of coveredYears) {
      expect(dueDateOf(year).date).toMatch(new RegExp(`^${year + 1}-\\d\\d-\\d\\d$`));
      expect(dueDateOf(year).source).toMatch(/U\.S\.C\.|Notice/u);
    }
  });

  it.each(coveredYears.filter((year) => year !== 2019 && year !== 2020))(
    'for %i is 15 April or the next day that is no weekend and no holiday: sections 6072(a), 7503', (year) => {
      expect(dueDateOf(year).date).toBe(statutoryDueDate(year));
    });

  it.each([
    [2019, '2020-07-15', 'Notice 2020-23'],
    [2020, '2021-05-17', 'Notice 2021-21'],
  ])('for %i was postponed for everybody to %s by %s', (year, date, notice) => {
    expect(dueDateOf(year).date).toBe(date);
    expect(dueDateOf(year).source).toContain(notice);
  });

  /** The dates printed on line 4 of Form 8606. */
  it.each([[2021, '2022-04-18'], [2022, '2023-04-18'], [2023, '2024-04-15'], [2025, '2026-04-15']])(
    'for %i is %s, as Form 8606 prints it', (year, date) => {
      expect(dueDateOf(year).date).toBe(date);
    });
});

describe('The last day for undoing a contribution', () => {
  it.each(coveredYears)('for %i is 15 October, or the Monday after a weekend: 26 CFR 301.9100-2(b), section 7503', (year) => {
    let day = 15;
    while ([0, 6].includes(weekday(year + 1, 10, day))) day += 1;
    expect(undoingDateOf(year)).toMatchObject({ date: `${year + 1}-10-${day}`, source: expect.stringContaining('301.9100-2') as string });
  });

  it('is not known for other years', () => {
    expect(() => undoingDateOf(2027)).toThrow('The last day for undoing a contribution for tax year 2027 is not covered; the covered years are 1998-2026.');
  });
});
