import { step } from '../../engine/form';
import { add, all, any, atLeastZero, atMost, chosen, input, isPositive, less, not, reaches, toUnit, total, type Amount, type Truth } from '../../engine/words';
import { basisCarried, toForm1040 } from '../../forms/form8606';
import { amountOf } from '../../law';
import { pretaxWorksheet } from '../../rules/pretaxToMove';
import { amount, rateUpTo, yesOrNo } from '../kinds';
import { elsewhere, result, single, worked, type Block, type Case, type LinkedField, type Planner, type PlannerChart } from '../planner';
import { moneyToMove, poolFields, poolFromForm, staysInIras, withoutTheRest } from '../pool/poolFields';
import { whichever } from '../wording';
import { articleChecked, curve, curveChart } from './curve';
import { caseOf, FOLLOWING_YEARS, ways, type Way } from './ways';
import { yearsOfWay } from './years';

/** The ways through a year end side by side, each worked out on Form 8606 for this year and the following ones. */

const now = (year: number): Block => single('now', 'Where things stand', [
  ...poolFields(year),
  { field: 'typed', id: 'planned', label: 'Planned: still to be converted this year', hint: 'The routine: usually what was contributed', kind: amount() },
  { field: 'typed', id: 'part', label: 'Another part that could be converted instead', hint: 'For "Convert another part"', kind: amount() },
  { field: 'typed', id: 'laterPart', label: 'And so much more of it in each following year', hint: 'For "Convert another part": filling a bracket over several years', kind: amount() },
  { field: 'typed', id: 'takesRollIns', label: 'Does a plan of yours take money from IRAs? Yes or No', hint: '401(k), 403(b), governmental 457(b) or solo 401(k)', kind: yesOrNo, start: () => 'No' },
  { field: 'typed', id: 'rate', label: 'Your tax rate on it this year', hint: 'Yours to enter, with state tax if you like: none is looked up', kind: rateUpTo('0.6') },
  { field: 'typed', id: 'laterRate', label: 'Your tax rate on it in the following years', hint: 'Yours to enter', kind: rateUpTo('0.6') },
  {
    field: 'typed', id: 'yearly', label: 'Contributed and converted in each following year', hint: `Nondeductible; begins with the IRA limit for ${year} under 50`, kind: amount('50000'),
    start: () => amountOf('iraLimit', year).toNumber(),
  },
  { field: 'typed', id: 'growth', label: 'Growth of what stays in the IRAs, a year', hint: 'Yours to enter; 0% shows the rule alone', kind: rateUpTo('0.12'), start: () => 0 },
  { field: 'typed', id: 'curveTo', label: 'The most pre-tax money on the curve', hint: 'For the picture', kind: amount('5000000'), start: () => 200_000 },
]);

/** The planned conversion of basis must still be there to be made. */
const kept = step('Kept to convert', {
  label: 'Kept back for the planned conversion',
  law: ['26 U.S.C. § 408(d)(3)(H)'],
  is: atMost(staysInIras, toUnit(input('planned', 'the planned conversion'))),
});

const moved = step('Moved', {
  label: 'What can be moved: not from a SIMPLE IRA in its first two years, nor what is kept back',
  law: ['26 U.S.C. § 408(d)(3)(A)(ii), (G)'],
  is: atMost(atLeastZero(less(input('value', 'the value now'), toUnit(input('locked', 'locked in a SIMPLE IRA')), kept)), moneyToMove),
});

const linked = (id: string, label: string, is: Amount): LinkedField => ({ field: 'linked', id, label, is: () => is });

const basisNow = toUnit(total([input('basisBefore', 'basis from earlier years'), input('contributed', 'contributed already'), input('toContribute', 'still to be contributed')]));

/** The rule of basis isolation; an outstanding rollover is in the pool like a distribution, and cannot be moved. */
const toMove: Block = single('to move', 'Basis isolation: what must leave the IRAs for a plan by 31 December', [
  linked('value', pretaxWorksheet.inputs.value.means, toUnit(total([input('pool', 'the value now'), input('toContribute', 'still to be contributed')]))),
  linked('basis', pretaxWorksheet.inputs.basis.means, basisNow),
  linked('convertedThisYear', pretaxWorksheet.inputs.convertedThisYear.means, toUnit(input('convertedSoFar', 'converted already'))),
  linked('distributedThisYear', `${pretaxWorksheet.inputs.distributedThisYear.means}, or to be rolled back next year`,
    toUnit(total([input('distributedSoFar', 'distributed this year'), input('outstanding', 'outstanding rollovers')]))),
  ...worked(...pretaxWorksheet.entries.filter((entry) => entry !== moneyToMove && entry !== staysInIras)),
  result(moneyToMove),
  ...worked(staysInIras, kept),
  result(moved),
  result(step('Cannot be moved', { label: 'What stays behind though it should move', law: ['26 U.S.C. § 408(d)(3)(G)'], is: less(moneyToMove, moved) })),
]);

const followingOf = (year: number): readonly number[] => Array.from({ length: FOLLOWING_YEARS }, (_, index) => year + 1 + index);

/** The cases of the summaries: "year stands", "all stands". */
const casesFor = (summary: string): readonly Case[] => ways.map(({ id, heading }) => ({ id: `${summary} ${id}`, heading }));
const wayOf = (caseId: string): Way => ways.find(({ id }) => caseId.endsWith(` ${id}`))!.id;

