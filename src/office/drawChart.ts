import { seriesLooks, type Chart, type ChartAxis, type ChartKind, type SeriesLook } from '../worksheet/chart';

const types: Readonly<Record<ChartKind, 'ColumnClustered' | 'ColumnStacked' | 'BarClustered' | 'Line' | 'XYScatterSmoothNoMarkers'>> = {
  columns: 'ColumnClustered', stackedColumns: 'ColumnStacked', bars: 'BarClustered', line: 'Line', scatter: 'XYScatterSmoothNoMarkers',
};

const isDrawnAsLine = (kind: ChartKind): boolean => kind === 'line' || kind === 'scatter';

/**
 * Draws a chart on a new tab whose cells are written already: from cells of one column, Excel makes one series, whatever stands
 * in them; given more, it would guess which are labels. The others are added, and each is told its cells.
 */
export const drawChart = (sheet: Excel.Worksheet, { name, kind, title, categories, series, categoryAxis, valueAxis, valueLabels, covers }: Chart): void => {
  const [first] = series;
  if (first === undefined || series.length > seriesLooks.length) throw new Error(`The chart ${name} has ${series.length} series; 1 to ${seriesLooks.length} can be told apart.`);
  const chart = sheet.charts.add(types[kind], sheet.getRange(first.values), 'Columns');
  chart.name = name;
  chart.title.text = title;
  const [start, end] = covers.split(':');
  chart.setPosition(start ?? covers, end);
  chart.legend.visible = series.length > 1;
  if (series.length > 1) chart.legend.position = 'Bottom';
  const labelled = sheet.getRange(categories);
  series.forEach(({ name: called, values, look: given }, index) => {
    const look = seriesLooks[given ?? index]!;
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(called);
    if (index === 0) drawn.name = called;
    drawn.setValues(sheet.getRange(values));
    drawn.setXAxisValues(labelled);
    applyLook(drawn, kind, look);
    if (valueLabels !== undefined) labelValues(drawn, kind, valueLabels, look);
  });
  setAxis(chart.axes.categoryAxis, categoryAxis);
  setAxis(chart.axes.valueAxis, valueAxis);
};

const applyLook = ({ format }: Excel.ChartSeries, kind: ChartKind, { fill, line, dash }: SeriesLook): void => {
  format.line.color = line;
  if (isDrawnAsLine(kind)) format.line.lineStyle = dash;
  else format.fill.setSolidColor(fill);
};

/** Excel puts the values of stacked columns on the columns, and those of a line on the line, where they cannot be read. */
const labelValues = (series: Excel.ChartSeries, kind: ChartKind, numberFormat: string, { onFill }: SeriesLook): void => {
  series.hasDataLabels = true;
  series.dataLabels.numberFormat = numberFormat;
  if (isDrawnAsLine(kind)) series.dataLabels.position = 'Top';
  series.dataLabels.format.font.color = kind === 'stackedColumns' ? onFill : '#000000';
};

const setAxis = (axis: Excel.ChartAxis, { title, numberFormat, minimum, maximum }: ChartAxis = {}): void => {
  if (title !== undefined) axis.title.text = title;
  if (numberFormat !== undefined) axis.numberFormat = numberFormat;
  if (minimum !== undefined) axis.minimum = minimum;
  if (maximum !== undefined) axis.maximum = maximum;
};
