import type { Package } from './container';
import { relatedPart, type WorkbookPart } from './workbookPart';
import { childOf, childrenOf, isTrue, parseXml, type XmlElement } from './xml';

/**
 * The numbers (`cm`, from 1) that mark a cell's array formula as one that spills. They lead through two tables of the
 * metadata part to the property `fDynamic`; a file without that part has no such formulas.
 */
export function dynamicArrayMarks(parts: Package, workbook: WorkbookPart): ReadonlySet<number> {
  const part = relatedPart(workbook, parts, 'sheetMetadata');
  if (part === undefined) {
    return new Set();
  }
  const root = parseXml(parts.text(part), part);
  const types = childOf(root, 'metadataTypes');
  const type =
    (types ? childrenOf(types, 'metadataType') : []).findIndex(
      (candidate) => candidate.attributes.get('name') === 'XLDAPR',
    ) + 1;
  const future = childrenOf(root, 'futureMetadata').find((candidate) => candidate.attributes.get('name') === 'XLDAPR');
  const dynamic = (future ? childrenOf(future, 'bk') : []).map(saysDynamic);
  const cells = childOf(root, 'cellMetadata');
  const marks = (cells ? childrenOf(cells, 'bk') : []).map((block) =>
    childrenOf(block, 'rc').some(
      (record) => Number(record.attributes.get('t')) === type && dynamic[Number(record.attributes.get('v'))] === true,
    ),
  );
  return new Set(marks.flatMap((marked, i) => (marked ? [i + 1] : [])));
}

const saysDynamic = (element: XmlElement): boolean =>
  (element.local === 'dynamicArrayProperties' && isTrue(element.attributes.get('fDynamic'))) ||
  element.children.some(saysDynamic);
