import { parseAmount } from '../cells/amount';
import { quoted } from '../cells/quoted';
import { Decimal, toPlaces, zero } from '../engine/decimal';
import { asPercent, RATE_PLACES } from '../engine/rates';
import { Refusal } from '../engine/refusal';
import { inWords } from '../engine/words';
import { quotedText } from '../worksheet/layout';

/**
 * What may stand in a cell that the user types. Each kind reads a value for the engine and has the formula that reads the
 * same cell on the sheet; both take the same values and refuse the same ones, the engine with a sentence, the sheet with
 * #N/A, which runs on to every result.
 */
export type Kind = AmountKind | RateKind | WholeKind | ChoiceKind | TextKind;

interface AmountKind {
  readonly is: 'amount';
  /** What a blank cell means: nothing, something that must be said, or that there is no such amount. */
  readonly blank: 'zero' | 'refused' | 'none';
  readonly most: Decimal;
  readonly least: Decimal;
}

interface RateKind {
  readonly is: 'rate';
  readonly least: Decimal;
  readonly most: Decimal;
}

interface WholeKind {
  readonly is: 'whole';
  readonly least: number;
  readonly most: number;
  readonly blank: 'refused' | 'none';
}

interface ChoiceKind {
  readonly is: 'choice';
  readonly options: readonly string[];
}

/** A name or a remark: nothing is worked out from it. */
interface TextKind {
  readonly is: 'text';
}

/** No account of one person holds more than this; it is a slip of the keyboard. */
const LARGEST = new Decimal('1e8');

const amountKind = (blank: AmountKind['blank']) => (most: string | Decimal = LARGEST): Kind => ({ is: 'amount', blank, least: zero, most: new Decimal(most) });

export const amount = amountKind('zero');
/** Zero is an answer, blank is not. */
export const neededAmount = amountKind('refused');
export const amountIfAny = amountKind('none');
/** Income may be below zero. */
export const neededIncome: Kind = { is: 'amount', blank: 'refused', least: LARGEST.negated(), most: LARGEST };
/** A multiple to which something is rounded: never nothing. */
export const amountStep = (least: string, most: string): Kind => ({ is: 'amount', blank: 'refused', least: new Decimal(least), most: new Decimal(most) });
export const rateStep = (least: string, most: string): Kind => ({ is: 'rate', least: new Decimal(least), most: new Decimal(most) });
/** A rate in steps of 0.01%, so that every program multiplies by it exactly. */
export const rateUpTo = (most: string): Kind => ({ is: 'rate', least: zero, most: new Decimal(most) });
export const whole = (least: number, most: number): Kind => ({ is: 'whole', least, most, blank: 'refused' });
export const wholeIfAny = (least: number, most: number): Kind => ({ is: 'whole', least, most, blank: 'none' });
export const choice = (...options: readonly string[]): Kind => ({ is: 'choice', options });
export const yesOrNo: Kind = { is: 'choice', options: ['Yes', 'No'] };
export const text: Kind = { is: 'text' };

/** What binary arithmetic may leave of a rate beyond its places. */
const RATE_DUST = '0.00000001';

/** What a typed cell says: an amount or number, one of the options, or nothing where nothing may be said. */
export type TypedValue = Decimal | string | null;

/** What may be typed, as the cell beside it says. */
export const allowed = (kind: Kind): string => {
  switch (kind.is) {
    case 'amount': return `Enter an amount from ${inWords(kind.least)} to ${inWords(kind.most)}${kind.blank === 'refused' && !kind.least.greaterThan(zero) ? '; 0 if there is none' : ''}.`;
    case 'rate': return `Enter a rate from ${asPercent(kind.least)} to ${asPercent(kind.most)}, in steps of 0.01%.`;
    case 'whole': return `Enter a whole number from ${kind.least} to ${kind.most}.`;
    case 'choice': return `Enter ${kind.options.slice(0, -1).map((option) => `"${option}"`).join(', ')} or "${kind.options.at(-1) ?? ''}".`;
    case 'text': return '';
  }
};

