import { columnName } from '../cells/address';
import { parseAmount } from '../cells/amount';
import { parseDate } from '../cells/date';
import { parseYear } from '../cells/year';
import { Refusal } from '../engine/refusal';
import { quoted } from '../cells/quoted';
import { detailsOf, leavesOut } from '../plan/answers';
import type { SourceContext } from './context';
import { classifyAccount } from '../rules/accountWords';
import { isDateNumber, nameOf, type Grid, type GridCell } from './grid';
import { accountNamed, findHeader, isRule, repeatsHeader, type Column, type Header } from './header';
import { ownerNamedBy } from './ownerWords';
import { ownerOfColumn } from './owners';
import { inList } from './sentences';
import { concepts, headerWords, says, type Concept, type WordsOf } from './vocabulary';

/** Where in a list its amounts, dates and words stand. */
export interface ListLayout {
  readonly header: Header | null;
  /** Every column, in order, with what it holds. */
  readonly columns: readonly Column[];
  /** The columns whose amounts are read; empty where that is still asked. */
  readonly amounts: readonly Column[];
  /** Rows of data, in order, without blank rows and repeated headers. */
  readonly rows: readonly number[];
  /** The cell that was asked which column is which; everything waits for it. */
  readonly waitsFor: GridCell | null;
}

/** Finds the columns of a list from its header, or from what its cells hold; asks where both leave it open. */
export function listLayout(context: SourceContext, headed: readonly Concept[]): ListLayout {
  const { grid } = context;
  const header = findHeader(grid, context.date1904, headed[0] === 'fmv_year_end' ? orAccounts : headerWords);
  const rows = dataRows(grid, header);
  const columns = header === null ? columnsByContent(grid, rows, context) : header.columns.map((column) => ofPerson(answeredColumn(column, context), grid, rows));
  const layout = { header, columns, rows };
  const owned = ownedColumns(context, columns);
  const open = columns.filter((column) => ownerOfColumn(context, column) === context.plan.person);
  const choice = owned ?? (header === null ? chosenByContent(grid, columns, rows, context) : chosenByHeader(open, headed, rows, context));
  if (Array.isArray(choice)) return { ...layout, amounts: choice, waitsFor: null };
  return { ...layout, amounts: [], waitsFor: choice };
}

export function dataRows(grid: Grid, header: Header | null): readonly number[] {
  const last = header?.rows.at(-1) ?? 0;
  return grid.rows.filter((row) => row > last && !grid.isBlankRow(row) && !isRule(grid, row) && (header === null || !repeatsHeader(grid, row, header)));
}

/** What the preparer said a column holds stands over what its header says, "Joint" too; a column that was set aside is read as notes. */
export function answeredColumn(column: Column, { answers }: SourceContext): Column {
  const { column: named, year, owner, counts } = detailsOf(answers.at(column.place.address));
  if (counts === false && named === undefined) return { ...column, concept: 'notes', answered: true };
  if (named === undefined) return { ...column, year: year ?? column.year, ...(owner === undefined ? {} : { owner }) };
  const { owner: headed, ...rest } = column;
  const whose = owner ?? (headed === 'ignore' ? undefined : headed);
  return { ...rest, concept: conceptNamed(named, column.place), year: year ?? column.year, ...(whose === undefined ? {} : { owner: whose }), answered: true };
}

function conceptNamed(name: string, place: GridCell): Concept {
  const concept = concepts.find((one) => one === name);
  if (concept !== undefined) return concept;
  throw new Refusal('NOT_A_CHOICE', `answers[${nameOf(place)}].column`, name, concepts.join(', '),
    `The answer ${quoted(name)} is not one of the columns that are known: ${concepts.join(', ')}.`);
}

/** Where values are listed, the name of an account may head them: Institution, Traditional IRA, SEP-IRA. */
const orAccounts: WordsOf = (text) => {
  const words = headerWords(text);
  return words.concept !== null || classifyAccount(text).verdict === 'ask' ? words : { concept: 'amount', year: words.year, account: text };
};

/** A column that is headed by a person and holds amounts holds that person's. */
function ofPerson(column: Column, grid: Grid, rows: readonly number[]): Column {
  const named = column.concept === 'owner' && holdsAmounts(grid, column.column, rows) ? ownerNamedBy(column.text) : null;
  return named === null ? column : { ...column, concept: 'amount', owner: named };
}

/** The columns of this person where the plan says whose each column is. */
function ownedColumns({ source, plan }: SourceContext, columns: readonly Column[]): Column[] | null {
  const { owners } = source;
  if (owners === undefined) return null;
  return columns.filter(({ column }) => owners[columnName(column)] === plan.person);
}

type Choice = Column[] | GridCell;

function chosenByHeader(columns: readonly Column[], headed: readonly Concept[], rows: readonly number[], context: SourceContext): Choice {
  const heading = withoutLabels(columns, rows, context.grid);
  const concept = headed.find((one) => heading.some((column) => column.concept === one));
  if (concept !== undefined) {
    const chosen = answeredFirst(heading.filter((column) => column.concept === concept));
    if (chosen.length === 1 || chosen.every(({ answered }) => answered)) return staleOrChosen(chosen, context);
    const apart = chosen.map((column) => (column.year === null && accountNamed(column) === undefined ? null : `${column.year ?? ''} ${accountNamed(column) ?? ''}`));
    if (apart.every((one, index) => one !== null && apart.indexOf(one) === index)) return chosen;
    return askWhich(chosen, `"${chosen[0]?.text ?? ''}" heads several columns that may hold ${says(concept)}`, [concept], context);
  }
  const unnamed = columns.filter((column) => (column.concept === null || column.concept === 'amount') && holdsAmounts(context.grid, column.column, rows));
  const [only] = unnamed;
  if (only === undefined) return [];
  if (unnamed.length === 1 && only.cell === null) return [only];
  return askWhich(unnamed, `no header names ${headed.map(says).join(' or ')}`, headed, context);
}

