/** The tracker in a workbook: put at a cell or on a tab, wholly or not at all, never over what is there; what is typed in it stays. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HostFault } from '../../src/host';
import { loadCustomFunctions } from '../../src/host/functions';
import { changesOf } from '../../src/host/save';
import { patchWorkbook, readWorkbook, type WorkbookContent } from '../../src/package';
import { columnIds, columns, type ColumnId } from '../../src/planner/tracker/columns';
import { looksAt, type LookCode } from '../../src/planner/tracker/words';
import { at } from '../../src/planner/place';
import { workbookFile } from '../package/support/fixture';
import { savedByLibreOffice } from '../package/support/libreOffice';
import { workpaper, type Workpaper } from '../support/addIn';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';
import { aFolder, book as runBook, removeFolders } from '../support/book';
import { drawnPages } from '../support/pdf';
import { aSheet, aWorkbook, closeHosts } from '../support/hostedWorkbook';

afterEach(closeHosts);

const dist = (name: string): string => readFileSync(path.resolve(__dirname, '../../dist', name), 'utf8');
const functionsIn = (namespace: string) => loadCustomFunctions({ script: dist('functions.js'), metadata: dist('functions.json'), namespace }).functions;

const mine = (): WorkbookContent => aWorkbook([aSheet('Mine', { A1: 'My own words', B2: 5 })]);
const open = (content = mine(), namespace = 'BASIS'): Workpaper => workpaper(content, functionsIn(namespace));

const request = { place: 'new tab', edition: 'functions', whose: 'T', firstYear: 2023, lastYear: 2025, basisBefore: { T: '0' } } as const;

const inserted = async (book: Workpaper, asked: unknown = request) => {
  const report = await book.actions.tracker.insert(asked);
  if (!report.ok) throw new Error(report.errors.map(({ text }) => text).join(' '));
  return report;
};

const select = (book: Workpaper, sheet: string, cell: string): Promise<void> => book.Excel.run(async (context) => {
  context.workbook.worksheets.getItem(sheet).getRange(cell).select();
  await context.sync();
});

const FIRST = 7;
const cellOf = (id: ColumnId, row: number): string => at(columnIds.indexOf(id) + 1, FIRST + row);

/** Types into a row of a tracker on a tab of its own. */
const type = async (book: Workpaper, row: number, typed: Readonly<Partial<Record<ColumnId, unknown>>>, sheet = 'IRA tracker'): Promise<void> => {
  for (const [id, value] of Object.entries(typed)) await book.write(sheet, cellOf(id as ColumnId, row), [[value]]);
};

const shown = async (book: Workpaper, row: number, ids: readonly ColumnId[], sheet = 'IRA tracker'): Promise<readonly unknown[]> => {
  const [cells = []] = await book.values(sheet, `A${FIRST + row}:${at(columnIds.length, FIRST + row)}`);
  return ids.map((id) => cells[columnIds.indexOf(id)]);
};

const formulas = (book: Workpaper, sheet: string, range: string): Promise<unknown[][]> => book.Excel.run(async (context) => {
  const cells = context.workbook.worksheets.getItem(sheet).getRange(range);
  cells.load('formulas');
  await context.sync();
  return cells.formulas as unknown[][];
});

const enter = (book: Workpaper, range: string, contents: unknown[][]): Promise<void> => book.Excel.run(async (context) => {
  context.workbook.worksheets.getItem('IRA tracker').getRange(range).formulas = contents;
  await context.sync();
});

const day = (year: number, month: number, date: number): number => 36526 + Math.round((Date.UTC(year, month - 1, date) - Date.UTC(2000, 0, 1)) / 86_400_000);

/** What is typed into the row of 2024, between those of 2023 and 2025, and what Look then says. */
const uncounted: readonly (readonly [LookCode, Readonly<Partial<Record<ColumnId, unknown>>>])[] = [
  ['year?', { year: 1997 }], ['year?', { year: 2027 }], ['year?', { year: '2024?' }], ['year?', { year: 2024.5 }],
  ['person?', { person: '' }],
  ['order?', { year: 2026 }], ['order?', { year: 2023 }],
  ['amount?', { contributed: 'about 7k' }], ['amount?', { value: -1 }], ['amount?', { contributed: 7000, late: 7000.01 }], ['amount?', { converted: 100_000_001 }],
  ['date?', { madeOn: 'in March' }], ['date?', { late: '' }], ['date?', { convertedOn: 'in March' }],
  ['early?', { madeOn: day(2023, 12, 31) }], ['late?', { madeOn: day(2025, 4, 16) }],
  ['next year?', { contributed: 7000, madeOn: day(2025, 2, 1), late: 0 }],
  ['converted?', { convertedOn: day(2023, 12, 31) }], ['converted?', { convertedOn: day(2025, 1, 1) }],
  ['basis?', { person: 'S' }], ['basis?', { before: '' }],
  ['value?', { converted: 1 }], ['value?', { distributed: 0.01 }],
];

