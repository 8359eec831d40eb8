/** Worksheet 1-1 on the tab: asked for only where the preparer gives the facts, shown beside, and switched by the preparer. */
import { bothWays, deductionRows } from '../../src/worksheet/worksheet11';
import { rowInBlock, rowOfCheck, rowOfEntry } from '../../src/worksheet/positions';
import { workpaper, type Workpaper } from '../support/addIn';
import { aSheet, aWorkbook, closeHosts } from '../support/hostedWorkbook';

afterEach(closeHosts);

const tab = '8606 2025 T';
const shown = async (book: Workpaper, cell: string): Promise<unknown> => (await book.values(tab, cell))[0]?.[0];
const line = (book: Workpaper, id: string): Promise<unknown> => shown(book, `C${rowOfEntry(id)}`);
const typed = (book: Workpaper, row: keyof typeof deductionRows, value: unknown): Promise<void> => book.write(tab, `C${rowInBlock(deductionRows[row])}`, [[value]]);
const check = async (book: Workpaper, id: string): Promise<readonly unknown[]> => [await shown(book, `C${rowOfCheck(id)}`), await shown(book, `E${rowOfCheck(id)}`)];

/** Rose Green (Form 8606 filled in by the IRS, irs.gov/media/168101): 300 of basis, 2,000 contributed, 1,500 of it deducted. */
const roseGreen = async (late = 0): Promise<{ readonly book: Workpaper; readonly plan: object }> => {
  const book = workpaper(aWorkbook([aSheet('Log', {
    A1: 'Contribution 3/1/2025 for 2025', B1: 2000 - late, A2: 'Deducted', B2: 1500, A3: 'Basis', B3: 300, A4: 'Value 12/31', B4: 20000, A5: 'Converted 5/1/2025', B5: 5000,
    A6: 'Contribution 2/1/2026 for 2025', B6: late,
  })]));
  const plan = {
    person: 'T', year: 2025, ratioPlaces: 3, sources: [
      { role: 'contributions', range: 'Log!A1:B1' }, { role: 'deducted', range: 'Log!B2' }, { role: 'prior_basis', range: 'Log!B3' }, { role: 'fmv', range: 'Log!B4' },
      { role: 'conversions', range: 'Log!A5:B5' }, ...(late > 0 ? [{ role: 'contributions', range: 'Log!A6:B6' }] : []),
    ],
  };
  expect((await book.actions.build(plan)).errors).toEqual([]);
  return { book, plan };
};

/** Joint, covered, with an income that lies in the range of 2025 (126,000 to 146,000) once 4,540 is in it. */
const giveFacts = async (book: Workpaper, income: unknown = 130_000): Promise<void> => {
  await typed(book, 'covered', ' yes ');
  await typed(book, 'filingStatus', 'MFJ');
  await typed(book, 'otherIncome', income);
};

