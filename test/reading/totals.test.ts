import type { Reading } from '../../src/reading/facts';
import { isTotalLabel } from '../../src/reading/totals';
import { codesOf, fateOf, readLog, sumsOf, warningsOf, type Sheet, type Written } from './sheet';

const accounts = (...rows: Sheet): Reading =>
  readLog([['Account', 'Type', 'Value 12/31'], ...rows], [{ role: 'accounts', range: `A1:C${rows.length + 1}` }]);

const iras: Sheet = [['Vanguard', 'IRA', 100], ['Schwab', 'SEP-IRA', 200]];

describe('a total among the rows', () => {
  it.each<[string, readonly Written[]]>([
    ['by its label', ['Total', null, 300]],
    ['by its label at the end of the words', ['Retirement accounts, total', null, 300]],
    ['by its label though it is wrong', ['TOTAL', null, 299]],
    ['by its SUM', [null, null, { f: '=SUM(C2:C3)', v: 300 }]],
    ['by its SUM under an odd label', ['All in', null, { f: '=SUM(C2:C3)', v: 300 }]],
    ['by SUBTOTAL', ['All in', null, { f: '=SUBTOTAL(9,C2:C3)', v: 300 }]],
    ['by SUM with the sheet named and fixed', ['All in', null, { f: '=SUM(Log!$C$2:$C$3)', v: 300 }]],
    ['by a chain of pluses', ['All in', null, { f: '=C2+C3', v: 300 }]],
    ['by the total row of an Excel table', ['All in', null, { f: '=SUBTOTAL(109,Accounts[Value 12/31])', v: 300 }]],
    ['by its amount, where it alone has no label', [null, null, 300]],
    ['by its amount as text', [null, null, '$300.00']],
  ])('is recognised %s', (_how, total) => {
    const reading = accounts(...iras, total);
    expect(sumsOf(reading)).toEqual({ accountValues: '300.00' });
    expect(fateOf(reading, 'C4')).toBe('ignored');
    expect(warningsOf(reading)).toContain('TOTAL_ROW_IGNORED C4');
    expect(reading.asked).toEqual([]);
  });

  it.each([
    ['fmv', 'Value 12/31', 'accountValues'], ['contributions', 'Nondeductible contribution', 'contributionsInYear'], ['conversions', 'Converted', 'conversions'],
    ['distributions', 'Distribution', 'distributions'], ['outstanding_rollovers', 'Amount', 'outstandingRollovers'], ['returned', 'Amount', 'returned'],
  ] as const)('is recognised by its label in the column of dates, though it is short by an amount that is text (%s)', (role, head, input) => {
    const rows: Sheet = [['Date', head], [{ date: '2025-12-31' }, 4000], [{ date: '2025-12-31' }, '3,000'], ['Total', 4000]];
    const reading = readLog(rows, [{ role, range: 'A1:B4' }]);
    expect([sumsOf(reading), codesOf(reading), fateOf(reading, 'B4')]).toEqual([{ [input]: '7000.00' }, [], 'ignored']);
    expect(warningsOf(reading)).toEqual(expect.arrayContaining(['TOTAL_ROW_IGNORED B4', 'SOURCE_TOTAL_DISAGREES B4']));
  });

  it('is recognised by its label in the column of years', () => {
    const rows: Sheet = [['Tax year', 'Deducted'], [2025, 400], [2025, '300'], ['Total', 400]];
    const reading = readLog(rows, [{ role: 'deducted', range: 'A1:B4' }]);
    expect([sumsOf(reading), codesOf(reading), fateOf(reading, 'B4')]).toEqual([{ deducted: '700.00' }, [], 'ignored']);
  });

  it('is recognised below each group and below all of them', () => {
    const reading = accounts(
      ...iras, ['Subtotal', null, 300], ['Fidelity', 'Rollover IRA', 50], ['Merrill', 'IRA', 5], ['Subtotal', null, 55], ['Grand total', null, 355],
    );
    expect(sumsOf(reading)).toEqual({ accountValues: '355.00' });
    expect(warningsOf(reading)).toEqual(['TOTAL_ROW_IGNORED C4', 'TOTAL_ROW_IGNORED C7', 'TOTAL_ROW_IGNORED C8']);
  });

  it('is recognised above the rows that it adds up', () => {
    expect(sumsOf(accounts(['All in', null, { f: '=SUM(C3:C4)', v: 300 }], ...iras))).toEqual({ accountValues: '300.00' });
  });

  it.each<[string, Sheet, string]>([
    ['that is the only row', [['Total IRA', 'IRA', 300]], '300.00'],
    ['with a SUM over another sheet', [['Vanguard', 'IRA', { f: '=SUM(Stmt!C2:C9)', v: 100 }], ['Schwab', 'IRA', 200]], '300.00'],
    ['with a SUM over cells outside the selection', [['Vanguard', 'IRA', { f: '=SUM(F2:F9)', v: 100 }], ['Schwab', 'IRA', 200]], '300.00'],
    ['with a SUM over a table of its own', [['Vanguard', 'IRA', { f: '=SUM(Vanguard[Value])', v: 100 }], ['Schwab', 'IRA', 200]], '300.00'],
    ['whose value happens to be the sum of those above', [...iras, ['Fidelity', 'Rollover IRA', 300]], '600.00'],
    ['whose value is one half of the sum of all', [['Vanguard', 'IRA', 100], ['Schwab', 'IRA', 100]], '200.00'],
    ['of a fund that is called so', [['Total Stock Market', 'IRA', 100]], '100.00'],
    ['with zeros above it', [['Vanguard', 'IRA', 0], ['Schwab', 'IRA', 0], ['Fidelity', 'IRA', 0]], '0'],
  ])('is not seen in a row %s', (_what, rows, sum) => {
    const reading = accounts(...rows);
    expect(sumsOf(reading)).toEqual(sum === '0' ? {} : { accountValues: sum });
    expect(warningsOf(reading)).toEqual([]);
  });

  it('is asked about where a label says so beside an account type and another amount', () => {
    const reading = accounts(...iras, ['Total Bond Fund', 'Rollover IRA', 50]);
    expect(codesOf(reading)).toEqual(['LOOKS_LIKE_TOTAL C4']);
    expect(sumsOf(reading)).toEqual({ accountValues: '300.00' });
  });

  it('is asked about where a label that says nothing stands beside the sum of the rows above', () => {
    const log: Sheet = [['Nondeductible contribution', 4000], ['Nondeductible, second', 3000], ['Nondeductible all in', 7000]];
    const reading = readLog(log, [{ role: 'contributions', range: 'A1:B3' }]);
    expect(codesOf(reading)).toEqual(['LOOKS_LIKE_TOTAL B3']);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00' });
  });
});

