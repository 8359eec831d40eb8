import { columnName } from '../cells/address';
import { formulaOf } from '../engine/form';
import { unitsPerDollar } from '../engine/term';
import type { Chart } from '../worksheet/chart';
import { Grid } from '../worksheet/grid';
import { quotedText, type Content, type Layout } from '../worksheet/layout';
import { personWords } from '../worksheet/content';
import { allowed, countedFormula, type Kind } from './kinds';
import { columnWidths, looks, rowHeights, sectionLook } from './looks';
import { plannerName, plannerTitle, type Identity } from './names';
import { linesOf } from './lines';
import { at, columns, fixed, head, placesOf, type PlacedBlock, type Places } from './place';
import { idOf, labelOf, notesOf, type Case, type Field, type PlannerChart } from './planner';
import { roundingField, roundingKey } from './rounding';
import { keyOf, startOf } from './work';

/** What is said of a planner's tab besides its definition. */
export interface PlannerContent extends Identity {
  /** What the user gives now, as cells hold it: a formula of ours that links to a cell begins with `=`. By `caseId:field`. */
  readonly given: Readonly<Record<string, Content>>;
  /** Whether the tab stood before: what is typed there and not given now stays. */
  readonly standing: boolean;
}

/** Says once on every tab what it is not. */
export const notAdvice = 'Not a return and not tax advice; federal only. Change a blue cell: the rest follows.';

/** Where a tab says by which layout it was built: a tab of another layout cannot be updated. */
export const layoutMark = { column: columns.label, row: head.ratioPlaces } as const;
export const markOf = ({ planner }: Identity): string => `Built by IRA Basis, ${planner.id} layout ${planner.layoutVersion}`;

/** The tab of a planner: labels, the user's cells, limits with their sources, and live formulas. Plain Excel only. */
export const plannerTab = (content: PlannerContent): Layout => {
  const { planner, year } = content;
  const places = placesOf(planner, year);
  const grid = new Grid(places.lastColumn);
  putHead(grid, content, places);
  for (const block of places.blocks) putBlock(grid, content, places, block);
  const notes = linesOf(notesOf(planner, year), places);
  notes.forEach((line, index) => grid.put(columns.label, places.notes + index, line));
  const titled = putTexts(grid, content, places, places.notes + notes.length);
  const flags = `${at(places.flag, head.rounding)}:${at(places.flag, places.notes)}`;
  grid.put(columns.firstAmount, head.status, `=IF(SUM(${flags})>0,"LOOK: "&SUM(${flags})&IF(SUM(${flags})=1," typed cell"," typed cells")&" cannot be used","Ready")`);
  return {
    title: plannerTitle(content),
    cells: grid.rows,
    looks: [...looks(planner, places, grid.rows.length), ...titled],
    names: [{ name: plannerName(content), cell: 'A1' }],
    sourceNames: [],
    columnWidths: columnWidths(places),
    rowHeights: rowHeights(year, places),
    printArea: `${columnName(columns.mark)}:${columnName(places.lastPrinted)}`,
    printTitleRows: `$${head.title}:$${head.status}`,
    ...(places.lastPrinted > columns.firstAmount + 4 ? { orientation: 'Landscape' as const } : {}),
    ...(planner.pages ? { pageBreaks: places.blocks.filter(({ block }) => planner.pages!.includes(block.id)).map(({ titleRow }) => titleRow) } : {}),
    charts: (planner.charts ?? []).map((chart) => drawn(chart, places)),
    footer: { left: '&F', center: '&A', right: '&D  Page &P of &N' },
    statusCell: at(columns.firstAmount, head.status),
  };
};

/** Texts to be copied, each below its title; what to do with the cells that hold them. */
const putTexts = (grid: Grid, { planner, year }: PlannerContent, places: Places, after: number): Layout['looks'] => {
  let row = after;
  return (planner.texts?.(year) ?? []).map(({ title, lines }) => {
    const titleRow = row + 1;
    grid.put(columns.mark, titleRow, title);
    const broken = linesOf(lines, places);
    broken.forEach((line, index) => grid.put(columns.label, titleRow + 1 + index, line));
    row = titleRow + 1 + broken.length;
    return { range: `${at(columns.mark, titleRow)}:${at(places.lastPrinted, titleRow)}`, look: sectionLook };
  });
};

const drawn = ({ block: id, along, series, ...chart }: PlannerChart, places: Places): Chart => {
  const placed = places.blocks.find(({ block }) => block.id === id);
  const where = places.charts.get(chart.name);
  if (!placed || !where) throw new Error(`There is no block ${id} to be drawn.`);
  const { cases } = placed.block;
  const column = (field: string): string => {
    const [first, last] = [places.cellOf(cases[0]!.id, field), places.cellOf(cases.at(-1)!.id, field)];
    return `${at(first.column, first.row)}:${at(last.column, last.row)}`;
  };
  return {
    ...chart,
    categories: along === undefined ? `${at(columns.label, placed.firstRow)}:${at(columns.label, placed.lastRow)}` : column(along),
    series: series.map(({ field, ...drawnAs }) => ({ ...drawnAs, values: column(field) })),
    covers: `${at(columns.label, where.first)}:${at(Math.min(places.lastPrinted, columns.firstAmount + 4), where.last)}`,
  };
};

