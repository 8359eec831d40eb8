import fc from 'fast-check';
import { Decimal, zero } from '../../src/engine/decimal';
import { Refusal } from '../../src/engine/refusal';
import { amountOf } from '../../src/law';
import { fillInWorksheet } from '../../src/engine/worksheet';
import { annualAdditions, annualAdditionsGiven, annualAdditionsWorksheet, type AnnualAdditionsFacts } from '../../src/rules/annualAdditions';
import { catchUpLimit } from '../../src/rules/catchUp';

interface Given {
  year: number; deferrals: number; employer?: number; age?: number; pay?: number; afterTax?: number; elsewhere?: number; cap?: number; service?: number; group?: number;
}

const factsOf = ({ year, deferrals, employer, age, pay, afterTax, elsewhere, cap, service, group }: Given): AnnualAdditionsFacts => ({
  year,
  deferrals: new Decimal(deferrals),
  employerContributions: new Decimal(employer ?? 0),
  age: age ?? null,
  compensation: pay === undefined ? null : new Decimal(pay),
  afterTaxSoFar: new Decimal(afterTax ?? 0),
  deferralsElsewhere: new Decimal(elsewhere ?? 0),
  planCap: cap === undefined ? null : new Decimal(cap),
  serviceCatchUp: new Decimal(service ?? 0),
  additionsInGroup: new Decimal(group ?? 0),
});

const resultOf = (given: Given) => annualAdditions(factsOf(given));

const roomOf = (given: Given): number => resultOf(given).room.toNumber();

describe('After-tax room as others have published it', () => {
  it.each<Given & { room: number; source: string }>([
    { year: 2022, deferrals: 20_500, employer: 10_250, room: 30_250, source: 'irahelp.com 72073' },
    { year: 2026, deferrals: 32_500, employer: 21_600, age: 52, room: 25_900, source: 'wenxuecity.com 2240174: match 6% of 360,000, catch-up on top' },
    { year: 2024, deferrals: 23_000, employer: 7_000, room: 39_000, source: 'costcalculator 8469' },
    { year: 2024, deferrals: 23_000, employer: 12_000, room: 34_000, source: 'founding article 002' },
    { year: 2024, deferrals: 23_000, employer: 10_000, room: 36_000, source: 'founding article 004' },
    { year: 2026, deferrals: 24_500, employer: 2_000, pay: 40_000, room: 13_500, source: 'megabackdoor.md: 100% of pay binds' },
    { year: 2014, deferrals: 23_000, employer: 12_500, age: 51, pay: 50_000, room: 20_000, source: 'IRS, Ben (2014): total 35,500 was not the maximum' },
    { year: 2016, deferrals: 24_000, employer: 12_500, age: 51, pay: 50_000, room: 19_500, source: 'IRS, Ben (2016)' },
    { year: 2020, deferrals: 26_000, employer: 12_500, age: 51, pay: 50_000, room: 18_000, source: 'IRS, Ben (2020): 38,500 was not the maximum' },
    { year: 2017, deferrals: 24_000, employer: 36_000, age: 50, room: 0, source: 'law-journals-books.vlex.com 697129341: 60,000 in all' },
  ])('is $room ($source)', ({ room, ...given }) => {
    expect(roomOf(given)).toBe(room);
  });

  it('is 41,500 and 46,500 in 2025, not the 40,500 and 47,000 of supercalc, which took the limit of 2024 and a slip', () => {
    expect(roomOf({ year: 2025, deferrals: 23_500, employer: 5_000 })).toBe(41_500);
    expect(roomOf({ year: 2025, deferrals: 23_500 })).toBe(46_500);
  });
});

describe('Catch-up contributions', () => {
  it.each([
    { deferrals: 24_499, room: 47_501, catchUp: 0 },
    { deferrals: 24_500, room: 47_500, catchUp: 0 },
    { deferrals: 24_501, room: 47_500, catchUp: 1 },
    { deferrals: 32_500, room: 47_500, catchUp: 8_000 },
  ])('are the deferrals beyond 24,500 and take no room: $deferrals leave $room', ({ deferrals, room, catchUp }) => {
    const result = resultOf({ year: 2026, deferrals, age: 55 });
    expect([result.room.toNumber(), result.catchUp.toNumber()]).toEqual([room, catchUp]);
  });

  it.each([[49, 0], [50, 7_500], [59, 7_500], [60, 11_250], [61, 11_250], [63, 11_250], [64, 7_500]])(
    'at age %i may be %i in 2025', (age, most) => {
      expect(catchUpLimit(2025, age).toNumber()).toBe(most);
    });

  it('from 60 to 63 are the regular ones in 2024, before the higher amount began', () => {
    expect(catchUpLimit(2024, 61).toNumber()).toBe(7_500);
  });

  it('are refused for 2005, whose amount the table lacks, only where they are needed', () => {
    expect(roomOf({ year: 2005, deferrals: 14_000, age: 55 })).toBe(28_000);
    expect(() => roomOf({ year: 2005, deferrals: 14_001, age: 55 })).toThrow(expect.objectContaining({ code: 'AMOUNT_NOT_COVERED' }) as Error);
  });

  it.each([
    { age: 61, deferrals: 35_749, fits: true },
    { age: 61, deferrals: 35_750, fits: true },
    { age: 61, deferrals: 35_751, fits: false },
    { age: 64, deferrals: 32_500, fits: true },
    { age: 64, deferrals: 32_501, fits: false },
    { age: 49, deferrals: 24_501, fits: false },
  ])('beyond what age $age allows are refused: $deferrals in 2026 fit: $fits', ({ age, deferrals, fits }) => {
    const ask = (): number => roomOf({ year: 2026, deferrals, age });
    if (fits) expect(ask()).toBe(47_500);
    else expect(ask).toThrow(expect.objectContaining({ code: 'OVER_THE_LIMIT', argument: 'deferrals' }) as Error);
  });

  it('without an age are refused with a sentence that asks for it', () => {
    expect(() => roomOf({ year: 2026, deferrals: 30_000 })).toThrow('deferrals is 30,000, more than 24,500, the most that a person may defer for 2026 '
      + '(no age was given, so no catch-up is allowed: give the age on 31 December if it is 50 or more).');
  });
});

