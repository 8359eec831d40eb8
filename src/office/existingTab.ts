import { parseCell, type CellAddress } from '../cells/address';
import type { Person } from '../plan/plan';
import { at, columns, head, layoutMark, positions, rowInBlock, rowOfChoice, rowOfEntry, LAYOUT_VERSION } from '../worksheet/positions';
import { adjustmentIds } from '../worksheet/adjustments';
import { tabLines } from '../worksheet/entries';
import { signOff, type SignOffName } from '../worksheet/signOff';
import { quotedText } from '../worksheet/layout';
import { asText } from '../worksheet/tab8606';
import { lineName, sourceNumber } from '../worksheet/names';
import { planWords } from '../worksheet/tail';
import { Refusal } from '../engine/refusal';

/** A tab of an earlier build, as it stands now: its cells have moved with their sources, and notes have been written in it. */
export interface ExistingTab {
  readonly sheet: string;
  /** Formulas and constants from A1 to the end of what the tab uses. */
  readonly formulas: readonly (readonly unknown[])[];
  /** What those cells show. */
  readonly values: readonly (readonly unknown[])[];
  /** The rows and columns, from A1, that the earlier build wrote. What lies beyond is the preparer's. */
  readonly owned: { readonly rows: number; readonly columns: number };
  readonly support: readonly ExistingSupportRow[];
  readonly line4TakesLatest: boolean;
  readonly adjustments: readonly ExistingAdjustment[];
  /** Cells in which somebody wrote over a formula of ours. */
  readonly overwritten: readonly Overwritten[];
  readonly sourceNames: readonly { readonly number: number; readonly range: string }[];
}

export interface ExistingSupportRow {
  /** Null where the source cell was deleted from its sheet. */
  readonly cell: CellAddress | null;
  readonly key: string;
  /** What it counted for at the last build; null where it counted for nothing. */
  readonly counted: number | null;
}

/** An adjustment of the preparer's as it shows: what is not typed is null, and what is no amount is no number. */
export interface ExistingAdjustment {
  readonly line: string | null;
  readonly reason: string | null;
  readonly amount: unknown;
}

export interface Overwritten {
  readonly cell: string;
  /** What the row is about, in the words of the tab. */
  readonly what: string;
  readonly found: string;
}

const textAt = (formulas: ExistingTab['formulas'], row: number, column: number): string => String(formulas[row - 1]?.[column - 1] ?? '');

