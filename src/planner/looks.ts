import type { Layout, Look } from '../worksheet/layout';
import { at, columns, head, type Places } from './place';
import { idOf, labelOf, type Field, type Planner } from './planner';

/** How a planner's tab looks: the colours of the Form 8606 tab. Blue is typed; each is also told apart by where it stands. */
const page: Look = { size: 10, vertical: 'Top' };
const heading: Look = { bold: true, fill: '#D9E1F2', bottom: 'Thin', wrap: true, vertical: 'Center' };
/** Above a block, and above a text that is to be copied. */
export const sectionLook: Look = { bold: true, fill: '#F2F2F2', top: 'Thin' };
const inputLook: Look = { color: '#0000FF', fill: '#FFF9E5', bottom: 'Thin' };
const limitLook: Look = { color: '#00703C' };
const resultLook: Look = { bold: true };
const AMOUNT = '#,##0.00;[Red](#,##0.00);0.00';

const formats = { amount: AMOUNT, ratio: '0.0000000000', number: '#,##0', rate: '0.00%' } as const;

const formatOf = (field: Field): string => {
  switch (field.field) {
    case 'typed': return { amount: AMOUNT, rate: '0.00%', whole: '0', choice: '@', text: '@' }[field.kind.is];
    case 'limit': return formats[field.measure ?? 'amount'];
    case 'linked': return formats[field.measure ?? 'amount'];
    case 'worked': return field.entry.kind === 'question' ? 'General' : formats[field.entry.measure];
    case 'words': return 'General';
  }
};

const isText = (field: Field): boolean => field.field === 'words' || (field.field === 'typed' && ['choice', 'text'].includes(field.kind.is));

/** What a person types as a name or a remark may be of any length: it runs on, for its row is not high enough for more than a line. */
const isRemark = (field: Field): boolean => field.field === 'typed' && field.kind.is === 'text';

const lookOf = (field: Field): Look => ({
  numberFormat: formatOf(field),
  horizontal: isText(field) ? 'Left' : 'Right',
  ...(isText(field) ? { wrap: !isRemark(field), indent: 1 } : {}),
  ...(field.field === 'typed' ? inputLook : field.field === 'limit' ? limitLook : {}),
  ...('result' in field && field.result ? resultLook : {}),
});

/** An amount column takes the longest day in bold: 30 September 2026. */
const WIDTHS = { mark: 5, label: 50, amount: 17, gap: 3, counted: 12 } as const;

export const columnWidth = (places: Places, column: number): number => {
  if (column === columns.mark) return WIDTHS.mark;
  if (column === columns.label) return WIDTHS.label;
  if (column <= places.lastPrinted) return WIDTHS.amount;
  return column < places.firstCounted ? WIDTHS.gap : WIDTHS.counted;
};

export const columnWidths = (places: Places): readonly number[] =>
  Array.from({ length: places.lastColumn }, (_, index) => columnWidth(places, index + 1));

const CHARACTERS_TO_A_DIGIT = 1.2;
const POINTS_A_LINE = 13;

const linesIn = (text: string, width: number): number => Math.max(1, Math.ceil(text.length / (width * CHARACTERS_TO_A_DIGIT)));

/** Labels, headings and verdicts that take more than one line of their column. */
export const rowHeights = (year: number, places: Places): Layout['rowHeights'] => places.blocks.flatMap(({ block, headingRow, firstRow }) => {
  const heights: { row: number; height: number }[] = [];
  const add = (row: number, lines: number): void => {
    if (lines > 1) heights.push({ row, height: POINTS_A_LINE * lines + 2 });
  };
  if (headingRow !== null) {
    const headings = block.down ? block.fields.map((field) => labelOf(field, year)) : block.cases.map((of) => of.heading);
    add(headingRow, Math.max(...headings.map((text) => linesIn(text, WIDTHS.amount))));
  }
  if (!block.down) {
    block.fields.forEach((field, index) => add(firstRow + index, Math.max(
      linesIn(labelOf(field, year), WIDTHS.label), linesOfOptions(field), block.cases.length > 1 && field.field === 'words' ? linesOfWords(field) : 1)));
  }
  return heights;
});

/** The longest option of a choice likewise. */
const linesOfOptions = (field: Field): number =>
  (field.field === 'typed' && field.kind.is === 'choice' ? Math.max(...field.kind.options.map((option) => linesIn(option, WIDTHS.amount))) : 1);

/** The longest sentence that a verdict can be, in the width of one column. */
const linesOfWords = (field: Extract<Field, { field: 'words' }>): number => Math.max(1, ...(field.longest ? [linesIn(field.longest, WIDTHS.amount)] : []));

export const looks = ({ unit }: Planner, places: Places, lastRow: number): Layout['looks'] => {
  const across = (row: number): string => `${at(columns.mark, row)}:${at(places.lastPrinted, row)}`;
  const value = (row: number): string => at(columns.firstAmount, row);
  return [
    { range: `${at(columns.mark, 1)}:${at(places.lastColumn, lastRow)}`, look: page },
    { range: at(columns.mark, head.title), look: { bold: true, size: 14 } },
    { range: at(columns.mark, head.purpose), look: { italic: true } },
    { range: `${value(head.status)}:${value(head.ratioPlaces)}`, look: { horizontal: 'Left' } },
    { range: value(head.status), look: { bold: true } },
    ...(unit ? [] : [{ range: value(head.rounding), look: { ...inputLook, numberFormat: '@' } }]),
    ...places.blocks.flatMap(({ block, titleRow, headingRow, firstRow, lastRow: last }): Layout['looks'] => [
      { range: across(titleRow), look: sectionLook },
      ...(headingRow === null ? [] : [
        { range: across(headingRow), look: heading },
        { range: `${at(columns.firstAmount, headingRow)}:${at(places.sourceOf(block) - 1, headingRow)}`, look: { horizontal: 'Right' as const } },
      ]),
      { range: `${at(columns.label, firstRow)}:${at(columns.label, last)}`, look: { wrap: true, horizontal: 'Left' as const } },
      { range: `${at(places.sourceOf(block), firstRow)}:${at(places.sourceOf(block), last)}`, look: { indent: 1, horizontal: 'Left' as const } },
      ...block.fields.map((field) => {
        const first = places.cellOf(block.cases[0]!.id, idOf(field));
        const end = places.cellOf(block.cases.at(-1)!.id, idOf(field));
        const runsOn = field.field === 'words' && (block.down ? field === block.fields.at(-1) : block.cases.length === 1);
        return { range: `${at(first.column, first.row)}:${at(end.column, end.row)}`, look: { ...lookOf(field), ...(runsOn ? { wrap: false } : {}) } };
      }),
    ]),
  ];
};
