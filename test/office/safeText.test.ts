/** Text of the user's that looks like a formula, or holds what no cell should: it is shown as text wherever it reaches the tab. */
import ExcelJS from 'exceljs';
import { changesOf } from '../../src/host';
import { patchWorkbook, readWorkbook } from '../../src/package';
import type { WorkbookContent } from '../../src/package/content';
import { head } from '../../src/worksheet/positions';
import { workpaper } from '../support/addIn';
import { aSheet, aWorkbook, closeHosts } from '../support/hostedWorkbook';

afterEach(closeHosts);

/** How text begins that a spreadsheet would calculate, and what XML and pages cannot hold as it is. */
const beginnings = ['=', '+', '-', '@', '\t=', "'", '=cmd|\' /C calc\'!A1 ', '=HYPERLINK("http://example.org","x") '];
const inside = ['<img src=x onerror="alert(1)">', '&amp; ]]> <!-- ', 'line\nbreak', 'bell\u0007null\u0001', '"quoted" \'twice\'', '_x0041_'];

const texts = beginnings.flatMap((beginning) => inside.map((rest) => `${beginning}1+1 ${rest}`));

/** One sheet, whose name is such a text too, on which the texts are labels of counted, excluded and asked rows, amounts, and notes. */
const sheetName = "=1+1 'x' <b>&";
const content = (): WorkbookContent => aWorkbook([aSheet(sheetName, Object.fromEntries([
  ['A1', 'Type'], ['B1', 'Value 12/31'], ['C1', 'Notes'],
  ...texts.flatMap((text, index) => {
    const row = index + 2;
    const type = ['Traditional IRA', 'Roth IRA', 'Sweep account'][index % 3]!;
    const amount = index % 4 === 0 ? `$1,0${String(index).padStart(2, '0')}.00` : 100 + index;
    return [[`A${row}`, `${type} ${text}`], [`B${row}`, amount], [`C${row}`, text]] as const;
  }),
  [`A${texts.length + 2}`, '=Traditional IRA'], [`B${texts.length + 2}`, "'7,000"], [`A${texts.length + 3}`, '@Traditional IRA'], [`B${texts.length + 3}`, '<b>8000</b>'],
]))]);

const plan = {
  person: 'T', name: '=1+1 <script>"x"</script> \u0007', year: 2025,
  sources: [{ role: 'accounts', range: `'${sheetName.replace(/'/g, "''")}'!A1:C${texts.length + 3}` }],
};

/** The same as a file: a bare sheet, and the texts entered in cells that are text. */
const asFile = async (): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet(sheetName).getCell('A1').value = 'Type';
  const bare = new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
  const book = workpaper(readWorkbook(bare));
  await book.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    for (const [address, { value }] of content().sheets[0]!.cells) {
      const cell = sheet.getRange(address);
      if (typeof value === 'string') cell.numberFormat = [['@']];
      cell.values = [[typeof value === 'string' && value.startsWith("'") ? `'${value}` : value]];
    }
    await context.sync();
  });
  const file = patchWorkbook(bare, changesOf(book.host.book, 'BASIS').changes);
  closeHosts();
  return file;
};

/** The one text of the user's that stands in our formulas: the name of the sheet, as Excel quotes it, and once more in words. */
const withoutSheetName = (formula: string): string => formula.replaceAll(sheetName.replace(/'/g, "''"), '').replaceAll(sheetName, '');

const startsLikeAFormula = /^[=+\-@\t]/;

describe('Text of the user\'s on the tab', () => {
  it('is a link to its cell or stands in a cell of text, and means the same when the file is read again', async () => {
    const original = await asFile();
    const book = workpaper(readWorkbook(original));
    const report = await book.actions.build(plan);
    expect(report.errors).toEqual([]);
    const [tab] = report.tabs;
    expect(tab?.asked.length).toBeGreaterThan(5);
    await book.host.recalculate();
    const { cells } = readWorkbook(patchWorkbook(original, changesOf(book.host.book, 'BASIS').changes)).sheets.find(({ name }) => name === tab?.sheet)!;

    expect(cells.get(`C${head.client}`)).toMatchObject({ value: plan.name, numberFormat: '@' });
    const hostile = [...cells].filter(([, { value }]) => typeof value === 'string' && (startsLikeAFormula.test(value) || inside.some((part) => value.includes(part))));
    expect(hostile.length).toBeGreaterThan(texts.length);
    for (const [address, { formula, numberFormat, value }] of hostile) {
      const isLink = formula !== undefined && !inside.some((part) => withoutSheetName(formula).includes(part));
      expect({ address, value, safe: isLink || numberFormat === '@' }).toEqual({ address, value, safe: true });
    }
    // Every text stands on the tab behind the words of its account; a question quotes it on one line.
    const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');
    const shown = [...cells.values()].map(({ value }) => onOneLine(String(value)));
    expect(texts.filter((text) => !shown.some((one) => one.includes(onOneLine(text))))).toEqual([]);
  });

  it('never makes a formula of ours other than a build without it makes', async () => {
    const formulasOf = async (workbook: WorkbookContent): Promise<readonly string[]> => {
      const book = workpaper(workbook);
      const report = await book.actions.build(plan);
      expect(report.errors).toEqual([]);
      const id = book.host.book.findSheet(report.tabs[0]!.sheet!)!.id;
      const formulas = book.host.book.backend.filledCells(id).flatMap(({ content: { formula } }) => (formula === undefined ? [] : [formula]));
      closeHosts();
      return formulas;
    };
    const plain = content();
    const harmless: WorkbookContent = {
      ...plain,
      sheets: plain.sheets.map((sheet) => ({
        ...sheet,
        cells: new Map([...sheet.cells].map(([address, cell]) => [address, typeof cell.value === 'string' && address.startsWith('C') ? { ...cell, value: 'a note' } : cell])),
      })),
    };
    expect(await formulasOf(plain)).toEqual(await formulasOf(harmless));
  });
});
