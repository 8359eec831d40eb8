import type { SaxesTagNS } from 'saxes';
import { addressOf, placeOf, type Place } from './address';
import { PackageError } from './error';
import { attributesOf, decodeXstring, isTrue, prefixOf, relationshipId, scanXml } from './xml';

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
  const sheet: Mutable<SheetXml> & { rows: RowXml[]; columns: ColumnXml[]; merges: string[]; tables: string[] } = {
    part,
    xml,
    prefix: '',
    sheetData: undefined,
    rows: [],
    dimension: undefined,
    columns: [],
    merges: [],
    isProtected: false,
    tables: [],
  };
  const path: string[] = [];
  const places: { start: number; openEnd: number }[] = [];
  let namespace = '';
  let row: (Mutable<RowXml> & { cells: CellXml[] }) | undefined;
  let cell: Mutable<CellXml> | undefined;
  let rowNumber = 0;
  let column = 0;
  let dimensionRef = '';
  let phonetic = 0;

  const startRow = (tag: SaxesTagNS, start: number, openEnd: number): void => {
    const given = valueOf(tag, 'r');
    rowNumber = given === undefined ? rowNumber + 1 : Number(given);
    column = 0;
    row = {
      start,
      openEnd,
      closeStart: openEnd,
      end: openEnd,
      number: rowNumber,
      hidden: isTrue(valueOf(tag, 'hidden')),
      style: isTrue(valueOf(tag, 'customFormat')) ? Number(valueOf(tag, 's') ?? 0) : undefined,
      spans: valueOf(tag, 'spans'),
      cells: [],
    };
  };

  const startCell = (tag: SaxesTagNS, start: number, openEnd: number): void => {
    const given = valueOf(tag, 'r');
    const place = given === undefined ? { row: rowNumber, column: column + 1 } : placeOf(given);
    if (!place || place.row !== rowNumber) {
      throw new PackageError('DAMAGED', `The part ${part} has a cell "${given}" in row ${rowNumber}. Open and save the file in Excel, then try again.`);
    }
    column = place.column;
    const metadata = valueOf(tag, 'cm');
    cell = {
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
  };

  const inCell = (tag: SaxesTagNS, start: number, openEnd: number): void => {
    if (!cell) {
      return;
    }
    const stretch = { start, openEnd, closeStart: openEnd, end: openEnd };
    if (path.length === 5 && tag.local === 'f') {
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
    } else if (path.length === 5 && tag.local === 'v') {
      cell.value = '';
      cell.valueXml = stretch;
    } else if (path.length === 5 && tag.local === 'is') {
      cell.inlineText = '';
      cell.inlineXml = stretch;
    }
    phonetic += tag.local === 'rPh' ? 1 : 0;
  };

  scanXml(xml, part, {
    open(tag, start, openEnd) {
      if (path.length === 0) {
        namespace = tag.uri;
        sheet.prefix = prefixOf(tag);
      }
      path.push(tag.uri === namespace ? tag.local : '');
      places.push({ start, openEnd });
      if (path[1] === 'sheetData') {
        if (path.length === 3 && path[2] === 'row') {
          startRow(tag, start, openEnd);
        } else if (path.length === 4 && path[3] === 'c') {
          startCell(tag, start, openEnd);
        } else if (path.length > 4) {
          inCell(tag, start, openEnd);
        }
      } else if (path.length === 2 && path[1] === 'dimension') {
        dimensionRef = valueOf(tag, 'ref') ?? '';
      } else if (path.length === 2 && path[1] === 'sheetProtection') {
        sheet.isProtected = isTrue(valueOf(tag, 'sheet'));
      } else if (path.length === 3 && path[2] === 'col') {
        sheet.columns.push({
          first: Number(valueOf(tag, 'min')),
          last: Number(valueOf(tag, 'max')),
          style: Number(valueOf(tag, 'style') ?? 0),
          hidden: isTrue(valueOf(tag, 'hidden')),
        });
      } else if (path.length === 3 && path[2] === 'mergeCell') {
        sheet.merges.push(valueOf(tag, 'ref') ?? '');
      } else if (path.length === 3 && path[2] === 'tablePart') {
        sheet.tables.push(relationshipId({ attributes: attributesOf(tag) }) ?? '');
      }
    },
    close(_tag, closeStart, end) {
      const depth = path.length;
      const local = path.pop() ?? '';
      const opened = places.pop() ?? { start: 0, openEnd: 0 };
      const stretch = { start: opened.start, openEnd: opened.openEnd, closeStart, end };
      if (depth === 2 && local === 'sheetData') {
        sheet.sheetData = stretch;
      } else if (depth === 2 && local === 'dimension') {
        sheet.dimension = { ...stretch, ref: dimensionRef };
      } else if (depth === 3 && local === 'row' && row) {
        row.closeStart = closeStart;
        row.end = end;
        sheet.rows.push(row);
        row = undefined;
      } else if (depth === 4 && local === 'c' && cell && row) {
        cell.closeStart = closeStart;
        cell.end = end;
        row.cells.push(cell);
        cell = undefined;
      } else if (cell && depth === 5 && local === 'f' && cell.formula) {
        const { text, type, ref, sharedIndex } = cell.formula;
        cell.formula = { start: stretch.start, openEnd: stretch.openEnd, closeStart, end, text: decodeXstring(text), type, ref, sharedIndex };
      } else if (cell && depth === 5 && local === 'v') {
        cell.valueXml = stretch;
      } else if (cell && depth === 5 && local === 'is') {
        cell.inlineXml = stretch;
      } else if (cell && local === 'rPh') {
        phonetic -= 1;
      }
    },
    text(value) {
      const depth = path.length;
      const local = path[depth - 1];
      if (!cell) {
        return;
      }
      if (depth === 5 && local === 'v') {
        cell.value = (cell.value ?? '') + value;
      } else if (depth === 5 && local === 'f' && cell.formula) {
        (cell.formula as Mutable<FormulaXml>).text += value;
      } else if (depth > 5 && path[4] === 'is' && local === 't' && phonetic === 0) {
        cell.inlineText = (cell.inlineText ?? '') + value;
      }
    },
  });
  return sheet;
}

const valueOf = (tag: SaxesTagNS, name: string): string | undefined => tag.attributes[name]?.value;
