import { Decimal, zero } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { inWords } from '../engine/words';
import { cellKey, formatCell } from '../cells/address';
import { ledger, type FilledYear, type LedgerYear } from '../ledger/ledger';
import { inputOfPartIII, isOfPartsIAndII, type AnyInputName, type Form8606Inputs } from '../forms/form8606';
import { partIII, type PartIII, type PartIIIInputs } from '../forms/form8606/partIII';
import type { Worksheet11Facts } from '../forms/worksheet1-1';
import { answersOf, yearsOf, type Plan } from '../plan/plan';
import type { Reading, Warning, YearFacts } from '../reading/facts';
import { isOfYear, isWithoutDate } from '../reading/phrases';
import { askedRow, retiredRow, rowIdentity, setAsideRow, usedRow, withBoxes, type SupportRow } from '../worksheet/support';
import { tieOut } from '../worksheet/tieOut';
import type { TabContent } from '../worksheet/content';
import { bySchedule } from '../worksheet/schedules';
import { withAdjustments, type AnyInputs } from './adjusted';
import { changesSince } from './changes';
import { amountFormula, type ExistingAdjustment, type ExistingTab } from './existingTab';

/** A year of the plan, worked out: its form, and the earlier years of the source that only feed its line 2. */
export interface YearWorkedOut {
  readonly year: number;
  readonly facts: YearFacts;
  readonly filled: FilledYear;
  /** Part III, which shares no amount with the others and carries none. */
  readonly roth: PartIII;
  readonly earlierWithoutTab: readonly YearFacts[];
  /** That no basis is stated, and where basis that the sheets state or that was filed is not what is worked out. */
  readonly noticed: readonly Warning[];
  /** The year whose tab line 2 is linked to. */
  readonly linkedTo: number | null;
  /** Whether anything nondeductible was contributed before the first year that the tab shows. */
  readonly earlierNondeductible: boolean;
}

export interface BeforeTheSource {
  /** Basis carried by the workbook's own tab of the year before the first year asked for, if there is one. */
  readonly carried: unknown;
  readonly line4TakesLatest: (year: number) => boolean;
  /** What the preparer added on the tab of a year that is built again. */
  readonly adjustments: (year: number) => readonly ExistingAdjustment[];
  /** What the preparer said on the tab of a year about Worksheet 1-1. */
  readonly worksheet11: (year: number) => Worksheet11Facts;
}

/** Fills in every year of a reading in order, and picks out the years that get a tab. */
export const workOut = (plan: Plan, reading: Reading, before: BeforeTheSource): readonly YearWorkedOut[] => {
  const wanted = yearsOf(plan);
  const [first] = reading.years;
  if (!first) throw nothingToRead(plan);
  const carried = typeof before.carried === 'number' ? new Decimal(before.carried.toPrecision(15)) : null;
  if (carried === null && before.carried !== null && !statesBasis(first) && wanted.includes(first.year)) throw carryUnreadable(first.year, before.carried);
  const linksToTab = carried !== null && !statesBasis(first) && wanted.includes(first.year);
  const amounts = reading.years.map((facts) =>
    withAdjustments({ ...inputsOf(facts), ...(facts === first && linksToTab ? { priorBasis: carried } : {}) }, before.adjustments(facts.year)));
  const settings = { unit: plan.rounding, ratioPlaces: plan.ratioPlaces };
  const filled = ledger(reading.years.map(({ year, statedCarry }, index): LedgerYear => ({
    year,
    inputs: ofPartsIAndII(amounts[index]!),
    choices: { line4TakesLatest: before.line4TakesLatest(year) },
    ...(wanted.includes(year) ? { worksheet11: before.worksheet11(year) } : {}),
    ...(statedCarry === undefined ? {} : { filedLine14: statedCarry.amount }),
  })), settings);
  return wanted.map((year) => {
    const index = reading.years.findIndex((facts) => facts.year === year);
    const facts = reading.years[index];
    if (!facts) throw nothingToRead(plan, year);
    const tabBefore = wanted.filter((other) => other < year).at(-1) ?? null;
    const earlierWithoutTab = reading.years.filter((other) => other.year < year && other.year > (tabBefore ?? 0));
    return {
      year,
      facts,
      filled: filled[index]!,
      roth: partIII(ofPartIII(amounts[index]!), settings),
      earlierWithoutTab,
      noticed: filled.slice(index - earlierWithoutTab.length, index + 1).flatMap((one) => [
        ...withoutBasis(one), ...one.disagreements.map(({ code, text }): Warning => ({ cell: statedAt(reading, one.year), code, text })),
      ]),
      earlierNondeductible: filled[index - earlierWithoutTab.length]?.choices.earlierNondeductible ?? false,
      linkedTo: tabBefore ?? (linksToTab ? year - 1 : null),
    };
  });
};

