import { columnName } from '../cells/address';
import type { Unit } from '../engine/term';
import { basisCarried } from '../forms/form8606';
import { coveredYears } from '../law';
import { blockCells, countOfChecks, formulaRows, putBlocks, putChecks } from './blockRows';
import { personWords, type TabContent } from './content';
import { tabLines } from './entries';
import { putForm } from './formRows';
import { Grid } from './grid';
import type { Content, Layout } from './layout';
import { columnWidths, looks, rowHeights } from './looks';
import { carryName, lineName, sourceName, tabTitle } from './names';
import { at, columns, controlled, fixed, head, layoutMark, positions, rowOfEntry, LAYOUT_VERSION } from './positions';
import { howToSign, signedDiffers, signOff, signOffCells, statusFormula } from './signOff';
import { putSupport } from './support';
import { tailRows } from './tail';
import { version } from './version';

export type { TabContent } from './content';

/** The Form 8606 tab of one person and year: plain Excel formulas that live on without the add-in. */
export const tab8606 = (tab: TabContent): Layout => {
  const earlierColumns = tab.earlierYears.map((_, index) => columns.firstEarlierYear + index);
  const grid = new Grid(Math.max(columns.firstEarlierYear, ...earlierColumns));
  const lastSupport = positions.firstSupport + Math.max(1, tab.support.length) - 1;
  const tail = tailRows(tab, lastSupport + 2);
  const cells = blockCells(lastSupport, tail.changedCount);

  putHead(grid, tab);
  for (const { title, row } of positions.sections) grid.put(columns.line, row, title);
  putForm(grid, tab, earlierColumns, lastSupport);
  putBlocks(grid, tab, cells);
  putChecks(grid, tab, cells);
  for (const row of formulaRows(grid)) grid.put(columns.how, row, asText(grid.at(columns.thisYear, row)));
  putSupport(grid, tab);
  for (const { column, row, content } of tail.contents) grid.put(column, row, content);
  for (let row = 1; row <= grid.rows.length; row += 1) putPreparersCells(grid, row);

  return {
    title: tabTitle(tab.year, tab.person),
    cells: grid.rows,
    looks: looks(tab, tail.lastRow),
    names: [
      ...tabLines.map((id) => ({ name: lineName(tab.year, tab.person, id), cell: at(columns.thisYear, rowOfEntry(id)) })),
      { name: carryName(tab.year, tab.person), cell: at(columns.thisYear, rowOfEntry(basisCarried.id)) },
    ],
    sourceNames: tab.sources.map(({ number, range }) => ({ name: sourceName(tab.year, tab.person, number), range })),
    preparersColumns: [columns.tick, columns.note],
    columnWidths: [
      columnWidths.line, columnWidths.description, columnWidths.amount, columnWidths.amount, columnWidths.source, columnWidths.tick, columnWidths.note,
      columnWidths.how, columnWidths.textRead, columnWidths.key, columnWidths.helper, columnWidths.helper, columnWidths.helper, columnWidths.helper,
      columnWidths.gap, columnWidths.amount,
      ...earlierColumns.map(() => columnWidths.amount),
    ],
    rowHeights: rowHeights(grid.rows),
    orientation: 'Portrait',
    printArea: `${columnName(columns.line)}:${columnName(columns.note)}`,
    printTitleRows: `$${head.columnTitles}:$${head.columnTitles}`,
    footer: { left: '&F', center: '&A', right: '&D  Page &P of &N' },
    statusCell: at(columns.thisYear, head.status),
  };
};

/** A formula as text, without the sign by which Excel would take it for one. */
export const asText = (formula: Content): string => String(formula ?? '').replace(/^=/, '');

const roundingWords: Record<Unit, string> = { dollars: 'whole dollars', cents: 'cents' };

