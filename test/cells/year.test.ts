import fc from 'fast-check';
import { parseYear, yearsIn } from '../../src/cells/year';

const shown = (value: unknown, numberFormat = 'General', date1904 = false): number | string => {
  const reading = parseYear(value, { numberFormat, date1904 });
  return reading.kind === 'year' ? reading.year : reading.kind;
};

describe('a tax year', () => {
  it.each([
    [2025, 2025],
    ['2025', 2025],
    [' 2025\u00a0', 2025],
    ["'2025", 2025],
    ['TY 2025', 2025],
    ['TY25', 2025],
    ['FY25', 2025],
    ["FY '25", 2025],
    ['Tax year 2024', 2024],
    ["'25 ", 2025],
    ['2025*', 2025],
    ['1/15/2025', 2025],
    ['12/31/99', 1999],
  ])('%j is %d', (value, expected) => {
    expect(shown(value)).toBe(expected);
  });

  it.each([[1986, 'reject'], [1987, 1987], [1988, 1988], [2099, 2099], [2100, 2100], [2101, 'reject']])('%d is %s', (value, expected) => {
    expect(shown(value)).toBe(expected);
    expect(shown(String(value))).toBe(expected);
  });

  it('is the year of the day where a number is shown as a date, in either date system', () => {
    expect(shown(45672, 'm/d/yyyy')).toBe(2025);
    expect(shown(44210, 'm/d/yyyy', true)).toBe(2025);
    expect(shown(45672)).toBe('reject');
  });

  it('is itself where a plain year was given a date format by mistake', () => {
    expect(shown(2025, 'yyyy')).toBe(2025);
  });

  it.each(['25', '2024-25', '2024 / 2025', '2025 (late)'])('%j is not named plainly, so it is asked', (text) => {
    expect(shown(text)).toBe('ask');
  });

  it.each([7000, 2025.5, true, { error: '#N/A' }, 'Total', 'IRA', "TY '60"])('%j is not one', (value) => {
    expect(shown(value)).toBe('reject');
  });

  it('is nothing where the cell is blank', () => {
    expect([null, '', ' '].map((value) => shown(value))).toEqual(['blank', 'blank', 'blank']);
  });

  it('anything at all gets one of the four answers', () => {
    fc.assert(fc.property(fc.anything(), fc.string(), (value, format) => {
      expect(['year', 'blank', 'ask', 'reject']).toContain(parseYear(value, { numberFormat: format, date1904: false }).kind);
    }));
  });
});

describe('years inside a label', () => {
  it.each([
    ['Basis c/f from 2024 F8606 line 14', [2024]],
    ['Nondeductible contribution 1/15/2025', [2025]],
    ['2024 contribution, paid 2025-02-01', [2024, 2025]],
    ['TY25 activity', [2025]],
    ['Form 5498 box 1', []],
    ['xx2024', []],
    ['$2025', []],
    ['2,025.00', []],
    ['2025.50', []],
    ['1099-R', []],
  ])('%j names %j', (text, expected) => {
    expect(yearsIn(text)).toEqual(expected);
  });
});