const statedAt = (reading: Reading, year: number): Warning['cell'] => reading.years.find((facts) => facts.year === year)?.statedCarry?.cell ?? null;

const withoutBasis = ({ year, basisFrom }: FilledYear): readonly Warning[] => (basisFrom !== 'none' ? [] : [{
  cell: null,
  code: 'NO_PRIOR_BASIS',
  text: `No basis from before ${year} is stated in the selected ranges: line 2 starts at zero. Compare with line 14 of the last Form 8606 filed.`,
}]);

/** A reading that tells as well where no basis is stated, and where stated or filed basis is not what is worked out. */
export const tellingWhatWasNoticed = (reading: Reading, years: readonly YearWorkedOut[]): Reading =>
  ({ ...reading, warnings: [...reading.warnings, ...years.flatMap(({ noticed }) => noticed)] });

/** A tab that stands at #N/A carries no basis that is known; zero would tax it again. */
const carryUnreadable = (year: number, carried: unknown): Refusal => new Refusal(
  'NOT_AN_AMOUNT', 'basis carried', String(carried), 'an amount',
  `Line 2 of ${year} comes from the ${year - 1} tab, which shows ${String(carried)} as the basis carried. Put that tab right first (its checks say what stops it), `
  + 'or select the basis as prior_basis.',
);

const nothingToRead = (plan: Plan, year?: number): Refusal => new Refusal(
  'MISSING', 'sources', String(year ?? yearsOf(plan).join(', ')), 'at least one amount',
  `The selected ranges hold no amount for ${year ?? yearsOf(plan).join(', ')}. Check the year, and select the rows of that year.`,
);

/**
 * A basis that is selected wins over last year's tab; but where the two differ one of them is wrong, and the preparer is
 * asked which. Any answer about the selected cell settles it.
 */
export const askingAboutBasis = (plan: Plan, reading: Reading, carried: unknown): Reading => {
  const year = yearsOf(plan)[0] ?? 0;
  const given = reading.years.find((facts) => facts.year === year)?.used.filter(({ input }) => input === 'priorBasis') ?? [];
  const [first] = given;
  if (!first || typeof carried !== 'number') return reading;
  const stated = given.reduce((sum, { amount }) => sum.plus(amount), zero);
  if (stated.equals(carried.toPrecision(15)) || answersOf(plan).has(cellKey(first.cell))) return reading;
  const question = {
    cell: first.cell,
    about: 'year',
    code: 'PRIOR_BASIS_DIFFERS',
    text: `${formatCell(first.cell)} gives ${inWords(stated)} as the basis before ${year}, and the ${year - 1} tab of this workbook carries ${inWords(new Decimal(carried))}. `
      + 'The selected amount is counted until you say so, or take the range out of the plan to use the tab.',
    choices: [{ answer: 'include', says: `Count the selected ${inWords(stated)}` }],
  } as const;
  return { ...reading, asked: [...reading.asked, question] };
};

const statesBasis = (facts: YearFacts): boolean => facts.used.some(({ input }) => input === 'priorBasis');

/** Amounts added up by the input that they count for; `priorBasis` only where the source states one. */
export const inputsOf = (facts: YearFacts): AnyInputs => {
  const sums: Partial<Record<AnyInputName, Decimal>> = {};
  for (const { input, amount } of facts.used) sums[input] = (sums[input] ?? zero).plus(amount);
  return sums;
};

const entriesOf = (amounts: AnyInputs): readonly (readonly [AnyInputName, Decimal])[] => Object.entries(amounts) as [AnyInputName, Decimal][];

const ofPartsIAndII = (amounts: AnyInputs): Form8606Inputs => Object.fromEntries(entriesOf(amounts).filter(([name]) => isOfPartsIAndII(name)));

const ofPartIII = (amounts: AnyInputs): PartIIIInputs => Object.fromEntries(entriesOf(amounts).flatMap(([name, amount]) => {
  const input = inputOfPartIII(name);
  return input === null ? [] : [[input, amount]];
}));

