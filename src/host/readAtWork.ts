/**
 * Formulas with INDIRECT or OFFSET say only when they are calculated what they read. Whether one of them depends on a change
 * is therefore asked of the engine: it does if it gives something else afterwards than it gave before.
 */
import type { CellValue } from '../package/content';
import type { CellPosition } from './backend';
import { expand } from './expand';
import { functionsIn } from './formula';
import { formulaCells, wordsOf } from './formulaCells';
import type { Book } from './model/book';

interface Reader extends CellPosition {
  readonly formula: string;
  /** What it gave at the start, as text to compare. */
  readonly before: string;
}

export class ReadAtWork {
  private constructor(readonly book: Book, readonly readers: readonly Reader[]) {}

  /** To be asked before anything is calculated, while the saved values stand. */
  static async of(book: Book): Promise<ReadAtWork> {
    const words = wordsOf(book);
    const readers: Reader[] = [];
    for (const { sheet: name, row, column, formula } of formulaCells(book)) {
      if (!functionsIn(expand(formula, { sheet: name, row, column }, words)).some((called) => called === 'INDIRECT' || called === 'OFFSET')) continue;
      const at = { sheet: book.worksheets.find((sheet) => sheet.name === name)!.id, row, column };
      readers.push({ ...at, formula, before: await given(book, formula, at) });
    }
    return new ReadAtWork(book, readers);
  }

  /** Those that give something else by now, and are still the formulas that they were. */
  async moved(): Promise<readonly CellPosition[]> {
    const moved: CellPosition[] = [];
    for (const { formula, before, ...at } of this.readers) {
      const stands = this.book.worksheets.some(({ id }) => id === at.sheet) && this.book.backend.cell(at).formula === formula;
      if (stands && await given(this.book, formula, at) !== before) moved.push(at);
    }
    return moved;
  }
}

const given = async (book: Book, formula: string, at: CellPosition): Promise<string> => {
  const rows: readonly (readonly CellValue[])[] = await book.backend.evaluate(formula, at);
  return JSON.stringify(rows);
};
