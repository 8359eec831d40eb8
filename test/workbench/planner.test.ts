/** The Plan view as a person has it: in the browser, with mouse and keyboard, beside the sheet. */
import { startWorkbench, START_MS, type Workbench, type WorkbenchPage } from './support/workbench';

let workbench: Workbench;
let shown: WorkbenchPage;

beforeAll(async () => {
  workbench = await startWorkbench();
}, START_MS);

afterAll(async () => {
  await workbench.close();
});

const openPlan = async (): Promise<void> => {
  shown = await workbench.open();
  await shown.pane.getByRole('tab', { name: 'Plan' }).click();
  await shown.pane.getByRole('heading', { name: 'Plan before 31 December' }).waitFor();
};

const choose = async (planner: string, year = '2026'): Promise<void> => {
  await shown.pane.getByLabel('Planner').selectOption(planner);
  await shown.pane.getByLabel('Tax year').selectOption(year);
};

const build = async (sheet: string): Promise<void> => {
  await shown.pane.getByRole('button', { name: /Build the plan tab|Update the tab/ }).click();
  await shown.pane.getByRole('status').filter({ hasText: `Built: "${sheet}".` }).waitFor();
  await shown.pane.getByRole('button', { name: 'Go to tab' }).click();
};

/** What stands beside a label of a tab's second column. */
const beside = async (sheet: string, label: string): Promise<unknown> => {
  const rows = await shown.values(sheet, 'B1:C120');
  return rows.find(([text]) => text === label)?.[1];
};

const rowOf = async (sheet: string, label: string): Promise<number> =>
  (await shown.values(sheet, 'B1:B120')).findIndex(([text]) => text === label) + 1;

afterEach(async () => {
  expect(shown.problems).toEqual([]);
  await shown.page.context().close();
});

describe('In the browser', () => {
  it('a projection is typed, looked at, built, changed in its blue cell and built again', async () => {
    await openPlan();
    await choose('PROJECTION');
    await shown.pane.getByRole('row', { name: '20 years 740,000.00 776,833.19 1,516,833.19' }).waitFor();
    await shown.pane.getByLabel('Backdoor Roth, a year', { exact: true }).fill('0');
    await shown.pane.getByRole('row', { name: /^20 years 600,000\.00 629,864\.\d\d 1,229,864\.[5-9]\d$/ }).waitFor();
    await build('Projection 2026');
    await shown.screenshot('plan-projection');
    expect(await beside('Projection 2026', '20 years')).toBe(600000);

    await shown.type(`C${await rowOf('Projection 2026', 'Return a year')}`, '5%');
    await shown.waitUntilShown(`E${await rowOf('Projection 2026', '5 years')}`, '165,768.94');
    await build('Projection 2026');
    expect(await beside('Projection 2026', 'Return a year')).toBe(0.05);
  });
});
