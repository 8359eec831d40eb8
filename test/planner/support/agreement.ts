/**
 * A planner's tab against the engine, on made-up inputs: a sheet for each, with the tab's own formulas at the tab's own
 * addresses, recalculated by programs that are not ours. Only what a person types differs from sheet to sheet.
 */
import type { Decimal } from '../../../src/engine/decimal';
import type { Planner } from '../../../src/planner/planner';
import { idOf } from '../../../src/planner/planner';
import { at, columns, placesOf } from '../../../src/planner/place';
import { roundingKey } from '../../../src/planner/rounding';
import { plannerTab } from '../../../src/planner/tab';
import { typedFields, workOut, type Typed } from '../../../src/planner/work';
import type { Content } from '../../../src/worksheet/layout';
import type { SheetToCalculate, ShownAt } from '../../support/recalculated';

export interface MadeUp {
  readonly planner: Planner;
  readonly year: number;
  readonly given: readonly Typed[];
  /** No other inputs are possible. */
  readonly all?: true;
  /** The cases that are written and compared for an input, where the tab is long; those they refer to among them. */
  readonly cases?: (index: number) => (caseId: string) => boolean;
}

interface Sheet extends SheetToCalculate {
  readonly planner: Planner;
  readonly has: (caseId: string) => boolean;
  /** What the engine has, by the cell that shows it; worked out once for both programs. */
  readonly here: () => readonly Figure[];
}

interface Figure {
  readonly address: string;
  readonly of: string;
  readonly is: Decimal | string;
  readonly within: string;
}

export const sheetsOf = (madeUp: readonly MadeUp[]): readonly Sheet[] => madeUp.flatMap(({ planner, year, given, cases }) => {
  const places = placesOf(planner, year);
  const blocks = planner.blocks(year);
  const typed = new Map([[at(places.rounding.column, places.rounding.row), roundingKey] as const, ...typedFields(planner, year).map(({ key, field, of }) => {
    const { column, row } = places.cellOf(of.id, field.id);
    return [at(column, row), key] as const;
  })]);
  // Labels, sources and what may be typed are words that no figure is worked out from.
  const sources = new Map(places.blocks.flatMap(({ block, titleRow, lastRow }) => Array.from({ length: lastRow - titleRow + 1 }, (_, of) => [titleRow + of, places.sourceOf(block)] as const)));
  const isWords = (column: number, row: number): boolean => column <= columns.label || column === places.flag || column === sources.get(row);
  const layout = plannerTab({ planner, year, person: planner.of === 'person' ? 'T' : null, given: {}, standing: false }).cells
    .flatMap((row, r) => row.flatMap((content, c) => (isWords(c + 1, r + 1) ? [] : [[at(c + 1, r + 1), content] as const])));
  const caseAt = new Map(blocks.flatMap((block) => block.cases.flatMap(({ id }) => block.fields.map((field) => {
    const { column, row } = places.cellOf(id, idOf(field));
    return [at(column, row), id] as const;
  }))));
  return given.map((input, index): Sheet => {
    const has = cases?.(index) ?? (() => true);
    let figures: readonly Figure[] | null = null;
    return {
      title: `${planner.id} ${year} ${index + 1}`,
      planner,
      has,
      cells: layout.flatMap(([address, start]) => {
        const of = caseAt.get(address);
        const key = typed.get(address);
        const content = key !== undefined && key in input ? input[key] as Content : start;
        return content === '' || content === null || (of !== undefined && !has(of)) ? [] : [[address, content] as const];
      }),
      here: () => (figures ??= figuresOf(planner, year, input, has)),
    };
  });
});

const figuresOf = (planner: Planner, year: number, given: Typed, has: (caseId: string) => boolean): readonly Figure[] => {
  const worked = workOut(planner, year, given);
  const places = placesOf(planner, year);
  return planner.blocks(year).flatMap((block) => block.cases.filter(({ id }) => has(id)).flatMap(({ id }) => block.fields.flatMap((field): readonly Figure[] => {
    if (field.field === 'typed') return [];
    const { column, row } = places.cellOf(id, idOf(field));
    const is = field.field === 'words' ? worked.words(id, field.id)
      : field.field === 'worked' && field.entry.kind === 'question' ? (worked.answer(id, field.entry.id) ? 'Yes' : 'No')
        : worked.amount(id, idOf(field)) ?? '';
    return [{ address: at(column, row), of: `${id}, ${idOf(field)} of ${JSON.stringify(given)}`, is, within: idOf(field) === '10' ? '1.01e-10' : '0.00001' }];
  })));
};

/** Every figure, answer and verdict of every sheet equals the engine's. Returns how many were compared. */
export const compare = (sheets: readonly Sheet[], shownAt: ShownAt): number => {
  let compared = 0;
  for (const { title, here } of sheets) {
    for (const { address, of, is, within } of here()) {
      const there = shownAt(title, address);
      const agrees = typeof is === 'string' ? there === is || (is === '' && (there === null || there === undefined))
        : typeof there === 'number' && is.minus(there).abs().lessThan(within);
      if (!agrees) throw new Error(`${title} at ${address}: the sheet shows ${String(there)}, the engine has ${String(is)}: ${of}`);
      compared += 1;
    }
  }
  return compared;
};
