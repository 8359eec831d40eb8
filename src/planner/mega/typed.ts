import { serviceCatchUpYearly } from '../../law/constants';
import { amount, amountIfAny, amountStep, choice, rateStep, rateUpTo, text, whole, wholeIfAny, yesOrNo } from '../kinds';
import { single, type Block, type TypedField } from '../planner';
import { DOLLARS, kinds, letters, NOT_USED, PERCENT, plans } from './plans';

export const person = single('person', 'Whose year', [
  { field: 'typed', id: 'age', label: 'Age on 31 December', hint: 'Catch-up from 50; more from 60 to 63, if the plan takes it', kind: whole(14, 120) },
]);

const field = (id: string, label: string, hint: string, kind: TypedField['kind'], start?: TypedField['start']): TypedField =>
  ({ field: 'typed', id, label, hint, kind, ...(start ? { start } : {}) });

const own = (caseId: string): number => plans.findIndex(({ id }) => id === caseId);

/** All that is known of each plan. What has been paid in stands on the last pay statement. */
export const typedPlans: Block = {
  id: 'plans',
  title: 'Employers and plans of the year',
  cases: plans,
  unusedWhen: { field: 'kind', says: NOT_USED },
  fields: [
    field('kind', `Kind of plan: ${kinds.join(', ')}`, 'A SEP counts as employer money of its employer. A 457(b) has a limit of its own', choice(...kinds), (id) => (own(id) === 0 ? '401(k)' : NOT_USED)),
    field('name', 'Employer', 'For your eyes only', text),
    field('group', `Related employers have the same letter: ${letters.join(', ')}`, 'A controlled or affiliated group is one employer', choice(...letters), (id) => letters[own(id)]!),
    field('controlled', 'Do you own more than half of this business?', 'Then your 403(b) counts together with its plan', yesOrNo, () => 'No'),
    field('selfEmployed', 'Self-employed there, without a Form W-2?', 'A solo 401(k) of a sole proprietor or partner', yesOrNo, () => 'No'),
    field('payTyped', 'All pay of the year there; self-employed: net profit', 'Salary reductions included (not box 1). Blank: 100% of pay is not tested', amountIfAny()),
    field('halfSeTax', 'Self-employed: half of self-employment tax', 'Schedule 1 (Form 1040)', amount()),
    field('deferredSoFar', 'Elective deferrals so far', 'Pre-tax and Roth, catch-up included', amount()),
    field('deferredToCome', 'Elective deferrals still to come', 'In the rest of the year', amount()),
    field('serviceCatchUp', '403(b): extra limit for 15 years of service', `Up to ${serviceCatchUpYearly.value.toNumber().toLocaleString('en-US')} a year`, amount(serviceCatchUpYearly.value)),
    field('rate', 'Match, or the rate of the plan, as a share of pay', '50% of the first 6% is 3%. Enter 0% if the amount is known', rateUpTo('1'), () => 0),
    field('trueUp', 'Does the plan true the match up at year end?', 'If not, the match follows the paychecks that are left', yesOrNo, () => 'No'),
    field('matchSoFar', 'Match so far; self-employed: own contribution so far', 'Blank counts as 0', amount()),
    field('otherSoFar', 'Other employer money so far', 'Profit sharing, nonelective, forfeitures, SEP', amount()),
    field('otherToCome', 'Other employer money still to come', 'For this year, even if paid next year', amount()),
    field('afterTaxSoFar', 'After-tax contributions so far', 'Not Roth deferrals, not loan payments', amount()),
    field('planCap', "The plan's own ceiling on after-tax money", 'In dollars a year. Blank: none', amountIfAny()),
    field('dates', 'Pay dates of the year there', '26 every two weeks (27 in some years), 24 twice a month, 12 monthly', whole(1, 54), () => 26),
    field('datesPast', 'Pay dates that are past', 'Blank: no amount for each paycheck is worked out', wholeIfAny(0, 54)),
    field('paycheckTyped', 'Pay of one paycheck, before anything is taken off', 'Blank: the pay of the year over its pay dates', amountIfAny()),
    field('takes', `The plan takes after-tax money in "${DOLLARS}" or "${PERCENT}"`, 'As its election form has it', choice(DOLLARS, PERCENT), () => DOLLARS),
    field('dollarStep', 'Step of an election in dollars', '1 for whole dollars', amountStep('0.01', '1000'), () => 1),
    field('percentStep', 'Step of an election in percent', '1% for whole percent', rateStep('0.0001', '0.1'), () => 0.01),
    field('priorWages', 'FICA wages of the year before there', 'Form W-2, box 3; 0 for partners and sole proprietors', amount()),
    field('planHasRoth', 'Does the plan take Roth contributions?', 'Without them, no catch-up for the highly paid', yesOrNo, () => 'Yes'),
    field('convertedTyped', 'After-tax account: to be converted', 'In-plan Roth rollover, or to a Roth IRA', amount()),
    field('basis', 'After-tax account: contributions in it', 'Without what was converted before', amount()),
    field('balance', 'After-tax account: its value now', 'The whole account if the plan keeps none apart', amount()),
  ],
};
