import { areaOf, refOf, type Place } from './address';
import { damaged } from './error';
import type { RowXml, SheetXml } from './sheetXml';
import { withAttributes, type Splice } from './xml';

/** A cell that the sheet did not store before. */
export interface AddedCell {
  readonly place: Place;
  readonly xml: string;
}

/** Where new cells go: before the next one of their row, in a new row before the next row; and how far the sheet then reaches. */
export function placeCells(sheet: SheetXml, added: readonly AddedCell[]): Splice[] {
  const ordered = [...added].sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
  const byRow = new Map<number, AddedCell[]>();
  for (const cell of ordered) {
    const row = byRow.get(cell.place.row) ?? [];
    row.push(cell);
    byRow.set(cell.place.row, row);
  }
  const rows = new Map(sheet.rows.map((row) => [row.number, row]));
  const splices: Splice[] = [];
  const newRows: NewRow[] = [];
  for (const [number, cells] of byRow) {
    const row = rows.get(number);
    if (row) {
      splices.push(...intoRow(sheet, row, cells));
    } else {
      newRows.push({ number, xml: `<${sheet.prefix}row r="${number}">${joined(cells)}</${sheet.prefix}row>` });
    }
  }
  return [...splices, ...intoSheet(sheet, newRows), ...grownDimension(sheet, ordered)];
}

interface NewRow {
  readonly number: number;
  readonly xml: string;
}

const joined = (items: readonly { readonly xml: string }[]): string => items.map(({ xml }) => xml).join('');

function intoRow(sheet: SheetXml, row: RowXml, cells: readonly AddedCell[]): Splice[] {
  const isEmpty = row.openEnd === row.end;
  const spans = widened(
    row.spans,
    cells.map(({ place }) => place.column),
  );
  const changes = new Map(spans === undefined ? [] : [['spans', spans]]);
  const tag = withAttributes(sheet.xml.slice(row.start, row.openEnd), changes, isEmpty ? false : undefined);
  if (isEmpty) {
    return [{ start: row.start, end: row.end, text: `${tag}${joined(cells)}</${sheet.prefix}row>` }];
  }
  const splices: Splice[] = spans === undefined ? [] : [{ start: row.start, end: row.openEnd, text: tag }];
  let next = 0;
  for (const { place, xml } of cells) {
    while ((row.cells[next]?.column ?? Infinity) < place.column) {
      next += 1;
    }
    const at = row.cells[next]?.start ?? row.closeStart;
    splices.push({ start: at, end: at, text: xml });
  }
  return splices;
}

/** A row's `spans` where new columns fall outside of it; undefined where it may stay. */
function widened(spans: string | undefined, columns: readonly number[]): string | undefined {
  const ends =
    spans
      ?.trim()
      .split(/[\s:]+/)
      .map(Number) ?? [];
  if (ends.length === 0 || ends.some((end) => !Number.isInteger(end))) {
    return undefined;
  }
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const [from, to] = [Math.min(...columns), Math.max(...columns)];
  return from < first || to > last ? `${Math.min(first, from)}:${Math.max(last, to)}` : undefined;
}

function intoSheet(sheet: SheetXml, rows: readonly NewRow[]): Splice[] {
  const { sheetData, prefix, part } = sheet;
  if (rows.length === 0) {
    return [];
  }
  if (!sheetData) {
    throw damaged(`The part ${part} is a sheet without <sheetData>`);
  }
  if (sheetData.openEnd === sheetData.end) {
    return [
      { start: sheetData.start, end: sheetData.end, text: `<${prefix}sheetData>${joined(rows)}</${prefix}sheetData>` },
    ];
  }
  let next = 0;
  return rows.map(({ number, xml }) => {
    while ((sheet.rows[next]?.number ?? Infinity) < number) {
      next += 1;
    }
    const at = sheet.rows[next]?.start ?? sheetData.closeStart;
    return { start: at, end: at, text: xml };
  });
}

function grownDimension(sheet: SheetXml, added: readonly AddedCell[]): Splice[] {
  const { dimension, xml } = sheet;
  const area = areaOf(dimension?.ref ?? '');
  if (!dimension || !area) {
    return [];
  }
  const grown = { ...area };
  for (const { place } of added) {
    grown.top = Math.min(grown.top, place.row);
    grown.left = Math.min(grown.left, place.column);
    grown.bottom = Math.max(grown.bottom, place.row);
    grown.right = Math.max(grown.right, place.column);
  }
  if (refOf(grown) === refOf(area)) {
    return [];
  }
  const tag = withAttributes(xml.slice(dimension.start, dimension.openEnd), new Map([['ref', refOf(grown)]]));
  return [{ start: dimension.start, end: dimension.openEnd, text: tag }];
}
