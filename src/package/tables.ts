import type { Package } from './container';
import type { StoredTable } from './content';
import { relationshipsOf } from './relationships';
import type { SheetXml } from './sheetXml';
import { childOf, childrenOf, decodeXstring, parseXml } from './xml';

/** A table and whether its first row is a header, whose texts must stay equal to the column names. */
export interface SheetTable extends StoredTable {
  readonly hasHeader: boolean;
}

/** The tables of a sheet. */
export function tablesOf(parts: Package, sheet: SheetXml, sheetName: string): SheetTable[] {
  const relationships = sheet.tables.length > 0 ? relationshipsOf(parts, sheet.part) : [];
  return sheet.tables.flatMap((id) => {
    const part = relationships.find((relationship) => relationship.id === id)?.target;
    return part === undefined ? [] : [readTable(parts.text(part), part, sheetName)];
  });
}

function readTable(xml: string, part: string, sheet: string): SheetTable {
  const root = parseXml(xml, part);
  const columns = childOf(root, 'tableColumns');
  return {
    name: root.attributes.get('displayName') ?? root.attributes.get('name') ?? '',
    sheet,
    ref: root.attributes.get('ref') ?? '',
    columns: (columns ? childrenOf(columns, 'tableColumn') : []).map((column) =>
      decodeXstring(column.attributes.get('name') ?? ''),
    ),
    hasTotals: Number(root.attributes.get('totalsRowCount') ?? 0) > 0,
    hasHeader: root.attributes.get('headerRowCount') !== '0',
  };
}
