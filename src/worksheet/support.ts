import { formatCell, type CellAddress } from '../cells/address';
import { inputs, type InputName } from '../forms/form8606';
import type { Asked, SetAside, UsedCell } from '../reading/facts';
import type { Content } from './layout';
import { at, columns } from './positions';
import { quotedText } from './layout';

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
  readonly counts: 'number' | 'text' | 'blank' | 'not';
  readonly sign: 1 | -1;
}

export const supportKey = (year: number, input: InputName): string => `${year}|${input}`;

export const usedRow = (year: number, used: UsedCell): SupportRow => ({
  cell: used.cell,
  line: inputs[used.input].line,
  key: supportKey(year, used.input),
  label: used.label,
  how: `${year}: ${used.note}`,
  text: used.text,
  amount: used.text === null ? null : used.amount.times(used.sign).toString(),
  counts: used.blank ? 'blank' : used.text === null ? 'number' : 'text',
  sign: used.sign,
});

export const setAsideRow = ({ cell, label, reason }: SetAside): SupportRow => ({
  cell, line: '-', key: '', label, how: `Not counted: ${reason}`, text: null, amount: null, counts: 'not', sign: 1,
});

export const askedRow = ({ cell, text }: Asked): SupportRow => ({
  cell, line: '?', key: '', label: null, how: `Open question, not counted: ${text}`, text: null, amount: null, counts: 'not', sign: 1,
});

/** A row of an earlier build whose cell is no longer selected: it stays where it is, so that notes beside it do, at nothing. */
export const retiredRow = (cell: CellAddress | null): SupportRow => ({
  cell, line: '-', key: '', label: null,
  how: cell ? 'No longer selected; counted in an earlier build of this tab' : 'The cell that stood here was deleted from its sheet',
  text: null, amount: null, counts: 'not', sign: 1,
});

/** What identifies a row from one build to the next: the source cell and what it counts for. */
export const rowIdentity = (cell: CellAddress, key: string): string => `${formatCell(cell)}|${key}`;

/** The contents of a support row, by column. */
export const supportContents = (row: SupportRow, sheetRow: number): ReadonlyMap<number, Content> => {
  const contents = new Map<number, Content>([
    [columns.line, row.line],
    [columns.description, row.label ? `=${formatCell(row.label)}&${quotedText(' — ')}&${at(columns.how, sheetRow)}` : `=${at(columns.how, sheetRow)}`],
    [columns.thisYear, amountCounted(row, sheetRow)],
    [columns.how, row.how],
    [columns.key, row.key],
    [columns.textRead, row.text ?? ''],
    [columns.amountRead, row.amount === null ? '' : Number(row.amount)],
  ]);
  if (row.cell) {
    const source = formatCell(row.cell);
    contents.set(columns.priorYear, `=${source}`);
    contents.set(columns.source, `=${quotedText(`${row.cell.sheet}, cell `)}&ADDRESS(ROW(${source}),COLUMN(${source}),4)`);
  }
  return contents;
};

const amountCounted = ({ cell, counts, sign }: SupportRow, sheetRow: number): Content => {
  if (!cell || counts === 'not') return '';
  const source = formatCell(cell);
  const number = `IF(ISNUMBER(${source}),ROUND(${source},2),${whenNotANumber(counts, source, sheetRow)})`;
  return sign === -1 ? `=-${number}` : `=${number}`;
};

/** Text counts as what it was read as while it is still the same text; a cell that was blank counts as zero while it is blank. */
const whenNotANumber = (counts: SupportRow['counts'], source: string, sheetRow: number): string => {
  if (counts === 'text') return `IF(EXACT(${source},${at(columns.textRead, sheetRow)}),${at(columns.amountRead, sheetRow)},NA())`;
  return counts === 'blank' ? `IF(ISBLANK(${source}),0,NA())` : 'NA()';
};