const putHead = (grid: Grid, content: PlannerContent, places: Places): void => {
  const { planner, year, person } = content;
  const value = (row: number): string => at(columns.firstAmount, row);
  grid.put(columns.mark, head.title, `${planner.title}, tax year ${year}${person === null ? '' : `, ${personWords[person]}`}`);
  grid.put(columns.mark, head.purpose, `${planner.purpose} ${notAdvice}`);
  const counted = at(places.firstCounted, head.rounding);
  const pairs: readonly (readonly [number, string, Content])[] = [
    [head.status, 'Status', ''],
    [head.year, 'Tax year', year],
    [head.person, 'Person', person === null ? 'Household' : personWords[person]],
    planner.unit
      ? [head.rounding, 'Rounding', planner.unit]
      : [head.rounding, roundingField.label, typedContent(content, roundingKey, roundingField.start)],
    [head.unitsPerDollar, 'Units to a dollar', planner.unit ? unitsPerDollar(planner.unit) : `=IF(EXACT(${counted},"cents"),100,1)`],
    [head.decimals, 'Decimals of an amount', `=IF(${value(head.unitsPerDollar)}=100,2,0)`],
    [head.ratioPlaces, markOf(content), 'exact'],
  ];
  for (const [row, label, shown] of pairs) {
    grid.put(columns.label, row, label);
    grid.put(columns.firstAmount, row, shown);
  }
  if (!planner.unit) putCounted(grid, places, head.rounding, columns.firstAmount + 1, [{ kind: roundingField.kind, column: columns.firstAmount }]);
};

/** What is given now; else on a tab that stands whatever the user typed, and on a new one what the cell starts with. */
const typedContent = ({ given, standing }: PlannerContent, key: string, start: Content): Content =>
  (key in given ? given[key] ?? '' : standing ? null : start ?? '');

const putBlock = (grid: Grid, content: PlannerContent, places: Places, { block, titleRow, headingRow, firstRow }: PlacedBlock): void => {
  const { year } = content;
  const source = places.sourceOf(block);
  grid.put(columns.mark, titleRow, block.title);
  if (headingRow !== null) {
    grid.put(columns.label, headingRow, block.down ? block.casesAre ?? '' : '');
    const headings = block.down ? block.fields.map((field) => labelOf(field, year)) : block.cases.map(({ heading }) => heading);
    headings.forEach((heading, index) => grid.put(columns.firstAmount + index, headingRow, heading));
  }
  block.fields.forEach((field, index) => {
    for (const of of block.cases) putField(grid, content, places, field, of);
    if (block.down) return;
    const row = firstRow + index;
    grid.put(columns.mark, row, field.field === 'worked' && field.entry.kind === 'line' ? field.entry.id : '');
    grid.put(columns.label, row, labelOf(field, year));
    grid.put(source, row, sourceOf(field));
    if (field.field === 'typed') putCounted(grid, places, row, source, block.cases.map(({ id }) => ({ kind: field.kind, column: places.cellOf(id, field.id).column })));
  });
  if (!block.down) return;
  block.cases.forEach(({ id, heading }, index) => {
    const row = firstRow + index;
    grid.put(columns.label, row, heading);
    const typed = block.fields.flatMap((field) => (field.field === 'typed' ? [{ kind: field.kind, column: places.cellOf(id, field.id).column }] : []));
    if (typed.length > 0) putCounted(grid, places, row, source, typed);
  });
};

const sourceOf = (field: Field): Content => {
  switch (field.field) {
    case 'typed': return field.hint;
    case 'limit': return field.source;
    case 'linked': return field.source ?? '';
    case 'worked': return field.entry.law[0] ?? '';
    case 'words': return field.source ?? '';
  }
};

const putField = (grid: Grid, content: PlannerContent, places: Places, field: Field, { id, heading }: Case): void => {
  const { column, row } = places.cellOf(id, idOf(field));
  const cells = places.cellsOf(id);
  const shown = ((): Content => {
    switch (field.field) {
      case 'typed': return typedContent(content, keyOf(id, field.id), startOf({ field, of: { id, heading } }));
      case 'limit': return field.is(id).toNumber();
      case 'linked': return `=${field.is(id).formula(cells)}`;
      case 'worked': return formulaOf(field.entry, cells);
      case 'words': return `=${field.is.formula(cells)}`;
    }
  })();
  grid.put(column, row, shown);
};

interface TypedCell {
  readonly kind: Kind;
  readonly column: number;
}

/** Beside the page: each typed cell of a row as it is counted, and how many of them cannot be; what may be typed is then said in the row. */
const putCounted = (grid: Grid, places: Places, row: number, source: number, typed: readonly TypedCell[]): void => {
  const counted = (column: number): number => places.firstCounted + column - columns.firstAmount;
  for (const { kind, column } of typed) grid.put(counted(column), row, countedFormula(kind, at(column, row)));
  const checked = typed.filter(({ kind }) => kind.is !== 'text');
  if (checked.length === 0) return;
  grid.put(places.flag, row, `=${checked.map(({ column }) => `IF(ISERROR(${at(counted(column), row)}),1,0)`).join('+')}`);
  const hint = String(grid.at(source, row) ?? '');
  const limits = [...new Set(checked.map(({ kind }) => allowed(kind)))].join(' ');
  grid.put(source, row, `=IF(${fixed(places.flag, row)}>0,${quotedText(limits)},${quotedText(hint)})`);
};
