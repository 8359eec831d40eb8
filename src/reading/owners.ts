import { columnName } from '../cells/address';
import { parseAmount } from '../cells/amount';
import { quoted } from '../cells/quoted';
import { detailsOf } from '../plan/answers';
import type { Person, Plan } from '../plan/plan';
import type { SourceContext } from './context';
import { isDateNumber, nameOf, textOf, type Grid, type GridCell } from './grid';
import type { Column } from './header';
import { ownerIn, ownerNamedBy, ownerSpelledIn, type NamedOwner } from './ownerWords';
import { mayHoldMoney } from './vocabulary';

/** Whose a row is: a person's, nobody's on this form (joint, total), or waiting for an answer. */
export type RowOwner = { readonly of: Person } | { readonly of: 'ignore' } | { readonly waitsFor: GridCell };

/** Says whose each row is, asking once for each name that it does not know. */
export type OwnerOfRow = (row: number) => RowOwner;

/**
 * Whose the rows are: what the row's owner cell says, or the person who heads its group, or the plan's word, or the sheet's
 * name. Without any, the selection is the person's whose form it is. "H" and "W" are asked: either may be the taxpayer.
 */
export function ownersOfRows(context: SourceContext, columns: readonly Column[], dataRows: readonly number[]): OwnerOfRow {
  const { grid, source } = context;
  const column = ownerColumn(context, columns, dataRows);
  const headings = headingsOf(context, columns, dataRows);
  const known = new Map<string, Person>();
  const firstAt = new Map<string, GridCell>();
  const namesOf = (row: number): GridCell | null => (column === null ? null : namingCell(grid, column, dataRows, row));
  for (const row of dataRows) {
    const cell = namesOf(row);
    if (cell === null) continue;
    const { owner } = detailsOf(context.answers.at(cell.address));
    const name = nameIn(cell);
    if (owner !== undefined) known.set(name, owner);
    if (!firstAt.has(name)) firstAt.set(name, cell);
  }
  const byCell = (cell: GridCell): RowOwner => {
    const owner = known.get(nameIn(cell)) ?? ownerNamed(cell, context.plan);
    if (owner === 'ignore') return { of: 'ignore' };
    if (owner !== null && owner !== 'unknown') return { of: owner };
    if (owner === null && source.owner !== undefined) return { of: source.owner };
    return askWho(context, firstAt.get(nameIn(cell)) ?? cell);
  };
  return (row) => {
    const chosen = grid.isTurned ? source.owners?.[columnName(row)] : undefined;
    if (chosen !== undefined) return { of: chosen };
    const cell = namesOf(row);
    if (cell !== null && !cell.blank) return byCell(cell);
    const heading = headings.filter((one) => one.row < row).at(-1);
    if (heading !== undefined) return heading.owner === 'unknown' ? answeredOr(context, heading.cell) : { of: heading.owner };
    // A row of one cell is a heading or a note, and nobody's.
    if (cell !== null && firstAt.size > 1 && source.owner === undefined && grid.filledIn(row).length > 1) return answeredOr(context, cell, 'names no owner, and other rows do');
    return ownerOfAll(context);
  };
}

/** What the preparer answered about a cell, or the question who is meant. */
function answeredOr(context: SourceContext, cell: GridCell, says?: string): RowOwner {
  const { owner } = detailsOf(context.answers.at(cell.address));
  return owner === undefined ? askWho(context, cell, says) : { of: owner };
}

function askWho({ fates }: SourceContext, cell: GridCell, says = `names the owner ${quoted(cell.shown)}`): RowOwner {
  fates.ask({
    cell: cell.address,
    code: 'OWNER_UNKNOWN',
    text: `${nameOf(cell)} ${says}. Nothing of that owner is counted until you say who that is.`,
    choices: [{ answer: { owner: 'T' }, says: 'The taxpayer' }, { answer: { owner: 'S' }, says: 'The spouse' }],
  });
  return { waitsFor: cell };
}

/** Whose all rows are that name nobody: the plan says, or the sheet's name; one that speaks of the other person is asked about. */
function ownerOfAll(context: SourceContext): RowOwner {
  const { source, plan, grid } = context;
  const named = source.owner === undefined ? ownerOfSheet(grid.sheet) : null;
  if (named === null || named === plan.person) return { of: source.owner ?? plan.person };
  const cell = [...grid.all()].find(({ blank }) => !blank) ?? grid.at(grid.rows[0] ?? 1, grid.columns[0] ?? 1);
  return answeredOr(context, cell, `stands on the sheet ${quoted(grid.sheet)}, which may be of the ${named === 'unknown' ? 'taxpayer or of the spouse' : inWords(named)}`);
}

/** "Spouse", "IRA-S", "8606 (T)", "Husband". A single letter counts only behind a sign that parts it from the rest. */
function ownerOfSheet(sheet: string): Exclude<NamedOwner, 'ignore'> | null {
  const letter = /(?:^|[-_(]\s*)([ts])\)?$/iu.exec(sheet.trim())?.[1];
  const owner = letter === undefined ? ownerNamedBy(sheet) ?? /\b(?:taxpayer|tp|spouse|sp|husband|wife)\b/iu.exec(sheet)?.map(ownerNamedBy)[0] ?? null : ownerNamedBy(letter);
  return owner === 'ignore' ? null : owner;
}

interface Heading {
  readonly row: number;
  readonly cell: GridCell;
  readonly owner: NamedOwner;
}

