import type { Reading } from '../../src/reading/facts';
import { transactionOf } from '../../src/reading/transactionWords';
import { codesOf, fateOf, readLog, sumsOf, warningsOf, type Sheet } from './sheet';

/**
 * Activity of an account: shared/users/workbooks.md, family B (date, type, amount with outflows negative, running balance,
 * interest rows between), and DESIGN.md section 4.
 */
const header = ['Date', 'Transaction', 'Amount', 'Balance'];
const on = (date: string): { date: string } => ({ date });

const read = (log: Sheet, plan = {}, role: 'ledger' = 'ledger'): Reading =>
  readLog(log, [{ role, range: `A1:${String.fromCodePoint(64 + Math.max(...log.map((row) => row.length)))}${log.length}` }], plan);

const reasonAt = (reading: Reading, cell: string): string | undefined => {
  const [column, row] = [cell.charCodeAt(0) - 64, Number(cell.slice(1))];
  return [...reading.excluded, ...reading.ignored].find((aside) => aside.cell.column === column && aside.cell.row === row)?.reason;
};

describe('the words of a transaction', () => {
  it.each([
    ['Contribution', 'contribution'], ['IRA CONTRIB - CASH', 'contribution'], ['Nondeductible contribution', 'contribution'],
    ['Roth conversion', 'conversion'], ['CONV. TO ROTH', 'conversion'], ['Distribution - Roth conversion', 'conversion'], ['Transfer to Roth IRA', 'conversion'], ['Traditional IRA to Roth IRA', 'conversion'],
    ['Withdrawal', 'distribution'], ['NORMAL DISTR PARTIAL', 'distribution'], ['RMD', 'distribution'], ['Cash out', 'distribution'],
    ['Interest', 'growth'], ['Dividend reinvested', 'growth'], ['Capital gain distribution', 'growth'], ['Annual account fee', 'growth'], ['Bought 10 VTSAX', 'growth'],
    ['Rollover from 401(k)', 'rollover'], ['60-day rollover', 'rollover'], ['Trustee-to-trustee transfer', 'transfer'], ['ACATS in', 'transfer'], ['Transfer from Vanguard IRA', 'transfer'],
    ['QCD to the museum', 'charitable'], ['Recharacterization', 'recharacterization'], ['Return of excess contribution', 'returned'], ['Federal tax withheld', 'withheld'],
    ['Opening balance', 'balance'], ['Balance forward', 'balance'],
    ['Deposit', 'unknown'], ['ACH credit', 'unknown'], ['Transfer', 'unknown'], ['Journal', 'unknown'], ['', 'unknown'],
    ['Contribution and conversion', 'unknown'], ['Conversion?', 'unknown'], ['Reversal of conversion', 'unknown'], ['Fund share class conversion', 'unknown'], ['Interest contribution', 'unknown'],
    ['Deposit to Rollover IRA', 'unknown'],
  ] as const)('"%s" is %s', (words, transaction) => {
    expect(transactionOf(words)).toBe(transaction);
  });
});

