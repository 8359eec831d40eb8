import {
  DECLARATION,
  DYNAMIC_ARRAY_METADATA,
  MAIN,
  PLAIN_STYLES,
  RELATIONSHIPS,
  relationshipsXml,
  workbookFile,
} from './fixture';

/**
 * A client's workbook with everything that careless programs lose: chart, comments of both kinds, validation, conditional
 * formats, sparklines, printer settings, a link to another workbook, custom XML, a formula that spills, the add-in's own part.
 */
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';

const relationship = (id: string, type: string, target: string, external = false): string =>
  `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${RELATIONSHIPS}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;

const ACCOUNTS =
  `<sheetPr><tabColor rgb="FF1F4E79"/></sheetPr><dimension ref="A1:E6"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
  '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="14" style="1" customWidth="1"/></cols>' +
  '<sheetData><row r="1" spans="1:5"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1" s="2" t="s"><v>1</v></c></row>' +
  '<row r="2" spans="1:5"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>93000</v></c><c r="C2"><f t="shared" ref="C2:C4" si="0">ROUND(B2*0.5,2)</f><v>46500</v></c><c r="D2"><f>BASIS_HELPER</f><v>1</v></c></row>' +
  '<row r="3" spans="1:5" hidden="1"><c r="A3" t="s"><v>3</v></c><c r="B3" s="1"><v>1000.5</v></c><c r="C3"><f t="shared" si="0"/><v>500.25</v></c></row>' +
  '<row r="4" spans="1:5"><c r="A4" t="inlineStr"><is><r><rPr><b/></rPr><t>SEP</t></r><r><t xml:space="preserve"> IRA</t></r></is></c><c r="B4" s="1"><v>0</v></c><c r="C4"><f t="shared" si="0"/><v>0</v></c></row>' +
  '<row r="5" spans="1:5"><c r="A5" t="b"><v>1</v></c><c r="B5" s="1" t="e"><f>NA()</f><v>#N/A</v></c><c r="C5" t="str"><f>A2&amp;" "&amp;"&lt;"</f><v>Rollover &lt;</v></c></row>' +
  '<row r="6" spans="1:5"><c r="A6" cm="1"><f t="array" ref="A6">_xldudf_BASIS_PRORATA_TAXABLE(7000,7000,B2)</f><v>6510</v></c><c r="B6" s="1"><f>[1]Sheet1!$A$1</f><v>5</v></c></row></sheetData>' +
  '<mergeCells count="1"><mergeCell ref="D5:E5"/></mergeCells>' +
  '<conditionalFormatting sqref="B2:B4"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>90000</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="A2:A4"><formula1>"Rollover,SEP IRA"</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="A1" r:id="rId5"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="landscape" r:id="rId4"/>' +
  '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>' +
  `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${X14}"><x14:sparklineGroups xmlns:xm="${XM}"><x14:sparklineGroup><x14:colorSeries rgb="FF376092"/>` +
  '<x14:sparklines><x14:sparkline><xm:f>Accounts!B2:B4</xm:f><xm:sqref>E2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>';

const NOTES =
  '<sheetData><row r="1"><c r="A1" t="s"><v>2</v></c><c r="B1"><f>Accounts!B2</f><v>93000</v></c></row></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';

const CHART =
  `${DECLARATION}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>` +
  '<c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Accounts!$B$2:$B$4</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>93000</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>' +
  '<c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>' +
  '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>';

const ANCHOR =
  `${DECLARATION}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
  '<xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>14</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>' +
  `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${RELATIONSHIPS}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" path="m,l,21600r21600,l21600,xe"/>' +
  '<v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note"><x:Anchor>1,15,0,2,3,15,4,1</x:Anchor><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>';

