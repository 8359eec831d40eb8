import fc from 'fast-check';
import { Decimal } from '../../src/engine/decimal';
import { returnedContribution, type Returned } from '../../src/rules/returnedContribution';

interface Given { returned: number; before: number; contribution: number; atReturn: number; otherIn?: number; out?: number }

const returnedOf = ({ returned, before, contribution, atReturn, otherIn, out }: Given): Returned => returnedContribution({
  returned: new Decimal(returned), valueBefore: new Decimal(before), contribution: new Decimal(contribution), valueAtReturn: new Decimal(atReturn),
  otherIn: new Decimal(otherIn ?? 0), takenOut: new Decimal(out ?? 0),
});
const earningsOf = (given: Given): number => returnedOf(given).earnings.toNumber();

describe('Net income of a returned contribution', () => {
  it('is 72.73 of 1,000, printed as 73: 23,600 from 18,000 and 4,000 (Instructions for Form 8606 (2023), Return of IRA Contributions)', () => {
    const { earnings, total } = returnedOf({ returned: 1_000, before: 18_000, contribution: 4_000, atReturn: 23_600 });
    expect([earnings.toNumber(), total.toNumber(), earnings.toDecimalPlaces(0).toNumber()]).toEqual([72.73, 1_072.73, 73]);
  });

  it('is 300 of 3,000 in a new IRA of 4,000 that became 4,400: 3,300 moves with a recharacterization (the same, Recharacterizations)', () => {
    expect(returnedOf({ returned: 3_000, before: 0, contribution: 4_000, atReturn: 4_400 }).total.toNumber()).toBe(3_300);
  });

  it('is 75 of 400: 7,600 from 4,800 and 1,600 (26 CFR 1.408-11, example 1)', () => {
    expect(earningsOf({ returned: 400, before: 4_800, contribution: 1_600, atReturn: 7_600 })).toBe(75);
  });

  it('counts what else went in and out in the meantime', () => {
    expect(earningsOf({ returned: 1_000, before: 18_000, contribution: 4_000, atReturn: 24_600, otherIn: 1_000 })).toBe(69.57);
    expect(earningsOf({ returned: 1_000, before: 18_000, contribution: 4_000, atReturn: 20_600, out: 3_000 })).toBe(72.73);
  });

  it.each([
    { atReturn: 21_999, earnings: -0.05 }, { atReturn: 22_000, earnings: 0 }, { atReturn: 22_001, earnings: 0.05 }, { atReturn: 11_000, earnings: -500 },
  ])('of an IRA that went from 22,000 to $atReturn is $earnings: a loss is negative', ({ atReturn, earnings }) => {
    expect(earningsOf({ returned: 1_000, before: 18_000, contribution: 4_000, atReturn })).toBe(earnings);
  });
});

describe('What cannot be returned is refused', () => {
  it.each([
    { given: { returned: 4_001, before: 0, contribution: 4_000, atReturn: 9_000 }, code: 'CONTRADICTION', argument: 'returned' },
    { given: { returned: 0, before: 0, contribution: 0, atReturn: 0 }, code: 'MISSING', argument: 'contribution' },
    { given: { returned: 4_000, before: 0, contribution: 4_000, atReturn: 1_000, out: 5_000 }, code: 'CONTRADICTION', argument: 'value_at_return' },
  ])('$code: $argument', ({ given, code, argument }) => {
    expect(() => earningsOf(given)).toThrow(expect.objectContaining({ code, argument }) as Error);
  });
});

describe('Laws of the net income', () => {
  const cents = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((amount) => amount / 100);

  it('taking a new contribution back whole empties the IRA', () => {
    fc.assert(fc.property(cents(1, 8_000), cents(0, 20_000), (contribution, atReturn) => {
      expect(returnedOf({ returned: contribution, before: 0, contribution, atReturn }).total.toNumber()).toBe(atReturn);
    }));
  });

  it('is a gain where the IRA gained and a loss where it lost', () => {
    fc.assert(fc.property(cents(1, 8_000), cents(0, 90_000), cents(0, 200_000), (contribution, before, atReturn) => {
      fc.pre(atReturn > contribution * 2);
      const earned = atReturn - before - contribution;
      const earnings = earningsOf({ returned: contribution, before, contribution, atReturn });
      expect(earnings === 0 || Math.sign(earnings) === Math.sign(earned)).toBe(true);
    }));
  });
});
