/** The add-in's functions typed into cells of the workbench, in Chromium. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { START_MS, startWorkbench, type Workbench, type WorkbenchPage } from './support/workbench';

let workbench: Workbench;
let page: WorkbenchPage;

beforeAll(async () => {
  workbench = await startWorkbench();
  page = await workbench.open();
}, START_MS);

afterAll(() => workbench?.close());

describe('A function typed into a cell', () => {
  it('is offered by its name while it is typed, with what it gives', async () => {
    await page.goTo('A20');
    await page.page.keyboard.type('=BASIS.PRO');
    await page.page.getByText('Taxable part of a Roth conversion', { exact: false }).first().waitFor();
    await page.screenshot('function-offered');
    await page.page.keyboard.press('Escape');
    await page.page.keyboard.press('Escape');
  });

  // 7,000 x (1 - 7,000 / 207,000); 14,000 - 7,500 x 14,000 / 23,000 is line 14 of the second; the third reads 7,000 and
  // 41,250.75 from cells: 7,000 x 41,250.75 / 48,250.75 = 5,984.46; the last is the worksheet of Pub. 590-A.
  it.each([
    ['=BASIS.PRORATA_TAXABLE(7000,7000,200000)', '6763.29'],
    ['=basis.basis_carryforward(6000,8000,20000,500,2500)', '6650.95'],
    ['=ROUND(BASIS.PRORATA_TAXABLE(D15,D15,D7),0)+1', '5985'],
    ['=BASIS.ROTH_PHASEOUT(2025,"single",150038)', '6990'],
  ])('%s shows %s', async (formula, shown) => {
    await page.type('A20', formula);
    await page.waitUntilShown('A20', shown);
  });

  it('follows the cells that it reads', async () => {
    await page.type('A21', '=BASIS.PRORATA_TAXABLE(D15,D15,B21)');
    await page.type('B21', '93000');
    await page.waitUntilShown('A21', '6510');
    await page.type('B21', '0');
    await page.waitUntilShown('A21', '0');
  });

  it('spills a result of several rows, and takes it back', async () => {
    await page.type('H20', '=BASIS.LEDGER({2024,7000,0,0,0,7000;2025,7000,0,0,0,7000})');
    await page.waitUntilShown('H20', '2024');
    await page.waitUntilShown('H21', '2025');
    await page.goTo('H20');
    await page.page.keyboard.press('Delete');
    expect(await page.values('IRA-1', 'H20:N21')).toEqual([Array(7).fill(''), Array(7).fill('')]);
  });

  it('that refuses shows the error, its sentence in the line below and on the cell', async () => {
    await page.type('A22', '=BASIS.MEGA_BACKDOOR_ROOM(2026,30000,0)');
    await page.waitUntilShown('A22', '#VALUE!');
    const line = page.page.getByRole('status').filter({ hasText: 'the most that a person may defer for 2026' });
    await line.waitFor();
    await page.goTo('A30');
    const { x, y, height } = (await page.page.locator('canvas[role="application"]').boundingBox())!;
    await page.page.mouse.move(x + 400, y + height - 100);
    await page.page.mouse.move(x + 100, y + 455, { steps: 5 });
    await page.page.locator('[data-u-comp="cell-popup"]').getByText('the most that a person may defer for 2026', { exact: false }).waitFor();
    await page.screenshot('function-refused');
  });

  it('for a year that the law table lacks shows #N/A, which names the years', async () => {
    await page.type('A23', '=BASIS.ROTH_PHASEOUT(2027,"single",1)');
    await page.waitUntilShown('A23', '#N/A');
    await page.page.getByRole('status').filter({ hasText: 'covered' }).waitFor();
  });
});

describe('The pane', () => {
  const press = (name: string) => page.pane.getByRole('button', { name, exact: true }).click();
  const said = (text: string) => page.pane.getByText(text, { exact: true }).waitFor();

  it('repairs a formula that is spelled as a file spells it', async () => {
    await page.type('A24', '=_xldudf_BASIS_LIMIT("415c",2026)');
    await page.waitUntilShown('A24', '#NAME?');
    await press('Repair formulas');
    await said('1 formula was entered anew on the sheet "IRA-1".');
    expect(await page.values('IRA-1', 'A24')).toEqual([[72000]]);
    await page.screenshot('formulas-repaired');
  });

  it('converts to values when asked once more, and they follow nothing any longer', async () => {
    await page.pane.getByText('In the whole workbook').click();
    await press('Convert to values');
    await press('Convert now');
    await page.pane.getByText(/became values on the sheet "IRA-1"/).waitFor();
    await page.screenshot('formulas-converted');
    await page.type('C21', '=B21+1');
    await page.type('B21', '93000');
    await page.waitUntilShown('C21', '93001');
    expect(await page.values('IRA-1', 'A20:A24')).toEqual([[6990], [0], ['#VALUE!'], ['#N/A'], [72000]]);
  });
});

describe('The help page', () => {
  it('fits a narrow window, light or dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const help = await page.page.context().browser()!.newPage({ colorScheme, viewport: { width: 340, height: 900 } });
      await help.goto(pathToFileURL(path.resolve(__dirname, '../../dist/help.html')).href);
      expect(await help.evaluate(() => document.documentElement.scrollWidth)).toBe(340);
      await help.close();
    }
  });
});

it('Nothing failed on the way, and no other machine was asked', () => {
  expect(page.problems).toEqual([]);
});
