/** The years of one person on one sheet: live, chained, built and taken back with the tabs, and kept when it is built again. */
import { HostFault } from '../../src/host';
import { readWorkbook } from '../../src/package';
import { adjustmentId } from '../../src/worksheet/adjustments';
import { ledgerPlaces } from '../../src/worksheet/ledgerTab';
import { rowInBlock, rowOfEntry } from '../../src/worksheet/positions';
import { workpaper, type Workpaper } from '../support/addIn';
import { aSheet, aWorkbook, closeHosts } from '../support/hostedWorkbook';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

afterEach(closeHosts);

const ledger = '8606 ledger T';
const first = ledgerPlaces.firstYear;
const rows = (book: Workpaper, count: number, from = 'A', to = 'M'): Promise<unknown[][]> => book.values(ledger, `${from}${first}:${to}${first + count - 1}`);
const sheetsOf = (book: Workpaper): readonly string[] => book.host.book.worksheets.map(({ name }) => name);

/** wb01: a row for each of the years 2021 to 2025, worked out in cents in test/fixtures/workbooks. */
const tracker = async (): Promise<Workpaper> => workpaper(readWorkbook(await asXlsx(sampleWorkbook('wb01_physician_row_per_year'))));
const planOf = (year: number | readonly number[], range = 'Backdoor!A3:G9') => ({ person: 'T', year, rounding: 'cents', sources: [{ role: 'year_table', range }] });

const built = async (year: number | readonly number[] = [2024, 2025]): Promise<Workpaper> => {
  const book = await tracker();
  const report = await book.actions.build(planOf(year));
  expect(report.errors).toEqual([]);
  expect(report.tabs.every((tab) => tab.ledger === ledger)).toBe(true);
  return book;
};

describe('The ledger of a person', () => {
  it('has a row for every year: with its own tab by the tab\'s names, without one by its column on a later tab', async () => {
    const book = await built();
    const shown = await rows(book, 5);
    expect(shown.map(([year]) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
    // What one year carries is what the next begins with, and beginning and in less out is the end.
    for (const [index, [, opening, other, contributed, used, closing, , , , , , , check]] of shown.entries()) {
      expect(opening).toBe(index === 0 ? opening : shown[index - 1]?.[5]);
      expect(Number(opening) + Number(other) + Number(contributed) - Number(used)).toBeCloseTo(Number(closing), 9);
      expect(check).toBe('OK');
    }
    const formulas = await book.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(ledger).getRange(`F${first}:F${first + 4}`);
      range.load('formulas');
      await context.sync();
      return range.formulas.flat() as string[];
    });
    expect(formulas[4]).toBe('=F8606_2025_T_CARRY');
    expect(formulas[3]).toBe('=F8606_2024_T_CARRY');
    expect(formulas[0]).toMatch(/^='8606 2024 T'!/);
    expect((await book.values(ledger, 'C6'))[0]).toEqual(['AGREES']);
  });

  it('gives each year what its own tab gives, and follows the user\'s cells through all years at once', async () => {
    const book = await built();
    const tab = async (id: string): Promise<unknown> => (await book.values('8606 2025 T', `C${rowOfEntry(id)}`))[0]?.[0];
    const [, , , contributed, used, closing, value, converted, taxable] = (await rows(book, 5))[4]!;
    expect([contributed, used, closing, value, converted, taxable]).toEqual(await Promise.all(['1', '13', '14', '6', '16', '18'].map(tab)));
    const before = (await rows(book, 5)).map((row) => row[5]);
    await book.write('Backdoor', 'D5', [[5980]]);
    const after = (await rows(book, 5)).map((row) => row[5]);
    expect(after.filter((closingNow, index) => closingNow !== before[index]).length).toBeGreaterThanOrEqual(3);
    expect((await book.values(ledger, 'C6'))[0]).toEqual(['AGREES']);
  });

  it('is not built for one year or two: each stands beside the other on its tab', async () => {
    const two = workpaper(aWorkbook([aSheet('Log', { A1: 'Year', B1: 'Nondeductible contribution', C1: 'Converted', D1: '12/31 value', A2: 2024, B2: 7000, C2: 0, D2: 7000, A3: 2025, B3: 7000, C3: 0, D3: 14000 })]));
    const report = await two.actions.build({ person: 'T', year: [2024, 2025], sources: [{ role: 'year_table', range: 'Log!A1:D3' }] });
    expect(report.tabs.map((tab) => tab.ledger)).toEqual([null, null]);
    expect(sheetsOf(two)).not.toContain(ledger);
  });

  it('shows where a year begins with something else than the year before ended with', async () => {
    const book = await built([2023, 2024, 2025]);
    const row = rowInBlock(adjustmentId(1));
    await book.write('8606 2024 T', `A${row}:C${row}`, [['2', 'Transferred in a divorce', 100]]);
    const shown = await rows(book, 5);
    expect(shown.map((year) => [year[2], year[12]])).toEqual([[0, 'OK'], [0, 'OK'], [0, 'OK'], [100, 'LOOK'], [0, 'OK']]);
    expect(shown[4]?.[1]).toBe(shown[3]?.[5]);
    expect((await book.values(ledger, 'C6'))[0]).toEqual(['LOOK']);
  });

  it('says #N/A, and LOOK, where a year\'s tab can no longer be read', async () => {
    const book = await built([2023, 2024, 2025]);
    await book.write('Backdoor', 'B8', [['?']]);
    const shown = await rows(book, 5);
    expect([shown[4]?.[5], shown[4]?.[12], shown[3]?.[12]]).toEqual(['#N/A', 'LOOK', 'OK']);
    expect((await book.values(ledger, 'C6'))[0]).toEqual(['LOOK']);
  });
});

