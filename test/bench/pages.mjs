/** How long a person waits for the page of the workbench, for the pane in it and for its functions, in Debian's Chromium. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serveWorkbench } from '../../src/workbench/server.mjs';

const CHROMIUM = '/usr/bin/chromium';
const RUNS = 3;

/** In each page, before its scripts: when each script has been run, by its file's name. */
const noteScripts = () => {
  document.addEventListener('load', ({ target }) => {
    if (target instanceof HTMLScriptElement) performance.mark(target.src.split('/').at(-1));
  }, { capture: true });
};

async function once(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1500, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(noteScripts);
  const began = performance.now();
  const since = () => performance.now() - began;
  await page.goto(address, { waitUntil: 'commit' });
  const pane = page.frameLocator('iframe[title="IRA Basis task pane"]');
  const [open, interactive] = await Promise.all([
    page.getByText('account-list.xlsx is open.').waitFor().then(since),
    pane.getByRole('button', { name: 'Build the tab' }).waitFor().then(since),
  ]);
  const associated = await pane.locator('body').evaluate(() => performance.getEntriesByName('functions.js')[0].startTime);
  const shown = await pane.locator('body').evaluate(() => performance.timeOrigin);
  const atPage = await page.evaluate(() => performance.timeOrigin);
  await context.close();
  return { open, interactive, associated, paneInteractive: interactive - (shown - atPage) };
}

/** The best of several runs, in milliseconds; null where there is no Chromium. */
export async function pageFigures() {
  if (!existsSync(CHROMIUM)) return null;
  const { address, close } = await serveWorkbench();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await once(browser, address));
  await browser.close();
  await close();
  const best = (figure) => Math.min(...runs.map((run) => run[figure]));
  return { associated: best('associated'), paneInteractive: best('paneInteractive'), open: best('open') };
}
