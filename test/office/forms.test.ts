/** Forms 1099-R and 5498 on the tab: what is read of them counts by live formulas, and the tie-out adds it up from the support rows. */
import { rowInBlock, rowOfCheck, rowOfEntry } from '../../src/worksheet/positions';
import { workpaper, type Workpaper } from '../support/addIn';
import { aSheet, aWorkbook, closeHosts } from '../support/hostedWorkbook';

afterEach(closeHosts);

const tab = '8606 2025 T';
const shown = async (book: Workpaper, cell: string): Promise<unknown> => (await book.values(tab, cell))[0]?.[0];
const inBlock = (book: Workpaper, id: string): Promise<unknown> => shown(book, `C${rowInBlock(id)}`);
const line = (book: Workpaper, id: string): Promise<unknown> => shown(book, `C${rowOfEntry(id)}`);
const check = (book: Workpaper, id: string): Promise<unknown> => shown(book, `C${rowOfCheck(id)}`);

const onSheet = (rows: readonly (readonly (string | number | null)[])[]): Record<string, string | number> => Object.fromEntries(
  rows.flatMap((row, r) => row.flatMap((value, c) => (value === null ? [] : [[`${String.fromCharCode(65 + c)}${r + 1}`, value] as const]))));

/** Rows 2 to 6 of Forms 1099-R, 8 to 10 of Forms 5498, and the contribution and basis below them. */
const rows = [
  ['Payer', 'Box 1', 'Box 7', 'IRA/SEP/SIMPLE', 'Converted to Roth', 'QCD', 'Box 4'],
  ['Vanguard', 7000, '02', 'X', 'X', null, null],
  ['Schwab', '$10,000.00', 7, 'X', 4000, 1000, null],
  ['Fidelity', 3000, 'G', 'X', null, null, null],
  ['TIAA', 2000, 2, 'X', 'X', null, 500],
  ['Ally', 900, 'J', null, null, null, null],
  ['Custodian', 'Box 1', 'Box 3', 'Box 5', 'Box 7'],
  ['Vanguard', 7000, null, 50000, 'IRA'],
  ['Schwab', null, 12500, 999, 'Roth IRA'],
  ['Nondeductible contribution 5/2/2025', 7000],
  ['Basis 12/31/2024', 1000],
] as const;

const plan = {
  person: 'T', name: 'A. Patel', year: 2025,
  sources: [
    { role: 'form_1099r', range: 'Forms!A1:G6' }, { role: 'form_5498', range: 'Forms!A7:E9' },
    { role: 'contributions', range: 'Forms!A10:B10' }, { role: 'prior_basis', range: 'Forms!A11:B11' },
  ],
  answers: { 'Forms!G5': 'include' },
};

const built = async (): Promise<Workpaper> => {
  const book = workpaper(aWorkbook([aSheet('Forms', onSheet(rows))]));
  expect((await book.actions.build(plan)).errors).toEqual([]);
  return book;
};

describe('Forms that were selected', () => {
  // By hand: converted 7,000 + 4,000 + 1,500; distributed 10,000 - 4,000 - 1,000 and the 500 withheld; 3,000 rolled into a plan.
  it('give lines 6, 7 and 8, parts taken off the cells that they are part of', async () => {
    const book = await built();
    expect([await line(book, '6'), await line(book, '7'), await line(book, '8')]).toEqual([50000, 5500, 12500]);
    expect(await shown(book, 'C6')).toBe('READY');
  });

  it('are added up in the tie-out, and checks C4 and C5 compare them with the lines', async () => {
    const book = await built();
    expect([await inBlock(book, '1099-R'), await inBlock(book, '1099-R excluded'), await inBlock(book, '1099-R difference')]).toEqual([22000, 4000, 0]);
    expect([await inBlock(book, '5498 box 1'), await inBlock(book, '5498 box 3'), await inBlock(book, '5498 difference')]).toEqual([7000, 12500, 0]);
    expect([await check(book, 'C4'), await check(book, 'C5'), await check(book, 'E1')]).toEqual(['OK', 'OK', 'OK']);
  });

  it('move the lines and the tie-out as soon as a cell of theirs changes', async () => {
    const book = await built();
    await book.write('Forms', 'F3', [[2000]]);
    expect([await line(book, '7'), await inBlock(book, '1099-R excluded'), await inBlock(book, '1099-R difference')]).toEqual([4500, 5000, 0]);
    await book.write('Forms', 'C9', [[12000]]);
    expect([await inBlock(book, '5498 difference'), await check(book, 'C5')]).toEqual([500, 'LOOK']);
    await book.write('Forms', 'B3', [['about 10,000']]);
    expect([await line(book, '7'), await inBlock(book, '1099-R'), await check(book, 'C4')]).toEqual(['#N/A', '#N/A', 'LOOK']);
  });

  it('leave the tie-out to the preparer again when they are no longer selected', async () => {
    const book = await built();
    const without = { ...plan, sources: [...plan.sources.slice(1), { role: 'conversions', range: 'Forms!B2' }], answers: {} };
    expect((await book.actions.build(without)).errors).toEqual([]);
    expect([await inBlock(book, '1099-R'), await inBlock(book, '1099-R excluded'), await inBlock(book, '5498 box 3')]).toEqual(['', '', 12500]);
    await book.write(tab, `C${rowInBlock('1099-R')}`, [[7000]]);
    expect((await book.actions.build(without)).errors).toEqual([]);
    expect(await inBlock(book, '1099-R')).toBe(7000);
    const again = await book.actions.build(plan);
    expect(again.tabs[0]?.changes.join(' ')).toContain('held 7000, as typed; it now adds up the forms that are selected');
    expect(await inBlock(book, '1099-R')).toBe(22000);
  });

  it('are told where they differ from what other selections give', async () => {
    const book = workpaper(aWorkbook([aSheet('Forms', onSheet(rows))]));
    await book.write('Forms', 'C9', [[12499.99]]);
    const report = await book.actions.read(plan);
    expect(report.tabs[0]?.warnings.filter(({ code }) => code.startsWith('FORM_')).map(({ cell, code }) => [cell, code])).toEqual([['Forms!C9', 'FORM_5498_DIFFERS']]);
  });
});

describe('A filed line 14 in the sheet', () => {
  const history = [['Year', 'IRA contribution', 'Deducted', '8606 line 14'], [2023, 6500, 0, 6500], [2024, 7000, 0, 13000], [2025, 7000, 0, 20500]];
  const read = async (value: number) => {
    const book = workpaper(aWorkbook([aSheet('Basis', onSheet(history))]));
    await book.write('Basis', 'D3', [[value]]);
    return book.actions.read({ person: 'T', year: 2025, sources: [{ role: 'basis_history', range: 'Basis!A1:D4' }] });
  };

  it('is compared with what is worked out, year by year, and the difference is told at its cell', async () => {
    const differing = await read(13000);
    expect(differing.tabs[0]?.warnings.filter(({ code }) => code === 'FILED_LINE_14_DIFFERS').map(({ cell }) => cell)).toEqual(['Basis!D3']);
    expect(differing.tabs[0]?.lines['14']).toBe(20500);
    expect((await read(13500)).tabs[0]?.warnings.filter(({ code }) => code === 'FILED_LINE_14_DIFFERS')).toEqual([]);
  });
});
