import { step } from '../../engine/form';
import { rate, timesRate } from '../../engine/rates';
import { add, atLeastZero, atMost, input, less, nothing, told, toUnit, total, type Amount } from '../../engine/words';
import { toForm1040, basisCarried } from '../../forms/form8606';
import { formFields } from '../pool/poolFields';
import { elsewhere, type Block, type Field, type LinkedField } from '../planner';
import { caseOf, FOLLOWING_YEARS, type Way, ways } from './ways';

/** One way through this year and the following ones: a Form 8606 for each, the inputs of each from the year before. */

const now = (id: string, means: string): Amount => input(id, means);
const none = told(nothing, () => 'nothing');
const yearly = now('yearly', 'the contribution of each following year');

/** What is converted of what could be: never more than is there. */
const convertible = told(atLeastZero(less(input('there', 'what is in the IRAs'), input('moved', 'what was moved'), input('locked here', 'what is locked'))), () => 'what can be converted');

const converting = (way: Way, isFirst: boolean): Amount => {
  // Bracket filling over several years: a part of the pre-tax money each year.
  if (!isFirst) return atMost(convertible, toUnit(way === 'part' ? add(yearly, now('laterPart', 'the further part of each following year')) : yearly));
  switch (way) {
    case 'stands':
    case 'move': return atMost(convertible, toUnit(now('planned', 'the planned conversion')));
    case 'everything': return convertible;
    case 'wait': return none;
    case 'part': return atMost(convertible, toUnit(now('part', 'the part to convert')));
  }
};

const linked = (id: string, label: string, is: (caseId: string) => Amount, source = '', measure?: LinkedField['measure']): LinkedField =>
  ({ field: 'linked', id, label, source, is, ...(measure ? { measure } : {}) });

const grown = (before: string): Amount => {
  const left = toUnit(total([
    elsewhere(before, 'accountValues', 'what was left'), elsewhere(before, 'outstandingRollovers', 'outstanding rollovers'),
    elsewhere(before, 'contributionsAfterYearEnd', 'what was contributed after year end'),
  ]));
  return add(left, timesRate(left, rate('growth', 'the growth a year')));
};

const tax = step('Tax', {
  label: 'Tax on it, at your rate', law: ['Your rate; no bracket, no state tax, no surtax is looked up'], is: timesRate(toForm1040, rate('rate here', 'the rate')),
});

export const yearsOfWay = ({ id: way, heading }: (typeof ways)[number], year: number): Block => {
  const cases = Array.from({ length: FOLLOWING_YEARS + 1 }, (_, index) => ({ id: caseOf(way, year + index), heading: String(year + index) }));
  const isFirst = (caseId: string): boolean => caseId === cases[0]!.id;
  const before = (caseId: string): string => cases[cases.findIndex(({ id }) => id === caseId) - 1]!.id;
  const first = (this_: Amount, following: Amount | ((before: string) => Amount)) => (caseId: string): Amount =>
    (isFirst(caseId) ? this_ : typeof following === 'function' ? following(before(caseId)) : following);
  const fields: readonly Field[] = [
    linked('there', 'In the IRAs before it is moved or converted', first(
      toUnit(total([now('pool', 'the value now'), now('toContribute', 'still to be contributed')])), (last) => add(grown(last), toUnit(yearly)))),
    linked('locked here', 'Of it in a SIMPLE IRA in its first two years', first(toUnit(now('locked', 'locked in a SIMPLE IRA')), none)),
    linked('moved', 'Moved to an employer plan', first(way === 'move' ? elsewhere('to move', 'Moved', 'what is moved') : none, none), '26 U.S.C. § 408(d)(3)(A)(ii)'),
    linked('converted now', 'Converted from now on', (caseId) => converting(way, isFirst(caseId))),
    linked('contributionsInYear', 'Line 1: contributed in the year', first(total([now('contributed', 'contributed already'), now('toContribute', 'still to be contributed')]), yearly)),
    linked('contributionsAfterYearEnd', 'Line 4: contributed after year end', first(now('late', 'contributed after year end'), none)),
    linked('priorBasis', 'Line 2: basis carried from earlier years', first(now('basisBefore', 'basis from earlier years'), (last) => elsewhere(last, basisCarried.id, 'basis carried'))),
    linked('outstandingRollovers', 'Line 6: outstanding rollovers', first(now('outstanding', 'outstanding rollovers'), none)),
    linked('distributions', 'Line 7: distributed', first(now('distributedSoFar', 'distributed this year'), none)),
    linked('conversions', 'Line 8: converted', first(
      total([now('convertedSoFar', 'converted already'), input('converted now', 'converted from now on')]), input('converted now', 'converted'))),
    linked('accountValues', 'Line 6: left in the IRAs on 31 December', () => less(input('there', 'what was in the IRAs'), input('moved', 'what was moved'), input('converted now', 'what was converted'))),
    linked('rate here', 'Tax rate', first(rate('rate', 'the rate this year'), rate('laterRate', 'the rate of the following years')), '', 'rate'),
    ...formFields,
    { field: 'worked', entry: tax },
  ];
  return { id: way, title: `${heading}: Form 8606 year by year`, cases, fields };
};
