import ExcelJS from 'exceljs';
import { patchWorkbook, readWorkbook, type WorkbookChanges } from '../../src/package';
import { changes, newSheet } from './support/changes';
import { differences, partsOf, textOf } from './support/fixture';
import { hostileWorkbook } from './support/hostile';

/** The rule: DESIGN.md section 6, "package parts that may differ". */

const SHEET = 'xl/worksheets/sheet1.xml';
const FRAME = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];

const recalculated: WorkbookChanges = changes({
  cells: new Map([
    [
      'Accounts',
      [
        { address: 'A6', value: 6510.5, keepFormula: true },
        { address: 'C2', value: 46500.01, keepFormula: true },
      ],
    ],
  ]),
});

const built: WorkbookChanges = changes({
  cells: new Map([['Accounts', [{ address: 'B3', value: 1000.51 }]]]),
  newSheets: [
    newSheet({
      name: '8606 2025 T',
      cells: [
        { address: 'A1', value: 'Form 8606', style: { bold: true, quotePrefix: true } },
        {
          address: 'B2',
          value: 94000.51,
          formula: '=SUM(Accounts!B2:B4)',
          style: { numberFormat: '"$"#,##0.00', borders: { top: 'thin' } },
        },
      ],
      columns: new Map([[0, { width: 30 }]]),
      page: { orientation: 'portrait', fitToWidth: 1, printArea: 'A1:B2' },
    }),
  ],
  namesAdded: [{ name: 'F8606_2025_T_L6', formula: "='8606 2025 T'!$B$2", hidden: false }],
});

describe('A workbook with everything that careless programs lose', () => {
  const before = hostileWorkbook();

  it('comes back from a recalculation with one sheet changed, all parts in their old order', () => {
    const after = patchWorkbook(before, recalculated);
    expect(differences(before, after)).toEqual({ changed: [SHEET], added: [], removed: [] });
    expect([...partsOf(after).keys()]).toEqual([...partsOf(before).keys()]);
  });

  it('changes in that sheet in the two values and nowhere else', () => {
    const after = textOf(patchWorkbook(before, recalculated), SHEET);
    expect(after.replace('<v>6510.5</v>', '<v>6510</v>').replace('<v>46500.01</v>', '<v>46500</v>')).toBe(
      textOf(before, SHEET),
    );
  });

  it('comes back from a build with what a new sheet needs changed, and nothing else', () => {
    const after = patchWorkbook(before, built);
    expect(differences(before, after)).toEqual({
      changed: [...FRAME, SHEET, 'xl/styles.xml'],
      added: ['xl/worksheets/sheet3.xml'],
      removed: ['xl/calcChain.xml'],
    });
    const kept = [...partsOf(before).keys()].filter((part) => part !== 'xl/calcChain.xml');
    expect([...partsOf(after).keys()]).toEqual([...kept, 'xl/worksheets/sheet3.xml']);
  });

  it('keeps every cell, name and format that the build did not name', () => {
    const [old, now] = [readWorkbook(before), readWorkbook(patchWorkbook(before, built))];
    const others = (content: typeof old): unknown[] =>
      content.sheets.slice(0, 2).map((sheet) => ({
        ...sheet,
        cells: [...sheet.cells].filter(([address]) => sheet.name !== 'Accounts' || address !== 'B3'),
      }));
    expect(others(now)).toEqual(others(old));
    expect(now.names.slice(0, old.names.length)).toEqual(old.names);
    expect(now.sheets[0]?.cells.get('B3')).toEqual({ value: 1000.51, numberFormat: '"$"#,##0.00' });
    expect(now.sheets[2]?.cells.get('B2')).toEqual({
      value: 94000.51,
      formula: '=SUM(Accounts!B2:B4)',
      numberFormat: '"$"#,##0.00',
    });
  });

  it('takes a second build on top of the first', () => {
    const once = patchWorkbook(before, built);
    const twice = patchWorkbook(
      once,
      changes({
        cells: new Map([['8606 2025 T', [{ address: 'B2', value: 1, formula: '=1' }]]]),
        namesRemoved: ['F8606_2025_T_L6'],
      }),
    );
    expect(differences(once, twice)).toEqual({
      changed: ['xl/workbook.xml', 'xl/worksheets/sheet3.xml'],
      added: [],
      removed: [],
    });
  });

  it('is not touched itself', () => {
    const copy = before.slice();
    patchWorkbook(before, built);
    expect(Buffer.compare(copy, before)).toBe(0);
  });
});

describe('A workbook that an ordinary library wrote', () => {
  const ordinary = async (): Promise<Uint8Array> => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Accounts', { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = [
      { header: 'Account', width: 30 },
      { header: 'Value', width: 14, style: { numFmt: '#,##0.00' } },
    ];
    sheet.addRows([
      ['Rollover IRA', 93000],
      ['SEP', 250.5],
    ]);
    sheet.getCell('B4').value = { formula: 'SUM(B2:B3)', result: 93250.5 };
    sheet.getCell('B2').note = 'From the custodian';
    sheet.getCell('A2').dataValidation = { type: 'list', formulae: ['"Rollover IRA,SEP"'] };
    sheet.addConditionalFormatting({
      ref: 'B2:B3',
      rules: [{ type: 'cellIs', operator: 'lessThan', priority: 1, formulae: [0], style: { font: { bold: true } } }],
    });
    sheet.mergeCells('D1:E1');
    workbook.definedNames.add('Accounts!$B$4', 'Total');
    return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
  };

  it('keeps all its other parts, and what it wrote around the cells', async () => {
    const before = await ordinary();
    const after = patchWorkbook(
      before,
      changes({
        cells: new Map([
          [
            'Accounts',
            [
              { address: 'B3', value: 300 },
              { address: 'B4', value: 93300, keepFormula: true },
            ],
          ],
        ]),
      }),
    );
    expect(differences(before, after)).toEqual({ changed: [SHEET], added: [], removed: [] });
    expect(textOf(after, SHEET).replace('<v>300</v>', '<v>250.5</v>').replace('<v>93300</v>', '<v>93250.5</v>')).toBe(
      textOf(before, SHEET),
    );
  });
});
