import type { Decimal } from '../engine/decimal';
import type { Form8606 } from '../forms/form8606';
import { partICompleted } from '../forms/form8606/partI';
import type { PartIII } from '../forms/form8606/partIII';
import { worksheetApplies, worksheetAskedFor, worksheetInUse } from '../forms/worksheet1-1';
import type { BlockCells } from './block';
import type { TabContent } from './content';
import { quotedText } from './layout';
import { lines7And8 } from './told';
import { bothWays } from './worksheet11';

/** How bad a failed check is: STOP keeps the tab a draft, LOOK asks the reviewer to look. */
export type Level = 'STOP' | 'LOOK';

/** What a build knows of the checks that can fail from the start: the report gives the same status as the tab. */
export interface BuiltFacts {
  readonly form: Form8606;
  readonly roth: PartIII;
  readonly openQuestions: number;
  readonly hasYearEndValue: boolean;
  readonly hasRothBasis: boolean;
  readonly contributedInAll: Decimal;
  readonly theMost: Decimal;
  readonly adjustmentsComplete: boolean;
}

export interface Check {
  readonly id: string;
  readonly rule: string;
  readonly level: Level;
  /** An Excel condition that is TRUE when all is well. An error in it fails the check. */
  readonly holds: (cells: BlockCells) => string;
  /** What the reviewer sees beside the result, as an Excel expression; the figures that were compared, or what to do. */
  readonly because: (cells: BlockCells, tab: TabContent) => string;
  /** For a STOP that a fresh build can have; the others hold whenever a tab can be built at all. */
  readonly holdsWhenBuilt?: (facts: BuiltFacts) => boolean;
}

const N = (cell: string): string => `N(${cell})`;
const same = (left: string, right: string, cells: BlockCells): string => `ROUND(${left}-(${right}),${cells.decimals})=0`;
const money = (amount: string): string => `TEXT(${amount},"#,##0.00")`;
const says = quotedText;

/** Both ways of a result beside each other: TRUE where they differ. */
const bothWaysDiffer = (cells: BlockCells): string =>
  `(${[bothWays.line13, bothWays.taxable, bothWays.carried].map((id) => `ABS(${N(cells.row(id))}-${N(cells.second(id))})`).join('+')}>0)`;
const isYes = (cells: BlockCells, id: string): string => `EXACT(${cells.entry(id)},"Yes")`;
/** A part of the contributions was deducted in a year in which something moved: then income did limit the deduction. */
const deductedInPart = (cells: BlockCells): string =>
  `AND(${cells.input('deducted')}>0,${cells.row(lines7And8)}>0,${cells.input('deducted')}<${cells.input('contributionsInYear')}+${cells.input('contributionsAfterYearEnd')})`;

