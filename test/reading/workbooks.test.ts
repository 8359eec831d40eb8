import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCell } from '../../src/cells/address';
import { validatePlan, type Plan } from '../../src/plan/plan';
import type { Reading } from '../../src/reading/facts';
import { read } from '../../src/reading/read';
import { fatesOf, selectedCells, sumsOf, type Sheet } from './sheet';

/** The sample workbooks of the project: what a person's sheet looks like, and what has to come of it. */
interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly cells: Sheet }[];
  readonly selections: readonly Record<string, string>[];
  readonly expected: Record<string, Record<string, { inputs: Record<string, string> }>>;
}

const workbook = (id: string): Workbook => JSON.parse(readFileSync(join(__dirname, '../fixtures/workbooks', `${id}.json`), 'utf8')) as Workbook;

function readWorkbook({ sheets, selections }: Workbook, year: number | readonly number[]): Reading {
  const [plan] = validatePlan({ person: 'T', year, sources: selections }) as [Plan];
  return read(plan, selectedCells(Object.fromEntries(sheets.map(({ name, cells }) => [name, cells])), plan));
}

const inputNames: Readonly<Record<string, string>> = { contrib: 'contributionsInYear', basis: 'priorBasis', fmv: 'accountValues', conv: 'conversions' };

/** The inputs that a workbook expects of a year, in our names, without those that are zero or carried. */
function expectedInputs({ expected }: Workbook, year: number): Readonly<Record<string, string>> {
  const inputs = expected.T?.[String(year)]?.inputs ?? {};
  return Object.fromEntries(Object.entries(inputs)
    .filter(([, amount]) => Number(amount) !== 0 && !amount.startsWith('prior year'))
    .map(([name, amount]) => [inputNames[name], Number(amount).toFixed(2)]));
}

const warnings = (reading: Reading): readonly string[] =>
  reading.warnings.map(({ cell, code }) => (cell === null ? code : `${code} ${formatCell(cell)}`)).sort();

describe('the physician\'s row for each year (wb01)', () => {
  const wb01 = workbook('wb01_physician_row_per_year');
  const reading = readWorkbook(wb01, [2021, 2022, 2023, 2024, 2025]);

  it.each([2021, 2022, 2023, 2024, 2025])('gives exactly the inputs of %d', (year) => {
    expect(sumsOf(reading, year)).toEqual(expectedInputs(wb01, year));
  });

  it('gives the years before the one asked for as well, to feed its line 2', () => {
    expect(readWorkbook(wb01, 2025).years.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
  });

  it('asks nothing and stops nowhere', () => {
    expect(reading.asked).toEqual([]);
    expect(reading.stops).toEqual([]);
  });

  it('warns of the totals row, the text amounts, the dash, and the total that Excel got wrong', () => {
    expect(warnings(reading)).toEqual([
      'DASH_AS_ZERO Backdoor!F7', 'SOURCE_TOTAL_DISAGREES Backdoor!B9', 'TEXT_NUMBER_PARSED Backdoor!B5', 'TEXT_NUMBER_PARSED Backdoor!D8', 'TOTAL_ROW_IGNORED Backdoor!B9',
    ]);
    const disagrees = reading.warnings.find(({ code }) => code === 'SOURCE_TOTAL_DISAGREES')?.text ?? '';
    expect(disagrees).toContain('Backdoor!B9 shows 26,500, but');
    expect(disagrees).toContain('32,500');
    expect(disagrees).toContain('Backdoor!D9 shows 25,489.23, but');
  });

  it('accounts for every cell once', () => {
    const fates = fatesOf(reading);
    expect(fates.size).toBe(7 * 7);
    expect([...fates.values()].every((fate) => ['used', 'ignored'].includes(fate))).toBe(true);
    expect([...fates].filter(([, fate]) => fate === 'used').map(([cell]) => cell)).toEqual(
      [4, 5, 6, 7, 8].flatMap((row) => ['B', 'D', 'F'].map((column) => `Backdoor!${column}${row}`)),
    );
  });
});

describe('the accountant\'s list of accounts (wb02)', () => {
  const wb02 = workbook('wb02_cpa_account_list');
  const reading = readWorkbook(wb02, 2025);

  it('gives exactly the inputs of 2025', () => {
    expect(sumsOf(reading)).toEqual(expectedInputs(wb02, 2025));
    expect(reading.years.map(({ year }) => year)).toEqual([2025]);
  });

  it('asks nothing and stops nowhere', () => {
    expect(reading.asked).toEqual([]);
    expect(reading.stops).toEqual([]);
  });

  it('counts the traditional, rollover and SEP rows and leaves the other four accounts out with their reasons', () => {
    const fates = fatesOf(reading);
    expect([5, 6, 7, 8, 9, 10, 11, 12].map((row) => fates.get(`'IRA-1'!D${row}`)))
      .toEqual(['used', 'used', 'used', 'excluded', 'excluded', 'excluded', 'excluded', 'ignored']);
    expect(reading.excluded.map(({ shown }) => shown)).toEqual(['188,432.10', '412,000', '58,900', '22,104.55']);
    expect(reading.excluded.map(({ reason }) => reason).join(' ')).toMatch(/Roth.*employer plan.*inherited.*health/isu);
  });

  it('takes the given basis of zero, the contribution with its date and the conversion', () => {
    const used = reading.years[0]?.used ?? [];
    expect(used.filter(({ input }) => input !== 'accountValues').map(({ cell, input, text, note }) => [formatCell(cell), input, text, note])).toEqual([
      ["'IRA-1'!D15", 'contributionsInYear', null, 'made 1/15/2025'],
      ["'IRA-1'!D16", 'conversions', null, 'dated 1/22/2025'],
      ["'IRA-1'!D17", 'priorBasis', '-0-', 'basis before 2025'],
    ]);
  });

  it('warns of the totals row, the text amount, the zero in words and the types left out', () => {
    expect(warnings(reading)).toEqual(['EXCLUDED_TYPES', "TEXT_NUMBER_PARSED 'IRA-1'!D6", "TEXT_ZERO_PARSED 'IRA-1'!D17", "TOTAL_ROW_IGNORED 'IRA-1'!D12"]);
    const textOf = (code: string): string => reading.warnings.find((warning) => warning.code === code)?.text ?? '';
    expect(textOf('EXCLUDED_TYPES')).toContain('Roth IRA, 403(b), Inherited IRA, HSA');
    expect(textOf('TOTAL_ROW_IGNORED')).toContain("'IRA-1'!D12 shows 722,699.88, but the rows that it should add up come to 815,699.88");
  });

  it('accounts for every cell once', () => {
    const fates = fatesOf(reading);
    expect(fates.size).toBe(9 * 6 + 5 + 5 + 1);
    expect([...fates.values()].filter((fate) => fate.includes('+'))).toEqual([]);
  });
});
