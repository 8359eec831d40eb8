/** Each planner as a person has it: in the browser, with mouse and keyboard, beside the sheet; all in one window. */
import { startWorkbench, START_MS, type Workbench, type WorkbenchPage } from './support/workbench';

let workbench: Workbench;
let shown: WorkbenchPage;

beforeAll(async () => {
  workbench = await startWorkbench();
  shown = await workbench.open();
  await shown.pane.getByRole('tab', { name: 'Plan' }).click();
  await shown.pane.getByRole('heading', { name: 'Plan before 31 December' }).waitFor();
}, START_MS);

afterAll(async () => {
  await workbench.close();
});

afterEach(() => {
  expect(shown.problems).toEqual([]);
});

const choose = async (planner: string, year = '2026'): Promise<void> => {
  await shown.pane.getByLabel('Planner').selectOption(planner);
  await shown.pane.getByLabel('Tax year', { exact: true }).selectOption(year);
};

/** A field of the pane; of several plans or persons the one in the box with this heading. */
const field = (label: string, within?: string) =>
  (within === undefined ? shown.pane.locator('main') : shown.pane.getByRole('group', { name: within, exact: true })).getByLabel(label, { exact: true });

const row = (name: string | RegExp) => shown.pane.getByRole('row', { name }).first().waitFor();

const build = async (sheet: string): Promise<void> => {
  await shown.pane.getByRole('button', { name: /Build the plan tab|Update the tab/ }).click();
  await shown.pane.getByRole('status').filter({ hasText: `Built: "${sheet}".` }).waitFor();
  await shown.pane.getByRole('button', { name: 'Go to tab' }).click();
  await shown.waitForNameBox('A1');
  await shown.screenshot(`plan-${sheet.toLowerCase().replace(/\W+/g, '-')}`);
};

/** The row of the tab on which a label stands, in the column of labels; the n-th such row. */
const rowOf = async (sheet: string, label: string, nth = 0): Promise<number> => {
  const rows = (await shown.values(sheet, 'B1:B250')).flatMap(([text], index) => (text === label ? [index + 1] : []));
  if (rows[nth] === undefined) throw new Error(`"${label}" stands on no row of "${sheet}".`);
  return rows[nth];
};

/** Types into the user's cell beside a label, and waits for what another cell then shows. */
const change = async (sheet: string, label: string, typed: string, result: readonly [column: string, label: string, text: string, nth?: number]): Promise<void> => {
  const [column, of, text, nth] = result;
  await shown.type(`C${await rowOf(sheet, label)}`, typed);
  await shown.waitUntilShown(`${column}${await rowOf(sheet, of, nth)}`, text);
};

/** From the sheet to the pane, with the mouse. */
const comeBack = async (): Promise<void> => {
  await shown.page.mouse.move(300, 500);
  await shown.pane.getByRole('heading', { name: 'Plan before 31 December' }).hover();
};

