import { pick, type Picked } from '../../src/office/selection';
import { aName, aSheet, aWorkbook, closeHosts, hosted, type Hosted } from '../support/hostedWorkbook';

/** Microsoft's client over our host: what is selected and shown there is what these functions say. */
const excel = (book: Hosted): Hosted => {
  Object.assign(globalThis, { Excel: book.Excel });
  return book;
};

afterEach(() => {
  closeHosts();
  Reflect.deleteProperty(globalThis, 'Excel');
});

const wb02 = (): Hosted => excel(hosted(aWorkbook([
  aSheet('Cover', { A1: 'Client' }),
  aSheet('IRA-1', { A4: 'Type', D4: 'FMV', D5: 12.48 }),
  aSheet('Old', { A1: 1 }, { visibility: 'Hidden' }),
])));

const said = (done: { readonly ok: boolean; readonly error?: { readonly text: string } }): string => done.error?.text ?? '';

describe('The way to a cell', () => {
  it('selects it, on whichever sheet it is, and what is selected is told as Excel writes it', async () => {
    wb02();
    expect(await pick.select('\'IRA-1\'!A4:D5')).toEqual({ ok: true });
    expect(await pick.selection()).toEqual({ ok: true, range: '\'IRA-1\'!A4:D5' });
    await pick.select('Cover!A1');
    expect(await pick.selection()).toEqual({ ok: true, range: 'Cover!A1' });
  });

  it('is refused with a sentence where the sheet is gone', async () => {
    wb02();
    expect(said(await pick.select('Log!A1'))).toBe('This workbook has no sheet "Log" any more, so Log!A1 cannot be shown. Select the range again.');
  });

  it('is refused with a sentence where the sheet is hidden', async () => {
    wb02();
    expect(said(await pick.select('Old!A1'))).toMatch(/^The sheet "Old" is hidden, .* Unhide it/);
  });
});

describe('A typed address', () => {
  it('takes the capitals of the sheet that it names', async () => {
    wb02();
    expect(await pick.confirm('\'ira-1\'!A4')).toEqual({ ok: true, range: '\'IRA-1\'!A4' });
  });

  it('is refused with the sheets that there are', async () => {
    wb02();
    expect(said(await pick.confirm('Log!A4'))).toBe('This workbook has no sheet "Log"; its sheets are "Cover", "IRA-1", "Old".');
  });
});

describe('What a range seems to hold', () => {
  it('is told in one trip, of a whole sheet too; nothing is told of a range without words', async () => {
    const book = excel(hosted(aWorkbook([aSheet('IRA-1', { A4: 'Type', B4: 'FMV 12/31', A5: 'SEP-IRA', B5: 12.48, A6: 'Roth IRA', B6: 5 }), aSheet('Old', { A1: 1 })])));
    const before = book.host.batches;
    expect(await pick.proposal('\'IRA-1\'!A1:XFD1048576')).toEqual({ ok: true, role: 'accounts' });
    expect(book.host.batches - before).toBe(1);
    expect(await pick.proposal('Old!A1')).toEqual({ ok: true, role: null });
  });
});

describe('The way to a tab', () => {
  it('is found by the names of its lines, whatever its title', async () => {
    excel(hosted(aWorkbook(
      [aSheet('Cover', { A1: 1 }), aSheet('Patel 2025', { C16: 7000 })],
      { names: [aName('F8606_2025_T_L1', '=\'Patel 2025\'!$C$16')] },
    )));
    expect(await pick.goToTab(2025, 'T')).toEqual({ ok: true });
    expect(await pick.selection()).toEqual({ ok: true, range: '\'Patel 2025\'!A1' });
  });

  it('leads to the years of a person too', async () => {
    excel(hosted(aWorkbook(
      [aSheet('Cover', { A1: 1 }), aSheet('Patel, all years', { A1: 'Basis' })],
      { names: [aName('F8606_LEDGER_T', '=\'Patel, all years\'!$A$1')] },
    )));
    expect(await pick.goToTab('ledger', 'T')).toEqual({ ok: true });
    expect(await pick.selection()).toEqual({ ok: true, range: '\'Patel, all years\'!A1' });
    expect(said(await pick.goToTab('ledger', 'S'))).toBe('This workbook has no ledger any more: it was deleted. Build it again.');
  });

  it('is refused with a sentence where the tab was deleted', async () => {
    wb02();
    expect(said(await pick.goToTab(2025, 'S'))).toBe('This workbook has no Form 8606 tab for 2025 any more: it was deleted. Build it again.');
  });
});

