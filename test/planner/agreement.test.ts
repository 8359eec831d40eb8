import { projection } from '../../src/planner/projection/projection';
import { spouses } from '../../src/planner/spouses/spouses';
import { whatIf } from '../../src/planner/whatIf/whatIf';
import { ways } from '../../src/planner/whatIf/ways';
import type { Typed } from '../../src/planner/work';
import { Numbers } from '../support/returns';
import { mega } from '../../src/planner/mega/mega';
import { direct } from '../../src/planner/direct/direct';
import { directInputs, dollars, megaInputs } from './support/madeUpPlans';
import { inLibreOffice, inTheEmbeddedEngine } from '../support/recalculated';
import { compare, sheetsOf, type MadeUp } from './support/agreement';

/**
 * Every planner's tab, worked out by programs that are not ours, shows what the engine has, the edges of what may be typed
 * among the inputs. A tab that holds whole forms, or several plans, has a thousand formulas and is tried on fewer:
 * test/worksheet/agreement.test.ts tries the form's own formulas on thousands of returns.
 */
const EACH = 500;
const WITH_PLANS = 80;
const WITH_FORMS = 25;

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
    planner: whatIf, year: 2026, cases: (index) => ofWay(index), given: many((numbers, index) => ({
      'rounding:rounding': index % 4 === 3 ? 'whole dollars' : 'cents',
      ...ofPerson(numbers, 'now'), 'now:part': pool(numbers), 'now:takesRollIns': numbers.oneOf(['Yes', 'No', ' yes ']),
      'now:rate': rate(numbers, 0.6), 'now:laterRate': rate(numbers, 0.6), 'now:yearly': dollars(numbers, 8_600), 'now:growth': numbers.chance(50) ? 0 : rate(numbers, 0.12),
      'now:curveTo': dollars(numbers, 500_000),
    }), 82, WITH_FORMS),
  },
  {
    planner: spouses, year: 2025, given: many((numbers, index) => ({
      'rounding:rounding': index % 4 === 3 ? 'whole dollars' : 'cents',
      ...ofPerson(numbers, 'T'), ...ofPerson(numbers, 'S'), 'T:rate': rate(numbers, 0.6), 'S:rate': rate(numbers, 0.6),
    }), 83, WITH_FORMS),
  },
  { planner: projection, year: 2026, given: many((numbers, index) => ({
    'rounding:rounding': index % 2 ? 'cents' : 'whole dollars',
    'start:opening': dollars(numbers, 2_000_000),
    'start:backdoor': dollars(numbers, 50_000),
    'start:mega': dollars(numbers, 200_000),
    'start:return': rate(numbers, 0.12),
    'start:when': index % 3 ? 'end of year' : 'beginning of year',
  }), 81) },
  { planner: direct, year: 2026, given: many(directInputs, 82) },
  { planner: mega, year: 2026, given: many(megaInputs, 83, WITH_PLANS) },
];

/** A way of the what-if with its years; what is not of one way is in each. */
const ofWay = (index: number): ((caseId: string) => boolean) => {
  const { id } = ways[index % ways.length]!;
  return (caseId) => !ways.some((way) => caseId.split(' ').includes(way.id)) || caseId.split(' ').includes(id);
};

const sheets = sheetsOf(madeUp);

it('each of these planners is tried on so many inputs', () => {
  for (const { planner } of madeUp) expect([planner.id, sheets.filter((sheet) => sheet.planner === planner).length >= WITH_FORMS]).toEqual([planner.id, true]);
});

it('in LibreOffice every figure, answer and verdict equals the engine\'s', async () => {
  const shown = await inLibreOffice(sheets);
  expect(compare(sheets, shown)).toBeGreaterThan(EACH);
});

it('in the embedded engine every figure, answer and verdict equals the engine\'s', async () => {
  const shown = await inTheEmbeddedEngine(sheets);
  expect(compare(sheets, shown)).toBeGreaterThan(EACH);
});
