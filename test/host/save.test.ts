/** From a file through the client to a file again: what is written, what Excel's saved values are left alone for, and why. */
import ExcelJS from 'exceljs';
import type { EngineFunction } from '../../src/host/backend';
import { changesOf, type Saving } from '../../src/host/save';
import { patchWorkbook, readWorkbook, type CellChange, type CellValue, type WorkbookContent } from '../../src/package';
import { recalculateWithLibreOffice } from '../support/libreoffice';
import { aName, aSheet, aWorkbook, closeHosts, hosted, type CellInBrief, type Hosted } from '../support/hostedWorkbook';

afterEach(closeHosts);

/** `BASIS.DOUBLE`: 2 x; `BASIS.DOWN`: the numbers 1 to n below each other. */
const functions: EngineFunction[] = [
  {
    name: 'BASIS.DOUBLE',
    minimumArguments: 1,
    maximumArguments: 1,
    call: ([argument]) => (numberIn(argument) < 0 ? { error: '#N/A' } : numberIn(argument) * 2),
  },
  {
    name: 'BASIS.DOWN',
    minimumArguments: 1,
    maximumArguments: 1,
    call: ([argument]) => Array.from({ length: numberIn(argument) }, (_unused, index) => [index + 1]),
  },
];

function numberIn(argument: Parameters<EngineFunction['call']>[0][number] | undefined): number {
  if (argument?.kind === 'value') return Number(argument.value);
  return argument?.kind === 'cells' ? Number(argument.cells[0]?.[0] ?? 0) : 0;
}

const open = (cells: Readonly<Record<string, CellInBrief>>, rest: Partial<WorkbookContent> = {}) =>
  hosted(aWorkbook([aSheet('Data', cells)], rest), functions);

const saving = ({ host }: Hosted): Saving => changesOf(host.book, 'BASIS');

/** The changes of the sheet Data by address. */
const changed = (book: Hosted): Record<string, CellChange> =>
  Object.fromEntries((saving(book).changes.cells.get('Data') ?? []).map((change) => [change.address, change]));

const put = ({ Excel }: Hosted, address: string, values: unknown[][], sheet = 'Data') =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).formulas = values;
    await context.sync();
  });

const everything = async (book: Hosted): Promise<Hosted> => {
  await book.host.book.backend.calculate('all');
  return book;
};

describe('A workbook in which nothing was done', () => {
  it('has no changes, even where the engine would calculate something else', () => {
    expect(saving(open({ A1: 1, A2: ['=A1+1', 999], A3: { error: '#N/A' }, A4: '' }))).toEqual({
      changes: { cells: new Map(), newSheets: [], namesAdded: [], namesRemoved: [] }, cells: [], disagreements: [], outOfDate: [], unsaved: [],
    });
  });

  it('has none either when what was entered is what was there', async () => {
    const book = open({ A1: 7000, A2: ['=A1+1', 7001] });
    await put(book, 'A1:A2', [[7000], ['=A1+1']]);
    expect(saving(book).cells).toEqual([]);
  });
});

describe('What was entered', () => {
  it('is written: constants, formulas with their value, cleared cells', async () => {
    const book = open({ A1: 1, A2: 2, A3: 'gone' });
    await put(book, 'A1:A4', [[10], ['=A1*2'], [''], ['new']]);
    expect(changed(book)).toEqual({
      A1: { address: 'A1', value: 10 },
      A2: { address: 'A2', value: 20, formula: '=A1*2' },
      A3: { address: 'A3', value: null },
      A4: { address: 'A4', value: 'new' },
    });
    expect(saving(book).cells).toEqual(['Data!A1', 'Data!A2', 'Data!A3', 'Data!A4']);
  });

  it('renews the formulas that depend on it, which keep the text that the file has', async () => {
    const book = open({ A1: 1, A2: ['=A1*2', 2], A3: ['=A2+1', 3], B1: ['=1+1', 999] });
    await put(book, 'A1', [[10]]);
    expect(changed(book)).toEqual({
      A1: { address: 'A1', value: 10 },
      A2: { address: 'A2', value: 20, keepFormula: true },
      A3: { address: 'A3', value: 21, keepFormula: true },
    });
  });

  it('under a leading apostrophe, or in a cell formatted as text, says so', async () => {
    const book = open({});
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      sheet.getRange('A1').values = [["'=1+1"]];
      sheet.getRange('A2').numberFormat = [['@']];
      sheet.getRange('A2').values = [['007']];
      await context.sync();
    });
    expect(changed(book)).toEqual({
      A1: { address: 'A1', value: '=1+1', style: { quotePrefix: true } },
      A2: { address: 'A2', value: '007', style: { numberFormat: '@' } },
    });
  });

  it('as a format alone keeps the value and the formula', async () => {
    const book = open({ A1: 1, A2: ['=A1*2', 2] });
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('A1:A3').format.font.bold = true;
      await context.sync();
    });
    const style = { bold: true };
    expect(changed(book)).toEqual({
      A1: { address: 'A1', value: 1, style }, A2: { address: 'A2', value: 2, keepFormula: true, style }, A3: { address: 'A3', value: null, style },
    });
    expect(saving(book).cells).toEqual([]);
  });
});