describe.each(['functions', 'plain'] as const)('A tracker with %s', (edition) => {
  // Seed article on the pro-rata rule, example 2: $7,000 converted beside $93,000, of which 6,510 is taxable and 490 is not.
  it('shows taxable and basis as a row is typed, and each year begins with what the year before carries', async () => {
    const book = open();
    expect(await inserted(book, { ...request, edition })).toMatchObject({ sheet: 'IRA tracker', rows: 3, left: [] });
    expect(await shown(book, 0, ['year', 'person', 'before', 'look', 'contributeBy', 'convertBy', 'form'])).toEqual(
      [2023, 'T', 0, '', day(2024, 4, 15), day(2023, 12, 31), 'No Form 8606 for 2023.']);
    await type(book, 0, { contributed: 7000, madeOn: day(2023, 3, 1), converted: 7000, convertedOn: day(2023, 3, 3) });
    expect(await shown(book, 0, ['look', 'taxableConversion', 'carried'])).toEqual(['value?', 'value?', 'value?']);
    expect(await shown(book, 1, ['before', 'look'])).toEqual(['before?', 'before?']);
    await type(book, 0, { value: 93000 });
    expect(await shown(book, 0, ['late', 'taxableConversion', 'taxableDistribution', 'carried', 'form'])).toEqual([0, 6510, 0, 6510, 'Form 8606 due for 2023.']);
    expect(await shown(book, 1, ['before', 'look', 'carried'])).toEqual([6510, '', 6510]);
    // Filed in whole dollars, and a dollar off.
    await type(book, 0, { filed: 6510 });
    expect(await shown(book, 0, ['compared'])).toEqual([0]);
    await type(book, 0, { filed: 6511 });
    expect(await shown(book, 0, ['compared', 'form'])).toEqual([1, 'Form 8606 due for 2023. The filed line 14 differs.']);
  });

  it('knows a contribution of the next January to April by its date, on either side of each edge', async () => {
    const book = open();
    await inserted(book, { ...request, edition });
    await type(book, 1, { contributed: 7000 });
    for (const [date, late, look] of [
      [day(2023, 12, 31), 'early?', 'early?'], [day(2024, 1, 1), 0, ''], [day(2024, 12, 31), 0, ''],
      [day(2025, 1, 1), 7000, ''], [day(2025, 4, 15), 7000, ''], [day(2025, 4, 15) + 0.75, 7000, ''], [day(2025, 4, 16), 'late?', 'late?'],
    ] as const) {
      await type(book, 1, { madeOn: date });
      expect([date, ...(await shown(book, 1, ['late', 'look']))]).toEqual([date, late, look]);
    }
    await type(book, 1, { madeOn: day(2025, 2, 1) });
    expect(await shown(book, 1, ['form', 'carried'])).toEqual(['Form 8606 due for 2024. Split year: made in 2025 for 2024 (line 4).', 7000]);
    expect(await shown(book, 2, ['before'])).toEqual([7000]);
    await type(book, 1, { madeOn: '' });
    expect(await shown(book, 1, ['form'])).toEqual(['Form 8606 due for 2024. No date: counted as made in 2024.']);
  });

  it('says of a row that cannot be counted what is the matter, with a sentence, and shows no figure for it', async () => {
    const book = open();
    await inserted(book, { ...request, edition });
    const row = `A${FIRST + 1}:${at(columnIds.length, FIRST + 1)}`;
    const asItWas = await formulas(book, 'IRA tracker', row);
    for (const [code, typed] of uncounted) {
      await type(book, 1, typed);
      expect([typed, ...(await shown(book, 1, ['look', 'taxableConversion', 'taxableDistribution', 'carried', 'form']))]).toEqual([typed, code, code, code, code, looksAt[code]]);
      await enter(book, row, asItWas);
      expect(await shown(book, 1, ['look', 'carried'])).toEqual(['', 0]);
    }
  });

  it('keeps two persons apart, whatever rows stand between', async () => {
    const book = open();
    await inserted(book, { ...request, edition, whose: 'both', firstYear: 2024, basisBefore: { T: '1,000', S: '500.50' } });
    await type(book, 0, { contributed: 7000 });
    expect(await shown(book, 1, ['person', 'before'])).toEqual(['T', 8000]);
    expect(await shown(book, 3, ['person', 'before'])).toEqual(['S', 500.5]);
  });
});

