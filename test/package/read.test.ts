import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { PackageError, readWorkbook, type StoredCell, type StoredSheet } from '../../src/package';
import {
  DYNAMIC_ARRAY_METADATA,
  MAIN,
  RELATIONSHIPS,
  partsOf,
  relationshipsXml,
  row1,
  thrownBy,
  workbookFile,
  type Fixture,
} from './support/fixture';

/** The meaning of the XML in these tests: ECMA-376 part 1, chapter 18 (SpreadsheetML), named by section where it is not plain. */

const sheetOf = (fixture: Fixture, name = 'S'): StoredSheet => {
  const sheet = readWorkbook(workbookFile(fixture)).sheets.find((candidate) => candidate.name === name);
  if (!sheet) {
    throw new Error(`There is no sheet ${name}.`);
  }
  return sheet;
};

const cellsOf = (xml: string, more: Partial<Fixture> = {}): ReadonlyMap<string, StoredCell> =>
  sheetOf({ sheets: { S: xml }, ...more }).cells;

const valueOf = (cell: string, more: Partial<Fixture> = {}): unknown => cellsOf(row1(cell), more).get('A1')?.value;

describe('A stored value is read as what it is', () => {
  for (const [cell, value, because] of [
    ['<c r="A1"><v>7000.53</v></c>', 7000.53, 'a number'],
    ['<c r="A1" t="n"><v>1.0000000000000002E-5</v></c>', 1.0000000000000002e-5, 'a number in seventeen digits'],
    ['<c r="A1"><v>-0.1</v></c>', -0.1, 'a negative number'],
    ['<c r="A1" t="s"><v>0</v></c>', 'plain', 'a shared string'],
    ['<c r="A1" t="s"><v>1</v></c>', 'rich text', 'rich text is its plain text'],
    ['<c r="A1" t="s"><v>2</v></c>', '課', 'the reading of Japanese text is not part of it'],
    ['<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a ', 'text in the cell, its spaces kept'],
    ['<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', 'ab', 'rich text in the cell'],
    [
      '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c>',
      'a\rb_x000D_',
      'characters that XML cannot hold (22.9.2.19)',
    ],
    ['<c r="A1" t="str"><f>""</f><v></v></c>', '', 'the empty text of a formula'],
    ['<c r="A1" t="str"><v>&lt;x&gt; &amp; y</v></c>', '<x> & y', 'text of a formula'],
    ['<c r="A1" t="str"><v>#N/A</v></c>', '#N/A', 'text that looks like an error is text'],
    ['<c r="A1" t="b"><v>1</v></c>', true, 'true'],
    ['<c r="A1" t="b"><v>0</v></c>', false, 'false'],
    ['<c r="A1" t="e"><v>#N/A</v></c>', { error: '#N/A' }, 'an error'],
    ['<c r="A1" t="e"><v>#DIV/0!</v></c>', { error: '#DIV/0!' }, 'another error'],
    ['<c r="A1" t="e"><v>#NEWER!</v></c>', { error: '#UNKNOWN!' }, 'an error that is not known here is one all the same'],
    ['<c r="A1" t="d"><v>2025-12-31</v></c>', 46022, 'a date is its day number (18.18.11, 18.17.4.1)'],
    ['<c r="A1" t="d"><v>1900-02-28T12:00:00</v></c>', 59.5, 'days before the leap day that 1900 did not have'],
    ['<c r="A1" t="d"><v>1900-03-01</v></c>', 61, 'the first day after it'],
    ['<c r="A1" s="0"/>', null, 'a formatted empty cell'],
    ['<c r="A1" t="s"></c>', null, 'a cell with a type and no value'],
  ] as const) {
    it(`${JSON.stringify(value)}: ${because}`, () => {
      const sharedStrings =
        '<si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r></si><si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></si>';
      expect(valueOf(cell, { sharedStrings })).toEqual(value);
    });
  }

  it('dates count from 1904 where the workbook says so', () => {
    expect(valueOf('<c r="A1" t="d"><v>1904-01-02</v></c>', { beforeSheets: '<workbookPr date1904="1"/>' })).toBe(1);
  });

  for (const [cell, type] of [
    ['<c r="A1"><v>seven</v></c>', 'n'],
    ['<c r="A1"><v>1E999</v></c>', 'n'],
    ['<c r="A1" t="s"><v>3</v></c>', 's'],
    ['<c r="A1" t="d"><v>31.12.2025</v></c>', 'd'],
    ['<c r="A1" t="z"><v>1</v></c>', 'z'],
  ] as const) {
    it(`refuses ${cell}, which is no value of the type ${type}`, () => {
      expect(thrownBy(() => valueOf(cell, { sharedStrings: '<si><t>only</t></si>' }))).toMatchObject({
        code: 'DAMAGED',
        text: expect.stringMatching(`cell A1 .*type "${type}"`),
      });
    });
  }
});