describe('Deferrals elsewhere', () => {
  it('take no room here, where the limit is the employer\'s own', () => {
    expect(roomOf({ year: 2025, deferrals: 10_000, elsewhere: 13_500 })).toBe(60_000);
  });

  it.each([
    { elsewhere: 16_999, fits: true },
    { elsewhere: 17_000, fits: true },
    { elsewhere: 17_001, fits: false },
  ])('of $elsewhere beside 2,500 in 2020: the limit of 19,500 is the person\'s (IRS, two employers, age 40)', ({ elsewhere, fits }) => {
    const ask = (): number => roomOf({ year: 2020, deferrals: 2_500, elsewhere, age: 40 });
    if (fits) expect(ask()).toBe(54_500);
    else expect(ask).toThrow(/^deferrals and deferrals_elsewhere are 19,501 together, more than 19,500/u);
  });

  it('count toward the person\'s catch-up but do not turn deferrals here into it', () => {
    const result = resultOf({ year: 2025, deferrals: 20_000, elsewhere: 11_000, age: 50 });
    expect([result.room.toNumber(), result.catchUp.toNumber()]).toEqual([50_000, 0]);
  });
});

describe('The service catch-up of a 403(b) plan, 402(g)(7)', () => {
  it('raises the deferral limit and stays an annual addition', () => {
    const result = resultOf({ year: 2025, deferrals: 26_500, service: 3_000 });
    expect([result.room.toNumber(), result.catchUp.toNumber()]).toEqual([43_500, 0]);
  });

  it('comes before the catch-up by age', () => {
    const result = resultOf({ year: 2025, deferrals: 34_000, service: 3_000, age: 55 });
    expect([result.room.toNumber(), result.catchUp.toNumber()]).toEqual([43_500, 7_500]);
  });

  it.each([[3_000, true], [3_001, false]])('of %i fits: %s', (service, fits) => {
    const ask = (): number => roomOf({ year: 2025, deferrals: 20_000, service });
    if (fits) expect(ask()).toBe(50_000);
    else expect(ask).toThrow(expect.objectContaining({ code: 'OVER_THE_LIMIT', argument: 'service_catch_up_403b' }) as Error);
  });
});

describe('The plan\'s own cap and what went in already', () => {
  it.each([
    { cap: 37_499, room: 29_499 },
    { cap: 37_500, room: 29_500 },
    { cap: 37_501, room: 29_500 },
    { cap: 8_000, room: 0 },
    { cap: 0, room: 0 },
  ])('with a cap of $cap and 8,000 in, $room is left', ({ cap, room }) => {
    expect(roomOf({ year: 2026, deferrals: 24_500, employer: 10_000, afterTax: 8_000, cap })).toBe(room);
  });

  it('leave no room where additions already pass the limit: 23,000 + 50,000 in 2024', () => {
    expect(roomOf({ year: 2024, deferrals: 23_000, employer: 50_000 })).toBe(0);
  });
});

