/** The object model through the real client: what Excel's documentation says of each case, success and failure. */
import type { WorkbookContent } from '../../src/package/content';
import { aName, aSheet, aWorkbook, closeHosts, hosted, type Hosted } from '../support/hostedWorkbook';

afterEach(closeHosts);

const clientFile = (rest: Partial<WorkbookContent> = {}) => hosted(aWorkbook([
  aSheet('IRA-1', { A1: 'Type', B1: 'Value', A2: 'SEP', B2: 50000, B3: ['=B2*2', 100000], D9: { value: null, numberFormat: '0.00' } }),
  aSheet("It's 2025", { A1: true, B1: { error: '#N/A' } }),
], rest));

type Work<Result> = (context: Excel.RequestContext) => Promise<Result>;

const run = <Result>({ Excel }: Hosted, work: Work<Result>): Promise<Result> => Excel.run(work);

/** Runs the work, sends what it queued, and gives the code and place of the error. */
const failure = async (book: Hosted, queue: (workbook: Excel.Workbook) => unknown): Promise<{ readonly code: string; readonly at: string }> => {
  const outcome = await run(book, async (context) => {
    queue(context.workbook);
    await context.sync();
  }).then(() => null, (error: OfficeExtension.Error) => error);
  return { code: outcome?.code ?? 'none', at: outcome?.debugInfo.errorLocation ?? '' };
};

/** One property of an object, loaded and read. */
const read = (book: Hosted, find: (workbook: Excel.Workbook) => OfficeExtension.ClientObject, property: string): Promise<unknown> =>
  run(book, async (context) => {
    const item = find(context.workbook) as OfficeExtension.ClientObject & { load(names: string): void };
    item.load(property);
    await context.sync();
    return (item as unknown as Record<string, unknown>)[property];
  });

describe('Null objects', () => {
  it('are told by isNullObject, and so is all that they lead to', async () => {
    const nulls = await run(clientFile(), async (context) => {
      const { workbook } = context;
      const sheet = workbook.worksheets.getItemOrNullObject('nowhere');
      const range = sheet.getRange('A1');
      const deeper = range.getUsedRangeOrNullObject(true);
      const name = workbook.names.getItemOrNullObject('nobody');
      const named = name.getRangeOrNullObject();
      [sheet, name].forEach((item) => item.load('name'));
      [range, deeper, named].forEach((item) => item.load('address'));
      await context.sync();
      return [sheet, range, deeper, name, named].map((item) => item.isNullObject);
    });
    expect(nulls).toEqual([true, true, true, true, true]);
  });

  it('take writes, method calls and deletion without effect', async () => {
    const book = clientFile();
    await run(book, async (context) => {
      const { workbook } = context;
      const sheet = workbook.worksheets.getItemOrNullObject('nowhere');
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('A1').format.font.bold = true;
      sheet.delete();
      await context.sync();
    });
    expect(book.host.book.worksheets).toHaveLength(2);
  });

  it('are refused as arguments', async () => {
    expect(await failure(clientFile(), (workbook) => {
      const missing = workbook.worksheets.getItemOrNullObject('nowhere').getRange('A1');
      workbook.names.add('Lost', missing);
    })).toEqual({ code: 'InvalidArgument', at: 'NamedItemCollection.add' });
  });

  it('exist where there is something', async () => {
    expect(await run(clientFile(), async (context) => {
      const { workbook } = context;
      const sheet = workbook.worksheets.getItemOrNullObject('ira-1');
      sheet.load('name');
      await context.sync();
      return [sheet.isNullObject, sheet.name];
    })).toEqual([false, 'IRA-1']);
  });
});

