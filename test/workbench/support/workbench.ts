/**
 * The workbench as a person has it: started by its command, shown in Debian's Chromium, worked with mouse and keyboard.
 * Everything that went wrong on the way is written down: console errors, failed requests, requests to other machines.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Frame, type FrameLocator, type Page } from 'playwright-core';

const project = path.resolve(__dirname, '..', '..', '..');
const CHROMIUM = '/usr/bin/chromium';
/** The start may have to build first. */
export const START_MS = 600_000;
/** Whatever takes longer than this has failed. */
const LONGEST_WAIT = 120_000;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
];

export interface Workbench {
  readonly address: string;
  /** A window of the browser with the page in it, the first sample open. */
  open(options?: WindowOptions): Promise<WorkbenchPage>;
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

export async function startWorkbench(): Promise<Workbench> {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no ${CHROMIUM}, which tests the workbench; install Debian's package chromium (apt-get install chromium).`);
  const server = spawn(process.execPath, [path.join(project, 'src', 'workbench', 'start.mjs')], { env: { ...process.env, CI: '1' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await addressFrom(server);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  return {
    address,
    open: (options) => openWindow(browser, address, options),
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}

/** The address that the command prints. */
function addressFrom(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    server.stdout!.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [, address] = /The workbench is at (http:\S+) /.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
    server.once('exit', (status) => reject(new Error(`npm start ended with ${String(status)}: ${printed}`)));
  });
}

async function openWindow(browser: Browser, address: string, { width = 1500, height = 900, dark = false }: WindowOptions = {}): Promise<WorkbenchPage> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
  await context.route((url) => !['data:', 'blob:'].includes(url.protocol) && url.origin !== new URL(address).origin, async (route) => {
    problems.push(`outside: ${route.request().url()}`);
    await route.abort();
  });
  await page.goto(address);
  const shown = new WorkbenchPage(page, problems);
  await shown.waitUntilOpen('account-list.xlsx');
  return shown;
}

/** Where screenshots are left, to be looked at. */
const SHOTS = path.join(tmpdir(), 'ira-basis-screenshots');

export class WorkbenchPage {
  constructor(readonly page: Page, readonly problems: readonly string[]) {}

  /** The add-in's own page. */
  get pane(): FrameLocator {
    return this.page.frameLocator('iframe[title="IRA Basis task pane"]');
  }

  async waitUntilOpen(fileName: string): Promise<void> {
    await this.page.getByText(`${fileName} is open.`).waitFor();
    await this.pane.getByRole('heading', { name: 'Form 8606', exact: true }).waitFor();
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
  }

  get nameBox() {
    return this.page.getByLabel('Name box', { exact: false });
  }

  /** Selects a cell by its address, as one does in Excel. */
  async goTo(cell: string): Promise<void> {
    await this.nameBox.fill(cell);
    await this.page.keyboard.press('Enter');
    await this.waitForNameBox(cell);
  }

  async waitForNameBox(text: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>('[aria-label^="Name box"]')?.value === wanted,
      text,
    );
  }

  /** A workbook of one's own, through the page's file picker. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    await this.page.locator('input[type="file"]').setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
  }

  /** The file that Save gives. */
  async save(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('button', { name: 'Save', exact: true }).click()]);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  }

  notice(text: string | RegExp) {
    return this.page.getByRole('alert').filter({ hasText: text });
  }

  /** Enter goes to the cell below, a moment later: what is done before that would be undone by it. */
  async type(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(
      (typedIn) => document.querySelector<HTMLInputElement>('[aria-label^="Name box"]')?.value !== typedIn,
      cell,
    );
  }

  /** What the selected cells show, as the grid copies it. */
  async copied(cell: string): Promise<string> {
    await this.goTo(cell);
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.page.keyboard.press('Control+c');
    await this.page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async waitUntilShown(cell: string, text: string): Promise<void> {
    let shown = await this.copied(cell);
    for (let tries = 0; shown !== text && tries < 40; tries += 1) shown = await this.copied(cell);
    expect([cell, shown]).toEqual([cell, text]);
  }

  /** What the add-in reads there, through Office.js in the pane's page. */
  async values(sheet: string, range: string): Promise<unknown[][]> {
    return (await this.paneFrame()).evaluate(([name, address]) => Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem(name!).getRange(address!);
      cells.load('values');
      await context.sync();
      return cells.values as unknown[][];
    }), [sheet, range]);
  }

  /** Waits until the add-in reads these values; whoever waits in vain sees what it read last. */
  async waitForValues(sheet: string, range: string, wanted: readonly (readonly unknown[])[]): Promise<void> {
    const until = Date.now() + LONGEST_WAIT;
    let read = await this.values(sheet, range);
    while (JSON.stringify(read) !== JSON.stringify(wanted) && Date.now() < until) read = await this.values(sheet, range);
    expect({ sheet, range, values: read }).toEqual({ sheet, range, values: wanted });
  }

  /** Shows a sheet, by its tab below the grid. */
  async openSheet(name: string): Promise<void> {
    const tab = this.page.getByRole('tablist', { name: 'Sheet tabs' }).getByRole('tab', { name, exact: true });
    await tab.click();
    await tab.and(this.page.locator('[aria-selected="true"]')).waitFor();
  }

  /** Pastes text as it comes from another program: columns parted by tabs, rows by line ends. */
  async paste(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press('Control+v');
  }

  /** Copies cells and pastes them over others, by keyboard. */
  async copyDown(from: string, to: string): Promise<void> {
    await this.select(from);
    await this.page.keyboard.press('Control+c');
    await this.select(to);
    await this.page.keyboard.press('Control+v');
  }

  /** Selects cells, and sees that they are selected: the name box shows what was typed into it before the grid has moved. */
  async select(range: string): Promise<void> {
    await this.goTo(range);
    const frame = await this.paneFrame();
    const selected = (): Promise<string> => frame.evaluate(() => Excel.run(async (context) => {
      const cells = context.workbook.getSelectedRange();
      cells.load('address');
      await context.sync();
      return cells.address;
    }));
    const until = Date.now() + LONGEST_WAIT;
    let address = await selected();
    while (!address.endsWith(`!${range}`) && Date.now() < until) address = await selected();
    expect(address).toMatch(new RegExp(`!${range}$`));
  }

  async paneFrame(): Promise<Frame> {
    const element = await this.page.locator('iframe[title="IRA Basis task pane"]').elementHandle();
    const frame = await element?.contentFrame();
    if (!frame) throw new Error('The pane has no page.');
    return frame;
  }

  /** Drags from one cell to another. */
  async drag(from: string, to: string): Promise<void> {
    const [end, start] = [await this.#pointOf(to), await this.#pointOf(from)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** The middle of a cell on the screen: where the grid puts the field in which the cell is edited. */
  async #pointOf(cell: string): Promise<{ readonly x: number; readonly y: number }> {
    await this.goTo(cell);
    await this.page.keyboard.press('F2');
    const { x, y, width, height } = (await this.page.locator('canvas[id="univer-doc-main-canvas"]').nth(1).boundingBox())!;
    await this.page.keyboard.press('Escape');
    return { x: x + width / 2, y: y + height / 2 };
  }
}
