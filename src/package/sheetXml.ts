import type { SaxesTagNS } from 'saxes';
import { addressOf, placeOf, type Place } from './address';
import { damaged } from './error';
import { attributesOf, decodeXstring, isTrue, prefixOf, relationshipId, scanXml, type XmlHandlers } from './xml';

/** A sheet's XML with the places of its rows and cells: what is read, and where a change is spliced in. */
export interface SheetXml {
  readonly part: string;
  readonly xml: string;
  /** `x:` where the file writes `<x:row>`. */
  readonly prefix: string;
  readonly sheetData: Stretch | undefined;
  readonly rows: readonly RowXml[];
  readonly dimension: (Stretch & { readonly ref: string }) | undefined;
  readonly columns: readonly ColumnXml[];
  readonly merges: readonly string[];
  readonly isProtected: boolean;
  /** `r:id` of each table part. */
  readonly tables: readonly string[];
}

/** The places of an element: `<`, after its opening tag, before its closing tag, after it. */
export interface Stretch {
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

export interface RowXml extends Stretch {
  readonly number: number;
  readonly hidden: boolean;
  /** The style that a new cell in this row starts with, if the row has one. */
  readonly style: number | undefined;
  readonly spans: string | undefined;
  readonly cells: readonly CellXml[];
}

export interface CellXml extends Stretch, Place {
  readonly address: string;
  readonly type: string;
  readonly style: number;
  readonly metadata: number | undefined;
  readonly formula: FormulaXml | undefined;
  /** The text of `<v>`; undefined if there is none. */
  readonly value: string | undefined;
  readonly valueXml: Stretch | undefined;
  /** The text of `<is>`. */
  readonly inlineText: string | undefined;
  readonly inlineXml: Stretch | undefined;
}

export interface FormulaXml extends Stretch {
  readonly text: string;
  readonly type: string;
  readonly ref: string | undefined;
  readonly sharedIndex: string | undefined;
}

export interface ColumnXml {
  readonly first: number;
  readonly last: number;
  readonly style: number;
  readonly hidden: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads a worksheet part. Rows and cells without an address of their own follow the one before, as the standard says. */
export function readSheetXml(xml: string, part: string): SheetXml {
  const scanner = new SheetScanner(part);
  scanXml(xml, part, scanner);
  return { part, xml, ...scanner.found };
}

type Found = Omit<SheetXml, 'part' | 'xml'>;

/** Depths of the elements within a sheet, the root being at 1. */
const DEPTH = { part: 2, row: 3, cell: 4, inCell: 5 } as const;

class SheetScanner implements XmlHandlers {
  readonly found: Mutable<Found> & { rows: RowXml[]; columns: ColumnXml[]; merges: string[]; tables: string[] } = {
    prefix: '',
    sheetData: undefined,
    rows: [],
    dimension: undefined,
    columns: [],
    merges: [],
    isProtected: false,
    tables: [],
  };

  /** Local names of the open elements; an element of another namespace has none here. */
  private readonly path: string[] = [];
  private readonly places: { readonly start: number; readonly openEnd: number }[] = [];
  private namespace = '';
  private row: (Mutable<RowXml> & { cells: CellXml[] }) | undefined;
  private cell: Mutable<CellXml> | undefined;
  private rowNumber = 0;
  private column = 0;
  private dimensionRef = '';
  private readingsOpen = 0;

  constructor(private readonly part: string) {}

  open(tag: SaxesTagNS, start: number, openEnd: number): void {
    const { path } = this;
    if (path.length === 0) {
      this.namespace = tag.uri;
      this.found.prefix = prefixOf(tag);
    }
    path.push(tag.uri === this.namespace ? tag.local : '');
    this.places.push({ start, openEnd });
    if (path[1] !== 'sheetData') {
      this.openAroundData(tag);
    } else if (path.length === DEPTH.row && path[2] === 'row') {
      this.openRow(tag, start, openEnd);
    } else if (path.length === DEPTH.cell && path[3] === 'c') {
      this.openCell(tag, start, openEnd);
    } else if (path.length >= DEPTH.inCell) {
      this.openInCell(tag, start, openEnd);
    }
  }

  close(_tag: SaxesTagNS, closeStart: number, end: number): void {
    const depth = this.path.length;
    const local = this.path.pop() ?? '';
    const { start, openEnd } = this.places.pop() ?? { start: 0, openEnd: 0 };
    const { row, cell } = this;
    if (depth === DEPTH.cell && local === 'c' && cell && row) {
      cell.closeStart = closeStart;
      cell.end = end;
      row.cells.push(cell);
      this.cell = undefined;
    } else if (cell) {
      this.closeInCell(cell, depth === DEPTH.inCell ? local : '', { start, openEnd, closeStart, end });
      this.readingsOpen -= local === 'rPh' ? 1 : 0;
    } else if (depth === DEPTH.row && local === 'row' && row) {
      row.closeStart = closeStart;
      row.end = end;
      this.found.rows.push(row);
      this.row = undefined;
    } else if (depth === DEPTH.part && local === 'sheetData') {
      this.found.sheetData = { start, openEnd, closeStart, end };
    } else if (depth === DEPTH.part && local === 'dimension') {
      this.found.dimension = { start, openEnd, closeStart, end, ref: this.dimensionRef };
    }
  }

