import type { Package } from './container';
import { damaged } from './error';
import { relationshipsOf, relationshipsPart } from './relationships';
import type { WorkbookPart } from './workbookPart';
import { escapeAttribute, parseXml, prefixOf, RELATIONSHIPS, splice, type XmlElement } from './xml';

/** Adding and taking out parts: their content types and the workbook's relationships to them. */
const CONTENT_TYPES = '[Content_Types].xml';

interface PartKind {
  /** The last segment of the relationship's type. */
  readonly type: string;
  readonly contentType: string;
}

/** Declares a new part of the workbook and returns the id of the relationship to it. */
export const addPart = (parts: Package, workbook: WorkbookPart, kind: PartKind, part: string, xml: string): string =>
  addPartOf(parts, workbook, workbook.part, kind, part, xml);

/** The same for a part that another part refers to, which need not have been in the package until now. */
export function addPartOf(parts: Package, workbook: WorkbookPart, owner: string, kind: PartKind, part: string, xml: string): string {
  const types = parseXml(parts.text(CONTENT_TYPES), CONTENT_TYPES);
  append(parts, CONTENT_TYPES, types, `Override PartName="/${escapeAttribute(part)}" ContentType="${kind.contentType}"`);
  const file = relationshipsPart(owner);
  if (!parts.has(file)) {
    parts.set(file, NO_RELATIONSHIPS);
  }
  const id = unusedId(relationshipsOf(parts, owner).map((relationship) => relationship.id));
  append(
    parts,
    file,
    parseXml(parts.text(file), file),
    `Relationship Id="${id}" Type="${relationshipType(workbook, kind.type)}" Target="${escapeAttribute(targetFrom(owner, part))}"`,
  );
  parts.set(part, xml);
  return id;
}

const NO_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** `../drawings/drawing1.xml` for `xl/drawings/drawing1.xml` seen from `xl/worksheets/sheet1.xml`. */
function targetFrom(owner: string, part: string): string {
  const from = owner.split('/').slice(0, -1);
  const to = part.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) {
    shared += 1;
  }
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** The folder of the workbook part, with its slash: `xl/` in files of Excel. */
export const folderOf = (workbook: WorkbookPart): string => workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1);

/** Takes out a part that only the workbook refers to, with its content type and relationship. */
export function removePart(parts: Package, workbook: WorkbookPart, part: string): void {
  parts.remove(part);
  const isPart = (name: string | undefined): boolean => name?.replace(/^\//, '').toLowerCase() === part.toLowerCase();
  takeOut(parts, CONTENT_TYPES, (element) => isPart(element.attributes.get('PartName')));
  const ids = relationshipsOf(parts, workbook.part).filter((relationship) => isPart(relationship.target));
  takeOut(parts, relationshipsPart(workbook.part), (element) => ids.some(({ id }) => id === element.attributes.get('Id')));
}

function relationshipType(workbook: WorkbookPart, type: string): string {
  const strict = workbook.root.namespace.startsWith('http://purl.oclc.org/');
  return `${RELATIONSHIPS[strict ? 1 : 0]}/${type}`;
}

function unusedId(used: readonly string[]): string {
  const taken = new Set(used.map((id) => id.toLowerCase()));
  let number = used.length + 1;
  while (taken.has(`rid${number}`)) {
    number += 1;
  }
  return `rId${number}`;
}

function append(parts: Package, part: string, root: XmlElement, element: string): void {
  if (root.selfClosing) {
    throw damaged(`The part ${part} is empty`);
  }
  parts.set(
    part,
    splice(parts.text(part), [{ start: root.closeStart, end: root.closeStart, text: `<${prefixOf(root)}${element}/>` }]),
  );
}

function takeOut(parts: Package, part: string, unwanted: (element: XmlElement) => boolean): void {
  const root = parseXml(parts.text(part), part);
  const splices = root.children.filter(unwanted).map(({ start, end }) => ({ start, end, text: '' }));
  if (splices.length > 0) {
    parts.set(part, splice(parts.text(part), splices));
  }
}
