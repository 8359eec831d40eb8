import { inWords } from '../engine/words';
import { detailsOf, leavesOut, letsIn } from '../plan/answers';
import { amountIn, type CellAmount } from './amountCell';
import type { Asked } from './facts';
import { formatCell } from '../cells/address';
import { nameOf, type GridCell } from './grid';
import { includeChoice } from './judgement';
import { inList } from './sentences';
import { headOf, statedYear, type MoneyColumn, type Table, type YearRow } from './table';
import { isReadElsewhere } from './witnesses';

/**
 * To rebuild basis, a year counts with what was contributed less what was deducted of it. Where one of the two is not known,
 * neither counts: a blank is no zero, and a contribution whose deduction is unknown is no basis. It is asked, and what stays
 * unknown is kept apart, so that the basis is never more than can be shown.
 */
export function keptApart(table: Table, row: YearRow, column: MoneyColumn, cell: GridCell, read: CellAmount): boolean {
  if (column.concept === 'deduction_taken') return deductionApart(table, row, cell, read);
  if (column.concept !== 'contribution_total' && column.concept !== 'contribution_nondeductible') return false;
  const { fates } = table.context;
  if (isUnknown(table, cell)) {
    fates.warn(cell.address, 'UNKNOWN_YEAR_APART', `What was contributed for ${row.year} is not known, and is kept apart: the basis does not have it.`);
    setApart(table, cell, row.year);
    return true;
  }
  if (read.kind === 'blank') {
    ask(table, row, cell, 'CONTRIBUTION_UNKNOWN', `${nameOf(cell)} is blank: what was contributed for ${row.year} is not known, and blank is not zero.`, [{ answer: 'zero', says: `Nothing was contributed for ${row.year}` }]);
    return true;
  }
  if (column.concept === 'contribution_nondeductible' || read.kind === 'ask' || read.amount.isZero()) return false;
  const deduction = cellOf(table, row, 'deduction_taken');
  if (deduction === null) return false;
  const deducted = amountIn(deduction.cell, table.context.answers.at(deduction.cell.address), table.scaleOf(deduction.column.column));
  if (isUnknown(table, deduction.cell) || leavesOut(table.context.answers.at(deduction.cell.address))) {
    fates.warn(cell.address, 'UNKNOWN_YEAR_APART', `What was deducted of the contribution for ${row.year} is not known, and the contribution is kept apart: the basis does not have it.`);
    setApart(table, cell, row.year);
    return true;
  }
  if (deducted.kind === 'amount') return false;
  fates.wait(cell, deduction.cell.address);
  return true;
}

/** A deduction waits for its contribution; a blank one beside a contribution is asked. */
function deductionApart(table: Table, row: YearRow, cell: GridCell, read: CellAmount): boolean {
  const { fates, answers } = table.context;
  const contribution = cellOf(table, row, 'contribution_total');
  if (contribution === null) return false;
  const contributed = amountIn(contribution.cell, answers.at(contribution.cell.address), table.scaleOf(contribution.column.column));
  if (isUnknown(table, contribution.cell) || leavesOut(answers.at(contribution.cell.address)) || isUnknown(table, cell)) {
    setApart(table, cell, row.year);
    return true;
  }
  if (contributed.kind !== 'amount') {
    if (cell.blank) fates.ignore(cell, 'Blank, as the contribution is.');
    else fates.wait(cell, contribution.cell.address);
    return true;
  }
  if (read.kind !== 'blank' || contributed.amount.isZero()) return false;
  ask(table, row, cell, 'DEDUCTION_UNKNOWN', `${nameOf(cell)} is blank: what was deducted of the ${inWords(contributed.amount)} contributed for ${row.year} is not known, and blank is not zero.`, [
    { answer: 'zero', says: 'None of it was deducted' }, { answer: { amount: contributed.amount.toString() }, says: 'All of it was deducted' },
  ]);
  return true;
}

const isUnknown = (table: Table, cell: GridCell): boolean => detailsOf(table.context.answers.at(cell.address)).kind === 'unknown';

function setApart({ context: { fates } }: Table, cell: GridCell, year: number): void {
  if (cell.blank) fates.ignore(cell, `Not known for ${year}: kept apart.`);
  else fates.exclude(cell, `Not known in full for ${year}: kept apart.`);
}

function cellOf({ context, money }: Table, { row }: YearRow, concept: MoneyColumn['concept']): { readonly cell: GridCell; readonly column: MoneyColumn } | null {
  const column = money.find((one) => one.concept === concept);
  return column === undefined ? null : { cell: context.grid.at(row, column.column), column };
}

function ask({ context: { fates } }: Table, { year }: YearRow, cell: GridCell, code: string, why: string, choices: Asked['choices']): void {
  fates.ask({
    cell: cell.address, code, text: `${why} The year is kept apart until you say.`,
    choices: [...choices, { answer: { kind: 'unknown' }, says: 'It is not known: keep it apart' }],
  }, [year]);
}

/**
 * Years without a row, or with a row that is empty, up to the first year that is asked for: nobody knows what was contributed
 * for them, unless another selection has them.
 */
export function askAboutUnknownYears(table: Table, dated: readonly YearRow[]): void {
  const { context, yearColumn, rows, money } = table;
  const flows = money.some(({ concept }) => concept === 'converted' || concept === 'distribution_other');
  const [earliest] = dated;
  if (earliest === undefined || yearColumn === null) return;
  const place = yearColumn.cell ?? headOf(table, earliest.row).cell;
  if (!flows) {
    context.fates.warn(place.address, 'HISTORY_WITHOUT_CONVERSIONS', 'No column holds what was converted or distributed: basis is rebuilt as if nothing was in these years. If something was, select it too, with the values on 31 December.');
  }
  const known = new Set(dated.map(({ year }) => year));
  const stated = rows.flatMap((row) => {
    const found = statedYear(table, row);
    return found.kind === 'year' ? [found.year] : [];
  });
  const first = Math.min(...stated);
  const last = Math.max(...stated, (context.years[0] ?? 0) - 1);
  const missing = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter((year) => !known.has(year) && !isReadElsewhere(context, year));
  const answer = context.answers.at(place.address);
  if (missing.length === 0 || letsIn(answer)) return;
  const those = missing.length === 1 ? 'that year' : 'those years';
  if (detailsOf(answer).kind === 'unknown') {
    context.fates.warn(place.address, 'UNKNOWN_YEAR_APART', `What was contributed for ${missing.join(', ')} is not known, and is kept apart: the basis does not have it.`);
    return;
  }
  context.fates.askOfYear({
    cell: place.address,
    code: 'YEARS_UNKNOWN',
    text: `Nothing is known of ${inList(missing.map(String), 8)}, between ${first} and ${last + 1} (${formatCell(place.address)}). They are kept apart until you say: the basis does not have what was contributed for ${those}.`,
    choices: [{ ...includeChoice, says: `Nothing was contributed, converted or distributed in ${those}` }, { answer: { kind: 'unknown' }, says: 'They are not known: keep them apart' }],
  }, missing);
}
