import type { Reading } from '../../src/reading/facts';
import { codesOf, fateOf, readLog, sumsOf, warningsOf, type Selection, type Sheet } from './sheet';

/** Basis rebuilt from old years: contributions less deductions, unknown years held apart (shared/users/workbooks.md, family G; users.md 1.4). */
const header = ['Year', 'Contributed (5498)', 'Deducted', 'Support'];
const sheet = (...rows: Sheet): Sheet => [['Year', 'IRA contribution', 'Deducted', 'Support'], ...rows];
const read = (log: Sheet, plan = {}, more: readonly Selection[] = []): Reading =>
  readLog(log, [{ role: 'basis_history', range: `A1:${String.fromCodePoint(64 + header.length)}${log.length - more.length}` }, ...more], { year: 2012, ...plan });

describe('a history of contributions and deductions', () => {
  it('gives each year what was contributed and what was deducted of it', () => {
    const reading = read(sheet([2009, 5000, 0, '5498'], [2010, 5000, 5000, '1040'], [2011, 5000, 2000, '5498'], [2012, 5000, 0, null]));
    expect(reading.years.map(({ year }) => [year, sumsOf(reading, year)])).toEqual([
      [2009, { contributionsInYear: '5000.00' }], [2010, { contributionsInYear: '5000.00', deducted: '5000.00' }],
      [2011, { contributionsInYear: '5000.00', deducted: '2000.00' }], [2012, { contributionsInYear: '5000.00' }],
    ]);
    expect(reading.asked).toEqual([]);
    expect(warningsOf(reading)).toEqual(['HISTORY_WITHOUT_CONVERSIONS A1']);
  });

  it('is asked about a blank contribution or deduction: blank is not zero', () => {
    const reading = read(sheet([2010, 5000, null, null], [2011, null, 0, null], [2012, 5000, 0, null]));
    expect(codesOf(reading)).toEqual(['DEDUCTION_UNKNOWN C2', 'CONTRIBUTION_UNKNOWN B3']);
    expect(reading.years.map(({ year }) => year)).toEqual([2012]);
    expect([fateOf(reading, 'B2'), fateOf(reading, 'C3')]).toEqual(['excluded', 'excluded']);
  });

  it('counts what is answered', () => {
    const rows = sheet([2010, 5000, null, null], [2011, null, 0, null], [2012, 5000, 0, null]);
    const reading = read(rows, { answers: { C2: { amount: '5000' }, B3: 'zero' } });
    expect([sumsOf(reading, 2010), sumsOf(reading, 2011), codesOf(reading)]).toEqual([{ contributionsInYear: '5000.00', deducted: '5000.00' }, {}, []]);
    expect(sumsOf(read(rows, { answers: { C2: 'zero', B3: { amount: '4000' } } }), 2011)).toEqual({ contributionsInYear: '4000.00' });
  });

  it('keeps what is not known apart, contribution and deduction together', () => {
    const rows = sheet([2010, 5000, null, null], [2011, null, 1000, null], [2012, 5000, 0, null]);
    const reading = read(rows, { answers: { C2: { kind: 'unknown' }, B3: { kind: 'unknown' } } });
    expect([reading.years.map(({ year }) => year), codesOf(reading)]).toEqual([[2012], []]);
    expect(['B2', 'C3'].map((cell) => fateOf(reading, cell))).toEqual(['excluded', 'excluded']);
    expect(warningsOf(reading)).toEqual(['UNKNOWN_YEAR_APART B2', 'UNKNOWN_YEAR_APART B3', 'HISTORY_WITHOUT_CONVERSIONS A1']);
  });

  it('is asked about the years that have no row, or an empty one, up to the year of the plan', () => {
    const rows = sheet([2005, 4000, 0, null], [2007, 4000, 0, null], [2008, null, null, 'no records']);
    expect(codesOf(read(rows))).toEqual(['YEARS_UNKNOWN A1']);
    expect(read(rows).asked[0]?.text).toContain('2006, 2008, 2009, 2010, 2011');
    expect([codesOf(read(rows, { answers: { A1: 'include' } })), warningsOf(read(rows, { answers: { A1: 'include' } }))]).toEqual([[], ['HISTORY_WITHOUT_CONVERSIONS A1']]);
    expect(warningsOf(read(rows, { answers: { A1: { kind: 'unknown' } } }))).toContain('UNKNOWN_YEAR_APART A1');
  });

  it('is not asked about years that another selection has, nor where the basis is given', () => {
    const rows: Sheet = [...sheet([2010, 5000, 0, null]), ['Nondeductible contribution 2011', 5000]];
    expect(codesOf(read(rows, {}, [{ role: 'contributions', range: 'A3:B3' }]))).toEqual([]);
    const given: Sheet = [...sheet([2005, 5000, 0, null]), ['Basis 12/31/2011', 5000]];
    expect(codesOf(read(given, {}, [{ role: 'prior_basis', range: 'A3:B3' }]))).toEqual([]);
  });

  it('gives way to the contributions of another selection, and tells what of them was deducted', () => {
    const rows: Sheet = [...sheet([2011, 5000, 0, null], [2012, 5000, 2000, null]), ['IRA contribution 2012', 5000]];
    const reading = read(rows, {}, [{ role: 'contributions', range: 'A4:B4' }]);
    expect([sumsOf(reading, 2012), codesOf(reading), fateOf(reading, 'B3')]).toEqual([{ contributionsInYear: '5000.00', deducted: '2000.00' }, [], 'excluded']);
  });

  it('is read by its parts where their difference stands beside them: a formula shows 0 for what is not known', () => {
    const log: Sheet = [['Year', 'IRA contribution', 'Deducted', 'Nondeductible'], [2010, null, null, { f: '=B2-C2', v: 0 }], [2011, 5000, 2000, { f: '=B3-C3', v: 3000 }], [2012, 5000, 0, { f: '=B4-C4', v: 5000 }]];
    const reading = read(log);
    expect(codesOf(reading)).toEqual(['YEARS_UNKNOWN A1']);
    expect(sumsOf(reading, 2011)).toEqual({ contributionsInYear: '5000.00', deducted: '2000.00' });
  });

  it('states the filed line 14 of its years, to be compared', () => {
    const log: Sheet = [['Year', 'IRA contribution', 'Deducted', '8606 line 14'], [2011, 5000, 0, 5000], [2012, 5000, 0, 10000]];
    expect(read(log).years.map(({ year, statedCarry }) => [year, statedCarry?.amount.toString()])).toEqual([[2011, '5000'], [2012, '10000']]);
  });
});

describe('a table with a row for each year', () => {
  it('takes nondeductible contributions as they are: what was deducted is taken off them already', () => {
    const log: Sheet = [['Year', 'IRA contribution', 'Deducted', 'Nondeductible'], [2012, 5000, 2000, 3000]];
    expect(sumsOf(readLog(log, [{ role: 'year_table', range: 'A1:D2' }], { year: 2012 }), 2012)).toEqual({ contributionsInYear: '3000.00' });
  });
});
