import { formatCell, parseCell, sameSheet } from '../cells/address';
import { Refusal } from '../engine/refusal';
import { persons, type Person } from '../plan/plan';
import { ledgerPlaces, ledgerTab, ledgerTitles, LEDGER_LAYOUT, LEDGER_YEARS, type LedgerPlace, type LedgerYear } from '../worksheet/ledgerTab';
import { ledgerTitle } from '../worksheet/names';
import { columns } from '../worksheet/positions';
import type { TabContent } from '../worksheet/content';
import type { StandingSheet, WorkbookState } from './readWorkbook';
import { builtTabNames } from './savedPlan';
import { freeTitle } from './titles';
import type { TabToWrite } from './writeTabs';

/** A tab of this build, as far as the ledger of its person needs it. */
export interface BuiltTab {
  readonly content: TabContent;
  readonly title: string;
}

/** A formula of a standing ledger that somebody wrote over. */
export interface OverwrittenInLedger {
  readonly cell: string;
  readonly found: string;
}

export interface LedgerToWrite {
  readonly person: Person;
  readonly write: TabToWrite;
  readonly overwritten: readonly OverwrittenInLedger[];
}

/** The ledgers of a build: for each person of whom many years stand in the workbook, or for whom one stands already. */
export const ledgersOf = (built: readonly BuiltTab[], state: WorkbookState, taken: Set<string>): readonly LedgerToWrite[] => persons.flatMap((person) => {
  const mine = built.filter(({ content }) => content.person === person);
  const [newest] = [...mine].sort((one, other) => other.content.year - one.content.year);
  if (newest === undefined) return [];
  const standing = standingLedger(state, person);
  const years = yearsOfLedger(mine, state, person, standing);
  if (years.length < LEDGER_YEARS && standing === null) return [];
  const layout = ledgerTab({ person, clientName: newest.content.clientName, years: years.map((year, index) => ({ ...year, note: noteFor(year.year, index, standing) })) });
  const title = standing?.sheet ?? freeTitle(ledgerTitle(person), taken);
  taken.add(title.toLowerCase());
  return [{
    person,
    write: {
      layout,
      existing: standing && { sheet: standing.sheet, formulas: standing.formulas, owned: { rows: ledgerPlaces.firstYear + standing.years.length, columns: ledgerPlaces.note } },
      title,
      newNames: standing ? [] : layout.names,
      newSourceNames: [],
    },
    overwritten: standing?.overwritten ?? [],
  }];
});

interface StandingLedger extends StandingSheet {
  readonly years: readonly { readonly year: number; readonly closing: string; readonly note: unknown }[];
  readonly overwritten: readonly OverwrittenInLedger[];
}

const standingLedger = ({ ledgers, unfinished }: WorkbookState, person: Person): StandingLedger | null => {
  const found = ledgers.get(person);
  if (!found || unfinished.includes(found.sheet)) return null;
  const { sheet, formulas } = found;
  if (found.protected) {
    throw new Refusal('CONTRADICTION', 'tab', sheet, 'unprotected',
      `The tab "${sheet}" is protected, so it cannot be updated. Unprotect it (Review, Unprotect Sheet), then build again. Nothing was changed.`);
  }
  const cell = (row: number, column: number): unknown => formulas[row - 1]?.[column - 1] ?? '';
  const mark = String(cell(ledgerPlaces.mark.row, ledgerPlaces.mark.column));
  if (!mark.endsWith(`ledger ${LEDGER_LAYOUT}`) || ledgerTitles.some((title, index) => cell(ledgerPlaces.titles, index + 1) !== title)) {
    throw new Refusal('CONTRADICTION', 'tab', sheet, `ledger ${LEDGER_LAYOUT}`,
      `The tab "${sheet}" does not stand as this version of IRA Basis builds it (rows or columns were added or taken away, or another version built it). Delete it, `
      + 'or delete its name, then build again. Nothing was changed.');
  }
  const years: StandingLedger['years'][number][] = [];
  const overwritten: OverwrittenInLedger[] = [];
  for (let row = ledgerPlaces.firstYear; typeof cell(row, ledgerPlaces.year) === 'number'; row += 1) {
    years.push({ year: cell(row, ledgerPlaces.year) as number, closing: String(cell(row, ledgerPlaces.closing)), note: cell(row, ledgerPlaces.note) });
    for (let column: number = ledgerPlaces.year + 1; column <= ledgerPlaces.lastLive; column += 1) {
      const there = cell(row, column);
      if (there !== '' && !String(there).startsWith('=')) overwritten.push({ cell: formatCell({ sheet, row, column }), found: String(there) });
    }
  }
  return { ...found, years, overwritten };
};

/** Own tabs first, of this build and of earlier ones; then the columns of this build's tabs; then those that the standing ledger knows of others. */
const yearsOfLedger = (mine: readonly BuiltTab[], state: WorkbookState, person: Person, standing: StandingLedger | null): readonly Omit<LedgerYear, 'note'>[] => {
  const places = new Map<number, LedgerPlace>();
  const place = (year: number, at: LedgerPlace): void => { if (!places.has(year)) places.set(year, at); };
  const names = new Map([...state.names].map(([name, { formula }]) => [name, formula]));
  for (const { year, person: of, sheet } of builtTabNames(names)) if (of === person && !state.unfinished.includes(sheet)) place(year, { kind: 'tab' });
  for (const { content } of mine) place(content.year, { kind: 'tab' });
  for (const { content, title } of [...mine].sort((one, other) => one.content.year - other.content.year)) {
    content.earlierYears.forEach(({ year }, index) => place(year, { kind: 'column', sheet: title, column: columns.firstEarlierYear + index }));
  }
  for (const { year, closing } of standing?.years ?? []) {
    const cell = columnCell(closing);
    if (cell !== null && !mine.some(({ title }) => sameSheet(title, cell.sheet))) place(year, { kind: 'column', sheet: cell.sheet, column: cell.column });
  }
  for (const { year, note } of standing?.years ?? []) if (note !== '') place(year, { kind: 'gone' });
  return [...places].sort(([one], [other]) => one - other).map(([year, at]) => ({ year, at }));
};

/** The cell that the last basis of a year's column is linked to; null for a year with a tab, and where that tab was deleted. */
const columnCell = (closing: string): ReturnType<typeof parseCell> | null => (/^=.+!\$?[A-Z]+\$?\d+$/.test(closing) && !closing.includes('#REF!') ? parseCell(closing.slice(1)) : null);

/** A note stays in its cell unless years came before its own: then it goes on with its year. */
const noteFor = (year: number, index: number, standing: StandingLedger | null): LedgerYear['note'] => {
  if (standing === null) return null;
  const before = standing.years.findIndex((one) => one.year === year);
  if (before === index) return null;
  const note = standing.years[before]?.note ?? '';
  return typeof note === 'number' ? note : String(note);
};
