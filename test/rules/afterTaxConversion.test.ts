import fc from 'fast-check';
import { Decimal, zero } from '../../src/engine/decimal';
import { fillInWorksheet } from '../../src/engine/worksheet';
import { afterTaxConversion, afterTaxWorksheet, type AfterTaxConversion } from '../../src/rules/afterTaxConversion';

const converted = (amount: number, basis: number, balance: number): AfterTaxConversion =>
  afterTaxConversion({ converted: new Decimal(amount), basis: new Decimal(basis), balance: new Decimal(balance) });
const numbers = ({ taxable, taxFree, basisLeft }: AfterTaxConversion): readonly number[] => [taxable, taxFree, basisLeft].map((amount) => amount.toNumber());

describe('Converting the after-tax account of a plan', () => {
  it('whole, taxes its earnings only: 200 of 10,200 (tfb-mega-10200: box 1 10,200, box 2a 200, box 5 10,000)', () => {
    expect(numbers(converted(10_200, 10_000, 10_200))).toEqual([200, 10_000, 0]);
  });

  it('in part, in proportion: one may not take the basis and leave the earnings (72(e)(8)(B))', () => {
    expect(numbers(converted(5_100, 10_000, 10_200))).toEqual([100, 5_000, 5_000]);
  });

  it('from a plan without a separate account, in proportion to all of it: 40,000 of 50,000 (irs.gov, rollovers of after-tax contributions)', () => {
    expect(numbers(converted(50_000, 20_000, 100_000))).toEqual([40_000, 10_000, 10_000]);
  });

  it('does not ask for the pre-tax 401(k): its own account is its own contract, so a balance of a million beside it changes nothing (founding article 004)', () => {
    expect(converted(27_000, 27_000, 27_000).taxable.toNumber()).toBe(0);
    expect(Object.keys(afterTaxWorksheet.inputs)).toEqual(['converted', 'basis', 'balance']);
  });

  it.each([
    { balance: 9_999, taxable: 0, left: 1 }, { balance: 10_000, taxable: 0, left: 0 }, { balance: 10_001, taxable: 1, left: 0 },
  ])('worth $balance with 10,000 of basis taxes $taxable: after a loss nothing, and $left of basis is left', ({ balance, taxable, left }) => {
    expect(numbers(converted(balance, 10_000, balance))).toEqual([taxable, balance - taxable, left]);
  });

  it('that is empty taxes nothing', () => {
    expect(numbers(converted(0, 500, 0))).toEqual([0, 0, 500]);
  });

  it('says where it goes, and that it is not on Form 8606', () => {
    const taxable = afterTaxWorksheet.entries.find(({ id }) => id === 'Taxable part');
    expect(taxable?.label(2025)).toBe('Taxable part: Form 1099-R, box 2a (code G), and Form 1040, line 5b; not on Form 8606, for the money was in no IRA');
    const form = fillInWorksheet(afterTaxWorksheet, { amounts: { converted: new Decimal(5_100), basis: new Decimal(10_000), balance: new Decimal(10_200) }, answers: {} });
    expect(form.explain('Tax-free part')).toBe('Tax-free part is 5,000: what was converted (5,100) times the basis that is there (10,000) over the value of the account just before (10,200).');
  });

  it('is refused where more is converted than is there', () => {
    expect(() => converted(10_201, 10_000, 10_200)).toThrow(expect.objectContaining({ code: 'CONTRADICTION', argument: 'converted' }) as Error);
  });
});

describe('Laws of the conversion', () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 }).map((amount) => new Decimal(amount).dividedBy(100));

  it('nothing is negative, and what is converted is taxable or tax-free', () => {
    fc.assert(fc.property(cents, cents, cents, (amount, basis, more) => {
      const balance = amount.plus(more);
      const { taxable, taxFree, basisLeft } = afterTaxConversion({ converted: amount, basis, balance });
      expect([taxable, taxFree, basisLeft].every((part) => part.greaterThanOrEqualTo(zero))).toBe(true);
      expect(taxable.plus(taxFree).equals(amount)).toBe(true);
      expect(taxFree.plus(basisLeft).equals(basis)).toBe(true);
    }));
  });

  it('more earnings never lower the tax', () => {
    fc.assert(fc.property(cents, cents, cents, (basis, earned, more) => {
      const whole = (earnings: Decimal): Decimal => { const balance = basis.plus(earnings); return afterTaxConversion({ converted: balance, basis, balance }).taxable; };
      expect(whole(earned.plus(more)).greaterThanOrEqualTo(whole(earned))).toBe(true);
    }));
  });
});
