/** Each function of the add-in in cells of the workbench, in Chromium: typed, nested, fed, spilled, copied down, saved and opened again. */
import { strFromU8, unzipSync } from 'fflate';
import { columnName } from '../../src/cells/address';
import { everyFunction, workbookOfFigures } from './support/everyFunction';
import { START_MS, startWorkbench, type Workbench, type WorkbenchPage } from './support/workbench';

let workbench: Workbench;
let page: WorkbenchPage;

const count = everyFunction.length;
const shown = everyFunction.map(({ shows }) => [shows]);
const ROWS = 10_000;

beforeAll(async () => {
  workbench = await startWorkbench();
  page = await workbench.open();
  await page.openFile('figures.xlsx', await workbookOfFigures());
  await page.waitUntilOpen('figures.xlsx');
}, START_MS);

afterAll(() => workbench?.close());

/** Functions that give more than a cell, ten columns apart, and the cell of what is spilled that their example picks. */
const spilled = everyFunction.flatMap(({ spills, shows }) => (spills === null ? [] : [{ ...spills, shows }])).map(({ formula, row, column, shows }, index) => ({
  at: `${columnName(1 + 10 * index)}1`, spills: formula, cell: `${columnName(column + 10 * index)}${row}`, shows,
}));

/** Everything that was typed and pasted, worked out. */
const expectAll = async (): Promise<void> => {
  await page.waitForValues('Work', `A1:C${count}`, everyFunction.map(({ shows, nestedShows }) => [shows, nestedShows, shows]));
  for (const { cell, shows } of spilled) await page.waitForValues('Spills', cell, [[shows]]);
};

describe('Each function', () => {
  it('works typed into a cell', async () => {
    for (const [index, { typed }] of everyFunction.entries()) await page.type(`A${index + 1}`, typed);
    await page.waitForValues('Work', `A1:A${count}`, shown);
  });

  it('works nested in a formula of Excel\'s own, and fed from another sheet', async () => {
    await page.paste('B1', everyFunction.map(({ nested, fed }) => `${nested}\t${fed}`).join('\n'));
    await page.waitForValues('Work', `B1:C${count}`, everyFunction.map(({ shows, nestedShows }) => [nestedShows, shows]));
  });

  it('that gives more than one cell spills, in rows of one length', async () => {
    await page.openSheet('Spills');
    expect(spilled.length).toBeGreaterThan(1);
    for (const { at, spills } of spilled) await page.type(at, spills);
    for (const { cell, shows } of spilled) await page.waitForValues('Spills', cell, [[shows]]);
  });

  it('works copied down 10,000 rows', async () => {
    await page.openSheet('Down');
    // How many of the rows below show what the first one shows.
    await page.type('B1', `=COUNTIF(A2:A${ROWS + 1},A1)`);
    for (const [index, { fed, shows }] of everyFunction.entries()) {
      await page.paste('A1', fed);
      await page.copyDown('A1', `A2:A${ROWS + 1}`);
      await page.waitForValues('Down', 'A1:B1', [[shows, ROWS]]);
      const next = everyFunction[index + 1];
      if (next && next.shows !== shows) continue;
      // Otherwise the next function could be judged by what this one shows.
      await page.select(`A1:A${ROWS + 1}`);
      await page.page.keyboard.press('Delete');
      await page.waitForValues('Down', 'A1:B1', [['', 0]]);
    }
  });

  it('works after the workbook is saved and opened again, spelled in the file as Excel spells it', async () => {
    const { bytes } = await page.save();
    const files = unzipSync(bytes);
    const text = Object.keys(files).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).map((name) => strFromU8(files[name]!)).join('');
    expect(everyFunction.filter(({ id }) => text.split(`_xldudf_BASIS_${id}(`).length - 1 < 3)).toEqual([]);
    expect(text).not.toMatch(/<f[^>]*>[^<]*BASIS\./);
    await page.openFile('again.xlsx', bytes);
    await page.waitUntilOpen('again.xlsx');
    await expectAll();
  });
});

it('Nothing failed on the way, and no other machine was asked', () => {
  expect(page.problems).toEqual([]);
});
