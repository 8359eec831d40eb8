import { columnName, columnNumber, formatCell, parseCell, parseRange } from '../cells/address';
import { Refusal } from '../engine/refusal';
import { persons, validatePlan, type Person, type Plan, type Role, type Source, type SourceDetails } from '../plan/plan';
import { at, columns, head } from '../worksheet/positions';
import { planWords } from '../worksheet/tail';
import { rangeOfName } from './rangeOfName';

/**
 * A tab keeps the plan that it was built from (src/worksheet/tab8606.ts writes it below the printed page). Here it is read
 * back, so that a workbook opened again can be built again. The ranges come from workbook names, which Excel moves with
 * their cells; a range that was deleted is reported and not replaced by a guess.
 */
export interface SavedTab {
  readonly year: number;
  readonly person: Person;
  readonly sheet: string;
  /** Null where the tab holds no plan that can be read; `problems` says why. */
  readonly plan: Plan | null;
  /** What was lost, and what is no longer where it was, a sentence each. */
  readonly problems: readonly string[];
  /** Ranges that have to be selected again, each with what it held and the sentence that says why. */
  readonly lost: readonly LostRange[];
}

export interface LostRange {
  readonly role: Role;
  readonly why: string;
}

/** Formulas and constants of a block of cells of a tab. Row and column count from 0, as Excel gives them. */
export interface Block {
  readonly formulas: readonly (readonly unknown[])[];
  readonly rowIndex: number;
  readonly columnIndex: number;
}

/** The parts of a tab that are needed here: a tab over a long ledger has far more rows than one message may hold. */
export interface SavedCells {
  readonly head: Block;
  /** The end of the tab, where the plan stands. */
  readonly tail: Block;
}

/** How far from its last used row a plan is looked for: more ranges and answers than anybody gives. */
export const TAIL_ROWS = 1_000;

/** The cell at row and column, counted from 1; empty text where the block has none. */
const cellOf = ({ formulas, rowIndex, columnIndex }: Block, row: number, column: number): unknown =>
  formulas[row - 1 - rowIndex]?.[column - 1 - columnIndex] ?? '';

export const headRange = `A1:${at(columns.thisYear, head.columnTitles)}`;
export const tailRange = (lastRow: number): string =>
  `${at(columns.how, Math.max(1, lastRow - TAIL_ROWS + 1))}:${at(columns.amountRead, lastRow)}`;

export const statusOf = ({ head: block }: SavedCells): unknown => cellOf(block, head.status, columns.thisYear);

/** Person, year and sheet of every tab: the sheet that the name of its line 1 refers to, whatever its title. */
export const builtTabNames = (formulaOf: ReadonlyMap<string, string>): readonly { sheet: string; year: number; person: Person }[] =>
  [...formulaOf].flatMap(([name, formula]) => {
    const [, year, letter] = /^f8606_(\d{4})_([a-z])_l1$/i.exec(name) ?? [];
    const person = persons.find((one) => one === letter?.toUpperCase());
    const range = rangeOfName(formula);
    return year === undefined || person === undefined || range === null ? [] : [{ sheet: parseRange(range).sheet, year: Number(year), person }];
  });

