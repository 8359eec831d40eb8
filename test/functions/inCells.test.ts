import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCustomFunctions } from '../../src/host/functions';
import { changesOf } from '../../src/host/save';
import { patchWorkbook, readWorkbook, type CellValue } from '../../src/package';
import { workbookFile } from '../package/support/fixture';
import { aSheet, aWorkbook, closeHosts, hosted, type CellInBrief, type Hosted } from '../support/hostedWorkbook';

/** The built functions typed into cells of the emulated Excel: what is released, called as Excel calls it. */

const dist = path.resolve(__dirname, '../../dist');

function built(name: string): string {
  const file = path.join(dist, name);
  if (!existsSync(file)) throw new Error(`dist/${name} is missing: run npm run build first.`);
  return readFileSync(file, 'utf8');
}

interface Docs {
  readonly returns: string;
  readonly law: string;
  readonly errors: string;
  readonly examples: readonly { readonly formula: string; readonly gives: string }[];
}

const { functionDocs } = jest.requireActual<{ functionDocs: () => ReadonlyMap<string, Docs> }>('../../src/bundle/functionDocs.cjs');
const { functions } = JSON.parse(built('functions.json')) as { functions: readonly { id: string; name: string }[] };

const inFrontOfExcel = () => loadCustomFunctions({ script: built('functions.js'), metadata: built('functions.json'), namespace: 'BASIS' });

afterEach(closeHosts);

async function calculated(sheets: Readonly<Record<string, Readonly<Record<string, CellInBrief>>>>): Promise<Hosted> {
  const book = hosted(aWorkbook(Object.entries(sheets).map(([name, cells]) => aSheet(name, cells))), inFrontOfExcel().functions);
  await book.host.book.backend.calculate('all');
  return book;
}

const typed = (formula: string): CellInBrief => [formula, null];

const enter = (book: Hosted, sheet: string, address: string, formula: string | number): Promise<void> => book.Excel.run(async (context) => {
  context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[formula]];
  await context.sync();
});

async function valuesOf(book: Hosted, sheet: string, address: string): Promise<CellValue[][]> {
  return book.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load('values');
    await context.sync();
    return range.values as CellValue[][];
  });
}

