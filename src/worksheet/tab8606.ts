import { columnName, formatCell, type CellAddress } from '../cells/address';
import type { Decimal } from '../engine/decimal';
import { formulaOf } from '../engine/form';
import { Refusal } from '../engine/refusal';
import type { RatioPlaces, Unit } from '../engine/term';
import { inWords } from '../engine/words';
import {
  basisBefore, basisCarried, choiceNames, choices, contributed, form8606Entries, inputNames, toForm1040, inputs, type Form8606, type InputName,
} from '../forms/form8606';
import type { Person } from '../plan/plan';
import type { SourceShape } from '../reading/facts';
import { checks, type CheckCells } from './checks';
import { quotedText, type Content, type Layout, type Look } from './layout';
import { carryName, lineName, sourceName, tabTitle } from './names';
import { at, cellsOfYear, columns, fixed, head, positions, rowOfCheck, rowOfChoice, rowOfEntry, rowOfInput, signOff, LAYOUT_VERSION } from './positions';
import { supportContents, type SupportRow } from './support';

/** Everything that one tab shows: one person, one year, and the earlier years that its line 2 is worked out from. */
export interface TabContent {
  readonly person: Person;
  readonly clientName: string;
  readonly year: number;
  readonly unit: Unit;
  readonly ratioPlaces: RatioPlaces;
  readonly form: Form8606;
  /** The preparer's election for line 4 as it stands on the tab. */
  readonly line4TakesLatest: boolean;
  /** Whether anything nondeductible was contributed before the first year that the tab shows. */
  readonly earlierNondeductible: boolean;
  /** Years of the same source that have no tab of their own, the earliest first. */
  readonly earlierYears: readonly { readonly year: number; readonly statesBasis: boolean }[];
  /** The year whose tab line 2 is linked to, if there is one. */
  readonly linkedTo: number | null;
  readonly statesBasis: boolean;
  readonly support: readonly SupportRow[];
  readonly openQuestions: number;
  readonly totalsDisagree: number;
  readonly sources: readonly (SourceShape & { readonly number: number })[];
  readonly answers: readonly { readonly cell: string; readonly choice: string }[];
  readonly notes: readonly string[];
  readonly built: string;
}

/** Above this product a sheet's binary arithmetic can no longer tell an amount just under a half from the half itself. */
const LARGEST_PRODUCT = '5e14';

/** Refuses amounts so large that the tab could differ from the engine by a unit. */
export const refuseBeyondSheetArithmetic = (form: Form8606, unit: Unit): void => {
  const perDollar = unit === 'cents' ? 100 : 1;
  const basis = form.line('5')?.times(perDollar);
  for (const id of ['7', '8']) {
    const amount = form.line(id)?.times(perDollar);
    if (basis && amount && basis.times(amount).greaterThan(LARGEST_PRODUCT)) {
      throw new Refusal('TOO_LARGE', `line 5 x line ${id}`, `${inWords(form.line('5')!)} x ${inWords(form.line(id)!)}`,
        unit === 'cents' ? 'about $223,000 each in cents' : 'about $22 million each',
        unit === 'cents'
          ? `Line 5 and line ${id} are too large for a tab in cents: a spreadsheet could be a cent off. Build the tab in whole dollars.`
          : `Line 5 and line ${id} are too large for a spreadsheet to multiply exactly; no tab is built for them.`);
    }
  }
};

class Grid {
  readonly rows: Content[][] = [];

  constructor(readonly width: number) {}

  put(column: number, row: number, content: Content): void {
    while (this.rows.length < row) this.rows.push(new Array<Content>(this.width).fill(''));
    this.rows[row - 1]![column - 1] = content;
  }
}

