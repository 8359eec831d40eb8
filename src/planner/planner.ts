import { zero, type Decimal } from '../engine/decimal';
import type { FormEntry, Line } from '../engine/form';
import type { Amount } from '../engine/words';
import { input } from '../engine/words';
import { borrowedWords, withoutRemark } from '../forms/form8606/wording';
import type { Person } from '../plan/plan';
import type { FromForm } from './fromForm';
import type { Kind } from './kinds';
import type { Chart, ChartSeries } from '../worksheet/chart';
import { whichever, type Wording } from './wording';

/**
 * A planner: a tab that is defined once, as blocks of fields in the engine's vocabulary. From the definition come the
 * engine's figures (work.ts), the tab with its live formulas (tab.ts) and the fields of the pane.
 */
export interface Planner {
  /** Part of the workbook name by which the tab is found: capital letters. It never changes. */
  readonly id: string;
  /** What the tab is called, and what the pane offers. */
  readonly title: string;
  /** What it answers, in a sentence. */
  readonly purpose: string;
  /** The next number whenever a row, a column or a typed cell moves: what stands on an older tab would be misread. */
  readonly layoutVersion: number;
  /** Whose it is: one person's, or not of one person. */
  readonly of: 'person' | 'household';
  /** The tax years that it covers; absent: every year of the law table. */
  readonly years?: readonly number[];
  /** Present where only cents will do, because its rules reckon in cents: no other unit is then offered. */
  readonly unit?: 'cents';
  /** The blocks of a year, in the order in which they are worked out: a field may refer to whatever comes before it. */
  readonly blocks: (year: number) => readonly Block[];
  /** Inputs of a form that this planner leaves out, each with the field that stands in for it: see `leftOut`. */
  readonly absent?: Readonly<Record<string, string>>;
  /** Typed cells that can be taken from the ranges of a person's Form 8606, by `caseId:field`. */
  readonly fromForm?: (person: Person, year: number) => Readonly<Record<string, FromForm>>;
  /** Charts of a new tab, drawn from cells of the blocks. */
  readonly charts?: readonly PlannerChart[];
  /** The order in which blocks stand on the tab, where it is another one: results before workings. */
  readonly printed?: readonly string[];
  /** Sentences below the blocks: what is assumed, and what is not covered. */
  readonly notes: (year: number) => readonly string[];
  /** Texts for somebody else, to be copied: below the notes on the tab, with a button in the pane. */
  readonly texts?: (year: number) => readonly CopyText[];
  /** A block of sentences that are a text to be copied as well: the pane offers them as they read now. */
  readonly copied?: { readonly title: string; readonly block: string };
  /** Blocks with which a printed page begins, so that no chart is cut in two. */
  readonly pages?: readonly string[];
}

