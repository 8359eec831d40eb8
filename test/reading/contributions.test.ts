import { codesOf, fateOf, readLog, sumsOf, type Sheet } from './sheet';
import type { Answer } from '../../src/plan/plan';
import type { Reading } from '../../src/reading/facts';

const read = (log: Sheet, range: string, plan = {}): Reading => readLog(log, [{ role: 'contributions', range }], plan);

const header = ['Tax year', 'Nondeductible contribution', 'Date made'];

/** What becomes of one contribution of 7,000 with the year it is for and the date on which it was made. */
const one = (year: number | null, date: string | null, plan = {}): Reading => read([header, [year, 7000, date === null ? null : { date }]], 'A1:C2', plan);

describe('a contribution with the year it is for and the date on which it was made', () => {
  /** The due dates are those of Form 1040: 15 April 2025 for 2024, 15 April 2026 for 2025. */
  it.each([
    ['2025-01-01', 'contributionsInYear'],
    ['2025-12-31', 'contributionsInYear'],
    ['2026-01-01', 'contributionsAfterYearEnd'],
    ['2026-04-14', 'contributionsAfterYearEnd'],
    ['2026-04-15', 'contributionsAfterYearEnd'],
  ])('for 2025 and made %s counts as %s', (date, input) => {
    const reading = one(2025, date);
    expect(sumsOf(reading)).toEqual({ [input]: '7000.00' });
    expect(reading.asked).toEqual([]);
  });

  it.each(['2026-04-16', '2026-12-31'])('for 2025 and made %s, after the due date, is asked and not refused', (date) => {
    const reading = one(2025, date);
    expect(codesOf(reading)).toEqual(['MADE_AFTER_DUE_DATE B2']);
    expect(reading.asked[0]?.text).toContain('the return was due on 2026-04-15');
    expect(sumsOf(one(2025, date, { answers: { B2: { year: 2025 } } }))).toEqual({ contributionsAfterYearEnd: '7000.00' });
  });

  it.each(['2024-12-31', '2027-01-02'])('for 2025 but dated %s is asked', (date) => {
    expect(codesOf(one(2025, date))).toEqual(['DATE_AND_YEAR_DISAGREE B2']);
    expect(sumsOf(one(2025, date, { answers: { B2: { year: 2025 } } }))).toEqual({ contributionsInYear: '7000.00' });
  });

  it('for the year before the plan\'s feeds line 2, and one for a later year is left out', () => {
    const reading = read([header, [2024, 6000, { date: '2024-02-01' }], [2025, 7000, { date: '2025-02-01' }], [2026, 7500, { date: '2026-01-02' }]], 'A1:C4');
    expect(reading.years.map(({ year }) => [year, sumsOf(reading, year)])).toEqual([
      [2024, { contributionsInYear: '6000.00' }], [2025, { contributionsInYear: '7000.00' }],
    ]);
    expect(fateOf(reading, 'B4')).toBe('excluded');
  });

  it('counts in its year when it has no date, and says so', () => {
    const reading = one(2025, null);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00' });
    expect(reading.years[0]?.used[0]?.note).toBe('no date: taken as made during 2025');
  });
});

describe('a contribution whose year is not stated', () => {
  it.each([
    ['2025-01-02', '2025-04-15'],
    ['2025-04-16', '2025-12-31'],
  ])('is of the plan\'s year when all dates of the selection are in it (%s, %s)', (first, second) => {
    const reading = read([['Nondeductible', 'Date'], [4000, { date: first }], [3000, { date: second }]], 'A1:B3');
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00' });
    expect(reading.asked).toEqual([]);
  });

  it('is asked when it was made from January to the due date and the selection covers several years', () => {
    const reading = read([['Nondeductible', 'Date'], [6000, { date: '2024-03-01' }], [7000, { date: '2025-04-15' }], [100, { date: '2025-04-16' }]], 'A1:B4');
    expect(codesOf(reading)).toEqual(['CONTRIBUTION_YEAR A2', 'CONTRIBUTION_YEAR A3']);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '100.00' });
    expect(reading.asked[1]?.choices.map(({ answer }) => answer)).toEqual([{ year: 2024 }, { year: 2025 }, 'exclude']);
  });

  it('is asked when it was made in the spring after the plan\'s year, and then is one for line 4 or of the next year', () => {
    const log: Sheet = [['Nondeductible contribution 2/3/2026', 7000]];
    expect(codesOf(read(log, 'A1:B1'))).toEqual(['CONTRIBUTION_YEAR B1']);
    expect(sumsOf(read(log, 'A1:B1', { answers: { B1: { year: 2025 } } }))).toEqual({ contributionsAfterYearEnd: '7000.00' });
    expect(fateOf(read(log, 'A1:B1', { answers: { B1: { year: 2026 } } }), 'B1')).toBe('excluded');
  });

  it('takes its year from its words: "2024 contribution", paid in February 2025', () => {
    const reading = read([['2024 nondeductible contribution, paid 2/1/2025', 7000]], 'A1:B1', { year: 2024 });
    expect(sumsOf(reading, 2024)).toEqual({ contributionsAfterYearEnd: '7000.00' });
  });

  it('without a date is of the plan\'s only year, and is asked when the plan has several', () => {
    expect(sumsOf(read([['Nondeductible contribution', 7000]], 'A1:B1'))).toEqual({ contributionsInYear: '7000.00' });
    expect(codesOf(read([['Nondeductible contribution', 7000]], 'A1:B1', { year: [2024, 2025] }))).toEqual(['YEAR_UNKNOWN B1']);
  });

  it('is asked when its date cannot be read', () => {
    expect(codesOf(read([['Nondeductible', 'Date'], [7000, 'various']], 'A1:B2'))).toEqual(['DATE_UNCLEAR A2']);
  });

  // Form 8606 (2025), line 4: "those contributions included on line 1 that were made from January 1, 2026, through April 15, 2026".
  it.each<[Answer, Record<string, string>, readonly string[]]>([
    [{ year: 2025, late: '0' }, { contributionsInYear: '7000.00' }, []],
    [{ year: 2025, late: '7000' }, { contributionsAfterYearEnd: '7000.00' }, []],
    [{ year: 2025, late: '6999.99' }, {}, ['DATE_UNCLEAR B2']],
    [{ year: 2025 }, {}, ['DATE_UNCLEAR B2']],
  ])('with a month for a date is asked whether it was made in its year or after it: %j', (answer, sums, codes) => {
    const log: Sheet = [['Tax year', 'Nondeductible', 'Date'], [2025, 7000, 'Feb 2026']];
    const [asked] = read(log, 'A1:C2').asked;
    expect(asked?.choices.map((choice) => choice.answer)).toEqual([{ year: 2025, late: '0' }, { year: 2025, late: '7000' }, 'exclude']);
    const reading = read(log, 'A1:C2', { answers: { B2: answer } });
    expect(sumsOf(reading)).toEqual(sums);
    expect(codesOf(reading)).toEqual(codes);
  });
});

