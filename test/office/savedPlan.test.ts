import fc from 'fast-check';
import { build } from '../../src/office/build';
import { savedTab, type SavedTab } from '../../src/office/savedPlan';
import { pick } from '../../src/office/selection';
import { readWorkbook } from '../../src/package';
import { detailsOfSource, validatePlan, type Plan } from '../../src/plan/plan';
import { sourceName } from '../../src/worksheet/names';
import { head } from '../../src/worksheet/positions';
import { tailRows } from '../../src/worksheet/tail';
import { aSheet, aWorkbook, closeHosts, hosted, type Hosted } from '../support/hostedWorkbook';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

const wb02 = sampleWorkbook('wb02_cpa_account_list');

const opened = async (): Promise<Hosted> => {
  const book = hosted(readWorkbook(await asXlsx(wb02)));
  Object.assign(globalThis, { Excel: book.Excel });
  return book;
};

const plan = {
  person: 'T', name: 'A. Patel, MD', year: 2025, rounding: 'cents', ratioPlaces: 5,
  sources: wb02.selections.map(({ role, sheet: on, range }) => ({ role, sheet: on, range })),
  answers: { '\'IRA-1\'!D11': 'exclude', '\'IRA-1\'!D15': { deducted: '0' } },
};

/** The plan as a tab keeps it, read back with each range where it is now. */
const readBack = (made: Plan, now: (range: string) => string = (range) => range): SavedTab => {
  const sources = made.sources.map((source, index) => ({ ...source, number: index + 1, details: detailsOfSource(source), rows: 2, columns: 5, filled: 9 }));
  const { contents, lastRow } = tailRows({
    person: 'T', year: 2025, sepOrSimple: made.sepOrSimple ?? null, sources, built: '', changes: [], notes: [], answers: Object.entries(made.answers).map(([cell, answer]) => ({ cell, choice: JSON.stringify(answer) })),
  }, 1);
  const formulas = Array.from({ length: lastRow }, (_, row) => Array.from({ length: 16 }, (__, column) => contents.find((one) => one.row === row + 1 && one.column === column + 1)?.content ?? ''));
  const headOfTab = Array.from({ length: head.columnTitles }, (_, row) => ['', '', { [head.client]: made.name, [head.rounding]: made.rounding, [head.ratioPlaces]: made.ratioPlaces }[row + 1] ?? '']);
  return savedTab('8606 2025 T', 2025, 'T', { head: { formulas: headOfTab, rowIndex: 0, columnIndex: 0 }, tail: { formulas, rowIndex: 0, columnIndex: 0 } },
    new Map(made.sources.map(({ range }, index) => [sourceName(2025, 'T', index + 1).toLowerCase(), `=${now(range)}`])));
};

afterEach(() => {
  closeHosts();
  Reflect.deleteProperty(globalThis, 'Excel');
});

