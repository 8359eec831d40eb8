import fc from 'fast-check';
import { Decimal, zero } from '../../src/engine/decimal';
import { form5329, form5329Lines, type ExciseFacts } from '../../src/forms/form5329';

type Given = Partial<Record<Exclude<keyof ExciseFacts, 'allWithdrawn'>, number | string>> & { allWithdrawn?: boolean };

const factsOf = ({ allWithdrawn, ...given }: Given): ExciseFacts => {
  const amount = (name: keyof typeof given): Decimal => new Decimal(given[name] ?? 0);
  return {
    excessBefore: amount('excessBefore'), excessThisYear: amount('excessThisYear'), valueAtYearEnd: amount('valueAtYearEnd'), unusedLimit: amount('unusedLimit'),
    distributions: amount('distributions'), withdrawn: amount('withdrawn'), allWithdrawn: allWithdrawn ?? false,
  };
};
const lineOf = (line: string, given: Given): number | null => form5329(line, factsOf(given)).line(line)?.toNumber() ?? null;

describe('The excise of 6%, 4973(a)', () => {
  it.each([
    { value: 0, tax: 0 }, { value: 6_999, tax: 419.94 }, { value: 7_000, tax: 420 }, { value: 7_001, tax: 420 }, { value: 500_000, tax: 420 },
  ])('on 7,000 is $tax where the accounts are worth $value: at most 6% of their value', ({ value, tax }) => {
    expect([lineOf('17', { excessThisYear: 7_000, valueAtYearEnd: value }), lineOf('25', { excessThisYear: 7_000, valueAtYearEnd: value })]).toEqual([tax, tax]);
  });

  it('is rounded half up to the cent: 6% of 1.25 is 0.08', () => {
    expect(lineOf('17', { excessThisYear: '1.25', valueAtYearEnd: 100 })).toBe(0.08);
  });

  it('is 180 for 2021 and 420 for 2022 on contributions of 3,000 and 4,000 without compensation (Instructions for Form 8606 (2023), return of excess)', () => {
    const first = form5329('17', factsOf({ excessThisYear: 3_000, valueAtYearEnd: 10_000 }));
    expect(first.line('17')?.toNumber()).toBe(180);
    const second = form5329('17', { ...factsOf({ excessThisYear: 4_000, valueAtYearEnd: 10_000 }), excessBefore: first.line('16') ?? zero });
    expect([second.line('16')?.toNumber(), second.line('17')?.toNumber()]).toEqual([7_000, 420]);
    const third = form5329('17', { ...factsOf({ valueAtYearEnd: 3_000, withdrawn: 7_000 }), excessBefore: second.line('16') ?? zero });
    expect([third.line('14')?.toNumber(), third.line('16')?.toNumber(), third.line('17')?.toNumber()]).toEqual([0, 0, 0]);
  });
});

describe('An excess of earlier years', () => {
  it.each([
    { unusedLimit: 1_999, left: 1 }, { unusedLimit: 2_000, left: 0 }, { unusedLimit: 2_001, left: 0 },
  ])('of 2,000 is absorbed by an unused limit of $unusedLimit down to $left', ({ unusedLimit, left }) => {
    const given = { excessBefore: 2_000, unusedLimit, valueAtYearEnd: 50_000 };
    expect([lineOf('16', given), lineOf('24', given)]).toEqual([left, left]);
  });

  it('what is absorbed counts as contributed now: the unused limit, or what distributions leave of the excess (219(f)(6))', () => {
    const absorbed = (given: Given): number | undefined => form5329('9', factsOf(given)).line('Absorbed this year')?.toNumber();
    expect(absorbed({ excessBefore: 2_000, unusedLimit: 500 })).toBe(500);
    expect(absorbed({ excessBefore: 2_000, unusedLimit: 5_000 })).toBe(2_000);
    expect(absorbed({ excessBefore: 2_000, unusedLimit: 5_000, distributions: 300, withdrawn: 700 })).toBe(1_000);
  });

  it('in a Roth IRA falls with every distribution; taking all out ends it, though less is there than went in (Instructions for Form 5329 (2014), line 20: 800 of 1,000)', () => {
    const given = { excessBefore: 1_000, distributions: 800, valueAtYearEnd: 0 };
    expect(lineOf('24', given)).toBe(200);
    expect([lineOf('20', { ...given, allWithdrawn: true }), lineOf('24', { ...given, allWithdrawn: true })]).toEqual([1_000, 0]);
  });

  it('that there is none leaves lines 10 to 14 and 19 to 22 blank', () => {
    for (const line of form5329Lines) {
      expect([line, lineOf(line, { excessThisYear: 100, valueAtYearEnd: 1_000, unusedLimit: 5, distributions: 5 }) === null])
        .toEqual([line, ['10', '11', '12', '13', '14', '19', '20', '21', '22'].includes(line)]);
    }
  });

  it('cannot be taken out beyond what there is, nor beside the distributions of a Roth IRA', () => {
    expect(() => lineOf('17', { excessBefore: 100, withdrawn: 101 })).toThrow(expect.objectContaining({ code: 'CONTRADICTION', argument: 'withdrawn_excess' }) as Error);
    expect(() => lineOf('25', { excessBefore: 100, withdrawn: 1 })).toThrow(expect.objectContaining({ code: 'CONTRADICTION', argument: 'withdrawn_excess' }) as Error);
  });
});

describe('Laws of the excise', () => {
  const cents = fc.integer({ min: 0, max: 5_000_000 }).map((amount) => amount / 100);
  const any = fc.record({ excessBefore: cents, excessThisYear: cents, valueAtYearEnd: cents, unusedLimit: cents, distributions: cents });

  it('is never negative nor more than 6% of excess or value, and nothing of the excess is lost or made', () => {
    fc.assert(fc.property(any, (given) => {
      for (const [total, tax] of [['16', '17'], ['24', '25']] as const) {
        const left = lineOf(total, given) ?? NaN;
        expect(left).toBeGreaterThanOrEqual(given.excessThisYear);
        expect(left).toBeLessThanOrEqual(Math.round((given.excessBefore + given.excessThisYear) * 100) / 100);
        expect(lineOf(tax, given)).toBeCloseTo(Math.min(left, given.valueAtYearEnd) * 0.06, 1);
      }
    }));
  });
});