describe('Writing a rectangle', () => {
  const after = async (write: (range: Excel.Range) => void, address = 'A1:B3') => {
    const book = clientFile();
    return run(book, async (context) => {
      const { workbook } = context;
      const range = workbook.worksheets.getItem('IRA-1').getRange(address);
      write(range);
      await context.sync();
      range.load('formulas');
      await context.sync();
      return range.formulas;
    });
  };

  it('leaves cells alone where the array has null, and clears them where it has ""', async () => {
    expect(await after((range) => { range.values = [[null, 'Amount'], [null, null], [null, '']]; }))
      .toEqual([['Type', 'Amount'], ['SEP', 50000], ['', '']]);
  });

  it('sets every cell to a single value', async () => {
    expect(await after((range) => { (range as unknown as { values: unknown }).values = 7; }, 'A2:B3')).toEqual([[7, 7], [7, 7]]);
  });

  it.each([
    ['fewer rows', [[1, 2], [3, 4]]],
    ['fewer columns', [[1], [2], [3]]],
    ['rows of different lengths', [[1, 2], [3], [4, 5]]],
    ['more rows', [[1, 2], [3, 4], [5, 6], [7, 8]]],
  ])('of another shape is refused: %s', async (_case, values) => {
    const book = clientFile();
    expect(await failure(book, (workbook) => { workbook.worksheets.getItem('IRA-1').getRange('A1:B3').values = values; }))
      .toEqual({ code: 'InvalidArgument', at: 'Range.values' });
    expect(book.host.book.backend.cell({ sheet: book.host.book.worksheets[0]!.id, row: 0, column: 0 }).value).toBe('Type');
  });

  it('of more than 1,500 cells arrives whole, although the client sends it in parts', async () => {
    const rows = Array.from({ length: 400 }, (_row, row) => Array.from({ length: 5 }, (_column, column) => row * 5 + column));
    const book = clientFile();
    const values = await run(book, async (context) => {
      const { workbook } = context;
      const range = workbook.worksheets.getItem('IRA-1').getRange('F1:J400');
      range.values = rows;
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual(rows);
  });

  it('with a formula that refers to a sheet which is not there is refused', async () => {
    expect(await failure(clientFile(), (workbook) => { workbook.worksheets.getItem('IRA-1').getRange('A1').formulas = [["='8606 2024 T'!A1"]]; }))
      .toEqual({ code: 'InvalidArgument', at: 'Range.formulas' });
  });

  it('does nothing when one of its values is refused', async () => {
    const book = clientFile();
    expect(await failure(book, (workbook) => { workbook.worksheets.getItem('IRA-1').getRange('A1:B1').values = [['changed', '1/2/2026']]; }))
      .toEqual({ code: 'InvalidArgument', at: 'Range.values' });
    expect(await read(book, (workbook) => workbook.worksheets.getItem('IRA-1').getRange('A1'), 'values')).toEqual([['Type']]);
  });
});

describe('Ranges', () => {
  const sheet = (workbook: Excel.Workbook) => workbook.worksheets.getItem('IRA-1');

  it.each<[string, (workbook: Excel.Workbook) => Excel.Range, string]>([
    ['one cell', (workbook) => sheet(workbook).getRange('b2'), "'IRA-1'!B2"],
    ['several', (workbook) => sheet(workbook).getRange('$B$2:A1'), "'IRA-1'!A1:B2"],
    ['with the sheet in front', (workbook) => sheet(workbook).getRange("'IRA-1'!A1:B2"), "'IRA-1'!A1:B2"],
    ['whole columns', (workbook) => sheet(workbook).getRange('B:C'), "'IRA-1'!B:C"],
    ['whole rows', (workbook) => sheet(workbook).getRange('3:4'), "'IRA-1'!3:4"],
    ['an apostrophe in the sheet name', (workbook) => workbook.worksheets.getItem("It's 2025").getRange('A1'), "'It''s 2025'!A1"],
    ['a cell of a range', (workbook) => sheet(workbook).getRange('B2:C9').getCell(1, 1), "'IRA-1'!C3"],
    ['the rows of a range', (workbook) => sheet(workbook).getRange('B2:C9').getEntireRow(), "'IRA-1'!2:9"],
    ['what two ranges share', (workbook) => sheet(workbook).getRange('A1:B9').getIntersection('B2:D20'), "'IRA-1'!B2:B9"],
    ['by counting', (workbook) => sheet(workbook).getRangeByIndexes(1, 1, 2, 3), "'IRA-1'!B2:D3"],
    ['the used cells', (workbook) => sheet(workbook).getUsedRange(true), "'IRA-1'!A1:B3"],
    ['the used cells, formats counted', (workbook) => sheet(workbook).getUsedRange(false), "'IRA-1'!A1:D9"],
    ['the used part of a column', (workbook) => sheet(workbook).getRange('B:B').getUsedRange(true), "'IRA-1'!B1:B3"],
    ['the selection', (workbook) => workbook.getSelectedRange(), "'IRA-1'!A1"],
  ])('have an address as Excel writes it: %s', async (_case, find, address) => {
    expect(await read(clientFile(), find, 'address')).toBe(address);
  });

  it('tell what their cells are', async () => {
    const book = clientFile();
    expect(await read(book, (workbook) => workbook.worksheets.getItem("It's 2025").getRange('A1:C1'), 'valueTypes'))
      .toEqual([['Boolean', 'Error', 'Empty']]);
    expect(await read(book, (workbook) => workbook.worksheets.getItem("It's 2025").getRange('A1:C1'), 'values')).toEqual([[true, '#N/A', '']]);
    expect(await read(book, (workbook) => sheet(workbook).getRange('A2:B3'), 'valueTypes')).toEqual([['String', 'Double'], ['Empty', 'Double']]);
  });

  it('bring properties of the objects behind them along', async () => {
    const seen = await run(clientFile(), async (context) => {
      const { workbook } = context;
      const range = sheet(workbook).getRange('A1');
      range.load('address, worksheet/name, worksheet/id');
      await context.sync();
      return [range.worksheet.name, range.worksheet.id];
    });
    expect(seen).toEqual(['IRA-1', expect.stringMatching(/^\{[0-9A-F-]+\}$/)]);
  });

  it('say which rows are hidden, and null where some are', async () => {
    const book = hosted(aWorkbook([aSheet('Data', {}, { hiddenRows: new Set([2]) })]));
    const hidden = (address: string) => read(book, (workbook) => workbook.worksheets.getItem('Data').getRange(address), 'rowHidden');
    expect([await hidden('A1'), await hidden('A2'), await hidden('A1:A2')]).toEqual([false, true, null]);
  });

  it('have no used part where nothing is', async () => {
    const nothing = await run(clientFile(), async (context) => {
      const { workbook } = context;
      const used = sheet(workbook).getRange('F1:G9').getUsedRangeOrNullObject(true);
      used.load('address');
      await context.sync();
      return used.isNullObject;
    });
    expect(nothing).toBe(true);
  });

  it('clear contents, formats or both', async () => {
    const book = clientFile();
    await run(book, async (context) => {
      const { workbook } = context;
      const range = sheet(workbook).getRange('B2');
      range.numberFormat = [['0.00']];
      range.clear('Contents');
      sheet(workbook).getRange('D9').clear('Formats');
      await context.sync();
    });
    expect(await read(book, (workbook) => sheet(workbook).getRange('B2'), 'values')).toEqual([['']]);
    expect(await read(book, (workbook) => sheet(workbook).getRange('B2'), 'numberFormat')).toEqual([['0.00']]);
    expect(await read(book, (workbook) => sheet(workbook).getRange('D9'), 'numberFormat')).toEqual([['General']]);
  });

  it('are selected and found again as the selection', async () => {
    const book = clientFile();
    await run(book, async (context) => {
      const { workbook } = context;
      workbook.worksheets.getItem("It's 2025").getRange('B2:C3').select();
      await context.sync();
    });
    expect(await read(book, (workbook) => workbook.getSelectedRange(), 'address')).toBe("'It''s 2025'!B2:C3");
  });
});

describe('Formats', () => {
  it('are kept by cell and read again; where cells differ the answer is null', async () => {
    const seen = await run(clientFile(), async (context) => {
      const { workbook } = context;
      const tab = workbook.worksheets.add('Tab');
      const range = tab.getRange('A1:B2');
      range.format.font.set({ bold: true, italic: true, size: 14, name: 'Arial', color: '#112233', underline: 'Single' });
      range.format.fill.color = '#ffeedd';
      range.format.set({ horizontalAlignment: 'Right', verticalAlignment: 'Top', wrapText: true, indentLevel: 2, columnWidth: 90, rowHeight: 30 });
      tab.getRange('B2').format.font.bold = false;
      const { format } = range;
      format.load('horizontalAlignment, verticalAlignment, wrapText, indentLevel, columnWidth, rowHeight');
      format.font.load('bold, italic, size, name, color, underline');
      format.fill.load('color');
      await context.sync();
      const { font, fill } = format;
      return [
        font.bold, font.italic, font.size, font.name, font.color, font.underline, fill.color, format.horizontalAlignment,
        format.verticalAlignment, format.wrapText, format.indentLevel, format.columnWidth, format.rowHeight,
      ];
    });
    expect(seen).toEqual([null, true, 14, 'Arial', '#112233', 'Single', '#FFEEDD', 'Right', 'Top', true, 2, 90, 30]);
  });

  it('draw borders around a range and between its cells', async () => {
    const book = clientFile();
    await run(book, async (context) => {
      const { workbook } = context;
      const { borders } = workbook.worksheets.add('Tab').getRange('A1:B2').format;
      borders.getItem('EdgeTop').style = 'Continuous';
      borders.getItem('EdgeBottom').style = 'Double';
      borders.getItem('InsideVertical').set({ style: 'Continuous', weight: 'Medium' });
      await context.sync();
    });
    const { styles } = book.host.book.findSheet('Tab')!;
    expect([styles.at(0, 0).borders, styles.at(0, 1).borders, styles.at(1, 0).borders])
      .toEqual([{ top: 'thin', right: 'medium' }, { top: 'thin' }, { bottom: 'double', right: 'medium' }]);
  });

  it('of a whole column reach cells that were formatted before, and those that are written later', async () => {
    const book = clientFile();
    await run(book, async (context) => {
      const { workbook } = context;
      const tab = workbook.worksheets.add('Tab');
      tab.getRange('A1').format.font.italic = true;
      tab.getRange('A:A').format.font.bold = true;
      await context.sync();
    });
    const { styles } = book.host.book.findSheet('Tab')!;
    expect([styles.at(0, 0), styles.at(900, 0), styles.at(0, 1)]).toEqual([{ italic: true, bold: true }, { bold: true }, {}]);
  });

  it('that a file had are not known, and asking for them is refused', async () => {
    expect(await failure(clientFile(), (workbook) => workbook.worksheets.getItem('IRA-1').getRange('A1').load('format/font/bold')))
      .toMatchObject({ code: 'ApiNotFound' });
  });
});

describe('Sheets', () => {
  it.each([
    ['', 'it is blank'], ['   ', 'it is blank'], ['a'.repeat(32), '32 characters'], ['a/b', 'a forbidden character'],
    ['a:b', 'a forbidden character'], ['[a]', 'a forbidden character'], ["'a", 'an apostrophe in front'], ["a'", 'an apostrophe behind'],
    ['HISTORY', "Excel's own name"],
  ])('named "%s" are refused: %s', async (name) => {
    expect(await failure(clientFile(), (workbook) => workbook.worksheets.add(name))).toEqual({ code: 'InvalidArgument', at: 'WorksheetCollection.add' });
  });

  it('may have 31 characters and apostrophes inside', async () => {
    expect(await read(clientFile(), (workbook) => workbook.worksheets.add(`It's ${'a'.repeat(26)}`), 'name')).toHaveLength(31);
  });

  it('of a name that is taken, in whatever case, are refused', async () => {
    expect(await failure(clientFile(), (workbook) => workbook.worksheets.add('ira-1'))).toMatchObject({ code: 'ItemAlreadyExists' });
  });

  it('without a name get the first free one', async () => {
    expect(await read(clientFile(), (workbook) => workbook.worksheets.add(), 'name')).toBe('Sheet1');
  });

  it('stay the same object from batch to batch', async () => {
    const ids = await run(clientFile(), async (context) => {
      const { workbook } = context;
      const tab = workbook.worksheets.add('Tab');
      tab.load('id');
      await context.sync();
      tab.getRange('A1').values = [['later']];
      const again = workbook.worksheets.getItem('Tab');
      again.load('id');
      await context.sync();
      return [tab.id, again.id];
    });
    expect(ids[0]).toBe(ids[1]);
  });

  it('are found by their id', async () => {
    const book = clientFile();
    const id = String(await read(book, (workbook) => workbook.worksheets.getItem("It's 2025"), 'id'));
    expect(await read(book, (workbook) => workbook.worksheets.getItem(id), 'name')).toBe("It's 2025");
  });

  it('are listed in their order', async () => {
    const listed = await run(clientFile(), async (context) => {
      const { workbook } = context;
      workbook.worksheets.load('items/name, items/position, items/visibility');
      await context.sync();
      return workbook.worksheets.items.map(({ name, position, visibility }) => [name, position, visibility]);
    });
    expect(listed).toEqual([['IRA-1', 0, 'Visible'], ["It's 2025", 1, 'Visible']]);
  });

  it('that were deleted are gone, also for ranges that were kept', async () => {
    const book = clientFile();
    const code = await run(book, async (context) => {
      const { workbook } = context;
      const tab = workbook.worksheets.add('Tab');
      const range = tab.getRange('A1');
      await context.sync();
      tab.delete();
      await context.sync();
      range.values = [[1]];
      return context.sync().then(() => 'none', (error: OfficeExtension.Error) => error.code);
    });
    expect(code).toBe('ItemNotFound');
    expect(await failure(book, (workbook) => workbook.worksheets.getItem('Tab').load('name')))
      .toEqual({ code: 'ItemNotFound', at: 'WorksheetCollection.getItem' });
  });

  it('cannot be deleted when no other is visible', async () => {
    expect(await failure(hosted(aWorkbook([aSheet('Only'), aSheet('Hidden', {}, { visibility: 'Hidden' })])),
      (workbook) => workbook.worksheets.getItem('Only').delete())).toMatchObject({ code: 'InvalidOperation' });
  });

  it('keep their look and their page setup', async () => {
    const book = clientFile();
    await run(book, async (context) => {
      const { workbook } = context;
      const tab = workbook.worksheets.add('Tab');
      tab.set({ tabColor: '#00aa00', showGridlines: false });
      tab.freezePanes.freezeRows(3);
      tab.pageLayout.set({ orientation: 'Landscape', centerHorizontally: true, zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 } });
      tab.pageLayout.setPrintMargins('Inches', { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 });
      tab.pageLayout.setPrintArea('A1:F40');
      tab.pageLayout.setPrintTitleRows('$1:$3');
      tab.pageLayout.headersFooters.defaultForAllPages.set({ leftFooter: '&F', rightFooter: '&P of &N' });
      await context.sync();
    });
    const { page, footer, tabColor, showGridlines, frozenRows } = book.host.book.findSheet('Tab')!;
    expect({ page, footer, tabColor, showGridlines, frozenRows }).toEqual({
      page: {
        orientation: 'landscape', centerHorizontally: true, fitToWidth: 1, fitToHeight: 0, printArea: '$A$1:$F$40', printTitleRows: '$1:$3',
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      },
      footer: { left: '&F', center: '', right: '&P of &N' },
      tabColor: '#00AA00',
      showGridlines: false,
      frozenRows: 3,
    });
  });
});

describe('Protection', () => {
  it('of a sheet refuses values, formats and clearing', async () => {
    const book = hosted(aWorkbook([aSheet('Data', { A1: 1 }, { protected: true })]));
    const cell = (workbook: Excel.Workbook) => workbook.worksheets.getItem('Data').getRange('A1');
    for (const change of [
      (range: Excel.Range) => { range.values = [[2]]; },
      (range: Excel.Range) => { range.formulas = [['=1']]; },
      (range: Excel.Range) => { range.numberFormat = [['0']]; },
      (range: Excel.Range) => { range.format.font.bold = true; },
      (range: Excel.Range) => { range.clear(); },
    ]) {
      expect(await failure(book, (workbook) => change(cell(workbook)))).toMatchObject({ code: 'AccessDenied' });
    }
    expect(await read(book, (workbook) => workbook.worksheets.getItem('Data').protection, 'protected')).toBe(true);
  });

  it('of the workbook refuses new sheets and the deletion of sheets', async () => {
    const book = clientFile({ structureProtected: true });
    expect(await failure(book, (workbook) => workbook.worksheets.add('Tab'))).toMatchObject({ code: 'AccessDenied' });
    expect(await failure(book, (workbook) => workbook.worksheets.getItem('IRA-1').delete())).toMatchObject({ code: 'AccessDenied' });
    expect(await read(book, (workbook) => workbook.protection, 'protected')).toBe(true);
  });
});

describe('Names', () => {
  const named = () => clientFile({ names: [aName('Rate', '=0.22+0.02'), aName('Prices', "='IRA-1'!$B$2:$B$3"), { ...aName('Hid', '=1'), hidden: true }] });

  it('are listed with what they are', async () => {
    const listed = await run(named(), async (context) => {
      const { workbook } = context;
      workbook.names.load('items/name, items/type, items/value, items/formula, items/scope, items/visible');
      await context.sync();
      return workbook.names.items.map(({ name, type, value, formula, scope, visible }) => [name, type, value, formula, scope, visible]);
    });
    expect(listed).toEqual([
      ['Rate', 'Double', 0.24, '=0.22+0.02', 'Workbook', true],
      ['Prices', 'Range', "'IRA-1'!$B$2:$B$3", "='IRA-1'!$B$2:$B$3", 'Workbook', true],
      ['Hid', 'Integer', 1, '=1', 'Workbook', false],
    ]);
  });

  it('lead to their range, or to a null object where they are none', async () => {
    const book = named();
    expect(await read(book, (workbook) => workbook.names.getItem('prices').getRange(), 'address')).toBe("'IRA-1'!B2:B3");
    expect(await run(book, async (context) => {
      const { workbook } = context;
      const range = workbook.names.getItem('Rate').getRangeOrNullObject();
      range.load('address');
      await context.sync();
      return range.isNullObject;
    })).toBe(true);
    expect(await failure(book, (workbook) => workbook.names.getItem('Rate').getRange())).toMatchObject({ code: 'InvalidArgument' });
  });

  it('are added for a range with its absolute address, or for a formula', async () => {
    const book = clientFile();
    const added = await run(book, async (context) => {
      const { workbook } = context;
      const range = workbook.names.add('F8606_2025_T_L1', workbook.worksheets.getItem('IRA-1').getRange('B2'));
      const formula = workbook.names.add('Twice', "='IRA-1'!$B$2*2");
      [range, formula].forEach((name) => name.load('formula'));
      await context.sync();
      formula.load('value');
      await context.sync();
      return [range.formula, formula.value];
    });
    expect(added).toEqual(["='IRA-1'!$B$2", 100000]);
  });

  it('of a sheet stand beside the same name of the workbook', async () => {
    const book = named();
    await run(book, async (context) => {
      const { workbook } = context;
      workbook.worksheets.getItem('IRA-1').names.add('Rate', '=1');
      await context.sync();
    });
    expect(await read(book, (workbook) => workbook.worksheets.getItem('IRA-1').names.getItem('Rate'), 'scope')).toBe('Worksheet');
    expect(await read(book, (workbook) => workbook.names.getItem('Rate'), 'value')).toBe(0.24);
  });

  it.each([
    ['Rate', '=1', 'ItemAlreadyExists', 'it is taken'],
    ['rate', '=1', 'ItemAlreadyExists', 'it is taken, in another case'],
    ['F8606', '=1', 'InvalidArgument', 'it is a cell'],
    ['R1C1', '=1', 'InvalidArgument', 'it is a cell'],
    ['two words', '=1', 'InvalidArgument', 'it has a blank'],
    ['1st', '=1', 'InvalidArgument', 'it begins with a digit'],
    ['Free', 'A1', 'InvalidArgument', 'the reference has no equals sign'],
    ['Free', '=A1+', 'InvalidArgument', 'the formula is none'],
  ])('%s for %s are refused with %s: %s', async (name, formula, code) => {
    expect(await failure(named(), (workbook) => workbook.names.add(name, formula))).toEqual({ code, at: 'NamedItemCollection.add' });
  });

  it('are deleted, and missing ones are said to be', async () => {
    const book = named();
    await run(book, async (context) => {
      const { workbook } = context;
      workbook.names.getItem('Rate').delete();
      await context.sync();
    });
    expect(await failure(book, (workbook) => workbook.names.getItem('Rate').load('name')))
      .toEqual({ code: 'ItemNotFound', at: 'NamedItemCollection.getItem' });
  });
});

describe('Calculation', () => {
  const b3 = (workbook: Excel.Workbook) => workbook.worksheets.getItem('IRA-1').getRange('B3');

  /** Writes B2, reads B3 in the same batch, then again in the next. */
  const readsOf = (book: Hosted, before: (workbook: Excel.Workbook) => void = () => undefined) =>
    run(book, async (context) => {
      const { workbook } = context;
      before(workbook);
      workbook.worksheets.getItem('IRA-1').getRange('B2').values = [[7]];
      const cell = b3(workbook);
      cell.load('values');
      await context.sync();
      const inBatch: unknown = cell.values[0]![0];
      cell.load('values');
      await context.sync();
      return [inBatch, cell.values[0]![0] as unknown];
    });

  it('comes before the first read after a write', async () => {
    expect(await readsOf(clientFile())).toEqual([14, 14]);
  });

  it('comes at the end of the batch when it is suspended', async () => {
    expect(await readsOf(clientFile(), (workbook) => workbook.application.suspendApiCalculationUntilNextSync())).toEqual([100000, 14]);
  });

  it('does not come by itself in manual mode, but when it is asked for', async () => {
    const book = clientFile({ calculation: 'manual' });
    expect(await read(book, (workbook) => workbook.application, 'calculationMode')).toBe('Manual');
    expect(await readsOf(book)).toEqual([100000, 100000]);
    await run(book, async (context) => {
      const { workbook } = context;
      workbook.application.calculate('Recalculate');
      await context.sync();
    });
    expect(await read(book, b3, 'values')).toEqual([[14]]);
  });

  it('of a range reaches that range in manual mode', async () => {
    const book = clientFile({ calculation: 'manual' });
    await readsOf(book);
    await run(book, async (context) => {
      const { workbook } = context;
      (b3(workbook) as unknown as { calculate(): void }).calculate?.();
      workbook.worksheets.getItem('IRA-1').calculate(false);
      await context.sync();
    });
    expect(await read(book, b3, 'values')).toEqual([[14]]);
  });

  it('in full corrects what was saved wrongly', async () => {
    const book = hosted(aWorkbook([aSheet('Data', { A1: ['=1+1', 999] })]));
    await run(book, async (context) => {
      const { workbook } = context;
      workbook.application.calculate('Full');
      await context.sync();
    });
    expect(await read(book, (workbook) => workbook.worksheets.getItem('Data').getRange('A1'), 'values')).toEqual([[2]]);
  });
});

describe('What the host does not have', () => {
  it.each<[string, (workbook: Excel.Workbook) => unknown, string]>([
    ['a property', (workbook) => workbook.worksheets.getItem('IRA-1').load('standardWidth'), 'Worksheet.standardWidth'],
    ['an object', (workbook) => workbook.worksheets.getItem('IRA-1').shapes.load('items'), 'Worksheet.shapes'],
    ['a method', (workbook) => workbook.worksheets.getItem('IRA-1').getRange('A1').merge(), 'Range.merge'],
    ['a setting', (workbook) => { workbook.worksheets.getItem('IRA-1').position = 1; }, 'Worksheet.position'],
    ['a method that gives an object', (workbook) => workbook.worksheets.getItem('IRA-1').copy(), 'Worksheet.copy'],
  ])('is said by name: %s', async (_case, use, at) => {
    expect(await failure(clientFile(), use)).toEqual({ code: 'ApiNotFound', at });
  });

  it('cannot be reached by the names of the host itself', async () => {
    expect(await failure(clientFile(), (workbook) => workbook.load('book' as never))).toMatchObject({ code: 'ApiNotFound', at: 'Workbook.book' });
    expect(await failure(clientFile(), (workbook) => workbook.load('constructor' as never))).toMatchObject({ code: 'ApiNotFound' });
  });
});

describe('The workbook', () => {
  it('tells its settings', async () => {
    const book = clientFile({ precisionAsDisplayed: true });
    expect(await read(book, (workbook) => workbook, 'usePrecisionAsDisplayed')).toBe(true);
    expect(await read(clientFile(), (workbook) => workbook, 'usePrecisionAsDisplayed')).toBe(false);
  });
});