export function hostileWorkbook(): Uint8Array {
  return workbookFile({
    sheets: { Accounts: ACCOUNTS, Notes: NOTES },
    sharedStrings:
      '<si><t>Account</t></si><si><t>31 Dec value</t></si><si><t>Rollover</t></si><si><r><t xml:space="preserve">Traditional </t></r><r><rPr><i/></rPr><t>IRA</t></r></si>',
    styles:
      `<numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;$&quot;#,##0.00"/></numFmts>${PLAIN_STYLES}`
        .replace('<fonts count="1">', '<fonts count="2"><font><b/><sz val="11"/><name val="Georgia"/></font>')
        .replace(
          '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
          '<cellXfs count="3"><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>',
        ) + '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs>',
    beforeSheets: '<workbookPr defaultThemeVersion="166925"/><bookViews><workbookView activeTab="0"/></bookViews>',
    afterSheets:
      '<externalReferences><externalReference r:id="rId8"/></externalReferences><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Accounts!$A$1:$E$6</definedName>' +
      '<definedName name="BASIS_HELPER" hidden="1">_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1)(0)</definedName></definedNames><calcPr calcId="191029"/>',
    parts: {
      'xl/calcChain.xml': {
        content: `${DECLARATION}<calcChain xmlns="${MAIN}"><c r="C2" i="1"/><c r="B1" i="2"/></calcChain>`,
        contentType: `${SHEETML}.calcChain+xml`,
        relatedAs: 'calcChain',
      },
      'xl/metadata.xml': DYNAMIC_ARRAY_METADATA,
      'xl/worksheets/_rels/sheet1.xml.rels': {
        content: relationshipsXml([
          relationship('rId1', 'drawing', '../drawings/drawing1.xml'),
          relationship('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'),
          relationship('rId3', 'comments', '../comments1.xml'),
          relationship('rId4', 'printerSettings', '../printerSettings/printerSettings1.bin'),
          relationship('rId5', 'hyperlink', 'mailto:cpa@example.com', true),
          relationship(
            'rId6',
            'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
            '../threadedComments/threadedComment1.xml',
          ),
        ]),
      },
      'xl/drawings/drawing1.xml': {
        content: ANCHOR,
        contentType: 'application/vnd.openxmlformats-officedocument.drawing+xml',
      },
      'xl/drawings/_rels/drawing1.xml.rels': {
        content: relationshipsXml([relationship('rId1', 'chart', '../charts/chart1.xml')]),
      },
      'xl/charts/chart1.xml': {
        content: CHART,
        contentType: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      },
      'xl/drawings/vmlDrawing1.vml': { content: VML },
      'xl/comments1.xml': {
        content: `${DECLARATION}<comments xmlns="${MAIN}"><authors><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0" shapeId="0"><text><t>From the custodian</t></text></comment></commentList></comments>`,
        contentType: `${SHEETML}.comments+xml`,
      },
      'xl/threadedComments/threadedComment1.xml': {
        content: `${DECLARATION}<ThreadedComments xmlns="${THREADED}"><threadedComment ref="B2" dT="2026-01-15T10:00:00.00" personId="{P}" id="{1}"><text>From the custodian</text></threadedComment></ThreadedComments>`,
        contentType: 'application/vnd.ms-excel.threadedcomments+xml',
      },
      'xl/persons/person.xml': {
        content: `${DECLARATION}<personList xmlns="${THREADED}"><person displayName="CPA" id="{P}" userId="cpa" providerId="None"/></personList>`,
        contentType: 'application/vnd.ms-excel.person+xml',
        relatedAs: 'http://schemas.microsoft.com/office/2017/10/relationships/person',
      },
      'xl/printerSettings/printerSettings1.bin': { content: Uint8Array.from({ length: 300 }, (_, i) => (i * 37) % 256) },
      'xl/media/opaque.bin': { content: Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]) },
      'customXml/item1.xml': { content: '<client id="77"><note>keep  me</note></client>' },
      'xl/externalLinks/_rels/externalLink1.xml.rels': {
        content: relationshipsXml([relationship('rId1', 'externalLinkPath', 'Prior%20Year.xlsx', true)]),
      },
      'docProps/app.xml': {
        content: `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
        contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      },
      'xl/webextensions/webextension1.xml': {
        content:
          '<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{88C9DF49}"/>',
        contentType: 'application/vnd.ms-office.webextension+xml',
      },
      'xl/externalLinks/externalLink1.xml': {
        content: `${DECLARATION}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${RELATIONSHIPS}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>`,
        contentType: `${SHEETML}.externalLink+xml`,
        relatedAs: 'externalLink',
      },
    },
  });
}
