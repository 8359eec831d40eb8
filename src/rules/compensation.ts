import { zero, type Decimal } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { inWords } from '../engine/words';
import type { FilingStatus } from '../law/constants';

/** What a person and, on a joint return, the spouse earned; null where nothing was said. */
export interface CompensationFacts {
  readonly filingStatus: FilingStatus | null;
  readonly compensation: Decimal | null;
  readonly spouseCompensation: Decimal | null;
  /** All IRA contributions of the spouse for the year, traditional and Roth. */
  readonly spouseContributions: Decimal | null;
}

/**
 * The compensation that supports a person's IRA contributions. On a joint return the one with less compensation may add
 * the spouse's, less the spouse's own IRA contributions: 26 U.S.C. § 219(c).
 *
 * @returns dollars, or null where no compensation was given, so that it is not tested. With only the person's own given,
 * the spouse's is zero.
 * @throws Refusal MISSING for a spouse's compensation without the person's own or without a filing status, CONTRADICTION
 * for one without a joint return, OVER_THE_LIMIT for a spouse who contributed more than the compensation.
 */
export function compensationForIra(facts: CompensationFacts): Decimal | null {
  const { filingStatus, compensation } = facts;
  const spouses = facts.spouseCompensation ?? zero;
  if (spouses.greaterThan(zero)) refuseStrayCompensation(spouses, facts);
  if (compensation === null) return null;
  if (filingStatus !== 'mfj' || compensation.greaterThanOrEqualTo(spouses)) return compensation;
  const spousesContributions = facts.spouseContributions ?? zero;
  if (spousesContributions.greaterThan(spouses)) {
    throw new Refusal('OVER_THE_LIMIT', 'spouse_ira_contributions', inWords(spousesContributions), inWords(spouses),
      `spouse_ira_contributions is ${inWords(spousesContributions)}, more than spouse_compensation of ${inWords(spouses)}; `
      + 'the spouse has an excess contribution to correct first.');
  }
  return compensation.plus(spouses).minus(spousesContributions);
}

function refuseStrayCompensation(spouses: Decimal, { filingStatus, compensation }: CompensationFacts): void {
  if (filingStatus === null) {
    throw new Refusal('MISSING', 'filing_status', '', 'mfj',
      `spouse_compensation is ${inWords(spouses)}, but filing_status is missing; a spouse's compensation counts on a joint return only: `
      + 'give "mfj".');
  }
  if (filingStatus !== 'mfj') {
    throw new Refusal('CONTRADICTION', 'spouse_compensation', inWords(spouses), 'mfj',
      `spouse_compensation is ${inWords(spouses)}, but filing_status is ${filingStatus}; a spouse's compensation counts on a joint `
      + 'return (mfj) only: leave it out.');
  }
  if (compensation === null) {
    throw new Refusal('MISSING', 'compensation', '', '0 or more',
      `spouse_compensation is ${inWords(spouses)}, but compensation is missing; give this person's own compensation too, 0 if there `
      + 'was none.');
  }
}
