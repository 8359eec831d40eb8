import type { FormEntry } from '../../engine/form';
import { question } from '../../engine/form';
import { add, either, input, nothing, type Amount } from '../../engine/words';
import { annualAdditionsWorksheet } from '../../rules/annualAdditions';
import { deferralWorksheet } from '../../rules/deferralRoom';
import { serviceCatchUpYearly } from '../../law/constants';
import { amount, amountIfAny } from '../kinds';
import { elsewhere, result, single, worked, type Block, type LinkedField } from '../planner';
import { isGiven } from '../words';
import { isUsed } from './groups';
import { plans } from './plans';

/** Entries of a rule by their names; a name that the rule lacks is a mistake here. */
export const named = (entries: readonly FormEntry[], ...ids: readonly string[]): readonly FormEntry[] => ids.map((id) => {
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new Error(`The rule has no ${id}.`);
  return found;
});

export const linkedTo = (id: string, label: string, is: (caseId: string) => Amount): LinkedField => ({ field: 'linked', id, label, is });

const others = (caseId: string): readonly string[] => plans.map(({ id }) => id).filter((id) => id !== caseId);

const { entries, inputs } = annualAdditionsWorksheet;

/** The part of the rule that needs no more than the deferrals: what of them is catch-up. */
export const ofDeferrals = ['Deferral limit', 'Catch-up allowed', 'Higher catch-up', 'Catch-up limit', 'Deferrals everywhere', 'Excess deferrals', 'Catch-up here', 'Deferrals that count'] as const;

export const deferrals: Block = {
  id: 'deferrals',
  title: 'Elective deferrals',
  cases: plans,
  fields: [
    linkedTo('deferrals', inputs.deferrals.means, (id) => either(isUsed(id), add(input('deferredSoFar', 'deferred so far'), input('deferredToCome', 'still to come')), nothing)),
    linkedTo('deferralsElsewhere', inputs.deferralsElsewhere.means, (id) => add(...others(id).map((other) => elsewhere(other, 'deferrals', 'deferrals in another plan')))),
    ...worked(...named(entries, ...ofDeferrals)),
  ],
};

const { inputs: nextInputs, choices: nextChoices } = deferralWorksheet;

/** A job that is not among the plans: what of the person's own limit is left for it. */
export const nextJob = single('next', 'At the next job, or anywhere else', [
  { field: 'typed', id: 'nextPay', label: 'Pay expected there this year', hint: 'Blank: not tested', kind: amountIfAny() },
  { field: 'typed', id: 'serviceCatchUp', label: nextInputs.serviceCatchUp.means, hint: 'A 403(b) there only', kind: amount(serviceCatchUpYearly.value) },
  linkedTo('deferredElsewhere', 'Elective deferrals in the plans above, made and still to come', () => add(...plans.map(({ id }) => elsewhere(id, 'deferrals', 'deferrals in a plan')))),
  linkedTo('deferredHere', nextInputs.deferredHere.means, () => nothing),
  linkedTo('compensation', nextInputs.compensation.means, () => either(isGiven('nextPay', 'pay is known', 'pay is not known'), input('nextPay', 'pay there'), nothing)),
  ...worked(
    question('compensationTested', {
      label: nextChoices.compensationTested.means, law: ['26 U.S.C. § 415(c)(1)(B)'], yes: nextChoices.compensationTested.yes, no: nextChoices.compensationTested.no,
      is: isGiven('nextPay', nextChoices.compensationTested.yes, nextChoices.compensationTested.no),
    }),
    ...deferralWorksheet.entries.filter(({ id }) => id !== 'Deferral room'),
  ),
  ...named(deferralWorksheet.entries, 'Deferral room').map(result),
]);
