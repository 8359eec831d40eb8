import { withoutDates } from '../cells/date';
import { yearsIn } from '../cells/year';
import { quoted } from '../cells/quoted';
import { onlyYear, type SourceContext } from './context';
import { textOf, type GridCell } from './grid';
import type { YearFound } from './judgement';

/** The year that a whole sheet is of, and how that is known. */
export type SheetYear = { readonly found: YearFound; readonly says: string };

/**
 * The sheet's name says it ("2024", "8606 TY24"), or else a title above the items, or else the plan, where it asks for one
 * year only. Two years in one place are a question.
 */
export function yearOfSheet(context: SourceContext, titles: readonly GridCell[]): SheetYear {
  const { sheet } = context.grid;
  const inName = yearsIn(sheet);
  const [named] = inName;
  if (inName.length > 1) return unclear(`The sheet's name ${quoted(sheet)} names several years.`);
  if (named !== undefined) return { found: { kind: 'year', year: named }, says: `of ${named}, as the sheet is named` };
  const inTitles = [...new Set(titles.flatMap((cell) => yearsIn(withoutDates(textOf(cell)))))];
  const [titled] = inTitles;
  if (inTitles.length > 1) return unclear(`The titles above the items name the years ${inTitles.join(' and ')}.`);
  if (titled !== undefined) return { found: { kind: 'year', year: titled }, says: `of ${titled}, as its title says` };
  const only = onlyYear(context);
  return only === null ? unclear('Nothing says which year these items are of.') : { found: { kind: 'year', year: only }, says: `of ${only}, which the plan asks for` };
}

const unclear = (why: string): SheetYear => ({ found: { kind: 'unclear', why }, says: '' });
