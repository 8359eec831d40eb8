import { cellKey, contains, formatCell, formatRange, parseCell, type CellAddress } from '../cells/address';
import { amountNotes, parseAmount } from '../cells/amount';
import { answersOf, detailsOfSource, rangeOf, yearsOf, type Plan } from '../plan/plan';
import { Answers, type SourceContext } from './context';
import type { Held, Reading, SourceShape, Warning, YearFacts } from './facts';
import { Fates, type SelectionFates } from './fates';
import { Grid, isDateNumber, type GridCell } from './grid';
import { belongsTo } from './owners';
import { formsThatDiffer } from './boxes';
import { merged } from './merge';
import { readSource } from './readers';
import { inList } from './sentences';
import type { SelectedCells } from './sourceCells';
import { askedAmongValues, inReadingOrder, settleWitnesses } from './witnesses';
import { cellsOf, settleYears } from './years';

/**
 * Reads a plan's selections into facts. Nothing is guessed and nothing is lost: every listed cell ends as used, excluded,
 * ignored or asked about, each with its reason.
 */
export function read(plan: Plan, selected: SelectedCells): Reading {
  const answers = new Answers(answersOf(plan));
  const contexts = plan.sources.map((source, index): Omit<SourceContext, 'readBefore'> => {
    const range = rangeOf(source);
    const grid = new Grid(range, selected.sources[index] ?? { range, cells: [] }, selected.date1904);
    return { plan, years: yearsOf(plan), source, grid, date1904: selected.date1904, answers, fates: new Fates() };
  });
  const selections = contexts.map(({ source, fates }): SelectionFates => ({ role: source.role, range: source.range, fates }));
  const readBefore: SelectionFates[] = [];
  for (const place of inReadingOrder(plan.sources.map(({ role }) => role))) {
    const context: SourceContext = { ...contexts[place]!, readBefore: [...readBefore] };
    if (isOfTheOther(context)) leaveToTheOther(context);
    else readSource(context);
    warnOfHiddenRows(context);
    settleTheRest(context);
    readBefore.push(selections[place]!);
  }
  settleWitnesses(selections);
  const shapes = contexts.map(({ source, grid: { range, filled } }): SourceShape =>
    ({ role: source.role, range: formatRange(range), details: detailsOfSource(source), rows: range.bottom - range.top + 1, columns: range.right - range.left + 1, filled }));

  const overlaps: Warning[] = [];
  const settled = settleYears(plan, merged(selections, answers, overlaps), answers, {
    missing: selections.flatMap(({ fates }) => fates.missingValues),
    askedAmongValues: (year) => askedAmongValues(selections, year),
    questions: selections.flatMap(({ fates }) => fates.ofYears),
  });
  const warnings = selections.flatMap(({ fates }) => fates.warnings).filter(stillCounts(cellsOf(settled.years)));
  const forms = {
    boxes: selections.flatMap(({ fates }) => fates.boxes),
    boxesRead: selections.flatMap(({ fates }) => fates.boxesRead),
    forms1099r: selections.flatMap(({ fates }) => fates.forms1099r),
  };
  const differences = formsThatDiffer(forms, settled.years, settled.asked);
  return { person: plan.person, ...settled, years: settled.years.map(withWhatIsHeld(contexts.map(({ grid }) => grid))), warnings: [...warnings, ...differences, ...overlaps, ...answersOutside(plan), ...answersUnused(plan, answers)], ...forms, sources: shapes };
}

/** An answer is about what a cell holds. */
const withWhatIsHeld = (grids: readonly Grid[]) => (facts: YearFacts): YearFacts => ({
  ...facts,
  used: facts.used.map((one) => (one.answered && one.text === null ? { ...one, holds: heldAt(grids, one.cell) } : one)),
});

function heldAt(grids: readonly Grid[], cell: CellAddress): Held {
  const grid = grids.find(({ range }) => contains(range, cell));
  const { value, blank } = grid?.at(cell.row, cell.column) ?? { value: null, blank: true };
  if (typeof value === 'number') return { writtenOut: String(Number(value.toPrecision(15))) };
  if (typeof value === 'boolean') return { writtenOut: String(value).toUpperCase() };
  if (typeof value === 'string' && !blank) return { writtenOut: value };
  return blank ? 'nothing' : 'an error';
}

/** How an amount was read is worth a line only while the amount counts. */
const stillCounts = (used: ReadonlySet<string>) => ({ cell, code }: Warning): boolean =>
  cell === null || !amountNotes.some((note) => note === code) || used.has(cellKey(cell));

/** A selection that the plan gives to the other person as a whole. */
const isOfTheOther = ({ source, plan }: SourceContext): boolean =>
  source.owner !== undefined && source.owner !== plan.person && source.ownerColumn === undefined && source.owners === undefined;

function leaveToTheOther({ grid, fates, plan }: SourceContext): void {
  const owner = plan.person === 'T' ? 'S' : 'T';
  for (const cell of grid.all()) {
    if (isMoney(cell)) fates.exclude(cell, belongsTo(owner));
  }
}

/** What nothing has claimed is no money of this role: blanks, words, dates, and figures beside the amounts. */
function settleTheRest({ grid, fates, source }: SourceContext): void {
  for (const cell of grid.all()) {
    if (fates.of(cell.address) !== undefined) continue;
    if (cell.blank) fates.ignore(cell, 'Blank.');
    else if (isMoney(cell)) fates.ignore(cell, `A figure that the role ${source.role.replace(/_/gu, ' ')} does not read.`);
    else fates.ignore(cell, isDateNumber(cell) ? 'A date beside the amounts.' : 'Words beside the amounts.');
  }
}

const isMoney = (cell: GridCell): boolean => !cell.blank && !isDateNumber(cell) && parseAmount(cell.value).kind === 'amount';

/** Hidden and filtered rows count, as they do in SUM, but nobody sees them. */
function warnOfHiddenRows({ grid, fates }: SourceContext): void {
  const hidden = [...grid.all()].filter((cell) => cell.hidden && fates.of(cell.address)?.kind === 'used').map(({ address }) => address);
  const [first] = hidden;
  if (first !== undefined) fates.warn(first, 'HIDDEN_ROWS', `Hidden rows are counted: ${inList(hidden.map(formatCell))}.`);
}

/** An answer about a cell that no selection holds settles nothing, and somebody may think it did. */
const answersOutside = (plan: Plan): readonly Warning[] => Object.keys(plan.answers).map((written) => parseCell(written))
  .filter((cell) => !isSelected(plan, cell))
  .map((cell) => ({ cell, code: 'ANSWER_OUTSIDE', text: `The answer about ${formatCell(cell)} settles nothing: no selected range holds that cell.` }));

/** Nor does one that nothing asked for: a role for a row of a table, an owner for a cell that names none. */
const answersUnused = (plan: Plan, answers: Answers): readonly Warning[] => Object.entries(plan.answers).flatMap(([written, answer]) => {
  const cell = parseCell(written);
  const details: readonly (string | null)[] = typeof answer === 'string' ? [null] : Object.keys(answer);
  return isSelected(plan, cell) ? details.filter((detail) => !answers.wasHeard(cell, detail)).map((detail) => ({
    cell,
    code: 'ANSWER_UNUSED',
    text: `The answer about ${formatCell(cell)} (${detail === null ? String(answer) : detail}) settles nothing: nothing about that cell asks for it. Take it back, or answer at the cell that is asked about.`,
  })) : [];
});

const isSelected = (plan: Plan, cell: CellAddress): boolean => plan.sources.some((source) => contains(rangeOf(source), cell));