describe('Functions of the add-in', () => {
  it('and what depends on them take the value that was calculated', async () => {
    const book = await everything(open({ A1: 5, A2: ['=BASIS.DOUBLE(A1)', { error: '#NAME?' }], A3: ['=A2+1', { error: '#NAME?' }], B1: ['=1+1', 2] }));
    expect(changed(book)).toEqual({
      A2: { address: 'A2', value: 10, keepFormula: true }, A3: { address: 'A3', value: 11, keepFormula: true },
    });
  });

  it('write their errors too', async () => {
    const book = await everything(open({ A1: ['=BASIS.DOUBLE(-1)', 7], A2: ['=A1+1', 8] }));
    expect(changed(book)).toMatchObject({ A1: { value: { error: '#N/A' } }, A2: { value: { error: '#N/A' } } });
  });

  it('inside a name count for the cells that use the name', async () => {
    const book = await everything(open({ A1: ['=Twice+1', 0] }, { names: [aName('Twice', '=BASIS.DOUBLE(4)')] }));
    expect(changed(book)).toEqual({ A1: { address: 'A1', value: 9, keepFormula: true } });
  });

  it('that spill renew the cells over which they spill, and the range where it grows', async () => {
    const array = { ref: 'B1:B2', dynamic: true };
    const book = await everything(open({ A1: 3, B1: { formula: '=BASIS.DOWN(A1)', value: 1, array }, B2: { value: 2, partOfArray: true } }));
    expect(changed(book)).toEqual({
      B1: { address: 'B1', value: 1, keepFormula: true, array: { ref: 'B1:B3', dynamic: true } },
      B3: { address: 'B3', value: 3, keepFormula: true },
    });
  });
});

describe('Other formulas', () => {
  it('keep what Excel saved; a difference is told', async () => {
    const book = await everything(open({ A1: ['=1+1', 999], A2: ['="a"', 'b'], A3: ['=1/0', 5] }));
    const { changes, disagreements } = saving(book);
    expect(changes.cells.size).toBe(0);
    expect(disagreements).toEqual([
      { cell: 'Data!A1', saved: 999, computed: 2 },
      { cell: 'Data!A2', saved: 'b', computed: 'a' },
      { cell: 'Data!A3', saved: 5, computed: '#DIV/0!' },
    ]);
  });

  it.each<[number, CellValue, boolean]>([
    [1e9 + 0.9, 1e9, false],
    [1e9 + 1.1, 1e9, true],
    [1e9 - 0.9, 1e9, false],
    [5.6e-17, 0, false],
    [2e-9, 0, true],
  ])('differ from a thousand-millionth on: %p beside %p', async (saved, computed, differs) => {
    const book = await everything(open({ A1: [`=0+${String(computed)}`, saved] }));
    expect(saving(book).disagreements).toHaveLength(differs ? 1 : 0);
  });

  it('without a saved value get one', async () => {
    const book = open({ A1: 2, A2: ['=A1*2', null], A3: ['=A2+1', null] });
    await put(book, 'C1', [['read']]);
    expect(changed(book)).toMatchObject({ A2: { value: 4, keepFormula: true }, A3: { value: 5, keepFormula: true } });
  });

  it('with INDIRECT are compared, and not renewed', async () => {
    const book = open({ A1: 1, A2: ['=INDIRECT("A1")', 1] });
    await put(book, 'A1', [[10]]);
    expect(Object.keys(changed(book))).toEqual(['A1']);
    expect(saving(book).disagreements).toEqual([{ cell: 'Data!A2', saved: 1, computed: 10 }]);
  });
});

