import type { Reading } from '../../src/reading/facts';
import { codesOf, fateOf, readLog, sumsOf, warningsOf, type Selection, type Sheet, type Written } from './sheet';

/** Instructions for Form 8606 (2023), lines 1, 6, 7, 15b; the 2024 worksheet for repayments; Form 8606 (2025), lines 6, 7, 15c. */
const on = (date: string): { date: string } => ({ date });
const distributed = (rows: Sheet, plan = {}, more: readonly Selection[] = []): Reading =>
  readLog(rows, [{ role: 'disaster_distributions', range: `A1:${String.fromCodePoint(64 + Math.max(...rows.map((row) => row.length)))}${more.length === 0 ? rows.length : 2}` }, ...more], plan);
const repaid = (row: readonly Written[], plan = {}): Reading =>
  readLog([['Date distributed', 'Date repaid', 'Kind', 'Amount repaid'], [...row]], [{ role: 'repayments', range: 'A1:D2' }], plan);

describe('a qualified disaster distribution', () => {
  it('is on line 7, and in the disaster part of line 15', () => {
    const reading = distributed([['Date distributed', 'Disaster', 'Amount'], [on('2025-05-02'), 'Hurricane Helene', 20000]]);
    expect(sumsOf(reading)).toEqual({ distributions: '20000.00', disasterDistributions: '20000.00' });
    expect(reading.asked).toEqual([]);
  });

  it('repaid in the same year leaves line 6 as well: the example of the instructions', () => {
    // Instructions for Form 8606 (2023), line 6: 20,000 received on 2 May, 10,000 repaid on 21 November, 50,000 at year end: line 6 is 40,000.
    const reading = distributed([['Date distributed', 'Amount', 'Date repaid', 'Repaid'], [on('2023-05-02'), 20000, on('2023-11-21'), 10000]], { year: 2023 });
    expect(sumsOf(reading, 2023)).toEqual({ distributions: '20000.00', disasterDistributions: '20000.00', sameYearRepayments: '10000.00' });
  });

  it('repaid in a later year changes no line of this form', () => {
    const reading = distributed([['Date distributed', 'Amount', 'Date repaid', 'Repaid'], [on('2025-05-02'), 20000, on('2026-01-02'), 10000]]);
    expect(sumsOf(reading)).toEqual({ distributions: '20000.00', disasterDistributions: '20000.00' });
    expect(reading.excluded[0]?.reason).toContain('Form 8915-F');
  });

  it('may stand as a date and an amount', () => {
    expect(sumsOf(distributed([[on('2025-05-02'), 500]]))).toEqual({ distributions: '500.00', disasterDistributions: '500.00' });
  });

  it('is no disaster part before 2017, when the line had none', () => {
    expect(sumsOf(distributed([[on('2016-05-02'), 500]], { year: 2016 }), 2016)).toEqual({ distributions: '500.00' });
    expect(sumsOf(distributed([[on('2017-05-02'), 500]], { year: 2017 }), 2017)).toEqual({ distributions: '500.00', disasterDistributions: '500.00' });
  });

  it('of another kind, in the same list, is on line 7 only', () => {
    expect(sumsOf(distributed([['Date distributed', 'Kind', 'Amount'], [on('2025-05-02'), 'Emergency expense', 1000]]))).toEqual({ distributions: '1000.00' });
  });

  it.each([
    ['that is among the distributions of another selection counts once', 20000, [], { distributions: '20000.00', disasterDistributions: '20000.00' }],
    ['of which no other selection has the amount is asked', 25000, ['AMONG_THE_DISTRIBUTIONS B2'], { distributions: '25000.00' }],
  ] as const)('%s', (_rule, other, asked, sums) => {
    const rows: Sheet = [['Date distributed', 'Amount'], [on('2025-05-02'), 20000], ['Withdrawal 2025', other]];
    const reading = (answers = {}): Reading => distributed(rows, { answers }, [{ role: 'distributions', range: 'A3:B3' }]);
    expect([codesOf(reading()), sumsOf(reading())]).toEqual([asked, sums]);
    if (asked.length === 0) return;
    expect(sumsOf(reading({ B2: { role: 'disaster_distributions' } }))).toEqual({ distributions: '25000.00', disasterDistributions: '20000.00' });
    expect(sumsOf(reading({ B2: { role: 'distributions' } }))).toEqual({ distributions: '45000.00', disasterDistributions: '20000.00' });
  });

  it('is found among Forms 1099-R', () => {
    const rows: Sheet = [['Date distributed', 'Amount', null, null], [on('2025-05-02'), 20000, null, null], ['Payer', 'Box 1', 'Code', 'IRA box'], ['Vanguard', 20000, 1, 'X']];
    expect(sumsOf(distributed(rows, {}, [{ role: 'form_1099r', range: 'A3:D4' }]))).toEqual({ distributions: '20000.00', disasterDistributions: '20000.00' });
  });

  it('without a date is of the plan\'s only year, and asked where there are several', () => {
    expect(sumsOf(distributed([['Disaster', 'Amount'], ['Flood', 500]]))).toMatchObject({ distributions: '500.00' });
    expect(codesOf(distributed([['Disaster', 'Amount'], ['Flood', 500]], { year: [2024, 2025] }))).toEqual(['YEAR_UNKNOWN B2']);
  });
});

