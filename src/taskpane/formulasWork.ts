import type { CellsReport, SheetCount } from '../office/cellsReport';
import type { Scope } from '../office/convertToValues';
import type { ReportedError } from '../office/failures';
import { inThousands } from './amounts';

/** What is done to formulas that use our functions, wherever they stand in the workbook. */
export type FormulasTask = { readonly kind: 'repairing' } | { readonly kind: 'converting'; readonly of: Conversion };

/** Which formulas become values. A selection is named, for it may move before the second press. */
export type Conversion = { readonly scope: Exclude<Scope, 'selection'> } | { readonly scope: 'selection'; readonly range: string };

/** How far it has come. `moved`: the selection is no longer what it was when it was asked about. */
export type FormulasState =
  | { readonly kind: 'asked'; readonly of: Conversion; readonly moved: boolean }
  | { readonly kind: 'going on'; readonly task: FormulasTask }
  | { readonly kind: 'done'; readonly task: FormulasTask; readonly report: CellsReport }
  | { readonly kind: 'refused'; readonly error: ReportedError };

/** What is about to happen, in words that name what cannot be taken back. */
export const conversionInWords = (of: Conversion, moved: boolean): string => [
  ...(moved ? ['The selection has moved since you were asked; nothing was changed.'] : []),
  `Formulas that use BASIS functions in ${placeOf(of)} will be replaced by what they show, and follow no later change.`,
  'Excel cannot always undo this: keep a copy if the formulas will be needed.',
].join(' ');

export const goingOnInWords = ({ kind }: FormulasTask): string => (kind === 'repairing' ? 'Repairing formulas.' : 'Converting to values.');

/** What was done, in sentences: how many formulas and where, how many sheets and cells were left. */
export const doneInWords = (task: FormulasTask, { changed, sheets, skipped, left }: CellsReport): string => [
  ...(changed === 0 ? [nothingDone(task, skipped.length + left.length === 0)] : [`${formulas(changed)} ${verb(task, changed)}${onSheets(sheets)}.`]),
  ...(skipped.length === 0 ? [] : [skipped.length === 1 ? '1 sheet was left as it is.' : `${inThousands(skipped.length)} sheets were left as they are.`]),
  ...(left.length === 0 ? [] : [left.length === 1 ? '1 cell needs a look.' : `${inThousands(left.length)} cells need a look.`]),
].join(' ');

const placeOf = (of: Conversion): string => (of.scope === 'selection' ? of.range : 'the whole workbook');

const verb = ({ kind }: FormulasTask, count: number): string =>
  (kind === 'repairing' ? `${count === 1 ? 'was' : 'were'} entered anew` : `became ${count === 1 ? 'a value' : 'values'}`);

const nothingDone = (task: FormulasTask, nothingFound: boolean): string => {
  if (task.kind === 'repairing') return nothingFound ? 'No formula needs repair.' : 'No formula was entered anew.';
  return nothingFound ? `No formula in ${placeOf(task.of)} uses a BASIS function.` : 'No formula became a value.';
};

const onSheets = (sheets: readonly SheetCount[]): string => {
  const [only, ...others] = sheets;
  if (only && others.length === 0) return ` on the sheet "${only.sheet}"`;
  return `: ${sheets.map(({ sheet, cells }) => `${inThousands(cells)} on "${sheet}"`).join(', ')}`;
};

const formulas = (count: number): string => (count === 1 ? '1 formula' : `${inThousands(count)} formulas`);
