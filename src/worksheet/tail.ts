import { LAST_COLUMN, LAST_ROW } from '../cells/address';
import type { TabContent } from './content';
import type { Content } from './layout';
import { sourceName } from './names';
import { at, columns } from './positions';

export interface TailRows {
  readonly lastRow: number;
  readonly contents: readonly { readonly column: number; readonly row: number; readonly content: Content }[];
  /** A formula for the number of sources whose range is no longer as it was. */
  readonly changedCount: string;
}

/** By which a row of the plan is known when it is read again. */
export const planWords = { source: 'source', asItWas: 'source as it was', answer: 'answer', sepOrSimple: 'SEP or SIMPLE IRA' } as const;

/**
 * What follows the support rows and moves down when they grow: the notes, which are printed, and below the printed page and
 * to its right the plan. The plan says which range plays which role (by a name on the range, so that Excel moves it), how
 * large and how full it was, where it stood and whose it is, and what the preparer answered. From it the tab can be built again.
 */
export const tailRows = (tab: Pick<TabContent, 'person' | 'year' | 'sources' | 'answers' | 'sepOrSimple' | 'changes' | 'notes' | 'built'>, firstRow: number): TailRows => {
  const contents: { column: number; row: number; content: Content }[] = [];
  const put = (column: number, row: number, content: Content): void => void contents.push({ column, row, content });
  let row = firstRow;
  const list = (title: string, sentences: readonly string[]): void => {
    if (sentences.length === 0) return;
    put(columns.line, row, title);
    for (const sentence of sentences) {
      row += 1;
      put(columns.description, row, `=${at(columns.how, row)}`);
      put(columns.how, row, sentence);
    }
    row += 2;
  };
  list('CHANGED SINCE THE BUILD BEFORE', tab.changes);
  list('NOTES AND ASSUMPTIONS', tab.notes);

  put(columns.how, row, 'PLAN: what this tab was built from; IRA Basis reads it when the tab is built again');
  put(columns.textRead, row, tab.built);
  const firstSource = row + 1;
  for (const { role, number, range, details, rows, columns: wide, filled } of tab.sources) {
    row += 1;
    const name = sourceName(tab.year, tab.person, number);
    put(columns.how, row, planWords.source);
    put(columns.textRead, row, name);
    put(columns.key, row, role);
    put(columns.amountRead, row, rows);
    put(columns.engine, row, wide);
    put(columns.differs, row, filled);
    const asItWas = [
      // Whole rows and columns stay whole, and not every program has as many of them.
      ...(rows === LAST_ROW ? [] : [`ROWS(${name})=${at(columns.amountRead, row)}`]),
      ...(wide === LAST_COLUMN ? [] : [`COLUMNS(${name})=${at(columns.engine, row)}`]),
      `COUNTA(${name})=${at(columns.differs, row)}`,
    ];
    put(columns.changed, row, `=IFERROR(IF(AND(${asItWas.join(',')}),0,1),1)`);
    row += 1;
    put(columns.how, row, planWords.asItWas);
    put(columns.textRead, row, JSON.stringify({ range, ...details }));
  }
  const changedFlags = `${at(columns.changed, firstSource)}:${at(columns.changed, row)}`;
  for (const { cell, choice } of tab.answers) {
    row += 1;
    put(columns.how, row, planWords.answer);
    put(columns.textRead, row, choice);
    put(columns.amountRead, row, `=${cell}`);
  }
  if (tab.sepOrSimple !== null) {
    row += 1;
    put(columns.how, row, planWords.sepOrSimple);
    put(columns.textRead, row, tab.sepOrSimple);
  }
  return { lastRow: row, contents, changedCount: tab.sources.length === 0 ? '0' : `SUM(${changedFlags})` };
};
