/** Workbooks in the workbench: samples, one's own, what cannot be done to them, and the file that is given back. */
import { readWorkbook } from '../../src/package';
import { differences, textOf } from '../package/support/fixture';
import { hostileWorkbook } from '../package/support/hostile';
import { recalculateWithLibreOffice } from '../support/libreoffice';
import { START_MS, startWorkbench, type Workbench, type WorkbenchPage } from './support/workbench';

let workbench: Workbench;
let page: WorkbenchPage;

beforeAll(async () => {
  workbench = await startWorkbench();
  page = await workbench.open();
}, START_MS);

afterAll(() => workbench?.close());

const SHEET = 'xl/worksheets/sheet1.xml';
const text = (wanted: string | RegExp) => page.page.getByText(wanted).waitFor();

describe('A sample', () => {
  it('is open at the start; others are opened by choice, and their functions calculate to what they were saved with', async () => {
    await page.page.getByLabel('Sample workbooks').selectOption({ label: 'Backdoor Roth tracker with functions' });
    await page.waitUntilOpen('backdoor-roth-tracker.xlsx');
    await text('All 16 formulas agree with what the file has saved.');
    // 12.60 of basis stays after the year of the loss; in 2024 a rollover of 93,000 makes most of it taxable.
    expect((await page.values('Tracker', 'H5:I8')).flat()).toEqual([0.12, 0, 0, 12.6, 0, 12.07, 6510.26, 6521.15]);
    await page.screenshot('sample-tracker');
  });
});

it('A workbook takes the place of another one whose rows are still to be measured, when the browser is idle, after a large deletion', async () => {
  await page.openFile('before.xlsx', hostileWorkbook());
  await page.waitUntilOpen('before.xlsx');
  await page.paste('Z1', Array.from({ length: 2_000 }, (_, row) => `row ${row}`).join('\n'));
  await page.waitForValues('Accounts', 'Z2000', [['row 1999']]);
  // A busy browser: what waits for it to be idle comes when the other workbook is open.
  await page.page.evaluate(() => {
    const waiting: IdleRequestCallback[] = [];
    Object.assign(window, { waiting, whenIdle: window.requestIdleCallback, requestIdleCallback: (callback: IdleRequestCallback) => waiting.push(callback) });
  });
  await page.select('Z1:Z2000');
  await page.page.keyboard.press('Delete');
  await page.waitForValues('Accounts', 'Z2000', [['']]);
  await page.page.evaluate(() => Object.assign(window, { requestIdleCallback: (window as unknown as { readonly whenIdle: typeof requestIdleCallback }).whenIdle }));
  await page.save();
  await page.openFile('next.xlsx', hostileWorkbook());
  await page.waitUntilOpen('next.xlsx');
  const called = await page.page.evaluate(() => {
    const { waiting } = window as unknown as { readonly waiting: readonly IdleRequestCallback[] };
    for (const callback of waiting) callback({ didTimeout: false, timeRemaining: () => 50 });
    return waiting.length;
  });
  expect(called).toBeGreaterThan(0);
});

describe('A client\'s workbook', () => {
  const before = hostileWorkbook();

  it('opens from the disk; what the page does not show of it is named', async () => {
    await page.openFile('client.xlsx', before);
    await page.waitUntilOpen('client.xlsx');
    const notice = page.notice('client.xlsx also has what this page does not show; saving keeps it:');
    await notice.waitFor();
    expect(await notice.getByRole('listitem').allInnerTexts()).toEqual([
      'charts and pictures', 'comments and form controls', 'conditional formats', 'drop-down lists and other checks of what is entered', 'sparklines', 'links',
    ]);
    await page.screenshot('client-opened');
    await notice.getByRole('button', { name: 'Close this message' }).click();
  });

  it('is compared with what Excel saved, formula by formula', async () => {
    const agreement = page.page.getByRole('button', { name: /formulas agree with what the file has saved/ });
    await agreement.click();
    const dialog = page.page.getByRole('dialog', { name: 'Formulas of the file' });
    await dialog.waitFor();
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
      'Accounts!B6 keeps its saved value: [1]Sheet1!$A$1 is in another workbook.',
    ]);
    await page.screenshot('client-compared');
    await page.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('saved as it was opened is the same file to the byte', async () => {
    const { name, bytes } = await page.save();
    expect(name).toBe('client.xlsx');
    expect(Buffer.compare(bytes, before)).toBe(0);
  });

  it('with one value typed differs in that cell and what depends on it, and in no other part', async () => {
    await page.type('B2', '94000');
    await page.waitUntilShown('C2', '47000');
    await page.waitUntilShown('A6', '6514.85');
    const { bytes } = await page.save();
    expect(differences(before, bytes)).toEqual({ changed: [SHEET, 'xl/worksheets/sheet2.xml'], added: [], removed: [] });
    const restored = textOf(bytes, SHEET).replace('<v>94000</v>', '<v>93000</v>').replace('<v>47000</v>', '<v>46500</v>').replace('<v>6514.85</v>', '<v>6510</v>');
    expect(restored).toBe(textOf(before, SHEET));
  });

  it('with a formula and a format typed is read by LibreOffice with the same values', async () => {
    await page.type('D8', '=SUM(B2:B4)*2');
    await page.type('D9', '$7,000.00');
    await page.goTo('D9');
    await page.page.keyboard.press('Control+b');
    const { bytes } = await page.save();
    const cells = (file: Uint8Array) => readWorkbook(file).sheets[0]!.cells;
    expect(cells(bytes).get('D8')).toMatchObject({ formula: '=SUM(B2:B4)*2', value: 190001 });
    expect(cells(bytes).get('D9')).toMatchObject({ value: 7000, numberFormat: expect.stringMatching(/^[^@]*\$/) });
    const second = cells(await recalculateWithLibreOffice(bytes));
    expect([second.get('D8')?.value, second.get('D9')?.value, second.get('C2')?.value]).toEqual([190001, 7000, 47000]);
  });

  it('takes back what was typed, and does it again', async () => {
    await page.goTo('A1');
    await page.type('D10', '5');
    await page.waitUntilShown('D10', '5');
    await page.page.keyboard.press('Control+z');
    await expect(page.values('Accounts', 'D10')).resolves.toEqual([['']]);
    await page.page.keyboard.press('Control+y');
    await page.waitUntilShown('D10', '5');
  });
});

