import type { Package } from './container';
import type { StoredSheet } from './content';
import { damaged, PackageError } from './error';
import { relationshipsOf, type Relationship } from './relationships';
import { childOf, childrenOf, decodeXstring, isTrue, parseXml, relationshipId, type XmlElement } from './xml';

/** The workbook part and what it points to: the frame that reading and changing start from. */
export interface WorkbookPart {
  readonly part: string;
  readonly xml: string;
  readonly root: XmlElement;
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly SheetEntry[];
}

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly part: string;
  readonly kind: StoredSheet['kind'];
  readonly visibility: StoredSheet['visibility'];
}

const SPREADSHEETML = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];

/** Finds the workbook by the package's relationships. Throws PackageError for a package that holds none that can be read. */
export function openWorkbookPart(parts: Package): WorkbookPart {
  const part = relationshipsOf(parts, '').find(
    (relationship) => relationship.type === 'officeDocument' && !relationship.external,
  )?.target;
  if (part === undefined || !parts.has(part)) {
    throw new PackageError(
      'NO_WORKBOOK',
      'The file is a zip package without a workbook in it. Choose a workbook saved by Excel as .xlsx or .xlsm.',
    );
  }
  if (part.toLowerCase().endsWith('.bin')) {
    throw new PackageError(
      'BINARY_WORKBOOK',
      'The workbook is in the binary format (.xlsb). Save it as .xlsx in Excel, then try again.',
    );
  }
  const xml = parts.text(part);
  const root = parseXml(xml, part);
  if (root.local !== 'workbook' || !SPREADSHEETML.includes(root.namespace)) {
    throw new PackageError(
      'NO_WORKBOOK',
      'The file is an Office document, but no workbook. Choose a workbook saved by Excel as .xlsx or .xlsm.',
    );
  }
  const relationships = relationshipsOf(parts, part);
  const sheets = childOf(root, 'sheets');
  return {
    part,
    xml,
    root,
    relationships,
    sheets: sheets ? childrenOf(sheets, 'sheet').map((sheet) => sheetEntry(sheet, relationships)) : [],
  };
}

function sheetEntry(sheet: XmlElement, relationships: readonly Relationship[]): SheetEntry {
  const name = decodeXstring(sheet.attributes.get('name') ?? '');
  const id = relationshipId(sheet);
  const relationship = relationships.find((candidate) => candidate.id === id);
  if (!relationship) {
    throw damaged(`The workbook lists the sheet "${name}" but does not hold it`);
  }
  const state = sheet.attributes.get('state');
  return {
    name,
    sheetId: Number(sheet.attributes.get('sheetId')),
    part: relationship.target,
    kind: KINDS.get(relationship.type),
    visibility: state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible',
  };
}

const KINDS: ReadonlyMap<string, StoredSheet['kind']> = new Map([
  ['chartsheet', 'chartsheet'],
  ['dialogsheet', 'dialogsheet'],
  ['xlMacrosheet', 'macrosheet'],
  ['xlIntlMacrosheet', 'macrosheet'],
]);

/** The part that a relationship of this type leads to, if the file has it. */
export function relatedPart(workbook: WorkbookPart, parts: Package, type: string): string | undefined {
  return workbook.relationships.find(
    (relationship) => relationship.type === type && !relationship.external && parts.has(relationship.target),
  )?.target;
}

/** How many other workbooks the file links to: formulas name them by number. */
export const externalLinks = (workbook: WorkbookPart): number =>
  childOf(workbook.root, 'externalReferences')?.children.length ?? 0;

export const isStructureProtected = (workbook: WorkbookPart): boolean =>
  isTrue(childOf(workbook.root, 'workbookProtection')?.attributes.get('lockStructure'));

export const isDate1904 = (workbook: WorkbookPart): boolean =>
  isTrue(childOf(workbook.root, 'workbookPr')?.attributes.get('date1904'));

/** Names that Excel keeps for itself have a prefix in the file (`_xlnm.Print_Area`) and none on the screen. */
export const RESERVED_NAMES = [
  'Print_Area',
  'Print_Titles',
  'Criteria',
  '_FilterDatabase',
  'Extract',
  'Consolidate_Area',
  'Database',
  'Sheet_Title',
  'Auto_Open',
  'Auto_Close',
  'Recorder',
  'Data_Form',
  'Auto_Activate',
  'Auto_Deactivate',
] as const;
