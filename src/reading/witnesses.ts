import type { AnyInputName } from '../forms/form8606';
import type { Role } from '../plan/plan';
import type { SourceContext } from './context';
import type { Asked } from './facts';
import type { Counted, SelectionFates } from './fates';

/**
 * Several selections may tell of the same money: the client's own list of conversions, the Forms 1099-R and the Forms 5498.
 * It counts once. The selection that was made for a line counts; a form counts where no such selection gives that line of
 * that year, and is compared with it otherwise.
 */
const groups = {
  '1': ['contributionsInYear', 'contributionsAfterYearEnd'],
  '6': ['accountValues'],
  '7': ['distributions'],
  '8': ['conversions'],
  returned: ['returned'],
  deducted: ['deducted'],
} as const satisfies Record<string, readonly AnyInputName[]>;

type Group = keyof typeof groups;
const groupNames = Object.keys(groups) as Group[];

/** A selection of less weight gives way to one of more. What is not named here has the most. */
const weights: Readonly<Partial<Record<Role, number>>> = { form_1099r: 2, basis_history: 2, form_5498: 1 };
const weightOf = (role: Role): number => weights[role] ?? 3;

/** Forms are read after what they are compared with. */
const readAfter: Readonly<Partial<Record<Role, number>>> = {
  basis_history: 1, form_5498: 2, recharacterizations: 3, form_1099r: 4, disaster_distributions: 5, repayments: 6,
};

/** The order in which selections are read, as places in the list. */
export const inReadingOrder = (roles: readonly Role[]): readonly number[] =>
  roles.map((role, place) => ({ place, after: readAfter[role] ?? 0 })).sort((a, b) => a.after - b.after || a.place - b.place).map(({ place }) => place);

/** What a selection's open questions may be about; a table may hold anything. */
const asksAbout: Readonly<Partial<Record<Role, readonly Group[]>>> = {
  accounts: ['6'], fmv: ['6'], contributions: ['1'], conversions: ['8'], distributions: ['7'], returned: ['returned'], deducted: ['deducted'],
  ledger: ['1', '7', '8', 'returned'],
  year_table: ['1', '6', '7', '8'], year_columns: ['1', '6', '7', '8'], year_tab: ['1', '6', '7', '8'], items_by_owner: ['1', '6', '7', '8'],
  form_1099r: ['7', '8'], basis_history: ['1'],
};

const groupOf = ({ input }: Counted): Group | null => groupNames.find((group) => (groups[group] as readonly AnyInputName[]).includes(input)) ?? null;

const countedIn = ({ fates }: SelectionFates): readonly Counted[] =>
  fates.all().flatMap((fate) => (fate.kind === 'used' ? [fate.counted, ...fate.also] : [])).filter(({ statesCarry }) => !statesCarry);

/** Whether a selection gives a line of a year, or asks about what may be on it. */
function gives(selection: SelectionFates, group: Group, year: number): boolean {
  if (countedIn(selection).some((one) => one.year === year && groupOf(one) === group)) return true;
  return (asksAbout[selection.role] ?? []).includes(group) && selection.fates.all().some((fate) =>
    fate.kind === 'asked' && (fate.years === null || fate.years.includes(year)));
}

/** What is asked in the selections that may hold the values at the end of a year: some of them may wait for it. */
export const askedAmongValues = (selections: readonly SelectionFates[], year: number): readonly Asked[] =>
  selections.filter(({ role }) => (asksAbout[role] ?? []).includes('6')).flatMap(({ fates }) => fates.all().flatMap((fate) =>
    (fate.kind === 'asked' && (fate.years === null || fate.years.includes(year)) ? [fate.asked] : [])));

/** Whether a selection that was read before this one gives a line of a year. */
export const isGiven = ({ readBefore, source }: SourceContext, group: Group, year: number): boolean =>
  readBefore.some((selection) => weightOf(selection.role) > weightOf(source.role) && gives(selection, group, year));

/** Whether any selection that was read before this one holds something of a year. */
export const isReadElsewhere = ({ readBefore }: SourceContext, year: number): boolean => readBefore.flatMap(countedIn).some((one) => one.year === year);

/** Whether any selection that was read before this one gives a line of a year, or asks about it. */
export const isTold = ({ readBefore }: SourceContext, group: Group, year: number): boolean => readBefore.some((selection) => gives(selection, group, year));

/** What the selections that were read before this one count for some inputs of a year. */
export const countedBefore = ({ readBefore }: SourceContext, year: number, ...inputs: readonly AnyInputName[]): readonly Counted[] =>
  readBefore.flatMap(countedIn).filter((one) => one.year === year && inputs.includes(one.input));

/** What the selection of the most weight among those read before this one counts for a line of a year, with nothing for zero. */
export function bestEvidence({ readBefore }: SourceContext, group: Group, year: number): readonly Counted[] {
  const givers = readBefore.map((selection) => ({
    weight: weightOf(selection.role),
    counted: countedIn(selection).filter((one) => one.year === year && groupOf(one) === group && !one.amount.isZero()),
  })).filter(({ counted }) => counted.length > 0);
  const heaviest = Math.max(0, ...givers.map(({ weight }) => weight));
  return givers.filter(({ weight }) => weight === heaviest).flatMap(({ counted }) => counted);
}

/** Leaves out of each selection what another one of more weight gives. */
export function settleWitnesses(selections: readonly SelectionFates[]): void {
  for (const selection of selections.filter(({ role }) => weights[role] !== undefined)) {
    const heavier = selections.filter(({ role }) => weightOf(role) > weightOf(selection.role));
    for (const counted of countedIn(selection)) {
      const group = groupOf(counted);
      const giver = group === null ? undefined : heavier.find((other) => gives(other, group, counted.year));
      if (group === null || giver === undefined) continue;
      selection.fates.leaveOut(counted.cell, (one) => groupOf(one) === group && one.year === counted.year,
        `${whatIs[group]} ${counted.year} comes from ${giver.range}; this is compared with it.`);
    }
  }
}

const whatIs: Readonly<Record<Group, string>> = {
  '1': 'What was contributed for', '6': 'The value at the end of', '7': 'What was distributed in', '8': 'What was converted in', returned: 'What was returned for', deducted: 'What was deducted for',
};
