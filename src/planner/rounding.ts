import { choice } from './kinds';

/** The unit in which every planner reckons, at the head of its tab. */
export const roundingField = {
  id: 'rounding',
  label: 'Rounding: "cents" or "whole dollars"',
  kind: choice('cents', 'whole dollars'),
  start: 'cents',
} as const;
