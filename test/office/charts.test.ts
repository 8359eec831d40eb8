/** Charts of a tab: drawn through Microsoft's own client on the host, saved, and drawn again by LibreOffice. */
import { changesOf } from '../../src/host';
import { patchWorkbook, readWorkbook } from '../../src/package';
import { seriesLooks, type Chart, type ChartKind } from '../../src/worksheet/chart';
import type { Layout } from '../../src/worksheet/layout';
import { writeTabs } from '../../src/office/writeTabs';
import { textOf, workbookFile } from '../package/support/fixture';
import { closeHosts, hosted, type Hosted } from '../support/hostedWorkbook';
import { drawnPages } from '../support/pdf';

afterEach(closeHosts);

const kinds: readonly ChartKind[] = ['columns', 'stackedColumns', 'bars', 'line', 'scatter'];
const title = "Sam's charts";
const FIRST = 12;
const HEIGHT = 20;

/** Two series over eight rows; each kind of chart on a page of its own below them. */
const chartOf = (kind: ChartKind, index: number): Chart => ({
  name: `Drawn as ${kind}`, kind, title: `What ${kind} show`, categories: kind === 'scatter' ? 'B2:B9' : 'A2:A9',
  series: [{ name: 'Pre-tax money', values: 'C2:C9' }, { name: 'After-tax money', values: 'D2:D9' }],
  categoryAxis: { title: 'Year after year' }, valueAxis: { title: 'Dollars', numberFormat: '"$"#,##0', minimum: 0, maximum: 2000 }, valueLabels: '#,##0;-#,##0;',
  covers: `A${FIRST + HEIGHT * index + 1}:F${FIRST + HEIGHT * index + 18}`,
});

const layoutWith = (charts: readonly Chart[]): Layout => ({
  title, statusCell: 'A1', names: [], sourceNames: [], looks: [], columnWidths: [20, 12, 12, 12], rowHeights: [],
  cells: [['Amounts', 'x', 'y', 'z'], ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`Year ${n}`, n * 100, `=Mine!A1*${n * n}`, `=B${n + 1}+C${n + 1}`])],
  preparersColumns: [], pageBreaks: charts.map((_, index) => FIRST + HEIGHT * index), charts,
  printArea: 'A:F', printTitleRows: '$1:$1', footer: { left: '', center: '', right: '' },
});

const file = (): Uint8Array => workbookFile({ sheets: { Mine: '<sheetData><row r="1"><c r="A1"><v>10</v></c></row></sheetData>' } });

const write = (book: Hosted, layout: Layout): Promise<void> =>
  book.Excel.run((context) => writeTabs(context, [{ layout, existing: null, title, newNames: [], newSourceNames: [] }], 'build'));

const chartsIn = (book: Hosted) => book.host.book.findSheet(title)?.charts;

describe('A chart of a layout', () => {
  it('reaches Excel with its cells, its words, its axes and a look for each series', async () => {
    const book = hosted(readWorkbook(file()));
    await write(book, layoutWith([chartOf('stackedColumns', 0)]));
    expect(chartsIn(book)).toEqual([{
      id: expect.any(String) as string, name: 'Drawn as stackedColumns', kind: 'stackedColumn', title: 'What stackedColumns show', legend: 'bottom', covers: 'A13:F30',
      categoryAxis: { title: 'Year after year' }, valueAxis: { title: 'Dollars', numberFormat: '"$"#,##0', minimum: 0, maximum: 2000 },
      series: [
        { name: 'Pre-tax money', values: 'C2:C9', categories: 'A2:A9', fill: '#1F3864', line: { color: '#1F3864' }, labels: { numberFormat: '#,##0;-#,##0;', color: '#FFFFFF' } },
        { name: 'After-tax money', values: 'D2:D9', categories: 'A2:A9', fill: '#BDD7EE', line: { color: '#1F3864' }, labels: { numberFormat: '#,##0;-#,##0;', color: '#000000' } },
      ],
    }]);
  });

  it('with one series has no legend, and with a curve a dash for each series', async () => {
    const book = hosted(readWorkbook(file()));
    const curve = chartOf('scatter', 0);
    await write(book, layoutWith([curve, { ...curve, name: 'One', series: curve.series.slice(0, 1) }]));
    expect(chartsIn(book)?.map(({ legend }) => legend)).toEqual(['bottom', undefined]);
    expect(chartsIn(book)?.[0]?.series.map(({ line, fill }) => [line, fill])).toEqual([[{ color: '#1F3864', dash: 'solid' }, undefined], [{ color: '#1F3864', dash: 'dash' }, undefined]]);
  });

  it('gives a series the look that it asks for, and the others that of their place', async () => {
    const book = hosted(readWorkbook(file()));
    const chart = chartOf('stackedColumns', 0);
    await write(book, layoutWith([{ ...chart, series: [...chart.series, { name: 'Open', values: 'D2:D9', look: 2 }].slice(1) }]));
    expect(chartsIn(book)?.[0]?.series.map(({ name, fill }) => [name, fill])).toEqual([['After-tax money', seriesLooks[0]!.fill], ['Open', '#FFFFFF']]);
  });

  for (const count of [0, 5]) {
    it(`with ${count} series is not drawn, and no tab is left`, async () => {
      const book = hosted(readWorkbook(file()));
      const [series] = chartOf('line', 0).series;
      const failed = write(book, layoutWith([{ ...chartOf('line', 0), series: new Array(count).fill(series) as Chart['series'] }]));
      await expect(failed).rejects.toThrow(`has ${count} series; 1 to 4 can be told apart`);
      expect(book.host.book.worksheets.map(({ name }) => name)).toEqual(['Mine']);
    });
  }

  it('of each kind is saved with what its cells hold, and LibreOffice draws it, on the page that it begins', async () => {
    const book = hosted(readWorkbook(file()));
    await write(book, layoutWith(kinds.map(chartOf)));
    const saved = patchWorkbook(file(), changesOf(book.host.book, 'BASIS').changes);

    const cells = readWorkbook(saved).sheets[1]!.cells;
    kinds.forEach((_, index) => {
      const values = [...textOf(saved, `xl/charts/chart${index + 1}.xml`).matchAll(/<c:(?:val|yVal)>.*?<\/c:(?:val|yVal)>/g)].map(([xml]) => storedIn(xml));
      expect(values).toEqual(['C', 'D'].map((column) => [2, 3, 4, 5, 6, 7, 8, 9].map((row) => cells.get(`${column}${row}`)?.value)));
      expect(values[1]).toEqual([110, 240, 390, 560, 750, 960, 1190, 1440]);
    });

    const pages = (await drawnPages(saved, process.env['KEEP_PDF'])).filter(({ text }) => text.includes('Amounts'));
    expect(pages).toHaveLength(1 + kinds.length);
    kinds.forEach((kind, index) => {
      const { text, dots } = pages[index + 1]!;
      for (const said of [`What ${kind} show`, 'Pre-tax money', 'After-tax money', 'Year after year', '$2,000', '1,440']) expect(text).toContain(said);
      // The first series is as dark as a line can be; the second fills its shapes, and is a dashed line otherwise.
      expect(dots(seriesLooks[0]!.fill)).toBeGreaterThan(50);
      if (kind !== 'line' && kind !== 'scatter') expect(dots(seriesLooks[1]!.fill)).toBeGreaterThan(500);
    });
    expect(pages[0]!.dots(seriesLooks[0]!.fill)).toBe(0);
  });
});

const storedIn = (xml: string): readonly number[] => [...xml.matchAll(/<c:v>([^<]+)<\/c:v>/g)].map(([, value]) => Number(value));