  text(value: string): void {
    const { cell, path } = this;
    if (!cell) {
      return;
    }
    const local = path[path.length - 1];
    if (path.length === DEPTH.inCell && local === 'v') {
      cell.value = (cell.value ?? '') + value;
    } else if (path.length === DEPTH.inCell && local === 'f' && cell.formula) {
      (cell.formula as Mutable<FormulaXml>).text += value;
    } else if (path[DEPTH.inCell - 1] === 'is' && local === 't' && this.readingsOpen === 0) {
      cell.inlineText = (cell.inlineText ?? '') + value;
    }
  }

  private openAroundData(tag: SaxesTagNS): void {
    const { path, found } = this;
    const local = path[path.length - 1];
    if (path.length === DEPTH.part && local === 'dimension') {
      this.dimensionRef = valueOf(tag, 'ref') ?? '';
    } else if (path.length === DEPTH.part && local === 'sheetProtection') {
      found.isProtected = isTrue(valueOf(tag, 'sheet'));
    } else if (path.length === DEPTH.row && local === 'col') {
      found.columns.push({
        first: Number(valueOf(tag, 'min')),
        last: Number(valueOf(tag, 'max')),
        style: Number(valueOf(tag, 'style') ?? 0),
        hidden: isTrue(valueOf(tag, 'hidden')),
      });
    } else if (path.length === DEPTH.row && local === 'mergeCell') {
      found.merges.push(valueOf(tag, 'ref') ?? '');
    } else if (path.length === DEPTH.row && local === 'tablePart') {
      found.tables.push(relationshipId({ attributes: attributesOf(tag) }) ?? '');
    }
  }

  private openRow(tag: SaxesTagNS, start: number, openEnd: number): void {
    const given = valueOf(tag, 'r');
    this.rowNumber = given === undefined ? this.rowNumber + 1 : Number(given);
    this.column = 0;
    this.row = {
      start,
      openEnd,
      closeStart: openEnd,
      end: openEnd,
      number: this.rowNumber,
      hidden: isTrue(valueOf(tag, 'hidden')),
      style: isTrue(valueOf(tag, 'customFormat')) ? Number(valueOf(tag, 's') ?? 0) : undefined,
      spans: valueOf(tag, 'spans'),
      cells: [],
    };
  }

  private openCell(tag: SaxesTagNS, start: number, openEnd: number): void {
    const given = valueOf(tag, 'r');
    const place = given === undefined ? { row: this.rowNumber, column: this.column + 1 } : placeOf(given);
    if (!place || place.row !== this.rowNumber) {
      throw damaged(`The part ${this.part} has a cell "${given}" in row ${this.rowNumber}`);
    }
    this.column = place.column;
    const metadata = valueOf(tag, 'cm');
    this.cell = {
      start,
      openEnd,
      closeStart: openEnd,
      end: openEnd,
      row: place.row,
      column: place.column,
      address: given?.toUpperCase() ?? addressOf(place),
      type: valueOf(tag, 't') ?? 'n',
      style: Number(valueOf(tag, 's') ?? 0),
      metadata: metadata === undefined ? undefined : Number(metadata),
      formula: undefined,
      value: undefined,
      valueXml: undefined,
      inlineText: undefined,
      inlineXml: undefined,
    };
  }

  private openInCell(tag: SaxesTagNS, start: number, openEnd: number): void {
    const { cell, path } = this;
    const local = path[path.length - 1];
    if (!cell) {
      return;
    }
    if (path.length > DEPTH.inCell) {
      this.readingsOpen += local === 'rPh' ? 1 : 0;
    } else if (local === 'f') {
      cell.formula = {
        start,
        openEnd,
        closeStart: openEnd,
        end: openEnd,
        text: '',
        type: valueOf(tag, 't') ?? 'normal',
        ref: valueOf(tag, 'ref'),
        sharedIndex: valueOf(tag, 'si'),
      };
    } else if (local === 'v') {
      cell.value = '';
    } else if (local === 'is') {
      cell.inlineText = '';
    }
  }

  private closeInCell(cell: Mutable<CellXml>, local: string, { start, openEnd, closeStart, end }: Stretch): void {
    if (local === 'f' && cell.formula) {
      const { text, type, ref, sharedIndex } = cell.formula;
      cell.formula = { start, openEnd, closeStart, end, text: decodeXstring(text), type, ref, sharedIndex };
    } else if (local === 'v') {
      cell.valueXml = { start, openEnd, closeStart, end };
    } else if (local === 'is') {
      cell.inlineXml = { start, openEnd, closeStart, end };
    }
  }
}

const valueOf = (tag: SaxesTagNS, name: string): string | undefined => tag.attributes[name]?.value;
