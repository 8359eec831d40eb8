/** A planner's tab in a workbook: built whole or not at all, built again in place, and what is typed in it stays. */
import { HostFault } from '../../src/host';
import { closeHosts } from '../support/hostedWorkbook';
import { accountList, accountListPlan, openSample, type Workpaper } from '../support/addIn';

afterEach(closeHosts);

const request = { planner: 'PROJECTION', year: 2026, given: { 'start:backdoor': '7,500', 'start:return': '7%' } };

const built = async (book: Workpaper, asked: unknown = request) => {
  const report = await book.actions.planners.build(asked);
  if (!report.ok) throw new Error(report.errors.map(({ text }) => text).join(' '));
  return report.tab;
};

const typedCell = async (book: Workpaper, label: string): Promise<string> => {
  const labels = (await book.values('Projection 2026', 'B1:B40')).map(([text]) => text);
  return `C${labels.indexOf(label) + 1}`;
};

describe('A planner\'s tab', () => {
  it('is built with what the user gives, calculates by itself, and is found by its name after it was renamed', async () => {
    const book = await openSample(accountList);
    const tab = await built(book);
    expect(tab).toMatchObject({ sheet: 'Projection 2026', typed: { 'start:backdoor': 7500, 'start:mega': 30000, 'start:return': 0.07 }, linked: [] });
    expect(await book.values('Projection 2026', 'C3')).toEqual([['Ready']]);

    await book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Projection 2026').name = 'My plan';
      await context.sync();
    });
    expect(await book.actions.planners.tabs()).toMatchObject({ ok: true, tabs: [{ planner: 'PROJECTION', year: 2026, person: null, sheet: 'My plan' }] });
    expect((await built(book)).sheet).toBe('My plan');
  });

  it('built again keeps what was typed in it, takes what is given now, and changes nothing else', async () => {
    const book = await openSample(accountList);
    await built(book);
    const mega = await typedCell(book, 'Mega backdoor Roth, a year');
    await book.write('Projection 2026', mega, [[12345]]);
    const tab = await built(book, { planner: 'PROJECTION', year: 2026, given: { 'start:backdoor': 8600 } });
    expect(tab.typed).toMatchObject({ 'start:backdoor': 8600, 'start:mega': 12345, 'start:return': 0.07 });
    expect(await book.values('Projection 2026', mega)).toEqual([[12345]]);
    const before = book.state();
    await built(book, { planner: 'PROJECTION', year: 2026 });
    expect(book.state()).toBe(before);
  });

  it('takes a free title where a sheet of the user\'s has its own', async () => {
    const book = await openSample(accountList);
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.add('Projection 2026');
      await context.sync();
    });
    expect((await built(book)).sheet).toBe('Projection 2026 (2)');
  });

  it('says in its status that a typed cell cannot be used, and shows no figure from it; the build is refused with a sentence', async () => {
    const book = await openSample(accountList);
    await built(book);
    const mega = await typedCell(book, 'Mega backdoor Roth, a year');
    await book.write('Projection 2026', mega, [['a lot']]);
    expect(await book.values('Projection 2026', 'C3')).toEqual([['LOOK: 1 typed cell cannot be used']]);
    const before = book.state();
    expect(await book.actions.planners.build({ planner: 'PROJECTION', year: 2026 })).toMatchObject({
      ok: false, errors: [{ code: 'NOT_AN_AMOUNT', text: 'Mega backdoor Roth, a year: "a lot". Enter an amount from 0 to 200,000.' }],
    });
    expect(book.state()).toBe(before);
  });

  it('is not built over rows that were put in between: what is typed would be misread', async () => {
    const book = await openSample(accountList);
    await built(book);
    await book.write('Projection 2026', await typedCell(book, 'Mega backdoor Roth, a year').then((cell) => cell.replace('C', 'B')), [['Something else']]);
    const report = await book.actions.planners.build(request);
    expect(report).toMatchObject({ ok: false, errors: [{ code: 'CONTRADICTION' }] });
  });

  it.each([
    [{ ...request, planner: 'NOTHING' }, 'planner is "NOTHING"; it must be'],
    [{ ...request, year: 2031 }, 'year is "2031"; it must be a tax year from 1998 to 2026.'],
    [{ ...request, given: { 'start:other': 1 } }, 'given is "start:other"'],
    [{ ...request, given: { 'start:backdoor': 'about 7k' } }, 'Backdoor Roth, a year:'],
    [{ ...request, years: 3 }, 'request is "years"'],
  ])('%j is refused', async (asked, sentence) => {
    const book = await openSample(accountList);
    const before = book.state();
    const report = await book.actions.planners.build(asked);
    expect(report).toMatchObject({ ok: false });
    if (!report.ok) expect(report.errors[0]?.text).toContain(sentence);
    expect(book.state()).toBe(before);
  });
});

