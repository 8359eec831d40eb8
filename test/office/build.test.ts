/** A build as the pane and the command line start it: what it sends to Excel, what it refuses, and what it leaves alone. */
import { HostFault } from '../../src/host';
import type { Report } from '../../src/office/report';
import { readWorkbook } from '../../src/package';
import { at, layoutMark, positions, rowOfChoice, rowOfEntry, LAYOUT_VERSION } from '../../src/worksheet/positions';
import { accountList, accountListPlan, openSample, workpaper, type Workpaper } from '../support/addIn';
import { aSheet, aWorkbook, closeHosts, type CellInBrief } from '../support/hostedWorkbook';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

afterEach(closeHosts);

const tab = '8606 2025 T';
const cellOf = (id: string): string => `C${rowOfEntry(id)}`;
const shown = async (book: Workpaper, cell: string): Promise<unknown> => (await book.values(tab, cell))[0]?.[0];

const trips = async (book: Workpaper, deed: () => Promise<unknown>): Promise<number> => {
  const before = book.host.batches;
  await deed();
  return book.host.batches - before;
};

describe('Round trips to Excel', () => {
  it('are one to read and two to write for a new tab, and one and one for a tab that stands', async () => {
    const book = await openSample(accountList);
    expect(await trips(book, () => book.actions.read(accountListPlan))).toBe(1);
    expect(await trips(book, () => book.actions.build(accountListPlan))).toBe(3);
    expect(await trips(book, () => book.actions.build(accountListPlan))).toBe(2);
  });

  it('are as few for several tabs at once', async () => {
    const book = await openSample(accountList);
    const plans = [accountListPlan, { ...accountListPlan, person: 'S', sources: [{ role: 'fmv', range: "'IRA-1'!D5" }, { role: 'conversions', range: "'IRA-1'!D16" }] }];
    expect(await trips(book, () => book.actions.build(plans))).toBe(3);
    expect(await trips(book, () => book.actions.build(plans))).toBe(2);
  });

  it('are two more to take back a build that failed, and one more to remove what could not be taken back', async () => {
    const book = await openSample(accountList);
    const from = (batches: number) => {
      const first = book.host.batches + batches;
      book.host.onAction = ({ batch }) => {
        if (batch === first) throw new HostFault('GeneralException', 'The fault of this test.');
      };
    };
    from(3);
    expect(await trips(book, () => book.actions.build(accountListPlan))).toBe(5);
    const last = book.host.batches + 3;
    book.host.onAction = ({ batch }) => {
      if (batch >= last) throw new HostFault('GeneralException', 'The fault of this test.');
    };
    await book.actions.build(accountListPlan);
    book.host.onAction = null;
    expect(await trips(book, () => book.actions.build(accountListPlan))).toBe(4);
  });

  for (const { rows, reads } of [{ rows: 9_999, reads: 1 }, { rows: 10_000, reads: 1 }, { rows: 10_001, reads: 2 }]) {
    it(`are ${reads} to read a selection of two columns and ${rows.toLocaleString('en-US')} rows: 20,000 cells a trip`, async () => {
      const cells = Object.fromEntries(Array.from({ length: rows }, (_, index) => [`B${index + 1}`, index === 0 ? 'Value 12/31' : 1]));
      const book = workpaper(aWorkbook([aSheet('Accounts', { A1: 'Type', ...cells })]));
      const plan = { person: 'T', year: 2025, sources: [{ role: 'accounts', range: 'Accounts!A:B' }] };
      expect(await trips(book, () => book.actions.read(plan))).toBe(reads);
    });
  }

  const accountsFrom = (row: number): Readonly<Record<string, CellInBrief>> => ({ [`B${row}`]: 'Type', [`C${row}`]: 'Value 12/31', [`B${row + 1}`]: 'Traditional IRA', [`C${row + 1}`]: 7000 });
  for (const { what, range, first, reads } of [
    { what: 'two whole columns that are used far down', range: 'B:C', first: 1_000_000, reads: 2 },
    { what: 'a whole sheet: the first tells how many columns are used', range: '1:1048576', first: 1, reads: 2 },
    { what: 'a whole sheet that is used far down', range: '1:1048576', first: 1_000_000, reads: 2 },
  ]) {
    it(`are ${reads} to read ${what}`, async () => {
      const book = workpaper(aWorkbook([aSheet('Accounts', accountsFrom(first))]));
      let report: Report | null = null;
      const read = async (): Promise<void> => { report = await book.actions.read({ person: 'T', year: 2025, sources: [{ role: 'accounts', range: `Accounts!${range}` }] }); };
      expect(await trips(book, read)).toBe(reads);
      expect(report).toMatchObject({ ok: true, tabs: [{ used: [{ cell: `Accounts!C${first + 1}`, amount: 7000 }] }] });
    });
  }

  it('are six to read 100,002 used cells, two columns of 50,000 rows among them, and two more to write their tab; the last row counts', async () => {
    const last = 50_000;
    const book = workpaper(aWorkbook([aSheet('Accounts', { A1: 'Type', B1: 'Value 12/31', [`A${last}`]: 'Traditional IRA', [`B${last}`]: 7000 })]));
    const plan = { person: 'T', year: 2025, sources: [{ role: 'accounts', range: 'Accounts!A:B' }, { role: 'conversions', range: 'Conversions!A1' }, { role: 'prior_basis', range: 'Conversions!A2' }] };
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.add('Conversions').getRange('A1:A2').values = [[500], [1500]];
      await context.sync();
    });
    expect(await trips(book, () => book.actions.read(plan))).toBe(6);
    expect(await trips(book, () => book.actions.build(plan))).toBe(8);
    // 1,500 of basis over 7,500: a fifth of what was converted is not taxed.
    expect([await shown(book, cellOf('6')), await shown(book, cellOf('11')), await shown(book, `C${positions.checks.get('S1')}`)]).toEqual([7000, 100, 'OK']);
    await book.write('Accounts', 'B49999', [[1]]);
    expect(await shown(book, `C${positions.checks.get('S1')}`)).toBe('LOOK');
  });

  it('are one more where rows are hidden; their cells count, and are told', async () => {
    const book = workpaper(aWorkbook([aSheet('Accounts', { ...accountsFrom(1), B3: 'SEP-IRA', C3: 500 }, { hiddenRows: new Set([3]) })]));
    let report: Report | null = null;
    const read = async (): Promise<void> => { report = await book.actions.read({ person: 'T', year: 2025, sources: [{ role: 'accounts', range: 'Accounts!B1:C3' }] }); };
    expect(await trips(book, read)).toBe(2);
    const [tab] = (report as Report | null)!.tabs;
    expect([tab?.used.map(({ cell }) => cell), tab?.warnings.filter(({ code }) => code === 'HIDDEN_ROWS')]).toEqual([
      ['Accounts!C2', 'Accounts!C3'], [{ cell: 'Accounts!C3', code: 'HIDDEN_ROWS', text: 'Hidden rows are counted: Accounts!C3.' }],
    ]);
  });
});

