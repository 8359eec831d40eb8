import { question, step } from '../../engine/form';
import { count, rate, timesRate } from '../../engine/rates';
import { add, any, atLeastZero, atMost, chosen, either, input, less, nothing } from '../../engine/words';
import { annualAdditionsWorksheet } from '../../rules/annualAdditions';
import { employerWorksheet } from '../../rules/employerContribution';
import { allPayments, onePaymentOf } from '../payments';
import { worked, type Block } from '../planner';
import { isGiven } from '../words';
import { linkedTo } from './deferrals';
import { isUsed } from './groups';
import { plans } from './plans';

/** What the employer will have paid in by the end of the year, and the paychecks that are left. */

const { inputs, choices } = annualAdditionsWorksheet;

const selfEmployed = chosen('selfEmployed', employerWorksheet.choices.selfEmployed.yes, employerWorksheet.choices.selfEmployed.no);

const payKnown = question('compensationTested', {
  label: choices.compensationTested.means, law: ['26 U.S.C. § 415(c)(1)(B)'], yes: choices.compensationTested.yes, no: choices.compensationTested.no,
  is: isGiven('payTyped', choices.compensationTested.yes, choices.compensationTested.no),
});

export const datesLeft = step('Pay dates left', {
  label: 'Pay dates left', law: [], measure: 'number', called: 'pay dates left',
  is: either(
    isGiven('datesPast', 'it is known how many pay dates are past', 'it is not known how many pay dates are past'),
    atLeastZero(less(count('dates', 'pay dates of the year'), count('datesPast', 'pay dates past'))),
    nothing,
  ),
});

export const paycheck = step('Paycheck', {
  label: 'Pay of one paycheck', law: [], called: 'the pay of one paycheck',
  is: either(
    isGiven('paycheckTyped', 'the pay of one paycheck is known', 'the pay of one paycheck is not known'),
    input('paycheckTyped', 'the pay of one paycheck'),
    either(payKnown, onePaymentOf(input('pay', 'the pay of the year'), count('dates', 'pay dates of the year')), nothing),
  ),
});

const payToCome = step('Pay to come', { label: 'Pay in the paychecks that are left', law: [], called: 'pay to come', is: allPayments(paycheck, datesLeft) });

/** What of the pay to come a plan may count: pay beyond the limit of the year earns no match. */
const countedToCome = atMost(payToCome, atLeastZero(less(input('planCompensation', 'the 401(a)(17) limit'), atLeastZero(less(input('pay', 'pay'), payToCome)))));

const stillDue = atLeastZero(less(input('Employer contribution', 'the contribution of the whole year'), input('matchSoFar', 'the match so far')));

const matchToCome = step('Match to come', {
  label: 'Match still to come; with a true-up, what is missing for the whole year',
  law: ['26 U.S.C. § 401(a)(17)(A): pay up to the limit'],
  called: 'the match to come',
  is: either(any(selfEmployed, chosen('trueUp', 'the plan trues up', 'the plan does not true up')), stillDue, timesRate(countedToCome, rate('rate', 'the rate of the plan'))),
});

export const employer: Block = {
  id: 'employer',
  title: 'Employer money and paychecks',
  cases: plans,
  fields: [
    linkedTo('pay', employerWorksheet.inputs.pay.means, () => either(isGiven('payTyped', 'pay is known', 'pay is not known'), input('payTyped', 'pay'), nothing)),
    linkedTo('otherDeferrals', employerWorksheet.inputs.otherDeferrals.means, () => input('Deferrals that count', 'deferrals that count')),
    ...worked(...employerWorksheet.entries, payKnown, datesLeft, paycheck, payToCome, matchToCome),
    linkedTo('compensation', inputs.compensation.means, () => either(selfEmployed, input('Earned income', 'earned income'), input('pay', 'pay'))),
    {
      ...linkedTo('employerContributions', inputs.employerContributions.means, (id) => either(
        isUsed(id),
        add(input('matchSoFar', 'the match so far'), input('Match to come', 'the match to come'), input('otherSoFar', 'other employer money so far'), input('otherToCome', 'other employer money to come')),
        nothing,
      )),
      result: true,
    },
  ],
};