describe('Building the ledger again', () => {
  it('changes nothing when nothing has changed', async () => {
    const book = await built();
    const before = book.state();
    expect((await book.actions.build(planOf([2024, 2025]))).errors).toEqual([]);
    expect(book.state()).toBe(before);
  });

  it('keeps a note beside its year, also when an earlier year comes before it', async () => {
    const book = await tracker();
    const later = planOf([2023, 2024, 2025], 'Backdoor!A3:G9');
    expect((await book.actions.build({ ...later, sources: [{ role: 'year_table', range: 'Backdoor!A3:G3' }, { role: 'year_table', range: 'Backdoor!A6:G9' }] })).ok).toBe(true);
    const years = async (): Promise<unknown[]> => (await book.values(ledger, `A${first}:A${first + 5}`)).flat();
    const noteOf = async (year: number): Promise<unknown> => (await book.values(ledger, `O${first + (await years()).indexOf(year)}`))[0]?.[0];
    const before = await years();
    await book.write(ledger, `O${first + before.indexOf(2024)}`, [['agreed to the filed form']]);
    expect((await book.actions.build(later)).errors).toEqual([]);
    expect(await noteOf(2024)).toBe('agreed to the filed form');
    expect((await years()).indexOf(2024)).toBeGreaterThanOrEqual(before.indexOf(2024));
  });

  it('takes up a year that is built by itself, and keeps the years that stand on other tabs', async () => {
    const book = await built([2024]);
    expect((await rows(book, 4)).map(([year]) => year)).toEqual([2021, 2022, 2023, 2024]);
    const report = await book.actions.build({ person: 'T', year: 2025, rounding: 'cents', sources: [{ role: 'contributions', range: 'Backdoor!B8' }, { role: 'fmv', range: 'Backdoor!F8' }] });
    expect(report.errors).toEqual([]);
    const shown = await rows(book, 5);
    expect(shown.map(([year]) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(shown[4]?.[1]).toBe(shown[3]?.[5]);
  });

  it('puts a formula back that was written over, and says where', async () => {
    const book = await built();
    const before = await rows(book, 5);
    await book.write(ledger, `D${first}`, [[1]]);
    const [tab] = (await book.actions.build(planOf([2024, 2025]))).tabs;
    expect(tab?.warnings.find(({ code }) => code === 'FORMULA_OVERWRITTEN')?.cell).toBe(`'${ledger}'!D${first}`);
    expect(await rows(book, 5)).toEqual(before);
  });

  it('leaves a sheet of the user\'s alone that has its title, and one that was changed in its columns, with a sentence', async () => {
    const content = readWorkbook(await asXlsx(sampleWorkbook('wb01_physician_row_per_year')));
    const book = workpaper({ ...content, sheets: [...content.sheets, aSheet(ledger, { A1: 'mine' })] });
    expect((await book.actions.build(planOf([2024, 2025]))).tabs[0]?.ledger).toBe(`${ledger} (2)`);
    expect(await book.values(ledger, 'A1')).toEqual([['mine']]);
    await book.write(`${ledger} (2)`, 'B8', [['Opening']]);
    const before = book.state();
    expect((await book.actions.build(planOf([2024, 2025]))).errors[0]?.text).toContain(`"${ledger} (2)" does not stand as this version`);
    expect(book.state()).toBe(before);
  });
});

describe('All or nothing', () => {
  const deeds: readonly (readonly [string, (book: Workpaper) => Promise<unknown>])[] = [
    ['a first build', () => Promise.resolve()],
    ['a build of one year more', (book) => book.actions.build(planOf([2024]))],
  ];
  for (const [what, prepare] of deeds) {
    it(`holds for the ledger too: ${what} that fails leaves the workbook as it was`, async () => {
      const counted = await tracker();
      await prepare(counted);
      let actions = 0;
      counted.host.onAction = () => { actions += 1; };
      expect((await counted.actions.build(planOf([2024, 2025]))).ok).toBe(true);
      closeHosts();
      const book = await tracker();
      await prepare(book);
      const before = book.state();
      // Every 151st action, and the last ones, among which the ledger is written.
      const places = [...Array.from({ length: Math.floor(actions / 151) }, (_, index) => 1 + 151 * index), ...Array.from({ length: 6 }, (_, index) => actions - index)];
      for (const n of places) {
        let action = 0;
        book.host.onAction = () => { action += 1; if (action === n) throw new HostFault('GeneralException', `The fault injected at action ${n}.`); };
        const report = await book.actions.build(planOf([2024, 2025]));
        book.host.onAction = null;
        expect({ n, ok: report.ok, equal: book.state() === before }).toEqual({ n, ok: false, equal: true });
      }
      expect((await book.actions.build(planOf([2024, 2025]))).ok).toBe(true);
    });
  }
});
