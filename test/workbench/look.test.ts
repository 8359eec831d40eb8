/** How the page looks and is reached: light and dark, wide and narrow, by an accessibility checker. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { START_MS, startWorkbench, type Workbench, type WorkbenchPage, type WindowOptions } from './support/workbench';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await startWorkbench();
}, START_MS);

afterAll(() => workbench?.close());

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in the page and in the pane's page. */
async function findings({ page }: WorkbenchPage): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(axe);
    const { violations } = await frame.evaluate(() =>
      (globalThis as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } }).axe.run(document, { iframes: false }));
    found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`));
  }
  return found;
}

const windows: readonly (readonly [string, WindowOptions])[] = [
  ['wide and light', { width: 1280, height: 800 }],
  ['wide and dark', { width: 1280, height: 800, dark: true }],
  ['320 pixels wide and light', { width: 320, height: 640 }],
  ['320 pixels wide and dark', { width: 320, height: 640, dark: true }],
];

describe.each(windows)('The page, %s', (name, options) => {
  it('has nothing that axe finds, no sideways scrolling, and nothing that failed', async () => {
    const shown = await workbench.open(options);
    await shown.page.waitForTimeout(500);
    await shown.screenshot(`page-${name.replaceAll(' ', '-')}`);
    expect(await findings(shown)).toEqual([]);
    expect(await shown.page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.width);
    const pane = await shown.paneFrame();
    expect(await pane.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    expect(shown.problems).toEqual([]);
    await shown.page.context().close();
  });
});
