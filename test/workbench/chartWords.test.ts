import type { SheetView } from '../../src/host/view';
import { chartsInWords } from '../../src/workbench/page/chartWords';

const sheet = (name: string, charts?: readonly string[]): SheetView => ({
  id: name, name, isVisible: true, isProtected: false, isStored: false, tabColor: '', showGridlines: true, frozenRows: 0, frozenColumns: 0, merges: [], columns: [], rows: [],
  ...(charts ? { charts } : {}),
});

describe('What the page says of a chart that it does not show', () => {
  it('is said once, when the tab is built', () => {
    const known = new Set<string>();
    const sheets = [sheet('IRA-1'), sheet('8606 2025 T', ['Pool'])];
    expect(chartsInWords(sheets, known)).toBe('"8606 2025 T" has a chart. This page shows the cells that it is drawn from, and the saved file has the chart.');
    expect(chartsInWords(sheets, known)).toBeNull();
  });

  it('names every tab that was built', () => {
    expect(chartsInWords([sheet('8606 2024 T', ['Pool']), sheet('8606 2025 T', ['Pool'])], new Set())).toBe(
      '"8606 2024 T", "8606 2025 T": 2 charts. This page shows the cells that they are drawn from, and the saved file has the charts.');
  });

  it('is nothing where nothing was drawn', () => {
    expect(chartsInWords([sheet('IRA-1')], new Set())).toBeNull();
  });
});
