import type { Reading } from '../../src/reading/facts';
import type { Role } from '../../src/plan/plan';
import { codesOf, fateOf, readLog, sumsOf, type Sheet } from './sheet';

const read = (role: Role, log: Sheet, range: string, plan = {}): Reading => readLog(log, [{ role, range }], plan);

describe('a conversion', () => {
  it.each<[string, Sheet, string]>([
    ['one cell', [[7000]], 'A1'],
    ['a labelled row', [['Roth conversion 1/22/2025', null, null, '$7,000.00', '1099-R box 1, code 2']], 'A1:E1'],
    ['a date and an amount', [[{ date: '2025-01-22' }, 7000]], 'A1:B1'],
    ['an amount and a date in words', [[7000, 'Jan 22, 2025']], 'A1:B1'],
    ['under a header', [['Date', 'Converted'], [{ date: '2025-01-22' }, 7000]], 'A1:B2'],
    ['under a header of two rows', [['Conversion', 'Conversion'], ['date', 'amount'], [{ date: '2025-01-22' }, 7000]], 'A1:B3'],
    ['below a title', [['Conversions'], [{ date: '2025-01-22' }, 7000]], 'A1:B2'],
    ['beside a year', [[2025, 7000]], 'A1:B1'],
    ['in several rows', [[{ date: '2025-01-22' }, 3000], [{ date: '2025-06-01' }, 4000]], 'A1:B2'],
    ['an outflow', [[{ date: '2025-01-22' }, -7000]], 'A1:B1'],
    ['outflows in brackets', [['conversion', '(3,000)'], ['conversion', '(4,000)']], 'A1:B2'],
  ])('may stand as %s', (_how, log, range) => {
    const reading = read('conversions', log, range);
    expect(sumsOf(reading)).toEqual({ conversions: '7000.00' });
    expect(reading.asked).toEqual([]);
  });

  it('shown as an outflow keeps its sign beside the amount, for the formula that fetches it', () => {
    const [used] = read('conversions', [[-7000]], 'A1').years[0]?.used ?? [];
    expect([used?.amount.toString(), used?.sign]).toEqual(['7000', -1]);
  });

  it.each<[string, readonly number[], readonly string[], string]>([
    ['the rarer sign is asked', [-3000, -4000, 500], ['SIGNS_MIXED B3'], '7000.00'],
    ['on a tie the negative ones are asked', [3000, -4000], ['SIGNS_MIXED B2'], '3000.00'],
  ])('beside one of the other sign: %s', (_which, amounts, asked, sum) => {
    const log = amounts.map((amount, index) => [{ date: `2025-01-1${index}` }, amount]);
    const reading = read('conversions', log, `A1:B${log.length}`);
    expect(codesOf(reading)).toEqual(asked);
    expect(sumsOf(reading)).toEqual({ conversions: sum });
  });

  it('counts in the calendar year in which it was made: later ones are left out, earlier ones feed line 2', () => {
    const log: Sheet = [[{ date: '2024-12-31' }, 1], [{ date: '2025-01-01' }, 2], [{ date: '2025-12-31' }, 4], [{ date: '2026-01-01' }, 8]];
    const reading = read('conversions', log, 'A1:B4');
    expect([sumsOf(reading, 2024), sumsOf(reading, 2025)]).toEqual([{ conversions: '1.00' }, { conversions: '6.00' }]);
    expect(fateOf(reading, 'B4')).toBe('excluded');
  });

  it('listed under another year than its date\'s is asked', () => {
    const log: Sheet = [['Year', 'Converted', 'Date converted'], [2024, 7000, { date: '2025-04-15' }]];
    expect(codesOf(read('conversions', log, 'A1:C2'))).toEqual(['DATE_AND_YEAR_DISAGREE B2']);
    expect(sumsOf(read('conversions', log, 'A1:C2', { answers: { B2: { year: 2025 } } }))).toEqual({ conversions: '7000.00' });
  });

  it.each(['Recharacterization', 'QCD', 'RMD', '401(k) in-plan conversion', 'Return of contribution'])('beside the words "%s" is asked', (words) => {
    expect(codesOf(read('conversions', [['Roth conversion', 7000], [words, 500]], 'A1:B2'))).toEqual(['MAY_BE_SOMETHING_ELSE B2']);
  });

  it('may be said to be a distribution', () => {
    const log: Sheet = [['Roth conversion', 7000], ['RMD', 500]];
    expect(sumsOf(read('conversions', log, 'A1:B2', { answers: { B2: { role: 'distributions' } } }))).toEqual({ conversions: '7000.00', distributions: '500.00' });
  });

  it('that is approximate is asked, with the amount offered', () => {
    const reading = read('conversions', [['Roth conversion', '~6,500']], 'A1:B1');
    expect(codesOf(reading)).toEqual(['AMOUNT_UNCLEAR B1']);
    expect(reading.asked[0]?.choices[0]?.answer).toEqual({ amount: '6500' });
    expect(sumsOf(read('conversions', [['Roth conversion', '~6,500']], 'A1:B1', { answers: { B1: { amount: '6500' } } }))).toEqual({ conversions: '6500.00' });
  });

  it('that is an Excel error is asked and says so', () => {
    const reading = read('conversions', [['Converted'], [{ error: '#REF!' }], [7000]], 'A1:A3');
    expect(reading.asked[0]?.text).toContain('#REF! is an error');
    expect(sumsOf(reading)).toEqual({ conversions: '7000.00' });
  });

  it('in a selection of several figures without a header is asked for by its column', () => {
    const log: Sheet = [[7000, 7000.53], [6000, 6001]];
    expect(codesOf(read('conversions', log, 'A1:B2'))).toEqual(['COLUMN_UNKNOWN A1', 'COLUMN_UNKNOWN B1']);
    expect(sumsOf(read('conversions', log, 'A1:B2', { answers: { B1: { column: 'amount' } } }))).toEqual({ conversions: '13001.53' });
    expect(sumsOf(read('conversions', log, 'A1:B2', { answers: { A1: 'exclude' } }))).toEqual({ conversions: '13001.53' });
  });

  it('is not found in a selection that holds none, and that is said', () => {
    const reading = read('conversions', [['none so far?', null]], 'A1:B1');
    expect(sumsOf(reading)).toEqual({});
    expect(reading.warnings.map(({ code }) => code)).toEqual(['NO_AMOUNT_FOUND']);
  });
});