describe('A formula is read as a person typed it', () => {
  it('expands a shared formula at every cell', () => {
    const cells = cellsOf(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1</f><v>1</v></c></row>' +
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c></row></sheetData>',
    );
    expect(['B1', 'B2', 'B3'].map((address) => cells.get(address)?.formula)).toEqual(['=A1*$A$1', '=A2*$A$1', '=A3*$A$1']);
  });

  it('takes the nearest one above where a number of a shared formula is used twice', () => {
    const cells = cellsOf(
      row1(
        '<c r="A1"><f t="shared" ref="A1:B1" si="0">A9</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c>' +
          '<c r="C1"><f t="shared" ref="C1:D1" si="0">A8</f><v>1</v></c><c r="D1"><f t="shared" si="0"/><v>1</v></c>',
      ),
    );
    expect(['B1', 'D1'].map((address) => cells.get(address)?.formula)).toEqual(['=B9', '=B8']);
  });

  it('refuses a shared formula that the file does not hold', () => {
    expect(thrownBy(() => cellsOf(row1('<c r="A1"><f t="shared" si="4"/><v>1</v></c>')))).toMatchObject({
      code: 'DAMAGED',
      text: expect.stringContaining('A1'),
    });
  });

  it('reads an array formula of the old kind with its range, and its other cells as parts of it', () => {
    const cells = cellsOf(
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">{1;2}</f><v>1</v></c></row><row r="2"><c r="A2"><f/><v>2</v></c></row></sheetData>',
    );
    expect(cells.get('A1')).toEqual({
      value: 1,
      formula: '={1;2}',
      array: { ref: 'A1:A2', dynamic: false },
      numberFormat: 'General',
    });
    expect(cells.get('A2')).toEqual({ value: 2, partOfArray: true, numberFormat: 'General' });
  });

  it('reads a formula that spills, as Excel saves a custom function', () => {
    const cells = cellsOf(
      '<sheetData><row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B1">_xldudf_BASIS_LEDGER(D1:I4)</f><v>3</v></c><c r="B1" t="str"><v>x</v></c><c r="C1"><v>5</v></c></row></sheetData>',
      { parts: { 'xl/metadata.xml': DYNAMIC_ARRAY_METADATA } },
    );
    expect(cells.get('A1')).toMatchObject({ formula: '=BASIS.LEDGER(D1:I4)', array: { ref: 'A1:B1', dynamic: true } });
    expect(cells.get('B1')).toMatchObject({ value: 'x', partOfArray: true });
    expect(cells.get('C1')?.partOfArray).toBeUndefined();
  });

  it('does not take a mark that leads to no dynamic array for one', () => {
    const cells = cellsOf(row1('<c r="A1" cm="2"><f t="array" ref="A1">A2</f><v>3</v></c>'), {
      parts: { 'xl/metadata.xml': DYNAMIC_ARRAY_METADATA },
    });
    expect(cells.get('A1')?.array).toEqual({ ref: 'A1', dynamic: false });
  });

  it('reads an empty formula element as none', () => {
    expect(cellsOf(row1('<c r="A1"><f></f><v>2</v></c>')).get('A1')).toEqual({ value: 2, numberFormat: 'General' });
  });

  it('marks the cells of a what-if data table, which have no formula that anything but Excel could calculate', () => {
    const cells = cellsOf(
      row1(
        '<c r="A1"><f t="dataTable" ref="A1:B1" dt2D="0" dtr="1" r1="D1"/><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>',
      ),
    );
    expect([...cells.values()].map(({ formula, partOfDataTable }) => [formula, partOfDataTable])).toEqual([
      [undefined, true],
      [undefined, true],
      [undefined, undefined],
    ]);
  });
});

