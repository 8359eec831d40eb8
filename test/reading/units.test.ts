import type { Reading } from '../../src/reading/facts';
import { codesOf, readLog, sumsOf, warningsOf, type PlanFor, type Sheet } from './sheet';

const table = (log: Sheet, plan: PlanFor = {}): Reading => readLog(log, [{ role: 'year_table', range: `A1:D${log.length}` }], plan);
const header = ['Year', 'Nondeductible', 'Converted', 'FMV 12/31'];

describe('a sheet that says that it is in thousands', () => {
  it.each<[string, Sheet]>([
    ['above the header', [['Backdoor log (in 000s)', null, null, null], header, [2025, 7, 7.00053, 0.5]]],
    ['in a line of units below the header', [header, [null, '(in 000s)', '(in 000s)', '(in 000s)'], [2025, 7, 7.00053, 0.5]]],
    ['in a note below', [header, [2025, 7, 7.00053, 0.5], ['Amounts in thousands', null, null, null]]],
  ])('%s counts nothing until it is confirmed, and then a thousand dollars for each', (_where, log) => {
    const [asked] = table(log).asked;
    expect(asked?.code).toBe('IN_THOUSANDS');
    expect(table(log).years.flatMap(({ used }) => used)).toEqual([]);
    const at = `${'ABCDEFG'.charAt((asked?.cell.column ?? 1) - 1)}${asked?.cell.row ?? 0}`;
    const confirmed = table(log, { answers: { [at]: { scale: 1000 } } });
    expect(sumsOf(confirmed)).toEqual({ contributionsInYear: '7000.00', conversions: '7000.53', accountValues: '500.00' });
    expect(confirmed.years[0]?.used.map(({ scale }) => scale)).toEqual([1000, 1000, 1000]);
    expect(warningsOf(confirmed)).toEqual([`READ_IN_THOUSANDS ${at}`]);
    expect(sumsOf(table(log, { answers: { [at]: { scale: 1 } } }))).toEqual({ contributionsInYear: '7.00', conversions: '7.00', accountValues: '0.50' });
  });

  it('of one column only holds back that column only', () => {
    const log: Sheet = [['Year', 'Nondeductible', 'Converted', 'FMV 12/31 (000s)'], [2025, 7000, 7000, 93]];
    expect(codesOf(table(log))).toEqual(['IN_THOUSANDS D1']);
    expect(sumsOf(table(log))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
    expect(sumsOf(table(log, { answers: { D1: { scale: 1000 } } }))).toMatchObject({ conversions: '7000.00', accountValues: '93000.00' });
  });

  it('and an amount that says its own size are asked: "7k" in thousands may be 7,000 or 7,000,000', () => {
    const reading = table([['in thousands', null, null, null], header, [2025, '7k', 7, 0]], { answers: { A1: { scale: 1000 } } });
    expect(codesOf(reading)).toEqual(['AMOUNT_UNCLEAR B3']);
    expect(reading.asked[0]?.choices[0]).toEqual({ answer: { amount: '7000' }, says: 'It is 7,000' });
  });

  it('takes an answered amount as dollars', () => {
    expect(sumsOf(table([['in thousands', null, null, null], header, [2025, '~7', 7, 0]], { answers: { A1: { scale: 1000 }, B3: { amount: '6500' } } })))
      .toEqual({ contributionsInYear: '6500.00', conversions: '7000.00' });
  });
});

describe('contributions that look far too small', () => {
  it.each([[99.99, true], [100, false], [100.01, false]])('with a median of %d are asked whether they are in thousands: %s', (amount, asked) => {
    expect(codesOf(table([header, [2025, amount, 0, 0]]))).toEqual(asked ? ['IN_THOUSANDS B1'] : []);
  });

  it('are judged by the middle one, without zeros and totals', () => {
    expect(codesOf(table([header, [2022, 6, 0, 0], [2023, 6.5, 0, 0], [2024, 0, 0, 0], [2025, 7000, 0, 0], ['Total', 7012.5, 0, 0]]))).toEqual(['IN_THOUSANDS B1']);
    expect(codesOf(table([header, [2023, 6, 0, 0], [2024, 6500, 0, 0], [2025, 7000, 0, 0]]))).toEqual([]);
  });

  it('put the unit of all amounts in question, for the answer holds for all', () => {
    const log: Sheet = [header, [2025, 7, 7, 0.5]];
    expect(sumsOf(table(log))).toEqual({});
    expect(sumsOf(table(log, { answers: { B1: { scale: 1000 } } }))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00', accountValues: '500.00' });
    expect(sumsOf(table(log, { answers: { B1: { scale: 1 } } }))).toEqual({ contributionsInYear: '7.00', conversions: '7.00', accountValues: '0.50' });
  });

  it('are asked about in a list too; small conversions and values are the pennies that interest leaves', () => {
    expect(codesOf(readLog([['Nondeductible contribution', 7]], [{ role: 'contributions', range: 'A1:B1' }]))).toEqual(['IN_THOUSANDS B1']);
    expect(codesOf(readLog([['Roth conversion', 0.53]], [{ role: 'conversions', range: 'A1:B1' }]))).toEqual([]);
    expect(codesOf(readLog([['Type', 'FMV'], ['IRA', 0.53]], [{ role: 'accounts', range: 'A1:B2' }]))).toEqual([]);
  });
});
