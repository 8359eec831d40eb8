import { columnName, formatCell, parseCell } from '../cells/address';
import { basisCarried } from '../forms/form8606';
import type { Person } from '../plan/plan';
import { personWords } from './content';
import { Grid } from './grid';
import type { Content, Layout, Look } from './layout';
import { carryName, ledgerName, ledgerTitle, lineName } from './names';
import { at, columns as tabColumns, head as tabHead, rowOfEntry } from './positions';
import { version } from './version';

/**
 * The years of one person together: what each starts with, what comes in and goes out, and what it hands on. Every figure
 * is a link: to the names of the year's own tab, or to the year's column on the tab of a later year.
 */
export interface LedgerYear {
  readonly year: number;
  readonly at: LedgerPlace;
  /** What the preparer wrote beside the year, where it has to move with it; null leaves the cell as it is. */
  readonly note: Content;
}

export type LedgerPlace =
  | { readonly kind: 'tab' }
  | { readonly kind: 'column'; readonly sheet: string; readonly column: number }
  /** A year that the workbook has no more, and beside which the preparer wrote something. */
  | { readonly kind: 'gone' };

export interface LedgerContent {
  readonly person: Person;
  readonly clientName: string;
  /** In order, each year once. */
  readonly years: readonly LedgerYear[];
}

/** So many years make a ledger; two are told by their tabs, each beside the other. */
export const LEDGER_YEARS = 3;

export const LEDGER_LAYOUT = 1;

const cols = {
  year: 1, opening: 2, other: 3, contributed: 4, used: 5, closing: 6, value: 7, converted: 8, taxableConverted: 9, distributed: 10, taxableDistributed: 11,
  taxableRoth: 12, check: 13, where: 14, note: 15,
} as const;

const rows = { title: 1, notForFiling: 2, client: 3, person: 4, mark: 5, status: tabHead.status, explained: 7, titles: 8, firstYear: 9 } as const;
/** The status stands where that of a Form 8606 tab does, so that an unfinished one is found alike. */
const statusColumn = tabColumns.thisYear;


const titles: Readonly<Record<keyof typeof cols, string>> = {
  year: 'Year', opening: 'Basis at the beginning', other: 'Added, removed or stated otherwise', contributed: 'In: contributed (line 1)', used: 'Out: tax-free (line 13)',
  closing: 'Basis at the end', value: 'Value 31 December (line 6)', converted: 'Converted (line 16)', taxableConverted: 'Of it taxable (line 18)', distributed: 'Distributed (line 7)',
  taxableDistributed: 'Of it taxable (line 15c)', taxableRoth: 'Roth, taxable (line 25c)', check: 'Check', where: 'Where the year stands', note: 'Note',
};

/** What a build needs to read of a ledger that stands. */
export const ledgerPlaces = {
  firstYear: rows.firstYear, year: cols.year, closing: cols.closing, lastLive: cols.check, note: cols.note, mark: { row: rows.mark, column: cols.year }, titles: rows.titles,
} as const;
export const ledgerTitles: readonly string[] = Object.values(titles);

/** Where a line of a year stands: a name, or a cell in a year's column. Part III has no column. */
const referenceTo = (year: number, place: Exclude<LedgerPlace, { kind: 'gone' }>, person: Person) => (id: string): string => {
  if (place.kind === 'tab') return id === basisCarried.id ? carryName(year, person) : lineName(year, person, id);
  return formatCell(parseCell(at(place.column, rowOfEntry(id)), place.sheet));
};

const orZero = (reference: string): string => `IF(ISTEXT(${reference}),0,${reference})`;

export const ledgerTab = ({ person, clientName, years }: LedgerContent): Layout => {
  const grid = new Grid(cols.note);
  const last = rows.firstYear + years.length - 1;
  const range = (column: number): string => `${at(column, rows.firstYear)}:${at(column, last)}`;
  grid.put(cols.year, rows.title, `Basis in traditional IRAs by year, ${personWords[person]}`);
  grid.put(cols.year, rows.notForFiling, 'Workpaper, not for filing; federal only. Not tax advice.');
  grid.put(cols.year, rows.client, 'Client');
  grid.put(statusColumn, rows.client, clientName);
  grid.put(cols.year, rows.person, 'Person');
  grid.put(statusColumn, rows.person, personWords[person]);
  grid.put(cols.year, rows.mark, `Built by IRA Basis ${version}, ledger ${LEDGER_LAYOUT}`);
  grid.put(cols.year, rows.status, 'Status');
  grid.put(statusColumn, rows.status, `=IF(COUNTIF(${range(cols.check)},"OK")=ROWS(${range(cols.check)}),"AGREES","LOOK")`);
  grid.put(cols.year, rows.explained, 'OK: beginning, in and out make the end, and the year begins with what the year before ended with. A year that is not listed had no form.');
  for (const [column, title] of Object.entries(titles)) grid.put(cols[column as keyof typeof cols], rows.titles, title);
  years.forEach((year, index) => putYear(grid, year, rows.firstYear + index, index === 0 ? null : rows.firstYear + index - 1, person));
  grid.put(cols.year, last + 1, 'Together');
  for (const column of summed) grid.put(column, last + 1, `=SUM(${range(column)})`);
  return {
    title: ledgerTitle(person),
    cells: grid.rows,
    looks: looks(last),
    names: [{ name: ledgerName(person), cell: at(cols.year, rows.title) }],
    sourceNames: [],
    preparersColumns: [],
    columnWidths: [10, 14, 14, 14, 14, 14, 16, 14, 14, 14, 14, 14, 8, 24, 24],
    rowHeights: [{ row: rows.titles, height: 44 }],
    orientation: 'Landscape',
    printArea: `${columnName(cols.year)}:${columnName(cols.note)}`,
    printTitleRows: `$${rows.titles}:$${rows.titles}`,
    footer: { left: '&F', center: '&A', right: '&D  Page &P of &N' },
    statusCell: at(statusColumn, rows.status),
  };
};

