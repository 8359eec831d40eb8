import type { Reading } from '../../src/reading/facts';
import { codesOf, fateOf, readLog, sumsOf, warningsOf, type PlanFor, type Selection, type Sheet } from './sheet';

const read = (role: Selection['role'], log: Sheet, plan: PlanFor = {}): Reading =>
  readLog(log, [{ role, range: `A1:${String.fromCodePoint(64 + Math.max(...log.map((row) => row.length)))}${log.length}` }], plan);

describe('a header', () => {
  it('may be broken into lines, two rows high with a cell over two columns, and have a line of units and rules around it', () => {
    const log: Sheet = [
      ['Client: A. Patel, MD', null, null, null, null], [null, 'Contribution', null, 'Roth\nconversion', 'Trad IRA\nbalance'], ['Tax\nyear', 'date', 'amount', null, '12/31'],
      ['-----', '-----', '(whole $)', '(whole $)', '(whole $)'], [2025, { date: '2025-01-15' }, 7000, 7000, 12], ['=====', null, '=====', '=====', null],
    ];
    const reading = read('year_table', log, { answers: { C5: { deducted: '0' } } });
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00', accountValues: '12.00' });
    expect(reading.asked).toEqual([]);
  });

  it('may be left out over the years', () => {
    expect(sumsOf(read('year_table', [[null, 'Nondeductible', 'Converted', 'FMV'], [2024, 7000, 0, 7100], [2025, 7000, 14000, 0]]))).toEqual({ contributionsInYear: '7000.00', conversions: '14000.00' });
  });

  it('in words that nobody knows is asked about column by column, with what stands there', () => {
    const reading = read('year_table', [['Jahr', 'Eingezahlt', 'Umgewandelt', 'Stand'], [2024, 7000, 0, 7100], [2025, 7000, 14000, 5]]);
    expect(codesOf(reading)).toEqual(['COLUMN_UNKNOWN B1', 'COLUMN_UNKNOWN C1', 'COLUMN_UNKNOWN D1']);
    expect(reading.asked[1]?.text).toBe('The column "Umgewandelt" at Log!C1 holds amounts of a kind that is not known: 0, 14,000. It is not counted until you say what it holds.');
    const answered = read('year_table', [['Jahr', 'Eingezahlt', 'Umgewandelt', 'Stand'], [2025, 7000, 14000, 5]], {
      answers: { B1: { column: 'contribution_nondeductible' }, C1: { column: 'converted' }, D1: { column: 'fmv_year_end' } },
    });
    expect(sumsOf(answered)).toEqual({ contributionsInYear: '7000.00', conversions: '14000.00', accountValues: '5.00' });
  });

  it('that is missing over several columns of amounts is asked about, with the first rows', () => {
    const reading = read('accounts', [['Traditional IRA', 100, 200], ['SEP-IRA', 300, 400]]);
    expect(codesOf(reading)).toEqual(['COLUMN_UNKNOWN B1', 'COLUMN_UNKNOWN C1']);
    expect(reading.asked[0]?.text).toContain('This column begins with 100, 300.');
  });
});

