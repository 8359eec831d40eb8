import { build } from '../../src/office/build';
import { pick } from '../../src/office/selection';
import { readWorkbook } from '../../src/package';
import { validatePlan } from '../../src/plan/plan';
import { closeHosts, hosted, type Hosted } from '../support/hostedWorkbook';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

const wb02 = sampleWorkbook('wb02_cpa_account_list');

const opened = async (): Promise<Hosted> => {
  const book = hosted(readWorkbook(await asXlsx(wb02)));
  Object.assign(globalThis, { Excel: book.Excel });
  return book;
};

const plan = {
  person: 'T', name: 'A. Patel, MD', year: 2025, rounding: 'cents', ratioPlaces: 5,
  sources: wb02.selections.map(({ role, sheet: on, range }) => ({ role, sheet: on, range })),
  answers: { '\'IRA-1\'!D11': 'exclude', '\'IRA-1\'!D15': { deducted: '0' } },
};

afterEach(() => {
  closeHosts();
  Reflect.deleteProperty(globalThis, 'Excel');
});

describe('The plan that a tab keeps', () => {
  it('is read back as it was, from the tab that a build of it made', async () => {
    await opened();
    expect((await build(plan)).errors).toEqual([]);
    const found = await pick.tabs();
    expect(found.ok && found.tabs).toEqual([{ year: 2025, person: 'T', sheet: '8606 2025 T', plan: validatePlan(plan)[0], problems: [] }]);
  });

  it('reports a range whose name refers to nothing any more, and keeps the others', async () => {
    const book = await opened();
    await build(plan);
    await book.Excel.run(async (context) => {
      context.workbook.names.getItem('F8606_2025_T_S3').delete();
      await context.sync();
    });
    const found = await pick.tabs();
    const [tab] = found.ok ? found.tabs : [];
    expect(tab?.plan?.sources.map(({ role }) => role)).toEqual(['accounts', 'contributions', 'prior_basis']);
    expect(tab?.problems).toEqual(['A range that the tab "8606 2025 T" was built from (role "conversions") is no longer in the workbook. Select it again.']);
  });

  it('is said to be unreadable, and not half taken, where somebody has changed an answer to what is none', async () => {
    const book = await opened();
    await build(plan);
    await book.Excel.run(async (context) => {
      const tab = context.workbook.worksheets.getItem('8606 2025 T').getRange().getUsedRangeOrNullObject(true);
      tab.load('formulas,rowIndex,columnIndex');
      await context.sync();
      const row = tab.formulas.findIndex((cells: unknown[]) => cells.includes('"exclude"'));
      const column = (tab.formulas[row] as unknown[]).indexOf('"exclude"');
      tab.getCell(row, column).values = [['leave it']];
      await context.sync();
    });
    const found = await pick.tabs();
    const [tab] = found.ok ? found.tabs : [];
    expect(tab?.plan).toBeNull();
    expect(tab?.problems).toEqual([expect.stringMatching(/^What the tab "8606 2025 T" was built from cannot be read: an answer in it is not as it was written\. Select the ranges again\.$/) as string]);
  });
});
