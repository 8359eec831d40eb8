/** Formulas in a workbook, as people type them and as Excel saves them, after `book recalc`. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import ExcelJS from 'exceljs';
import { aFolder, book, open, removeFolders, save } from '../support/book';

afterAll(removeFolders);

/** The figures that the functions are agreed to give: Form 8606, the seed articles recomputed, the limits of each year. */
const agreed: readonly (readonly [formula: string, value: number | '#VALUE!' | '#N/A', sentence?: RegExp])[] = [
  ['PRORATA_TAXABLE(7000,7000,200000)', 6763.29],
  ['PRORATA_TAXABLE(7000,7000,200000,,,3)', 6762],
  ['PRORATA_TAXABLE(7000,7000,93000)', 6510],
  ['PRORATA_TAXABLE(7000,7000,0)', 0],
  ['PRORATA_TAXABLE(6000,6000,54000)', 5400],
  ['PRORATA_TAXABLE(5000,5000,50000)', 4545.45],
  ['PRORATA_TAXABLE(6000,8000,20000,500,2500)', 4754.72],
  ['BASIS_CARRYFORWARD(6000,8000,20000,500,2500)', 6650.95],
  ['MEGA_BACKDOOR_ROOM(2024,23000,12000)', 34000],
  ['MEGA_BACKDOOR_ROOM(2024,23000,10000)', 36000],
  ['MEGA_BACKDOOR_ROOM(2026,35750,12250,61,300000)', 35250],
  ['MEGA_BACKDOOR_ROOM(2026,24500,10000,,,8000,,10000)', 2000],
  ['MEGA_BACKDOOR_ROOM(2026,30000,0)', '#VALUE!', /30,000, more than 24,500.*no age was given/],
  ['ROTH_PHASEOUT(2024,"single",146000)', 7000],
  ['ROTH_PHASEOUT(2024,"single",161000)', 0],
  ['ROTH_PHASEOUT(2024,"mfj",235000)', 3500],
  ['ROTH_PHASEOUT(2024,"single",160999)', 200],
  ['ROTH_PHASEOUT(2024,"single",160999,,6900)', 100],
  ['ROTH_PHASEOUT(2025,"single",150038)', 6990],
  ['ROTH_PHASEOUT(2027,"single",1)', '#N/A', /2027 is not covered.*1998-2026/],
  ['ROTH_PHASEOUT("single","2024",1)', '#VALUE!', /tax_year is "single"/],
];

/** One formula a row; column A as typed without the add-in, B as Excel saves it, C what depends on A. */
async function workbookOfFormulas(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('F');
  const stale = { result: -1 };
  agreed.forEach(([formula], index) => {
    const row = index + 1;
    sheet.getCell(row, 1).value = { formula: `BASIS.${formula}`, ...stale };
    sheet.getCell(row, 2).value = { formula: `_xldudf_BASIS_${formula}`, ...stale };
    sheet.getCell(row, 3).value = { formula: `A${row}*2`, ...stale };
  });
  sheet.getCell('E1').value = { formula: '1+1', result: 5 };
  sheet.getCell('E2').value = { formula: 'SUM(E3:E4)' };
  sheet.getCell('E3').value = 20;
  sheet.getCell('E4').value = 22;
  return new Uint8Array(await workbook.xlsx.writeBuffer() as ArrayBuffer);
}

/** The same file with column B as dynamic array formulas, which is how Excel 365 stores a call that might spill. */
function asArrayFormulas(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  const arrays = sheet.replace(/<c r="(B\d+)"([^>]*)><f>/g, '<c r="$1"$2><f t="array" ref="$1">');
  if (arrays === sheet) throw new Error('No formula was turned into an array formula.');
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(arrays) });
}

for (const [kind, make] of [['plain formulas', (bytes: Uint8Array) => bytes], ['array formulas', asArrayFormulas]] as const) {
  describe(`book recalc, with ${kind}`, () => {
    const folder = aFolder();
    const output = path.join(folder, 'out.xlsx');
    let run: ReturnType<typeof book>;
    beforeAll(async () => {
      run = book('recalc', save(path.join(folder, 'in.xlsx'), make(await workbookOfFormulas())), output);
    });

    it('gives every agreed figure, whether spelled BASIS. or _xldudf_BASIS_', () => {
      expect(run.status).toBe(0);
      const { cells } = open(output).sheets[0]!;
      agreed.forEach(([formula, value], index) => {
        const shown = typeof value === 'number' ? value : { error: value };
        expect([formula, cells.get(`A${index + 1}`)?.value, cells.get(`B${index + 1}`)?.value]).toEqual([formula, shown, shown]);
        expect(cells.get(`C${index + 1}`)?.value).toEqual(typeof value === 'number' ? value * 2 : { error: value });
      });
    });

    it('gives the sentence of every error with its cell', () => {
      agreed.forEach(([, , sentence], index) => {
        const texts = run.result.errors.filter(({ cell }) => cell === `F!A${index + 1}` || cell === `F!B${index + 1}`).map(({ text }) => text);
        if (sentence) expect(texts).toEqual([expect.stringMatching(sentence), expect.stringMatching(sentence)]);
        else expect(texts).toEqual([]);
      });
    });

    it('keeps what Excel saved for every other formula, and tells where it differs; one without a value gets it', () => {
      expect(run.result.disagreements).toEqual([{ cell: 'F!E1', saved: 5, computed: 2 }]);
      const { cells } = open(output).sheets[0]!;
      expect(cells.get('E1')?.value).toBe(5);
      expect(cells.get('E2')?.value).toBe(42);
      expect(run.result.cells).toContain('F!E2');
      expect(run.result.cells).not.toContain('F!E1');
    });
  });
}

