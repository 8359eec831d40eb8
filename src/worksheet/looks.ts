import { columnName } from '../cells/address';
import type { Line } from '../engine/form';
import { basisCarried, inputNames, toForm1040 } from '../forms/form8606';
import { checks } from './checks';
import type { TabContent } from './content';
import { tabEntries } from './entries';
import type { Content, Layout, Look } from './layout';
import { limits } from './limits';
import { nextYear } from './nextYear';
import { at, blocks, columns, head, positions, rowInBlock, rowOfCheck, rowOfChoice, rowOfEntry, rowOfInput } from './positions';
import { signOff, signOffCells } from './signOff';

const heading: Look = { bold: true, fill: '#D9E1F2', bottom: 'Thin', wrap: true, vertical: 'Center' };
const sectionLook: Look = { bold: true, fill: '#F2F2F2', top: 'Thin' };
const AMOUNT = '#,##0.00;[Red](#,##0.00);0.00';
const amountLook: Look = { numberFormat: AMOUNT, horizontal: 'Right' };
/** A ratio is shown so that it can be refooted; a number counts units of the form. */
const measureFormats: Readonly<Record<Line['measure'], string | null>> = { amount: null, ratio: '0.0000000000', number: '#,##0', rate: '0.00%' };
const linkLook: Look = { color: '#00703C', horizontal: 'Right' };
/** To be filled in: a line to write on, which a print without colours shows too. */
const inputLook: Look = { color: '#0000FF', fill: '#FFF9E5', bottom: 'Thin', between: 'Thin' };
const resultLook: Look = { bold: true };
const grandTotal: Look = { top: 'Thin', bottom: 'Double' };
const pageText: Look = { size: 10, vertical: 'Top' };
const text: Look = { numberFormat: '@' };

/** The rightmost column that the tab owns: a look beyond it would stay behind when a build is taken back. */
const lastColumnOf = ({ earlierYears }: TabContent): number => columns.firstEarlierYear + Math.max(0, earlierYears.length - 1);

/** Rows that follow one another take one look together. */
const runs = (rows: readonly number[]): readonly { readonly first: number; readonly last: number }[] => {
  const found: { first: number; last: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const run = found.at(-1);
    if (run && run.last === row - 1) run.last = row;
    else found.push({ first: row, last: row });
  }
  return found;
};

const block = (column: number, from: number, to: number, lastColumn: number = column): string => `${at(column, from)}:${at(lastColumn, to)}`;

const blockRows = blocks.flatMap(({ rows }) => rows);

/** Cells of the blocks that the preparer fills in, and formats that are no amounts of money. */
const blockLooks = ({ boxesRead }: TabContent): Layout['looks'] => {
  const rowsOf = (column: 'mark' | 'label' | 'amount'): readonly number[] =>
    blockRows.filter(({ preparers, read }) => preparers?.includes(column) && !(column === 'amount' && read && boxesRead.includes(read.box))).map(({ id }) => rowInBlock(id));
  const looksIn = (column: number, rows: readonly number[], look: Look): Layout['looks'] =>
    runs(rows).map(({ first, last }) => ({ range: block(column, first, last), look }));
  const formats = new Set(blockRows.flatMap(({ numberFormat }) => numberFormat ?? []));
  return [
    ...looksIn(columns.line, rowsOf('mark'), inputLook),
    ...looksIn(columns.description, rowsOf('label'), inputLook),
    ...looksIn(columns.thisYear, rowsOf('amount'), inputLook),
    ...[...formats].flatMap((numberFormat) =>
      looksIn(columns.thisYear, blockRows.filter((row) => row.numberFormat === numberFormat).map(({ id }) => rowInBlock(id)), { numberFormat })),
  ];
};

/**
 * Blue is typed, black is worked out, green comes from another sheet; each is also told apart by where it stands. From the
 * first support row on, every row of a column looks the same, so that rows can be added without a look being changed.
 */
