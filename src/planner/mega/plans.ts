import type { Case } from '../planner';

/** The plans of a year, side by side: as many as a busy year has. */
export const plans: readonly Case[] = [1, 2, 3].map((number) => ({ id: `plan ${number}`, heading: `Plan ${number}` }));

export const kinds = ['not used', '401(k)', '401(a)', '403(b)'] as const;
export const [NOT_USED, , , PLAN_403B] = kinds;

export const letters = ['A', 'B', 'C'] as const;

export const DOLLARS = 'dollars';
export const PERCENT = 'percent of pay';