describe('In the browser', () => {
  it('what if: 93,000 never taxed beside 7,000 of basis, each way side by side', async () => {
    await choose('WHATIF');
    await field('Basis carried from earlier years').fill('0');
    await field('Contributed for 2026 already, nondeductible').fill('7000');
    await field('Value of all traditional, SEP and SIMPLE IRAs now').fill('100,000');
    await field('Planned: still to be converted this year').fill('7000');
    await field('Does a plan of yours take money from IRAs? Yes or No').selectOption('Yes');
    await field('Your tax rate on it this year').fill('32%');
    await field('Your tax rate on it in the following years').fill('32%');
    // Article 000, example 2: 7% of the conversion is tax-free.
    await row(/^As it stands 0\.00 7,000\.00 6,510\.00 2,083\.20 6,510\.00/);
    await row(/^Move the pre-tax money to a plan 93,000\.00 7,000\.00 0\.00 0\.00 0\.00 0\.00 Tax-free/);
    await build('What if 2026 T');
    await change('What if 2026 T', 'Value of all traditional, SEP and SIMPLE IRAs now', '7000', ['E', 'As it stands', '0.00']);
  });

  it('both spouses: each has a pool of their own, and the clean one stays clean', async () => {
    await choose('SPOUSES');
    for (const [who, pool] of [['Taxpayer', '7000'], ['Spouse', '100000']] as const) {
      await field('Basis carried from earlier years', who).fill('0');
      await field('Contributed for 2026 already, nondeductible', who).fill('7000');
      await field('Value of all traditional, SEP and SIMPLE IRAs now', who).fill(pool);
      await field('Planned: still to be converted this year', who).fill('7000');
      await field('Tax rate on it this year', who).fill('32');
    }
    await row(/^Taxable if nothing is moved, distributions included 0\.00 6,510\.00/);
    await row(/^In words Clean Not clean: see what is to leave/);
    await build('Both spouses 2026');
    await change('Both spouses 2026', 'Value of all traditional, SEP and SIMPLE IRAs now', '7010', ['C', 'Never taxed, in the IRAs or out of them this year', '10.00']);
  });

  it('mega backdoor: 24,500 deferred and 12,000 matched leave 35,500 of 72,000, over 4 paychecks', async () => {
    await choose('MEGA');
    await field('Age on 31 December').fill('40');
    await field('Elective deferrals so far', 'Plan 1').fill('24,500');
    await field('Match so far; self-employed: own contribution so far', 'Plan 1').fill('12000');
    await field('Pay dates that are past', 'Plan 1').fill('22');
    await row(/^After-tax contributions that still fit in .*35,500\.00/);
    await row(/^After-tax money from each paycheck that is left, rounded down .*8,875\.00/);
    await build('Mega backdoor 2026 T');
    await change('Mega backdoor 2026 T', 'Pay dates that are past', '23', ['C', 'After-tax money from each paycheck that is left, rounded down', '11,833.00']);
  });

  it('plan check: the answers give the verdict, and the questions for HR are copied word for word', async () => {
    await choose('PLANCHECK');
    await row('Mega backdoor in this plan Not known: ask');
    await field('After-tax contributions, beyond the deferral').selectOption('Yes');
    await field('A Roth account in the plan').selectOption('Yes');
    await field('In-plan Roth conversion of after-tax money').selectOption('Yes');
    await field('Converted or taken out: once in each').selectOption('year, or less');
    await row('Mega backdoor in this plan Works, but slowly');
    await shown.pane.getByRole('button', { name: 'Copy: Three questions for HR' }).click();
    await shown.pane.getByText('Copied.').waitFor();
    expect((await shown.page.evaluate(() => navigator.clipboard.readText())).split('\n')).toEqual([
      '1. Does our plan allow after-tax employee contributions beyond the normal deferral?',
      '2. Does our plan allow in-plan Roth rollovers from after-tax subaccounts?',
      '3. Can I do in-service distributions of the after-tax subaccount to a Roth IRA?',
    ]);
    await build('Plan check 2026 T');
    await change('Plan check 2026 T', 'After-tax contributions, beyond the deferral', 'No', ['C', 'Mega backdoor in this plan', 'Dead']);
  });

  it('direct or back door: within the phase-out a part, and what to do about the rest with its day', async () => {
    await choose('ROTH');
    await field('Filing status: single, hoh, mfj, mfs, mfs-apart, qss').selectOption('single');
    await field('Age on 31 December').fill('40');
    await field('Income: modified AGI for Roth purposes, or AGI').fill('160500');
    // Halfway from 153,000 to 168,000: half of 7,500 (Notice 2025-67).
    await row(/The most for Roth IRAs directly, for the year 3,750\.00/);
    await build('Direct or back door 2026 T');
    await change('Direct or back door 2026 T', 'Income: modified AGI for Roth purposes, or AGI', '168000', ['C', 'The most for Roth IRAs directly, for the year', '0.00']);
  });

  it('deadlines and order: the days of the year, and a list to tick, marked as common practice', async () => {
    await choose('DEADLINES', '2025');
    await row(/^Last day to contribute to an IRA for 2025, no extension 15 April 2026/);
    await field('1. Deferrals up to the full match of the employer').fill('done');
    await shown.pane.getByText(/common practice and no advice/).waitFor();
    await build('Deadlines and order 2025');
    await shown.type(`C${await rowOf('Deadlines and order 2025', '5. Back door Roth IRA')}`, 'in March');
    await build('Deadlines and order 2025');
    expect(await shown.values('Deadlines and order 2025', `C${await rowOf('Deadlines and order 2025', '5. Back door Roth IRA')}`)).toEqual([['in March']]);
  });

  it('projection: typed, looked at, built, changed in its blue cell and seen in the pane again', async () => {
    await choose('PROJECTION');
    await row('20 years 740,000.00 776,833.19 1,516,833.19');
    await field('Backdoor Roth, a year').fill('0');
    await row(/^20 years 600,000\.00 629,864\.\d\d 1,229,864\.[5-9]\d$/);
    await build('Projection 2026');
    await change('Projection 2026', 'Return a year', '5%', ['E', '5 years', '165,768.94']);
    await comeBack();
    await row(/^5 years 150,000\.00 15,768\.94 165,768\.94$/);
    await build('Projection 2026');
    expect(await shown.values('Projection 2026', `C${await rowOf('Projection 2026', 'Return a year')}`)).toEqual([[0.05]]);
  });

  it('for the preparer: from the ranges of the form, linked to its tab, and copied as a mail', async () => {
    await shown.pane.getByRole('tab', { name: 'Form 8606' }).click();
    await shown.pane.getByLabel('Tax year').selectOption('2025');
    await shown.pane.getByLabel('What it holds').selectOption('contributions');
    await shown.pane.getByLabel('Address').fill('\'IRA-1\'!A15:E15');
    await shown.pane.getByLabel('Address').press('Enter');
    await shown.pane.getByRole('tab', { name: 'Plan' }).click();
    await choose('HANDOFF', '2025');
    await shown.pane.getByRole('button', { name: 'Take the amounts from the Form 8606 ranges' }).click();
    await shown.pane.getByRole('status').filter({ hasText: 'Taken from the ranges' }).waitFor();
    await field('Name, without a social security number').fill('A. Patel');
    await shown.pane.getByText('What happened in 2021 to 2025, and whether a form was filed').click();
    await field('Nondeductible contribution', '2023').fill('6500');
    await field('Form 8606 filed?', '2023').selectOption('No');
    await build('For the preparer 2025 T');
    await change('For the preparer 2025 T', 'Line 14: basis carried', '0', ['C', 'In the return', 'A Form 8606 of the person above is in the return: line 14 $0.00,']);
    await comeBack();
    const mail = shown.pane.getByLabel('Mail to the preparer', { exact: true });
    await shown.pane.getByText('line 14 $0.00').first().waitFor();
    await shown.pane.getByRole('button', { name: 'Copy: Mail to the preparer' }).click();
    await shown.pane.getByText('Copied.').waitFor();
    const copied = await shown.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await mail.inputValue());
    expect(copied).toContain('IRAs and Form 8606 for tax year 2025: A. Patel\n');
    expect(copied).toContain('Contributed to traditional IRAs for 2025: $7,000.00 during 2025 and $0.00 after it.\n');
    expect(copied).toContain('Form 8606 for 2023: late. File it now by itself, on the form of that year, signed.\n');
  });
});
