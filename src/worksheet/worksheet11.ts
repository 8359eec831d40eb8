import { filingStatuses } from '../law/constants';
import { deductionPhaseOut } from '../rules/iraDeduction';
import type { PhaseOutRange } from '../rules/phaseOut';
import { toForm1040, basisCarried } from '../forms/form8606';
import { worksheetAskedFor, worksheetSwitch } from '../forms/worksheet1-1';
import { asked, workedOut, type Block, type BlockCells, type BlockRow } from './block';

/**
 * Worksheet 1-1 on the tab. Whether it applies hangs on facts that no range holds: the preparer gives them here, and where
 * they are blank it is not asked for. The range in which the deduction shrinks follows from filing status and coverage.
 */
export interface DeductionRange {
  /** Filing status and whose coverage counts, as the tab looks them up. */
  readonly key: string;
  readonly label: string;
  readonly range: PhaseOutRange;
}

/** In capitals, because not every program passes over the difference when it looks a text up. */
const keyOf = (filingStatus: string, whose: 'covered' | 'spouse covered'): string => `${filingStatus}|${whose}`.toUpperCase();

/** Every filing status that a plan at work limits, with its range: for the covered person, and for one whose spouse is covered. */
export const deductionRanges = (year: number): readonly DeductionRange[] =>
  filingStatuses.flatMap((filingStatus) => ([true, false] as const).flatMap((covered) => {
    if (!covered && !['mfj', 'mfs'].includes(filingStatus)) return [];
    const range = deductionPhaseOut({ year, filingStatus, covered, spouseCovered: !covered });
    if (range === null) return [];
    const whose = covered ? 'covered' : 'spouse covered';
    return [{ key: keyOf(filingStatus, whose), label: `Deduction range, ${filingStatus}, ${whose}: from, and in the next column to`, range }];
  }));

const rangeId = (number: number): string => `Deduction range ${number}`;

/** The ranges are the same statuses in every year, so their rows are too. */
const sample = deductionRanges(2025);

export const deductionRangeRows: readonly BlockRow[] = sample.map((_, index) => ({
  id: rangeId(index + 1),
  label: ({ year }) => deductionRanges(year)[index]!.label,
  amount: ({ year }) => deductionRanges(year)[index]!.range.start.toNumber(),
  second: ({ year }) => deductionRanges(year)[index]!.range.end.toNumber(),
  key: ({ year }) => deductionRanges(year)[index]!.key,
  source: () => '26 U.S.C. § 219(g)(2), (3), (7)',
}));

const TEXT = '@';

/** A cell in which the preparer types a word: looked at without regard to capitals and spaces. */
const typed = (cell: string): string => `UPPER(TRIM(${cell}))`;
const saysYes = (cells: BlockCells, id: string): string => `EXACT(${typed(cells.row(id))},"YES")`;
const saysNo = (cells: BlockCells, id: string): string => `EXACT(${typed(cells.row(id))},"NO")`;

/** What the preparer types, by the row; the engine reads the same cells when the tab is built again. */
export const deductionRows = {
  covered: 'Covered by a plan',
  spouseCovered: 'Spouse covered by a plan',
  filingStatus: 'Filing status',
  otherIncome: 'Income besides these IRAs',
  rangeStart: 'Deduction range from',
  rangeEnd: 'Deduction range to',
  deductionFactsGiven: 'Deduction facts given',
  coveredByPlan: 'One of them covered',
  [worksheetSwitch]: 'Worksheet 1-1 switch',
} as const;

const ranged = (cells: BlockCells, column: 'row' | 'second'): string => {
  const [first, last] = [rangeId(1), rangeId(sample.length)] as const;
  const key = `${typed(cells.row(deductionRows.filingStatus))}&"|"&IF(${saysYes(cells, deductionRows.covered)},"COVERED","SPOUSE COVERED")`;
  return `=IF(EXACT(${cells.row(deductionRows.coveredByPlan)},"Yes"),IFERROR(INDEX(${cells[column](first)}:${cells[column](last)},`
    + `MATCH(${key},${cells.rowKey(first)}:${cells.rowKey(last)},0)),""),"")`;
};