describe('Amounts from the ranges of a Form 8606', () => {
  it('fill the typed cells: linked to their cells where a formula can fetch them, as amounts where text was read', async () => {
    const book = await openSample(accountList);
    const read = await book.actions.planners.amounts('WHATIF', accountListPlan);
    if (!read.ok) throw new Error(read.errors.map(({ text }) => text).join(' '));
    expect(read.given).toEqual({
      'now:basisBefore': { amount: 0, from: [] },
      'now:contributed': { amount: 7000, from: [{ source: '\'IRA-1\'!D15', sign: 1 }] },
      'now:pool': { amount: 134263.23, from: [] },
      'now:convertedSoFar': { amount: 7000, from: [{ source: '\'IRA-1\'!D16', sign: 1 }] },
    });

    const tab = await built(book, { planner: 'WHATIF', year: 2025, person: 'T', given: { ...read.given, 'now:rate': '32%', 'now:laterRate': '32%' } });
    expect(tab).toMatchObject({ sheet: 'What if 2025 T', linked: ['now:contributed', 'now:convertedSoFar'] });
    // Line 18 of the form in cents: 7,000 x (1 - 7,000 / 141,263.23).
    expect((await book.values('What if 2025 T', 'B30:E60')).find(([way]) => way === 'As it stands')?.slice(2)).toEqual([7000, 6653.13]);
    await book.write('IRA-1', 'D16', [[6000]]);
    expect((await book.values('What if 2025 T', 'B30:E60')).find(([way]) => way === 'As it stands')?.slice(2)).toEqual([6000, 5700.56]);
    expect(await book.actions.planners.tabs()).toMatchObject({ ok: true, tabs: [{ planner: 'WHATIF', typed: { 'now:convertedSoFar': 6000 }, linked: ['now:contributed', 'now:convertedSoFar'] }] });
  });

  it('are refused with the reader\'s own sentences', async () => {
    const book = await openSample(accountList);
    expect(await book.actions.planners.amounts('WHATIF', { ...accountListPlan, sources: [{ role: 'fmv', range: 'Gone!A1' }] }))
      .toMatchObject({ ok: false, errors: [{ code: 'MISSING', text: expect.stringContaining('"Gone"') as string }] });
  });
});

describe('A fault at any single action', () => {
  it.each([
    ['a tab with a chart, at each fourth', 4, [request, { ...request, given: { 'start:mega': 1 } }]],
    ['a small tab, at each', 1, [{ planner: 'PLANCHECK', year: 2026, person: 'T', given: {} }, { planner: 'PLANCHECK', year: 2026, person: 'T', given: { 'features:roth': 'Yes' } }]],
  ] as const)('of a build and of a build again leaves the workbook equal to what it was: %s', async (_, step, requests) => {
    const counting = await openSample(accountList);
    const counts: number[] = [];
    for (const asked of requests) {
      let actions = 0;
      counting.host.onAction = () => { actions += 1; };
      await built(counting, asked);
      counts.push(actions);
    }
    closeHosts();
    const book = await openSample(accountList);
    for (const [round, asked] of requests.entries()) {
      const before = book.state();
      for (let n = 1; n <= counts[round]!; n += step) {
        let action = 0;
        book.host.onAction = () => {
          action += 1;
          if (action === n) throw new HostFault('GeneralException', `The fault injected at action ${n}.`);
        };
        expect({ n, ok: (await book.actions.planners.build(asked)).ok, equal: book.state() === before }).toEqual({ n, ok: false, equal: true });
      }
      book.host.onAction = null;
      await built(book, asked);
    }
  });
});

describe('When the clean-up fails too', () => {
  it('the sheet that is left is stamped, is no tab of the pane\'s, and goes with the next build', async () => {
    const book = await openSample(accountList);
    const mine = await book.values('IRA-1', 'A1:F17');
    const before = book.host.batches;
    // The first trip reads, the second adds the sheet; the third writes it, and the fourth would take it back.
    book.host.onAction = ({ batch }) => {
      if (batch >= before + 3) throw new HostFault('GeneralException', 'Nothing works any more.');
    };
    expect(await book.actions.planners.build(request)).toMatchObject({ ok: false, errors: [{ code: 'CLEAN_UP_FAILED', text: expect.stringContaining('"Projection 2026"') as string }] });
    book.host.onAction = null;
    expect((await book.values('Projection 2026', 'C3'))[0]?.[0]).toMatch(/^UNFINISHED \([0-9a-f]{8}\): delete this tab$/);
    expect(await book.actions.planners.tabs()).toEqual({ ok: true, tabs: [] });
    expect(await book.values('IRA-1', 'A1:F17')).toEqual(mine);

    expect((await built(book)).sheet).toBe('Projection 2026');
    expect(await book.values('Projection 2026', 'C3')).toEqual([['Ready']]);
  });

  it('an unfinished sheet that its name points to already is none either', async () => {
    const book = await openSample(accountList);
    await built(book);
    await book.write('Projection 2026', 'C3', [['UNFINISHED (0badcafe): delete this tab']]);
    expect(await book.actions.planners.tabs()).toEqual({ ok: true, tabs: [] });
    expect(await built(book)).toMatchObject({ sheet: 'Projection 2026', typed: { 'start:mega': 30000 } });
  });
});
