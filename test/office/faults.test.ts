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
    expect(report.errors[0]).toMatchObject({ code: 'CLEAN_UP_FAILED' });
    expect(report.errors[0]?.text).toContain(`"${tab}"`);
    expect((await book.values(tab, 'C6'))[0]?.[0]).toMatch(/^UNFINISHED \([0-9a-f]{8}\): delete this tab$/);
    expect(await book.values('IRA-1', 'A1:F17')).toEqual(mine);

    expect((await book.actions.build(accountListPlan)).ok).toBe(true);
    expect((await book.values(tab, 'C6'))[0]?.[0]).toBe('READY');
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
