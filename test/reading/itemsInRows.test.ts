import { formatCell } from '../../src/cells/address';
import type { Reading } from '../../src/reading/facts';
import { codesOf, fateOf, fatesOf, readLog, readSheets, sumsOf, warningsOf, type PlanFor, type Sheet } from './sheet';

const rangeOf = (log: Sheet): string => `A1:${String.fromCodePoint(64 + Math.max(...log.map((row) => row.length)))}${log.length}`;
const read = (role: 'year_columns' | 'year_tab' | 'items_by_owner', log: Sheet, plan: PlanFor = {}): Reading => readLog(log, [{ role, range: rangeOf(log) }], plan);
const years = (reading: Reading): unknown => reading.years.map(({ year }) => [year, sumsOf(reading, year)]);

describe('items in rows and years in columns', () => {
  const log: Sheet = [
    ['Form 8606 roll-forward', null, null, null, null],
    [null, 2023, 2024, 2025, 'Total'],
    ['Nondeductible contributions (line 1)', 6500, 7000, 7000, 20500],
    ['Basis from prior year (line 2)', 0, 0, 0, null],
    ['Value of all IRAs 12/31 (line 6)', 0, 12.48, 0, null],
    ['Distributions (line 7)', null, null, null, null],
    ['Roth conversions (line 8)', 6500, 6990, 7020, 20510],
    ['Line 10', 1, 0.998, 1, null],
    ['Basis carried forward (line 14)', 0, 12, 0, null],
  ];

  it('give every year, the earlier ones for line 2 of the one asked for', () => {
    expect(years(read('year_columns', log))).toEqual([
      [2023, { contributionsInYear: '6500.00', conversions: '6500.00' }],
      [2024, { contributionsInYear: '7000.00', accountValues: '12.48', conversions: '6990.00' }],
      [2025, { contributionsInYear: '7000.00', conversions: '7020.00' }],
    ]);
    expect(read('year_columns', log).asked).toEqual([]);
  });

  it('keep line 14 of each year to compare with, leave what the form works out, and set the total aside', () => {
    const reading = read('year_columns', log);
    expect(reading.years.map(({ statedCarry }) => statedCarry?.amount.toString())).toEqual(['0', '12', '0']);
    expect(['C8', 'E3', 'A3'].map((cell) => fateOf(reading, cell))).toEqual(['ignored', 'ignored', 'ignored']);
    expect(warningsOf(reading)).toEqual(['TOTAL_ROW_IGNORED E3']);
    expect(reading.warnings[0]?.text).toBe('Column E is a total and is not counted (Log!E3: 20,500; Log!E7: 20,510): its label says so.');
  });

  it('account for every cell once', () => {
    const fates = fatesOf(read('year_columns', log));
    expect(fates.size).toBe(9 * 5);
    expect([...fates.values()].filter((fate) => fate.includes('+'))).toEqual([]);
  });

  it('may have the total recognised by its formula alone, and its difference told', () => {
    const reading = read('year_columns', [
      ['Item', 2024, 2025, 'All in'], ['Nondeductible contributions', 7000, '$7,000', { f: '=SUM(B2:C2)', v: 7000 }], ['Converted', 0, 14000, { f: '=SUM(B3:C3)', v: 14000 }], ['FMV 12/31', 0, 0, 0],
    ]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', conversions: '14000.00' });
    expect(warningsOf(reading)).toEqual(['TEXT_NUMBER_PARSED C2', 'TOTAL_ROW_IGNORED D2', 'SOURCE_TOTAL_DISAGREES D2']);
  });

  it('are known by the words of the form itself, or by its line numbers', () => {
    const reading = read('year_columns', [
      ['Line', 'Description', 'TY 2024', 'TY 2025'],
      [1, 'Enter your nondeductible contributions to traditional IRAs', 7000, 7000],
      [2, 'Enter your total basis in traditional IRAs', 0, 7000],
      [6, 'Everything the client has on Dec. 31', 7100, 0],
      [8, 'To the Roth side', 0, 14200],
      [18, 'Taxable amount', 0, 200],
    ]);
    expect(years(reading)).toEqual([
      [2024, { contributionsInYear: '7000.00', accountValues: '7100.00' }], [2025, { contributionsInYear: '7000.00', conversions: '14200.00' }],
    ]);
    expect(reading.asked).toEqual([]);
    expect(reading.years[0]?.statedCarry?.amount.toString()).toBe('7000');
  });

  it('may name each account whose value counts, and the total of them', () => {
    const reading = read('year_columns', [
      ['Item', 2025], ['Nondeductible', 7000], ['Converted to Roth', 7000],
      ['Traditional IRA value 12/31', 100], ['SEP-IRA value 12/31', 200], ['Roth IRA value 12/31', 9999], ['401(k) balance 12/31', 5000],
      ['Total IRA value 12/31', { f: '=SUM(B4:B5)', v: 300 }],
    ]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00', accountValues: '300.00' });
    expect(reading.asked).toEqual([]);
    expect(['B6', 'B7', 'B8'].map((cell) => fateOf(reading, cell))).toEqual(['excluded', 'excluded', 'ignored']);
  });

  it('are asked about where they are of a kind that is not known, beside what they hold', () => {
    const reading = read('year_columns', [['Item', 2024, 2025], ['Nondeductible', 7000, 7000], ['Moved over', 0, 6500], ['Converted', 0, 0], ['FMV', 0, 0]]);
    expect(codesOf(reading)).toEqual(['COLUMN_UNKNOWN A3']);
    expect(reading.asked[0]?.text).toBe('The row "Moved over" at Log!A3 holds amounts of a kind that is not known: 0, 6,500. It is not counted until you say what it holds.');
    expect(sumsOf(read('year_columns', [['Item', 2025], ['Nondeductible', 7000], ['Moved over', 6500], ['FMV', 0]], { answers: { A3: { column: 'converted' } } })))
      .toEqual({ contributionsInYear: '7000.00', conversions: '6500.00' });
  });

  it('without years are asked for them, and with none of the labels known each row is asked', () => {
    expect(codesOf(read('year_columns', [['Nondeductible', 7000, 7000], ['Converted', 0, 14000]]))).toEqual(['NO_YEAR_COLUMN A1']);
    expect(codesOf(read('year_columns', [['Posten', 2024, 2025], ['Einzahlung', 7000, 7000], ['Umwandlung', 0, 14000]]))).toEqual(['COLUMN_UNKNOWN A2', 'COLUMN_UNKNOWN A3']);
  });

  it('may stand under persons in each year, of whom one is read', () => {
    const reading = read('year_columns', [
      ['Item', 2024, null, 2025, null], [null, 'Taxpayer', 'Spouse', 'Taxpayer', 'Spouse'], ['Nondeductible', 7000, 8000, 7000, 8000], ['Converted', 7000, 8000, 7001, 8001], ['FMV 12/31', 0, 0, 1, 2],
    ]);
    expect(years(reading)).toEqual([[2024, { contributionsInYear: '7000.00', conversions: '7000.00' }], [2025, { contributionsInYear: '7000.00', conversions: '7001.00', accountValues: '1.00' }]]);
    expect(fateOf(reading, 'C3')).toBe('excluded');
    const inOneCell = read('year_columns', [['Item', '2025 T', '2025 S'], ['Nondeductible', 7000, 8000], ['FMV 12/31', 1, 2]], { person: 'S' });
    expect(sumsOf(inOneCell)).toEqual({ contributionsInYear: '8000.00', accountValues: '2.00' });
  });

  it('may stand under one person for several years, and then under the other', () => {
    const log: Sheet = [[null, 'Taxpayer', null, 'Spouse', null], ['Item', 2024, 2025, 2024, 2025], ['Nondeductible', 7000, 7000, 8000, 8000], ['Converted', 0, 0, 0, 0]];
    expect(years(read('year_columns', log))).toEqual([[2024, { contributionsInYear: '7000.00' }], [2025, { contributionsInYear: '7000.00' }]]);
    expect(years(read('year_columns', log, { person: 'S' }))).toEqual([[2024, { contributionsInYear: '8000.00' }], [2025, { contributionsInYear: '8000.00' }]]);
  });

  it('may be grouped under the persons, one below the other', () => {
    const log: Sheet = [['Item', 2025], ['TAXPAYER', null], ['Nondeductible', 7000], ['Converted', 7000], ['FMV 12/31', 0], ['SPOUSE', null], ['Nondeductible', 8000], ['Converted', 8000], ['FMV 12/31', 5]];
    expect(sumsOf(read('year_columns', log))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
    expect(sumsOf(read('year_columns', log, { person: 'S' }))).toEqual({ contributionsInYear: '8000.00', conversions: '8000.00', accountValues: '5.00' });
  });

  it('without a year between two others are asked about it', () => {
    expect(codesOf(read('year_columns', [['Item', 2022, 2025], ['Nondeductible', 6000, 7000], ['Converted', 0, 0]]))).toEqual(['YEARS_MISSING A1']);
  });

  it('stop the build where the value on 31 December of a year is blank', () => {
    const reading = read('year_columns', [['Item', 2025], ['Nondeductible', 7000], ['Converted', 7000], ['FMV 12/31', null]]);
    expect([codesOf(reading), reading.stops.map(({ code }) => code)]).toEqual([['AMOUNT_MISSING B4'], ['YEAR_END_VALUE_MISSING']]);
  });
});

describe('items of one year', () => {
  const items: Sheet = [['Backdoor Roth', null, null], ['Contribution (non-ded)', 7000, { date: '2025-01-15' }], ['Converted', 7000.53, { date: '2025-01-22' }], ['Balance 12/31', 0, null], ['Source: statements', null, null]];
  const onSheet = (sheet: string, log: Sheet, plan: PlanFor = {}): Reading => readSheets({ [sheet]: log }, [{ role: 'year_tab', range: rangeOf(log), sheet }], plan);

  it('are of the year that the sheet is named after', () => {
    for (const sheet of ['2025', 'TY25', '8606 2025', "FY '25"]) expect(years(onSheet(sheet, items, { year: [2024, 2025] }))).toEqual([[2025, { contributionsInYear: '7000.00', conversions: '7000.53' }]]);
  });

  it('or of the year in the title above them, or else of the one year that the plan asks for', () => {
    expect(years(onSheet('Log', [['2024 backdoor', null], ['Nondeductible', 7000], ['FMV', 5]], { year: [2024, 2025] }))).toEqual([[2024, { contributionsInYear: '7000.00', accountValues: '5.00' }]]);
    expect(years(read('year_tab', items))).toEqual([[2025, { contributionsInYear: '7000.00', conversions: '7000.53' }]]);
  });

  it('are asked where the name has two years, or nothing says one and the plan asks for several', () => {
    expect(codesOf(onSheet('2024-2025', items))).toEqual(["YEAR_UNKNOWN '2024-2025'!B1"]);
    expect(codesOf(read('year_tab', items, { year: [2024, 2025] }))).toEqual(['YEAR_UNKNOWN B1']);
    expect(years(read('year_tab', items, { year: [2024, 2025], answers: { B1: { year: 2025 } } }))).toEqual([[2025, { contributionsInYear: '7000.00', conversions: '7000.53' }]]);
  });

  it('may have their dates beside them or below them, and a contribution in the spring goes to line 4', () => {
    const beside: Sheet = [['Item', 'Amount', 'Date'], ['Nondeductible', 7000, { date: '2026-02-03' }], ['FMV 12/31', 0, null]];
    const below: Sheet = [['Nondeductible', 7000], ['Date contributed', { date: '2026-02-03' }], ['FMV 12/31', 0]];
    for (const log of [beside, below]) expect(sumsOf(read('year_tab', log))).toEqual({ contributionsAfterYearEnd: '7000.00' });
  });

  it('may stand beside those of the year before', () => {
    const log: Sheet = [['Item', 'Current year', 'Prior year'], ['Nondeductible', 7000, 6500], ['Converted', 7000, 6500], ['FMV 12/31', 1, 2]];
    expect(years(onSheet('2025', log))).toEqual([[2024, { contributionsInYear: '6500.00', conversions: '6500.00', accountValues: '2.00' }], [2025, { contributionsInYear: '7000.00', conversions: '7000.00', accountValues: '1.00' }]]);
  });

  it('with a year in the label are of that year', () => {
    const reading = onSheet('2025', [['Nondeductible', 7000], ['Basis 12/31/2024', 300], ['FMV 12/31/2025', 5], ['FMV 12/31/2024', 9], ['Converted', 7000]]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', priorBasis: '300.00', accountValues: '5.00', conversions: '7000.00' });
    expect(reading.asked).toEqual([]);
  });

  it('on a sheet each add up to years in a row', () => {
    const sheets = { 2024: [['Nondeductible', 7000], ['Converted', 0], ['FMV 12/31', 7100]], 2025: [['Nondeductible', 7000], ['Converted', 14100], ['FMV 12/31', 0]] } as const;
    expect(years(readSheets(sheets, [{ role: 'year_tab', range: "'2024'!A1:B3" }, { role: 'year_tab', range: "'2025'!A1:B3" }]))).toEqual([
      [2024, { contributionsInYear: '7000.00', accountValues: '7100.00' }], [2025, { contributionsInYear: '7000.00', conversions: '14100.00' }],
    ]);
  });

  it('in two columns of which nothing says what they are, are asked for it', () => {
    expect(codesOf(read('year_tab', [['Nondeductible', 7000, 6500], ['Converted', 7000, 6500]]))).toEqual(['NO_YEAR_COLUMN A1']);
  });
});

describe('items in rows and persons in columns', () => {
  const log: Sheet = [
    ['2025', 'Taxpayer', 'Spouse', 'Joint', 'Total'],
    ['Nondeductible IRA contribution', 7000, 8000, null, 15000], ['Converted to Roth', 7000, 8000, 0, 15000], ['Trad IRA balance 12/31', 12.48, 93000, 40000, { f: '=SUM(B4:D4)', v: 133012.48 }],
  ];

  it('give one person, and never the sum of both', () => {
    expect(sumsOf(read('items_by_owner', log))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00', accountValues: '12.48' });
    expect(sumsOf(read('items_by_owner', log, { person: 'S' }))).toEqual({ contributionsInYear: '8000.00', conversions: '8000.00', accountValues: '93000.00' });
    const reading = read('items_by_owner', log);
    expect(['C4', 'D4', 'E4'].map((cell) => fateOf(reading, cell))).toEqual(['excluded', 'excluded', 'ignored']);
    expect(reading.asked).toEqual([]);
  });

  it('ask once who a name is, and the answer holds for its column', () => {
    const named: Sheet = [['Item', 'Raj', 'Anita'], ['Nondeductible', 7000, 8000], ['Converted', 7000, 8000], ['FMV', 0, 0]];
    expect(codesOf(read('items_by_owner', named))).toEqual(['OWNER_UNKNOWN B1', 'OWNER_UNKNOWN C1']);
    expect(sumsOf(read('items_by_owner', named))).toEqual({});
    expect(sumsOf(read('items_by_owner', named, { answers: { B1: { owner: 'S' }, C1: { owner: 'T' } } }))).toEqual({ contributionsInYear: '8000.00', conversions: '8000.00' });
    expect(sumsOf(read('items_by_owner', named, { name: 'Raj', answers: { C1: { owner: 'S' } } }))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
  });

  it('take the plan\'s word on whose each column is', () => {
    const bare: Sheet = [['Item', 'A', 'B'], ['Nondeductible', 7000, 8000], ['FMV', 1, 2]];
    const reading = readLog(bare, [{ role: 'items_by_owner', range: 'A1:C3', owners: { B: 'S', C: 'T' } }]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '8000.00', accountValues: '2.00' });
    expect(reading.asked).toEqual([]);
  });

  it('may stand beside notes and references, which are nobody\'s, and may say themselves what was made after year end', () => {
    const log: Sheet = [
      ['Item', 'Taxpayer', 'Spouse', 'Total', 'Ref'],
      ['IRA contribution (nondeductible)', 7000, 8000, 15000, 5498],
      ['Put in Jan 1 - Apr 15', 2000, 8000, 10000, null],
      ['Year-end value', 0, 100, 100, 'stmt'],
    ];
    expect(codesOf(read('items_by_owner', log))).toEqual(['COLUMN_UNKNOWN A3']);
    expect(fateOf(read('items_by_owner', log), 'E2')).toBe('ignored');
    expect(sumsOf(read('items_by_owner', log, { answers: { A3: { column: 'made_next_year' } } }))).toEqual({ contributionsInYear: '5000.00', contributionsAfterYearEnd: '2000.00' });
    expect(read('items_by_owner', log).asked[0]?.choices.map(({ answer }) => answer)).toContainEqual({ column: 'made_next_year' });
  });

  it('ask for H and W, either of whom may be the taxpayer', () => {
    expect(codesOf(read('items_by_owner', [['Item', 'Husband', 'Wife'], ['Nondeductible', 7000, 8000], ['FMV', 0, 0]]))).toEqual(['OWNER_UNKNOWN B1', 'OWNER_UNKNOWN C1']);
  });
});

describe('a sheet of one of the spouses', () => {
  it('is asked about where it is selected for the other, and read where it is theirs or the plan says so', () => {
    const sheets = { 'IRA-S': [['Type', 'FMV 12/31'], ['Traditional IRA', 500]] } as const;
    const selection = { role: 'accounts', range: "'IRA-S'!A1:B2" } as const;
    const codes = (reading: Reading): unknown => reading.asked.map(({ cell, code }) => `${code} ${formatCell(cell)}`);
    expect(codes(readSheets(sheets, [selection]))).toEqual(["OWNER_UNKNOWN 'IRA-S'!A1"]);
    expect(sumsOf(readSheets(sheets, [selection]))).toEqual({});
    expect(sumsOf(readSheets(sheets, [selection], { person: 'S' }))).toEqual({ accountValues: '500.00' });
    expect(sumsOf(readSheets(sheets, [{ ...selection, owner: 'T' }]))).toEqual({ accountValues: '500.00' });
    expect(sumsOf(readSheets(sheets, [selection], { answers: { "'IRA-S'!A1": { owner: 'T' } } }))).toEqual({ accountValues: '500.00' });
  });
});
