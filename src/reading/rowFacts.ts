import { datesIn, parseDate, usDate, withoutDates, type CalendarDate } from '../cells/date';
import { FIRST_YEAR, LAST_YEAR, parseYear, yearsIn } from '../cells/year';
import { onlyYear, type SourceContext } from './context';
import type { GridCell } from './grid';
import { textOf } from './grid';
import type { Column } from './header';
import type { DateFound, ListRole, RowFacts, RowText, YearFound } from './judgement';
import type { ListLayout } from './listLayout';
import type { Concept } from './vocabulary';

/** What the rows of a list say beside their amounts. */
export type FactsOfRow = (row: number, amount: Column) => RowFacts;

const dateConcepts: readonly Concept[] = ['date', 'contribution_date', 'conversion_date'];
/** Columns that tell when. Their words are not read as words about the amount, except those of a total. */
export const tellWhen: readonly Concept[] = [...dateConcepts, 'tax_year'];

export function factsOfRows(context: SourceContext, role: ListRole, layout: ListLayout): FactsOfRow {
  const { grid } = context;
  const amounts = new Set(layout.amounts.map(({ column }) => column));
  const wordy = layout.columns.filter(({ column, concept }) => !amounts.has(column) && (concept === null || !tellWhen.includes(concept)));
  const preferred: Concept = role.role === 'conversions' ? 'conversion_date' : 'contribution_date';
  const dated = [...layout.columns.filter(({ concept }) => concept === preferred), ...layout.columns.filter(({ concept }) => concept === 'date')];
  const yearColumn = layout.columns.find(({ concept }) => concept === 'tax_year');

  const textsOf = (row: number): readonly RowText[] => wordy.flatMap(({ column, concept }) => {
    const cell = grid.at(row, column);
    const text = textOf(cell);
    return /\p{L}/u.test(text) ? [{ cell, text, concept }] : [];
  });
  const statedYear = (row: number, texts: readonly RowText[], amount: Column): YearFound => {
    const cell = yearColumn === undefined ? null : grid.at(row, yearColumn.column);
    if (cell !== null && !cell.blank) return yearIn(cell, context);
    const words = role.datedInWords ? yearInWords(texts) : none;
    return words.kind === 'none' && amount.year !== null ? { kind: 'year', year: amount.year } : words;
  };
  const date = (row: number, texts: readonly RowText[], year: YearFound): DateFound => {
    const cell = dated.map(({ column }) => grid.at(row, column)).find(({ blank }) => !blank);
    if (cell !== undefined) return dateIn(cell, year.kind === 'year' ? year.year : null, context);
    return role.datedInWords ? dateInWords(texts) : none;
  };
  // Without a header, what is answered about a column is answered at one of its cells, and says nothing of that row.
  const aboutColumns = new Set(layout.header === null ? layout.columns.filter(({ answered }) => answered).map(({ column }) => column) : []);
  const [firstAmount] = layout.amounts;
  const only = onlyYear(context);
  const selectionIsOfPlanYear = only !== null && firstAmount !== undefined && layout.rows.every((row) => {
    const texts = textsOf(row);
    const found = date(row, texts, statedYear(row, texts, firstAmount));
    return found.kind !== 'date' || found.date.year === only;
  });

  return (row, amount) => {
    const cell = grid.at(row, amount.column);
    const account: readonly RowText[] = amount.account === undefined || amount.cell === null ? [] : [{ cell: amount.cell, text: amount.account, concept: 'account_type' }];
    const texts = [...textsOf(row), ...account];
    const year = statedYear(row, texts, amount);
    return {
      cell,
      texts,
      year,
      date: date(row, texts, year),
      answer: context.answers.about(cell, grid.filledIn(row).filter(({ address }) => !aboutColumns.has(address.column))),
      selectionIsOfPlanYear,
      headedNondeductible: amount.concept === 'contribution_nondeductible',
    };
  };
}

const none = { kind: 'none' } as const;

export function yearIn(cell: GridCell, { date1904 }: SourceContext): YearFound {
  const reading = parseYear(cell.value, { numberFormat: cell.numberFormat, date1904 });
  if (reading.kind === 'year') return reading;
  return reading.kind === 'blank' ? none : { kind: 'unclear', why: reading.why };
}

export function dateIn(cell: GridCell, year: number | null, { date1904 }: SourceContext): DateFound {
  const reading = parseDate(cell.value, { date1904, year });
  if (reading.kind === 'date') return taxYearDate(reading.date);
  return reading.kind === 'blank' ? none : { kind: 'unclear', why: reading.why };
}

/** A day outside the years of Form 8606 is a number or a slip of the pen. */
const taxYearDate = (date: CalendarDate): DateFound =>
  date.year >= FIRST_YEAR && date.year <= LAST_YEAR ? { kind: 'date', date } : { kind: 'unclear', why: `${usDate(date)} lies outside the years of Form 8606.` };

const telling = (texts: readonly RowText[]): readonly RowText[] => texts.filter(({ concept }) => concept !== 'notes' && concept !== 'source' && concept !== 'account_number' && concept !== 'filed');

function yearInWords(texts: readonly RowText[]): YearFound {
  const years = [...new Set(telling(texts).flatMap(({ text }) => yearsIn(withoutDates(text))))];
  const [only] = years;
  if (only === undefined) return none;
  return years.length === 1 ? { kind: 'year', year: only } : { kind: 'unclear', why: `Its row names the years ${years.join(' and ')}.` };
}

function dateInWords(texts: readonly RowText[]): DateFound {
  const dates = telling(texts).flatMap(({ text }) => datesIn(text));
  const [first] = dates;
  if (first === undefined) return none;
  const same = dates.every(({ year, month, day }) => year === first.year && month === first.month && day === first.day);
  return same ? taxYearDate(first) : { kind: 'unclear', why: 'Its row names several dates.' };
}
