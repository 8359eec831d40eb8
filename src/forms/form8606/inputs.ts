import { chosen, input, type Amount, type Truth } from '../../engine/words';

/**
 * The amounts that Form 8606, Parts I and II, starts from. Every one is the sum of source cells of one person and one
 * year, in dollars and cents, never negative. A line never reads a source cell: it reads one of these. `means` labels the
 * amount on a sheet, `says` is what it is called in a sentence.
 */
export const inputs = {
  contributionsInYear: { line: '1', means: 'Contributed for the year, during the year', says: 'contributions made during the year' },
  contributionsAfterYearEnd: {
    line: '1', means: 'Contributed for the year, after year end and by the due date', says: 'contributions made after year end',
  },
  returned: { line: '1', means: 'Less contributions returned with their earnings', says: 'contributions returned' },
  recharacterizedToRoth: { line: '1', means: 'Less contributions recharacterized to a Roth IRA', says: 'contributions recharacterized to a Roth IRA' },
  deducted: { line: '1', means: 'Less contributions deducted on Form 1040', says: 'contributions deducted' },
  undoneAfterYearEnd: {
    line: '4',
    means: 'Of those returned or recharacterized: had been made after year end',
    says: 'contributions returned or recharacterized that had been made after year end',
  },
  priorBasis: { line: '2', means: 'Basis carried from earlier years', says: 'basis carried from earlier years' },
  basisAdded: { line: '2', means: 'Basis added (divorce transfer, after-tax plan money rolled in)', says: 'basis added' },
  basisRemoved: { line: '2', means: 'Less basis removed (divorce transfer, return of an earlier excess)', says: 'basis removed' },
  accountValues: {
    line: '6', means: 'Value of all traditional, SEP and SIMPLE IRAs on 31 December', says: 'value of the traditional, SEP and SIMPLE IRAs on 31 December',
  },
  outstandingRollovers: { line: '6', means: 'Outstanding rollovers', says: 'outstanding rollovers' },
  recharacterizedFromRoth: {
    line: '6', means: 'Recharacterizations that belong to the year-end value', says: 'recharacterizations that belong to the year-end value',
  },
  recharacterizedOffLine6: {
    line: '6', means: 'Less recharacterizations that leave the year-end value', says: 'recharacterizations that leave the year-end value',
  },
  sameYearRepayments: {
    line: '6', means: 'Less repayments of distributions of the same year', says: 'repayments, made in the year, of distributions of the same year',
  },
  distributions: { line: '7', means: 'Distributions, other than conversions, rollovers and charitable ones', says: 'distributions' },
  conversions: { line: '8', means: 'Net amount converted to Roth IRAs', says: 'the net amount converted' },
  disasterDistributions: { line: '15b', means: 'Qualified disaster distributions', says: 'qualified disaster distributions' },
  repayments: { line: '15c', means: 'Repayments treated as rollovers', says: 'repayments treated as rollovers' },
} as const satisfies Record<string, { line: string; means: string; says: string }>;

export type InputName = keyof typeof inputs;
export const inputNames = Object.keys(inputs) as InputName[];

/** The amount as a word of the form. */
export const given = (name: InputName): Amount => input(name, inputs[name].says);

/** What the preparer or an earlier year settles with a Yes or a No. */
export const choices = {
  earlierNondeductible: {
    line: '1',
    means: 'Nondeductible contributions in an earlier year, even if no basis is left of them?',
    yes: 'nondeductible contributions were made in an earlier year',
    no: 'there is no basis from earlier years',
  },
  line4TakesLatest: {
    line: '4',
    means: 'Line 4 election: count the contributions made after year end as the nondeductible ones first?',
    yes: 'the contributions made after year end are counted as the nondeductible ones first',
    no: 'the contributions made during the year are counted as the nondeductible ones first',
  },
} as const satisfies Record<string, { line: string; means: string; yes: string; no: string }>;

export type ChoiceName = keyof typeof choices;
export const choiceNames = Object.keys(choices) as ChoiceName[];

export const settled = (name: ChoiceName): Truth => chosen(name, choices[name].yes, choices[name].no);
