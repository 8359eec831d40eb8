import { zero, type Decimal } from '../engine/decimal';
import { question, step } from '../engine/form';
import type { InputWords } from '../engine/inputs';
import { Refusal } from '../engine/refusal';
import { choicesOf, inputsOf, type ChoiceWords, type WorksheetGiven } from '../engine/worksheet';
import { add, all, atLeastZero, either, inWords, less, not, reaches } from '../engine/words';
import type { FilingStatus } from '../law/constants';

/** What a person and, on a joint return, the spouse earned; null where nothing was said. */
export interface CompensationFacts {
  readonly filingStatus: FilingStatus | null;
  readonly compensation: Decimal | null;
  readonly spouseCompensation: Decimal | null;
  /** All IRA contributions of the spouse for the year, traditional and Roth. */
  readonly spouseContributions: Decimal | null;
}

export const compensationInputs = {
  compensation: { means: 'Compensation', says: 'own compensation' },
  spouseCompensation: { means: 'Compensation of the spouse', says: 'compensation of the spouse' },
  spouseContributions: { means: 'All IRA contributions of the spouse for the year', says: 'IRA contributions of the spouse' },
} as const satisfies Record<string, InputWords>;

export const compensationChoices = {
  compensationTested: {
    means: 'Is compensation known, so that it is tested?', yes: 'compensation is known', no: 'compensation was not given, so it is not tested',
  },
  jointReturn: { means: 'Married filing jointly?', yes: 'the return is a joint one', no: 'the return is not a joint one' },
} as const satisfies Record<string, ChoiceWords>;

type CompensationInput = keyof typeof compensationInputs;
type CompensationChoice = keyof typeof compensationChoices;

const given = inputsOf<CompensationInput>(compensationInputs);
const settled = choicesOf<CompensationChoice>(compensationChoices);

export const compensationTested = question('Compensation tested', {
  label: 'Does compensation limit the contributions?',
  law: ['26 U.S.C. § 219(b)(1)(B)'],
  yes: 'compensation is known',
  no: 'compensation was not given, so it is not tested',
  is: settled('compensationTested'),
});

const spouseCounts = question('Compensation of the spouse counts', {
  label: 'Does the compensation of the spouse count too?',
  law: ['26 U.S.C. § 219(c)(2): a joint return, and less compensation than the spouse'],
  yes: 'the compensation of the spouse counts too',
  no: 'only own compensation counts',
  is: all(settled('jointReturn'), not(reaches(given('compensation'), given('spouseCompensation')))),
  onlyIf: compensationTested,
});

/**
 * The compensation that supports a person's IRA contributions. On a joint return the one with less compensation may add
 * the spouse's, less the spouse's own IRA contributions: 26 U.S.C. § 219(c).
 */
export const compensationThatCounts = step('Compensation that counts', {
  label: 'Compensation that supports IRA contributions',
  law: ['26 U.S.C. § 219(b)(1)(B), (c)(1)', 'Pub. 590-A, Worksheet 1-2, line 5'],
  called: 'compensation that counts',
  is: either(spouseCounts, add(given('compensation'), atLeastZero(less(given('spouseCompensation'), given('spouseContributions')))), given('compensation')),
  onlyIf: compensationTested,
});

export const compensationEntries = [compensationTested, spouseCounts, compensationThatCounts] as const;

/**
 * What the facts fill in. With only the person's own compensation given, the spouse's is zero.
 *
 * @throws Refusal MISSING for a spouse's compensation without the person's own or without a filing status, CONTRADICTION
 * for one without a joint return, OVER_THE_LIMIT for a spouse who contributed more than the compensation.
 */
export function compensationGiven(facts: CompensationFacts): WorksheetGiven<CompensationInput, CompensationChoice> {
  const { filingStatus, compensation } = facts;
  const spouseCompensation = facts.spouseCompensation ?? zero;
  const spouseContributions = facts.spouseContributions ?? zero;
  if (spouseCompensation.greaterThan(zero)) refuseStrayCompensation(spouseCompensation, facts);
  const counts = compensation !== null && filingStatus === 'mfj' && compensation.lessThan(spouseCompensation);
  if (counts && spouseContributions.greaterThan(spouseCompensation)) {
    throw new Refusal('OVER_THE_LIMIT', 'spouse_ira_contributions', inWords(spouseContributions), inWords(spouseCompensation),
      `spouse_ira_contributions is ${inWords(spouseContributions)}, more than spouse_compensation of ${inWords(spouseCompensation)}; `
      + 'the spouse has an excess contribution to correct first.');
  }
  return {
    amounts: { compensation: compensation ?? zero, spouseCompensation, spouseContributions },
    answers: { compensationTested: compensation !== null, jointReturn: filingStatus === 'mfj' },
  };
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
