/** A view of a workbook as Univer's grid takes it: lengths in pixels, values with their types, formulas as Excel shows them. */
import type { CellView, SheetView } from '../../../../src/host/view';
import { columnDataOf, contentData, rowDataOf, sheetDataOf, styleOf, workbookDataOf } from '../../../../src/host/univer/grid/sheetData';

const sheet = (rest: Partial<SheetView> = {}): SheetView => ({
  id: 's1', name: 'IRA-1', isVisible: true, isProtected: false, isStored: true, tabColor: '', showGridlines: true, frozenRows: 0, frozenColumns: 0,
  merges: [], columns: [], rows: [], ...rest,
});
const cell = (rest: Partial<CellView>): CellView => ({ row: 0, column: 0, value: null, look: {}, ...rest });

describe('A cell', () => {
  it.each([
    [cell({ value: 12.5 }), { v: 12.5, t: 2, f: null }],
    [cell({ value: '007' }), { v: '007', t: 1, f: null }],
    [cell({ value: true }), { v: 1, t: 3, f: null }],
    [cell({ value: { error: '#N/A' }, formula: '=NA()' }), { v: '#N/A', t: 1, f: '=NA()' }],
    [cell({ value: 7, formula: '=Rate*2' }), { v: 7, t: 2, f: '=Rate*2' }],
    [cell({}), { v: null, t: null, f: null }],
  ])('%j has its value with its type, and its formula as Excel shows it', (view, data) => {
    expect(contentData(view)).toMatchObject(data);
  });

  it('with an error or a truth value stands in the middle, unless its look says otherwise', () => {
    expect(styleOf(cell({ value: { error: '#N/A' } })).ht).toBe(2);
    expect(styleOf(cell({ value: false })).ht).toBe(2);
    expect(styleOf(cell({ value: false, look: { horizontal: 'right' } })).ht).toBe(3);
    expect(styleOf(cell({ value: 1 })).ht).toBeNull();
  });
});

describe('A sheet', () => {
  it('has Excel\'s sizes: 48 points are 64 pixels, 15 are 20', () => {
    expect(sheetDataOf(sheet(), [])).toMatchObject({ defaultColumnWidth: 64, defaultRowHeight: 20 });
    expect(sheetDataOf(sheet({ defaultWidth: 60, defaultHeight: 16.5 }), [])).toMatchObject({ defaultColumnWidth: 80, defaultRowHeight: 22 });
  });

  it('lays later widths over earlier ones, and ends stretches where the grid ends', () => {
    const columns = [{ first: 0, last: 16_383, width: 48 }, { first: 1, last: 1, width: 96 }, { first: 2, last: 2, hidden: true }];
    expect(columnDataOf(sheet({ columns }), 4)).toEqual({ 0: { w: 64 }, 1: { w: 128 }, 2: { w: 64, hd: 1 }, 3: { w: 64 } });
  });

  it('keeps heights and hides rows', () => {
    expect(rowDataOf(sheet({ rows: [{ index: 1, height: 30 }, { index: 1, hidden: true }, { index: 4, hidden: true }] })))
      .toEqual({ 1: { h: 40, ia: 0, hd: 1 }, 4: { hd: 1 } });
  });

  it('is frozen where the view says, and nowhere else', () => {
    expect(sheetDataOf(sheet({ frozenRows: 4 }), []).freeze).toEqual({ xSplit: 0, ySplit: 4, startRow: 4, startColumn: -1 });
    expect(sheetDataOf(sheet(), []).freeze).toEqual({ xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 });
  });
});

it('Cells of a workbook that look alike share one style', () => {
  const data = workbookDataOf('grid-1', {
    sheets: [sheet()],
    cells: { s1: [cell({ value: 1, look: { bold: true } }), cell({ row: 1, value: 2, look: { bold: true } }), cell({ row: 2, value: 3 })] },
    selection: { sheet: 's1', area: { top: 0, left: 0, bottom: 0, right: 0 } },
  });
  const [first, second, third] = [0, 1, 2].map((row) => data.sheets['s1']!.cellData![row]![0]!.s);
  expect(first).toBe(second);
  expect(third).not.toBe(first);
  expect(Object.keys(data.styles)).toHaveLength(2);
});