/** The Form 8606 tab of one person and year: plain Excel formulas that live on without the add-in. */
export const tab8606 = (tab: TabContent): Layout => {
  const earlierColumns = tab.earlierYears.map((_, index) => columns.firstEarlierYear + index);
  const grid = new Grid(Math.max(columns.firstEarlierYear, ...earlierColumns));
  const lastSupport = positions.firstSupport + Math.max(1, tab.support.length) - 1;
  const tail = tailRows(tab, lastSupport + 2);

  putHead(grid, tab);
  for (const { title, row } of positions.sections) grid.put(columns.line, row, title);
  putYear(grid, columns.thisYear, tab.year, lastSupport);
  tab.earlierYears.forEach(({ year }, index) => putYear(grid, earlierColumns[index]!, year, lastSupport));
  putBasisBefore(grid, tab, earlierColumns, lastSupport);
  putLabels(grid, tab, earlierColumns.at(-1));
  putChecks(grid, tab, lastSupport, tail.changedCount);
  putSupport(grid, tab);
  for (const { column, row, content } of tail.contents) grid.put(column, row, content);
  for (let row = 1; row <= grid.rows.length; row += 1) putPreparersCells(grid, row);

  return {
    title: tabTitle(tab.year, tab.person),
    cells: grid.rows,
    looks: looks(tab, tail.lastRow),
    names: [
      ...form8606Entries.filter(({ kind }) => kind === 'line').map(({ id }) => ({
        name: lineName(tab.year, tab.person, id), cell: at(columns.thisYear, rowOfEntry(id)),
      })),
      { name: carryName(tab.year, tab.person), cell: at(columns.thisYear, rowOfEntry(basisCarried.id)) },
    ],
    sourceNames: tab.sources.map(({ number, range }) => ({ name: sourceName(tab.year, tab.person, number), range })),
    columnWidths: [
      columnWidths.line, columnWidths.description, columnWidths.amount, columnWidths.amount, columnWidths.source, columnWidths.tick, columnWidths.note,
      columnWidths.how, columnWidths.textRead, columnWidths.key, columnWidths.helper, columnWidths.helper, columnWidths.helper, columnWidths.helper,
      columnWidths.gap,
      ...earlierColumns.map(() => columnWidths.amount),
    ],
    rowHeights: rowHeights(grid.rows),
    printArea: `${columnName(columns.line)}:${columnName(columns.note)}`,
    printTitleRows: `$${head.columnTitles}:$${head.columnTitles}`,
    footer: { left: '&F', center: '&A', right: '&D  Page &P of &N' },
    statusCell: at(columns.thisYear, head.status),
  };
};

const roundingWords: Record<Unit, string> = { dollars: 'whole dollars', cents: 'cents' };
const personWords: Record<Person, string> = { T: 'Taxpayer', S: 'Spouse' };

const putHead = (grid: Grid, tab: TabContent): void => {
  const value = at(columns.thisYear, head.rounding);
  const places = at(columns.thisYear, head.ratioPlaces);
  const used = at(columns.thisYear, head.placesUsed);
  grid.put(columns.line, head.title, `Form 8606 workpaper, tax year ${tab.year}, ${personWords[tab.person]}`);
  grid.put(columns.line, head.notForFiling, 'Workpaper, not for filing; federal only. Not tax advice.');
  const pairs: readonly [number, string, Content][] = [
    [head.client, 'Client', tab.clientName],
    [head.person, 'Person', personWords[tab.person]],
    [head.year, 'Tax year', tab.year],
    [head.rounding, 'Rounding: "whole dollars" or "cents"', roundingWords[tab.unit]],
    [head.ratioPlaces, 'Line 10 places: "exact", or 3 to 10', tab.ratioPlaces],
    [head.unitsPerDollar, 'Units to a dollar', `=IF(ISNA(${used}),NA(),IF(${value}="cents",100,IF(${value}="whole dollars",1,NA())))`],
    [head.decimals, 'Decimals of a line', `=IF(${at(columns.thisYear, head.unitsPerDollar)}=100,2,0)`],
    [head.placesUsed, 'Line 10 places in use',
      `=IF(${places}="exact","exact",IF(ISNUMBER(${places}),IF(AND(${places}>=3,${places}<=10,INT(${places})=${places}),${places},NA()),NA()))`],
  ];
  for (const [row, label, content] of pairs) {
    grid.put(columns.description, row, label);
    grid.put(columns.thisYear, row, content);
  }
  grid.put(columns.description, head.status, 'Status');
  for (const { row, label } of signOff) grid.put(columns.source, row, label);
  grid.put(columns.source, head.ratioPlaces, `Built by IRA Basis, layout ${LAYOUT_VERSION}`);
  const titles: readonly [number, string][] = [
    [columns.line, 'Line'], [columns.description, 'Description'], [columns.thisYear, String(tab.year)], [columns.priorYear, 'Prior year'],
    [columns.source, 'Source'], [columns.tick, 'Tick'], [columns.note, 'Note'], [columns.how, 'How it was read'],
    [columns.textRead, 'Text as read'], [columns.key, 'Counts for'], [columns.amountRead, 'Amount read'], [columns.differs, 'Differs'],
  ];
  for (const [column, title] of titles) grid.put(column, head.columnTitles, title);
};

