import { PackageError, patchWorkbook, readWorkbook, type CellChange, type StoredCell } from '../../src/package';
import { cellChanges } from './support/changes';
import {
  calcChain,
  differences,
  MAIN,
  PLAIN_STYLES,
  row1,
  textOf,
  thrownBy,
  workbookFile,
  type Fixture,
} from './support/fixture';

const SHEET = 'xl/worksheets/sheet1.xml';

const patched = (sheet: string, cells: readonly CellChange[], more: Partial<Fixture> = {}): Uint8Array =>
  patchWorkbook(
    workbookFile({ sheets: { S: sheet }, sharedStrings: '<si><t>old</t></si>', ...more }),
    cellChanges('S', ...cells),
  );

/** What stands between `<worksheet …>` and its end afterwards. */
const xmlAfter = (sheet: string, ...cells: CellChange[]): string =>
  textOf(patched(sheet, cells), SHEET)
    .replace(/^[^]*?<worksheet[^>]*>/, '')
    .replace('</worksheet>', '');

const cellsAfter = (sheet: string, ...cells: CellChange[]): ReadonlyMap<string, StoredCell> =>
  readWorkbook(patched(sheet, cells)).sheets[0]?.cells ?? new Map();

describe('A value is written into its cell and nothing else in the sheet changes', () => {
  for (const [value, cell, because] of [
    [5, '<c r="B1"><v>5</v></c>', 'a number'],
    [0.1 + 0.2, '<c r="B1"><v>0.30000000000000004</v></c>', 'a number to the last digit'],
    [-0, '<c r="B1"><v>0</v></c>', 'there is no negative zero in a cell'],
    [1e21, '<c r="B1"><v>1e+21</v></c>', 'a large number'],
    [true, '<c r="B1" t="b"><v>1</v></c>', 'a logical value'],
    ['a < b & "c"', '<c r="B1" t="inlineStr"><is><t>a &lt; b &amp; "c"</t></is></c>', 'text'],
    [' a\n', '<c r="B1" t="inlineStr"><is><t xml:space="preserve"> a\n</t></is></c>', 'text with space at its ends'],
    [
      '\u0001_x0001_\r',
      '<c r="B1" t="inlineStr"><is><t xml:space="preserve">_x0001__x005F_x0001__x000D_</t></is></c>',
      'characters that XML cannot hold',
    ],
    ['=1+1', '<c r="B1" t="inlineStr"><is><t>=1+1</t></is></c>', 'text that looks like a formula is text'],
    [{ error: '#N/A' }, '<c r="B1" t="e"><v>#N/A</v></c>', 'an error'],
    ['#N/A', '<c r="B1" t="inlineStr"><is><t>#N/A</t></is></c>', 'text that looks like an error is text'],
    [null, '<c r="B1"/>', 'nothing'],
  ] as const) {
    it(`${JSON.stringify(value)}: ${because}`, () => {
      const sheet = (b1: string): string =>
        `<sheetViews/><sheetData><!-- note --><row r="1" spans="1:3"><c r="A1"><v>1</v></c>${b1}<c r="C1" t="str"><f>"x"</f><v>x</v></c></row></sheetData><pageMargins/>`;
      const before = sheet('<c r="B1" t="s" vm="3"><v>0</v></c>');
      expect(xmlAfter(before, { address: 'B1', value })).toBe(sheet(cell));
      expect(cellsAfter(before, { address: 'B1', value }).get('B1')?.value).toEqual(Object.is(value, -0) ? 0 : value);
    });
  }

  it('a new cell stands between its neighbours, and the row and the sheet say how far they reach', () => {
    expect(
      xmlAfter(
        '<dimension ref="B2:D2"/><sheetData><row r="2" spans="2:4" x="y"><c r="B2"><v>1</v></c> <c r="D2"><v>3</v></c></row></sheetData>',
        { address: 'E2', value: 4 },
        { address: 'C2', value: 2 },
        { address: 'A2', value: 0 },
      ),
    ).toBe(
      '<dimension ref="A2:E2"/><sheetData><row r="2" spans="1:5" x="y"><c r="A2"><v>0</v></c><c r="B2"><v>1</v></c> <c r="C2"><v>2</v></c><c r="D2"><v>3</v></c><c r="E2"><v>4</v></c></row></sheetData>',
    );
  });

  it('a new cell within them changes neither', () => {
    const xml = xmlAfter(
      '<dimension ref="A1:C9"/><sheetData><row r="1" spans="1:3"><c r="A1"><v>1</v></c></row></sheetData>',
      { address: 'B1', value: 2 },
    );
    expect(xml).toBe(
      '<dimension ref="A1:C9"/><sheetData><row r="1" spans="1:3"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>',
    );
  });

  it('new rows stand between the others, an empty row opens', () => {
    expect(
      xmlAfter(
        '<sheetData><row r="2"><c r="A2"><v>2</v></c></row><row r="4" ht="20"/></sheetData>',
        { address: 'B9', value: 9 },
        { address: 'A9', value: 8 },
        { address: 'C4', value: 4 },
        { address: 'A1', value: 1 },
        { address: 'A3', value: 3 },
      ),
    ).toBe(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>' +
        '<row r="4" ht="20"><c r="C4"><v>4</v></c></row><row r="9"><c r="A9"><v>8</v></c><c r="B9"><v>9</v></c></row></sheetData>',
    );
  });

  it('a sheet without any data gets its first cell', () => {
    expect(xmlAfter('<sheetData/><pageMargins/>', { address: 'C3', value: 1 })).toBe(
      '<sheetData><row r="3"><c r="C3"><v>1</v></c></row></sheetData><pageMargins/>',
    );
  });

  it('emptying a cell that is not there adds none', () => {
    expect(xmlAfter('<dimension ref="A1"/><sheetData/>', { address: 'C3', value: null })).toBe(
      '<dimension ref="A1"/><sheetData/>',
    );
  });

  it('cells and rows without addresses keep their places', () => {
    const cells = cellsAfter(
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>',
      { address: 'A1', value: null },
      { address: 'D1', value: 4 },
      { address: 'B2', value: 5 },
    );
    expect([...cells].map(([address, { value }]) => [address, value])).toEqual([
      ['A1', null],
      ['B1', 2],
      ['D1', 4],
      ['A2', 3],
      ['B2', 5],
    ]);
  });

  it('works with prefixed XML, whose new elements carry the prefix', () => {
    const file = workbookFile({ sheets: { S: '' } });
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const prefixed = workbookFile({ sheets: { S: '' }, parts: { [SHEET]: { content: sheet } } });
    expect(differences(file, prefixed).changed).toEqual([SHEET]);
    const after = patchWorkbook(
      prefixed,
      cellChanges('S', { address: 'B1', value: 'b' }, { address: 'A2', value: 2, formula: '=A1*2' }),
    );
    expect(textOf(after, SHEET)).toBe(
      sheet
        .replace('</x:row>', '<x:c r="B1" t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row>')
        .replace('</x:sheetData>', '<x:row r="2"><x:c r="A2"><x:f>A1*2</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>'),
    );
  });
});

