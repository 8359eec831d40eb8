import { IRA_DEDUCTION, IRA_LIMIT, LIMIT, omitted, PRETAX_TO_MOVE } from './excel';
import { limitNames } from '../../src/functions/limitNames';
import { coveredYears } from '../../src/law';

const refused = (error: string, sentence: RegExp): unknown => ({ error, sentence: expect.stringMatching(sentence) as string });

describe('LIMIT', () => {
  /** Announced for 2026 by Notice 2025-67 and Rev. Proc. 2025-19. */
  it.each([
    ['415c', 72000], ['415(c)', 72000], ['415(c) limit', 72000], ['Section 415(c)', 72000], ['IRC § 402(g) limits', 24500], ['IRA limit', 7500], ['Annual additions', 72000], ['402g', 24500], ['401(k)', 24500], ['403b', 24500], ['IRA', 7500], ['Roth IRA', 7500],
    ['IRA catch-up', 1100], ['catch-up', 8000], ['catch up 50', 8000], ['super catch-up', 11250], ['catch-up 60-63', 11250], ['401a17', 360000],
    ['457(b)', 24500], ['SIMPLE', 17000], ['SIMPLE enhanced', 18100], ['SIMPLE catch-up', 4000], ['SIMPLE enhanced catch-up', 3850],
    ['SIMPLE catch-up 60-63', 5250], ['HSA self', 4400], ['HSA family', 8750], ['HSA catch-up', 1000], ['QCD', 111000], ['Roth catch-up wages', 150000],
    ['spouse covered start', 242000], ['spouse covered end', 252000],
  ])('"%s" of 2026 is %i', (name, shows) => {
    expect(LIMIT(name, 2026)).toBe(shows);
  });

  it.each([
    ['Roth start', 'single', 153000], ['Roth start', 'hoh', 153000], ['Roth start', 'mfj', 242000], ['Roth end', 'qss', 252000],
    ['Roth start', 'mfs', 0], ['Roth end', 'mfs', 10000], ['Roth end', 'mfs-apart', 168000], ['deduction start', 'single', 81000],
    ['deduction end', 'mfj', 149000], ['deduction end', 'mfs', 10000],
  ])('"%s" of 2026 for %s is %i', (name, status, shows) => {
    expect(LIMIT(name, 2026, status)).toBe(shows);
  });

  it('asks for the filing status where the limit hangs on it', () => {
    expect(LIMIT('Roth start', 2026)).toEqual(refused('#VALUE!', /^filing_status is missing; the start of the Roth phase-out differs by filing status/u));
  });

  it('answers a name that is none with the list', () => {
    expect(LIMIT('415d', 2026)).toEqual(refused('#VALUE!', /^name is "415d", which is no limit; give one of: ira, ira catch-up, .*, qcd\.$/u));
    expect(LIMIT(omitted, 2026)).toEqual(refused('#VALUE!', /^name is missing/u));
  });

  it.each([['415c', 2000], ['super catch-up', 2024], ['Roth start', 2027], ['IRA', 1997]])('"%s" of %i is #N/A, naming the years that have it', (name, year) => {
    expect(LIMIT(name, year, 'mfj')).toEqual(refused('#N/A', /covered (?:years are|for) .*\d{4}/u));
  });

  it('gives the separate range, which is never indexed, for covered years only', () => {
    expect(LIMIT('Roth end', 2027, 'mfs')).toEqual(refused('#N/A', /^Tax year 2027 is not covered/u));
  });

  it('knows every name of its list in some year', () => {
    for (const name of limitNames) expect(coveredYears.some((year) => typeof LIMIT(name, year, 'mfj') === 'number')).toBe(true);
  });
});

describe('IRA_LIMIT', () => {
  it.each([
    ['(2025)', [2025], 7000],
    ['(2025,50)', [2025, 50], 8000],
    ['(2026,,5000)', [2026, omitted, 5000], 5000],
    ['(2021,,0,"mfj",30000,6000), Kristin of Pub. 590-A', [2021, omitted, 0, 'mfj', 30000, 6000], 6000],
    ['(2025,,3000,"single",0)', [2025, omitted, 3000, 'single', 0], 3000],
  ])('%s', (_, typed, shows) => {
    expect(IRA_LIMIT(...typed)).toBe(shows);
  });

  it('refuses a spouse\'s compensation without a joint return', () => {
    expect(IRA_LIMIT(2025, omitted, 0, omitted, 9000)).toEqual(refused('#VALUE!', /^spouse_compensation is 9,000, but filing_status is missing/u));
  });
});

describe('IRA_DEDUCTION', () => {
  it.each([
    ['(2025,"mfj",238500,FALSE,TRUE,,7000,38500), Pub. 590-A (2025), example 2', [2025, 'mfj', 238500, false, true, omitted, 7000, 38500], 5250],
    ['(2026,"single",85000,"yes",,50,8600)', [2026, 'single', 85000, 'yes', omitted, 50, 8600], 5160],
    ['(2025,"single",500000,"no")', [2025, 'single', 500000, 'no'], 7000],
    ['(2025,"single",84000,1)', [2025, 'single', 84000, 1], 3500],
  ])('%s', (_, typed, shows) => {
    expect(IRA_DEDUCTION(...typed)).toBe(shows);
  });

  it.each([[omitted], [0], ['']])('asks whether a plan covers the person: %j is no answer', (covered) => {
    expect(IRA_DEDUCTION(2025, 'single', 84000, covered)).toEqual(refused('#VALUE!', /^covered is missing; give TRUE or FALSE\.$/u));
  });

  it('refuses an answer that is none', () => {
    expect(IRA_DEDUCTION(2025, 'mfj', 84000, 'maybe')).toEqual(refused('#VALUE!', /^covered is "maybe"; give TRUE or FALSE\.$/u));
    expect(IRA_DEDUCTION(2025, 'mfj', 84000, true, 2)).toEqual(refused('#VALUE!', /^spouse_covered is 2; give TRUE or FALSE\.$/u));
  });
});

describe('PRETAX_TO_MOVE', () => {
  it.each([
    ['(100000,7000), founding article 000', [100000, 7000], 93000],
    ['(7000,7000)', [7000, 7000], 0],
    ['(95000,7000,2000)', [95000, 7000, 2000], 90000],
    ['(90000,7000,7000,3000)', [90000, 7000, 7000, 3000], 90000],
  ])('%s', (_, typed, shows) => {
    expect(PRETAX_TO_MOVE(...typed)).toBe(shows);
  });
});