const summed = [cols.other, cols.contributed, cols.used, cols.converted, cols.taxableConverted, cols.distributed, cols.taxableDistributed, cols.taxableRoth];

const putYear = (grid: Grid, entry: LedgerYear, row: number, before: number | null, person: Person): void => {
  const here = (column: number): string => at(column, row);
  grid.put(cols.year, row, entry.year);
  grid.put(cols.note, row, entry.note);
  if (entry.at.kind === 'gone') {
    grid.put(cols.opening, row, before === null ? '=0' : `=${at(cols.closing, before)}`);
    grid.put(cols.closing, row, `=${here(cols.opening)}`);
    grid.put(cols.check, row, '="LOOK"');
    grid.put(cols.where, row, 'No longer in the workbook');
    return;
  }
  const to = referenceTo(entry.year, entry.at, person);
  // A year without Part I has no line 2: then line 17 begins with the basis, or nothing moved and all of it goes on.
  const lineTwo = `IF(ISTEXT(${to('2')}),IF(ISTEXT(${to('17')}),${to(basisCarried.id)},${to('17')}),${to('2')})`;
  grid.put(cols.opening, row, before === null ? `=${lineTwo}` : `=${at(cols.closing, before)}`);
  grid.put(cols.other, row, `=ROUND(${lineTwo}-${here(cols.opening)},2)`);
  grid.put(cols.contributed, row, `=${orZero(to('1'))}`);
  grid.put(cols.used, row, `=IF(ISTEXT(${to('13')}),IF(ISTEXT(${to('14')}),ROUND(${lineTwo}-${to(basisCarried.id)},2),0),${to('13')})`);
  grid.put(cols.closing, row, `=${to(basisCarried.id)}`);
  for (const [column, id] of [[cols.value, '6'], [cols.converted, '16'], [cols.distributed, '7'], [cols.taxableDistributed, '15c']] as const) grid.put(column, row, `=${orZero(to(id))}`);
  grid.put(cols.taxableConverted, row, `=MAX(0,${orZero(to('18'))})`);
  grid.put(cols.taxableRoth, row, entry.at.kind === 'tab' ? `=IFERROR(${orZero(to('25c'))},"no Part III")` : '');
  grid.put(cols.check, row, `=IFERROR(IF(AND(ROUND(${here(cols.opening)}+${here(cols.other)}+${here(cols.contributed)}-${here(cols.used)}-${here(cols.closing)},2)=0,`
    + `${here(cols.other)}=0),"OK","LOOK"),"LOOK")`);
  grid.put(cols.where, row, entry.at.kind === 'tab' ? 'A tab of its own' : `Column on ${entry.at.sheet}`);
};

const AMOUNT = '#,##0.00;[Red](#,##0.00);0.00';
const text: Look = { numberFormat: '@' };

/** From the first year on every row of a column looks the same, so that years can be added without a look being changed. */
const looks = (last: number): Layout['looks'] => [
  { range: `${at(cols.year, rows.title)}:${at(cols.note, last + 1)}`, look: { size: 10, vertical: 'Top' } },
  { range: at(cols.year, rows.title), look: { bold: true, size: 14 } },
  { range: at(cols.year, rows.notForFiling), look: { italic: true } },
  { range: at(statusColumn, rows.client), look: text },
  { range: at(statusColumn, rows.status), look: { bold: true } },
  { range: `${at(cols.year, rows.titles)}:${at(cols.note, rows.titles)}`, look: { bold: true, fill: '#D9E1F2', bottom: 'Thin', wrap: true, vertical: 'Center' } },
  { range: `${at(cols.year, rows.firstYear)}:${at(cols.year, last + 1)}`, look: { horizontal: 'Left' } },
  { range: `${at(cols.opening, rows.titles)}:${at(cols.taxableRoth, rows.titles)}`, look: { horizontal: 'Right' } },
  { range: `${at(cols.opening, rows.firstYear)}:${at(cols.taxableRoth, last + 1)}`, look: { numberFormat: AMOUNT, horizontal: 'Right', color: '#00703C' } },
  { range: `${at(cols.closing, rows.firstYear)}:${at(cols.closing, last + 1)}`, look: { bold: true } },
  { range: `${at(cols.where, rows.firstYear)}:${at(cols.where, last + 1)}`, look: text },
  { range: `${at(cols.check, rows.firstYear)}:${at(cols.check, last + 1)}`, look: { horizontal: 'Center' } },
  { range: `${at(cols.note, rows.firstYear)}:${at(cols.note, last + 1)}`, look: { color: '#0000FF', fill: '#FFF9E5', wrap: true } },
];
