import { Decimal } from '../../engine/decimal';
import { step, type Line } from '../../engine/form';
import { rate, timesRate } from '../../engine/rates';
import { add, atMost, either, input, isPositive, less, nothing, proportion, told, toUnit, type Amount } from '../../engine/words';
import { type Block, type PlannerChart } from '../planner';

/**
 * How pre-tax money dilutes a conversion: a contribution of basis, converted whole beside money that was never taxed. It is
 * lines 5 to 11 of the form with nothing else in the year.
 */
const taxablePart = (id: string, label: string, converted: Amount, beside: Amount): Line => {
  const conversion = toUnit(converted);
  const pool = add(toUnit(beside), conversion);
  const taxFree = either(
    isPositive(pool, 'there is something in the pool', 'there is nothing in the pool'),
    atMost(conversion, proportion(conversion, conversion, pool)),
    told(nothing, () => 'there is nothing in the pool'),
  );
  return step(id, { label, law: ['26 U.S.C. § 408(d)(2)', 'Form 8606, lines 5 to 11'], is: less(conversion, taxFree) });
};

const POINTS = 20;
/** Close together where the curve bends, and further apart where it is nearly flat. */
const points = Array.from({ length: POINTS + 1 }, (_, index) => {
  const share = new Decimal(index).dividedBy(POINTS).pow(2);
  return { id: `point ${index}`, heading: `${share.times(100).toFixed()}% of the most`, share };
});
const shareOf = (caseId: string): Decimal => points.find(({ id }) => id === caseId)!.share;

export const curve: Block = {
  id: 'curve',
  title: 'How pre-tax money dilutes the conversion of one contribution',
  down: true,
  casesAre: 'Along the curve',
  cases: points,
  fields: [
    { field: 'limit', id: 'share', label: 'Share of the most', source: '', measure: 'rate', is: shareOf },
    { field: 'linked', id: 'Pre-tax there', label: 'Pre-tax money', is: () => timesRate(input('curveTo', 'the most on the curve'), rate('share', 'its share')) },
    { field: 'worked', entry: taxablePart('Taxable there', 'Taxable part', input('yearly', 'the contribution'), input('Pre-tax there', 'pre-tax money')) },
  ],
};

export const curveChart: PlannerChart = {
  name: 'Dilution',
  kind: 'scatter',
  title: 'Taxable part of converting one contribution, by the pre-tax money beside it',
  block: 'curve',
  along: 'Pre-tax there',
  series: [{ name: 'Taxable part', field: 'Taxable there' }],
  categoryAxis: { title: 'Pre-tax money in traditional, SEP and SIMPLE IRAs', numberFormat: '#,##0', minimum: 0 },
  valueAxis: { title: 'Taxable part', numberFormat: '#,##0', minimum: 0 },
};

/** What an article prints as the taxable part of $7,000, by the pre-tax money beside it. */
const published = [
  { beside: 0, printed: 0 }, { beside: 25_000, printed: 6_364 }, { beside: 50_000, printed: 6_743 }, { beside: 100_000, printed: 6_867 }, { beside: 200_000, printed: 6_928 },
];
const articleCases = published.map(({ beside, printed }) => ({ id: `beside ${beside}`, heading: `$${String(beside).replace(/000$/, ',000')} of pre-tax money`, beside, printed }));
const inArticle = (what: 'beside' | 'printed') => (caseId: string): Decimal => new Decimal(articleCases.find(({ id }) => id === caseId)![what]);

const right = taxablePart('Right', 'Right', input('Converted there', 'converted'), input('Beside', 'pre-tax money'));

export const articleChecked: Block = {
  id: 'article',
  title: 'A published table, checked: the taxable part of $7,000 of basis converted',
  down: true,
  casesAre: 'Beside',
  cases: articleCases,
  fields: [
    { field: 'limit', id: 'Beside', label: 'Pre-tax money', source: '', is: inArticle('beside') },
    { field: 'limit', id: 'Converted there', label: 'Converted', source: '', is: () => new Decimal(7000) },
    { field: 'limit', id: 'Printed', label: 'Printed', source: '', is: inArticle('printed') },
    { field: 'worked', entry: right },
    { field: 'worked', entry: step('Too high', { label: 'Too high by', law: [], is: less(input('Printed', 'printed'), right) }) },
  ],
};
