import type { Block } from './block';

/** Tick marks are the firm's own: these are suggestions, and every one of them can be written over. */
const suggested = [
  ['a', 'Agreed to the source cell'],
  ['b', 'Agreed to Form 8606 as filed'],
  ['c', 'Agreed to Form 1099-R'],
  ['d', 'Agreed to Form 5498'],
  ['e', 'Agreed to the statement of the institution'],
  ['f', 'Footed, or worked out again'],
  ['?', 'Not resolved'],
] as const;

export const legend: Block = {
  title: 'Tick marks   Yours to change',
  rows: suggested.map(([mark, meaning], index) => ({ id: `Tick mark ${index + 1}`, mark, label: () => meaning, preparers: ['mark', 'label'] })),
};
