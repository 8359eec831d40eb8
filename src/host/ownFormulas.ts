/** The formulas of a workbook that call the add-in's functions, and all formulas that depend on them, calculated. */
import type { CellPosition } from './backend';
import { CellSet, dependentsOf } from './dependents';
import { expand } from './expand';
import { functionsIn } from './formula';
import { formulaCells, wordsOf } from './formulaCells';
import type { Book } from './model/book';
import type { ReadAtWork } from './readAtWork';

/**
 * `namespace`: of the add-in's functions, for example `BASIS`. `readAtWork`: of the book as it was opened. Gives the formulas that
 * were found to depend on the add-in's by what they read at work; others may read those at work in their turn.
 */
export async function calculateOwnFormulas(book: Book, namespace: string, readAtWork: ReadAtWork): Promise<readonly CellPosition[]> {
  const found = new Map<string, CellPosition>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    await book.backend.calculate(ownFormulas(book, namespace, [...found.values()]));
    for (const at of await readAtWork.moved()) found.set(`${at.sheet} ${at.row} ${at.column}`, at);
  }
  return [...found.values()];
}

/** `moved`: formulas that count as such because of what they read at work. */
export function ownFormulas(book: Book, namespace: string, moved: readonly CellPosition[] = []): readonly CellPosition[] {
  const { worksheets } = book;
  const words = wordsOf(book);
  const formulas = formulaCells(book);
  const idOf = new Map(worksheets.map(({ id, name }) => [name, id]));
  const prefix = `${namespace.toUpperCase()}.`;
  const atWork = new CellSet();
  for (const { sheet, row, column } of moved) atWork.add({ sheet: worksheets.find(({ id }) => id === sheet)!.name, row, column });
  const roots = formulas.filter((cell) => atWork.has(cell) || functionsIn(expand(cell.formula, cell, words)).some((name) => name.startsWith(prefix)));
  const dependents = dependentsOf(
    roots.map(({ sheet, row, column, area }) => ({ sheet, area: area ?? { top: row, left: column, bottom: row, right: column } })),
    formulas, words, worksheets.map(({ name }) => name),
  );
  roots.forEach((cell) => dependents.add(cell));
  return formulas
    .filter((cell) => dependents.has(cell))
    .map(({ sheet, row, column }) => ({ sheet: idOf.get(sheet)!, row, column }));
}
