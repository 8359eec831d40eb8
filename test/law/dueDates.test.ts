import { coveredYears } from '../../src/law';
import { dueDateOf, extendedDueDateOf } from '../../src/law/dueDates';

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

describe('The end of a six-month extension', () => {
  it.each(coveredYears)('for %i is 15 October or the Monday after a weekend: sections 6081(a), 7503', (taxYear) => {
    const year = taxYear + 1;
    const on15 = weekday(year, 10, 15);
    expect(extendedDueDateOf(taxYear).date).toBe(`${year}-10-${on15 === 6 ? 17 : on15 === 0 ? 16 : 15}`);
  });

  /** irahelp.com p=72000: "the 10/17 extended due date applies for recharacterizations of 2021 contributions". */
  it('for 2021 is 17 October 2022, as advisers were told', () => {
    expect(extendedDueDateOf(2021).date).toBe('2022-10-17');
  });

  it('is refused for a year that the table lacks', () => {
    expect(() => extendedDueDateOf(2027)).toThrow('The due date of Form 1040 for tax year 2027 is not covered');
  });
});
