import { Decimal } from '../../src/engine/decimal';
import { form8606 } from '../../src/forms/form8606';
import { iraPayments, type PaymentFacts } from '../../src/rules/iraPayments';

type Given = Partial<Record<Exclude<keyof PaymentFacts, 'year'>, number>> & { year?: number };

const factsOf = ({ year, ...given }: Given): PaymentFacts => {
  const amount = (name: keyof typeof given): Decimal => new Decimal(given[name] ?? 0);
  return {
    year: year ?? 2025, gross: amount('gross'), converted: amount('converted'), rolledOver: amount('rolledOver'), charitable: amount('charitable'), charitableUsed: amount('charitableUsed'),
    returned: amount('returned'), hsaFunding: amount('hsaFunding'), withheld: amount('withheld'), replaced: amount('replaced'),
  };
};
const linesOf = (given: Given): readonly (number | undefined)[] => {
  const form = iraPayments(factsOf(given));
  return ['7', '8'].map((id) => form.line(id)?.toNumber());
};

describe('Tax withheld from a conversion', () => {
  it('is a distribution on line 7 and no part of line 8: of 7,000 less 700 only 6,300 reached the Roth IRA', () => {
    expect(linesOf({ gross: 7_000, converted: 6_300, withheld: 700 })).toEqual([700, 6_300]);
  });

  it('is taxed in proportion as the conversion is, and leaves less in the Roth IRA: nothing is taxable beside 7,000 of basis', () => {
    const [line7, line8] = linesOf({ gross: 7_000, converted: 6_300, withheld: 700 });
    const form = form8606({ contributionsInYear: new Decimal(7_000), accountValues: new Decimal(0), distributions: new Decimal(line7!), conversions: new Decimal(line8!) });
    expect(['12', '11', '15c', '18', '14'].map((id) => form.line(id)?.toNumber())).toEqual([700, 6_300, 0, 0, 0]);
  });

  it('may be replaced from other money within 60 days: then all of it is converted', () => {
    expect(linesOf({ gross: 7_000, converted: 7_000, withheld: 700, replaced: 700 })).toEqual([0, 7_000]);
  });

  it.each([
    { converted: 6_300, fits: true }, { converted: 6_301, fits: false },
  ])('of 700 lets $converted of 7,000 be converted: $fits', ({ converted, fits }) => {
    const ask = (): readonly unknown[] => linesOf({ gross: 7_000, converted, withheld: 700 });
    if (fits) expect(ask()).toEqual([700, 6_300]);
    else expect(ask).toThrow(/^7,000 was paid out and 700 of it withheld, so that 6,300 was left, but 6,301 is said to have reached .* What was withheld is a distribution on line 7/u);
  });
});

describe('What is on neither line', () => {
  /** Instructions for Form 8606 (2023), line 7: "Don't include any of the following". */
  it.each(['rolledOver', 'charitable', 'returned', 'hsaFunding'] as const)('%s of 1,000 leaves 4,000 of 5,000 on line 7', (name) => {
    expect(linesOf({ gross: 5_000, [name]: 1_000 })).toEqual([4_000, 0]);
  });

  /** 108,000 in 2025: 408(d)(8)(F), Notice 2024-80. */
  it.each([
    { charitable: 107_999, line7: 2_001 }, { charitable: 108_000, line7: 2_000 }, { charitable: 108_001, line7: 2_000 },
  ])('$charitable for charities of 110,000: what is beyond 108,000 is a distribution', ({ charitable, line7 }) => {
    expect(linesOf({ gross: 110_000, charitable })).toEqual([line7, 0]);
  });

  it.each([[4_999, 4_999], [5_000, 5_000], [5_001, 5_000]])('IRA deductions of %i from 70 1/2 on make %i of 5,000 for charities a distribution (408(d)(8)(A))', (charitableUsed, line7) => {
    expect(linesOf({ gross: 5_000, charitable: 5_000, charitableUsed })).toEqual([line7, 0]);
  });

  it('charitable distributions before 2006 are refused, the law had none', () => {
    expect(() => linesOf({ year: 2005, gross: 5, charitable: 1 })).toThrow(expect.objectContaining({ code: 'AMOUNT_NOT_COVERED' }) as Error);
    expect(linesOf({ year: 2005, gross: 5 })).toEqual([5, 0]);
  });
});

describe('What cannot be is refused', () => {
  it.each([
    { given: { gross: 999, converted: 500, rolledOver: 500 }, argument: 'gross' },
    { given: { gross: 999, withheld: 1_000 }, argument: 'withheld' },
    { given: { gross: 999, converted: 500, replaced: 501 }, argument: 'replaced' },
    { given: { gross: 1_000, converted: 500, rolledOver: 500, withheld: 1 }, argument: 'withheld' },
  ])('$argument', ({ given, argument }) => {
    expect(() => linesOf(given)).toThrow(expect.objectContaining({ code: 'CONTRADICTION', argument }) as Error);
  });
});
