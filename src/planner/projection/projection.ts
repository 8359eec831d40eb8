import { step } from '../../engine/form';
import { rate, timesRate } from '../../engine/rates';
import { add, either, input, less, total, toUnit, type Amount } from '../../engine/words';
import { amount, choice, rateUpTo } from '../kinds';
import { elsewhere, result, single, worked, type Block, type Planner, type PlannerChart } from '../planner';
import { selected } from '../words';
import { articleBlocks } from './article';

/**
 * What contributions of the same amount each year come to. The rate is the user's: the add-in has no opinion about markets.
 * Amounts and rate are bounded so that every program reckons each year to the cent as the engine does.
 */

/** As many years as a career has, and the years that articles print. */
const YEARS = 40;
export const MILESTONES = [5, 10, 15, 20, 25, 30, 40] as const;

const END = 'end of year';
const BEGIN = 'beginning of year';

const caseOf = (number: number): string => `year ${number}`;
const numberOf = (caseId: string): number => Number(caseId.replace(/\D+/, ''));

const opening = toUnit(input('opening', 'in the Roth accounts now'));
const before = (caseId: string, id: string, means: string): Amount =>
  (numberOf(caseId) === 1 ? opening : elsewhere(caseOf(numberOf(caseId) - 1), id, `${means} of year ${numberOf(caseId) - 1}`));

const balanceBefore = input('Balance before', 'the balance before');
const atBeginning = selected('when', BEGIN, 'contributed at the beginning of the year', 'contributed at the end of the year');

const contributed = step('Contributed', {
  label: 'Contributed', law: [], is: toUnit(total([input('backdoor', 'backdoor Roth a year'), input('mega', 'mega backdoor Roth a year')])),
});

/** Each year's growth is rounded to the unit, as a statement does. */
const growth = step('Growth', {
  label: 'Growth', law: [], is: timesRate(either(atBeginning, add(balanceBefore, contributed), balanceBefore), rate('return', 'the return a year')),
});

const balance = step('Balance', { label: 'Balance at the end', law: [], is: add(balanceBefore, contributed, growth) });

const paidIn = step('Paid in', { label: 'Paid in so far', law: [], is: add(input('Paid in before', 'paid in before'), contributed) });

const start = single('start', 'What you put in', [
  { field: 'typed', id: 'opening', label: 'In the Roth accounts now', hint: 'Blank counts as 0', kind: amount('2000000') },
  { field: 'typed', id: 'backdoor', label: 'Backdoor Roth, a year', hint: 'All persons together', kind: amount('50000'), start: () => 7000 },
  { field: 'typed', id: 'mega', label: 'Mega backdoor Roth, a year', hint: 'All persons together', kind: amount('200000'), start: () => 30000 },
  { field: 'typed', id: 'return', label: 'Return a year', hint: 'Yours to choose: nobody knows it', kind: rateUpTo('0.12'), start: () => 0.07 },
  { field: 'typed', id: 'when', label: `Contributed at the "${END}" or at the "${BEGIN}"`, hint: 'The same in each year', kind: choice(END, BEGIN), start: () => END },
]);

const yearByYear: Block = {
  id: 'years',
  title: 'Year by year',
  down: true,
  casesAre: 'Year',
  cases: Array.from({ length: YEARS }, (_, index) => ({ id: caseOf(index + 1), heading: `Year ${index + 1}` })),
  fields: [
    { field: 'linked', id: 'Balance before', label: 'Balance before', is: (id) => before(id, 'Balance', 'the balance') },
    ...worked(contributed, growth, balance),
    { field: 'linked', id: 'Paid in before', label: 'Paid in before', is: (id) => before(id, 'Paid in', 'what was paid in by the end') },
    ...worked(paidIn),
  ],
};

const there = (id: string, means: string) => (caseId: string): Amount => elsewhere(caseOf(numberOf(caseId)), id, means);

const milestones: Block = {
  id: 'milestones',
  title: 'What it comes to',
  down: true,
  casesAre: 'After',
  cases: MILESTONES.map((number) => ({ id: `after ${number}`, heading: `${number} years` })),
  fields: [
    { field: 'linked', id: 'Paid in there', label: 'Paid in', is: there('Paid in', 'what was paid in'), result: true },
    result(step('Growth there', { label: 'Growth', law: [], is: less(input('Balance there', 'the balance'), input('Paid in there', 'what was paid in')) })),
    { field: 'linked', id: 'Balance there', label: 'Balance', is: there('Balance', 'the balance'), result: true },
  ],
};

/** What was paid in, and what it grew by: together the balance. */
const growthChart: PlannerChart = {
  name: 'Growth',
  kind: 'stackedColumns',
  title: 'Balance by year: what is paid in, and what it has grown by',
  block: 'milestones',
  series: [{ name: 'Paid in', field: 'Paid in there' }, { name: 'Growth', field: 'Growth there' }],
  valueAxis: { title: 'Balance', numberFormat: '#,##0', minimum: 0 },
};

export const projection: Planner = {
  id: 'PROJECTION',
  title: 'Projection',
  purpose: 'What the same Roth contributions each year come to, at a rate that you choose.',
  layoutVersion: 2,
  of: 'household',
  blocks: () => [start, yearByYear, milestones, ...articleBlocks],
  charts: [growthChart],
  printed: ['start', 'milestones', 'article'],
  pages: ['article', 'years'],
  notes: () => [
    'Each year\'s growth is rounded to the cent. Not counted: taxes on conversions, fees, limits that rise. No rate is promised by anybody.',
    'The published table fits no stream of payments: after 5 years it is below what was paid in already. That the mega backdoor alone passes $1 million in 20 years is true.',
  ],
};
