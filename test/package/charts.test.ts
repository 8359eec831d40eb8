/** Charts of new sheets, as parts of the file. The order of elements: the schemas of ECMA-376 part 1, annex A (dml-chart.xsd, sml.xsd). */
import ExcelJS from 'exceljs';
import { patchWorkbook, readWorkbook, type NewChart, type NewSheet } from '../../src/package';
import { parseXml, type XmlElement } from '../../src/package/xml';
import { changes, newSheet } from './support/changes';
import { differences, partsOf, RELATIONSHIPS, textOf, thrownBy, workbookFile } from './support/fixture';
import { hostileWorkbook } from './support/hostile';

const aChart = (some: Partial<NewChart> = {}): NewChart => ({
  name: 'Pool', kind: 'stackedColumn', title: 'Tax-free & taxable', legend: 'bottom', covers: 'E2:H12', categoryAxis: {}, valueAxis: { title: 'Dollars', numberFormat: '"$"#,##0', minimum: 0, maximum: 8000 },
  series: [
    { name: 'Tax-free', values: 'B2:B4', categories: 'A2:A4', fill: '#1F3864', line: { color: '#000000' }, labels: { numberFormat: '#,##0;;', color: '#FFFFFF' } },
    { name: 'Taxable', values: 'C2:C4', categories: 'A2:A4' },
  ],
  ...some,
});

const kinds = ['clusteredColumn', 'stackedColumn', 'clusteredBar', 'line', 'smoothScatter'] as const;

const sheetWith = (...charts: NewChart[]): NewSheet => newSheet({
  name: "8606 O'Brien",
  cells: [
    { address: 'A2', value: 'Conversion <1>' }, { address: 'A3', value: 2025 }, { address: 'A4', value: { error: '#N/A' } },
    { address: 'B2', value: 347.25, formula: '=1', style: { numberFormat: '#,##0.00' } }, { address: 'B3', value: { error: '#N/A' }, formula: '=NA()' }, { address: 'B4', value: 0 },
    { address: 'C2', value: 'text' }, { address: 'C4', value: -1.5 },
  ],
  charts,
});

const plain = (): Uint8Array => workbookFile({ sheets: { Mine: '<sheetData/>' } });
const withCharts = (before: Uint8Array, ...charts: NewChart[]): Uint8Array => patchWorkbook(before, changes({ newSheets: [sheetWith(...charts)] }));