describe('The plan that a tab keeps', () => {
  it('is read back as it was, from the tab that a build of it made', async () => {
    await opened();
    expect((await build(plan)).errors).toEqual([]);
    const found = await pick.tabs();
    expect(found.ok && found.tabs).toEqual([{ year: 2025, person: 'T', sheet: '8606 2025 T', plan: validatePlan(plan)[0], problems: [], lost: [] }]);
  });

  /** Every kind of thing that a plan can say of a range and of a cell. */
  const log = (): void => {
    const book = hosted(aWorkbook([aSheet('Log', { A1: 'Owner', B1: 'Type', C1: 'Value 12/31', D1: 'T', E1: 'S', A2: 'T', B2: 'Traditional IRA', C2: 100, D2: 7000, E2: 6500 })]));
    Object.assign(globalThis, { Excel: book.Excel });
  };
  const person = fc.constantFrom('T', 'S');
  const sourceDetails = fc.record({
    owner: person, ownerColumn: fc.constantFrom('A', 'B'), owners: fc.dictionary(fc.constantFrom('C', 'D', 'E'), fc.constantFrom('T', 'S', 'ignore'), { minKeys: 1 }), note: fc.constantFrom('as told', '=1+1', '"quoted"'),
  }, { requiredKeys: [] });
  const answers = fc.dictionary(fc.constantFrom('Log!A2', 'Log!B2', 'Log!C2', 'Log!D2'), fc.oneof(
    fc.constantFrom('include', 'exclude', 'zero'),
    fc.record({
      amount: fc.constantFrom('6500', '-0.01'), owner: person, year: fc.constantFrom(2024, 2025), column: fc.constant('converted'), counts: fc.boolean(), scale: fc.constantFrom(1, 1000),
      deducted: fc.constant('100'), late: fc.constant('5'), contributionBasis: fc.constant('1'), conversionBasis: fc.constant('2'),
    }, { requiredKeys: ['amount'] }),
  ), { maxKeys: 4 });

  it('holds whatever a plan can say of a range and of a cell', () => {
    fc.assert(fc.property(fc.array(sourceDetails, { minLength: 1, maxLength: 3 }), answers, fc.constantFrom(undefined, 'none', 'in a range'), (details, given, sepOrSimple) => {
      const [made] = validatePlan({ person: 'T', year: 2025, sources: details.map((one, index) => ({ role: 'accounts', range: `Log!A${index + 1}:E${index + 2}`, ...one })), answers: given, sepOrSimple });
      expect(readBack(made!)).toEqual({ year: 2025, person: 'T', sheet: '8606 2025 T', plan: made, problems: [], lost: [] });
    }), { numRuns: 300 });
  });

  it.each<[string, string, string, string, readonly string[]]>([
    ['rows were put in above it', 'Log!A3:E4', 'A', 'A', ['it was Log!A1:E2 and is Log!A3:E4 now. It is read where it is now.']],
    ['its sheet was renamed', "'My log'!A1:E2", 'A', 'A', ["it was Log!A1:E2 and is 'My log'!A1:E2 now. It is read where it is now."]],
    ['columns were put in before it, which move the column of owners', 'Log!C1:G2', 'A', 'C', ['it was Log!A1:E2 and is Log!C1:G2 now. It is read where it is now.']],
  ])('says that a range has moved: %s', (_, now, before, after, says) => {
    const [made] = validatePlan({ person: 'T', year: 2025, sources: [{ role: 'accounts', range: 'Log!A1:E2', ownerColumn: before, owners: { D: 'T', E: 'S' } }] });
    const { plan: found, problems } = readBack(made!, () => now);
    expect(problems).toEqual(says.map((one) => `A range that the tab "8606 2025 T" was built from (role "accounts") has moved: ${one}`));
    expect(found?.sources.map(({ range, ownerColumn }) => [range, ownerColumn])).toEqual([[now, after]]);
  });

  it('does not guess whose the columns are once there are more or fewer of them', () => {
    const [made] = validatePlan({ person: 'T', year: 2025, sources: [{ role: 'accounts', range: 'Log!A1:E2', owners: { D: 'T', E: 'S' } }, { role: 'fmv', range: 'Log!C2' }] });
    const { plan: found, problems, lost } = readBack(made!, (range) => (range === 'Log!A1:E2' ? 'Log!A1:F2' : range));
    expect(problems).toEqual(['A range that the tab "8606 2025 T" was built from (role "accounts") had columns of its own for each person and has gained or lost columns: '
      + 'it was Log!A1:E2 and is Log!A1:F2 now. Select it again.']);
    expect(found?.sources.map(({ role }) => role)).toEqual(['fmv']);
    expect(lost).toEqual([{ role: 'accounts', why: problems[0] }]);
  });

  it('keeps whose a range is when the workbook is opened again and built from it', async () => {
    log();
    const owned = { person: 'T', year: 2025, rounding: 'cents', sources: [{ role: 'accounts', range: 'Log!A1:C2', ownerColumn: 'A' }, { role: 'contributions', range: 'Log!D1:E2', owners: { D: 'T', E: 'S' } }], answers: { 'Log!D2': { deducted: '0' } } };
    expect((await build(owned)).errors).toEqual([]);
    const found = await pick.tabs();
    const [tab] = found.ok ? found.tabs : [];
    expect([tab?.plan, tab?.problems]).toEqual([validatePlan(owned)[0], []]);
    const again = await build(tab?.plan);
    expect([again.errors, again.tabs[0]?.lines['1'], again.tabs[0]?.changes]).toEqual([[], 7000, []]);
  });

  it('reports a range whose name refers to nothing any more, and keeps the others', async () => {
    const book = await opened();
    await build(plan);
    await book.Excel.run(async (context) => {
      context.workbook.names.getItem('F8606_2025_T_S3').delete();
      await context.sync();
    });
    const found = await pick.tabs();
    const [tab] = found.ok ? found.tabs : [];
    expect(tab?.plan?.sources.map(({ role }) => role)).toEqual(['accounts', 'contributions', 'prior_basis']);
    const why = 'A range that the tab "8606 2025 T" was built from (role "conversions") is no longer in the workbook: it was \'IRA-1\'!A16:E16. Select it again.';
    expect([tab?.problems, tab?.lost]).toEqual([[why], [{ role: 'conversions', why }]]);
  });

  it('is said to be unreadable, and not half taken, where somebody has changed an answer to what is none', async () => {
    const book = await opened();
    await build(plan);
    await book.Excel.run(async (context) => {
      const tab = context.workbook.worksheets.getItem('8606 2025 T').getRange().getUsedRangeOrNullObject(true);
      tab.load('formulas,rowIndex,columnIndex');
      await context.sync();
      const row = tab.formulas.findIndex((cells: unknown[]) => cells.includes('"exclude"'));
      const column = (tab.formulas[row] as unknown[]).indexOf('"exclude"');
      tab.getCell(row, column).values = [['leave it']];
      await context.sync();
    });
    const found = await pick.tabs();
    const [tab] = found.ok ? found.tabs : [];
    expect(tab?.plan).toBeNull();
    expect(tab?.problems).toEqual([expect.stringMatching(/^What the tab "8606 2025 T" was built from cannot be read: an answer in it is not as it was written\. Select the ranges again\.$/) as string]);
  });
});
