/** The tab on paper, printed by LibreOffice: the form on one page, and every amount in full. */
import { changesOf } from '../../src/host';
import { patchWorkbook } from '../../src/package';
import { tabLines } from '../../src/worksheet/entries';
import { accountListPlan, accountList, workpaper } from '../support/addIn';
import { closeHosts } from '../support/hostedWorkbook';
import { printedPages } from '../support/pdf';
import { readWorkbook } from '../../src/package';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

afterEach(closeHosts);

/** The pages of the tab, with the account list's values multiplied: large amounts need the widest cells. */
const pagesOfTab = async (times: number, keep?: string): Promise<readonly string[]> => {
  const original = await asXlsx(sampleWorkbook(accountList));
  const book = workpaper(readWorkbook(original));
  await book.write('IRA-1', 'D5:D7', [[12.48 * times], [93000 * times], [41250.75 * times]]);
  expect((await book.actions.build({ ...accountListPlan, rounding: 'cents', ratioPlaces: 'exact' })).errors).toEqual([]);
  await book.host.recalculate();
  const pages = await printedPages(patchWorkbook(original, changesOf(book.host.book, 'BASIS').changes), keep);
  return pages.filter((page) => page.includes('8606 2025 T'));
};

describe('The printed tab', () => {
  for (const { times, keep } of [{ times: 1, keep: process.env['KEEP_PDF'] }, { times: 70, keep: undefined }]) {
    it(`has the whole form on its first page, four pages in all, and no clipped amount (values times ${times})`, async () => {
      const pages = await pagesOfTab(times, keep);
      const [first = ''] = pages;
      expect(pages.join('')).not.toContain('##');
      expect(pages).toHaveLength(4);
      expect(first).toContain('Form 8606 workpaper, tax year 2025, Taxpayer');
      for (const line of tabLines) expect(first).toMatch(new RegExp(`^\\s*${line}\\s+\\S`, 'm'));
      expect(first).toMatch(/Basis carried to 2026, line 2\s+6,/);
      for (const page of pages) expect(page).toMatch(/Page \d of \d/);
    });
  }
});