describe('a conversion of money that was in no IRA of one\'s own', () => {
  it('out of a Roth IRA, by columns that say from where and to where, is asked', () => {
    const log: Sheet = [['From', 'To', 'Date', 'Amount'], ['Trad IRA', 'Roth IRA', { date: '2025-03-01' }, 7000], ['Roth IRA', 'Trad IRA', { date: '2025-04-01' }, 500]];
    const reading = read('conversions', log, 'A1:D3');
    expect([codesOf(reading), sumsOf(reading)]).toEqual([['MAY_BE_SOMETHING_ELSE D3'], { conversions: '7000.00' }]);
  });

  it.each(['Mega backdoor, converted after-tax contributions', 'Converted after-tax 401(k) contribution to Roth', 'Inherited IRA', 'Roth distribution', 'Roth IRA to traditional IRA', 'Roth → Trad IRA'])('is asked: %s', (words) => {
    const log: Sheet = [['Date', 'Description', 'Amount'], [{ date: '2025-08-01' }, words, 7000]];
    expect(codesOf(read('conversions', log, 'A1:C2'))).toEqual(['MAY_BE_SOMETHING_ELSE C2']);
  });
});

// Form 8606 (2025), line 8 is the net amount converted; tax withheld that was not made up is a distribution, line 7.
describe('a conversion with tax withheld beside it', () => {
  const log = (...amounts: readonly string[]): Sheet => [['Conversion date', 'Gross', 'Fed w/h', ...amounts], [{ date: '2025-03-01' }, 10000, 1000, ...amounts.map(() => 9000)], [{ date: '2025-04-01' }, 5000, 0, ...amounts.map(() => 5000)]];

  it('is asked, and counts as answered', () => {
    expect(codesOf(read('conversions', log(), 'A1:C3'))).toEqual(['WITHHELD_FROM_CONVERSION B2']);
    expect(read('conversions', log(), 'A1:C3').asked[0]?.choices.map(({ answer }) => answer)).toEqual(['include', { amount: '9000' }, 'exclude']);
    expect(sumsOf(read('conversions', log(), 'A1:C3', { answers: { B2: { amount: '9000' } } }))).toEqual({ conversions: '14000.00' });
    expect(sumsOf(read('conversions', log(), 'A1:C3', { answers: { B2: 'include' } }))).toEqual({ conversions: '15000.00' });
  });

  it('counts with what reached the Roth IRA where a column says that', () => {
    const reading = read('conversions', log('Net to Roth'), 'A1:D3');
    expect(sumsOf(reading)).toEqual({ conversions: '14000.00' });
    expect(codesOf(reading)).toEqual([]);
    expect(reading.warnings.map(({ code, cell }) => `${code} ${cell?.row}`)).toContain('WITHHELD_NOT_SELECTED 2');
    const both = readLog(log('Net to Roth'), [{ role: 'conversions', range: 'A1:D3' }, { role: 'distributions', range: 'C2:C2' }]);
    expect(both.warnings.map(({ code }) => code)).not.toContain('WITHHELD_NOT_SELECTED');
  });
});