export const worksheet11Facts: Block = {
  title: 'Worksheet 1-1 of Publication 590-B   Where income may limit the deduction of a contribution; blank: not asked for',
  rows: [
    asked(deductionRows.covered, ({ year }) => `Covered by a retirement plan at work in ${year}? Yes or No`, 'Preparer; Form W-2, box 13', TEXT),
    asked(deductionRows.spouseCovered, () => 'Spouse covered by a plan at work? Yes or No; blank without a spouse, or apart all year', 'Preparer', TEXT),
    asked(deductionRows.filingStatus, () => `Filing status: ${filingStatuses.join(', ')} (mfs: lived together at any time)`, 'Preparer', TEXT),
    asked(deductionRows.otherIncome, () => 'Modified AGI for the IRA deduction, without the taxable part of these IRAs', 'Preparer; Pub. 590-A, Worksheet 1-1'),
    workedOut(deductionRows.coveredByPlan, () => 'Is one of them covered?', (cells) =>
      `=IF(OR(${saysYes(cells, deductionRows.covered)},${saysYes(cells, deductionRows.spouseCovered)}),"Yes","No")`, '26 U.S.C. § 219(g)(1), (5), (7)'),
    workedOut(deductionRows.rangeStart, () => 'The deduction shrinks from an income of', (cells) => ranged(cells, 'row'), 'Looked up under Limits'),
    workedOut(deductionRows.rangeEnd, () => 'and is nothing from', (cells) => ranged(cells, 'second'), 'Looked up under Limits'),
    workedOut(deductionRows.deductionFactsGiven, () => 'Are coverage, status and income given?', (cells) => {
      const own = `OR(${saysYes(cells, deductionRows.covered)},${saysNo(cells, deductionRows.covered)})`;
      const spouse = `OR(ISBLANK(${cells.row(deductionRows.spouseCovered)}),${saysYes(cells, deductionRows.spouseCovered)},${saysNo(cells, deductionRows.spouseCovered)})`;
      return `=IF(AND(${own},${spouse},OR(EXACT(${cells.row(deductionRows.coveredByPlan)},"No"),`
        + `AND(ISNUMBER(${cells.row(deductionRows.otherIncome)}),ISNUMBER(${cells.row(deductionRows.rangeStart)})))),"Yes","No")`;
    }, 'Without a plan, no income is needed'),
    asked(deductionRows[worksheetSwitch], () => 'Use Worksheet 1-1 (Yes) or lines 6 to 12 (No)? Blank: as it applies', 'Preparer decides, and keeps the reason', TEXT),
  ],
};

const compared = (id: string, label: string, entryId: string): BlockRow => ({
  id,
  label: () => label,
  amount: (_, cells) => `=IF(EXACT(${cells.entry(worksheetAskedFor.id)},"Yes"),${cells.entry(entryId)},"")`,
  second: (_, cells) => `=IF(EXACT(${cells.entry(worksheetAskedFor.id)},"Yes"),${cells.otherWay(entryId)},"")`,
});

export const bothWays = { line13: 'Both ways: line 13', taxable: 'Both ways: taxable', carried: 'Both ways: carried' } as const;

/** The result as it stands on the form, and beside it the result of the other way. */
export const worksheet11Results: Block = {
  title: 'Both ways   As on the form, and in the next column the other way (Worksheet 1-1 or lines 6 to 12)',
  rows: [
    compared(bothWays.line13, 'Nontaxable (line 13)', '13'),
    compared(bothWays.taxable, 'Taxable (lines 15c and 18)', toForm1040.id),
    compared(bothWays.carried, 'Basis carried', basisCarried.id),
  ],
};
