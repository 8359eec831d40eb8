import { parseYear } from '../cells/year';
import { amountIn } from './amountCell';
import type { SourceContext } from './context';
import { nameOf, type Grid, type GridCell } from './grid';
import type { Column } from './header';
import { answeredColumn } from './listLayout';
import { tableColumns } from './table';
import { mayHoldMoney, says, type Concept } from './vocabulary';

/** Columns that are known and say nothing that Form 8606 starts from. */
const besideTheForm: readonly Concept[] = ['qcd', 'rollover_to_plan', 'roth_column', 'made_next_year', 'f1099r_box1', 'f1099r_box2a', 'f1099r_box5'];

/** What the columns of a table hold: by the header, by what the preparer said, and by their place. */
export function columnsOfTable(context: SourceContext, headed: readonly Column[] | null, rows: readonly number[]): readonly Column[] {
  const columns = headed === null ? columnsWithoutHeader(context, rows) : headed.map((column) => answeredColumn(column, context));
  return withDatesPlaced(preferNondeductible(columns));
}

/** Where contributions stand both in all and nondeductible, the nondeductible ones are those of line 1. */
function preferNondeductible(columns: readonly Column[]): readonly Column[] {
  if (!columns.some(({ concept }) => concept === 'contribution_nondeductible')) return columns;
  return columns.map((column) => (column.concept === 'contribution_total' ? { ...column, concept: 'notes' } : column));
}

/** A plain "Date" belongs to the amounts to its left: contributed, date, converted, date. */
function withDatesPlaced(columns: readonly Column[]): readonly Column[] {
  let left: Concept | null = null;
  return columns.map((column) => {
    if (column.concept === 'contribution_nondeductible' || column.concept === 'contribution_total') left = 'contribution_date';
    else if (column.concept === 'converted') left = 'conversion_date';
    return column.concept === 'date' && left !== null ? { ...column, concept: left } : column;
  });
}

/** Without a header nothing says which amounts were contributed and which converted; only the years speak for themselves. */
function columnsWithoutHeader(context: SourceContext, rows: readonly number[]): readonly Column[] {
  const { grid, date1904 } = context;
  return grid.columns.map((column): Column => {
    const cells = rows.map((row) => grid.at(row, column)).filter(({ blank }) => !blank);
    const place = cells[0] ?? grid.at(grid.rows[0] ?? grid.range.top, column);
    const years = cells.length > 0 && cells.every(({ value, numberFormat }) => parseYear(value, { numberFormat, date1904 }).kind === 'year');
    return answeredColumn({ column, concept: years ? 'tax_year' : null, cell: null, place, text: '', year: null, answered: false }, context);
  });
}

/** Asks about columns that hold amounts of a kind we do not know, and about those that say the same; gives the cell that each waits for. */
export function askForColumns({ grid, fates }: SourceContext, columns: readonly Column[], rows: readonly number[]): ReadonlyMap<number, GridCell> {
  const waits = new Map<number, GridCell>();
  for (const column of columns) {
    const twice = isTwice(column, columns);
    if (!twice && (isSettled(column.concept) || !holdsMoney(grid, column.column, rows))) continue;
    const cell = column.place;
    const what = column.text === '' ? 'The column without a header' : `The column "${column.text}"`;
    const holds = twice && column.concept !== null ? `holds ${says(column.concept)}, as another column does` : 'holds amounts of a kind that is not known';
    fates.ask({
      cell: cell.address,
      code: 'COLUMN_UNKNOWN',
      text: `${what} at ${nameOf(cell)} ${holds}. It is not counted until you say what it holds.`,
      choices: columnChoices,
    });
    waits.set(column.column, cell);
  }
  return waits;
}

const columnChoices = [
  ...(Object.keys(tableColumns) as Concept[]).map((concept) => ({ answer: { column: concept }, says: `It holds ${says(concept)}` })),
  { answer: 'exclude', says: 'It holds something else' },
];

const isSettled = (concept: Concept | null): boolean =>
  concept !== null && (tableColumns[concept] !== undefined || !mayHoldMoney(concept) || besideTheForm.includes(concept));

/** Two columns of the same kind are a question, unless the preparer has said of both that they count. */
function isTwice({ concept, answered }: Column, columns: readonly Column[]): boolean {
  if (concept === null || answered || (tableColumns[concept] === undefined && concept !== 'tax_year')) return false;
  return columns.filter((other) => other.concept === concept).length > 1;
}

const holdsMoney = (grid: Grid, column: number, rows: readonly number[]): boolean => rows.some((row) => {
  const read = amountIn(grid.at(row, column), undefined);
  return read.kind === 'amount' && !read.amount.isZero();
});

/** Without a column of years nothing in a table of years can be placed. */
export function askForYears({ grid, fates, source }: SourceContext, columns: readonly Column[]): GridCell {
  const likely = columns.find(({ concept }) => concept === null) ?? columns[0];
  const cell = likely?.place ?? grid.at(grid.range.top, grid.range.left);
  fates.ask({
    cell: cell.address,
    code: 'NO_YEAR_COLUMN',
    text: `No column of ${source.range} names the tax years. Select the column with the years too, with its header. Nothing is counted until then.`,
    choices: [{ answer: { column: 'tax_year' }, says: 'This column names the tax years' }],
  });
  return cell;
}
