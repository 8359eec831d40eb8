import type { CellAddress } from '../cells/address';
import { inWords } from '../engine/words';
import { noteText, type CellAmount } from './amountCell';
import type { SourceContext } from './context';
import type { Counted } from './fates';
import { nameOf, type GridCell } from './grid';
import { excludeChoice, includeChoice, type Judgement, type Signs } from './judgement';

/** An amount that is to be counted, once it is known what the signs of its column mean. */
export interface Pending {
  readonly cell: GridCell;
  readonly read: CellAmount & { readonly kind: 'amount' };
  readonly counted: Counted;
  readonly signs: Signs;
  /** Amounts that are signed alike belong together: those of one selection and input. */
  readonly group: string;
  /** The preparer has said that it counts, so that its sign is no question. */
  readonly answered: boolean;
}

export const isNegative = ({ amount }: Pending['read']): boolean => amount.isNegative() && !amount.isZero();

export function countedFrom(cell: GridCell, read: Pending['read'], judgement: Judgement & { readonly kind: 'count' }, label: CellAddress | null): Counted {
  return {
    cell: cell.address,
    input: judgement.input,
    amount: read.amount.abs(),
    sign: isNegative(read) ? -1 : 1,
    text: read.text,
    blank: read.blank,
    label,
    note: judgement.note,
    year: judgement.year,
    nondeductible: judgement.nondeductible ?? false,
    shown: cell.shown,
    statesCarry: false,
    ...(read.answered ? { answered: true as const } : {}),
    ...(read.scale === undefined ? {} : { scale: read.scale }),
  };
}

/** Negative throughout is how some show money that leaves. A mixture of signs means something that only the preparer knows. */
export function settlePending({ fates }: SourceContext, pending: readonly Pending[]): void {
  const odd = new Set([...new Set(pending.map(({ group }) => group))].flatMap((group) => oddlySigned(pending.filter((one) => one.group === group))));
  for (const one of pending) {
    const { cell, counted, read } = one;
    if (odd.has(one)) {
      fates.ask({
        cell: cell.address,
        code: 'SIGNS_MIXED',
        text: `${nameOf(cell)} shows ${cell.shown}, with another sign than the other amounts beside it. It is not counted until you say what it is.`,
        choices: [{ ...includeChoice, says: `Count it as ${inWords(counted.amount)}` }, excludeChoice],
      }, [counted.year]);
      continue;
    }
    fates.use(counted);
    for (const note of read.notes) fates.warn(cell.address, note, noteText(note, cell, read.amount));
  }
}

/** The amounts whose sign is the rarer one; on a tie the negative ones. */
function oddlySigned(group: readonly Pending[]): readonly Pending[] {
  const unsettled = group.filter(({ signs, answered, counted }) => signs === 'outflow' && !answered && !counted.amount.isZero());
  const negative = unsettled.filter(({ counted }) => counted.sign === -1);
  const positive = unsettled.filter(({ counted }) => counted.sign === 1);
  if (negative.length === 0 || positive.length === 0) return [];
  return positive.length < negative.length ? positive : negative;
}
