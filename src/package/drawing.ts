import { areaOf } from './address';
import { chartXml, type ChartSheet } from './chartXml';
import type { Package } from './container';
import type { NewChart, NewSheet } from './content';
import { PackageError } from './error';
import { addPartOf, folderOf } from './frame';
import { isDate1904, type WorkbookPart } from './workbookPart';
import { escapeAttribute, RELATIONSHIPS } from './xml';

/** The namespaces of drawings in the transitional form of the standard, and in the strict one. */
const FORMS = ['http://schemas.openxmlformats.org/drawingml/2006', 'http://purl.oclc.org/ooxml/drawingml'] as const;

const CONTENT_TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

/** The drawing of a new sheet with its charts, as parts of the package; gives the id by which the sheet refers to it. */
export function addDrawing(parts: Package, workbook: WorkbookPart, sheetPart: string, sheet: NewSheet, charts: readonly NewChart[]): string {
  refuseSameNames(charts, sheet.name);
  const form = workbook.root.namespace.startsWith('http://purl.oclc.org/') ? 1 : 0;
  const part = unused(parts, `${folderOf(workbook)}drawings/drawing`);
  const cells: ChartSheet = { name: sheet.name, cells: new Map(sheet.cells.map((cell) => [cell.address, cell])) };
  const namespaces = { chart: `${FORMS[form]}/chart`, drawing: `${FORMS[form]}/main` };
  const anchors = charts.map((chart, index) => {
    const id = addPartOf(parts, workbook, part, { type: 'chart', contentType: CONTENT_TYPES.chart }, unused(parts, `${folderOf(workbook)}charts/chart`),
      chartXml(chart, cells, namespaces, isDate1904(workbook)));
    return anchorXml(chart, index, id, sheet.name, FORMS[form], RELATIONSHIPS[form]);
  });
  const xml =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${FORMS[form]}/spreadsheetDrawing" xmlns:a="${FORMS[form]}/main">${anchors.join('')}</xdr:wsDr>`;
  return addPartOf(parts, workbook, sheetPart, { type: 'drawing', contentType: CONTENT_TYPES.drawing }, part, xml);
}

/** A chart is known by its name, and an add-in that looks for it must find one. */
function refuseSameNames(charts: readonly NewChart[], sheet: string): void {
  const names = charts.map(({ name }) => name.toLowerCase());
  const twice = charts.find(({ name }, index) => names.indexOf(name.toLowerCase()) !== index);
  if (twice) {
    throw new PackageError('NAME', `The sheet "${sheet}" has two charts named "${twice.name}".`);
  }
}

function unused(parts: Package, stem: string): string {
  let number = 1;
  while (parts.has(`${stem}${number}.xml`)) {
    number += 1;
  }
  return `${stem}${number}.xml`;
}

/** The title is also what is read aloud in place of the picture. */
function anchorXml(chart: NewChart, index: number, id: string, sheet: string, form: string, relationships: string): string {
  const area = areaOf(chart.covers);
  if (!area) {
    throw new PackageError('ADDRESS', `The chart "${chart.name}" on the sheet "${sheet}" covers "${chart.covers}", which is no range of cells such as B2:H20.`);
  }
  const corner = (name: 'from' | 'to', column: number, row: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return (
    `<xdr:twoCellAnchor>${corner('from', area.left - 1, area.top - 1)}${corner('to', area.right, area.bottom)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${escapeAttribute(chart.name)}"${chart.title === undefined ? '' : ` descr="${escapeAttribute(chart.title)}"`}/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${form}/chart"><c:chart xmlns:c="${form}/chart" xmlns:r="${relationships}" r:id="${id}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}
