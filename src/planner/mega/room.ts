import { question, step } from '../../engine/form';
import { rate } from '../../engine/rates';
import { add, all, any, atMost, either, input, isPositive, less, not, nothing } from '../../engine/words';
import { annualAdditionsWorksheet } from '../../rules/annualAdditions';
import { allPayments, paymentInSteps, shareInSteps, shareOf } from '../payments';
import { elsewhere, result, worked, type Block } from '../planner';
import { whichever } from '../wording';
import { answered, isGiven, selected, whereAsked } from '../words';
import { linkedTo, named, ofDeferrals } from './deferrals';
import { datesLeft, paycheck } from './employer';
import { isUsed, ofUsedPlans, planUsed, shareLimit } from './groups';
import { PERCENT, plans } from './plans';

/** The room for after-tax money in each plan, and what that is in each of the paychecks that are left. */

const { entries, inputs, choices } = annualAdditionsWorksheet;

const rest = entries.filter(({ id }) => !ofDeferrals.some((one) => one === id)).map(ofUsedPlans);
const [deferralsFit] = named(rest, 'Deferrals fit');
const room = input('After-tax room', 'after-tax room');

if (deferralsFit?.kind !== 'question') throw new Error('The rule does not ask whether the deferrals fit.');
export const fits = answered(deferralsFit);

const planCapped = question('planCapped', {
  label: choices.planCapped.means, law: [], yes: choices.planCapped.yes, no: choices.planCapped.no, is: isGiven('planCap', choices.planCapped.yes, choices.planCapped.no),
});

const inPercent = selected('takes', PERCENT, 'the plan takes a percentage of pay', 'the plan takes dollars');

const canBePlanned = question('Can be planned', {
  label: 'Are deferrals in order, and are paychecks left?', law: [],
  yes: 'deferrals are in order and paychecks are left', no: 'deferrals are not in order, or no paycheck is known to be left',
  is: all(answered(planUsed), fits, isPositive(datesLeft, 'paychecks are left', 'no paycheck is left')),
});

/** No paycheck can give more than it holds. */
const withinPay = step('Room within pay', {
  label: 'After-tax room that the paychecks left can fill', law: [], called: 'the room that paychecks can fill', onlyIf: canBePlanned,
  is: either(isPositive(paycheck, 'the pay of one paycheck is known', 'the pay of one paycheck is not known'), atMost(allPayments(paycheck, datesLeft), room), room),
});

const canBePercent = question('Percent can be told', {
  label: 'Is it an election in percent, of a paycheck that is known?', law: [],
  yes: 'the plan takes a percentage of pay', no: 'the plan takes dollars, or the pay of one paycheck is not known',
  is: all(inPercent, isPositive(paycheck, 'the pay of one paycheck is known', 'the pay of one paycheck is not known')),
  onlyIf: canBePlanned,
});

const percent = step('Percent', {
  label: 'Election in percent, rounded down to the step', law: [], measure: 'rate', called: 'the election', onlyIf: canBePercent,
  is: shareInSteps(withinPay, datesLeft, paycheck, rate('percentStep', 'the step')),
});

const amountKnown = question('Amount can be told', {
  label: 'Can the amount for each paycheck be told?', law: [], yes: 'the amount can be told', no: 'for an election in percent the pay of one paycheck is needed', onlyIf: canBePlanned,
  is: any(not(inPercent), answered(canBePercent)),
});

const eachPaycheck = step('Each paycheck', {
  label: 'After-tax money from each paycheck that is left, rounded down', law: [], called: 'the amount from each paycheck', onlyIf: amountKnown,
  is: either(inPercent, shareOf(paycheck, percent), paymentInSteps(withinPay, datesLeft, input('dollarStep', 'the step'))),
});

const planned = ofUsedPlans(step('Planned', {
  label: 'After-tax money planned, all paychecks together', law: [], called: 'after-tax money planned', is: either(answered(amountKnown), allPayments(eachPaycheck, datesLeft), nothing),
}));

const notPlanned = step('Left unplanned', {
  label: 'Room that rounding or the paychecks leave', law: [], called: 'the room left', onlyIf: deferralsFit, is: less(room, planned),
});

const additions = (plan: string, alsoPlanned: boolean) => add(
  elsewhere(plan, 'Deferrals that count', 'deferrals that count'),
  elsewhere(plan, 'employerContributions', 'employer money'),
  elsewhere(plan, 'afterTaxSoFar', 'after-tax money'),
  ...(alsoPlanned ? [elsewhere(plan, planned.id, 'after-tax money planned')] : []),
);

/** Plans that share a limit are filled from left to right: what is planned in an earlier one is taken off a later one. */
const inGroup = (caseId: string) => {
  const own = plans.findIndex(({ id }) => id === caseId);
  return add(...plans.flatMap(({ id }, index) => (id === caseId ? [] : [either(shareLimit(caseId, id), additions(id, index < own), nothing)])));
};

export const roomInPlans: Block = {
  id: 'room',
  title: 'Room in each plan, and what each paycheck takes',
  cases: plans,
  fields: [
    linkedTo('additionsInGroup', inputs.additionsInGroup.means, inGroup),
    ...worked(planUsed, planCapped, ...rest.filter(({ id }) => id !== 'After-tax room')),
    ...named(rest, 'After-tax room').map(result),
    ...worked(canBePlanned, withinPay, canBePercent),
    result(percent),
    ...worked(amountKnown),
    result(eachPaycheck),
    result(planned),
    result(notPlanned),
    {
      field: 'words', id: 'In words', label: 'In words', result: true, longest: 'Give pay of one paycheck',
      is: whichever([
        [not(answered(planUsed)), 'Not used'],
        [not(fits), 'Deferred too much'],
        [isPositive(input('Beyond the limit', 'what is beyond the limit'), 'over', 'not over'), 'Over the limit'],
        [not(isPositive(room, 'room', 'no room')), 'Full'],
        [not(isGiven('datesPast', 'pay dates are known', 'pay dates are not known')), 'Give pay dates past'],
        [not(answered(canBePlanned)), 'No paycheck left'],
        [not(answered(amountKnown)), 'Give pay of one paycheck'],
      ], 'Room left'),
    },
  ],
};

export const anyPlan = (holds: (plan: string) => ReturnType<typeof isUsed>) => any(...plans.map(({ id }) => whereAsked(isUsed(id), holds(id))));
