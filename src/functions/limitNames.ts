import { quoted } from '../cells/quoted';
import { tidy } from '../cells/tidy';
import type { Decimal } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { amountOf, lawOf } from '../law';
import { amounts, type AmountName } from '../law/amounts';
import {
  homebuyerLifetime, overstatedContributionPenalty, phaseOutColumns, separateRangeEnd, separateRangeStart, unfiledForm8606Penalty, type Constant, type FilingStatus,
} from '../law/constants';

/** What LIMIT can be asked for, by name: an amount of the law table, one that no year changes, or one end of a range that hangs on filing status. */
type Limit = AmountName | Constant<Decimal> | { readonly [Column in 'single' | 'joint']: AmountName } & { readonly separate: Decimal };

const rothStart = { single: 'rothSingleStart', joint: 'rothJointStart', separate: separateRangeStart.value } as const;
const rothEnd = { single: 'rothSingleEnd', joint: 'rothJointEnd', separate: separateRangeEnd.value } as const;
const deductionStart = { single: 'deductionSingleStart', joint: 'deductionJointStart', separate: separateRangeStart.value } as const;
const deductionEnd = { single: 'deductionSingleEnd', joint: 'deductionJointEnd', separate: separateRangeEnd.value } as const;

/** The first name of each row is the one that help shows; the others are what people write. Letters and digits count, "section" and "limit" do not. */
const named: readonly (readonly [Limit, string, ...string[]])[] = [
  ['iraLimit', 'ira', 'roth ira', 'traditional ira', '219b'],
  ['iraCatchUp50', 'ira catch-up', 'ira catch-up 50'],
  [rothStart, 'roth start', 'roth phase-out start'],
  [rothEnd, 'roth end', 'roth phase-out end'],
  [deductionStart, 'deduction start', 'ira deduction start'],
  [deductionEnd, 'deduction end', 'ira deduction end'],
  ['deductionSpouseCoveredStart', 'spouse covered start'],
  ['deductionSpouseCoveredEnd', 'spouse covered end'],
  ['electiveDeferrals', '402g', '401k', '403b', 'deferrals', 'elective deferrals'],
  ['catchUp50', 'catch-up', 'catch-up 50', '414v', '401k catch-up', '403b catch-up'],
  ['catchUp60To63', 'catch-up 60-63', 'super catch-up'],
  ['annualAdditions', '415c', 'annual additions'],
  ['planCompensation', '401a17', 'plan compensation'],
  ['rothCatchUpWages', 'roth catch-up wages'],
  ['deferrals457b', '457b'],
  ['simpleLimit', 'simple', 'simple ira'],
  ['simpleEnhancedLimit', 'simple enhanced'],
  ['simpleCatchUp50', 'simple catch-up', 'simple catch-up 50'],
  ['simpleEnhancedCatchUp50', 'simple enhanced catch-up'],
  ['simpleCatchUp60To63', 'simple catch-up 60-63', 'simple super catch-up'],
  ['hsaSelf', 'hsa self', 'hsa self-only', 'hsa single'],
  ['hsaFamily', 'hsa family'],
  ['hsaCatchUp55', 'hsa catch-up', 'hsa catch-up 55'],
  [homebuyerLifetime, 'homebuyer', 'first-time homebuyer'],
  [unfiledForm8606Penalty, 'unfiled 8606 penalty', 'late 8606 penalty'],
  [overstatedContributionPenalty, 'overstatement penalty', 'overstated contribution penalty'],
  ['qcdLimit', 'qcd'],
];

const letters = (name: string): string =>
  tidy(name).toLowerCase().replace(/[^a-z0-9]/gu, '').replace(/^(?:irc)?(?:section|sec)?/u, '').replace(/limits?$/u, '');

const byName: ReadonlyMap<string, Limit> = new Map(named.flatMap(([limit, ...names]) => names.map((name) => [letters(name), limit] as const)));

export const limitNames: readonly string[] = named.map(([, name]) => name);

/**
 * A limit by its name: "415c", "402(g)", "IRA", "Roth start".
 *
 * @throws Refusal NOT_A_CHOICE for a name that is none, MISSING for a range without a filing status, and as the law does.
 */
export function limitNamed(written: string, year: number, filingStatus: FilingStatus | null): Decimal {
  const limit = byName.get(letters(written));
  if (limit === undefined) {
    throw new Refusal('NOT_A_CHOICE', 'name', written, limitNames.join(', '),
      `name is ${quoted(written)}, which is no limit; give one of: ${limitNames.join(', ')}.`);
  }
  if (typeof limit === 'string') return amountOf(limit, year);
  if ('value' in limit) {
    lawOf(year);
    return limit.value;
  }
  if (filingStatus === null) {
    throw new Refusal('MISSING', 'filing_status', '', 'a filing status',
      `filing_status is missing; the ${amounts[limit.single].replace(/ for .*/u, '')} differs by filing status: give single, hoh, mfj, mfs, mfs-apart or qss.`);
  }
  const column = phaseOutColumns[filingStatus].value;
  return column === 'separate' ? inCoveredYear(limit.separate, limit.single, year) : amountOf(limit[column], year);
}

/** A range that is never indexed still belongs to covered years only. */
function inCoveredYear(amount: Decimal, indexed: AmountName, year: number): Decimal {
  amountOf(indexed, year);
  return amount;
}
