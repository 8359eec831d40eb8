/** Excel has no transaction. Whatever fails, and wherever, the workbook is as it was, and the next build succeeds. */
import { HostFault } from '../../src/host';
import { closeHosts } from '../support/hostedWorkbook';
import { accountList, accountListPlan, openSample, type Workpaper } from '../support/addIn';

afterEach(closeHosts);

const tab = '8606 2025 T';

/** How many actions an undisturbed run of the deed sends to Excel. */
async function actionsOf(book: Workpaper, deed: () => Promise<{ readonly ok: boolean }>): Promise<number> {
  let actions = 0;
  book.host.onAction = () => { actions += 1; };
  expect((await deed()).ok).toBe(true);
  book.host.onAction = null;
  return actions;
}

/** Lets the n-th action from now fail, once. */
function failAt(book: Workpaper, n: number): void {
  let action = 0;
  book.host.onAction = () => {
    action += 1;
    if (action === n) throw new HostFault('GeneralException', `The fault injected at action ${n}.`);
  };
}

describe('A fault at any single action', () => {
  it('of a build leaves the workbook equal to what it was', async () => {
    const actions = await actionsOf(...(await freshBuild()));
    closeHosts();
    const book = await openSample(accountList);
    const before = book.state();
    for (let n = 1; n <= actions; n += 1) {
      failAt(book, n);
      const report = await book.actions.build(accountListPlan);
      expect({ n, ok: report.ok, equal: book.state() === before }).toEqual({ n, ok: false, equal: true });
      expect(report.errors[0]?.text).toContain(`action ${n}`);
    }
    book.host.onAction = null;
    expect((await book.actions.build(accountListPlan)).ok).toBe(true);
  });

  it('of a rebuild with new rows and a new range leaves the workbook equal to what it was', async () => {
    const actions = await actionsOf(...(await changedRebuild()));
    closeHosts();
    const [book, rebuild] = await changedRebuild();
    const before = book.state();
    for (let n = 1; n <= actions; n += 1) {
      failAt(book, n);
      const report = await rebuild();
      expect({ n, ok: report.ok, equal: book.state() === before }).toEqual({ n, ok: false, equal: true });
    }
    book.host.onAction = null;
    expect((await rebuild()).ok).toBe(true);
  });

  it('of a build of two persons leaves neither tab', async () => {
    const plans = [accountListPlan, { ...accountListPlan, person: 'S', sources: [{ role: 'fmv', range: "'IRA-1'!D5" }, { role: 'conversions', range: "'IRA-1'!D16" }] }];
    const open = async (): Promise<[Workpaper, () => Promise<{ ok: boolean }>]> => {
      const book = await openSample(accountList);
      return [book, () => book.actions.build(plans)];
    };
    const actions = await actionsOf(...(await open()));
    closeHosts();
    const [book, build] = await open();
    const before = book.state();
    // Every seventh action: each kind of action of each tab is met, and the run stays short.
    for (let n = 1; n <= actions; n += 7) {
      failAt(book, n);
      expect({ n, ok: (await build()).ok, equal: book.state() === before }).toEqual({ n, ok: false, equal: true });
    }
  });
});

describe('When the clean-up fails too', () => {
  it('says what is left, leaves the user\'s sheets alone, and the next build finishes the clean-up', async () => {
    const book = await openSample(accountList);
    const mine = await book.values('IRA-1', 'A1:F17');
    const before = book.host.batches;
    // The first trip reads, the second adds the tab; the third writes it, and the fourth would take it back.
    book.host.onAction = ({ batch }) => {
      if (batch >= before + 3) throw new HostFault('GeneralException', 'Nothing works any more.');
    };
    const report = await book.actions.build(accountListPlan);
    book.host.onAction = null;
    expect(report.ok).toBe(false);
    // Issue 7, 5: a sentence each. It says what is left, and nothing that contradicts that.
    expect(report.errors).toEqual([{
      code: 'CLEAN_UP_FAILED', cell: null,
      text: 'The build failed, and so did taking it back. Your own sheets are as they were. '
        + `The tab "${tab}" may be left unfinished, with names that point at it: build again, which removes it first, or delete it.`,
    }]);
    expect((await book.values(tab, 'C6'))[0]?.[0]).toMatch(/^UNFINISHED \([0-9a-f]{8}\): delete this tab$/);
    expect(await book.values('IRA-1', 'A1:F17')).toEqual(mine);

    expect((await book.actions.build(accountListPlan)).ok).toBe(true);
    expect((await book.values(tab, 'C6'))[0]?.[0]).toBe('READY');
  });

  it('of a tab that stood before, says to build again and not to delete it, and then the notes are still there', async () => {
    const [book, rebuild] = await changedRebuild();
    const before = book.host.batches;
    // The first trip reads, the second writes; the third would take it back.
    book.host.onAction = ({ batch }) => {
      if (batch >= before + 2) throw new HostFault('GeneralException', 'Nothing works any more.');
    };
    const { errors } = await rebuild() as { readonly errors?: readonly unknown[] };
    book.host.onAction = null;
    expect(errors).toEqual([{
      code: 'CLEAN_UP_FAILED', cell: null,
      text: 'The build failed, and so did taking it back. Your own sheets are as they were. '
        + `The tab "${tab}" may be updated in part: build again, which updates it whole. Do not delete it: your notes are on it.`,
    }]);
    expect((await rebuild()).ok).toBe(true);
    expect([await book.values(tab, 'C6'), await book.values(tab, 'G20')]).toEqual([[['READY']], [['agreed with client']]]);
  });
});

async function freshBuild(): Promise<[Workpaper, () => Promise<{ readonly ok: boolean }>]> {
  const book = await openSample(accountList);
  return [book, () => book.actions.build(accountListPlan)];
}

/** A tab that stands, with a note of the preparer; then an account more, and distributions selected for the first time. */
async function changedRebuild(): Promise<[Workpaper, () => Promise<{ readonly ok: boolean }>]> {
  const book = await openSample(accountList);
  expect((await book.actions.build(accountListPlan)).ok).toBe(true);
  await book.write(tab, 'G20', [['agreed with client']]);
  await book.write('IRA-1', 'A18:D19', [['Distribution 6/1/2025', '', '', 500], ['Distribution 7/1/2025', '', '', 250]]);
  const plan = { ...accountListPlan, sources: [...accountListPlan.sources, { role: 'distributions', range: "'IRA-1'!A18:D19" }] };
  return [book, () => book.actions.build(plan)];
}
