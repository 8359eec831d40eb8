/** The Tracker view as a person has it: in the browser, with mouse and keyboard, beside the sheet. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../../src/package';
import { startWorkbench, START_MS, type Workbench, type WorkbenchPage } from './support/workbench';

let workbench: Workbench;
let shown: WorkbenchPage;

beforeAll(async () => {
  workbench = await startWorkbench();
}, START_MS);

afterAll(async () => {
  await workbench.close();
});

const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(path.resolve(__dirname, '../../assets/samples', name)));

const openTracker = async (): Promise<void> => {
  await shown.pane.getByRole('tab', { name: 'Tracker' }).click();
  await shown.pane.getByRole('heading', { name: 'Tracker', exact: true }).waitFor();
};

const insert = async (says: string | RegExp): Promise<void> => {
  await shown.pane.getByRole('button', { name: 'Insert the tracker' }).click();
  await shown.pane.getByRole('status').filter({ hasText: says }).waitFor();
};

describe('In the browser', () => {
  it('a tracker is inserted, typed into, given the next year, saved and opened again; a table of one\'s own is read into another', async () => {
    shown = await workbench.open();
    await openTracker();
    await shown.pane.getByLabel('First year', { exact: true }).selectOption('2024');
    await shown.pane.getByLabel('Last year').selectOption('2025');
    await shown.pane.getByLabel('Basis before the first year').fill('0');
    await insert("Inserted: 'IRA tracker'!A6:T8, 2 rows.");

    // Seed article on the pro-rata rule, example 2: 7,000 beside 93,000 leaves 6,510 taxable and 6,510 of basis.
    await shown.type('E7', '7000');
    await shown.type('F7', '3/1/2024');
    await shown.type('I7', '7000');
    await shown.waitUntilShown('M7', 'value?');
    await shown.type('K7', '93000');
    await shown.waitUntilShown('N7', '6,510.00');
    await shown.waitUntilShown('P7', '6,510.00');
    await shown.type('E8', '7000');
    await shown.type('F8', '2/1/2026');
    await shown.waitUntilShown('L8', '6,510.00');
    await shown.waitUntilShown('S8', 'Form 8606 due for 2025. Split year: made in 2026 for 2025 (line 4).');
    await shown.goTo('A7');
    await shown.screenshot('tracker-functions');
    await shown.pane.getByRole('button', { name: 'Add the next year' }).click();
    await shown.pane.getByRole('status').filter({ hasText: 'Added: 1 row below' }).waitFor();
    expect((await shown.values('IRA tracker', 'A9:L9'))[0]).toEqual([2026, 'T', expect.anything(), expect.anything(), '', '', 0, '', '', '', '', 13510]);

    const { name, bytes } = await shown.save();
    expect(readWorkbook(bytes).tables).toMatchObject([{ name: 'IRA_Tracker', sheet: 'IRA tracker', ref: 'A6:T9' }]);
    await shown.openFile(name, bytes);
    await shown.waitUntilOpen(name);
    expect((await shown.values('IRA tracker', 'N7:P7'))[0]).toEqual([6510, 0, 6510]);

    await shown.openFile('year-log.xlsx', sample('year-log.xlsx'));
    await shown.waitUntilOpen('year-log.xlsx');
    const log = readWorkbook(sample('year-log.xlsx')).sheets[0]!.name;
    await openTracker();
    await shown.goTo('A3:G9');
    await shown.pane.getByText('A table of mine, a row for each year').click();
    await shown.pane.getByRole('button', { name: 'Use selection' }).click();
    await shown.pane.getByText('Plain Excel formulas').click();
    await shown.pane.getByLabel('Basis before the first year').fill('0');
    await insert(/^Inserted: 'IRA tracker'!A6:[A-Z]+11, 5 rows/);
    await shown.screenshot('tracker-plain');
    // The lines 14 in cents of the workbook's expected results (examples/workbooks/wb01).
    expect((await shown.values('IRA tracker', 'P7:P11')).flat()).toEqual([0, 12.6, 12.07, 10.89, 10.36]);
    expect(shown.problems).toEqual([]);
    expect(log).toBe('Backdoor');
    await shown.page.context().close();
  });
});
