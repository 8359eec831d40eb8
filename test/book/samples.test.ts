/** The main job, on the sample workbooks: selections become a plan, the plan a tab, and three readers agree on every line. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { form8606Lines } from '../../src/forms/form8606';
import { aFolder, book, open, removeFolders, save, valueOfName } from '../support/book';
import { recalculateWithLibreOffice } from '../support/libreoffice';
import { readWorkbook } from '../../src/package';
import type { WorkbookContent } from '../../src/package/content';
import { LEDGER_YEARS } from '../../src/worksheet/ledgerTab';
import { asXlsx, roundings, sampleWorkbook, type SampleWorkbook } from '../support/sampleWorkbook';

afterAll(removeFolders);

/** The selections of a sample, as a plan for some of its years. */
const planOf = (sample: SampleWorkbook, year: number | readonly number[], rounding: object) => ({
  person: 'T', name: sample.title.slice(0, 20), year, ...rounding,
  sources: sample.selections.map(({ role, sheet, range }) => ({ role, sheet, range })),
});

const numberOf = (content: WorkbookContent, name: string, decimals: number): number | null => {
  const value = valueOfName(content, name);
  return typeof value === 'number' ? Number(value.toFixed(decimals)) : value as null;
};

const decimalsOf = (line: string): number => (line === '10' ? 10 : 2);

/** The formulas of a sheet whose value differs between two programs: none. */
const differences = (sheet: string, one: WorkbookContent, other: WorkbookContent): readonly unknown[] => {
  const cellsOf = ({ sheets }: WorkbookContent) => sheets.find(({ name }) => name === sheet)!.cells;
  const formulas = [...cellsOf(one)].filter(([, { formula }]) => formula !== undefined);
  expect(formulas.length).toBeGreaterThan(20);
  return formulas.flatMap(([address, { value: here, formula }]) => {
    const there = cellsOf(other).get(address)?.value ?? '';
    const equal = typeof here === 'number' && typeof there === 'number' ? Math.abs(here - there) < 1e-9 : JSON.stringify(here ?? '') === JSON.stringify(there);
    return equal ? [] : [{ address, formula, here, there }];
  });
};

for (const id of ['wb01_physician_row_per_year', 'wb02_cpa_account_list']) {
  const sample = sampleWorkbook(id);
  const expected = sample.expected['T']!;
  const years = Object.keys(expected).map(Number);

  describe(`${id}: ${sample.title}`, () => {
    for (const mode of ['cents', 'form_3dp', 'form_5dp'] as const) {
      it(`gives the expected lines of every year (${mode}): in the report, in the named cells, and in LibreOffice`, async () => {
        const folder = aFolder();
        const input = save(path.join(folder, 'in.xlsx'), await asXlsx(sample));
        const output = path.join(folder, 'out.xlsx');
        const plan = save(path.join(folder, 'plan.json'), planOf(sample, years, roundings[mode]));
        const { status, result } = book('form8606', input, output, '--plan', plan);
        expect({ status, errors: result.errors }).toEqual({ status: 0, errors: [] });

        const saved = open(output);
        const second = readWorkbook(await recalculateWithLibreOffice(new Uint8Array(readFileSync(output))));
        for (const year of years) {
          const lines = expected[year]!.lines[mode];
          const tab = result.tabs.find((candidate) => candidate.year === year);
          expect(tab).toMatchObject({ sheet: `8606 ${year} T`, person: 'T', status: 'READY', asked: [] });
          expect(tab?.lines).toEqual(lines);
          for (const content of [saved, second]) {
            const named = Object.fromEntries(form8606Lines.map((line) => [line, numberOf(content, `F8606_${year}_T_L${line}`, decimalsOf(line))]));
            expect(named).toEqual(lines);
            expect(numberOf(content, `F8606_${year}_T_CARRY`, 2)).toBe(lines['14']);
          }
        }
        // Checks, blocks, support and the ledger of the years too.
        const ours = new Set(result.tabs.flatMap(({ sheet, ledger }) => [sheet, ledger].flatMap((name) => name ?? [])));
        expect(ours.size).toBe(years.length + (years.length >= LEDGER_YEARS ? 1 : 0));
        for (const sheet of ours) expect(differences(sheet, saved, second)).toEqual([]);
      });
    }
  });
}

