import type { Chart } from './chart';
import type { TabContent } from './content';
import { pictureRows } from './pool';
import { at, columns, rowInBlock } from './positions';

const cells = (column: number, first: string, last: string): string => `${at(column, rowInBlock(first))}:${at(column, rowInBlock(last))}`;

/** Two columns, of what was converted and of what was left, each divided into money after tax and money before tax. */
export const poolChart = ({ year }: Pick<TabContent, 'year'>): Chart => ({
  name: 'Pool',
  kind: 'stackedColumns',
  title: `Money after tax and before tax, ${year}`,
  categories: cells(columns.description, 'Pool converted', 'Pool left'),
  series: [
    { name: 'After tax: tax-free', values: cells(columns.thisYear, 'Converted after tax', 'Left after tax') },
    { name: 'Before tax: taxable', values: cells(columns.thisYear, 'Converted before tax', 'Left before tax') },
  ],
  valueAxis: { minimum: 0, maximum: 1, numberFormat: '0%' },
  valueLabels: '0.0%;;',
  covers: `${at(columns.description, rowInBlock(pictureRows[0]!))}:${at(columns.priorYear, rowInBlock(pictureRows.at(-1)!))}`,
});
