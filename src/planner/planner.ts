import type { Decimal } from '../engine/decimal';
import type { FormEntry, Line } from '../engine/form';
import type { Amount } from '../engine/words';
import { input } from '../engine/words';
import type { Kind } from './kinds';
import type { Wording } from './wording';

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
  /** The blocks of a year, in the order in which they are worked out: a field may refer to whatever comes before it. */
  readonly blocks: (year: number) => readonly Block[];
  /** The order in which blocks stand on the tab, where it is another one: results before workings. */
  readonly printed?: readonly string[];
  /** Sentences below the blocks: what is assumed, and what is not covered. */
  readonly notes: (year: number) => readonly string[];
}

/**
 * Fields that are worked out together, once for each case: a scenario, a person, a year, a point of a curve. Cases stand
 * side by side with the fields below one another, or (`down`) below one another with the fields side by side.
 */
export interface Block {
  readonly id: string;
  readonly title: string;
  readonly cases: readonly Case[];
  readonly down?: true;
  /** Above the case headings of a block that stands `down`. */
  readonly casesAre?: string;
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

/** An amount of the law, in a cell with its source beside it. */
export interface LimitField {
  readonly field: 'limit';
  readonly id: string;
  readonly label: string;
  readonly is: { readonly amount: Decimal; readonly source: string };
  readonly measure?: Line['measure'];
}

/** An input of the fields after it that comes from elsewhere on the tab: last year's result, a typed cell of another block. */
export interface LinkedField {
  readonly field: 'linked';
  readonly id: string;
  readonly label: string;
  readonly source?: string;
  readonly is: (caseId: string) => Amount;
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
  readonly result?: true;
}

export const idOf = (field: Field): string => (field.field === 'worked' ? field.entry.id : field.id);
export const labelOf = (field: Field, year: number): string => (field.field === 'worked' ? field.entry.label(year) : field.label);

/** The result or input of another case, or of a block with one case; `means` is what it is called in a sentence. */
export const elsewhere = (caseId: string, id: string, means: string): Amount => input(`${caseId}:${id}`, means);

/** A block with one case: its fields are seen by all blocks after it under their own names. */
export const single = (id: string, title: string, fields: readonly Field[]): Block => ({ id, title, cases: [{ id, heading: '' }], fields });

/** Lines of a form or of a planner as fields. */
export const worked = (...entries: readonly FormEntry[]): readonly WorkedField[] => entries.map((entry) => ({ field: 'worked', entry }));
export const result = (entry: FormEntry): WorkedField => ({ field: 'worked', entry, result: true });
