import { columnName } from '../cells/address';
import { parseAmount } from '../cells/amount';
import { quoted } from '../cells/quoted';
import { tidy } from '../cells/tidy';
import { detailsOf } from '../plan/answers';
import type { Person, Plan } from '../plan/plan';
import type { SourceContext } from './context';
import { isDateNumber, nameOf, textOf, type GridCell } from './grid';
import type { Column } from './header';

/** Whose a row is: a person's, nobody's on this form (joint, total), or waiting for an answer. */
export type RowOwner = { readonly of: Person } | { readonly of: 'ignore' } | { readonly waitsFor: GridCell };

/** Says whose each row is, asking once for each name that it does not know. */
export type OwnerOfRow = (row: number) => RowOwner;

const taxpayer = new Set(['t', 'tp', 'taxpayer', 'self', 'primary', 'me', 'mine']);
const spouse = new Set(['s', 'sp', 'spouse', 'secondary']);
const nobody = new Set(['j', 'joint', 'both', 'combined', 'total', 'all']);

/**
 * The plan's own word on the owner, then the owner column of the sheet. Without either, the selection is the person's
 * whose form it is. "H" and "W" are asked: either may be the taxpayer.
 */
export function ownersOfRows(context: SourceContext, columns: readonly Column[], dataRows: readonly number[]): OwnerOfRow {
  const { grid, plan, source } = context;
  const fallback: RowOwner = { of: source.owner ?? plan.person };
  const column = ownerColumn(context, columns, dataRows);
  if (column === null) return () => fallback;

  const answered = new Map<string, Person>();
  const firstAt = new Map<string, GridCell>();
  for (const row of dataRows) {
    const cell = grid.at(row, column);
    const { owner } = detailsOf(context.answers.at(cell.address));
    const name = nameIn(cell);
    if (owner !== undefined) answered.set(name, owner);
    if (!firstAt.has(name)) firstAt.set(name, cell);
  }
  return (row) => {
    const cell = grid.at(row, column);
    if (cell.blank) return fallback;
    const name = nameIn(cell);
    const owner = answered.get(name) ?? ownerNamed(name, plan);
    if (owner === 'ignore') return { of: 'ignore' };
    if (owner !== null) return { of: owner };
    if (source.owner !== undefined) return fallback;
    const asked = firstAt.get(name) ?? cell;
    context.fates.ask({
      cell: asked.address,
      code: 'OWNER_UNKNOWN',
      text: `${nameOf(asked)} names the owner ${quoted(asked.shown)}. Nothing of that owner is counted until you say who that is.`,
      choices: [{ answer: { owner: 'T' }, says: 'The taxpayer' }, { answer: { owner: 'S' }, says: 'The spouse' }],
    });
    return { waitsFor: asked };
  };
}

/** Sets aside the columns that the plan gives to the other person or to nobody; gives the columns that are left. */
export function leaveOthersColumns({ grid, fates, plan, source }: SourceContext, columns: readonly Column[], rows: readonly number[]): readonly Column[] {
  const ownerOf = (column: number): Person | 'ignore' => source.owners?.[columnName(column)] ?? plan.person;
  for (const { column } of columns) {
    const owner = ownerOf(column);
    if (owner === plan.person || owner === 'ignore') continue;
    for (const row of rows) {
      const cell = grid.at(row, column);
      if (!cell.blank && !isDateNumber(cell) && parseAmount(cell.value).kind === 'amount') fates.exclude(cell, belongsTo(owner));
    }
  }
  return columns.filter(({ column }) => ownerOf(column) === plan.person);
}

export const belongsTo = (owner: Person): string => `Belongs to the ${owner === 'T' ? 'taxpayer' : 'spouse'}.`;

/** The owner column that the plan names, or the one that the header names if its cells speak of owners at all. */
function ownerColumn({ source, grid, plan }: SourceContext, columns: readonly Column[], dataRows: readonly number[]): number | null {
  if (source.ownerColumn !== undefined) return columns.find(({ column }) => columnName(column) === source.ownerColumn)?.column ?? null;
  const headed = columns.find(({ concept }) => concept === 'owner');
  if (headed === undefined) return null;
  const speaks = dataRows.some((row) => ownerNamed(nameIn(grid.at(row, headed.column)), plan) !== null);
  return speaks || !/^(?:name|who|participant|recipient)$/iu.test(tidy(headed.text)) ? headed.column : null;
}

const nameIn = (cell: GridCell): string => textOf(cell).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function ownerNamed(name: string, plan: Plan): Person | 'ignore' | null {
  if (taxpayer.has(name)) return 'T';
  if (spouse.has(name)) return 'S';
  if (nobody.has(name)) return 'ignore';
  const client = plan.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return client !== '' && name === client ? plan.person : null;
}