describe('A sheet is read with what decides whether its cells may be used', () => {
  it('rows and cells without an address follow the one before (18.3.1.4, 18.3.1.73)', () => {
    const cells = cellsOf(
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>',
    );
    expect([...cells].map(([address, { value }]) => [address, value])).toEqual([
      ['A1', 1],
      ['B1', 2],
      ['C5', 3],
      ['D5', 4],
      ['A6', 5],
    ]);
  });

  it('number formats by number and by code', () => {
    const xfs = [0, 4, 14, 37, 49, 164, 30].map((id) => `<xf numFmtId="${id}"/>`).join('');
    const cells = cellsOf(row1([...'ABCDEFGH'].map((column, i) => `<c r="${column}1" s="${i}"><v>1</v></c>`).join('')), {
      styles: `<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot; %&quot;"/></numFmts><cellXfs>${xfs}</cellXfs>`,
    });
    expect([...cells.values()].map(({ numberFormat }) => numberFormat)).toEqual([
      'General',
      '#,##0.00',
      'm/d/yyyy',
      '#,##0_);(#,##0)',
      '@',
      '0.0" %"',
      'm/d/yyyy',
      'General',
    ]);
  });

  it('merged ranges, hidden rows, visibility and protection', () => {
    const hidden = sheetOf(
      {
        sheets: {
          S: '<sheetData><row r="1" hidden="1"/><row r="2"/><row r="9" hidden="true"/></sheetData><sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
          Other: '<sheetData/>',
        },
        entries: { S: ' state="veryHidden"' },
      },
      'S',
    );
    expect(hidden).toMatchObject({ visibility: 'VeryHidden', protected: true, merges: ['A1:B2'] });
    expect([...hidden.hiddenRows]).toEqual([1, 9]);
  });

  it('names of the workbook and of a sheet, hidden ones and print areas included', () => {
    const { names } = readWorkbook(
      workbookFile({
        sheets: { 'It & S': '<sheetData/>', T: '<sheetData/>' },
        afterSheets:
          '<definedNames><definedName name="Rate">0.5</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">T!$A$1:$B$2</definedName>' +
          '<definedName name="Secret" hidden="1">_xlfn.LAMBDA(_xlpm.x,_xlpm.x)</definedName></definedNames>',
      }),
    );
    expect(names).toEqual([
      { name: 'Rate', formula: '=0.5', hidden: false },
      { name: 'Print_Area', formula: '=T!$A$1:$B$2', sheet: 'T', hidden: false },
      { name: 'Secret', formula: '=LAMBDA(x,x)', hidden: true },
    ]);
  });

  it('tables with their columns and totals', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Accounts').addTable({
      name: 'Pool',
      ref: 'B2',
      headerRow: true,
      totalsRow: true,
      columns: [
        { name: 'Type', totalsRowLabel: 'Total' },
        { name: 'Value', totalsRowFunction: 'sum' },
      ],
      rows: [
        ['IRA', 1],
        ['SEP', 2],
      ],
    });
    const { tables } = readWorkbook(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer));
    expect(tables).toEqual([{ name: 'Pool', sheet: 'Accounts', ref: 'B2:C5', columns: ['Type', 'Value'], hasTotals: true }]);
  });

  for (const [xml, settings] of [
    ['', { date1904: false, precisionAsDisplayed: false, structureProtected: false, calculation: 'automatic' }],
    ['<calcPr calcId="191029"/>', { precisionAsDisplayed: false, calculation: 'automatic' }],
    ['<calcPr calcMode="manual" fullPrecision="0"/>', { precisionAsDisplayed: true, calculation: 'manual' }],
    [
      '<calcPr calcMode="autoNoTable" fullPrecision="1"/>',
      { precisionAsDisplayed: false, calculation: 'automaticExceptTables' },
    ],
  ] as const) {
    it(`the settings of ${xml || 'a workbook that states none'}`, () => {
      expect(readWorkbook(workbookFile({ sheets: { S: '<sheetData/>' }, afterSheets: xml }))).toMatchObject(settings);
    });
  }

  it('the protection of the workbook structure', () => {
    const file = workbookFile({
      sheets: { S: '<sheetData/>' },
      beforeSheets: '<workbookPr date1904="true"/><workbookProtection lockStructure="1"/>',
    });
    expect(readWorkbook(file)).toMatchObject({ structureProtected: true, date1904: true });
  });

  it('what an ordinary library wrote, cell by cell', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Ordinary');
    sheet.addRow([
      'Traditional IRA',
      63000.25,
      true,
      new Date(Date.UTC(2025, 11, 31)),
      { formula: 'B1*2', result: 126000.5 },
      { error: '#N/A' },
    ]);
    sheet.getCell('B1').numFmt = '$#,##0.00';
    const cells = readWorkbook(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer)).sheets[0]?.cells;
    expect([...(cells ?? [])].map(([, { value }]) => value)).toEqual([
      'Traditional IRA',
      63000.25,
      true,
      46022,
      126000.5,
      { error: '#N/A' },
    ]);
    expect(cells?.get('E1')?.formula).toBe('=B1*2');
    expect(cells?.get('B1')?.numberFormat).toBe('$#,##0.00');
  });
});

