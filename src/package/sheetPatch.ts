import { areaOf, contains, placeOf, requirePlace, type Place } from './address';
import { arraysOf, withArrays } from './arrays';
import { placeCells, type AddedCell } from './cellPlacing';
import { cellXml, valueXml } from './cellXml';
import type { CellChange, CellStyle, CellValue } from './content';
import type { DynamicArrays } from './dynamicArrays';
import { damaged, PackageError } from './error';
import { toFile } from './formulaToFile';
import { SharedFormulas } from './sharedFormulas';
import type { CellXml, RowXml, SheetXml } from './sheetXml';
import type { StyleEditor } from './styleEditor';
import type { SheetTable } from './tables';
import { escapeXstring, splice, withAttributes, type Splice } from './xml';

/** What a sheet's changes are written with: the parts of the workbook that they may add to or refer to. */
export interface SheetTools {
  readonly styles: StyleEditor;
  readonly dynamicArrays: DynamicArrays;
  readonly tables: readonly SheetTable[];
  hasSheet(name: string): boolean;
  readonly links: number;
  /** The value that a cell has in the file. */
  valueOf(cell: CellXml): CellValue;
}

export interface PatchedSheet {
  readonly xml: string;
  /** Whether a formula came, went, or turned from an array formula into another or back: the calculation chain lists them. */
  readonly formulasMoved: boolean;
}

/** The sheet's XML with the changes spliced in cell by cell; everything else in it stays as it is. */
export function patchSheet(sheet: SheetXml, name: string, wanted: readonly CellChange[], tools: SheetTools): PatchedSheet {
  return new SheetPatch(sheet, name, tools).apply(wanted);
}

class SheetPatch {
  private readonly cells = new Map<string, CellXml>();
  private readonly rows = new Map<number, RowXml>();
  private readonly splices: Splice[] = [];
  private formulasMoved = false;

  constructor(
    private readonly sheet: SheetXml,
    private readonly name: string,
    private readonly tools: SheetTools,
  ) {
    sheet.rows.forEach((row, i) => this.requireOrder(row, sheet.rows[i - 1]?.number ?? 0));
    for (const row of sheet.rows) {
      this.rows.set(row.number, row);
      row.cells.forEach((cell) => this.cells.set(cell.address, cell));
    }
  }

  apply(wanted: readonly CellChange[]): PatchedSheet {
    const arrays = arraysOf(this.cells.values(), this.tools.dynamicArrays.marks);
    const changes = withArrays(this.byAddress(wanted), {
      sheet: this.name,
      arrays,
      cellAt: (address) => this.cells.get(address),
    });
    const added: AddedCell[] = [];
    this.unshare(changes);
    for (const change of changes.values()) {
      const place = requirePlace(change.address, this.name);
      this.checkTableHeader(change, place);
      const cell = this.cells.get(change.address);
      if (cell) {
        this.changeCell(cell, change);
      } else {
        const xml = this.newCell(change, place);
        if (xml !== undefined) {
          added.push({ place, xml });
        }
      }
    }
    this.splices.push(...placeCells(this.sheet, added));
    return { xml: splice(this.sheet.xml, this.splices), formulasMoved: this.formulasMoved };
  }

  private byAddress(wanted: readonly CellChange[]): Map<string, CellChange> {
    const changes = new Map<string, CellChange>();
    for (const change of wanted) {
      requirePlace(change.address, this.name);
      if (changes.has(change.address)) {
        throw new PackageError(
          'ADDRESS',
          `The cell ${change.address} of the sheet "${this.name}" would be changed twice at once.`,
        );
      }
      if (change.keepFormula && change.formula !== undefined) {
        throw new PackageError(
          'FORMULA',
          `For ${this.where(change.address)} a new formula is given, and the old one is to be kept: only one is possible.`,
        );
      }
      changes.set(change.address, change);
    }
    return changes;
  }

  private where(address: string): string {
    return `the cell ${address} of the sheet "${this.name}"`;
  }

