import type { Content } from './layout';

/** Cells of a tab while it is put together; rows and columns count from 1. What nothing was put into is empty text. */
export class Grid {
  readonly rows: Content[][] = [];

  constructor(readonly width: number) {}

  put(column: number, row: number, content: Content): void {
    while (this.rows.length < row) this.rows.push(new Array<Content>(this.width).fill(''));
    this.rows[row - 1]![column - 1] = content;
  }

  at(column: number, row: number): Content {
    return this.rows[row - 1]?.[column - 1] ?? '';
  }
}