describe('the activity of an account', () => {
  const log: Sheet = [
    header,
    [on('2024-12-31'), 'Balance forward', 12.5, 12.5],
    [on('2025-05-02'), 'Nondeductible contribution', 7000, 7012.5],
    [on('2025-05-31'), 'Interest', 0.53, 7013.03],
    [on('2025-06-02'), 'Roth conversion', -7000.53, 12.5],
    [on('2025-09-30'), 'Dividend', 3, 15.5],
    [on('2025-10-01'), 'Account fee', -1, 14.5],
    [on('2025-11-05'), 'Withdrawal', -10, 4.5],
  ];

  it('gives contributions, conversions and distributions, outflows by their absolute value', () => {
    const reading = read(log);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', conversions: '7000.53', distributions: '10.00' });
    expect([reading.asked, warningsOf(reading)]).toEqual([[], []]);
    expect(reading.years[0]?.used.find(({ input }) => input === 'conversions')?.sign).toBe(-1);
  });

  it('passes over interest, dividends, fees and balances, each with its reason', () => {
    const reading = read(log);
    expect(reasonAt(reading, 'C4')).toMatch(/^Interest: it stays inside the account/);
    expect(reasonAt(reading, 'C7')).toMatch(/^Account fee: it stays inside the account/);
    expect(reasonAt(reading, 'C2')).toMatch(/no movement/);
    expect(reasonAt(reading, 'D3')).toMatch(/The balance after the row/);
  });

  it('may be called activity', () => {
    expect(sumsOf(read(log, {}, 'activity' as 'ledger'))).toEqual(sumsOf(read(log)));
  });

  it('may stand without a header, in columns of its own for in and out, and in columns by kind', () => {
    expect(sumsOf(read([[on('2025-05-02'), 'Nondeductible contribution', 7000], [on('2025-06-02'), 'Roth conversion', -7000]]))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
    expect(sumsOf(read([['Date', 'Description', 'Deposits', 'Withdrawals', 'Running balance'], [on('2025-05-02'), 'Nondeductible contribution', 7000, null, 7000], [on('2025-06-02'), 'Roth conversion', null, 7000, 0]])))
      .toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
    expect(sumsOf(read([['Date', 'Nondeductible contribution', 'Converted', 'Interest', 'Balance'], [on('2025-05-02'), 7000, null, null, 7000], [on('2025-06-02'), null, 7000, 0.5, 0.5]])))
      .toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
  });

  it('of several figures a row without a header is asked for its amounts', () => {
    expect(codesOf(read([[on('2025-05-02'), 'Contribution', 7000, 7000.5]]))).toEqual(['COLUMN_UNKNOWN C1', 'COLUMN_UNKNOWN D1']);
  });

  it('gives every year at once', () => {
    const years: Sheet = [header, ...[2023, 2024, 2025, 2026].flatMap((year): Sheet => [[on(`${year}-05-02`), 'Nondeductible contribution', 6000, null], [on(`${year}-06-02`), 'Roth conversion', -6000, null]])];
    const reading = read(years);
    expect(reading.years.map(({ year }) => [year, sumsOf(reading, year)])).toEqual([2023, 2024, 2025].map((year) => [year, { contributionsInYear: '6000.00', conversions: '6000.00' }]));
    expect(fateOf(reading, 'C8')).toBe('excluded');
  });
});

describe('a contribution', () => {
  const made = (date: string, words: string, plan = {}): Reading => read([header, [on(date), words, 7000, 7000]], plan);

  // The due date of Form 1040 for 2024 was 15 April 2025.
  it.each(['2025-01-01', '2025-04-15'])('made on %s may be for two years: it is asked', (date) => {
    const reading = made(date, 'Nondeductible contribution');
    expect(codesOf(reading)).toEqual(['CONTRIBUTION_YEAR C2']);
    expect(sumsOf(made(date, 'Nondeductible contribution', { answers: { C2: { year: 2025 } } }))).toEqual({ contributionsInYear: '7000.00' });
    expect(sumsOf(made(date, 'Nondeductible contribution', { answers: { C2: { year: 2024 } } }), 2024)).toEqual({ contributionsAfterYearEnd: '7000.00' });
  });

  it.each(['2025-04-16', '2025-12-31'])('made on %s is for that year', (date) => {
    expect(sumsOf(made(date, 'Nondeductible contribution'))).toEqual({ contributionsInYear: '7000.00' });
  });

  it.each(['Nondeductible contribution for 2024', '2024 nondeductible contribution', 'Nondeductible contribution - prior year', 'Nondeductible contribution, TY24'])('says itself which year it is for: "%s"', (words) => {
    expect(sumsOf(made('2025-03-01', words), 2024)).toEqual({ contributionsAfterYearEnd: '7000.00' });
  });

  it('has its year in a column', () => {
    const reading = read([['Date', 'Type', 'For year', 'Amount'], [on('2025-03-01'), 'Nondeductible contribution', 2024, 7000], [on('2025-03-01'), 'Nondeductible contribution', 2025, 6500]]);
    expect([sumsOf(reading, 2024), sumsOf(reading, 2025)]).toEqual([{ contributionsAfterYearEnd: '7000.00' }, { contributionsInYear: '6500.00' }]);
  });

  it('is not for the year of a title, which tells when things were done', () => {
    expect(codesOf(readLog([['2025 activity'], header, [on('2025-03-01'), 'Nondeductible contribution', 7000, 7000]], [{ role: 'ledger', range: 'A1:D3' }]))).toEqual(['CONTRIBUTION_YEAR C3']);
  });

  it('that went out is asked, and may be one that was returned', () => {
    const log: Sheet = [header, [on('2025-05-02'), 'Nondeductible contribution', 7000, null], [on('2025-08-02'), 'Contribution', -500, null]];
    expect(codesOf(read(log))).toEqual(['NEGATIVE_AMOUNT C3']);
    expect(sumsOf(read(log, { answers: { C3: { role: 'returned', amount: '500', year: 2025 } } }))).toEqual({ contributionsInYear: '7000.00', returned: '500.00' });
  });

  it('to the Roth IRA of the same list is not on line 1', () => {
    const log: Sheet = [['Date', 'Account', 'Type', 'Amount'], [on('2025-05-02'), 'Roth IRA', 'Contribution', 7000], [on('2025-05-02'), 'Traditional IRA', 'Nondeductible contribution', 500], [on('2025-06-02'), '401(k)', 'Contribution', 900]];
    expect(sumsOf(read(log))).toEqual({ contributionsInYear: '500.00' });
    expect(['D2', 'D4'].map((cell) => fateOf(read(log), cell))).toEqual(['excluded', 'excluded']);
  });
});

// Form 8606 (2025): line 1 "nondeductible contributions to traditional IRAs"; lines 7 and 8 are of traditional, SEP and SIMPLE IRAs.
describe('a row of other money than that of the IRAs of lines 1 to 8', () => {
  it.each([
    'Roth IRA contribution', 'SEP contribution', 'Employer contribution', '401(k) contribution', 'HSA contribution', '401(k) conversion to Roth',
    'Roth distribution', 'Distribution - 401k', 'Inherited IRA RMD', 'Conversion fee',
  ])('is asked: %s', (words) => {
    const log: Sheet = [header, [on('2025-08-01'), words, 7000, null]];
    expect(codesOf(read(log))).toEqual(['MAY_BE_SOMETHING_ELSE C2']);
    expect(sumsOf(read(log))).toEqual({});
    expect(codesOf(read(log, { answers: { C2: 'include' } })).filter((code) => !code.startsWith('DEDUCTED'))).toEqual([]);
  });

  it.each(['Mega backdoor conversion', 'Mega backdoor contribution'])('is asked: %s', (words) => {
    expect(codesOf(read([header, [on('2025-08-01'), words, 7000, null]]))).toEqual(['TRANSACTION_UNKNOWN C2']);
  });

  it('is asked where its account is a SEP or SIMPLE IRA and it is a contribution, and is known where the account is a traditional IRA', () => {
    const log: Sheet = [['Date', 'Account', 'Transaction', 'Amount'], [on('2025-08-01'), 'SEP-IRA', 'Contribution', 900], [on('2025-08-02'), 'SEP-IRA', 'Distribution', 40], [on('2025-08-03'), 'Traditional IRA', 'Contribution', 7000]];
    expect(codesOf(read(log))).toEqual(['MAY_BE_SOMETHING_ELSE D2', 'DEDUCTED_UNKNOWN D4']);
    expect(sumsOf(read(log))).toEqual({ contributionsInYear: '7000.00', distributions: '40.00' });
  });

  it('is told apart from tax beside a conversion, which may be what was converted', () => {
    const log: Sheet = [header, [on('2025-08-01'), 'Conversion (net of 100 fed tax)', -900, null]];
    expect(codesOf(read(log))).toEqual(['WITHHELD_TAX C2']);
    expect(read(log).asked[0]?.choices.map(({ answer }) => answer)).toContainEqual({ role: 'conversions' });
    expect(sumsOf(read(log, { answers: { C2: { role: 'conversions' } } }))).toEqual({ conversions: '900.00' });
  });
});

describe('a conversion that shows twice, out of one account and into the other,', () => {
  it('counts once where accounts tell the legs apart', () => {
    const log: Sheet = [['Date', 'Account', 'Type', 'Amount'], [on('2025-06-02'), 'Traditional IRA', 'Roth conversion', -7000], [on('2025-06-04'), 'Roth IRA', 'Conversion in', 7000], [on('2025-09-01'), 'Roth IRA', 'Dividend', 5]];
    const reading = read(log);
    expect([sumsOf(reading), codesOf(reading)]).toEqual([{ conversions: '7000.00' }, []]);
    expect(reasonAt(reading, 'D3')).toContain('The other leg of the conversion in Log!D2');
  });

  it('counts once where only signs do', () => {
    const log: Sheet = [header, [on('2025-06-02'), 'Roth conversion', -7000, null], [on('2025-06-02'), 'Roth conversion', 7000, null], [on('2025-07-02'), 'Roth conversion', -100, null]];
    expect([sumsOf(read(log)), codesOf(read(log))]).toEqual([{ conversions: '7100.00' }, []]);
  });

  it('is asked where neither does: the same amount on the same day', () => {
    const log: Sheet = [header, [on('2025-06-02'), 'Roth conversion', 7000, null], [on('2025-06-02'), 'Roth conversion', 7000, null]];
    expect(codesOf(read(log))).toEqual(['SAME_CONVERSION_TWICE C3']);
    expect(sumsOf(read(log, { answers: { C3: 'exclude' } }))).toEqual({ conversions: '7000.00' });
    expect(sumsOf(read(log, { answers: { C3: 'include' } }))).toEqual({ conversions: '14000.00' });
  });

  it.each([['7 days', '2025-06-09', []], ['8 days', '2025-06-10', ['CONVERSION_LEG_ALONE D3']]] as const)('has legs at most a week apart: %s', (_apart, date, asked) => {
    const log: Sheet = [['Date', 'Account', 'Type', 'Amount'], [on('2025-06-02'), 'Traditional IRA', 'Roth conversion', -7000], [on(date), 'Roth IRA', 'Conversion in', 7000]];
    expect(codesOf(read(log))).toEqual(asked);
  });

  it('is read from the Roth IRA alone where the list has nothing else of it', () => {
    expect(sumsOf(read([['Date', 'Account', 'Type', 'Amount'], [on('2025-06-02'), 'Roth IRA', 'Conversion in', 7000]]))).toEqual({ conversions: '7000.00' });
  });
});

describe('signs', () => {
  it('are the same for all conversions; the rarer is asked', () => {
    const log: Sheet = [header, [on('2025-06-02'), 'Roth conversion', -3000, null], [on('2025-07-02'), 'Roth conversion', -4000, null], [on('2025-08-02'), 'Roth conversion', 500, null]];
    expect(codesOf(read(log))).toEqual(['SIGNS_MIXED C4']);
    expect(sumsOf(read(log))).toEqual({ conversions: '7000.00' });
  });
});

describe('words that leave open what was done', () => {
  const log: Sheet = [header, [on('2025-05-02'), 'ACH credit 0012', 3500, null], [on('2025-06-02'), 'ACH credit 0013', 3500, null], [on('2025-07-02'), 'ACH debit', -7000, null]];

  it('are asked once for all rows that say the same', () => {
    const reading = read(log);
    expect(codesOf(reading)).toEqual(['TRANSACTION_UNKNOWN C2', 'TRANSACTION_UNKNOWN C4']);
    expect(reading.asked[0]?.text).toContain('1 more row says the same (Log!C3)');
    expect([sumsOf(reading), fateOf(reading, 'C3')]).toEqual([{}, 'excluded']);
  });

  it('are asked once for 10,000 rows too', () => {
    const many: Sheet = [header, ...Array.from({ length: 10_000 }, (_, index) => [on('2025-05-02'), `ACH credit ${index}`, 100 + index, null])];
    const reading = read(many);
    expect([codesOf(reading), reading.excluded.length]).toEqual([['TRANSACTION_UNKNOWN C2'], 9_999]);
    expect(reading.asked[0]?.text).toContain('9999 more rows say the same (Log!C3, Log!C4, Log!C5, Log!C6 and 9995 more)');
  });

  it('are answered once for all of them, and otherwise for one', () => {
    const answers = { C2: { role: 'contributions' }, C4: { role: 'conversions' } } as const;
    expect(sumsOf(read(log, { answers }))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
    expect(sumsOf(read(log, { answers: { ...answers, C3: { kind: 'growth' } } }))).toEqual({ contributionsInYear: '3500.00', conversions: '7000.00' });
  });

  it.each([
    ['Federal tax withheld', 'WITHHELD_TAX'], ['Return of excess contribution', 'RETURNED_UNCLEAR'], ['Recharacterization', 'RECHARACTERIZED'],
  ])('"%s" is asked about: %s', (words, code) => {
    expect(codesOf(read([header, [on('2025-05-02'), words, -500, null]]))).toEqual([`${code} C2`]);
  });

  it('"QCD" and "Trustee-to-trustee transfer" are on no line', () => {
    const reading = read([header, [on('2025-05-02'), 'QCD', -500, null], [on('2025-05-02'), 'Trustee-to-trustee transfer in', 900, null], [on('2025-06-02'), 'Withdrawal', -1, null]]);
    expect(sumsOf(reading)).toEqual({ distributions: '1.00' });
    expect([reasonAt(reading, 'C2'), reasonAt(reading, 'C3')].join(' ')).toMatch(/charitable.*one IRA to another/);
  });
});

/** Line 6 adds what was taken out after 1 November and rolled over in the next year within 60 days (Instructions, line 6). */
describe('a rollover', () => {
  const rolled = (out: string, back: string | null, words = 'Rollover'): Reading =>
    read([header, [on(out), `${words} out`, -9000, null], ...(back === null ? [] : [[on(back), 'Rollover in', 9000, null]] as Sheet), [on('2025-06-02'), 'Withdrawal', -1, null]]);

  it.each([
    ['2025-11-01', '2025-12-30', {}], ['2025-11-02', '2026-01-01', { outstandingRollovers: '9000.00' }], ['2025-12-20', '2025-12-31', {}], ['2025-12-20', '2026-02-18', { outstandingRollovers: '9000.00' }],
  ] as const)('taken out on %s and back on %s gives line 6 %j', (out, back, sums) => {
    const reading = rolled(out, back);
    expect([sumsOf(reading), codesOf(reading)]).toEqual([{ distributions: '1.00', ...sums }, []]);
  });

  it.each([['2025-12-20', null], ['2025-12-20', '2026-02-19']])('taken out on %s and not seen back within 60 days (%s) is asked', (out, back) => {
    expect(codesOf(rolled(out, back))).toEqual(['ROLLOVER_OUTSTANDING C2']);
  });

  it('that came back once answers for one of two', () => {
    const log: Sheet = [header, [on('2025-12-20'), 'Rollover out', -9000, null], [on('2025-12-21'), 'Rollover out', -9000, null], [on('2026-01-05'), 'Rollover in', 9000, null]];
    expect([sumsOf(read(log)), codesOf(read(log))]).toEqual([{ outstandingRollovers: '9000.00' }, ['ROLLOVER_OUTSTANDING C3']]);
  });

  it('into an employer plan is on no line', () => {
    expect(sumsOf(rolled('2025-12-20', null, 'Rollover to 401(k)'))).toEqual({ distributions: '1.00' });
  });
});
