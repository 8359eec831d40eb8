/** @jest-environment jsdom */
import { namespaceIn } from '../../src/taskpane/show';
import { axeFinds, button, closePanes, enter, field, openPane, type OpenPane } from './support/page';
import { FakeAddIn } from './support/fakeAddIn';

afterEach(closePanes);

const openTracker = async (addIn = new FakeAddIn()): Promise<OpenPane> => {
  const pane = await openPane(addIn);
  await pane.does(() => [...pane.page.querySelectorAll<HTMLElement>('[role="tab"]')].find(({ textContent }) => textContent?.includes('Tracker'))!.click());
  return pane;
};

const radio = (page: HTMLElement, label: string): HTMLInputElement => {
  const found = [...page.querySelectorAll<HTMLLabelElement>('label')].find((one) => one.textContent?.trim() === label && one.control instanceof HTMLInputElement);
  if (!found) throw new Error(`There is no choice "${label}".`);
  return found.control as HTMLInputElement;
};

const statusOf = (page: HTMLElement): string => page.querySelector('[role="status"]')?.textContent ?? '';

describe('The Tracker view', () => {
  it('says once what it is not, assumes no year, and says what is missing', async () => {
    const pane = await openTracker();
    expect(pane.page.querySelector('h1')?.textContent).toBe('Tracker');
    expect(pane.page.textContent?.match(/not tax advice/gi)).toHaveLength(1);
    expect(pane.page.textContent).toContain('To insert: choose the first and the last year.');
    expect(button(pane.page, 'Insert the tracker').getAttribute('aria-disabled')).toBe('true');
    await pane.does(async () => expect(await axeFinds()).toEqual([]));
  });

  it('inserts years of both persons with plain formulas at the selected cell, and says where they are', async () => {
    const pane = await openTracker();
    await pane.does(() => enter(field(pane.page, 'First year'), '2023'));
    await pane.does(() => enter(field(pane.page, 'Last year'), '2025'));
    for (const choice of ['Both', 'Plain Excel formulas', 'At the selected cell']) await pane.does(() => radio(pane.page, choice).click());
    await pane.does(() => enter(field(pane.page, 'Basis before the first year, spouse'), '1,200'));
    await pane.does(() => button(pane.page, 'Insert the tracker').click());
    expect(pane.addIn.tracked).toEqual([
      { place: 'selection', edition: 'plain', whose: 'both', basisBefore: { T: '', S: '1,200' }, namespace: 'BASIS', firstYear: 2023, lastYear: 2025 },
    ]);
    expect(statusOf(pane.page)).toBe('Inserted: \'IRA tracker\'!A6:T9, 3 rows. Type into the blue cells.');
  });

  it('begins with a table of the user\'s, and tells what of it was not taken over', async () => {
    const pane = await openTracker();
    pane.addIn.selected = { ok: true, range: 'Log!A3:G9' };
    pane.addIn.respondToTracker = () => ({ ok: true, sheet: 'IRA tracker', range: 'Tab!A6:T7', rows: 1, left: ['Log!B5 holds the text "7k".'] });
    await pane.does(() => radio(pane.page, 'A table of mine, a row for each year').click());
    expect(pane.page.textContent).toContain('To insert: give the address of your table.');
    await pane.does(() => button(pane.page, 'Use selection').click());
    await pane.does(() => button(pane.page, 'Insert the tracker').click());
    expect(pane.addIn.tracked).toMatchObject([{ source: 'Log!A3:G9', whose: 'T' }]);
    expect(pane.page.textContent).toContain('Look: Log!B5 holds the text "7k".');
  });

  it('adds the next year, and tells why it could not', async () => {
    const pane = await openTracker();
    pane.addIn.respondToTracker = () => ({ ok: false, errors: [{ code: 'CONTRADICTION', cell: null, text: 'The selected cell lies in no table.' }] });
    await pane.does(() => button(pane.page, 'Add the next year').click());
    expect(pane.addIn.tracked).toEqual([{ addYear: { namespace: 'BASIS' } }]);
    expect(pane.page.textContent).toContain('Not done: The selected cell lies in no table.');
    expect(statusOf(pane.page)).toBe('Nothing was changed.');
  });
});

describe('The namespace of the functions', () => {
  it.each([['', 'BASIS'], ['?_host_Info=excel$win32', 'BASIS'], ['?namespace=BASISDEV&_host_Info=excel', 'BASISDEV']])('in the page\'s address %j is %s', (search, namespace) => {
    expect(namespaceIn(search)).toBe(namespace);
  });
});
