/** Formulas in a workbook, as people type them and as Excel saves them, after `book recalc`. */
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
