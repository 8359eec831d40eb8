import { columnName } from '../cells/address';
import type { FormEntry } from '../engine/form';
import type { Cells } from '../engine/term';
import { anyInputNames, basisCarried, choiceNames, form8606Entries, rothInputName, type AnyInputName, type ChoiceName } from '../forms/form8606';
import { homebuyerLimit, partIIIEntries, rothDistribution, taxableRoth, type PartIIIInput } from '../forms/form8606/partIII';
import { deductionChoices, deductionInputs, worksheetSwitch } from '../forms/worksheet1-1';
import { adjustmentIds, adjustments } from './adjustments';
import type { Block } from './block';
import { checks } from './checks';
import { worksheetEntries } from './entries';
import { finishedReturn, handOff } from './handOff';
import { legend } from './legend';
import { HOMEBUYER_LIMIT_ROW, limits } from './limits';
import { nextYear } from './nextYear';
import { schedulesInWords } from './schedules';
import { tieOut } from './tieOut';
import { deductionRows, worksheet11Facts, worksheet11Results } from './worksheet11';

/**
 * Where everything stands on the Form 8606 tab. Rows follow from the form and the blocks, so they are the same for every tab
 * of one layout version: notes and ticks beside a line stay beside it when the tab is built again. Only the support rows at
 * the end, which are added to and never taken from, and the plan below them vary in number.
 */
export const LAYOUT_VERSION = 3;

/** The columns. Preparers write in `tick` and `note`; everything from `how` on stands outside the printed page. */
export const columns = {
  line: 1, description: 2, thisYear: 3, priorYear: 4, source: 5, tick: 6, note: 7,
  how: 8, textRead: 9, key: 10, amountRead: 11, engine: 12, differs: 13, changed: 14, otherWay: 16, firstEarlierYear: 17,
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
  readonly inputs: ReadonlyMap<AnyInputName, number>;
  readonly choices: ReadonlyMap<ChoiceName, number>;
  readonly blockRows: ReadonlyMap<string, number>;
  readonly checks: ReadonlyMap<string, number>;
  readonly supportTitles: number;
  readonly firstSupport: number;
}

/** After the form and its build-up, in the order in which a reviewer goes through them. The checks stand after the tie-out. */
export const blocks: readonly Block[] = [adjustments, tieOut, worksheet11Facts, worksheet11Results, nextYear, handOff, finishedReturn, limits, legend];

const place = (): Positions => {
  const sections: Section[] = [];
  const entries = new Map<string, number>();
  const inputs = new Map<AnyInputName, number>();
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
  section('Part III   Distributions from Roth IRAs');
  partIIIEntries.filter((one) => one === rothDistribution || one.kind === 'line').forEach(entry);
  section('Where the result goes');
  [...printed.slice(handsOnBegins, -1), taxableRoth, basisCarried].forEach(entry);
  section('How lines 1, 2, 4, 6, 7, 8, 15 and 19 to 25 are built up from the support rows and the adjustments');
  for (const name of anyInputNames) inputs.set(name, (row += 1));
  for (const name of choiceNames) choices.set(name, (row += 1));
  [...form8606Entries.filter(({ kind }) => kind === 'step'), ...partIIIEntries.filter((one) => one !== rothDistribution && one.kind === 'question')].forEach(entry);
  for (const block of blocks) {
    section(block.title);
    for (const { id } of block.rows) blockRows.set(id, (row += 1));
    if (block === worksheet11Facts) worksheetEntries.forEach(entry);
    if (block === nextYear) partIIIEntries.filter((one) => one !== taxableRoth && one.kind === 'result').forEach(entry);
    if (block !== tieOut) continue;
    section('Checks   OK; LOOK: to be looked at; STOP: the tab stays a draft');
    for (const { id } of checks) checkRows.set(id, (row += 1));
  }
  section(`Support   Every cell that was read: ${schedulesInWords}`);
  return { sections, entries, inputs, choices, blockRows, checks: checkRows, supportTitles: row + 1, firstSupport: row + 2 };
};

