import { persons, type Person } from '../plan/plan';
import type { Planner } from './planner';

/** Which tab of a planner: a year, and whose; null where it is not of one person. */
export interface Identity {
  readonly planner: Planner;
  readonly year: number;
  readonly person: Person | null;
}

/** The workbook name by which the tab is found, whatever its title: it refers to the tab's first cell. */
export const plannerName = ({ planner, year, person }: Identity): string => `PLAN_${planner.id}_${year}${person === null ? '' : `_${person}`}`;

/** The title of a tab before it is made unique. */
export const plannerTitle = ({ planner, year, person }: Identity): string => `${planner.title} ${year}${person === null ? '' : ` ${person}`}`;

/** Which tab a workbook name stands for, or null where it is none of ours. */
export const identityOf = (name: string, planners: readonly Planner[]): Identity | null => {
  const [, id, year, letter] = /^PLAN_([A-Z0-9]+)_(\d{4})(?:_([TS]))?$/i.exec(name) ?? [];
  const planner = planners.find((one) => one.id === id?.toUpperCase());
  if (!planner || (planner.of === 'person') !== (letter !== undefined)) return null;
  return { planner, year: Number(year), person: persons.find((person) => person === letter?.toUpperCase()) ?? null };
};
