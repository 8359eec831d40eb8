import { areaOf, addressOf, columnName, type Area } from './address';
import type { CellChange, CellValue, ChartKind, NewChart, NewChartAxis, NewChartSeries } from './content';
import { PackageError } from './error';
import { requireColor } from './newSheet';
import { escapeXstring } from './xml';

/** The sheet of a chart: its series refer to cells of it, and carry what these hold. */
export interface ChartSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, CellChange>;
}

export interface ChartNamespaces {
  readonly chart: string;
  readonly drawing: string;
}

/**
 * A chart part (ECMA-376 part 1, 21.2; the order of elements is that of its schema, annex A). What the cells hold is stored
 * with each series, so that a program that cannot calculate draws the same picture; Excel reads the cells themselves.
 */
export function chartXml(chart: NewChart, sheet: ChartSheet, { chart: c, drawing: a }: ChartNamespaces, date1904: boolean): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${c}" xmlns:a="${a}">` +
    `<c:date1904 val="${date1904 ? 1 : 0}"/><c:roundedCorners val="0"/><c:chart>` +
    (chart.title === undefined ? '<c:autoTitleDeleted val="1"/>' : `${titleXml(chart.title, 1400)}<c:autoTitleDeleted val="0"/>`) +
    `<c:plotArea><c:layout/>${plotXml(chart, sheet)}${axesXml(chart)}</c:plotArea>` +
    (chart.legend === undefined ? '' : `<c:legend><c:legendPos val="${chart.legend.charAt(0)}"/><c:overlay val="0"/></c:legend>`) +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${solid('#FFFFFF')}${outline('#D9D9D9')}</c:spPr></c:chartSpace>`
  );
}

interface Kind {
  readonly element: 'barChart' | 'lineChart' | 'scatterChart';
  /** Between the element's tag and its series. */
  readonly before: string;
  /** Between the series and the numbers of the axes. */
  readonly after: string;
  readonly filled: boolean;
  readonly labelsAt: 'outEnd' | 'ctr' | 'r';
  /** Where the axes of categories and of values lie. */
  readonly sides: readonly ['b' | 'l', 'b' | 'l'];
}

const bars = (direction: 'col' | 'bar', grouping: 'clustered' | 'stacked'): Kind => ({
  element: 'barChart',
  before: `<c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>`,
  after: grouping === 'stacked' ? '<c:gapWidth val="100"/><c:overlap val="100"/>' : '<c:gapWidth val="100"/>',
  filled: true,
  labelsAt: grouping === 'stacked' ? 'ctr' : 'outEnd',
  sides: direction === 'col' ? ['b', 'l'] : ['l', 'b'],
});

const KINDS: Readonly<Record<ChartKind, Kind>> = {
  clusteredColumn: bars('col', 'clustered'),
  stackedColumn: bars('col', 'stacked'),
  clusteredBar: bars('bar', 'clustered'),
  line: {
    element: 'lineChart',
    before: '<c:grouping val="standard"/><c:varyColors val="0"/>',
    after: '<c:marker val="1"/>',
    filled: false,
    labelsAt: 'r',
    sides: ['b', 'l'],
  },
  smoothScatter: {
    element: 'scatterChart',
    before: '<c:scatterStyle val="smoothMarker"/><c:varyColors val="0"/>',
    after: '',
    filled: false,
    labelsAt: 'r',
    sides: ['b', 'l'],
  },
};

/** Numbers by which series name their axes: unique in a chart, and the same in each. */
const CATEGORY_AXIS = 500_000_001;
const VALUE_AXIS = 500_000_002;

function plotXml({ kind, series }: NewChart, sheet: ChartSheet): string {
  const { element, before, after } = KINDS[kind];
  return (
    `<c:${element}>${before}${series.map((one, index) => seriesXml(one, index, KINDS[kind], sheet)).join('')}${after}` +
    `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:${element}>`
  );
}

function seriesXml(series: NewChartSeries, index: number, kind: Kind, sheet: ChartSheet): string {
  const isScatter = kind.element === 'scatterChart';
  const [categories, values] = isScatter ? ['xVal', 'yVal'] : ['cat', 'val'];
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXstring(series.name)}</c:v></c:tx>` +
    `<c:spPr>${kind.filled ? filledXml(series) : lineXml(series)}</c:spPr>` +
    (kind.filled ? '<c:invertIfNegative val="0"/>' : '<c:marker><c:symbol val="none"/></c:marker>') +
    labelsXml(series.labels, kind) +
    (series.categories === undefined ? '' : `<c:${categories}>${cellsXml(series.categories, sheet, isScatter)}</c:${categories}>`) +
    (series.values === undefined ? '' : `<c:${values}>${cellsXml(series.values, sheet, true)}</c:${values}>`) +
    (kind.filled ? '' : `<c:smooth val="${isScatter ? 1 : 0}"/>`) +
    '</c:ser>'
  );
}

const solid = (color: string): string => `<a:solidFill><a:srgbClr val="${requireColor(color)}"/></a:solidFill>`;
const outline = (color: string): string => `<a:ln w="9525">${solid(color)}</a:ln>`;

const filledXml = ({ fill, line }: NewChartSeries): string =>
  (fill === undefined ? '' : solid(fill)) + (line?.color === undefined ? '' : outline(line.color));

const DASHES = { solid: 'solid', dash: 'dash', roundDot: 'sysDot', dashDot: 'dashDot' } as const;

