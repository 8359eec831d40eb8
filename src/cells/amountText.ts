import { Decimal, toPlaces, zero } from '../engine/decimal';
import type { AmountAsked, AmountDoubt, AmountNote, AmountReading, Scale } from './amount';
import { quoted } from './quoted';
import { spacesKept } from './tidy';

/** Reads an amount that was typed or pasted as text, in the ways in which Americans write dollars, or thousands of them. */
export function amountOfText(original: string, scale: Scale): AmountReading {
  const text = groupedByNoBreakSpace(spacesKept(original)).replace(/\s+/gu, ' ').trim().replace(/^'/u, '').trim();
  if (text === '') return { kind: 'blank' };
  if (text.length > LONGEST) return reject(`${quoted(original)} is a text, not an amount.`);
  for (const reading of readings) {
    const result = reading(text, original, scale);
    if (result !== null) return result;
  }
  return reject(`${quoted(original)} is not an amount.`);
}

/** No amount is longer; the patterns below need never run over a page of notes. */
const LONGEST = 200;

type Reading = (text: string, original: string, scale: Scale) => AmountReading | null;

/** In this order: each reading sees only what the ones before it left. */
const readings: readonly Reading[] = [
  notANumberAtAll, zeroInWords, dash, notYetKnown, plainOrMarked, approximate, creditOrDebit, otherCurrency, sumOfAmounts,
  severalAmounts, foreignNotation, wordsWithNumber,
];

const reject = (why: string): AmountReading => ({ kind: 'reject', why });

const ask = (doubt: AmountDoubt, why: string, suggestion?: Decimal): AmountAsked =>
  suggestion === undefined ? { kind: 'ask', doubt, why } : { kind: 'ask', doubt, why, suggestion };

const scaled = (amount: Decimal, scale: Scale): Decimal => toPlaces(amount.times(scale), 2);

function notANumberAtAll(text: string, original: string): AmountReading | null {
  if (/^#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!)$/iu.test(text)) {
    return reject(`${text} is an error, not an amount.`);
  }
  if (/^(?:true|false)$/iu.test(text)) return reject(`${quoted(original)} is a logical value, not an amount.`);
  if (/^[-+(]?[\d.,]+ ?%\)?$/u.test(text)) return reject(`${quoted(original)} is a percentage, not an amount.`);
  if (/^\d{1,2}[/-]\d{1,2}[/-](?:\d{2}|\d{4})$|^\d{4}-\d{1,2}-\d{1,2}$/u.test(text)) {
    return reject(`${quoted(original)} is a date, not an amount.`);
  }
  return null;
}

const zeroWords = /^(?:-0-|(?:nil|none|nothing|zero)(?: (?:this year|(?:in|for) \d{4}))?|n\/a|n\.a\.|na|not applicable)\.?$/iu;

function zeroInWords(text: string, original: string): AmountReading | null {
  return zeroWords.test(text) ? { kind: 'amount', amount: zero, text: original, notes: ['TEXT_ZERO_PARSED'] } : null;
}

function dash(text: string, original: string): AmountReading | null {
  return /^\$? ?-(?: ?-){0,2}$/u.test(text) ? { kind: 'amount', amount: zero, text: original, notes: ['DASH_AS_ZERO'] } : null;
}

const placeholders =
  /^(?:\?+|tb[dac]|t\.b\.d\.|pending|unknown|unk|unclear|not sure|missing|to come|to follow|same|ditto|"|various|varies|(?:see|ask|check|confirm|waiting|await|awaiting|need|get)(?: .*)?)[.!?]*$/iu;

function notYetKnown(text: string, original: string): AmountReading | null {
  return placeholders.test(text) ? ask('NOT_YET_KNOWN', `${quoted(original)} stands where an amount is still to come.`) : null;
}

/** An amount alone: with its sign in any of the usual places, dollar signs, k or M, and ticks or footnote marks around it. */
function plainOrMarked(text: string, original: string, scale: Scale): AmountReading | null {
  const unmarked = withoutMarks(text);
  const money = moneyIn(unmarked);
  if (money === null) return null;
  if (money !== 'two signs' && money.suffix !== null && scale !== 1) {
    return ask('NOTATION', `${quoted(original)} says its own size in a column of thousands.`, toPlaces(money.amount, 2));
  }
  if (money === 'two signs') return ask('SIGN', `${quoted(original)} has more than one sign, so it is unclear whether it is negative.`);
  const cents = scaled(money.amount, scale);
  const notes: AmountNote[] = ['TEXT_NUMBER_PARSED'];
  if (money.suffix !== null) notes.push(money.suffix);
  if (unmarked !== text) notes.push('FOOTNOTE_MARK');
  if (!cents.equals(money.amount.times(scale))) notes.push('ROUNDED_TO_CENT');
  return { kind: 'amount', amount: cents.isZero() ? zero : cents, text: original, notes };
}

const before = /^(?:~|≈|≅|±|\+\/-|[<>≤≥]=?|(?:approx(?:imately)?|about|around|circa|ca|c|est(?:imated?)?|roughly|say|almost|nearly|over|under|more than|less than|up to|at least|maybe)\b\.?)[: ]*/iu;
const after = /[ ,]*(?:\?+|\+|[ (](?:approx(?:imately)?|est(?:imated?)?|or so|ish|maybe|plus)\.?\)?|ish)$/iu;

function approximate(text: string, original: string, scale: Scale): AmountReading | null {
  const bare = text.replace(before, '').replace(after, '').trim();
  if (bare === text) return null;
  const amount = plainAmount(bare);
  return amount === null ? null : ask('APPROXIMATE', `${quoted(original)} is only approximate.`, scaled(amount, scale));
}

function creditOrDebit(text: string, original: string): AmountReading | null {
  const bare = text.replace(/ ?(?:cr|dr)\.?$/iu, '');
  if (bare === text || plainAmount(bare) === null) return null;
  return ask('SIGN', `${quoted(original)} is marked as a credit or debit, so it is unclear whether it is negative.`);
}

function otherCurrency(text: string, original: string): AmountReading | null {
  const bare = text.replace(/[€£¥₹₽₩₪]|\b(?:EUR|GBP|CAD|AUD|CHF|JPY|INR|MXN|NZD)\b|\b(?:C|A|NZ|HK)\$/giu, '').trim();
  return bare !== text && /\d/u.test(bare) && !/[a-z]/iu.test(bare)
    ? ask('CURRENCY', `${quoted(original)} is not in US dollars.`)
    : null;
}

function sumOfAmounts(text: string, original: string, scale: Scale): AmountReading | null {
  const parts = text.replace(/^=/u, '').split('+').map((part) => plainAmount(part.trim()));
  if (parts.length < 2 || parts.some((part) => part === null)) return null;
  const sum = parts.reduce<Decimal>((total, part) => total.plus(part ?? zero), zero);
  return ask('SEVERAL_AMOUNTS', `${quoted(original)} is a sum that was typed as text.`, scaled(sum, scale));
}

function severalAmounts(text: string, original: string): AmountReading | null {
  const parts = text.replace(/^=/u, '').split(/ ?[/;|&*-] ?| (?:or|to|and|then|vs\.?|x) |, (?=\S)/iu);
  if (parts.length < 2 || parts.some((part) => plainAmount(part.trim()) === null)) return null;
  return ask('SEVERAL_AMOUNTS', `${quoted(original)} holds more than one amount.`);
}

/** Groupings that are not American: each is shown as what it probably means, and never taken for it. */
const notations: readonly { readonly written: RegExp; readonly says: string; readonly meant: (text: string) => string | null }[] = [
  { written: /^\d{1,3}(?:\.\d{3})+,\d{1,2}$/u, says: 'is written the European way', meant: (text) => text.replace(/\./gu, '').replace(',', '.') },
  { written: /^\d{1,3}(?:\.\d{3}){2,}$/u, says: 'is written the European way', meant: (text) => text.replace(/\./gu, '') },
  { written: /^[1-9]\d{0,2}\.\d{3}$/u, says: 'may be thousands in European writing or a fraction of a dollar', meant: () => null },
  { written: /^\d{1,3}(?:,\d{2})+,\d{3}(?:\.\d*)?$/u, says: 'is grouped the Indian way', meant: (text) => text.replace(/,/gu, '') },
  { written: /^\d{1,3}(?:'\d{3})+(?:\.\d*)?$/u, says: 'is grouped by apostrophes', meant: (text) => text.replace(/'/gu, '') },
  { written: /^\d{1,3}(?: \d{3})+(?:\.\d*)?$/u, says: 'is grouped by spaces', meant: (text) => text.replace(/ /gu, '') },
  { written: /^\d+(?:\.\d*)?e[-+]?\d+$/iu, says: 'is in scientific notation', meant: (text) => text },
  { written: /^[\d,.' ]*\d[\d,.' ]*$/u, says: 'has commas or points where an amount has none', meant: () => null },
];

function foreignNotation(text: string, original: string, scale: Scale): AmountReading | null {
  const signed = unsigned(withoutMarks(text));
  const notation = notations.find(({ written }) => signed.signs < 2 && written.test(signed.digits));
  if (notation === undefined) return null;
  const meant = notation.meant(signed.digits);
  const why = `${quoted(original)} ${notation.says}.`;
  if (meant === null) return ask('NOTATION', why);
  const amount = new Decimal(meant);
  return ask('NOTATION', why, scaled(signed.negative ? amount.negated() : amount, scale));
}

/** Dollars among words ("$7,000 for 2024", "7000 late"): the number may be the amount, or a form, a box, a year. */
function wordsWithNumber(text: string, original: string): AmountReading | null {
  const found = /\$ ?\d|\d,\d{3}\b/u.test(text) || /^\d[\d.]* \S/u.test(text);
  return found ? ask('WORDS_WITH_NUMBER', `${quoted(original)} holds a number among words.`) : null;
}

function plainAmount(text: string): Decimal | null {
  const money = moneyIn(text);
  return money === null || money === 'two signs' ? null : money.amount;
}

interface Money {
  readonly amount: Decimal;
  readonly suffix: 'THOUSANDS_SUFFIX' | 'MILLIONS_SUFFIX' | null;
}

function moneyIn(text: string): Money | 'two signs' | null {
  const signed = unsigned(text);
  const written = /^(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+) ?(k|m{1,2})?$/iu.exec(signed.digits);
  const digits = written?.[1];
  if (digits === undefined) return null;
  const suffix = written?.[2];
  if (suffix === undefined && /^[1-9]\d{0,2}\.\d{3}$/u.test(digits)) return null;
  if (signed.signs > 1) return 'two signs';
  const size = new Decimal(digits.replace(/,/gu, '').replace(/\.$/u, ''));
  const scaled = suffix === undefined ? size : size.times(/^k$/iu.test(suffix) ? 1_000 : 1_000_000);
  return {
    amount: signed.negative ? scaled.negated() : scaled,
    suffix: suffix === undefined ? null : /^k$/iu.test(suffix) ? 'THOUSANDS_SUFFIX' : 'MILLIONS_SUFFIX',
  };
}

interface Unsigned {
  readonly digits: string;
  readonly negative: boolean;
  readonly signs: number;
}

/** Takes off the dollar signs and the sign, wherever they stand: -$5, $-5, $(5), (5), 5-, <5>, USD 5, 5 USD. */
function unsigned(text: string): Unsigned {
  let digits = text;
  let minuses = 0;
  let pluses = 0;
  for (;;) {
    const bare = digits.replace(/^(?:US ?\$|USD\b|\$)|(?:USD|\$)$/iu, '').trim();
    const minus = /^\((.+)\)$/u.exec(bare) ?? /^<(.+)>$/u.exec(bare) ?? /^-(.+)$/u.exec(bare) ?? /^(.+)-$/u.exec(bare);
    const inner = (minus ?? /^\+(.+)$/u.exec(bare))?.[1];
    if (inner === undefined && bare === digits) return { digits, negative: minuses > 0, signs: minuses + pluses };
    if (inner !== undefined && minus !== null) minuses += 1;
    if (inner !== undefined && minus === null) pluses += 1;
    digits = (inner ?? bare).trim();
  }
}

const MARKS = '*†‡§¶^✓✔☑√•¹²³⁴⁵⁶⁷⁸⁹⁰';
const leadingMarks = new RegExp(`^[${MARKS.replace('^', '\\^')} ]+`, 'u');
const trailingMarks = new RegExp(`[${MARKS.replace('^', '\\^')} ]+$`, 'u');

const withoutMarks = (text: string): string => text.replace(leadingMarks, '').replace(trailingMarks, '');

/** "7 000" with a no-break, narrow or thin space is how some programs group digits: it stands where we write a comma. */
const groupedByNoBreakSpace = (text: string): string => text.replace(/(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))/gu, ',');
