import fc from 'fast-check';
import { daysBetween, isoDate, parseDate, type CalendarDate } from '../../src/cells/date';
import { conversionYear } from '../../src/rules/conversionYear';

const day = (text: string): CalendarDate => {
  const reading = parseDate(text, { date1904: false, year: null });
  if (reading.kind !== 'date') throw new Error(text);
  return reading.date;
};

describe('The tax year of a conversion (26 CFR 1.408A-4, Q&A-7)', () => {
  it('is the year in which the money left the traditional IRA', () => {
    expect(conversionYear(day('12/31/2025'), null)).toBe(2025);
    expect(conversionYear(day('1/1/2026'), null)).toBe(2026);
  });

  it('ordered in December and paid out in January is the new year; paid out in December and arrived in January the old one', () => {
    expect(conversionYear(day('1/2/2026'), day('1/2/2026'))).toBe(2026);
    expect(conversionYear(day('12/30/2025'), day('1/5/2026'))).toBe(2025);
  });

  it.each([
    { reached: '2/28/2026', fits: true }, { reached: '3/1/2026', fits: true }, { reached: '3/2/2026', fits: false },
  ])('left on 31 December 2025 and arrived on $reached: within 60 days is $fits (408(d)(3)(A))', ({ reached, fits }) => {
    const ask = (): number => conversionYear(day('12/31/2025'), day(reached));
    if (fits) expect(ask()).toBe(2025);
    else expect(ask).toThrow(/^reached_roth is 3\/2\/2026, 61 days after 12\/31\/2025; .* distribution on line 7/u);
  });

  it('cannot have arrived before it left', () => {
    expect(() => conversionYear(day('1/5/2026'), day('1/4/2026'))).toThrow(expect.objectContaining({ code: 'CONTRADICTION', argument: 'reached_roth' }) as Error);
  });
});

describe('Days between dates', () => {
  it('are those between the numbers by which Excel counts them', () => {
    const serial = fc.integer({ min: 61, max: 100_000 });
    const dateOf = (number: number): CalendarDate => {
      const reading = parseDate(number, { date1904: false, year: null });
      if (reading.kind !== 'date') throw new Error(String(number));
      return reading.date;
    };
    fc.assert(fc.property(serial, serial, (one, other) => {
      expect([isoDate(dateOf(one)), daysBetween(dateOf(one), dateOf(other))]).toEqual([isoDate(dateOf(one)), other - one]);
    }));
  });
});
