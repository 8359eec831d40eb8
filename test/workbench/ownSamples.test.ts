/** Sample workbooks in the pane, as a CPA selects from them: the lines that it shows are those worked out by hand in each note. */
import { readFileSync } from 'node:fs';
import { formatCell } from '../../src/cells/address';
import { yearsOf, type Plan } from '../../src/plan/plan';
import { read } from '../../src/reading/read';
import { selectedCells } from '../reading/sheet';
import { ownSamples, type OwnSample } from '../support/ownSamples';
import { START_MS, startWorkbench, type Workbench, type WorkbenchPage } from './support/workbench';

/** Not those of two spouses, whose forms are chosen one after the other; nor with two things said of one cell; nor with dates from 1904, which the workbench refuses. */
const shown = ownSamples.filter(({ plans, date1904 }) => plans.length === 1 && !date1904
  && Object.values(plans[0]!.answers).every((answer) => typeof answer === 'string' || Object.keys(answer).length === 1));

let workbench: Workbench;
let page: WorkbenchPage;

beforeAll(async () => {
  workbench = await startWorkbench();
  page = await workbench.open();
}, START_MS);

afterAll(() => workbench?.close());

/** Fills in who, which years and which ranges, all by the fields of the pane. */
async function select(plan: Plan): Promise<void> {
  const { pane } = page;
  const [latest, ...earlier] = [...yearsOf(plan)].reverse();
  await pane.getByLabel('Tax year').selectOption(String(latest));
  await pane.getByText('Options', { exact: true }).click();
  if (plan.rounding === 'cents') await pane.getByRole('radio', { name: 'Cents' }).check();
  for (const year of earlier) await pane.getByRole('checkbox', { name: String(year), exact: true }).check();
  for (const [index, { role, range }] of plan.sources.entries()) {
    if (index > 0) await pane.getByRole('button', { name: 'Add a range' }).click();
    await pane.getByLabel('What it holds').nth(index).selectOption(role);
    await pane.getByLabel('Address').nth(index).fill(range);
    await pane.getByLabel('Address').nth(index).press('Enter');
  }
}

/** Presses, for each question that the sample raises, the answer that its plan gives. */
async function answer({ sheets, hiddenRows, date1904 }: OwnSample, plan: Plan): Promise<number> {
  const unanswered = { ...plan, answers: {} };
  const { asked } = read(unanswered, selectedCells(sheets, unanswered, hiddenRows, date1904));
  for (const { cell, choices } of asked) {
    const given = JSON.stringify(plan.answers[formatCell(cell)]);
    const { says } = choices.find((choice) => JSON.stringify(choice.answer) === given)!;
    await page.pane.getByRole('button', { name: says, exact: true }).click();
  }
  return asked.length;
}

/** The lines in the pane's table, once it is that of the year; null for a line that is left blank. */
async function linesShown(year: number, wanted: Readonly<Record<string, number | null>>): Promise<unknown> {
  const frame = await page.paneFrame();
  const lines = (): Record<string, number | null> => Object.fromEntries([...document.querySelectorAll('table')]
    .filter((table) => table.caption?.textContent?.includes('line by line'))
    .flatMap((table) => [...table.rows].filter(({ cells }) => cells.length === 3).map(({ cells: [id, , amount] }) => {
      const text = amount!.textContent ?? '';
      return [id!.textContent ?? '', text === 'blank' ? null : Number(text.replace(/,/gu, ''))];
    })));
  await page.pane.getByRole('table', { name: `Form 8606 for ${year}, line by line` }).waitFor();
  // What is read is shown a moment later; where it is something else, the comparison says what.
  await frame.waitForFunction(`JSON.stringify(Object.entries((${lines.toString()})()).sort()) === ${JSON.stringify(JSON.stringify(Object.entries(wanted).sort()))}`).catch(() => undefined);
  return frame.evaluate(lines);
}

it.each(shown.map((sample) => [sample.id, sample] as const))('%s shows the lines of its note', async (_, sample) => {
  const [plan] = sample.plans as [Plan];
  await page.openFile(`${sample.id}.xlsx`, new Uint8Array(readFileSync(sample.file)));
  await page.waitUntilOpen(`${sample.id}.xlsx`);
  await select(plan);
  expect(await answer(sample, plan)).toBe(sample.asked.length);
  await page.pane.getByRole('status').filter({ hasText: 'no open question' }).waitFor();
  for (const [key, wanted] of Object.entries(sample.lines)) {
    const [year] = key.split(' ').map(Number) as [number];
    if (yearsOf(plan).length > 1) await page.pane.getByRole('radiogroup', { name: 'Year shown' }).getByRole('radio', { name: String(year) }).check();
    expect([key, await linesShown(year, wanted)]).toEqual([key, wanted]);
  }
});

it('Nothing failed on the way, and no other machine was asked', () => {
  expect(page.problems).toEqual([]);
});