describe('A tracker', () => {
  it('with plain formulas refuses amounts that a sheet could miss by a cent', async () => {
    const book = open();
    await inserted(book, { ...request, edition: 'plain' });
    await type(book, 0, { before: 230_000, converted: 217_391, value: 0 });
    expect(await shown(book, 0, ['look'])).toEqual(['']);
    await type(book, 0, { converted: 217_392 });
    expect(await shown(book, 0, ['look', 'taxableConversion'])).toEqual(['too large', 'too large']);
  });

  it('spells the functions in the namespace of its edition', async () => {
    const book = open(mine(), 'BASISDEV');
    await inserted(book, { ...request, namespace: 'BASISDEV' });
    await type(book, 0, { contributed: 7000, converted: 7000, value: 93000 });
    expect(await shown(book, 0, ['taxableConversion'])).toEqual([6510]);
    expect(String((await formulas(book, 'IRA tracker', cellOf('carried', 0)))[0]![0])).toContain('BASISDEV.BASIS_CARRYFORWARD(');
  });

  it('goes to the selected cell, and touches nothing outside of its table', async () => {
    const book = open();
    await select(book, 'Mine', 'C5:D9');
    expect(await inserted(book, { ...request, place: 'selection' })).toMatchObject({ sheet: 'Mine', range: 'Mine!C5:V8' });
    expect(await book.values('Mine', 'C5:D6')).toEqual([[columns.year.heading, columns.person.heading], [2023, 'T']]);
    expect(await book.values('Mine', 'A1:B2')).toEqual([['My own words', ''], ['', 5]]);
    expect(book.host.book.tables.map(({ words }) => [words.name, words.ref])).toEqual([['IRA_Tracker', 'C5:V8']]);
  });

  it.each([
    ['a cell that holds something', 'A1', /and Mine!A1:B2 hold something of yours/],
    ['the edge of the sheet', 'XFD5', /would reach beyond the sheet/],
    ['empty cells of a table', 'A10', /the table "Table1" has some of them/],
    ['a format', 'A20', /and Mine!D22 hold something of yours or are formatted/],
  ])('is not put over %s', async (_what, cell, sentence) => {
    const book = open();
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Mine');
      sheet.getRange('T9').values = [['Heading']];
      sheet.tables.add('T9:T11', true);
      sheet.getRange('D22').format.fill.color = '#FF0000';
      await context.sync();
    });
    await select(book, 'Mine', cell);
    const before = book.state();
    const report = await book.actions.tracker.insert({ ...request, place: 'selection' });
    expect(report).toMatchObject({ ok: false, errors: [{ code: 'CONTRADICTION', text: expect.stringMatching(sentence) as string }] });
    expect(book.state()).toBe(before);
  });

  it('is not put on a protected sheet', async () => {
    const book = open(aWorkbook([aSheet('Mine', {}, { protected: true })]));
    await select(book, 'Mine', 'A1');
    expect(await book.actions.tracker.insert({ ...request, place: 'selection' })).toMatchObject({ ok: false, errors: [{ text: expect.stringContaining('is protected') as string }] });
  });

  it.each([
    [{ ...request, place: 'here' }, 'place is "here"'], [{ ...request, edition: 'values' }, 'edition is "values"'], [{ ...request, namespace: 'CONTOSO' }, 'namespace is "CONTOSO"'],
    [{ ...request, firstYear: 1997 }, 'firstYear is "1997"; it must be a tax year from 1998 to 2026.'], [{ ...request, firstYear: 2026 }, 'lastYear is "2025"; it must be 2026 or later.'],
    [{ ...request, basisBefore: { T: 'some' } }, 'Basis before the first year (T):'], [{ ...request, rows: 3 }, 'request is "rows"'],
  ])('%j is refused', async (asked, sentence) => {
    const book = open();
    const before = book.state();
    const report = await book.actions.tracker.insert(asked);
    expect(report.ok).toBe(false);
    if (!report.ok) expect(report.errors[0]?.text).toContain(sentence);
    expect(book.state()).toBe(before);
  });
});