describe('A formula is written with its value', () => {
  for (const [formula, value, cell] of [
    ['=B1*2', 4, '<c r="A1"><f>B1*2</f><v>4</v></c>'],
    ['="<"&"x"', '<x', '<c r="A1" t="str"><f>"&lt;"&amp;"x"</f><v>&lt;x</v></c>'],
    ['=IFNA(B1,"")', '', '<c r="A1" t="str"><f>_xlfn.IFNA(B1,"")</f><v></v></c>'],
    ['=NA()', { error: '#N/A' }, '<c r="A1" t="e"><f>NA()</f><v>#N/A</v></c>'],
    ['=1=1', true, '<c r="A1" t="b"><f>1=1</f><v>1</v></c>'],
    [
      '=BASIS.PRORATA_TAXABLE(7000,7000,200000)',
      6763.29,
      '<c r="A1"><f>_xldudf_BASIS_PRORATA_TAXABLE(7000,7000,200000)</f><v>6763.29</v></c>',
    ],
  ] as const) {
    it(formula, () =>
      expect(xmlAfter('<sheetData/>', { address: 'A1', value, formula })).toBe(
        `<sheetData><row r="1">${cell}</row></sheetData>`,
      ),
    );
  }

  it('and read again as it was typed', () => {
    const cells = cellsAfter('<sheetData/>', { address: 'A1', value: 1, formula: '=LET(x,B1,XLOOKUP(x,B:B,C:C))' });
    expect(cells.get('A1')?.formula).toBe('=LET(x,B1,XLOOKUP(x,B:B,C:C))');
  });
});