describe('The examples in the comments, which help shows', () => {
  const docs = functionDocs();

  it.each(functions.map(({ id }) => [id]))('say what %s gives, on which law, with which errors', (id) => {
    const said = docs.get(id);
    expect(said?.returns).toMatch(/^\S.*\.$/u);
    expect(said?.law).toMatch(/^\S.*\.$/u);
    expect(said?.errors).toMatch(/^#VALUE! for .*\.$/u);
    expect(said?.examples.length).toBeGreaterThanOrEqual(1);
    expect(said?.examples.every(({ formula }) => formula.includes(`BASIS.${id}(`))).toBe(true);
  });

  it.each([...docs].flatMap(([id, { examples }]) => examples.map((example) => ({ id, ...example }))))('give what they say: $formula is $gives', async ({ formula, gives }) => {
    expect((await valuesOf(await calculated({ Data: { A1: typed(formula) } }), 'Data', 'A1'))[0]?.[0]).toBe(/^-?[\d.]+$/u.test(gives) ? Number(gives) : gives);
  });

  it('stand in the built help page, each under the anchor that Excel opens', () => {
    const page = built('help.html');
    for (const { id, examples, law } of [...docs].map(([id, said]) => ({ id, ...said }))) {
      const section = page.slice(page.indexOf(`<section id="${id.toLowerCase()}"`)).split('</section>')[0] ?? '';
      const plain = section.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      expect(plain).toContain(law);
      for (const { formula, gives } of examples) expect(plain).toContain(`<code>${formula}</code> gives ${gives}`);
    }
  });

  /** Published in founding article 000; the right ones are 7,000 x P / (P + 7,000), users/seeds.md W1 to W6. */
  it('are followed there by what is published wrong, beside what is right', () => {
    const section = built('help.html').split('<section id="published-figures"')[1]?.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ') ?? '';
    for (const row of ['25,000 6,364 5,468.75 895.25', '50,000 6,743 6,140.35 602.65', '100,000 6,867 6,542.06 324.94', '200,000 6,928 6,763.29 164.71']) {
      expect(section).toContain(row);
    }
    expect(section).toContain('it is 600 (Form 8606, line 17); the taxable part is the rest, 5,400 (line 18)');
    expect(section).toContain('line 9 is 7,000, and 0 is taxable');
  });
});

describe('A function in a cell', () => {
  it('is nested in native formulas, and native formulas in it', async () => {
    const book = await calculated({ Data: {
      A1: 7000, A2: 93000,
      B1: typed('=ROUND(BASIS.PRORATA_TAXABLE(A1,SUM(A1,0),A2)/A1,4)'),
      B2: typed('=IFERROR(BASIS.LIMIT("415c",1990),"no limit")'),
      B3: typed('=IF(ISBLANK(A9),"value?",BASIS.PRORATA_TAXABLE(A1,A1,A9))'),
      B4: typed('=VLOOKUP("18",BASIS.FORM8606(A1,0,0,A2,0,A1),3,FALSE)'),
    } });
    expect(await valuesOf(book, 'Data', 'B1:B4')).toEqual([[0.93], ['no limit'], ['value?'], [6510]]);
  });

  it('is fed from other sheets, quoted names included', async () => {
    const book = await calculated({
      "Patel's IRAs": { A1: 'Rollover IRA', A2: 'Roth IRA', B1: '$50,000.00', B2: 40000, A3: 'SEP-IRA', B3: 43000 },
      Data: { A1: 7000, B1: typed("=BASIS.PRORATA_TAXABLE(A1,A1,BASIS.IRA_POOL('Patel''s IRAs'!A1:A3,'Patel''s IRAs'!B1:B3))") },
    });
    expect(await valuesOf(book, 'Data', 'B1')).toEqual([[6510]]);
  });

  it('spills a row per line or year', async () => {
    const book = await calculated({ Data: {
      A1: 2023, B1: 7000, C1: 0, D1: 200000, E1: 0, F1: 7000,
      A2: 2024, B2: 7000, C2: 0, D2: 200000, E2: 0, F2: 7000,
    } });
    await enter(book, 'Data', 'H1', '=BASIS.LEDGER(A1:F2)');
    await enter(book, 'Data', 'A5', '=BASIS.FORM8606(7000,3000,7000,50000,0,0)');
    expect((await valuesOf(book, 'Data', 'H1:N2')).map((row) => [row[0], row[4], row[6]])).toEqual([[2023, 6763.29, 6763.29], [2024, 6534.57, 13297.86]]);
    const form = await valuesOf(book, 'Data', 'A5:C24');
    expect(form.map(([line, , amount]) => [line, amount])).toEqual([
      ['1', 7000], ['2', 3000], ['3', 10000], ...['4', '5', '6', '7', '8', '9', '10', '11', '12', '13'].map((line) => [line, '']), ['14', 10000],
      ...['15a', '15b', '15c', '16', '17', '18'].map((line) => [line, '']),
    ]);
  });

  it('is calculated anew when a cell that it reads changes', async () => {
    const book = await calculated({ Data: { A1: 7000, A2: 93000, B1: typed('=BASIS.PRORATA_TAXABLE(A1,A1,A2)'), B2: typed('=B1+1') } });
    await enter(book, 'Data', 'A2', 0);
    expect(await valuesOf(book, 'Data', 'B1:B2')).toEqual([[0], [1]]);
  });

  it('is right in each of 10,000 rows that it was copied down', async () => {
    const rows = 10_000;
    const cells = Object.fromEntries(Array.from({ length: rows }, (_, at) => [
      [`A${at + 1}`, at] as const, [`B${at + 1}`, typed(`=BASIS.PRETAX_TO_MOVE(A${at + 1},5000)`)] as const,
    ]).flat());
    const book = await calculated({ Data: cells });
    const shown = (await valuesOf(book, 'Data', `B1:B${rows}`)).flat();
    expect(shown).toEqual(Array.from({ length: rows }, (_, at) => Math.max(0, at - 5000)));
  });

  it('is there after saving and opening again, in the spelling of Excel, with its value', async () => {
    const file = workbookFile({ sheets: { Data: '<sheetData><row r="1"><c r="A1"><v>7000</v></c><c r="B1"><v>93000</v></c></row></sheetData>' } });
    const book = hosted(readWorkbook(file), inFrontOfExcel().functions);
    await enter(book, 'Data', 'C1', '=BASIS.PRORATA_TAXABLE(A1,A1,B1)');
    const saved = patchWorkbook(file, changesOf(book.host.book, 'BASIS').changes);
    const again = hosted(readWorkbook(saved), inFrontOfExcel().functions);
    expect(await valuesOf(again, 'Data', 'C1')).toEqual([[6510]]);
    await enter(again, 'Data', 'B1', 0);
    expect(await valuesOf(again, 'Data', 'C1')).toEqual([[0]]);
  });
});
