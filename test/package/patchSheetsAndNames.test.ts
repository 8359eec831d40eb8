import { patchWorkbook, readWorkbook, type NewSheet, type StoredName } from '../../src/package';
import { changes, newSheet } from './support/changes';
import {
  calcChain,
  differences,
  MAIN,
  RELATIONSHIPS,
  textOf,
  thrownBy,
  workbookFile,
  type Fixture,
} from './support/fixture';

/** The order of elements: the schemas CT_Workbook and CT_Worksheet (ECMA-376 part 1, annex A). */

const WORKBOOK = 'xl/workbook.xml';
const two: Fixture = { sheets: { 'It & S': '<sheetData/>', T: '<sheetData/>' } };

const withSheets = (fixture: Fixture, ...newSheets: NewSheet[]): Uint8Array =>
  patchWorkbook(workbookFile(fixture), changes({ newSheets }));

describe('A new sheet', () => {
  it('comes last, with an unused number, id, part name and relationship, and nothing else changes', () => {
    const before = workbookFile({
      ...two,
      parts: { 'xl/worksheets/sheet3.xml': { content: '<left-over/>' }, 'xl/calcChain.xml': calcChain('<c r="A1" i="1"/>') },
    });
    const after = patchWorkbook(
      before,
      changes({ newSheets: [newSheet({ name: 'A' }), newSheet({ name: 'B', cells: [{ address: 'A1', value: 1 }] })] }),
    );
    expect(differences(before, after)).toEqual({
      changed: ['[Content_Types].xml', WORKBOOK, 'xl/_rels/workbook.xml.rels'],
      added: ['xl/worksheets/sheet4.xml', 'xl/worksheets/sheet5.xml'],
      removed: [],
    });
    expect(textOf(after, WORKBOOK)).toContain(
      '<sheet name="T" sheetId="2" r:id="rId2"/><sheet name="A" sheetId="3" r:id="rId5"/><sheet name="B" sheetId="4" r:id="rId6"/></sheets>',
    );
    expect(textOf(after, 'xl/_rels/workbook.xml.rels')).toContain(
      `<Relationship Id="rId6" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet5.xml"/></Relationships>`,
    );
    expect(textOf(after, '[Content_Types].xml')).toContain(
      '<Override PartName="/xl/worksheets/sheet5.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    );
    expect(readWorkbook(after).sheets.map(({ name }) => name)).toEqual(['It & S', 'T', 'A', 'B']);
  });

  it('with a formula makes Excel list the formulas anew', () => {
    const fixture = { ...two, parts: { 'xl/calcChain.xml': calcChain('<c r="A1" i="1"/>') } };
    const after = withSheets(
      fixture,
      newSheet({ name: 'A', cells: [{ address: 'A1', value: 1, formula: "='It & S'!A1+B!A1" }] }),
      newSheet({ name: 'B' }),
    );
    expect(differences(workbookFile(fixture), after).removed).toEqual(['xl/calcChain.xml']);
    expect(textOf(after, 'xl/worksheets/sheet3.xml')).toContain("<f>'It &amp; S'!A1+B!A1</f>");
  });

  it('is laid out as asked, its elements in the order of the schema', () => {
    const sheet = newSheet({
      name: '8606 2025 T',
      cells: [
        { address: 'A1', value: 'Form 8606' },
        { address: 'B3', value: 2 },
      ],
      columns: new Map([
        [3, { hidden: true }],
        [0, { width: 40 }],
        [1, { width: 14, hidden: true }],
      ]),
      rowHeights: new Map([
        [5, 30],
        [1, 22.5],
      ]),
      frozenRows: 4,
      showGridlines: false,
      tabColor: '#00b050',
      page: {
        orientation: 'portrait',
        fitToWidth: 1,
        printArea: 'A1:F40',
        printTitleRows: '1:4',
        header: '&L&F & more',
        footer: '&RPage &P',
        centerHorizontally: true,
        margins: { left: 0.4, right: 0.5, top: 0.6, bottom: 0.75, header: 0.3, footer: 0.2 },
      },
    });
    const after = withSheets(two, sheet);
    expect(textOf(after, 'xl/worksheets/sheet3.xml')).toBe(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><sheetPr><tabColor rgb="FF00B050"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:B3"/>` +
        '<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A5" sqref="A5"/></sheetView></sheetViews>' +
        '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="40.7109375" customWidth="1"/><col min="2" max="2" width="14.7109375" hidden="1" customWidth="1"/><col min="4" max="4" width="9.140625" hidden="1"/></cols>' +
        '<sheetData><row r="1" ht="22.5" customHeight="1"><c r="A1" t="inlineStr"><is><t>Form 8606</t></is></c></row><row r="3"><c r="B3"><v>2</v></c></row><row r="5" ht="30" customHeight="1"/></sheetData>' +
        '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.5" top="0.6" bottom="0.75" header="0.3" footer="0.2"/><pageSetup fitToWidth="1" fitToHeight="0" orientation="portrait"/>' +
        '<headerFooter><oddHeader>&amp;L&amp;F &amp; more</oddHeader><oddFooter>&amp;RPage &amp;P</oddFooter></headerFooter></worksheet>',
    );
    expect(textOf(after, WORKBOOK)).toContain(
      '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="2">\'8606 2025 T\'!$A$1:$F$40</definedName><definedName name="_xlnm.Print_Titles" localSheetId="2">\'8606 2025 T\'!$1:$4</definedName></definedNames>',
    );
  });

  it('declares the prefix of its relationship where the workbook declares it elsewhere', () => {
    const fixture = workbookFile(two);
    const xml = textOf(fixture, WORKBOOK)
      .replace(` xmlns:r="${RELATIONSHIPS}"`, '')
      .replace(/ r:id="(rId\d)"/g, ` q:id="$1" xmlns:q="${RELATIONSHIPS}"`);
    const after = withSheets({ ...two, parts: { [WORKBOOK]: { content: xml } } }, newSheet({ name: 'A' }));
    expect(textOf(after, WORKBOOK)).toContain(
      `<sheet name="A" sheetId="3" xmlns:r="${RELATIONSHIPS}" r:id="rId4"/></sheets>`,
    );
    expect(readWorkbook(after).sheets.map(({ name }) => name)).toEqual(['It & S', 'T', 'A']);
  });

  for (const [name, says] of [
    ['', '0 characters'],
    ['x'.repeat(32), '32 characters'],
    ['a/b', '"/"'],
    ['a:b', '":"'],
    ['a[b', '"["'],
    ['a?b', '"?"'],
    ["'a", 'apostrophe'],
    ["a'", 'apostrophe'],
    ['history', 'for itself'],
    ['t', 'letter case'],
    ['IT & s', 'letter case'],
    ['a\tb', '"\\t"'],
  ] as const) {
    it(`cannot be named ${JSON.stringify(name)}: ${says}`, () => {
      expect(thrownBy(() => withSheets(two, newSheet({ name })))).toMatchObject({
        code: 'SHEET',
        text: expect.stringContaining(says),
      });
    });
  }

  it('may be named with 31 characters and an apostrophe inside', () => {
    const name = `O'Brien ${'x'.repeat(23)}`;
    const after = withSheets(
      two,
      newSheet({
        name,
        page: { printArea: '$B$2' },
        cells: [{ address: 'A1', value: 1, formula: "='O''Brien xxxxxxxxxxxxxxxxxxxxxxx'!B2" }],
      }),
    );
    expect(readWorkbook(after).sheets[2]?.name).toBe(name);
    expect(readWorkbook(after).names[0]?.formula).toBe("='O''Brien xxxxxxxxxxxxxxxxxxxxxxx'!$B$2");
  });

  it('cannot have the name of another new one', () => {
    expect(thrownBy(() => withSheets(two, newSheet({ name: 'New' }), newSheet({ name: 'NEW' })))).toMatchObject({
      code: 'SHEET',
    });
  });

  it('cannot be added to a workbook whose structure is protected', () => {
    const fixture = { ...two, beforeSheets: '<workbookProtection lockStructure="1"/>' };
    expect(thrownBy(() => withSheets(fixture, newSheet({ name: 'A' })))).toMatchObject({
      code: 'PROTECTED',
      text: expect.stringContaining('Unprotect'),
    });
  });

  for (const [what, sheet, says] of [
    ['a column wider than Excel allows', { columns: new Map([[0, { width: 256 }]]) }, 'column A is 256'],
    ['a column that does not exist', { columns: new Map([[16384, { width: 5 }]]) }, '16383'],
    ['a row higher than Excel allows', { rowHeights: new Map([[2, 410]]) }, 'row 2 is 410'],
    ['half a row', { rowHeights: new Map([[1.5, 10]]) }, '1048576'],
    ['a header of 256 characters', { page: { header: 'x'.repeat(256) } }, 'Excel allows 255'],
    ['a tab colour that is none', { tabColor: 'red' }, '#RRGGBB'],
    ['a print area that is none', { page: { printArea: 'A:B!' } }, '"A:B!"'],
    ['title rows that are none', { page: { printTitleRows: 'A1:B2' } }, '"A1:B2"'],
  ] as const) {
    it(`cannot have ${what}`, () =>
      expect(thrownBy(() => withSheets(two, newSheet({ name: 'A', ...sheet })))).toMatchObject({
        text: expect.stringContaining(says),
      }));
  }
});

describe('Names', () => {
  const before = workbookFile({
    ...two,
    afterSheets:
      '<functionGroups/><externalReferences><externalReference r:id="rId1"/></externalReferences><definedNames><definedName name="Rate">0.5</definedName><definedName name="Rate" localSheetId="1">0.6</definedName></definedNames><calcPr calcId="1"/>',
  });
  const named = (added: readonly StoredName[], removed: readonly string[], file = before): string =>
    /<\/externalReferences>(.*)<calcPr/.exec(
      textOf(patchWorkbook(file, changes({ namesAdded: added, namesRemoved: removed })), WORKBOOK),
    )?.[1] ?? '';
  const OLD = '<definedName name="Rate">0.5</definedName>';
  const OLD_LOCAL = '<definedName name="Rate" localSheetId="1">0.6</definedName>';

  it('are added after the others', () => {
    expect(
      named(
        [
          { name: 'F8606_2025_T_L1', formula: '=T!$B$3', hidden: false },
          { name: 'F8606_x', formula: '=XLOOKUP(1,T!$A:$A,T!$B:$B)', sheet: 't', hidden: true },
        ],
        [],
      ),
    ).toBe(
      `<definedNames>${OLD}${OLD_LOCAL}<definedName name="F8606_2025_T_L1">T!$B$3</definedName><definedName name="F8606_x" localSheetId="1" hidden="1">_xlfn.XLOOKUP(1,T!$A:$A,T!$B:$B)</definedName></definedNames>`,
    );
  });

  it('are taken out, those of a sheet by its name', () => {
    expect(named([], ['rate'])).toBe(`<definedNames>${OLD_LOCAL}</definedNames>`);
    expect(named([], ["'T'!Rate"])).toBe(`<definedNames>${OLD}</definedNames>`);
    expect(named([], ['Rate', 'T!Rate'])).toBe('');
  });

  it('are replaced when taken out and added at once', () => {
    expect(named([{ name: 'Rate', formula: '=0.7', hidden: false }], ['Rate'])).toBe(
      `<definedNames>${OLD_LOCAL}<definedName name="Rate">0.7</definedName></definedNames>`,
    );
  });

  it('stand after the sheets, the function groups and the links where there were none', () => {
    const without = workbookFile({
      ...two,
      afterSheets:
        '<functionGroups/><externalReferences><externalReference r:id="rId1"/></externalReferences><calcPr calcId="1"/>',
    });
    expect(named([{ name: 'New', formula: '=1', hidden: false }], [], without)).toBe(
      '<definedNames><definedName name="New">1</definedName></definedNames>',
    );
    const empty = workbookFile({
      ...two,
      afterSheets: '<functionGroups/><externalReferences/><definedNames/><calcPr calcId="1"/>',
    });
    expect(
      textOf(patchWorkbook(empty, changes({ namesAdded: [{ name: 'New', formula: '=1', hidden: false }] })), WORKBOOK),
    ).toContain('<externalReferences/><definedNames><definedName name="New">1</definedName></definedNames><calcPr');
  });

  it('change nothing but the workbook part', () => {
    const after = patchWorkbook(before, changes({ namesAdded: [{ name: 'New', formula: '=1', hidden: false }] }));
    expect(differences(before, after)).toEqual({ changed: [WORKBOOK], added: [], removed: [] });
  });

  it('that Excel keeps for itself are stored with its prefix', () => {
    expect(named([{ name: 'Print_Area', formula: '=T!$A$1', sheet: 'T', hidden: false }], [])).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="1">T!$A$1</definedName>',
    );
  });

  for (const [what, added, removed, says] of [
    ['one that is there', [{ name: 'RATE', formula: '=1', hidden: false }], [], 'already has the name'],
    ['one that is there on the sheet', [{ name: 'Rate', formula: '=1', sheet: 'T', hidden: false }], [], 'on the sheet "T"'],
    [
      'one twice',
      [
        { name: 'A_', formula: '=1', hidden: false },
        { name: 'a_', formula: '=2', hidden: false },
      ],
      [],
      'twice',
    ],
    ['one that is not there', [], ['Other'], '"Other" cannot be removed'],
    ['one that the sheet does not have', [], ["'It & S'!Rate"], 'cannot be removed'],
    ['one of a sheet that is not there', [{ name: 'A_', formula: '=1', sheet: 'Z', hidden: false }], [], '"Z"'],
    [
      'one that refers to a sheet that is not there',
      [{ name: 'A_', formula: '=Z!$A$1', hidden: false }],
      [],
      'no sheet "Z"',
    ],
    [
      'one that looks like an address',
      [{ name: 'TAX2025', formula: '=1', hidden: false }],
      [],
      'looks like no cell address',
    ],
    [
      'one that looks like a row and a column',
      [{ name: 'R1C1', formula: '=1', hidden: false }],
      [],
      'looks like no cell address',
    ],
    ['one with a space', [{ name: 'a b', formula: '=1', hidden: false }], [], 'no name that Excel allows'],
    ['one that begins with a digit', [{ name: '8606', formula: '=1', hidden: false }], [], 'no name that Excel allows'],
    ['one that is too long', [{ name: 'x'.repeat(256), formula: '=1', hidden: false }], [], 'no name that Excel allows'],
  ] as const) {
    it(`refuses ${what}`, () =>
      expect(thrownBy(() => named(added, removed))).toMatchObject({ text: expect.stringContaining(says) }));
  }
});
