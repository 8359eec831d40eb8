import type { CellAddress } from '../cells/address';
import { cellKey } from '../cells/address';
import { detailsOf } from '../plan/answers';
import type { Answer, AnswerDetails, Plan, Source } from '../plan/plan';
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

/**
 * The preparer's answers, by cell. What is asked of them is noted, so that an answer which nothing asked for can be told: it
 * settles nothing, and somebody may think it did.
 */
export class Answers {
  private readonly heard = new Set<string>();

  constructor(private readonly byCell: ReadonlyMap<string, Answer>) {}

  at(cell: CellAddress): Answer | undefined {
    const key = cellKey(cell);
    const answer = this.byCell.get(key);
    if (typeof answer !== 'object') {
      if (answer !== undefined) this.heard.add(key);
      return answer;
    }
    return listened(answer, (detail) => this.heard.add(`${key} ${detail}`));
  }

  /** The year that was answered at a cell where nothing else can be. */
  yearAt(cell: CellAddress): number | undefined {
    const answer = this.byCell.get(cellKey(cell));
    return typeof answer === 'object' ? detailsOf(this.at(cell)).year : undefined;
  }

  /** What was answered about a cell, and about other cells of its row that say what the row is; the cell itself first. */
  about(cell: GridCell, others: readonly GridCell[]): Answer | undefined {
    const own = this.at(cell.address);
    const said = [own, ...others.map(({ address }) => this.at(address))].filter((answer) => answer !== undefined);
    const [first, second] = said;
    return second === undefined || typeof first === 'string' ? first : said.map(detailsOf).reduceRight((later, earlier) => joined(earlier, later));
  }

  /** Whether anything asked for this part of an answer; a plain answer has only one part. */
  wasHeard(cell: CellAddress, detail: string | null): boolean {
    return this.heard.has(detail === null ? cellKey(cell) : `${cellKey(cell)} ${detail}`);
  }
}

/** An answer that tells which of its details is looked at. */
function listened(answer: AnswerDetails, hear: (detail: string) => void): AnswerDetails {
  const copy = {};
  for (const [detail, value] of Object.entries(answer)) {
    Object.defineProperty(copy, detail, {
      enumerable: true,
      get: () => {
        hear(detail);
        return value as unknown;
      },
    });
  }
  return copy;
}

/** Two answers as one, without looking into them. */
const joined = (first: AnswerDetails, second: AnswerDetails): AnswerDetails =>
  Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(second), ...Object.getOwnPropertyDescriptors(first) });

export const onlyYear = ({ years }: SourceContext): number | null => (years.length === 1 ? years[0] ?? null : null);

export const firstYear = ({ years }: SourceContext): number => years[0] ?? 0;
