import { anyInputNames } from '../forms/form8606';
import { adjustmentIds } from './adjustments';
import type { BlockCells, BlockColumn, BlockRow } from './block';
import { checks } from './checks';
import type { FoundByBuild, TabContent } from './content';
import { adjustedLine, keyFormula, supportRange } from './formRows';
import type { Grid } from './grid';
import { quotedText, type Content } from './layout';
import {
  adjustmentRange, at, blocks, columns, differing, fixed, head, positions, rowInBlock, rowOfCheck, rowOfEntry, rowOfInput,
} from './positions';

const columnOf: Readonly<Record<BlockColumn, number>> = {
  mark: columns.line, label: columns.description, amount: columns.thisYear, second: columns.priorYear, source: columns.source, key: columns.key,
};
const blockColumns = Object.keys(columnOf) as BlockColumn[];

/** Where the things that blocks and checks compare stand on the tab. */
export const blockCells = (lastSupport: number, sourcesChanged: string): BlockCells => {
  const thisYear = (row: number): string => at(columns.thisYear, row);
  return {
    entry: (id) => thisYear(rowOfEntry(id)),
    input: (name) => thisYear(rowOfInput(name)),
    row: (id) => thisYear(rowInBlock(id)),
    second: (id) => at(columns.priorYear, rowInBlock(id)),
    rowKey: (id) => at(columns.key, rowInBlock(id)),
    otherWay: (id) => at(columns.otherWay, rowOfEntry(id)),
    check: (id) => thisYear(rowOfCheck(id)),
    inputs: `${thisYear(rowOfInput(anyInputNames[0]!))}:${thisYear(rowOfInput(anyInputNames.at(-1)!))}`,
    decimals: fixed(columns.thisYear, head.decimals),
    ratioPlaces: fixed(columns.thisYear, head.placesUsed),
    support: {
      keys: supportRange(columns.key, lastSupport),
      lines: supportRange(columns.line, lastSupport),
      amounts: supportRange(columns.thisYear, lastSupport),
    },
    adjustments: {
      lines: adjustmentRange(columns.line), amounts: adjustmentRange(columns.thisYear), flags: adjustmentRange(columns.differs),
    },
    keyOf: (name) => keyFormula(columns.thisYear, name),
    adjustedAs: adjustedLine,
    differences: differing.map(({ first, last }) => `${at(columns.differs, first)}:${at(columns.differs, last)}`).join(','),
    found: (id) => at(columns.engine, rowOfCheck(id)),
    sourcesChanged,
  };
};

export const putBlocks = (grid: Grid, tab: TabContent, cells: BlockCells): void => {
  for (const row of blocks.flatMap(({ rows }) => rows)) {
    for (const column of blockColumns) grid.put(columnOf[column], rowInBlock(row.id), contentOf(row, column, tab, cells));
  }
  for (const id of adjustmentIds) putAdjustmentFlag(grid, rowInBlock(id));
};

/** `null` leaves a cell as it is: on a new tab it is empty, on one that stood before it holds what the preparer wrote. */
const contentOf = (row: BlockRow, column: BlockColumn, tab: TabContent, cells: BlockCells): Content => {
  const ours = column === 'mark' ? row.mark : row[column]?.(tab, cells);
  if (!row.preparers?.some((one) => one === column)) return ours ?? '';
  return tab.standing ? null : ours ?? null;
};

/** 1 for an adjustment that is begun and not complete: SUMIF would pass over it without a word. */
const putAdjustmentFlag = (grid: Grid, row: number): void => {
  const [line, reason, amount] = [columns.line, columns.description, columns.thisYear].map((column) => at(column, row)) as [string, string, string];
  const lines = `${adjustedLine(anyInputNames[0]!)}:${adjustedLine(anyInputNames.at(-1)!)}`;
  grid.put(columns.differs, row, `=IF(AND(ISBLANK(${line}),ISBLANK(${reason}),ISBLANK(${amount})),0,`
    + `IFERROR(IF(AND(NOT(ISBLANK(${line})),COUNTIF(${lines},${line})>0,NOT(ISBLANK(${reason})),ISNUMBER(${amount})),0,1),1))`);
};

export const putChecks = (grid: Grid, tab: TabContent, cells: BlockCells): void => {
  for (const check of checks) {
    const row = rowOfCheck(check.id);
    grid.put(columns.line, row, check.id);
    grid.put(columns.description, row, check.rule);
    grid.put(columns.thisYear, row, `=IF(IFERROR(${check.holds(cells)},FALSE),"OK",${quotedText(check.level)})`);
    grid.put(columns.source, row, `=IFERROR(${check.because(cells, tab)},${quotedText('Cannot be worked out: see Support')})`);
  }
  for (const [id, count] of Object.entries(tab.found) as [FoundByBuild, number][]) grid.put(columns.engine, rowOfCheck(id), count);
};

/** How many checks have a result. */
export const countOfChecks = (result: string): string => {
  const column = columns.thisYear;
  return `COUNTIF(${fixed(column, rowOfCheck(checks[0]!.id))}:${fixed(column, rowOfCheck(checks.at(-1)!.id))},"${result}")`;
};

/** Rows of this year's column, from the form to the last block, whose formula is ours: kept as text beside it, to see it overwritten. */
export const formulaRows = (grid: Grid): readonly number[] => {
  const rows: number[] = [];
  for (let row = head.columnTitles + 1; row < positions.supportTitles; row += 1) {
    const content = grid.at(columns.thisYear, row);
    if (typeof content === 'string' && content.startsWith('=')) rows.push(row);
  }
  return rows;
};