/** @throws Refusal for what the kind does not allow; `label` says which cell. */
export const readTyped = (kind: Kind, value: unknown, label: string): TypedValue => {
  const blank = value === null || value === undefined || value === '';
  const refuse = (code: Refusal['code']): never => {
    throw new Refusal(code, label, blank ? '' : quoted(value), allowed(kind), `${label}: ${blank ? 'nothing was entered' : quoted(value)}. ${allowed(kind)}`);
  };
  if (kind.is === 'text') return blank ? '' : String(value);
  if (kind.is === 'choice') {
    const said = typeof value === 'string' ? value.trim().toUpperCase() : '';
    return kind.options.find((option) => option.toUpperCase() === said) ?? refuse(blank ? 'MISSING' : 'NOT_A_CHOICE');
  }
  if (blank) return kind.is === 'rate' || kind.blank === 'refused' ? refuse('MISSING') : kind.blank === 'none' ? null : zero;
  const number = typeof value === 'number' && Number.isFinite(value) ? new Decimal(value.toPrecision(15)) : refuse('NOT_AN_AMOUNT');
  if (number.isNegative() && !number.isZero() && !(kind.is === 'amount' && kind.least.isNegative())) refuse('NEGATIVE');
  if (number.lessThan(kind.least)) refuse('NOT_A_CHOICE');
  switch (kind.is) {
    case 'amount': return number.greaterThan(kind.most) ? refuse('TOO_LARGE') : toPlaces(number, 2);
    case 'rate': {
      if (number.greaterThan(kind.most)) refuse('TOO_LARGE');
      const held = toPlaces(number, RATE_PLACES);
      return held.minus(number).abs().lessThan(RATE_DUST) ? held : refuse('NOT_A_CHOICE');
    }
    case 'whole': return number.isInteger() && number.greaterThanOrEqualTo(kind.least) && number.lessThanOrEqualTo(kind.most) ? number : refuse('NOT_A_CHOICE');
  }
};

/** What a person types into the pane, as the cell is to hold it: "7k" is asked about, "24" for a rate is 24%. */
export const enteredAs = (kind: Kind, said: string, label: string): number | string | null => {
  const trimmed = said.trim();
  if (kind.is === 'text' || trimmed === '') return trimmed === '' ? null : trimmed;
  if (kind.is === 'choice') return readTyped(kind, trimmed, label) as string;
  if (kind.is === 'rate') {
    const [, digits] = /^(\d+(?:\.\d+)?)\s*%?$/.exec(trimmed) ?? [];
    return (readTyped(kind, digits === undefined ? trimmed : new Decimal(digits).dividedBy(100).toNumber(), label) as Decimal).toNumber();
  }
  const read = parseAmount(trimmed);
  if (read.kind !== 'amount') {
    const why = read.kind === 'blank' ? '' : ` ${read.why}`;
    throw new Refusal('NOT_AN_AMOUNT', label, trimmed, allowed(kind), `${label}:${why} ${allowed(kind)}`);
  }
  const value = readTyped(kind, read.amount.toNumber(), label);
  return value === null ? null : (value as Decimal).toNumber();
};

/** The typed cell as it is counted: rounded as the engine rounds it, #N/A where it cannot be used. A cell that links to a blank line is blank. */
export const countedFormula = (kind: Kind, cell: string): string => {
  const within = (least: string, most: string, counts: string): string =>
    `IF(ISNUMBER(${cell}),IF(AND(${cell}>=${least},${cell}<=${most}),${counts},NA()),NA())`;
  const orBlank = (blank: 'zero' | 'refused' | 'none', otherwise: string): string =>
    (blank === 'refused' ? otherwise : blank === 'zero' ? `IF(ISBLANK(${cell}),0,${otherwise})` : `IF(ISBLANK(${cell}),"",IF(EXACT(${cell},""),"",${otherwise}))`);
  switch (kind.is) {
    case 'amount': return `=${orBlank(kind.blank, within(kind.least.toFixed(), kind.most.toFixed(), `ROUND(${cell},2)`))}`;
    case 'rate': return `=${within(kind.least.toFixed(), kind.most.toFixed(), `IF(ABS(${cell}-ROUND(${cell},${RATE_PLACES}))<${RATE_DUST},ROUND(${cell},${RATE_PLACES}),NA())`)}`;
    case 'whole': return `=${orBlank(kind.blank, within(String(kind.least), String(kind.most), `IF(INT(${cell})=${cell},${cell},NA())`))}`;
    case 'choice': return `=${kind.options.reduceRight((rest, option) =>
      `IF(EXACT(UPPER(TRIM(${cell})),${quotedText(option.toUpperCase())}),${quotedText(option)},${rest})`, 'NA()')}`;
    case 'text': return `=IF(ISBLANK(${cell}),"",${cell}&"")`;
  }
};