/** The form, line by line, in one column: the same formulas for this year and for each earlier one. */
const putYear = (grid: Grid, column: number, year: number, lastSupport: number): void => {
  const cells = cellsOfYear(column);
  if (column !== columns.thisYear) grid.put(column, head.columnTitles, `${year}, without a tab`);
  grid.put(column, head.year, year);
  for (const entry of form8606Entries) grid.put(column, rowOfEntry(entry.id), formulaOf(entry, cells));
  for (const name of inputNames) grid.put(column, rowOfInput(name), `=${sumOfSupport(column, name, lastSupport)}`);
  for (const name of choiceNames) grid.put(column, rowOfChoice(name), 'No');
};

const supportRange = (column: number, lastSupport: number): string => `${fixed(column, positions.firstSupport)}:${fixed(column, lastSupport)}`;

const keyFormula = (column: number, name: InputName): string => `${at(column, head.year)}&"|"&${fixed(columns.key, rowOfInput(name))}`;

/** Programs differ in whether SUMIF hands an error on; SUM does everywhere, so one row that cannot be read stops every line. */
const sumOfSupport = (column: number, name: InputName, lastSupport: number): string => {
  const counted = supportRange(columns.thisYear, lastSupport);
  return `IF(ISNUMBER(SUM(${counted})),ROUND(SUMIF(${supportRange(columns.key, lastSupport)},${keyFormula(column, name)},${counted}),2),NA())`;
};

/** Line 2 starts from a basis that the source states, else from the year before: its column here, or its tab. */
const putBasisBefore = (grid: Grid, tab: TabContent, earlierColumns: readonly number[], lastSupport: number): void => {
  const years = [...tab.earlierYears, { year: tab.year, statesBasis: tab.statesBasis }];
  const yearColumns = [...earlierColumns, columns.thisYear];
  years.forEach(({ statesBasis }, index) => {
    const column = yearColumns[index]!;
    const before = index > 0 ? yearColumns[index - 1]! : null;
    if (!statesBasis) {
      const carried = before ? at(before, rowOfEntry(basisCarried.id)) : tab.linkedTo ? carryName(tab.linkedTo, tab.person) : null;
      grid.put(column, rowOfInput('priorBasis'), carried ? `=ROUND(${carried},2)` : `=${sumOfSupport(column, 'priorBasis', lastSupport)}`);
    }
    if (before === null) grid.put(column, rowOfChoice('earlierNondeductible'), tab.earlierNondeductible ? 'Yes' : 'No');
    else {
      const earlier = at(before, rowOfChoice('earlierNondeductible'));
      const tracked = [contributed, basisBefore].map(({ id }) => at(before, rowOfEntry(id))).join('+');
      grid.put(column, rowOfChoice('earlierNondeductible'), `=IF(OR(EXACT(UPPER(${earlier}),"YES"),ROUND(${tracked},2)>0),"Yes","No")`);
    }
  });
};

/** 1 where a line differs from the engine. Not every program takes a formula that shows nothing and an empty cell for equal. */
const differs = (engine: 'Yes' | 'No' | Decimal | null, shown: string, expected: string, places: number): string => {
  const agrees = engine === null ? `LEN(${shown})=0` : typeof engine === 'string' ? `${shown}=${expected}` : `ROUND(${shown}-${expected},${places})=0`;
  return `=IFERROR(IF(${agrees},0,1),1)`;
};

