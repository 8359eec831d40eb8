import type { Answer } from '../../src/plan/plan';
import type { Reading } from '../../src/reading/facts';
import { codesOf, fateOf, readLog, sumsOf, warningsOf, type Selection, type Sheet, type Written } from './sheet';

/** Forms 5498 by box: shared/users/workbooks.md section 4, and the instructions on the form. */
const header = ['Custodian', 'Box 1', 'Box 2', 'Box 3', 'Box 5 FMV', 'Box 7'];

const read = (log: Sheet, plan = {}): Reading =>
  readLog(log, [{ role: 'form_5498', range: `A1:${String.fromCodePoint(64 + Math.max(...log.map((row) => row.length)))}${log.length}` }], plan);

const box = (name: string, amount: Written, type: Written, plan = {}, more: readonly (readonly [string, Written])[] = []): Reading =>
  read([['Custodian', name, 'Box 7', ...more.map(([head]) => head), 'Box 5'], ['Vanguard', amount, type, ...more.map(([, value]) => value), null]], plan);

describe('box 5, the value on 31 December', () => {
  it.each(['IRA', 'SEP', 'SIMPLE', 'Traditional IRA'])('counts on line 6 where box 7 is %s', (type) => {
    expect(sumsOf(read([header, ['Vanguard', null, null, null, 93000, type]]))).toEqual({ accountValues: '93000.00' });
  });

  it.each(['Roth IRA', 'Roth', '401(k)'])('does not where it is %s', (type) => {
    const reading = read([header, ['Vanguard', null, null, null, 93000, type], ['Fidelity', null, null, null, 5, 'IRA']]);
    expect(sumsOf(reading)).toEqual({ accountValues: '5.00' });
    expect(fateOf(reading, 'E2')).toBe('excluded');
  });

  it('is asked where nothing says the type', () => {
    expect(codesOf(read([header, ['Vanguard', null, null, null, 93000, null]]))).toEqual(['ACCOUNT_TYPE_UNKNOWN E2']);
    expect(sumsOf(read([header, ['Vanguard', null, null, null, 93000, null]], { answers: { E2: 'include' } }))).toEqual({ accountValues: '93000.00' });
  });

  it('takes its type from four columns with marks', () => {
    const log: Sheet = [
      ['Trustee', 'FMV', 'IRA', 'SEP', 'SIMPLE', 'Roth IRA'],
      ['Vanguard', 1, 'X', null, null, null], ['Fidelity', 2, null, 'X', null, null], ['Schwab', 4, null, null, null, 'X'], ['TIAA', 8, 'X', null, null, 'X'],
    ];
    expect(sumsOf(read(log))).toEqual({ accountValues: '3.00' });
    expect(codesOf(read(log))).toEqual(['ACCOUNT_TYPE_UNKNOWN B5']);
    expect(fateOf(read(log), 'B4')).toBe('excluded');
  });

  it('is asked for on a form of an IRA that holds no amount at all, and not on one of a Roth IRA', () => {
    expect(codesOf(read([header, ['Vanguard', null, null, null, 93000, 'IRA'], ['Schwab', null, null, null, null, 'SEP'], ['Vanguard', null, null, null, null, 'Roth IRA']]))).toEqual(['AMOUNT_MISSING E3']);
    expect(sumsOf(read([header, ['Schwab', null, null, null, null, 'SEP']], { answers: { E2: { amount: '0' } } }))).toEqual({});
  });

  it('is asked for where it is blank and nothing else gives the value', () => {
    const reading = readLog([header, ['Vanguard', null, null, 7000, null, 'IRA'], ['Basis', 7000]], [{ role: 'form_5498', range: 'A1:F2' }, { role: 'prior_basis', range: 'A3:B3' }], { answers: { D2: 'include' } });
    expect(codesOf(reading)).toEqual(['AMOUNT_MISSING E2']);
    expect(reading.stops.map(({ code }) => code)).toEqual(['YEAR_END_VALUE_MISSING']);
  });
});

