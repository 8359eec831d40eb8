/** Tables through the real client and into the file: added, found again, grown, given up; what this host cannot do truthfully is refused. */
import { changesOf } from '../../src/host/save';
import { patchWorkbook, readWorkbook, type WorkbookContent } from '../../src/package';
import { recalculateWithLibreOffice } from '../support/libreoffice';
import { aName, aSheet, aWorkbook, closeHosts, hosted, type Hosted } from '../support/hostedWorkbook';
import { partsOf, textOf, workbookFile } from '../package/support/fixture';

afterEach(closeHosts);

/** A sheet of the user's with cells, and the file that it came from. */
const file = (): Uint8Array => workbookFile({ sheets: { Mine: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' } });
const open = (content: WorkbookContent = readWorkbook(file())): Hosted => hosted(content);

const run = <Result>({ Excel }: Hosted, work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<Result>): Promise<Result> =>
  Excel.run((context) => work(context.workbook.worksheets.getItem('Mine'), context));

/** Years and amounts from C3 on, as a table, with a formula of its column below another. */
const withTable = async (book: Hosted): Promise<void> => run(book, async (sheet, context) => {
  sheet.getRange('C3:D3').values = [['Year', 'Amount']];
  const table = sheet.tables.add('C3:D5', true);
  table.name = 'Tracker';
  table.style = 'TableStyleLight1';
  sheet.getRange('C4:D5').values = [[2024, 7000], [2025, 7500]];
  sheet.getRange('F3').formulas = [['=SUM(Tracker[Amount])']];
  await context.sync();
});

const saved = ({ host }: Hosted, from: Uint8Array): Uint8Array => patchWorkbook(from, changesOf(host.book, 'BASIS').changes);

const failure = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown, book = open()): Promise<string> => run(book, async (sheet, context) => {
  await work(sheet, context);
  return context.sync().then(() => 'none', (error: OfficeExtension.Error) => `${error.code}: ${error.message}`);
});

describe('A table that an add-in adds', () => {
  it('is found by its name, on its sheet, and by the cells that it covers', async () => {
    const book = open();
    await withTable(book);
    const found = await run(book, async (sheet, context) => {
      const [one, none] = [context.workbook.tables.getItemOrNullObject('tracker'), sheet.tables.getItemOrNullObject('Other')];
      one.load('name,style,showTotals,showBandedRows');
      const [touched, apart] = ['A1:C4', 'E1:F9'].map((cells) => sheet.getRange(cells).getTables(false));
      touched!.load('items/name');
      apart!.load('items/name');
      const [cells, header] = [one.getRange(), one.getHeaderRowRange()];
      cells.load('address');
      header.load('values');
      none.load('name');
      await context.sync();
      return [one.name, one.style, one.showTotals, touched!.items.length, apart!.items.length, cells.address, header.values, none.isNullObject] as unknown[];
    });
    expect(found).toEqual(['Tracker', 'TableStyleLight1', false, 1, 0, 'Mine!C3:D5', [['Year', 'Amount']], true]);
  });

  it('grows with its formulas, in the file that it was saved in too, where LibreOffice calculates them', async () => {
    const book = open();
    await withTable(book);
    const first = saved(book, file());
    expect([...partsOf(first).keys()].filter((part) => /table/.test(part))).toEqual(['xl/tables/table1.xml']);
    expect(textOf(first, 'xl/worksheets/sheet1.xml')).toMatch(/<tableParts count="1"><tablePart xmlns:r="[^"]+" r:id="rId1"\/><\/tableParts><\/worksheet>$/);
    expect(readWorkbook(first).tables).toEqual([{ name: 'Tracker', sheet: 'Mine', ref: 'C3:D5', columns: ['Year', 'Amount'], hasTotals: false }]);

    const again = open(readWorkbook(first));
    const shown = await run(again, async (sheet, context) => {
      sheet.getRange('C6:D6').values = [[2026, 500]];
      context.workbook.tables.getItem('Tracker').resize('C3:D6');
      const total = sheet.getRange('F3');
      total.load('values');
      await context.sync();
      return total.values as unknown;
    });
    expect(shown).toEqual([[15000]]);
    const second = saved(again, first);
    expect(textOf(second, 'xl/tables/table1.xml')).toMatch(/<table [^>]*ref="C3:D6"[^>]*><autoFilter ref="C3:D6"\/>/);
    const recalculated = readWorkbook(await recalculateWithLibreOffice(second));
    expect(recalculated.sheets[0]?.cells.get('F3')?.value).toBe(15000);
    expect(recalculated.tables).toMatchObject([{ name: 'Tracker', ref: 'C3:D6', columns: ['Year', 'Amount'] }]);
  });

  it('is cells again when it is given up, and goes with its sheet', async () => {
    const book = open();
    await withTable(book);
    await run(book, async (_, context) => {
      context.workbook.tables.getItem('Tracker').convertToRange();
      const tab = context.workbook.worksheets.add('Tab');
      tab.getRange('A1').values = [['Year']];
      tab.tables.add('A1:A2', true);
      await context.sync();
      tab.delete();
      await context.sync();
    });
    expect(book.host.book.tables).toEqual([]);
    expect(changesOf(book.host.book, 'BASIS').changes).not.toHaveProperty('tablesAdded');
  });

  it('beside a table of the file gets a number and a part of its own', async () => {
    const book = open();
    await withTable(book);
    const first = saved(book, file());
    const again = open(readWorkbook(first));
    await run(again, async (sheet, context) => {
      sheet.getRange('H3').values = [['Kind']];
      sheet.tables.add('H3:H5', true).name = 'Second';
      await context.sync();
    });
    const second = saved(again, first);
    expect(textOf(second, 'xl/tables/table2.xml')).toMatch(/<table [^>]*id="2" name="Second"/);
    expect(textOf(second, 'xl/worksheets/sheet1.xml')).toMatch(/<tableParts count="2">/);
    expect(readWorkbook(second).tables.map(({ name }) => name)).toEqual(['Tracker', 'Second']);
  });
});

describe('What this host cannot do with tables', () => {
  const header = (sheet: Excel.Worksheet, text: unknown = 'Year'): void => { sheet.getRange('C3').values = [[text]]; };
  const taken = (): Hosted => open(aWorkbook([aSheet('Mine', {})], { names: [aName('Taken', '=Mine!$A$1')] }));

  it.each<[string, (sheet: Excel.Worksheet) => unknown, RegExp]>([
    ['has no header', (sheet) => sheet.tables.add('C3:C5', false), /^ApiNotFound: .*inserts no row/],
    ['has a header that is no text', (sheet) => { header(sheet, 2024); sheet.tables.add('C3:C5', true); }, /^ApiNotFound: .*must be texts that differ/],
    ['has a header twice', (sheet) => { sheet.getRange('C3:D3').values = [['Year', 'year']]; sheet.tables.add('C3:D5', true); }, /must be texts that differ/],
    ['has no row', (sheet) => { header(sheet); sheet.tables.add('C3:C3', true); }, /^InvalidArgument: .*at least one row/],
    ['overlaps another', (sheet) => { header(sheet); sheet.tables.add('C3:C5', true); sheet.tables.add('C3:C9', true); }, /^InvalidArgument: .*overlaps the table "Table1"/],
    ['is to have a name that is a cell', (sheet) => { header(sheet); sheet.tables.add('C3:C5', true).name = 'A1'; }, /^InvalidArgument: .*cannot be the name of a table/],
    ['is to have a name that is taken', (sheet) => { header(sheet); sheet.tables.add('C3:C5', true).name = 'taken'; }, /^ItemAlreadyExists/],
    ['is to have other columns', (sheet) => { header(sheet); sheet.tables.add('C3:C5', true).resize('C3:D5'); }, /^ApiNotFound: .*other rows below its headers only/],
    ['gets another header', (sheet) => { header(sheet); sheet.tables.add('C3:C5', true); header(sheet, 'Tax year'); }, /^InvalidOperation: .*header of the table "Table1"/],
    ['is asked for totals', (sheet) => { header(sheet); sheet.tables.add('C3:C5', true).showTotals = true; }, /^ApiNotFound/],
  ])('a table that %s is refused', async (_what, work, sentence) => {
    expect(await failure(work, taken())).toMatch(sentence);
  });

  it('leaves a protected sheet as it is', async () => {
    const book = hosted(aWorkbook([aSheet('Mine', { C3: 'Year' }, { protected: true })]));
    expect(await failure((sheet) => sheet.tables.add('C3:C5', true), book)).toMatch(/^AccessDenied/);
  });
});