describe('A table of the user\'s with a row per year', () => {
  const fromTable = { place: 'new tab', edition: 'plain', whose: 'T' } as const;

  // examples/workbooks/wb01: a loss year, a total row, amounts as text. Basis carried by its expected lines 14 in cents.
  it.each(['plain', 'functions'] as const)('is read into a tracker (%s) that follows its cells; the table stays as it is', async (edition) => {
    const book = workpaper(readWorkbook(await asXlsx(sampleWorkbook('wb01_physician_row_per_year'))), functionsIn('BASIS'));
    const before = await book.values('Backdoor', 'A1:G9');
    const report = await inserted(book, { ...fromTable, edition, source: "'Backdoor'!A3:G9", basisBefore: { T: '0' } });
    expect(report).toMatchObject({ rows: 5, left: [
      'Backdoor!B5 holds the text "$6,000.00": its amount was written, and does not follow the cell.',
      'Backdoor!F7 holds the text "-": its amount was written, and does not follow the cell.',
      'Backdoor!D8 holds the text "$7,000.53": its amount was written, and does not follow the cell.',
    ] });
    const ids = ['year', 'contributed', 'late', 'converted', 'value', 'look', 'taxableConversion', 'carried', 'proof'] as const;
    expect(await Promise.all([0, 1, 2, 3, 4].map((row) => shown(book, row, ids)))).toEqual([
      [2021, 6000, 0, 6000.12, 0, '', 0.12, 0, 'Backdoor!B4:F4'],
      [2022, 6000, 0, 5987.4, 0, '', 0, 12.6, 'Backdoor!B5:F5'],
      [2023, 6500, 0, 6500.53, 0, '', 0, 12.07, 'Backdoor!B6:F6'],
      [2024, 7000, 0, 7001.18, 0, '', 0, 10.89, 'Backdoor!B7:F7'],
      [2025, 7000, 0, 7000.53, 0, '', 0, 10.36, 'Backdoor!B8:F8'],
    ]);
    expect(await book.values('Backdoor', 'A1:G9')).toEqual(before);
    // The cells are followed: another amount, another date, a value that is taken away, words where an amount was.
    await book.write('Backdoor', 'B6', [[7000]]);
    expect(await shown(book, 2, ['contributed', 'carried'])).toEqual([7000, 512.07]);
    await book.write('Backdoor', 'C6', [[day(2024, 2, 1)]]);
    expect(await shown(book, 2, ['late', 'look', 'carried'])).toEqual([7000, '', 7000]);
    await book.write('Backdoor', 'F6', [['']]);
    expect(await shown(book, 2, ['value', 'look'])).toEqual(['', 'value?']);
    await book.write('Backdoor', 'F6', [['unknown']]);
    expect(await shown(book, 2, ['value', 'look'])).toEqual(['changed', 'amount?']);
  });

  const year = (cells: readonly unknown[][]): WorkbookContent => aWorkbook([aSheet('Log', Object.fromEntries(cells.flatMap((row, r) =>
    row.flatMap((value, c) => (value === '' ? [] : [[at(c + 1, r + 1), value as never]])))))]);

  it('takes basis, the filed line 14 and an owner of each row, and leaves what is missing missing', async () => {
    const book = open(year([
      ['Year', 'Owner', 'Nondeductible contribution', 'Converted', 'FMV 12/31', 'Line 14'],
      [2023, 'T', 6500, 6500, 0, 0], [2023, 'S', 6000, '', '', 6000], [2024, 'T', 7000, 7000, '', ''],
    ]));
    expect(await inserted(book, { ...fromTable, whose: 'both', source: 'Log!A1:F4', basisBefore: { T: '0', S: '0' } })).toMatchObject({
      rows: 3, left: ['Log!E4 is blank, and blank is not zero. Enter the amount there, or say that it is zero.'],
    });
    const ids = ['year', 'person', 'contributed', 'value', 'look', 'carried', 'filed', 'compared'] as const;
    expect(await Promise.all([0, 1, 2].map((row) => shown(book, row, ids)))).toEqual([
      [2023, 'T', 6500, 0, '', 0, 0, 0], [2024, 'T', 7000, '', 'value?', 'value?', '', ''], [2023, 'S', 6000, '', '', 6000, 6000, 0],
    ]);
    await book.write('Log', 'E4', [[0]]);
    expect(await shown(book, 1, ['value', 'look', 'carried'])).toEqual([0, '', 0]);
  });

  it('begins with the basis that its first year states, and takes over what is said to be made next year where the date does not say it', async () => {
    const book = open(year([
      ['Year', 'Beginning basis', 'Nondeductible contribution', 'Date contributed', 'Made next year', 'Converted', 'FMV 12/31'],
      [2023, 4000, 4000, { value: day(2023, 5, 1), numberFormat: 'm/d/yyyy' }, 1000, 7000, 0], [2024, 5000, 7000, '', '', '', 100],
    ]));
    expect(await inserted(book, { ...fromTable, source: 'Log!A1:G3' })).toMatchObject({ rows: 2 });
    // Line 5 is 4,000 + 4,000 - 1,000 of 7,000: nothing is taxable, and 1,000 is carried, though the table begins 2024 with 5,000.
    expect(await shown(book, 0, ['before', 'contributed', 'madeOn', 'late', 'look', 'taxableConversion', 'carried', 'compared'])).toEqual(
      [4000, 4000, day(2023, 5, 1), 1000, '', 0, 1000, 4000]);
    expect(await shown(book, 1, ['before', 'contributed', 'carried'])).toEqual([1000, 7000, 8000]);
    await book.write('Log', 'B2', [[4500]]);
    expect(await shown(book, 0, ['before', 'carried'])).toEqual([4500, 1500]);
  });

  it('shows no figure for a year of which a cell asks for an answer, and is refused where no year could show that', async () => {
    const rows = [['Year', 'Nondeductible contribution', 'Converted', 'FMV 12/31'], [2023, 'about 6.5k', 6500, 0], [2024, 7000, 7000, 0]];
    const book = open(year(rows));
    expect(await inserted(book, { ...fromTable, source: 'Log!A1:D3', basisBefore: { T: '0' } })).toMatchObject({ rows: 2, left: [expect.stringContaining('Log!B2') as string] });
    expect(await shown(book, 0, ['contributed', 'look', 'taxableConversion'])).toEqual(['changed', 'amount?', 'amount?']);
    expect(await shown(book, 1, ['look', 'carried'])).toEqual(['before?', 'before?']);
    await book.write('Log', 'B2', [[6500]]);
    expect(await shown(book, 0, ['contributed', 'look', 'taxableConversion'])).toEqual([6500, '', 0]);
    const twice = open(year([['Year', 'Converted', 'Converted', 'FMV 12/31'], [2023, 6500, 7000, 0]]));
    expect(await twice.actions.tracker.insert({ ...fromTable, source: 'Log!A1:D2' })).toMatchObject({ ok: false, errors: [{ code: 'MISSING', text: expect.stringContaining('as another column does') as string }] });
  });

  // 2,500 of 6,500 was deducted, and 1,000 made next year: by the form's default the 5,500 of the year are the nondeductible ones first.
  it('with a part deducted and a part made next year takes line 4 as Form 8606 does, and says that it is an election', async () => {
    const rows = [['Year', 'Contribution', 'Deducted', 'Made next year', 'Converted', 'FMV 12/31'], [2023, 6500, 2500, 1000, 7000, 50000]];
    const book = open(year(rows));
    expect(await inserted(book, { ...fromTable, source: 'Log!A1:F2', basisBefore: { T: '0' } })).toMatchObject({ left: [expect.stringMatching(/^2023: contributions were made in the year and after it/)] });
    const report = await book.actions.read([{ person: 'T', year: 2023, rounding: 'cents', sources: [{ role: 'year_table', range: 'Log!A1:F2' }] }]);
    const { lines } = report.tabs[0]!;
    expect([lines['1'], lines['4'], lines['18'], lines['14']]).toEqual(await shown(book, 0, ['contributed', 'late', 'taxableConversion', 'carried']));
    expect(lines['4']).toBe(0);
  });

  it.each([['functions', 'A6:T9'], ['plain', 'A6:BA9']] as const)('may be a tracker itself (%s): Form 8606 reads each amount once, and comes to the same', async (edition, cells) => {
    const book = open();
    await inserted(book, { ...request, edition });
    await type(book, 0, { contributed: 6500, madeOn: day(2024, 1, 9), converted: 6500, convertedOn: day(2023, 1, 9), distributed: 500, value: 93000 });
    await type(book, 1, { contributed: 7000, madeOn: day(2024, 3, 1), converted: 7000, value: 90000 });
    const report = await book.actions.read([{ person: 'T', year: 2024, rounding: 'cents', sources: [{ role: 'year_table', range: `'IRA tracker'!${cells}` }] }]);
    const [tab] = report.tabs;
    expect(tab?.used.map(({ cell }) => cell.replace("'IRA tracker'!", ''))).toEqual(['E7', 'I7', 'J7', 'K7', 'L7', 'E8', 'I8', 'J8', 'K8']);
    expect([tab?.lines['2'], tab?.lines['18'], tab?.lines['14']]).toEqual(await shown(book, 1, ['before', 'taxableConversion', 'carried']));
  });

  it('is refused where it does not say whose it is, and where it holds no year', async () => {
    const book = open(year([['Year', 'Nondeductible contribution', 'Converted', 'FMV 12/31'], [2023, 6500, 6500, 0]]));
    const before = book.state();
    expect(await book.actions.tracker.insert({ ...fromTable, whose: 'both', source: 'Log!A1:D2' })).toMatchObject({ ok: false, errors: [{ text: expect.stringContaining('does not say whose') as string }] });
    expect(await book.actions.tracker.insert({ ...fromTable, source: 'Log!F1:G2' })).toMatchObject({ ok: false, errors: [{ code: 'MISSING' }] });
    expect(await book.actions.tracker.insert({ ...fromTable, source: 'Gone!A1:D2' })).toMatchObject({ ok: false, errors: [{ text: expect.stringContaining('"Gone"') as string }] });
    expect(book.state()).toBe(before);
  });
});