describe('A tab follows its sources', () => {
  it('when an account changes its value, at once', async () => {
    const book = await openSample(accountList);
    await book.actions.build(accountListPlan);
    expect(await shown(book, cellOf('18'))).toBe(6653);
    await book.write('IRA-1', 'D5:D7', [[0], [93000], [0]]);
    expect(await shown(book, cellOf('6'))).toBe(93000);
    expect(await shown(book, cellOf('18'))).toBe(6510);
    expect(await shown(book, 'C6')).toBe('READY');
  });

  for (const [what, value] of [['turns into other text', 'see the new statement'], ['goes blank', '']] as const) {
    it(`and says #N/A down to line 18 when a counted cell ${what}`, async () => {
      const book = await openSample(accountList);
      await book.actions.build(accountListPlan);
      await book.write('IRA-1', 'D6', [[value]]);
      expect(await shown(book, cellOf('18'))).toBe('#N/A');
      expect(await shown(book, 'C6')).toBe('DRAFT');
    });
  }

  it('and an answer counts only as long as its cell holds what it was given for', async () => {
    const book = await openSample(accountList);
    expect((await book.actions.build({ ...accountListPlan, answers: { "'IRA-1'!D5": { amount: '500' } } })).errors).toEqual([]);
    const before = await shown(book, cellOf('6'));
    expect(before).toBe(134751);
    await book.write('IRA-1', 'D5', [[12.49]]);
    expect([await shown(book, cellOf('18')), await shown(book, 'C6')]).toEqual(['#N/A', 'DRAFT']);
    await book.write('IRA-1', 'D5', [[12.48]]);
    expect(await shown(book, cellOf('6'))).toBe(before);
  });

  it('and an answer about an amount that stands as text counts as long as the text stands there', async () => {
    const book = workpaper(aWorkbook([aSheet('Log', { A1: 'Date', B1: 'Contributed', C1: 'For year', A2: '5/1/2025', B2: '$7,000.00', C2: 2025 })]));
    const report = await book.actions.build({ person: 'T', year: 2025, sources: [{ role: 'contributions', range: 'Log!A1:C2' }], answers: { 'Log!B2': { deducted: '2000' } } });
    expect([report.errors, report.tabs[0]?.lines['1']]).toEqual([[], 5000]);
    expect(await shown(book, cellOf('1'))).toBe(5000);
    await book.write('Log', 'B2', [["'$7,000.01"]]);
    expect(await shown(book, cellOf('1'))).toBe('#N/A');
  });

  it('and asks for a new build when the range holds more than it did', async () => {
    const book = await openSample(accountList);
    await book.actions.build(accountListPlan);
    const checkOfSources = `C${positions.checks.get('S1')}`;
    expect(await shown(book, checkOfSources)).toBe('OK');
    await book.write('IRA-1', 'E15', [['']]);
    expect(await shown(book, checkOfSources)).toBe('LOOK');
  });

  it('and its rounding and places are cells: cents and three places change every line', async () => {
    const book = await openSample(accountList);
    await book.actions.build(accountListPlan);
    await book.write(tab, 'C7:C8', [['cents'], ['exact']]);
    expect(await shown(book, cellOf('18'))).toBe(6653.13);
    await book.write(tab, 'C7:C8', [['whole dollars'], [3]]);
    expect(await shown(book, cellOf('18'))).toBe(6650);
    await book.write(tab, 'C8', [[2]]);
    expect(await shown(book, cellOf('18'))).toBe('#N/A');
    expect(await shown(book, 'C6')).toBe('DRAFT');
  });
});

