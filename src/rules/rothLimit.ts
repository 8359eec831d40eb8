import { Decimal, zero } from '../engine/decimal';
import { amountOf } from '../law';
import { phaseOutColumns, separateRangeEnd, separateRangeStart, type FilingStatus } from '../law/constants';
import { iraLimit, type IraLimitFacts } from './iraLimit';
import { reducedLimit, type PhaseOutRange } from './phaseOut';

export interface RothLimitFacts extends IraLimitFacts {
  readonly filingStatus: FilingStatus;
  /** Modified AGI for Roth purposes, without conversion income: 26 U.S.C. § 408A(c)(3)(B)(i). It may be negative. */
  readonly magi: Decimal;
  /** Contributions of the same person for the year to traditional IRAs. */
  readonly traditionalContributions: Decimal;
}

/** Between which incomes the right to contribute to a Roth IRA phases out: 26 U.S.C. § 408A(c)(3)(B)(ii). */
export function rothPhaseOut(year: number, filingStatus: FilingStatus): PhaseOutRange {
  switch (phaseOutColumns[filingStatus].value) {
    case 'single': return { start: amountOf('rothSingleStart', year), end: amountOf('rothSingleEnd', year) };
    case 'joint': return { start: amountOf('rothJointStart', year), end: amountOf('rothJointEnd', year) };
    case 'separate': return { start: separateRangeStart.value, end: separateRangeEnd.value };
  }
}

/**
 * The most that one person may contribute directly to Roth IRAs for a year: 26 U.S.C. § 408A(c)(2), (3); the order is that
 * of Publication 590-A, Worksheet 2-2. The limit or, if less, compensation is reduced, rounded up to $10 and kept at $200;
 * only then is it held to what the person's other IRA contributions leave, so that the $200 do not survive that last step.
 */
export function rothLimit(facts: RothLimitFacts): Decimal {
  const limit = iraLimit(facts);
  const reduced = reducedLimit(limit, facts.magi, rothPhaseOut(facts.year, facts.filingStatus));
  return Decimal.max(zero, Decimal.min(reduced, limit.minus(facts.traditionalContributions)));
}
