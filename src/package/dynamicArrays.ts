import type { Package } from './container';
import { PackageError } from './error';
import { addPart, folderOf } from './frame';
import { dynamicArrayMarks } from './metadata';
import { relatedPart, type WorkbookPart } from './workbookPart';
import { childOf, childrenOf, parseXml, prefixOf, splice, withAttributes, type Splice, type XmlElement } from './xml';

/**
 * The mark (`cm`) that tells Excel that an array formula spills. A file that has none yet gets the metadata that Excel itself
 * writes for its first such formula.
 */
export class DynamicArrays {
  /** The marks that the file has: a formula without one of them keeps its range. */
  readonly marks: ReadonlySet<number>;
  private added: number | undefined;

  constructor(
    private readonly parts: Package,
    private readonly workbook: WorkbookPart,
  ) {
    this.marks = dynamicArrayMarks(parts, workbook);
  }

  mark(): number {
    const [known = this.added] = this.marks;
    this.added = known ?? this.addMark();
    return this.added;
  }

  private addMark(): number {
    const part = relatedPart(this.workbook, this.parts, 'sheetMetadata');
    if (part === undefined) {
      const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml';
      const xml =
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<metadata xmlns="${this.workbook.root.namespace}">` +
        `<metadataTypes count="1">${typeXml('')}</metadataTypes>${futureXml('')}` +
        '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';
      addPart(
        this.parts,
        this.workbook,
        { type: 'sheetMetadata', contentType },
        `${folderOf(this.workbook)}metadata.xml`,
        xml,
      );
      return 1;
    }
    return this.extend(part);
  }

  /** Adds the mark to metadata that a file has for other reasons (linked data types, for example). */
  private extend(part: string): number {
    const xml = this.parts.text(part);
    const root = parseXml(xml, part);
    const prefix = prefixOf(root);
    const types = childOf(root, 'metadataTypes');
    const isOurs = (element: XmlElement): boolean => element.attributes.get('name') === 'XLDAPR';
    if (
      !types ||
      types.selfClosing ||
      root.selfClosing ||
      types.children.some(isOurs) ||
      childrenOf(root, 'futureMetadata').some(isOurs)
    ) {
      throw new PackageError(
        'ARRAY',
        'A formula that spills cannot be added: the workbook describes such formulas in a way that is not known here.',
      );
    }
    const cells = childOf(root, 'cellMetadata');
    const record = `<${prefix}bk><${prefix}rc t="${types.children.length + 1}" v="0"/></${prefix}bk>`;
    const after = cells ?? childOf(root, 'valueMetadata') ?? childOf(root, 'extLst');
    const at = after?.start ?? root.closeStart;
    const splices: Splice[] = [
      ...grow(xml, types, typeXml(prefix)),
      { start: at, end: at, text: futureXml(prefix) },
      ...(cells
        ? grow(xml, cells, record)
        : [{ start: at, end: at, text: `<${prefix}cellMetadata count="1">${record}</${prefix}cellMetadata>` }]),
    ];
    this.parts.set(part, splice(xml, splices));
    return (cells?.children.length ?? 0) + 1;
  }
}

/** One more member at the end of a counted list. */
function grow(xml: string, list: XmlElement, member: string): Splice[] {
  const tag = withAttributes(
    xml.slice(list.start, list.openEnd),
    new Map([['count', String(list.children.length + 1)]]),
    false,
  );
  return list.selfClosing
    ? [{ start: list.start, end: list.end, text: `${tag}${member}</${list.name}>` }]
    : [
        { start: list.start, end: list.openEnd, text: tag },
        { start: list.closeStart, end: list.closeStart, text: member },
      ];
}

const typeXml = (prefix: string): string =>
  `<${prefix}metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" ` +
  'rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>';

const futureXml = (p: string): string =>
  `<${p}futureMetadata name="XLDAPR" count="1"><${p}bk><${p}extLst><${p}ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">` +
  '<xda:dynamicArrayProperties xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" fDynamic="1" fCollapsed="0"/>' +
  `</${p}ext></${p}extLst></${p}bk></${p}futureMetadata>`;
