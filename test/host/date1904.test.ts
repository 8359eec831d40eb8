/**
 * A workbook that counts days from 1904. Excel shows 1 March 2025 for the number 44,255 there, and for 45,717 in a workbook that
 * counts from 1900 (the first day of the one system is day 1,462 of the other).
 */
import { changesOf } from '../../src/host';
import type { EngineFunction } from '../../src/host/backend';
import { aSheet, aWorkbook, closeHosts, hosted, type CellInBrief, type Hosted } from '../support/hostedWorkbook';

afterEach(closeHosts);

const double: EngineFunction = {
  name: 'BASIS.DOUBLE', minimumArguments: 1, maximumArguments: 1, 
  call: ([argument]) => Number(argument?.kind === 'cells' ? argument.cells[0]?.[0] : argument?.kind === 'value' ? argument.value : Number.NaN) * 2,
};
const march = { value: 44255, numberFormat: 'm/d/yyyy' };

const open = (formulas: Readonly<Record<string, CellInBrief>>, date1904 = true): Hosted =>
  hosted(aWorkbook([aSheet('Log', { A1: march, A2: 7000, A3: 'm/d/yyyy', ...formulas })], { date1904 }), [double]);

const shown = ({ host }: Hosted, row: number): unknown => host.book.backend.cell({ sheet: host.book.worksheets[0]!.id, row: row - 1, column: 1 }).value;
const reasons = ({ host }: Hosted): readonly string[] => host.book.backend.uncalculated().map(({ reason }) => reason);

describe('A formula of dates in a workbook that counts days from 1904', () => {
  for (const [formula, saved, name] of [
    ['=YEAR(A1)', 2025, 'YEAR'], ['=IF(A2>0,DATE(2025,3,1),"")', 44255, 'DATE'], ['=TEXT(A1,"m/d/yyyy")', '3/1/2025', 'TEXT'], ['=TEXT(A1,A3)', '3/1/2025', 'TEXT'],
    ['=edate(A1,12)', 44620, 'EDATE'], ['=BASIS.DOUBLE(YEAR(A1))', 4050, 'YEAR'],
  ] as const) {
    it(`keeps what Excel saved, and says why: ${formula}`, async () => {
      const book = open({ B1: [formula, saved] });
      await book.host.recalculate();
      expect(shown(book, 1)).toBe(saved);
      expect(reasons(book)).toEqual([`the workbook counts days from 1904, and ${name} counts them from 1900 here`]);
    });
  }

  it('is not written over by a wrong date when its source changes, and told as out of date', async () => {
    const book = open({ B1: ['=YEAR(A1)', 2025], B2: ['=B1+1', 2026] });
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Log').getRange('A1').values = [[44620]];
      await context.sync();
    });
    const { changes, outOfDate } = changesOf(book.host.book, 'BASIS');
    expect(changes.cells.get('Log')?.map(({ address }) => address)).toEqual(['A1']);
    expect(outOfDate.map(({ cell, text }) => `${cell}: ${text}`)).toEqual([
      'Log!B1: It could not be calculated: the workbook counts days from 1904, and YEAR counts them from 1900 here. The file keeps what it had.',
      'Log!B2: It depends on a cell that could not be calculated; the file keeps what it had.',
    ]);
  });
});

describe('Everything else', () => {
  for (const [formula, result] of [
    ['=A1+1', 44256], ['=TEXT(A2,"$#,##0.00")', '$7,000.00'], ['=TEXT(A2,"0 ""days""")', '7000 days'], ['=ROUND(A2/3,2)', 2333.33], ['=BASIS.DOUBLE(A2)', 14000],
  ] as const) {
    it(`is calculated there too: ${formula}`, async () => {
      const book = open({ B1: [formula, 'not yet'] });
      await book.host.recalculate();
      expect(shown(book, 1)).toBe(result);
      expect(reasons(book)).toEqual([]);
    });
  }

  it('and formulas of dates are, in a workbook that counts from 1900', async () => {
    const book = open({ B1: ['=YEAR(A1+1462)', 0], B2: ['=TEXT(A1+1462,A3)', ''] }, false);
    await book.host.recalculate();
    expect([shown(book, 1), shown(book, 2)]).toEqual([2025, '3/1/2025']);
  });
});
