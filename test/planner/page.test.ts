/** What is printed of a planner's tab is on the page: words that run on over empty cells end before its edge. */
import { columnWidth } from '../../src/planner/looks';
import { columns, placesOf } from '../../src/planner/place';
import type { Field } from '../../src/planner/planner';
import { planners } from '../../src/planner/planners';
import { allowed } from '../../src/planner/kinds';
import { notAdvice, plannerTab } from '../../src/planner/tab';

/** Letters of running text are narrower than the digits by which a column is measured; a sixth more of them fits, in any program. */
const LETTERS_TO_A_DIGIT = 7 / 6;
const year = 2026;

const said = (field: Field): readonly string[] => {
  switch (field.field) {
    case 'typed': return [field.hint, allowed(field.kind)];
    case 'limit': return [field.source];
    case 'worked': return [field.entry.law[0] ?? ''];
    case 'linked': case 'words': return [field.source ?? ''];
  }
};

describe.each(planners.map((planner) => [planner.title, planner] as const))('%s', (_, planner) => {
  const places = placesOf(planner, year);
  const lettersFrom = (first: number): number => {
    let width = 0;
    for (let column = first; column <= places.lastPrinted; column += 1) width += columnWidth(places, column);
    return Math.floor(width * LETTERS_TO_A_DIGIT);
  };

  it('says in its second line what it is for and what it is not', () => {
    expect(`${planner.purpose} ${notAdvice}`.length).toBeLessThanOrEqual(lettersFrom(columns.mark));
  });

  it('says once that it is no tax advice, on the tab; the pane says it above all planners', () => {
    const { cells } = plannerTab({ planner, year, person: planner.of === 'person' ? 'T' : null, given: {}, standing: false });
    expect(cells.flat().filter((content) => /tax advice/i.test(String(content)))).toHaveLength(1);
  });

  it.each([2025, 2026])('for %s says at most once, below the lines, that the words of Form 8606 are those of another year (forms/form8606/wording.ts)', (of) => {
    const { cells } = plannerTab({ planner, year: of, person: planner.of === 'person' ? 'T' : null, given: {}, standing: false });
    const worksTheFormOut = ['WHATIF', 'SPOUSES'].includes(planner.id);
    expect(cells.flat().filter((content) => /2025 wording/.test(String(content)))).toEqual(
      of === 2026 && worksTheFormOut ? ['The lines of Form 8606 for 2026: 2025 wording; the 2026 form is not yet published.'] : []);
  });

  it('has sources and hints that end on the page', () => {
    const tooLong = places.blocks.filter(({ block }) => !block.down).flatMap(({ block }) => block.fields.flatMap(said).filter((text) => text.length > lettersFrom(places.sourceOf(block))));
    expect(tooLong).toEqual([]);
  });

  it('has every chart on one page, below its block', () => {
    const breaks = plannerTab({ planner, year, person: planner.of === 'person' ? 'T' : null, given: {}, standing: false }).pageBreaks ?? [];
    for (const { first, last } of places.charts.values()) {
      expect(breaks.filter((row) => row > first && row <= last)).toEqual([]);
      // A page, upright or on its side and fitted to its width, takes 48 rows of a tab at the least.
      const page = [1, ...breaks].filter((row) => row <= first).at(-1)!;
      expect(last - page).toBeLessThanOrEqual(48);
    }
  });
});
