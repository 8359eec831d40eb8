/** What the command line refuses, and that a refusal leaves nothing behind. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { parseCommandLine } from '../../src/book/commandLine';
import { aFolder, book, removeFolders, save } from '../support/book';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

afterAll(removeFolders);

describe('The command line', () => {
  it('understands each action', () => {
    expect(parseCommandLine(['recalc', 'a.xlsx', 'b.xlsx'])).toEqual({ action: 'recalc', plan: null, work: { input: 'a.xlsx', output: 'b.xlsx' }, seconds: 120 });
    expect(parseCommandLine(['read', 'a.xlsx', '--plan', 'p.json', '--seconds', '9'])).toEqual({ action: 'read', plan: 'p.json', work: { input: 'a.xlsx', output: null }, seconds: 9 });
    expect(parseCommandLine(['form8606', '--each', 'in', '--out', 'out', '--plan', 'p.json'])).toEqual({ action: 'form8606', plan: 'p.json', work: { each: 'in', out: 'out' }, seconds: 120 });
  });

  for (const [typed, says] of [
    [['form'], '"form" is no action'],
    [['recalc', 'a.xlsx'], 'takes IN.xlsx and OUT.xlsx'],
    [['recalc', 'a.xlsx', 'b.xlsx', '--plan', 'p'], 'takes no --plan'],
    [['form8606', 'a.xlsx', 'b.xlsx'], 'needs --plan'],
    [['read', 'a.xlsx', '--plan'], '--plan needs a value'],
    [['recalc', 'a.xlsx', 'b.xlsx', '--fast', 'yes'], '"--fast" is no option'],
    [['recalc', '--each', 'in'], 'needs --out'],
    [['recalc', 'a.xlsx', 'b.xlsx', '--seconds', '0'], 'from 1 to 3600'],
  ] as const) {
    it(`says in a sentence what is wrong with: ${typed.join(' ')}`, () => {
      expect(() => parseCommandLine(typed)).toThrow(says);
    });
  }
});

describe('book form8606', () => {
  const folder = aFolder();
  const output = path.join(folder, 'out.xlsx');
  let input: string;
  beforeAll(async () => {
    input = save(path.join(folder, 'in.xlsx'), await asXlsx(sampleWorkbook('wb02_cpa_account_list')));
  });
  const planOf = (rest: object): string => save(path.join(folder, 'plan.json'), { person: 'T', year: 2025, ...rest });
  const conversion = { role: 'conversions', range: "'IRA-1'!A16:E16" };
  const contribution = { role: 'contributions', range: "'IRA-1'!A15:E15" };

  const expectNothingWritten = (): void => expect(readdirSync(folder).filter((file) => /out/.test(file))).toEqual([]);

  it('stops at a conversion with basis and no value for 31 December, and writes nothing', () => {
    const { status, result } = book('form8606', input, output, '--plan', planOf({ sources: [contribution, conversion] }));
    expect({ status, ok: result.ok, tabs: result.tabs }).toEqual({ status: 1, ok: false, tabs: [] });
    expect(result.errors[0]?.text).toMatch(/31 December/);
    expectNothingWritten();
  });

  it('refuses a plan with a key that it does not know, by name', () => {
    const { status, result } = book('form8606', input, output, '--plan', planOf({ sources: [conversion], rouding: 'cents' }));
    expect(status).toBe(1);
    expect(result.errors[0]?.text).toContain('rouding');
    expectNothingWritten();
  });

  it('refuses answers where nothing asks for them, each by its cell and what it says, and writes nothing', () => {
    const answers = { "'IRA-1'!D16": { owner: 'S' }, "'IRA-1'!D15": { owner: 'S' } };
    const { status, result } = book('form8606', input, output, '--plan', planOf({ year: [2024, 2025], sources: [{ role: 'fmv', range: "'IRA-1'!D5" }, contribution, conversion], answers }));
    expect({ status, ok: result.ok, tabs: result.tabs }).toEqual({ status: 1, ok: false, tabs: [] });
    expect(result.errors.map(({ code, cell, text }) => [code, cell, /\((\w+)\) settles nothing/.exec(text)?.[1]])).toEqual([
      ['ANSWER_UNUSED', "'IRA-1'!D16", 'owner'], ['ANSWER_UNUSED', "'IRA-1'!D15", 'owner'],
    ]);
    expectNothingWritten();
  });

  it('refuses a sheet that the workbook does not have, by name', () => {
    const { status, result } = book('form8606', input, output, '--plan', planOf({ sources: [{ role: 'fmv', range: 'Missing!A1' }] }));
    expect(status).toBe(1);
    expect(result.errors[0]?.text).toContain('Missing');
    expectNothingWritten();
  });

  it('builds a DRAFT with exit status 0 where a question is open', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Log');
    sheet.addRow(['Type', 'Value 12/31']);
    sheet.addRow(['Traditional IRA', 1000]);
    sheet.addRow(['Annuity', 500]);
    const asking = save(path.join(folder, 'asking.xlsx'), new Uint8Array(await workbook.xlsx.writeBuffer() as ArrayBuffer));
    const plan = planOf({ sources: [{ role: 'accounts', range: 'Log!A1:B3' }] });
    const { status, result } = book('form8606', asking, path.join(folder, 'draft.xlsx'), '--plan', plan);
    expect({ status, draft: result.tabs[0]?.status }).toEqual({ status: 0, draft: 'DRAFT' });
    expect(result.tabs[0]?.asked).toEqual([expect.objectContaining({ cell: 'Log!B3' })]);
    expect(result.tabs[0]?.asked[0]?.choices.length).toBeGreaterThan(0);
  });

  it('never writes over IN', () => {
    const { status, result } = book('form8606', input, input, '--plan', planOf({ sources: [conversion] }));
    expect(status).toBe(1);
    expect(result.errors[0]?.text).toContain('IN is never written');
  });
});

describe('book with a folder', () => {
  it('handles every workbook by itself: one that is no workbook fails alone', async () => {
    const folder = aFolder();
    const out = path.join(folder, 'out');
    mkdirSync(out);
    save(path.join(folder, 'a.xlsx'), await asXlsx(sampleWorkbook('wb01_physician_row_per_year')));
    save(path.join(folder, 'b.xlsx'), new TextEncoder().encode('no workbook'));
    const { status, result } = book('recalc', '--each', folder, '--out', out);
    expect(status).toBe(1);
    expect(result.files?.map(({ file, ok }) => ({ file, ok }))).toEqual([{ file: 'a.xlsx', ok: true }, { file: 'b.xlsx', ok: false }]);
    expect(existsSync(path.join(out, 'a.xlsx'))).toBe(true);
    expect(existsSync(path.join(out, 'b.xlsx'))).toBe(false);
  });

  it('gives up a workbook that takes too long, with a sentence, and writes nothing', async () => {
    const folder = aFolder();
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Slow');
    // Growing sums over growing sums: minutes of work for the engine.
    for (let row = 1; row <= 6000; row += 1) sheet.getCell(row, 1).value = { formula: row === 1 ? '1' : `SUM(A$1:A${row - 1})/2` };
    const input = save(path.join(folder, 'slow.xlsx'), new Uint8Array(await workbook.xlsx.writeBuffer() as ArrayBuffer));
    const { status, result } = book('recalc', input, path.join(folder, 'out.xlsx'), '--seconds', '3');
    expect(status).toBe(1);
    expect(result.errors).toEqual([{ code: 'TIME_LIMIT', cell: null, text: expect.stringContaining('longer than 3 seconds') }]);
    expect(readdirSync(folder)).toEqual(['slow.xlsx']);
  });
});
