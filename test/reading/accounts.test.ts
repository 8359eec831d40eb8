import { formatCell } from '../../src/cells/address';
import type { Reading } from '../../src/reading/facts';
import { codesOf, fateOf, readLog, sumsOf, type Sheet } from './sheet';

const header = ['Institution', 'Type', 'FMV 12/31/25', 'Notes'];
const list = (...rows: Sheet): Sheet => [header, ...rows];
const read = (log: Sheet, plan = {}): Reading => readLog(log, [{ role: 'accounts', range: `A1:D${log.length}` }], plan);

describe('a list of accounts', () => {
  it('counts traditional, SEP and SIMPLE IRAs and leaves the rest out, each with its reason', () => {
    const reading = read(list(
      ['Vanguard', 'Traditional IRA', 100, null], ['Schwab', 'SEP-IRA', 200, null], ['Fidelity', 'SIMPLE IRA', 300, null],
      ['Fidelity', 'Roth IRA', 1000, null], ['TIAA', '403(b)', 2000, null], ['HealthEquity', 'HSA', 4000, null], ['Schwab', 'Inherited IRA', 8000, null],
    ));
    expect(sumsOf(reading)).toEqual({ accountValues: '600.00' });
    expect(reading.excluded.map(({ shown }) => shown)).toEqual(['1,000', '2,000', '4,000', '8,000']);
    expect(reading.warnings.map(({ text }) => text)).toEqual(['Not counted on line 6: Roth IRA, 403(b), HSA, Inherited IRA.']);
  });

  it('asks about a type that it does not know and does not count it until then', () => {
    const log = list(['Vanguard', 'Traditional IRA', 100, null], ['Acme', 'Annuity', 50, null]);
    const reading = read(log);
    expect(codesOf(reading)).toEqual(['ACCOUNT_TYPE_UNKNOWN C3']);
    expect(sumsOf(reading)).toEqual({ accountValues: '100.00' });
    expect(sumsOf(read(log, { answers: { C3: 'include' } }))).toEqual({ accountValues: '150.00' });
    expect(fateOf(read(log, { answers: { C3: 'exclude' } }), 'C3')).toBe('excluded');
  });

  it('takes an answer about any cell of the row', () => {
    const log = list(['Vanguard', 'Traditional IRA', 100, null], ['Acme', 'Annuity', 50, null]);
    expect(sumsOf(read(log, { answers: { A3: 'include', A2: 'exclude' } }))).toEqual({ accountValues: '50.00' });
  });

  it('lets the preparer count an account that its words leave out', () => {
    expect(sumsOf(read(list(['Schwab', 'Inherited IRA', 100, null]), { answers: { C2: 'include' } }))).toEqual({ accountValues: '100.00' });
  });

  it.each([
    ['a note says that it was inherited', ['Vanguard', 'Traditional IRA', 100, 'inherited from mother']],
    ['the firm\'s cell says 401(k)', ['Fidelity 401(k)', 'Rollover IRA', 100, null]],
    ['the firm\'s cell says Roth', ['Vanguard Roth', 'IRA', 100, null]],
    ['the type says two things', ['Vanguard', 'Traditional/Roth IRA', 100, null]],
  ])('asks when %s', (_why, row) => {
    expect(codesOf(read(list(row)))).toEqual(['ACCOUNT_TYPE_UNKNOWN C2']);
  });

  it('does not mind a note that tells where a rollover came from, or a firm with an odd name', () => {
    expect(sumsOf(read(list(['Ally Savings Bank', 'Rollover IRA', 100, 'from the old 401k in 2019'])))).toEqual({ accountValues: '100.00' });
  });

  it('reads the type from other words where there is no type column', () => {
    const reading = readLog([['Account name', 'Value'], ['Vanguard Rollover IRA', 100], ['Fidelity Roth IRA', 50]], [{ role: 'accounts', range: 'A1:B3' }]);
    expect(sumsOf(reading)).toEqual({ accountValues: '100.00' });
    expect(fateOf(reading, 'B3')).toBe('excluded');
  });

  it('reads rows without a header', () => {
    const reading = readLog([['Rollover IRA', 100], ['SEP-IRA', 50], ['Roth IRA', 25]], [{ role: 'accounts', range: 'A1:B3' }]);
    expect(sumsOf(reading)).toEqual({ accountValues: '150.00' });
  });
});

