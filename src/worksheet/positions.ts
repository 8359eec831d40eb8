import { columnName } from '../cells/address';
import type { FormEntry } from '../engine/form';
import type { Cells } from '../engine/term';
import { choiceNames, form8606Entries, inputNames, type ChoiceName, type InputName } from '../forms/form8606';
import { adjustmentIds, adjustments } from './adjustments';
import type { Block } from './block';
import { checks } from './checks';
import { finishedReturn, handOff } from './handOff';
import { legend } from './legend';
import { limits } from './limits';
import { nextYear } from './nextYear';
import { pool } from './pool';
import { tieOut } from './tieOut';

/**
 * Where everything stands on the Form 8606 tab. Rows follow from the form and the blocks, so they are the same for every tab
 * of one layout version: notes and ticks beside a line stay beside it when the tab is built again. Only the support rows at
 * the end, which are added to and never taken from, and the plan below them vary in number.
 */
export const LAYOUT_VERSION = 3;

/** The columns. Preparers write in `tick` and `note`; everything from `how` on stands outside the printed page. */
export const columns = {
  line: 1, description: 2, thisYear: 3, priorYear: 4, source: 5, tick: 6, note: 7,
  how: 8, textRead: 9, key: 10, amountRead: 11, engine: 12, differs: 13, changed: 14, firstEarlierYear: 16,
} as const;

export const at = (column: number, row: number): string => `${columnName(column)}${row}`;
export const fixed = (column: number, row: number): string => `$${columnName(column)}$${row}`;

export const head = {
  title: 1, notForFiling: 2, client: 3, person: 4, year: 5, status: 6, rounding: 7, ratioPlaces: 8, unitsPerDollar: 9, decimals: 10,
  placesUsed: 11, controlTotal: 12, checks: 13, columnTitles: 15,
} as const;

/** Where a tab says by which layout it was built: a tab of another layout cannot be updated. */
export const layoutMark = { row: head.controlTotal, column: columns.source } as const;

export interface Section {
  readonly title: string;
  readonly row: number;
}

interface Positions {
  readonly sections: readonly Section[];
  readonly entries: ReadonlyMap<string, number>;
  readonly inputs: ReadonlyMap<InputName, number>;
  readonly choices: ReadonlyMap<ChoiceName, number>;
  readonly blockRows: ReadonlyMap<string, number>;
  readonly checks: ReadonlyMap<string, number>;
  readonly supportTitles: number;
  readonly firstSupport: number;
}

/** After the form and its build-up, in the order in which a reviewer goes through them. The checks stand after the tie-out. */
export const blocks: readonly Block[] = [adjustments, tieOut, nextYear, handOff, finishedReturn, limits, legend, pool];

const place = (): Positions => {
  const sections: Section[] = [];
  const entries = new Map<string, number>();
  const inputs = new Map<InputName, number>();
  const choices = new Map<ChoiceName, number>();
  const blockRows = new Map<string, number>();
  const checkRows = new Map<string, number>();
  let row: number = head.columnTitles;
  const section = (title: string): void => {
    row += sections.length === 0 ? 1 : 2;
    sections.push({ title, row });
  };
  const entry = (taken: FormEntry): void => void entries.set(taken.id, (row += 1));

  const printed = form8606Entries.filter(({ kind }) => kind !== 'step');
  const partIIBegins = printed.findIndex(({ id }) => id === 'Converted');
  const handsOnBegins = printed.findIndex(({ kind }) => kind === 'result');
  section('Part I   Nondeductible contributions to traditional IRAs and distributions from traditional IRAs');
  printed.slice(0, partIIBegins).forEach(entry);
  section('Part II   Conversions from traditional IRAs to Roth IRAs');
  printed.slice(partIIBegins, handsOnBegins).forEach(entry);
  section('Where the result goes');
  printed.slice(handsOnBegins).forEach(entry);
  section('How lines 1, 2, 4, 6, 7, 8 and 15 are built up from the support rows and the adjustments');
  for (const name of inputNames) inputs.set(name, (row += 1));
  for (const name of choiceNames) choices.set(name, (row += 1));
  form8606Entries.filter(({ kind }) => kind === 'step').forEach(entry);
  for (const block of blocks) {
    section(block.title);
    for (const { id } of block.rows) blockRows.set(id, (row += 1));
    if (block !== tieOut) continue;
    section('Checks   OK; LOOK: to be looked at; STOP: the tab stays a draft');
    for (const { id } of checks) checkRows.set(id, (row += 1));
  }
  section('Support: every cell that was read, where it stands, and what it counts for');
  return { sections, entries, inputs, choices, blockRows, checks: checkRows, supportTitles: row + 1, firstSupport: row + 2 };
};

export const positions: Positions = place();

const rowIn = <Key>(rows: ReadonlyMap<Key, number>, key: Key): number => {
  const row = rows.get(key);
  if (row === undefined) throw new Error(`The tab has no row for ${String(key)}.`);
  return row;
};

export const rowOfEntry = (id: string): number => rowIn(positions.entries, id);
export const rowOfInput = (name: InputName): number => rowIn(positions.inputs, name);
export const rowOfChoice = (name: ChoiceName): number => rowIn(positions.choices, name);
export const rowOfCheck = (id: string): number => rowIn(positions.checks, id);
export const rowInBlock = (id: string): number => rowIn(positions.blockRows, id);

/** The cells of one column from the row of one adjustment to that of another: they stand together. */
export const adjustmentRange = (column: number): string =>
  `${fixed(column, rowInBlock(adjustmentIds[0]!))}:${fixed(column, rowInBlock(adjustmentIds.at(-1)!))}`;

/** The rows that the control total takes in: every amount of the form and of its build-up. */
export const controlled = { first: head.columnTitles + 1, last: rowOfInput(inputNames.at(-1)!) } as const;

/** The tab as the form sees it, for the year whose amounts stand in one column. */
export const cellsOfYear = (column: number): Cells => ({
  input: (name) => at(column, rowOfInput(name as InputName)),
  choice: (name) => at(column, rowOfChoice(name as ChoiceName)),
  entry: (id) => at(column, rowOfEntry(id)),
  unitsPerDollar: fixed(columns.thisYear, head.unitsPerDollar),
  decimals: fixed(columns.thisYear, head.decimals),
  ratioPlaces: fixed(columns.thisYear, head.placesUsed),
});
