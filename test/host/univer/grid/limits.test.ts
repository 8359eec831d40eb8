/** What the grid refuses, by the names that Univer 0.25.1 gives its commands and changes. */
import { hiddenMenus, refusalOf } from '../../../../src/host/univer/grid/limits';

describe('Refused, with a sentence', () => {
  it.each([
    ['sheet.command.insert-row-before', /^Inserting rows is not possible here/],
    ['sheet.command.insert-multi-rows-above', /^Inserting rows/],
    ['sheet.command.insert-col-after', /^Inserting columns/],
    ['sheet.command.insert-multi-cols-left', /^Inserting columns/],
    ['sheet.command.remove-row-confirm', /^Deleting rows/],
    ['sheet.command.remove-col-by-range', /^Deleting columns/],
    ['sheet.command.insert-range-move-down-confirm', /^Moving cells aside/],
    ['sheet.command.delete-range-move-left', /^Moving cells aside/],
    ['sheet.command.move-range', /^Moving cells is/],
    ['sheet.mutation.move-range', /^Moving cells is/],
    ['sheet.command.add-worksheet-merge-all', /^Merging cells/],
    ['sheet.command.set-defined-name', /^Names are made/],
    ['sheet.command.copy-sheet', /^Sheets are moved and copied/],
    ['sheet.command.set-row-frozen', /^Panes are frozen/],
    ['sheet.command.set-col-hidden', /^Rows, columns and sheets are hidden/],
    ['sheet.mutation.insert-row', /^Inserting rows/],
    ['sheet.mutation.set-tab-color', /^The look of a sheet/],
  ])('%s', (id, sentence) => {
    expect(refusalOf(id)).toMatch(sentence);
  });

  it('whatever would change the workbook in a way that nobody thought of', () => {
    expect(refusalOf('sheet.mutation.something-new')).toBe('This is not possible here; do it in Excel, then open the file again.');
  });
});

describe('Not refused', () => {
  it.each([
    'sheet.command.set-range-values', 'sheet.mutation.set-range-values', 'sheet.mutation.set.numfmt', 'sheet.command.auto-fill',
    'sheet.command.clear-selection-content', 'sheet.command.paste-value', 'sheet.mutation.set-worksheet-col-width', 'sheet.command.scroll-view',
    'sheet.command.move-selection', 'sheet.operation.set-selections', 'sheet.command.set-bold', 'doc.command.insert-text', 'univer.command.undo',
    'formula.mutation.set-array-formula-data',
  ])('%s', (id) => {
    expect(refusalOf(id)).toBeNull();
  });

  it.each(['sheet.command.insert-sheet', 'sheet.command.remove-sheet', 'sheet.command.set-worksheet-name'])('%s, which the host carries out', (id) => {
    expect(refusalOf(id)).toBeNull();
  });
});

it('Menus keep inserting and deleting, so that people find the sentence, and leave out what nobody needs to try', () => {
  expect(Object.keys(hiddenMenus)).toEqual(expect.arrayContaining(['sheet.command.copy-sheet', 'sheet.contextMenu.permission']));
  expect(Object.keys(hiddenMenus).filter((id) => /insert|remove/.test(id))).toEqual([]);
});
