import { formatCell, parseCell } from '../cells/address';
import { zero, type Decimal } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import type { InputName } from '../forms/form8606';
import type { UsedCell } from '../reading/facts';

/** Which inputs of Form 8606 a typed cell can be taken from: amounts that were read add up, less others. */
export interface FromInputs {
  readonly plus: readonly InputName[];
  readonly minus?: readonly InputName[];
}

/** An amount that was read, and where it can be had by a formula: the cells that it was read from, or a name of ours. */
export interface ReadAmount {
  readonly amount: number;
  readonly from: readonly SignedSource[];
}

export interface SignedSource {
  /** A cell in quoted A1, or a workbook name of a Form 8606 tab. */
  readonly source: string;
  readonly sign: 1 | -1;
}

/** A formula over more cells than these is no longer read by anybody; the amount is then written as it is. */
const MOST_CELLS = 20;

/**
 * What the readings come to for one typed cell; null where they say nothing of it, for then it is the user's to say. It is linked to its source cells only where a formula can fetch all of them:
 * text that was read as an amount, an answer of the preparer and an adjustment on the tab cannot be fetched.
 */
export const readAmount = (
  { plus, minus = [] }: FromInputs, inputs: Readonly<Record<InputName, Decimal>>, used: readonly UsedCell[], carried: { readonly name: string } | null,
): ReadAmount | null => {
  const sum = (names: readonly InputName[]): Decimal => names.reduce((total, name) => total.plus(inputs[name]), zero);
  const amount = sum(plus).minus(sum(minus));
  const cells = used.filter(({ input }) => plus.includes(input) || minus.includes(input));
  const inCells = cells.reduce((total, cell) => (plus.includes(cell.input) ? total.plus(cell.amount) : total.minus(cell.amount)), zero);
  const fetched = cells.every((cell) => cell.text === null && !cell.blank && !cell.answered && cell.less === undefined);
  const isCarried = carried !== null && cells.length === 0 && plus.includes('priorBasis');
  if (isCarried) return { amount: amount.toNumber(), from: [{ source: carried.name, sign: 1 }] };
  if (cells.length === 0 && amount.isZero()) return null;
  const linked = fetched && cells.length > 0 && cells.length <= MOST_CELLS && inCells.equals(amount);
  return {
    amount: amount.toNumber(),
    from: linked ? cells.map((cell) => ({ source: formatCell(cell.cell), sign: (plus.includes(cell.input) ? 1 : -1) * cell.sign as 1 | -1 })) : [],
  };
};

/** The formula that fetches an amount that was read; the amount itself where there is none. */
export const linkTo = ({ amount, from }: ReadAmount): string | number =>
  (from.length === 0 ? amount : `=${from.map(({ source, sign }, index) => `${sign === -1 ? '-' : index > 0 ? '+' : ''}ROUND(${address(source)},2)`).join('')}`);

const address = (source: string): string => {
  if (/^F8606_\d{4}_[TS]_CARRY$/.test(source)) return source;
  if (!source.includes('!')) throw new Refusal('NOT_A_CHOICE', 'source', source, 'a cell with its sheet', `"${source}" is no cell of a sheet.`);
  return formatCell(parseCell(source));
};

export const isReadAmount = (value: unknown): value is ReadAmount => typeof value === 'object' && value !== null && 'amount' in value && typeof value.amount === 'number'
  && 'from' in value && Array.isArray(value.from) && value.from.every((one: unknown) => typeof one === 'object' && one !== null && 'source' in one && typeof one.source === 'string'
    && 'sign' in one && (one.sign === 1 || one.sign === -1));
