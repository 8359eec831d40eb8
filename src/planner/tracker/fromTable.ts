import { cellKey, formatCell, formatRange, parseRange, type CellAddress } from '../../cells/address';
import { serialOf } from '../../cells/date';
import { quoted } from '../../cells/quoted';
import { Decimal, zero } from '../../engine/decimal';
import { Refusal } from '../../engine/refusal';
import type { AnyInputName } from '../../forms/form8606';
import { coveredYears } from '../../law';
import type { Person, Plan } from '../../plan/plan';
import { Answers, type SourceContext } from '../../reading/context';
import { Fates } from '../../reading/fates';
import type { Reading, UsedCell, YearFacts } from '../../reading/facts';
import { Grid } from '../../reading/grid';
import { findHeader } from '../../reading/header';
import { dataRows } from '../../reading/listLayout';
import { read } from '../../reading/read';
import { dateIn } from '../../reading/rowFacts';
import type { SourceCells } from '../../reading/sourceCells';
import { columnsOfTable } from '../../reading/tableColumns';
import { yearTable } from '../../reading/tableShape';
import type { Concept } from '../../reading/vocabulary';
import type { Content } from '../../worksheet/layout';
import type { TrackerRequest } from './request';
import type { TrackerRow } from './tracker';

/** A table of the user's as rows of a tracker that follow its cells, and what was not taken over. */
export interface RowsOfTable {
  readonly rows: readonly TrackerRow[];
  /** A sentence each: cells that ask for an answer, amounts that were read from text, elections. */
  readonly left: readonly string[];
}

/** The inputs of the form that make up a column of the tracker: all that a `year_table` can hold. */
interface Amounts {
  readonly plus: readonly AnyInputName[];
  readonly minus?: readonly AnyInputName[];
}

const amounts = {
  contributed: { plus: ['contributionsInYear', 'contributionsAfterYearEnd'], minus: ['deducted', 'returned'] },
  late: { plus: ['contributionsAfterYearEnd'] },
  converted: { plus: ['conversions'] },
  distributed: { plus: ['distributions'] },
  value: { plus: ['accountValues', 'outstandingRollovers'] },
} as const satisfies Readonly<Record<string, Amounts>>;

const basis: Amounts = { plus: ['priorBasis'] };

/**
 * Reads a table with a row per year, as a Form 8606 reads it; nothing of it is changed. A cell of the tracker follows the user's
 * cells where a formula can fetch them, and holds the amount where text was read.
 *
 * @throws Refusal where the table holds no year, and where it does not say whose its rows are and both persons' are asked for.
 */
export const rowsOfTable = ({ source, persons: whose, basisBefore }: TrackerRequest, cells: SourceCells, date1904: boolean): RowsOfTable => {
  const { range } = source!;
  const readings = whose.map((person) => ({ person, ...readFor(person, range, cells, date1904) }));
  if (readings.length > 1) refuseShared(readings.map(({ reading }) => reading), range);
  const rows = readings.flatMap(({ person, reading, places }) => {
    const asked = askedIn(reading, places);
    return reading.years.filter(hasAmounts).map((facts, index) => {
      const { known, ...row } = rowOf(person, facts, places, index === 0 ? basisBefore[person] ?? 'read' : null);
      return { ...row, known: { ...known, ...Object.fromEntries(asked.get(facts) ?? []) } };
    });
  });
  if (rows.length === 0) {
    throw new Refusal('MISSING', 'source', range, 'a row per year', `${range} holds no year with an amount that could be read. Select the table with its headings, a row for each year. Nothing was changed.`);
  }
  return { rows, left: [...new Set(readings.flatMap(({ reading }) => [...reading.asked.map(({ cell, text }) => (text.includes(formatCell(cell)) ? text : `${formatCell(cell)}: ${text}`)), ...reading.years.flatMap(readFromText), ...reading.years.flatMap(election)]))] };
};

const hasAmounts = ({ used, statedCarry }: YearFacts): boolean => used.length > 0 || statedCarry !== undefined;

const readFromText = ({ used }: YearFacts): readonly string[] => used.filter(({ text }) => text !== null)
  .map(({ cell, text }) => `${formatCell(cell)} holds the text ${quoted(text)}: its amount was written, and does not follow the cell.`);

interface DateBeside {
  readonly content: Content;
  /** The calendar year of the date; null where it is none. */
  readonly in: number | null;
}

/** What stands beside the amounts of a row of the user's table. */
interface Places {
  dateAt(row: number, of: 'contribution_date' | 'conversion_date', year: number): DateBeside | null;
  /** The cell of a year-end value that is still missing, to be followed once it is there. */
  valueAt(row: number): Content | null;
  /** The column of the tracker that a column of the table feeds; null where it feeds none. */
  fieldOf(column: number): Field | null;
}

type Field = keyof typeof amounts;

const fields: Readonly<Partial<Record<Concept, Field>>> = {
  contribution_nondeductible: 'contributed', contribution_total: 'contributed', deduction_taken: 'contributed', returned_contribution: 'contributed',
  made_next_year: 'late', converted: 'converted', distribution_other: 'distributed', fmv_year_end: 'value', outstanding_rollover: 'value',
};