describe('a repayment', () => {
  it.each<[string, string, string, number, Record<string, string>]>([
    ['birth', '2025-05-02', '2025-11-02', 2025, { repayments: '5000.00', sameYearRepayments: '5000.00' }],
    ['emergency personal expense', '2025-05-02', '2026-02-02', 2025, { repayments: '5000.00' }],
    ['domestic abuse', '2024-01-01', '2025-02-02', 2024, { repayments: '5000.00' }],
    ['terminal illness', '2024-12-31', '2024-12-31', 2024, { repayments: '5000.00', sameYearRepayments: '5000.00' }],
    ['hurricane', '2025-05-02', '2025-11-02', 2025, { sameYearRepayments: '5000.00' }],
    ['hurricane', '2025-05-02', '2026-01-02', 2025, {}],
    ['reservist', '2024-05-02', '2025-11-02', 2025, { contributionsInYear: '5000.00' }],
    ['birth', '2022-05-02', '2023-11-02', 2023, { contributionsInYear: '5000.00' }],
    ['birth', '2023-12-31', '2024-01-02', 2024, {}],
  ])('of a %s distribution of %s, repaid on %s, gives %d: %j', (kind, from, back, year, sums) => {
    const reading = repaid([on(from), on(back), kind, 5000], { year });
    expect([sumsOf(reading, year), codesOf(reading)]).toEqual([sums, []]);
  });

  it('of an unknown kind is asked', () => {
    const reading = repaid([on('2025-05-02'), on('2025-11-02'), 'loan', 5000]);
    expect(codesOf(reading)).toEqual(['REPAYMENT_OF_WHAT D2']);
    expect(sumsOf(repaid([on('2025-05-02'), on('2025-11-02'), null, 5000], { answers: { D2: { kind: 'repayable' } } }))).toEqual({ repayments: '5000.00', sameYearRepayments: '5000.00' });
  });

  it('is asked when it was made', () => {
    expect(codesOf(repaid([on('2025-05-02'), null, 'birth', 5000]))).toEqual(['REPAID_WHEN D2']);
    expect(sumsOf(repaid([on('2025-05-02'), null, 'birth', 5000], { answers: { D2: { late: '0' } } }))).toEqual({ repayments: '5000.00', sameYearRepayments: '5000.00' });
    expect(sumsOf(repaid([on('2025-05-02'), null, 'birth', 5000], { answers: { D2: { late: '5000' } } }))).toEqual({ repayments: '5000.00' });
  });

  it.each([['2028-05-02', []], ['2028-05-03', ['REPAID_LATE D2']], ['2025-05-01', ['REPAID_LATE D2']]])('on %s, of a distribution of 2 May 2025, is asked about: %j', (back, asked) => {
    expect(codesOf(repaid([on('2025-05-02'), on(back), 'birth', 5000]))).toEqual(asked);
  });

  it('warns where no selection has the distribution on line 7', () => {
    expect(warningsOf(repaid([on('2025-05-02'), on('2025-11-02'), 'birth', 5000]))).toEqual(['REPAYMENT_WITHOUT_DISTRIBUTION D2']);
  });

  it('of the other person is left out', () => {
    const log: Sheet = [['T/S', 'Date distributed', 'Date repaid', 'Kind', 'Amount repaid'], ['S', on('2025-05-02'), on('2025-11-02'), 'birth', 5000], ['T', on('2025-05-02'), on('2025-11-02'), 'birth', 1]];
    const reading = readLog(log, [{ role: 'repayments', range: 'A1:E3' }]);
    expect([sumsOf(reading), fateOf(reading, 'E2')]).toEqual([{ repayments: '1.00', sameYearRepayments: '1.00' }, 'excluded']);
  });
});
