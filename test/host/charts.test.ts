/** Charts through the real client: what is drawn can be read again, and what this host cannot draw truthfully is refused. */
import { aSheet, aWorkbook, closeHosts, hosted, type Hosted } from '../support/hostedWorkbook';

afterEach(closeHosts);

const open = (): Hosted => hosted(aWorkbook([aSheet('Mine', { A1: 1, A2: 2 }), aSheet('Locked', {}, { protected: true })]));

const onTab = <Result>({ Excel }: Hosted, work: (tab: Excel.Worksheet, context: Excel.RequestContext) => Promise<Result>): Promise<Result> => Excel.run(async (context) => {
  const tab = context.workbook.worksheets.add('Tab');
  tab.getRange('A1:C3').values = [['x', 1, 2], ['y', 3, 4], ['z', 5, 6]];
  return work(tab, context);
});

/** The code and the sentence of what fails, when a chart is drawn and more is asked. */
const failure = (draw: (tab: Excel.Worksheet, workbook: Excel.Workbook) => unknown): Promise<string> => onTab(open(), async (tab, context) => {
  draw(tab, context.workbook);
  return context.sync().then(() => 'none', (error: OfficeExtension.Error) => `${error.code}: ${error.message}`);
});

const draw = (tab: Excel.Worksheet, cells = 'B1:B3'): Excel.Chart => tab.charts.add('ColumnClustered', tab.getRange(cells), 'Columns');

describe('A chart', () => {
  it('is found again by its name, and by the id that Excel gives it', async () => {
    const read = await onTab(open(), async (tab, context) => {
      draw(tab).name = 'Pool';
      draw(tab);
      tab.charts.load('items/name,items/id');
      await context.sync();
      return tab.charts.items.map(({ name, id }) => ({ name, id }));
    });
    expect(read.map(({ name }) => name)).toEqual(['Pool', 'Chart 2']);
    expect(new Set(read.map(({ id }) => id)).size).toBe(2);
  });

  it('keeps its parts as they were set', async () => {
    const book = open();
    const read = await onTab(book, async (tab, context) => {
      const chart = draw(tab);
      chart.axes.valueAxis.minimum = 2;
      chart.series.add('Second').format.line.lineStyle = 'DashDot';
      const [axis, line] = [chart.axes.valueAxis, chart.series.getItemAt(1).format.line];
      chart.series.load('items/name,items/hasDataLabels');
      axis.load('minimum,maximum,numberFormat');
      line.load('color,lineStyle');
      chart.legend.load('visible,position');
      chart.title.load('text');
      await context.sync();
      return [
        chart.series.items.map(({ name, hasDataLabels }) => [name, hasDataLabels]), [axis.minimum, axis.maximum, axis.numberFormat], [line.color, line.lineStyle],
        [chart.legend.visible, chart.legend.position], chart.title.text,
      ] as unknown[];
    });
    expect(read).toEqual([[['Series1', false], ['Second', false]], [2, '', 'General'], ['#000000', 'DashDot'], [true, 'Right'], '']);
  });

  it('goes with its sheet', async () => {
    const book = open();
    await onTab(book, async (tab, context) => {
      draw(tab);
      await context.sync();
      tab.delete();
      await context.sync();
    });
    expect(book.host.book.worksheets.every(({ charts }) => charts.length === 0)).toBe(true);
  });
});

describe('What Excel would guess, or a file cannot be given, is refused:', () => {
  const cases: readonly (readonly [string, (tab: Excel.Worksheet, workbook: Excel.Workbook) => unknown, RegExp])[] = [
    ['cells of two columns', (tab) => draw(tab, 'B1:C3'), /^ApiNotFound: .*one column.*Tab!B1:C3 is not that/],
    ['one cell', (tab) => draw(tab, 'B1'), /^ApiNotFound: .*two or more cells/],
    ['cells of another sheet', (tab, workbook) => draw(tab).series.getItemAt(0).setValues(workbook.worksheets.getItem('Mine').getRange('A1:A2')), /^ApiNotFound: .*own sheet; Mine!A1:A2/],
    ['series by rows', (tab) => tab.charts.add('Line', tab.getRange('B1:B3'), 'Rows'), /^InvalidArgument: .*seriesBy must be one of Columns/],
    ['a type that is not drawn here', (tab) => tab.charts.add('Pie', tab.getRange('B1:B3'), 'Columns'), /^InvalidArgument: .*type must be one of ColumnClustered/],
    ['a sheet of the file', (_, workbook) => draw(workbook.worksheets.getItem('Mine'), 'A1:A2'), /^ApiNotFound: .*"Mine" is in the file/],
    ['what the file draws', (_, workbook) => workbook.worksheets.getItem('Mine').charts.load('items/name'), /^ApiNotFound: .*"Mine" is in the file/],
    ['a name that another chart has', (tab) => { draw(tab).name = 'Pool'; draw(tab).name = 'POOL'; }, /^InvalidArgument: There is already a chart "POOL"/],
    ['a series that is not there', (tab) => { draw(tab).series.getItemAt(1).name = 'x'; }, /^InvalidArgument: .*has 1 series; there is none at 1/],
    ['a place on another sheet', (tab) => draw(tab).setPosition('Mine!A1', 'Mine!B2'), /^InvalidArgument/],
    ['a place without an end', (tab) => draw(tab).setPosition('E5'), /^InvalidArgument/],
    ['a limit that is no number', (tab) => { draw(tab).axes.valueAxis.minimum = 'low'; }, /^InvalidArgument/],
    ['a picture of it', (tab) => draw(tab).getImage(), /^ApiNotFound: Chart\.getImage/],
    ['a page break before the first row', (tab) => tab.horizontalPageBreaks.add('A1'), /^InvalidArgument: The first page/],
  ];
  for (const [what, ask, expected] of cases) {
    it(what, async () => expect(await failure(ask)).toMatch(expected));
  }
});

describe('Page breaks', () => {
  it('are kept in the order of rows, each once', async () => {
    const book = open();
    await onTab(book, async (tab, context) => {
      for (const cell of ['A40', 'C12', 'A40']) tab.horizontalPageBreaks.add(cell);
      tab.horizontalPageBreaks.add(tab.getRange('A25:D30'));
      await context.sync();
    });
    expect(book.host.book.findSheet('Tab')?.page.pageBreaks).toEqual([12, 25, 40]);
  });

  it('of a sheet of the file are told as not saved', async () => {
    const book = open();
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Mine').horizontalPageBreaks.add('A2');
      await context.sync();
    });
    expect([...book.host.book.findSheet('Mine')!.unsaved]).toEqual(['page setup was changed']);
  });
});