describe('several columns of amounts in a list', () => {
  it('are each a year where the headers say so', () => {
    const reading = read('accounts', [['Type', 'FMV 12/31/24', 'FMV 12/31/25'], ['IRA', 100, 200], ['SEP', 10, 20]], { year: [2024, 2025] });
    expect([sumsOf(reading, 2024), sumsOf(reading, 2025)]).toEqual([{ accountValues: '110.00' }, { accountValues: '220.00' }]);
  });

  it('are each an account where the headers name them', () => {
    const reading = read('accounts', [['Institution', 'Traditional IRA', 'SEP IRA', 'Roth IRA', 'Total'], ['Vanguard', 100, 0, 5000, 5100], ['Schwab', 0, 250, 0, 250]]);
    expect(sumsOf(reading)).toEqual({ accountValues: '350.00' });
    expect([fateOf(reading, 'D2'), fateOf(reading, 'E2')]).toEqual(['excluded', 'ignored']);
    expect(reading.asked).toEqual([]);
  });

  it.each([['T', '100.00'], ['S', '250.00']] as const)('are each a person\'s where the headers say so: %s', (person, sum) => {
    const log: Sheet = [['Type', 'FMV 12/31 Taxpayer', 'FMV 12/31 Spouse', 'Joint'], ['Traditional IRA', 100, 250, 999]];
    expect(sumsOf(read('accounts', log, { person }))).toEqual({ accountValues: sum });
    const bare: Sheet = [['Type', 'TP', 'SP', 'Joint'], ['Traditional IRA', 100, 250, 999]];
    expect(sumsOf(read('accounts', bare, { person }))).toEqual({ accountValues: sum });
  });

  it('are asked about where a husband and a wife head them', () => {
    const log: Sheet = [['Type', 'Husband FMV', 'Wife FMV'], ['Traditional IRA', 100, 250]];
    expect(codesOf(read('accounts', log))).toEqual(['OWNER_UNKNOWN B1', 'OWNER_UNKNOWN C1']);
    expect(sumsOf(read('accounts', log, { answers: { B1: { owner: 'S' }, C1: { owner: 'T' } } }))).toEqual({ accountValues: '250.00' });
  });
});

describe('persons who head groups of rows', () => {
  const log: Sheet = [['Account', 'Type', 'FMV 12/31'], ['TAXPAYER', null, null], ['Vanguard', 'Traditional IRA', 100], ['Schwab', 'SEP-IRA', 10], ['Spouse - P. Patel', null, null], ['Fidelity', 'Rollover IRA', 1000], ['Joint', null, null], ['Chase', 'IRA', 7]];

  it('are whose the rows below are; they are never added up', () => {
    expect(sumsOf(read('accounts', log))).toEqual({ accountValues: '110.00' });
    expect(sumsOf(read('accounts', log, { person: 'S' }))).toEqual({ accountValues: '1000.00' });
  });

  it('are asked for by name where they may be either', () => {
    const group: Sheet = [['Account', 'Type', 'FMV 12/31'], ['Husband:', null, null], ['Vanguard', 'IRA', 100]];
    expect(codesOf(read('accounts', group))).toEqual(['OWNER_UNKNOWN A2']);
    expect(sumsOf(read('accounts', group, { answers: { A2: { owner: 'T' } } }))).toEqual({ accountValues: '100.00' });
  });
});

describe('a column that adds up others of a table of years', () => {
  it('is set aside, compared, and not asked about', () => {
    const log: Sheet = [['Year', 'Nondeductible', 'Converted', 'Traditional IRA value 12/31', 'SEP-IRA value 12/31', 'Total IRA value 12/31'], [2025, 7000, 7000, 100, 200, 400]];
    const reading = read('year_table', log);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00', accountValues: '300.00' });
    expect(warningsOf(reading)).toEqual(['TOTAL_ROW_IGNORED F2', 'SOURCE_TOTAL_DISAGREES F2']);
  });

  it('is known by its formula under any words', () => {
    const log: Sheet = [['Year', 'Nondeductible', 'Converted', 'FMV', 'Moved in all'], [2025, 7000, 7000, 0, { f: '=SUM(B2:C2)', v: 14000 }]];
    expect([read('year_table', log).asked, fateOf(read('year_table', log), 'E2')]).toEqual([[], 'ignored']);
  });

  it('is none where it alone holds what it says', () => {
    expect(codesOf(read('year_table', [['Year', 'Total contributions', 'Converted', 'FMV'], [2025, 7000, 7000, 0]]))).toEqual(['COLUMN_UNKNOWN B1']);
  });
});

describe('a running basis by SUM', () => {
  it('is no total of the rows above it', () => {
    const log: Sheet = [['Year', 'Nondeductible', 'Converted', 'FMV', 'Basis'], [2024, 7000, 0, 7000, { f: '=SUM(0,B2)-C2', v: 7000 }], [2025, 7000, 14000, 0, { f: '=SUM(E2,B3)-C3', v: 0 }]];
    const reading = read('year_table', log);
    expect([sumsOf(reading), reading.years.map(({ statedCarry }) => statedCarry?.amount.toString())]).toEqual([{ contributionsInYear: '7000.00', conversions: '14000.00' }, ['7000', '0']]);
  });
});
