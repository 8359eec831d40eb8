/**
 * No amount, limit, rate, year or number of places stands in a formula (users/formats.md, rule 3 for the cells; ICAEW, Twenty
 * principles for good spreadsheet practice, 10): each has a cell with its words beside it. What may stand there is
 * arithmetic: nothing, one and the half of two, cents to the dollar, a tenth place, and how Excel writes an address.
 */
import { openSample, accountList, accountListPlan, type Workpaper } from '../support/addIn';
import { closeHosts } from '../support/hostedWorkbook';
import { numbersInFormula } from '../support/numbersInFormula';

afterEach(closeHosts);

const arithmetic: Readonly<Record<number, string>> = {
  0: 'nothing', 1: 'one row, or the whole of a ratio', 2: 'cents of a dollar, and the half that is rounded up', 100: 'cents to a dollar',
  3: 'the fewest places that the form allows', 9: 'the places of a ratio that programs agree on', 10: 'the most places, and the base of places', 4: 'an address without dollar signs',
};

const formulasOf = (book: Workpaper, sheet: string): readonly string[] =>
  book.host.book.backend.filledCells(book.host.book.findSheet(sheet)!.id).flatMap(({ content: { formula } }) => formula ?? []);

it('Numbers are found in a formula where they are typed, and not where they name a cell, a sheet or a line', () => {
  expect(numbersInFormula('=IF(A1>=7000,"8,600 of 2026",ROUND(\'IRA 2025\'!$D$16*0.06,2))+F8606_2025_T_L18+10^B2')).toEqual([7000, 0.06, 2, 10]);
});

const built = async (): Promise<readonly string[]> => {
  const book = await openSample(accountList);
  expect((await book.actions.build(accountListPlan)).errors).toEqual([]);
  const tracker = await openSample('wb01_physician_row_per_year');
  const plan = { person: 'T', year: [2024, 2025], rounding: 'cents', sources: [{ role: 'year_table', range: 'Backdoor!A3:G9' }] };
  expect((await tracker.actions.build(plan)).errors).toEqual([]);
  const formulas = [...formulasOf(book, '8606 2025 T'), ...formulasOf(tracker, '8606 2024 T'), ...formulasOf(tracker, '8606 2025 T'), ...formulasOf(tracker, '8606 ledger T')];
  expect(formulas.length).toBeGreaterThan(1_000);
  return formulas;
};

it('No formula of a tab or of a ledger holds a typed amount', async () => {
  expect((await built()).filter((formula) => numbersInFormula(formula).some((number) => !(number in arithmetic)))).toEqual([]);
});

/** Every one of them stands in Excel 2007 already, and in LibreOffice. */
const oldFunctions = [
  'ABS', 'ADDRESS', 'AND', 'COLUMN', 'COLUMNS', 'COUNT', 'COUNTA', 'COUNTIF', 'EXACT', 'IF', 'IFERROR', 'INDEX', 'INT', 'ISBLANK', 'ISERROR', 'ISNA', 'ISNUMBER', 'ISTEXT', 'LEN', 'MATCH',
  'MAX', 'MIN', 'MOD', 'N', 'NA', 'NOT', 'OR', 'ROUND', 'ROUNDDOWN', 'ROUNDUP', 'ROW', 'ROWS', 'SUM', 'SUMIF', 'SUMPRODUCT', 'TEXT', 'TRIM', 'UPPER',
];

it('Formulas of tabs use functions that Excel 2016 has, and none of an add-in', async () => {
  const used = new Set((await built()).flatMap((formula) => [...formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, ' ').matchAll(/([A-Za-z_.][\w.]*)\(/g)].map(([, name]) => name!)));
  expect([...used].filter((name) => !oldFunctions.includes(name))).toEqual([]);
});