describe('Plans that count as one', () => {
  it.each([
    { group: 37_999, room: 8_501 }, { group: 38_000, room: 8_500 }, { group: 38_001, room: 8_499 }, { group: 46_500, room: 0 }, { group: 90_000, room: 0 },
  ])('share the dollar limit: additions of $group to the 403(b) leave room for $room in the own business plan of 2025 (415(k)(4))', ({ group, room }) => {
    expect(roomOf({ year: 2025, deferrals: 0, employer: 23_500, group })).toBe(room);
  });

  it('do not share pay: a salary of 40,000 here holds what goes in here, whatever went in elsewhere', () => {
    expect(roomOf({ year: 2025, deferrals: 10_000, pay: 40_000, group: 30_000 })).toBe(30_000);
    expect(roomOf({ year: 2025, deferrals: 10_000, pay: 40_000, group: 30_001 })).toBe(29_999);
  });

  it('are those of related employers; an unrelated one has a limit of its own (irahelp.com 72073: full at the first, all of the second\'s is there)', () => {
    expect(roomOf({ year: 2022, deferrals: 0, elsewhere: 20_500, group: 0 })).toBe(61_000);
    expect(roomOf({ year: 2022, deferrals: 0, elsewhere: 20_500, group: 61_000 })).toBe(0);
  });

  it('get the service catch-up of a 403(b) as an annual addition: 23,500 and 3,000 leave 43,500 to both together', () => {
    expect(roomOf({ year: 2025, deferrals: 0, group: 26_500 })).toBe(roomOf({ year: 2025, deferrals: 26_500, service: 3_000 }));
  });
});

describe('Founding article 002, the surgeon in the fifties: 23,000 deferred, 20,000 from the employer, 30,000 after-tax, 73,000 in all', () => {
  const surgeon = { year: 2024, deferrals: 23_000, employer: 20_000, afterTax: 30_000 } as const;
  const over = (given: Given): readonly (number | undefined)[] => {
    const form = fillInWorksheet(annualAdditionsWorksheet, annualAdditionsGiven(factsOf(given)));
    return ['Beyond the limit', 'May become catch-up'].map((id) => form.line(id)?.toNumber());
  };

  it('is 4,000 beyond the limit of 69,000, and there is no room', () => {
    expect(roomOf(surgeon)).toBe(0);
    expect(over({ ...surgeon, age: 49 })).toEqual([4_000, 0]);
  });

  it('fits at 50 only because the plan may treat up to 7,500 of the deferrals as catch-up, outside 415(c) (414(v)(5)(B))', () => {
    expect(over({ ...surgeon, age: 55 })).toEqual([4_000, 7_500]);
  });

  it('what was catch-up already cannot become it again', () => {
    expect(over({ ...surgeon, deferrals: 27_000, age: 55 })).toEqual([4_000, 3_500]);
    expect(over({ ...surgeon, elsewhere: 5_000, age: 55 })).toEqual([4_000, 2_500]);
  });
});

describe('Refusals', () => {
  it.each([[39_999, false], [40_000, true], [40_001, true]])('deferrals of 40,000 fit pay of %i: %s', (pay, fits) => {
    const ask = (): number => roomOf({ year: 2026, deferrals: 24_500, age: 55, pay: pay - 15_500 });
    if (fits) expect(ask()).toBe(pay - 40_000);
    else expect(ask).toThrow(expect.objectContaining({ code: 'OVER_THE_LIMIT', argument: 'deferrals' }) as Error);
  });

  it.each([
    { year: 1997, code: 'TAX_YEAR_NOT_COVERED' },
    { year: 2000, code: 'AMOUNT_NOT_COVERED' },
    { year: 2001, code: 'AMOUNT_NOT_COVERED' },
    { year: 2027, code: 'TAX_YEAR_NOT_COVERED' },
  ])('$year is $code: before 2002 additions stopped at a quarter of pay', ({ year, code }) => {
    expect(() => roomOf({ year, deferrals: 0 })).toThrow(Refusal);
    expect(() => roomOf({ year, deferrals: 0 })).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('2002 is the first year that is covered', () => {
    expect(roomOf({ year: 2002, deferrals: 11_000 })).toBe(29_000);
  });
});

describe('Laws of after-tax room', () => {
  const anyFacts = fc.record({
    year: fc.integer({ min: 2006, max: 2026 }),
    deferrals: fc.integer({ min: 0, max: 15_000 }),
    employer: fc.integer({ min: 0, max: 80_000 }),
    age: fc.integer({ min: 18, max: 90 }),
    pay: fc.integer({ min: 15_000, max: 900_000 }),
    afterTax: fc.integer({ min: 0, max: 80_000 }),
  });

  it('fills the year exactly to the limit, where nothing else binds', () => {
    fc.assert(fc.property(anyFacts, (given) => {
      const result = resultOf(given);
      const counted = new Decimal(given.deferrals).minus(result.catchUp).plus(given.employer).plus(given.afterTax);
      expect(result.room.plus(counted)).toEqual(Decimal.max(counted, Decimal.min(amountOf('annualAdditions', given.year), given.pay)));
    }));
  });

  it('is never negative, and no catch-up from 50 lowers it', () => {
    fc.assert(fc.property(anyFacts, (given) => {
      const atLimit = { ...given, pay: 900_000, deferrals: amountOf('electiveDeferrals', given.year).toNumber() };
      const withCatchUp = { ...atLimit, age: 50, deferrals: atLimit.deferrals + catchUpLimit(given.year, 50).toNumber() };
      expect(resultOf(given).room.greaterThanOrEqualTo(zero)).toBe(true);
      expect(roomOf(withCatchUp)).toBe(roomOf(atLimit));
    }));
  });
});
