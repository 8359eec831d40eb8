import { parseAmount } from '../cells/amount';
import { withoutDates } from '../cells/date';
import { yearsIn } from '../cells/year';
import { detailsOf, leavesOut, saysItCounts } from '../plan/answers';
import type { Answer } from '../plan/plan';
import { amountIn, type CellAmount } from './amountCell';
import { onlyYear, type SourceContext } from './context';
import { isDateNumber, nameOf, textOf, type GridCell } from './grid';
import { findHeader, type Column, type Header } from './header';
import { excludeChoice, includeChoice, type DateFound, type RowText, type YearFound } from './judgement';
import { answeredColumn, dataRows } from './listLayout';
import { belongsTo, leaveOthersColumns, ownersOfRows } from './owners';
import { reportTotals } from './reportTotals';
import { dateIn, yearIn } from './rowFacts';
import { settleHeader, waitForColumns } from './settle';
import { findTotals, isTotalLabel, type Totals } from './totals';
import { unitsOf, type Units } from './units';
import { mayHoldMoney, says, type Concept, type WordsOf } from './vocabulary';

/** How a list is read whose rows hold several amounts each: a form by its boxes, a transaction, a recharacterization. */
export interface RecordShape {
  readonly words: WordsOf;
  /** The columns of money. The first is the one that a row is about. */
  readonly money: readonly Concept[];
  /** What a column may be said to hold besides. */
  readonly beside: readonly Concept[];
  /** Without one column of each of these nothing can be read. */
  readonly needs: readonly (readonly Concept[])[];
  /** What several columns may hold side by side. */
  readonly several?: readonly Concept[];
  /** Every figure of such a list may matter: columns whose headers say nothing that is known are asked about, not passed over. */
  readonly asksUnknown?: true;
  /** The columns of a selection without a header, where what they hold leaves no doubt. */
  readonly byContent?: (columns: readonly Column[]) => readonly Column[];
  /** The columns, once it is known what each one's header says. */
  readonly settled?: (columns: readonly Column[]) => readonly Column[];
}

/** The rows of a list that are this person's and no totals, and what stands in them by what it is. */
export class Records {
  constructor(
    readonly context: SourceContext,
    readonly columns: readonly Column[],
    readonly rows: readonly number[],
    private readonly shape: RecordShape,
    private readonly totals: Totals,
    private readonly yearAbove: number | null,
    private readonly scaleOf: Units['scaleOf'],
  ) {}

  has(concept: Concept): boolean {
    return this.columns.some((column) => column.concept === concept);
  }

  /** The cell of a row by what it holds; null where no column holds that. */
  at(row: number, concept: Concept): GridCell | null {
    const column = this.columns.find((one) => one.concept === concept);
    return column === undefined ? null : this.context.grid.at(row, column.column);
  }

  /** The same for an amount that is there: null where the cell is blank or there is no such column. */
  filled(row: number, concept: Concept): GridCell | null {
    const cell = this.at(row, concept);
    return cell === null || cell.blank ? null : cell;
  }

  /** What stands as an amount in a column, with what was answered about the cell; null where nothing does. */
  amount(row: number, concept: Concept): { readonly cell: GridCell; readonly read: Exclude<CellAmount, { kind: 'blank' }> } | null {
    const cell = this.at(row, concept);
    const read = cell === null ? null : this.read(cell);
    return cell === null || read === null || read.kind === 'blank' ? null : { cell, read };
  }

  /** What a cell comes to as an amount, with what was answered about it. */
  read(cell: GridCell): CellAmount {
    return amountIn(cell, this.context.answers.at(cell.address), this.scaleOf(cell.address.column));
  }

  /** What a cell itself holds as an amount, whatever was answered about it. */
  plain(cell: GridCell): CellAmount {
    return amountIn(cell, undefined, this.scaleOf(cell.address.column));
  }

  /** The words of a row, by what its columns hold. */
  texts(row: number): readonly RowText[] {
    return this.columns.filter(({ concept }) => concept === null || !mayHoldMoney(concept)).flatMap(({ column, concept }) => {
      const cell = this.context.grid.at(row, column);
      const text = textOf(cell);
      return /\p{L}/u.test(text) ? [{ cell, text, concept }] : [];
    });
  }

