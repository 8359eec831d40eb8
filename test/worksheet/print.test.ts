/** The tab on paper, printed by LibreOffice: the form on one page, every amount in full, and the pool as a picture. */
import { changesOf } from '../../src/host';
import { patchWorkbook, readWorkbook } from '../../src/package';
import { seriesLooks } from '../../src/worksheet/chart';
import { tabLines } from '../../src/worksheet/entries';
import { accountListPlan, accountList, workpaper } from '../support/addIn';
import { closeHosts } from '../support/hostedWorkbook';
import { drawnPages, type PrintedPage } from '../support/pdf';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

afterEach(closeHosts);

/** The pages of the tab, with the account list's values and its conversion as given. */
const pagesOfTab = async (values: readonly [number, number, number], converted: number, keep?: string): Promise<readonly PrintedPage[]> => {
  const original = await asXlsx(sampleWorkbook(accountList));
  const book = workpaper(readWorkbook(original));
  await book.write('IRA-1', 'D5:D7', values.map((value) => [value]));
  await book.write('IRA-1', 'D16', [[converted]]);
  expect((await book.actions.build({ ...accountListPlan, rounding: 'cents', ratioPlaces: 'exact' })).errors).toEqual([]);
  await book.host.recalculate();
  const pages = await drawnPages(patchWorkbook(original, changesOf(book.host.book, 'BASIS').changes), keep);
  return pages.filter(({ text }) => text.includes('8606 2025 T'));
};

/** Part of a chart; the key of its legend is less than this. */
const FILLED = 60;

describe('The printed tab', () => {
  for (const { what, values, converted, words, keep } of [
    { what: 'as it is', values: [12.48, 93000, 41250.75], converted: 7000, words: 'Converted in 2025: $7,000, 5.0% tax-free, 95.0% taxable.', keep: process.env['KEEP_PDF'] },
    // Large amounts need the widest cells.
    { what: 'with millions', values: [873.6, 6510000, 2887552.5], converted: 7000, words: 'In the IRAs on 31 December', keep: undefined },
    { what: 'with nothing converted and nothing left', values: [0, 0, 0], converted: 0, words: 'Converted in 2025: nothing. In the IRAs on 31 December', keep: process.env['KEEP_EMPTY_PDF'] },
  ] as const) {
    it(`has the whole form on its first page, five pages in all, no clipped amount, and the pool away from the form (${what})`, async () => {
      const pages = await pagesOfTab(values, converted, keep);
      const [first, last] = [pages[0], pages.at(-1)];
      expect(pages.map(({ text }) => text).join('')).not.toContain('##');
      expect(pages).toHaveLength(5);
      expect(first!.text).toContain('Form 8606 workpaper, tax year 2025, Taxpayer');
      expect(first!.text).toMatch(/^Part II /m);
      for (const line of tabLines) expect(first!.text).toMatch(new RegExp(`^\\s*${line}\\s+\\S`, 'm'));
      expect(first!.text).toMatch(/Basis carried to 2026, line 2\s+(6|7),/);
      for (const { text } of pages) expect(text).toMatch(/Page \d of \d/);
      const dots = pages.map((page) => seriesLooks.slice(0, 2).reduce((sum, { fill }) => sum + page.dots(fill), 0));
      expect(dots.slice(0, -1)).toEqual([0, 0, 0, 0]);
      expect(last!.dots(seriesLooks[1]!.fill) > FILLED).toBe(converted > 0);
      expect(last!.text).toContain('Money after tax and before tax, 2025');
      expect(last!.text).toContain(words);
      expect(last!.text).not.toContain('#N/A');
    });
  }
});
