import { cellKey, type CellAddress } from '../cells/address';
import { isOfPartsIAndII, type AnyInputName } from '../forms/form8606';
import { yearsOf, type Plan } from '../plan/plan';
import type { Answers } from './context';
import { deductions } from './deductions';
import type { Asked, SetAside, UsedCell, Warning, YearFacts } from './facts';
import type { Counted, Fate, Fates } from './fates';
import { Lists } from './lists';
import { isBasis, oneBasisAYear } from './oneBasis';
import { bringsBasis, stopsOf } from './stops';
import { ofYear } from './phrases';
import { rothBasisOf, rothBasisOnce } from './rothBasis';
import { undone } from './undone';

export interface SettledYears {
  readonly years: readonly YearFacts[];
  readonly asked: readonly Asked[];
  readonly excluded: readonly SetAside[];
  readonly ignored: readonly SetAside[];
  readonly stops: readonly Warning[];
}

/** A year-end value that is blank or cannot be read. */
export interface MissingValue {
  readonly year: number;
  readonly cell: CellAddress;
}

/** What the selections say beside the fates of their cells. */
export interface Besides {
  readonly missing: readonly MissingValue[];
  /** Questions that values at the end of a year may wait for. */
  readonly askedAmongValues: (year: number) => readonly Asked[];
  /** Questions about whole years, which keep no cell from being counted. */
  readonly questions: Fates['ofYears'];
}

/**
 * Puts what is counted into its years. Years after the last one asked for do not matter; earlier ones feed line 2,
 * unless a starting basis is given, which stands for all of them. Questions about years that do not matter are not put.
 */
export function settleYears(plan: Plan, fates: readonly Fate[], answers: Answers, { missing, askedAmongValues, questions }: Besides): SettledYears {
  const lists = new Lists(fates);
  const counted = rothBasisOnce(oneBasisAYear(fates.flatMap((fate) => (fate.kind === 'used' ? [fate.counted, ...fate.also] : [])), answers, lists), answers, lists);
  const span = spanOf(yearsOf(plan), counted);
  for (const fate of fates) if (fate.kind === 'asked') lists.ask(fate.asked, fate.years === null ? null : outsideAll(fate.years, span));
  for (const { asked, years } of questions) if (outsideAll(years, span) === null) lists.asked.push(asked);
  const eventful = new Set(counted.filter(({ input, statesCarry }) => !statesCarry && isOfPartsIAndII(input) && !valuesOnly.includes(input)).map(({ year }) => year));
  const kept = counted.filter((one) => {
    const reason = outside(one.year, one.statesCarry, span) ?? withoutTab(one, yearsOf(plan)) ?? uneventful(one, eventful, span);
    if (reason !== null) lists.leaveOut(one, reason);
    return reason === null;
  });

  const facts: YearFacts[] = [];
  const stops: Warning[] = [];
  let basisBefore = false;
  for (const year of yearsToShow(plan, kept, lists)) {
    const ofYear = kept.filter((one) => one.year === year && !one.statesCarry);
    const [carry, ...others] = kept.filter((one) => one.year === year && one.statesCarry);
    for (const other of others) lists.leaveOut(other, `Another cell already states the basis at the end of ${year}.`);
    const used = [...ofYear, ...undone(ofYear, year, answers, lists), ...deductions(ofYear, year, answers, lists), ...rothBasisOf(ofYear, year, answers, lists)];
    if (used.length === 0 && !yearsOf(plan).includes(year)) {
      if (carry !== undefined) lists.leaveOut(carry, `Stated for ${year}, a year of which nothing else is read.`);
      continue;
    }
    const cells = missing.filter((one) => one.year === year).map(({ cell }) => cell);
    stops.push(...stopsOf(used, { year, first: span.first, basisBefore, missing: cells, asked: askedAmongValues(year) }));
    basisBefore ||= bringsBasis(used);
    facts.push({ year, used: used.map(usedCell), ...(carry === undefined ? {} : { statedCarry: usedCell(carry) }) });
  }
  return { years: facts, asked: lists.asked, excluded: lists.excluded, ignored: lists.ignored, stops };
}

/** The years that matter: from the one whose starting basis is given, if any, to the last one asked for. */
interface Span {
  readonly start: number;
  readonly first: number;
  readonly last: number;
}

function spanOf(wanted: readonly number[], counted: readonly Counted[]): Span {
  const first = wanted[0] ?? 0;
  const start = counted.filter((one) => isBasis(one) && one.year <= first).reduce((latest, { year }) => Math.max(latest, year), -Infinity);
  return { start, first, last: wanted.at(-1) ?? first };
}

/** Why a year does not matter; null when it does. What is stated of the end of a year matters to the start of the next. */
function outside(year: number, statesCarry: boolean, { start, last }: Span): string | null {
  if (year > last) return ofYear(year, `, after ${last}, the last year asked for.`);
  if (year >= (statesCarry ? start - 1 : start)) return null;
  return ofYear(year, `; the basis at the beginning of ${start} is given and stands for the years before.`);
}

function outsideAll(years: readonly number[], span: Span): string | null {
  const reasons = years.map((year) => outside(year, false, span));
  return reasons.includes(null) ? null : reasons[0] ?? null;
}

/** A year that nobody asked for and in which nothing moved has no form, so its year-end value says nothing. */
function uneventful({ year, statesCarry }: Counted, eventful: ReadonlySet<number>, { first }: Span): string | null {
  return year >= first || statesCarry || eventful.has(year) ? null : ofYear(year, ', a year that is not asked for and in which nothing moved.');
}

/** Part III carries nothing that a later year's line 2 starts from. */
const withoutTab = ({ year, input }: Counted, wanted: readonly number[]): string | null =>
  (isOfPartsIAndII(input) || wanted.includes(year) ? null : ofYear(year, ', a year that gets no tab: Part III of one year is no part of another.'));

const valuesOnly: readonly AnyInputName[] = ['accountValues', 'outstandingRollovers'];

/** Years with something counted; while questions are open, also those asked for, so that there is a tab to answer them on. */
const yearsToShow = (plan: Plan, kept: readonly Counted[], { asked }: Lists): readonly number[] =>
  [...new Set([...kept.map(({ year }) => year), ...(asked.length > 0 ? yearsOf(plan) : [])])].sort((a, b) => a - b);

function usedCell({ cell, input, amount, sign, text, blank, label, note, answered, scale, less, whole }: Counted): UsedCell {
  return {
    cell, input, amount, sign, text, blank, label, note,
    ...(answered === undefined ? {} : { answered }), ...(scale === undefined ? {} : { scale }), ...(less === undefined ? {} : { less }), ...(whole === undefined ? {} : { whole }),
  };
}

export const cellsOf = (years: readonly YearFacts[]): ReadonlySet<string> =>
  new Set(years.flatMap(({ used, statedCarry }) => [...used, ...(statedCarry === undefined ? [] : [statedCarry])].map(({ cell }) => cellKey(cell))));