describe('headings, notes and subtotals between the accounts', () => {
  const grouped = (...headings: readonly [string, string]): Sheet => [
    ['Account', 'Last 4', 'Owner', '12/31/25 value'],
    [headings[0]], ['Fidelity Rollover IRA', '1111', 'T', 41000], ['Vanguard IRA', '2222', 'T', 9000], ['Subtotal', null, null, 50000], ['note: ck Vanguard to 1099'],
    ['SEP-IRAs'], ['Schwab SEP-IRA', '3333', 'T', 12000],
    [headings[1]], ['Fidelity Roth', '4444', 'T', 20000], ['Fidelity Roth', '5555', 'S', 18000], ['Subtotal', null, null, 38000], ['Grand total', null, null, 100000],
  ];
  const read13 = (log: Sheet): Reading => readLog(log, [{ role: 'accounts', range: 'A1:D13' }]);

  it('are nobody\'s, lack no value, and a subtotal adds up its own group', () => {
    const reading = read13(grouped('Traditional IRAs', 'Roth IRAs'));
    expect(codesOf(reading)).toEqual([]);
    expect(sumsOf(reading)).toEqual({ accountValues: '62000.00' });
    expect(reading.warnings.filter(({ text }) => text.includes('come to'))).toEqual([]);
  });

  it('leave a row in doubt that may be an account whose value is missing', () => {
    expect(codesOf(read13(grouped('Traditional IRA', 'Roth IRA')))).toEqual(['AMOUNT_MISSING D2']);
    expect(codesOf(readLog([['Account', '12/31/25 value'], ['Traditional IRAs', null], ['SEP-IRAs', 500]], [{ role: 'accounts', range: 'A1:B3' }]))).toEqual(['AMOUNT_MISSING B2']);
  });
});

describe('a figure above the header', () => {
  it('is not counted, and that is told; a year and a date are no such figures', () => {
    const log: Sheet = [['Fidelity IRA', 'as of 11/30/2025', 5000], [2025, { date: '2025-12-31' }], header.slice(0, 3), ['Schwab', 'SEP', 400]];
    const reading = readLog(log, [{ role: 'accounts', range: 'A1:C4' }]);
    expect(reading.warnings.filter(({ code }) => code === 'AMOUNT_ABOVE_HEADER').map(({ text }) => text)).toEqual([
      'Not counted, for it stands above the header in row 3: Log!C1 (5,000). Select it apart if it should count.',
    ]);
    expect(sumsOf(reading)).toEqual({ accountValues: '400.00' });
  });
});

describe('a title with the date of the values', () => {
  it('is no header, though the column below it holds numbers: the header is the row that names two columns', () => {
    const log: Sheet = [
      ['Brokerage export'], ['Date downloaded: 12/31/2025'], ['Account Number', 'Registration', 'Current Value'],
      [23456789, 'Traditional IRA', 12345.67], [23456790, 'Individual - TOD', 99999],
    ];
    const reading = readLog(log, [{ role: 'accounts', range: 'A1:C5' }]);
    expect(sumsOf(reading)).toEqual({ accountValues: '12345.67' });
    expect(fateOf(reading, 'C5')).toBe('excluded');
    expect(fateOf(reading, 'A4')).toBe('ignored');
  });
});

