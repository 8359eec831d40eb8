/**
 * The sample workbooks of test/fixtures/samples: what stands in each (.json), the workbook itself (.xlsx, made from it by
 * write.mjs), and a note (.md) in which the lines are worked out by hand. The note is read here, so that what is expected
 * stands once, where its reasons stand.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validatePlan, type Plan } from '../../src/plan/plan';
import type { Sheet, Sheets } from '../reading/sheet';

const folder = path.resolve(__dirname, '..', 'fixtures', 'samples');

export interface OwnSample {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly date1904: boolean;
  /** As the command line takes it: one plan or several. */
  readonly given: unknown;
  readonly plans: readonly Plan[];
  readonly sheets: Sheets;
  readonly hiddenRows: readonly number[];
  /** By year and person ("2025 T"): the lines, null where the form leaves one blank. */
  readonly lines: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly status: Readonly<Record<string, string>>;
  /** "CODE cell", as the reader asks before the answers of the plan. */
  readonly asked: readonly string[];
  /** "CODE cell" of warnings that the note speaks of; there may be others. */
  readonly told: readonly string[];
  /** "person cell" of every cell that is excluded. */
  readonly leftOut: readonly string[];
}

interface Description {
  readonly date1904?: boolean;
  readonly plan: unknown;
  readonly sheets: readonly { readonly name: string; readonly rows: Sheet; readonly hidden?: readonly number[] }[];
}

const rowsOfTable = (text: string): readonly (readonly string[])[] =>
  text.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('|---')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));

const listIn = (text: string): readonly string[] => text.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));

/** A line of "Left out": whose reading, the cells of a sheet, and after a colon why. */
const cellsLeftOut = (line: string): readonly string[] => {
  const [, person, sheet, cells] = /^([TS]) (.+!)([A-Z0-9 ]+): /u.exec(line) ?? [];
  if (cells === undefined) throw new Error(`"${line}" does not say who, which cells, and why.`);
  return cells.split(' ').map((cell) => `${person} ${sheet}${cell}`);
};

const ownSample = (id: string): OwnSample => {
  const { sheets, plan, date1904 = false } = JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8')) as Description;
  const note = readFileSync(path.join(folder, `${id}.md`), 'utf8');
  const section = (title: string): string => note.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
  const [heads = [], ...rows] = rowsOfTable(section('Lines'));
  const column = <Value>(index: number, read: (text: string) => Value, wanted: (line: string) => boolean): Readonly<Record<string, Value>> =>
    Object.fromEntries(rows.filter(([line = '']) => wanted(line)).map((row) => [row[0]!, read(row[index]!)]));
  const columns = heads.slice(1).map((head, index) => [head, index + 1] as const);
  return {
    id,
    title: note.split('\n')[0]!.replace(/^# /, ''),
    file: path.join(folder, `${id}.xlsx`),
    date1904,
    given: plan,
    plans: validatePlan(plan),
    sheets: Object.fromEntries(sheets.map(({ name, rows: cells }) => [name, cells])),
    hiddenRows: sheets.flatMap(({ hidden = [] }) => hidden),
    lines: Object.fromEntries(columns.map(([head, index]) => [head, column(index, (text) => (text === '' ? null : Number(text)), (line) => line !== 'Status')])),
    status: Object.fromEntries(columns.map(([head, index]) => [head, column(index, (text) => text, (line) => line === 'Status')['Status']!])),
    asked: listIn(section('Asked, before the answers of the plan')),
    told: listIn(section('Told')),
    leftOut: listIn(section('Left out')).flatMap(cellsLeftOut),
  };
};

export const ownSamples: readonly OwnSample[] = readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => ownSample(name.replace(/\.json$/, '')));
