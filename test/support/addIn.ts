import type { EngineFunction } from '../../src/host/backend';
import { actions } from '../../src/office/actions';
import { readWorkbook } from '../../src/package';
import type { WorkbookContent } from '../../src/package/content';
import { hosted, stateOf, type Hosted } from './hostedWorkbook';
import { asXlsx, sampleWorkbook } from './sampleWorkbook';

/** A workbook with the add-in's actions in front of it, through Microsoft's own client. */
export interface Workpaper extends Hosted {
  readonly actions: typeof actions;
  /** Cells, formats and names, as one text to compare. */
  state(): string;
  /** The values of a range, through the client. */
  values(sheet: string, range: string): Promise<unknown[][]>;
  write(sheet: string, range: string, values: unknown[][]): Promise<void>;
}

export function workpaper(content: WorkbookContent, functions: readonly EngineFunction[] = []): Workpaper {
  const book = hosted(content, functions);
  // The add-in finds Excel as a global, as it does in its page; each test opens one workbook at a time.
  (globalThis as { Excel?: typeof Excel }).Excel = book.Excel;
  return {
    ...book,
    actions,
    // A cell without Excel's mark for text looks the same whether it never had the mark or has lost it again.
    state: () => JSON.stringify(stateOf(book.host), (key, value: unknown) => (key === 'quotePrefix' && value === false ? undefined : value)),
    values: (sheet, range) => book.Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem(sheet).getRange(range);
      cells.load('values');
      await context.sync();
      return cells.values as unknown[][];
    }),
    write: (sheet, range, values) => book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(range).values = values;
      await context.sync();
    }),
  };
}

export const openSample = async (id: string): Promise<Workpaper> => workpaper(readWorkbook(await asXlsx(sampleWorkbook(id))));

export const accountList = 'wb02_cpa_account_list';

/** The plan that wb02's selections make. */
export const accountListPlan = {
  person: 'T', name: 'A. Patel', year: 2025,
  sources: [
    { role: 'accounts', range: "'IRA-1'!A4:F12" },
    { role: 'contributions', range: "'IRA-1'!A15:E15" },
    { role: 'conversions', range: "'IRA-1'!A16:E16" },
    { role: 'prior_basis', range: "'IRA-1'!D17" },
  ],
};