describe('Worksheet 1-1 on the tab', () => {
  it('is not asked for while its facts are blank; where a part was deducted the reviewer is told to give them', async () => {
    const { book } = await roseGreen();
    expect([await line(book, '13'), await line(book, 'Worksheet 1-1, line 8'), await line(book, '6')]).toEqual([160, '', 20000]);
    expect(await check(book, 'W1')).toEqual(['LOOK', 'Part was deducted: give coverage and income']);
  });

  it('takes the place of lines 6 to 12 at once where it applies, with both results beside each other, and the next build agrees', async () => {
    const { book, plan } = await roseGreen();
    await giveFacts(book);
    const expected = { 6: '', 12: '', 13: 460, 14: 340, 17: 460, 18: 4540 };
    for (const [id, amount] of Object.entries(expected)) expect(await line(book, id)).toBe(amount);
    expect(await book.values(tab, `C${rowInBlock(bothWays.line13)}:D${rowInBlock(bothWays.carried)}`)).toEqual([[460, 160], [4540, 4840], [340, 640]]);
    expect(await check(book, 'W1')).toEqual(['LOOK', 'Line 13: 460.00 here, 160.00 the other way']);

    const [rebuilt] = (await book.actions.build(plan)).tabs;
    expect(rebuilt?.lines).toMatchObject({ 6: null, 13: 460, 14: 340, 18: 4540 });
    expect(rebuilt?.warnings.find(({ code }) => code === 'WORKSHEET_1_1_DIFFERS')?.text).toContain('lines 6 to 12 would make it 160');
    expect((await check(book, 'E1'))[0]).toBe('OK');
    expect(rebuilt?.changes).toContain('Line 13: 160 before, 460 now.');
  });

  // The range of 2025, joint and covered: 126,000 to 146,000 (IRS Notice 2024-80); 4,540 of the income is the worksheet's own.
  for (const { income, applies } of [
    { income: 121_460, applies: 'No' }, { income: 121_460.01, applies: 'Yes' }, { income: 141_459.99, applies: 'Yes' }, { income: 141_460, applies: 'No' },
  ]) {
    it(`applies: ${applies}, with an income of ${income} besides`, async () => {
      const { book, plan } = await roseGreen();
      await giveFacts(book, income);
      expect(await line(book, 'Worksheet 1-1 applies')).toBe(applies);
      expect((await book.actions.build(plan)).tabs[0]?.lines['13']).toBe(applies === 'Yes' ? 460 : 160);
      expect((await check(book, 'E1'))[0]).toBe('OK');
    });
  }

  it('is switched off and on by the preparer, and stays so', async () => {
    const { book, plan } = await roseGreen();
    await giveFacts(book);
    await typed(book, 'worksheet11', 'No');
    expect([await line(book, '13'), await shown(book, `D${rowInBlock(bothWays.line13)}`)]).toEqual([160, 460]);
    const [off] = (await book.actions.build(plan)).tabs;
    expect([off?.lines['13'], off?.warnings.map(({ code }) => code).filter((code) => code.startsWith('WORKSHEET'))]).toEqual([160, ['WORKSHEET_1_1_NOT_USED']]);
    await typed(book, 'otherIncome', 200_000);
    await typed(book, 'worksheet11', 'Yes');
    expect(await line(book, '13')).toBe(460);
    expect((await book.actions.build(plan)).tabs[0]?.lines['13']).toBe(460);
    expect((await check(book, 'E1'))[0]).toBe('OK');
  });

  it('asks no income of whom no plan covers, and nothing of a status that it does not know', async () => {
    const { book } = await roseGreen();
    await typed(book, 'covered', 'No');
    expect([await line(book, 'Worksheet 1-1 covered by a plan'), await line(book, '13'), (await check(book, 'W1'))[1]]).toEqual(['No', 160, 'It does not apply']);
    await giveFacts(book);
    await typed(book, 'filingStatus', 'married');
    expect([await line(book, 'Worksheet 1-1 asked for'), await line(book, '13')]).toEqual(['No', 160]);
  });

  it('takes the range of the spouse who is covered', async () => {
    const { book, plan } = await roseGreen();
    await typed(book, 'covered', 'no');
    await typed(book, 'spouseCovered', 'yes');
    await typed(book, 'filingStatus', 'mfj');
    await typed(book, 'otherIncome', 240_000);
    expect(await book.values(tab, `C${rowInBlock(deductionRows.rangeStart)}:C${rowInBlock(deductionRows.rangeEnd)}`)).toEqual([[236000], [246000]]);
    expect((await book.actions.build(plan)).tabs[0]?.lines['13']).toBe(460);
  });

  it('tells the conflict with line 4, which it counts and lines 4 and 5 leave out', async () => {
    const { book, plan } = await roseGreen(800);
    await giveFacts(book);
    const [report] = (await book.actions.build(plan)).tabs;
    expect(report?.lines).toMatchObject({ 4: 0 });
    expect(report?.warnings.find(({ code }) => code === 'WORKSHEET_1_1_COUNTS_LATE_MONEY')?.text).toContain('The IRS has not settled the conflict');
    expect((await check(book, 'W1'))[0]).toBe('LOOK');
  });
});