describe('A chart of a new sheet', () => {
  it('adds a drawing and a chart with unused numbers, and leaves the charts of other sheets as they are', () => {
    const before = hostileWorkbook();
    const after = withCharts(before, aChart(), aChart({ name: 'Curve', kind: 'smoothScatter' }));
    expect(differences(before, after)).toEqual({
      changed: ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'],
      added: [
        'xl/drawings/_rels/drawing2.xml.rels', 'xl/charts/chart2.xml', 'xl/charts/chart3.xml', 'xl/worksheets/_rels/sheet3.xml.rels', 'xl/drawings/drawing2.xml',
        'xl/worksheets/sheet3.xml',
      ],
      removed: ['xl/calcChain.xml'],
    });
    expect(textOf(after, 'xl/worksheets/sheet3.xml')).toMatch(/<drawing xmlns:r="[^"]+" r:id="rId1"\/><\/worksheet>$/);
    expect(textOf(after, 'xl/worksheets/_rels/sheet3.xml.rels')).toContain(
      `<Relationship Id="rId1" Type="${RELATIONSHIPS}/drawing" Target="../drawings/drawing2.xml"/></Relationships>`);
    expect(textOf(after, 'xl/drawings/_rels/drawing2.xml.rels')).toContain(
      `<Relationship Id="rId1" Type="${RELATIONSHIPS}/chart" Target="../charts/chart2.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/chart" Target="../charts/chart3.xml"/>`);
    for (const part of ['/xl/charts/chart2.xml', '/xl/charts/chart3.xml']) {
      expect(textOf(after, '[Content_Types].xml')).toContain(`<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`);
    }
    expect(textOf(after, '[Content_Types].xml')).toContain(
      '<Override PartName="/xl/drawings/drawing2.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>');
  });

  it('covers the cells that it is to cover, under its name, with its title as what is read aloud', () => {
    const drawing = textOf(withCharts(plain(), aChart(), aChart({ name: 'Curve' })), 'xl/drawings/drawing1.xml');
    expect(drawing).toContain('<xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>'
      + '<xdr:to><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>');
    expect([...drawing.matchAll(/<xdr:cNvPr [^>]+>/g)].map(([tag]) => tag)).toEqual([
      '<xdr:cNvPr id="2" name="Pool" descr="Tax-free &amp; taxable"/>', '<xdr:cNvPr id="3" name="Curve" descr="Tax-free &amp; taxable"/>',
    ]);
  });

  it('refers to the cells of its sheet, and stores what they hold: no point for text, an error or nothing', () => {
    const chart = textOf(withCharts(plain(), aChart()), 'xl/charts/chart1.xml');
    const sheet = "'8606 O''Brien'!";
    expect(chart).toContain(`<c:cat><c:strRef><c:f>${sheet}$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>Conversion &lt;1&gt;</c:v></c:pt>`
      + '<c:pt idx="1"><c:v>2025</c:v></c:pt><c:pt idx="2"><c:v>#N/A</c:v></c:pt></c:strCache></c:strRef></c:cat>');
    expect(chart).toContain(`<c:val><c:numRef><c:f>${sheet}$B$2:$B$4</c:f><c:numCache><c:formatCode>#,##0.00</c:formatCode><c:ptCount val="3"/>`
      + '<c:pt idx="0"><c:v>347.25</c:v></c:pt><c:pt idx="2"><c:v>0</c:v></c:pt></c:numCache></c:numRef></c:val>');
    expect(chart).toContain(`<c:f>${sheet}$C$2:$C$4</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="3"/><c:pt idx="2"><c:v>-1.5</c:v></c:pt>`);
  });

  for (const kind of kinds) {
    it(`of the kind ${kind} has its elements in the order of the schema, and two axes that cross each other`, () => {
      const labels = kind === 'line' || kind === 'smoothScatter' ? { position: 'top' as const } : { color: '#000000' };
      const file = withCharts(plain(), aChart({ kind, categoryAxis: { title: 'Along', numberFormat: '0' }, series: aChart().series.map((series) => ({ ...series, labels })) }));
      const root = parseXml(textOf(file, 'xl/charts/chart1.xml'), 'chart1.xml');
      expect(misplaced(root)).toEqual([]);
      const plot = elementsOf(root, 'plotArea')[0]!;
      const axes = plot.children.filter(({ local }) => local.endsWith('Ax')).map((axis) => [idOf(axis, 'axId'), idOf(axis, 'crossAx')]);
      const [[first, second] = []] = axes;
      expect(axes).toEqual([[first, second], [second, first]]);
      expect(elementsOf(plot.children.find(({ local }) => local.endsWith('Chart'))!, 'axId').map(({ attributes }) => attributes.get('val'))).toEqual([first, second]);
    });
  }

  it('is the same file each time', () => {
    expect(Buffer.compare(withCharts(hostileWorkbook(), aChart()), withCharts(hostileWorkbook(), aChart()))).toBe(0);
  });

  it('is in the namespaces of the strict form in a workbook of that form', () => {
    const strict = workbookFile({ sheets: { Mine: '<sheetData/>' }, parts: { 'xl/workbook.xml': {
      content: textOf(plain(), 'xl/workbook.xml').replace('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'),
    } } });
    const after = withCharts(strict, aChart());
    expect(textOf(after, 'xl/charts/chart1.xml')).toContain('xmlns:c="http://purl.oclc.org/ooxml/drawingml/chart" xmlns:a="http://purl.oclc.org/ooxml/drawingml/main"');
    expect(textOf(after, 'xl/drawings/drawing1.xml')).toContain('uri="http://purl.oclc.org/ooxml/drawingml/chart"');
    expect(textOf(after, 'xl/worksheets/_rels/sheet2.xml.rels')).toContain('Type="http://purl.oclc.org/ooxml/officeDocument/relationships/drawing"');
    expect([...partsOf(after)].filter(([part]) => /chart|drawing|sheet2/.test(part)).filter(([part]) => textOf(after, part).includes('schemas.openxmlformats.org/drawingml'))).toEqual([]);
  });

  it('is opened by another program, which finds the cells where they were', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(withCharts(hostileWorkbook(), ...kinds.map((kind) => aChart({ kind, name: kind })))) as unknown as ArrayBuffer);
    expect(workbook.getWorksheet("8606 O'Brien")?.getCell('B2').result).toBe(347.25);
  });

  it('and the next change of the sheet leaves drawing and chart as the same bytes', () => {
    const before = withCharts(plain(), aChart());
    const after = patchWorkbook(before, changes({ cells: new Map([["8606 O'Brien", [{ address: 'B4', value: 12 }]]]) }));
    expect(differences(before, after)).toEqual({ changed: ['xl/worksheets/sheet2.xml'], added: [], removed: [] });
    expect(textOf(after, 'xl/worksheets/sheet2.xml')).toContain('<drawing ');
    expect(readWorkbook(after).sheets[1]?.cells.get('B4')?.value).toBe(12);
  });

  for (const [what, chart, code, says] of [
    ['covers no cells', aChart({ covers: 'E:H' }), 'ADDRESS', '"E:H"'],
    ['draws more than one column', aChart({ series: [{ name: 'x', values: 'B2:C4' }] }), 'ADDRESS', '"B2:C4"'],
    ['has a colour that is none', aChart({ series: [{ name: 'x', values: 'B2:B4', fill: 'blue' }] }), 'STYLE', '"blue"'],
    ['has an axis without a number', aChart({ valueAxis: { minimum: NaN } }), 'VALUE', 'minimum NaN'],
    ['puts values beside columns where Excel cannot', aChart({ series: [{ name: 'x', values: 'B2:B4', labels: { position: 'top' } }] }), 'STYLE', 'at the top'],
  ] as const) {
    it(`is refused where it ${what}`, () => {
      expect(thrownBy(() => withCharts(plain(), chart))).toMatchObject({ code, text: expect.stringContaining(says) as string });
    });
  }

  it('is refused where another of the sheet has its name', () => {
    expect(thrownBy(() => withCharts(plain(), aChart(), aChart({ name: 'pool' })))).toMatchObject({ code: 'NAME', text: expect.stringContaining('two charts named "pool"') as string });
  });
});

