import fc from 'fast-check';
import { Decimal } from '../../src/engine/decimal';
import { deferralRoom } from '../../src/rules/deferralRoom';

interface Given { year?: number; elsewhere?: number; here?: number; age?: number; pay?: number; service?: number }

const roomOf = ({ year, elsewhere, here, age, pay, service }: Given): number => deferralRoom({
  year: year ?? 2026, deferredElsewhere: new Decimal(elsewhere ?? 0), deferredHere: new Decimal(here ?? 0), age: age ?? null,
  compensation: pay === undefined ? null : new Decimal(pay), serviceCatchUp: new Decimal(service ?? 0),
}).toNumber();

describe('What a person may still defer', () => {
  it('is one limit over all employers: after 2,500 at 40 in 2020 17,000 is left (irs.gov, two employers)', () => {
    expect(roomOf({ year: 2020, elsewhere: 2_500, age: 40 })).toBe(17_000);
  });

  it.each([
    { elsewhere: 24_499, room: 1 }, { elsewhere: 24_500, room: 0 },
  ])('after $elsewhere of 24,500 elsewhere is $room', ({ elsewhere, room }) => {
    expect(roomOf({ elsewhere })).toBe(room);
  });

  it.each([
    { age: 49, room: 4_500 }, { age: 50, room: 12_500 }, { age: 59, room: 12_500 }, { age: 60, room: 15_750 }, { age: 63, room: 15_750 }, { age: 64, room: 12_500 },
  ])('at $age after 20,000 is $room in 2026: catch-up of 8,000, from 60 to 63 of 11,250', ({ age, room }) => {
    expect(roomOf({ elsewhere: 15_000, here: 5_000, age })).toBe(room);
  });

  it.each([
    { elsewhere: 32_499, room: 1 }, { elsewhere: 32_500, room: 0 },
  ])('at 55 after $elsewhere elsewhere, part of it catch-up, is $room', ({ elsewhere, room }) => {
    expect(roomOf({ elsewhere, age: 55 })).toBe(room);
  });

  it.each([
    { pay: 5_000, room: 0 }, { pay: 5_001, room: 1 }, { pay: 24_499, room: 19_499 }, { pay: 24_500, room: 19_500 }, { pay: 24_501, room: 19_500 },
  ])('out of pay of $pay here, 5,000 of it deferred, is $room', ({ pay, room }) => {
    expect(roomOf({ here: 5_000, pay })).toBe(room);
  });

  it('is raised by fifteen years of service', () => {
    expect(roomOf({ elsewhere: 24_500, service: 3_000 })).toBe(3_000);
  });
});

describe('Refusals', () => {
  it.each([
    { given: { elsewhere: 24_501 }, code: 'OVER_THE_LIMIT', argument: 'deferrals_here' },
    { given: { elsewhere: 32_501, age: 55 }, code: 'OVER_THE_LIMIT', argument: 'deferrals_here' },
    { given: { service: 3_001 }, code: 'OVER_THE_LIMIT', argument: 'service_catch_up_403b' },
    { given: { year: 2005, age: 55 }, code: 'AMOUNT_NOT_COVERED', argument: 'tax_year' },
    { given: { year: 1998 }, code: 'AMOUNT_NOT_COVERED', argument: 'tax_year' },
    { given: { year: 2027 }, code: 'TAX_YEAR_NOT_COVERED', argument: 'tax_year' },
  ])('$code: $argument', ({ given, code, argument }) => {
    expect(() => roomOf(given)).toThrow(expect.objectContaining({ code, argument }) as Error);
  });

  it('2005 is covered for whoever needs no catch-up', () => {
    expect(roomOf({ year: 2005, age: 49 })).toBe(14_000);
  });
});

describe('Laws of deferral room', () => {
  it('where it was deferred does not matter, and deferring the room leaves none', () => {
    const any = fc.record({ year: fc.integer({ min: 2006, max: 2026 }), elsewhere: fc.integer({ min: 0, max: 7_000 }), here: fc.integer({ min: 0, max: 7_000 }), age: fc.integer({ min: 18, max: 90 }) });
    fc.assert(fc.property(any, (given) => {
      const room = roomOf(given);
      expect(roomOf({ ...given, elsewhere: given.here, here: given.elsewhere })).toBe(room);
      expect(roomOf({ ...given, here: given.here + room })).toBe(0);
    }));
  });
});