/** A text to be copied, line by line. */
export interface CopyText {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * Fields that are worked out together, once for each case: a scenario, a person, a year, a point of a curve. Cases stand
 * side by side with the fields below one another, or (`down`) below one another with the fields side by side. A later block
 * may have the same cases: its fields then see those of the earlier one as their own.
 */
export interface Block {
  readonly id: string;
  readonly title: string;
  readonly cases: readonly Case[];
  readonly down?: true;
  /** Above the case headings of a block that stands `down`. */
  readonly casesAre?: string;
  /** A case whose field says so is not used: the pane then asks for nothing else of it. */
  readonly unusedWhen?: { readonly field: string; readonly says: string };
  /** Fields that few type, or that the ranges fill: the pane keeps them behind this title. Absent `fields`: all of the block. */
  readonly folded?: { readonly title: string; readonly fields?: readonly string[] };
  readonly fields: readonly Field[];
}

export interface Case {
  /** Unique on the tab. */
  readonly id: string;
  readonly heading: string;
}

export type Field = TypedField | LimitField | LinkedField | WorkedField | WordsField;

/** A cell that is the user's: given a start when the tab is new, and never written over but by what the user gives. */
export interface TypedField {
  readonly field: 'typed';
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: Kind;
  /** What stands in it on a new tab; nothing if absent. */
  readonly start?: (caseId: string) => number | string | null;
}

/** An amount that somebody else has set, the law first of all: in a cell, with its source beside it. */
export interface LimitField {
  readonly field: 'limit';
  readonly id: string;
  readonly label: string;
  readonly source: string;
  readonly is: (caseId: string) => Decimal;
  readonly measure?: Measure;
}

/** What a field counts: dollars, a share of one, a share shown in percent, or units. */
export type Measure = Line['measure'];

/** An input of the fields after it that comes from elsewhere on the tab: last year's result, a typed cell of another block. */
export interface LinkedField {
  readonly field: 'linked';
  readonly id: string;
  readonly label: string;
  readonly source?: string;
  readonly is: (caseId: string) => Amount;
  readonly measure?: Measure;
  readonly result?: true;
}

export interface WorkedField {
  readonly field: 'worked';
  readonly entry: FormEntry;
  /** A result is set off on the tab and shown in the pane. */
  readonly result?: true;
}

/** A verdict or a sentence. */
export interface WordsField {
  readonly field: 'words';
  readonly id: string;
  readonly label: string;
  readonly is: Wording;
  /** The longest that it can say, for which its row is high enough. */
  readonly longest?: string;
  /** Goes on with the sentence of the field before it, in the row below. */
  readonly continues?: true;
  readonly source?: string;
  readonly result?: true;
}

export const idOf = (field: Field): string => (field.field === 'worked' ? field.entry.id : field.id);
export const labelOf = (field: Field, year: number): string => (field.field === 'worked' ? withoutRemark(field.entry.label(year), year) : field.label);

/** The notes of a planner; of one that works a form out in borrowed words, that they are: once, and not on each line. */
export const notesOf = (planner: Planner, year: number): readonly string[] => {
  const remark = borrowedWords(year);
  const borrows = planner.blocks(year).some(({ fields }) => fields.some((field) => field.field === 'worked' && field.entry.label(year) !== labelOf(field, year)));
  return [...planner.notes(year), ...(remark !== null && borrows ? [`The lines of Form 8606 for ${year}: ${remark}.`] : [])];
};

/** The result or input of another case, or of a block with one case; `means` is what it is called in a sentence. */
export const elsewhere = (caseId: string, id: string, means: string): Amount => input(`${caseId}:${id}`, means);

/** A picture of fields of a block that stands `down`: a point for each of its cases. */
export interface PlannerChart extends Pick<Chart, 'name' | 'kind' | 'title' | 'categoryAxis' | 'valueAxis' | 'valueLabels'> {
  readonly block: string;
  /** The field along the horizontal axis; absent: the headings of the cases. */
  readonly along?: string;
  readonly series: readonly (Omit<ChartSeries, 'values'> & { readonly field: string })[];
}

const LEFT_OUT = 'left out';

/** The inputs and questions of a form that a planner leaves out: one zero and one No, each in a cell that says so. */
export const leftOut = (inputs: readonly string[], choices: readonly string[], says: string): { readonly absent: Readonly<Record<string, string>>; readonly block: Block } => ({
  absent: Object.fromEntries([...inputs.map((name) => [name, `${LEFT_OUT}:zero`]), ...choices.map((name) => [name, `${LEFT_OUT}:no`])]),
  block: single(LEFT_OUT, 'Left out of this plan', [
    { field: 'limit', id: 'zero', label: says, source: 'Taken as zero', is: () => zero },
    { field: 'words', id: 'no', label: 'Questions of the form that do not arise here', is: whichever([], 'No') },
  ]),
});

/** A block with one case: its fields are seen by all blocks after it under their own names. */
export const single = (id: string, title: string, fields: readonly Field[]): Block => ({ id, title, cases: [{ id, heading: '' }], fields });

/** Lines of a form or of a planner as fields. */
export const worked = (...entries: readonly FormEntry[]): readonly WorkedField[] => entries.map((entry) => ({ field: 'worked', entry }));
export const result = (entry: FormEntry): WorkedField => ({ field: 'worked', entry, result: true });
