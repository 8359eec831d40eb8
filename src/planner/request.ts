import { coveredYears } from '../law';
import { quoted } from '../cells/quoted';
import { Refusal } from '../engine/refusal';
import { persons, type Person } from '../plan/plan';
import type { Content } from '../worksheet/layout';
import { allowed, enteredAs } from './kinds';
import type { Identity } from './names';
import { planners } from './planners';
import { roundingField } from './rounding';
import { keyOf, typedFields } from './work';

/** What is asked for: a planner's tab, and what the user gives for its cells; what is not given stays as it stands on the tab. */
export interface PlannerRequest extends Identity {
  readonly given: Readonly<Record<string, Content>>;
}

const refuse = (argument: string, value: unknown, limit: string): never => {
  throw new Refusal('NOT_A_CHOICE', argument, quoted(value), limit, `${argument} is ${quoted(value)}; it must be ${limit}.`);
};

/**
 * Reads a request: `{ planner, year, person, given }`. What is given for a cell is a number, or text as a person types it
 * ("7,000", "24%", "end of year"); null empties the cell.
 *
 * @throws Refusal for anything that is none of the planner's, and for text that its cell does not allow.
 */
export const readRequest = (request: unknown): PlannerRequest => {
  const asked = (typeof request === 'object' && request !== null ? request : {}) as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(asked).find((key) => !['planner', 'year', 'person', 'given'].includes(key));
  if (unknown !== undefined) refuse('request', unknown, 'one of planner, year, person, given');
  const planner = planners.find(({ id }) => id === asked.planner) ?? refuse('planner', asked.planner, planners.map(({ id }) => id).join(', '));
  const year = coveredYears.find((covered) => covered === asked.year) ?? refuse('year', asked.year, `a tax year from ${coveredYears[0]} to ${coveredYears.at(-1)}`);
  const person: Person | null = planner.of === 'household' ? null : persons.find((one) => one === asked.person) ?? refuse('person', asked.person, '"T" or "S"');
  const given = (asked.given ?? {}) as Readonly<Record<string, unknown>>;
  const cells = new Map([
    [keyOf(roundingField.id, roundingField.id), { kind: roundingField.kind, label: roundingField.label }],
    ...typedFields(planner, year).map(({ key, field, of }) => [key, { kind: field.kind, label: of.heading === '' ? field.label : `${field.label} (${of.heading})` }] as const),
  ] as const);
  return {
    planner,
    year,
    person,
    given: Object.fromEntries(Object.entries(given).map(([key, value]) => {
      const cell = cells.get(key) ?? refuse('given', key, [...cells.keys()].join(', '));
      if (value === null || typeof value === 'number') return [key, value];
      if (typeof value === 'string') return [key, enteredAs(cell.kind, value, cell.label)];
      return refuse(cell.label, value, `a number or text. ${allowed(cell.kind)}`);
    })),
  };
};
