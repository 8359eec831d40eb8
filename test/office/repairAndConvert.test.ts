import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCustomFunctions } from '../../src/host/functions';
import { actions } from '../../src/office/actions';
import type { StoredSheet } from '../../src/package/content';
import { aSheet, aWorkbook, closeHosts, hosted, stateOf, type CellInBrief, type Hosted } from '../support/hostedWorkbook';

/** Repair formulas and Convert to values, through Microsoft's own client, with the built functions loaded. */

const built = (name: string): string => readFileSync(path.resolve(__dirname, '../../dist', name), 'utf8');

const name: CellInBrief = { error: '#NAME?' };
const stuck = (formula: string): CellInBrief => [formula, { error: '#NAME?' }];

afterEach(closeHosts);

function opened(...sheets: StoredSheet[]): Hosted {
  const { functions } = loadCustomFunctions({ script: built('functions.js'), metadata: built('functions.json'), namespace: 'BASIS' });
  const book = hosted(aWorkbook(sheets), functions);
  (globalThis as { Excel?: typeof Excel }).Excel = book.Excel;
  return book;
}

const state = ({ host }: Hosted): string => JSON.stringify(stateOf(host));

const read = (book: Hosted, sheet: string, address: string, what: 'values' | 'formulas' | 'valueTypes' = 'values'): Promise<unknown[][]> =>
  book.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load('values,formulas,valueTypes');
    await context.sync();
    const { values, formulas, valueTypes } = range;
    return { values, formulas, valueTypes }[what] as unknown[][];
  });

const enter = (book: Hosted, sheet: string, address: string, formula: string | number): Promise<void> => book.Excel.run(async (context) => {
  context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[formula]];
  await context.sync();
});

const select = (book: Hosted, sheet: string, address: string): Promise<void> => book.Excel.run(async (context) => {
  context.workbook.worksheets.getItem(sheet).getRange(address).select();
  await context.sync();
});

