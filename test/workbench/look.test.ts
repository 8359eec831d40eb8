/** How the page looks and is reached: light, dark and in forced colours, wide and narrow, by an accessibility checker. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { START_MS, startWorkbench, type Workbench, type WorkbenchPage } from './support/workbench';

let workbench: Workbench;
let page: WorkbenchPage;

beforeAll(async () => {
  workbench = await startWorkbench();
  page = await workbench.open();
}, START_MS);

afterAll(() => workbench?.close());

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds in the page and in the pane's page. Left out are the marks that Fluent sets around its list of views: they hand
 * the keyboard on in the moment in which they get it, which axe cannot see.
 */
async function findings(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.page.frames()) {
    await frame.evaluate(axe);
    const { violations } = await frame.evaluate(() =>
      (globalThis as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } })
        .axe.run({ include: [document], exclude: ['[data-tabster-dummy]'] }, { iframes: false }));
    found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`));
  }
  return found;
}

interface Look {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'none' | 'active';
}

const looks: readonly (readonly [string, Look])[] = [
  ['wide and light', { width: 1280, height: 800, colorScheme: 'light', forcedColors: 'none' }],
  ['wide and dark', { width: 1280, height: 800, colorScheme: 'dark', forcedColors: 'none' }],
  ['wide and in forced colours', { width: 1280, height: 800, colorScheme: 'dark', forcedColors: 'active' }],
  ['320 pixels wide and light', { width: 320, height: 640, colorScheme: 'light', forcedColors: 'none' }],
  ['320 pixels wide and dark', { width: 320, height: 640, colorScheme: 'dark', forcedColors: 'none' }],
];

const isNotScrolledSideways = async (): Promise<boolean> => {
  const widths = await Promise.all(page.page.frames().map((frame) =>
    frame.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const)));
  return widths.every(([content, shown]) => content <= shown);
};

const hasTheLook = async (name: string, state: string, { width, height, ...colours }: Look): Promise<void> => {
  await page.page.setViewportSize({ width, height });
  await page.page.emulateMedia(colours);
  // Excel tells no change of its theme; the pane looks again when it is looked at.
  await page.pane.locator('body').evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.page.waitForTimeout(300);
  await page.screenshot(`${state}-${name.replaceAll(' ', '-')}`);
  expect(await findings()).toEqual([]);
  expect(await isNotScrolledSideways()).toBe(true);
};

describe('The page as it opens', () => {
  it.each(looks)('%s: axe finds nothing, and nothing scrolls sideways', (name, look) => hasTheLook(name, 'opened', look));
});

describe('The page with a tab that was built', () => {
  const address = (number: number) => page.pane.getByLabel('Address').nth(number - 1);
  const role = (number: number) => page.pane.getByLabel('What it holds').nth(number - 1);

  beforeAll(async () => {
    await page.page.setViewportSize({ width: 1500, height: 900 });
    await page.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await page.pane.getByLabel('Tax year').selectOption('2025');
    await page.pane.getByLabel('Client name').fill('A. Patel');
    const ranges = [['accounts', 'A4:F12'], ['contributions', 'A15:E15'], ['conversions', 'A16:E16'], ['prior_basis', 'D17']] as const;
    for (const [index, [holds, range]] of ranges.entries()) {
      if (index > 0) await page.pane.getByRole('button', { name: 'Add a range' }).click();
      await role(index + 1).selectOption(holds);
      await address(index + 1).fill(`'IRA-1'!${range}`);
      await address(index + 1).press('Enter');
    }
    await page.pane.getByLabel(/its 31 December value is in a range above/).check();
    await page.pane.getByRole('status').filter({ hasText: 'no open question' }).waitFor();
    await page.pane.getByRole('button', { name: 'Build the tab' }).click();
    await page.pane.getByRole('status').filter({ hasText: 'Built: "8606 2025 T" (READY).' }).waitFor();
    await page.pane.getByRole('button', { name: 'Go to tab' }).click();
    await page.page.getByRole('tab', { name: '8606 2025 T', selected: true }).waitFor();
    await page.pane.getByRole('heading', { name: 'What was read' }).scrollIntoViewIfNeeded();
  }, START_MS);

  it.each(looks)('%s: axe finds nothing, and nothing scrolls sideways', (name, look) => hasTheLook(name, 'built', look));

  it('fits a pane of 320 pixels beside the sheet, all of it', async () => {
    await page.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await page.page.setViewportSize({ width: 1000, height: 2900 });
    await page.page.addStyleTag({ content: '.pane { width: 320px !important; }' });
    for (const fold of ['Options', /^Used: /, /^Left out: /, /^Ignored: /]) await page.pane.locator('summary').filter({ hasText: fold }).click();
    await page.page.waitForTimeout(300);
    await page.screenshot('built-pane-of-320-pixels');
    expect(await isNotScrolledSideways()).toBe(true);
    expect(await findings()).toEqual([]);
  });
});

describe('The Tracker view', () => {
  beforeAll(async () => {
    await page.pane.getByRole('tab', { name: 'Tracker' }).click();
    await page.pane.getByText('A table of mine, a row for each year').click();
    await page.pane.getByText('Both', { exact: true }).click();
  });

  it.each([looks[2]!, looks[3]!])('%s: axe finds nothing, and nothing scrolls sideways', (name, look) => hasTheLook(name, 'tracker', look));
});

it('Text takes the room that it takes in Excel, though Calibri is not on this machine: a digit is 0.507 em wide', async () => {
  const width = await page.page.evaluate(() => {
    const drawing = document.createElement('canvas').getContext('2d')!;
    drawing.font = '100px "Calibri", Carlito, "Narrowed sans"';
    return drawing.measureText('0123456789').width;
  });
  expect(Math.abs(width - 507)).toBeLessThan(3);
});

it('Nothing failed on the way, and no other machine was asked', () => {
  expect(page.problems).toEqual([]);
});
