import type { Figure, NotCovered } from './figure';

/** The amounts that a tax year of law consists of, each with the words in which a sentence speaks of it. */
export const amounts = {
  iraLimit: 'IRA contribution limit',
  iraCatchUp50: 'IRA catch-up contribution from age 50',
  rothSingleStart: 'start of the Roth phase-out for single and head of household',
  rothSingleEnd: 'end of the Roth phase-out for single and head of household',
  rothJointStart: 'start of the Roth phase-out for joint returns and surviving spouses',
  rothJointEnd: 'end of the Roth phase-out for joint returns and surviving spouses',
  deductionSingleStart: 'start of the deduction phase-out for a covered single person',
  deductionSingleEnd: 'end of the deduction phase-out for a covered single person',
  deductionJointStart: 'start of the deduction phase-out for a covered person on a joint return',
  deductionJointEnd: 'end of the deduction phase-out for a covered person on a joint return',
  deductionSpouseCoveredStart: 'start of the deduction phase-out for a person whose spouse is covered',
  deductionSpouseCoveredEnd: 'end of the deduction phase-out for a person whose spouse is covered',
  electiveDeferrals: '402(g) limit on elective deferrals',
  catchUp50: '414(v) catch-up contribution from age 50',
  catchUp60To63: '414(v) catch-up contribution from age 60 to 63',
  annualAdditions: '415(c) limit on annual additions',
  planCompensation: '401(a)(17) limit on plan compensation',
  rothCatchUpWages: 'prior-year wages above which catch-up contributions must be Roth',
  deferrals457b: '457(b) limit on deferrals',
  simpleLimit: 'SIMPLE salary reduction limit',
  simpleEnhancedLimit: 'higher SIMPLE salary reduction limit of small or electing employers',
  simpleCatchUp50: 'SIMPLE catch-up contribution from age 50',
  simpleEnhancedCatchUp50: 'higher SIMPLE catch-up contribution of small or electing employers',
  simpleCatchUp60To63: 'SIMPLE catch-up contribution from age 60 to 63',
  hsaSelf: 'HSA limit for self-only coverage',
  hsaFamily: 'HSA limit for family coverage',
  hsaCatchUp55: 'HSA catch-up contribution from age 55',
  qcdLimit: 'limit on qualified charitable distributions',
} as const satisfies Record<string, string>;

export type AmountName = keyof typeof amounts;
export const amountNames = Object.keys(amounts) as AmountName[];

/** One tax year, written out in full: a year that lacks an amount does not compile. */
export type YearOfLaw = Readonly<Record<AmountName, Figure | NotCovered>>;
