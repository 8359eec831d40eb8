import { parseCell, type CellAddress } from '../cells/address';
import type { Person } from '../plan/plan';
import { at, columns, head, positions, rowOfChoice, rowOfEntry, LAYOUT_VERSION } from '../worksheet/positions';
import { form8606Lines } from '../forms/form8606';
import { lineName, sourceNumber } from '../worksheet/names';
import { Refusal } from '../engine/refusal';

/** A tab of an earlier build, as it stands now: its cells have moved with their sources, and notes have been written in it. */
export interface ExistingTab {
  readonly sheet: string;
  /** Formulas and constants from A1 to the end of what the tab uses. */
  readonly formulas: readonly (readonly unknown[])[];
  /** The rows and columns, from A1, that the earlier build wrote. What lies beyond is the preparer's. */
  readonly owned: { readonly rows: number; readonly columns: number };
  readonly support: readonly ExistingSupportRow[];
  readonly line4TakesLatest: boolean;
  readonly sourceNames: readonly { readonly number: number; readonly range: string }[];
}

export interface ExistingSupportRow {
  /** Null where the source cell was deleted from its sheet. */
  readonly cell: CellAddress | null;
  readonly key: string;
}

const textAt = (formulas: ExistingTab['formulas'], row: number, column: number): string => String(formulas[row - 1]?.[column - 1] ?? '');

/** What the status cell of a tab says from the moment it is added until it is whole. */
export const unfinishedStamp = (buildId: string): string => `UNFINISHED (${buildId}): delete this tab`;
/** What the status cell of a tab that stood before says while it is written again. Nobody deletes such a tab: it is built again. */
export const updatingStamp = (buildId: string): string => `BEING UPDATED (${buildId}): build again`;
export const isStampOf = (status: unknown, buildId: string): boolean => status === unfinishedStamp(buildId);
export const isUnfinished = (status: unknown): boolean => typeof status === 'string' && /^UNFINISHED \(/.test(status);

export const readExistingTab = (
  sheet: string,
  formulas: ExistingTab['formulas'],
  year: number,
  person: Person,
  names: ReadonlyMap<string, { readonly name: string; readonly formula: string }>,
): ExistingTab => {
  const version = /layout (\d+)/.exec(textAt(formulas, head.ratioPlaces, columns.source))?.[1];
  if (version !== String(LAYOUT_VERSION)) {
    throw new Refusal('CONTRADICTION', 'tab', sheet, `layout ${LAYOUT_VERSION}`,
      `The names of the ${year} worksheet point at the sheet "${sheet}", which is not a tab that this version of IRA Basis can update `
      + `(${version ? `layout ${version}` : 'no layout mark'}, needed: layout ${LAYOUT_VERSION}). Rename or delete that sheet and its F8606_ names, then build again.`);
  }
  refuseMovedLines(sheet, year, person, names);
  const support: ExistingSupportRow[] = [];
  for (let row = positions.firstSupport; textAt(formulas, row, columns.line) !== ''; row += 1) {
    const link = textAt(formulas, row, columns.priorYear).replace(/^=/, '');
    support.push({ cell: link === '' || link.includes('#REF!') ? null : parseCell(link), key: textAt(formulas, row, columns.key) });
  }
  return {
    sheet,
    formulas,
    owned: ownedExtent(formulas),
    support,
    line4TakesLatest: textAt(formulas, rowOfChoice('line4TakesLatest'), columns.thisYear) === 'Yes',
    sourceNames: [...names.values()].flatMap(({ name, formula }) => {
      const number = sourceNumber(name, year, person);
      return number === null ? [] : [{ number, range: formula.replace(/^=/, '').replace(/\$/g, '') }];
    }),
  };
};

/** Lines are written where they always stand. Where rows or columns were put in between, the names would stay behind at other cells. */
const refuseMovedLines = (sheet: string, year: number, person: Person, names: ReadonlyMap<string, { readonly formula: string }>): void => {
  for (const id of form8606Lines) {
    const name = lineName(year, person, id);
    const refersTo = names.get(name.toLowerCase())?.formula.replace(/\$/g, '');
    const cell = at(columns.thisYear, rowOfEntry(id));
    if (refersTo?.endsWith(`!${cell}`)) continue;
    throw new Refusal('CONTRADICTION', 'tab', refersTo ?? 'nothing', cell,
      `On the tab "${sheet}" line ${id} does not stand at ${cell} any more (its name ${name} ${refersTo === undefined ? 'is gone' : `refers to ${refersTo.replace(/^=/, '')}`}): `
      + 'rows or columns were added or taken away, or the name was changed. Undo that, or delete the tab, then build again. Nothing was changed.');
  }
};

/** The plan is the last thing that a build writes, and the columns of earlier years the rightmost. */
const ownedExtent = (formulas: ExistingTab['formulas']): ExistingTab['owned'] => {
  const plan = formulas.findIndex((_, index) => textAt(formulas, index + 1, columns.how).startsWith('PLAN:')) + 1;
  let rows = plan;
  while (['source', 'answer'].includes(textAt(formulas, rows + 1, columns.how))) rows += 1;
  let last: number = columns.firstEarlierYear;
  while (textAt(formulas, head.columnTitles, last + 1).endsWith('without a tab')) last += 1;
  return { rows, columns: last };
};