export const positions: Positions = place();

const rowIn = <Key>(rows: ReadonlyMap<Key, number>, key: Key): number => {
  const row = rows.get(key);
  if (row === undefined) throw new Error(`The tab has no row for ${String(key)}.`);
  return row;
};

export const rowOfEntry = (id: string): number => rowIn(positions.entries, id);
export const rowOfInput = (name: AnyInputName): number => rowIn(positions.inputs, name);
export const rowOfChoice = (name: ChoiceName): number => rowIn(positions.choices, name);
export const rowOfCheck = (id: string): number => rowIn(positions.checks, id);
export const rowInBlock = (id: string): number => rowIn(positions.blockRows, id);

/** The cells of one column from the row of one adjustment to that of another: they stand together. */
export const adjustmentRange = (column: number): string =>
  `${fixed(column, rowInBlock(adjustmentIds[0]!))}:${fixed(column, rowInBlock(adjustmentIds.at(-1)!))}`;

/** The rows that the control total takes in: every amount of the form and of its build-up. */
export const controlled = { first: head.columnTitles + 1, last: rowOfInput(anyInputNames.at(-1)!) } as const;

const entryRows = [...positions.entries.values()].sort((one, other) => one - other);
const firstOfWorksheet = rowOfEntry(worksheetEntries[0]!.id);

/** Where the rows stand that are compared with the engine: the form with its build-up, and Worksheet 1-1. */
export const differing = [
  { first: entryRows[0]!, last: entryRows.filter((row) => row < firstOfWorksheet).at(-1)! },
  { first: firstOfWorksheet, last: entryRows.at(-1)! },
] as const;

/**
 * The tab as the form sees it, for the year whose amounts stand in one column. What Part III and Worksheet 1-1 ask for
 * besides the inputs stands in rows of the blocks.
 */
export const cellsOfYear = (column: number): Cells => ({
  input: (name) => {
    const block = rowOfLaw.get(name);
    return block === undefined ? at(column, rowOfInput(name as AnyInputName)) : fixed(columns.thisYear, rowInBlock(block));
  },
  choice: (name) => {
    const block = rowOfFact.get(name);
    return block === undefined ? at(column, rowOfChoice(name as ChoiceName)) : fixed(columns.thisYear, rowInBlock(block));
  },
  entry: (id) => at(column, rowOfEntry(id)),
  unitsPerDollar: fixed(columns.thisYear, head.unitsPerDollar),
  decimals: fixed(columns.thisYear, head.decimals),
  ratioPlaces: fixed(columns.thisYear, head.placesUsed),
});

const rowOfLaw: ReadonlyMap<string, string> = new Map<string, string>([
  [homebuyerLimit.name, HOMEBUYER_LIMIT_ROW], ...deductionInputs.map((name) => [name, deductionRows[name]] as const),
]);
/** This year once more, from the same amounts, and with the switch of Worksheet 1-1 the other way. */
export const cellsOfOtherWay = (): Cells => {
  const here = cellsOfYear(columns.thisYear);
  return {
    ...here,
    entry: (id) => at(columns.otherWay, rowOfEntry(id)),
    choice: (name) => (name === worksheetSwitch ? at(columns.otherWay, rowInBlock(deductionRows[worksheetSwitch])) : here.choice(name)),
  };
};

const rowOfFact: ReadonlyMap<string, string> = new Map<string, string>(([...deductionChoices, worksheetSwitch] as const).map((name) => [name, deductionRows[name]]));

/** Part III as it sees the tab: its inputs are named after the Roth IRA there. */
export const cellsOfPartIII = (column: number): Cells => {
  const cells = cellsOfYear(column);
  return { ...cells, input: (name) => (name === homebuyerLimit.name ? cells.input(name) : cells.input(rothInputName(name as PartIIIInput))) };
};