describe('A formula that should change and cannot be calculated', () => {
  it('keeps its value, as does all that depends on it, and both are named', async () => {
    const book = open({ A1: 1, A2: ['=CUBEVALUE("m",A1)', 41], A3: ['=A2+A1', 42], A4: ['=A1*2', 2] });
    await put(book, 'A1', [[10]]);
    expect(changed(book)).toEqual({ A1: { address: 'A1', value: 10 }, A4: { address: 'A4', value: 20, keepFormula: true } });
    expect(saving(book).outOfDate).toEqual([
      { cell: 'Data!A2', text: 'It could not be calculated: the function CUBEVALUE is not available here. The file keeps what it had.' },
      { cell: 'Data!A3', text: 'It depends on a cell that could not be calculated; the file keeps what it had.' },
    ]);
  });

  it('is not named where nothing that it reads has changed', async () => {
    const book = open({ A1: 1, B1: 5, A2: ['=CUBEVALUE("m",A1)', 41], A3: ['=A2+B1', 46] });
    await put(book, 'B1', [[6]]);
    expect(changed(book)).toMatchObject({ A3: { value: 47 } });
    expect(saving(book).outOfDate).toEqual([]);
  });
});

describe('Names', () => {
  const named = () => open({ A1: 1, A2: ['=Rate*2', 4] }, { names: [aName('Rate', '=2'), aName('Own', '=1', 'Data')] });

  it('that came, went or changed are told, and renew what uses them', async () => {
    const book = named();
    await book.Excel.run(async (context) => {
      context.workbook.names.add('F8606_2025_T_L1', context.workbook.worksheets.getItem('Data').getRange('A1'));
      context.workbook.names.getItem('Rate').formula = '=3';
      context.workbook.worksheets.getItem('Data').names.getItem('Own').delete();
      await context.sync();
    });
    const { namesAdded, namesRemoved } = saving(book).changes;
    expect(namesAdded).toEqual([aName('Rate', '=3'), aName('F8606_2025_T_L1', '=Data!$A$1')]);
    expect(namesRemoved).toEqual(['Rate', 'Data!Own']);
    expect(changed(book)).toEqual({ A2: { address: 'A2', value: 6, keepFormula: true } });
  });
});

describe('A sheet that was added', () => {
  it('is written whole: cells, styles, names, widths, page', async () => {
    const book = open({ A1: 7000 });
    await book.Excel.run(async (context) => {
      const tab = context.workbook.worksheets.add('8606 2025 T');
      tab.getRange('A1:B2').formulas = [['Line 1', '=Data!A1'], ["'1/2", '']];
      tab.getRange('B1').numberFormat = [['#,##0']];
      tab.getRange('B1').format.borders.getItem('EdgeBottom').style = 'Double';
      tab.getRange('A:A').format.columnWidth = 48;
      tab.getRange('A1').format.rowHeight = 24;
      tab.freezePanes.freezeRows(1);
      tab.set({ tabColor: '#1F4E79', showGridlines: false });
      tab.pageLayout.set({ orientation: 'Landscape', zoom: { horizontalFitToPages: 1 } });
      tab.pageLayout.setPrintArea('A1:B2');
      tab.pageLayout.headersFooters.defaultForAllPages.set({ leftFooter: '&F', rightFooter: 'Page &P' });
      await context.sync();
    });
    expect(saving(book).changes.newSheets).toEqual([{
      name: '8606 2025 T',
      cells: [
        { address: 'A1', value: 'Line 1' },
        { address: 'B1', value: 7000, formula: '=Data!A1', style: { numberFormat: '#,##0', borders: { bottom: 'double' } } },
        { address: 'A2', value: '1/2', style: { quotePrefix: true } },
      ],
      columns: new Map([[0, { width: 8.43 }]]),
      rowHeights: new Map([[1, 24]]),
      frozenRows: 1,
      showGridlines: false,
      tabColor: '#1F4E79',
      page: { orientation: 'landscape', fitToWidth: 1, printArea: '$A$1:$B$2', footer: '&L&F&RPage &P' },
    }]);
  });
});