describe('A saved tracker with functions', () => {
  it('shows its figures in LibreOffice, which does not know the functions, and the command line finds nothing to change', async () => {
    const file = workbookFile({ sheets: { Mine: '<sheetData/>' } });
    const pane = open(readWorkbook(file));
    await inserted(pane);
    await type(pane, 0, { contributed: 7000, converted: 7000, value: 93000 });
    const saved = patchWorkbook(file, changesOf(pane.host.book, 'BASIS').changes);
    const figures = (bytes: Uint8Array): readonly unknown[] => ['N7', 'P7', 'C7', 'L8', 'P9'].map((cell) => readWorkbook(bytes).sheets.at(-1)?.cells.get(cell)?.value);
    expect(figures(saved)).toEqual([6510, 6510, day(2024, 4, 15), 6510, 6510]);
    expect(figures(savedByLibreOffice(saved))).toEqual(figures(saved));
    const folder = aFolder();
    writeFileSync(path.join(folder, 'in.xlsx'), saved);
    expect(runBook('recalc', path.join(folder, 'in.xlsx'), path.join(folder, 'out.xlsx'))).toMatchObject({ status: 0, result: { ok: true, cells: [], disagreements: [], errors: [] } });
    expect(figures(new Uint8Array(readFileSync(path.join(folder, 'out.xlsx'))))).toEqual(figures(saved));
    removeFolders();
  });
});