describe('Page breaks of a new sheet', () => {
  const withBreaks = (...pageBreaks: number[]): Uint8Array =>
    patchWorkbook(plain(), changes({ newSheets: [newSheet({ name: 'A', page: { footer: '&P', pageBreaks }, charts: [aChart({ series: [] })] })] }));

  it('stand between the footer and the drawing, each with the row above it', () => {
    expect(textOf(withBreaks(2, 57, 1_048_576), 'xl/worksheets/sheet2.xml')).toMatch(new RegExp('</headerFooter><rowBreaks count="3" manualBreakCount="3">'
      + '<brk id="1" max="16383" man="1"/><brk id="56" max="16383" man="1"/><brk id="1048575" max="16383" man="1"/></rowBreaks><drawing '));
  });

  for (const row of [1, 2.5, 1_048_577]) {
    it(`are refused at row ${row}`, () => {
      expect(thrownBy(() => withBreaks(row))).toMatchObject({ code: 'STYLE', text: expect.stringContaining('A row that begins a page') as string });
    });
  }
});

/** The children that an element may have, in their order. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  chartSpace: ['date1904', 'lang', 'roundedCorners', 'style', 'clrMapOvr', 'pivotSource', 'protection', 'chart', 'spPr', 'txPr', 'externalData', 'printSettings'],
  chart: ['title', 'autoTitleDeleted', 'pivotFmts', 'view3D', 'floor', 'sideWall', 'backWall', 'plotArea', 'legend', 'plotVisOnly', 'dispBlanksAs'],
  title: ['tx', 'layout', 'overlay', 'spPr', 'txPr'],
  tx: ['strRef', 'rich', 'v'],
  plotArea: ['layout', 'barChart', 'lineChart', 'scatterChart', 'catAx', 'valAx', 'dTable', 'spPr'],
  barChart: ['barDir', 'grouping', 'varyColors', 'ser', 'dLbls', 'gapWidth', 'overlap', 'serLines', 'axId'],
  lineChart: ['grouping', 'varyColors', 'ser', 'dLbls', 'dropLines', 'hiLowLines', 'upDownBars', 'marker', 'smooth', 'axId'],
  scatterChart: ['scatterStyle', 'varyColors', 'ser', 'dLbls', 'axId'],
  ser: ['idx', 'order', 'tx', 'spPr', 'invertIfNegative', 'pictureOptions', 'marker', 'dPt', 'dLbls', 'trendline', 'errBars', 'cat', 'val', 'xVal', 'yVal', 'smooth', 'shape'],
  dLbls: ['dLbl', 'numFmt', 'spPr', 'txPr', 'dLblPos', 'showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize', 'separator'],
  marker: ['symbol', 'size', 'spPr'],
  numRef: ['f', 'numCache'],
  strRef: ['f', 'strCache'],
  numCache: ['formatCode', 'ptCount', 'pt'],
  strCache: ['ptCount', 'pt'],
  catAx: ['axId', 'scaling', 'delete', 'axPos', 'majorGridlines', 'minorGridlines', 'title', 'numFmt', 'majorTickMark', 'minorTickMark', 'tickLblPos', 'spPr', 'txPr', 'crossAx', 'crosses', 'auto', 'lblAlgn', 'lblOffset', 'noMultiLvlLbl'],
  valAx: ['axId', 'scaling', 'delete', 'axPos', 'majorGridlines', 'minorGridlines', 'title', 'numFmt', 'majorTickMark', 'minorTickMark', 'tickLblPos', 'spPr', 'txPr', 'crossAx', 'crosses', 'crossBetween', 'majorUnit', 'minorUnit', 'dispUnits'],
  scaling: ['logBase', 'orientation', 'max', 'min'],
  legend: ['legendPos', 'legendEntry', 'layout', 'overlay', 'spPr', 'txPr'],
  spPr: ['noFill', 'solidFill', 'ln'],
  ln: ['noFill', 'solidFill', 'prstDash', 'round'],
  rich: ['bodyPr', 'lstStyle', 'p'],
  txPr: ['bodyPr', 'lstStyle', 'p'],
  p: ['pPr', 'r', 'endParaRPr'],
  r: ['rPr', 't'],
};
/** Elements with one child, or none, of which there is no order to keep. */
const SIMPLE = new Set(['cat', 'val', 'xVal', 'yVal', 'majorGridlines', 'pPr', 'defRPr', 'solidFill', 'pt']);

const misplaced = (element: XmlElement): readonly string[] => {
  const { local, children } = element;
  const order = ORDER[local];
  const places = children.map((child) => order?.indexOf(child.local) ?? 0);
  const wrong = order === undefined
    ? children.length > 1 || (children.length === 1 && !SIMPLE.has(local))
    : places.some((place, index) => place < 0 || place < (places[index - 1] ?? 0));
  return [...(wrong ? [`${local}: ${children.map((child) => child.local).join(', ')}`] : []), ...children.flatMap(misplaced)];
};

const elementsOf = (element: XmlElement, local: string): readonly XmlElement[] =>
  [...(element.local === local ? [element] : []), ...element.children.flatMap((child) => elementsOf(child, local))];

const idOf = (axis: XmlElement, local: string): string | undefined => axis.children.find((child) => child.local === local)?.attributes.get('val');
