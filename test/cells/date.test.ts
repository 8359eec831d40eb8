import fc from 'fast-check';
import { dateOfSerial, datesIn, daysBetween, isDateFormat, isoDate, parseDate, usDate, type CalendarDate } from '../../src/cells/date';
import { serialOfDate } from './serial';

const context = { date1904: false, year: null };

const shown = (value: unknown, year: number | null = null): string => {
  const reading = parseDate(value, { ...context, year });
  return reading.kind === 'date' ? isoDate(reading.date) : reading.kind;
};

describe('a serial number of Excel', () => {
  /** Expected values: what Excel shows for these numbers, formatted as yyyy-mm-dd. */
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [36525, '1999-12-31'],
    [36526, '2000-01-01'],
    [36585, '2000-02-29'],
    [45291, '2023-12-31'],
    [45292, '2024-01-01'],
    [45672, '2025-01-15'],
    [45672.75, '2025-01-15'],
    [46127, '2026-04-15'],
    [2958465, '9999-12-31'],
  ])('%d is %s in the 1900 system', (serial, expected) => {
    expect(shown(serial)).toBe(expected);
  });

  it.each([
    [0, '1904-01-01'],
    [1, '1904-01-02'],
    [44210, '2025-01-15'],
  ])('%d is %s in the 1904 system', (serial, expected) => {
    expect(isoDate(dateOfSerial(serial, true) as CalendarDate)).toBe(expected);
  });

  it.each([0, -1, 60, 2958466, NaN, Infinity])('%d is no day in the 1900 system (60 is the 29 February 1900 that never was)', (serial) => {
    expect(dateOfSerial(serial, false)).toBeNull();
  });

  it('is the day that an independent calendar counts, in both systems', () => {
    fc.assert(fc.property(fc.integer({ min: 61, max: 2_957_003 }), fc.boolean(), (serial, date1904) => {
      const date = dateOfSerial(serial, date1904);
      expect(date).not.toBeNull();
      expect(serialOfDate(date as CalendarDate, date1904)).toBe(serial);
    }));
  });

  it('is one day after the number before it', () => {
    fc.assert(fc.property(fc.integer({ min: 61, max: 100_000 }), (serial) => {
      const [day, next] = [dateOfSerial(serial, false), dateOfSerial(serial + 1, false)] as [CalendarDate, CalendarDate];
      expect(isoDate(day) < isoDate(next)).toBe(true);
      expect(next.day === day.day + 1 || (next.day === 1 && day.day >= 28)).toBe(true);
    }));
  });
});

describe('a date that was typed as text', () => {
  it.each([
    ['1/15/2025', '2025-01-15'],
    ['01/15/25', '2025-01-15'],
    ['1/3/23', '2023-01-03'],
    ['1-15-2025', '2025-01-15'],
    ['12/31/99', '1999-12-31'],
    ['2025-01-15', '2025-01-15'],
    ['2025-01-15T00:00:00Z', '2025-01-15'],
    ['1/15/2025 14:30', '2025-01-15'],
    ['Jan 4, 2025', '2025-01-04'],
    ['January 4th 2025', '2025-01-04'],
    ['Sept. 4, 2025', '2025-09-04'],
    ['Wed, Jan 15, 2025', '2025-01-15'],
    ['4 Jan 2025', '2025-01-04'],
    ['15-Jan-25', '2025-01-15'],
    ['Feb 29, 2024', '2024-02-29'],
  ])('%j is %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['Jan 4', '2023-01-04'],
    ['1/2', '2023-01-02'],
    ['4 Jan', '2023-01-04'],
  ])('%j takes its year from the row, and says so', (text, expected) => {
    expect(shown(text, 2023)).toBe(expected);
    expect(parseDate(text, { ...context, year: 2023 })).toMatchObject({ yearFrom: 'row' });
    expect(shown(text)).toBe('ask');
  });

  it.each([
    ['15/1/2025', 'day first'],
    ['15.1.2025', 'points do not tell which comes first'],
    ['Jan 2025', 'no day'],
    ['April', 'no day'],
    ['Jan-25', 'the 25th or 2025'],
    ['1/3/60', 'either century'],
    ['various', 'no date'],
    ['TBD', 'no date'],
  ])('%j is asked: %s', (text) => {
    expect(shown(text, 2025)).toBe('ask');
  });

  it.each(['Vanguard', '2/30/2025', 'Feb 29, 2025', '13/13/2025', '7000', '1/2/3/4', 'Marchand 3, 2025'])('%j is not a date', (text) => {
    expect(shown(text)).toBe('reject');
  });

  it('is nothing where the cell is blank, and is refused where the cell holds something else', () => {
    expect([null, '', '  '].map((value) => shown(value))).toEqual(['blank', 'blank', 'blank']);
    expect([true, { error: '#N/A' }].map((value) => shown(value))).toEqual(['reject', 'reject']);
  });

  it('reads back in each way it can be written', () => {
    const day = fc.integer({ min: 31_778, max: 73_000 }).map((serial) => dateOfSerial(serial, false) as CalendarDate);
    fc.assert(fc.property(day, (date) => {
      expect([isoDate(date), usDate(date)].map((text) => shown(text))).toEqual([isoDate(date), isoDate(date)]);
    }));
  });
});

describe('dates inside a label', () => {
  it.each([
    ['Nondeductible contribution 1/15/2025', ['2025-01-15']],
    ['Roth conversion 1/22/2025 (see stmt of 1/22/2025)', ['2025-01-22']],
    ['contributed Jan 4, 2025, converted 2025-01-09', ['2025-01-04', '2025-01-09']],
    ['Basis c/f from 2024 F8606 line 14', []],
    ['FMV 12/31/25', ['2025-12-31']],
    ['FMV 12/31', []],
    ['May 401', []],
  ])('%j holds %j', (text, expected) => {
    expect(datesIn(text).map(isoDate).sort()).toEqual(expected);
  });
});

describe('a number format', () => {
  it.each(['m/d/yyyy', 'yyyy-mm-dd', 'mmm d', 'd-mmm-yy', '[$-409]mmmm d, yyyy;@', 'm/d/yy h:mm', 'mmm'])('%s shows days', (format) => {
    expect(isDateFormat(format)).toBe(true);
  });

  it.each(['General', '0.00', '$#,##0.00_);[Red]($#,##0.00)', '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', '@', 'h:mm', '[h]:mm:ss', '0.0%', '#,##0 "days"', '#,##0,,"M"'])(
    '%s does not',
    (format) => {
      expect(isDateFormat(format)).toBe(false);
    },
  );
});

describe('the days between two dates', () => {
  it('are what their serials say, over leap years and centuries', () => {
    const serial = fc.integer({ min: 61, max: 400_000 });
    fc.assert(fc.property(serial, serial, (one, other) => {
      expect(daysBetween(dateOfSerial(one, false) as CalendarDate, dateOfSerial(other, false) as CalendarDate)).toBe(other - one);
    }));
  });
});