describe('On paper', () => {
  it('a tracker of two persons is one landscape page wide, with its headings and without its workings', async () => {
    const file = workbookFile({ sheets: { Mine: '<sheetData/>' } });
    const book = open(readWorkbook(file));
    await inserted(book, { ...request, edition: 'plain', whose: 'both', firstYear: 2021, lastYear: 2026, basisBefore: { T: '0', S: '0' } });
    await type(book, 0, { contributed: 6000, madeOn: day(2022, 3, 1), converted: 206000.12, convertedOn: day(2021, 3, 9), distributed: 1000, value: 93000, filed: 6511, proof: 'Form 5498 and statement' });
    const pages = await drawnPages(patchWorkbook(file, changesOf(book.host.book, 'BASIS').changes));
    expect(pages).toHaveLength(1);
    for (const heading of ['Year', 'Nondeductible', 'Beginning basis', 'Look', 'Convert by', 'Where the proof is']) expect(pages[0]!.text).toContain(heading);
    expect(pages[0]!.text).not.toContain('Worked out');
    expect(pages[0]!.text).not.toContain('###');
  });
});

describe('The next year', () => {
  it('is added below in the saved and reopened workbook; what was typed stays', async () => {
    const file = workbookFile({ sheets: { Mine: '<sheetData/>' } });
    const first = open(readWorkbook(file));
    await inserted(first, { ...request, whose: 'both' });
    await type(first, 0, { contributed: 6500, proof: '\'=SUM(1)' });
    const saved = patchWorkbook(file, changesOf(first.host.book, 'BASIS').changes);
    closeHosts();

    const book = open(readWorkbook(saved));
    expect(await shown(book, 2, ['before', 'proof'])).toEqual([6500, '']);
    await select(book, 'IRA tracker', 'C8');
    expect(await book.actions.tracker.addYear({})).toMatchObject({ ok: true, rows: 2, range: "'IRA tracker'!A6:T14" });
    expect(await shown(book, 6, ['year', 'person', 'before', 'look'])).toEqual([2026, 'T', 6500, '']);
    expect(await shown(book, 7, ['year', 'person', 'before'])).toEqual([2026, 'S', 'before?']);
    expect(await shown(book, 0, ['contributed', 'proof'])).toEqual([6500, '=SUM(1)']);
    expect(readWorkbook(patchWorkbook(saved, changesOf(book.host.book, 'BASIS').changes)).tables).toMatchObject([{ name: 'IRA_Tracker', ref: 'A6:T14' }]);
    const before = book.state();
    expect(await book.actions.tracker.addYear({})).toMatchObject({ ok: false, errors: [{ code: 'TAX_YEAR_NOT_COVERED' }] });
    expect(book.state()).toBe(before);
  });

  it('is refused outside of a tracker, in one without years, and over what stands below', async () => {
    const book = open();
    await inserted(book, { ...request, firstYear: 2025 });
    await select(book, 'Mine', 'A1');
    expect(await book.actions.tracker.addYear({})).toMatchObject({ ok: false, errors: [{ text: expect.stringContaining('lies in no table') as string }] });
    await select(book, 'IRA tracker', 'A7');
    await book.write('IRA tracker', 'E8', [['a note']]);
    expect(await book.actions.tracker.addYear({})).toMatchObject({ ok: false, errors: [{ text: expect.stringContaining("'IRA tracker'!E8 hold something of yours") as string }] });
    await type(book, 0, { year: '' });
    expect(await book.actions.tracker.addYear({})).toMatchObject({ ok: false, errors: [{ code: 'MISSING' }] });
  });
});

