import type { CellAddress } from '../cells/address';
import { cellKey } from '../cells/address';
import type { Answer, Plan, Source } from '../plan/plan';
import type { Fates, SelectionFates } from './fates';
import type { Grid, GridCell } from './grid';

/** Everything that reading one selection needs. */
export interface SourceContext {
  readonly plan: Plan;
  /** The years that the plan asks for, the earliest first; never empty. */
  readonly years: readonly number[];
  readonly source: Source;
  readonly grid: Grid;
  readonly date1904: boolean;
  readonly answers: Answers;
  readonly fates: Fates;
  /** The selections that were read before this one: forms are read after what they are compared with. */
  readonly readBefore: readonly SelectionFates[];
}

/** The preparer's answers, by cell. */
export class Answers {
  constructor(private readonly byCell: ReadonlyMap<string, Answer>) {}

  at(cell: CellAddress): Answer | undefined {
    return this.byCell.get(cellKey(cell));
  }

  /** What was answered about a cell, or else about another cell of its row that says what the row is. */
  about(cell: GridCell, others: readonly GridCell[]): Answer | undefined {
    const own = this.at(cell.address);
    if (own !== undefined) return own;
    return others.map(({ address }) => this.at(address)).find((answer) => answer !== undefined);
  }
}

export const onlyYear = ({ years }: SourceContext): number | null => (years.length === 1 ? years[0] ?? null : null);

export const firstYear = ({ years }: SourceContext): number => years[0] ?? 0;
