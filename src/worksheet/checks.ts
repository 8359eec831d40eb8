import type { InputName } from '../forms/form8606';

/** How bad a failed check is: STOP keeps the tab a draft, LOOK asks the reviewer to look. */
export type Level = 'STOP' | 'LOOK';

/** What a check can refer to on the tab. Addresses only: a check compares cells with cells. */
export interface CheckCells {
  line(id: string): string;
  input(name: InputName): string;
  readonly support: { readonly keys: string; readonly amounts: string };
  readonly keyOf: (input: InputName) => string;
  readonly decimals: string;
  readonly differences: string;
  readonly openQuestions: string;
  readonly sourcesChanged: string;
  readonly totalsDisagree: string;
}

export interface Check {
  readonly id: string;
  readonly rule: string;
  readonly level: Level;
  /** An Excel condition that is TRUE when all is well. An error in it fails the check. */
  readonly holds: (cells: CheckCells) => string;
}

const N = (cell: string): string => `N(${cell})`;
const same = (left: string, right: string, cells: CheckCells): string => `ROUND(${left}-(${right}),${cells.decimals})=0`;

/** The checks of the tab, in the order in which they are printed. C1 to C14 keep the numbers that reviewers' checklists give them. */
export const checks: readonly Check[] = [
  {
    id: 'C1',
    rule: 'Basis is conserved: line 14 is line 3 less line 13',
    level: 'STOP',
    holds: (cells) => same(N(cells.line('14')), `${N(cells.line('3'))}-${N(cells.line('13'))}`, cells),
  },
  {
    id: 'C2',
    rule: 'Line 16 is lines 17 and 18 together; line 15a is line 7 less line 12',
    level: 'STOP',
    holds: (cells) => `AND(${same(N(cells.line('16')), `${N(cells.line('17'))}+${N(cells.line('18'))}`, cells)},`
      + `${same(N(cells.line('15a')), `${N(cells.line('7'))}-${N(cells.line('12'))}`, cells)})`,
  },
  {
    id: 'C3',
    rule: 'The value of the IRAs on line 6 is the sum of its support rows',
    level: 'STOP',
    holds: (cells) => `ROUND(${cells.input('accountValues')}-SUMIF(${cells.support.keys},${cells.keyOf('accountValues')},${cells.support.amounts}),2)=0`,
  },
  {
    id: 'R1',
    rule: 'Every source cell can still be read as it was read (no #N/A above)',
    level: 'STOP',
    holds: (cells) => `ISNUMBER(SUM(${cells.support.amounts}))`,
  },
  {
    id: 'C8',
    rule: 'A conversion with basis has a year-end value to go with it: zero is a value, blank is not',
    level: 'STOP',
    holds: (cells) => `OR(${cells.input('conversions')}=0,${cells.input('priorBasis')}+${cells.input('contributionsInYear')}=0,`
      + `COUNTIF(${cells.support.keys},${cells.keyOf('accountValues')})>0)`,
  },
  {
    id: 'Q1',
    rule: 'Every question of the reader is answered',
    level: 'STOP',
    holds: (cells) => `${cells.openQuestions}=0`,
  },
  {
    id: 'C10',
    rule: 'Totals on the source sheets agree with what was read',
    level: 'LOOK',
    holds: (cells) => `${cells.totalsDisagree}=0`,
  },
  {
    id: 'S1',
    rule: 'The selected ranges are as large and as full as when the tab was built; if not, build again',
    level: 'LOOK',
    holds: (cells) => `${cells.sourcesChanged}=0`,
  },
  {
    id: 'E1',
    rule: 'Every line equals the figure that the engine worked out when the tab was built',
    level: 'LOOK',
    holds: (cells) => `SUM(${cells.differences})=0`,
  },
];
