/**
 * The amounts that Form 8606, Parts I and II, starts from. Every one is the sum of source cells of one person and one
 * year, in dollars and cents, never negative. A line never reads a source cell: it reads one of these.
 */
export const inputs = {
  contributionsInYear: { line: '1', means: 'Contributed for the year, during the year' },
  contributionsAfterYearEnd: { line: '1', means: 'Contributed for the year, after year end and by the due date' },
  returned: { line: '1', means: 'Less contributions returned with their earnings' },
  recharacterizedToRoth: { line: '1', means: 'Less contributions recharacterized to a Roth IRA' },
  deducted: { line: '1', means: 'Less contributions deducted on Form 1040' },
  priorBasis: { line: '2', means: 'Basis carried from earlier years' },
  basisAdded: { line: '2', means: 'Basis added (divorce transfer, after-tax plan money rolled in)' },
  basisRemoved: { line: '2', means: 'Less basis removed (divorce transfer, return of an earlier excess)' },
  accountValues: { line: '6', means: 'Value of all traditional, SEP and SIMPLE IRAs on 31 December' },
  outstandingRollovers: { line: '6', means: 'Outstanding rollovers' },
  recharacterizedFromRoth: { line: '6', means: 'Recharacterizations that belong to the year-end value' },
  recharacterizedOffLine6: { line: '6', means: 'Less recharacterizations that leave the year-end value' },
  sameYearRepayments: { line: '6', means: 'Less repayments of distributions of the same year' },
  distributions: { line: '7', means: 'Distributions, other than conversions, rollovers and charitable ones' },
  conversions: { line: '8', means: 'Net amount converted to Roth IRAs' },
  disasterDistributions: { line: '15b', means: 'Qualified disaster distributions' },
  repayments: { line: '15c', means: 'Repayments treated as rollovers' },
} as const satisfies Record<string, { line: string; means: string }>;

export type InputName = keyof typeof inputs;
export const inputNames = Object.keys(inputs) as InputName[];

/** What the preparer or an earlier year settles with a Yes or a No. */
export const choices = {
  earlierNondeductible: { line: '1', means: 'Nondeductible contributions in an earlier year, even if no basis is left of them?' },
  line4TakesLatest: { line: '4', means: 'Line 4 election: count the contributions made after year end as the nondeductible ones first?' },
} as const satisfies Record<string, { line: string; means: string }>;

export type ChoiceName = keyof typeof choices;
export const choiceNames = Object.keys(choices) as ChoiceName[];
