import { columnNumber, sameSheet } from '../cells/address';
import { parseAmount } from '../cells/amount';
import { zero, type Decimal } from '../engine/decimal';
import { isDateNumber, type Grid, type GridCell } from './grid';

/** A row that adds up other rows of the selection. Counting it would count them twice. */
export interface TotalRow {
  readonly row: number;
  /** How it was recognised, as the end of a sentence. */
  readonly by: string;
  readonly sums: readonly ColumnTotal[];
}

/** What a total row shows in one column, and the cells that it should add up to. */
export interface ColumnTotal {
  readonly cell: GridCell;
  readonly shown: Decimal;
  readonly addends: readonly GridCell[];
  /** Their sum; null where one of them cannot be read. */
  readonly expected: Decimal | null;
}

export interface Totals {
  readonly rows: ReadonlyMap<number, TotalRow>;
  /** Rows that may be totals: their amount is the sum of the rows above, but nothing else says so. */
  readonly doubtful: ReadonlySet<number>;
}

export interface RowWords {
  /** The words that say what the row is; empty where nothing does. */
  readonly label: string;
  /** The row has a date, a year or an account type of its own, as data have and totals do not. */
  readonly own: boolean;
}

/**
 * Finds the totals among data rows: by their label, by a SUM over the selected rows, or by their amount being the sum of
 * the rows above while they alone have no label. A row that is the only one is data, whatever its label. A row with a year or
 * a type of its own is data too, unless all of it is sums: a running basis is often the row above and more.
 */
export function findTotals(grid: Grid, rows: readonly number[], columns: readonly number[], wordsOf: (row: number) => RowWords): Totals {
  const withAmounts = rows.filter((row) => columns.some((column) => isAmount(grid.at(row, column))));
  const bare = withAmounts.every((row) => wordsOf(row).label === '' && !wordsOf(row).own);
  const labelled = new Set(withAmounts.filter((row) => isTotalLabel(wordsOf(row).label)));
  const totals = new Map<number, TotalRow>();
  const doubtful = new Set<number>();
  const above = new RunningSums(grid, columns);
  const sinceTotal = new RunningSums(grid, columns);
  for (const row of withAmounts) {
    const words = wordsOf(row);
    const filled = columns.filter((column) => !grid.at(row, column).blank);
    const formulas = filled.filter((column) => addendRows(grid, row, column, withAmounts) !== null);
    const byFormula = formulas.length > 0 && (!words.own || formulas.length === filled.length);
    const isSum = above.equal(row) || sinceTotal.equal(row);
    const byLabel = labelled.has(row) && labelled.size < withAmounts.length;
    if (byFormula || (byLabel && (!words.own || isSum)) || (isSum && !words.own && words.label === '' && !bare)) {
      const [other, before] = grid.isTurned ? ['columns', 'columns before it'] : ['rows', 'rows above it'];
      const by = byFormula ? `its formula adds up other selected ${other}` : byLabel ? 'its label says so' : `it is the sum of the ${before}`;
      const data = withAmounts.filter((other) => other !== row && !totals.has(other));
      totals.set(row, { row, by, sums: columns.flatMap((column) => columnTotal(grid, row, column, data, sinceTotal)) });
      sinceTotal.clear();
      continue;
    }
    if ((isSum && !words.own) || byLabel) doubtful.add(row);
    above.add(row);
    sinceTotal.add(row);
  }
  return { rows: totals, doubtful };
}

/** Sums of the rows met so far, column by column; a cell that cannot be read spoils its column's sum. */
class RunningSums {
  private rows: number[] = [];
  private readonly sums = new Map<number, { sum: Decimal | null; addends: number }>();

  constructor(private readonly grid: Grid, private readonly columns: readonly number[]) {}

  get all(): readonly number[] {
    return this.rows;
  }

  add(row: number): void {
    this.rows.push(row);
    for (const column of this.columns) {
      const cell = this.grid.at(row, column);
      if (cell.blank) continue;
      const { sum, addends } = this.at(column);
      const amount = amountOf(cell);
      this.sums.set(column, { sum: sum === null || amount === null ? null : sum.plus(amount), addends: addends + 1 });
    }
  }

  clear(): void {
    this.rows = [];
    this.sums.clear();
  }

  at(column: number): { readonly sum: Decimal | null; readonly addends: number } {
    return this.sums.get(column) ?? { sum: zero, addends: 0 };
  }