/** "Contribution" over words, beside a column of amounts, heads the labels of the rows. */
function withoutLabels(columns: readonly Column[], rows: readonly number[], grid: Grid): readonly Column[] {
  if (!columns.some(({ concept, column }) => concept === 'amount' && holdsAmounts(grid, column, rows))) return columns;
  return columns.filter(({ answered, column }) => answered || holdsAmounts(grid, column, rows) || rows.every((row) => grid.at(row, column).blank));
}

/** Where the preparer has said of some columns that they are meant, the others are not. */
const answeredFirst = (columns: Column[]): Column[] => {
  const answered = columns.filter((column) => column.answered);
  return answered.length > 0 ? answered : columns;
};

/** Values of a year that nobody asked for are not taken for those of the plan's year without a word. */
function staleOrChosen(chosen: Column[], { years, fates }: SourceContext): Choice {
  const [only] = chosen;
  const cell = only?.cell ?? null;
  if (chosen.length !== 1 || cell === null || only?.concept !== 'fmv_year_end' || only.year === null || years.includes(only.year)) return chosen;
  fates.ask({
    cell: cell.address,
    code: 'VALUES_OF_ANOTHER_YEAR',
    text: `${nameOf(cell)} heads values of ${only.year}, and the plan asks for ${years.join(', ')}. They are not counted until you say which year they are of.`,
    choices: years.map((year) => ({ answer: { year }, says: `They are of ${year}` })),
  });
  return cell;
}

function askWhich(columns: readonly Column[], why: string, headed: readonly Concept[], { fates, grid }: SourceContext): GridCell {
  const cells = columns.map(({ place }) => place);
  const concept = headed[0] ?? 'amount';
  for (const { place: cell, column } of columns) {
    const first = grid.rows.filter((row) => row >= grid.rowOf(cell.address)).map((row) => grid.at(row, column)).filter(({ blank }) => !blank).map(({ shown }) => shown);
    fates.ask({
      cell: cell.address,
      code: 'COLUMN_UNKNOWN',
      text: `In the selection at ${nameOf(cell)}, ${why}. This column begins with ${inList(first, 3)}. Nothing in it is counted until you say what it holds.`,
      choices: [{ answer: { column: concept }, says: `It holds ${says(concept)}` }, { answer: 'exclude', says: 'It holds something else' }],
    });
  }
  const [first] = cells;
  if (first === undefined) throw new Error('A question about columns needs a column.');
  return first;
}

const holdsAmounts = (grid: Grid, column: number, rows: readonly number[]): boolean => rows.some((row) => isAmountLike(grid.at(row, column)));

const isAmountLike = (cell: GridCell): boolean => {
  if (cell.blank || isDateNumber(cell)) return false;
  const reading = parseAmount(cell.value);
  return reading.kind === 'amount' || (reading.kind === 'ask' && reading.doubt !== 'WORDS_WITH_NUMBER');
};

/** Without a header, a column holds what its cells look like: dates, years beside amounts, amounts, or words. */
function columnsByContent(grid: Grid, rows: readonly number[], context: SourceContext): readonly Column[] {
  const columns = grid.columns.map((column): Column => {
    const cells = rows.map((row) => grid.at(row, column)).filter(({ blank }) => !blank);
    const place = cells[0] ?? grid.at(grid.rows[0] ?? grid.range.top, column);
    const { column: named } = detailsOf(context.answers.at(place.address));
    const concept = named === undefined ? contentOf(cells, context) : conceptNamed(named, place);
    return { column, concept, cell: null, place, text: '', year: null, answered: named !== undefined };
  });
  if (columns.filter(({ concept }) => concept === 'amount').length <= 1) return columns;
  return columns.map((column) => {
    if (column.concept !== 'amount' || column.answered) return column;
    const cells = rows.map((row) => grid.at(row, column.column)).filter(({ blank }) => !blank);
    if (leavesOut(context.answers.at(column.place.address))) return { ...column, concept: 'notes', answered: true };
    const years = cells.every(({ value, numberFormat }) => parseYear(value, { numberFormat, date1904: context.date1904 }).kind === 'year');
    return years ? { ...column, concept: 'tax_year' } : column;
  });
}

function contentOf(cells: readonly GridCell[], context: SourceContext): Concept | null {
  if (cells.length === 0) return null;
  const dates = cells.filter((cell) => isDateNumber(cell) || (typeof cell.value === 'string' && parseDate(cell.value, { date1904: context.date1904, year: 2000 }).kind === 'date'));
  if (dates.length === cells.length) return 'date';
  return cells.some(isAmountLike) ? 'amount' : null;
}

/** One column that looks like amounts is the one. Several are, where the selection holds nothing else and is one row. */
function chosenByContent(grid: Grid, columns: readonly Column[], rows: readonly number[], context: SourceContext): Choice {
  const answered = columns.filter((column) => column.answered && column.concept !== 'notes');
  if (answered.length > 0) return answered;
  const amounts = columns.filter(({ concept }) => concept === 'amount');
  const plain = amounts.filter(({ column }) => rows.some((row) => !grid.at(row, column).blank && parseAmount(grid.at(row, column).value).kind === 'amount'));
  if (amounts.length <= 1) return amounts;
  if (plain.length === 1) return plain;
  const onlyAmounts = columns.every(({ concept, column }) => concept === 'amount' || rows.every((row) => grid.at(row, column).blank));
  if (onlyAmounts && rows.length === 1) return amounts;
  return askWhich(amounts, 'several columns look like amounts and no header says which is meant', ['amount'], context);
}