/**
 * Nothing that is asked about is counted, and in a tracker nobody would see that it is not: so its cell is followed, which Look
 * then asks for; where it is in no row that is read, the table is refused. A question about a year stands at a cell that is counted.
 */
const askedIn = ({ years, asked }: Reading, { fieldOf }: Places): ReadonlyMap<YearFacts, readonly (readonly [Field, Content])[]> => {
  const found = new Map<YearFacts, (readonly [Field, Content])[]>();
  for (const { cell, text } of asked.filter(({ about }) => about === 'cell')) {
    const field = fieldOf(cell.column);
    if (field === null) continue;
    const facts = years.find(({ used }) => used.some((other) => other.cell.row === cell.row));
    if (!facts) throw new Refusal('MISSING', 'source', formatCell(cell), 'an answer', `${text} The tracker cannot ask: put that right in your table, then insert again. Nothing was changed.`);
    found.set(facts, [...found.get(facts) ?? [], [field, linkTo(cell, `ROUND(${formatCell(cell)},2)`)]]);
  }
  return found;
};

const readFor = (person: Person, range: string, cells: SourceCells, date1904: boolean): { readonly reading: Reading; readonly places: Places } => {
  const source = { role: 'year_table', range } as const;
  const plan: Plan = { person, name: '', year: coveredYears, rounding: 'cents', ratioPlaces: 'exact', sources: [source], answers: {} };
  const reading = read(plan, { sources: [cells], date1904 });
  const grid = new Grid(parseRange(range), cells, date1904);
  const header = findHeader(grid, date1904);
  // What the reader asks is asked above; here only the places of the dates are wanted.
  const context: SourceContext = { plan, years: coveredYears, source, grid, date1904, answers: new Answers(new Map()), fates: new Fates(), readBefore: [] };
  const columns = columnsOfTable(context, yearTable, header, dataRows(grid, header));
  const cellAt = (row: number, of: Concept) => columns.filter(({ concept }) => concept === of).map(({ column }) => grid.at(row, column));
  return {
    reading,
    places: {
      dateAt: (row, of, year) => {
        const [cell] = cellAt(row, of);
        if (!cell || cell.blank) return null;
        const found = dateIn(cell, year, context);
        const date = found.kind === 'date' ? found.date : null;
        if (typeof cell.value === 'number') return { content: `=IF(LEN(${formatCell(cell.address)})=0,"",${formatCell(cell.address)})`, in: date?.year ?? null };
        return date && { content: serialOf(date) - (date1904 ? DAYS_TO_1904 : 0), in: date.year };
      },
      valueAt: (row) => {
        const [cell, another] = cellAt(row, 'fmv_year_end');
        return cell && !another && cell.blank ? linkTo(cell.address, `ROUND(${formatCell(cell.address)},2)`) : null;
      },
      fieldOf: (column) => {
        const concept = columns.find((one) => one.column === column)?.concept;
        return (concept && fields[concept]) ?? null;
      },
    },
  };
};

const DAYS_TO_1904 = 1462;

const refuseShared = ([one, other]: readonly Reading[], range: string): void => {
  const cellsOf = (reading: Reading | undefined): readonly CellAddress[] => (reading?.years ?? []).flatMap(({ used }) => used.map(({ cell }) => cell));
  const known = new Set(cellsOf(one).map(cellKey));
  const shared = cellsOf(other).find((cell) => known.has(cellKey(cell)));
  if (!shared) return;
  throw new Refusal('CONTRADICTION', 'source', formatCell(shared), 'one person', `${range} does not say whose the amount in ${formatCell(shared)} is, so it would count for both persons. `
    + 'Select the table of one person and choose whose it is. Nothing was changed.');
};

const rowOf = (person: Person, facts: YearFacts, places: Places, before: number | 'read' | null): TrackerRow => {
  const { year, used, statedCarry } = facts;
  const rowsOf = (from: Amounts): readonly number[] => [...new Set(used.filter(({ input }) => from.plus.some((one) => one === input)).map(({ cell }) => cell.row))];
  const inOneRow = <Found>(rows: readonly number[], find: (row: number) => Found | null): Found | null => (rows.length === 1 ? find(rows[0]!) : null);
  const madeOn = inOneRow(rowsOf(amounts.contributed), (row) => places.dateAt(row, 'contribution_date', year));
  const convertedOn = inOneRow(rowsOf(amounts.converted), (row) => places.dateAt(row, 'conversion_date', year));
  const row: Partial<Record<keyof typeof amounts | 'madeOn' | 'convertedOn' | 'filed', Content | null>> = {
    contributed: contentOf(amounts.contributed, used),
    madeOn: madeOn?.content ?? null,
    late: lateOf(facts, madeOn),
    converted: contentOf(amounts.converted, used),
    convertedOn: convertedOn?.content ?? null,
    distributed: contentOf(amounts.distributed, used),
    value: contentOf(amounts.value, used) ?? inOneRow([...new Set(used.map(({ cell }) => cell.row))], places.valueAt),
    filed: statedCarry === undefined ? null : followed([statedCarry], () => true),
  };
  const carriedIn = before === 'read' ? contentOf(basis, used) : before;
  return {
    year, person,
    ...(carriedIn === null ? {} : { before: carriedIn }),
    known: { ...Object.fromEntries(Object.entries(row).filter(([, content]) => content !== null)), proof: proofOf(facts) },
  };
};

