import { CELLS_PER_TRIP } from './readWorkbook';
import { endIfStopped, type Signal } from './stop';

/** Every used cell of a sheet, as Excel shows it. Rows and columns count from 0 on the sheet, `top` and `left` included. */
export interface SheetCells {
  readonly sheet: string;
  readonly isProtected: boolean;
  readonly top: number;
  readonly left: number;
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
  /** "Empty", "String", "Double", "Boolean", "Error": empty text is told from nothing, and an error from its name as text. */
  readonly types: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
}

/** One cell to be written, and what to put back where the whole cannot be written: both as Excel takes them. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly from: unknown;
  readonly to: unknown;
}

/** A cell formatted as text takes whatever is written as text, a formula and a number too: nothing can be entered anew there. */
export const isFormattedAsText = ({ formats, top, left }: SheetCells, { row, column }: Pick<CellChange, 'row' | 'column'>): boolean =>
  formats[row - top]?.[column - left] === '@';

export const isFormula = (content: unknown): content is string => typeof content === 'string' && content.startsWith('=');

/** Every sheet of the workbook: two trips, and one more for each 20,000 cells, between which it can be stopped. */
export const readSheets = async (context: Excel.RequestContext, signal?: Signal): Promise<readonly SheetCells[]> => {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const sheets = worksheets.items.map((sheet) => {
    sheet.protection.load('protected');
    const used = sheet.getRange().getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    return { name: sheet.name, sheet, used };
  });
  await context.sync();
  const read: SheetCells[] = [];
  for (const { name, sheet, used } of sheets) {
    const pages = used.isNullObject ? [] : await inPages(context, sheet, signal, { top: used.rowIndex, left: used.columnIndex, rows: used.rowCount, columns: used.columnCount });
    read.push({
      sheet: name,
      isProtected: sheet.protection.protected,
      top: used.isNullObject ? 0 : used.rowIndex,
      left: used.isNullObject ? 0 : used.columnIndex,
      formulas: pages.flatMap((page) => page.formulas as unknown[][]),
      values: pages.flatMap((page) => page.values as unknown[][]),
      types: pages.flatMap((page) => page.valueTypes as string[][]),
      formats: pages.flatMap((page) => page.numberFormat as string[][]),
    });
  }
  return read;
};

interface Area {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

const inPages = async (context: Excel.RequestContext, sheet: Excel.Worksheet, signal: Signal | undefined, area: Area): Promise<readonly Excel.Range[]> => {
  const pages: Excel.Range[] = [];
  for (const [first, rows] of rowBlocks(area)) {
    endIfStopped(signal);
    const page = sheet.getRangeByIndexes(first, area.left, rows, area.columns);
    page.load('formulas,values,valueTypes,numberFormat');
    // Each trip carries as much as one message may hold; reading all at once is what Excel on the web refuses.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    pages.push(page);
  }
  return pages;
};

/** Blocks of rows of at most 20,000 cells: the first row of each, and how many it has. */
const rowBlocks = ({ top, rows, columns }: Area): readonly (readonly [number, number])[] => {
  const height = Math.max(1, Math.floor(CELLS_PER_TRIP / columns));
  return Array.from({ length: Math.ceil(rows / height) }, (_, block) => [top + block * height, Math.min(height, rows - block * height)] as const);
};

/**
 * Writes all of these cells of a sheet, or none: where Excel refuses one, those written before it are put back as they were.
 *
 * @returns what the written cells show afterwards, in the order of `changes`.
 * @throws what Excel threw, once the cells are as they were.
 */
export const writeAllOrNone = async (context: Excel.RequestContext, sheet: string, changes: readonly CellChange[]): Promise<readonly unknown[]> => {
  try {
    return await write(context, sheet, changes);
  } catch (error) {
    await write(context, sheet, changes.map((change) => ({ ...change, to: change.from })));
    throw error;
  }
};

/** A value as a constant: text gets the apostrophe that keeps Excel from reading it as a number, a date or a formula. */
export const asConstant = (value: unknown): unknown => (typeof value === 'string' ? `'${value}` : value);

const write = async (context: Excel.RequestContext, name: string, changes: readonly CellChange[]): Promise<readonly unknown[]> => {
  const sheet = context.workbook.worksheets.getItem(name);
  const shown = new Map<CellChange, unknown>();
  for (const block of blocksOf(changes)) {
    const range = sheet.getRangeByIndexes(block.top, block.left, block.contents.length, block.contents[0]?.length ?? 0);
    // Null leaves a cell as it is.
    range.formulas = block.contents;
    range.load('values');
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const change of block.changes) shown.set(change, range.values[change.row - block.top]?.[change.column - block.left]);
  }
  return changes.map((change) => shown.get(change));
};

interface Block {
  readonly top: number;
  readonly left: number;
  readonly contents: unknown[][];
  readonly changes: readonly CellChange[];
}

/** The changes as rectangles of at most 20,000 cells, one message each. */
const blocksOf = (changes: readonly CellChange[]): readonly Block[] => {
  const columns = changes.map(({ column }) => column);
  const rows = changes.map(({ row }) => row);
  const [left, right] = [least(columns), most(columns)];
  const area = { top: least(rows), left, rows: most(rows) - least(rows) + 1, columns: right - left + 1 };
  const byRow = new Map<number, CellChange[]>();
  for (const change of changes) byRow.set(change.row, [...(byRow.get(change.row) ?? []), change]);
  return (changes.length === 0 ? [] : rowBlocks(area)).flatMap(([top, height]) => {
    const inBlock = Array.from({ length: height }, (_, down) => byRow.get(top + down) ?? []);
    if (inBlock.every((row) => row.length === 0)) return [];
    const contents = inBlock.map((row) => {
      const line = new Array<unknown>(area.columns).fill(null);
      for (const { column, to } of row) line[column - left] = to;
      return line;
    });
    return [{ top, left, contents, changes: inBlock.flat() }];
  });
};

const least = (numbers: readonly number[]): number => numbers.reduce((smallest, number) => Math.min(smallest, number), Number.POSITIVE_INFINITY);
const most = (numbers: readonly number[]): number => numbers.reduce((largest, number) => Math.max(largest, number), 0);
