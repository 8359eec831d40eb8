import type { SourceContext } from './context';
import type { Column } from './header';
import { reportTotals } from './reportTotals';
import { tableColumns } from './table';
import { findTotals, isTotalLabel, type Totals } from './totals';
import { headerWords, type Concept } from './vocabulary';

/** Columns of a table that add up other columns of it, and how to report them once the others are read. */
export interface TotalColumns {
  readonly isTotal: (column: number) => boolean;
  readonly report: () => void;
}

/**
 * A column that adds up others of its kind ("Total 12/31 value" beside an account each), or whose formulas add up columns
 * that are read, or that is headed "Total" and nothing else, would count them twice.
 */
export function totalColumns(context: SourceContext, columns: readonly Column[], rows: readonly number[]): TotalColumns {
  const across = { ...context, grid: context.grid.turned() };
  const kinds = new Map<Concept, Column[]>();
  for (const column of columns) {
    const kind = kindOf(column);
    if (kind !== null && tableColumns[kind] !== undefined) kinds.set(kind, [...(kinds.get(kind) ?? []), column]);
  }
  const known = [...kinds.values()].flat();
  const ofKinds = [...kinds.values()].filter(({ length }) => length > 1).map((group) => totalsAmong(across, group, rows, (column) => isTotalLabel(column.text)));
  const others = columns.filter((column) => !known.includes(column) && column.concept === null && !column.answered);
  const byFormula = totalsAmong(across, [...known, ...others], rows, () => false);
  const found = [...ofKinds, { rows: new Map([...byFormula.rows].filter(([column]) => others.some((other) => other.column === column))), doubtful: new Set<number>() }];
  const headed = others.filter((column) => isTotalLabel(column.text) && !found.some((totals) => totals.rows.has(column.column)));
  return {
    isTotal: (column) => found.some((totals) => totals.rows.has(column)) || headed.some((one) => one.column === column),
    report: () => {
      for (const totals of found) reportTotals(across, totals);
      for (const { column } of headed) for (const row of rows) {
        const cell = context.grid.at(row, column);
        if (!cell.blank) context.fates.ignore(cell, `Total ${across.grid.isTurned ? 'column' : 'row'}: its label says so.`);
      }
    },
  };
}

function totalsAmong({ grid }: SourceContext, group: readonly Column[], rows: readonly number[], isLabelled: (column: Column) => boolean): Totals {
  const byNumber = new Map(group.map((column) => [column.column, column]));
  return findTotals(grid, group.map(({ column }) => column), rows, (column) => {
    const one = byNumber.get(column);
    const labelled = one !== undefined && isLabelled(one);
    return { label: labelled ? one.text : '', own: !labelled };
  });
}

/** What a column holds, or what a total says that it adds up. */
const kindOf = ({ concept, text }: Column): Concept | null =>
  concept ?? (isTotalLabel(text) ? headerWords(text.replace(/\b(?:grand )?(?:sub)?-?totals?\b:?/giu, ' ')).concept : null);
