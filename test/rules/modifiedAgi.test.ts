import fc from 'fast-check';
import { Decimal, zero } from '../../src/engine/decimal';
import { fillInWorksheet } from '../../src/engine/worksheet';
import { magiInputs, magiWorksheet, modifiedAgi, type MagiFacts } from '../../src/rules/modifiedAgi';

type Given = Partial<Record<keyof typeof magiInputs, number | string>> & { year?: number };

const factsOf = ({ year, ...given }: Given): MagiFacts => ({
  year: year ?? 2025,
  ...Object.fromEntries(Object.keys(magiInputs).map((name) => [name, new Decimal(given[name as keyof typeof magiInputs] ?? 0)])) as Record<keyof typeof magiInputs, Decimal>,
});
const magiOf = (given: Given) => modifiedAgi(factsOf(given));

describe('Modified AGI for Roth IRA purposes (Instructions for Form 8606 (2023))', () => {
  it('takes conversion income out: 260,000 with 30,000 from a conversion is 230,000, the start of the joint range of 2024', () => {
    expect(magiOf({ agi: 260_000, conversionIncome: 30_000 }).forRoth.toNumber()).toBe(230_000);
  });

  it('takes rollovers of plans to Roth IRAs out as well (1b)', () => {
    expect(magiOf({ agi: 260_000, conversionIncome: 10_000, planRolloverIncome: 20_000 }).forRoth.toNumber()).toBe(230_000);
  });

  /** What the instructions list under 2a to 2g; 2c is reserved, and was the tuition deduction. */
  it.each([
    { name: 'iraDeduction', year: 2025 }, { name: 'studentLoanInterest', year: 2025 }, { name: 'savingsBondInterest', year: 2025 }, { name: 'adoptionBenefits', year: 2025 },
    { name: 'foreignExclusions', year: 2025 }, { name: 'tuitionDeduction', year: 2020 }, { name: 'productionDeduction', year: 2017 },
  ] as const)('adds $name back', ({ name, year }) => {
    expect(magiOf({ year, agi: 100_000, [name]: 2_500 }).forRoth.toNumber()).toBe(102_500);
  });

  it('may be negative', () => {
    expect(magiOf({ agi: -5_000, conversionIncome: 1_000 }).forRoth.toNumber()).toBe(-6_000);
  });

  it('of the IRA deduction keeps conversion income in: the two differ by it and by nothing else (219(g)(3), 408A(c)(3)(B)(i))', () => {
    const amount = fc.integer({ min: 0, max: 50_000_000 }).map((cents) => cents / 100);
    const any = fc.record({ agi: fc.integer({ min: -1_000_000, max: 1_000_000 }), conversionIncome: amount, planRolloverIncome: amount, iraDeduction: amount, foreignExclusions: amount });
    fc.assert(fc.property(any, (given) => {
      const { forRoth, forDeduction } = magiOf(given);
      expect(forDeduction.minus(forRoth).equals(new Decimal(given.conversionIncome).plus(given.planRolloverIncome))).toBe(true);
    }));
  });

  it('says in a sentence how it was reached', () => {
    const form = fillInWorksheet(magiWorksheet, { amounts: factsOf({ agi: 260_000, conversionIncome: 30_000, studentLoanInterest: 100 }), answers: {} });
    expect(form.explain('Modified AGI for Roth IRA purposes')).toBe('Modified AGI for Roth IRA purposes is 230,100: modified AGI for the IRA deduction (260,100) less conversion income (30,000).');
  });
});

describe('Deductions that the law had for some years only', () => {
  it.each([
    { name: 'tuitionDeduction', year: 2020, counts: true }, { name: 'tuitionDeduction', year: 2021, counts: false },
    { name: 'productionDeduction', year: 2004, counts: false }, { name: 'productionDeduction', year: 2005, counts: true },
    { name: 'productionDeduction', year: 2017, counts: true }, { name: 'productionDeduction', year: 2018, counts: false },
  ] as const)('$name counts in $year: $counts', ({ name, year, counts }) => {
    const ask = (): number => magiOf({ year, agi: 0, [name]: 1 }).forRoth.toNumber();
    if (counts) expect(ask()).toBe(1);
    else expect(ask).toThrow(expect.objectContaining({ code: 'CONTRADICTION' }) as Error);
    expect(magiOf({ year, agi: 0, [name]: 0 }).forRoth.toNumber()).toBe(0);
  });

  it.each([1997, 2027])('%i is not covered', (year) => {
    expect(() => magiOf({ year, agi: 0 })).toThrow(expect.objectContaining({ code: 'TAX_YEAR_NOT_COVERED' }) as Error);
  });

  it('an amount below zero is refused by name, income excepted', () => {
    expect(() => modifiedAgi({ ...factsOf({}), conversionIncome: new Decimal(-1) })).toThrow('Conversion income: -1, but it must be 0 or more. Enter it as a positive amount.');
    expect(() => modifiedAgi({ ...factsOf({}), agi: new Decimal(Number.NaN) })).toThrow(/^Adjusted gross income: not a number\./u);
    expect(modifiedAgi({ ...factsOf({}), agi: zero.minus(1) }).forRoth.toNumber()).toBe(-1);
  });
});
