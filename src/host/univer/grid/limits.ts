/**
 * What a person cannot do in the grid, because it could not be put into the file truthfully: said where it is tried, and
 * nothing is changed. What is not named here and would change the workbook in another way than its cells is refused too.
 */

const structure = (what: string): string =>
  `${what} is not possible here: formulas, names and charts elsewhere in the file would have to follow. Do it in Excel, then open the file again.`;

const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/insert-(multi-)?rows?\b|insert-row/, structure('Inserting rows')],
  [/insert-(multi-)?cols?\b|insert-col/, structure('Inserting columns')],
  [/remove-rows?\b|delete-row/, structure('Deleting rows')],
  [/remove-cols?\b|delete-col/, structure('Deleting columns')],
  [/insert-range-move|delete-range-move/, structure('Moving cells aside')],
  [/move-range|move-rows|move-cols|move-columns|reorder-range/, structure('Moving cells')],
  [/worksheet-merge/, 'Merging cells is not possible here; do it in Excel, then open the file again.'],
  [/defined-name/, 'Names are made by the add-in here, or in Excel.'],
  [/protection|permission/, 'Protection is set and taken away in Excel.'],
  [/set-worksheet-order|copy-(work)?sheet/, 'Sheets are moved and copied in Excel.'],
  [/(row|col)-(hidden|visible)|hide-(row|col)|worksheet-hidden|worksheet-show/, 'Rows, columns and sheets are hidden and shown in Excel.'],
  [/frozen|freeze/, 'Panes are frozen in Excel.'],
  [/tab-color|gridlines|right-to-left|default-style|range-theme/, 'The look of a sheet as a whole is set in Excel.'],
  [/text-to-columns|split-text/, 'Text is split into columns in Excel.'],
];

const UNKNOWN = 'This is not possible here; do it in Excel, then open the file again.';

/** Changes of cells and of what is only seen here; all other changes of the workbook are refused. */
const ALLOWED_CHANGES: ReadonlySet<string> = new Set([
  'sheet.mutation.set-range-values',
  'sheet.mutation.set.numfmt',
  'sheet.mutation.remove.numfmt',
  'sheet.mutation.set-worksheet-col-width',
  'sheet.mutation.set-worksheet-row-height',
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.set-worksheet-row-is-auto-height',
  'sheet.mutation.empty',
]);

/** Commands that the host carries out itself, and asks no leave for. */
const CARRIED_OUT = /^sheet\.command\.(insert-sheet|remove-sheet|remove-sheet-confirm|set-worksheet-name)$/;

/** Why a command is refused, or `null`. */
export function refusalOf(id: string): string | null {
  if (CARRIED_OUT.test(id) || ALLOWED_CHANGES.has(id)) return null;
  const isCommand = id.startsWith('sheet.command.');
  if (!isCommand && !id.startsWith('sheet.mutation.')) return null;
  const sentence = REFUSED.find(([pattern]) => pattern.test(id))?.[1];
  return sentence ?? (isCommand ? null : UNKNOWN);
}

/** Menu entries for what is refused above, left out; inserting and deleting stay, since people look for them and are told why. */
export const hiddenMenus: Readonly<Record<string, { readonly hidden: true }>> = Object.fromEntries([
  'sheet.menu.sheet-frozen',
  'sheet.column-header-menu.sheet-frozen',
  'sheet.row-header-menu.sheet-frozen',
  'sheet.contextMenu.permission',
  'sheet.menu.copy-special',
  'sheet.command.paste-col-width',
  'sheet.command.hide-row-confirm',
  'sheet.command.hide-col-confirm',
  'sheet.command.set-selected-rows-visible',
  'sheet.command.set-selected-cols-visible',
  'sheet.command.copy-sheet',
  'sheet.command.set-tab-color',
  'sheet.command.set-worksheet-hidden',
  'ui-sheet.command.show-menu-list',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
].map((id) => [id, { hidden: true }]));
