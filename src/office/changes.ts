import { formatCell } from '../cells/address';
import { Decimal } from '../engine/decimal';
import { inPlaces, inWords } from '../engine/words';
import { tabLines, type FormsOfTab } from '../worksheet/entries';
import { builtValue } from '../worksheet/formRows';
import { columns, rowOfEntry } from '../worksheet/positions';
import type { SupportRow } from '../worksheet/support';
import type { ExistingTab } from './existingTab';

/** What is different from the last build of a tab, a sentence each: first the lines, then the cells behind them. */
export const changesSince = (existing: ExistingTab, forms: FormsOfTab, support: readonly SupportRow[]): readonly string[] => [
  ...tabLines.flatMap((id) => {
    const before = existing.formulas[rowOfEntry(id) - 1]?.[columns.engine - 1] ?? '';
    const now = builtValue(forms, id);
    return before === now ? [] : [`Line ${id}: ${said(before, id)} before, ${said(now, id)} now.`];
  }),
  ...support.flatMap((row, index) => cellChange(row, existing.support[index]?.counted ?? null)),
];

/** Support rows keep their places from build to build, so a row is compared with what stood in it. */
const cellChange = ({ cell, line, counted }: SupportRow, before: number | null): readonly string[] => {
  const now = counted === null ? null : Number(counted);
  if (now === before) return [];
  const where = cell ? formatCell(cell) : 'A deleted cell';
  if (before === null) return [`${where}: counts ${said(now, line)} on line ${line}, and did not count before.`];
  return [now === null ? `${where}: counted ${said(before, line)} before, and does not count now.` : `${where} (line ${line}): ${said(before, line)} before, ${said(now, line)} now.`];
};

/** A line left blank is said to be blank; line 10 is told with its places. */
const said = (value: unknown, line: string): string => {
  if (typeof value !== 'number') return 'blank';
  return line === '10' ? inPlaces(new Decimal(value), 10) : inWords(new Decimal(value));
};