describe('Following the selection', () => {
  /** Excel's selection event alone; the rest of it is not needed, and the host has no events yet. */
  const followable = () => {
    const handlers = new Set<() => Promise<void>>();
    let selected = 'Log!A1';
    let readings = 0;
    let hold: Promise<void> | null = null;
    const context = {
      sync: async () => { readings += 1; await hold; },
      workbook: {
        getSelectedRange: () => ({ load: () => undefined, get address() { return selected; } }),
        onSelectionChanged: {
          add: (handler: () => Promise<void>) => {
            handlers.add(handler);
            return { context, remove: () => handlers.delete(handler) };
          },
        },
      },
    };
    Object.assign(globalThis, {
      Excel: { run: (...args: unknown[]) => (args.at(-1) as (given: unknown) => Promise<unknown>)(context) },
    });
    const moveTo = (address: string): Promise<void[]> => {
      selected = address;
      return Promise.all([...handlers].map((handler) => handler()));
    };
    return { handlers, moveTo, readings: () => readings, holdReading: (until: Promise<void> | null) => { hold = until; } };
  };

  it('tells each new selection, and takes its handler out of Excel when it is stopped', async () => {
    const sheet = followable();
    const heard: Picked[] = [];
    const started = await pick.follow((picked) => heard.push(picked));
    await sheet.moveTo('Log!A3:G9');
    await sheet.moveTo('\'IRA-1\'!$D$5');
    expect(heard).toEqual([{ ok: true, range: 'Log!A3:G9' }, { ok: true, range: '\'IRA-1\'!D5' }]);
    expect(sheet.handlers.size).toBe(1);
    if (started.ok) await started.following.stop();
    expect(sheet.handlers.size).toBe(0);
  });

  it('reads a selection that moves fast when it comes to rest, not at every step', async () => {
    const sheet = followable();
    const heard: Picked[] = [];
    await pick.follow((picked) => heard.push(picked));
    const before = sheet.readings();
    let letGo = (): void => undefined;
    sheet.holdReading(new Promise((resolve) => { letGo = resolve; }));
    const moves = ['Log!A1:A2', 'Log!A1:A3', 'Log!A1:A4', 'Log!A1:A5'].map((address) => sheet.moveTo(address));
    sheet.holdReading(null);
    letGo();
    await Promise.all(moves);
    expect(heard).toEqual([{ ok: true, range: 'Log!A1:A5' }]);
    expect(sheet.readings() - before).toBe(2);
  });

  it('tells nothing more once it is stopped, though a reading is under way', async () => {
    const sheet = followable();
    const heard: Picked[] = [];
    const started = await pick.follow((picked) => heard.push(picked));
    let letGo = (): void => undefined;
    sheet.holdReading(new Promise((resolve) => { letGo = resolve; }));
    const move = sheet.moveTo('Log!A1:A2');
    const stopped = started.ok ? started.following.stop() : null;
    letGo();
    await Promise.all([move, stopped]);
    expect(heard).toEqual([]);
  });
});

describe('What Excel calls an invalid selection', () => {
  it('is said as what it is: not one rectangle of cells', async () => {
    Object.assign(globalThis, { Excel: { run: () => Promise.reject(Object.assign(new Error('The selection is invalid.'), { code: 'InvalidSelection' })) } });
    expect(said(await pick.selection())).toBe('What is selected is not one rectangle of cells. Select one range; further areas are added as ranges of their own.');
  });

  it('leaves every other fault its own sentence', async () => {
    Object.assign(globalThis, { Excel: { run: () => Promise.reject(Object.assign(new Error('x'), { code: 'InactiveWorkbook' })) } });
    expect(said(await pick.selection())).toBe('Another workbook is in front. Bring this one to the front, then try again.');
  });
});

describe('The tabs of a workbook', () => {
  it('are none in a workbook without our names', async () => {
    wb02();
    expect(await pick.tabs()).toEqual({ ok: true, tabs: [], ledgers: [] });
  });

  it('are found by the name of line 1, without one that a failed build left unfinished', async () => {
    excel(hosted(aWorkbook(
      [
        aSheet('8606 2025 T', { C3: 'A. Patel, MD', C6: 'READY', C16: 1 }),
        aSheet('8606 2025 S', { C6: 'UNFINISHED (0badcafe): delete this tab' }),
      ],
      { names: [
        aName('F8606_2025_T_L1', '=\'8606 2025 T\'!$C$16'), aName('F8606_2025_S_L1', '=\'8606 2025 S\'!$C$16'),
        aName('F8606_2024_T_L1', '=#REF!$C$16'), aName('F8606_LEDGER_T', '=\'8606 2025 T\'!$A$1'), aName('F8606_LEDGER_S', '=#REF!$A$1'), aName('F8606_2025_T_L18', '=\'8606 2025 T\'!$C$36'),
      ] },
    )));
    const found = await pick.tabs();
    expect(found.ok && found.ledgers).toEqual(['T']);
    expect(found.ok && found.tabs.map(({ sheet, year, person, plan }) => [sheet, year, person, plan])).toEqual([['8606 2025 T', 2025, 'T', null]]);
  });
});
