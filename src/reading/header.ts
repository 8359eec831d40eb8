import { parseAmount } from '../cells/amount';
import { dateOfSerial } from '../cells/date';
import { parseYear } from '../cells/year';
import { isDateNumber, textOf, type Grid, type GridCell } from './grid';
import type { NamedOwner } from './ownerWords';
import { headerWords, saysOnlyUnits, type Concept, type HeaderWords, type WordsOf } from './vocabulary';

/** A column of a selection and what it holds, as far as its header says. */
export interface Column {
  readonly column: number;
  readonly concept: Concept | null;
  /** The cell that names the column; null where no header does. */
  readonly cell: GridCell | null;
  /** Where it is asked and answered what the column holds: its header cell, though blank, or else its first cell. */
  readonly place: GridCell;
  readonly text: string;
  /** The year that the header names. */
  readonly year: number | null;
  /** Whose the amounts are, where the header says so. */
  readonly owner?: NamedOwner;
  /** The account whose year-end values they are, where the header names one. */
  readonly account?: string;
  /** The preparer said what the column holds. */
  readonly answered: boolean;
}

export interface Header {
  /** The rows of the header itself, one or two. */
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
}

/** A header stands among the first rows; further down there are only data and notes. */
const ROWS_SEARCHED = 25;

/**
 * Finds the header: the first row, or two rows read as one, in which two or more cells name what a column holds. One
 * such cell is enough where its column holds an amount further down. A row with amounts in it is no header. `words`: a role
 * may know more words than the vocabulary has, as a form has its boxes.
 */
export function findHeader(grid: Grid, date1904: boolean, words: WordsOf = headerWords): Header | null {
  const candidates = grid.rows.filter((row) => !grid.isBlankRow(row)).slice(0, ROWS_SEARCHED);
  let single: Header | null = null;
  for (const row of candidates) {
    if (!holdsOnlyWords(grid, row, words)) {
      if (single !== null) return single;
      continue;
    }
    const header = headerAt(grid, row, date1904, words);
    const known = header === null ? 0 : header.columns.filter(({ concept }) => concept !== null).length;
    if (known >= 2) return header;
    // "Values at 12/31/2025" in one cell may be the title of the header that follows.
    if (header !== null && known === 1 && namesAmountsBelow(grid, header)) single ??= header;
  }
  return single;
}

/** The header that begins in a row, in one row or two; null where the row says less than the one below it, as a title does. */
function headerAt(grid: Grid, row: number, date1904: boolean, words: WordsOf): Header | null {
  const below = row + 1;
  const one = { rows: [row], columns: columnsNamed(grid, [row], date1904, words) };
  if (!grid.rows.includes(below) || !holdsOnlyWords(grid, below, words)) return one;
  // A line of units over a header says how its amounts count, and nothing of its columns.
  if (isRule(grid, row)) return null;
  const two = { rows: [row, below], columns: columnsNamed(grid, [row, below], date1904, words) };
  const [single, double, next] = [tells(one.columns), tells(two.columns), tells(columnsNamed(grid, [below], date1904, words))];
  if (double > Math.max(single, next)) return two;
  // Titles of the boxes under their numbers, or the other way round: no row of data consists of names of columns.
  const lower = grid.filledIn(below);
  const named = lower.filter(({ value }) => typeof value === 'string' && words(value).concept !== null).length;
  const under = lower.every(({ address }) => !grid.at(row, address.column).blank);
  if (double >= single && single > 2 && under && named > 1 && named * 2 > lower.length) return two;
  // Where the lower row names the boxes of a form by itself ("Box 1"), the upper one belongs to it ("IRA contrib").
  if (next <= single) return one;
  return double === next && grid.filledIn(row).length > 1 ? two : null;
}

/** A row that says again what the header says, as on the second page of a printout. */
export const repeatsHeader = (grid: Grid, row: number, header: Header): boolean =>
  header.rows.some((headerRow) => {
    const words = grid.filledIn(headerRow);
    return words.length > 1 && words.every((cell) => textOf(grid.at(row, cell.address.column)).toLowerCase() === textOf(cell).toLowerCase());
  });

/** A row of nothing but rules ("-----") or units ("(whole $)", "in 000s"), as stand under a header or above a total. */
export function isRule(grid: Grid, row: number): boolean {
  const cells = grid.filledIn(row);
  return cells.length > 0 && cells.every((cell) => /^[-=_.~*]{2,}$/u.test(textOf(cell)) || saysOnlyUnits(textOf(cell)));
}

