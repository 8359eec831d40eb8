import { parseAmount } from '../cells/amount';
import { parseDate } from '../cells/date';
import { parseYear } from '../cells/year';
import type { Role } from '../plan/plan';
import { classifyAccount } from '../rules/accountWords';
import { Grid, isDateNumber, textOf, type GridCell } from './grid';
import { findHeader, isRule, type Column, type Header } from './header';
import { ownerNamedBy } from './ownerWords';
import type { SourceCells } from './sourceCells';
import { transactionOf, type Transaction } from './transactionWords';
import { headerWords, type Concept } from './vocabulary';

/**
 * What a range seems to hold, by its header and its words, to be offered to the user: nothing is counted by it. Where two
 * roles would do, or a word speaks against the only one, none is offered, for a role that is taken without a look is a guess.
 */
export function proposedRole(selected: SourceCells, date1904: boolean): Role | null {
  const grid = new Grid(selected.range, selected, date1904);
  const header = findHeader(grid, date1904);
  const seen: Seen = { grid, header, date1904, rows: amountRows(grid, header), concepts: new Set(header?.columns.flatMap(({ concept }) => concept ?? [])), words: wordsOf(grid) };
  if (seen.rows.length === 0) return null;
  for (const proposal of [formList, recharacterized, itemsAcross, accountList, transactions, yearRows, itemsOfAYear, oneKind]) {
    const role = proposal(seen);
    if (role !== undefined) return role;
  }
  return null;
}

interface Seen {
  readonly grid: Grid;
  readonly header: Header | null;
  readonly date1904: boolean;
  /** Rows below the header with an amount in them. */
  readonly rows: readonly number[];
  readonly concepts: ReadonlySet<Concept>;
  /** Every text of the selection, and the name of its sheet. */
  readonly words: string;
}

/** A role, null for certain doubt, or nothing: it is not of this kind. */
type Proposal = Role | null | undefined;

const wordsOf = (grid: Grid): string => [grid.sheet, ...[...grid.all()].map(textOf)].join('\n');

/** Totals stand among the rows of a list and say nothing of what it holds. */
const amountRows = (grid: Grid, header: Header | null): readonly number[] => {
  const last = header?.rows.at(-1) ?? 0;
  return grid.rows.filter((row) => row > last && !isRule(grid, row) && grid.filledIn(row).some(isAmount) && !grid.filledIn(row).some((cell) => /^(?:sub|grand )?-?totals?\b/iu.test(textOf(cell))));
};

/** A note with a number in it is no amount, and one that is still to come says nothing. */
function isAmount(cell: GridCell): boolean {
  const read = parseAmount(cell.value);
  return !isDateNumber(cell) && (read.kind === 'amount' || (read.kind === 'ask' && read.doubt !== 'WORDS_WITH_NUMBER' && read.doubt !== 'NOT_YET_KNOWN'));
}

const isYear = (cell: GridCell, { date1904 }: Seen): boolean => parseYear(cell.value, { numberFormat: cell.numberFormat, date1904 }).kind === 'year';

const isDay = (cell: GridCell, { date1904 }: Seen): boolean =>
  isDateNumber(cell) || (typeof cell.value === 'string' && !isAmount(cell) && parseDate(cell.value, { date1904, year: null }).kind === 'date');