const sumOf = (used: readonly UsedCell[], inputs: readonly AnyInputName[]): Decimal =>
  used.filter((cell) => isIn(inputs, cell)).reduce((sum, { amount }) => sum.plus(amount), zero);

/** Contributions on both sides of the year end of which some were deducted or undone: which ones remain is an election (line 4). */
const isElective = ({ used }: YearFacts): boolean =>
  [['contributionsInYear'], ['contributionsAfterYearEnd'], amounts.contributed.minus].every((inputs) => sumOf(used, inputs as readonly AnyInputName[]).greaterThan(zero));

const election = (facts: YearFacts): readonly string[] => (isElective(facts) ? [
  `${facts.year}: contributions were made in the year and after it, and some were deducted or undone. Made next year is what cannot be of the year (line 4 as Form 8606 takes it here); type another amount where `
  + 'it was elected.',
] : []);

/** What was made next year, where the date of the contribution does not say the same by itself; null where it does. */
const lateOf = (facts: YearFacts, madeOn: DateBeside | null): Content | null => {
  const { used, year } = facts;
  const inYear = sumOf(used, ['contributionsInYear']);
  if (isElective(facts)) {
    const kept = sumOf(used, amounts.contributed.plus).minus(sumOf(used, amounts.contributed.minus));
    return Decimal.max(zero, kept.minus(inYear)).toNumber();
  }
  const late = sumOf(used, ['contributionsAfterYearEnd']);
  const isSaidByDate = madeOn !== null && (madeOn.in === year + 1 ? inYear.isZero() : late.isZero());
  return isSaidByDate ? null : contentOf(amounts.late, used);
};

const isIn = (names: readonly AnyInputName[], { input }: UsedCell): boolean => names.includes(input);

/** What the cells of some inputs come to; null where there are none. */
const contentOf = ({ plus, minus = [] }: Amounts, used: readonly UsedCell[]): Content | null =>
  followed(used.filter((cell) => isIn(plus, cell) || isIn(minus, cell)), (cell) => isIn(plus, cell));

/** A part of another cell's amount ("of which late") is in that cell already. */
const withoutParts = (cells: readonly UsedCell[]): readonly UsedCell[] => {
  const parts = new Set(cells.flatMap(({ less = [] }) => less.map(cellKey)));
  return cells.filter(({ cell }) => !parts.has(cellKey(cell)));
};

/** Whether a formula can fetch what was read: not where text was read, nor where only a part counts that stands elsewhere. */
const canBeFollowed = ({ text, answered, scale, less }: UsedCell, among: readonly UsedCell[]): boolean =>
  text === null && !answered && scale === undefined && (less ?? []).every((part) => among.some(({ cell }) => cellKey(cell) === cellKey(part)));

/**
 * A formula over the user's cells, or the amount itself. A cell that is emptied later is blank here too; one that no longer
 * holds an amount is said to be changed, and Look asks for it.
 */
const followed = (cells: readonly UsedCell[], adds: (cell: UsedCell) => boolean): Content | null => {
  if (cells.length === 0) return null;
  const counted = withoutParts(cells);
  if (!counted.every((cell) => canBeFollowed(cell, cells))) {
    return cells.reduce((sum, cell) => (adds(cell) ? sum.plus(cell.amount) : sum.minus(cell.amount)), zero).toNumber();
  }
  const [only, another] = counted;
  const signed = (cell: UsedCell): string => `${adds(cell) === (cell.sign === 1) ? '+' : '-'}ROUND(${formatCell(cell.cell)},2)`;
  if (only && !another) return linkTo(only.cell, signed(only).replace(/^\+/, ''));
  const usable = counted.map(({ cell }) => `OR(LEN(${formatCell(cell)})=0,ISNUMBER(${formatCell(cell)}))`).join(',');
  return `=IF(AND(${usable}),${counted.map((cell) => signed(cell).replace('ROUND(', 'ROUND(N(').replace(/,2\)$/, '),2)')).join('').replace(/^\+/, '')},"changed")`;
};

const linkTo = (cell: CellAddress, amount: string): string => `=IF(LEN(${formatCell(cell)})=0,"",IF(ISNUMBER(${formatCell(cell)}),${amount},"changed"))`;

/** The cells that a row was read from, as an address a person can go to. */
const proofOf = ({ used, statedCarry }: YearFacts): string => {
  const cells = [...used, ...(statedCarry ? [statedCarry] : [])].map(({ cell }) => cell);
  const [first] = cells;
  if (!first) return '';
  const edge = (choose: (...numbers: number[]) => number, of: 'row' | 'column'): number => choose(...cells.map((cell) => cell[of]));
  return formatRange({ sheet: first.sheet, top: edge(Math.min, 'row'), left: edge(Math.min, 'column'), bottom: edge(Math.max, 'row'), right: edge(Math.max, 'column') });
};
