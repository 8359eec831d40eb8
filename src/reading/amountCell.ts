import { parseAmount, type AmountNote, type Scale } from '../cells/amount';
import { quoted } from '../cells/quoted';
import { Decimal, zero } from '../engine/decimal';
import { inWords } from '../engine/words';
import { detailsOf } from '../plan/answers';
import type { Answer } from '../plan/plan';
import type { Asked } from './facts';
import { isDateNumber, nameOf, type GridCell } from './grid';

/** What a cell comes to where an amount is expected, once the preparer's answer is taken in. */
export type CellAmount =
  | {
    readonly kind: 'amount';
    readonly amount: Decimal;
    readonly text: string | null;
    readonly blank: boolean;
    readonly answered: boolean;
    readonly notes: readonly AmountNote[];
    /** How many dollars the cell means by one; left out where that is one. */
    readonly scale?: Scale;
  }
  | { readonly kind: 'blank' }
  | { readonly kind: 'ask'; readonly asked: Omit<Asked, 'about'> };

export function amountIn(cell: GridCell, answer: Answer | undefined, scale: Scale = 1): CellAmount {
  const { amount } = detailsOf(answer);
  const text = typeof cell.value === 'string' ? cell.value : null;
  if (amount !== undefined) {
    const said = new Decimal(amount);
    return said.isZero() ? { ...zeroAt(cell), answered: typeof cell.value === 'number' } : { kind: 'amount', amount: said, text, blank: false, answered: true, notes: [] };
  }
  if (cell.blank) return { kind: 'blank' };
  if (isDateNumber(cell)) return { kind: 'ask', asked: unclear(cell, `${cell.shown} is shown as a date, not as an amount.`) };
  const reading = parseAmount(cell.value, scale);
  if (reading.kind === 'amount') return { ...reading, blank: false, answered: false, ...(scale === 1 ? {} : { scale }) };
  if (reading.kind === 'blank') return { kind: 'blank' };
  return { kind: 'ask', asked: unclear(cell, reading.why, reading.kind === 'ask' ? reading.suggestion : undefined) };
}

/** A cell that is empty, or a formula that shows nothing, taken as zero. */
export const zeroAt = (cell: GridCell): CellAmount & { readonly kind: 'amount' } => {
  const text = typeof cell.value === 'string' ? cell.value : null;
  return { kind: 'amount', amount: zero, text, blank: cell.value === null || cell.value === undefined, answered: false, notes: [] };
};

function unclear(cell: GridCell, why: string, suggestion?: Decimal): Omit<Asked, 'about'> {
  const offered = suggestion === undefined ? [] : [{ answer: { amount: suggestion.toString() }, says: `It is ${inWords(suggestion)}` }];
  return {
    cell: cell.address,
    code: 'AMOUNT_UNCLEAR',
    text: `${nameOf(cell)} should hold an amount, but ${lowered(why)} It is not counted until you say what it is.`,
    choices: [...offered, { answer: 'zero', says: 'It is zero' }, { answer: 'exclude', says: 'Leave it out' }],
  };
}

const lowered = (sentence: string): string => (/^[A-Z][a-z]/u.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence);

/** Why a reviewer should look at an amount that was read, by the code of the note. */
export function noteText(note: AmountNote, cell: GridCell, amount: Decimal): string {
  const what = `${nameOf(cell)} holds ${quoted(cell.value)}`;
  switch (note) {
    case 'TEXT_NUMBER_PARSED': return `${what} as text, read as ${inWords(amount)}. SUM in Excel passes over it.`;
    case 'TEXT_ZERO_PARSED': return `${what}, read as zero.`;
    case 'DASH_AS_ZERO': return `${what}, a dash, read as zero.`;
    case 'ROUNDED_TO_CENT': return `${what}, rounded to the cent: ${inWords(amount)}.`;
    case 'THOUSANDS_SUFFIX': return `${what}, read in thousands as ${inWords(amount)}.`;
    case 'MILLIONS_SUFFIX': return `${what}, read in millions as ${inWords(amount)}.`;
    case 'FOOTNOTE_MARK': return `${what}, read as ${inWords(amount)}; the mark beside it was left out of account.`;
  }
}
