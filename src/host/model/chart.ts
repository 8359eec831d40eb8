/** Excel.Chart and what it consists of: as much as is needed to draw one from cells of its own sheet. */
import type { ChartKind, NewChart, NewChartAxis, NewChartSeries } from '../../package/content';
import { columnsOf, rangeAddress, rowsOf, union, type Rectangle } from '../address';
import { fail, HostFault } from '../errors';
import type { Book, SheetState } from './book';
import { colorArgument } from './format';
import { booleanArgument, choiceArgument, HostObject, identity, items, numberArgument, textArgument, wholeNumberArgument } from './hostObject';
import { Range } from './range';
import { rangeInSheet } from './worksheet';

type Changing<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A chart while an add-in works on it. */
export interface ChartState extends Omit<Changing<NewChart>, 'series' | 'categoryAxis' | 'valueAxis'> {
  readonly id: string;
  readonly series: Changing<NewChartSeries>[];
  readonly categoryAxis: Changing<NewChartAxis>;
  readonly valueAxis: Changing<NewChartAxis>;
}

const KINDS: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: 'clusteredColumn', ColumnStacked: 'stackedColumn', BarClustered: 'clusteredBar', Line: 'line', XYScatterSmoothNoMarkers: 'smoothScatter',
};

/** Where Excel puts a chart depends on the window; here it is always the same place. */
const UNPLACED = 'E5:L19';

export class ChartCollection extends HostObject {
  readonly className = 'ChartCollection';

  constructor(readonly book: Book, readonly sheet: SheetState) {
    super();
  }

  override [items](): readonly HostObject[] {
    const { book, sheet } = this;
    refuseSheetOfFile(sheet);
    return sheet.charts.map((chart) => new Chart(book, sheet, chart));
  }

  /** From the cells of one column: how Excel divides a larger range into labels, names and series is its own guess. */
  add(type: unknown, source: unknown, seriesBy: unknown): Chart {
    const { sheet } = this;
    refuseSheetOfFile(sheet);
    const kind = KINDS[choiceArgument(type, 'type', Object.keys(KINDS))]!;
    const values = cellsOfSeries(sheet, source);
    choiceArgument(seriesBy, 'seriesBy', ['Columns']);
    sheet.chartsMade += 1;
    const chart: ChartState = {
      id: `{00000000-0008-0000-0000-${sheet.chartsMade.toString(16).toUpperCase().padStart(12, '0')}}`,
      name: `Chart ${sheet.chartsMade}`,
      kind,
      legend: 'right',
      series: [{ name: 'Series1', values }],
      categoryAxis: {},
      valueAxis: {},
      covers: UNPLACED,
    };
    sheet.charts.push(chart);
    return new Chart(this.book, sheet, chart);
  }
}

/** A file's drawings are neither read nor changed here, so that they stay as they are. */
function refuseSheetOfFile({ name, stored }: SheetState): void {
  if (stored === null) return;
  throw new HostFault('ApiNotFound', `This host draws charts on sheets that an add-in added; "${name}" is in the file, and what is drawn there is left alone.`);
}

export class Chart extends HostObject {
  readonly className = 'Chart';
  override readonly navigation = ['axes', 'legend', 'series', 'title'];

  constructor(readonly book: Book, readonly sheet: SheetState, readonly chart: ChartState) {
    super();
  }

  override [identity](): Readonly<Record<string, string>> {
    return { Id: this.chart.id };
  }

  get id(): string {
    return this.chart.id;
  }
  get name(): string {
    return this.chart.name;
  }
  set name(value: unknown) {
    const name = textArgument(value, 'name');
    if (this.sheet.charts.some((other) => other !== this.chart && other.name.toLowerCase() === name.toLowerCase())) {
      throw new HostFault('InvalidArgument', `There is already a chart "${name}" on the sheet "${this.sheet.name}".`);
    }
    this.chart.name = name;
  }

  get axes(): ChartAxes {
    return new ChartAxes(this.chart);
  }
  get legend(): ChartLegend {
    return new ChartLegend(this.chart);
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.sheet, this.chart);
  }
  get title(): ChartTitle {
    return new ChartTitle('ChartTitle', this.chart);
  }

  setPosition(start: unknown, end: unknown): void {
    const [first, last] = [start, end].map((cell) => this.#area(cell));
    this.chart.covers = rangeAddress(union(first!, last!)!);
  }

  #area(cell: unknown): Rectangle {
    return (cell instanceof Range ? cell : rangeInSheet(this.book, this.sheet, textArgument(cell, 'startCell and endCell'))).area;
  }
}

