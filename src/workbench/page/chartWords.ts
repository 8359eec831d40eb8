/** What is said of charts that an add-in drew: the grid cannot show them, and the file will have them. */
import type { SheetView } from '../../host/view';

/** The sentence for the sheets of a change that had no chart before; null where there is none. `known`: by the id of a sheet, grown here. */
export function chartsInWords(sheets: readonly SheetView[], known: Set<string>): string | null {
  const drawn = sheets.filter(({ id, charts }) => charts !== undefined && !known.has(id));
  drawn.forEach(({ id }) => known.add(id));
  if (drawn.length === 0) return null;
  const count = drawn.reduce((sum, { charts }) => sum + charts!.length, 0);
  const names = drawn.map(({ name }) => `"${name}"`).join(', ');
  return count === 1
    ? `${names} has a chart. This page shows the cells that it is drawn from, and the saved file has the chart.`
    : `${names}: ${count} charts. This page shows the cells that they are drawn from, and the saved file has the charts.`;
}