describe('What cannot be done to a file here', () => {
  const refused = (wanted: RegExp) => page.notice(wanted).waitFor();

  it.each([
    ['Delete Selected Row', /^Deleting rows is not possible here: formulas, names and charts elsewhere in the file would have to follow\./],
    ['rows above', /^Inserting rows is not possible here/],
  ])('is refused with a sentence where it is tried: %s', async (entry, sentence) => {
    await page.goTo('B2');
    const { x, y } = (await page.page.locator('canvas[role="application"]').boundingBox())!;
    await page.page.mouse.click(x + 20, y + 30);
    await page.page.mouse.click(x + 20, y + 30, { button: 'right' });
    await page.page.getByRole('button', { name: entry }).click({ position: { x: 12, y: 12 } });
    await refused(sentence);
    await page.screenshot(`refused-${entry.replaceAll(' ', '-')}`);
    expect(await page.values('Accounts', 'B2')).toEqual([[94000]]);
  });

  it('moving cells by cutting and pasting is refused', async () => {
    await page.goTo('B2');
    await page.page.keyboard.press('Control+x');
    await page.goTo('H2');
    await page.page.keyboard.press('Control+v');
    await refused(/^Moving cells is not possible here/);
    expect(await page.values('Accounts', 'B2')).toEqual([[94000]]);
  });

  it('a formula that is none stays out of the cell', async () => {
    await page.type('D11', '1');
    await page.type('D11', '=)');
    await refused(/is no formula/);
    await page.waitUntilShown('D11', '1');
  });

  it('a sheet of the file is not deleted; one that was added is', async () => {
    await page.page.getByRole('button', { name: 'Add a sheet' }).click();
    await page.page.getByRole('tab', { name: 'Sheet1', selected: true }).waitFor();
    const removal = async (tab: string): Promise<void> => {
      await page.page.getByRole('tab', { name: tab }).click({ button: 'right' });
      await page.page.getByRole('button', { name: 'Delete', exact: true }).click();
    };
    await removal('Notes');
    await refused(/^The sheet "Notes" is in the file/);
    await removal('Sheet1');
    await page.page.getByRole('tab', { name: 'Sheet1' }).waitFor({ state: 'detached' });
  });
});

describe('Opening another file', () => {
  it('asks first where something is not saved, and leaves all as it is when it is kept', async () => {
    await page.type('D12', '12');
    await text('(not saved)');
    await page.page.getByLabel('Sample workbooks').selectOption({ label: 'Account list of a CPA' });
    const question = page.page.getByRole('dialog', { name: 'client.xlsx is not saved' });
    await question.waitFor();
    await page.screenshot('not-saved');
    await question.getByRole('button', { name: 'Keep it open' }).click();
    await expect(page.values('Accounts', 'D12')).resolves.toEqual([[12]]);
  });

  it('that is none says so, and the one that is open stays', async () => {
    await page.save();
    await page.openFile('notes.xlsx', new TextEncoder().encode('not a workbook'));
    await page.notice(/^notes\.xlsx was not opened\. /).waitFor();
    await expect(page.values('Accounts', 'D12')).resolves.toEqual([[12]]);
    await page.page.getByRole('button', { name: 'Close this message' }).click();
  });

  it('by dropping it on the page works as by choosing it', async () => {
    const data = await page.page.evaluateHandle((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], 'dropped.xlsx'));
      return transfer;
    }, [...hostileWorkbook()]);
    await page.page.dispatchEvent('.shell', 'dragenter', { dataTransfer: data });
    await text('Drop the workbook to open it. It stays on this computer.');
    await page.page.dispatchEvent('.shell', 'drop', { dataTransfer: data });
    await page.waitUntilOpen('dropped.xlsx');
    await expect(page.values('Accounts', 'B2')).resolves.toEqual([[93000]]);
  });
});

it('Nothing failed on the way, and no other machine was asked', () => {
  expect(page.problems).toEqual([]);
});
