import { coveredYears } from '../law';
import { quoted } from '../cells/quoted';
import { Refusal } from '../engine/refusal';
import { persons, type Person } from '../plan/plan';
import type { Content } from '../worksheet/layout';
import { isReadAmount, linkTo } from './fromForm';
import { allowed, enteredAs } from './kinds';
import type { Identity } from './names';
import { planners } from './planners';
import { roundingField, roundingKey } from './rounding';
import { typedFields } from './work';

/** What is asked for: a planner's tab, and what the user gives for its cells; what is not given stays as it stands on the tab. */
export interface PlannerRequest extends Identity {
  readonly given: Readonly<Record<string, Content>>;
  /** The same as the engine takes it: a number where the cell gets a link. */
  readonly values: Readonly<Record<string, number | string | null>>;
}

const refuse = (argument: string, value: unknown, limit: string): never => {
  throw new Refusal('NOT_A_CHOICE', argument, quoted(value), limit, `${argument} is ${quoted(value)}; it must be ${limit}.`);
};

/**
 * Reads a request: `{ planner, year, person, given }`. What is given for a cell is a number, or text as a person types it
 * ("7,000", "24%", "end of year"), or an amount that was read from ranges (fromForm.ts); null empties the cell.
 *
 * @throws Refusal for anything that is none of the planner's, and for text that its cell does not allow.
 */
export const readRequest = (request: unknown): PlannerRequest => {
  const asked = (typeof request === 'object' && request !== null ? request : {}) as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(asked).find((key) => !['planner', 'year', 'person', 'given'].includes(key));
  if (unknown !== undefined) refuse('request', unknown, 'one of planner, year, person, given');
  const planner = planners.find(({ id }) => id === asked.planner) ?? refuse('planner', asked.planner, planners.map(({ id }) => id).join(', '));
  const years = planner.years ?? coveredYears;
  const year = years.find((covered) => covered === asked.year) ?? refuse('year', asked.year, `a tax year from ${years[0]} to ${years.at(-1)}`);
  const person: Person | null = planner.of === 'household' ? null : persons.find((one) => one === asked.person) ?? refuse('person', asked.person, '"T" or "S"');
  const given = (asked.given ?? {}) as Readonly<Record<string, unknown>>;
  const cells = new Map([
    ...(planner.unit ? [] : [[roundingKey, { kind: roundingField.kind, label: roundingField.label }] as const]),
    ...typedFields(planner, year).map(({ key, field, of }) => [key, { kind: field.kind, label: of.heading === '' ? field.label : `${field.label} (${of.heading})` }] as const),
  ] as const);
  const entered = Object.entries(given).map(([key, value]): { readonly key: string; readonly content: Content; readonly value: number | string | null } => {
    const cell = cells.get(key) ?? refuse('given', key, [...cells.keys()].join(', '));
    if (isReadAmount(value)) return { key, content: linkTo(value), value: value.amount };
    if (value !== null && typeof value !== 'number' && typeof value !== 'string') return refuse(cell.label, value, `a number or text. ${allowed(cell.kind)}`);
    const content = typeof value === 'string' ? enteredAs(cell.kind, value, cell.label) : value;
    return { key, content, value: content };
  });
  return {
    planner,
    year,
    person,
    given: Object.fromEntries(entered.map(({ key, content }) => [key, content])),
    values: Object.fromEntries(entered.map(({ key, value }) => [key, value])),
  };
};
