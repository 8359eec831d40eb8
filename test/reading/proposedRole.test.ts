import { validatePlan, type Role } from '../../src/plan/plan';
import { proposedRole } from '../../src/reading/proposedRole';
import { ownSamples } from '../support/ownSamples';
import { selectedCells, type Sheet, type Sheets } from './sheet';

const proposed = (sheets: Sheets, range: string, date1904 = false): Role | null => {
  const [plan] = validatePlan({ person: 'T', year: 2025, sources: [{ role: 'fmv', range }] });
  return proposedRole(selectedCells(sheets, plan!, [], date1904).sources[0]!, date1904);
};

const ofBlock = (rows: Sheet): Role | null => proposed({ Log: rows }, `Log!A1:F${rows.length}`);

/** What the plans of the samples say, who made them knowing what the ranges hold (test/fixtures/samples). */
const ofSamples = ownSamples.flatMap(({ id, sheets, date1904, plans }) => (plans[0]?.sources ?? []).map(({ role, range }) => ({ where: `${id} ${range}`, role, proposal: proposed(sheets, range, date1904) })));

describe('The role that is proposed for a range', () => {
  it('is the role that it has, or none: never another one', () => {
    expect(ofSamples.filter(({ role, proposal }) => proposal !== null && proposal !== role)).toEqual([]);
  });

  it('is there wherever the header or the words say what the range holds; bare values, and what two roles would fit, have none', () => {
    expect(ofSamples.filter(({ proposal }) => proposal === null).map(({ where, role }) => `${role}: ${where}`)).toEqual([
      'fmv: 04-broker-ledger Activity!D11',
      'contributions: 09-recharacterized Rechar!A6:D7',
      'fmv: 09-recharacterized Rechar!B10',
      'disaster_distributions: 10-disaster \'2025\'!A2:E3',
      'prior_basis: 10-disaster \'2025\'!A5:B5',
      'fmv: 10-disaster \'2025\'!B6',
      'roth_distributions: 11-roth-distributions Roth!A1:F2',
      'prior_basis: 15-outstanding-rollover-and-divorce \'TY25\'!A2:C2',
      'basis_adjustments: 15-outstanding-rollover-and-divorce \'TY25\'!A3:C3',
      'outstanding_rollovers: 15-outstanding-rollover-and-divorce \'TY25\'!A5:C5',
      'fmv: 16-deducted-and-returned IRA!C7',
      'contributions: 17-repaid-and-paid-in-two-years \'IRA 25\'!A2:D6',
      'repayments: 17-repaid-and-paid-in-two-years \'IRA 25\'!A10:D12',
    ]);
  });

  it.each<[string, Sheet]>([
    ['nothing', [[]]],
    ['words alone', [['Ask the CPA'], ['about 2024']]],
    ['one bare number', [[7000]]],
    ['boxes that no form is named for', [['Payer', 'Box 1', 'Box 5'], ['Vanguard', 7000, 12]]],
    ['both forms named over the boxes', [['1099-R and 5498'], ['Payer', 'Box 1', 'Box 3'], ['Vanguard', 7000, 12]]],
    ['accounts beside what was contributed to them', [['Type', 'FMV 12/31/25', 'Contribution'], ['Traditional IRA', 12, 7000], ['Rollover IRA', 5, 0]]],
    ['accounts over a list of contributions', [['Type', 'Value 12/31/25'], ['Traditional IRA', 12], ['SEP-IRA', 5], ['Rollover IRA', 5], ['Nondeductible contribution', 7000]]],
    ['accounts with an amount that is not said to be a value', [['Type', 'Amount'], ['Traditional IRA', 12], ['Rollover IRA', 5]]],
    ['a year twice', [['Year', 'Contributed', 'Converted'], [2024, 7000, 7000], [2024, 1, 1]]],
    ['what came from a Roth IRA', [['Distribution from Roth IRA', 500]]],
    ['a contribution to a Roth IRA', [['Roth contribution', 7000]]],
    ['an excess contribution', [['Excess contribution', 500]]],
    ['the value of a Roth IRA', [['Roth IRA 12/31/2025', 90_000]]],
    ['line 14, of no filed form', [['Line 14', 7000]]],
    ['basis and a conversion in dated rows', [['Prior basis', { date: '2025-01-01' }, 7000], ['Roth conversion', { date: '2025-02-01' }, 7000]]],
  ])('is none over %s', (_, rows) => {
    expect(ofBlock(rows)).toBeNull();
  });

  it.each<[Role, Sheet]>([
    ['contributions', [['Date made', 'Contribution (non-ded)'], [{ date: '2025-01-07' }, 3500], [{ date: '2025-02-07' }, 3500], ['Total', 7000]]],
    ['conversions', [['Roth conversion', 7000], ['Converted to Roth', '$500']]],
    ['ledger', [['Date', 'What', 'Amount'], [{ date: '2025-01-07' }, 'Contribution', 7000], [{ date: '2025-01-09' }, 'Dividend', 3], ['1/10/2025', 'Conversion to Roth IRA', -7000]]],
    ['year_table', [['Year', 'Put in', 'Converted', 'Left over'], [2024, '7k', '7k', '-'], [2025, 7000, '7,003.20', 0], ['ask about 2022']]],
    ['form_5498', [['Form 5498'], ['Trustee', 'Box 1', 'Box 5'], ['Vanguard', 7000, 12]]],
    ['form_1099r', [['Payer', 'Box 1', 'Box 7 code'], ['Vanguard', 7000, '02']]],
  ])('is %s', (role, rows) => {
    expect(ofBlock(rows)).toBe(role);
  });
});
