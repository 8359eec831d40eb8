import { all, any, not, type Truth } from '../../engine/words';
import { choice, text } from '../kinds';
import { single, type Block, type CopyText, type Planner } from '../planner';
import { sentence } from '../sentence';
import { whichever } from '../wording';
import { selected } from '../words';

/** Whether a plan lets a mega backdoor through: the five features of a plan document, what follows, and whom to ask what. */

const YES = 'Yes';
const NO = 'No';
const UNKNOWN = 'Not known';
const answers = choice(YES, NO, UNKNOWN);

const OFTEN = 'paycheck';
const MONTHLY = 'month or quarter';
const RARELY = 'year, or less';

export const features: Block = single('features', 'What the plan document says', [
  { field: 'typed', id: 'name', label: 'Employer and plan', hint: 'For your eyes only', kind: text },
  { field: 'typed', id: 'afterTax', label: 'After-tax contributions, beyond the deferral', hint: '"Voluntary after-tax", "employee after-tax (non-Roth)"', kind: answers, start: () => UNKNOWN },
  { field: 'typed', id: 'roth', label: 'A Roth account in the plan', hint: '"Designated Roth", "Roth 401(k)", "Roth 403(b)"', kind: answers, start: () => UNKNOWN },
  { field: 'typed', id: 'inPlan', label: 'In-plan Roth conversion of after-tax money', hint: '"In-plan Roth rollover", "in-plan conversion"', kind: answers, start: () => UNKNOWN },
  { field: 'typed', id: 'inService', label: 'In-service distribution of after-tax money before 59 1/2', hint: 'For any reason: "hardship only" is a No', kind: answers, start: () => UNKNOWN },
  { field: 'typed', id: 'often', label: 'Converted or taken out: once in each', hint: 'Automatic: paycheck. The less often, the more earnings are taxed', kind: choice(OFTEN, MONTHLY, RARELY, UNKNOWN), start: () => UNKNOWN },
  { field: 'typed', id: 'rollIn', label: 'Rollovers into the plan from an IRA', hint: 'To clear pre-tax IRAs out of the way', kind: answers, start: () => UNKNOWN },
]);

const is = (id: string, option: string): Truth => selected(id, option, `${id}: ${option}`, `${id}: not ${option}`);

/** An in-plan conversion needs a Roth account to go into. */
const convertsInPlan = all(is('inPlan', YES), is('roth', YES));
const wayOut = any(convertsInPlan, is('inService', YES));
const noWayOut = all(any(is('inPlan', NO), is('roth', NO)), is('inService', NO));

const verdict: Block = single('verdict', 'What follows', [
  {
    field: 'words', id: 'Verdict', label: 'Mega backdoor in this plan', result: true,
    is: whichever([
      [is('afterTax', NO), 'Dead'],
      [is('afterTax', UNKNOWN), 'Not known: ask'],
      [noWayOut, 'Works, but slowly: no way out for now'],
      [not(wayOut), 'Not known: ask'],
      [is('often', UNKNOWN), 'Works; how well is not known'],
      [is('often', RARELY), 'Works, but slowly'],
    ], 'Works'),
  },
  ...sentence('Why', 'Why', [
    [is('afterTax', NO), 'Without after-tax contributions there is nothing to convert. What is left: the deferral, the back door through an IRA, and a plan of your own if you have self-employment income.'],
    [is('afterTax', UNKNOWN), 'Everything hangs on after-tax contributions: ask the first question below.'],
    [noWayOut, 'After-tax money can go in but not on to Roth until 59 1/2 or the end of the job. Until then it earns, and all that it earned is taxable when it leaves.'],
    [all(not(wayOut), is('inPlan', YES), is('roth', NO)), 'An in-plan conversion needs a Roth account in the plan, and there is said to be none. One of the two answers is wrong: ask again.'],
    [not(wayOut), 'After-tax money can go in. Whether it can go on to Roth is not known: ask the second and the third question below.'],
    [is('often', UNKNOWN), 'After-tax money can go in and on to Roth. Ask how often: what it earns until then is taxable.'],
    [is('often', RARELY), 'After-tax money can go in and on to Roth, but it waits so long that its earnings add up, and they are taxable.'],
  ], 'After-tax money can go in and soon on to Roth, so that hardly any earnings are taxable.'),
  ...sentence('IRA', 'Clean-up of pre-tax IRAs', [
    [is('rollIn', YES), 'The plan takes them: what moves in by 31 December is out of the pro-rata rule of that year. Basis must stay in the IRA.'],
    [is('rollIn', NO), 'Not into this plan. A plan of your own (solo 401(k)) may take them, if you have self-employment income.'],
  ], 'Not known: ask whether the plan takes rollovers from IRAs.'),
]);

const questions: CopyText = {
  title: 'Three questions for HR',
  lines: [
    '1. Does our plan allow after-tax employee contributions beyond the normal deferral?',
    '2. Does our plan allow in-plan Roth rollovers from after-tax subaccounts?',
    '3. Can I do in-service distributions of the after-tax subaccount to a Roth IRA?',
  ],
};

const documents: CopyText = {
  title: 'What to look for in the Summary Plan Description',
  lines: [
    '"After-tax", "voluntary" or "employee after-tax (non-Roth)" contributions, and the most that may be put in (a percentage of pay or an amount).',
    '"In-plan Roth rollover" or "in-plan Roth conversion": of which accounts, how often, and whether it can be automatic.',
    '"In-service withdrawals" or "distributions while employed": whether the after-tax account may be taken out at any age, for any reason, and how often.',
    'Whether the after-tax account and its earnings are kept apart, and may be taken out by themselves.',
    '"Rollover contributions": whether pre-tax money from IRAs is taken.',
    'Match: whether it is made with each paycheck, and whether there is a true-up at year end.',
    'Limits for the highly compensated, and what the last ACP test allowed. If the summary is silent, ask for the plan document and its adoption agreement.',
  ],
};

export const planCheck: Planner = {
  id: 'PLANCHECK',
  title: 'Plan check',
  purpose: 'Whether a plan lets a mega backdoor through, why, and what to ask.',
  layoutVersion: 2,
  of: 'person',
  unit: 'cents',
  blocks: () => [features, verdict],
  notes: () => [
    'Ask in writing, and about these features: "we do not offer a mega backdoor" may only mean that the words are not known there.',
    'How much fits in: see the planner "Mega backdoor".',
  ],
  texts: () => [questions, documents],
};