  /** What was answered about a row: at the cell that it is about, or else at one that describes it. */
  answer(row: number, cell: GridCell): Answer | undefined {
    const describing = this.columns.filter(({ concept }) => concept === null || !mayHoldMoney(concept)).map(({ column }) => this.context.grid.at(row, column));
    return this.context.answers.about(cell, describing);
  }

  /** The tax year that a row states, or that stands in the header, above it or in the name of the sheet. */
  statedYear(row: number, concept: Concept): YearFound {
    const cell = this.filled(row, 'tax_year');
    if (cell !== null) return yearIn(cell, this.context);
    const headed = this.columns.find((one) => one.concept === concept)?.year ?? this.yearAbove;
    return headed === null ? { kind: 'none' } : { kind: 'year', year: headed };
  }

  /** The same, or the plan's year where it asks for one only. */
  year(row: number, concept: Concept): YearFound {
    const stated = this.statedYear(row, concept);
    const only = onlyYear(this.context);
    return stated.kind === 'none' && only !== null ? { kind: 'year', year: only } : stated;
  }

  date(row: number, concept: Concept, year: number | null): DateFound {
    const cell = this.filled(row, concept);
    return cell === null ? { kind: 'none' } : dateIn(cell, year, this.context);
  }

  /** Settles a row that is left out as a whole, or that may be a total; true where nothing is left to read. */
  isSettled(row: number, cell: GridCell): boolean {
    const answer = this.answer(row, cell);
    if (leavesOut(answer)) {
      this.context.fates.exclude(cell, 'Left out by the preparer.', this.label(row));
      return true;
    }
    const { role, kind, converted, amount } = detailsOf(answer);
    if (!this.totals.doubtful.has(row) || saysItCounts(answer) || [role, kind, converted, amount].some((said) => said !== undefined)) return false;
    const label = this.texts(row)[0]?.text ?? '';
    this.context.fates.ask({
      cell: cell.address,
      code: 'LOOKS_LIKE_TOTAL',
      text: `${nameOf(cell)} shows ${cell.shown}${isTotalLabel(label) ? ', and its label speaks of a total' : ', the sum of the rows above it'}. It is not counted until you say whether it is a total.`,
      choices: [{ ...excludeChoice, says: 'It is a total' }, includeChoice],
    });
    return true;
  }

  /** The cell that says what a row is: its account, or else its first words. */
  label(row: number): GridCell['address'] | null {
    const texts = this.texts(row).filter(({ concept }) => concept !== 'notes' && concept !== 'source' && concept !== 'owner');
    return (texts.find(({ concept }) => concept === 'account_type' || concept === 'treatment') ?? texts[0])?.cell.address ?? null;
  }

  /** Once all rows are read: what the totals come to, and the figures beside the amounts, in words of the role. */
  finish(beside: Readonly<Partial<Record<Concept, string>>> = {}): void {
    reportTotals(this.context, this.totals);
    for (const { column, concept } of this.columns) {
      const reason = concept === null ? undefined : beside[concept];
      if (reason === undefined) continue;
      for (const row of this.rows) {
        const cell = this.context.grid.at(row, column);
        if (!cell.blank) this.context.fates.ignore(cell, reason);
      }
    }
  }

  /** What a column of this list may be said to hold. */
  get offers(): readonly Concept[] {
    return [...this.shape.money, ...this.shape.beside];
  }
}

