import { formatCell } from '../../src/cells/address';
import type { Reading } from '../../src/reading/facts';
import { codesOf, fateOf, fatesOf, readLog, sumsOf, type Sheet } from './sheet';

const read = (log: Sheet, plan = {}): Reading => readLog(log, [{ role: 'year_table', range: `A1:${String.fromCodePoint(64 + Math.max(...log.map((row) => row.length)))}${log.length}` }], plan);

const header = ['Year', 'Nondeductible', 'Converted', 'Balance 12/31'];

describe('a table with a row for each year', () => {
  it('gives every year up to the last one asked for, the earlier ones for its line 2', () => {
    const reading = read([header, [2023, 6500, 6500, 0], [2024, 7000, 7001, 0], [2025, 7000, 7000, 5], [2026, 7500, 7500, 0]]);
    expect(reading.years.map(({ year }) => [year, sumsOf(reading, year)])).toEqual([
      [2023, { contributionsInYear: '6500.00', conversions: '6500.00' }],
      [2024, { contributionsInYear: '7000.00', conversions: '7001.00' }],
      [2025, { contributionsInYear: '7000.00', conversions: '7000.00', accountValues: '5.00' }],
    ]);
    expect(reading.excluded.map(({ cell }) => formatCell(cell))).toEqual(['Log!B5', 'Log!C5', 'Log!D5']);
  });

  it('may have its columns in any order, under other words and below other lines', () => {
    const reading = read([
      ['Dr. Patel', null, null, null], [null, null, null, null],
      ['moved to Roth', '12/31 value', 'yr', 'put in'], [7000.53, 0, 'TY 2025', '$7,000.00'],
    ]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', conversions: '7000.53' });
    expect(reading.asked).toEqual([]);
  });

  it('may have a header of two rows', () => {
    const reading = read([['Tax', 'IRA', null, 'Trad IRA'], ['year', 'nondeductible', 'converted', 'value 12/31'], [2025, 7000, 7000, 0]]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
  });

  it('takes a blank contribution, conversion or distribution as zero, and shows that it was blank', () => {
    const reading = read([[...header, 'Withdrawals'], [2025, 7000, null, 7100, null]]);
    expect(reading.years[0]?.used.filter(({ blank }) => blank).map(({ input, amount, note }) => [input, amount.toString(), note])).toEqual([
      ['conversions', '0', 'blank, taken as zero for 2025'], ['distributions', '0', 'blank, taken as zero for 2025'],
    ]);
  });

  it('shows a formula that comes to nothing as text, for it is no empty cell', () => {
    const reading = read([header, [2025, 7000, { f: '=IF(1,"")', v: '' }, 7100]]);
    expect(reading.years[0]?.used.find(({ input }) => input === 'conversions')).toMatchObject({ blank: false, text: '' });
  });

  it('leaves a row with a year and nothing else alone', () => {
    expect(read([header, [2024, null, null, null], [2025, 7000, 7000, 0]]).years.map(({ year }) => year)).toEqual([2025]);
  });
});

describe('the value on 31 December of a row', () => {
  it('that is blank stops the build where basis was converted, and is asked', () => {
    const log: Sheet = [header, [2025, 7000, 7000, null]];
    expect(read(log).stops.map(({ code, cell }) => [code, cell === null ? null : formatCell(cell)])).toEqual([['YEAR_END_VALUE_MISSING', 'Log!D2']]);
    expect(codesOf(read(log))).toEqual(['AMOUNT_MISSING D2']);
    const answered = read(log, { answers: { D2: 'zero' } });
    expect([answered.stops, answered.asked]).toEqual([[], []]);
  });

  it('that is blank does not matter in a year without conversion or distribution', () => {
    const reading = read([header, [2024, 7000, null, null], [2025, 7000, 14000, 0]]);
    expect([reading.stops, reading.asked]).toEqual([[], []]);
    expect(fateOf(reading, 'D2')).toBe('ignored');
  });

  it('stops a year whose basis comes from an earlier row', () => {
    expect(read([header, [2024, 7000, 0, 7000], [2025, 0, 7000, null]]).stops.map(({ code }) => code)).toEqual(['YEAR_END_VALUE_MISSING']);
  });

  it('that no column holds stops the build as well', () => {
    expect(read([['Year', 'Nondeductible', 'Converted'], [2025, 7000, 7000]]).stops.map(({ code, cell }) => [code, cell])).toEqual([['YEAR_END_VALUE_MISSING', null]]);
  });
});

describe('the dates of a row', () => {
  const dated = ['Year', 'Nondeductible', 'Date in', 'Converted', 'Date out', 'Balance 12/31'];

  it('put a contribution made in the spring after its year on line 4', () => {
    const reading = read([dated, [2024, 7000, { date: '2025-04-15' }, 0, null, 0], [2025, 7000, 'Jan 2', 14000, '1/9', 0]]);
    expect(sumsOf(reading, 2024)).toEqual({ contributionsAfterYearEnd: '7000.00' });
    expect(sumsOf(reading, 2025)).toEqual({ contributionsInYear: '7000.00', conversions: '14000.00' });
  });

  it('that put a conversion into another year than its row are asked', () => {
    const reading = read([dated, [2024, 7000, { date: '2025-04-01' }, 7003, { date: '2025-04-15' }, 0]], { year: 2024 });
    expect(codesOf(reading)).toEqual(['DATE_AND_YEAR_DISAGREE D2']);
  });

  it('matter only beside an amount', () => {
    expect(read([dated, [2025, 0, 'n/a', 0, '-', 0]]).asked).toEqual([]);
  });

  it('stand in plain "Date" columns beside their amounts', () => {
    const reading = read([['Year', 'Contribution (non-ded)', 'Date', 'Converted', 'Date', 'FMV'], [2024, 7000, { date: '2025-02-01' }, 0, null, 0], [2025, 0, null, 7000, { date: '2025-02-03' }, 0]]);
    expect(sumsOf(reading, 2024)).toEqual({ contributionsAfterYearEnd: '7000.00' });
    expect(reading.asked).toEqual([]);
  });
});

describe('a column of what was made after year end', () => {
  const late = (amount: string | number | null, plan = {}): Reading => read([['Year', 'Nondeductible', 'Late', 'FMV'], [2025, 7000, amount, 0]], plan);

  it.each<[string | number | null, Record<string, string>]>([
    [null, { contributionsInYear: '7000.00' }],
    [0, { contributionsInYear: '7000.00' }],
    ['no', { contributionsInYear: '7000.00' }],
    [2000, { contributionsInYear: '5000.00', contributionsAfterYearEnd: '2000.00' }],
    [7000, { contributionsAfterYearEnd: '7000.00' }],
    ['yes', { contributionsAfterYearEnd: '7000.00' }],
  ])('says %j', (amount, sums) => {
    const reading = late(amount);
    expect(sumsOf(reading)).toEqual(sums);
    expect(reading.asked).toEqual([]);
  });

  it('says which cell the late part is taken from, so that a formula can take it off', () => {
    expect(late(2000).years[0]?.used.find(({ input }) => input === 'contributionsInYear')?.less).toEqual([{ sheet: 'Log', row: 2, column: 3 }]);
  });

  it.each([7001, 'some'])('is asked where it says %j of 7,000', (amount) => {
    const reading = late(amount);
    expect(codesOf(reading)).toEqual(['LATE_PART_UNCLEAR C2']);
    expect(sumsOf(reading)).toEqual({});
    expect(sumsOf(late(amount, { answers: { C2: 'zero' } }))).toEqual({ contributionsInYear: '7000.00' });
    expect(sumsOf(late(amount, { answers: { C2: { amount: '2000' } } }))).toEqual({ contributionsInYear: '5000.00', contributionsAfterYearEnd: '2000.00' });
  });
});

describe('what a table says of basis', () => {
  it('at the end of a year is kept to compare with', () => {
    const reading = read([[...header, 'Remaining basis'], [2024, 7000, 6000, 0, 1000], [2025, 7000, 8000, 0, 0]]);
    expect(reading.years.map(({ year, statedCarry }) => [year, statedCarry?.amount.toString()])).toEqual([[2024, '1000'], [2025, '0']]);
    expect(sumsOf(reading, 2024)).toEqual({ contributionsInYear: '7000.00', conversions: '6000.00' });
  });

  it('at the beginning is line 2 of the first year and the stated carry of each year before a later one', () => {
    const reading = read([['Year', 'Basis b/f', 'Nondeductible', 'Converted', 'FMV'], [2025, 1000, 7000, 8000, 0], [2024, 50, 7000, 6050, 0]]);
    expect(sumsOf(reading, 2024)).toEqual({ priorBasis: '50.00', contributionsInYear: '7000.00', conversions: '6050.00' });
    expect(sumsOf(reading, 2025)).toEqual({ contributionsInYear: '7000.00', conversions: '8000.00' });
    expect(reading.years[0]?.statedCarry?.amount.toString()).toBe('1000');
  });
});

describe('what a table says of basis in two rows of one year', () => {
  it('is kept once, and the other cell is not lost', () => {
    const reading = read([[...header, 'Basis'], [2025, 7000, 6000, 0, 1000], [2025, 0, 0, 0, 1000]], { answers: { A2: 'include', A3: 'include' } });
    expect(reading.years[0]?.statedCarry?.cell.row).toBe(2);
    expect(fateOf(reading, 'E3')).toBe('excluded');
  });
});

describe('an earlier year without its value on 31 December', () => {
  it('stops the build, and a given basis spares it', () => {
    const log: Sheet = [['Year', 'Nondeductible', 'Converted', 'FMV'], [2024, 7000, 7000, null], [2025, 7000, 7000, 0], ['Basis', 0, null, null]];
    const table = { role: 'year_table', range: 'A1:D3' } as const;
    const stops = readLog(log, [table]).stops;
    expect(stops.map(({ text }) => text)).toEqual([expect.stringContaining('Or give the basis at the beginning of 2025')]);
    const given = readLog(log, [table, { role: 'prior_basis', range: 'B4' }]);
    expect([given.stops, given.years.map(({ year }) => year)]).toEqual([[], [2025]]);
  });
});

describe('what of a year was deducted', () => {
  it('is asked for each year of a column that does not say', () => {
    const reading = read([['Year', 'Contributed', 'FMV'], [2024, 6000, 0], [2025, 7000, 0]]);
    expect(codesOf(reading)).toEqual(['DEDUCTED_UNKNOWN B2', 'DEDUCTED_UNKNOWN B3']);
  });

  it('is read from a column of deductions', () => {
    const reading = read([['Year', 'Contributed', 'Deducted', 'FMV'], [2024, 6000, null, 0], [2025, 7000, 2500, 0]]);
    expect(reading.asked).toEqual([]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', deducted: '2500.00' });
  });
});

describe('a question about a year that does not matter', () => {
  const log: Sheet = [header, [2023, '~6500', 6500, null], [2023, 1, 1, 0], [2024, 7000, 7000, 'TBD'], [2025, 7000, 7000, 0], [2026, '?', null, null], ['Basis', 0, null, null]];

  it('is not put when the year comes after those asked for', () => {
    expect(codesOf(read(log)).filter((code) => code.endsWith('6'))).toEqual([]);
    expect(fateOf(read(log), 'B6')).toBe('ignored');
  });

  it('is not put when the basis at the beginning of a later year is given, and nothing waits for it', () => {
    const reading = readLog(log, [{ role: 'year_table', range: 'A1:D6' }, { role: 'prior_basis', range: 'B7' }]);
    expect([reading.asked, reading.stops]).toEqual([[], []]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
    expect(reading.excluded.map(({ reason }) => reason).filter((reason) => reason.includes('Waits'))).toEqual([]);
  });
});

describe('what a table leaves open', () => {
  it.each([
    ['a row with amounts and no year', [[header, [null, 7000, 7000, 0], [2025, 1, 1, 0]]], ['YEAR_UNKNOWN A2'], { contributionsInYear: '1.00', conversions: '1.00' }],
    ['a year that is no one year', [[header, ['2024-25', 7000, 7000, 0], [2025, 1, 1, 0]]], ['YEAR_UNKNOWN A2'], { contributionsInYear: '1.00', conversions: '1.00' }],
    ['a year twice', [[header, [2025, 7000, 7000, 0], [2025, 1, 1, 0]]], ['YEAR_TWICE A2', 'YEAR_TWICE A3'], {}],
    ['a column of an unknown kind', [[[...header, 'Moved over'], [2025, 7000, 7000, 0, 12]]], ['COLUMN_UNKNOWN E1'], { contributionsInYear: '7000.00', conversions: '7000.00' }],
    ['two columns of the same kind', [[[...header, 'Roth conversion'], [2025, 7000, 7000, 0, 12]]], ['COLUMN_UNKNOWN C1', 'COLUMN_UNKNOWN E1'], { contributionsInYear: '7000.00' }],
    ['amounts in thousands', [[['Backdoor log (in 000s)', null, null, null], header, [2025, 7, 7, 0]]], ['IN_THOUSANDS A1'], {}],
    ['no column of years', [[['Nondeductible', 'Converted'], [7000, 7000]]], ['NO_YEAR_COLUMN A1'], {}],
    ['no header', [[[2025, 7000, 7000, 0]]], ['COLUMN_UNKNOWN B1', 'COLUMN_UNKNOWN C1'], {}],
  ])('%s is asked and not counted', (_what, [log], codes, sums) => {
    const reading = read(log as Sheet);
    expect(codesOf(reading)).toEqual(codes);
    expect(sumsOf(reading)).toEqual(sums);
  });

  it('is settled by answers: the year, which of two rows, what a column holds', () => {
    expect(sumsOf(read([header, [null, 7000, 7000, 0]], { answers: { A2: { year: 2025 } } }))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
    expect(sumsOf(read([header, [2025, 7000, 7000, 0], [2025, 1, 1, 0]], { answers: { A3: 'exclude' } }))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
    expect(sumsOf(read([header, [2025, 7000, 7000, 0], [2025, 1, 1, 0]], { answers: { A2: 'include', A3: 'include' } }))).toEqual({ contributionsInYear: '7001.00', conversions: '7001.00' });
    expect(sumsOf(read([[...header, 'Moved over'], [2025, 7000, 7000, 0, 12]], { answers: { E1: { column: 'distribution_other' } } }))).toMatchObject({ distributions: '12.00' });
    expect(read([[...header, 'Moved over'], [2025, 7000, 7000, 0, 12]], { answers: { E1: 'exclude' } }).asked).toEqual([]);
    expect(sumsOf(read([['Backdoor log (in 000s)', null, null, null], header, [2025, 7, 7, 0]], { answers: { A1: 'include' } }))).toMatchObject({ conversions: '7.00' });
  });

  it('years that are missing in between are asked, and hold nothing back', () => {
    const log: Sheet = [header, [2022, 6000, 6000, 0], [2025, 7000, 7000, 0]];
    expect(codesOf(read(log))).toEqual(['YEARS_MISSING A1']);
    expect(read(log).asked[0]).toMatchObject({ about: 'year', text: expect.stringContaining('2023, 2024') as unknown });
    expect(sumsOf(read(log))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
    expect(read(log, { answers: { A1: 'include' } }).asked).toEqual([]);
  });

  it('columns that speak of Roth balances, charity or plans are no part of the form', () => {
    const reading = read([[...header, 'Roth IRA balance', 'QCD', 'Rolled to 401(k)'], [2025, 7000, 7000, 0, 90000, 100, 200]]);
    expect(reading.asked).toEqual([]);
    expect([...fatesOf(reading)].filter(([, fate]) => fate === 'used')).toHaveLength(3);
  });

  it('conversions shown as outflows count, and a mixture is asked', () => {
    expect(sumsOf(read([header, [2024, 6000, -6000, 0], [2025, 7000, -7000, 0]]))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
    expect(codesOf(read([header, [2024, 6000, -6000, 0], [2025, 7000, 7000, 0]]))).toEqual(['SIGNS_MIXED C2']);
  });
});

describe('a year with words beside it', () => {
  it('is offered as an answer', () => {
    const log: Sheet = [['Year', 'Nondeductible', 'Converted', 'Value 12/31'], ['2021 (late filed)', 6000, 6000, 0], [2025, 7000, 7000, 0]];
    expect(readLog(log, [{ role: 'year_table', range: 'A1:D3' }]).asked[0]?.choices.map(({ answer }) => answer)).toEqual([{ year: 2021 }, { year: 2025 }, 'exclude']);
  });
});
