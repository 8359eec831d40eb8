import { cellKey, formatCell, type CellAddress } from '../cells/address';
import { Decimal, zero } from '../engine/decimal';
import { inWords } from '../engine/words';
import type { InputName } from '../forms/form8606/inputs';
import { detailsOf, letsIn } from '../plan/answers';
import { yearsOf, type Plan } from '../plan/plan';
import { type Answers } from './context';
import type { Asked, SetAside, UsedCell, Warning, YearFacts } from './facts';
import type { Counted, Fate } from './fates';
import { excludeChoice, includeChoice } from './judgement';

export interface SettledYears {
  readonly years: readonly YearFacts[];
  readonly asked: readonly Asked[];
  readonly excluded: readonly SetAside[];
  readonly ignored: readonly SetAside[];
  readonly stops: readonly Warning[];
}

/**
 * Puts what is counted into its years. Years after the last one asked for do not matter; earlier ones feed line 2,
 * unless a starting basis is given, which stands for all of them.
 */
export function settleYears(
  plan: Plan, counted: readonly Counted[], answers: Answers, missing: readonly { readonly year: number; readonly cell: CellAddress }[], anythingAsked: boolean,
): SettledYears {
  const wanted = yearsOf(plan);
  const [first = 0, last = first] = [wanted[0], wanted.at(-1)];
  const excluded: SetAside[] = [];
  const ignored: SetAside[] = [];
  const asked: Asked[] = [];
  const leaveOut = (one: Counted, reason: string): void => {
    (one.blank ? ignored : excluded).push({ cell: one.cell, shown: one.shown, label: one.label, reason });
  };

  const bases = oneBasisAYear(counted, answers, asked, leaveOut);
  const start = Math.max(-Infinity, ...bases.filter(({ input, year, statesCarry }) => input === 'priorBasis' && !statesCarry && year <= first).map(({ year }) => year));
  const moved = new Set(bases.filter((one) => movesMoney.includes(one.input) && !one.statesCarry && !one.amount.isZero()).map(({ year }) => year));
  const kept = bases.filter((one) => {
    const { year, statesCarry } = one;
    if (year > last) leaveOut(one, `Of ${year}, after ${last}, the last year asked for.`);
    else if (year < start && !(statesCarry && year === start - 1)) leaveOut(one, `Of ${year}; the basis at the beginning of ${start} is given and stands for the years before.`);
    else if (year < first && !moved.has(year) && !statesCarry && valuesOnly.includes(one.input) && !hasOthers(bases, year)) leaveOut(one, `Of ${year}, a year that is not asked for and in which nothing moved.`);
    else return true;
    return false;
  });

  const years = [...new Set([...kept.map(({ year }) => year), ...(anythingAsked ? wanted : [])])].sort((a, b) => a - b);
  const facts: YearFacts[] = [];
  const stops: Warning[] = [];
  let basis = false;
  for (const year of years) {
    const ofYear = kept.filter((one) => one.year === year && !one.statesCarry);
    const carry = kept.find((one) => one.year === year && one.statesCarry);
    const used = [...ofYear, ...deductions(ofYear, year, answers, asked)];
    if (used.length === 0 && !wanted.includes(year)) {
      if (carry !== undefined) leaveOut(carry, `Stated for ${year}, a year of which nothing else is read.`);
      continue;
    }
    stops.push(...stopsOf(year, used, basis, missing.filter((one) => one.year === year).map(({ cell }) => cell)));
    basis ||= used.some(({ input, amount }) => bringsBasis.includes(input) && !amount.isZero());
    facts.push({ year, used: used.map(usedCell), ...(carry === undefined ? {} : { statedCarry: usedCell(carry) }) });
  }
  return { years: facts, asked, excluded, ignored, stops };
}

const movesMoney: readonly InputName[] = ['contributionsInYear', 'contributionsAfterYearEnd', 'conversions', 'distributions', 'returned', 'deducted', 'basisAdded', 'basisRemoved'];
const valuesOnly: readonly InputName[] = ['accountValues', 'outstandingRollovers'];
const bringsBasis: readonly InputName[] = ['priorBasis', 'basisAdded', 'contributionsInYear', 'contributionsAfterYearEnd'];

const hasOthers = (counted: readonly Counted[], year: number): boolean => counted.some((one) => one.year === year && !one.statesCarry && !valuesOnly.includes(one.input));

const sumOf = (used: readonly UsedCell[], ...inputs: readonly InputName[]): Decimal =>
  used.filter(({ input }) => inputs.includes(input)).reduce((sum, { amount }) => sum.plus(amount), zero);

