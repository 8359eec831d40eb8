import { toPlaces, zero, type Decimal } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import type { Settings } from '../engine/term';
import { inWords } from '../engine/words';
import { basisBefore, contributed, form8606, type Form8606, type Form8606Choices, type Form8606Inputs } from '../forms/form8606';
import { form8606WhereWorksheet11, type Worksheet11Facts } from '../forms/worksheet1-1';

/** One year of one person. Without a basis of its own, the year starts with what the year before it carries. */
export interface LedgerYear {
  readonly year: number;
  readonly inputs: Form8606Inputs;
  readonly choices?: Form8606Choices;
  /** What was said of Worksheet 1-1; a year of which nothing was said is filled in without it. */
  readonly worksheet11?: Worksheet11Facts;
  /** Line 14 of the form as it was filed for this year: compared with, never carried on. */
  readonly filedLine14?: Decimal;
}

export interface LedgerOptions {
  /** Basis before the earliest year: line 14 of the last form filed before it. */
  readonly openingBasis?: Decimal;
  /** Years of which nobody knows what happened in them. A year that is merely absent is a year without a form. */
  readonly unknownYears?: readonly number[];
}

/** Basis that was stated or filed, and what the years before it come to. */
export interface Disagreement {
  readonly code: 'STATED_BASIS_DIFFERS' | 'FILED_LINE_14_DIFFERS';
  readonly stated: Decimal;
  readonly workedOut: Decimal;
  readonly text: string;
}

export interface FilledYear {
  readonly year: number;
  readonly form: Form8606;
  readonly choices: Form8606Choices;
  /** Where line 2 comes from. */
  readonly basisFrom: 'given' | 'opening' | 'year before' | 'none';
  /** Years between this one and the one before it, taken as years without a form. */
  readonly yearsWithoutForm: readonly number[];
  readonly disagreements: readonly Disagreement[];
}

/** Form 8606 was first filed for 1987. */
const FIRST_YEAR = 1987;
const LAST_YEAR = 2100;

/** From this year on repayments are taken off line 15c; before, they went on line 1 or on the Forms 8915. */
const FIRST_YEAR_OF_REPAYMENTS = 2024;

/**
 * Works out years in a row, the earliest first: what one year carries is what the next starts with, whole dollars where the
 * forms are in whole dollars. A year that is missing in between changes nothing, as a year without a form changes nothing.
 * Basis that a year states itself stands, and a difference from the years before is told.
 *
 * @param years one person's, each year once, in any order.
 * @throws Refusal NOT_A_YEAR; CONTRADICTION for a year that stands twice, an opening basis beside another one, or repayments
 * before there were any on the form; MISSING where basis would have to be carried through an unknown year; and as form8606
 * does, the year named.
 */
export const ledger = (years: readonly LedgerYear[], settings: Settings, options: LedgerOptions = {}): readonly FilledYear[] => {
  const inOrder = [...years].sort((a, b) => a.year - b.year);
  refuseImpossibleYears(inOrder, options);
  const filled: FilledYear[] = [];
  for (const entry of inOrder) {
    const before = filled.at(-1);
    const start = startOf(entry, before, options);
    refuseUnknown(entry, before, start.basisFrom, options);
    const choices: Form8606Choices = { earlierNondeductible: filled.some(({ form }) => hasBasisToTrack(form)), ...entry.choices };
    const inputs = { ...entry.inputs, priorBasis: start.basis };
    const form = inYear(entry.year, () => (entry.worksheet11
      ? form8606WhereWorksheet11(inputs, settings, choices, entry.worksheet11)
      : form8606(inputs, settings, choices)));
    filled.push({
      year: entry.year,
      form,
      choices,
      basisFrom: start.basisFrom,
      yearsWithoutForm: before ? yearsBetween(before.year, entry.year) : [],
      disagreements: [...statedDiffers(entry, before, form), ...filedDiffers(entry, form)],
    });
  }
  return filled;
};

const startOf = (
  { inputs }: LedgerYear, before: FilledYear | undefined, { openingBasis }: LedgerOptions,
): { readonly basis: Decimal; readonly basisFrom: FilledYear['basisFrom'] } => {
  if (inputs.priorBasis) return { basis: inputs.priorBasis, basisFrom: 'given' };
  if (before) return { basis: before.form.carry, basisFrom: 'year before' };
  return openingBasis ? { basis: openingBasis, basisFrom: 'opening' } : { basis: zero, basisFrom: 'none' };
};

