import { columnName } from '../../cells/address';
import type { Content, Layout } from '../../worksheet/layout';
import { columnIds, columns, headingsOf, type ColumnId, type ColumnKind } from './columns';
import { rowFormulas, type Place } from './formulas';

/** The year and the person of a row, and what is known of it: amounts, dates, or formulas of ours that link to the user's cells. */
export interface TrackerRow {
  readonly year: number;
  readonly person: string;
  /** Basis before this year, where it does not come from the row of this person above: the first row of each person has one. */
  readonly before?: Content;
  readonly known?: Readonly<Partial<Record<'contributed' | 'madeOn' | 'late' | 'convertedOn' | 'converted' | 'distributed' | 'value' | 'filed' | 'proof', Content>>>;
}

/** A tracker as plain data: headings and rows, how they look, and what it covers, in local addresses. */
export interface Tracker {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Content[])[];
  readonly looks: Layout['looks'];
  readonly range: string;
  readonly widths: readonly number[];
}

const at = (column: number, row: number): string => `${columnName(column)}${row}`;

/** A tracker of rows whose first one stands at `firstRow`; below the headings, or below the rows that stand already. */
export const tracker = (place: Place, rows: readonly TrackerRow[], firstRow: number = place.top + 1): Tracker => {
  const headings = headingsOf(place.edition);
  const last = firstRow + rows.length - 1;
  return {
    headings,
    rows: rows.map((row, index) => contentsOf(place, row, firstRow + index)),
    looks: [
      ...looksOf(place, headings.length, firstRow, last),
      ...rows.flatMap(({ before }, index) => (before === undefined ? [] : [{ range: at(place.left + columnIds.indexOf('before'), firstRow + index), look: typedLook }])),
    ],
    range: `${at(place.left, place.top)}:${at(place.left + headings.length - 1, last)}`,
    widths: headings.map((_, index) => columns[columnIds[index] ?? 'carried'].width),
  };
};

const contentsOf = (place: Place, { year, person, before, known = {} }: TrackerRow, row: number): readonly Content[] => {
  const { workings, ...formulas } = rowFormulas(place, row);
  const given: Readonly<Partial<Record<ColumnId, Content>>> = { year, person, ...(before === undefined ? {} : { before }), ...known };
  return [...columnIds.map((id) => given[id] ?? formulas[id] ?? ''), ...workings];
};

const AMOUNT = '#,##0.00;[Red](#,##0.00);0.00';
const formats: Readonly<Record<ColumnKind, string>> = { year: '0', amount: AMOUNT, date: 'mm/dd/yyyy', words: 'General', code: 'General' };

const typedLook = { color: '#0000FF', fill: '#FFF9E5', bottom: 'Thin', between: 'Thin' } as const;

/** Blue is typed, black is worked out. Text that comes from the user's own words is set to text before it is written. */
const looksOf = ({ left, top }: Place, width: number, first: number, last: number): Layout['looks'] => {
  const block = (from: number, to: number): string => `${at(from, first)}:${at(to, last)}`;
  const heading = first === top + 1 ? [
    { range: `${at(left, top)}:${at(left + width - 1, top)}`, look: { numberFormat: '@', size: 9, bold: true, color: '#000000', fill: '#D9E1F2', bottom: 'Thin', wrap: true, vertical: 'Center', horizontal: 'Center' } } as const,
  ] : [];
  return [
    ...heading,
    { range: block(left, left + width - 1), look: { size: 9, vertical: 'Center', color: '#000000' } },
    ...columnIds.map((id, index) => {
      const { kind, typed } = columns[id];
      const isWords = kind === 'words';
      return {
        range: block(left + index, left + index),
        look: {
          numberFormat: id === 'proof' ? '@' : formats[kind],
          horizontal: isWords ? 'Left' as const : kind === 'amount' ? 'Right' as const : 'Center' as const,
          ...(isWords ? { wrap: true, indent: 1 } : {}),
          ...(typed ? typedLook : {}),
          ...(id === 'look' || id === 'taxableConversion' || id === 'carried' ? { bold: true } : {}),
        },
      };
    }),
    ...(width > columnIds.length ? [{ range: block(left + columnIds.length, left + width - 1), look: { numberFormat: AMOUNT, color: '#7F7F7F' } }] : []),
  ];
};
