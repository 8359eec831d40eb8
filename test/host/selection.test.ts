/** The selection of the person, as an add-in hears of it through the real client. */
import { client } from '../support/screen';
import { closeHosts, hosted } from '../support/hostedWorkbook';

afterEach(closeHosts);

const selected = (excel: typeof Excel): Promise<string> => excel.run(async (context) => {
  const range = context.workbook.getSelectedRange();
  range.load('address');
  await context.sync();
  return range.address;
});

describe('The selection', () => {
  it('of the person is told to the add-in\'s handler, and not once it was removed', async () => {
    const { host, Excel } = hosted(client());
    const heard: string[] = [];
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.onSelectionChanged.add(async () => {
        heard.push(await selected(Excel));
      });
      await context.sync();
      return added;
    });
    const [sheet] = host.book.worksheets;
    host.select({ sheet: sheet!, area: { top: 3, left: 0, bottom: 11, right: 5 } });
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    await Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await context.sync();
    });
    host.select({ sheet: sheet!, area: { top: 0, left: 0, bottom: 0, right: 0 } });
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect(heard).toEqual(['Accounts!A4:F12']);
  });

  it('of several areas is no range for the add-in, as in Excel', async () => {
    const { host, Excel } = hosted(client());
    host.select({ sheet: host.book.worksheets[0]!, area: { top: 0, left: 0, bottom: 0, right: 0 }, isSeveral: true });
    const code = await Excel.run(async (context) => {
      context.workbook.getSelectedRange().load('address');
      await context.sync();
      return 'none';
    }).catch((error: OfficeExtension.Error) => error.code);
    expect(code).toBe('InvalidSelection');
  });
});
