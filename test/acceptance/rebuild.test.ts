/** What a preparer does to a workbook between two builds: each ends with a whole tab or with a sentence that says what to do. */
import { rowOfEntry } from '../../src/worksheet/positions';
import { accountList, accountListPlan, openSample, workpaper, type Workpaper } from '../support/addIn';
import { aSheet, aWorkbook, closeHosts } from '../support/hostedWorkbook';

afterEach(closeHosts);

const tab = '8606 2025 T';
const shown = async (book: Workpaper, cell: string): Promise<unknown> => (await book.values(tab, cell))[0]?.[0];

describe('A tab that the preparer deleted', () => {
  it('is built anew, though the names of its sources are still there', async () => {
    const book = await openSample(accountList);
    await book.actions.build(accountListPlan);
    const before = book.state();
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(tab).delete();
      await context.sync();
    });
    const again = await book.actions.build(accountListPlan);
    expect(again.errors).toEqual([]);
    expect(again.tabs.map(({ sheet }) => sheet)).toEqual([tab]);
    expect(await shown(book, `C${rowOfEntry('18')}`)).toBe(6653);
    expect(book.state()).toBe(before);
  });
});

describe('A tab in which lines were moved', () => {
  it('is not built again over them: the sentence names the line, where it stands, and what to do', async () => {
    const book = await openSample(accountList);
    await book.actions.build(accountListPlan);
    const elsewhere = `C${rowOfEntry('18') + 1}`;
    await book.Excel.run(async (context) => {
      context.workbook.names.getItem('F8606_2025_T_L18').delete();
      context.workbook.names.add('F8606_2025_T_L18', context.workbook.worksheets.getItem(tab).getRange(elsewhere));
      await context.sync();
    });
    const before = book.state();
    const { ok, errors } = await book.actions.build(accountListPlan);
    expect(ok).toBe(false);
    expect(errors[0]?.text).toMatch(new RegExp(`line 18 does not stand at C${rowOfEntry('18')} any more .*${elsewhere}.*Undo that, or delete the tab`, 'u'));
    expect(book.state()).toBe(before);
  });
});

describe('A range of the tab that is to be built', () => {
  it('is refused as its own source', async () => {
    const book = await openSample(accountList);
    await book.actions.build(accountListPlan);
    const before = book.state();
    const circle = { ...accountListPlan, sources: [...accountListPlan.sources, { role: 'distributions', range: `'${tab}'!C39` }] };
    const { ok, errors } = await book.actions.build(circle);
    expect(ok).toBe(false);
    expect(errors[0]?.text).toContain(`The range '${tab}'!C39 lies on a Form 8606 tab that is to be built again from it.`);
    expect(book.state()).toBe(before);
  });
});

describe('The check of the tab against the engine (E1)', () => {
  it('is OK where the form leaves lines blank, without LibreOffice or Excel having to calculate first', async () => {
    const cells = { A1: 'Nondeductible contribution 2025', B1: 7000, A2: 'Basis 12/31/2024', B2: 14000 };
    const book = workpaper(aWorkbook([aSheet('Log', cells)]));
    await book.actions.build({ person: 'T', year: 2025, sources: [{ role: 'contributions', range: 'Log!A1:B1' }, { role: 'prior_basis', range: 'Log!A2:B2' }] });
    expect(await shown(book, `C${rowOfEntry('8')}`)).toBe('');
    expect((await book.values(tab, 'A77:C87')).filter(([, , status]) => status === 'LOOK')).toEqual([]);
  });
});

describe('A workbook that counts days from 1904', () => {
  // 1 June 2025 is 44,347 days after 1 January 1904, and would be 31 May 2021 in the other system.
  it('gives a contribution the year that its cell shows', async () => {
    const cells = { A1: 'Date', B1: 'Nondeductible contribution', A2: { value: 44347, numberFormat: 'm/d/yyyy' }, B2: 7000 };
    const book = workpaper(aWorkbook([aSheet('Log', cells)], { date1904: true }));
    const plan = { person: 'T', year: 2025, sources: [{ role: 'contributions', range: 'Log!A1:B2' }] };
    const { errors, tabs } = await book.actions.read(plan);
    expect(errors).toEqual([]);
    expect(tabs[0]?.lines['1']).toBe(7000);
  });
});

describe("Last year's tab, when it stands at #N/A", () => {
  it('is not taken for a tab that carries no basis', async () => {
    const header = { A1: 'Year', B1: 'Nondeductible contribution', C1: 'Converted', D1: '12/31 value' };
    const book = workpaper(aWorkbook([aSheet('Log', { ...header, A2: 2024, B2: 7000, C2: 0, D2: 7000 }), aSheet('Next', { ...header, A2: 2025, B2: 7000, C2: 7000, D2: 93000 })]));
    const plan = (year: number, range: string) => ({ person: 'T', year, sources: [{ role: 'year_table', range }] });
    await book.actions.build(plan(2024, 'Log!A1:D2'));
    expect((await book.actions.read(plan(2025, 'Next!A1:D2'))).tabs[0]?.lines['2']).toBe(7000);
    await book.write('Log', 'B2', [['seven']]);
    const { ok, errors } = await book.actions.read(plan(2025, 'Next!A1:D2'));
    expect(ok).toBe(false);
    expect(errors[0]?.text).toContain('Line 2 of 2025 comes from the 2024 tab, which shows #N/A as the basis carried.');
  });
});
