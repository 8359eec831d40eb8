/** The sentence of a function's error on its cell: Univer explains an error with a general text, which then gives way. */
import { CellAlertManagerService, CellAlertType, type ICellAlert } from '@univerjs/sheets-ui';

/** By sheet, row and column. */
export class Sentences {
  readonly #texts = new Map<string, string>();

  set(sheet: string, row: number, column: number, text: string | undefined): void {
    const key = `${sheet} ${row} ${column}`;
    if (text === undefined) this.#texts.delete(key);
    else this.#texts.set(key, text);
  }

  at(sheet: string, row: number, column: number): string | undefined {
    return this.#texts.get(`${sheet} ${row} ${column}`);
  }
}

/** Univer's alerts on cells, ours where a function said what is wrong. */
export function alertsWith(sentences: Sentences): typeof CellAlertManagerService {
  return class extends CellAlertManagerService {
    override showAlert(alert: ICellAlert): void {
      const { subUnitId, row, col } = alert.location;
      const text = alert.type === CellAlertType.ERROR ? sentences.at(subUnitId, row, col) : undefined;
      super.showAlert(text === undefined ? alert : { ...alert, message: text });
    }
  };
}
