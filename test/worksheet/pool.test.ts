/** The picture of the pool: the cells that it is drawn from say what the form says, and it stays with the tab. */
import { changesOf } from '../../src/host';
import { patchWorkbook, readWorkbook } from '../../src/package';
import { seriesLooks } from '../../src/worksheet/chart';
import { rowInBlock, rowOfEntry } from '../../src/worksheet/positions';
import { differences } from '../package/support/fixture';
import { accountList, accountListPlan, openSample, workpaper, type Workpaper } from '../support/addIn';
import { closeHosts } from '../support/hostedWorkbook';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

afterEach(closeHosts);

const tab = '8606 2025 T';
const built = async (): Promise<Workpaper> => {
  const book = await openSample(accountList);
  expect((await book.actions.build({ ...accountListPlan, rounding: 'cents' })).errors).toEqual([]);
  return book;
};

const ids = ['Pool converted', 'Pool left', 'Converted after tax', 'Left after tax', 'Converted before tax', 'Left before tax'] as const;

const poolOf = async (book: Workpaper): Promise<Record<string, unknown>> => {
  const cells = await book.values(tab, `B1:C${rowInBlock('Pool in words')}`);
  return { ...Object.fromEntries(ids.map((id) => [id, cells[rowInBlock(id) - 1]?.[1]])), words: cells[rowInBlock('Pool in words') - 1]?.[0] };
};

const line = async (book: Workpaper, id: string): Promise<unknown> => (await book.values(tab, `C${rowOfEntry(id)}`))[0]?.[0];

/** wb02: 7,000 contributed and converted; 12.48, 93,000 and 41,250.75 in the IRAs on 31 December; no basis before. */
describe('The pool', () => {
  it('shows the share of line 16 that line 17 is, and of the year-end value the basis that is left', async () => {
    const book = await built();
    const pool = await poolOf(book);
    expect(pool).toMatchObject({ 'Pool converted': 7000, 'Pool left': 134263.23 });
    expect(pool['Converted after tax']).toBeCloseTo(Number(await line(book, '17')) / 7000, 12);
    // Line 10 is 7,000 / 141,263.23, of the conversion as of all that was there; only line 11's cents are rounded.
    expect(pool['Converted after tax']).toBeCloseTo(7000 / 141263.23, 5);
    expect(pool['Left after tax']).toBeCloseTo(Number(await line(book, '14')) / 134263.23, 12);
    expect(Number(pool['Converted after tax']) + Number(pool['Converted before tax'])).toBe(1);
    expect(Number(pool['Left after tax']) + Number(pool['Left before tax'])).toBe(1);
    expect(pool['words']).toBe('Converted in 2025: $7,000, 5.0% tax-free, 95.0% taxable. In the IRAs on 31 December 2025: $134,263, 5.0% after tax, 95.0% never taxed.');
  });

  it('follows the cells of the sources', async () => {
    const book = await built();
    await book.write('IRA-1', 'D5:D7', [[0], [0], [0]]);
    expect(await poolOf(book)).toEqual({
      'Pool converted': 7000, 'Pool left': 0, 'Converted after tax': 1, 'Converted before tax': 0, 'Left after tax': 0, 'Left before tax': 0,
      words: 'Converted in 2025: $7,000, 100.0% tax-free, 0.0% taxable. In the IRAs on 31 December 2025: nothing.',
    });
  });

  it('has no share of what was not converted', async () => {
    const book = await built();
    await book.write('IRA-1', 'D16', [[0]]);
    expect(await poolOf(book)).toMatchObject({ 'Pool converted': 0, 'Converted after tax': 0, 'Converted before tax': 0, words: expect.stringMatching(/^Converted in 2025: nothing\. In/) as string });
  });

  it('says that it cannot be drawn where a source cannot be read', async () => {
    const book = await built();
    await book.write('IRA-1', 'D6', [['see statement']]);
    expect(await poolOf(book)).toMatchObject({ 'Left after tax': '#N/A', 'Left before tax': '#N/A', words: 'A source cell can no longer be read: see Support.' });
  });

  it('is drawn from those cells, once, away from the form, and left as it is when the tab is built again', async () => {
    const book = await built();
    const charts = () => book.host.book.findSheet(tab)!.charts;
    const [chart, ...more] = charts();
    expect(more).toEqual([]);
    expect(chart).toMatchObject({
      name: 'Pool', kind: 'stackedColumn',
      series: [
        { values: `C${rowInBlock('Converted after tax')}:C${rowInBlock('Left after tax')}`, categories: `B${rowInBlock('Pool converted')}:B${rowInBlock('Pool left')}`, fill: seriesLooks[0]!.fill },
        { values: `C${rowInBlock('Converted before tax')}:C${rowInBlock('Left before tax')}`, fill: seriesLooks[1]!.fill },
      ],
    });
    expect(Number(/^B(\d+):/.exec(chart!.covers)?.[1])).toBeGreaterThan(rowInBlock('Pool in words'));
    const before = JSON.stringify(charts());
    await book.write('IRA-1', 'D6', [[50000]]);
    expect((await book.actions.build({ ...accountListPlan, rounding: 'cents' })).errors).toEqual([]);
    expect(JSON.stringify(charts())).toBe(before);
  });

  it('is kept to the byte in a file that is opened again and built again', async () => {
    const original = await asXlsx(sampleWorkbook(accountList));
    const saved = async (bytes: Uint8Array, d6: number): Promise<Uint8Array> => {
      const book = workpaper(readWorkbook(bytes));
      await book.write('IRA-1', 'D6', [[d6]]);
      expect((await book.actions.build(accountListPlan)).errors).toEqual([]);
      await book.host.recalculate();
      return patchWorkbook(bytes, changesOf(book.host.book, 'BASIS').changes);
    };
    const first = await saved(original, 93000);
    const second = await saved(first, 50000);
    const { changed, added, removed } = differences(first, second);
    expect([...added, ...removed]).toEqual([]);
    expect(changed.filter((part) => !/^xl\/worksheets\/sheet\d+\.xml$|^xl\/styles\.xml$/.test(part))).toEqual([]);
  });
});