describe('The account list of a CPA', () => {
  const sample = sampleWorkbook('wb02_cpa_account_list');

  it('leaves the Roth, the plan, the inherited IRA and the HSA out by name, and reports the text amount and the total', async () => {
    const folder = aFolder();
    const input = save(path.join(folder, 'in.xlsx'), await asXlsx(sample));
    const plan = save(path.join(folder, 'plan.json'), planOf(sample, 2025, {}));
    const { status, result } = book('read', input, '--plan', plan);
    expect(status).toBe(0);
    const [tab] = result.tabs;
    expect(tab?.sheet).toBeNull();
    expect(tab?.excluded.map(({ cell }) => cell)).toEqual(["'IRA-1'!D8", "'IRA-1'!D9", "'IRA-1'!D10", "'IRA-1'!D11"]);
    expect(tab?.excluded.map(({ text }) => text).join(' ')).toMatch(/Roth.*plan.*inherited.*health/is);
    expect(tab?.used.filter(({ line }) => line === '6')).toEqual([
      { cell: "'IRA-1'!D5", line: '6', amount: 12.48, text: null },
      { cell: "'IRA-1'!D6", line: '6', amount: 93000, text: '$93,000.00' },
      { cell: "'IRA-1'!D7", line: '6', amount: 41250.75, text: null },
    ]);
    expect(tab?.warnings.map(({ code, cell }) => (code === 'TEXT_NUMBER_PARSED' ? `${code}:${cell}` : code)))
      .toEqual(expect.arrayContaining(['TOTAL_ROW_IGNORED', "TEXT_NUMBER_PARSED:'IRA-1'!D6", 'TEXT_ZERO_PARSED', 'EXCLUDED_TYPES', 'PRETAX_IRA_PRESENT']));
  });

  it('accounts for every filled cell of every selection exactly once', async () => {
    const folder = aFolder();
    const input = save(path.join(folder, 'in.xlsx'), await asXlsx(sample));
    const plan = save(path.join(folder, 'plan.json'), planOf(sample, 2025, {}));
    const [tab] = book('read', input, '--plan', plan).result.tabs;
    const listed = [...tab!.used, ...tab!.excluded, ...tab!.ignored, ...tab!.asked].map(({ cell }) => cell);
    expect(new Set(listed).size).toBe(listed.length);
    const selected = open(input).sheets[0]!.cells;
    const filled = [...selected.keys()].filter((cell) => /^[A-F]([4-9]|1[0-2])$|^[A-E]1[56]$|^D17$/.test(cell)).map((cell) => `'IRA-1'!${cell}`);
    expect(filled.filter((cell) => !listed.includes(cell))).toEqual([]);
  });

  it('changes no part of the file but the workbook\'s own lists, the styles, and the new sheet with its chart', async () => {
    const folder = aFolder();
    const original = await asXlsx(sample);
    const input = save(path.join(folder, 'in.xlsx'), original);
    const output = path.join(folder, 'out.xlsx');
    const plan = save(path.join(folder, 'plan.json'), planOf(sample, 2025, {}));
    expect(book('form8606', input, output, '--plan', plan).status).toBe(0);
    const before = unzipSync(original);
    const after = unzipSync(new Uint8Array(readFileSync(output)));
    const changed = Object.keys(after).filter((part) => !before[part] || Buffer.compare(before[part]!, after[part]!) !== 0);
    expect(changed.sort()).toEqual([
      '[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/charts/chart1.xml', 'xl/drawings/_rels/drawing1.xml.rels', 'xl/drawings/drawing1.xml',
      'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/_rels/sheet2.xml.rels', 'xl/worksheets/sheet2.xml',
    ]);
    expect(Buffer.compare(readFileSync(input), Buffer.from(original))).toBe(0);
  });
});