  /** Splicing relies on the order that the standard asks for; a file without it is what Excel repairs. */
  private requireOrder(row: RowXml, last: number): void {
    const isOrdered = row.cells.every((cell, i) => i === 0 || cell.column > (row.cells[i - 1]?.column ?? 0));
    if (row.number <= last || !isOrdered) {
      throw damaged(`Row ${row.number} of the sheet "${this.name}" is out of order in the file`);
    }
  }

  /** Excel offers to repair a table whose header cells differ from its column names. */
  private checkTableHeader(change: CellChange, place: Place): void {
    for (const table of this.tools.tables) {
      const area = areaOf(table.ref);
      if (table.hasHeader && area && contains(area, place) && place.row === area.top) {
        const column = table.columns[place.column - area.left];
        if (change.value !== column || change.formula !== undefined) {
          throw new PackageError(
            'TABLE',
            `The cell ${change.address} of the sheet "${this.name}" is the header "${column}" of the table ${table.name}; ` +
              'its text is the name of the column and can only be changed in Excel.',
          );
        }
      }
    }
  }

  private noteFormula(cell: CellXml | undefined, change: CellChange): void {
    if (change.keepFormula) {
      return;
    }
    const before = cell?.formula && (cell.formula.type === 'array' ? 'array' : 'plain');
    const after = change.formula === undefined ? undefined : change.array ? 'array' : 'plain';
    this.formulasMoved ||= before !== after;
  }

  /** A shared formula whose first cell changes: the others get the formula that they had through it. */
  private unshare(changes: ReadonlyMap<string, CellChange>): void {
    const isReplaced = (cell: CellXml): boolean => changes.has(cell.address) && !changes.get(cell.address)?.keepFormula;
    const shared = new SharedFormulas([...this.cells.values()]);
    for (const cell of this.cells.values()) {
      const master = shared.masterOf(cell);
      if (master && master !== cell && isReplaced(master) && !isReplaced(cell)) {
        this.splices.push(this.ownFormula(cell, shared.textOf(cell, this.sheet.part)));
      }
    }
  }

  private ownFormula(cell: CellXml, text: string): Splice {
    const { start, openEnd, end } = cell.formula ?? cell;
    const tag = withAttributes(
      this.sheet.xml.slice(start, openEnd),
      new Map([
        ['t', null],
        ['si', null],
        ['ref', null],
      ]),
      false,
    );
    return { start, end, text: `${tag}${escapeXstring(text)}</${this.sheet.prefix}f>` };
  }

  private changeCell(cell: CellXml, change: CellChange): void {
    const isConstant = change.formula === undefined && !isFormula(cell);
    if ((change.keepFormula || isConstant) && isSame(change.value, this.tools.valueOf(cell))) {
      // Not even written anew: rich text, and values that only Excel can write, stay what they are.
      this.changeStyle(cell, change.style);
      this.growArray(cell, change);
      return;
    }
    this.noteFormula(cell, change);
    const style = this.styleOf(change, cell.style);
    if (change.keepFormula) {
      this.changeValue(cell, change, style);
      return;
    }
    const xml = cellXml({
      prefix: this.sheet.prefix,
      address: cell.address,
      style,
      ...this.formulaXml(change),
      value: this.value(change),
    });
    this.splices.push({ start: cell.start, end: cell.end, text: xml });
  }

  /** Only `<v>` and `t` change. A mark for a rich value (`vm`) belonged to the old value and goes with it. */
  private changeValue(cell: CellXml, change: CellChange, style: number): void {
    const { xml, prefix } = this.sheet;
    const value = valueXml(change.value, true, prefix, this.where(change.address));
    if (change.value === null && isFormula(cell)) {
      throw new PackageError(
        'VALUE',
        `For ${this.where(change.address)} no value is given; a formula is only written with its value.`,
      );
    }
    const attributes = new Map<string, string | null>([
      ['t', value.type],
      ['vm', null],
    ]);
    if (style !== cell.style) {
      attributes.set('s', String(style));
    }
    const isEmpty = cell.openEnd === cell.end;
    const tag = withAttributes(xml.slice(cell.start, cell.openEnd), attributes, isEmpty ? value.xml === '' : undefined);
    const closing = isEmpty && value.xml !== '' ? `${value.xml}</${prefix}c>` : '';
    this.splices.push({ start: cell.start, end: cell.openEnd, text: tag + closing });
    if (isEmpty) {
      return;
    }
    this.growArray(cell, change);
    const old = cell.valueXml ?? cell.inlineXml;
    const at = cell.formula?.end ?? cell.openEnd;
    this.splices.push(old ? { start: old.start, end: old.end, text: value.xml } : { start: at, end: at, text: value.xml });
  }