/** Of a chart, or of an axis. */
export class ChartTitle extends HostObject {
  constructor(readonly className: 'ChartTitle' | 'ChartAxisTitle', readonly owner: { title?: string }) {
    super();
  }

  get text(): string {
    return this.owner.title ?? '';
  }
  set text(value: unknown) {
    this.owner.title = textArgument(value, 'text');
  }
}

const LEGEND_SIDES: Readonly<Record<string, NonNullable<NewChart['legend']>>> = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right' };

export class ChartLegend extends HostObject {
  readonly className = 'ChartLegend';

  constructor(readonly chart: ChartState) {
    super();
  }

  get visible(): boolean {
    return this.chart.legend !== undefined;
  }
  set visible(value: unknown) {
    if (!booleanArgument(value, 'visible')) delete this.chart.legend;
    else this.chart.legend ??= 'right';
  }
  get position(): string {
    return Object.keys(LEGEND_SIDES).find((side) => LEGEND_SIDES[side] === this.chart.legend) ?? 'Right';
  }
  set position(value: unknown) {
    this.chart.legend = LEGEND_SIDES[choiceArgument(value, 'position', Object.keys(LEGEND_SIDES))]!;
  }
}

export class ChartAxes extends HostObject {
  readonly className = 'ChartAxes';
  override readonly navigation = ['categoryAxis', 'valueAxis'];

  constructor(readonly chart: ChartState) {
    super();
  }

  get categoryAxis(): ChartAxis {
    return new ChartAxis(this.chart.categoryAxis);
  }
  get valueAxis(): ChartAxis {
    return new ChartAxis(this.chart.valueAxis);
  }
}

export class ChartAxis extends HostObject {
  readonly className = 'ChartAxis';
  override readonly navigation = ['title'];

  constructor(readonly axis: ChartState['valueAxis']) {
    super();
  }

  get title(): ChartTitle {
    return new ChartTitle('ChartAxisTitle', this.axis);
  }
  get numberFormat(): string {
    return this.axis.numberFormat ?? 'General';
  }
  set numberFormat(value: unknown) {
    this.axis.numberFormat = textArgument(value, 'numberFormat');
  }
  /** Empty text where Excel chooses. */
  get minimum(): number | string {
    return this.axis.minimum ?? '';
  }
  set minimum(value: unknown) {
    this.axis.minimum = numberArgument(value, 'minimum', Number.NEGATIVE_INFINITY);
  }
  get maximum(): number | string {
    return this.axis.maximum ?? '';
  }
  set maximum(value: unknown) {
    this.axis.maximum = numberArgument(value, 'maximum', Number.NEGATIVE_INFINITY);
  }
}

export class ChartSeriesCollection extends HostObject {
  readonly className = 'ChartSeriesCollection';

  constructor(readonly sheet: SheetState, readonly chart: ChartState) {
    super();
  }

  override [items](): readonly HostObject[] {
    return this.chart.series.map((series) => new ChartSeries(this.sheet, series));
  }

  get count(): number {
    return this.chart.series.length;
  }
  add(name: unknown): ChartSeries {
    const series: Changing<NewChartSeries> = { name: textArgument(name, 'name') };
    this.chart.series.push(series);
    return new ChartSeries(this.sheet, series);
  }
  getItemAt(index: unknown): ChartSeries {
    const series = this.chart.series[wholeNumberArgument(index, 'index')];
    return series === undefined
      ? fail('InvalidArgument', `The chart "${this.chart.name}" has ${this.chart.series.length} series; there is none at ${String(index)}.`)
      : new ChartSeries(this.sheet, series);
  }
}

export class ChartSeries extends HostObject {
  readonly className = 'ChartSeries';
  override readonly navigation = ['dataLabels', 'format'];

  constructor(readonly sheet: SheetState, readonly series: Changing<NewChartSeries>) {
    super();
  }

