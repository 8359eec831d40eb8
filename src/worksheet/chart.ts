/**
 * A chart as plain data: which cells of its own tab it draws, and what is said around it. A chart shows nothing that cells do
 * not say: it is drawn from live cells that stand beside it with their labels, which is also how it is read aloud, for Excel
 * gives an add-in no way to describe a chart but its title.
 *
 * Which cells it draws is fixed by the layout, as line addresses are: a tab that is built again keeps its chart as it is,
 * with whatever the preparer made of it. What varies in number stands in a block of fixed size; NA() is a point that is not drawn.
 */

/** `columns` stand side by side, `stackedColumns` on one another; `bars` lie; `scatter` is a smooth curve over amounts. */
export type ChartKind = 'columns' | 'stackedColumns' | 'bars' | 'line' | 'scatter';

export interface Chart {
  /** By which it is known on its sheet. */
  readonly name: string;
  readonly kind: ChartKind;
  /** Says what is to be seen, so that it can be read without the picture. */
  readonly title: string;
  /** What the values stand for: labels, or for `scatter` the amounts along the horizontal axis. As many cells as each series has. */
  readonly categories: string;
  /** Up to four, told apart in print without colours too. */
  readonly series: readonly ChartSeries[];
  /** The axis of the categories, and that of the values. */
  readonly categoryAxis?: ChartAxis;
  readonly valueAxis?: ChartAxis;
  /** The number format in which each value stands beside its point; absent: no value does. */
  readonly valueLabels?: string;
  /** The cells that it covers, the last row and column included. */
  readonly covers: string;
}

export interface ChartSeries {
  /** As the legend says it. */
  readonly name: string;
  /** Two or more cells of one column of the tab, for example `C210:C214`. */
  readonly values: string;
  /** Which of the looks it has, where that is not the one of its place: what is still open is white on whatever it stands. */
  readonly look?: number;
}

export interface ChartAxis {
  readonly title?: string;
  readonly numberFormat?: string;
  /** Where the axis begins and ends; absent: Excel chooses. */
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface SeriesLook {
  readonly fill: string;
  /** Of a value that stands on the fill. */
  readonly onFill: string;
  /** Of a line, and around a filled shape. */
  readonly line: string;
  readonly dash: 'Continuous' | 'Dash' | 'RoundDot' | 'DashDot';
}

/** Series in their order: dark, light, white and grey are different in print without colours, and so are the dashes of lines. */
export const seriesLooks: readonly SeriesLook[] = [
  { fill: '#1F3864', onFill: '#FFFFFF', line: '#1F3864', dash: 'Continuous' },
  { fill: '#BDD7EE', onFill: '#000000', line: '#1F3864', dash: 'Dash' },
  { fill: '#FFFFFF', onFill: '#000000', line: '#404040', dash: 'RoundDot' },
  { fill: '#7F7F7F', onFill: '#000000', line: '#7F7F7F', dash: 'DashDot' },
];
