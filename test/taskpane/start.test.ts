/** @jest-environment jsdom */
import { PATIENCE_MS, start } from '../../src/taskpane/start';

/** Office.js as far as starting goes. */
const office = (onReady: () => Promise<{ host: string | null }>): typeof Office =>
  ({ HostType: { Excel: 'Excel', Word: 'Word' }, onReady } as unknown as typeof Office);

const aRoot = (): HTMLElement => {
  document.body.innerHTML = '<div id="pane"><main>Waiting for Excel.</main></div>';
  return document.getElementById('pane')!;
};

const told = (): string => document.querySelector('[role="alert"]')?.textContent ?? '';

afterEach(() => jest.useRealTimers());

it('The pane is fetched and shown when Excel answers, and in the place of what stood there', async () => {
  const root = aRoot();
  const shown: unknown[] = [];
  const excel = office(() => Promise.resolve({ host: 'Excel' }));
  await start({ root, office: excel, show: async (given) => { shown.push(given); } });
  expect(shown).toEqual([excel]);
  expect(root.childNodes).toHaveLength(0);
});

it('Where Office.js could not be loaded the page says so and fetches nothing', async () => {
  const show = jest.fn();
  await start({ root: aRoot(), office: undefined, show });
  expect(told()).toMatch(/^Excel's own script \(Office\.js\) could not be loaded .* Nothing in the workbook is changed or lost\.$/);
  expect(show).not.toHaveBeenCalled();
});

it.each([[null], ['Word']])('Outside Excel (host %s) the page says where it belongs', async (host) => {
  const show = jest.fn();
  await start({ root: aRoot(), office: office(() => Promise.resolve({ host })), show });
  expect(told()).toMatch(/^This page runs inside Excel\./);
  expect(show).not.toHaveBeenCalled();
});

it('While Excel does not answer the page says that it is waiting, and opens all the same when the answer comes', async () => {
  jest.useFakeTimers();
  let answer = (_: { host: string }): void => undefined;
  const show = jest.fn(() => Promise.resolve());
  const started = start({ root: aRoot(), office: office(() => new Promise((resolve) => { answer = resolve; })), show });
  jest.advanceTimersByTime(PATIENCE_MS - 1);
  expect(told()).toBe('');
  jest.advanceTimersByTime(1);
  expect(told()).toMatch(/^Excel has not answered yet/);
  answer({ host: 'Excel' });
  await started;
  expect(told()).toBe('');
  expect(show).toHaveBeenCalledTimes(1);
});

it('Where the pane\'s own files cannot be loaded the page says so, and that the functions go on', async () => {
  await start({ root: aRoot(), office: office(() => Promise.resolve({ host: 'Excel' })), show: () => Promise.reject(new Error('Loading chunk 14 failed.')) });
  expect(told()).toBe('The pane\'s own files could not be loaded (Loading chunk 14 failed.). Close this pane and open it again. The functions in the cells go on working.');
});