describe('Building again', () => {
  it('keeps what the preparer wrote, and where it stands', async () => {
    const book = await openSample(accountList);
    await book.actions.build(accountListPlan);
    const note = `F${rowOfEntry('6')}:G${rowOfEntry('6')}`;
    const supportNote = `G${positions.firstSupport + 1}`;
    await book.write(tab, note, [['a', 'agreed to statement']]);
    await book.write(tab, supportNote, [['text on the statement too']]);
    await book.write(tab, 'G4', [['JL']]);
    await book.write(tab, `C${rowOfChoice('line4TakesLatest')}`, [['Yes']]);
    await book.write('IRA-1', 'A13:D13', [['Merrill', 'xx1', 'Traditional IRA', 1000]]);
    const wider = { ...accountListPlan, sources: accountListPlan.sources.map((source) => ({ ...source, range: source.range.replace('F12', 'F13') })) };
    const report = await book.actions.build(wider);
    expect(report.errors).toEqual([]);
    expect(report.tabs[0]?.sheet).toBe(tab);
    expect(await book.values(tab, note)).toEqual([['a', 'agreed to statement']]);
    expect(await book.values(tab, supportNote)).toEqual([['text on the statement too']]);
    expect(await shown(book, `D${positions.firstSupport + 1}`)).toBe('$93,000.00');
    expect(await shown(book, 'G4')).toBe('JL');
    expect(await shown(book, `C${rowOfChoice('line4TakesLatest')}`)).toBe('Yes');
    expect(await shown(book, cellOf('6'))).toBe(135263);
  });

  it('changes nothing when nothing has changed', async () => {
    const book = await openSample(accountList);
    await book.actions.build(accountListPlan);
    const before = book.state();
    expect((await book.actions.build(accountListPlan)).tabs[0]?.changes).toEqual([]);
    expect(book.state()).toBe(before);
  });

  it('refuses to grow over something that the preparer wrote below the tab', async () => {
    const book = await openSample(accountList);
    await book.actions.build(accountListPlan);
    const below = 1 + (await book.host.book.backend.usedArea(book.host.book.worksheets.at(-1)!.id))!.bottom + 1;
    await book.write(tab, `B${below}`, [['my own schedule']]);
    await book.write('IRA-1', 'A13:D13', [['Merrill', 'xx1', 'Traditional IRA', 1000]]);
    const before = book.state();
    const report = await book.actions.build({ ...accountListPlan, sources: accountListPlan.sources.map((source) => ({ ...source, range: source.range.replace('F12', 'F13') })) });
    expect(report.errors[0]?.text).toContain('my own schedule');
    expect(book.state()).toBe(before);
  });
});