describe('the sheet\'s own total', () => {
  it('is compared with what was counted, and a difference is reported with its reason', () => {
    const reading = accounts(['Vanguard', 'IRA', '$100'], ['Schwab', 'IRA', 200], ['Total', null, { f: '=SUM(C2:C3)', v: 200 }]);
    expect(sumsOf(reading)).toEqual({ accountValues: '300.00' });
    expect(reading.warnings.find(({ code }) => code === 'SOURCE_TOTAL_DISAGREES')?.text)
      .toBe('Log!C4 shows 200, but the rows that it should add up come to 300. Excel\'s SUM passes over amounts that are text (Log!C2).');
  });

  it.each([[299.99, true], [300, false], [300.01, true]])('of %d over 300 disagrees: %s', (total, disagrees) => {
    expect(warningsOf(accounts(...iras, ['Total', null, total])).includes('SOURCE_TOTAL_DISAGREES C4')).toBe(disagrees);
  });

  it('over rows that were left out is told beside the total and is no disagreement with what was counted', () => {
    const reading = accounts(...iras, ['Fidelity', 'Roth IRA', 1000], ['Total', null, 300]);
    expect(warningsOf(reading)).toEqual(['TOTAL_ROW_IGNORED C5', 'EXCLUDED_TYPES']);
    expect(reading.warnings[0]?.text).toContain('Log!C5 shows 300, but the rows that it should add up come to 1,300.');
  });

  it('in which nothing stands yet is nobody\'s, in a sheet of two persons too', () => {
    const reading = readLog([['Own', 'Type', 'Value 12/31'], ['T', 'IRA', 100], ['S', 'IRA', 200], ['Total', null, null]], [{ role: 'accounts', range: 'A1:C4' }]);
    expect([sumsOf(reading), codesOf(reading)]).toEqual([{ accountValues: '100.00' }, []]);
  });

  it('is not compared where one of its rows cannot be read', () => {
    expect(warningsOf(accounts(...iras, ['Fidelity', 'IRA', '~50'], ['Total', null, 350]))).toEqual(['TOTAL_ROW_IGNORED C5']);
  });
});

describe('the words of a total', () => {
  it.each(['Total', 'TOTALS:', 'Grand total', 'Sub-total', 'subtotal', 'Total retirement', 'IRAs, total', 'Sum', 'YTD', 'Balance fwd', 'Joint', 'Combined'])('"%s" are some', (words) => {
    expect(isTotalLabel(words)).toBe(true);
  });

  it.each(['Vanguard Total Stock Market', 'TotalEnergies', 'Summit Bank', 'Joint brokerage', 'Traditional IRA', ''])('"%s" are none', (words) => {
    expect(isTotalLabel(words)).toBe(false);
  });
});