describe('what of a contribution was deducted', () => {
  it('is asked once a year unless the source says that nothing was', () => {
    const log: Sheet = [['Year', 'Contributed'], [2025, 4000], [2025, 3000]];
    const reading = read(log, 'A1:B3');
    expect(codesOf(reading)).toEqual(['DEDUCTED_UNKNOWN B2']);
    expect(reading.asked[0]).toMatchObject({ about: 'year', choices: [{ answer: { deducted: '0' } }, { answer: { deducted: '7000' } }] });
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00' });
  });

  it.each([
    ['nothing', '0', { contributionsInYear: '7000.00' }],
    ['a part', '2500', { contributionsInYear: '7000.00', deducted: '2500.00' }],
    ['all', '7000', { contributionsInYear: '7000.00', deducted: '7000.00' }],
  ])('is answered: %s', (_what, deducted, sums) => {
    const reading = read([['Year', 'Contributed'], [2025, 4000], [2025, 3000]], 'A1:B3', { answers: { B2: { deducted } } });
    expect(sumsOf(reading)).toEqual(sums);
    expect(reading.asked).toEqual([]);
    expect(reading.stops).toEqual([]);
  });

  it('stops when it is more than was contributed', () => {
    const reading = read([['Year', 'Contributed'], [2025, 7000]], 'A1:B2', { answers: { B2: { deducted: '7000.01' } } });
    expect(reading.stops.map(({ code }) => code)).toEqual(['MORE_TAKEN_OFF_THAN_CONTRIBUTED']);
  });

  it('is known where another selection says it', () => {
    const log: Sheet = [['IRA contribution', 7000], ['IRA deduction', 2500]];
    const reading = readLog(log, [{ role: 'contributions', range: 'A1:B1' }, { role: 'deducted', range: 'A2:B2' }]);
    expect(reading.asked).toEqual([]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', deducted: '2500.00' });
  });

  it.each(['Nondeductible contribution', 'Non-deductible IRA', 'non-ded', 'ND contribution', 'After-tax IRA contribution', 'IRA contribution, not deducted'])(
    'is not asked beside the words "%s"',
    (words) => {
      expect(read([[words, 7000]], 'A1:B1').asked).toEqual([]);
    },
  );

  it('is asked beside "Deductible contribution"', () => {
    expect(codesOf(read([['Deductible contribution', 7000]], 'A1:B1'))).toEqual(['DEDUCTED_UNKNOWN B1']);
  });
});

describe('what is no contribution to a traditional IRA', () => {
  it.each(['Roth contribution', 'SEP contribution', 'Employer match', 'HSA contribution', '401(k) deferral', 'Rollover in', 'Backdoor Roth'])('"%s" is asked', (words) => {
    const reading = read([['Nondeductible contribution', 7000], [words, 500]], 'A1:B2');
    expect(codesOf(reading)).toEqual(['MAY_BE_SOMETHING_ELSE B2']);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00' });
  });

  it('counts after all when the preparer says so', () => {
    const reading = read([['Backdoor Roth, nondeductible', 7000]], 'A1:B1', { answers: { B1: 'include' } });
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00' });
  });

  it('such as a negative amount is asked, and may be a contribution that was returned', () => {
    const log: Sheet = [['Nondeductible contribution', 7000], ['Nondeductible, excess', -500]];
    expect(codesOf(read(log, 'A1:B2'))).toEqual(['NEGATIVE_AMOUNT B2']);
    expect(sumsOf(read(log, 'A1:B2', { answers: { B2: { role: 'returned' } } }))).toEqual({ contributionsInYear: '7000.00', returned: '500.00' });
  });

  it('stand under "Amount" where "Contribution" heads the labels', () => {
    const log: Sheet = [['Contribution', 'Date', 'Amount'], ['Nondeductible, Vanguard', { date: '2025-05-01' }, 7000]];
    expect([sumsOf(read(log, 'A1:C2')), codesOf(read(log, 'A1:C2'))]).toEqual([{ contributionsInYear: '7000.00' }, []]);
    const amounts: Sheet = [['Contribution', 'Date', 'Amount'], [7000, { date: '2025-05-01' }, 12]];
    expect(sumsOf(read(amounts, 'A1:C2', { answers: { A2: { deducted: '0' } } }))).toEqual({ contributionsInYear: '7000.00' });
  });

  it('leaves "Sep 4" a date and no SEP', () => {
    expect(read([['Nondeductible contribution Sep 4, 2025', 7000]], 'A1:B1').asked).toEqual([]);
  });
});