/** What a tab says about one year, in the order in which its support rows already stand if it was built before. */
export const tabContent = (
  plan: Plan,
  reading: Reading,
  worked: YearWorkedOut,
  existing: ExistingTab | null,
  sources: TabContent['sources'],
  built: string,
): TabContent => {
  const support = supportRows(reading, [...worked.earlierWithoutTab, worked.facts], existing);
  const boxesRead = [...new Set(reading.boxesRead.filter(({ year }) => year === worked.year).map(({ box }) => box))];
  return {
    person: plan.person,
    clientName: plan.name,
    year: worked.year,
    unit: plan.rounding,
    ratioPlaces: plan.ratioPlaces,
    form: worked.filled.form,
    roth: worked.roth,
    standing: existing !== null,
    line4TakesLatest: worked.filled.choices.line4TakesLatest ?? false,
    earlierNondeductible: worked.earlierNondeductible,
    earlierYears: worked.earlierWithoutTab.map((facts) => ({ year: facts.year, statesBasis: statesBasis(facts) })),
    linkedTo: worked.linkedTo,
    statesBasis: statesBasis(worked.facts),
    support,
    boxesRead,
    givenBack: formTotals.filter(({ id, box }) => isOurs(existing, id) && !boxesRead.includes(box)).map(({ id }) => id),
    found: {
      Q1: reading.asked.length,
      C3: support.length,
      C9: plan.sepOrSimple === undefined ? 0 : 1,
      C10: reading.warnings.filter(({ code }) => code === 'SOURCE_TOTAL_DISAGREES').length,
      C12: reading.excluded.filter(({ reason }) => isOfYear(reason)).length,
      C13: worked.facts.used.filter(({ note }) => isWithoutDate(note)).length,
    },
    sources,
    answers: Object.entries(plan.answers).map(([cell, answer]) => ({ cell, choice: JSON.stringify(answer) })),
    sepOrSimple: plan.sepOrSimple ?? null,
    changes: existing ? [...changesSince(existing, { form: worked.filled.form, roth: worked.roth }, support), ...typedBefore(existing, boxesRead)] : [],
    notes: notes(reading, worked),
    built,
  };
};

/** The rows of the tie-out that add up a form where it was read. */
const formTotals = tieOut.rows.flatMap(({ id, read }) => (read ? [{ id, box: read.box }] : []));

/** Whether a row held a formula of ours at the build before, and not what the preparer typed. */
const isOurs = (existing: ExistingTab | null, id: string): boolean => existing !== null && String(amountFormula(existing, id)).startsWith('=');

/** What the preparer had typed of a form gives way to what is read of it, and that is told. */
const typedBefore = (existing: ExistingTab, boxesRead: TabContent['boxesRead']): readonly string[] => formTotals.flatMap(({ id, box }) => {
  const typed = amountFormula(existing, id);
  if (!boxesRead.includes(box) || typed === '' || String(typed).startsWith('=')) return [];
  return [`The tie-out row "${id}" held ${String(typed)}, as typed; it now adds up the forms that are selected.`];
});

/** Rows of the earlier build keep their places; what is new comes after them. */
const supportRows = (reading: Reading, years: readonly YearFacts[], existing: ExistingTab | null): readonly SupportRow[] => {
  const rows = withBoxes([
    ...years.flatMap(({ year, used }) => used.map((cell) => usedRow(year, cell))),
    ...reading.excluded.map(setAsideRow),
    ...reading.asked.map(askedRow),
  ], reading.boxes);
  if (!existing) return bySchedule(rows);
  const waiting = new Map<string, SupportRow[]>();
  for (const row of rows) {
    const identity = row.cell ? formatCell(row.cell) : '';
    waiting.set(identity, [...(waiting.get(identity) ?? []), row]);
  }
  const kept = existing.support.map(({ cell, key }) => {
    const candidates = cell ? waiting.get(formatCell(cell)) ?? [] : [];
    const index = Math.max(0, candidates.findIndex((row) => row.cell && cell && rowIdentity(row.cell, row.key) === rowIdentity(cell, key)));
    return candidates.splice(index, 1)[0] ?? retiredRow(cell);
  });
  const placed = new Set(kept);
  return [...kept, ...rows.filter((row) => !placed.has(row))];
};

const notes = (reading: Reading, { filled, roth, linkedTo, year, facts }: YearWorkedOut): readonly string[] => [
  ...filled.form.notes.map(({ text }) => text),
  ...roth.notes.map(({ text }) => text),
  ...reading.warnings.map(({ cell, text }) => (cell ? `${text} (${formatCell(cell)})` : text)),
  ...(linkedTo ? [`Line 2 is linked to the ${linkedTo} tab.`] : []),
  ...(facts.statedCarry ? [`The source states ${inWords(facts.statedCarry.amount)} of basis at the end of ${year} (${formatCell(facts.statedCarry.cell)}).`] : []),
  'Assumed: the selected ranges are all that concerns this person\'s IRAs and the year; amounts are what the sheets say, not compared with Forms 1099-R and 5498 '
  + 'unless they are selected or entered in the tie-out; all traditional, SEP and SIMPLE IRAs are one pool, each spouse\'s apart; inherited IRAs stay outside it.',
  `Line 10 is ${filled.form.settings.ratioPlaces === 'exact' ? 'not rounded (shown to 10 places)' : `rounded to ${filled.form.settings.ratioPlaces} places`}; every other line is rounded half up to `
  + `${filled.form.settings.unit === 'dollars' ? 'whole dollars' : 'cents'}; line 13 never exceeds line 5.`,
  'Not covered: which distributions from Roth IRAs are qualified (age, five years) and so not on line 19, additional taxes (Form 5329), Forms 8915-F, inherited IRAs, '
  + 'excess contributions, state returns.',
];