describe('box 1, what was contributed', () => {
  const contributed = (plan = {}): Reading => read([header, ['Vanguard', 7000, null, null, 0, 'IRA']], plan);

  it('is a candidate for line 1: it is asked how much of it was made after year end, and what was deducted', () => {
    expect(codesOf(contributed())).toEqual(['CONTRIBUTION_DATES_UNKNOWN B2']);
    expect(sumsOf(contributed())).toEqual({});
    expect(codesOf(contributed({ answers: { B2: { late: '0' } } }))).toEqual(['DEDUCTED_UNKNOWN B2']);
  });

  it.each<[Answer, Record<string, string>]>([
    [{ late: '0', deducted: '0' }, { contributionsInYear: '7000.00' }],
    [{ late: '7000', deducted: '0' }, { contributionsAfterYearEnd: '7000.00' }],
    [{ late: '500', deducted: '0' }, { contributionsInYear: '6500.00', contributionsAfterYearEnd: '500.00' }],
    ['exclude', {}],
  ])('is what the preparer says: %j', (answer, sums) => {
    const reading = contributed({ answers: { B2: answer } });
    expect([sumsOf(reading), reading.asked]).toEqual([sums, []]);
  });

  it('cannot have been late by more than it is', () => {
    expect(codesOf(contributed({ answers: { B2: { late: '7000.01' } } }))).toEqual(['CONTRIBUTION_DATES_UNKNOWN B2']);
  });

  it('beside a Roth type is a contradiction, and asked', () => {
    expect(codesOf(box('Box 1', 7000, 'Roth IRA'))).toEqual(['CONTRIBUTION_TO_ANOTHER_ACCOUNT B2']);
  });
});

describe('box 3, what a Roth IRA received', () => {
  it.each(['Roth IRA', null])('counts on line 8 on the form of type %j', (type) => {
    expect(sumsOf(box('Box 3', 7000, type))).toEqual({ conversions: '7000.00' });
  });

  it('is asked on the form of a traditional IRA', () => {
    expect(codesOf(box('Box 3', 7000, 'IRA', { answers: { D2: 'zero' } }))).toEqual(['BOX_3_OF_A_TRADITIONAL_IRA B2']);
  });
});

describe('the other boxes', () => {
  it.each([
    ['Box 2', /rolled over/], ['Box 8', /never on line 1/], ['Box 9', /never on line 1/], ['SEP contributions', /never on line 1/], ['Box 10', /count for the limit/],
  ] as const)('%s is left out, and says why', (name, reason) => {
    const reading = read([['Custodian', name, 'Box 7', 'Box 5'], ['Vanguard', 9000, 'IRA', 1]]);
    expect(sumsOf(reading)).toEqual({ accountValues: '1.00' });
    expect(reading.excluded[0]?.reason).toMatch(reason);
  });

  it('box 4 is asked about until recharacterizations are selected', () => {
    const log: Sheet = [['Custodian', 'Box 4', 'Box 5', 'Box 7'], ['Vanguard', 6600, 1, 'IRA']];
    expect(codesOf(read(log))).toEqual(['BOX_4_RECHARACTERIZED B2']);
    expect(codesOf(read(log, { answers: { B2: 'exclude' } }))).toEqual([]);
  });

  it.each([['SC', 'excluded'], ['PO', 'excluded'], [null, 'asked'], ['FD', 'used']] as const)('box 13a with code %j is %s', (code, fate) => {
    const reading = read([['Custodian', 'Box 5', 'Box 7', '13a. Postponed', '13b. Year', '13c. Code'], ['Vanguard', 1, 'IRA', 6000, 2024, code]]);
    expect(fateOf(reading, 'D2')).toBe(fate);
    if (fate === 'used') expect(sumsOf(reading, 2024)).toEqual({ contributionsAfterYearEnd: '6000.00' });
  });

  it('need no column', () => {
    expect(sumsOf(read([['Custodian', 'Box 7', 'FMV 12/31'], ['Vanguard', 'IRA', 93000]]))).toEqual({ accountValues: '93000.00' });
  });
});

