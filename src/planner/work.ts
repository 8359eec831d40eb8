import { zero, type Decimal } from '../engine/decimal';
import { fillIn, type FilledForm, type FormEntry } from '../engine/form';
import type { Figures, Settings } from '../engine/term';
import { readTyped, type TypedValue } from './kinds';
import { idOf, type Block, type Case, type CopyText, type Field, type Planner, type TypedField } from './planner';
import { unitOf } from './rounding';

/** What the user gives, by `caseId:field`; what is absent is what the cell starts with. */
export type Typed = Readonly<Record<string, unknown>>;

export const keyOf = (caseId: string, fieldId: string): string => `${caseId}:${fieldId}`;

/** A planner worked out by the engine. */
export interface Worked {
  readonly settings: Settings;
  /** The amount of any field of a case; null where it is left blank. */
  amount(caseId: string, fieldId: string): Decimal | null;
  answer(caseId: string, fieldId: string): boolean;
  words(caseId: string, fieldId: string): string;
  /** How a worked field was reached, with the figures in it. */
  explain(caseId: string, fieldId: string): string;
}

/** Every typed field of a planner, with the case that it stands in. */
export const typedFields = (planner: Planner, year: number): readonly { readonly key: string; readonly field: TypedField; readonly of: Case; readonly block: Block }[] =>
  planner.blocks(year).flatMap((block) => block.cases.flatMap((of) => block.fields.flatMap((field) =>
    (field.field === 'typed' ? [{ key: keyOf(of.id, field.id), field, of, block }] : []))));

/** What a typed cell holds before anybody has typed into it. */
export const startOf = ({ field, of }: { readonly field: TypedField; readonly of: Case }): number | string | null => field.start?.(of.id) ?? null;

/**
 * Works a planner out, as its tab does.
 *
 * @throws Refusal for a typed value that its cell does not allow, and as the rules do that a planner is made of.
 */
