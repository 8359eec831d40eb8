/** What people do to a workbook before a build and while it runs: a sentence that says what to do, and nothing changed. */
import { changesOf, HostFault } from '../../src/host';
import { patchWorkbook, readWorkbook } from '../../src/package';
import { accountList, accountListPlan, workpaper, type Workpaper } from '../support/addIn';
import { aName, aSheet, closeHosts } from '../support/hostedWorkbook';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

afterEach(closeHosts);

const tab = '8606 2025 T';

/** The account list with a sheet beside it: Excel deletes no last sheet. */
const open = async (): Promise<Workpaper> => {
  const content = readWorkbook(await asXlsx(sampleWorkbook(accountList)));
  return workpaper({ ...content, sheets: [...content.sheets, aSheet('Notes', { A1: 'mine' })] });
};

/** Lets something happen to the workbook as a trip of the build begins, counted from 1; the first one reads. */
const atTrip = (book: Workpaper, trip: number, deed: () => void): void => {
  const before = book.host.batches;
  let done = false;
  book.host.onAction = ({ batch }) => {
    if (done || batch < before + trip) return;
    done = true;
    deed();
  };
};

const tripsOfANewTab = { reading: 1, adding: 2, writing: 3 } as const;

interface Event {
  readonly what: string;
  readonly trip: keyof typeof tripsOfANewTab;
  readonly deed: (book: Workpaper) => void;
  readonly code: string;
  readonly says: RegExp;
}

const fault = (code: ConstructorParameters<typeof HostFault>[0]) => (): void => { throw new HostFault(code); };

const events: readonly Event[] = [
  { what: 'a cell is being edited when it starts', trip: 'reading', deed: fault('InvalidOperationInCellEditMode'), code: 'InvalidOperationInCellEditMode', says: /A cell is being edited, so nothing was changed\. Press Enter or Esc/ },
  { what: 'a cell is being edited when it writes', trip: 'writing', deed: fault('InvalidOperationInCellEditMode'), code: 'InvalidOperationInCellEditMode', says: /A cell is being edited, so nothing was changed\. Press Enter or Esc/ },
  { what: 'the workbook is read-only', trip: 'adding', deed: fault('AccessDenied'), code: 'AccessDenied', says: /protected or read-only, so nothing was changed\. Unprotect it/ },
  { what: 'a sheet is protected meanwhile', trip: 'writing', deed: fault('AccessDenied'), code: 'AccessDenied', says: /protected or read-only, so nothing was changed\. Unprotect it/ },
  {
    what: 'a sheet of the plan is deleted meanwhile', trip: 'writing', deed: ({ host }) => host.book.deleteSheet(host.book.findSheet('IRA-1')!),
    code: 'ItemNotFound', says: /A sheet or a range of the plan is no longer in the workbook\. Nothing was changed; select the ranges again/,
  },
  {
    what: 'the title of the tab is taken meanwhile', trip: 'adding', deed: ({ host }) => { host.book.addSheet(tab); },
    code: 'ItemAlreadyExists', says: /A sheet or a name that the tab needs was created in the meantime\. Nothing was changed; build again/,
  },
  {
    what: 'a name of the tab is taken meanwhile', trip: 'writing', deed: ({ host }) => host.book.backend.setName({ name: 'F8606_2025_T_L13', formula: "='IRA-1'!$A$1" }),
    code: 'ItemAlreadyExists', says: /A sheet or a name that the tab needs was created in the meantime\. Nothing was changed; build again/,
  },
];

describe('While a build runs', () => {
  for (const { what, trip, deed, code, says } of events) {
    it(`${what}: a sentence says so, and nothing but that has changed`, async () => {
      // The same done by hand, without a build: what the workbook must be afterwards.
      const alone = await open();
      try {
        deed(alone);
      } catch (error) {
        expect(error).toMatchObject({ code });
      }
      const expected = alone.state();
      closeHosts();

      const book = await open();
      atTrip(book, tripsOfANewTab[trip], () => deed(book));
      const report = await book.actions.build(accountListPlan);
      book.host.onAction = null;
      expect(report.errors).toEqual([{ code, cell: null, text: expect.stringMatching(says) as string }]);
      expect(book.state()).toBe(expected);
    });
  }

  it('that brings a standing tab up to date and fails, the tab is as it was', async () => {
    for (const code of ['InvalidOperationInCellEditMode', 'AccessDenied'] as const) {
      const book = await open();
      expect((await book.actions.build(accountListPlan)).ok).toBe(true);
      await book.write('IRA-1', 'D5', [[99]]);
      const before = book.state();
      atTrip(book, 2, fault(code));
      expect((await book.actions.build(accountListPlan)).errors.map((error) => error.code)).toEqual([code]);
      book.host.onAction = null;
      expect(book.state()).toBe(before);
      closeHosts();
    }
  });
});

describe('Before a build', () => {
  it('a tab that is protected is refused with its name', async () => {
    const original = await asXlsx(sampleWorkbook(accountList));
    const first = workpaper(readWorkbook(original));
    await first.actions.build(accountListPlan);
    await first.host.recalculate();
    const content = readWorkbook(patchWorkbook(original, changesOf(first.host.book, 'BASIS').changes));
    closeHosts();
    const book = workpaper({ ...content, sheets: content.sheets.map((sheet) => (sheet.name === tab ? { ...sheet, protected: true } : sheet)) });
    const before = book.state();
    const report = await book.actions.build(accountListPlan);
    expect(report.errors[0]?.text).toContain(`The tab "${tab}" is protected, so it cannot be updated. Unprotect it (Review, Unprotect Sheet), then build again. Nothing was changed.`);
    expect(book.state()).toBe(before);
  });

  it('the user\'s own sheets may be protected: they are only read', async () => {
    const content = readWorkbook(await asXlsx(sampleWorkbook(accountList)));
    const book = workpaper({ ...content, sheets: content.sheets.map((sheet) => ({ ...sheet, protected: true })) });
    expect((await book.actions.build(accountListPlan)).tabs[0]?.status).toBe('READY');
  });

  it('a name that the user has for something else is refused with what it refers to', async () => {
    const content = readWorkbook(await asXlsx(sampleWorkbook(accountList)));
    const book = workpaper({ ...content, names: [...content.names, aName('F8606_2025_T_L13', "'IRA-1'!$A$1")] });
    const before = book.state();
    const report = await book.actions.build(accountListPlan);
    expect(report.errors[0]?.text).toContain("The name F8606_2025_T_L13 is taken in this workbook (it refers to 'IRA-1'!$A$1)");
    expect(book.state()).toBe(before);
  });
});
