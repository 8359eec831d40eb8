import { Decimal, zero } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { inWords } from '../engine/words';
import { formatCell } from '../cells/address';
import { ledger, type FilledYear, type LedgerYear } from '../ledger/ledger';
import type { Form8606Inputs, InputName } from '../forms/form8606';
import { yearsOf, type Plan } from '../plan/plan';
import type { Reading, YearFacts } from '../reading/facts';
import { askedRow, retiredRow, rowIdentity, setAsideRow, usedRow, type SupportRow } from '../worksheet/support';
import type { TabContent } from '../worksheet/tab8606';
import type { ExistingTab } from './existingTab';

/** A year of the plan, worked out: its form, and the earlier years of the source that only feed its line 2. */
export interface YearWorkedOut {
  readonly year: number;
  readonly facts: YearFacts;
  readonly filled: FilledYear;
  readonly earlierWithoutTab: readonly YearFacts[];
  /** The year whose tab line 2 is linked to. */
  readonly linkedTo: number | null;
  /** Whether anything nondeductible was contributed before the first year that the tab shows. */
  readonly earlierNondeductible: boolean;
}

export interface BeforeTheSource {
  /** Basis carried by the workbook's own tab of the year before the first year asked for, if there is one. */
  readonly carried: unknown;
  readonly line4TakesLatest: (year: number) => boolean;
}

/** Fills in every year of a reading in order, and picks out the years that get a tab. */
export const workOut = (plan: Plan, reading: Reading, before: BeforeTheSource): readonly YearWorkedOut[] => {
  const wanted = yearsOf(plan);
  const [first] = reading.years;
  if (!first) throw nothingToRead(plan);
  const carried = typeof before.carried === 'number' ? new Decimal(before.carried.toPrecision(15)) : null;
  if (carried === null && before.carried !== null && !statesBasis(first) && wanted.includes(first.year)) throw carryUnreadable(first.year, before.carried);
  const linksToTab = carried !== null && !statesBasis(first) && wanted.includes(first.year);
  const years = reading.years.map((facts): LedgerYear => ({
    year: facts.year,
    inputs: { ...inputsOf(facts), ...(facts === first && linksToTab ? { priorBasis: carried } : {}) },
    choices: { line4TakesLatest: before.line4TakesLatest(facts.year) },
  }));
  const filled = ledger(years, { unit: plan.rounding, ratioPlaces: plan.ratioPlaces });
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
      earlierWithoutTab,
      earlierNondeductible: filled[index - earlierWithoutTab.length]?.choices.earlierNondeductible ?? false,
      linkedTo: tabBefore ?? (linksToTab ? year - 1 : null),
    };
  });
};

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

const statesBasis = (facts: YearFacts): boolean => facts.used.some(({ input }) => input === 'priorBasis');

/** Amounts added up by the input that they count for; `priorBasis` only where the source states one. */
export const inputsOf = (facts: YearFacts): Form8606Inputs => {
  const sums: Partial<Record<InputName, Decimal>> = {};
  for (const { input, amount } of facts.used) sums[input] = (sums[input] ?? zero).plus(amount);
  return sums;
};

/** What a tab says about one year, in the order in which its support rows already stand if it was built before. */
export const tabContent = (
  plan: Plan,
  reading: Reading,
  worked: YearWorkedOut,
  existing: ExistingTab | null,
  sources: TabContent['sources'],
  built: string,
): TabContent => ({
  person: plan.person,
  clientName: plan.name,
  year: worked.year,
  unit: plan.rounding,
  ratioPlaces: plan.ratioPlaces,
  form: worked.filled.form,
  line4TakesLatest: worked.filled.choices.line4TakesLatest ?? false,
  earlierNondeductible: worked.earlierNondeductible,
  earlierYears: worked.earlierWithoutTab.map((facts) => ({ year: facts.year, statesBasis: statesBasis(facts) })),
  linkedTo: worked.linkedTo,
  statesBasis: statesBasis(worked.facts),
  support: supportRows(reading, [...worked.earlierWithoutTab, worked.facts], existing),
  openQuestions: reading.asked.length,
  totalsDisagree: reading.warnings.filter(({ code }) => code === 'SOURCE_TOTAL_DISAGREES').length,
  sources,
  answers: Object.entries(plan.answers).map(([cell, answer]) => ({ cell, choice: JSON.stringify(answer) })),
  notes: notes(reading, worked),
  built,
});

/** Rows of the earlier build keep their places; what is new comes after them. */
const supportRows = (reading: Reading, years: readonly YearFacts[], existing: ExistingTab | null): readonly SupportRow[] => {
  const rows = [
    ...years.flatMap(({ year, used }) => used.map((cell) => usedRow(year, cell))),
    ...reading.excluded.map(setAsideRow),
    ...reading.asked.map(askedRow),
  ];
  if (!existing) return rows;
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
  return [...kept, ...rows.filter((row) => !kept.includes(row))];
};

const notes = (reading: Reading, { filled, linkedTo, year, facts }: YearWorkedOut): readonly string[] => [
  ...filled.form.notes.map(({ text }) => text),
  ...reading.warnings.map(({ cell, text }) => (cell ? `${text} (${formatCell(cell)})` : text)),
  ...(filled.basisFrom === 'none' ? [`No basis from before ${year} is stated in the selected ranges: line 2 starts at zero. Compare with line 14 of the last Form 8606 filed.`] : []),
  ...(linkedTo ? [`Line 2 is linked to the ${linkedTo} tab.`] : []),
  ...(facts.statedCarry ? [`The source states ${inWords(facts.statedCarry.amount)} of basis at the end of ${year} (${formatCell(facts.statedCarry.cell)}).`] : []),
  'Not covered: Part III (Roth IRA distributions), Worksheet 1-1 of Publication 590-B, state returns.',
];
