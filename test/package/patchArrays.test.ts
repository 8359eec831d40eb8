import { patchWorkbook, readWorkbook, type CellChange, type StoredCell } from '../../src/package';
import { cellChanges, changes, newSheet } from './support/changes';
import {
  differences,
  DYNAMIC_ARRAY_METADATA,
  MAIN,
  row1,
  textOf,
  thrownBy,
  workbookFile,
  type ExtraPart,
} from './support/fixture';

/** How array formulas are stored: ECMA-376 part 1, 18.3.1.40; how those that spill are: a workbook saved by Excel. */

const SHEET = 'xl/worksheets/sheet1.xml';
const METADATA = 'xl/metadata.xml';
const withMetadata = { [METADATA]: DYNAMIC_ARRAY_METADATA };

/** A1 spills over A1:A3; C1:C2 is an array formula of the old kind; E1 is one in a single cell. */
const SPILLING =
  '<sheetData><row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">X()</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">Y()</f><v>1</v></c><c r="E1"><f t="array" ref="E1">Z()</f><v>5</v></c></row>' +
  '<row r="2"><c r="A2"><v>2</v></c><c r="C2"><v>2</v></c></row><row r="3"><c r="A3" s="0" t="str"><v>three</v></c></row></sheetData>';

const patched = (cells: readonly CellChange[], sheet = SPILLING): Uint8Array =>
  patchWorkbook(workbookFile({ sheets: { S: sheet }, parts: withMetadata }), cellChanges('S', ...cells));

const cellsAfter = (...cells: CellChange[]): ReadonlyMap<string, StoredCell> =>
  readWorkbook(patched(cells)).sheets[0]?.cells ?? new Map();

const refusalOf = (...cells: CellChange[]): unknown => thrownBy(() => patched(cells));

describe('The values of an array formula are written without its formula', () => {
  it('in its first cell and in the others, whose range stays', () => {
    const xml = textOf(
      patched([
        { address: 'A1', value: 'a', keepFormula: true },
        { address: 'A2', value: 'b', keepFormula: true },
        { address: 'A3', value: 3, keepFormula: true },
        { address: 'C2', value: null, keepFormula: true },
      ]),
      SHEET,
    );
    expect(xml).toContain('<c r="A1" cm="1" t="str"><f t="array" ref="A1:A3">X()</f><v>a</v></c>');
    expect(xml).toContain('<c r="A2" t="str"><v>b</v></c>');
    expect(xml).toContain('<c r="A3" s="0"><v>3</v></c>');
    expect(xml).toContain('<c r="C2"></c>');
  });

  it('a result that grew says so in its range, and its new cells have values', () => {
    const cells = cellsAfter(
      { address: 'A1', value: 9, keepFormula: true, array: { ref: 'A1:A4', dynamic: true } },
      { address: 'A4', value: 4, keepFormula: true },
    );
    expect(cells.get('A1')).toMatchObject({ value: 9, formula: '=X()', array: { ref: 'A1:A4', dynamic: true } });
    expect(['A2', 'A3', 'A4'].map((address) => [cells.get(address)?.value, cells.get(address)?.partOfArray])).toEqual([
      [2, true],
      ['three', true],
      [4, true],
    ]);
  });

  it('a result that shrank leaves empty cells behind', () => {
    const cells = cellsAfter({ address: 'A1', value: 9, keepFormula: true, array: { ref: 'A1:A2', dynamic: true } });
    expect(cells.get('A2')).toMatchObject({ value: 2, partOfArray: true });
    expect(cells.get('A3')).toEqual({ value: null, numberFormat: 'General' });
  });
});

describe('Replacing an array formula', () => {
  it('that spills empties the cells that showed its result', () => {
    const cells = cellsAfter({ address: 'A1', value: 7 }, { address: 'A3', value: 'kept' });
    expect(['A1', 'A2', 'A3'].map((address) => cells.get(address)?.value)).toEqual([7, null, 'kept']);
    expect([...cells.values()].some(({ array }) => array?.ref === 'A1:A3')).toBe(false);
  });

  it('of the old kind as a whole is possible', () => {
    const cells = cellsAfter({ address: 'C1', value: 7 }, { address: 'C2', value: 8 });
    expect(['C1', 'C2'].map((address) => cells.get(address))).toEqual([
      { value: 7, numberFormat: 'General' },
      { value: 8, numberFormat: 'General' },
    ]);
  });

  it('in a single cell is like any other', () => {
    expect(cellsAfter({ address: 'E1', value: 7, formula: '=A1' }).get('E1')).toEqual({
      value: 7,
      formula: '=A1',
      numberFormat: 'General',
    });
  });

  it('by another array formula writes its range and its values', () => {
    const cells = cellsAfter(
      { address: 'A1', value: 1, formula: '=FILTER(B1:B2,B1:B2>0)', array: { ref: 'A1:A2', dynamic: true } },
      { address: 'A2', value: 5, keepFormula: true },
    );
    expect(cells.get('A1')).toMatchObject({ formula: '=FILTER(B1:B2,B1:B2>0)', array: { ref: 'A1:A2', dynamic: true } });
    expect(cells.get('A2')).toMatchObject({ value: 5, partOfArray: true });
    expect(cells.get('A3')?.value).toBeNull();
  });
});