/** Finds the columns and rows of a list; null where that is asked, and everything waits. */
export function recordsIn(context: SourceContext, shape: RecordShape): Records | null {
  const { grid, fates } = context;
  const header = findHeader(grid, context.date1904, shape.words);
  const rows = dataRows(grid, header);
  const named = header === null ? columnsByContent(context, rows, shape) : header.columns.map((column) => answeredColumn(column, context));
  const columns = leaveOthersColumns(context, shape.settled?.(named) ?? named, rows);
  const isMoney = ({ concept }: Column): boolean => concept !== null && shape.money.includes(concept);
  const units = unitsOf(context, header, columns.filter(isMoney), rows, ({ concept }) => concept === 'contribution_total' || concept === 'contribution_nondeductible');
  settleHeader(context, header, rows);
  const inThousands = units.all ?? [...units.waits.values()][0];
  if (inThousands !== undefined) {
    waitForColumns(context, columns, rows, inThousands);
    return null;
  }
  const known = withoutTwins(context, columns, rows, shape);
  if (known === null) return null;
  const lacking = shape.needs.find((one) => !known.some(({ concept }) => concept !== null && one.includes(concept)));
  if (lacking !== undefined) {
    askForColumn(context, known, rows, lacking, shape);
    return null;
  }
  if (shape.asksUnknown) askForUnknown(context, known, rows, shape);
  const money = known.filter(isMoney);
  const describing = known.filter(({ concept }) => concept !== null && !mayHoldMoney(concept) && !['notes', 'source', 'account_number', 'institution'].includes(concept));
  const totals = findTotals(grid, rows, money.map(({ column }) => column), (row) => {
    const words = known.filter(({ concept }) => concept === null || !mayHoldMoney(concept)).map(({ column }) => textOf(grid.at(row, column))).filter((text) => /\p{L}/u.test(text));
    const own = describing.some(({ column }) => {
      const cell = grid.at(row, column);
      return !cell.blank && !isTotalLabel(textOf(cell));
    });
    return { label: words.find(isTotalLabel) ?? words[0] ?? '', own };
  });
  const data = rows.filter((row) => !totals.rows.has(row));
  return new Records(context, known, rowsOfPerson(context, known, money, data), shape, totals, yearAbove(context, header), units.scaleOf);

  function rowsOfPerson(of: SourceContext, all: readonly Column[], amounts: readonly Column[], candidates: readonly number[]): readonly number[] {
    const ownerOf = ownersOfRows(of, all, candidates);
    return candidates.filter((row) => {
      const owner = ownerOf(row);
      if ('of' in owner && owner.of === of.plan.person) return true;
      for (const cell of amounts.map(({ column }) => grid.at(row, column)).filter(({ blank }) => !blank)) {
        if ('waitsFor' in owner) fates.wait(cell, owner.waitsFor.address);
        else fates.exclude(cell, owner.of === 'ignore' ? 'In a joint or total row.' : belongsTo(owner.of));
      }
      return false;
    });
  }
}

/** Without a header, what the preparer said of a column, and else what the role makes of its cells. */
function columnsByContent(context: SourceContext, rows: readonly number[], { byContent }: RecordShape): readonly Column[] {
  const { grid } = context;
  const columns = grid.columns.map((column): Column => {
    const cells = rows.map((row) => grid.at(row, column)).filter(({ blank }) => !blank);
    const place = cells[0] ?? grid.at(grid.rows[0] ?? grid.range.top, column);
    const dates = cells.length > 0 && cells.every((cell) => dateIn(cell, 2000, context).kind === 'date' && (isDateNumber(cell) || typeof cell.value === 'string'));
    const concept: Concept | null = dates ? 'date' : cells.some(isAmount) ? 'amount' : null;
    return answeredColumn({ column, concept, cell: null, place, text: '', year: null, answered: false }, context);
  });
  const isNamed = (column: Column): boolean => column.answered;
  if (columns.some(isNamed)) return columns.map((column) => (column.answered || column.concept === 'date' ? column : { ...column, concept: null }));
  return byContent?.(columns) ?? columns.map((column) => (column.concept === 'amount' ? { ...column, concept: null } : column));
}

const isAmount = (cell: GridCell): boolean => !cell.blank && !isDateNumber(cell) && parseAmount(cell.value).kind === 'amount';

