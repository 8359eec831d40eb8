import type { Person } from '../plan/plan';

/** The workbook-level names of a tab: other workpapers and next year's tab link to them, so they never change. */
const prefix = (year: number, person: Person): string => `F8606_${year}_${person}`;

export const lineName = (year: number, person: Person, line: string): string => `${prefix(year, person)}_L${line}`;
export const carryName = (year: number, person: Person): string => `${prefix(year, person)}_CARRY`;
export const sourceName = (year: number, person: Person, number: number): string => `${prefix(year, person)}_S${number}`;

/** The number at the end of a source name of this tab, or null. */
export const sourceNumber = (name: string, year: number, person: Person): number | null => {
  const match = new RegExp(`^${prefix(year, person)}_S(\\d+)$`, 'i').exec(name);
  return match ? Number(match[1]) : null;
};

/** The title of a tab before it is made unique. */
export const tabTitle = (year: number, person: Person): string => `8606 ${year} ${person}`;

/** The sheet on which a person's years stand together is known by this name. */
export const ledgerName = (person: Person): string => `F8606_LEDGER_${person}`;
export const ledgerTitle = (person: Person): string => `8606 ledger ${person}`;
