/** The formulas of a workbook that call the add-in's functions, and all formulas that depend on them. */
import { namesInSheets, type CellPosition } from './backend';
import { dependentsOf, type FormulaCell } from './dependents';
import { expand, vocabularyOf } from './expand';
import { functionsIn } from './formula';
import type { Book } from './model/book';
import { spillAreas } from './spills';
import { keyOf } from './cellKey';

/** `namespace`: of the add-in's functions, for example `BASIS`. */
export function ownFormulas(book: Book, namespace: string): readonly CellPosition[] {
  const { backend, content, worksheets } = book;
  const words = vocabularyOf(namesInSheets(backend.names(), worksheets), content.tables);
  const formulas = worksheets.flatMap((sheet) => {
    const spills = spillAreas(book, sheet);
    return backend.filledCells(sheet.id).flatMap(({ row, column, content: { formula } }): FormulaCell[] => {
      const area = spills.get(keyOf(row, column));
      return formula === undefined ? [] : [{ sheet: sheet.name, row, column, formula, ...(area ? { area } : {}) }];
    });
  });
  const prefix = `${namespace.toUpperCase()}.`;
  const roots = formulas.filter((cell) => functionsIn(expand(cell.formula, cell, words)).some((name) => name.startsWith(prefix)));
  const dependents = dependentsOf(
    roots.map(({ sheet, row, column, area }) => ({ sheet, area: area ?? { top: row, left: column, bottom: row, right: column } })),
    formulas, words, worksheets.map(({ name }) => name),
  );
  const idOf = new Map(worksheets.map(({ id, name }) => [name, id]));
  return formulas
    .filter((cell) => dependents.has(cell) || roots.includes(cell))
    .map(({ sheet, row, column }) => ({ sheet: idOf.get(sheet)!, row, column }));
}
