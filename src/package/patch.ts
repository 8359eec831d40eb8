import type { CellChange, NewSheet, WorkbookChanges } from './content';
import { valueOf, type ValueContext } from './cellValues';
import { Package } from './container';
import { addDrawing } from './drawing';
import { DynamicArrays } from './dynamicArrays';
import { PackageError } from './error';
import { addPart, folderOf, removePart } from './frame';
import { nameSplices } from './names';
import { printNames, sheetEntryXml, sheetFrame } from './newSheet';
import { relationshipsOf } from './relationships';
import { requireSheetName } from './sheetNames';
import { sharedStringsOf } from './sharedStrings';
import { patchSheet } from './sheetPatch';
import { readSheetXml, type SheetXml } from './sheetXml';
import { StyleEditor } from './styleEditor';
import { addTables, resizeTable } from './newTables';
import { tablesOf, type SheetTable } from './tables';
import {
  externalLinks,
  isDate1904,
  isStructureProtected,
  openWorkbookPart,
  relatedPart,
  type WorkbookPart,
} from './workbookPart';
import { childOf, prefixOf, RELATIONSHIPS, splice, type Splice } from './xml';

/**
 * The workbook with the changes and nothing else changed: parts that need not differ leave as the same bytes in the same
 * order. Throws PackageError, and gives nothing, for a change that Excel would reject or that cannot be made truthfully.
 */
export function patchWorkbook(original: Uint8Array, changes: WorkbookChanges): Uint8Array {
  const parts = Package.open(original);
  const workbook = openWorkbookPart(parts);
  if (isEmpty(changes)) {
    return original.slice();
  }
  refuseSigned(parts);
  return new WorkbookPatch(parts, workbook, changes).save();
}

const isEmpty = (changes: WorkbookChanges): boolean =>
  [...changes.cells.values()].every((cells) => cells.length === 0) &&
  changes.newSheets.length === 0 &&
  changes.namesAdded.length === 0 &&
  changes.namesRemoved.length === 0 &&
  (changes.tablesAdded ?? []).length === 0 &&
  (changes.tablesResized ?? []).length === 0;

function refuseSigned(parts: Package): void {
  if (relationshipsOf(parts, '').some((relationship) => relationship.fullType.includes('/digital-signature/'))) {
    throw new PackageError(
      'SIGNED',
      'The workbook is digitally signed, and any change would break the signature. Remove the signature in Excel, then try again.',
    );
  }
}

class WorkbookPatch {
  private readonly styles: StyleEditor;
  private readonly dynamicArrays: DynamicArrays;
  private readonly sheetNames: readonly string[];
  private readonly workbookSplices: Splice[] = [];
  private valueContext: Omit<ValueContext, 'part'> | undefined;
  private formulasMoved = false;
  /** The parts of the new sheets, by name in lower case. */
  private readonly addedSheets = new Map<string, string>();

  constructor(
    private readonly parts: Package,
    private readonly workbook: WorkbookPart,
    private readonly changes: WorkbookChanges,
  ) {
    this.styles = new StyleEditor(parts, workbook);
    this.dynamicArrays = new DynamicArrays(parts, workbook);
    this.sheetNames = [...workbook.sheets.map(({ name }) => name), ...changes.newSheets.map(({ name }) => name)];
  }

  save(): Uint8Array {
    this.checkNewSheets();
    for (const [name, cells] of this.changes.cells) {
      if (cells.length > 0) {
        this.changeSheet(name, cells);
      }
    }
    this.addSheets();
    this.changeTables();
    this.changeNames();
    this.styles.save();
    this.dropCalculationChain();
    if (this.workbookSplices.length > 0) {
      this.parts.set(this.workbook.part, splice(this.workbook.xml, this.workbookSplices));
    }
    return this.parts.save();
  }

  private checkNewSheets(): void {
    const { newSheets } = this.changes;
    if (newSheets.length > 0 && isStructureProtected(this.workbook)) {
      throw new PackageError(
        'PROTECTED',
        'The structure of the workbook is protected, so no sheet can be added. Unprotect the workbook in Excel (Review), then try again.',
      );
    }
    newSheets.forEach(({ name }, i) => requireSheetName(name, this.sheetNames.slice(0, this.workbook.sheets.length + i)));
  }

  private changeSheet(name: string, cells: readonly CellChange[]): void {
    const entry = this.workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (!entry || entry.kind !== undefined) {
      throw new PackageError(
        'SHEET',
        entry ? `The sheet "${name}" has no cells: it is a ${entry.kind}.` : `The workbook has no sheet "${name}".`,
      );
    }
    const sheet = readSheetXml(this.parts.text(entry.part), entry.part);
    const xml = this.patched(sheet, entry.name, cells, [...tablesOf(this.parts, sheet, entry.name), ...this.tablesAddedTo(entry.name)]);
    if (xml !== sheet.xml) {
      this.parts.set(entry.part, xml);
    }
  }

