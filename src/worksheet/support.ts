import { formatCell, type CellAddress } from '../cells/address';
import { anyInputs } from '../forms/form8606';
import type { Asked, SetAside, UsedCell } from '../reading/facts';
import type { TabContent } from './content';
import type { Grid } from './grid';
import { quotedText, type Content } from './layout';
import { at, columns, positions } from './positions';
import { referenceOf, supportKey } from './schedules';

/**
 * One row of the support schedule: one source cell and its fate. A line never sums the user's own range (Excel's SUM
 * passes over an amount that is text without a word); it sums these rows, and a row whose source can no longer be read
 * says #N/A.
 */
export interface SupportRow {
  readonly cell: CellAddress | null;
  /** The line that it counts for; a dash where it counts for none, a question mark where that is still asked. */
  readonly line: string;
  /** Year and input that the amount is added to; empty where it is not counted. */
  readonly key: string;
  readonly label: CellAddress | null;
  readonly how: string;
  readonly text: string | null;
  readonly amount: string | null;
  /** What it counted for when the tab was built, to tell what has changed since; null where it counts for nothing. */
  readonly counted: string | null;
  /** What the cell must hold for the row to count: a number, the text that was read, nothing; or the preparer's answer counts. */
  readonly counts: 'number' | 'text' | 'blank' | 'answer' | 'not';
  readonly sign: 1 | -1;
  /** Cells with a row of their own whose amounts are part of this one, and are taken off here. */
  readonly less: readonly CellAddress[];
}

export const usedRow = (year: number, used: UsedCell): SupportRow => ({
  cell: used.cell,
  line: anyInputs[used.input].line,
  key: supportKey(year, used.input),
  label: used.label,
  how: `${year}: ${used.note}`,
  text: used.text,
  amount: used.answered || used.text !== null ? used.amount.times(used.answered ? 1 : used.sign).toString() : null,
  counted: used.amount.toString(),
  counts: used.answered ? 'answer' : used.blank ? 'blank' : used.text === null ? 'number' : 'text',
  sign: used.answered ? 1 : used.sign,
  less: used.less ?? [],
});

const uncounted = { key: '', text: null, amount: null, counted: null, counts: 'not', sign: 1, less: [] } as const;

export const setAsideRow = ({ cell, label, reason }: SetAside): SupportRow => ({
  ...uncounted, cell, line: '-', label, how: `Not counted: ${reason}`,
});

/** A question about a cell keeps it from being counted; one about a year stands at a cell that a row of its own counts. */
export const askedRow = ({ cell, about, text }: Asked): SupportRow => ({
  ...uncounted, cell, line: '?', label: null, how: `Open question${about === 'cell' ? ', not counted' : ''}: ${text}`,
});

/** A row of an earlier build whose cell is no longer selected: it stays where it is, so that notes beside it do, at nothing. */
export const retiredRow = (cell: CellAddress | null): SupportRow => ({
  ...uncounted, cell, line: '-', label: null,
  how: cell ? 'No longer selected; counted in an earlier build of this tab' : 'The cell that stood here was deleted from its sheet',
});

/** What identifies a row from one build to the next: the source cell and what it counts for. */
export const rowIdentity = (cell: CellAddress, key: string): string => `${formatCell(cell)}|${key}`;

/** The contents of a support row, by column. `rowOf` tells where the row of another source cell stands. */
export const supportContents = (
  row: SupportRow, reference: string, sheetRow: number, rowOf: (cell: CellAddress) => number,
): ReadonlyMap<number, Content> => {
  const contents = new Map<number, Content>([
    [columns.line, row.line],
    [columns.description, `=${at(columns.differs, sheetRow)}&"  "&${row.label ? `${formatCell(row.label)}&${quotedText(' — ')}&` : ''}${at(columns.how, sheetRow)}`],
    [columns.differs, reference],
    [columns.thisYear, amountCounted(row, sheetRow, rowOf)],
    [columns.how, row.how],
    [columns.key, row.key],
    [columns.textRead, row.text ?? ''],
    [columns.amountRead, row.amount === null ? '' : Number(row.amount)],
    [columns.engine, row.counted === null ? '' : Number(row.counted)],
  ]);
  if (row.cell) {
    const source = formatCell(row.cell);
    contents.set(columns.priorYear, `=${source}`);
    contents.set(columns.source, `=${quotedText(`${row.cell.sheet}, cell `)}&ADDRESS(ROW(${source}),COLUMN(${source}),4)`);
  }
  return contents;
};

const amountCounted = ({ cell, counts, sign, text, less }: SupportRow, sheetRow: number, rowOf: (cell: CellAddress) => number): Content => {
  if (!cell || counts === 'not') return '';
  const source = formatCell(cell);
  const taken = less.map((part) => `-${at(columns.thisYear, rowOf(part))}`).join('');
  const read = at(columns.amountRead, sheetRow);
  const asText = `IF(EXACT(${source},${at(columns.textRead, sheetRow)}),${read},NA())`;
  if (counts === 'answer') return `=${text === null ? read : asText}${taken}`;
  const otherwise = { number: 'NA()', text: asText, blank: `IF(ISBLANK(${source}),0,NA())` }[counts];
  return `=${sign === -1 ? '-' : ''}IF(ISNUMBER(${source}),ROUND(${source},2),${otherwise})${taken}`;
};

/** The schedule under its titles: a row for every cell that was read and is no header, total or note. */
export const putSupport = (grid: Grid, tab: TabContent): void => {
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
    for (const [column, content] of supportContents(row, referenceOf(row, index), sheetRow, rowOf)) grid.put(column, sheetRow, content);
  });
};
