/**
 * A planner's tab against the engine, on made-up inputs: a sheet for each, with the tab's own formulas at the tab's own
 * addresses, recalculated by programs that are not ours. Only what a person types differs from sheet to sheet.
 */
import type { Planner } from '../../../src/planner/planner';
import { idOf } from '../../../src/planner/planner';
import { placesOf, at } from '../../../src/planner/place';
import { plannerTab } from '../../../src/planner/tab';
import { typedFields, workOut, type Typed } from '../../../src/planner/work';
import type { Content } from '../../../src/worksheet/layout';
import type { SheetToCalculate, ShownAt } from '../../support/recalculated';

export interface MadeUp {
  readonly planner: Planner;
  readonly year: number;
  readonly given: readonly Typed[];
  /** The cases that are written and compared for an input, where the tab is long; those they refer to among them. */
  readonly cases?: (index: number) => (caseId: string) => boolean;
}

interface Sheet extends SheetToCalculate {
  readonly planner: Planner;
  readonly year: number;
  readonly given: Typed;
  readonly has: (caseId: string) => boolean;
}

export const sheetsOf = (madeUp: readonly MadeUp[]): readonly Sheet[] => madeUp.flatMap(({ planner, year, given, cases }) => given.map((typed, index) => {
  const has = cases?.(index) ?? (() => true);
  const places = placesOf(planner, year);
  const left = new Set(planner.blocks(year).flatMap((block) => block.cases.filter(({ id }) => !has(id)).flatMap(({ id }) => block.fields.map((field) => {
    const { column, row } = places.cellOf(id, idOf(field));
    return at(column, row);
  }))));
  const { cells } = plannerTab({ planner, year, person: planner.of === 'person' ? 'T' : null, given: typed as Record<string, Content>, standing: false });
  return {
    title: `${planner.id} ${year} ${index + 1}`,
    planner,
    year,
    given: typed,
    has,
    cells: cells.flatMap((row, r) => row.flatMap((content, c) => (content === '' || content === null || left.has(at(c + 1, r + 1)) ? [] : [[at(c + 1, r + 1), content] as const]))),
  };
}));

/** Every figure, answer and verdict of every sheet equals the engine's. Returns how many were compared. */
export const compare = (sheets: readonly Sheet[], shownAt: ShownAt): number => {
  let compared = 0;
  for (const { title, planner, year, given, has } of sheets) {
    const worked = workOut(planner, year, given);
    const places = placesOf(planner, year);
    for (const block of planner.blocks(year)) {
      for (const { id } of block.cases.filter((one) => has(one.id))) {
        for (const field of block.fields) {
          if (field.field === 'typed') continue;
          const { column, row } = places.cellOf(id, idOf(field));
          const there = shownAt(title, at(column, row));
          const here = field.field === 'words' ? worked.words(id, field.id)
            : field.field === 'worked' && field.entry.kind === 'question' ? (worked.answer(id, field.entry.id) ? 'Yes' : 'No')
              : worked.amount(id, idOf(field)) ?? '';
          const agrees = typeof here === 'string' ? there === here || (here === '' && (there === null || there === undefined))
            : typeof there === 'number' && here.minus(there).abs().lessThan(idOf(field) === '10' ? '1.01e-10' : '0.00001');
          if (!agrees) {
            throw new Error(`${title}, ${id}, ${idOf(field)} at ${at(column, row)}: the sheet shows ${String(there)}, the engine has ${String(here)}: ${JSON.stringify(given)}`);
          }
          compared += 1;
        }
      }
    }
  }
  return compared;
};

/** What stands in the typed cells of a new tab, with some of it replaced. */
export const startingWith = (planner: Planner, year: number, change: Typed): Typed => ({
  ...Object.fromEntries(typedFields(planner, year).map(({ key, field, of }) => [key, field.start?.(of.id) ?? null])), ...change,
});