/** A year begins with one basis. Where several are given, the preparer says which. */
function oneBasisAYear(counted: readonly Counted[], answers: Answers, asked: Asked[], leaveOut: (one: Counted, reason: string) => void): readonly Counted[] {
  const isBasis = ({ input, statesCarry }: Counted): boolean => input === 'priorBasis' && !statesCarry;
  return counted.filter((one) => {
    if (!isBasis(one)) return true;
    const rivals = counted.filter((other) => isBasis(other) && other.year === one.year);
    if (rivals.length === 1) return true;
    if (letsIn(answers.at(one.cell))) return true;
    if (rivals.some((other) => letsIn(answers.at(other.cell)))) {
      leaveOut(one, `Another cell was chosen as the basis before ${one.year}.`);
      return false;
    }
    asked.push({
      cell: one.cell,
      about: 'cell',
      code: 'SEVERAL_BASES',
      text: `${formatCell(one.cell)} shows ${one.shown} as the basis before ${one.year}, and so ${rivals.length === 2 ? 'does another cell' : 'do other cells'}: ${rivals.filter((other) => other !== one).map(({ cell, shown }) => `${formatCell(cell)} (${shown})`).join(', ')}. None is counted until you say which.`,
      choices: [{ ...includeChoice, says: 'This one' }, { ...excludeChoice, says: 'Not this one' }],
    });
    return false;
  });
}

/**
 * What of a year's contributions was deducted is asked once a person and year, unless the source says that they were not
 * deducted or what was. Until then nothing counts as deducted.
 */
function deductions(used: readonly Counted[], year: number, answers: Answers, asked: Asked[]): readonly Counted[] {
  const contributed = used.filter(({ input, amount }) => (input === 'contributionsInYear' || input === 'contributionsAfterYearEnd') && !amount.isZero());
  const answered = contributed.flatMap((one) => {
    const { deducted } = detailsOf(answers.at(one.cell));
    return deducted === undefined ? [] : [{ one, amount: new Decimal(deducted) }];
  });
  if (answered.length > 0) {
    return answered.filter(({ amount }) => !amount.isZero()).map(({ one, amount }) => ({
      ...one, input: 'deducted' as const, amount, sign: 1 as const, text: null, blank: false, answered: true as const, note: `deducted for ${year}, as answered`,
    }));
  }
  const unsaid = contributed.filter(({ nondeductible }) => !nondeductible);
  const [first] = unsaid;
  if (first === undefined || used.some(({ input }) => input === 'deducted')) return [];
  const total = unsaid.reduce((sum, { amount }) => sum.plus(amount), zero);
  asked.push({
    cell: first.cell,
    about: 'year',
    code: 'DEDUCTED_UNKNOWN',
    text: `${inWords(total)} was contributed for ${year} (${unsaid.map(({ cell }) => formatCell(cell)).join(', ')}), and nothing says how much of it was deducted on Form 1040. Until you say, nothing counts as deducted.`,
    choices: [
      { answer: { deducted: '0' }, says: 'None of it was deducted' },
      { answer: { deducted: total.toString() }, says: `All of it, ${inWords(total)}, was deducted` },
    ],
  });
  return [];
}

/** Without the value on 31 December a conversion of basis looks tax-free; blank is not zero, so no form is filled in. */
function stopsOf(year: number, used: readonly UsedCell[], basisBefore: boolean, missing: readonly CellAddress[]): readonly Warning[] {
  const stops: Warning[] = [];
  const basis = basisBefore || bringsBasis.some((input) => !sumOf(used, input).isZero());
  const flows = sumOf(used, 'conversions', 'distributions');
  const [blank] = missing;
  if (basis && !flows.isZero() && (blank !== undefined || !used.some(({ input }) => input === 'accountValues'))) {
    const where = blank === undefined
      ? 'no selected range holds it. Select the cell with the value'
      : `it is not known at ${missing.map(formatCell).join(', ')}. Enter the value there, or say that it is zero`;
    stops.push({
      cell: blank ?? null,
      code: 'YEAR_END_VALUE_MISSING',
      text: `Line 6 of ${year} needs the value of all traditional, SEP and SIMPLE IRAs on 31 December ${year}, for ${inWords(flows)} was converted or distributed and there is basis; ${where}. Zero is an answer, blank is not.`,
    });
  }
  const contributed = sumOf(used, 'contributionsInYear', 'contributionsAfterYearEnd');
  const takenOff = sumOf(used, 'returned', 'deducted');
  if (takenOff.greaterThan(contributed)) {
    stops.push({
      cell: used.find(({ input }) => input === 'deducted' || input === 'returned')?.cell ?? null,
      code: 'MORE_TAKEN_OFF_THAN_CONTRIBUTED',
      text: `${inWords(takenOff)} was deducted or returned for ${year}, but only ${inWords(contributed)} is read as contributed for it. Select all contributions of ${year}, or correct what was deducted or returned.`,
    });
  }
  return stops;
}

function usedCell({ cell, input, amount, sign, text, blank, label, note, answered, less }: Counted): UsedCell {
  return { cell, input, amount, sign, text, blank, label, note, ...(answered === undefined ? {} : { answered }), ...(less === undefined ? {} : { less }) };
}

export const countedIn = (fates: readonly Fate[]): readonly Counted[] => fates.flatMap((fate) => (fate.kind === 'used' ? [fate.counted] : []));

export const cellsOf = (years: readonly YearFacts[]): ReadonlySet<string> =>
  new Set(years.flatMap(({ used, statedCarry }) => [...used, ...(statedCarry === undefined ? [] : [statedCarry])].map(({ cell }) => cellKey(cell))));
