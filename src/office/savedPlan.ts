import { formatCell, parseCell, parseRange } from '../cells/address';
import { Refusal } from '../engine/refusal';
import { persons, validatePlan, type Person, type Plan } from '../plan/plan';
import { at, columns, head } from '../worksheet/positions';
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
  readonly problems: readonly string[];
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
  const sources: { role: string; range: string }[] = [];
  const answers: Record<string, unknown> = {};
  const headCell = (row: number): unknown => cellOf(cells.head, row, columns.thisYear);
  const rounding = headCell(head.rounding);
  try {
    for (const { kind, text, role, link } of planRows(cells.tail)) {
      if (kind === 'source') {
        const range = rangeOfName(formulaOf.get(text.toLowerCase()) ?? '#REF!');
        if (range !== null) sources.push({ role, range });
        else problems.push(`A range that the tab "${sheet}" was built from (role "${role}") is no longer in the workbook. Select it again.`);
      } else if (link.includes('#REF!')) {
        problems.push(`A cell that was answered for on the tab "${sheet}" (${text}) was deleted, and the answer with it.`);
      } else {
        answers[formatCell(parseCell(link.replace(/^=/, '')))] = JSON.parse(text);
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
    });
    return { year, person, sheet, plan, problems };
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof SyntaxError)) throw error;
    const why = error instanceof Refusal ? error.text : 'an answer in it is not as it was written.';
    return { year, person, sheet, plan: null, problems: [...problems, `What the tab "${sheet}" was built from cannot be read: ${why} Select the ranges again.`] };
  }
};

interface PlanRow {
  readonly kind: 'source' | 'answer';
  readonly text: string;
  readonly role: string;
  readonly link: string;
}

/** The rows below the plan's heading, down to the first that is neither a source nor an answer. */
const planRows = (tail: Block): readonly PlanRow[] => {
  const rows: PlanRow[] = [];
  const last = tail.rowIndex + tail.formulas.length;
  let row = tail.rowIndex + 1;
  while (row <= last && !String(cellOf(tail, row, columns.how)).startsWith('PLAN:')) row += 1;
  for (row += 1; row <= last; row += 1) {
    const kind = cellOf(tail, row, columns.how);
    if (kind !== 'source' && kind !== 'answer') break;
    rows.push({
      kind,
      text: String(cellOf(tail, row, columns.textRead)),
      role: String(cellOf(tail, row, columns.key)),
      link: String(cellOf(tail, row, columns.amountRead)),
    });
  }
  return rows;
};
