/** How cells look, kept by the host itself: what an add-in sets must be there to be read again, and to be saved. */
import type { CellStyle } from '../../package/content';
import { cellsOf, contains, type Rectangle } from '../address';
import { keyOf, placeOfKey } from '../cellKey';

/** A format for more cells than this (a whole column) is kept as one layer under the cells. */
const MOST_CELLS = 100_000;

export class StyleStore {
  readonly #layers: { readonly area: Rectangle; readonly style: CellStyle }[] = [];
  readonly #cells = new Map<number, CellStyle>();

  /** What was set for a cell by the add-in; empty where nothing was. */
  at(row: number, column: number): CellStyle {
    return this.#cells.get(keyOf(row, column)) ?? this.#under(row, column);
  }

  patch(area: Rectangle, style: CellStyle): void {
    if (cellsOf(area) > MOST_CELLS) {
      this.#layers.push({ area, style });
      for (const [key, before] of this.#cells) {
        const { row, column } = placeOfKey(key);
        if (contains(area, row, column)) this.#cells.set(key, merged(before, style));
      }
      return;
    }
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        this.#cells.set(keyOf(row, column), merged(this.at(row, column), style));
      }
    }
  }

  /** Cells of the area look as a new sheet's do. */
  clear(area: Rectangle): void {
    for (let index = this.#layers.length - 1; index >= 0; index -= 1) {
      const layer = this.#layers[index]!.area;
      const inside = layer.top >= area.top && layer.bottom <= area.bottom && layer.left >= area.left && layer.right <= area.right;
      if (inside) this.#layers.splice(index, 1);
    }
    if (cellsOf(area) <= MOST_CELLS && this.#layers.length > 0) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) this.#cells.set(keyOf(row, column), {});
      }
      return;
    }
    for (const key of [...this.#cells.keys()]) {
      const { row, column } = placeOfKey(key);
      if (contains(area, row, column)) this.#cells.delete(key);
    }
  }

  /** The cells with a format of their own, in no order. */
  styledCells(): readonly { readonly row: number; readonly column: number; readonly style: CellStyle }[] {
    return [...this.#cells].map(([key, style]) => ({ ...placeOfKey(key), style }));
  }

  #under(row: number, column: number): CellStyle {
    return this.#layers.filter(({ area }) => contains(area, row, column)).reduce<CellStyle>((style, layer) => merged(style, layer.style), {});
  }
}

/** A style over another; borders are laid side by side. */
export const merged = (before: CellStyle, after: CellStyle): CellStyle =>
  (before.borders && after.borders ? { ...before, ...after, borders: { ...before.borders, ...after.borders } } : { ...before, ...after });