describe('a value on 31 December', () => {
  it('that is blank is not zero: it is asked', () => {
    const log = list(['Vanguard', 'Traditional IRA', null, null], ['Schwab', 'SEP-IRA', 50, null]);
    expect(codesOf(read(log))).toEqual(['AMOUNT_MISSING C2']);
    expect(read(log, { answers: { C2: 'zero' } }).asked).toEqual([]);
    expect(read(log, { answers: { C2: 'zero' } }).years[0]?.used.map(({ blank }) => blank)).toEqual([true, false]);
    expect(sumsOf(read(log, { answers: { C2: { amount: '12.48' } } }))).toEqual({ accountValues: '62.48' });
  });

  it('that is blank, or still to come, stops the build when basis was converted', () => {
    const flows = [{ role: 'contributions', range: 'F1:G1' }, { role: 'conversions', range: 'F2:G2' }] as const;
    const stops = (value: string | number | null): readonly string[] => {
      const log: Sheet = [[...header, null, 'Nondeductible contribution', 7000], ['Vanguard', 'IRA', value, null, null, 'Roth conversion', 7000], ['Schwab', 'SEP-IRA', 50, null]];
      return readLog(log, [{ role: 'accounts', range: 'A1:D3' }, ...flows]).stops.map(({ code, cell }) => `${code} ${cell?.row ?? ''}`);
    };
    expect(stops(null)).toEqual(['YEAR_END_VALUE_MISSING 2']);
    expect(stops('TBD')).toEqual(['YEAR_END_VALUE_MISSING 2']);
    expect(stops(0)).toEqual([]);
    expect(stops('-')).toEqual([]);
  });

  it('that no selection holds stops the build when basis was converted, and not otherwise', () => {
    const log: Sheet = [['Nondeductible contribution', 7000], ['Roth conversion', 7000]];
    const both = [{ role: 'contributions', range: 'A1:B1' }, { role: 'conversions', range: 'A2:B2' }] as const;
    expect(readLog(log, both).stops.map(({ code, cell }) => [code, cell])).toEqual([['YEAR_END_VALUE_MISSING', null]]);
    expect(readLog(log, [both[0]]).stops).toEqual([]);
    expect(readLog(log, [both[1]]).stops).toEqual([]);
  });

  it.each<[string, Sheet, string]>([
    ['its account is asked about', [['Account', 'Type', 'FMV 12/31'], ['Vanguard', 'Sweep account', 93]], 'Log!C2'],
    ['its unit is asked about', [['In 000s', null, null], ['Account', 'Type', 'FMV 12/31'], ['Vanguard', 'IRA', 93]], 'Log!A1'],
  ])('that waits because %s is not said to be in no range: the stop names the question', (_why, rows, where) => {
    const log: Sheet = [...rows, ['Nondeductible contribution', 7000], ['Roth conversion', 7000]];
    const last = rows.length;
    const reading = readLog(log, [{ role: 'accounts', range: `A1:C${last}` }, { role: 'contributions', range: `A${last + 1}:B${last + 1}` }, { role: 'conversions', range: `A${last + 2}:B${last + 2}` }]);
    const [stop] = reading.stops;
    expect([stop?.code, stop?.cell && formatCell(stop.cell), reading.asked.map(({ cell }) => formatCell(cell))]).toEqual(['YEAR_END_VALUE_MISSING', where, [where]]);
    expect(stop?.text).toContain(reading.asked[0]!.text);
    expect(stop?.text).not.toContain('no selected range');
  });

  it('of an account that does not count may be blank', () => {
    const reading = read(list(['Vanguard', 'Traditional IRA', 100, null], ['Fidelity', 'Roth IRA', null, null]));
    expect(reading.asked).toEqual([]);
  });

  it('that is negative is asked', () => {
    expect(codesOf(read(list(['Vanguard', 'IRA', -5, null])))).toEqual(['NEGATIVE_AMOUNT C2']);
  });

  it('of a year that was not asked for is not taken for the plan\'s without a question', () => {
    const log: Sheet = [['Type', 'FMV 12/31/24'], ['IRA', 100]];
    const selection = [{ role: 'accounts', range: 'A1:B2' }] as const;
    expect(codesOf(readLog(log, selection))).toEqual(['VALUES_OF_ANOTHER_YEAR B1']);
    expect(sumsOf(readLog(log, selection, { answers: { B1: { year: 2025 } } }))).toEqual({ accountValues: '100.00' });
    expect(sumsOf(readLog(log, selection, { year: 2024 }), 2024)).toEqual({ accountValues: '100.00' });
  });

  it('is taken from the column of its year where several years stand side by side', () => {
    const log: Sheet = [['Type', 'FMV 12/31/24', 'FMV 12/31/25'], ['IRA', 100, 200]];
    const selection = [{ role: 'accounts', range: 'A1:C2' }] as const;
    expect(sumsOf(readLog(log, selection))).toEqual({ accountValues: '200.00' });
    expect(fateOf(readLog(log, selection), 'B2')).toBe('excluded');
    const both = readLog(log, selection, { year: [2024, 2025] });
    expect([sumsOf(both, 2024), sumsOf(both, 2025)]).toEqual([{ accountValues: '100.00' }, { accountValues: '200.00' }]);
  });

  it('under two headers that say the same is asked', () => {
    const log: Sheet = [['Type', 'FMV', 'FMV'], ['IRA', 100, 200]];
    const selection = [{ role: 'accounts', range: 'A1:C2' }] as const;
    expect(codesOf(readLog(log, selection))).toEqual(['COLUMN_UNKNOWN B1', 'COLUMN_UNKNOWN C1']);
    expect(sumsOf(readLog(log, selection))).toEqual({});
    expect(sumsOf(readLog(log, selection, { answers: { C1: { column: 'fmv_year_end' } } }))).toEqual({ accountValues: '200.00' });
    expect(sumsOf(readLog(log, selection, { answers: { C1: 'exclude' } }))).toEqual({ accountValues: '100.00' });
  });

  it('under a header that is not known is asked, and not taken because it is the only figure', () => {
    const log: Sheet = [['Account', 'Type', 'Cost'], ['Vanguard', 'IRA', 100]];
    const selection = [{ role: 'accounts', range: 'A1:C2' }] as const;
    expect(codesOf(readLog(log, selection))).toEqual(['COLUMN_UNKNOWN C1']);
    expect(sumsOf(readLog(log, selection, { answers: { C1: { column: 'fmv_year_end' } } }))).toEqual({ accountValues: '100.00' });
  });
});

