import type { Truth } from '../engine/words';

/** Whether something stands in a typed cell that may be left blank. Only then may its amount be used. */
export const isGiven = (name: string, yes: string, no: string): Truth => ({
  value: (figures) => figures.choice(`${name}?`) === true,
  formula: (cells) => `ISNUMBER(${cells.input(name)})`,
  says: (figures) => (figures.choice(`${name}?`) ? yes : no),
});

/** Whether one option was chosen from several. */
export const selected = (name: string, option: string, yes: string, no: string): Truth => ({
  value: (figures) => figures.choice(`${name}=${option}`) === true,
  formula: (cells) => `EXACT(${cells.input(name)},"${option}")`,
  says: (figures) => (figures.choice(`${name}=${option}`) ? yes : no),
});