const yearsBetween = (earlier: number, later: number): readonly number[] =>
  Array.from({ length: Math.max(0, later - earlier - 1) }, (_, index) => earlier + 1 + index);

const refuseImpossibleYears = (inOrder: readonly LedgerYear[], { openingBasis }: LedgerOptions): void => {
  for (const [index, { year, inputs }] of inOrder.entries()) {
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
      throw new Refusal('NOT_A_YEAR', 'year', String(year), `${FIRST_YEAR}-${LAST_YEAR}`,
        `${year} is no tax year of Form 8606; enter a whole year from ${FIRST_YEAR} to ${LAST_YEAR}.`);
    }
    if (inOrder[index + 1]?.year === year) {
      throw new Refusal('CONTRADICTION', 'year', String(year), 'each year once', `${year} stands twice; add its amounts up in one row, or correct the year.`);
    }
    if (year < FIRST_YEAR_OF_REPAYMENTS && inputs.repayments?.greaterThan(zero)) {
      throw new Refusal('CONTRADICTION', 'repayments', inWords(inputs.repayments), `0 before ${FIRST_YEAR_OF_REPAYMENTS}`,
        `Repayments of ${inWords(inputs.repayments)} for ${year}: Form 8606 takes them off line 15c only from ${FIRST_YEAR_OF_REPAYMENTS} on. Before, a repayment `
        + 'of a birth, adoption or reservist distribution is a contribution on line 1, and one of a disaster distribution goes on Form 8915.');
    }
  }
  const [first] = inOrder;
  if (openingBasis && first?.inputs.priorBasis && !openingBasis.equals(first.inputs.priorBasis)) {
    throw new Refusal('CONTRADICTION', 'openingBasis', inWords(openingBasis), inWords(first.inputs.priorBasis),
      `The opening basis is ${inWords(openingBasis)}, but ${first.year} states ${inWords(first.inputs.priorBasis)} from earlier years; keep one of them.`);
  }
};

/** Basis passes through a year only if it is known that nothing happened in it. */
const refuseUnknown = (
  { year }: LedgerYear, before: FilledYear | undefined, basisFrom: FilledYear['basisFrom'], { unknownYears = [] }: LedgerOptions,
): void => {
  if (basisFrom === 'given' || basisFrom === 'opening') return;
  const between = [...unknownYears].filter((unknown) => unknown < year && unknown > (before?.year ?? 0)).sort((a, b) => a - b);
  if (between.length === 0) return;
  const listed = between.join(', ');
  throw new Refusal('MISSING', 'unknownYears', listed, 'what happened in each',
    `What happened in ${listed} is not known, so the basis that ${year} starts with is not known either. Enter those years, say that nothing was contributed, `
    + `distributed or converted in them, or state the basis before ${year} (line 14 of the last Form 8606 filed).`);
};

/** A refusal of one year among several names the year. */
const inYear = (year: number, work: () => Form8606): Form8606 => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, error.argument, error.value, error.limit, `${year}: ${error.text}`);
  }
};

const statedDiffers = ({ inputs, year }: LedgerYear, before: FilledYear | undefined, form: Form8606): readonly Disagreement[] => {
  if (!before || !inputs.priorBasis || form.inputs.priorBasis.equals(before.form.carry)) return [];
  const stated = form.inputs.priorBasis;
  const workedOut = before.form.carry;
  return [{
    code: 'STATED_BASIS_DIFFERS',
    stated,
    workedOut,
    text: `${year} states ${inWords(stated)} of basis from earlier years; ${before.year} carries ${inWords(workedOut)}. The stated basis is used; find out why they `
      + 'differ.',
  }];
};

/** Forms are mostly filed in whole dollars: a filed figure agrees with the one worked out in cents that rounds to it. */
const filedDiffers = ({ year, filedLine14 }: LedgerYear, form: Form8606): readonly Disagreement[] => {
  if (!filedLine14 || filedLine14.equals(form.carry) || filedLine14.equals(toPlaces(form.carry, 0))) return [];
  return [{
    code: 'FILED_LINE_14_DIFFERS',
    stated: filedLine14,
    workedOut: form.carry,
    text: `Line 14 as filed for ${year} is ${inWords(filedLine14)}; worked out here it is ${inWords(form.carry)}. The difference of `
      + `${inWords(filedLine14.minus(form.carry).abs())} is carried into every later year; the figure worked out here is used.`,
  }];
};

const hasBasisToTrack = (form: Form8606): boolean =>
  [contributed, basisBefore].some(({ id }) => (form.line(id) ?? zero).greaterThan(zero));
