import { BASIS_CARRYFORWARD, MEGA_BACKDOOR_ROOM, omitted, PRORATA_TAXABLE, ROTH_PHASEOUT } from './excel';

const refused = (error: string, sentence: RegExp): unknown => ({ error, sentence: expect.stringMatching(sentence) as string });

/** The figures that the first release promises, as formulas typed into a cell. */
describe('The promised figures', () => {
  it.each([
    ['(7000,7000,200000)', [7000, 7000, 200000], 6763.29],
    ['(7000,7000,200000,,,3)', [7000, 7000, 200000, omitted, omitted, 3], 6762],
    ['(7000,7000,93000)', [7000, 7000, 93000], 6510],
    ['(7000,7000,0)', [7000, 7000, 0], 0],
    ['(6000,6000,54000)', [6000, 6000, 54000], 5400],
    ['(5000,5000,50000)', [5000, 5000, 50000], 4545.45],
    ['(6000,8000,20000,500,2500)', [6000, 8000, 20000, 500, 2500], 4754.72],
  ])('PRORATA_TAXABLE%s', (_, typed, shows) => {
    expect(PRORATA_TAXABLE(...typed)).toBe(shows);
  });

  it('BASIS_CARRYFORWARD(6000,8000,20000,500,2500)', () => {
    expect(BASIS_CARRYFORWARD(6000, 8000, 20000, 500, 2500)).toBe(6650.95);
  });

  it.each([
    ['(2024,23000,12000)', [2024, 23000, 12000], 34000],
    ['(2024,23000,10000)', [2024, 23000, 10000], 36000],
    ['(2026,35750,12250,61,300000)', [2026, 35750, 12250, 61, 300000], 35250],
    ['(2026,24500,10000,,,8000,,10000)', [2026, 24500, 10000, omitted, omitted, 8000, omitted, 10000], 2000],
    ['(2026,30000,0)', [2026, 30000, 0], refused('#VALUE!', /^deferrals is 30,000, more than 24,500, .*no age was given/u)],
  ])('MEGA_BACKDOOR_ROOM%s', (_, typed, shows) => {
    expect(MEGA_BACKDOOR_ROOM(...typed)).toEqual(shows);
  });

  it.each([
    ['(2024,"single",146000)', [2024, 'single', 146000], 7000],
    ['(2024,"single",161000)', [2024, 'single', 161000], 0],
    ['(2024,"mfj",235000)', [2024, 'mfj', 235000], 3500],
    ['(2024,"single",160999)', [2024, 'single', 160999], 200],
    ['(2024,"single",160999,,6900)', [2024, 'single', 160999, omitted, 6900], 100],
    ['(2025,"single",150038)', [2025, 'single', 150038], 6990],
    ['(2027,"single",1)', [2027, 'single', 1], refused('#N/A', /^Tax year 2027 is not covered; the covered years are 1998-2026\.$/u)],
    ['("single","2024",1)', ['single', '2024', 1], refused('#VALUE!', /^tax_year is "single", which is not a tax year/u)],
  ])('ROTH_PHASEOUT%s', (_, typed, shows) => {
    expect(ROTH_PHASEOUT(...typed)).toEqual(shows);
  });
});

describe('PRORATA_TAXABLE against published figures', () => {
  /** Founding articles 000 to 004, recomputed in users/seeds.md sections A1 and A2. */
  it.each([
    { pretax: 0, taxable: 0, published: 'right' },
    { pretax: 25_000, taxable: 5468.75, published: '6,364, which is 895.25 too much' },
    { pretax: 50_000, taxable: 6140.35, published: '6,743, which is 602.65 too much' },
    { pretax: 100_000, taxable: 6542.06, published: '6,867, which is 324.94 too much' },
    { pretax: 200_000, taxable: 6763.29, published: '6,928, which is 164.71 too much' },
    { pretax: 500_000, taxable: 6903.35, published: '"roughly 6,900"' },
  ])('7,000 converted beside $pretax before tax: $taxable is taxable (published: $published)', ({ pretax, taxable }) => {
    expect(PRORATA_TAXABLE(7000, 7000, pretax)).toBe(taxable);
  });

  /** Public cases, each with its own rounding; examples named by their source. */
  it.each([
    { source: 'irahelp.com 28364, 3 places', typed: [5524, 11000, 5530, 0, 0, 3], taxable: 27.62, carried: 5503.62 },
    { source: 'irahelp.com 28364, exact', typed: [5524, 11000, 5530], taxable: 26.99, carried: 5502.99 },
    { source: 'irahelp.com 35631, 4 places', typed: [6501, 6500, 0, 0, 0, 4, 'dollars'], taxable: 1, carried: 0 },
    { source: 'dmertz 2015, a loss', typed: [5407, 5440, 0, 0, 0, 3, 'dollars'], taxable: 0, carried: 33 },
    { source: 'dmertz 2017, 2,500 made next year', typed: [4900, 10200, 3047, 0, 2500, 3, 'dollars'], taxable: 152, carried: 5452 },
    { source: 'bogleheads.org 1598210', typed: [4989, 5000, 0], taxable: 0, carried: 11 },
    { source: 'fitaxguy.com, Jennifer', typed: [6000, 6000, 93998.53], taxable: 5639.99, carried: 5639.99 },
    { source: 'claimyr.com, loss before conversion', typed: [6800, 7000, 0], taxable: 0, carried: 200 },
    { source: 'opentax pull 16, no conversion', typed: [0, 10000, 30000, 10000], taxable: 0, carried: 7500 },
  ])('$source', ({ typed, taxable, carried }) => {
    expect([PRORATA_TAXABLE(...typed), BASIS_CARRYFORWARD(...typed)]).toEqual([taxable, carried]);
  });

  it('chains years: three times 7,000 beside 200,000 (users/seeds.md A4)', () => {
    const years: unknown[] = [];
    let basis = 0;
    for (let year = 0; year < 3; year += 1) {
      years.push(PRORATA_TAXABLE(7000, basis + 7000, 200_000));
      basis = BASIS_CARRYFORWARD(7000, basis + 7000, 200_000) as number;
    }
    expect([...years, basis]).toEqual([6763.29, 6534.57, 6313.6, 19611.46]);
  });

  it('leaves basis alone in a year with neither conversion nor distribution', () => {
    expect([PRORATA_TAXABLE(0, 7000, 50000), BASIS_CARRYFORWARD(0, 7000, 50000, 0, 3000)]).toEqual([0, 7000]);
  });

  it('taxes all of a conversion without basis, and carries none', () => {
    expect([PRORATA_TAXABLE(7000, 0, 50000), BASIS_CARRYFORWARD(7000, 0, 50000)]).toEqual([7000, 0]);
  });
});