describe('a form beside other selections', () => {
  const log: Sheet = [
    header, ['Vanguard', 7000, null, null, 93000, 'IRA'], ['Schwab', null, null, 7000, 12, 'Roth IRA'],
    ['Type', 'FMV'], ['Traditional IRA', 93000],
    ['Nondeductible contribution', 7000], ['Roth conversion', 7000],
  ];
  const forms: Selection = { role: 'form_5498', range: 'A1:F3' };
  const accounts: Selection = { role: 'accounts', range: 'A4:B5' };
  const contributions: Selection = { role: 'contributions', range: 'A6:B6' };
  const conversions: Selection = { role: 'conversions', range: 'A7:B7' };

  it('is compared with what they give, and counts nothing twice', () => {
    for (const selections of [[forms, accounts, contributions, conversions], [accounts, contributions, conversions, forms]]) {
      const reading = readLog(log, selections);
      expect(sumsOf(reading)).toEqual({ accountValues: '93000.00', contributionsInYear: '7000.00', conversions: '7000.00' });
      expect([codesOf(reading), warningsOf(reading)]).toEqual([[], []]);
      expect(['B2', 'E2', 'D3'].map((cell) => fateOf(reading, cell))).toEqual(['excluded', 'excluded', 'excluded']);
      expect(reading.excluded.find(({ cell }) => cell.row === 2 && cell.column === 5)?.reason).toContain('comes from Log!A4:B5; this is compared with it');
    }
  });

  it('counts what they do not give', () => {
    expect(sumsOf(readLog(log, [forms, contributions]))).toEqual({ accountValues: '93000.00', contributionsInYear: '7000.00', conversions: '7000.00' });
  });

  it.each([
    ['5', 92999.99, 7000, 7000, 'FORM_5498_DIFFERS E2'], ['1', 93000, 6999.99, 7000, 'FORM_5498_DIFFERS B2'], ['3', 93000, 7000, 7000.01, 'FORM_5498_DIFFERS D3'],
  ] as const)('tells a difference in box %s to the cent', (_box, value, contribution, conversion, warning) => {
    const rows = [...log.slice(0, 4), ['Traditional IRA', value], ['Nondeductible contribution', contribution], ['Roth conversion', conversion]];
    expect(warningsOf(readLog(rows, [forms, accounts, contributions, conversions]))).toEqual([warning]);
  });

  it('tells which Forms 1099-R were conversions: box 3 says so', () => {
    const both: Sheet = [header, ['Schwab', null, null, 7000, 12, 'Roth IRA'], ['Vanguard', null, null, null, 5, 'IRA'], ['Payer', 'Box 1', 'Box 7', 'IRA/SEP/SIMPLE', null, null], ['Vanguard', 7000, 2, 'X', null, null], ['Fidelity', 900, 7, 'X', null, null]];
    const reading = readLog(both, [{ role: 'form_1099r', range: 'A4:D6' }, { role: 'form_5498', range: 'A1:F3' }]);
    expect(sumsOf(reading)).toEqual({ accountValues: '5.00', conversions: '7000.00' });
    expect(codesOf(reading)).toEqual(['CONVERTED_OR_DISTRIBUTED B6']);
    expect([fateOf(reading, 'B5'), fateOf(reading, 'D2')]).toEqual(['used', 'excluded']);
  });

  it('of another year counts for that year', () => {
    const years: Sheet = [['Year', 'Custodian', 'Box 5', 'Box 7', 'Box 3'], [2024, 'Vanguard', 5, 'IRA', null], [2024, 'Schwab', 1, 'Roth IRA', 6000], [2025, 'Vanguard', 0, 'IRA', null], ['Roth conversion 2025', 7000]];
    const reading = readLog(years, [{ role: 'form_5498', range: 'A1:E4' }, { role: 'conversions', range: 'A5:B5' }]);
    expect([sumsOf(reading, 2024), sumsOf(reading, 2025)]).toEqual([{ accountValues: '5.00', conversions: '6000.00' }, { conversions: '7000.00' }]);
  });
});

describe('a header of two rows', () => {
  it('is read as one where the upper row names the boxes of the lower', () => {
    const log: Sheet = [
      ['Form 5498', 'Acct', 'IRA contrib.', 'Into acct', 'Roth conversion', 'FMV 12/31', 'Type of acct', 'SEP'],
      ['Trustee', 'Last 4', 'Box 1', 'Box 2', 'Box 3', 'Box 5', 'Box 7', 'Box 8'],
      ['Fidelity', '1234', 7000, 0, 0, 10000, 'IRA', null],
      ['Schwab', '2222', null, 500, null, 20000, 'SEP', 15000],
    ];
    const reading = readLog(log, [{ role: 'form_5498', range: 'A1:H4' }], { answers: { C3: { late: '0', deducted: '0' } } });
    expect(codesOf(reading)).toEqual([]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', accountValues: '30000.00' });
  });
});

describe('a column of figures whose header says nothing that is known', () => {
  it('is asked, for any box may matter', () => {
    const log: Sheet = [[...header, 'Put in by check'], ['Vanguard', null, null, null, 12000, 'IRA', 6500]];
    const reading = readLog(log, [{ role: 'form_5498', range: 'A1:G2' }]);
    expect(codesOf(reading)).toEqual(['COLUMN_UNKNOWN G1']);
    expect(fateOf(reading, 'G2')).toBe('excluded');
    expect(codesOf(readLog(log, [{ role: 'form_5498', range: 'A1:G2' }], { answers: { G1: { column: 'contribution_total' } } }))).toEqual(['CONTRIBUTION_DATES_UNKNOWN G2']);
    expect(codesOf(readLog(log, [{ role: 'form_5498', range: 'A1:G2' }], { answers: { G1: 'exclude' } }))).toEqual([]);
  });
});