const lineXml = ({ line }: NewChartSeries): string =>
  `<a:ln w="28575" cap="rnd">${line?.color === undefined ? '' : solid(line.color)}<a:prstDash val="${DASHES[line?.dash ?? 'solid']}"/><a:round/></a:ln>`;

function labelsXml(labels: NewChartSeries['labels'], { filled, labelsAt }: Kind): string {
  if (labels === undefined) {
    return '';
  }
  if (filled && labels.position !== undefined) {
    throw new PackageError('STYLE', `Values cannot stand at the ${labels.position} of columns and bars; Excel would repair the file.`);
  }
  const color = labels.color === undefined ? '' : textXml(900, labels.color);
  return (
    `<c:dLbls>${labels.numberFormat === undefined ? '' : formatXml(labels.numberFormat)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${color}` +
    `<c:dLblPos val="${labels.position?.charAt(0) ?? labelsAt}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>` +
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
  );
}

const formatXml = (code: string): string => `<c:numFmt formatCode="${escapeXstring(code).replace(/"/g, '&quot;')}" sourceLinked="0"/>`;

const textXml = (size: number, color: string): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${solid(color)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;

const titleXml = (text: string, size: number): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr><a:r><a:rPr lang="en-US" sz="${size}" b="0"/>` +
  `<a:t>${escapeXstring(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

function axesXml({ kind, categoryAxis, valueAxis }: NewChart): string {
  const { element, sides } = KINDS[kind];
  const ofCategories =
    element === 'scatterChart'
      ? `<c:valAx>${axisXml(CATEGORY_AXIS, VALUE_AXIS, sides[0], categoryAxis, true)}<c:crossBetween val="midCat"/></c:valAx>`
      : `<c:catAx>${axisXml(CATEGORY_AXIS, VALUE_AXIS, sides[0], categoryAxis, false)}<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`;
  const between = element === 'scatterChart' ? 'midCat' : 'between';
  return `${ofCategories}<c:valAx>${axisXml(VALUE_AXIS, CATEGORY_AXIS, sides[1], valueAxis, true)}<c:crossBetween val="${between}"/></c:valAx>`;
}

/** What both kinds of axes have in common, in the order of their schemas. */
function axisXml(id: number, crosses: number, side: 'b' | 'l', axis: NewChartAxis, hasGridlines: boolean): string {
  const limits = (['maximum', 'minimum'] as const).map((which) => limitXml(which, axis[which])).join('');
  return (
    `<c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${limits}</c:scaling><c:delete val="0"/><c:axPos val="${side}"/>` +
    (hasGridlines ? `<c:majorGridlines><c:spPr>${outline('#D9D9D9')}</c:spPr></c:majorGridlines>` : '') +
    (axis.title === undefined ? '' : titleXml(axis.title, 1000)) +
    (axis.numberFormat === undefined ? '<c:numFmt formatCode="General" sourceLinked="1"/>' : formatXml(axis.numberFormat)) +
    `<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${crosses}"/><c:crosses val="autoZero"/>`
  );
}

function limitXml(which: 'maximum' | 'minimum', limit: number | undefined): string {
  if (limit === undefined) {
    return '';
  }
  if (!Number.isFinite(limit)) {
    throw new PackageError('VALUE', `The ${which} ${limit} of a chart's axis is no number.`);
  }
  return `<c:${which.slice(0, 3)} val="${limit}"/>`;
}

/** A reference to cells of one column, and what they hold. */
function cellsXml(ref: string, sheet: ChartSheet, asNumbers: boolean): string {
  const area = areaOf(ref);
  if (!area || area.left !== area.right) {
    throw new PackageError('ADDRESS', `"${ref}" on the sheet "${sheet.name}" is no range of one column such as B2:B9, which a chart's series needs.`);
  }
  const cells = cellsIn(area).map((address) => sheet.cells.get(address));
  const values = cells.map((cell) => cell?.value ?? null);
  const isNumeric = asNumbers || values.every((value) => typeof value === 'number' || value === null);
  const points = values.map((value, index) => pointXml(value, index, isNumeric)).join('');
  const [reference, cache] = isNumeric ? ['numRef', 'numCache'] : ['strRef', 'strCache'];
  const format = isNumeric ? `<c:formatCode>${escapeXstring(cells[0]?.style?.numberFormat ?? 'General')}</c:formatCode>` : '';
  return (
    `<c:${reference}><c:f>${escapeXstring(`'${sheet.name.replace(/'/g, "''")}'!${fixed(area)}`)}</c:f>` +
    `<c:${cache}>${format}<c:ptCount val="${values.length}"/>${points}</c:${cache}></c:${reference}>`
  );
}

const cellsIn = ({ top, bottom, left }: Area): string[] =>
  Array.from({ length: bottom - top + 1 }, (_, down) => addressOf({ row: top + down, column: left }));

const fixed = ({ top, bottom, left }: Area): string => `$${columnName(left)}$${top}:$${columnName(left)}$${bottom}`;

/** A point for a cell that has what the series can show; text among amounts, an error and an empty cell have none. */
function pointXml(value: CellValue, index: number, isNumeric: boolean): string {
  const shown = isNumeric ? (typeof value === 'number' ? String(value) : null) : textOf(value);
  return shown === null ? '' : `<c:pt idx="${index}"><c:v>${escapeXstring(shown)}</c:v></c:pt>`;
}

function textOf(value: CellValue): string | null {
  if (value === null || typeof value === 'object') {
    return value === null ? null : value.error;
  }
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
