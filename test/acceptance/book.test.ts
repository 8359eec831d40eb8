/** What the command line hands over: the report, the named cells and the file say one thing, or nothing is written. */
import path from 'node:path';
import ExcelJS from 'exceljs';
import { aFolder, book, open, removeFolders, save, valueOfName } from '../support/book';

afterAll(removeFolders);

type Rows = readonly (readonly ExcelJS.CellValue[])[];

const header = ['Year', 'Nondeductible contribution', 'Converted', '12/31 value', 'Beginning basis'];
const plan = { person: 'T', year: 2025, sources: [{ role: 'year_table', range: 'Log!A1:E2' }] };

async function log(folder: string, row: Rows[number]): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Log').addRows([header, [...row]]);
  return save(path.join(folder, 'in.xlsx'), new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer));
}

const build = (folder: string, input: string, name: string) => {
  const output = path.join(folder, name);
  return { output, ...book('form8606', input, output, '--plan', save(path.join(folder, 'plan.json'), plan)) };
};

describe('A selected cell that holds a function of the add-in', () => {
  it('is calculated before it is read, whatever value another program saved for it', async () => {
    const folder = aFolder();
    const input = await log(folder, [2025, 7000, 7000, 93000, { formula: '_xldudf_BASIS_BASIS_CARRYFORWARD(7000,7000,93000)', result: 1 }]);
    const { status, result, output } = build(folder, input, 'out.xlsx');
    expect(status).toBe(0);
    // Basis carried: 7,000 less 7% of 7,000 (Form 8606, lines 3, 10, 11 and 14); line 18: 7,000 less 13,510 / 100,000 of it.
    expect(result.tabs[0]?.lines).toMatchObject({ 2: 6510, 18: 6054 });
    expect(valueOfName(open(output), 'F8606_2025_T_L18')).toBe(6054);
    expect(result.cells).toContain('Log!E2');
  });
});

describe('A formula whose saved value is not what it comes to', () => {
  it('keeps the value that Excel saved, in the report and in the tab alike, and the difference is told', async () => {
    const folder = aFolder();
    const { status, result, output } = build(folder, await log(folder, [2025, 7000, 7000, { formula: '90000+1000', result: 93000 }, 0]), 'out.xlsx');
    expect(status).toBe(0);
    // 7,000 less 7,000 x 7,000 / 100,000, with the 93,000 that stands in the file.
    expect(result.tabs[0]?.lines).toMatchObject({ 6: 93000, 18: 6510 });
    expect(valueOfName(open(output), 'F8606_2025_T_L18')).toBe(6510);
    expect(open(output).sheets[0]?.cells.get('D2')?.value).toBe(93000);
    expect(result.disagreements).toContainEqual({ cell: 'Log!D2', saved: 93000, computed: 91000 });
  });

  it('is what one of our functions is worked out from, so that the two stand in the file together', async () => {
    const folder = aFolder();
    const input = await log(folder, [{ formula: 'BASIS.PRORATA_TAXABLE(7000,7000,D2)', result: 1 }, 7000, 7000, { formula: '90000+1000', result: 93000 }, 0]);
    const output = path.join(folder, 'recalculated.xlsx');
    expect(book('recalc', input, output).status).toBe(0);
    const { cells } = open(output).sheets[0]!;
    expect([cells.get('A2')?.value, cells.get('D2')?.value]).toEqual([6510, 93000]);
  });
});

describe('A source that another program changed after the tab was built', () => {
  it('is counted by the tab that is built again, whose saved values were older', async () => {
    const folder = aFolder();
    const first = build(folder, await log(folder, [2025, 7000, 7000, 93000, 0]), 'first.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(first.output);
    workbook.getWorksheet('Log')!.getCell('D2').value = 0;
    await workbook.xlsx.writeFile(first.output);
    const { result, output } = build(folder, first.output, 'again.xlsx');
    expect(result.errors).toEqual([]);
    expect(result.tabs[0]?.lines[18]).toBe(0);
    expect(valueOfName(open(output), 'F8606_2025_T_L18')).toBe(0);
  });
});

describe('An OUT that cannot be written to', () => {
  it('is told in the one JSON object when it is a folder', async () => {
    const folder = aFolder();
    const { status, result } = book('recalc', await log(folder, [2025, 7000, 7000, 93000, 0]), folder);
    expect(status).toBe(1);
    expect(result.errors).toEqual([{ code: 'USAGE', cell: null, text: `OUT is a folder (${folder}); name the file that is to be written, or use --each.` }]);
  });
});
