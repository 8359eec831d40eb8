import type { Unit } from '../engine/term';
import { choice, readTyped } from './kinds';
import type { Planner } from './planner';

/** The unit in which a planner reckons, at the head of its tab: the user's to choose, unless its rules know cents only. */
export const roundingField = {
  id: 'rounding',
  label: 'Rounding: "cents" or "whole dollars"',
  kind: choice('cents', 'whole dollars'),
  start: 'cents',
} as const;

export const roundingKey = `${roundingField.id}:${roundingField.id}`;

/** @throws Refusal for a unit that there is none of. */
export const unitOf = ({ unit }: Planner, given: Readonly<Record<string, unknown>>): Unit => {
  if (unit) return unit;
  const said = readTyped(roundingField.kind, roundingKey in given ? given[roundingKey] : roundingField.start, roundingField.label);
  return said === 'cents' ? 'cents' : 'dollars';
};