const putLabels = (grid: Grid, tab: TabContent, lastEarlier: number | undefined): void => {
  for (const entry of form8606Entries) {
    const row = rowOfEntry(entry.id);
    grid.put(columns.line, row, entry.kind === 'line' ? entry.id : '');
    grid.put(columns.description, row, entry.label(tab.year));
    grid.put(columns.source, row, entry.kind === 'line' ? entry.law[0] ?? '' : '');
    const engine = entry.kind === 'question' ? (tab.form.answer(entry.id) ? 'Yes' : 'No') : tab.form.line(entry.id);
    const shown = at(columns.thisYear, row);
    const expected = at(columns.engine, row);
    grid.put(columns.engine, row, typeof engine === 'string' ? engine : engine === null ? '' : engine.toDecimalPlaces(10).toNumber());
    grid.put(columns.differs, row, differs(engine, shown, expected, entry.id === '10' ? 9 : 2));
    putPriorYear(grid, tab, entry.id, row, lastEarlier);
  }
  for (const name of inputNames) {
    const row = rowOfInput(name);
    grid.put(columns.line, row, inputs[name].line);
    grid.put(columns.description, row, inputs[name].means);
    grid.put(columns.key, row, name);
    if (lastEarlier) grid.put(columns.priorYear, row, `=${at(lastEarlier, row)}`);
    grid.put(columns.source, row, sourceOfInput(tab, name));
  }
  for (const name of choiceNames) {
    grid.put(columns.line, rowOfChoice(name), choices[name].line);
    grid.put(columns.description, rowOfChoice(name), choices[name].means);
  }
  grid.put(columns.thisYear, rowOfChoice('line4TakesLatest'), tab.line4TakesLatest ? 'Yes' : 'No');
};

const putPriorYear = (grid: Grid, tab: TabContent, id: string, row: number, lastEarlier: number | undefined): void => {
  if (lastEarlier) grid.put(columns.priorYear, row, `=${at(lastEarlier, row)}`);
  else if (tab.linkedTo && form8606Entries.some((entry) => entry.id === id && entry.kind === 'line')) {
    grid.put(columns.priorYear, row, `=${lineName(tab.linkedTo, tab.person, id)}`);
  }
};

const sourceOfInput = (tab: TabContent, name: InputName): string => {
  const count = tab.support.filter(({ key }) => key === `${tab.year}|${name}`).length;
  if (count > 0) return count === 1 ? '1 cell, see Support' : `${count} cells, see Support`;
  if (name !== 'priorBasis') return '';
  const before = tab.earlierYears.at(-1)?.year;
  if (before) return `Carried from ${before}, column to the right`;
  return tab.linkedTo ? `Line 14 of the ${tab.linkedTo} tab` : 'None stated: taken as zero';
};

const putChecks = (grid: Grid, tab: TabContent, lastSupport: number, changedCount: string): void => {
  const cells: CheckCells = {
    line: (id) => at(columns.thisYear, rowOfEntry(id)),
    input: (name) => at(columns.thisYear, rowOfInput(name)),
    support: { keys: supportRange(columns.key, lastSupport), amounts: supportRange(columns.thisYear, lastSupport) },
    keyOf: (name) => keyFormula(columns.thisYear, name),
    decimals: fixed(columns.thisYear, head.decimals),
    differences: `${at(columns.differs, head.columnTitles + 1)}:${at(columns.differs, rowOfEntry('10 lower number'))}`,
    openQuestions: at(columns.engine, rowOfCheck('Q1')),
    totalsDisagree: at(columns.engine, rowOfCheck('C10')),
    sourcesChanged: changedCount,
  };
  for (const check of checks) {
    const row = rowOfCheck(check.id);
    grid.put(columns.line, row, check.id);
    grid.put(columns.description, row, check.rule);
    grid.put(columns.thisYear, row, `=IF(IFERROR(${check.holds(cells)},FALSE),"OK",${quotedText(check.level)})`);
  }
  grid.put(columns.engine, rowOfCheck('Q1'), tab.openQuestions);
  grid.put(columns.engine, rowOfCheck('C10'), tab.totalsDisagree);
  const first = at(columns.thisYear, rowOfCheck(checks[0]!.id));
  const last = at(columns.thisYear, rowOfCheck(checks.at(-1)!.id));
  grid.put(columns.thisYear, head.status, `=IF(COUNTIF(${first}:${last},"STOP")>0,"DRAFT","READY")`);
};

const putSupport = (grid: Grid, tab: TabContent): void => {
  const titles: readonly [number, string][] = [
    [columns.line, 'Line'], [columns.description, 'What the sheet says, and how it was read'], [columns.thisYear, 'Counted'],
    [columns.priorYear, 'In the cell now'], [columns.source, 'Where'], [columns.tick, 'Tick'], [columns.note, 'Note'],
  ];
  for (const [column, title] of titles) grid.put(column, positions.supportTitles, title);
  if (tab.support.length === 0) grid.put(columns.description, positions.firstSupport, 'No cell was read.');
  const rowOf = (cell: CellAddress): number =>
    positions.firstSupport + tab.support.findIndex((row) => row.key !== '' && row.cell !== null && formatCell(row.cell) === formatCell(cell));
  tab.support.forEach((row, index) => {
    const sheetRow = positions.firstSupport + index;
    for (const [column, content] of supportContents(row, sheetRow, rowOf)) grid.put(column, sheetRow, content);
  });
};