const inYear = (year: number, id: string, means: string) => (caseId: string): Amount => elsewhere(caseOf(wayOf(caseId), year), id, means);
const inYears = (years: readonly number[], id: string, means: string) => (caseId: string): Amount =>
  add(...years.map((year) => elsewhere(caseOf(wayOf(caseId), year), id, `${means} in ${year}`)));

const shown = (id: string, label: string, is: (caseId: string) => Amount): LinkedField => ({ field: 'linked', id, label, is, result: true });

const isSome = (id: string): Truth => isPositive(input(id, id), id, id);

const thisYear = (year: number): Block => ({
  id: 'this year',
  title: `${year}: the ways side by side`,
  down: true,
  casesAre: 'Way',
  cases: casesFor('year'),
  fields: [
    shown('Moved to a plan', 'Moved to a plan', inYear(year, 'moved', 'moved')),
    shown('Converted', 'Converted', inYear(year, 'conversions', 'converted')),
    shown('Taxable', 'Taxable', inYear(year, toForm1040.id, 'taxable')),
    shown('Tax', 'Tax at your rate', inYear(year, 'Tax', 'tax')),
    shown('Basis carried', 'Basis carried', inYear(year, basisCarried.id, 'basis carried')),
    shown('Left in the IRAs', 'Left in the IRAs', inYear(year, 'accountValues', 'left in the IRAs')),
    {
      field: 'words', id: 'In words', label: 'In words', result: true,
      is: whichever([
        [all(isSome('Moved to a plan'), not(chosen('takesRollIns', 'a plan takes it', 'no plan takes it'))), 'Needs a plan that takes it'],
        [not(isSome('Converted')), 'Nothing converted'],
        [not(isSome('Taxable')), 'Tax-free'],
        // What was distributed this year is in the taxable amount too, unless there is no basis: then the form leaves it out.
        [any(not(isPositive(basisNow, 'basis', 'no basis')),
          reaches(input('Taxable', 'taxable'), add(input('Converted', 'converted'), toUnit(input('distributedSoFar', 'distributed this year'))))), 'All taxable'],
      ], 'Taxable in part'),
    },
  ],
});

const allYears = (year: number): Block => {
  const following = followingOf(year);
  const last = year + FOLLOWING_YEARS;
  return {
    id: 'all years',
    title: `${year} to ${last}: the same routine goes on`,
    down: true,
    casesAre: 'Way',
    cases: casesFor('all'),
    fields: [
      shown('Taxable now', `Taxable ${year}`, inYear(year, toForm1040.id, 'taxable')),
      shown('Taxable later', `Taxable ${following[0]} to ${last}`, inYears(following, toForm1040.id, 'taxable')),
      shown('Tax in all', `Tax ${year} to ${last}`, inYears([year, ...following], 'Tax', 'tax')),
      shown('Basis at the end', `Basis carried to ${last + 1}`, inYear(last, basisCarried.id, 'basis carried')),
      shown('Left at the end', `In the IRAs at the end of ${last}`, inYear(last, 'accountValues', 'left in the IRAs')),
    ],
  };
};

const waysChart: PlannerChart = {
  name: 'Ways',
  kind: 'stackedColumns',
  title: 'Taxable amount of each way, this year and the following years',
  block: 'all years',
  series: [{ name: 'This year', field: 'Taxable now' }, { name: 'Following years', field: 'Taxable later' }],
  valueAxis: { title: 'Taxable', numberFormat: '#,##0', minimum: 0 },
};

export const whatIf: Planner = {
  id: 'WHATIF',
  title: 'What if',
  purpose: 'What to do with pre-tax IRA money before 31 December: each way on Form 8606, this year and the following ones.',
  layoutVersion: 3,
  of: 'person',
  blocks: (year) => [now(year), toMove, ...ways.map((way) => yearsOfWay(way, year)), thisYear(year), allYears(year), curve, articleChecked, withoutTheRest.block],
  absent: withoutTheRest.absent,
  fromForm: () => poolFromForm('now'),
  charts: [waysChart, curveChart],
  printed: ['now', 'this year', 'all years', 'to move', 'curve', 'article'],
  pages: ['all years', 'curve', 'article'],
  notes: (year) => [
    `As it stands: the planned conversion is made, whatever else is in the IRAs. Move: all that was never taxed goes to a plan by 31 December ${year}, then the planned conversion is `
      + `made. Wait: nothing more is converted in ${year}. In the following years the same contribution is made and converted, and nothing else moves.`,
    'Never move more to a plan than is shown: a plan may not take basis, and taking it out again is close to impossible.',
    'Only what is in the IRAs on 31 December counts, not what was there on the day of the conversion. A required minimum distribution can be neither rolled over nor converted.',
    'Taxable is lines 15c and 18 of Form 8606: of the conversion, and of what was distributed this year; without any basis a distribution is taxable, but not on that form. Tax is that times the rate that you entered. A large conversion can reach higher brackets, surtaxes and Medicare premiums: none of that is looked up.',
    'Not in this plan: contributions that are returned, recharacterized or deducted, inherited IRAs, disasters.',
  ],
};