/** A workbook of one sheet, S; a formula with the value that stands saved for it. */
async function sheetOf(cells: Readonly<Record<string, number | readonly [formula: string, saved: number | string]>>): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('S');
  for (const [address, cell] of Object.entries(cells)) {
    sheet.getCell(address).value = typeof cell === 'number' ? cell : { formula: cell[0], result: cell[1] };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer() as ArrayBuffer);
}

describe('book recalc, with formulas that read a function\'s cell in other ways than by its address', () => {
  const folder = aFolder();
  const output = path.join(folder, 'out.xlsx');

  it('gives them the new figure, and no other formula loses what Excel saved', async () => {
    const { status, result } = book('recalc', save(path.join(folder, 'in.xlsx'), await sheetOf({
      A1: 7000, B1: ['BASIS.PRORATA_TAXABLE(A1,7000,93000)', 1],
      A2: ['INDIRECT("B1")', 1], B2: ['OFFSET(A1,0,1)', 1], C2: ['SUM(OFFSET(A1,0,1),A2)', 2], D2: ['B2*2', 2],
      // A function's cell that is read at work, and then itself read at work.
      E2: ['BASIS.PRORATA_TAXABLE(INDIRECT("B1"),7000,93000)', 1], F2: ['OFFSET(E1,1,0)+1', 2],
      A3: ['HYPERLINK("https://www.irs.gov/forms-pubs/about-form-8606",B1)', 1], B3: ['HYPERLINK("https://www.irs.gov","IRS")', 'IRS'], C3: ['A3+1', 2],
      // What a blank cell holds is 0 where a formula gives it.
      A4: ['IF(B1>0,Z1,1)', 1], B4: ['INDEX(Z1:Z3,IF(B1>0,2,1))', 1], C4: ['A4&"x"', '1x'], D4: ['ISBLANK(A4)', 'none'],
      A5: ['INDIRECT("A1")', 7000], B5: ['INDIRECT("A"&1)', 5], C5: ['OFFSET(A1,0,0)', 5], D5: ['ROW(B1)+COLUMNS(A1:D5)', 99],
    })), output);
    expect([status, result.errors]).toEqual([0, []]);
    const { cells } = open(output).sheets[0]!;
    const row = (number: number) => ['A', 'B', 'C', 'D', 'E', 'F'].map((column) => cells.get(`${column}${number}`)?.value);
    expect(row(1).slice(0, 2)).toEqual([7000, 6510]);
    // 6,510 x (1 - 7,000 / 99,510) is 6,052.06.
    expect(row(2)).toEqual([6510, 6510, 13020, 13020, 6052.06, 6053.06]);
    expect(row(3).slice(0, 3)).toEqual([6510, 'IRS', 6511]);
    expect(row(4).slice(0, 4)).toEqual([0, 0, '0x', false]);
    expect(row(5).slice(0, 4)).toEqual([7000, 5, 5, 99]);
    expect(result.disagreements.map(({ cell }) => cell)).toEqual(['S!B5', 'S!C5', 'S!D5']);
  });
});

describe('book recalc, with a formula that reads its own result', () => {
  const folder = aFolder();
  const output = path.join(folder, 'out.xlsx');

  it('through a function\'s cell is refused, each cell of the circle and what depends on it named, and nothing is written', async () => {
    const { status, result } = book('recalc', save(path.join(folder, 'in.xlsx'), await sheetOf({
      A1: ['BASIS.PRORATA_TAXABLE(C1,7000,93000)', 1], B1: ['A1+1', 2], C1: ['B1*1', 3], D1: ['C1+5', 4], E1: ['1+1', 2],
    })), output);
    expect(status).toBe(1);
    expect(result.errors.map(({ code, cell, text }) => [code, cell, text])).toEqual([
      ...['S!A1', 'S!B1', 'S!C1'].map((cell) => ['NOT_CALCULATED', cell, expect.stringContaining('S!A1 reads S!C1 reads S!B1 reads S!A1')]),
      ['NOT_CALCULATED', 'S!D1', expect.stringContaining('depends on a cell that could not be calculated')],
    ]);
    expect(existsSync(output)).toBe(false);
  });
});