describe('one or more year-end values that were selected as such', () => {
  const fmv = (log: Sheet, range: string, plan = {}): Reading => readLog(log, [{ role: 'fmv', range }], plan);

  it.each<[string, Sheet, string, string]>([
    ['one cell', [[12.48]], 'A1', '12.48'],
    ['a cell of text', [['$93,000.00']], 'A1', '93000.00'],
    ['a column', [[1], [2], [4]], 'A1:A3', '7.00'],
    ['a row', [[1, 2, 4]], 'A1:C1', '7.00'],
    ['labelled rows', [['Vanguard', 1], ['Fidelity', 2]], 'A1:B2', '3.00'],
    ['a header and one cell', [['FMV 12/31/2025'], [5]], 'A1:A2', '5.00'],
    ['a label with the day', [['Value on 12/31/2025', 5]], 'A1:B1', '5.00'],
  ])('may be %s', (_what, log, range, sum) => {
    expect(sumsOf(fmv(log, range))).toEqual({ accountValues: sum });
    expect(fmv(log, range).asked).toEqual([]);
  });

  it('are asked for when the selection is blank, for blank is not zero', () => {
    expect(codesOf(fmv([], 'A1'))).toEqual(['AMOUNT_MISSING A1']);
    expect(fmv([], 'A1', { answers: { A1: 'zero' } }).years[0]?.used.map(({ input, blank }) => [input, blank])).toEqual([['accountValues', true]]);
  });

  it('are asked when their label gives another day', () => {
    expect(codesOf(fmv([['Value on 6/30/2025', 5]], 'A1:B1'))).toEqual(['NOT_YEAR_END B1']);
  });

  it('leave out a row that says Roth', () => {
    const reading = fmv([['Trad', 1], ['Roth IRA', 2]], 'A1:B2');
    expect(sumsOf(reading)).toEqual({ accountValues: '1.00' });
    expect(fateOf(reading, 'B2')).toBe('excluded');
  });

  it('are asked when the last is the sum of the others, since that may be a total', () => {
    const log: Sheet = [[100], [200], [300]];
    expect(codesOf(fmv(log, 'A1:A3'))).toEqual(['LOOKS_LIKE_TOTAL A3']);
    expect(sumsOf(fmv(log, 'A1:A3'))).toEqual({ accountValues: '300.00' });
    expect(sumsOf(fmv(log, 'A1:A3', { answers: { A3: 'include' } }))).toEqual({ accountValues: '600.00' });
  });
});

it.each([['Inherited IRAs', ['ACCOUNT_TYPE_UNKNOWN D4']], ['Roth accounts:', ['ACCOUNT_TYPE_UNKNOWN D4']], ['Traditional IRAs', []]])('a traditional IRA under the heading "%s" is asked about where the heading says otherwise', (heading, asked) => {
  const log: Sheet = [['Institution', 'Acct', 'Type', 'FMV 12/31/2025'], ['Vanguard', 'x1', 'Traditional IRA', 100], [heading, null, null, null], ['Schwab', 'x2', 'Traditional IRA', 50]];
  const reading = readLog(log, [{ role: 'accounts', range: 'A1:D4' }], { year: 2025 });
  expect([codesOf(reading), sumsOf(reading)]).toEqual([asked, { accountValues: asked.length === 0 ? '150.00' : '100.00' }]);
});
