/** Part III on the tab: filled in from the sheet, live, tied out to Form 1040, and in the report where there is one. */
import { partIIILines } from '../../src/forms/form8606/partIII';
import { adjustmentId } from '../../src/worksheet/adjustments';
import { head, rowInBlock, rowOfCheck, rowOfEntry } from '../../src/worksheet/positions';
import { accountList, accountListPlan, openSample, workpaper, type Workpaper } from '../support/addIn';
import { aSheet, aWorkbook, closeHosts } from '../support/hostedWorkbook';

afterEach(closeHosts);

const tab = '8606 2025 T';
const shown = async (book: Workpaper, cell: string): Promise<unknown> => (await book.values(tab, cell))[0]?.[0];
const line = (book: Workpaper, id: string): Promise<unknown> => shown(book, `C${rowOfEntry(id)}`);
const inBlock = (book: Workpaper, id: string): Promise<unknown> => shown(book, `C${rowInBlock(id)}`);

/** 62,000 taken, 10,000 of it for a first home; 20,000 of contributions and 31,500.75 of conversions behind it. */
const roth = () => workpaper(aWorkbook([aSheet('Roth', {
  A1: 'Date', B1: 'Description', C1: 'Amount', D1: 'Homebuyer', E1: 'Basis in contributions', F1: 'Basis in conversions',
  A2: '6/3/2025', B2: '=Fidelity <b>Roth</b>', C2: 62000, D2: 10000, E2: 20000, F2: '$31,500.75',
})]));
const plan = { person: 'T', year: 2025, rounding: 'cents', sources: [{ role: 'roth_distributions', range: 'Roth!A1:F2' }] };

const built = async (): Promise<Workpaper> => {
  const book = roth();
  expect((await book.actions.build(plan)).errors).toEqual([]);
  return book;
};

describe('Part III on the tab', () => {
  // Form 8606 (2025), lines 19 to 25c, worked out by hand: 62,000 - 10,000 = 52,000; less 20,000 = 32,000; less 31,500.75 = 499.25.
  const byHand = { 19: 62000, 20: 10000, 21: 52000, 22: 20000, 23: 32000, 24: 31500.75, '25a': 499.25, '25b': 0, '25c': 499.25 };

  it('is filled in line by line, under names that other workpapers can link to, and is in the report', async () => {
    const book = roth();
    const report = await book.actions.build(plan);
    expect(report.tabs[0]?.lines).toMatchObject(byHand);
    for (const [id, amount] of Object.entries(byHand)) {
      expect(await line(book, id)).toBe(amount);
      expect(book.host.book.backend.names().find(({ name }) => name === `F8606_2025_T_L${id}`)?.formula).toBe(`='${tab}'!$C$${rowOfEntry(id)}`);
    }
    expect(report.tabs[0]?.used.map(({ cell, line: on }) => [cell, on])).toEqual([['Roth!C2', '19'], ['Roth!D2', '20'], ['Roth!E2', '22'], ['Roth!F2', '24']]);
    expect(report.tabs[0]?.status).toBe('READY');
  });

  it('adds line 19 to line 4a and line 25c to line 4b of Form 1040', async () => {
    const book = await built();
    expect([await inBlock(book, '4a'), await inBlock(book, '4b')]).toEqual([62000, 499.25]);
  });

  it('follows its cells, and the limit for homebuyers stands in a cell of its own', async () => {
    const book = await built();
    await book.write('Roth', 'C2:D2', [[61500.75, 10000.01]]);
    expect([await line(book, '20'), await line(book, '25a'), await line(book, '25c')]).toEqual([10000, 0, '']);
    await book.write(tab, `C${rowInBlock('Homebuyer limit')}`, [[9000]]);
    expect([await line(book, '20'), await line(book, '25c')]).toEqual([9000, 1000]);
    await book.write('Roth', 'F2', [['see statement']]);
    expect([await line(book, '24'), await shown(book, `C${head.status}`)]).toEqual(['#N/A', 'DRAFT']);
  });

  it('is blank, and not in the report, where nothing was taken from a Roth IRA', async () => {
    const book = await openSample(accountList);
    const report = await book.actions.build(accountListPlan);
    expect(Object.keys(report.tabs[0]?.lines ?? {})).not.toContain('19');
    for (const id of partIIILines) expect(await line(book, id)).toBe('');
    expect(await line(book, 'Roth distribution')).toBe('No');
  });

  it('takes adjustments of lines 19, 20, 22 and 24, and the next build counts them too', async () => {
    const book = await built();
    const entered = ['19', '20', '22', '24'].map((id, index) => [index + 1, id, 100 * (index + 1)] as const);
    for (const [number, id, amount] of entered) {
      const row = rowInBlock(adjustmentId(number));
      await book.write(tab, `A${row}:C${row}`, [[id, 'Corrected statement', amount]]);
    }
    const expected = [62100, 10000, 20300, 31900.75];
    expect(await Promise.all(entered.map(([, id]) => line(book, id)))).toEqual(expected);
    const report = await book.actions.build(plan);
    expect(entered.map(([, id]) => report.tabs[0]?.lines[id])).toEqual(expected);
    expect(await shown(book, `C${rowOfCheck('E1')}`)).toBe('OK');
    expect(report.tabs[0]?.changes).toContain('Line 22: 20,000 before, 20,300 now.');
  });

  it('asks for a basis that the sheet lacks, and stops until there is one', async () => {
    const book = roth();
    const without = { ...plan, sources: [{ role: 'roth_distributions', range: 'Roth!A1:C2' }] };
    const [asked] = (await book.actions.build(without)).tabs;
    expect([asked?.status, asked?.asked.map(({ code }) => code)]).toEqual(['DRAFT', ['ROTH_BASIS_MISSING']]);
    expect([await shown(book, `C${rowOfCheck('P3')}`), await shown(book, `C${head.status}`)]).toEqual(['STOP', 'DRAFT']);
    const [answered] = (await book.actions.build({ ...without, answers: { 'Roth!C2': { contributionBasis: '62000' } } })).tabs;
    expect([answered?.status, answered?.lines['22'], answered?.lines['23']]).toEqual(['READY', 62000, 0]);
    expect(await shown(book, `C${head.status}`)).toBe('READY');
  });
});
