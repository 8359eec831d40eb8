/** A planner's tab in a workbook: built whole or not at all, built again in place, and what is typed in it stays. */
import { HostFault } from '../../src/host';
import { closeHosts } from '../support/hostedWorkbook';
import { accountList, openSample, type Workpaper } from '../support/addIn';

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
      ok: false, errors: [{ code: 'NOT_AN_AMOUNT', text: 'Mega backdoor Roth, a year: "a lot". Enter an amount from 0 to 500,000.' }],
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

describe('A fault at any single action', () => {
  it('of a build and of a build again leaves the workbook equal to what it was', async () => {
    const counting = await openSample(accountList);
    const counts: number[] = [];
    for (const asked of [request, { ...request, given: { 'start:mega': 1 } }]) {
      let actions = 0;
      counting.host.onAction = () => { actions += 1; };
      await built(counting, asked);
      counts.push(actions);
    }
    closeHosts();
    const book = await openSample(accountList);
    for (const [round, asked] of [request, { ...request, given: { 'start:mega': 1 } }].entries()) {
      const before = book.state();
      // Every third action: each kind of action is met, and the run stays short.
      for (let n = 1; n <= counts[round]!; n += 3) {
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
