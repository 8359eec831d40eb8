import { contains, isOneCell } from './address';
import { arraysOf } from './arrays';
import { valueOf, type ValueContext } from './cellValues';
import { Package } from './container';
import type { StoredCell, StoredName, StoredSheet, StoredTable, WorkbookContent } from './content';
import { fromFile } from './formulaFromFile';
import { dynamicArrayMarks } from './metadata';
import { SharedFormulas } from './sharedFormulas';
import { sharedStringsOf } from './sharedStrings';
import { readSheetXml, type SheetXml } from './sheetXml';
import { formatCodes } from './styles';
import { tablesOf } from './tables';
import {
  isDate1904,
  isStructureProtected,
  openWorkbookPart,
  relatedPart,
  type SheetEntry,
  type WorkbookPart,
} from './workbookPart';
import { childOf, childrenOf, decodeXstring, isTrue, parseXml } from './xml';

/** What the cells of every sheet are read with. */
interface Reading extends ValueContext {
  readonly formats: readonly string[];
  readonly dynamicMarks: ReadonlySet<number>;
}

/** Reads a workbook. Throws PackageError, with a sentence for its owner, for a file that is none or cannot be read exactly. */
export function readWorkbook(bytes: Uint8Array): WorkbookContent {
  const parts = Package.open(bytes);
  const workbook = openWorkbookPart(parts);
  const styles = relatedPart(workbook, parts, 'styles');
  const reading = {
    sharedStrings: sharedStringsOf(parts, workbook),
    formats: styles === undefined ? [] : formatCodes(parseXml(parts.text(styles), styles)),
    dynamicMarks: dynamicArrayMarks(parts, workbook),
    date1904: isDate1904(workbook),
  };
  const sheets: StoredSheet[] = [];
  const tables: StoredTable[] = [];
  for (const entry of workbook.sheets) {
    const xml = entry.kind === undefined ? readSheetXml(parts.text(entry.part), entry.part) : undefined;
    sheets.push(readSheet(entry, xml, { ...reading, part: entry.part }));
    tables.push(...(xml ? tablesOf(parts, xml, entry.name).map(({ hasHeader: _, ...table }) => table) : []));
  }
  return { sheets, tables, names: readNames(workbook), date1904: reading.date1904, ...readSettings(workbook) };
}

function readSettings(
  workbook: WorkbookPart,
): Pick<WorkbookContent, 'precisionAsDisplayed' | 'structureProtected' | 'calculation'> {
  const calculation = childOf(workbook.root, 'calcPr')?.attributes;
  const mode = calculation?.get('calcMode');
  return {
    precisionAsDisplayed: !isTrue(calculation?.get('fullPrecision'), true),
    structureProtected: isStructureProtected(workbook),
    calculation: mode === 'manual' ? 'manual' : mode === 'autoNoTable' ? 'automaticExceptTables' : 'automatic',
  };
}

function readNames(workbook: WorkbookPart): StoredName[] {
  const names = childOf(workbook.root, 'definedNames');
  return (names ? childrenOf(names, 'definedName') : []).map((element) => {
    const scope = element.attributes.get('localSheetId');
    const sheet = scope === undefined ? undefined : workbook.sheets[Number(scope)]?.name;
    return {
      name: decodeXstring(element.attributes.get('name') ?? '').replace(/^_xlnm\./i, ''),
      formula: fromFile(decodeXstring(element.text)),
      ...(sheet === undefined ? {} : { sheet }),
      hidden: isTrue(element.attributes.get('hidden')),
    };
  });
}

function readSheet(entry: SheetEntry, xml: SheetXml | undefined, reading: Reading): StoredSheet {
  return {
    name: entry.name,
    ...(entry.kind === undefined ? {} : { kind: entry.kind }),
    visibility: entry.visibility,
    protected: xml?.isProtected ?? false,
    cells: xml ? readCells(xml, reading) : new Map(),
    merges: xml?.merges ?? [],
    hiddenRows: new Set(xml?.rows.filter((row) => row.hidden).map((row) => row.number)),
  };
}

function readCells(sheet: SheetXml, reading: Reading): Map<string, StoredCell> {
  const all = sheet.rows.flatMap((row) => row.cells);
  const shared = new SharedFormulas(all);
  const arrays = arraysOf(all, reading.dynamicMarks).filter(({ area, kind }) => kind === 'dataTable' || !isOneCell(area));
  const cells = new Map<string, StoredCell>();
  for (const cell of all) {
    const within = arrays.find(({ area, first, kind }) => contains(area, cell) && (first !== cell || kind === 'dataTable'));
    const text = within ? '' : shared.textOf(cell, reading.part);
    cells.set(cell.address, {
      value: valueOf(cell, reading),
      ...(text === '' ? {} : { formula: fromFile(text) }),
      ...(text !== '' && cell.formula?.type === 'array'
        ? { array: { ref: cell.formula.ref ?? cell.address, dynamic: reading.dynamicMarks.has(cell.metadata ?? 0) } }
        : {}),
      ...(within && within.kind !== 'dataTable' ? { partOfArray: true } : {}),
      ...(within?.kind === 'dataTable' ? { partOfDataTable: true } : {}),
      numberFormat: reading.formats[cell.style] ?? 'General',
    });
  }
  return cells;
}
