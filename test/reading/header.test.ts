import { Grid } from '../../src/reading/grid';
import { findHeader } from '../../src/reading/header';
import { concepts, headerWords, saysThousands, vocabulary } from '../../src/reading/vocabulary';

describe('the words of a header', () => {
  it.each(concepts.flatMap((concept) => vocabulary[concept].words.map((words) => [words, concept] as const)))('%j heads %s', (words, concept) => {
    expect(headerWords(words).concept).toBe(concept);
    expect(headerWords(words.toUpperCase()).concept).toBe(concept);
  });

  it.each<[string, string | null, number | null]>([
    ['FMV 12/31/25', 'fmv_year_end', 2025],
    ['2025 FMV', 'fmv_year_end', 2025],
    ['FMV @ 12/31/2024', 'fmv_year_end', 2024],
    ['Value on Dec 31, 2025', 'fmv_year_end', 2025],
    ['Trad IRA\nbalance 12/31', 'fmv_year_end', null],
    ['Nondeductible contribution (2025)', 'contribution_nondeductible', 2025],
    ['Amount converted', 'converted', null],
    ['Date of the conversion', 'conversion_date', null],
    ['Tax Year', 'tax_year', null],
    ['TY 2025', null, 2025],
    ['Balance 6/30/25', null, 2025],
    ['FMV (whole $)', 'fmv_year_end', null],
    ['Roth IRA balance', 'roth_column', null],
    ['Roth 401k balance', null, null],
    ['SEP contribution', null, null],
    ['Deductible contribution', null, null],
    ['Total contributions', null, null],
    ['Contribution and conversion', null, null],
    ['Vanguard', null, null],
    ['', null, null],
  ])('%j head %s of %s', (words, concept, year) => {
    expect(headerWords(words)).toEqual({ concept, year });
  });

  it('are never two kinds at once', () => {
    const kinds = new Map<string, string[]>();
    for (const concept of concepts) {
      for (const words of new Set(vocabulary[concept].words.map((one) => one.toLowerCase().replace(/[^a-z0-9]+/gu, ' ').trim()))) {
        kinds.set(words, [...(kinds.get(words) ?? []), concept]);
      }
    }
    expect([...kinds].filter(([, named]) => named.length > 1)).toEqual([]);
  });

  it.each([['FMV (in 000s)', true], ['in thousands', true], ["$000's", true], ['12,000', false], ['2000s', false], ['FMV', false]])('%j say thousands: %s', (words, expected) => {
    expect(saysThousands(words)).toBe(expected);
  });
});

describe('the header of a selection', () => {
  const rowsOf = (...log: readonly (readonly (string | number | null)[])[]): readonly number[] | undefined => {
    const range = { sheet: 'Log', top: 1, left: 1, bottom: log.length, right: Math.max(...log.map((row) => row.length)) };
    const cells = log.flatMap((row, r) => row.flatMap((value, c) => (value === null ? [] : [{ row: r + 1, column: c + 1, value, formula: null, numberFormat: 'General', text: '' }])));
    return findHeader(new Grid(range, { range, cells }, false), false)?.rows;
  };

  it('is the first row in which two cells name what their columns hold', () => {
    expect(rowsOf(['Client: A. Patel', 'TY 2025'], [null, null], ['Institution', 'FMV'], ['Vanguard', 5])).toEqual([3]);
  });

  it('may name one column only, if amounts stand below it', () => {
    expect(rowsOf(['FMV'], [5])).toEqual([1]);
    expect(rowsOf(['Conversions', null], ['Jan 22', 5])).toBeUndefined();
  });

  it('may take two rows, of which neither tells enough', () => {
    expect(rowsOf(['Contribution', null, 'Conversion', null], ['date', 'amount', 'date', 'amount'], ['Jan 2', 7000, 'Jan 9', 7000])).toEqual([1, 2]);
  });

  it('of two rows may have a line of units over it', () => {
    expect(rowsOf(['(whole $)'], [null, 'Nondeductible', 'Converted'], ['Year', 'contribution', 'amount'], [2025, 7000, 7000])).toEqual([2, 3]);
  });

  it('is not a row with an amount in it', () => {
    expect(rowsOf(['Roth conversion', 7000], ['Distribution', 500])).toBeUndefined();
  });

  it('may have years in it', () => {
    expect(rowsOf(['Type', 2024, 'FMV 12/31'], ['IRA', 1, 2])).toEqual([1]);
  });
});