/** The tick and note columns below the titles, and the sign-off cells, are the preparer's. */
const putPreparersCells = (grid: Grid, row: number): void => {
  const titled = row === head.columnTitles || row === positions.supportTitles;
  if (titled) return;
  if (row > head.columnTitles || signOff.some((cell) => cell.row === row)) {
    grid.put(columns.tick, row, null);
    grid.put(columns.note, row, null);
  }
};

interface TailRows {
  readonly lastRow: number;
  readonly contents: readonly { readonly column: number; readonly row: number; readonly content: Content }[];
  /** A formula for the number of sources whose range is no longer as it was. */
  readonly changedCount: string;
}

/**
 * What follows the support rows and moves down when they grow: the notes, which are printed, and below the printed page and
 * to its right the plan. The plan says which range plays which role (by a name on the range, so that Excel moves it), how
 * large and how full it was, and what the preparer answered. From it the tab can be built again.
 */
const tailRows = (tab: TabContent, firstRow: number): TailRows => {
  const contents: { column: number; row: number; content: Content }[] = [];
  const put = (column: number, row: number, content: Content): void => void contents.push({ column, row, content });
  let row = firstRow;
  put(columns.line, row, 'NOTES AND ASSUMPTIONS');
  for (const note of tab.notes) {
    row += 1;
    put(columns.description, row, `=${at(columns.how, row)}`);
    put(columns.how, row, note);
  }

  row += 2;
  put(columns.how, row, 'PLAN: what this tab was built from; IRA Basis reads it when the tab is built again');
  put(columns.textRead, row, tab.built);
  for (const { role, number, rows, columns: wide, filled } of tab.sources) {
    row += 1;
    const name = sourceName(tab.year, tab.person, number);
    put(columns.how, row, 'source');
    put(columns.textRead, row, name);
    put(columns.key, row, role);
    put(columns.amountRead, row, rows);
    put(columns.engine, row, wide);
    put(columns.differs, row, filled);
    put(columns.changed, row, `=IFERROR(IF(AND(ROWS(${name})=${at(columns.amountRead, row)},COLUMNS(${name})=${at(columns.engine, row)},`
      + `COUNTA(${name})=${at(columns.differs, row)}),0,1),1)`);
  }
  const changedFlags = `${at(columns.changed, row - tab.sources.length + 1)}:${at(columns.changed, row)}`;
  for (const { cell, choice } of tab.answers) {
    row += 1;
    put(columns.how, row, 'answer');
    put(columns.textRead, row, choice);
    put(columns.amountRead, row, `=${cell}`);
  }
  return { lastRow: row, contents, changedCount: tab.sources.length === 0 ? '0' : `SUM(${changedFlags})` };
};

const heading: Look = { bold: true, fill: '#D9E1F2', bottom: 'Thin', wrap: true, vertical: 'Center' };
const sectionLook: Look = { bold: true, fill: '#F2F2F2', top: 'Thin' };
const amountLook: Look = { numberFormat: '#,##0.00;[Red](#,##0.00);0.00', horizontal: 'Right' };
const linkLook: Look = { color: '#00703C', horizontal: 'Right' };
const inputLook: Look = { color: '#0000FF', fill: '#FFF9E5', horizontal: 'Right' };
const resultLook: Look = { bold: true };
const grandTotal: Look = { top: 'Thin', bottom: 'Double' };
const pageText: Look = { size: 10, vertical: 'Top' };
const text: Look = { numberFormat: '@' };

/**
 * Blue is typed, black is worked out, green comes from another sheet; each is also told apart by where it stands. From the
 * first support row on, every row of a column looks the same, so that rows can be added without a look being changed.
 */