/** Two columns that hold the same are a question; null while it is open. Of two that were both said to hold it the first is read. */
function withoutTwins(context: SourceContext, columns: readonly Column[], rows: readonly number[], shape: RecordShape): readonly Column[] | null {
  const isRead = (concept: Concept | null): concept is Concept => concept !== null && shape.several?.includes(concept) !== true && (shape.money.includes(concept) || shape.beside.includes(concept));
  const twinsOf = ({ concept }: Column): readonly Column[] => columns.filter((other) => other.concept === concept);
  const open = columns.filter((column) => isRead(column.concept) && twinsOf(column).length > 1 && !twinsOf(column).some(({ answered }) => answered));
  if (open.length > 0) {
    for (const column of open) ask(context, column, `the column "${column.text}" holds ${says(column.concept ?? 'amount')}, as another column does`, shape);
    waitForColumns(context, columns, rows, open[0]!.place);
    return null;
  }
  return columns.map((column) => {
    const twins = isRead(column.concept) ? twinsOf(column) : [];
    const first = twins.find(({ answered }) => answered) ?? column;
    if (twins.length < 2 || first === column) return column;
    for (const cell of rows.map((row) => context.grid.at(row, column.column)).filter(isAmount)) context.fates.exclude(cell, `Another column was said to hold ${says(column.concept ?? 'amount')}.`);
    return { ...column, concept: 'notes' };
  });
}

/** Asks which column holds what is lacking, among those that may. */
function askForColumn(context: SourceContext, columns: readonly Column[], rows: readonly number[], lacking: readonly Concept[], shape: RecordShape): void {
  const { grid, fates, source } = context;
  const mayBe = columns.filter(({ concept, answered, column }) =>
    !answered && (concept === null || !mayHoldMoney(concept) === !lacking.some(mayHoldMoney)) && rows.some((row) => !grid.at(row, column).blank)
    && (!lacking.some(mayHoldMoney) || rows.some((row) => isAmount(grid.at(row, column)))));
  for (const column of mayBe) ask(context, column, `nothing says which column holds ${lacking.map(says).join(' or ')}`, shape, lacking);
  const [first] = mayBe;
  if (first !== undefined) return waitForColumns(context, columns, rows, first.place);
  const cell = [...grid.all()].find(({ blank }) => !blank) ?? grid.at(grid.range.top, grid.range.left);
  fates.warn(cell.address, 'NO_AMOUNT_FOUND', `In the selection ${source.range} no column holds ${lacking.map(says).join(' or ')}. Nothing is counted from it.`);
}

/** Their amounts wait; the rest of the list is read. */
function askForUnknown(context: SourceContext, columns: readonly Column[], rows: readonly number[], shape: RecordShape): void {
  for (const column of columns) {
    if (column.concept !== null || column.answered || !rows.some((row) => isAmount(context.grid.at(row, column.column)))) continue;
    ask(context, column, `${column.text === '' ? 'a column without a header' : `the column "${column.text}"`} holds figures of a kind that is not known`, shape);
    waitForColumns(context, [column], rows, column.place);
  }
}

function ask({ fates }: SourceContext, { place }: Column, why: string, shape: RecordShape, first: readonly Concept[] = []): void {
  const offered = [...new Set([...first, ...shape.money, ...shape.beside])];
  fates.ask({
    cell: place.address,
    code: 'COLUMN_UNKNOWN',
    text: `In the selection at ${nameOf(place)}, ${why}. Nothing in this column is counted until you say what it holds.`,
    choices: [...offered.map((concept) => ({ answer: { column: concept }, says: `It holds ${says(concept)}` })), { answer: 'exclude', says: 'It holds something else' }],
  });
}

/** The one year that stands above the header, or else in the name of the sheet. */
function yearAbove({ grid }: SourceContext, header: Header | null): number | null {
  const first = header?.rows[0] ?? 0;
  const titles = grid.rows.filter((row) => row < first).flatMap((row) => grid.filledIn(row));
  const above = [...new Set(titles.flatMap((cell) => (isDateNumber(cell) ? [] : typeof cell.value === 'number' ? yearsIn(String(cell.value)) : yearsIn(withoutDates(textOf(cell))))))];
  if (above.length === 1) return above[0] ?? null;
  const named = yearsIn(grid.sheet.replace(/_/gu, ' '));
  return above.length === 0 && named.length === 1 ? named[0] ?? null : null;
}
