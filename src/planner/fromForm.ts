import { formatCell, parseCell } from '../cells/address';
import { zero, type Decimal } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { inWords } from '../engine/words';
import type { AnyInputName } from '../forms/form8606';
import type { Form1099rRead, UsedCell } from '../reading/facts';

/** What a typed cell can be taken from, where the ranges of a Form 8606 were picked. */
export type FromForm =
  | FromInputs
  /** A line or result of the form, by the name of its cell where its tab stands. */
  | { readonly line: string }
  /** Amounts with their dates, in words. */
  | { readonly datesOf: readonly AnyInputName[] }
  /** What left IRAs in a year for which a form is then needed: traditional ones only where there is basis. */
  | { readonly distributedIn: number }
  /** One of the Forms 1099-R that were read, the first being number 1. */
  | { readonly form1099r: number; readonly what: 'box1' | 'payer' | 'code' | 'was' };

/** Amounts that were read add up, less others: of the year of the form, or of an earlier one that the ranges hold too. */
export interface FromInputs {
  readonly plus: readonly AnyInputName[];
  readonly minus?: readonly AnyInputName[];
  readonly year?: number;
  /** Once a form was read, nothing read is nothing. */
  readonly orZero?: true;
}

/** What the ranges of a person's Form 8606 came to. */
export interface FormRead {
  readonly year: number;
  readonly inputs: Readonly<Record<AnyInputName, Decimal>>;
  readonly used: readonly UsedCell[];
  /** Years of the same ranges that have no tab of their own. */
  readonly earlier: readonly { readonly year: number; readonly inputs: Readonly<Record<AnyInputName, Decimal>>; readonly used: readonly UsedCell[] }[];
  /** The name of the tab that line 2 is linked to. */
  readonly carried: { readonly name: string } | null;
  readonly line: (id: string) => Decimal | null;
  /** The name of a line's cell; null where there is no tab to link to. */
  readonly nameOf: ((id: string) => string) | null;
  readonly forms1099r: readonly Form1099rRead[];
}

/** An amount that was read, and where it can be had by a formula: the cells that it was read from, or a name of ours. Null: left blank. */
export interface ReadAmount {
  readonly amount: number | null;
  readonly from: readonly SignedSource[];
}

export interface SignedSource {
  /** A cell in quoted A1, or a workbook name of a Form 8606 tab. */
  readonly source: string;
  readonly sign: 1 | -1;
}

/** A formula over more cells than these is no longer read by anybody; the amount is then written as it is. */
const MOST_CELLS = 20;

/** What a typed cell is to hold; null where the readings say nothing of it, for then it is the user's to say. */
export const readFor = (from: FromForm, read: FormRead): ReadAmount | string | null => {
  if ('line' in from) {
    const amount = read.line(from.line);
    return { amount: amount === null ? null : amount.toNumber(), from: read.nameOf ? [{ source: read.nameOf(from.line), sign: 1 }] : [] };
  }
  if ('datesOf' in from) return datesIn(read.used.filter(({ input, note }) => from.datesOf.includes(input) && isDated(note)));
  if ('form1099r' in from) return of1099r(read.forms1099r[from.form1099r - 1], from.what);
  if ('distributedIn' in from) return readFor({ year: from.distributedIn, plus: [...hasBasis(read, from.distributedIn) ? ['distributions'] as const : [], 'roth nonqualified'] }, read);
  if (from.year === undefined || from.year === read.year) return readAmount(from, read.inputs, read.used, read.carried);
  const earlier = read.earlier.find(({ year }) => year === from.year);
  return earlier ? readAmount(from, earlier.inputs, earlier.used, null) : null;
};

const hasBasis = (read: FormRead, year: number): boolean => [read, ...read.earlier].some((one) => one.year <= year
  && one.inputs.priorBasis.plus(one.inputs.contributionsInYear).plus(one.inputs.contributionsAfterYearEnd).greaterThan(one.inputs.deducted));

const isDated = (note: string): boolean => /\b\d{1,2}\/\d{1,2}\/\d{4}\b/u.test(note);

/** So many dates are named; of more it is said how many there are. */
const DATES_NAMED = 3;