export const savedTab = (sheet: string, year: number, person: Person, cells: SavedCells, formulaOf: ReadonlyMap<string, string>): SavedTab => {
  const problems: string[] = [];
  const lost: LostRange[] = [];
  const sources: Source[] = [];
  const answers: Record<string, unknown> = {};
  const headCell = (row: number): unknown => cellOf(cells.head, row, columns.thisYear);
  let sepOrSimple: string | undefined;
  const rounding = headCell(head.rounding);
  try {
    for (const row of planRows(cells.tail)) {
      if ('role' in row) {
        const source = sourceNow(row, rangeOfName(formulaOf.get(row.name.toLowerCase()) ?? '#REF!'), sheet, problems, lost);
        if (source !== null) sources.push(source);
      } else if ('sepOrSimple' in row) {
        ({ sepOrSimple } = row);
      } else if (row.link.includes('#REF!')) {
        problems.push(`A cell that was answered for on the tab "${sheet}" (${row.choice}) was deleted, and the answer with it.`);
      } else {
        answers[formatCell(parseCell(row.link.replace(/^=/, '')))] = JSON.parse(row.choice);
      }
    }
    const [plan = null] = validatePlan({
      person,
      name: String(headCell(head.client)),
      year,
      rounding: rounding === 'whole dollars' ? 'dollars' : rounding,
      ratioPlaces: headCell(head.ratioPlaces),
      sources,
      answers,
      sepOrSimple,
    });
    return { year, person, sheet, plan, problems, lost };
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof SyntaxError)) throw error;
    const why = error instanceof Refusal ? error.text : 'an answer in it is not as it was written.';
    return { year, person, sheet, plan: null, lost, problems: [...problems, `What the tab "${sheet}" was built from cannot be read: ${why} Select the ranges again.`] };
  }
};

interface SourceRow {
  readonly name: string;
  readonly role: string;
  /** Where the range stood when the tab was built, and what the plan said of it. */
  readonly asItWas: SourceDetails & { readonly range: string };
}

type PlanRow = SourceRow | { readonly sepOrSimple: string } | { readonly choice: string; readonly link: string };

/** The rows below the plan's heading, down to the first that is neither a source nor an answer. */
const planRows = (tail: Block): readonly PlanRow[] => {
  const rows: PlanRow[] = [];
  const last = tail.rowIndex + tail.formulas.length;
  const textAt = (row: number, column: number): string => String(cellOf(tail, row, column));
  let row = tail.rowIndex + 1;
  while (row <= last && !textAt(row, columns.how).startsWith('PLAN:')) row += 1;
  for (row += 1; row <= last; row += 1) {
    const kind = textAt(row, columns.how);
    if (kind === planWords.answer) rows.push({ choice: textAt(row, columns.textRead), link: textAt(row, columns.amountRead) });
    else if (kind === planWords.sepOrSimple) rows.push({ sepOrSimple: textAt(row, columns.textRead) });
    else if (kind === planWords.source) {
      rows.push({ name: textAt(row, columns.textRead), role: textAt(row, columns.key), asItWas: JSON.parse(textAt(row + 1, columns.textRead)) as SourceRow['asItWas'] });
      row += 1;
    } else break;
  }
  return rows;
};

/**
 * A source where its name refers to now. Excel moves a name with its cells, and not the letters of the columns that say whose
 * the rows are: they move along with the range, and where columns came or went between them nothing says where they are.
 */
const sourceNow = ({ role, asItWas: { range: before, ...details } }: SourceRow, now: string | null, sheet: string, problems: string[], lost: LostRange[]): Source | null => {
  const what = `A range that the tab "${sheet}" was built from (role "${role}")`;
  const lose = (why: string): null => {
    problems.push(why);
    lost.push({ role: role as Role, why });
    return null;
  };
  if (now === null) return lose(`${what} is no longer in the workbook: it was ${before}. Select it again.`);
  const [from, to] = [parseRange(before), parseRange(now)];
  const { owner, ownerColumn, owners, note } = details;
  if ((ownerColumn !== undefined || owners !== undefined) && from.right - from.left !== to.right - to.left) {
    return lose(`${what} had columns of its own for each person and has gained or lost columns: it was ${before} and is ${now} now. Select it again.`);
  }
  if (now !== before) problems.push(`${what} has moved: it was ${before} and is ${now} now. It is read where it is now.`);
  const along = (letters: string): string => columnName((columnNumber(letters) ?? from.left) + to.left - from.left);
  return {
    role: role as Role,
    range: now,
    ...(owner === undefined ? {} : { owner }),
    ...(ownerColumn === undefined ? {} : { ownerColumn: along(ownerColumn) }),
    ...(owners === undefined ? {} : { owners: Object.fromEntries(Object.entries(owners).map(([letters, whose]) => [along(letters), whose])) }),
    ...(note === undefined ? {} : { note }),
  };
};
