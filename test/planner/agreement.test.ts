import { projection } from '../../src/planner/projection/projection';
import type { Typed } from '../../src/planner/work';
import { Numbers } from '../support/returns';
import { compare, inLibreOffice, inTheEmbeddedEngine, sheetsOf, type MadeUp } from './support/agreement';

/**
 * Every planner's tab, worked out by programs that are not ours, shows what the engine has: on at least 500 inputs each, the
 * edges of what may be typed among them.
 */
const EACH = 500;

const many = (make: (numbers: Numbers, index: number) => Typed, seed: number): readonly Typed[] => {
  const numbers = new Numbers(seed);
  return Array.from({ length: EACH }, (_, index) => make(numbers, index));
};

/** An amount to the cent, with nothing, the most, and round amounts among them. */
const dollars = (numbers: Numbers, most: number): number => {
  if (numbers.chance(8)) return 0;
  if (numbers.chance(4)) return most;
  const cents = Number(numbers.upTo(BigInt(most * 100))) / 100;
  return numbers.chance(30) ? Math.round(cents) : cents;
};

const rate = (numbers: Numbers, most: number): number => Number(numbers.upTo(BigInt(Math.round(most * 10_000)))) / 10_000;

const madeUp: readonly MadeUp[] = [
  { planner: projection, year: 2026, given: many((numbers, index) => ({
    'rounding:rounding': index % 2 ? 'cents' : 'whole dollars',
    'start:opening': dollars(numbers, 5_000_000),
    'start:backdoor': dollars(numbers, 20_000),
    'start:mega': dollars(numbers, 500_000),
    'start:return': rate(numbers, 0.15),
    'start:when': index % 3 ? 'end of year' : 'beginning of year',
  }), 81) },
];

const sheets = sheetsOf(madeUp);

it('each planner is tried on 500 inputs and more', () => {
  for (const { planner } of madeUp) expect([planner.id, sheets.filter((sheet) => sheet.planner === planner).length >= 500]).toEqual([planner.id, true]);
});

it('in LibreOffice every figure, answer and verdict equals the engine\'s', async () => {
  const shown = await inLibreOffice(sheets);
  expect(compare(sheets, shown)).toBeGreaterThan(EACH);
});

it('in the embedded engine every figure, answer and verdict equals the engine\'s', async () => {
  const shown = await inTheEmbeddedEngine(sheets);
  expect(compare(sheets, shown)).toBeGreaterThan(EACH);
});