  /** Whether every amount of a row is the sum of its column, and one of them the sum of two or more that is not nothing. */
  equal(row: number): boolean {
    const cells = this.columns.map((column) => ({ shown: amountOf(this.grid.at(row, column)), blank: this.grid.at(row, column).blank, ...this.at(column) }));
    return cells.every(({ shown, sum, blank }) => blank || (shown !== null && sum !== null && shown.equals(sum)))
      && cells.some(({ shown, blank, addends }) => !blank && addends >= 2 && shown !== null && !shown.isZero());
  }
}

/** Words of a total: at the beginning or the end of the label. "Vanguard Total Stock Market" is none. */
export const isTotalLabel = (label: string): boolean =>
  /^(?:grand |sub ?-? ?|running |overall |ytd )?(?:sub)?totals?\b|\b(?:sub)?totals?:?$|^sum\b|^ytd\b|^(?:balance|bal\.?) (?:fwd|forward|b\/f|c\/f)|^(?:joint|combined|both)$/iu.test(label);

const isAmount = (cell: GridCell): boolean => !cell.blank && !isDateNumber(cell) && ['amount', 'ask'].includes(parseAmount(cell.value).kind);

function amountOf(cell: GridCell): Decimal | null {
  if (cell.blank) return zero;
  const reading = isDateNumber(cell) ? null : parseAmount(cell.value);
  return reading?.kind === 'amount' ? reading.amount : null;
}

function sumOf(cells: readonly GridCell[]): Decimal | null {
  let sum = zero;
  for (const cell of cells) {
    const amount = amountOf(cell);
    if (amount === null) return null;
    sum = sum.plus(amount);
  }
  return sum;
}

function columnTotal(grid: Grid, row: number, column: number, data: readonly number[], sinceTotal: RunningSums): readonly ColumnTotal[] {
  const cell = grid.at(row, column);
  const shown = cell.blank ? null : amountOf(cell);
  if (shown === null) return [];
  const named = addendRows(grid, row, column, data);
  const group = groupAbove(row, data);
  const rows = named ?? [sinceTotal.all, group].find((some) => sumOf(some.map((other) => grid.at(other, column)))?.equals(shown)) ?? data.filter((other) => other < row);
  const addends = rows.map((other) => grid.at(other, column)).filter((addend) => !addend.blank);
  return [{ cell, shown, addends, expected: sumOf(addends) }];
}

/** The data rows right above a row, up to a heading, a blank row or another total. */
function groupAbove(row: number, data: readonly number[]): readonly number[] {
  const known = new Set(data);
  let first = row;
  while (known.has(first - 1)) first -= 1;
  return data.filter((other) => other >= first && other < row);
}

/**
 * The data rows of its own column that a cell's formula adds up: by SUM and its kin, or by a chain of pluses. The total
 * row of an Excel table says SUBTOTAL over a column by name; SUM over a name may mean another table.
 */
function addendRows(grid: Grid, row: number, column: number, data: readonly number[]): readonly number[] | null {
  const { formula } = grid.at(row, column);
  if (formula === null) return null;
  const sums = /^=\+?(?:ROUND\()?(?:SUM|SUBTOTAL|AGGREGATE)\(/iu.test(formula);
  const chain = /^=\+?(?:'[^']+'!|[\w.]+!)?\$?[A-Z]{1,3}\$?\d+(?:\+(?:'[^']+'!|[\w.]+!)?\$?[A-Z]{1,3}\$?\d+)+$/iu.test(formula);
  if (!sums && !chain) return null;
  const isAddend = (other: number): boolean => other !== row && !grid.at(other, column).blank;
  if (/^=\+?(?:SUBTOTAL|AGGREGATE)\([^[]*\[(?!@|#This Row)/iu.test(formula)) {
    const others = grid.isTurned ? [] : data.filter(isAddend);
    return others.length > 0 ? others : null;
  }
  const rows = new Set<number>();
  for (const reference of formula.matchAll(/(?:(?:'((?:[^']|'')+)'|([\w.]+))!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?/giu)) {
    const [, quotedSheet, sheet, left = '', top, right = left, bottom = top] = reference;
    const named = quotedSheet?.replace(/''/gu, "'") ?? sheet;
    if (named !== undefined && !sameSheet(named, grid.sheet)) continue;
    const first = { row: Number(top), column: columnNumber(left) ?? 0 };
    const last = { row: Number(bottom), column: columnNumber(right) ?? 0 };
    if (column < grid.columnOf(first) || column > grid.columnOf(last)) continue;
    for (const other of data) if (other >= grid.rowOf(first) && other <= grid.rowOf(last) && isAddend(other)) rows.add(other);
  }
  return rows.size >= (sums ? 1 : 2) ? [...rows] : null;
}