describe('A tab of another layout', () => {
  for (const [layout, says] of [[LAYOUT_VERSION - 1, 'an earlier version'], [LAYOUT_VERSION + 1, 'a later version']] as const) {
    it(`is kept as it is, with what to do, when ${says} built it; and next year is linked to it all the same`, async () => {
      const book = await openSample(accountList);
      await book.actions.build(accountListPlan);
      await book.write(tab, at(layoutMark.column, layoutMark.row), [[`Built by IRA Basis, layout ${layout}`]]);
      const before = book.state();
      const report = await book.actions.build(accountListPlan);
      expect(report.errors[0]?.text).toContain(`${says} of IRA Basis (layout ${layout}; this one writes layout ${LAYOUT_VERSION})`);
      expect(report.errors[0]?.text).toContain(`delete "${tab}" and build again`);
      expect(book.state()).toBe(before);
      const next = await book.actions.build({ person: 'T', year: 2026, sources: [{ role: 'fmv', range: "'IRA-1'!D5" }] });
      expect(next.tabs[0]?.lines['2']).toBe(null);
      expect(await book.values('8606 2026 T', cellOf('Line 2 with its cents'))).toEqual([[6653]]);
    });
  }

  it('makes way for a new one once its sheet is deleted', async () => {
    const book = await openSample(accountList);
    await book.actions.build(accountListPlan);
    await book.Excel.run(async (context) => { context.workbook.worksheets.getItem(tab).delete(); await context.sync(); });
    expect((await book.actions.build(accountListPlan)).tabs[0]).toMatchObject({ sheet: tab, status: 'READY' });
  });
});

describe('The workbook of the user', () => {
  it('keeps a sheet that has the title of the tab: the tab gets a number', async () => {
    const content = readWorkbook(await asXlsx(sampleWorkbook(accountList)));
    const book = workpaper({ ...content, sheets: [...content.sheets, aSheet('8606 2025 t', { A1: 'mine' })] });
    const report = await book.actions.build(accountListPlan);
    expect(report.tabs[0]?.sheet).toBe('8606 2025 T (2)');
    expect(await book.values('8606 2025 t', 'A1')).toEqual([['mine']]);
  });

  it('never has its text taken for a formula or a mark: labels are links, texts stand in text cells', async () => {
    const book = workpaper(aWorkbook([aSheet('=Log', {
      A1: 'Type', B1: 'Value 12/31', A2: 'Traditional IRA =1+1', B2: "'7,000", A3: '+Rollover IRA', B3: 5,
    })]));
    const report = await book.actions.build({ person: 'T', name: '=cmd|calc', year: 2025, sources: [{ role: 'accounts', range: "'=Log'!A1:B3" }] });
    expect(report.errors).toEqual([]);
    expect(await shown(book, 'C3')).toBe('=cmd|calc');
    expect(await shown(book, `D${positions.firstSupport}`)).toBe("'7,000");
    expect(await shown(book, `C${positions.firstSupport}`)).toBe(7000);
    expect(await shown(book, `B${positions.firstSupport}`)).toContain('Traditional IRA =1+1');
  });

  for (const [what, change, says] of [
    ['its structure is protected', { structureProtected: true }, /structure of this workbook is protected/],
    ['it calculates with precision as displayed', { precisionAsDisplayed: true }, /precision as displayed/],
  ] as const) {
    it(`is left alone, with a sentence, when ${what}`, async () => {
      const content = readWorkbook(await asXlsx(sampleWorkbook(accountList)));
      const book = workpaper({ ...content, ...change });
      const before = book.state();
      const report = await book.actions.build(accountListPlan);
      expect(report.ok).toBe(false);
      expect(report.errors[0]?.text).toMatch(says);
      expect(book.state()).toBe(before);
    });
  }

  it('gets a tab for two persons at once, or for several years, each chained to the one before', async () => {
    const sample = sampleWorkbook('wb01_physician_row_per_year');
    const book = workpaper(readWorkbook(await asXlsx(sample)));
    const plan = { person: 'T', year: [2024, 2025], rounding: 'cents', sources: [{ role: 'year_table', range: 'Backdoor!A3:G9' }] };
    const report = await book.actions.build(plan);
    expect(report.tabs.map(({ sheet, lines }) => [sheet, lines['2'], lines['14']])).toEqual([['8606 2024 T', 12.07, 10.89], ['8606 2025 T', 10.89, 10.36]]);
    // A change in 2022 runs through 2024's columns of earlier years into 2025's line 2.
    await book.write('Backdoor', 'D5', [[5980]]);
    expect(await shown(book, cellOf('14'))).toBe(17.76);
  });
});

