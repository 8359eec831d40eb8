import { zero, type Decimal } from '../engine/decimal';
import { fillIn, type FilledForm, type FormEntry } from '../engine/form';
import type { Figures, Settings, Unit } from '../engine/term';
import { readTyped, type TypedValue } from './kinds';
import { idOf, type Block, type Case, type Field, type Planner, type TypedField } from './planner';
import { roundingField } from './rounding';

/** What the user gives, by `caseId:field`; what is absent is what the cell starts with. */
export type Typed = Readonly<Record<string, unknown>>;

export const keyOf = (caseId: string, fieldId: string): string => `${caseId}:${fieldId}`;

const roundingKey = keyOf(roundingField.id, roundingField.id);

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
 * Works a planner out, block after block and case after case, as its tab does.
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
  const rounding = readTyped(roundingField.kind, roundingKey in given ? given[roundingKey] : roundingField.start, roundingField.label);
  const settings: Settings = { unit: (rounding === 'cents' ? 'cents' : 'dollars') satisfies Unit, ratioPlaces: 'exact' };
  const forms = new Map<string, FilledForm>();
  const said = new Map<string, string>();

  const fieldsOf = new Map<string, ReadonlyMap<string, Field>>(blocks.flatMap((block) =>
    block.cases.map((of) => [of.id, new Map(block.fields.map((field) => [idOf(field), field]))] as const)));
  const singles = blocks.filter(({ cases }) => cases.length === 1).map(({ cases }) => cases[0]!.id);

  const find = (caseId: string, name: string): { readonly caseId: string; readonly field: Field } => {
    const [qualified, rest] = name.includes(':') ? [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)] : [null, name];
    const places = qualified === null ? [caseId, ...singles] : [qualified];
    for (const place of places) {
      const field = fieldsOf.get(place)?.get(rest);
      if (field) return { caseId: place, field };
    }
    throw new Error(`The planner ${planner.id} has no field ${name} for ${caseId}.`);
  };

  const amountOf = (caseId: string, field: Field): Decimal | null => {
    switch (field.field) {
      case 'typed': {
        const value = values.get(keyOf(caseId, field.id)) ?? null;
        return typeof value === 'string' ? null : value;
      }
      case 'limit': return field.is.amount;
      case 'linked': return field.is(caseId).value(figuresOf(caseId));
      case 'worked': {
        const form = forms.get(caseId);
        if (!form) throw new Error(`The planner ${planner.id} asks for ${keyOf(caseId, field.entry.id)} before it is worked out.`);
        return form.line(field.entry.id);
      }
      case 'words': return null;
    }
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
      const amount = forms.get(caseId)?.line(id);
      if (amount === undefined || amount === null) throw new Error(`${keyOf(caseId, id)} is blank or not worked out, and another field needs it.`);
      return amount;
    },
    answer: (id) => forms.get(caseId)?.answer(id) ?? false,
  });

  const choiceOf = (caseId: string, name: string): boolean => {
    const [, asked = '', how = '', option = ''] = /^(.*?)(?:([?=])(.*))?$/.exec(name) ?? [];
    const found = find(caseId, asked);
    if (found.field.field === 'worked') return forms.get(found.caseId)?.answer(asked.slice(asked.indexOf(':') + 1)) ?? false;
    const value = values.get(keyOf(found.caseId, idOf(found.field))) ?? null;
    if (how === '?') return value !== null;
    return value === (how === '=' ? option : 'Yes');
  };

  for (const block of blocks) {
    const entries: readonly FormEntry[] = block.fields.flatMap((field) => (field.field === 'worked' ? [field.entry] : []));
    for (const { id } of block.cases) {
      const figures = figuresOf(id);
      forms.set(id, fillIn(entries, { settings, input: figures.input, choice: figures.choice }));
      for (const field of block.fields) if (field.field === 'words') said.set(keyOf(id, field.id), field.is.value(figuresOf(id)));
    }
  }

  const formOf = (caseId: string): FilledForm => {
    const form = forms.get(caseId);
    if (!form) throw new Error(`The planner ${planner.id} has no case ${caseId}.`);
    return form;
  };
  return {
    settings,
    amount: (caseId, fieldId) => amountOf(caseId, find(caseId, fieldId).field),
    answer: (caseId, fieldId) => formOf(caseId).answer(fieldId),
    words: (caseId, fieldId) => {
      const { field } = find(caseId, fieldId);
      const value = field.field === 'typed' ? values.get(keyOf(caseId, fieldId)) : said.get(keyOf(caseId, fieldId));
      return typeof value === 'string' ? value : '';
    },
    explain: (caseId, fieldId) => formOf(caseId).explain(fieldId),
  };
};

