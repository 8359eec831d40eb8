/**
 * No amount, limit, rate, age or year stands in a formula of a planner's tab (users/formats.md, rule 3 for the cells): each has
 * a cell with its words and its source beside it. What may be typed into a cell stands in the one formula that counts it,
 * beside the page, and in the sentence of its row.
 */
import { placesOf } from '../../src/planner/place';
import type { Planner } from '../../src/planner/planner';
import { planners } from '../../src/planner/planners';
import { plannerTab } from '../../src/planner/tab';
import { numbersInFormula } from '../support/numbersInFormula';

const arithmetic: Readonly<Record<number, string>> = {
  0: 'nothing', 1: 'the whole of a ratio', 2: 'cents of a dollar', 4: 'the places of a rate', 9: 'the places of a ratio that programs agree on', 10: 'the base of places', 100: 'cents to a dollar',
};

const year = 2026;

/** Formulas on the printed page, and beside it all that do not count what is typed. */
const formulasOf = (planner: Planner): readonly string[] => {
  const places = placesOf(planner, year);
  const { cells } = plannerTab({ planner, year, person: planner.of === 'person' ? 'T' : null, given: {}, standing: false });
  return cells.flatMap((row) => row.flatMap((content, index) => {
    const counts = index + 1 >= places.firstCounted && index + 1 < places.flag;
    return typeof content === 'string' && content.startsWith('=') && !counts ? [content] : [];
  }));
};

it.each(planners.map((planner) => [planner.title, planner] as const))('%s: no formula holds a typed amount', (_, planner) => {
  const formulas = formulasOf(planner);
  expect(formulas.length).toBeGreaterThan(10);
  expect(formulas.filter((formula) => numbersInFormula(formula).some((number) => !(number in arithmetic)))).toEqual([]);
});

it.each(planners.map((planner) => [planner.title, planner] as const))('%s: no formula is longer than Excel takes, nor a text in it', (_, planner) => {
  for (const formula of formulasOf(planner)) {
    expect(formula.length).toBeLessThanOrEqual(8192);
    for (const [text] of formula.matchAll(/"(?:[^"]|"")*"/g)) expect(text.length - 2).toBeLessThanOrEqual(255);
  }
});