  private changeStyle(cell: CellXml, wanted: CellStyle | undefined): void {
    const style = wanted ? this.tools.styles.numberFor(cell.style, wanted, true) : cell.style;
    if (style !== cell.style) {
      const tag = withAttributes(this.sheet.xml.slice(cell.start, cell.openEnd), new Map([['s', String(style)]]));
      this.splices.push({ start: cell.start, end: cell.openEnd, text: tag });
    }
  }

  private growArray(cell: CellXml, change: CellChange): void {
    const { formula } = cell;
    if (change.array && formula && formula.ref !== change.array.ref) {
      const tag = withAttributes(this.sheet.xml.slice(formula.start, formula.openEnd), new Map([['ref', change.array.ref]]));
      this.splices.push({ start: formula.start, end: formula.openEnd, text: tag });
    }
  }

  private newCell(change: CellChange, place: Place): string | undefined {
    this.noteFormula(undefined, change);
    const style = this.styleOf(change, this.inheritedStyle(place));
    if (change.value === null && change.formula === undefined && change.style === undefined) {
      return undefined;
    }
    const { prefix } = this.sheet;
    return cellXml({ prefix, address: change.address, style, ...this.formulaXml(change), value: this.value(change) });
  }

  /** A new cell looks as its row does, else as its column: that is what a person typing there would get. */
  private inheritedStyle(place: Place): number {
    const column = this.sheet.columns.find(({ first, last }) => place.column >= first && place.column <= last);
    return this.rows.get(place.row)?.style ?? column?.style ?? 0;
  }

  private styleOf(change: CellChange, base: number): number {
    const holdsText = typeof change.value === 'string' && change.formula === undefined;
    if (change.keepFormula || change.value === null) {
      return change.style ? this.tools.styles.numberFor(base, change.style, true) : base;
    }
    return this.tools.styles.numberFor(base, change.style, holdsText);
  }

  private value(change: CellChange): ReturnType<typeof valueXml> {
    if (change.value === null && change.formula !== undefined) {
      throw new PackageError(
        'VALUE',
        `For ${this.where(change.address)} no value is given; a formula is only written with its value.`,
      );
    }
    return valueXml(
      change.value,
      change.formula !== undefined || change.keepFormula === true,
      this.sheet.prefix,
      this.where(change.address),
    );
  }

  private formulaXml(change: CellChange): { formula?: string; metadata?: number } {
    if (change.formula === undefined) {
      return {};
    }
    const place = placeOf(change.address);
    const table = this.tools.tables.find(({ ref }) => {
      const area = areaOf(ref);
      return area && place && contains(area, place);
    });
    const text = toFile(change.formula, {
      where: this.where(change.address),
      hasSheet: (name) => this.tools.hasSheet(name),
      links: this.tools.links,
      ...(table ? { table: table.name } : {}),
    });
    const { prefix } = this.sheet;
    const attributes = change.array ? ` t="array" ref="${change.array.ref}"` : '';
    return {
      formula: `<${prefix}f${attributes}>${escapeXstring(text)}</${prefix}f>`,
      ...(change.array?.dynamic ? { metadata: this.tools.dynamicArrays.mark() } : {}),
    };
  }
}

/** An empty `<f/>`, as some cells within an array formula have it, is no formula. */
const isFormula = (cell: CellXml): boolean =>
  cell.formula !== undefined && (cell.formula.text !== '' || cell.formula.type !== 'normal');

const isSame = (a: CellValue, b: CellValue): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a !== null && a.error === b?.error);
