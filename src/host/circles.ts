/**
 * Formulas that read their own results, directly or through others: circular references. Excel shows 0 for them and warns;
 * an engine that takes whatever stood there before gives another figure with each calculation, and none can be stood behind.
 */
import { intersection, type Rectangle } from './address';
import { precedentsOf, type FormulaCell, type SheetArea } from './dependents';
import type { Vocabulary } from './expand';

/** The circles that can be reached from some of the formulas, each in the order in which its formulas read one another. */
export function circlesFrom(
  starts: readonly FormulaCell[], formulas: readonly FormulaCell[], words: Vocabulary, sheets: readonly string[],
): readonly (readonly FormulaCell[])[] {
  const places = new Places(formulas);
  const circles: FormulaCell[][] = [];
  const done = new Set<FormulaCell>();
  for (const start of starts) {
    if (done.has(start)) continue;
    /** From the start down to where the search is, each with what it reads and has not been looked at yet. */
    const way: { readonly cell: FormulaCell; readonly unread: FormulaCell[] }[] = [];
    const onWay = new Map<FormulaCell, number>();
    const goTo = (cell: FormulaCell): void => {
      onWay.set(cell, way.length);
      way.push({ cell, unread: precedentsOf(cell, words, sheets).flatMap((area) => places.in(area)) });
    };
    goTo(start);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const next = here.unread.pop();
      if (next === undefined) {
        way.pop();
        onWay.delete(here.cell);
        done.add(here.cell);
        continue;
      }
      const met = onWay.get(next);
      if (met !== undefined) circles.push(way.slice(met).map(({ cell }) => cell));
      else if (!done.has(next)) goTo(next);
    }
  }
  return circles;
}

/** More cells than these tell nobody more. */
const CELLS_NAMED = 8;

/** `cells`: of a circle, in the order in which they read one another. */
export function circleInWords(cells: readonly string[]): string {
  const named = cells.slice(0, CELLS_NAMED);
  const rest = cells.length - named.length;
  return `a formula reads its own result (${[...named, rest === 0 ? cells[0]! : `${rest} more`].join(' reads ')}), which is a circular reference`;
}

/** Formulas by where their results stand. */
class Places {
  readonly #columns = new Map<string, Map<number, FormulaCell[]>>();
  readonly #spilling = new Map<string, FormulaCell[]>();

  constructor(formulas: readonly FormulaCell[]) {
    for (const formula of formulas) {
      const sheet = formula.sheet.toLowerCase();
      if (formula.area) this.#spilling.set(sheet, [...(this.#spilling.get(sheet) ?? []), formula]);
      else this.#column(sheet, formula.column).push(formula);
    }
    for (const columns of this.#columns.values()) for (const cells of columns.values()) cells.sort((a, b) => a.row - b.row);
  }

  in({ sheet, area }: SheetArea): FormulaCell[] {
    const name = sheet.toLowerCase();
    const spilled = (this.#spilling.get(name) ?? []).filter(({ area: own }) => intersection(own!, area) !== null);
    const columns = [...(this.#columns.get(name) ?? [])].filter(([column]) => column >= area.left && column <= area.right);
    return [...spilled, ...columns.flatMap(([, cells]) => rowsIn(cells, area))];
  }

  #column(sheet: string, column: number): FormulaCell[] {
    const columns = this.#columns.get(sheet) ?? new Map<number, FormulaCell[]>();
    this.#columns.set(sheet, columns);
    const cells = columns.get(column) ?? [];
    columns.set(column, cells);
    return cells;
  }
}

/** Of cells in the order of their rows, those within the rows of an area. */
function rowsIn(cells: readonly FormulaCell[], { top, bottom }: Rectangle): readonly FormulaCell[] {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]!.row < top) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < cells.length && cells[end]!.row <= bottom) end += 1;
  return cells.slice(low, end);
}
