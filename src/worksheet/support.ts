import { formatCell, type CellAddress } from '../cells/address';
import type { Scale } from '../cells/amount';
import { anyInputs } from '../forms/form8606';
import type { Asked, BoxCell, Held, SetAside, UsedCell } from '../reading/facts';
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
  /** What the cell holds where an answer counts in its place; null where nothing depends on that, or `text` says it. */
  readonly holds: Held | null;
  readonly sign: 1 | -1;
  /** How many dollars the sheet means by one. */
  readonly scale: Scale;
  /** Cells with a row of their own whose amounts are part of this one, and are taken off here. */
  readonly less: readonly CellAddress[];
  /** The amount that the cell has on its Form 1099-R or 5498, whether or not it counts; null where it is of no form. */
  readonly box: SupportBox | null;
}

/** An amount of a form: what it is added to in the tie-out, and how it is fetched from its cell. */
export interface SupportBox {
  /** Year and what it ties to; empty for a part that is only taken off another row. */
  readonly key: string;
  readonly amount: string;
  readonly text: string | null;
  readonly sign: 1 | -1;
  readonly scale: Scale;
  readonly answered: boolean;
}

const boxOf = ({ year, ties, amount, text, sign, scale, answered }: BoxCell): SupportBox => ({
  key: ties === 'part' ? '' : `${year}|${ties}`, amount: amount.times(answered ? 1 : sign).toString(), text, sign: answered ? 1 : sign, scale: scale ?? 1, answered: answered ?? false,
});

/** Gives each amount of a form to the row of its cell: the one that fetches it from there, where a cell has several. */
export const withBoxes = (rows: readonly SupportRow[], boxes: readonly BoxCell[]): readonly SupportRow[] => {
  const rowsOf = new Map<string, number[]>();
  rows.forEach(({ cell }, index) => {
    if (cell) rowsOf.set(formatCell(cell), [...(rowsOf.get(formatCell(cell)) ?? []), index]);
  });
  const given = new Map(boxes.flatMap((box): [number, BoxCell][] => {
    const places = rowsOf.get(formatCell(box.cell)) ?? [];
    const place = places.find((index) => ['number', 'text'].includes(rows[index]!.counts)) ?? places[0];
    return place === undefined ? [] : [[place, box]];
  }));
  return rows.map((row, index) => {
    const box = given.get(index);
    return box === undefined ? row : { ...row, box: boxOf(box), text: row.text ?? box.text };
  });
};

export const usedRow = (year: number, used: UsedCell): SupportRow => ({
  cell: used.cell,
  line: anyInputs[used.input].line,
  key: supportKey(year, used.input),
  label: used.label,
  how: `${year}: ${used.note}`,
  text: used.text,
  amount: used.answered || used.text !== null ? (used.whole ?? used.amount).times(used.answered ? 1 : used.sign).toString() : null,
  counted: used.amount.toString(),
  counts: used.answered ? 'answer' : used.blank ? 'blank' : used.text === null ? 'number' : 'text',
  holds: used.holds ?? null,
  sign: used.answered ? 1 : used.sign,
  scale: used.scale ?? 1,
  less: used.less ?? [],
  box: null,
});

const uncounted = { key: '', text: null, amount: null, counted: null, counts: 'not', holds: null, sign: 1, scale: 1, less: [], box: null } as const;

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

/** The contents of a support row, by column. `partAt` tells where the amount of another source cell stands. */
export const supportContents = (
  row: SupportRow, reference: string, sheetRow: number, partAt: (cell: CellAddress) => string,
): ReadonlyMap<number, Content> => {
  const contents = new Map<number, Content>([
    [columns.line, row.line],
    [columns.description, `=${at(columns.differs, sheetRow)}&"  "&${row.label ? `${formatCell(row.label)}&${quotedText(' — ')}&` : ''}${at(columns.how, sheetRow)}`],
    [columns.differs, reference],
    [columns.thisYear, amountCounted(row, sheetRow, partAt)],
    [columns.how, row.how],
    [columns.key, row.key],
    [columns.textRead, row.text ?? writtenOut(row.holds)],
    [columns.amountRead, row.amount === null ? '' : Number(row.amount)],
    [columns.engine, row.counted === null ? '' : Number(row.counted)],
  ]);
  if (row.cell) {
    const source = formatCell(row.cell);
    contents.set(columns.priorYear, `=${source}`);
    if (row.box) {
      contents.set(columns.boxAmount, amountOfBox(row.box, source, sheetRow));
      contents.set(columns.boxRead, row.box.text === null ? '' : Number(row.box.amount));
      contents.set(columns.boxKey, row.box.key);
    }
    contents.set(columns.source, `=${quotedText(`${row.cell.sheet}, cell `)}&ADDRESS(ROW(${source}),COLUMN(${source}),4)`);
  }
  return contents;
};