  private patched(sheet: SheetXml, name: string, cells: readonly CellChange[], tables: readonly SheetTable[]): string {
    const result = patchSheet(sheet, name, cells, {
      styles: this.styles,
      dynamicArrays: this.dynamicArrays,
      tables,
      hasSheet: (wanted) => this.sheetNames.some((other) => other.toLowerCase() === wanted.toLowerCase()),
      links: externalLinks(this.workbook),
      valueOf: (cell) => valueOf(cell, { ...this.values(), part: sheet.part }),
    });
    this.formulasMoved ||= result.formulasMoved;
    return result.xml;
  }

  private values(): Omit<ValueContext, 'part'> {
    this.valueContext ??= {
      sharedStrings: sharedStringsOf(this.parts, this.workbook),
      date1904: isDate1904(this.workbook),
    };
    return this.valueContext;
  }

  private addSheets(): void {
    const list = childOf(this.workbook.root, 'sheets');
    if (!list || this.changes.newSheets.length === 0) {
      return;
    }
    const firstId = Math.max(0, ...this.workbook.sheets.map(({ sheetId }) => sheetId)) + 1;
    const entries = this.changes.newSheets.map((sheet, i) => this.addSheet(sheet, firstId + i));
    this.workbookSplices.push({ start: list.closeStart, end: list.closeStart, text: entries.join('') });
  }

  private addSheet(sheet: NewSheet, sheetId: number): string {
    const part = this.unusedSheetPart();
    const drawing = sheet.charts?.length ? addDrawing(this.parts, this.workbook, part, sheet, sheet.charts) : null;
    const frame = readSheetXml(sheetFrame(sheet, this.workbook.root.namespace, drawing), part);
    const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
    const id = addPart(
      this.parts,
      this.workbook,
      { type: 'worksheet', contentType },
      part,
      this.patched(frame, sheet.name, sheet.cells, this.tablesAddedTo(sheet.name)),
    );
    this.addedSheets.set(sheet.name.toLowerCase(), part);
    return sheetEntryXml(prefixOf(this.workbook.root), sheet.name, sheetId, this.relationshipAttribute(id));
  }

  private unusedSheetPart(): string {
    let number = this.workbook.sheets.length + 1;
    while (this.parts.has(`${folderOf(this.workbook)}worksheets/sheet${number}.xml`)) {
      number += 1;
    }
    return `${folderOf(this.workbook)}worksheets/sheet${number}.xml`;
  }

  /** `r:id="…"`, with whatever prefix the workbook gave to relationships; declared here if it gave none on its root. */
  private relationshipAttribute(id: string): string {
    const tag = this.workbook.xml.slice(this.workbook.root.start, this.workbook.root.openEnd);
    for (const namespace of RELATIONSHIPS) {
      const prefix = new RegExp(`\\sxmlns:([\\w.-]+)\\s*=\\s*["']${namespace.replace(/[.]/g, '\\.')}["']`).exec(tag)?.[1];
      if (prefix !== undefined) {
        return `${prefix}:id="${id}"`;
      }
    }
    const strict = this.workbook.root.namespace.startsWith('http://purl.oclc.org/');
    return `xmlns:r="${RELATIONSHIPS[strict ? 1 : 0]}" r:id="${id}"`;
  }

  /** Headers of new tables are held to their columns' names as those of the file are. */
  private tablesAddedTo(sheet: string): SheetTable[] {
    return (this.changes.tablesAdded ?? [])
      .filter((table) => table.sheet.toLowerCase() === sheet.toLowerCase())
      .map((table) => ({ ...table, hasTotals: false, hasHeader: true }));
  }

  private changeTables(): void {
    const { tablesAdded = [], tablesResized = [] } = this.changes;
    const parts = new Map([
      ...this.workbook.sheets.filter(({ kind }) => kind === undefined).map(({ name, part }) => [name.toLowerCase(), part] as const),
      ...this.addedSheets,
    ]);
    for (const table of tablesResized) {
      resizeTable(this.parts, parts, table);
    }
    addTables(this.parts, this.workbook, parts, tablesAdded);
  }

  private changeNames(): void {
    const { namesAdded, namesRemoved, newSheets } = this.changes;
    const added = [...namesAdded, ...newSheets.flatMap(printNames)];
    this.workbookSplices.push(
      ...nameSplices(this.workbook, {
        added,
        removed: namesRemoved,
        sheets: this.sheetNames,
        links: externalLinks(this.workbook),
      }),
    );
  }

  /** The chain lists every formula cell; Excel makes a new one, and repairs a file whose chain names a cell without one. */
  private dropCalculationChain(): void {
    const chain = this.formulasMoved ? relatedPart(this.workbook, this.parts, 'calcChain') : undefined;
    if (chain !== undefined) {
      removePart(this.parts, this.workbook, chain);
    }
  }
}
