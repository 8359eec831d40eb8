/** @jest-environment jsdom */
import type { CellsReport } from '../../src/office/cellsReport';
import { cellsReport, FakeAddIn } from './support/fakeAddIn';
import { axeFinds, broughtIntoSight, button, closePanes, field, openPane, press, type OpenPane } from './support/page';

const everything = cellsReport({
  sheets: [{ sheet: 'IRA-1', cells: 3 }],
  skipped: [{ sheet: 'Locked', cells: 4, text: 'The sheet "Locked" is protected, so 4 cells on it stayed as they are. Unprotect it (Review, Unprotect Sheet), then repair again.' }],
  left: [{ cell: 'Log!A1', text: 'Log!A1 is formatted as text; it was left as it was.' }],
});

const openWith = (report: CellsReport): Promise<OpenPane> => {
  const addIn = new FakeAddIn();
  addIn.respondOverFormulas = () => Promise.resolve(report);
  return openPane(addIn);
};

const section = (page: HTMLElement): HTMLElement => {
  const found = [...page.querySelectorAll('section')].find((one) => one.querySelector('h2')?.textContent === 'Formulas in this workbook');
  if (!found) throw new Error('There is no section on formulas.');
  return found;
};

/** What a screen reader is told of it. */
const told = (page: HTMLElement): string => section(page).querySelector('[aria-live="polite"]')?.textContent ?? '';
const offers = (page: HTMLElement, name: string): boolean => [...page.querySelectorAll('button')].some(({ textContent }) => textContent === name);

afterEach(closePanes);

describe('Repair formulas', () => {
  it('tells how many were entered anew, names the sheets left as they are, and shows the way to cells that need a look', async () => {
    const { addIn, page, does } = await openWith(everything);
    await does(() => button(page, 'Repair formulas').click());
    expect(addIn.overFormulas).toEqual(['repair']);
    expect(told(page)).toBe('3 formulas were entered anew on the sheet "IRA-1". 1 sheet was left as it is. 1 cell needs a look.'
      + `Left as it is: ${everything.skipped[0]?.text}`);
    await does(() => button(section(page), 'Log!A1').click());
    expect(addIn.shown).toEqual(['Log!A1']);
  });

  it('tells in a sentence why it could not be done', async () => {
    const text = 'A cell is being edited, so nothing was changed. Press Enter or Esc in the cell, then build again.';
    const { page, does } = await openWith(cellsReport({ ok: false, errors: [{ code: 'InvalidOperationInCellEditMode', cell: null, text }] }));
    await does(() => button(page, 'Repair formulas').click());
    expect(told(page)).toBe(`Error: ${text}`);
  });

  it('says that it is going on, and can be pressed again only when it has ended', async () => {
    const addIn = new FakeAddIn();
    let end: (report: CellsReport) => void = () => undefined;
    addIn.respondOverFormulas = () => new Promise((resolve) => { end = resolve; });
    const { page, does } = await openPane(addIn);
    await does(() => button(page, 'Repair formulas').click());
    expect([told(page), page.querySelector('[role="progressbar"]')?.getAttribute('aria-label')]).toEqual(['Repairing formulas.', 'Repairing formulas']);
    await does(() => button(page, 'Repair formulas').click());
    await does(() => button(page, 'Convert to values').click());
    expect([addIn.overFormulas, told(page)]).toEqual([['repair'], 'Repairing formulas.']);
    await does(() => end(cellsReport()));
    expect(told(page)).toBe('No formula needs repair.');
    expect(button(page, 'Repair formulas').getAttribute('aria-disabled')).not.toBe('true');
  });
});

describe('Convert to values', () => {
  it('names the selected cells and changes nothing before the second press', async () => {
    const { addIn, page, does } = await openWith(cellsReport({ sheets: [{ sheet: 'IRA-1', cells: 2 }] }));
    await does(() => button(page, 'Convert to values').click());
    expect(told(page)).toMatch(/^Convert: Formulas that use BASIS functions in 'IRA-1'!A4:F12 will be replaced by what they show/);
    await does(() => button(page, 'Convert to values').click());
    expect(addIn.overFormulas).toEqual([]);
    expect(broughtIntoSight.at(-1)?.contains(button(page, 'Convert now'))).toBe(true);
    await does(() => button(page, 'Convert now').click());
    expect(addIn.overFormulas).toEqual(['selection']);
    expect(told(page)).toBe('2 formulas became values on the sheet "IRA-1".');
    expect(offers(page, 'Convert now')).toBe(false);
    expect(document.activeElement).toBe(button(page, 'Convert to values'));
  });

  it('converts the whole workbook where that is chosen', async () => {
    const { addIn, page, does } = await openWith(everything);
    await does(() => field(page, 'In the whole workbook').click());
    await does(() => button(page, 'Convert to values').click());
    expect(told(page)).toMatch(/ in the whole workbook will be replaced/);
    await does(() => button(page, 'Convert now').click());
    expect(addIn.overFormulas).toEqual(['workbook']);
  });

  it('asks anew when other cells are chosen', async () => {
    const { page, does } = await openWith(everything);
    await does(() => button(page, 'Convert to values').click());
    await does(() => field(page, 'In the whole workbook').click());
    expect([told(page), offers(page, 'Convert now')]).toEqual(['', false]);
  });

  it.each([
    ['by its button', (page: HTMLElement) => button(page, 'Keep the formulas').click()],
    ['with Esc', (page: HTMLElement) => press(button(page, 'Convert now'), 'Escape')],
  ])('is called off %s, and leaves the focus where it began', async (_, callOff) => {
    const { addIn, page, does } = await openWith(everything);
    await does(() => button(page, 'Convert to values').click());
    await does(() => callOff(page));
    expect([told(page), offers(page, 'Convert now'), addIn.overFormulas]).toEqual(['', false, []]);
    expect(document.activeElement).toBe(button(page, 'Convert to values'));
  });

  it('tells in a sentence that there is no selection', async () => {
    const { addIn, page, does } = await openWith(everything);
    addIn.selected = { ok: false, error: { code: 'InvalidSelection', cell: null, text: 'Excel has no selection to read.' } };
    await does(() => button(page, 'Convert to values').click());
    expect([told(page), offers(page, 'Convert now')]).toEqual(['Error: Excel has no selection to read.', false]);
  });
});

describe('The formulas of a workbook for those who cannot see the pane, or have no mouse', () => {
  it.each([
    ['when it asks', ['Convert to values']],
    ['when it has told what was done', ['Repair formulas']],
  ])('give axe nothing to find, and every control is in reach of the keyboard: %s', async (_, presses) => {
    const { page, does } = await openWith(everything);
    for (const name of presses) await does(() => button(page, name).click());
    expect(await axeFinds()).toEqual([]);
    const controls = [...section(page).querySelectorAll<HTMLElement>('button, input, summary')];
    expect(controls.length).toBeGreaterThan(4);
    expect(controls.filter((control) => control.tabIndex < 0 || control.hasAttribute('disabled'))).toEqual([]);
  });
});
