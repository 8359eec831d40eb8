import type { Decimal } from '../engine/decimal';
import { anyInputs } from '../forms/form8606';
import { explanationOn, lineOn, linesFilledIn, type FormsOfTab } from '../worksheet/entries';
import { formatCell, parseCell } from '../cells/address';
import type { Person } from '../plan/plan';
import type { Reading, YearFacts } from '../reading/facts';
import type { TabContent } from '../worksheet/content';
import type { ExistingTab } from './existingTab';
import type { ReportedError } from './failures';
import type { LedgerToWrite } from './ledgerTabs';

export type Status = 'DRAFT' | 'READY' | 'SIGNED' | 'CHANGED SINCE SIGN-OFF';

/** What a build or a reading gives back: the same for the pane, the command line and tests. Cells in quoted A1. */
export interface Report {
  readonly ok: boolean;
  readonly tabs: readonly TabReport[];
  readonly errors: readonly ReportedError[];
  /** The questions of a reading that stopped before there was a tab: answering them may be what lets it go on. A tab has its own. */
  readonly asked?: TabReport['asked'];
}

export interface TabReport {
  /** Null where nothing was built. */
  readonly sheet: string | null;
  readonly person: Person;
  readonly year: number;
  /** The sheet on which the person's years stand together, where this build wrote one. */
  readonly ledger: string | null;
  readonly status: Status;
  /** Every line of Parts I and II as a number, and of Part III where it is filled in; null is blank on the form. */
  readonly lines: Readonly<Record<string, number | null>>;
  /** How each of those lines was reached, a sentence with its amounts. */
  readonly explanations: Readonly<Record<string, string>>;
  readonly used: readonly { cell: string; line: string; amount: number; text: string | null }[];
  readonly asked: readonly { cell: string; code: string; text: string; choices: readonly { answer: unknown; says: string }[] }[];
  readonly excluded: readonly { cell: string; text: string; shown: string }[];
  readonly ignored: readonly { cell: string; text: string }[];
  readonly warnings: readonly { cell: string | null; code: string; text: string }[];
  /** What is different from the last build of this tab, a sentence each; empty for a new tab. */
  readonly changes: readonly string[];
}

/** An exact line 10 is given half up to ten places; every other line is exact already. */
const asNumber = (amount: Decimal): number => amount.toDecimalPlaces(10).toNumber();

export const linesOf = (forms: FormsOfTab): Record<string, number | null> =>
  Object.fromEntries(linesFilledIn(forms).map((id) => {
    const amount = lineOn(forms, id);
    return [id, amount === null ? null : asNumber(amount)];
  }));

/** The line whose source a note speaks of; where there are several, the first that has one. */
const linesOfNotes: Readonly<Record<(FormsOfTab['form'] | FormsOfTab['roth'])['notes'][number]['code'], readonly string[]>> = {
  PART_I_NOT_REQUIRED: ['8', '7'],
  YEAR_END_VALUE_MISSING: ['8', '7'],
  LINE_9_ROUNDS_TO_ZERO: ['8', '7'],
  ROUNDING_CREATED_BASIS: ['8', '7'],
  BASIS_UNSETTLED: ['2', '8'],
  BASIS_CARRYFORWARD_FROM_LOSS_YEAR: ['6', '8', '7'],
  PRETAX_IRA_PRESENT: ['6'],
  LINE_4_ELECTION: ['1'],
  REPAYMENTS_NOT_USED: ['15c'],
  WORKSHEET_1_1_DIFFERS: ['1'],
  WORKSHEET_1_1_COUNTS_LATE_MONEY: ['1'],
  WORKSHEET_1_1_SET_ASIDE: ['1'],
  WORKSHEET_1_1_NOT_USED: ['1'],
  HOMEBUYER_LIMIT: ['20'],
  REPAYMENTS_CARRIED: ['25c'],
};

/** The cell that a note comes from: of the cells on its line the one with the largest amount. */
const comesFrom = (code: keyof typeof linesOfNotes, { used }: YearFacts): string | null => {
  const [cells = []] = linesOfNotes[code].map((line) => used.filter(({ input }) => anyInputs[input].line === line)).filter((found) => found.length > 0);
  const largest = cells.reduce<YearFacts['used'][number] | null>((most, one) => (most !== null && most.amount.greaterThanOrEqualTo(one.amount) ? most : one), null);
  return largest && formatCell(largest.cell);
};

export const questionsOf = ({ asked }: Reading): TabReport['asked'] => asked.map(({ cell, code, text, choices }) => ({ cell: formatCell(cell), code, text, choices }));

export const tabReport = (
  sheet: string | null,
  year: number,
  reading: Reading,
  earlierWithoutTab: readonly YearFacts[],
  facts: YearFacts,
  { form, roth, changes }: Pick<TabContent, 'form' | 'roth' | 'changes'>,
  status: Status,
  existing: ExistingTab | null,
): TabReport => ({
  sheet,
  person: reading.person,
  year,
  ledger: null,
  status,
  lines: linesOf({ form, roth }),
  explanations: Object.fromEntries(linesFilledIn({ form, roth }).map((id) => [id, explanationOn({ form, roth }, id)])),
  used: [...earlierWithoutTab, facts].flatMap(({ year: from, used }) => used.map(({ cell, input, amount, text }) => ({
    cell: formatCell(cell),
    // A cell of an earlier year without a tab counts for line 2 of this one.
    line: from === year ? anyInputs[input].line : '2',
    amount: asNumber(amount),
    text,
  }))),
  asked: questionsOf(reading),
  excluded: reading.excluded.map(({ cell, reason, shown }) => ({ cell: formatCell(cell), text: reason, shown })),
  ignored: [
    ...reading.ignored.map(({ cell, reason }) => ({ cell: formatCell(cell), text: reason })),
    ...reading.years.flatMap(({ year: of, statedCarry }) => (statedCarry === undefined ? []
      : [{ cell: formatCell(statedCarry.cell), text: `The basis at the end of ${of} as the sheet states it: compared with what is worked out, and not counted.` }])),
  ],
  warnings: [
    ...reading.warnings.map(({ cell, code, text }) => ({ cell: cell ? formatCell(cell) : null, code, text })),
    ...[...form.notes, ...roth.notes].map(({ code, text }) => ({ cell: comesFrom(code, facts), code, text })),
    ...(existing?.overwritten ?? []).map(({ cell, what, found }) => ({
      cell: formatCell(parseCell(cell, existing?.sheet)),
      code: 'FORMULA_OVERWRITTEN',
      text: `The formula of ${what} on the tab "${existing?.sheet ?? ''}" had been written over with "${found}". The formula is put back; to depart from the sources, `
        + 'enter an adjustment on the tab, with its reason.',
    })),
  ],
  changes,
});

/** The same, once it is known which ledger the build writes; what was put back there is told with the tab. */
export const withLedger = (report: TabReport, ledger: LedgerToWrite | undefined): TabReport => (ledger === undefined ? report : {
  ...report,
  ledger: ledger.write.title,
  warnings: [
    ...report.warnings,
    ...ledger.overwritten.map(({ cell, found }) => ({
      cell,
      code: 'FORMULA_OVERWRITTEN',
      text: `A formula of the ledger had been written over at ${cell} with "${found}". The formula is put back; the figures of a year are changed on its own tab.`,
    })),
  ],
});