describe('A kept formula keeps its element to the byte; only the value and its type change', () => {
  for (const [before, value, after] of [
    [
      '<c r="A1" s="0" cm="1"><f t="array" aca="1" ref="A1" ca="1">X( 1 )</f><v>1</v></c>',
      2,
      '<c r="A1" s="0" cm="1"><f t="array" aca="1" ref="A1" ca="1">X( 1 )</f><v>2</v></c>',
    ],
    ['<c r="A1" t="e" vm="1"><f>X()</f><v>#NAME?</v></c>', 2, '<c r="A1"><f>X()</f><v>2</v></c>'],
    ['<c r="A1"><f>X()</f><v>1</v></c>', 'a', '<c r="A1" t="str"><f>X()</f><v>a</v></c>'],
    ['<c r="A1" t="str"><f>X()</f><v>a</v></c>', false, '<c r="A1" t="b"><f>X()</f><v>0</v></c>'],
    ['<c r="A1"><f>X()</f></c>', 7, '<c r="A1"><f>X()</f><v>7</v></c>'],
    ['<c r="A1"><f>X()</f><v/><extLst/></c>', 7, '<c r="A1"><f>X()</f><v>7</v><extLst/></c>'],
    ["<c t='b' r='A1'><f>X()</f><v>1</v></c>", { error: '#NUM!' }, '<c t="e" r=\'A1\'><f>X()</f><v>#NUM!</v></c>'],
  ] as const) {
    it(`${before} becomes ${after}`, () =>
      expect(xmlAfter(row1(before), { address: 'A1', value, keepFormula: true })).toBe(row1(after)));
  }

  it('a shared formula stays shared', () => {
    const before = row1(
      '<c r="A1"><f t="shared" ref="A1:B1" si="0">A9</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c>',
    );
    expect(
      xmlAfter(before, { address: 'A1', value: 5, keepFormula: true }, { address: 'B1', value: 6, keepFormula: true }),
    ).toBe(
      row1('<c r="A1"><f t="shared" ref="A1:B1" si="0">A9</f><v>5</v></c><c r="B1"><f t="shared" si="0"/><v>6</v></c>'),
    );
  });

  it('is refused for a cell that has none', () => {
    expect(
      thrownBy(() => patched(row1('<c r="A1"><v>1</v></c>'), [{ address: 'A1', value: 2, keepFormula: true }])),
    ).toMatchObject({ code: 'ARRAY', text: expect.stringContaining('it has none') });
  });
});

describe('A shared formula whose first cell changes leaves the others their formula', () => {
  const shared =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1&amp;"&lt;"</f><v>1</v></c></row>' +
    '<row r="2"><c r="B2"><f t="shared" ca="1" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row></sheetData>';

  it('each gets its own', () => {
    expect(xmlAfter(shared, { address: 'B1', value: 9 })).toBe(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row>' +
        '<row r="2"><c r="B2"><f ca="1">A2&amp;"&lt;"</f><v>2</v></c></row><row r="3"><c r="B3"><f>A3&amp;"&lt;"</f><v>3</v></c></row></sheetData>',
    );
  });

  it('also one that changes its value at the same time', () => {
    const cells = cellsAfter(
      shared,
      { address: 'B1', value: 9, formula: '=A1+1' },
      { address: 'B2', value: 'b', keepFormula: true },
      { address: 'B3', value: 1 },
    );
    expect(['B1', 'B2', 'B3'].map((address) => [cells.get(address)?.formula, cells.get(address)?.value])).toEqual([
      ['=A1+1', 9],
      ['=A2&"<"', 'b'],
      [undefined, 1],
    ]);
  });

  it('a change to another of its cells leaves it shared', () => {
    expect(xmlAfter(shared, { address: 'B2', value: 9 })).toBe(
      shared.replace('<c r="B2"><f t="shared" ca="1" si="0"/><v>2</v></c>', '<c r="B2"><v>9</v></c>'),
    );
  });
});

