/** @jest-environment jsdom */
import { axeFinds, button, closePanes, enter, field, openFold, openPane, type OpenPane } from './support/page';
import { FakeAddIn } from './support/fakeAddIn';

afterEach(closePanes);

const tabNamed = (page: HTMLElement, name: string): HTMLElement => {
  const found = [...page.querySelectorAll<HTMLElement>('[role="tab"]')].find((one) => one.textContent?.includes(name));
  if (!found) throw new Error(`There is no view "${name}".`);
  return found;
};

const openPlan = async (planner: string, addIn = new FakeAddIn()): Promise<OpenPane> => {
  const pane = await openPane(addIn);
  await pane.does(() => tabNamed(pane.page, 'Plan').click());
  await pane.does(() => enter(field(pane.page, 'Planner'), planner));
  await pane.does(() => enter(field(pane.page, 'Tax year'), '2026'));
  return pane;
};

/** The rows of the table with this caption, as text. */
const table = (page: HTMLElement, caption: string): readonly (readonly string[])[] => {
  const found = [...page.querySelectorAll('table')].find((one) => one.querySelector('caption')?.textContent === caption);
  if (!found) throw new Error(`There is no table "${caption}".`);
  return [...found.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent ?? ''));
};

const statusOf = (page: HTMLElement): string => page.querySelector('[role="status"]')?.textContent ?? '';

