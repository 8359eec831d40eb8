import { deadlines } from '../../src/planner/deadlines/deadlines';
import { direct } from '../../src/planner/direct/direct';
import { handOff } from '../../src/planner/handOff/handOff';
import { mega } from '../../src/planner/mega/mega';
import { planCheck } from '../../src/planner/planCheck/planCheck';
import { planners } from '../../src/planner/planners';
import { MILESTONES, projection } from '../../src/planner/projection/projection';
import { spouses } from '../../src/planner/spouses/spouses';
import type { Block } from '../../src/planner/planner';
import { articleChecked, curve } from '../../src/planner/whatIf/curve';
import { whatIf } from '../../src/planner/whatIf/whatIf';
import { ways } from '../../src/planner/whatIf/ways';
import type { Typed } from '../../src/planner/work';
import { inLibreOffice, inTheEmbeddedEngine, type ShownAt } from '../support/recalculated';
import { Numbers } from '../support/returns';
import { compare, sheetsOf, type MadeUp } from './support/agreement';
import { everyPlan, handOffInputs } from './support/madeUpPapers';
import { directInputs, dollars, megaInputs } from './support/madeUpPlans';

/**
 * Every planner's tab, worked out by programs that are not ours, shows what the engine has on 500 made-up inputs, the edges of
 * what may be typed among them. Of a tab that goes through several ways or points of a curve, each input tries one way and one
 * point, with all that they are worked out from: no other case is worked out from them.
 */
const EACH = 500;

const many = (make: (numbers: Numbers, index: number) => Typed, seed: number, count = EACH): readonly Typed[] => {
  const numbers = new Numbers(seed);
  return Array.from({ length: count }, (_, index) => make(numbers, index));
};

const rate = (numbers: Numbers, most: number): number => Number(numbers.upTo(BigInt(Math.round(most * 10_000)))) / 10_000;

const pool = (numbers: Numbers): number => dollars(numbers, numbers.oneOf([100, 9_000, 60_000, 300_000]));

/** What is typed of one person's IRAs. */
const ofPerson = (numbers: Numbers, caseId: string): Typed => ({
  [`${caseId}:basisBefore`]: pool(numbers),
  [`${caseId}:contributed`]: dollars(numbers, 8_600),
  [`${caseId}:toContribute`]: dollars(numbers, 8_600),
  [`${caseId}:late`]: dollars(numbers, 8_600),
  [`${caseId}:pool`]: pool(numbers),
  [`${caseId}:locked`]: numbers.chance(20) ? pool(numbers) : null,
  [`${caseId}:convertedSoFar`]: dollars(numbers, 8_600),
  [`${caseId}:distributedSoFar`]: numbers.chance(30) ? pool(numbers) : null,
  [`${caseId}:outstanding`]: numbers.chance(20) ? pool(numbers) : null,
  [`${caseId}:planned`]: dollars(numbers, 8_600),
});

const madeUp: readonly MadeUp[] = [
  {
    planner: whatIf, year: 2026, cases: (index) => ofWhatIf(index), given: many((numbers, index) => ({
      'rounding:rounding': index % 4 === 3 ? 'whole dollars' : 'cents',
      ...ofPerson(numbers, 'now'), 'now:part': pool(numbers), 'now:laterPart': numbers.chance(50) ? null : pool(numbers), 'now:takesRollIns': numbers.oneOf(['Yes', 'No', ' yes ']),
      'now:rate': rate(numbers, 0.6), 'now:laterRate': rate(numbers, 0.6), 'now:yearly': dollars(numbers, 8_600), 'now:growth': numbers.chance(50) ? 0 : rate(numbers, 0.12),
      'now:curveTo': dollars(numbers, 500_000),
    }), 82),
  },
  {
    planner: spouses, year: 2025, given: many((numbers, index) => ({
      'rounding:rounding': index % 4 === 3 ? 'whole dollars' : 'cents',
      ...ofPerson(numbers, 'T'), ...ofPerson(numbers, 'S'), 'T:rate': rate(numbers, 0.6), 'S:rate': rate(numbers, 0.6),
    }), 83),
  },
  { planner: projection, year: 2026, cases: (index) => upToYear(index), given: many((numbers, index) => ({
    'rounding:rounding': index % 2 ? 'cents' : 'whole dollars',
    'start:opening': dollars(numbers, 2_000_000),
    'start:backdoor': dollars(numbers, 50_000),
    'start:mega': dollars(numbers, 200_000),
    'start:return': rate(numbers, 0.12),
    'start:when': index % 3 ? 'end of year' : 'beginning of year',
  }), 81) },
  { planner: direct, year: 2026, given: many(directInputs, 84) },
  { planner: planCheck, year: 2026, given: everyPlan, all: true },
  { planner: deadlines, year: 2025, given: [{}], all: true },
  { planner: deadlines, year: 2026, given: [{}], all: true },
  { planner: handOff, year: 2025, given: many(handOffInputs, 85) },
  { planner: mega, year: 2026, given: many(megaInputs, 83) },
];

/** The years up to one that the tab tells of: nothing is worked out from the years after it. */
const upToYear = (index: number): ((caseId: string) => boolean) => {
  const last = MILESTONES[index % MILESTONES.length]!;
  // Nothing is typed for the published table: once is enough.
  return (caseId) => (caseId.startsWith('article ') ? index === 0 : !/^(?:year|after) /.test(caseId) || Number(caseId.replace(/\D+/, '')) <= last);
};

/** A way of the what-if with its years, and a point of its curve; what is of no way and no point is in each. */
const ofWhatIf = (index: number): ((caseId: string) => boolean) => {
  const way = ways[index % ways.length]!.id;
  const point = curve.cases[index % curve.cases.length]!.id;
  const isIn = (caseId: string): boolean => !ways.some(({ id }) => caseId.split(' ').includes(id)) || caseId.split(' ').includes(way);
  const isOf = ({ cases }: Block, caseId: string): boolean => cases.some(({ id }) => id === caseId);
  // Nothing is typed for the published table: once is enough.
  return (caseId) => (isOf(curve, caseId) ? caseId === point : isOf(articleChecked, caseId) ? index === 0 : isIn(caseId));
};

const sheets = sheetsOf(madeUp);
let libreOffice: ShownAt;
let embedded: ShownAt;

beforeAll(async () => {
  [libreOffice, embedded] = await Promise.all([inLibreOffice(sheets), inTheEmbeddedEngine(sheets)]);
});

it('every planner is among them, each on 500 inputs or on all that there are', () => {
  expect(planners.filter((planner) => !madeUp.some((one) => one.planner === planner))).toEqual([]);
  for (const { planner, given, all } of madeUp) expect([planner.id, all === true || new Set(given.map((typed) => JSON.stringify(typed))).size >= EACH]).toEqual([planner.id, true]);
});

it.each(planners.map((planner) => [planner.title, planner] as const))('%s: in LibreOffice every figure, answer and verdict equals the engine\'s', (_, planner) => {
  expect(compare(sheets.filter((sheet) => sheet.planner === planner), libreOffice)).toBeGreaterThan(0);
});

it.each(planners.map((planner) => [planner.title, planner] as const))('%s: in the embedded engine every figure, answer and verdict equals the engine\'s', (_, planner) => {
  expect(compare(sheets.filter((sheet) => sheet.planner === planner), embedded)).toBeGreaterThan(0);
});