describe('The calculation chain leaves when a formula came or went, and only then', () => {
  const file = workbookFile({
    sheets: {
      S: row1(
        '<c r="A1"><f>1</f><v>1</v></c><c r="B1"><v>1</v></c><c r="C1" cm="1"><f t="array" ref="C1">1</f><v>1</v></c>',
      ),
    },
    parts: { 'xl/calcChain.xml': calcChain('<c r="A1" i="1"/><c r="C1" i="1" a="1"/>') },
  });

  for (const [what, change, leaves] of [
    ['a constant over a constant', { address: 'B1', value: 2 }, false],
    ['a new value of a kept formula', { address: 'A1', value: 2, keepFormula: true }, false],
    ['a formula over a formula', { address: 'A1', value: 2, formula: '=2' }, false],
    ['a formula over a constant', { address: 'B1', value: 2, formula: '=2' }, true],
    ['a constant over a formula', { address: 'A1', value: 2 }, true],
    ['a formula in a new cell', { address: 'D4', value: 2, formula: '=2' }, true],
    ['a plain formula over an array formula', { address: 'C1', value: 2, formula: '=2' }, true],
  ] as const) {
    it(`${what}: ${leaves ? 'it leaves, with its content type and relationship' : 'it stays, and so does every part but the sheet'}`, () => {
      const after = patchWorkbook(file, cellChanges('S', change));
      expect(differences(file, after)).toEqual(
        leaves
          ? {
              changed: ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', SHEET],
              added: [],
              removed: ['xl/calcChain.xml'],
            }
          : { changed: [SHEET], added: [], removed: [] },
      );
      expect(textOf(after, '[Content_Types].xml').includes('calcChain')).toBe(!leaves);
      expect(textOf(after, 'xl/_rels/workbook.xml.rels').includes('calcChain')).toBe(!leaves);
    });
  }

  it('no changes at all give the very same bytes', () => {
    expect(Buffer.compare(patchWorkbook(file, cellChanges('S')), file)).toBe(0);
  });

  it('a value that is there already is not even written anew: rich text stays rich, whatever its new format', () => {
    const rich =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="e" vm="1"><v>#NEWER!</v></c><c r="C1" vm="1"><f>X()</f><v>1</v></c>';
    const before = workbookFile({
      sheets: { S: row1(rich) },
      sharedStrings: '<si><r><t>Trad </t></r><r><rPr><b/></rPr><t>IRA</t></r></si>',
    });
    const same: CellChange[] = [
      { address: 'A1', value: 'Trad IRA' },
      { address: 'B1', value: { error: '#UNKNOWN!' } },
      { address: 'C1', value: 1, keepFormula: true },
    ];
    expect(differences(before, patchWorkbook(before, cellChanges('S', ...same)))).toEqual({
      changed: [],
      added: [],
      removed: [],
    });
    const styled = patchWorkbook(
      before,
      cellChanges('S', ...same.map((change) => ({ ...change, style: { italic: true } }))),
    );
    expect(textOf(styled, SHEET)).toContain(
      row1(
        rich
          .replace('t="s"', 't="s" s="1"')
          .replace('vm="1"><v>', 'vm="1" s="1"><v>')
          .replace('vm="1"><f>', 'vm="1" s="1"><f>'),
      ),
    );
  });

  it('nor is a cell with an empty formula element, or one with an apostrophe that Excel put there', () => {
    const styles = PLAIN_STYLES.replace('xfId="0"/></cellXfs>', 'xfId="0" quotePrefix="1"/></cellXfs>');
    const sheet = row1('<c r="A1"><f></f><v>2</v></c><c r="B1" s="0"><v>5</v></c>');
    const before = workbookFile({
      sheets: { S: sheet },
      styles,
      parts: { 'xl/calcChain.xml': calcChain('<c r="A1" i="1"/>') },
    });
    const after = patchWorkbook(before, cellChanges('S', { address: 'A1', value: 2 }, { address: 'B1', value: 5 }));
    expect(differences(before, after)).toEqual({ changed: [], added: [], removed: [] });
  });

  it('a sheet that is asked to be as it is stays as it is', () => {
    expect(differences(file, patchWorkbook(file, cellChanges('S', { address: 'B1', value: 1 })))).toEqual({
      changed: [],
      added: [],
      removed: [],
    });
  });
});