describe('What a file cannot be given', () => {
  it('is told: page setup, widths and colours of a sheet that it has', async () => {
    const book = open({ A1: 1 });
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      sheet.tabColor = '#112233';
      sheet.getRange('A:A').format.columnWidth = 90;
      await context.sync();
    });
    expect(saving(book).unsaved).toEqual([
      'On the sheet "Data" the colour of the tab was set; the file keeps its own.',
      'On the sheet "Data" column widths were set; the file keeps its own.',
    ]);
  });

  it('is refused: a file without one of its sheets', async () => {
    const book = hosted(aWorkbook([aSheet('Data'), aSheet('Old')]));
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Old').delete();
      await context.sync();
    });
    expect(() => saving(book)).toThrow('The sheet "Old" was deleted.');
  });
});

describe('From .xlsx to .xlsx', () => {
  async function clientFile(): Promise<Uint8Array> {
    const workbook = new ExcelJS.Workbook();
    const data = workbook.addWorksheet('IRA-1');
    data.addRow(['Account', 'Value']);
    data.addRow(['Vanguard SEP', 50000.5]);
    data.addRow(['Fidelity rollover IRA', 13000]);
    data.addRow(['Total', { formula: 'SUM(B2:B3)', result: 63000.5 }]);
    data.getCell('B2').numFmt = '#,##0.00';
    workbook.definedNames.add("'IRA-1'!$B$4", 'YearEnd');
    return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
  }

  it('read, edited through the client, saved and read back: LibreOffice finds the same values', async () => {
    const original = await clientFile();
    const book = hosted(readWorkbook(original));
    await put(book, 'B3', [[14000]], 'IRA-1');
    await book.Excel.run(async (context) => {
      const tab = context.workbook.worksheets.add("It's 8606");
      tab.getRange('A1:B5').formulas = [
        ['Form 8606', "'1/2 of it"],
        ['Basis', 7000],
        ['Line 6', '=ROUND(YearEnd,0)'],
        ['Line 10', '=MIN(1,B2/(B3+B2))'],
        ['Line 18', '=ROUND(B2-B2*B2/(B3+B2),0)'],
      ];
      tab.getRange('B2:B5').numberFormat = [['#,##0'], ['#,##0'], ['0.0000000000'], ['#,##0']];
      tab.getRange('A1:B1').format.font.bold = true;
      context.workbook.names.add('F8606_L18', tab.getRange('B5'));
      await context.sync();
    });
    const patched = patchWorkbook(original, changesOf(book.host.book, 'BASIS').changes);
    // LibreOffice writes 15 digits of a number.
    const digits = (value: CellValue) => (typeof value === 'number' ? Number(value.toPrecision(15)) : value);
    const values = (bytes: Uint8Array) => {
      const { sheets, names } = readWorkbook(bytes);
      return {
        cells: sheets.map((sheet) =>
          [sheet.name, ['B3', 'B4', 'A1', 'B1', 'B2', 'B5'].map((address) => digits(sheet.cells.get(address)?.value ?? null))]),
        names: names.map(({ name, formula }) => [name, formula]),
      };
    };
    const expected = {
      cells: [
        ['IRA-1', [14000, 64000.5, 'Account', 'Value', 50000.5, null]],
        // 7,000 - 7,000 x 7,000 / 71,001 = 6,309.87..., in whole dollars
        ["It's 8606", [64001, digits(7000 / 71001), 'Form 8606', '1/2 of it', 7000, 6310]],
      ],
      names: expect.arrayContaining([['YearEnd', "='IRA-1'!$B$4"], ['F8606_L18', "='It''s 8606'!$B$5"]]),
    };
    expect(values(patched)).toEqual(expected);
    expect(values(await recalculateWithLibreOffice(patched)).cells).toEqual(expected.cells);

    const reopened = hosted(readWorkbook(patched));
    expect(saving(reopened).changes).toEqual({ cells: new Map(), newSheets: [], namesAdded: [], namesRemoved: [] });
  });

  it('unchanged is the same file, byte for byte', async () => {
    const original = await clientFile();
    const book = hosted(readWorkbook(original));
    await everything(book);
    expect(patchWorkbook(original, saving(book).changes)).toEqual(original);
  });
});