describe('A change that would tear an array formula apart is refused', () => {
  it('a part of a spilled result', () => {
    expect(refusalOf({ address: 'A2', value: 1 })).toMatchObject({
      code: 'ARRAY',
      text: expect.stringContaining('change that one first'),
    });
  });

  it('a part of an array formula of the old kind, its first cell included', () => {
    for (const address of ['C1', 'C2']) {
      expect(refusalOf({ address, value: 1 })).toMatchObject({ code: 'ARRAY', text: expect.stringContaining('C1:C2') });
    }
  });

  it('a part of a what-if data table', () => {
    const sheet = row1(
      '<c r="A1"><f t="dataTable" ref="A1:B1" dt2D="0" dtr="1" r1="D1"/><v>1</v></c><c r="B1"><v>2</v></c>',
    );
    expect(thrownBy(() => patched([{ address: 'B1', value: 1 }], sheet))).toMatchObject({
      code: 'ARRAY',
      text: expect.stringContaining('data table A1:B1'),
    });
  });

  for (const [what, cells, says] of [
    [
      'a range that starts elsewhere',
      [{ address: 'G1', value: 1, formula: '=X()', array: { ref: 'G2:G3', dynamic: true } }],
      'does not start at it',
    ],
    [
      'a range that is none',
      [{ address: 'G1', value: 1, formula: '=X()', array: { ref: 'G', dynamic: true } }],
      'does not start at it',
    ],
    [
      'a range without values',
      [{ address: 'G1', value: 1, formula: '=X()', array: { ref: 'G1:G2', dynamic: true } }],
      'covers G2, and no value',
    ],
    [
      'a range over other content',
      [
        { address: 'B1', value: 1, formula: '=X()', array: { ref: 'B1:C1', dynamic: true } },
        { address: 'C1', value: 1, keepFormula: true },
      ],
      'would cover C1',
    ],
    ['a range without a formula', [{ address: 'G1', value: 1, array: { ref: 'G1', dynamic: true } }], 'it has none'],
    [
      'a range for a kept formula that is no array formula',
      [{ address: 'G1', value: 1, keepFormula: true, array: { ref: 'G1', dynamic: true } }],
      'it has none',
    ],
    [
      'a range larger than any of this trade',
      [{ address: 'G1', value: 1, formula: '=X()', array: { ref: 'G1:XFD1048576', dynamic: true } }],
      'at most 1000000',
    ],
  ] as const) {
    it(what, () => expect(refusalOf(...cells)).toMatchObject({ code: 'ARRAY', text: expect.stringContaining(says) }));
  }
});

describe('The first formula that spills brings the metadata that Excel writes for it', () => {
  const spill: CellChange = {
    address: 'A1',
    value: 1,
    formula: '=BASIS.LEDGER(D1:I4)',
    array: { ref: 'A1:B1', dynamic: true },
  };
  const child: CellChange = { address: 'B1', value: 2, keepFormula: true };
  const written = (metadata?: ExtraPart): { before: Uint8Array; after: Uint8Array } => {
    const before = workbookFile({ sheets: { S: '<sheetData/>' }, parts: metadata ? { [METADATA]: metadata } : {} });
    return { before, after: patchWorkbook(before, cellChanges('S', spill, child)) };
  };
  const firstCell = (file: Uint8Array): StoredCell | undefined => readWorkbook(file).sheets[0]?.cells.get('A1');

  it('as a new part, with its content type and relationship', () => {
    const { before, after } = written();
    expect(differences(before, after)).toEqual({
      changed: ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', SHEET],
      added: [METADATA],
      removed: [],
    });
    expect(textOf(after, METADATA).replace(/ xmlns:xda="[^"]*"/g, '')).toBe(
      String(DYNAMIC_ARRAY_METADATA.content).replace(/ xmlns:xda="[^"]*"/g, ''),
    );
    expect(firstCell(after)).toMatchObject({ formula: '=BASIS.LEDGER(D1:I4)', array: { ref: 'A1:B1', dynamic: true } });
  });

  it('not at all where the workbook has it', () => {
    const { before, after } = written(DYNAMIC_ARRAY_METADATA);
    expect(differences(before, after)).toEqual({ changed: [SHEET], added: [], removed: [] });
    expect(firstCell(after)?.array).toEqual({ ref: 'A1:B1', dynamic: true });
  });

  it('within metadata that the workbook has for linked data, which stay as they are', () => {
    const linked =
      `<metadata xmlns="${MAIN}"><metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes>` +
      '<futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>';
    const { after } = written({ ...DYNAMIC_ARRAY_METADATA, content: linked });
    expect(textOf(after, METADATA)).toMatch(
      /<metadataTypes count="2"><metadataType name="XLRICHVALUE"\/><metadataType name="XLDAPR"[^>]*\/><\/metadataTypes><futureMetadata name="XLRICHVALUE".*<futureMetadata name="XLDAPR".*<cellMetadata count="1"><bk><rc t="2" v="0"\/><\/bk><\/cellMetadata><valueMetadata/,
    );
    expect(firstCell(after)?.array?.dynamic).toBe(true);
  });

  it('and is refused where the workbook describes such formulas otherwise', () => {
    const other = String(DYNAMIC_ARRAY_METADATA.content).replace('fDynamic="1"', 'fDynamic="0"');
    expect(thrownBy(() => written({ ...DYNAMIC_ARRAY_METADATA, content: other }))).toMatchObject({
      code: 'ARRAY',
      text: expect.stringContaining('not known here'),
    });
  });

  it('also on a new sheet', () => {
    const before = workbookFile({ sheets: { S: '<sheetData/>' } });
    const after = patchWorkbook(before, changes({ newSheets: [newSheet({ name: 'New', cells: [spill, child] })] }));
    expect(readWorkbook(after).sheets[1]?.cells.get('A1')?.array).toEqual({ ref: 'A1:B1', dynamic: true });
  });
});
