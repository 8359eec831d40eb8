import { parseAmount, type Scale } from '../cells/amount';
import { zero, type Decimal } from '../engine/decimal';
import { inWords } from '../engine/words';
import { detailsOf } from '../plan/answers';
import type { SourceContext } from './context';
import { isDateNumber, nameOf, textOf, type GridCell } from './grid';
import type { Column, Header } from './header';
import { saysThousands } from './vocabulary';

/** How many dollars the amounts of a selection mean by one, as far as the preparer has said. */
export interface Units {
  readonly scaleOf: (column: number) => Scale;
  /** The cell that was asked whether all amounts are in thousands; they wait for it. */
  readonly all: GridCell | null;
  /** The cells that were asked for single columns. */
  readonly waits: ReadonlyMap<number, GridCell>;
}

/** Contributions run to thousands of dollars (the limit of 2025 is 7,000): a column whose median is below this suggests another unit. */
const SUSPICIOUS_MEDIAN = 100;

/**
 * Amounts are taken in thousands only when the preparer confirms it. It is asked where the sheet says so (in a column's
 * header for that column, elsewhere for all), and where contributions look far too small, for then all of the sheet may be.
 */
export function unitsOf(
  context: SourceContext, header: Header | null, columns: readonly Column[], rows: readonly number[], isContributions: (column: Column) => boolean,
): Units {
  const saying = cellsSaying(context, columns, rows);
  const ownOf = (column: Column): readonly GridCell[] => saying.filter(({ address }) => isHeaderCell(context, header, address, column));
  const general = saying.filter((cell) => !columns.some((column) => ownOf(column).includes(cell)));
  const places = columns.map(({ place }) => place).filter((place) => !saying.includes(place));
  const inGeneral = [...general.map((cell) => scaleSaid(context, cell, true)), ...places.map((cell) => scaleSaid(context, cell, false))].find((scale) => scale !== undefined);
  const open = inGeneral === undefined ? general[0] : undefined;
  if (open !== undefined) askWhether(context, open, `says "${open.shown}": these amounts seem to be in thousands`);
  const small = inGeneral === undefined && open === undefined && saying.length === 0 ? columns.find((column) => isContributions(column) && isSmall(context, column, rows)) : undefined;
  if (small !== undefined) {
    askWhether(context, small.place, `heads or begins contributions around ${inWords(medianOf(context, small, rows) ?? zero)}, which is little for what runs to thousands: the amounts may be in thousands`);
  }
  const scales = new Map<number, Scale>();
  const waits = new Map<number, GridCell>();
  for (const column of columns) {
    const [own] = ownOf(column);
    const said = own === undefined ? inGeneral : scaleSaid(context, own, true);
    if (said !== undefined) scales.set(column.column, said);
    else if (own !== undefined) {
      askWhether(context, own, `says "${own.shown}": these amounts seem to be in thousands`);
      waits.set(column.column, own);
    }
  }
  for (const cell of new Set([...saying, ...places])) {
    if (scaleSaid(context, cell, false) !== 1000) continue;
    context.fates.warn(cell.address, 'READ_IN_THOUSANDS', `Amounts are read in thousands, as answered at ${nameOf(cell)}: 7 counts as 7,000.`);
  }
  return { scaleOf: (column) => scales.get(column) ?? 1, all: open ?? small?.place ?? null, waits };
}

const isSmall = (context: SourceContext, column: Column, rows: readonly number[]): boolean => medianOf(context, column, rows)?.lessThan(SUSPICIOUS_MEDIAN) ?? false;

/** Text that speaks of thousands and does not stand beside an amount in its row. */
function cellsSaying({ grid }: SourceContext, columns: readonly Column[], rows: readonly number[]): readonly GridCell[] {
  const money = new Set(columns.map(({ column }) => column));
  const data = new Set(rows.filter((row) => grid.columns.some((column) => money.has(column) && isAmount(grid.at(row, column)))));
  return [...grid.all()].filter((cell) => saysThousands(textOf(cell)))
    .filter(({ address }) => !data.has(grid.rowOf(address)) || (grid.isTurned && !money.has(grid.columnOf(address))));
}

const isHeaderCell = ({ grid }: SourceContext, header: Header | null, address: GridCell['address'], { column }: Column): boolean =>
  grid.columnOf(address) === column && header !== null && header.rows.includes(grid.rowOf(address));

/** What the preparer said of the unit at a cell. Where the cell speaks of it, that it counts means that it is dollars. */
function scaleSaid({ answers }: SourceContext, cell: GridCell, speaks: boolean): Scale | undefined {
  const { scale, counts } = detailsOf(answers.at(cell.address));
  return scale ?? (speaks && counts !== undefined ? 1 : undefined);
}

function askWhether({ fates }: SourceContext, cell: GridCell, why: string): void {
  fates.ask({
    cell: cell.address,
    code: 'IN_THOUSANDS',
    text: `${nameOf(cell)} ${why}. They are not counted until you say.`,
    choices: [{ answer: { scale: 1000 }, says: 'They are in thousands: 7 is 7,000' }, { answer: { scale: 1 }, says: 'They are dollars' }],
  });
}

/** The middle of the amounts that are not zero; null where there is none. */
function medianOf({ grid }: SourceContext, { column }: Column, rows: readonly number[]): Decimal | null {
  const sizes = rows.flatMap((row) => {
    const cell = grid.at(row, column);
    const reading = cell.blank || isDateNumber(cell) ? null : parseAmount(cell.value);
    return reading?.kind === 'amount' && !reading.amount.isZero() ? [reading.amount.abs()] : [];
  }).sort((a, b) => a.comparedTo(b));
  const [low, high] = [sizes[Math.floor((sizes.length - 1) / 2)], sizes[Math.floor(sizes.length / 2)]];
  return sizes.length === 0 ? null : (low ?? zero).plus(high ?? zero).dividedBy(2);
}

const isAmount = (cell: GridCell): boolean => !cell.blank && !isDateNumber(cell) && parseAmount(cell.value).kind === 'amount';
