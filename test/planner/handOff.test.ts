/** What the preparer of a return is told: the list of the articles, each with its sentence, and nothing that identifies a person. */
import { handOff } from '../../src/planner/handOff/handOff';
import { copiedText, workOut, type Typed } from '../../src/planner/work';

const mail = (typed: Typed, year = 2025): readonly string[] => copiedText(handOff, year, workOut(handOff, year, typed))[0]!.lines;

/** Article 002: the CPA is told what was contributed, when it was converted, the earnings and the after-tax plan money. */
const clean: Typed = {
  'who:name': 'A. Patel', 'form:contributionsInYear': 7000, 'form:contributionsAfterYearEnd': 0, 'form:deducted': 0, 'form:contributedOn': '7,000 made 01/15/2025',
  'form:conversions': 7000.53, 'form:convertedOn': '7,000.53 dated 01/21/2025', 'form:earnings': 0.53, 'form:1': 7000, 'form:2': 0, 'form:6': 0, 'form:7': 0, 'form:8': 7000.53,
  'form:14': 0, 'form:17': 7000, 'form:18': 0.53, 'plan:afterTaxConverted': 34000, 'plan:afterTaxTaxable': 120,
  '1099-R 1:box1': 7000.53, '1099-R 1:payer': 'Fidelity', '1099-R 1:code': '2', '1099-R 1:was': 'converted',
};

describe('The mail to the preparer', () => {
  it('says what was contributed for which year and when, converted when, the earnings in it, and the after-tax plan money', () => {
    expect(mail(clean)).toEqual(expect.arrayContaining([
      'IRAs and Form 8606 for tax year 2025: A. Patel',
      'Contributed to traditional IRAs for 2025: $7,000.00 during 2025 and $0.00 after it.',
      'Contributed: 7,000 made 01/15/2025',
      'Converted to Roth IRAs in 2025: $7,000.53.', 'Taxable (line 18): $0.53; tax-free (line 17): $7,000.00.',
      'Converted: 7,000.53 dated 01/21/2025',
      'Earnings in what was converted: $0.53.',
      'After-tax plan money converted (mega backdoor): $34,000.00. Of it earnings, taxable: $120.00.',
    ]));
  });

  it('lists the Forms 1099-R with their codes, and says what Form 1040 shows', () => {
    expect(mail(clean)).toEqual(expect.arrayContaining([
      '1. Fidelity: box 1 $7,000.53, code 2, converted',
      'Form 1040, line 4a holds at least $7,000.53, and line 4b of it $0.53.',
    ]));
  });

  it('says blank where the form is blank, and nothing of what was not said', () => {
    const lines = mail({});
    expect(lines).toEqual(expect.arrayContaining(['Converted to Roth IRAs in 2025: blank.', 'Taxable (line 18): blank; tax-free (line 17): blank.']));
    expect(lines.filter((line) => /box 1 |Earnings in|^Converted: |Penalty/.test(line))).toEqual([]);
  });
});

describe('Forms 8606 to be filed', () => {
  const due = (of: number, typed: Record<string, unknown>): string =>
    mail(Object.fromEntries(Object.entries(typed).map(([id, value]) => [`due ${of}:${id}`, value]))).filter((line) => line.includes(`Form 8606 for ${of}`)).join(' ');

  it.each([
    [2025, { nondeductible: 7000 }, 'Form 8606 for 2025: with the return, by 15 April 2026 or the extended date.'],
    [2023, { nondeductible: 6500, filed: 'No' }, 'Form 8606 for 2023: late. File it now by itself, on the form of that year, signed.'],
    [2023, { converted: 0.01 }, 'Form 8606 for 2023: needed. Not known whether it was filed: look in that return.'],
    [2023, { distributed: 100, filed: 'Yes' }, 'Form 8606 for 2023: filed.'],
    [2023, { filed: 'No' }, ''],
    [2025, {}, ''],
  ])('%s with %j: %s', (of, typed, says) => {
    expect(due(of, typed)).toBe(says);
  });

  it('a late one costs what 26 U.S.C. 6693(b)(2) says, unless there is reasonable cause', () => {
    expect(mail({ 'due 2022:nondeductible': 6000, 'due 2022:filed': 'No' })).toContain('Penalty for each late form: $50.00 unless there is reasonable cause.');
  });
});