const looks = (tab: TabContent, lastRow: number): Layout['looks'] => {
  const yearColumns = [columns.thisYear, columns.priorYear, ...tab.earlierYears.map((_, index) => columns.firstEarlierYear + index)];
  const firstForm = head.columnTitles + 1;
  const lastForm = positions.supportTitles;
  const across = (row: number): string => `${at(columns.line, row)}:${at(columns.note, row)}`;
  const block = (column: number, from: number, to: number, lastColumn: number = column): string => `${at(column, from)}:${at(lastColumn, to)}`;
  return [
    { range: block(columns.line, head.title, lastRow, columns.firstEarlierYear + tab.earlierYears.length), look: pageText },
    { range: at(columns.line, head.title), look: { bold: true, size: 14 } },
    { range: at(columns.line, head.notForFiling), look: { italic: true } },
    { range: at(columns.thisYear, head.client), look: text },
    { range: block(columns.thisYear, head.client, head.placesUsed), look: { horizontal: 'Right' } },
    { range: at(columns.thisYear, head.status), look: { bold: true } },
    { range: block(columns.thisYear, head.rounding, head.ratioPlaces), look: inputLook },
    { range: block(columns.line, head.columnTitles, head.columnTitles, columns.firstEarlierYear + tab.earlierYears.length), look: { ...text, ...heading } },
    { range: block(columns.line, firstForm, lastRow), look: { ...text, horizontal: 'Left' } },
    ...[columns.description, columns.source, columns.note].map((column) => ({ range: block(column, firstForm, lastRow), look: { wrap: true } })),
    { range: block(columns.source, head.client, lastRow), look: { horizontal: 'Left', indent: 1 } },
    { range: block(columns.tick, firstForm, lastRow), look: { horizontal: 'Center' } },
    { range: block(columns.thisYear, head.columnTitles, head.columnTitles, columns.priorYear), look: { horizontal: 'Right' } },
    { range: block(columns.thisYear, positions.supportTitles, positions.supportTitles, columns.priorYear), look: { horizontal: 'Right' } },
    { range: block(columns.how, firstForm, lastRow, columns.key), look: text },
    ...yearColumns.map((column) => ({ range: block(column, firstForm, column <= columns.priorYear ? lastRow : lastForm), look: amountLook })),
    ...yearColumns.map((column) => ({ range: at(column, rowOfEntry('10')), look: { numberFormat: '0.0000000000' } })),
    ...yearColumns.map((column) => ({
      range: block(column, rowOfEntry('10 upper number'), rowOfEntry('10 lower number')), look: { numberFormat: '#,##0' },
    })),
    ...['14', '15c', '18', toForm1040.id, basisCarried.id].map((id) => ({ range: across(rowOfEntry(id)), look: resultLook })),
    ...['18', toForm1040.id, basisCarried.id].map((id) => ({ range: at(columns.thisYear, rowOfEntry(id)), look: grandTotal })),
    { range: at(columns.thisYear, rowOfChoice('line4TakesLatest')), look: inputLook },
    ...positions.sections.map(({ row }) => ({ range: across(row), look: sectionLook })),
    { range: across(positions.supportTitles), look: heading },
    { range: block(columns.priorYear, positions.firstSupport, lastRow), look: linkLook },
  ];
};

/** Text that takes more than one line of its column gets the height that it needs. */
const rowHeights = (contents: readonly (readonly Content[])[]): Layout['rowHeights'] =>
  contents.flatMap((cells, index) => {
    const row = index + 1;
    const lines = Math.max(linesOf(descriptionShown(cells), columnWidths.description), linesOf(cells[columns.source - 1], columnWidths.source));
    return row > head.columnTitles && lines > 1 ? [{ row, height: 13 * lines + 2 }] : [];
  });

/** A description that is a formula shows what the reader said of the cell, after a label of the user's that is about so long. */
const descriptionShown = (cells: readonly Content[]): Content => {
  const description = cells[columns.description - 1] ?? '';
  if (typeof description !== 'string' || !description.startsWith('=')) return description;
  return `${description.includes('&') ? 'A label of ordinary length, and more' : ''}${cells[columns.how - 1] ?? ''}`;
};

const columnWidths = { line: 8, description: 62, amount: 15, source: 24, tick: 6, note: 22, how: 40, textRead: 18, key: 24, helper: 12, gap: 3 } as const;

/** Widths are counted in digits; letters of running text are narrower. */
const CHARACTERS_TO_A_DIGIT = 1.1;

const linesOf = (content: Content | undefined, width: number): number =>
  typeof content === 'string' && !content.startsWith('=') ? Math.ceil(content.length / (width * CHARACTERS_TO_A_DIGIT)) : 1;
