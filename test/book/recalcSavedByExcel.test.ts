import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readWorkbook, type CellValue } from '../../src/package';
import { DYNAMIC_ARRAY_METADATA, textOf, workbookFile } from '../package/support/fixture';

/**
 * `npm run book -- recalc` on workbooks as Excel saves them: custom functions spelled `_xldudf_NAMESPACE_NAME` in dynamic
 * arrays (`t="array"`, `cm="1"`), mangled to `[2]!_xldudf_...` where a COM add-in or the Analysis ToolPak was loaded, stored
 * under their own name with #NAME? where the add-in was missing, and in small letters where LibreOffice saved the file.
 */

const number = (address: string, value: number): string => `<c r="${address}"><v>${value}</v></c>`;

/** One cell of Excel's: a dynamic array over `ref`, with what Excel last saw in it. */
const array = (address: string, formula: string, saved: string, ref = address): string =>
  `<c r="${address}"${saved} cm="1"><f t="array" ref="${ref}">${formula}</f><v>`;
const savedNumber = (address: string, formula: string, value: number, ref?: string): string => `${array(address, formula, '', ref)}${value}</v></c>`;
const savedError = (address: string, formula: string, error: string): string => `${array(address, formula, ' t="e"')}${error}</v></c>`;

const row = (at: number, ...cells: string[]): string => `<row r="${at}">${cells.join('')}</row>`;

/** Every saved value of ours is out of date (999), so that whatever is right was calculated. */
const fixture = workbookFile({
  sheets: {
    Tracker: `<sheetData>${[
      row(1, number('A1', 7000), savedNumber('B1', '_xldudf_BASIS_PRORATA_TAXABLE(A1,A2,A3)', 999), '<c r="C1"><f>B1*2</f><v>1998</v></c>', '<c r="D1"><f>A1+1</f><v>7001</v></c>'),
      row(2, number('A2', 7000), savedNumber('B2', '[2]!_xldudf_BASIS_BASIS_CARRYFORWARD(A1,A2,A3)', 999)),
      row(3, number('A3', 93000), '<c r="B3"><f>IFERROR(_xldudf_BASIS_LIMIT("415c",2026),0)</f><v>999</v></c>'),
      row(4, savedNumber('B4', '_xldudf_basis_limit("ira",2026)', 999)),
      row(5, savedError('B5', '_xldudf_BASIS_LIMIT("415c",2000)', '#N/A')),
      row(6, savedNumber('B6', '_xldudf_CONTOSO_ADD(1,2)', 3)),
    ].join('')}</sheetData>`,
    Ledger: `<sheetData>${[
      row(1, ...[2023, 7000, 0, 200000, 0, 7000].map((value, at) => number(`${'ABCDEF'[at]}1`, value)),
        savedNumber('H1', '_xldudf_BASIS_LEDGER(A1:F2)', 999, 'H1:N2')),
      row(2, ...[2024, 7000, 0, 200000, 0, 7000].map((value, at) => number(`${'ABCDEF'[at]}2`, value)), number('L2', 999)),
      row(3, '<c r="H3"><f>SUM(L1:L2)</f><v>1998</v></c>'),
    ].join('')}</sheetData>`,
    Protected: `<sheetData>${row(1, savedError('A1', 'BASIS.PRORATA_TAXABLE(Tracker!A1,Tracker!A2,Tracker!A3)', '#NAME?'))}</sheetData>`
      + '<sheetProtection sheet="1" objects="1" scenarios="1"/>',
  },
  parts: { 'xl/metadata.xml': DYNAMIC_ARRAY_METADATA },
});

interface Printed {
  readonly ok: boolean;
  readonly cells: readonly string[];
  readonly disagreements: readonly unknown[];
  readonly errors: readonly { readonly code: string; readonly cell: string; readonly text: string }[];
}

describe('book recalc on a workbook that Excel saved', () => {
  let folder: string;
  let printed: Printed;
  let out: Uint8Array;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ira-basis-recalc-'));
    const input = path.join(folder, 'in.xlsx');
    const output = path.join(folder, 'out.xlsx');
    writeFileSync(input, fixture);
    const start = path.resolve(__dirname, '../../src/book/start.mjs');
    printed = JSON.parse(execFileSync('node', [start, 'recalc', input, output], { encoding: 'utf8' })) as Printed;
    out = new Uint8Array(readFileSync(output));
    expect(new Uint8Array(readFileSync(input))).toEqual(fixture);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const value = (sheet: string, address: string): CellValue | undefined =>
    readWorkbook(out).sheets.find(({ name }) => name === sheet)?.cells.get(address)?.value;

  it.each<[string, string, CellValue]>([
    ['Tracker', 'B1', 6510],
    ['Tracker', 'B2', 6510],
    ['Tracker', 'B3', 72000],
    ['Tracker', 'B4', 7500],
    ['Protected', 'A1', 6510],
  ])('calculates our functions, however they are spelled: %s!%s is %j', (sheet, address, shows) => {
    expect(value(sheet, address)).toEqual(shows);
  });

  it('calculates what depends on them, and leaves the rest as Excel saw it', () => {
    expect(['C1', 'D1', 'B6'].map((address) => value('Tracker', address))).toEqual([13020, 7001, 3]);
    expect(printed.cells).not.toContain('Tracker!D1');
    expect(printed.cells).not.toContain('Tracker!B6');
  });

  /** users/seeds.md A4: twice 7,000 beside 200,000. */
  it('fills the whole of a spill, and what adds it up', () => {
    expect(['H1', 'I1', 'L1', 'N1'].map((address) => value('Ledger', address))).toEqual([2023, 0, 6763.29, 6763.29]);
    expect(['H2', 'I2', 'L2', 'N2'].map((address) => value('Ledger', address))).toEqual([2024, 6763.29, 6534.57, 13297.86]);
    expect(value('Ledger', 'H3')).toBe(13297.86);
  });

  it('tells a refusal in its cell with the sentence, and goes on', () => {
    expect(printed.ok).toBe(true);
    expect(value('Tracker', 'B5')).toEqual({ error: '#N/A' });
    expect(printed.errors).toEqual([
      { code: '#N/A', cell: 'Tracker!B5', text: expect.stringMatching(/^The 415\(c\) limit on annual additions for 2000 is not covered/u) as string },
    ]);
  });

  it('renews values alone: every formula stays as the file spells it, dynamic arrays and protection as they were', () => {
    const formulas = (file: Uint8Array): readonly string[] => [1, 2, 3].flatMap((sheet) =>
      textOf(file, `xl/worksheets/sheet${sheet}.xml`).match(/cm="1"|<f[^>]*>[^<]*<\/f>|<sheetProtection[^>]*>/gu) ?? []);
    expect(formulas(out)).toEqual(formulas(fixture));
    expect(formulas(out)).toContain('<f t="array" ref="H1:N2">_xldudf_BASIS_LEDGER(A1:F2)</f>');
    expect(textOf(out, 'xl/metadata.xml')).toBe(textOf(fixture, 'xl/metadata.xml'));
  });
});