export const looks = (tab: TabContent, lastRow: number): Layout['looks'] => {
  const yearColumns = [columns.thisYear, columns.priorYear, columns.otherWay, ...tab.earlierYears.map((_, index) => columns.firstEarlierYear + index)];
  const firstForm = head.columnTitles + 1;
  const lastForm = positions.supportTitles;
  const across = (row: number): string => `${at(columns.line, row)}:${at(columns.note, row)}`;
  const signRows = signOffCells.map(({ row }) => row);
  return [
    { range: block(columns.line, head.title, lastRow, lastColumnOf(tab)), look: pageText },
    { range: at(columns.line, head.title), look: { bold: true, size: 14 } },
    { range: at(columns.line, head.notForFiling), look: { italic: true } },
    { range: at(columns.thisYear, head.client), look: text },
    { range: block(columns.thisYear, head.client, head.checks), look: { horizontal: 'Left' } },
    { range: at(columns.thisYear, head.status), look: { bold: true } },
    { range: at(columns.thisYear, head.controlTotal), look: { numberFormat: AMOUNT } },
    { range: block(columns.thisYear, head.rounding, head.ratioPlaces), look: inputLook },
    { range: block(columns.note, Math.min(...signRows), Math.max(...signRows)), look: { ...inputLook, horizontal: 'Left' } },
    { range: block(columns.note, signOff.line14.row, signOff.controlTotal.row), look: { numberFormat: AMOUNT } },
    { range: block(columns.line, head.columnTitles, head.columnTitles, lastColumnOf(tab)), look: { ...text, ...heading } },
    { range: block(columns.line, firstForm, lastRow), look: { ...text, horizontal: 'Left' } },
    ...[columns.description, columns.source, columns.note].map((column) => ({ range: block(column, firstForm, lastRow), look: { wrap: true } })),
    { range: block(columns.source, head.client, lastRow), look: { horizontal: 'Left', indent: 1 } },
    { range: block(columns.tick, firstForm, lastRow), look: { horizontal: 'Center' } },
    { range: block(columns.thisYear, head.columnTitles, head.columnTitles, columns.priorYear), look: { horizontal: 'Right' } },
    { range: block(columns.thisYear, positions.supportTitles, positions.supportTitles, columns.priorYear), look: { horizontal: 'Right' } },
    { range: block(columns.how, firstForm, lastRow, columns.key), look: text },
    ...yearColumns.map((column) => ({ range: block(column, firstForm, column <= columns.priorYear ? lastRow : lastForm), look: amountLook })),
    ...tabEntries.flatMap((entry) => (entry.kind === 'question' || measureFormats[entry.measure] === null ? []
      : yearColumns.map((column) => ({ range: at(column, rowOfEntry(entry.id)), look: { numberFormat: measureFormats[entry.measure]! } })))),
    ...[...boldRows].map((row) => ({ range: across(row), look: resultLook })),
    ...['18', '25c', toForm1040.id, basisCarried.id].map((id) => ({ range: at(columns.thisYear, rowOfEntry(id)), look: grandTotal })),
    { range: at(columns.thisYear, rowOfChoice('line4TakesLatest')), look: inputLook },
    ...blockLooks(tab),
    ...positions.sections.map(({ row }) => ({ range: across(row), look: { ...sectionLook, wrap: false } })),
    { range: across(positions.supportTitles), look: heading },
    { range: block(columns.priorYear, positions.firstSupport, lastRow), look: linkLook },
  ];
};

/**
 * The form has a page to itself; what it is built up from, the checks, what is handed on, and the rest begin a page each, so
 * that a page of Excel, whose lines are a little higher or lower, does not end elsewhere.
 */
export const pageBreaks: readonly number[] = [
  rowOfInput(inputNames[0]!), rowOfCheck(checks[0]!.id), rowInBlock(nextYear.rows[0]!.id), rowInBlock(limits.rows[0]!.id),
].map((row) => row - 1);

export const columnWidths = {
  line: 6, description: 62, amount: 15, source: 34, tick: 5, note: 18, how: 40, textRead: 18, key: 24, helper: 12, gap: 3,
} as const;

/** Widths are counted in digits; letters of running text are narrower, bold ones less so. */
const CHARACTERS_TO_A_DIGIT = 1.3;
const BOLD_CHARACTERS_TO_A_DIGIT = 1.2;
const POINTS_A_LINE = 13;
const POINTS_ABOVE_AND_BELOW = 2;

const [secondPage = 0] = pageBreaks;

/** The rows of the results. */
const boldRows: ReadonlySet<number> = new Set(['14', '15c', '18', '25c', toForm1040.id, basisCarried.id].map(rowOfEntry));

/**
 * Text that takes more than one line of its column gets the height that it needs. Rows of the page with the form are given a
 * height in any case: left to itself, Excel makes a row of this size higher than other programs do, and the page would not hold them.
 */
export const rowHeights = (contents: readonly (readonly Content[])[]): Layout['rowHeights'] =>
  contents.flatMap((cells, index) => {
    const row = index + 1;
    const perDigit = boldRows.has(row) ? BOLD_CHARACTERS_TO_A_DIGIT : CHARACTERS_TO_A_DIGIT;
    const lines = Math.max(1, ...([['description', columns.description], ['source', columns.source]] as const).map(([name, column]) =>
      Math.ceil(textShown(cells, column).length / (columnWidths[name] * perDigit))));
    const needed = row > head.columnTitles ? lines : 1;
    return needed > 1 || (row > head.title && row < secondPage) ? [{ row, height: POINTS_A_LINE * needed + POINTS_ABOVE_AND_BELOW }] : [];
  });

/** A formula shows text of about this length. */
const textShown = (cells: readonly Content[], column: number): string => {
  const content = cells[column - 1];
  if (typeof content !== 'string') return '';
  if (!content.startsWith('=')) return content;
  return linkToWords.test(content) ? labelled(content, String(cells[columns.how - 1] ?? '')) : sentenceShown(content);
};

/** A note or a support row shows what the reader said, after a label of the user's that is about so long. */
const linkToWords = new RegExp(`${columnName(columns.how)}\\d+$`);
const labelled = (formula: string, said: string): string => `${formula.includes('!') ? 'A label of ordinary length, and more' : ''}${said}`;

const FIGURE = '$000,000.00';

/**
 * A sentence that begins with words goes on with words and figures; any other chooses one of its sentences, with a figure or
 * two. What stands for a figure that cannot be worked out comes last and is short.
 */
const sentenceShown = (formula: string): string => {
  const words = [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, said = '']) => said).filter((said) => /[a-z]{2}/i.test(said) && said !== 'blank');
  const figures = FIGURE.repeat(formula.split('TEXT(').length - 1);
  const usual = formula.startsWith('=IFERROR(') ? words.slice(0, -1) : words;
  if (formula.startsWith('=IFERROR("')) return usual.join('') + figures;
  return usual.reduce((longest, said) => (said.length > longest.length ? said : longest), '') + figures.slice(0, 2 * FIGURE.length);
};