/** Boxes by number head the columns; the form is named somewhere, or has a code for each distribution. */
function formList({ grid, header, concepts, words }: Seen): Proposal {
  const boxes = (header === null ? [] : header.rows.flatMap((row) => grid.filledIn(row))).filter((cell) => /\b(?:box|bx)\b[ .:#]*\d/iu.test(textOf(cell)));
  if (boxes.length < 2) return undefined;
  if (concepts.has('tax_year') && !concepts.has('institution') && !concepts.has('account_type')) return null;
  const [says1099r, says5498] = [/\b1099/u.test(words), /\b5498/u.test(words)];
  if (says1099r !== says5498) return says1099r ? 'form_1099r' : 'form_5498';
  return boxes.some((cell) => /\bcode/iu.test(textOf(cell))) ? 'form_1099r' : null;
}

const recharacterized = ({ grid, rows }: Seen): Proposal => {
  const above = grid.rows.filter((row) => row < rows[0]!).flatMap((row) => grid.filledIn(row));
  return above.some((cell) => /\brechar/iu.test(textOf(cell))) ? 'recharacterizations' : undefined;
};

/** Items in rows under years, or under persons. */
function itemsAcross(seen: Seen): Proposal {
  const { grid, rows } = seen;
  if (new Set(rows.flatMap((row) => itemOf(grid, row) ?? [])).size < 2) return undefined;
  const above = grid.rows.filter((row) => row <= rows[0]! && row < rows.at(-1)!).map((row) => grid.filledIn(row));
  if (above.some((cells) => cells.filter((cell) => isYear(cell, seen)).length >= 2 && cells.every((cell) => typeof cell.value === 'string' || isYear(cell, seen)))) return 'year_columns';
  if (above.some((cells) => new Set(cells.flatMap((cell) => ownerNamedBy(textOf(cell)) ?? [])).size >= 2)) return 'items_by_owner';
  return undefined;
}

/** A value for each account, whose kind most of the rows name; nothing that moved stands among them. */
function accountList({ grid, header, rows, concepts }: Seen): Proposal {
  const heads = header?.columns ?? [];
  const isValue = ({ concept, text }: Column): boolean => concept === 'fmv_year_end' || (concept === 'amount' && /value|balance|fmv/iu.test(text));
  const types = heads.filter(({ concept }) => concept === 'account_type');
  if (types.length === 0 || !heads.some(isValue)) return undefined;
  const known = rows.filter((row) => types.some(({ column }) => classifyAccount(textOf(grid.at(row, column))).verdict !== 'ask'));
  if (known.length * 2 <= rows.length) return undefined;
  const others = rows.filter((row) => !known.includes(row)).some((row) => itemOf(grid, row) !== null || moved(grid, row) !== null);
  return others || moneyItems.some((concept) => concept !== 'fmv_year_end' && concepts.has(concept)) || concepts.has('date') ? null : 'accounts';
}

/** Dated rows of several kinds of movement. */
function transactions(seen: Seen): Proposal {
  const { grid, rows } = seen;
  const kinds = new Set(rows.flatMap((row) => moved(grid, row) ?? []));
  const dated = rows.every((row) => grid.filledIn(row).some((cell) => isDay(cell, seen)));
  return dated && kinds.size >= 2 && itemColumns(seen).size <= 1 ? 'ledger' : undefined;
}

/** A row for each year. */
function yearRows(seen: Seen): Proposal {
  const { grid, rows, header } = seen;
  const column = header?.columns.find(({ concept }) => concept === 'tax_year')?.column;
  if (column === undefined) return undefined;
  const items = itemColumns(seen);
  const years = rows.filter((row) => isYear(grid.at(row, column), seen)).map((row) => grid.at(row, column).shown);
  if (items.size < 2) return new Set(years).size > 1 && !rows.every((row) => grid.filledIn(row).some((cell) => isDay(cell, seen))) ? null : undefined;
  if (years.length !== rows.length || new Set(years).size !== years.length) return null;
  if ([...items].some((concept) => !ofHistory.includes(concept))) return 'year_table';
  return years.length > 1 ? 'basis_history' : null;
}

/** Undated items of several kinds, each with one amount. */
function itemsOfAYear(seen: Seen): Proposal {
  const { grid, rows } = seen;
  const items = new Set(rows.flatMap((row) => itemOf(grid, row) ?? []));
  if (items.size < 2) return undefined;
  const one = rows.every((row) => grid.filledIn(row).filter(isAmount).length === 1 && !grid.filledIn(row).some((cell) => isDay(cell, seen)));
  return one && itemColumns(seen).size === 0 ? 'year_tab' : null;
}

/** Amounts of one kind, as their header or the words beside every one of them say. */
function oneKind(seen: Seen): Proposal {
  const { grid, rows, words } = seen;
  const headed = [...itemColumns(seen)];
  const beside = rows.map((row) => itemOf(grid, row));
  const concepts = new Set([...headed, ...beside.flatMap((item) => item ?? [])]);
  const [concept] = concepts;
  const everywhere = headed.length === 1 || beside.every((item) => item !== null);
  if (concept === undefined || concepts.size !== 1 || !everywhere) return null;
  // A contribution is called one though it was given back, and so is what came from a Roth IRA.
  if (concept === 'distribution_other' && /\broth\b|disaster|hurricane|repa(?:id|y)|home ?buyer|\bqcd|charit/iu.test(words)) return null;
  if (concept === 'contribution_total' && /\broth\b|\bexcess\b|\breturn(?:ed)?\b|\brechar/iu.test(words)) return null;
  if (concept === 'returned_contribution' && !/\breturn|\bremov|\bcorrective\b/iu.test(words)) return null;
  return roleOf[concept] ?? null;
}

/** What the columns are said to hold that the form starts from, where they hold something. */
const itemColumns = ({ header, grid, rows }: Seen): ReadonlySet<Concept> => new Set(header?.columns.flatMap(({ concept, column }) =>
  concept !== null && moneyItems.includes(concept) && rows.some((row) => isAmount(grid.at(row, column))) ? [merged(concept)] : []));

/** What the words of a row say that its amounts are; null where they say nothing, or two things. */
function itemOf(grid: Grid, row: number): Concept | null {
  const items = new Set(grid.filledIn(row).flatMap((cell) => itemIn(textOf(cell)) ?? []));
  const [item] = items;
  return items.size === 1 && item !== undefined ? item : null;
}

function itemIn(text: string): Concept | null {
  if (text === '') return null;
  const { concept, account } = headerWords(text);
  if (account !== undefined && classifyAccount(account).verdict === 'out') return null;
  if (concept === 'basis_end') return /8606|\bprior\b|\blast\b|\bfiled\b/iu.test(text) ? 'basis_begin' : null;
  if (concept !== null) return moneyItems.includes(concept) ? merged(concept) : null;
  return byMovement[transactionOf(text)] ?? null;
}

function moved(grid: Grid, row: number): Transaction | null {
  const said = transactionOf(grid.filledIn(row).map(textOf).join(' '));
  return said === 'unknown' || said === 'balance' ? null : said;
}

const byMovement: Readonly<Partial<Record<Transaction, Concept>>> = {
  contribution: 'contribution_total', conversion: 'converted', distribution: 'distribution_other', returned: 'returned_contribution',
};

/** Deductible or not is not a matter of the role. */
const merged = (concept: Concept): Concept => (concept === 'contribution_nondeductible' ? 'contribution_total' : concept);

const ofHistory: readonly Concept[] = ['contribution_total', 'deduction_taken'];

const roleOf: Readonly<Partial<Record<Concept, Role>>> = {
  contribution_total: 'contributions',
  converted: 'conversions',
  distribution_other: 'distributions',
  deduction_taken: 'deducted',
  returned_contribution: 'returned',
  outstanding_rollover: 'outstanding_rollovers',
  basis_begin: 'prior_basis',
  fmv_year_end: 'fmv',
};

const moneyItems: readonly Concept[] = [...(Object.keys(roleOf) as Concept[]), 'contribution_nondeductible', 'basis_end'];
