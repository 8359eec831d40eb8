import type { Decimal } from '../engine/decimal';
import type { FilledForm, FormEntry } from '../engine/form';
import { form8606Entries, form8606Lines, type Form8606 } from '../forms/form8606';
import { partIIIEntries, partIIILines, rothDistribution, type PartIII } from '../forms/form8606/partIII';
import { form8606EntriesWithWorksheet11 } from '../forms/worksheet1-1';

/** Everything that the tab works out for its own year: Parts I to III, and Worksheet 1-1 with what decides about it. */
export const tabEntries: readonly FormEntry[] = [...form8606EntriesWithWorksheet11, ...partIIIEntries];

/** What Worksheet 1-1 adds to the form. Years without a tab are filled in without it: nobody was asked about them. */
export const worksheetEntries: readonly FormEntry[] =
  form8606EntriesWithWorksheet11.filter(({ id }) => !form8606Entries.some((entry) => entry.id === id));

/** The lines of all three parts, in the order of the form. */
export const tabLines: readonly string[] = [...form8606Lines, ...partIIILines];

/** The two forms of which the tab's figures come. */
export interface FormsOfTab {
  readonly form: Form8606;
  readonly roth: PartIII;
}

const inPartIII: ReadonlySet<string> = new Set(partIIIEntries.map(({ id }) => id));

const formWith = ({ form, roth }: FormsOfTab, id: string): FilledForm => (inPartIII.has(id) ? roth : form);

export const lineOn = (forms: FormsOfTab, id: string): Decimal | null => formWith(forms, id).line(id);
export const answerOn = (forms: FormsOfTab, id: string): boolean => formWith(forms, id).answer(id);
export const explanationOn = (forms: FormsOfTab, id: string): string => formWith(forms, id).explain(id);

/** Part III is a part of the return only where a nonqualified distribution was taken from a Roth IRA. */
export const linesFilledIn = (forms: FormsOfTab): readonly string[] => (forms.roth.answer(rothDistribution.id) ? tabLines : form8606Lines);