const datesIn = (cells: readonly UsedCell[]): string | null => {
  if (cells.length === 0) return null;
  const named = cells.slice(0, DATES_NAMED).map(({ amount, note }) => `${inWords(amount)} ${note}`);
  return [...named, ...(cells.length > DATES_NAMED ? [`${cells.length - DATES_NAMED} more`] : [])].join('; ');
};

const of1099r = (form: Form1099rRead | undefined, what: 'box1' | 'payer' | 'code' | 'was'): ReadAmount | string | null => {
  if (!form) return null;
  if (what !== 'box1') return withoutNumbers(form[what]);
  return { amount: form.amount.toNumber(), from: form.linked ? [{ source: formatCell(form.cell), sign: 1 }] : [] };
};

/** Account and social security numbers stay in the user's own cells. */
const withoutNumbers = (text: string): string | null => {
  const kept = text.replace(/\d(?:[ -]?\d){5,}/gu, '').replace(/\s+/gu, ' ').trim();
  return kept === '' ? null : kept;
};

/**
 * The amounts are linked to their source cells only where a formula can fetch all of them: text that was read as an amount,
 * amounts in thousands, an answer of the preparer and an adjustment on the tab cannot be fetched.
 */
const readAmount = (
  { plus, minus = [], orZero }: FromInputs, inputs: Readonly<Record<AnyInputName, Decimal>>, used: readonly UsedCell[], carried: { readonly name: string } | null,
): ReadAmount | null => {
  const sum = (names: readonly AnyInputName[]): Decimal => names.reduce((total, name) => total.plus(inputs[name]), zero);
  const amount = sum(plus).minus(sum(minus));
  const isIn = (names: readonly AnyInputName[], { input }: UsedCell): boolean => names.includes(input);
  const cells = used.filter((cell) => isIn(plus, cell) || isIn(minus, cell));
  const inCells = cells.reduce((total, cell) => (isIn(plus, cell) ? total.plus(cell.amount) : total.minus(cell.amount)), zero);
  const fetched = cells.every((cell) => cell.text === null && !cell.blank && !cell.answered && cell.less === undefined && cell.scale === undefined);
  const isCarried = carried !== null && cells.length === 0 && plus.includes('priorBasis');
  if (isCarried) return { amount: amount.toNumber(), from: [{ source: carried.name, sign: 1 }] };
  if (cells.length === 0 && amount.isZero()) return orZero ? { amount: 0, from: [] } : null;
  const linked = fetched && cells.length > 0 && cells.length <= MOST_CELLS && inCells.equals(amount);
  return {
    amount: amount.toNumber(),
    from: linked ? cells.map((cell) => ({ source: formatCell(cell.cell), sign: (isIn(plus, cell) ? 1 : -1) * cell.sign as 1 | -1 })) : [],
  };
};

/** The formula that fetches an amount that was read; the amount itself where there is none. */
export const linkTo = ({ amount, from }: ReadAmount): string | number | null => {
  const [first] = from;
  if (first && isLine(first.source)) return `=IF(ISNUMBER(${first.source}),ROUND(${first.source},2),"")`;
  return from.length === 0 ? amount : `=${from.map(({ source, sign }, index) => `${sign === -1 ? '-' : index > 0 ? '+' : ''}ROUND(${address(source)},2)`).join('')}`;
};

/** A line that the form leaves blank is blank here too. */
const isLine = (source: string): boolean => /^F8606_\d{4}_[TS]_L\d{1,2}[a-c]?$/.test(source);

const address = (source: string): string => {
  if (/^F8606_\d{4}_[TS]_CARRY$/.test(source)) return source;
  if (!source.includes('!')) throw new Refusal('NOT_A_CHOICE', 'source', source, 'a cell with its sheet', `"${source}" is no cell of a sheet.`);
  return formatCell(parseCell(source));
};

export const isReadAmount = (value: unknown): value is ReadAmount => typeof value === 'object' && value !== null && 'amount' in value && (value.amount === null || typeof value.amount === 'number')
  && 'from' in value && Array.isArray(value.from) && value.from.every((one: unknown) => typeof one === 'object' && one !== null && 'source' in one && typeof one.source === 'string'
    && 'sign' in one && (one.sign === 1 || one.sign === -1));