describe('A change that cannot be made truthfully is refused, and nothing is given', () => {
  const table = `<table xmlns="${MAIN}" id="1" name="T" displayName="Pool" ref="A1:B3"><tableColumns count="2"><tableColumn id="1" name="Type"/><tableColumn id="2" name="Value"/></tableColumns></table>`;
  const withTable: Partial<Fixture> = {
    parts: {
      'xl/tables/table1.xml': { content: table },
      'xl/worksheets/_rels/sheet1.xml.rels': {
        content:
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
      },
    },
  };
  const tableSheet = '<sheetData/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>';

  for (const [what, sheet, cells, code, says] of [
    ['an address with $', '<sheetData/>', [{ address: '$A$1', value: 1 }], 'ADDRESS', '"$A$1"'],
    ['an address in small letters', '<sheetData/>', [{ address: 'a1', value: 1 }], 'ADDRESS', '"a1"'],
    ['a row below the last', '<sheetData/>', [{ address: 'A1048577', value: 1 }], 'ADDRESS', '"A1048577"'],
    ['a column beyond the last', '<sheetData/>', [{ address: 'XFE1', value: 1 }], 'ADDRESS', '"XFE1"'],
    [
      'a cell changed twice',
      '<sheetData/>',
      [
        { address: 'A1', value: 1 },
        { address: 'A1', value: 2 },
      ],
      'ADDRESS',
      'twice',
    ],
    ['no number', '<sheetData/>', [{ address: 'A1', value: NaN }], 'VALUE', 'NaN'],
    ['an infinite number', '<sheetData/>', [{ address: 'A1', value: Infinity }], 'VALUE', 'Infinity'],
    ['too long a text', '<sheetData/>', [{ address: 'A1', value: 'x'.repeat(32768) }], 'VALUE', 'at most 32767'],
    [
      'an error that a file states by other means',
      '<sheetData/>',
      [{ address: 'A1', value: { error: '#SPILL!' } }],
      'VALUE',
      '#SPILL!',
    ],
    ['a formula without a value', '<sheetData/>', [{ address: 'A1', value: null, formula: '=1' }], 'VALUE', 'no value'],
    [
      'a kept formula without a value',
      row1('<c r="A1"><f>1</f><v>1</v></c>'),
      [{ address: 'A1', value: null, keepFormula: true }],
      'VALUE',
      'no value',
    ],
    [
      'a kept shared formula without a value',
      row1('<c r="A1"><f t="shared" ref="A1:B1" si="0">1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c>'),
      [{ address: 'B1', value: null, keepFormula: true }],
      'VALUE',
      'no value',
    ],
    [
      'a formula and a kept one',
      row1('<c r="A1"><f>1</f><v>1</v></c>'),
      [{ address: 'A1', value: 1, formula: '=2', keepFormula: true }],
      'FORMULA',
      'only one',
    ],
    [
      'a formula that is none',
      '<sheetData/>',
      [{ address: 'A1', value: 1, formula: '=1+' }],
      'FORMULA',
      'A1 of the sheet "S"',
    ],
    [
      'rows out of order',
      '<sheetData><row r="2"/><row r="1"/></sheetData>',
      [{ address: 'A1', value: 1 }],
      'DAMAGED',
      'Row 1',
    ],
    ['cells out of order', row1('<c r="B1"/><c r="A1"/>'), [{ address: 'A1', value: 1 }], 'DAMAGED', 'Row 1'],
    ['a sheet without data', '<sheetViews/>', [{ address: 'A1', value: 1 }], 'DAMAGED', 'sheetData'],
    [
      'another text in a table header',
      tableSheet,
      [{ address: 'B1', value: 'Amount' }],
      'TABLE',
      'header "Value" of the table Pool',
    ],
    [
      'a formula in a table header',
      tableSheet,
      [{ address: 'B1', value: 'Value', formula: '="Value"' }],
      'TABLE',
      'header "Value" of the table Pool',
    ],
  ] as const) {
    it(what, () => {
      const error = thrownBy(() => patched(sheet, cells, withTable));
      expect(error).toBeInstanceOf(PackageError);
      expect(error).toMatchObject({ code, text: expect.stringContaining(says) });
    });
  }

  it('a sheet that is not there', () => {
    expect(
      thrownBy(() =>
        patchWorkbook(workbookFile({ sheets: { S: '<sheetData/>' } }), cellChanges('T', { address: 'A1', value: 1 })),
      ),
    ).toMatchObject({ code: 'SHEET', text: expect.stringContaining('"T"') });
  });

  it('a signed workbook', () => {
    const rels = textOf(workbookFile({ sheets: { S: '<sheetData/>' } }), '_rels/.rels');
    const origin =
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>';
    const signed = workbookFile({
      sheets: { S: '<sheetData/>' },
      parts: { '_rels/.rels': { content: rels.replace('</Relationships>', `${origin}</Relationships>`) } },
    });
    expect(thrownBy(() => patchWorkbook(signed, cellChanges('S', { address: 'A1', value: 1 })))).toMatchObject({
      code: 'SIGNED',
    });
  });

  it('but a table header may be written as it is, and a column of the own table used', () => {
    const after = patched(
      tableSheet,
      [
        { address: 'B1', value: 'Value' },
        { address: 'B2', value: 1, formula: '=[@Type]' },
      ],
      withTable,
    );
    expect(textOf(after, SHEET)).toContain('<f>Pool[[#This Row],[Type]]</f>');
  });
});
