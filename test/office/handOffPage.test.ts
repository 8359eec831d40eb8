/** The page for the preparer in a workbook: filled from the ranges, linked to the Form 8606 tab and to the user's own cells. */
import { closeHosts } from '../support/hostedWorkbook';
import { accountList, accountListPlan, openSample, type Workpaper } from '../support/addIn';

afterEach(closeHosts);

const forms = [
  ['Payer', 'Box 1', 'Box 7 code', 'IRA/SEP/SIMPLE', 'Treatment'],
  ['Fidelity 123-45-6789', 7000, 2, 'X', 'Converted to Roth'],
  ['Vanguard plan', 34000, 'G', '', 'In-plan Roth rollover'],
];

const plan = { ...accountListPlan, sources: [...accountListPlan.sources.filter(({ role }) => role !== 'conversions'), { role: 'form_1099r', range: 'Forms!A1:E3' }] };

const opened = async (): Promise<Workpaper> => {
  const book = await openSample(accountList);
  await book.Excel.run(async (context) => {
    context.workbook.worksheets.add('Forms');
    await context.sync();
  });
  await book.write('Forms', 'A1:E3', forms);
  return book;
};

const built = async (book: Workpaper): Promise<{ readonly linked: readonly string[]; readonly typed: Readonly<Record<string, unknown>> }> => {
  const read = await book.actions.planners.amounts('HANDOFF', plan);
  if (!read.ok) throw new Error(read.errors.map(({ text }) => text).join(' '));
  const report = await book.actions.planners.build({ planner: 'HANDOFF', year: 2025, person: 'T', given: read.given });
  if (!report.ok) throw new Error(report.errors.map(({ text }) => text).join(' '));
  return report.tab;
};

const sentences = async (book: Workpaper): Promise<readonly unknown[]> => (await book.values('For the preparer 2025 T', 'C12:C60')).flat().filter((text) => text !== '');

it('is linked to the lines of the tab that stands and to the cells that were read, so that its sentences follow both', async () => {
  const book = await opened();
  const report = await book.actions.build(plan);
  expect(report.errors).toEqual([]);
  const tab = await built(book);
  expect(tab.linked).toEqual(expect.arrayContaining(['form:18', 'form:14', 'form:contributionsInYear', '1099-R 1:box1']));
  expect(await sentences(book)).toEqual(expect.arrayContaining([
    'Contributed to traditional IRAs for 2025: $7,000.00 during 2025 and $0.00 after it.',
    // Whole dollars, as the tab: 7,000 x (1 - 7,000 / 141,263).
    'Converted to Roth IRAs in 2025: $7,000.00.', 'Taxable (line 18): $6,653.00; tax-free (line 17): $347.00.',
    'Nonqualified distributions from Roth IRAs in 2025 (line 19): blank;',
  ]));
  // 6,000 x (1 - 7,000 / 140,263).
  await book.write('Forms', 'B2', [[6000]]);
  expect(await sentences(book)).toEqual(expect.arrayContaining(['Converted to Roth IRAs in 2025: $6,000.00.', 'Taxable (line 18): $5,701.00; tax-free (line 17): $299.00.']));
});

it('lists Forms 1099-R with their codes, also the one of an employer plan that is on no line, and no number of a person or account', async () => {
  const book = await opened();
  await built(book);
  const said = await sentences(book);
  expect(said).toEqual(expect.arrayContaining([
    '1. Fidelity: box 1 $7,000.00, code 2, Converted to Roth',
    '2. Vanguard plan: box 1 $34,000.00, code G, In-plan Roth rollover',
  ]));
  expect(said.join(' ')).not.toMatch(/\d{3}-\d{2}-\d{4}/);
});

it('takes what is typed as a name for a name, whatever it begins with', async () => {
  const book = await opened();
  const report = await book.actions.planners.build({ planner: 'HANDOFF', year: 2025, person: 'T', given: { 'who:name': '=1+1' } });
  expect(report.ok).toBe(true);
  expect((await sentences(book))[0]).toBe('IRAs and Form 8606 for tax year 2025: =1+1');
});