describe('Parts are found and understood however the file was written', () => {
  const rewritten = (change: (part: string, xml: string) => [string, string]): Uint8Array => {
    const original = workbookFile({
      sheets: { S: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c></row></sheetData>' },
      sharedStrings: '<si><t>found</t></si>',
    });
    return zipSync(
      Object.fromEntries(
        [...partsOf(original)]
          .map(([part, bytes]) => change(part, new TextDecoder().decode(bytes)))
          .map(([part, xml]) => [part, new TextEncoder().encode(xml)]),
      ),
    );
  };

  const content = (file: Uint8Array): unknown =>
    [...(readWorkbook(file).sheets[0]?.cells ?? [])].map(([address, cell]) => [address, cell.value, cell.formula]);

  const EXPECTED = [
    ['A1', 'found', undefined],
    ['B1', 2, '=1+1'],
  ];

  it('under other paths, with absolute and encoded targets', () => {
    const file = rewritten((part, xml) => {
      const moved = part
        .replace('xl/workbook', 'book/the main')
        .replace('xl/_rels/workbook', 'book/_rels/the main')
        .replace('xl/worksheets', 'book/pages');
      return [
        moved,
        xml
          .replace('Target="xl/workbook.xml"', 'Target="/book/the%20main.xml"')
          .replace('Target="worksheets/', 'Target="pages/')
          .replace('Target="sharedStrings.xml"', 'Target="../xl/sharedStrings.xml"'),
      ];
    });
    expect(content(file)).toEqual(EXPECTED);
  });

  it('with prefixes on every element', () => {
    const file = rewritten((part, xml) => [
      part,
      xml.includes(`xmlns="${MAIN}"`)
        ? xml.replace(/<(\/?)([A-Za-z])/g, '<$1x:$2').replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`)
        : xml,
    ]);
    expect(content(file)).toEqual(EXPECTED);
  });

  it('in the strict form of the standard', () => {
    const file = rewritten((part, xml) => [
      part,
      xml
        .split(MAIN)
        .join('http://purl.oclc.org/ooxml/spreadsheetml/main')
        .split(RELATIONSHIPS)
        .join('http://purl.oclc.org/ooxml/officeDocument/relationships'),
    ]);
    expect(content(file)).toEqual(EXPECTED);
  });

  it('in UTF-16', () => {
    const parts = partsOf(rewritten((part, xml) => [part, xml]));
    const xml = new TextDecoder().decode(parts.get('xl/sharedStrings.xml')).replace('UTF-8', 'UTF-16');
    parts.set('xl/sharedStrings.xml', new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le')));
    expect(content(zipSync(Object.fromEntries(parts)))).toEqual(EXPECTED);
  });

  it('with a chart sheet among the sheets, which has a name and no cells', () => {
    const file = workbookFile({
      sheets: { S: row1('<c r="A1"><v>1</v></c>') },
      parts: { 'xl/chartsheets/sheet1.xml': { content: `<chartsheet xmlns="${MAIN}"/>`, relatedAs: 'chartsheet' } },
    });
    const parts = partsOf(file);
    const workbook = new TextDecoder().decode(parts.get('xl/workbook.xml'));
    parts.set(
      'xl/workbook.xml',
      new TextEncoder().encode(workbook.replace('<sheets>', '<sheets><sheet name="Chart" sheetId="9" r:id="rId3"/>')),
    );
    const { sheets } = readWorkbook(zipSync(Object.fromEntries(parts)));
    expect(sheets.map(({ name, kind, cells }) => [name, kind, cells.size])).toEqual([
      ['Chart', 'chartsheet', 0],
      ['S', undefined, 1],
    ]);
  });
});

describe('A file that is no readable workbook is refused with a sentence', () => {
  const utf16 = (text: string): number[] => [...text].flatMap((c) => [c.charCodeAt(0), 0]);
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const good = workbookFile({ sheets: { S: '<sheetData/>' } });
  const without = (part: string): Uint8Array =>
    zipSync(Object.fromEntries([...partsOf(good)].filter(([name]) => name !== part)));
  const withPart = (part: string, content: string): Uint8Array =>
    zipSync(Object.fromEntries([...partsOf(good), [part, new TextEncoder().encode(content)]]));

  for (const [what, file, code, says] of [
    ['an encrypted workbook', new Uint8Array([...OLE, ...utf16('EncryptedPackage')]), 'ENCRYPTED', 'password'],
    ['a workbook of Excel 97 to 2003', new Uint8Array([...OLE, ...utf16('Workbook')]), 'OLD_FORMAT', '.xls'],
    ['a text file', new TextEncoder().encode('a,b,c\n1,2,3\n'), 'NOT_A_PACKAGE', 'not a zip package'],
    ['an empty file', new Uint8Array(), 'NOT_A_PACKAGE', 'not a zip package'],
    ['a zip file of something else', zipSync({ 'a.txt': new Uint8Array([1]) }), 'NO_WORKBOOK', 'without a workbook'],
    ['a package whose workbook is missing', without('xl/workbook.xml'), 'NO_WORKBOOK', 'without a workbook'],
    [
      'a word processing document',
      withPart('xl/workbook.xml', '<w:document xmlns:w="urn:w"/>'),
      'NO_WORKBOOK',
      'no workbook',
    ],
    [
      'a binary workbook',
      withPart(
        '_rels/.rels',
        relationshipsXml([`<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/styles.xml.bin"/>`]),
      ),
      'NO_WORKBOOK',
      'without a workbook',
    ],
    ['a workbook without one of its sheets', without('xl/worksheets/sheet1.xml'), 'DAMAGED', 'xl/worksheets/sheet1.xml'],
    [
      'a part that is no XML',
      withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData></worksheet>'),
      'DAMAGED',
      'not well-formed',
    ],
    [
      'a part with a document type',
      withPart('xl/worksheets/sheet1.xml', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'),
      'DAMAGED',
      'document type',
    ],
    [
      'a part in another encoding',
      withPart('xl/worksheets/sheet1.xml', '<?xml version="1.0" encoding="ISO-8859-1"?><worksheet/>'),
      'DAMAGED',
      'iso-8859-1',
    ],
    [
      'a cell in the wrong row',
      withPart('xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN}">${row1('<c r="A2"/>')}</worksheet>`),
      'DAMAGED',
      '"A2" in row 1',
    ],
    ['half a file', good.slice(0, good.length / 2), 'NOT_A_PACKAGE', 'not a zip package'],
  ] as const) {
    it(`${what}: ${says}`, () => {
      const error = thrownBy(() => readWorkbook(file));
      expect(error).toBeInstanceOf(PackageError);
      expect(error).toMatchObject({ code, text: expect.stringContaining(says) });
    });
  }

  it('a binary workbook (.xlsb)', () => {
    const parts = partsOf(
      withPart(
        '_rels/.rels',
        relationshipsXml([`<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.bin"/>`]),
      ),
    );
    parts.set('xl/workbook.bin', new Uint8Array([0x83, 1]));
    expect(thrownBy(() => readWorkbook(zipSync(Object.fromEntries(parts))))).toMatchObject({
      code: 'BINARY_WORKBOOK',
      text: expect.stringContaining('.xlsb'),
    });
  });

  it('bytes that were damaged on the way', () => {
    const stored = zipSync(Object.fromEntries(partsOf(good)), { level: 0 });
    const at = Buffer.from(stored).indexOf('<sheetData/>');
    stored[at + 1] = 'S'.charCodeAt(0);
    expect(thrownBy(() => readWorkbook(stored))).toMatchObject({
      code: 'DAMAGED',
      text: expect.stringContaining('checksum'),
    });
  });
});