describe('A fault at any single action', () => {
  const deeds: readonly (readonly [string, (book: Workpaper) => Promise<unknown>, (book: Workpaper) => Promise<{ readonly ok: boolean }>])[] = [
    ['of an insertion at a cell', (book) => select(book, 'Mine', 'C5'), (book) => book.actions.tracker.insert({ ...request, place: 'selection', lastYear: 2023 })],
    ['of an insertion on a tab', async () => undefined, (book) => book.actions.tracker.insert({ ...request, lastYear: 2023 })],
    ['of the next year', async (book) => { await inserted(book); await select(book, 'IRA tracker', 'A7'); }, (book) => book.actions.tracker.addYear({})],
  ];

  it.each(deeds)('%s leaves the workbook equal to what it was', async (_what, begin, deed) => {
    const book = open();
    await begin(book);
    const before = book.state();
    let done = false;
    for (let n = 1; !done; n += 1) {
      let action = 0;
      book.host.onAction = () => {
        action += 1;
        if (action === n) throw new HostFault('GeneralException', `The fault injected at action ${n}.`);
      };
      done = (await deed(book)).ok;
      if (!done) expect({ n, equal: book.state() === before }).toEqual({ n, equal: true });
      else expect(n).toBeGreaterThan(20);
    }
    expect(book.state()).not.toBe(before);
  });

  it('says what is left where the clean-up fails too', async () => {
    const book = open();
    await select(book, 'Mine', 'C5');
    const { batches } = book.host;
    book.host.onAction = ({ batch, action }) => {
      if (batch >= batches + 3 && action !== 'instantiate') throw new HostFault('GeneralException', 'Nothing works any more.');
    };
    const report = await book.actions.tracker.insert({ ...request, place: 'selection' });
    expect(report).toMatchObject({ ok: false, errors: [{ text: expect.stringContaining('so Mine!C5:V8 may hold a part of the tracker: delete that by hand.') as string }] });
  });
});