/** The checks of the tab, in the order in which they are printed. C1 to C14 keep the numbers that reviewers' checklists give them. */
export const checks: readonly Check[] = [
  {
    id: 'C1',
    rule: 'Basis is conserved: line 14 is line 3 less line 13',
    level: 'STOP',
    holds: (cells) => same(N(cells.entry('14')), `${N(cells.entry('3'))}-${N(cells.entry('13'))}`, cells),
    because: (cells) => `${money(N(cells.entry('3')))}&" - "&${money(N(cells.entry('13')))}`,
  },
  {
    id: 'C2',
    rule: 'Line 16 is lines 17 and 18 together; line 15a is line 7 less line 12',
    level: 'STOP',
    holds: (cells) => `AND(${same(N(cells.entry('16')), `${N(cells.entry('17'))}+${N(cells.entry('18'))}`, cells)},`
      + `${same(N(cells.entry('15a')), `${N(cells.entry('7'))}-${N(cells.entry('12'))}`, cells)})`,
    because: (cells) => `${money(N(cells.entry('17')))}&" + "&${money(N(cells.entry('18')))}`,
  },
  {
    id: 'C3',
    rule: 'Line 6 is its support rows and adjustments; every cell that was read has its row',
    level: 'STOP',
    holds: (cells) => `AND(ROUND(${cells.input('accountValues')}-SUMIF(${cells.support.keys},${cells.keyOf('accountValues')},${cells.support.amounts})`
      + `-SUMIF(${cells.adjustments.lines},${cells.adjustedAs('accountValues')},${cells.adjustments.amounts}),2)=0,COUNTA(${cells.support.lines})=${cells.found('C3')})`,
    because: (cells) => `COUNTA(${cells.support.lines})&" rows; "&COUNTIF(${cells.support.lines},"-")&" not counted, each with its reason"`,
  },
  {
    id: 'C4',
    rule: 'Forms 1099-R agree with lines 7 and 8 and what is not on them',
    level: 'LOOK',
    holds: (cells) => `IF(ISBLANK(${cells.row('1099-R')}),${cells.row(lines7And8)}=0,${cells.row('1099-R difference')}=0)`,
    because: (cells) => `IF(ISBLANK(${cells.row('1099-R')}),IF(ISNUMBER(${cells.row(lines7And8)}),IF(${cells.row(lines7And8)}=0,${says('None is expected')},${says('Enter box 1 in the tie-out')}),NA()),`
      + `"Difference "&${money(cells.row('1099-R difference'))})`,
  },
  {
    id: 'C5',
    rule: 'Forms 5498 agree with what was contributed and converted',
    level: 'LOOK',
    holds: (cells) => `IF(COUNT(${cells.row('5498 box 1')},${cells.row('5498 box 3')})=0,`
      + `${cells.input('contributionsInYear')}+${cells.input('contributionsAfterYearEnd')}+${cells.input('conversions')}=0,${cells.row('5498 difference')}=0)`,
    because: (cells) => `IF(COUNT(${cells.row('5498 box 1')},${cells.row('5498 box 3')})=0,${says('Not entered: they come in May')},`
      + `"Difference "&${money(cells.row('5498 difference'))})`,
  },
  {
    id: 'C6',
    rule: 'Line 2 starts from line 14 of the last Form 8606 that was filed',
    level: 'LOOK',
    holds: (cells) => `IF(ISNUMBER(${cells.row('Filed line 14')}),OR(ROUND(${cells.input('priorBasis')}-${cells.row('Filed line 14')},2)=0,`
      + `ROUND(${cells.input('priorBasis')},0)=${cells.row('Filed line 14')}),FALSE)`,
    because: (cells) => `IF(ISBLANK(${cells.row('Filed line 14')}),${says('Enter the filed line 14 in the tie-out')},`
      + `${money(cells.row('Filed line 14'))}&" filed, "&${money(cells.input('priorBasis'))}&" here")`,
  },
  {
    id: 'C7',
    rule: 'Contributions are within the limit for the year and compensation',
    level: 'STOP',
    holds: (cells) => `${cells.row('Contributed in all')}<=${cells.row('The most')}`,
    because: (cells) => `IF(${cells.row('Contributed in all')}<=${cells.row('The most')},${money(cells.row('Contributed in all'))}&" of "&${money(cells.row('The most'))},`
      + `${money(cells.row('Contributed in all'))}&" is over "&${money(cells.row('The most'))}&IF(ISBLANK(${cells.row('Age')}),${says(': enter the age under Limits')},${says(': an excess, or a wrong year')}))`,
    holdsWhenBuilt: ({ contributedInAll, theMost }) => contributedInAll.lessThanOrEqualTo(theMost),
  },
  {
    id: 'R1',
    rule: 'Every source cell can still be read as it was read (no #N/A above)',
    level: 'STOP',
    holds: (cells) => `ISNUMBER(SUM(${cells.support.amounts}))`,
    because: (cells) => `IF(ISNUMBER(SUM(${cells.support.amounts})),${says('All rows can be read')},${says('See the rows with #N/A under Support')})`,
  },
  {
    id: 'C8',
    rule: 'A conversion or distribution with basis has a year-end value: zero is a value, blank is not',
    level: 'STOP',
    holds: (cells) => `OR(${cells.input('conversions')}+${cells.input('distributions')}=0,`
      + `${['priorBasis', 'basisAdded', 'contributionsInYear', 'contributionsAfterYearEnd'].map((name) => cells.input(name as 'priorBasis')).join('+')}=0,`
      + `COUNTIF(${cells.support.keys},${cells.keyOf('accountValues')})+COUNTIF(${cells.adjustments.lines},${cells.adjustedAs('accountValues')})>0)`,
    because: (cells) => `COUNTIF(${cells.support.keys},${cells.keyOf('accountValues')})&" year-end values"`,
    holdsWhenBuilt: ({ form: { inputs }, hasYearEndValue }) => hasYearEndValue || inputs.conversions.plus(inputs.distributions).isZero()
      || inputs.priorBasis.plus(inputs.basisAdded).plus(inputs.contributionsInYear).plus(inputs.contributionsAfterYearEnd).isZero(),
  },
  {
    id: 'P3',
    rule: 'A nonqualified distribution from a Roth IRA has its basis in contributions: zero is a value, blank is not',
    level: 'STOP',
    holds: (cells) => `OR(ROUND(${cells.input('roth nonqualified')},2)=0,COUNTIF(${cells.support.keys},${cells.keyOf('roth contributionBasis')})`
      + `+COUNTIF(${cells.adjustments.lines},${cells.adjustedAs('roth contributionBasis')})>0)`,
    because: (cells) => `IF(ROUND(${cells.input('roth nonqualified')},2)=0,${says('No nonqualified distribution')},`
      + `COUNTIF(${cells.support.keys},${cells.keyOf('roth contributionBasis')})&" amounts of basis on line 22")`,
    holdsWhenBuilt: ({ roth: { inputs }, hasRothBasis }) => hasRothBasis || inputs.nonqualified.isZero(),
  },
  {
    id: 'C9',
    rule: 'The client was asked about SEP and SIMPLE IRAs: they are in the pool',
    level: 'LOOK',
    // Who answered before building is not asked again; what the preparer enters in the tie-out goes before it.
    holds: (cells) => `IF(ISBLANK(${cells.row('SEP and SIMPLE')}),${cells.found('C9')}=1,EXACT(UPPER(TRIM(${cells.row('SEP and SIMPLE')})),"YES"))`,
    because: (cells) => `IF(ISBLANK(${cells.row('SEP and SIMPLE')}),IF(${cells.found('C9')}=1,${says('Answered before building')},${says('Answer in the tie-out')}),"Answered: "&${cells.row('SEP and SIMPLE')})`,
  },
  {
    id: 'Q1',
    rule: 'Every question of the reader is answered',
    level: 'STOP',
    holds: (cells) => `${cells.found('Q1')}=0`,
    because: (cells) => `${cells.found('Q1')}&" open, marked ? under Support"`,
    holdsWhenBuilt: ({ openQuestions }) => openQuestions === 0,
  },
  {
    id: 'A1',
    rule: 'Every adjustment names a line that can be adjusted, an amount and a reason; nothing built up is below zero',
    level: 'STOP',
    holds: (cells) => `AND(SUM(${cells.adjustments.flags})=0,COUNTIF(${cells.inputs},"<0")=0)`,
    because: (cells) => `COUNT(${cells.adjustments.amounts})&" adjustments; "&SUM(${cells.adjustments.flags})&" not complete"`,
    holdsWhenBuilt: ({ adjustmentsComplete }) => adjustmentsComplete,
  },
  {
    id: 'C10',
    rule: 'Totals on the source sheets agree with what was read',
    level: 'LOOK',
    holds: (cells) => `${cells.found('C10')}=0`,
    because: (cells) => `${cells.found('C10')}&" disagree, see Notes"`,
  },
  {
    id: 'C11',
    rule: 'For information: line 18 with the other rounding of line 10, without holding it at line 5',
    level: 'LOOK',
    holds: (cells) => `IF(ISNUMBER(${cells.entry('18')}),ABS(${cells.row('Line 18 otherwise')}-${cells.entry('18')})<=MAX(${cells.row('Tolerance')},`
      + `ROUND(${cells.row('Tolerance share')}*${cells.entry('8')},2)),LEN(${cells.row('Line 18 otherwise')})=0)`,
    because: (cells) => `IF(ISNUMBER(${cells.entry('18')}),${money(cells.row('Line 18 otherwise'))}&" against "&${money(cells.entry('18'))},${says('Nothing was converted')})`,
  },
  {
    id: 'C12',
    rule: 'No row of the selected ranges belongs to a year that was left out',
    level: 'LOOK',
    holds: (cells) => `${cells.found('C12')}=0`,
    because: (cells) => `${cells.found('C12')}&" of other years, see Support"`,
  },
  {
    id: 'C13',
    rule: 'Contributions are dated, and line 4 holds only what was made after year end',
    level: 'LOOK',
    holds: (cells) => `AND(${cells.found('C13')}=0,OR(${N(cells.entry('4'))}=0,${cells.input('contributionsAfterYearEnd')}>0))`,
    because: (cells, { year }) => `${cells.found('C13')}&${says(` without a date, taken as made during ${year}`)}`,
  },
  {
    id: 'C14',
    rule: 'Part I is completed wherever something was distributed or converted',
    level: 'LOOK',
    holds: (cells) => `OR(EXACT(${cells.entry(partICompleted.id)},"Yes"),${cells.input('distributions')}+${cells.input('conversions')}=0)`,
    because: (cells) => `IF(EXACT(${cells.entry(partICompleted.id)},"Yes"),${says('Part I is completed')},${says('Part I is not required: lines 1 to 15c are blank')})`,
  },
  {
    id: 'W1',
    rule: 'Worksheet 1-1: where it may take the place of lines 6 to 12, both ways agree, or the preparer looks which to use',
    level: 'LOOK',
    holds: (cells) => `IF(${isYes(cells, worksheetAskedFor.id)},IF(OR(${isYes(cells, worksheetApplies.id)},${isYes(cells, worksheetInUse.id)}),`
      + `AND(NOT(${bothWaysDiffer(cells)}),OR(NOT(${isYes(cells, worksheetInUse.id)}),${cells.input('contributionsAfterYearEnd')}=0)),TRUE),NOT(${deductedInPart(cells)}))`,
    because: (cells) => `IF(${isYes(cells, worksheetAskedFor.id)},IF(OR(${isYes(cells, worksheetApplies.id)},${isYes(cells, worksheetInUse.id)}),`
      + `IF(${bothWaysDiffer(cells)},"Line 13: "&${money(N(cells.row(bothWays.line13)))}&" here, "&${money(N(cells.second(bothWays.line13)))}&" the other way",`
      + `IF(AND(${isYes(cells, worksheetInUse.id)},${cells.input('contributionsAfterYearEnd')}>0),${says('It counts late money, lines 4 and 5 do not')},${says('Both ways give the same')})),`
      + `${says('It does not apply')}),IF(${deductedInPart(cells)},${says('Part was deducted: give coverage and income')},${says('Not asked for')}))`,
  },
  {
    id: 'F1',
    rule: 'The finished return shows lines 4a and 4b as worked out here',
    level: 'LOOK',
    holds: (cells) => `AND(N(${cells.row('4a difference')})=0,N(${cells.row('4b difference')})=0)`,
    because: (cells) => `IF(COUNT(${cells.row('4a filed')},${cells.row('4b filed')})=0,${says('Not entered yet')},`
      + `"4a "&${money(N(cells.row('4a difference')))}&", 4b "&${money(N(cells.row('4b difference')))}&" off")`,
  },
  {
    id: 'S1',
    rule: 'The selected ranges are as large and as full as when the tab was built; if not, build again',
    level: 'LOOK',
    holds: (cells) => `${cells.sourcesChanged}=0`,
    because: (cells) => `${cells.sourcesChanged}&" changed"`,
  },
  {
    id: 'E1',
    rule: 'Every line equals the figure that the engine worked out when the tab was built',
    level: 'LOOK',
    holds: (cells) => `SUM(${cells.differences})=0`,
    because: (cells) => `SUM(${cells.differences})&" differ"`,
  },
];
