import { zipSync } from 'fflate';
import { patchWorkbook, readWorkbook } from '../../src/package';
import { pack, readZip, writeZip } from '../../src/package/zip';
import { cellChanges, changes, newSheet } from './support/changes';
import {
  DYNAMIC_ARRAY_METADATA,
  MAIN,
  partsOf,
  RELATIONSHIPS,
  row1,
  textOf,
  thrownBy,
  workbookFile,
} from './support/fixture';

/** Files that other programs than Excel write, or that met with an accident: read and patched truly, or refused. */

const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const STRICT_RELATIONSHIPS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

const rewritten = (file: Uint8Array, change: (xml: string, part: string) => string): Uint8Array =>
  zipSync(
    Object.fromEntries(
      [...partsOf(file)].map(([part, bytes]) => [
        part,
        new TextEncoder().encode(change(new TextDecoder().decode(bytes), part)),
      ]),
    ),
  );

describe('A workbook in the strict form of the standard', () => {
  const strict = rewritten(workbookFile({ sheets: { S: row1('<c r="A1"><v>1</v></c>') }, styles: null }), (xml) =>
    xml.split(MAIN).join(STRICT_MAIN).split(RELATIONSHIPS).join(STRICT_RELATIONSHIPS),
  );
  const after = patchWorkbook(
    strict,
    changes({
      cells: new Map([['S', [{ address: 'A1', value: 2, style: { bold: true } }]]]),
      newSheets: [newSheet({ name: 'New', cells: [{ address: 'A1', value: 2, formula: '=S!A1' }] })],
    }),
  );

  it('gets new parts in that form, found again by its relationships', () => {
    expect(readWorkbook(after).sheets.map(({ name, cells }) => [name, cells.get('A1')?.value])).toEqual([
      ['S', 2],
      ['New', 2],
    ]);
    expect(textOf(after, 'xl/worksheets/sheet2.xml')).toContain(`xmlns="${STRICT_MAIN}"`);
    expect(textOf(after, 'xl/styles.xml')).toContain(`xmlns="${STRICT_MAIN}"`);
  });

  it('holds nothing of the other form afterwards', () => {
    for (const [, bytes] of partsOf(after)) {
      expect(new TextDecoder().decode(bytes)).not.toMatch(
        /schemas\.openxmlformats\.org\/(spreadsheetml|officeDocument\/2006\/relationships)/,
      );
    }
  });
});

describe('A workbook whose frame is written unusually', () => {
  it('gets a relationship id that none of its own has', () => {
    const file = rewritten(workbookFile({ sheets: { S: '<sheetData/>' } }), (xml, part) =>
      part.startsWith('xl/') ? xml.replace(/rId1"/g, 'RID3"') : xml,
    );
    const ids = [
      ...textOf(
        patchWorkbook(file, changes({ newSheets: [newSheet({ name: 'N' })] })),
        'xl/_rels/workbook.xml.rels',
      ).matchAll(/ Id="([^"]*)"/g),
    ].map(([, id]) => id);
    expect(ids).toEqual(['RID3', 'rId2', 'rId4']);
  });

  it('gets sheets through prefixed parts, whose new elements carry the prefix', () => {
    const file = rewritten(workbookFile({ sheets: { S: '<sheetData/>' } }), (xml, part) =>
      part === '[Content_Types].xml' || part === 'xl/workbook.xml' || part.endsWith('workbook.xml.rels')
        ? xml.replace(/<(\/?)([A-Za-z])/g, '<$1p:$2').replace(/ xmlns="/, ' xmlns:p="')
        : xml,
    );
    const after = patchWorkbook(
      file,
      changes({ newSheets: [newSheet({ name: 'N' })], namesAdded: [{ name: 'n_', formula: '=1', hidden: false }] }),
    );
    expect(textOf(after, 'xl/workbook.xml')).toContain(
      '<p:sheet name="N" sheetId="2" r:id="rId3"/></p:sheets><p:definedNames><p:definedName name="n_">1</p:definedName></p:definedNames>',
    );
    expect(textOf(after, '[Content_Types].xml')).toMatch(
      /<p:Override PartName="\/xl\/worksheets\/sheet2.xml"[^>]*\/><\/p:Types>/,
    );
    expect(textOf(after, 'xl/_rels/workbook.xml.rels')).toMatch(/<p:Relationship Id="rId3"[^>]*\/><\/p:Relationships>/);
  });

  it('in UTF-16 is written as UTF-8, and says so', () => {
    const parts = partsOf(workbookFile({ sheets: { S: '<sheetData/>' } }));
    const sheet = new TextDecoder().decode(parts.get('xl/worksheets/sheet1.xml')).replace('UTF-8', 'UTF-16');
    parts.set('xl/worksheets/sheet1.xml', new Uint8Array(Buffer.from(`\ufeff${sheet}`, 'utf16le')));
    const after = patchWorkbook(zipSync(Object.fromEntries(parts)), cellChanges('S', { address: 'A1', value: 'é' }));
    expect(textOf(after, 'xl/worksheets/sheet1.xml')).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8" standalone="yes"\?>[^]*<t>é<\/t>/,
    );
  });

  it('with a cell whose format does not exist is read as General and keeps that number', () => {
    const file = workbookFile({ sheets: { S: row1('<c r="A1" s="77"><v>1</v></c>') } });
    expect(readWorkbook(file).sheets[0]?.cells.get('A1')?.numberFormat).toBe('General');
    expect(textOf(patchWorkbook(file, cellChanges('S', { address: 'A1', value: 2 })), 'xl/worksheets/sheet1.xml')).toContain(
      '<c r="A1" s="77"><v>2</v></c>',
    );
  });

  it('with metadata whose list of marks is empty gets the first', () => {
    const content = String(DYNAMIC_ARRAY_METADATA.content)
      .replace(/<futureMetadata.*<\/futureMetadata>/, '')
      .replace(/<metadataType .*?\/>/, '<metadataType name="OTHER"/>')
      .replace(/<cellMetadata.*<\/cellMetadata>/, '<cellMetadata count="0"/>');
    const file = workbookFile({
      sheets: { S: '<sheetData/>' },
      parts: { 'xl/metadata.xml': { ...DYNAMIC_ARRAY_METADATA, content } },
    });
    const after = patchWorkbook(
      file,
      cellChanges('S', { address: 'A1', value: 1, formula: '=X()', array: { ref: 'A1', dynamic: true } }),
    );
    expect(textOf(after, 'xl/metadata.xml')).toContain('<cellMetadata count="1"><bk><rc t="2" v="0"/></bk></cellMetadata>');
    expect(readWorkbook(after).sheets[0]?.cells.get('A1')?.array?.dynamic).toBe(true);
  });
});

