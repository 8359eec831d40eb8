import type { AnyInputName } from '../forms/form8606';
import type { TabContent } from './content';
import type { Content } from './layout';

/** What a row of a block, and a check, can refer to on the tab. Addresses only: cells are compared with cells. */
export interface BlockCells {
  /** A line, question, step or result of the form. */
  entry(id: string): string;
  input(name: AnyInputName): string;
  /** The amount of a row of any block. */
  row(id: string): string;
  /** The amount beside it, in the column of the prior year. */
  second(id: string): string;
  rowKey(id: string): string;
  /** An entry of the form filled in the other way: with Worksheet 1-1 where it is without, and without where it is with. */
  otherWay(id: string): string;
  check(id: string): string;
  readonly inputs: string;
  readonly decimals: string;
  readonly ratioPlaces: string;
  readonly support: { readonly keys: string; readonly lines: string; readonly amounts: string };
  readonly adjustments: { readonly lines: string; readonly amounts: string; readonly flags: string };
  readonly keyOf: (input: AnyInputName) => string;
  /** The line for which an adjustment of an input is entered. */
  readonly adjustedAs: (input: AnyInputName) => string;
  readonly differences: string;
  /** A count that the build found and wrote beside its check. */
  readonly found: (checkId: string) => string;
  readonly sourcesChanged: string;
}

/** The columns of a block that can hold something; the key, by which rows are looked up, is not printed. */
export type BlockColumn = 'mark' | 'label' | 'amount' | 'second' | 'source' | 'key';

/**
 * A row of a block after the form. What the preparer owns is written once, when the tab is new, and never again; everything
 * else is written at every build.
 */
export interface BlockRow {
  readonly id: string;
  readonly mark?: string;
  readonly label?: (tab: TabContent, cells: BlockCells) => Content;
  readonly amount?: (tab: TabContent, cells: BlockCells) => Content;
  readonly second?: (tab: TabContent, cells: BlockCells) => Content;
  readonly source?: (tab: TabContent, cells: BlockCells) => Content;
  readonly key?: (tab: TabContent) => Content;
  readonly preparers?: readonly ('mark' | 'label' | 'amount')[];
  /** Counts and shares are no amounts of money. */
  readonly numberFormat?: string;
  /** Sums and results stand out. */
  readonly total?: true;
}

export interface Block {
  readonly title: string;
  readonly rows: readonly BlockRow[];
}

/** A row in which the preparer enters an amount. */
export const asked = (id: string, label: (tab: TabContent) => string, source: string, numberFormat?: string): BlockRow => ({
  id, label, source: () => source, preparers: ['amount'], ...(numberFormat ? { numberFormat } : {}),
});

/** A row that works out an amount from others. */
export const workedOut = (id: string, label: (tab: TabContent) => string, amount: (cells: BlockCells) => string, source = ''): BlockRow => ({
  id, label, amount: (_, cells) => amount(cells), source: () => source,
});
