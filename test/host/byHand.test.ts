/** What a person does in a grid, taken as Excel would. */
import { changeSheets } from '../../src/host/byHand';
import { at, client, closeScreens, enter, formula, screenOf } from '../support/screen';

afterEach(closeScreens);

describe('What is entered', () => {
  it('is in the cell, and what depends on it follows', async () => {
    const screen = screenOf(client());
    await enter(screen, 'Accounts', [at(0, 1, 60000)]);
    expect(screen.told()?.cells[screen.sheet('Accounts')]?.map(({ row, column, value }) => [row, column, value])).toEqual([[0, 1, 60000], [1, 1, 120000]]);
  });

  it.each([
    ['$7,000.00', 'what a grid hands over as text stays text, with Excel\'s apostrophe', true],
    ['=1+1', 'even where it looks like a formula', true],
    ['TRUE', 'even where it says a truth value', true],
    ['7/1/2025', 'even where it says a date', true],
    ['Vanguard', 'and needs no apostrophe where it says nothing else', false],
  ])('as the text %s: %s', async (text, _why, marked) => {
    const screen = screenOf(client());
    await enter(screen, 'Accounts', [at(6, 0, text)]);
    const { backend, worksheets } = screen.host.book;
    expect(backend.cell({ sheet: screen.sheet('Accounts'), row: 6, column: 0 })).toEqual({ value: text });
    expect(worksheets[0]!.styles.at(6, 0).quotePrefix ?? false).toBe(marked);
  });

  it('as a number into a cell formatted as text becomes text, as in Excel', async () => {
    const screen = screenOf(client());
    await enter(screen, 'Accounts', [at(0, 2, 7000)]);
    expect(screen.host.book.backend.cell({ sheet: screen.sheet('Accounts'), row: 0, column: 2 }).value).toBe('7000');
  });

  it('far apart is written cell by cell, and what lies between is left alone', async () => {
    const screen = screenOf(client());
    await enter(screen, 'Accounts', [at(0, 0, 'IRA'), at(40, 20, 1)]);
    const { backend } = screen.host.book;
    expect(backend.cell({ sheet: screen.sheet('Accounts'), row: 0, column: 1 }).value).toBe(50000);
    expect(backend.cell({ sheet: screen.sheet('Accounts'), row: 40, column: 20 }).value).toBe(1);
  });

  it('with a format has it, with or without a new content', async () => {
    const screen = screenOf(client());
    await enter(screen, 'Accounts', [{ ...at(6, 0, 7000), style: { numberFormat: '$#,##0.00' } }, { row: 0, column: 0, style: { bold: true } }]);
    const told = screen.told()?.cells[screen.sheet('Accounts')] ?? [];
    expect(told.map(({ row, value, look }) => [row, value, look])).toEqual([
      [0, 'SEP', expect.objectContaining({ bold: true })], [6, 7000, expect.objectContaining({ numberFormat: '$#,##0.00' })],
    ]);
  });

  it('is refused on a protected sheet, all of it, with a sentence', async () => {
    const screen = screenOf(client());
    await expect(enter(screen, 'Locked', [at(0, 0, 2)])).rejects.toThrow('The sheet "Locked" is protected, so nothing can be entered. Unprotect it in Excel first.');
    expect(screen.host.book.backend.cell({ sheet: screen.sheet('Locked'), row: 0, column: 0 }).value).toBe(1);
  });

  it('is refused where a formula would read its own result, whole, and the cells of the circle are named', async () => {
    const screen = screenOf(client());
    await enter(screen, 'Accounts', [formula(6, 0, '=B2+1')]);
    await expect(enter(screen, 'Accounts', [at(7, 0, 1), formula(0, 1, '=SUM(A7:A8)')]))
      .rejects.toThrow('It was not entered: a formula reads its own result (Accounts!B1 reads Accounts!A7 reads Accounts!B2 reads Accounts!B1), which is a circular reference.');
    expect(screen.host.book.backend.cell({ sheet: screen.sheet('Accounts'), row: 0, column: 1 }).value).toBe(50000);
    expect(screen.host.book.backend.cell({ sheet: screen.sheet('Accounts'), row: 7, column: 0 }).value).toBeNull();
  });

  it('may take a formula out of the place where it would be one', async () => {
    const screen = screenOf(client());
    await enter(screen, 'Accounts', [formula(0, 1, '=A8'), formula(1, 1, '=1+1'), formula(7, 0, '=B2')]);
    expect(screen.host.book.backend.cell({ sheet: screen.sheet('Accounts'), row: 0, column: 1 }).value).toBe(2);
  });

  it('is refused whole where one formula of several is none', async () => {
    const screen = screenOf(client());
    await expect(enter(screen, 'Accounts', [at(0, 1, 1), formula(0, 0, '=SUM(')])).rejects.toThrow(/is no formula/);
    expect(screen.host.book.backend.cell({ sheet: screen.sheet('Accounts'), row: 0, column: 1 }).value).toBe(50000);
  });
});

describe('Sheets', () => {
  it('are added under a free name and shown', async () => {
    const screen = screenOf(client());
    await screen.host.byHand((book) => changeSheets(book, { kind: 'add' }));
    expect(screen.told()?.sheets?.map(({ name, isStored }) => [name, isStored])).toEqual([['Accounts', true], ['Locked', true], ['Sheet1', false]]);
    expect(screen.told()?.selection?.sheet).toBe(screen.sheet('Sheet1'));
  });

  it('that were added are renamed and taken away again', async () => {
    const screen = screenOf(client());
    await screen.host.byHand((book) => changeSheets(book, { kind: 'add' }));
    const added = screen.sheet('Sheet1');
    await screen.host.byHand((book) => changeSheets(book, { kind: 'rename', sheet: added, name: 'Notes' }));
    expect(screen.told()?.sheets?.map(({ name }) => name)).toEqual(['Accounts', 'Locked', 'Notes']);
    await screen.host.byHand((book) => changeSheets(book, { kind: 'remove', sheet: added }));
    expect(screen.told()?.sheets?.map(({ name }) => name)).toEqual(['Accounts', 'Locked']);
  });

  it.each([
    [{ kind: 'remove' } as const, 'The sheet "Accounts" is in the file, and a file is not given back without one of its sheets. Delete it in Excel.'],
    [{ kind: 'rename', name: 'Other' } as const, 'The sheet "Accounts" is in the file, and this host cannot rename a sheet of a file.'],
  ])('of the file stay as they are: %o', async (action, sentence) => {
    const screen = screenOf(client());
    await expect(screen.host.byHand((book) => changeSheets(book, { ...action, sheet: screen.sheet('Accounts') }))).rejects.toThrow(sentence);
  });
});