export const workOut = (planner: Planner, year: number, given: Typed): Worked => {
  const blocks = planner.blocks(year);
  const values = new Map<string, TypedValue>();
  for (const typed of typedFields(planner, year)) {
    const { key, field, of } = typed;
    const label = of.heading === '' ? field.label : `${field.label} (${of.heading})`;
    values.set(key, readTyped(field.kind, key in given ? given[key] : startOf(typed), label));
  }
  const settings: Settings = { unit: unitOf(planner, given), ratioPlaces: 'exact' };
  const fieldsOf = new Map<string, Map<string, Field>>();
  for (const block of blocks) {
    for (const { id } of block.cases) {
      const fields = fieldsOf.get(id) ?? new Map<string, Field>();
      for (const field of block.fields) fields.set(idOf(field), field);
      fieldsOf.set(id, fields);
    }
  }
  const singles = blocks.filter(({ cases }) => cases.length === 1).map(({ cases }) => cases[0]!.id);

  const find = (caseId: string, called: string): { readonly caseId: string; readonly field: Field } => {
    const name = planner.absent?.[called] ?? called;
    const [qualified, rest] = name.includes(':') ? [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)] : [null, name];
    const places = qualified === null ? [caseId, ...singles] : [qualified];
    for (const place of places) {
      const field = fieldsOf.get(place)?.get(rest);
      if (field) return { caseId: place, field };
    }
    throw new Error(`The planner ${planner.id} has no field ${name} for ${caseId}.`);
  };

  /**
   * Each entry is worked out when something asks for it, and once, as a cell is: so a field may refer to any other, whatever
   * block it stands in, unless they refer to each other in a ring.
   */
  const entries = new Map<string, Decimal | boolean | null>();
  const entryOf = (caseId: string, entry: FormEntry): Decimal | boolean | null => {
    const key = keyOf(caseId, entry.id);
    const known = entries.get(key);
    if (known !== undefined) return known;
    if (begun.has(key)) throw new Error(`The planner ${planner.id} asks for ${key} in order to work it out.`);
    begun.add(key);
    const figures = figuresOf(caseId);
    const filledIn = entry.onlyIf?.value(figures) ?? true;
    const value = filledIn ? entry.is.value(figures) : entry.kind === 'question' ? false : null;
    entries.set(key, value);
    return value;
  };
  const begun = new Set<string>();
  const linked = new Map<string, Decimal>();

  const amountOf = (caseId: string, field: Field): Decimal | null => {
    switch (field.field) {
      case 'typed': {
        const value = values.get(keyOf(caseId, field.id)) ?? null;
        return typeof value === 'string' ? null : value;
      }
      case 'limit': return field.is(caseId);
      case 'linked': {
        const key = keyOf(caseId, field.id);
        const known = linked.get(key) ?? field.is(caseId).value(figuresOf(caseId));
        linked.set(key, known);
        return known;
      }
      case 'worked': {
        const value = entryOf(caseId, field.entry);
        return typeof value === 'boolean' ? null : value;
      }
      case 'words': return null;
    }
  };

  const workedField = (caseId: string, id: string): FormEntry => {
    const field = fieldsOf.get(caseId)?.get(id);
    if (field?.field !== 'worked') throw new Error(`The planner ${planner.id} has no line ${keyOf(caseId, id)}.`);
    return field.entry;
  };

  /** What a case sees: its own inputs and lines, the fields of single blocks, and any other by its qualified name. */
  const figuresOf = (caseId: string): Figures => ({
    settings,
    input: (name) => {
      const found = find(caseId, name);
      return amountOf(found.caseId, found.field) ?? zero;
    },
    choice: (name) => choiceOf(caseId, name),
    amount: (id) => {
      const amount = entryOf(caseId, workedField(caseId, id));
      if (amount === null || typeof amount === 'boolean') throw new Error(`${keyOf(caseId, id)} is blank, and another field needs it.`);
      return amount;
    },
    answer: (id) => entryOf(caseId, workedField(caseId, id)) === true,
    text: (name) => textOf(find(caseId, name)),
  });

  const choiceOf = (caseId: string, name: string): boolean => {
    const [, asked = '', how = '', option = ''] = /^(.*?)(?:([?=])(.*))?$/.exec(name) ?? [];
    const found = find(caseId, asked);
    if (found.field.field === 'words') return found.field.is.value(figuresOf(found.caseId)) === 'Yes';
    if (found.field.field === 'worked') return entryOf(found.caseId, found.field.entry) === true;
    const value = values.get(keyOf(found.caseId, idOf(found.field))) ?? null;
    if (how === '?') return found.field.field === 'typed' ? value !== null && value !== '' : amountOf(found.caseId, found.field) !== null;
    return value === (how === '=' ? option : 'Yes');
  };

  const textOf = (found: { readonly caseId: string; readonly field: Field }): string => {
    if (found.field.field === 'words') return found.field.is.value(figuresOf(found.caseId));
    const value = values.get(keyOf(found.caseId, idOf(found.field)));
    return typeof value === 'string' ? value : '';
  };

  /** Everything that a tab shows is worked out now, so that whatever is refused is refused here. */
  const said = new Map<string, string>();
  const entriesOf = new Map<string, FormEntry[]>();
  for (const block of blocks) {
    for (const { id } of block.cases) {
      const inCase = entriesOf.get(id) ?? [];
      for (const field of block.fields) {
        if (field.field === 'words') said.set(keyOf(id, field.id), field.is.value(figuresOf(id)));
        else amountOf(id, field);
        if (field.field === 'worked') inCase.push(field.entry);
      }
      entriesOf.set(id, inCase);
    }
  }

  const explained = new Map<string, FilledForm>();
  const formOf = (caseId: string): FilledForm => {
    const figures = figuresOf(caseId);
    const form = explained.get(caseId) ?? fillIn(entriesOf.get(caseId) ?? [], { settings, input: figures.input, choice: figures.choice });
    explained.set(caseId, form);
    return form;
  };
  return {
    settings,
    amount: (caseId, fieldId) => amountOf(caseId, find(caseId, fieldId).field),
    answer: (caseId, fieldId) => figuresOf(caseId).answer(fieldId),
    words: (caseId, fieldId) => {
      const { field } = find(caseId, fieldId);
      const value = field.field === 'typed' ? values.get(keyOf(caseId, fieldId)) : said.get(keyOf(caseId, fieldId));
      return typeof value === 'string' ? value : '';
    },
    explain: (caseId, fieldId) => formOf(caseId).explain(fieldId),
  };
};

/** The sentences of the block that is a text to be copied, as they read for these figures. */
export const copiedText = ({ copied, blocks }: Planner, year: number, worked: Worked): readonly CopyText[] => {
  const block = blocks(year).find(({ id }) => id === copied?.block);
  if (!copied || !block) return [];
  const lines = block.cases.flatMap(({ id }) => block.fields.map((field) => worked.words(id, idOf(field)))).filter((line) => line !== '');
  return [{ title: copied.title, lines }];
};
