import { damaged } from './error';
import { formulaAt, relativeFormula, type RelativeFormula } from './relativeFormula';
import type { CellXml } from './sheetXml';

/**
 * Shared formulas: one cell holds the text, the others only its number. A number may be used again further down; it then
 * counts from there on. A cell that stands before its formula takes the first one.
 */
export class SharedFormulas {
  private readonly masters = new Map<string, CellXml>();
  private readonly meanings = new Map<CellXml, RelativeFormula>();

  constructor(cells: readonly CellXml[]) {
    const current = new Map<string, CellXml>();
    for (const cell of cells) {
      if (isMaster(cell) && !current.has(indexOf(cell))) {
        current.set(indexOf(cell), cell);
      }
    }
    for (const cell of cells) {
      if (isMaster(cell)) {
        current.set(indexOf(cell), cell);
      }
      const master = cell.formula?.type === 'shared' ? current.get(indexOf(cell)) : undefined;
      if (master) {
        this.masters.set(cell.address, master);
      }
    }
  }

  /** The cell that holds the text of this one's formula. */
  masterOf(cell: CellXml): CellXml | undefined {
    return this.masters.get(cell.address);
  }

  /** The formula of a cell in the spelling of the file, shared or its own; empty if it has none. */
  textOf(cell: CellXml, part: string): string {
    const own = cell.formula?.text ?? '';
    if (own !== '' || cell.formula?.type !== 'shared') {
      return own;
    }
    const master = this.masterOf(cell);
    if (!master?.formula) {
      throw damaged(`The cell ${cell.address} of ${part} shares a formula that the file does not hold`);
    }
    const meaning = this.meanings.get(master) ?? relativeFormula(master.formula.text, master.address);
    this.meanings.set(master, meaning);
    return formulaAt(meaning, cell.address);
  }
}

const isMaster = (cell: CellXml): boolean => cell.formula?.type === 'shared' && cell.formula.text !== '';

const indexOf = (cell: CellXml): string => cell.formula?.sharedIndex ?? '';
