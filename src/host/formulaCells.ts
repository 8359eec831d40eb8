/** Every formula of a workbook, with the cells over which its result spills. */
import { namesInSheets } from './backend';
import { keyOf } from './cellKey';
import type { FormulaCell } from './dependents';
import { vocabularyOf, type Vocabulary } from './expand';
import type { Book } from './model/book';
import { spillAreas } from './spills';

export const formulaCells = (book: Book): FormulaCell[] => book.worksheets.flatMap((sheet) => {
  const spills = spillAreas(book, sheet);
  return book.backend.filledCells(sheet.id).flatMap(({ row, column, content: { formula } }): FormulaCell[] => {
    const area = spills.get(keyOf(row, column));
    return formula === undefined ? [] : [{ sheet: sheet.name, row, column, formula, ...(area ? { area } : {}) }];
  });
});

/** The names and tables that they may use now. */
export const wordsOf = ({ backend, worksheets, tables }: Book): Vocabulary =>
  vocabularyOf(namesInSheets(backend.names(), worksheets), tables.map(({ words }) => words));
