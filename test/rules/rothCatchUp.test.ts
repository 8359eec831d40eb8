import { Decimal } from '../../src/engine/decimal';
import { fillInWorksheet } from '../../src/engine/worksheet';
import { coveredYears, yearsCovering } from '../../src/law';
import { rothCatchUp, rothCatchUpGiven, rothCatchUpWorksheet, type RothCatchUpFacts } from '../../src/rules/rothCatchUp';

const factsOf = ({ year, age, wages, hasRoth }: { year?: number; age?: number; wages: number; hasRoth?: boolean }): RothCatchUpFacts =>
  ({ year: year ?? 2026, age: age ?? 55, priorWages: new Decimal(wages), planHasRoth: hasRoth ?? true });

describe('Catch-up contributions by the wages of the year before, 414(v)(7)', () => {
  /** 150,000 of 2025 wages governs 2026 (Groom; Notice 2025-67). */
  it.each([
    { wages: 149_999, verdict: 'either' }, { wages: 150_000, verdict: 'either' }, { wages: 150_001, verdict: 'Roth' },
  ])('may be made as $verdict after wages of $wages: the wages must exceed the threshold', ({ wages, verdict }) => {
    expect(rothCatchUp(factsOf({ wages }))).toBe(verdict);
  });

  it('may be of either kind for whoever had no FICA wages from this employer: partners and sole proprietors are exempt', () => {
    expect(rothCatchUp(factsOf({ wages: 0 }))).toBe('either');
    const form = fillInWorksheet(rothCatchUpWorksheet, rothCatchUpGiven(factsOf({ wages: 0 })));
    expect(form.explain('Catch-up must be Roth')).toBe('No: catch-up contributions may be pre-tax or Roth, because there were no FICA wages from this employer in the year before, so the test does not apply.');
  });

  it.each([
    { wages: 150_001, verdict: 'none' }, { wages: 150_000, verdict: 'either' },
  ])('are $verdict in a plan without Roth after wages of $wages', ({ wages, verdict }) => {
    expect(rothCatchUp(factsOf({ wages, hasRoth: false }))).toBe(verdict);
  });

  it.each([[49, 'none'], [50, 'Roth'], [61, 'Roth']])('at age %i are %s', (age, verdict) => {
    expect(rothCatchUp(factsOf({ age, wages: 200_000 }))).toBe(verdict);
  });

  it.each([[2024, 'either'], [2025, 'either'], [2026, 'Roth']])('of %i are %s: the test begins in 2026', (year, verdict) => {
    expect(rothCatchUp(factsOf({ year, wages: 999_999 }))).toBe(verdict);
  });

  it('of a year whose threshold is not known are refused by name, of every such year from 2026 on', () => {
    expect(() => rothCatchUp(factsOf({ year: 2027, wages: 1 }))).toThrow('Tax year 2027 is not covered; the covered years are 1998-2026.');
    expect(coveredYears.filter((year) => year >= 2026)).toEqual(yearsCovering('rothCatchUpWages'));
  });

  it('are told with the amount: all of it Roth, the higher one from 60 to 63 too', () => {
    const form = fillInWorksheet(rothCatchUpWorksheet, rothCatchUpGiven(factsOf({ age: 61, wages: 150_001 })));
    expect([form.line('Catch-up allowed here')?.toNumber(), form.line('Of it must be Roth')?.toNumber()]).toEqual([11_250, 11_250]);
    const shut = fillInWorksheet(rothCatchUpWorksheet, rothCatchUpGiven(factsOf({ wages: 150_001, hasRoth: false })));
    expect(shut.line('Catch-up allowed here')?.toNumber()).toBe(0);
    expect(shut.explain('Catch-up allowed here')).toBe('Catch-up allowed here is 0: it would have to be Roth, and the plan takes no Roth contributions.');
  });
});