  get name(): string {
    return this.series.name;
  }
  set name(value: unknown) {
    this.series.name = textArgument(value, 'name');
  }
  get hasDataLabels(): boolean {
    return this.series.labels !== undefined;
  }
  set hasDataLabels(value: unknown) {
    if (!booleanArgument(value, 'hasDataLabels')) delete this.series.labels;
    else this.series.labels ??= {};
  }
  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels(this.series);
  }
  get format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this.series);
  }

  setValues(source: unknown): void {
    this.series.values = cellsOfSeries(this.sheet, source);
  }
  setXAxisValues(source: unknown): void {
    this.series.categories = cellsOfSeries(this.sheet, source);
  }
}

const LABEL_PLACES: Readonly<Record<string, NonNullable<NonNullable<NewChartSeries['labels']>['position']>>> = { Top: 'top', Right: 'right' };

/** Setting anything of them makes them appear, as in Excel. */
export class ChartDataLabels extends HostObject {
  readonly className = 'ChartDataLabels';
  override readonly navigation = ['format'];

  constructor(readonly series: Changing<NewChartSeries>) {
    super();
  }

  get numberFormat(): string {
    return this.series.labels?.numberFormat ?? 'General';
  }
  set numberFormat(value: unknown) {
    this.series.labels = { ...this.series.labels, numberFormat: textArgument(value, 'numberFormat') };
  }
  set position(value: unknown) {
    this.series.labels = { ...this.series.labels, position: LABEL_PLACES[choiceArgument(value, 'position', Object.keys(LABEL_PLACES))]! };
  }
  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(this.series);
  }
}

export class ChartDataLabelFormat extends HostObject {
  readonly className = 'ChartDataLabelFormat';
  override readonly navigation = ['font'];

  constructor(readonly series: Changing<NewChartSeries>) {
    super();
  }

  get font(): ChartFont {
    return new ChartFont(this.series);
  }
}

export class ChartFont extends HostObject {
  readonly className = 'ChartFont';

  constructor(readonly series: Changing<NewChartSeries>) {
    super();
  }

  get color(): string {
    return this.series.labels?.color ?? '#000000';
  }
  set color(value: unknown) {
    this.series.labels = { ...this.series.labels, color: colorArgument(value) };
  }
}

export class ChartSeriesFormat extends HostObject {
  readonly className = 'ChartSeriesFormat';
  override readonly navigation = ['fill', 'line'];

  constructor(readonly series: Changing<NewChartSeries>) {
    super();
  }

  get fill(): ChartFill {
    return new ChartFill(this.series);
  }
  get line(): ChartLineFormat {
    return new ChartLineFormat(this.series);
  }
}

export class ChartFill extends HostObject {
  readonly className = 'ChartFill';

  constructor(readonly series: Changing<NewChartSeries>) {
    super();
  }

  setSolidColor(color: unknown): void {
    this.series.fill = colorArgument(color);
  }
}

type Dash = NonNullable<NonNullable<NewChartSeries['line']>['dash']>;
const DASHES: Readonly<Record<string, Dash>> = { Continuous: 'solid', Dash: 'dash', RoundDot: 'roundDot', DashDot: 'dashDot' };

export class ChartLineFormat extends HostObject {
  readonly className = 'ChartLineFormat';

  constructor(readonly series: Changing<NewChartSeries>) {
    super();
  }

  get color(): string {
    return this.series.line?.color ?? '#000000';
  }
  set color(value: unknown) {
    this.series.line = { ...this.series.line, color: colorArgument(value) };
  }
  get lineStyle(): string {
    return Object.keys(DASHES).find((style) => DASHES[style] === (this.series.line?.dash ?? 'solid'))!;
  }
  set lineStyle(value: unknown) {
    this.series.line = { ...this.series.line, dash: DASHES[choiceArgument(value, 'lineStyle', Object.keys(DASHES))]! };
  }
}

/** Two or more cells of one column of the chart's own sheet. */
function cellsOfSeries(sheet: SheetState, source: unknown): string {
  if (!(source instanceof Range)) throw new HostFault('InvalidArgument', 'The cells of a series must be a range.');
  const { area } = source;
  if (source.sheet !== sheet || columnsOf(area) !== 1 || rowsOf(area) < 2) {
    throw new HostFault('ApiNotFound', `This host draws a series from two or more cells of one column of the chart's own sheet; ${source.address} is not that.`);
  }
  return rangeAddress(area);
}
