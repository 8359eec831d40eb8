import { add, all, any, chosen, either, input, isPositive, not, nothing, reaches } from '../../engine/words';
import { elsewhere, single, type Block, type Planner, type PlannerChart } from '../planner';
import { sentence } from '../sentence';
import { conversion, rothCatchUp } from './conversion';
import { deferrals, linkedTo, nextJob } from './deferrals';
import { employer } from './employer';
import { isUsed, shareLimit } from './groups';
import { limits, years } from './limits';
import { plans } from './plans';
import { anyPlan, roomInPlans } from './room';
import { person, typedPlans } from './typed';

/** The mega backdoor: after-tax room in several plans of a year, paycheck by paycheck, and what converting it costs. */

const isSome = (plan: string, id: string) => isPositive(elsewhere(plan, id, id), id, `no ${id}`);
const says = (plan: string, id: string) => chosen(`${plan}:${id}`, id, `not ${id}`);
const pairs = plans.flatMap(({ id }, index) => plans.slice(index + 1).map((other) => [id, other.id] as const));

const roomOfAll = add(...plans.map(({ id }) => either(all(isUsed(id), says(id, 'Deferrals fit')), elsewhere(id, 'After-tax room', 'room'), nothing)));

const verdict = (year: number): Block => single('verdict', 'What to look at', [
  ...sentence('Deferrals', 'Elective deferrals', [
    [anyPlan((plan) => isSome(plan, 'Excess deferrals')), `More than one person may defer. Ask a plan for the excess and what it earned: it must be out by 15 April ${year + 1}.`],
    [anyPlan((plan) => not(says(plan, 'Deferrals fit'))), 'More is deferred than the pay of a plan. Correct the pay or the deferrals.'],
  ], 'Within the limit of the person.'),
  ...sentence('Additions', 'Annual additions', [
    [anyPlan((plan) => isSome(plan, 'Beyond the limit')), 'A plan is over its limit. Tell it: many plans give after-tax money back first.'],
  ], 'Within the limits.'),
  ...sentence('IRA first', 'The back door of an IRA', [
    [all(isPositive(roomOfAll, 'there is room', 'there is no room'), not(reaches(roomOfAll, input('iraLimit', 'the IRA limit')))),
      'The room is below the IRA limit: if the back door of an IRA is still open, that is more, and simpler.'],
  ], 'It is beside this, with a limit of its own.'),
  ...sentence('Shared', 'Plans that share a limit', [
    [any(...pairs.map(([one, other]) => shareLimit(one, other))), 'Some plans share one limit. They are filled from left to right: what is planned in one is taken off the next.'],
  ], 'None: each plan has a limit of its own.'),
  ...sentence('Catch-up', 'Catch-up contributions', [
    [anyPlan((plan) => all(isSome(plan, 'Catch-up limit'), says(plan, 'No catch-up without Roth'))), 'A plan must refuse the catch-up: it would have to be Roth, and the plan takes no Roth contributions.'],
    [anyPlan((plan) => all(isSome(plan, 'Catch-up limit'), says(plan, 'Catch-up must be Roth'))), 'In a plan the catch-up must be Roth: wages of the year before were above the threshold.'],
    [anyPlan((plan) => isSome(plan, 'Catch-up limit')), 'Pre-tax or Roth, as you like. It takes no room from after-tax money.'],
  ], 'None at this age.'),
  ...sentence('ACP', 'Tests of the plan', [
    [any(...plans.map(({ id }) => all(isUsed(id), not(says(id, 'controlled')), not(says(id, 'selfEmployed'))))),
      'After-tax money is in the ACP test of a plan with employees, safe harbor or not. The highly compensated may get part of it back after year end. Room is a ceiling, not a promise: ask what the last test allowed.'],
  ], 'None in a plan for owners alone.'),
]);

/** From the bottom up to the limit. */
const picture: Block = {
  id: 'picture',
  title: 'How far each plan is filled',
  down: true,
  casesAre: 'Plan',
  cases: plans.map(({ id, heading }) => ({ id: `picture ${id}`, heading })),
  fields: [
    linkedTo('Deferrals', 'Deferrals other than catch-up', (id) => elsewhere(planOf(id), 'Deferrals that count', 'deferrals that count')),
    linkedTo('Employer', 'Employer money', (id) => elsewhere(planOf(id), 'employerContributions', 'employer money')),
    linkedTo('After-tax', 'After-tax so far', (id) => elsewhere(planOf(id), 'afterTaxSoFar', 'after-tax money')),
    linkedTo('Room', 'Room left', (id) => either(all(isUsed(planOf(id)), says(planOf(id), 'Deferrals fit')), elsewhere(planOf(id), 'After-tax room', 'room'), nothing)),
    linkedTo('Limit', 'Limit', (id) => either(isUsed(planOf(id)), elsewhere(planOf(id), 'Limit left for this employer', 'the limit'), nothing)),
  ],
};
const planOf = (caseId: string): string => caseId.replace('picture ', '');

const chart: PlannerChart = {
  name: 'Plans',
  kind: 'stackedColumns',
  title: 'Each plan up to its limit on annual additions',
  block: 'picture',
  series: [{ name: 'Deferrals', field: 'Deferrals' }, { name: 'Employer', field: 'Employer' }, { name: 'After-tax so far', field: 'After-tax', look: 3 }, { name: 'Room left', field: 'Room', look: 2 }],
  valueAxis: { title: 'Annual additions', numberFormat: '#,##0', minimum: 0 },
};

export const mega: Planner = {
  id: 'MEGA',
  title: 'Mega backdoor',
  purpose: 'How much after-tax money still fits into each plan of the year, and what that is in each paycheck.',
  layoutVersion: 3,
  of: 'person',
  unit: 'cents',
  years,
  blocks: (year) => [person, typedPlans, limits(year), deferrals, employer, roomInPlans, rothCatchUp(year), conversion, nextJob, picture, verdict(year)],
  charts: [chart],
  pages: ['picture', 'conversion', 'deferrals'],
  printed: ['person', 'plans', 'verdict', 'picture', 'room', 'conversion', 'next', 'roth catch-up', 'deferrals', 'employer', 'limits'],
  notes: (year) => [
    'The deferral limit is the person\'s, over all 401(k), 403(b) and SIMPLE plans of all employers; a 457(b) has another. The limit on annual additions is the employer\'s: related employers share one, unrelated ones have one each.',
    'A 403(b) plan counts with your other 403(b) plans and with the plan of a business that you own, not with the employer\'s other plans. Catch-up is what is deferred in one plan beyond the deferral limit; it is no annual addition. Extra deferrals for 15 years of service are.',
    'The higher catch-up from 60 to 63 is open only in plans that took it up. Pay is that of the calendar year, and so must be the plan\'s limitation year.',
    'Reserve room for employer money that comes after year end. Without a true-up a match stops when deferrals stop: spread them over all paychecks (common practice, not a rule).',
    'Converting: only what the after-tax account earned is taxable, if the plan keeps it apart. It stands on Form 1099-R (code G, boxes 2a and 5) and on Form 1040, lines 5a and 5b; not on Form 8606. Earnings sent to a traditional IRA instead enter its line 6.',
    `Whether a plan may take after-tax money at all, and let it out: see the planner "Plan check". Amounts are those of ${year}.`,
  ],
};