describe('A contribution made in March for the year before', () => {
  it('gives both years\' tabs in one go: line 4 of the one, line 2 of the other', async () => {
    const book = workpaper(aWorkbook([
      aSheet('Log', {
        A1: 'Date', B1: 'Description', C1: 'Amount', D1: 'For year', E1: 'Deducted',
        A2: '11/20/2025', B2: 'Converted to Roth', C2: 1000,
        A3: '3/10/2026', B3: 'Nondeductible contribution', C3: 7000, D3: 2025,
        A4: '2/10/2026', B4: 'Nondeductible contribution', C4: 7500, D4: 2026,
        A5: '3/20/2026', B5: 'Converted to Roth', C5: 14500,
      }),
      aSheet('Accounts', { A1: 'Type', B1: '12/31/2025', C1: '12/31/2026', A2: 'Traditional IRA', B2: 9000, C2: 2000, A4: '2024 Form 8606, line 14', B4: 2000 }),
    ]));
    const report = await book.actions.build({
      person: 'T', year: [2025, 2026], rounding: 'cents',
      sources: [{ role: 'ledger', range: 'Log!A1:E5' }, { role: 'accounts', range: 'Accounts!A1:C2' }, { role: 'prior_basis', range: 'Accounts!A4:B4' }],
    });
    expect({ errors: report.errors, asked: report.tabs.flatMap(({ asked }) => asked) }).toEqual({ errors: [], asked: [] });
    // Form 8606, by hand. 2025: (2,000 + 7,000 - 7,000) / (9,000 + 1,000) of 1,000; 2026: 14,500 x 16,300 / 16,500.
    expect(report.tabs[0]?.lines).toMatchObject({ 1: 7000, 2: 2000, 3: 9000, 4: 7000, 5: 2000, 6: 9000, 8: 1000, 9: 10000, 10: 0.2, 11: 200, 13: 200, 14: 8800, 16: 1000, 17: 200, 18: 800 });
    expect(report.tabs[1]?.lines).toMatchObject({ 1: 7500, 2: 8800, 3: 16300, 4: 0, 5: 16300, 6: 2000, 8: 14500, 9: 16500, 11: 14324.24, 14: 1975.76, 18: 175.76 });
  });
});

describe('Line 2 and last year\'s tab', () => {
  const log = () => workpaper(aWorkbook([aSheet('Log', {
    A1: 'Year', B1: 'Nondeductible contribution', C1: 'Converted', D1: '12/31 value',
    A2: 2024, B2: 7000, C2: 0, D2: 7000, A3: 2025, B3: 7000, C3: 0, D3: 14000, F3: 5000,
  })]));
  const planOf = (year: number, range: string, more: readonly object[] = []) => ({ person: 'T', year, sources: [{ role: 'year_table', range }, ...more] });
  const plan2024 = planOf(2024, 'Log!A1:D2');
  const only2025 = [{ role: 'contributions', range: 'Log!B3' }, { role: 'fmv', range: 'Log!D3' }];
  const plan2025 = { person: 'T', year: 2025, sources: only2025 };

  for (const [order, plans] of [['in order', [plan2024, plan2025]], ['the later first', [plan2025, plan2024]]] as const) {
    it(`chains two plans of one build, given ${order}`, async () => {
      const report = await log().actions.build(plans);
      expect(report.errors).toEqual([]);
      expect(report.tabs.map(({ year, lines }) => [year, lines['2']])).toEqual([[2024, 0], [2025, 7000]]);
    });
  }

  it('asks where a selected basis is not what last year\'s tab carries, until it is answered', async () => {
    const book = log();
    expect((await book.actions.build(plan2024)).errors).toEqual([]);
    const differing = { ...plan2025, sources: [...only2025, { role: 'prior_basis', range: 'Log!F3' }] };
    const [asked] = (await book.actions.read(differing)).tabs;
    expect(asked?.asked.map(({ code, cell }) => [code, cell])).toContainEqual(['PRIOR_BASIS_DIFFERS', 'Log!F3']);
    expect(asked?.status).toBe('DRAFT');
    const [answered] = (await book.actions.read({ ...differing, answers: { 'Log!F3': 'include' } })).tabs;
    expect(answered?.asked.map(({ code }) => code)).not.toContain('PRIOR_BASIS_DIFFERS');
    expect(answered?.lines['2']).toBe(5000);
  });
});
