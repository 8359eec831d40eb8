/** What a screen is shown of a workbook, and what it is told of changes. */
import { ChartCollection } from '../../src/host/model/chart';
import { Range } from '../../src/host/model/range';
import type { CellLook, SheetLook } from '../../src/package';
import { aSheet, aWorkbook } from '../support/hostedWorkbook';
import { at, client, closeScreens, enter, formula, screenOf } from '../support/screen';

afterEach(closeScreens);

describe('A screen', () => {
  const bold: CellLook = { bold: true, borders: { top: 'thin' }, borderColors: { top: '#FF0000' } };
  const look: SheetLook = {
    cells: new Map([['A1', bold], ['D4', { fill: '#FFFF00' }]]), columns: [{ first: 0, last: 1, width: 90 }], rowHeights: new Map([[2, 30]]),
    tabColor: '#00B050', showGridlines: false, frozenRows: 1, frozenColumns: 0, besides: [],
  };

  it('is given every cell that holds something or looks like something, as the file has it', () => {
    const { view, sheet } = screenOf(client(), new Map([['Accounts', look]]));
    const whole = view.whole();
    expect(whole.cells[sheet('Accounts')]).toEqual([
      { row: 0, column: 0, value: 'SEP', look: bold },
      { row: 0, column: 1, value: 50000, look: {} },
      { row: 1, column: 1, value: 100000, formula: '=B1*2', look: {} },
      { row: 3, column: 3, value: null, look: { fill: '#FFFF00' } },
    ]);
    expect(whole.sheets[0]).toMatchObject({ name: 'Accounts', tabColor: '#00B050', showGridlines: false, frozenRows: 1, columns: [{ first: 0, last: 1, width: 90 }] });
    expect(whole.selection).toEqual({ sheet: sheet('Accounts'), area: { top: 0, left: 0, bottom: 0, right: 0 } });
  });

  it('is told nothing where nothing changed', async () => {
    const { host, view, told } = screenOf(client());
    view.whole();
    await host.byHand(() => undefined);
    expect(told()).toBeNull();
  });

  it('is told the names of the charts that an add-in drew', async () => {
    const screen = screenOf(client());
    screen.view.whole();
    await screen.host.byHand((book) => {
      const tab = book.addSheet('Tab');
      new ChartCollection(book, tab).add('Line', new Range(book, tab, { top: 0, left: 0, bottom: 3, right: 0 }), 'Columns').name = 'Pool';
    });
    expect(screen.told()?.sheets?.map(({ name, charts }) => [name, charts])).toEqual([...client().sheets.map(({ name }) => [name, undefined]), ['Tab', ['Pool']]]);
  });

  it('keeps what the file has of a look where one trait of it is set', async () => {
    const screen = screenOf(client(), new Map([['Accounts', look]]));
    screen.view.whole();
    await enter(screen, 'Accounts', [{ row: 0, column: 0, style: { italic: true, borders: { bottom: 'thin' } } }]);
    expect(screen.told()?.cells[screen.sheet('Accounts')]?.[0]?.look).toEqual({
      bold: true, italic: true, borders: { top: 'thin', bottom: 'thin' }, borderColors: { top: '#FF0000' },
    });
  });

  it('has the sentence of a function\'s error on its cell, and none where the formula caught the error', async () => {
    const screen = screenOf(client());
    await enter(screen, 'Accounts', [formula(4, 0, '=BASIS.TWICE(-1)')]);
    expect(screen.told()?.cells[screen.sheet('Accounts')]?.[0]).toMatchObject({ value: { error: '#VALUE!' }, sentence: 'The amount is below zero.' });
    await enter(screen, 'Accounts', [formula(4, 0, '=IFERROR(BASIS.TWICE(-1),0)')]);
    expect(screen.told()?.cells[screen.sheet('Accounts')]?.[0]).not.toHaveProperty('sentence');
  });

  it('says of a formula that cannot be calculated here why, and whose value stands', async () => {
    const screen = screenOf(aWorkbook([aSheet('Accounts', { A1: ['=CUBEVALUE("x")', 7] })]));
    const [cell] = screen.view.whole().cells[screen.sheet('Accounts')] ?? [];
    expect(cell).toMatchObject({
      value: 7, sentence: 'This formula is not calculated here: the function CUBEVALUE is not available here. The cell shows the value that the file has saved.',
    });
  });

  it('is shown results that spill, and told when they go', async () => {
    const screen = screenOf(aWorkbook([aSheet('Accounts', {})]));
    await enter(screen, 'Accounts', [formula(0, 0, '=SEQUENCE(3)')]);
    expect(screen.told()?.cells[screen.sheet('Accounts')]?.map(({ value, spilled }) => [value, spilled ?? false])).toEqual([[1, false], [2, true], [3, true]]);
    await enter(screen, 'Accounts', [at(0, 0, null)]);
    expect(screen.told()?.cells[screen.sheet('Accounts')]?.map(({ value }) => value)).toEqual([null, null, null]);
  });
});