describe('A workbook that met with an accident is refused', () => {
  const good = workbookFile({ sheets: { S: '<sheetData/>' } });

  it('when it holds a part twice', () => {
    const twice = writeZip([...readZip(good), pack('XL/Workbook.xml', new Uint8Array())]);
    expect(thrownBy(() => readWorkbook(twice))).toMatchObject({ code: 'DAMAGED', text: expect.stringContaining('twice') });
  });

  it('when a part holds bytes that are no text', () => {
    const parts = partsOf(good);
    parts.set('xl/workbook.xml', new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]));
    const file = zipSync(Object.fromEntries(parts));
    expect(thrownBy(() => readWorkbook(file))).toMatchObject({
      code: 'DAMAGED',
      text: expect.stringContaining('no UTF-8 text'),
    });
  });

  it('when a part is empty', () => {
    const file = rewritten(good, (xml, part) => (part === 'xl/workbook.xml' ? '' : xml));
    expect(thrownBy(() => readWorkbook(file))).toMatchObject({
      code: 'DAMAGED',
      text: expect.stringContaining('xl/workbook.xml'),
    });
  });

  it('when a sheet has no relationship', () => {
    const file = rewritten(good, (xml, part) => (part === 'xl/_rels/workbook.xml.rels' ? xml.replace('rId1', 'rId9') : xml));
    expect(thrownBy(() => readWorkbook(file))).toMatchObject({ code: 'DAMAGED', text: expect.stringContaining('"S"') });
  });

  it('when its content types are empty and a part is to be added', () => {
    const file = rewritten(good, (xml, part) => (part === '[Content_Types].xml' ? '<Types xmlns="x"/>' : xml));
    expect(thrownBy(() => patchWorkbook(file, changes({ newSheets: [newSheet({ name: 'N' })] })))).toMatchObject({
      code: 'DAMAGED',
      text: expect.stringContaining('[Content_Types].xml'),
    });
  });

  it('when a print area is to be added without its sheet', () => {
    const namesAdded = [{ name: 'Print_Area', formula: '=S!$A$1', hidden: false }];
    expect(thrownBy(() => patchWorkbook(good, changes({ namesAdded })))).toMatchObject({
      code: 'NAME',
      text: expect.stringContaining('belongs to a sheet'),
    });
  });

  it('when cells of a chart sheet are to be changed', () => {
    const file = rewritten(good, (xml, part) =>
      part === 'xl/_rels/workbook.xml.rels' ? xml.replace('relationships/worksheet"', 'relationships/chartsheet"') : xml,
    );
    expect(thrownBy(() => patchWorkbook(file, cellChanges('S', { address: 'A1', value: 1 })))).toMatchObject({
      code: 'SHEET',
      text: expect.stringContaining('chartsheet'),
    });
  });
});
