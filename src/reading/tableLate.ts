import { formatCell } from '../cells/address';
import { amountIn } from './amountCell';
import type { Counted } from './fates';
import { nameOf, textOf, type GridCell } from './grid';
import { countedFrom, type Pending } from './pending';
import type { Table } from './table';

/** The cell that says how much of a row's contribution was made after year end, if there is one. */
export function lateCell({ context, columns }: Table, row: number): GridCell | null {
  const column = columns.find(({ concept }) => concept === 'made_next_year');
  const cell = column === undefined ? null : context.grid.at(row, column.column);
  return cell === null || cell.blank ? null : cell;
}

/**
 * Parts a contribution by what another column says was made after year end ("of which late"): all of it, a part, or
 * none. Gives what is left to count for the contribution's own cell; null while that is asked.
 */
export function lateShare(table: Table, counted: Counted, amount: Pending['read'], late: GridCell, pending: Pending[]): Counted | null {
  const { fates, answers, grid } = table.context;
  const read = amountIn(late, answers.at(late.address));
  const contribution = formatCell(counted.cell);
  if (/^no?$/iu.test(textOf(late)) || (read.kind === 'amount' && read.amount.isZero())) {
    fates.ignore(late, 'Says that nothing was contributed after year end.');
    return counted;
  }
  if (/^(?:y|yes|x|late|[✓✔])$/iu.test(textOf(late)) || (read.kind === 'amount' && read.amount.equals(amount.amount))) {
    fates.ignore(late, `Says that ${contribution} was contributed after year end.`);
    return { ...counted, input: 'contributionsAfterYearEnd', note: `for ${counted.year}, made after year end as ${formatCell(late.address)} says` };
  }
  if (read.kind === 'amount' && read.amount.isPositive() && read.amount.lessThan(amount.amount)) {
    const note = `part of ${contribution} made after year end`;
    const part = countedFrom(late, read, { kind: 'count', input: 'contributionsAfterYearEnd', year: counted.year, note, nondeductible: counted.nondeductible }, counted.label);
    pending.push({ cell: late, read, counted: part, signs: 'positive', group: 'made_next_year', answered: true });
    return { ...counted, amount: counted.amount.minus(read.amount), less: [late.address], note: `${counted.note}; less ${formatCell(late.address)}, made after year end` };
  }
  fates.ask({
    cell: late.address,
    code: 'LATE_PART_UNCLEAR',
    text: `${nameOf(late)} shows "${late.shown}" as what was contributed after year end, of ${contribution}. The contribution is not counted until you say how much of it was late.`,
    choices: [{ answer: 'zero', says: 'None of it' }, { answer: { amount: amount.amount.toString() }, says: 'All of it' }],
  }, [counted.year]);
  fates.wait(grid.at(counted.cell.row, counted.cell.column), late.address);
  return null;
}