describe('Repair formulas', () => {
  const tracker = () => aSheet('Tracker', {
    A1: 7000, A2: 93000, A3: 'BASIS.LIMIT(', A4: name,
    B1: stuck('=BASIS.PRORATA_TAXABLE(A1,A1,A2)'),
    B2: stuck('=_xldudf_BASIS_BASIS_CARRYFORWARD(A1,A1,A2)'),
    B3: stuck('=[2]!_xldudf_BASIS_LIMIT("415c",2026)'),
    B4: ['=_xldudf_BASIS_LIMIT("ira",2026)', 7500],
    B5: ['=BASIS.LIMIT("ira",2026)', 999],
    B6: stuck('=CONTOSO.ADD(1,2)'),
    B7: ['=A1*2', 14000],
  });

  it('enters anew what is stuck at #NAME? or spelled as in files, and nothing else', async () => {
    const book = opened(tracker());
    expect(await actions.repairFormulas()).toEqual({ ok: true, changed: 4, sheets: [{ sheet: 'Tracker', cells: 4 }], skipped: [], left: [], errors: [] });
    expect(await read(book, 'Tracker', 'B1:B7')).toEqual([[6510], [6510], [72000], [7500], [999], ['#NAME?'], [14000]]);
    expect((await read(book, 'Tracker', 'B1:B7', 'formulas')).flat()).toEqual([
      '=BASIS.PRORATA_TAXABLE(A1,A1,A2)', '=BASIS.BASIS_CARRYFORWARD(A1,A1,A2)', '=BASIS.LIMIT("415c",2026)', '=BASIS.LIMIT("ira",2026)',
      '=BASIS.LIMIT("ira",2026)', '=CONTOSO.ADD(1,2)', '=A1*2',
    ]);
    expect(await read(book, 'Tracker', 'A1:A4')).toEqual([[7000], [93000], ['BASIS.LIMIT('], ['#NAME?']]);
  });

  it('finds nothing the second time, and changes nothing', async () => {
    const book = opened(tracker());
    await actions.repairFormulas();
    const once = state(book);
    expect(await actions.repairFormulas()).toEqual({ ok: true, changed: 0, sheets: [], skipped: [], left: [], errors: [] });
    expect(state(book)).toBe(once);
  });

  it('counts by sheet, and names the protected sheets that it leaves', async () => {
    const formulas = { A1: stuck('=BASIS.LIMIT("ira",2026)'), A2: stuck('=BASIS.LIMIT("ira",2025)') };
    const book = opened(aSheet('One', formulas), aSheet('Locked', formulas, { protected: true }), aSheet('Locked, nothing stuck', { A1: 1 }, { protected: true }), aSheet('Empty'));
    const before = await read(book, 'Locked', 'A1:A2', 'formulas');
    expect(await actions.repairFormulas()).toEqual({
      ok: true, changed: 2, sheets: [{ sheet: 'One', cells: 2 }], left: [], errors: [],
      skipped: [{
        sheet: 'Locked', cells: 2,
        text: 'The sheet "Locked" is protected, so 2 cells on it stayed as they are. Unprotect it (Review, Unprotect Sheet), then repair again.',
      }],
    });
    expect(await read(book, 'Locked', 'A1:A2', 'formulas')).toEqual(before);
  });

  it('says which cells are unknown to Excel even so', async () => {
    opened(aSheet('Data', { A1: stuck('=BASIS.NO_SUCH_FUNCTION(1)'), A2: stuck('=BASIS.LIMIT("ira",2026)') }));
    const report = await actions.repairFormulas();
    expect([report.changed, report.left]).toEqual([2, [{ cell: 'Data!A1', text: expect.stringMatching(/^Data!A1 was entered anew and still shows #NAME\?/u) as string }]]);
  });

  it('repairs a sheet wholly or not at all: where a later message is refused (part of an array formula), what was written is put back', async () => {
    const array: CellInBrief = { value: { error: '#NAME?' }, formula: '=_xldudf_BASIS_LEDGER(A2:F2)', array: { ref: 'H3000:I3000', dynamic: false } };
    const book = opened(
      aSheet('Arrays', { A1: stuck('=_xldudf_BASIS_LIMIT("ira",2026)'), H3000: array, I3000: { value: { error: '#NAME?' }, partOfArray: true } }),
      aSheet('Free', { A1: stuck('=_xldudf_BASIS_LIMIT("ira",2026)') }),
    );
    // The engine behind this host writes functions that it does not know in capitals; to Excel they are the same.
    const formulas = async () => [...await read(book, 'Arrays', 'A1', 'formulas'), ...await read(book, 'Arrays', 'H3000:I3000', 'formulas')].flat().join(' ').toLowerCase();
    const before = await formulas();
    const report = await actions.repairFormulas();
    expect(report.sheets).toEqual([{ sheet: 'Free', cells: 1 }]);
    expect(report.skipped).toEqual([{ sheet: 'Arrays', cells: 2, text: expect.stringMatching(/^On the sheet "Arrays", 2 cells stayed as they are: /u) as string }]);
    expect(await formulas()).toBe(before);
  });

  it('reaches stuck cells far apart and in great number', async () => {
    const cells = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`B${at * 10 + 1}`, stuck('=_xldudf_BASIS_PRETAX_TO_MOVE(10,4)')]));
    const book = opened(aSheet('Data', cells));
    expect((await actions.repairFormulas()).changed).toBe(3_000);
    expect([(await read(book, 'Data', 'B1'))[0], (await read(book, 'Data', 'B29991'))[0]]).toEqual([[6], [6]]);
  });
});

describe('Stop', () => {
  const sheets = () => ['One', 'Two', 'Three'].map((sheet) => aSheet(sheet, { A1: stuck('=_xldudf_BASIS_LIMIT("ira",2026)'), A2: ['=BASIS.LIMIT("ira",2025)', 7000] }));

  it.each([
    ['repairing', (signal: { stopped: boolean }) => actions.repairFormulas(signal)],
    ['converting', (signal: { stopped: boolean }) => actions.convertToValues('workbook', signal)],
  ])('while the sheets are read for %s changes nothing', async (_what, act) => {
    const book = opened(...sheets());
    const before = state(book);
    expect(await act({ stopped: true })).toMatchObject({
      ok: false, changed: 0, errors: [{ code: 'STOPPED', cell: null, text: 'Stopped as you asked. Nothing in the workbook was changed.' }],
    });
    expect(state(book)).toBe(before);
  });

  it('between two sheets leaves the others as they are, and names them', async () => {
    const book = opened(...sheets());
    const signal = { stopped: false };
    book.host.onAction = ({ action }) => { if (action === 'set formulas') signal.stopped = true; };
    const report = await actions.repairFormulas(signal);
    expect([report.ok, report.sheets]).toEqual([true, [{ sheet: 'One', cells: 1 }]]);
    expect(report.skipped.map(({ text }) => text)).toEqual([
      'You stopped before the sheet "Two": 1 cell on it stayed as it is.', 'You stopped before the sheet "Three": 1 cell on it stayed as it is.',
    ]);
    expect((await read(book, 'Two', 'A1', 'formulas'))[0]).toEqual(['=_xldudf_BASIS_LIMIT("ira",2026)']);
    book.host.onAction = null;
    expect((await actions.repairFormulas()).changed).toBe(2);
  });
});

describe('A cell formatted as text', () => {
  it('takes a formula or a number as text, so both leave it alone and say so', async () => {
    const asText: CellInBrief = { formula: '=BASIS.LIMIT("ira",2026)', value: { error: '#NAME?' }, numberFormat: '@' };
    const shows: CellInBrief = { formula: '=BASIS.LIMIT("ira",2026)', value: 7500, numberFormat: '@' };
    const book = opened(aSheet('Data', { A1: asText, A2: stuck('=BASIS.LIMIT("ira",2026)'), A3: shows }));
    const left = (cell: string) => ({ cell, text: `${cell} is formatted as text, so what is written there stays text; it was left as it is. Format it as General, then try again.` });
    expect(await actions.repairFormulas()).toMatchObject({ changed: 1, left: [left('Data!A1')] });
    expect(await actions.convertToValues('workbook')).toMatchObject({ changed: 1, left: [left('Data!A1'), left('Data!A3')] });
    expect(await read(book, 'Data', 'A1:A3', 'formulas')).toEqual([['=BASIS.LIMIT("ira",2026)'], [7500], ['=BASIS.LIMIT("ira",2026)']]);
  });
});

describe('Undo', () => {
  it.each([['1.19', undefined], ['1.20', true]])('takes all of it back at once where Excel can: with ExcelApi %s, mergeUndoGroup is %s', async (newest, merged) => {
    const book = opened(aSheet('Data', { A1: stuck('=BASIS.LIMIT("ira",2026)') }));
    const asked = jest.spyOn(book.Excel, 'run');
    const isSetSupported = (_set: string, version: string): boolean => Number(version.split('.')[1]) <= Number(newest.split('.')[1]);
    Object.assign(globalThis, { Office: { context: { requirements: { isSetSupported } } } });
    try {
      expect((await actions.repairFormulas()).changed).toBe(1);
    } finally {
      Reflect.deleteProperty(globalThis, 'Office');
    }
    expect(asked.mock.calls.map(([options]) => (options as unknown as { mergeUndoGroup?: boolean }).mergeUndoGroup)).toEqual([merged]);
  });
});

describe('Convert to values', () => {
  const cells = { A1: 7000, A2: 93000, B1: ['=BASIS.PRORATA_TAXABLE(A1,A1,A2)', 6510], B2: ['=BASIS.LIMIT("ira",2026)', 7500], C1: ['=B1*2', 13020] } as const;

  it('replaces our formulas all over the workbook by what they show; other formulas stay alive', async () => {
    const book = opened(aSheet('One', cells), aSheet('Two', { A1: ['=ROUND(BASIS.LIMIT("415c",2026)/12,2)', 6000], A2: ['=One!B1+1', 6511] }));
    expect(await actions.convertToValues('workbook')).toEqual({
      ok: true, changed: 3, sheets: [{ sheet: 'One', cells: 2 }, { sheet: 'Two', cells: 1 }], skipped: [], left: [], errors: [],
    });
    expect((await read(book, 'One', 'A1:C2', 'formulas'))).toEqual([[7000, 6510, '=B1*2'], [93000, 7500, '']]);
    expect((await read(book, 'Two', 'A1:A2', 'formulas'))).toEqual([[6000], ['=One!B1+1']]);
  });

  it('keeps to the selected cells', async () => {
    const book = opened(aSheet('One', cells), aSheet('Two', cells));
    await select(book, 'One', 'A1:B1');
    expect((await actions.convertToValues('selection')).sheets).toEqual([{ sheet: 'One', cells: 1 }]);
    expect(await read(book, 'One', 'B1:B2', 'formulas')).toEqual([[6510], ['=BASIS.LIMIT("ira",2026)']]);
    expect(await read(book, 'Two', 'B1:B2', 'formulas')).toEqual([['=BASIS.PRORATA_TAXABLE(A1,A1,A2)'], ['=BASIS.LIMIT("ira",2026)']]);
  });

  it('keeps a spilled result whole, its empty text too', async () => {
    const book = opened(aSheet('Form', { A1: 7000 }));
    await enter(book, 'Form', 'C1', '=BASIS.FORM8606(A1,3000,A1,50000,0,0)');
    const [before, types] = [await read(book, 'Form', 'C1:E20'), await read(book, 'Form', 'C1:E20', 'valueTypes')];
    expect(before[2]).toEqual(['3', 'Add lines 1 and 2', 10000]);
    expect((await actions.convertToValues('workbook')).changed).toBe(1);
    expect(await read(book, 'Form', 'C1:E20')).toEqual(before);
    expect(await read(book, 'Form', 'C1:E20', 'valueTypes')).toEqual(types);
    await enter(book, 'Form', 'A1', 5);
    expect(await read(book, 'Form', 'C1:E20')).toEqual(before);
  });

  it('leaves a sheet alone whose spilled result a formula reads by its anchor, and names that formula', async () => {
    const book = opened(aSheet('Form', { A1: 7000 }), aSheet('Other', {}));
    await enter(book, 'Form', 'C1', '=BASIS.FORM8606(A1,0,0,93000,0,A1)');
    await enter(book, 'Other', 'A1', '=COUNTA(Form!$C$1#)');
    const before = state(book);
    const report = await actions.convertToValues('workbook');
    expect(report.skipped).toEqual([{ sheet: 'Form', cells: 1, text: expect.stringMatching(/^Other!A1 reads the whole result of Form!C1 \(Form!C1#\)/u) as string }]);
    expect(state(book)).toBe(before);
  });

  it('keeps the formula of a cell that shows an error, and says so', async () => {
    const book = opened(aSheet('Data', { A1: ['=BASIS.LIMIT("ira",1990)', { error: '#N/A' }], A2: ['=BASIS.LIMIT("ira",2026)', 7500] }));
    const report = await actions.convertToValues('workbook');
    expect([report.changed, report.left]).toEqual([1, [{ cell: 'Data!A1', text: 'Data!A1 shows #N/A and keeps its formula; correct what it refuses, then convert again.' }]]);
    expect(await read(book, 'Data', 'A1:A2', 'formulas')).toEqual([['=BASIS.LIMIT("ira",1990)'], [7500]]);
  });

  it.each(['1/2/2026', '=1+1', '007', 'TRUE', '-5', '\'quoted'])('keeps a text a text: %s', async (text) => {
    const book = opened(aSheet('Data', { A1: text, B1: [`=IF(BASIS.LIMIT("ira",2026)>0,A1,0)`, text] }));
    expect((await actions.convertToValues('workbook')).changed).toBe(1);
    expect([await read(book, 'Data', 'B1'), await read(book, 'Data', 'B1', 'valueTypes')]).toEqual([[[text]], [['String']]]);
  });

  it('names the protected sheets that it leaves, and finds nothing the second time', async () => {
    const book = opened(aSheet('One', cells), aSheet('Locked', cells, { protected: true }));
    expect((await actions.convertToValues('workbook')).skipped).toEqual([{
      sheet: 'Locked', cells: 2, text: 'The sheet "Locked" is protected, so 2 cells on it stayed as they are. Unprotect it (Review, Unprotect Sheet), then convert again.',
    }]);
    const once = state(book);
    expect(await actions.convertToValues('workbook')).toMatchObject({ changed: 0, sheets: [] });
    expect(state(book)).toBe(once);
  });
});