/** What the status cell of a tab says from the moment it is added until it is whole. */
export const unfinishedStamp = (buildId: string): string => `UNFINISHED (${buildId}): delete this tab`;
/** What a name of a new tab says before its sheet is added: so a sheet that was added and never stamped is known for ours. */
export const begunMark = (title: string): string => `=${quotedText(`UNFINISHED: ${title}`)}`;
/** The title in such a mark; null for any other formula. */
export const titleBegun = (formula: string): string | null => /^="UNFINISHED: (.*)"$/.exec(formula)?.[1]?.replace(/""/g, '"') ?? null;
/** What the status cell of a tab that stood before says while it is written again. Nobody deletes such a tab: it is built again. */
export const updatingStamp = (buildId: string): string => `BEING UPDATED (${buildId}): build again`;
export const isStampOf = (status: unknown, buildId: string): boolean => status === unfinishedStamp(buildId);
export const isUnfinished = (status: unknown): boolean => typeof status === 'string' && /^UNFINISHED \(/.test(status);

export const readExistingTab = (
  sheet: string,
  formulas: ExistingTab['formulas'],
  values: ExistingTab['values'],
  year: number,
  person: Person,
  names: ReadonlyMap<string, { readonly name: string; readonly formula: string }>,
): ExistingTab => {
  refuseOtherLayout(sheet, textAt(formulas, layoutMark.row, layoutMark.column));
  refuseMovedLines(sheet, year, person, names);
  const support: ExistingSupportRow[] = [];
  for (let row = positions.firstSupport; textAt(formulas, row, columns.line) !== ''; row += 1) {
    const link = textAt(formulas, row, columns.priorYear).replace(/^=/, '');
    support.push({ cell: link === '' || link.includes('#REF!') ? null : parseCell(link), key: textAt(formulas, row, columns.key), counted: countedAt(formulas, row) });
  }
  return {
    sheet,
    formulas,
    values,
    owned: ownedExtent(formulas),
    support,
    line4TakesLatest: textAt(formulas, rowOfChoice('line4TakesLatest'), columns.thisYear) === 'Yes',
    adjustments: adjustmentsIn(values),
    overwritten: overwrittenIn(formulas, positions.firstSupport + support.length - 1),
    sourceNames: [...names.values()].flatMap(({ name, formula }) => {
      const number = sourceNumber(name, year, person);
      return number === null ? [] : [{ number, range: formula.replace(/^=/, '').replace(/\$/g, '') }];
    }),
  };
};

/**
 * Notes stand beside rows, and another layout has other rows there: a tab of another layout is kept as it is. It goes on being
 * what next year's line 2 is linked to, for names outlive a layout.
 */
const refuseOtherLayout = (sheet: string, mark: string): void => {
  const layout = /layout (\d+)/.exec(mark)?.[1];
  if (layout === String(LAYOUT_VERSION)) return;
  const builtBy = layout === undefined
    ? 'has no mark of IRA Basis where one should be'
    : `was built by ${Number(layout) < LAYOUT_VERSION ? 'an earlier' : 'a later'} version of IRA Basis (layout ${layout}; this one writes layout ${LAYOUT_VERSION})`;
  throw new Refusal('CONTRADICTION', 'tab', sheet, `layout ${LAYOUT_VERSION}`,
    `The tab "${sheet}" ${builtBy}, so it cannot be updated: its notes would end up beside other lines. To keep it as it is, copy the sheet first (right-click its tab, `
    + `Move or Copy, Create a copy). Then delete "${sheet}" and build again. Nothing was changed.`);
};

const countedAt = (formulas: ExistingTab['formulas'], row: number): number | null => {
  const counted = formulas[row - 1]?.[columns.engine - 1];
  return typeof counted === 'number' ? counted : null;
};

const shownAt = (values: ExistingTab['values'], row: number, column: number): unknown => values[row - 1]?.[column - 1] ?? '';

/** What stands as the amount of a row of a block. */
export const shownInBlock = ({ values }: Pick<ExistingTab, 'values'>, id: string): unknown => shownAt(values, rowInBlock(id), columns.thisYear);

/** What stands there: a formula, what was typed, or nothing. */
export const amountFormula = ({ formulas }: Pick<ExistingTab, 'formulas'>, id: string): unknown => formulas[rowInBlock(id) - 1]?.[columns.thisYear - 1] ?? '';

/** What the preparer typed there as an amount; null where nothing was. */
export const amountTyped = (tab: Pick<ExistingTab, 'values'>, id: string): number | null => {
  const shown = shownInBlock(tab, id);
  return typeof shown === 'number' ? shown : null;
};

/** What stands in a cell of the sign-off. */
export const signedAs = ({ values }: Pick<ExistingTab, 'values'>, name: SignOffName): unknown => shownAt(values, signOff[name].row, columns.note);

const adjustmentsIn = (values: ExistingTab['values']): readonly ExistingAdjustment[] => adjustmentIds.map((id) => {
  const typed = (column: number): unknown => {
    const shown = shownAt(values, rowInBlock(id), column);
    return shown === '' ? null : shown;
  };
  const [line, reason] = [typed(columns.line), typed(columns.description)];
  return { line: line === null ? null : String(line), reason: reason === null ? null : String(reason), amount: typed(columns.thisYear) };
});

/**
 * Beside each formula of the form and of the blocks its text was kept when it was built, and a support row that counts has a
 * formula. Where something else stands now, somebody wrote over it; the next build puts the formula back, and says so.
 */
const overwrittenIn = (formulas: ExistingTab['formulas'], lastSupport: number): readonly Overwritten[] => {
  const found: Overwritten[] = [];
  for (let row = head.columnTitles + 1; row <= lastSupport; row += 1) {
    const there = textAt(formulas, row, columns.thisYear);
    const inSupport = row >= positions.firstSupport;
    const whole = inSupport
      ? textAt(formulas, row, columns.key) === '' || there.startsWith('=')
      : row > positions.supportTitles - 2 || textAt(formulas, row, columns.how) === '' || isSameFormula(there, textAt(formulas, row, columns.how));
    if (whole) continue;
    const line = textAt(formulas, row, columns.line);
    found.push({
      cell: at(columns.thisYear, row),
      what: inSupport ? `the support row of line ${line}` : line === '' ? `"${textAt(formulas, row, columns.description)}"` : `line ${line}`,
      found: there,
    });
  }
  return found;
};

const isSameFormula = (there: string, built: string): boolean => {
  const plain = (formula: string): string => asText(formula).replace(/\s/g, '').toUpperCase();
  return there.startsWith('=') && plain(there) === plain(built);
};

/** Lines are written where they always stand. Where rows or columns were put in between, the names would stay behind at other cells. */
const refuseMovedLines = (sheet: string, year: number, person: Person, names: ReadonlyMap<string, { readonly formula: string }>): void => {
  for (const id of tabLines) {
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
  while (Object.values<string>(planWords).includes(textAt(formulas, rows + 1, columns.how))) rows += 1;
  let last: number = columns.firstEarlierYear;
  while (textAt(formulas, head.columnTitles, last + 1).endsWith('without a tab')) last += 1;
  return { rows, columns: last };
};