describe('The Plan view', () => {
  it('says once what it is not, and what is to be done before a tab can be built', async () => {
    const pane = await openPane();
    await pane.does(() => tabNamed(pane.page, 'Plan').click());
    expect(pane.page.querySelector('h1')?.textContent).toBe('Plan before 31 December');
    expect(pane.page.textContent?.match(/not tax advice/gi)).toHaveLength(1);
    expect(pane.page.textContent).toContain('To build: choose a planner.');
    expect(button(pane.page, 'Build the plan tab').getAttribute('aria-disabled')).toBe('true');
  });

  it('shows what the fields come to as they are typed, and writes nothing', async () => {
    const pane = await openPlan('PROJECTION');
    expect(table(pane.page, 'What it comes to')[1]).toEqual(['5 years', '185,000.00', '27,777.34', '212,777.34']);
    await pane.does(() => enter(field(pane.page, 'Mega backdoor Roth, a year'), '0'));
    expect(table(pane.page, 'What it comes to')[1]).toEqual(['5 years', '35,000.00', '5,255.17', '40,255.17']);
    expect(pane.addIn.planned).toEqual([]);
  });

  it('says at the field why something cannot be used, and shows no figure from it', async () => {
    const pane = await openPlan('PROJECTION');
    await pane.does(() => enter(field(pane.page, 'Return a year'), '40%'));
    expect(pane.page.textContent).toContain('Enter a rate from 0% to 12%, in steps of 0.01%.');
    expect(pane.page.textContent).toContain('No figures yet');
    expect(button(pane.page, 'Build the plan tab').getAttribute('aria-disabled')).toBe('true');
  });

  it('builds with what was changed, and then shows what the tab holds', async () => {
    const pane = await openPlan('PROJECTION');
    await pane.does(() => enter(field(pane.page, 'Backdoor Roth, a year'), '7,500'));
    await pane.does(() => button(pane.page, 'Build the plan tab').click());
    expect(pane.addIn.planned).toEqual([{ planner: 'PROJECTION', year: 2026, given: { 'start:backdoor': '7,500' } }]);
    expect(statusOf(pane.page)).toBe('Built: "PROJECTION 2026".');
    await pane.does(() => button(pane.page, 'Go to tab').click());
    expect(pane.addIn.shown).toEqual(['planner PROJECTION 2026']);
  });

  it('takes up what is typed on a tab of the workbook, and says where a cell follows a formula', async () => {
    const addIn = new FakeAddIn();
    addIn.plannerTabs = [{
      planner: 'PROJECTION', year: 2026, person: null, sheet: 'My plan', linked: ['start:mega'],
      typed: { 'rounding:rounding': 'cents', 'start:opening': null, 'start:backdoor': 8600, 'start:mega': 12345.5, 'start:return': 0.0625, 'start:when': 'beginning of year' },
    }];
    const { page } = await openPlan('PROJECTION', addIn);
    expect([field(page, 'Backdoor Roth, a year').value, field(page, 'Mega backdoor Roth, a year').value, field(page, 'Return a year').value])
      .toEqual(['8,600', '12,345.50', '6.25%']);
    expect(page.textContent).toContain('Follows cells of this workbook; what you enter here replaces that.');
    expect(button(page, 'Update the tab').getAttribute('title')).toBeNull();
  });

  it.each([
    ['the pane is looked at again', () => void window.dispatchEvent(new Event('focus'))],
    ['the mouse comes from the sheet', () => void document.documentElement.dispatchEvent(new Event('pointerenter'))],
  ])('shows what has been changed on the sheet when %s; what is being typed in the pane stays', async (_, comesBack) => {
    const addIn = new FakeAddIn();
    const tab = { planner: 'PROJECTION', year: 2026, person: null, sheet: 'Projection 2026', typed: { 'start:mega': 20000, 'start:backdoor': 7000, 'start:return': 0.07, 'start:when': 'end of year' }, linked: [] };
    addIn.plannerTabs = [tab];
    const pane = await openPlan('PROJECTION', addIn);
    await pane.does(() => enter(field(pane.page, 'Backdoor Roth, a year'), '8'));
    addIn.plannerTabs = [{ ...tab, typed: { ...tab.typed, 'start:mega': 25000, 'start:backdoor': 1 } }];
    await pane.does(comesBack);
    expect(['Mega backdoor Roth, a year', 'Backdoor Roth, a year'].map((label) => (field(pane.page, label) as HTMLInputElement).value)).toEqual(['25,000', '8']);
    addIn.plannerTabs = [];
    await pane.does(comesBack);
    expect(button(pane.page, 'Build the plan tab')).toBeTruthy();
  });

  it('takes amounts from the ranges picked for the form, says how many, and builds with links to their cells', async () => {
    const addIn = new FakeAddIn();
    const from = [{ source: '\'IRA-1\'!D16', sign: 1 }] as const;
    addIn.amountsRead = { ok: true, given: { 'now:convertedSoFar': { amount: 7000, from }, 'now:pool': { amount: 93000, from: [] } } };
    const pane = await openPane(addIn);
    await pane.does(() => enter(field(pane.page, 'Tax year'), '2026'));
    await pane.does(() => enter(field(pane.page, 'What it holds'), 'accounts'));
    await pane.does(() => button(pane.page, 'Use selection for range 1').click());
    await pane.does(() => tabNamed(pane.page, 'Plan').click());
    await pane.does(() => enter(field(pane.page, 'Planner'), 'WHATIF'));
    await pane.does(() => enter(field(pane.page, 'Tax year'), '2026'));
    await pane.does(() => button(pane.page, 'Take the amounts from the Form 8606 ranges').click());
    expect(statusOf(pane.page)).toContain('Taken from the ranges: 2 fields. Answer the others, and look whether the value of the IRAs is the value now.');
    expect(field(pane.page, 'Converted to Roth this year already').value).toBe('7,000');
    for (const [label, typed] of [['Basis carried from earlier years', '7000'], ['Your tax rate on it this year', '32%'], ['Your tax rate on it in the following years', '24']] as const) {
      await pane.does(() => enter(field(pane.page, label), typed));
    }
    expect(table(pane.page, '2026: the ways side by side')[1]?.slice(0, 5)).toEqual(['As it stands', '0.00', '7,000.00', '6,510.00', '2,083.20']);
    await pane.does(() => button(pane.page, 'Build the plan tab').click());
    expect(pane.addIn.planned.at(-1)).toMatchObject({ planner: 'WHATIF', year: 2026, person: 'T', given: { 'now:convertedSoFar': { amount: 7000, from }, 'now:rate': '32%' } });
  });

  it('speaks of today\'s value of the IRAs only where a plan asks for it: the hand-off asks for that of 31 December', async () => {
    const addIn = new FakeAddIn();
    addIn.amountsRead = { ok: true, given: { 'form:6': { amount: 93000, from: [] } } };
    const pane = await openPane(addIn);
    await pane.does(() => enter(field(pane.page, 'Tax year'), '2025'));
    await pane.does(() => enter(field(pane.page, 'What it holds'), 'accounts'));
    await pane.does(() => button(pane.page, 'Use selection for range 1').click());
    await pane.does(() => tabNamed(pane.page, 'Plan').click());
    await pane.does(() => enter(field(pane.page, 'Planner'), 'HANDOFF'));
    await pane.does(() => enter(field(pane.page, 'Tax year'), '2025'));
    await pane.does(() => button(pane.page, 'Take the amounts from the Form 8606 ranges').click());
    expect(statusOf(pane.page)).toBe('Taken from the ranges: 1 field. Answer the others.');
  });

  it('asks for what the ranges fill, and for what few need, only when it is unfolded', async () => {
    const pane = await openPlan('HANDOFF');
    const labels = (): readonly (string | null)[] => [...pane.page.querySelectorAll('main label')].map(({ textContent }) => textContent);
    expect([labels().includes('Earnings in what was converted'), labels().includes('Line 1: nondeductible contributions'), labels().includes('Form 8606 filed?')]).toEqual([true, false, false]);
    await openFold(pane, 'Lines of the form, as on its tab');
    await openFold(pane, 'What happened in 2022 to 2026, and whether a form was filed');
    expect([labels().includes('Line 1: nondeductible contributions'), labels().filter((label) => label === 'Form 8606 filed?').length]).toEqual([true, 5]);
    expect(pane.page.textContent).not.toContain('No figures yet');
    await pane.does(() => enter(field(pane.page, 'Line 1: nondeductible contributions'), 'x'));
    expect(pane.page.textContent).toContain('No figures yet');
  });

  it('shows no room for a plan that is not used', async () => {
    const pane = await openPlan('MEGA');
    await pane.does(() => enter(field(pane.page, 'Age on 31 December'), '40'));
    const rooms = (): readonly (readonly string[])[] => table(pane.page, 'Room in each plan, and what each paycheck takes').filter(([label]) => label === 'After-tax contributions that still fit in');
    expect(rooms()).toEqual([['After-tax contributions that still fit in', '72,000.00']]);
  });

  it('tells in a sentence why nothing was built', async () => {
    const addIn = new FakeAddIn();
    addIn.respondToPlan = () => ({ ok: false, errors: [{ code: 'AccessDenied', cell: null, text: 'The workbook is protected.' }] });
    const pane = await openPlan('PROJECTION', addIn);
    await pane.does(() => button(pane.page, 'Build the plan tab').click());
    expect(statusOf(pane.page)).toBe('The workbook is protected.');
  });

  it('offers a planner only the years that it covers, and asks for another year where the chosen one is none of them', async () => {
    const pane = await openPlan('PROJECTION');
    await pane.does(() => enter(field(pane.page, 'Tax year'), '1999'));
    await pane.does(() => enter(field(pane.page, 'Planner'), 'ROTH'));
    expect((field(pane.page, 'Tax year') as HTMLSelectElement).value).toBe('');
    expect(statusOf(pane.page)).toContain('"Direct or back door" does not cover 1999: choose another year.');
    const offered = [...field(pane.page, 'Tax year').querySelectorAll('option')].map(({ value }) => value);
    expect([offered.includes('1999'), offered.includes('2026')]).toEqual([false, true]);
  });

  it('holds to what axe can see', async () => {
    await openPlan('PROJECTION');
    expect(await axeFinds()).toEqual([]);
  });
});