/** A person alone in a row without amounts heads the rows below: "TAXPAYER", "Spouse - accounts", "Husband:". */
function headingsOf({ grid }: SourceContext, columns: readonly Column[], dataRows: readonly number[]): readonly Heading[] {
  if (grid.isTurned) return [];
  const first = dataRows[0] ?? 0;
  return grid.rows.filter((row) => row >= first || columns.every(({ cell }) => cell === null || grid.rowOf(cell.address) < row)).flatMap((row) => headingIn(grid, row) ?? []);
}

function headingIn(grid: Grid, row: number): Heading | null {
  const [cell, second] = grid.filledIn(row);
  if (cell === undefined || second !== undefined) return null;
  const owner = headingOwner(textOf(cell));
  return owner === null ? null : { row, cell, owner };
}

/** Whether a row is the heading of a person's group and nothing else. */
export const headsGroup = (grid: Grid, row: number): boolean => headingIn(grid, row) !== null;

function headingOwner(text: string): NamedOwner | null {
  const alone = ownerNamedBy(text.replace(/['’]s\b/giu, '').replace(/\b(?:accounts?|iras?|retirement|assets|section)\b|:/giu, ' '));
  if (alone !== null) return alone !== 'ignore' || /\bjoint\b/iu.test(text) ? alone : null;
  const begins = /^(taxpayer|tp|spouse|husband|wife|joint)(?:['’]?s)?\s*[-:(/]/iu.exec(text)?.[1] ?? /[-(/]\s*(taxpayer|tp|spouse|husband|wife|joint)\)?$/iu.exec(text)?.[1];
  return begins === undefined || text.length > 40 ? null : ownerNamedBy(begins);
}

/** Sets aside the columns that the plan or their header gives to the other person or to nobody; gives the columns that are left. */
export function leaveOthersColumns(context: SourceContext, columns: readonly Column[], rows: readonly number[]): readonly Column[] {
  const { grid, fates, plan } = context;
  return columns.filter((column) => {
    const owner = ownerOfColumn(context, column);
    if (owner === plan.person) return true;
    const asked = owner === 'unknown' ? askWho(context, column.place, `heads amounts of ${quoted(column.text)}`) : null;
    for (const row of rows) {
      const cell = grid.at(row, column.column);
      if (cell.blank || isDateNumber(cell) || parseAmount(cell.value).kind !== 'amount') continue;
      if (asked !== null && 'waitsFor' in asked) fates.wait(cell, asked.waitsFor.address);
      else if (owner === 'T' || owner === 'S') fates.exclude(cell, belongsTo(owner));
      else if (column.owner === 'ignore') fates.ignore(cell, inNobodys(grid.isTurned ? grid : grid.turned()));
    }
    return false;
  });
}

/** Whose a column is: the plan says, by the letters of the sheet's column, or the header; else the person's whose form it is. */
export function ownerOfColumn({ source, plan, grid }: SourceContext, { column, concept, owner }: Column): NamedOwner {
  return (grid.isTurned ? undefined : source.owners?.[columnName(column)]) ?? (mayHoldMoney(concept) ? owner : undefined) ?? plan.person;
}

export const belongsTo = (owner: Person): string => `Belongs to the ${inWords(owner)}.`;
const inWords = (owner: Person): string => (owner === 'T' ? 'taxpayer' : 'spouse');

/** Why an amount that is two persons' or a total counts for nobody. */
export const inNobodys = (grid: Grid): string => `In a joint or total ${grid.isTurned ? 'column' : 'row'}.`;

/** The owner column that the plan names, or the one that the header names if its cells speak of owners at all. */
function ownerColumn({ source, grid, plan }: SourceContext, columns: readonly Column[], dataRows: readonly number[]): number | null {
  if (source.ownerColumn !== undefined && !grid.isTurned) return columns.find(({ column }) => columnName(column) === source.ownerColumn)?.column ?? null;
  const headed = columns.find(({ concept }) => concept === 'owner');
  if (headed === undefined) return grid.isTurned ? besideYears(columns, grid, dataRows) : null;
  const speaks = dataRows.some((row) => ownerNamed(grid.at(row, headed.column), plan) !== null);
  return speaks || grid.isTurned || !/^(?:name|who|participant|recipient)$/iu.test(headed.text.trim()) ? headed.column : null;
}

/** "2024 T", "2024 S": persons and years in one row of the sheet. */
function besideYears(columns: readonly Column[], grid: Grid, dataRows: readonly number[]): number | null {
  const years = columns.find(({ concept }) => concept === 'tax_year');
  return years !== undefined && dataRows.some((row) => ownerIn(textOf(grid.at(row, years.column))) !== null) ? years.column : null;
}

/** A person who heads several columns of the sheet stands over the first of them. */
function namingCell(grid: Grid, column: number, dataRows: readonly number[], row: number): GridCell {
  const cell = grid.at(row, column);
  if (!grid.isTurned || !cell.blank) return cell;
  const left = [...dataRows].reverse().find((other) => other < row && !grid.at(other, column).blank);
  return left === undefined ? cell : grid.at(left, column);
}

/** The words of an owner cell, without a year beside them. */
const nameIn = (cell: GridCell): string => textOf(cell).toLowerCase().replace(/\b(?:19|20)\d{2}\b/gu, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function ownerNamed(cell: GridCell, plan: Plan): NamedOwner | null {
  const name = nameIn(cell);
  const named = ownerNamedBy(name);
  if (named !== null) return named;
  const client = plan.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return client !== '' && name === client ? plan.person : ownerSpelledIn(name)?.owner ?? null;
}
