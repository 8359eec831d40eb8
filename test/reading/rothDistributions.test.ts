import type { Answer } from '../../src/plan/plan';
import type { Reading } from '../../src/reading/facts';
import { codesOf, fateOf, readLog, sumsOf, type Sheet } from './sheet';

const read = (log: Sheet, range: string, plan = {}): Reading => readLog(log, [{ role: 'roth_distributions', range }], plan);

const header = ['Date', 'Description', 'Amount', 'Homebuyer', 'Contribution basis', 'Conversion basis'];

describe('Distributions from Roth IRAs, for Part III', () => {
  it.each<[string, Sheet, string]>([
    ['a column for each amount', [header, [{ date: '2025-06-03' }, 'Roth IRA', 30_000, 10_000, 12_000, 3_000]], 'A1:F2'],
    ['below a title', [['Roth IRA'], header, [{ date: '2025-06-03' }, 'Roth IRA', 30_000, 10_000, 12_000, 3_000]], 'A1:F3'],
    ['the words of the form', [['Line 19', 'Line 20', 'Line 22', 'Line 24'], [30_000, 10_000, 12_000, 3_000]], 'A1:D2'],
    ['amounts as text', [['Nonqualified distributions', 'First-time homebuyer', 'Basis in Roth contributions', 'Basis in conversions and rollovers'], ['$30,000.00', '10,000', '12,000.00', '3000']], 'A1:D2'],
    ['a label for each amount', [['Roth withdrawal 6/3/2025', 30_000], ['First-time homebuyer expenses', 10_000], ['Basis in contributions', 12_000], ['Basis in conversions', 3_000]], 'A1:B4'],
    ['short labels', [['Nonqualified', 30_000], ['Home purchase', 10_000], ['Contributions', 12_000], ['Conversions', 3_000]], 'A1:B4'],
  ])('may stand as %s', (_how, log, range) => {
    const reading = read(log, range);
    expect(sumsOf(reading)).toEqual({
      'roth nonqualified': '30000.00', 'roth homebuyer': '10000.00', 'roth contributionBasis': '12000.00', 'roth conversionBasis': '3000.00',
    });
    expect(reading.asked).toEqual([]);
  });

  it('count disasters, repayments and homebuyer money of earlier years where a column says so', () => {
    const log: Sheet = [['Distribution', 'Of it, disaster', 'Repaid', 'Homebuyer', 'Prior homebuyer', 'Basis in contributions', 'Basis in conversions'], [9_000, 1_000, 500, 400, 300, 200, 100]];
    expect(sumsOf(read(log, 'A1:G2'))).toEqual({
      'roth nonqualified': '9000.00', 'roth disasterDistributions': '1000.00', 'roth repayments': '500.00', 'roth homebuyer': '400.00', 'roth earlierHomebuyer': '300.00',
      'roth contributionBasis': '200.00', 'roth conversionBasis': '100.00',
    });
  });

  it.each(['Qualified distribution', 'Rollover to another Roth IRA', 'Return of excess contribution', 'Recharacterized', 'Inherited Roth IRA', 'Code Q'])(
    'whose row says "%s" is asked about', (words) => {
      const log: Sheet = [header, [{ date: '2025-06-03' }, 'Roth IRA', 500, null, 9_000, 0], [{ date: '2025-07-03' }, words, 400, null, null, null]];
      expect(codesOf(read(log, 'A1:F3'))).toEqual(['MAY_BE_SOMETHING_ELSE C3']);
      expect(sumsOf(read(log, 'A1:F3', { answers: { C3: 'include' } }))).toMatchObject({ 'roth nonqualified': '900.00' });
    },
  );

  it('"nonqualified" speaks for itself', () => {
    expect(codesOf(read([header, [{ date: '2025-06-03' }, 'Non-qualified distribution', 500, null, 9_000, 0]], 'A1:F2'))).toEqual([]);
  });

  it('with a basis beside each of them are asked about: it is one amount a year, or several to be added up', () => {
    const log: Sheet = [header, [{ date: '2025-06-03' }, '', 500, null, 9_000, null], [{ date: '2025-07-03' }, '', 400, null, 9_000, null]];
    expect(codesOf(read(log, 'A1:F3'))).toEqual(['SEVERAL_BASES E2', 'SEVERAL_BASES E3', 'ROTH_BASIS_MISSING C2']);
    const once = read(log, 'A1:F3', { answers: { E2: 'include', E3: 'exclude' } });
    expect([sumsOf(once)['roth contributionBasis'], codesOf(once)]).toEqual(['9000.00', []]);
    expect(sumsOf(read(log, 'A1:F3', { answers: { E2: 'include', E3: 'include' } }))['roth contributionBasis']).toBe('18000.00');
  });

  // Form 8606 (2025), lines 21 to 24: a basis is asked for as far as the distribution reaches it.
  it.each([
    { taken: 999, home: null, contributions: 1_000, conversions: null, asked: [] },
    { taken: 1_000, home: null, contributions: 1_000, conversions: null, asked: [] },
    { taken: 1_001, home: null, contributions: 1_000, conversions: null, asked: ['ROTH_BASIS_MISSING C2'] },
    { taken: 1_001, home: null, contributions: 1_000, conversions: 0, asked: [] },
    { taken: 1, home: null, contributions: null, conversions: 0, asked: ['ROTH_BASIS_MISSING C2'] },
    { taken: 5_000, home: 5_000, contributions: null, conversions: null, asked: [] },
  ])('$taken taken, $home for a home, basis $contributions and $conversions: asked $asked', ({ taken, home, contributions, conversions, asked }) => {
    expect(codesOf(read([header, [{ date: '2025-06-03' }, '', taken, home, contributions, conversions]], 'A1:F2'))).toEqual(asked);
  });

  it('take the basis that the preparer answers, and ask for the next one that they reach', () => {
    const log: Sheet = [header, [{ date: '2025-06-03' }, '', 5_000, null, null, null]];
    const first = read(log, 'A1:F2', { answers: { C2: { contributionBasis: '1000' } } });
    expect([sumsOf(first)['roth contributionBasis'], first.asked.map(({ choices }) => choices[0]?.answer)]).toEqual(['1000.00', [{ conversionBasis: '0' }]]);
    const both = read(log, 'A1:F2', { answers: { C2: { contributionBasis: '1000', conversionBasis: '0' } } });
    expect([sumsOf(both), both.asked]).toEqual([{ 'roth nonqualified': '5000.00', 'roth contributionBasis': '1000.00' }, []]);
    expect(both.years[0]?.used.filter(({ answered }) => answered).map(({ input }) => input)).toEqual(['roth contributionBasis', 'roth conversionBasis']);
  });

  it('of a year that gets no tab are left out: Part III carries nothing to another year', () => {
    const log: Sheet = [header, [{ date: '2024-06-03' }, '', 500, null, 9_000, 0]];
    const reading = read(log, 'A1:F2');
    expect(fateOf(reading, 'C2')).toBe('excluded');
    expect(reading.excluded[0]?.reason).toContain('Part III of one year is no part of another');
  });

  it('two columns of one kind are asked about, and one may be left out', () => {
    const log: Sheet = [['Distribution', 'Withdrawal', 'Basis in contributions'], [500, 500, 900]];
    expect(codesOf(read(log, 'A1:C2'))).toEqual(expect.arrayContaining(['COLUMN_UNKNOWN A1', 'COLUMN_UNKNOWN B1']));
    const settled = read(log, 'A1:C2', { answers: { B1: 'exclude' } });
    expect([sumsOf(settled)['roth nonqualified'], codesOf(settled)]).toEqual(['500.00', []]);
  });

  it('whose column has a name that is not known are asked about, and not passed over', () => {
    const log = (name: string): Sheet => [['Date', name, 'Basis in contributions'], [{ date: '2025-06-03' }, 500, 900]];
    for (const known of ['Cash out', 'Withdrawals', 'RMD', 'Gross']) expect([known, sumsOf(read(log(known), 'A1:C2'))['roth nonqualified']]).toEqual([known, '500.00']);
    expect(codesOf(read(log('Proceeds'), 'A1:C2'))).toEqual(['COLUMN_UNKNOWN B1']);
    expect(fateOf(read(log('Proceeds'), 'A1:C2'), 'B2')).toBe('excluded');
    const settled = (answer: Answer): Reading => read(log('Proceeds'), 'A1:C2', { answers: { B1: answer } });
    expect([sumsOf(settled({ column: 'distribution_other' }))['roth nonqualified'], codesOf(settled({ column: 'distribution_other' }))]).toEqual(['500.00', []]);
    expect([sumsOf(settled('exclude'))['roth nonqualified'], codesOf(settled('exclude'))]).toEqual([undefined, []]);
  });

  it('may be of several persons, by a column that names them', () => {
    const log: Sheet = [['Owner', ...header.slice(2)], ['T', 500, null, 900, null], ['S', 700, null, 900, null]];
    expect(sumsOf(read(log, 'A1:E3'))).toEqual({ 'roth nonqualified': '500.00', 'roth contributionBasis': '900.00' });
    expect(sumsOf(read(log, 'A1:E3', { person: 'S' }))).toEqual({ 'roth nonqualified': '700.00', 'roth contributionBasis': '900.00' });
  });
});