const putHead = (grid: Grid, tab: TabContent): void => {
  const cell = (row: number): string => at(columns.thisYear, row);
  const [value, places, used] = [cell(head.rounding), cell(head.ratioPlaces), cell(head.placesUsed)];
  const amounts = `${fixed(columns.thisYear, controlled.first)}:${fixed(columns.thisYear, controlled.last)}`;
  grid.put(columns.line, head.title, `Form 8606 workpaper, tax year ${tab.year}, ${personWords[tab.person]}`);
  grid.put(columns.line, head.notForFiling, 'Workpaper, not for filing; federal only. Not tax advice.');
  const pairs: readonly [number, string, Content][] = [
    [head.client, 'Client', tab.clientName],
    [head.person, 'Person', personWords[tab.person]],
    [head.year, 'Tax year', tab.year],
    [head.status, 'Status', statusFormula(countOfChecks('STOP'), `${at(columns.differs, signOff.line14.row)}:${at(columns.differs, signOff.controlTotal.row)}`)],
    [head.rounding, 'Rounding: "whole dollars" or "cents"', roundingWords[tab.unit]],
    [head.ratioPlaces, 'Line 10 places: "exact", or 3 to 10', tab.ratioPlaces],
    [head.unitsPerDollar, 'Units to a dollar', `=IF(ISNA(${used}),NA(),IF(${value}="cents",100,IF(${value}="whole dollars",1,NA())))`],
    [head.decimals, 'Decimals of a line', `=IF(${cell(head.unitsPerDollar)}=100,2,0)`],
    [head.placesUsed, 'Line 10 places in use',
      `=IF(${places}="exact","exact",IF(ISNUMBER(${places}),IF(AND(${places}>=3,${places}<=10,INT(${places})=${places}),${places},NA()),NA()))`],
    [head.controlTotal, 'Control total: each amount of the form and its build-up, times its place',
      `=ROUND(SUMPRODUCT(ROW(${amounts})-ROW(${fixed(columns.thisYear, head.columnTitles)}),${amounts}),2)`],
    [head.checks, 'Checks', `=${countOfChecks('STOP')}&" STOP, "&${countOfChecks('LOOK')}&" LOOK, "&${countOfChecks('OK')}&" OK"`],
  ];
  for (const [row, label, content] of pairs) {
    grid.put(columns.description, row, label);
    grid.put(columns.thisYear, row, content);
  }
  putSignOff(grid);
  grid.put(columns.source, head.placesUsed, `Limits: tax year ${tab.year} (table: ${coveredYears[0]!} to ${coveredYears.at(-1)!})`);
  grid.put(layoutMark.column, layoutMark.row, `Built by IRA Basis ${version}, layout ${LAYOUT_VERSION}`);
  if (tab.built !== '') grid.put(columns.source, head.checks, `Built on ${tab.built}`);
  grid.put(columns.description, head.checks + 1, howToSign);
  const titles: readonly [number, string][] = [
    [columns.line, 'Line'], [columns.description, 'Description'], [columns.thisYear, String(tab.year)], [columns.priorYear, 'Prior year'],
    [columns.source, 'Source'], [columns.tick, 'Tick'], [columns.note, 'Note'], [columns.how, 'How it was read, or the formula'],
    [columns.textRead, 'Text as read'], [columns.key, 'Counts for'], [columns.amountRead, 'Amount read'], [columns.engine, 'When built'],
    [columns.differs, 'Differs'],
  ];
  for (const [column, title] of titles) grid.put(column, head.columnTitles, title);
};

const putSignOff = (grid: Grid): void => {
  const shown = {
    'line 14': at(columns.thisYear, rowOfEntry('14')),
    'line 18': at(columns.thisYear, rowOfEntry('18')),
    'control total': at(columns.thisYear, head.controlTotal),
  };
  for (const { row, label, comparedWith } of signOffCells) {
    grid.put(columns.source, row, label);
    if (comparedWith) grid.put(columns.differs, row, signedDiffers(at(columns.note, row), shown[comparedWith]));
  }
};

/** The tick and note columns below the titles, and the cells of the sign-off, are the preparer's. */
const putPreparersCells = (grid: Grid, row: number): void => {
  const titled = row === head.columnTitles || row === positions.supportTitles;
  if (titled) return;
  if (row > head.columnTitles) grid.put(columns.tick, row, null);
  if (row > head.columnTitles || signOffCells.some((cell) => cell.row === row)) grid.put(columns.note, row, null);
};