/** The account whose values a column holds, as far as its header says: the traditional IRA among others is one of them. */
export const accountNamed = ({ account, text }: Column): string | undefined =>
  account ?? (/\btrad(?:itional)?\b/iu.test(text) && !/\b(?:all|and|total)\b/iu.test(text) ? 'traditional ira' : undefined);

/** How much a header tells: each kind of column once, and a plain "date" or "amount" less than one that says whose. */
const tells = (columns: readonly Column[]): number => [...new Set(columns.map(({ concept }) => concept))]
  .reduce((sum, concept) => sum + (concept === null ? 0 : concept === 'date' || concept === 'amount' ? 1 : 2), 0);

/**
 * The first row of nothing but words over rows with amounts, where no header is known: what it says of its columns has to be
 * asked, and it is no row of data.
 */
export function presumedHeader(grid: Grid): Header | null {
  const filled = grid.rows.filter((row) => !grid.isBlankRow(row)).slice(0, ROWS_SEARCHED);
  const row = filled.find((one, index) => {
    const cells = grid.filledIn(one);
    const next = filled[index + 1];
    return cells.length >= 2 && next !== undefined && cells.every(({ value }) => typeof value === 'string' && parseAmount(value).kind === 'reject')
      && (grid.isTurned ? filled.slice(index + 1) : [next]).some((below) => grid.filledIn(below).some((cell) => !isDateNumber(cell) && parseAmount(cell.value).kind === 'amount'));
  });
  return row === undefined ? null : { rows: [row], columns: columnsNamed(grid, [row], false, headerWords) };
}

/** Words, or the years and dates that head a column; no amount. The labels of many items may have a stray number among them. */
function holdsOnlyWords(grid: Grid, row: number, words: WordsOf): boolean {
  const cells = grid.filledIn(row);
  const others = cells.filter((cell) => !isHeading(cell, words)).length;
  return cells.some((cell) => typeof cell.value === 'string') && (others === 0 || (grid.isTurned && others * 3 < cells.length));
}

function isHeading(cell: GridCell, words: WordsOf): boolean {
  if (typeof cell.value === 'number') return isDateNumber(cell) || isYear(cell.value);
  if (typeof cell.value !== 'string') return false;
  return parseAmount(cell.value).kind !== 'amount' || isYear(cell.value) || words(cell.value).concept !== null;
}

const isYear = (value: unknown): boolean => parseYear(value, { numberFormat: 'General', date1904: false }).kind === 'year';

function columnsNamed(grid: Grid, rows: readonly number[], date1904: boolean, words: WordsOf): readonly Column[] {
  let above = '';
  return grid.columns.map((column): Column => {
    const cells = rows.map((row) => grid.at(row, column));
    const [top, bottom] = cells;
    const naming = cells.filter(({ blank }) => !blank).at(-1) ?? null;
    if (rows.length === 2 && top !== undefined && !top.blank) above = textOf(top);
    const text = rows.length === 2 ? `${above} ${bottom === undefined ? '' : textOf(bottom)}`.trim() : naming === null ? '' : textOf(naming);
    if (naming === null) return { column, concept: null, cell: null, place: bottom ?? top ?? grid.at(rows[0] ?? 1, column), text: '', year: null, answered: false };
    return { column, cell: naming, place: naming, text: text === '' ? naming.shown : text, answered: false, ...namedBy(naming, text, bottom === undefined ? '' : textOf(bottom), date1904, words) };
  });
}

/** A header that is itself the date 31 December heads the values on that day. */
function namedBy(cell: GridCell, text: string, bottom: string, date1904: boolean, wordsOf: WordsOf): HeaderWords {
  if (typeof cell.value === 'number') {
    const date = isDateNumber(cell) ? dateOfSerial(cell.value, date1904) : null;
    if (date === null) return { concept: null, year: isYear(cell.value) ? cell.value : null };
    return { concept: date.month === 12 && date.day === 31 ? 'fmv_year_end' : null, year: date.year };
  }
  const words = wordsOf(text);
  if (words.concept !== null || bottom === '' || bottom === text) return words;
  return { ...wordsOf(bottom), year: words.year };
}

function namesAmountsBelow(grid: Grid, header: Header): boolean {
  const last = header.rows.at(-1) ?? 0;
  return header.columns.filter(({ concept }) => concept !== null).every(({ column }) => grid.rows.some((row) => {
    const cell = grid.at(row, column);
    return row > last && !cell.blank && !isDateNumber(cell) && ['amount', 'ask'].includes(parseAmount(cell.value).kind);
  }));
}