describe('a movement that may be no distribution', () => {
  it.each(['Divorce transfer 408(d)(6)', 'Trustee to trustee', 'QHFD', 'Transfer to Schwab IRA', 'Pension', 'Advisory fee', 'SEP contribution'])('is asked: %s', (words) => {
    expect(codesOf(read('distributions', [['Date', 'Description', 'Amount'], [{ date: '2025-08-01' }, words, 700]], 'A1:C2'))).toEqual(['MAY_BE_SOMETHING_ELSE C2']);
  });
});

describe('a distribution', () => {
  it('counts in its year', () => {
    expect(sumsOf(read('distributions', [['RMD 12/1/2025', 500]], 'A1:B1'))).toEqual({ distributions: '500.00' });
  });

  it.each(['Roth conversion', 'QCD to the museum', 'Rollover to new IRA', 'Return of excess', 'Inherited IRA RMD'])('beside the words "%s" is asked', (words) => {
    expect(codesOf(read('distributions', [[words, 500]], 'A1:B1'))).toEqual(['MAY_BE_SOMETHING_ELSE B1']);
  });
});

describe('other amounts of a year', () => {
  it('an outstanding rollover belongs to the year of the plan though it was completed in the next', () => {
    expect(sumsOf(read('outstanding_rollovers', [['60-day rollover, redeposited 1/10/2026', 9000]], 'A1:B1'))).toEqual({ outstandingRollovers: '9000.00' });
  });

  it('a returned contribution belongs to the year that its row states, not to that of the return', () => {
    const log: Sheet = [['Year', 'Contribution', 'Nondeductible'], [2025, null, 7000]];
    const returned: Sheet = [...log, ['Excess returned 3/1/2026', 500]];
    const reading = readLog(returned, [{ role: 'contributions', range: 'A1:C2' }, { role: 'returned', range: 'A3:B3' }]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', returned: '500.00' });
  });

  it('a returned contribution of which earnings are spoken is asked, for earnings are no part of line 1', () => {
    expect(codesOf(read('returned', [['Excess and earnings returned', 512.4]], 'A1:B1'))).toEqual(['MAY_BE_SOMETHING_ELSE B1']);
  });

  it('a positive adjustment adds basis and a negative one removes it', () => {
    const log: Sheet = [['Divorce transfer in', 3000], ['Divorce transfer out', -1000]];
    expect(sumsOf(read('basis_adjustments', log, 'A1:B2'))).toEqual({ basisAdded: '3000.00', basisRemoved: '1000.00' });
  });
});

describe('basis carried from earlier years', () => {
  const basis = (label: string | null, amount: string | number | null, plan = {}): Reading => read('prior_basis', [[label, amount]], 'A1:B1', plan);

  it.each([null, 'Basis', 'Basis c/f from 2024 F8606 line 14', '2024 Form 8606, line 14', '2025 beginning basis', 'Basis 12/31/2024', 'Basis 1/1/2025'])('is taken beside the words %j', (label) => {
    const reading = basis(label, 12.6);
    expect(sumsOf(reading)).toEqual({ priorBasis: '12.60' });
    expect(reading.asked).toEqual([]);
  });

  it.each(['2023 Form 8606, line 14', '2025 Form 8606, line 14', 'Basis 12/31/2025'])('is asked beside the words %j, which are of another year', (label) => {
    expect(codesOf(basis(label, 12.6))).toEqual(['BASIS_OF_ANOTHER_YEAR B1']);
    expect(sumsOf(basis(label, 12.6, { answers: { B1: 'include' } }))).toEqual({ priorBasis: '12.60' });
  });

  it('is asked for when it is blank', () => {
    expect(codesOf(basis('Basis', null))).toEqual(['AMOUNT_MISSING A1']);
    expect(basis(null, null, { answers: { A1: 'zero' } }).years[0]?.used.map(({ input }) => input)).toEqual(['priorBasis']);
  });

  it('is one amount: of several, the preparer says which', () => {
    const log: Sheet = [['Basis per preparer', 100], ['Basis per client', 200]];
    expect(codesOf(read('prior_basis', log, 'A1:B2'))).toEqual(['SEVERAL_BASES B1', 'SEVERAL_BASES B2']);
    const chosen = read('prior_basis', log, 'A1:B2', { answers: { B2: 'include' } });
    expect(sumsOf(chosen)).toEqual({ priorBasis: '200.00' });
    expect(fateOf(chosen, 'B1')).toBe('excluded');
  });

  it('stands for all years before, whose rows are then left out', () => {
    const log: Sheet = [['Basis', 50], ['Year', 'Nondeductible'], [2024, 6000], [2025, 7000]];
    const reading = readLog(log, [{ role: 'prior_basis', range: 'A1:B1' }, { role: 'contributions', range: 'A2:B4' }]);
    expect(reading.years.map(({ year }) => year)).toEqual([2025]);
    expect(sumsOf(reading)).toEqual({ priorBasis: '50.00', contributionsInYear: '7000.00' });
    expect(fateOf(reading, 'B3')).toBe('excluded');
  });
});
