import { areaOf, contains, isOneCell, type Area } from './address';
import { valueOf, type ValueContext } from './cellValues';
import { Package } from './container';
import type { StoredCell, StoredName, StoredSheet, StoredTable, WorkbookContent } from './content';
import { PackageError } from './error';
import { fromFile, sharedFormulaAt } from './formulaSpelling';
import { dynamicArrayMarks } from './metadata';
import { readSharedStrings } from './sharedStrings';
import { readSheetXml, type CellXml, type SheetXml } from './sheetXml';
import { formatCodes } from './styles';
import { tablesOf } from './tables';
import { isDate1904, isStructureProtected, openWorkbookPart, relatedPart, type SheetEntry, type WorkbookPart } from './workbookPart';
import { childOf, childrenOf, isTrue, parseXml } from './xml';

/** What the cells of every sheet are read with. */
interface Reading extends ValueContext {
  readonly formats: readonly string[];
  readonly dynamicMarks: ReadonlySet<number>;
}

/** Reads a workbook. Throws PackageError, with a sentence for its owner, for a file that is none or cannot be read exactly. */
export function readWorkbook(bytes: Uint8Array): WorkbookContent {
  const parts = Package.open(bytes);
  const workbook = openWorkbookPart(parts);
  const strings = relatedPart(workbook, parts, 'sharedStrings');
  const styles = relatedPart(workbook, parts, 'styles');
  const reading = {
    sharedStrings: strings === undefined ? [] : readSharedStrings(parts.text(strings), strings),
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

function readSettings(workbook: WorkbookPart): Pick<WorkbookContent, 'precisionAsDisplayed' | 'structureProtected' | 'calculation'> {
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
      name: (element.attributes.get('name') ?? '').replace(/^_xlnm\./i, ''),
      formula: fromFile(element.text),
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
  const masters = new Map<string, CellXml>();
  const areas: { readonly area: Area; readonly first: CellXml; readonly kind: 'array' | 'dataTable' }[] = [];
  for (const cell of all) {
    const { type, ref, sharedIndex = '' } = cell.formula ?? {};
    const area = ref === undefined ? undefined : areaOf(ref);
    if (isSharedMaster(cell) && !masters.has(sharedIndex)) {
      masters.set(sharedIndex, cell);
    } else if (area && (type === 'dataTable' || (type === 'array' && !isOneCell(area)))) {
      areas.push({ area, first: cell, kind: type });
    }
  }
  const cells = new Map<string, StoredCell>();
  for (const cell of all) {
    if (isSharedMaster(cell)) {
      // A later formula may use an earlier one's number again; it then counts from here on.
      masters.set(cell.formula?.sharedIndex ?? '', cell);
    }
    const within = areas.find(({ area, first }) => contains(area, cell) && first !== cell)?.kind;
    const kind = within ?? (cell.formula?.type === 'dataTable' ? 'dataTable' : undefined);
    const formula = kind === undefined ? formulaOf(cell, masters, reading) : undefined;
    cells.set(cell.address, {
      value: valueOf(cell, reading),
      ...(formula === undefined ? {} : { formula }),
      ...(formula !== undefined && cell.formula?.type === 'array'
        ? { array: { ref: cell.formula.ref ?? cell.address, dynamic: reading.dynamicMarks.has(cell.metadata ?? 0) } }
        : {}),
      ...(kind === 'array' ? { partOfArray: true } : {}),
      ...(kind === 'dataTable' ? { partOfDataTable: true } : {}),
      numberFormat: reading.formats[cell.style] ?? 'General',
    });
  }
  return cells;
}

const isSharedMaster = (cell: CellXml): boolean => cell.formula?.type === 'shared' && cell.formula.text !== '';

/** The formula as a person types it; an empty `<f/>` is none. */
function formulaOf(cell: CellXml, masters: ReadonlyMap<string, CellXml>, reading: Reading): string | undefined {
  const { formula } = cell;
  if (!formula || (formula.text === '' && formula.type !== 'shared')) {
    return undefined;
  }
  if (formula.text !== '') {
    return fromFile(formula.text);
  }
  const master = masters.get(formula.sharedIndex ?? '');
  if (!master?.formula) {
    throw new PackageError(
      'DAMAGED',
      `The cell ${cell.address} of ${reading.part} shares a formula that the file does not hold. Open and save the file in Excel, then try again.`,
    );
  }
  return fromFile(sharedFormulaAt(master.formula.text, master.address, cell.address));
}