const writtenOut = (holds: Held | null): string => (typeof holds === 'object' && holds !== null ? holds.writtenOut : '');

/** Whether the cell still holds what was answered for. */
const stillHolds = (holds: Held | null, source: string, sheetRow: number): string | null => {
  if (holds === null) return null;
  if (holds === 'nothing') return `ISBLANK(${source})`;
  return holds === 'an error' ? `ISERROR(${source})` : `EXACT(${source},${at(columns.textRead, sheetRow)})`;
};

const amountCounted = ({ cell, counts, holds, sign, scale, text, less }: SupportRow, sheetRow: number, partAt: (cell: CellAddress) => string): Content => {
  if (!cell || counts === 'not') return '';
  const source = formatCell(cell);
  const taken = less.map((part) => `-${partAt(part)}`).join('');
  const read = at(columns.amountRead, sheetRow);
  const asText = `IF(EXACT(${source},${at(columns.textRead, sheetRow)}),${read},NA())`;
  const answersFor = stillHolds(holds, source, sheetRow);
  if (counts === 'answer') return `=${text !== null ? asText : answersFor === null ? read : `IF(${answersFor},${read},NA())`}${taken}`;
  const otherwise = { number: 'NA()', text: asText, blank: `IF(ISBLANK(${source}),0,NA())` }[counts];
  return `=${sign === -1 ? '-' : ''}IF(ISNUMBER(${source}),ROUND(${source}${scale === 1 ? '' : `*${scale}`},2),${otherwise})${taken}`;
};

/** What a cell has on its form, without its sign; text counts only while it stands there as it was read. */
const amountOfBox = ({ amount, text, sign, scale, answered }: SupportBox, source: string, sheetRow: number): Content => {
  const asText = text === null ? 'NA()' : `IF(EXACT(${source},${at(columns.textRead, sheetRow)}),${at(columns.boxRead, sheetRow)},NA())`;
  if (answered) return text === null ? Number(amount) : `=${asText}`;
  return `=${sign === -1 ? '-' : ''}IF(ISNUMBER(${source}),ROUND(${source}${scale === 1 ? '' : `*${scale}`},2),${asText})`;
};

/** The schedule under its titles: a row for every cell that was read and is no header, total or note. */
export const putSupport = (grid: Grid, tab: TabContent): void => {
  const titles: readonly [number, string][] = [
    [columns.line, 'Line'], [columns.description, 'What the sheet says, and how it was read'], [columns.thisYear, 'Counted'],
    [columns.priorYear, 'In the cell now'], [columns.source, 'Where'], [columns.tick, 'Tick'], [columns.note, 'Note'],
  ];
  for (const [column, title] of titles) grid.put(column, positions.supportTitles, title);
  if (tab.support.length === 0) grid.put(columns.description, positions.firstSupport, 'No cell was read.');
  const partAt = (cell: CellAddress): string => {
    const index = tab.support.findIndex((row) => (row.key !== '' || row.box !== null) && row.cell !== null && formatCell(row.cell) === formatCell(cell));
    const part = tab.support[index];
    if (part === undefined) throw new Error(`${formatCell(cell)} is part of another cell and has no support row.`);
    return at(part.key === '' ? columns.boxAmount : columns.thisYear, positions.firstSupport + index);
  };
  tab.support.forEach((row, index) => {
    const sheetRow = positions.firstSupport + index;
    for (const [column, content] of supportContents(row, referenceOf(row, index), sheetRow, partAt)) grid.put(column, sheetRow, content);
  });
};
