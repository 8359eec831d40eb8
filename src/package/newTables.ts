import { areaOf, type Area } from './address';
import type { Package } from './container';
import type { NewTable } from './content';
import { PackageError } from './error';
import { addPartOf, folderOf } from './frame';
import { relationshipsOf } from './relationships';
import { readSheetXml } from './sheetXml';
import { tablesOf } from './tables';
import type { WorkbookPart } from './workbookPart';
import { childOf, encodeXstring, escapeAttribute, parseXml, prefixOf, RELATIONSHIPS, splice, withAttributes } from './xml';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

/** The parts of all sheets, by the sheet's name in lower case. */
type SheetParts = ReadonlyMap<string, string>;

/** Puts tables over cells that are written: a part for each, to which its sheet refers. */
export function addTables(parts: Package, workbook: WorkbookPart, sheets: SheetParts, tables: readonly NewTable[]): void {
  for (const table of tables) {
    const sheet = sheetPart(sheets, table);
    const area = areaOfTable(table);
    const known = allTables(parts, sheets);
    refuseTaken(table, area, known);
    const id = Math.max(0, ...known.map((one) => one.id)) + 1;
    const relationship = addPartOf(parts, workbook, sheet, { type: 'table', contentType: CONTENT_TYPE }, unusedPart(parts, workbook),
      tableXml(table, id, workbook.root.namespace));
    referTo(parts, sheet, relationship, workbook);
  }
}

/** Gives a table of the file other rows. */
export function resizeTable(parts: Package, sheets: SheetParts, table: Pick<NewTable, 'name' | 'sheet' | 'ref'>): void {
  areaOfTable(table);
  const found = allTables(parts, sheets).find(({ name }) => name.toLowerCase() === table.name.toLowerCase());
  if (!found) {
    throw new PackageError('TABLE', `The workbook has no table "${table.name}" that could cover ${table.ref}.`);
  }
  const xml = parts.text(found.part);
  const root = parseXml(xml, found.part);
  const filter = childOf(root, 'autoFilter');
  const elements = filter ? [root, filter] : [root];
  parts.set(found.part, splice(xml, elements.map(({ start, openEnd }) => (
    { start, end: openEnd, text: withAttributes(xml.slice(start, openEnd), new Map([['ref', table.ref]])) }))));
}

function sheetPart(sheets: SheetParts, { name, sheet }: Pick<NewTable, 'name' | 'sheet'>): string {
  const part = sheets.get(sheet.toLowerCase());
  if (part === undefined) {
    throw new PackageError('SHEET', `The table "${name}" stands on the sheet "${sheet}", which the workbook does not have.`);
  }
  return part;
}

function areaOfTable({ name, ref }: Pick<NewTable, 'name' | 'ref'>): Area {
  const area = areaOf(ref);
  if (!area || area.bottom === area.top) {
    throw new PackageError('ADDRESS', `The table "${name}" covers "${ref}"; it takes a header and at least one row, such as B2:H20.`);
  }
  return area;
}

interface KnownTable {
  readonly id: number;
  readonly name: string;
  readonly sheet: string;
  readonly part: string;
  readonly area: Area | undefined;
}

function allTables(parts: Package, sheets: SheetParts): KnownTable[] {
  return [...sheets].flatMap(([sheet, part]) => {
    const places = new Map(relationshipsOf(parts, part).map(({ id, target }) => [id, target]));
    const xml = readSheetXml(parts.text(part), part);
    const known = tablesOf(parts, xml, sheet);
    return xml.tables.flatMap((id, index) => {
      const target = places.get(id);
      const table = known[index];
      return target === undefined || !table
        ? []
        : [{ id: Number(parseXml(parts.text(target), target).attributes.get('id') ?? 0), name: table.name, sheet, part: target, area: areaOf(table.ref) }];
    });
  });
}

function refuseTaken(table: NewTable, area: Area, known: readonly KnownTable[]): void {
  const columns = table.columns.map((column) => column.toLowerCase());
  if (columns.length !== area.right - area.left + 1 || columns.some((column, i) => column === '' || columns.indexOf(column) !== i)) {
    throw new PackageError('TABLE', `The table "${table.name}" covers ${table.ref}; it takes a name for each column, and no name twice.`);
  }
  const other = known.find(
    ({ name, sheet, area: there }) =>
      name.toLowerCase() === table.name.toLowerCase() ||
      (there !== undefined && sheet === table.sheet.toLowerCase() && overlap(there, area)),
  );
  if (other) {
    throw new PackageError('TABLE', `The table "${table.name}" cannot be added: the table "${other.name}" has its name or its cells.`);
  }
}

const overlap = (a: Area, b: Area): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

function unusedPart(parts: Package, workbook: WorkbookPart): string {
  let number = 1;
  while (parts.has(`${folderOf(workbook)}tables/table${number}.xml`)) {
    number += 1;
  }
  return `${folderOf(workbook)}tables/table${number}.xml`;
}

function tableXml(table: NewTable, id: number, namespace: string): string {
  const name = escapeAttribute(encodeXstring(table.name));
  const columns = table.columns.map((column, i) => `<tableColumn id="${i + 1}" name="${escapeAttribute(encodeXstring(column))}"/>`);
  const style = table.style === undefined ? '' : ` name="${escapeAttribute(table.style)}"`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="${namespace}" id="${id}" name="${name}" displayName="${name}" ref="${table.ref}" totalsRowShown="0">` +
    `${table.filterButton ? `<autoFilter ref="${table.ref}"/>` : ''}<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    `<tableStyleInfo${style} showFirstColumn="0" showLastColumn="0" showRowStripes="${table.bandedRows ? 1 : 0}" showColumnStripes="0"/></table>`
  );
}

/** A sheet lists its tables after everything but what future versions add to it. */
function referTo(parts: Package, sheet: string, relationship: string, workbook: WorkbookPart): void {
  const xml = parts.text(sheet);
  const root = parseXml(xml, sheet);
  const prefix = prefixOf(root);
  const strict = workbook.root.namespace.startsWith('http://purl.oclc.org/');
  const entry = `<${prefix}tablePart xmlns:r="${RELATIONSHIPS[strict ? 1 : 0]}" r:id="${relationship}"/>`;
  const list = childOf(root, 'tableParts');
  if (list && !list.selfClosing) {
    const count = new Map([['count', String(list.children.length + 1)]]);
    parts.set(sheet, splice(xml, [
      { start: list.start, end: list.openEnd, text: withAttributes(xml.slice(list.start, list.openEnd), count) },
      { start: list.closeStart, end: list.closeStart, text: entry },
    ]));
    return;
  }
  const place = childOf(root, 'extLst')?.start ?? root.closeStart;
  const [start, end] = list ? [list.start, list.end] : [place, place];
  parts.set(sheet, splice(xml, [{ start, end, text: `<${prefix}tableParts count="1">${entry}</${prefix}tableParts>` }]));
}
