import fc from 'fast-check';
import { Decimal, zero } from '../../src/engine/decimal';
import { form8606 } from '../../src/forms/form8606';
import { pretaxToMove } from '../../src/rules/pretaxToMove';

const toMove = (value: number, basis: number, converted = 0, distributed = 0): number => pretaxToMove({
  value: new Decimal(value),
  basis: new Decimal(basis),
  convertedThisYear: new Decimal(converted),
  distributedThisYear: new Decimal(distributed),
}).toNumber();

describe('Money before tax that must leave', () => {
  it('is 93,000 of 100,000 with a basis of 7,000 (founding article 000, isolation of basis)', () => {
    expect(toMove(100_000, 7_000)).toBe(93_000);
  });

  it.each([
    { value: 6_999, moved: 0 },
    { value: 7_000, moved: 0 },
    { value: 7_001, moved: 1 },
  ])('is $moved of $value beside a basis of 7,000', ({ value, moved }) => {
    expect(toMove(value, 7_000)).toBe(moved);
  });

  it('counts what was converted or paid out this year already, which moving cannot take out of line 9', () => {
    expect(toMove(93_000, 7_000, 7_000)).toBe(93_000);
    expect(toMove(90_000, 7_000, 7_000, 3_000)).toBe(90_000);
    expect(toMove(95_000, 7_000, 2_000)).toBe(90_000);
  });

  it('leaves nothing of the conversion taxable: Form 8606 after the move and a conversion of the rest', () => {
    const dollars = fc.integer({ min: 0, max: 500_000 });
    fc.assert(fc.property(dollars, fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 0, max: 60_000 }), (value, basis, converted) => {
      fc.pre(converted <= basis);
      const stays = new Decimal(value).minus(toMove(value, basis, converted));
      const form = form8606({ contributionsInYear: new Decimal(basis), conversions: stays.plus(converted) });
      expect(Decimal.max(zero, form.line('18') ?? zero).toNumber()).toBe(0);
    }));
  });
});
