import { BASIS_CARRYFORWARD, ExcelError, LEDGER, omitted, PRORATA_TAXABLE } from './excel';

const refused = (error: string, sentence: RegExp): unknown => ({ error, sentence: expect.stringMatching(sentence) as string });

const heading = ['Year', 'Contributions', 'Made next year', '12/31 value', 'Distributions', 'Converted'];
const threeYears = [
  [2023, 7000, 0, 200000, 0, 7000],
  [2024, 7000, 0, 200000, 0, 7000],
  [2025, 7000, 0, 200000, 0, 7000],
];
/** users/seeds.md A4: three times 7,000 beside 200,000. Line 10 of each year is basis over 207,000. */
const worked = [
  [2023, 0, 7000 / 207000, 236.71, 6763.29, 0, 6763.29],
  [2024, 6763.29, 13763.29 / 207000, 465.43, 6534.57, 0, 13297.86],
  [2025, 13297.86, 20297.86 / 207000, 686.4, 6313.6, 0, 19611.46],
];

describe('LEDGER', () => {
  /** Six of them, from the newest, would pass for one year and its amounts. */
  it.each([
    [[[2025, 2024, 2023, 2022, 2021, 2020], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]]],
    [[['2024', '2025'], [7000, 7000]]],
    [[['Year', 2023, 2024, 2025], ['Contributions', 7000, 7000, 7000]]],
  ])('refuses years from left to right, and says how to turn them: %j', (rows) => {
    expect(LEDGER(rows)).toEqual(
      refused('#VALUE!', /^rows has its years from left to right; give one row per year, for example TRANSPOSE of this range\.$/u));
  });

  it('takes amounts that look like years for amounts', () => {
    expect((LEDGER([[2024, 2024, 2023, 0, 0, 2022]]) as unknown[][])[0]).toEqual([2024, 0, 0, 0, 0, 0, 0].map(() => expect.any(Number) as number));
  });

  it('starts each year with what the one before carries (users/seeds.md A4)', () => {
    expect(LEDGER(threeYears)).toEqual(worked.map((row) => row.map((cell) => expect.closeTo(cell, 12) as number)));
  });

  it('agrees with PRORATA_TAXABLE and BASIS_CARRYFORWARD chained by hand', () => {
    let basis = 0;
    for (const [, , , , taxable, , carried] of LEDGER(threeYears) as number[][]) {
      expect(PRORATA_TAXABLE(7000, basis + 7000, 200000)).toBe(taxable);
      basis = BASIS_CARRYFORWARD(7000, basis + 7000, 200000) as number;
      expect(basis).toBe(carried);
    }
  });

  it.each([
    { how: 'in any order', rows: [...threeYears].reverse() },
    { how: 'under a heading', rows: [heading, ...threeYears] },
    { how: 'with blank rows between', rows: [...threeYears.slice(0, 1), ['', '', '', '', '', ''], ...threeYears.slice(1), [0, 0, 0, 0, 0, 0]] },
    { how: 'as text', rows: threeYears.map(([year, ...amounts]) => [`TY ${year}`, ...amounts.map((amount) => `$${amount}`)]) },
    { how: 'with dates for years', rows: threeYears.map(([year, ...amounts]) => [(Number(year) - 2023) * 365 + 45_200, ...amounts]) },
    { how: 'with a column for adjustments', rows: [[...heading, 'Adjustment'], ...threeYears.map((row) => [...row, ''])] },
  ])('reads rows $how', ({ rows }) => {
    expect(LEDGER(rows)).toEqual(LEDGER(threeYears));
  });

  it('leaves a contribution made next April out of this year\'s ratio and in the basis of the next (founding article 001)', () => {
    expect(LEDGER([[2023, 6500, 6500, 0, 0, 0], [2024, 7000, 0, 0, 0, 13500]])).toEqual([
      [2023, 0, '', 0, 0, 0, 6500],
      [2024, 6500, 1, 13500, 0, 0, 0],
    ]);
  });

  it('takes the opening basis before the first of the years, and an adjustment where it stands', () => {
    expect(LEDGER([[2024, 0, 0, 30000, 10000, 0]], 10000)).toEqual([[2024, 10000, 0.25, 2500, 0, 7500, 7500]]);
    expect(LEDGER([[2024, 0, 0, 30000, 10000, 0, 10000]])).toEqual([[2024, 10000, 0.25, 2500, 0, 7500, 7500]]);
    expect(LEDGER([[2024, 0, 0, 30000, 10000, 0, -2000]], 12000)).toEqual([[2024, 10000, 0.25, 2500, 0, 7500, 7500]]);
  });

  it('taxes all of a distribution in a year without basis, which has no line 15c', () => {
    expect(LEDGER([[2024, 0, 0, 30000, 10000, 0]])).toEqual([[2024, 0, '', 0, 0, 10000, 0]]);
  });

  it('keeps basis through a gap of years', () => {
    expect(LEDGER([[2019, 6000, 0, 6000, 0, 0], [2024, 0, 0, 0, 0, 6000]])).toEqual([
      [2019, 0, '', 0, 0, 0, 6000],
      [2024, 6000, '', 6000, 0, 0, 0],
    ]);
  });

  it('rounds as it is told', () => {
    expect(LEDGER([[2024, 7000, 0, 200000, 0, 7000]], omitted, 3, 'dollars')).toEqual([[2024, 0, 0.034, 238, 6762, 0, 6762]]);
  });

  it.each([
    { why: 'a year twice', rows: [[2024, 1, 0, 0, 0, 0], [2024, 2, 0, 0, 0, 0]], sentence: /^rows, row 2, is 2024 again, as row 1/u },
    { why: 'a row without its year', rows: [[2024, 1, 0, 0, 0, 0], ['', 2, 0, 0, 0, 0]], sentence: /^rows, row 2, column 1, is missing/u },
    { why: 'a year that is none', rows: [[2024, 1, 0, 0, 0, 0], ['soon', 2, 0, 0, 0, 0]], sentence: /^rows, row 2, column 1, is "soon"/u },
    { why: 'a day beside a year in the place of an amount', rows: [[45657, 2024, 0, 0, 0, 0]], sentence: /^rows, row 1, column 1, is 45657, which is a day of 2024, and column 2 is 2024/u },
    { why: 'five columns', rows: [[2024, 1, 0, 0, 0]], sentence: /^rows has 5 columns/u },
    { why: 'one column', rows: [[2024], [2025]], sentence: /^rows has 1 column; give year, /u },
    { why: 'eight columns', rows: [[2024, 1, 0, 0, 0, 0, 0, 0]], sentence: /^rows has 8 columns/u },
    { why: 'a negative conversion', rows: [[2024, 1, 0, 0, 0, -5]], sentence: /^rows, row 1, column 6, is -5; it must be 0 or more/u },
    { why: 'words for an amount', rows: [[2024, 1, 0, 'Vanguard', 0, 0]], sentence: /^rows, row 1, column 4, cannot be counted/u },
    { why: 'more made next year than contributed', rows: [[2024, 1, 2, 0, 0, 0]], sentence: /^rows, row 1: of the contributions of 1, 2 cannot/u },
    { why: 'no year at all', rows: [['', '', '', '', '', '']], sentence: /^rows holds no year/u },
    { why: 'a heading alone', rows: [heading], sentence: /^rows holds no year/u },
  ])('refuses $why', ({ rows, sentence }) => {
    expect(LEDGER(rows)).toEqual(refused('#VALUE!', sentence));
  });

  it('hands on an error in any cell', () => {
    expect(LEDGER([[2024, 1, 0, new ExcelError('#N/A'), 0, 0]])).toEqual(refused('#N/A', /^rows, row 1, column 4, holds the error #N\/A/u));
    expect(LEDGER([[new ExcelError('#DIV/0!'), 1, 0, 0, 0, 0]])).toEqual(refused('#DIV/0!', /^rows, row 1, column 1, holds the error/u));
  });
});
