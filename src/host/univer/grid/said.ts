/** The sentence of a function's error on its cell: Univer explains an error with a general text, which then gives way. */
import type { CellLook } from '../../../package/looks';
import type { CellView } from '../../view';
import { CellAlertManagerService, CellAlertType, type ICellAlert } from '@univerjs/sheets-ui';

/** What the host has said of the cells beyond what Univer's cells can hold: by sheet, row and column. */
export class Said {
  readonly #cells = new Map<string, Pick<CellView, 'look' | 'sentence'>>();

  keep(sheet: string, cells: readonly CellView[]): void {
    for (const { row, column, look, sentence } of cells) {
      this.#cells.set(`${sheet} ${row} ${column}`, { look, ...(sentence === undefined ? {} : { sentence }) });
    }
  }

  sentence(sheet: string, row: number, column: number): string | undefined {
    return this.#cells.get(`${sheet} ${row} ${column}`)?.sentence;
  }

  look(sheet: string, row: number, column: number): CellLook {
    return this.#cells.get(`${sheet} ${row} ${column}`)?.look ?? {};
  }
}

/** Univer's alerts on cells, ours where a function said what is wrong. */
export function alertsWith(said: Said): typeof CellAlertManagerService {
  return class extends CellAlertManagerService {
    override showAlert(alert: ICellAlert): void {
      const { subUnitId, row, col } = alert.location;
      const text = alert.type === CellAlertType.ERROR ? said.sentence(subUnitId, row, col) : undefined;
      super.showAlert(text === undefined ? alert : { ...alert, message: text });
    }
  };
}
