/** The whole tab in another program: checks, reasons, status, sums and sentences show there what they show here. */
import { changesOf } from '../../src/host';
import { patchWorkbook, readWorkbook } from '../../src/package';
import { adjustmentId } from '../../src/worksheet/adjustments';
import { head, rowInBlock } from '../../src/worksheet/positions';
import { signOffCell } from '../../src/worksheet/signOff';
import { deductionRows } from '../../src/worksheet/worksheet11';
import { accountList, accountListPlan, workpaper, type Workpaper } from '../support/addIn';
import { closeHosts } from '../support/hostedWorkbook';
import { recalculateWithLibreOffice } from '../support/libreoffice';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

afterEach(closeHosts);

const tab = '8606 2025 T';
const enter = (book: Workpaper, cell: string, value: unknown): Promise<void> => book.write(tab, cell, [[value]]);

/** Part III stands on the tab too: distributions from a Roth IRA beside the sample's other rows. */
const withRoth = { ...accountListPlan, sources: [...accountListPlan.sources, { role: 'roth_distributions', range: "'IRA-1'!A20:D21" }] };
const rothRows = [['Roth distributions', 'Homebuyer', 'Basis in contributions', 'Basis in conversions'], [62000, 9000.5, 20000, 31500.75]];

const situations: readonly { readonly what: string; readonly does: (book: Workpaper) => Promise<void> }[] = [
  { what: 'as it was built', does: async () => undefined },
  {
    what: 'filled in by the preparer, adjusted and signed',
    does: async (book) => {
      for (const [id, value] of [['1099-R', 7000], ['5498 box 1', 7000], ['5498 box 3', 7000.5], ['Filed line 14', 0], ['SEP and SIMPLE', 'yes'], ['4a filed', 7000],
        ['4b filed', 0], ['Age', 50], ['Compensation', 9000], ['Roth contributions', 1000], [deductionRows.covered, 'yes'], [deductionRows.filingStatus, ' MFJ'],
        [deductionRows.otherIncome, 130000.5]] as const) await enter(book, `C${rowInBlock(id)}`, value);
      for (const [number, line, amount] of [[1, '6', 100], [2, 7, 250.5], [3, '2', 10], [4, '4', -0]] as const) {
        await book.write(tab, `A${rowInBlock(adjustmentId(number))}:C${rowInBlock(adjustmentId(number))}`, [[line, 'because', amount]]);
      }
      await enter(book, signOffCell('reviewedBy'), 'M. Reviewer');
      const total = (await book.values(tab, `C${head.controlTotal}`))[0]?.[0];
      await enter(book, signOffCell('controlTotal'), total);
    },
  },
  {
    what: 'with a source that cannot be read, after it was signed, and an adjustment that is not complete',
    does: async (book) => {
      await enter(book, signOffCell('reviewedBy'), 'M. Reviewer');
      await enter(book, signOffCell('controlTotal'), 5);
      await enter(book, `A${rowInBlock(adjustmentId(1))}`, '9');
      await book.write('IRA-1', 'D6', [['see statement']]);
    },
  },
  { what: 'with nothing converted', does: (book) => book.write('IRA-1', 'D16', [[0]]) },
];

describe('LibreOffice shows the same tab', () => {
  for (const { what, does } of situations) {
    it(what, async () => {
      const original = await asXlsx(sampleWorkbook(accountList));
      const book = workpaper(readWorkbook(original));
      await book.write('IRA-1', 'A20:D21', rothRows);
      expect((await book.actions.build(withRoth)).errors).toEqual([]);
      await does(book);
      await book.host.recalculate();
      const saved = patchWorkbook(original, changesOf(book.host.book, 'BASIS').changes);
      const here = readWorkbook(saved).sheets.find(({ name }) => name === tab)!.cells;
      const there = readWorkbook(await recalculateWithLibreOffice(saved)).sheets.find(({ name }) => name === tab)!.cells;
      const formulas = [...here].filter(([, { formula }]) => formula !== undefined);
      expect(formulas.length).toBeGreaterThan(200);
      expect(Object.fromEntries(formulas.map(([cell]) => [cell, shown(there.get(cell)?.value)])))
        .toEqual(Object.fromEntries(formulas.map(([cell, { value }]) => [cell, shown(value)])));
    });
  }
});

/** Programs keep the last digits of a fraction differently, and an empty text as nothing. */
const shown = (value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(12)) : value === undefined || value === '' ? null : value);
