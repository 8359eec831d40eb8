/** The real Office.js client builds a tab of three lines on the host; every single action of it is made to fail in turn. */
import { HostFault, loadClient, type ActionInfo } from '../../src/host';
import { aSheet, aWorkbook, clientPath, closeHosts, hosted, stateOf, type Hosted } from '../support/hostedWorkbook';

afterEach(closeHosts);

const clientFile = () => hosted(aWorkbook([aSheet('IRA data', { A1: 'Contributed', B1: 7000, A2: 'Basis before', B2: 500 })]));

/** Line 3 is 7,000 + 500, from cells of the user's own sheet. */
async function build({ Excel }: Hosted): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('8606 2025 T');
    sheet.getRange('A1').values = [['UNFINISHED']];
    sheet.load('id');
    await context.sync();
    const lines = sheet.getRange('A2:B4');
    lines.formulas = [['Line 1', "='IRA data'!B1"], ['Line 2', "='IRA data'!B2"], ['Line 3', '=B2+B3']];
    sheet.getRange('B2:B4').numberFormat = [['#,##0'], ['#,##0'], ['#,##0.00']];
    sheet.getRange('A2:B4').format.font.bold = true;
    context.workbook.names.add('F8606_2025_T_L3', sheet.getRange('B4'));
    sheet.getRange('A1').values = [['Form 8606']];
    await context.sync();
  });
}

const cleanUp = ({ Excel }: Hosted) =>
  Excel.run(async (context) => {
    context.workbook.names.getItemOrNullObject('F8606_2025_T_L3').delete();
    context.workbook.worksheets.getItemOrNullObject('8606 2025 T').delete();
    await context.sync();
  });

const readLines = ({ Excel }: Hosted) =>
  Excel.run(async (context) => {
    const lines = context.workbook.names.getItem('F8606_2025_T_L3').getRange().worksheet.getRange('A1:B4');
    lines.load('values, formulas, text, address, numberFormat');
    await context.sync();
    const { values, formulas, text, address, numberFormat } = lines;
    return { values, formulas, text, address, numberFormat };
  });

describe('A tab of three lines, built by the real client', () => {
  it('shows the values of its live formulas', async () => {
    const book = clientFile();
    await build(book);
    expect(await readLines(book)).toEqual({
      address: "'8606 2025 T'!A1:B4",
      values: [['Form 8606', ''], ['Line 1', 7000], ['Line 2', 500], ['Line 3', 7500]],
      formulas: [['Form 8606', ''], ['Line 1', "='IRA data'!B1"], ['Line 2', "='IRA data'!B2"], ['Line 3', '=B2+B3']],
      text: [['Form 8606', ''], ['Line 1', '7,000'], ['Line 2', '500'], ['Line 3', '7,500.00']],
      numberFormat: [['General', 'General'], ['General', '#,##0'], ['General', '#,##0'], ['General', '#,##0.00']],
    });
  });

  it('follows the cells that it refers to', async () => {
    const book = clientFile();
    await build(book);
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('IRA data').getRange('B2').values = [[1500]];
      await context.sync();
    });
    expect((await readLines(book)).values[3]).toEqual(['Line 3', 8500]);
  });

  it('takes two batches, the release of ranges not counted', async () => {
    const book = clientFile();
    await build(book);
    expect(book.host.batches).toBe(2);
  });
});

describe('The bridge', () => {
  it('gives an error back where the host breaks down, so that the client does not wait for ever', async () => {
    const book = clientFile();
    const { Excel } = loadClient({ host: { answer: () => Promise.reject(new Error('out of order')) }, path: clientPath });
    await expect(Excel.run(async (context) => {
      context.workbook.worksheets.add('Tab');
      await context.sync();
    })).rejects.toMatchObject({ code: 'GeneralException' });
    expect(book.host.book.worksheets).toHaveLength(1);
  });

  it('answers a request that is no batch by saying so', async () => {
    const answer = await clientFile().host.answer(JSON.stringify({ id: 7, type: 1, flags: 0, message: { url: 'workbook/worksheets', method: 'GET' } }));
    expect(JSON.parse(answer)).toMatchObject({ id: 7, type: 2, message: { statusCode: 404, body: { error: { code: 'ApiNotFound' } } } });
  });
});

describe('A fault at any action of the build', () => {
  /** The actions of one undisturbed build, and the state of the workbook before each of them. */
  async function undisturbed(): Promise<{ readonly actions: readonly ActionInfo[]; readonly states: readonly unknown[] }> {
    const book = clientFile();
    const actions: ActionInfo[] = [];
    const states: unknown[] = [];
    book.host.onAction = (info) => {
      actions.push(info);
      states.push(stateOf(book.host));
    };
    await build(book);
    return { actions, states };
  }

  it('leaves done what came before it, and does nothing after it; a new build then succeeds', async () => {
    const { actions, states } = await undisturbed();
    expect(actions.length).toBeGreaterThan(15);
    for (const [fault, target] of actions.entries()) {
      const book = clientFile();
      let seen = -1;
      book.host.onAction = () => {
        seen += 1;
        if (seen === fault) throw new HostFault('GeneralException');
      };
      await expect(build(book)).rejects.toMatchObject({ code: 'GeneralException', debugInfo: { errorLocation: expect.any(String) } });
      book.host.onAction = null;
      expect({ fault: target, state: calculatedAway(stateOf(book.host)) }).toEqual({ fault: target, state: calculatedAway(states[fault]) });

      await cleanUp(book);
      await build(book);
      expect((await readLines(book)).values[3]).toEqual(['Line 3', 7500]);
    }
  });

  /** States are compared without results: the host calculates at the end of a batch, also of a failed one. */
  function calculatedAway(state: unknown): unknown {
    const { sheets, names } = state as { readonly sheets: readonly { readonly cells: readonly unknown[][] }[]; readonly names: unknown };
    const withoutResults = ([row, column, value, formula]: readonly unknown[]) => (formula === null ? [row, column, value] : [row, column, formula]);
    return { names, sheets: sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(withoutResults) })) };
  }
});
