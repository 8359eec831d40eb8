import type { CellAddress } from '../cells/address';
import { kinds, type AnswerDetails } from '../plan/plan';
import type { DistributionCodes, PaidFrom } from '../rules/distributionCodes';
import type { CellAmount } from './amountCell';
import type { Asked, Ties } from './facts';
import { nameOf, type GridCell } from './grid';
import type { Records } from './records';

/** A row of a list of Forms 1099-R with an amount in box 1. */
export interface Form {
  readonly records: Records;
  readonly row: number;
  readonly box1: GridCell;
  readonly read: CellAmount & { readonly kind: 'amount' };
  readonly year: number;
  readonly said: AnswerDetails;
  readonly from: PaidFrom;
  readonly codes: DistributionCodes;
  /** Part of what lines 7 and 8 are compared with. */
  readonly ofIra: boolean;
  readonly label: CellAddress | null;
}

/** Asks at box 1, which waits uncounted. What is asked is of the IRA for the comparison, where that is known. */
export function askAboutForm(form: Form, code: string, why: string, choices: Asked['choices']): null {
  const { records, box1, year } = form;
  tieBox1(records, form, '1099-R');
  records.context.fates.ask({ cell: box1.address, code, text: `${nameOf(box1)} shows ${box1.shown}. ${why} It is not counted until you say.`, choices }, year === 0 ? null : [year]);
  return null;
}

/** Keeps the whole of box 1 for the comparison, whatever part of it counts. */
export function tieBox1(records: Records, { box1, year, ofIra, read }: Pick<Form, 'box1' | 'year' | 'ofIra' | 'read'>, ties: Ties): void {
  if (!ofIra || year === 0) return;
  const own = records.plain(box1);
  const { amount, text } = own?.kind === 'amount' ? own : read;
  records.context.fates.boxes.push({ cell: box1.address, year, ties, amount: amount.abs(), sign: amount.isNegative() ? -1 : 1, text });
}

/** What a form may have been, as answers. */
export const formChoices = ({ from, read }: Pick<Form, 'from' | 'read'>): Asked['choices'] => [
  { answer: { converted: read.amount.toString() }, says: 'All of it was converted to Roth' },
  { answer: { role: 'distributions' }, says: 'It was a distribution' },
  { answer: { kind: 'rollover' }, says: 'It was rolled over' },
  { answer: { kind: 'charitable' }, says: 'It went to charity (QCD)' },
  ...(from === 'IRA' ? [] : [
    { answer: { kind: 'plan' }, says: 'It is of an employer plan' }, { answer: { kind: 'roth' }, says: 'It is of a Roth IRA' }, { answer: { kind: 'inherited' }, says: 'It is of an inherited IRA' },
  ]),
];

/** Why an answer puts the form on no line; null where it does not. */
export function elsewhereAsAnswered({ kind, role }: AnswerDetails): string | null {
  if (kind === 'to_roth') return null;
  if (kind !== undefined) return `As answered: ${kinds[kind]}. It is not on lines 7 and 8.`;
  return role === undefined || role === 'conversions' || role === 'distributions' ? null : `As answered, it counts in another selection (${role.replace(/_/gu, ' ')}).`;
}
