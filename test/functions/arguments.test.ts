import {
  AFTER_TAX_CONVERSION, BASIS_CARRYFORWARD, DEADLINE, DEFERRAL_ROOM, EMPLOYER_CONTRIBUTION, everyFunction, ExcelError, EXCESS_CONTRIBUTION,
  FORM5329_LINE, FORM8606, FORM8606_LINE, FORM_1099R_CODE, invocation, IRA_DEDUCTION, IRA_LIMIT, IRA_PAYMENTS, IRA_POOL, LEDGER, LIMIT,
  MEGA_BACKDOOR_ROOM, omitted, PRORATA_TAXABLE, ROTH_CATCHUP, ROTH_PHASEOUT, shown,
} from './excel';
import { prorataTaxable, rothPhaseout } from '../../src/functions/functions';

const refused = (error: string, sentence: string | RegExp): unknown =>
  ({ error, sentence: typeof sentence === 'string' ? sentence : (expect.stringMatching(sentence) as string) });

describe('An amount', () => {
  /** Texts and what they mean: examples/number_text_cases.json. */
  it.each([
    '7000', '$7,000.00', ' 7,000 ', '7\u00a0000', '\'7000', 'USD 7,000', '7,000 USD', '7k', '7,000*', '７０００', '7000.00',
  ])('may be text: "%s" is 7,000', (text) => {
    expect(PRORATA_TAXABLE(text, text, 93000)).toBe(6510);
  });

  it.each(['(500)', '-$500', '500-', '−500', '($500.00)'])('in text may be negative: "%s" is -500, which a conversion cannot be', (text) => {
    expect(PRORATA_TAXABLE(text, 7000, 0)).toEqual(refused('#VALUE!', 'converted is -500; it must be 0 or more.'));
  });

  it.each(['~6500', 'approx 6,500', '6,000 + 500', '6,000/6,500', 'TBD', '?', '1.234,56', '7,00', '7,000 CR'])(
    'that could be read in two ways is refused: "%s"', (text) => {
      expect(PRORATA_TAXABLE(7000, 7000, text)).toEqual(refused('#VALUE!', /^line6_value cannot be counted: ".+" .+\. Give a plain number\.$/u));
    });

  it.each([['5%', /percentage/u], ['Vanguard', /"Vanguard" is not an amount/u], [true, /TRUE is a logical value/u]])(
    'that is none is refused with what stood there: %s', (value, says) => {
      expect(PRORATA_TAXABLE(7000, 7000, value)).toEqual(refused('#VALUE!', says));
    });

  it.each([[0], [''], ['   '], [[[null]]], [[['']]]])('of a blank cell, however Excel sends it, counts as 0: %j', (blank) => {
    expect(PRORATA_TAXABLE(7000, 7000, blank)).toBe(0);
  });

  it('of a formatted number is what it wraps', () => {
    const formatted = { type: 'FormattedNumber', basicValue: 93000, numberFormat: '$#,##0' };
    expect(PRORATA_TAXABLE(7000, 7000, formatted)).toBe(6510);
    expect(PRORATA_TAXABLE(7000, 7000, { type: 'Double', basicValue: 93000 })).toBe(6510);
  });

  it('is read to the fifteen digits that Excel shows', () => {
    expect(PRORATA_TAXABLE(7000.530000000001, 7000, 0)).toBe(0.53);
  });

  it.each([[1e12, true], [1_000_000_000_000.01, false], [1e13, false]])('of %d is %s: above a million million it is a slip', (value, counted) => {
    const shows = PRORATA_TAXABLE(7000, 7000, value);
    if (counted) expect(shows).toBe(7000);
    else expect(shows).toEqual(refused('#VALUE!', /^line6_value is [\d,.]+, beyond 1,000,000,000,000; check the cell/u));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('of %d is none', (value) => {
    expect(PRORATA_TAXABLE(7000, 7000, value)).toEqual(refused('#VALUE!', /^line6_value cannot be counted: .* is not an amount/u));
  });

  it('may also come bare, from a host that does not wrap cells', () => {
    expect(shown(() => (prorataTaxable as (...values: unknown[]) => unknown)(7000, 7000, 93000))).toBe(6510);
  });
});

describe('A range', () => {
  it.each([
    { where: 'a column', range: [[50_000], [40_000], [3_000]] },
    { where: 'a row', range: [[50_000, 40_000, 3_000]] },
    { where: 'a block', range: [[50_000, 40_000], [3_000, 0]] },
    { where: 'a column with blanks', range: [[50_000], [''], [40_000], [null], [3_000]] },
    { where: 'a column with text amounts', range: [['$50,000'], ['40,000.00'], ['3k']] },
    { where: 'a column with its heading', range: [['12/31 value'], [50_000], [43_000]] },
    { where: 'a column with its heading of two words', range: [['Account balance'], [50_000], [43_000]] },
    { where: 'a block with headings', range: [['FMV', 'Balance 2025'], [50_000, 43_000]] },
    { where: 'a row with its heading', range: [['12/31 value', 50_000, 43_000]] },
    { where: 'rows with their headings', range: [['IRA balance', 50_000], ['SEP IRA value', 43_000]] },
    { where: 'a column with a correction', range: [[94_000], ['(1,000)']] },
  ])('is summed: $where', ({ range }) => {
    expect(PRORATA_TAXABLE(7000, 7000, range)).toBe(6510);
  });

  it('may have holes where cells are blank', () => {
    const holes: unknown[][] = [];
    holes[0] = [50_000];
    holes[3] = [];
    holes[3][2] = 43_000;
    expect(PRORATA_TAXABLE(7000, 7000, holes)).toBe(6510);
  });

  it('may be a whole column with its heading: 1,048,576 cells, nearly all blank', () => {
    const column = Array.from({ length: 1_048_576 }, (_, row): unknown[] => [row === 0 ? '12/31 value' : row === 1 ? 50_000 : row === 2 ? '$43,000' : 0]);
    expect(PRORATA_TAXABLE(7000, 7000, column)).toBe(6510);
    column[1_048_575] = ['Vanguard'];
    expect(PRORATA_TAXABLE(7000, 7000, column)).toEqual(refused('#VALUE!', /^line6_value, row 1048576, column 1, cannot be counted/u));
  });

  it('names the position of a text that is no amount', () => {
    expect(PRORATA_TAXABLE(7000, 7000, [[50_000], [40_000], ['Vanguard']]))
      .toEqual(refused('#VALUE!', 'line6_value, row 3, column 1, cannot be counted: "Vanguard" is not an amount. Give a plain number.'));
    expect(PRORATA_TAXABLE(7000, 7000, [[50_000, 40_000], [3_000, 'TBD']])).toEqual(refused('#VALUE!', /^line6_value, row 2, column 2, /u));
  });

  it.each([{ range: [['12/31 value', 50_000], ['Vanguard', 43_000]] }, { range: [['all converted', 50_000]] }, { range: [[43_000, 'Balance']] }])(
    'with anything else than headings at the left is no headed range: $range', ({ range }) => {
      expect(PRORATA_TAXABLE(7000, 7000, range)).toEqual(refused('#VALUE!', /^line6_value, row 1, column [12], cannot be counted/u));
    });

  it.each(['Vanguard', 'all converted', 'no conversion', 'seven thousand', 'Total', '6500 basis', 'TBD'])(
    'does not take for a heading what may be an amount gone wrong: "%s"', (first) => {
      expect(PRORATA_TAXABLE(7000, 7000, [[first], [50_000]])).toEqual(refused('#VALUE!', /^line6_value, row 1, column 1, cannot be counted/u));
    });

  it('of one cell with a heading is no amount', () => {
    expect(PRORATA_TAXABLE(7000, 7000, 'Account balance')).toEqual(refused('#VALUE!', /"Account balance" is not an amount/u));
  });

  it('in the place of a single cell is refused', () => {
    expect(ROTH_PHASEOUT([[2024], [2025]], 'single', 1)).toEqual(refused('#VALUE!', 'tax_year is a range of 2 cells; give one cell.'));
    expect(ROTH_PHASEOUT([[2024]], [['single']], 1)).toBe(7000);
  });
});

describe('An omitted argument', () => {
  it('is 0 or the default where it is optional', () => {
    expect(PRORATA_TAXABLE(7000, 7000, 93000, omitted, omitted, omitted, omitted)).toBe(6510);
  });

  it('is refused by name where it is required, never taken for 0', () => {
    expect(PRORATA_TAXABLE(7000, 7000, omitted)).toEqual(refused('#VALUE!', 'line6_value is missing; give an amount, 0 if there was none.'));
    expect(ROTH_PHASEOUT(2024, 'single', omitted)).toEqual(refused('#VALUE!', 'magi is missing; give an amount, 0 if there was none.'));
    expect(MEGA_BACKDOOR_ROOM(2024, omitted, 0)).toEqual(refused('#VALUE!', /^deferrals is missing/u));
  });

  it('may hold the Invocation object, from metadata that is a version old', () => {
    expect(shown(() => (prorataTaxable as (...values: unknown[]) => unknown)([[7000]], [[7000]], [[93000]], invocation))).toBe(6510);
    expect(shown(() => (rothPhaseout as (...values: unknown[]) => unknown)(2024, 'single', [[0]], invocation))).toBe(7000);
  });

  it('may be undefined, from a host that does not fill up', () => {
    expect(shown(() => (prorataTaxable as (...values: unknown[]) => unknown)([[7000]], [[7000]], [[93000]], undefined, undefined))).toBe(6510);
  });
});

describe('An error in a cell', () => {
  it.each(['#N/A', '#DIV/0!', '#NUM!', '#NULL!', '#VALUE!'])('goes on as it is: %s', (code) => {
    expect(PRORATA_TAXABLE(7000, 7000, new ExcelError(code))).toEqual(refused(code, `line6_value holds the error ${code}; correct the cell that it comes from.`));
    expect(ROTH_PHASEOUT(new ExcelError(code), 'single', 1)).toEqual(refused(code, /^tax_year holds the error/u));
  });

  it('goes on as #VALUE! where Excel lets no function return it', () => {
    expect(PRORATA_TAXABLE(7000, 7000, { type: 'Error', basicValue: '#REF!', errorType: 'Ref' })).toEqual(refused('#VALUE!', /holds the error #REF!/u));
  });

  /** A formula that spills, such as FILTER, sends one cell when it fails. */
  it('is handed on where it stands for a whole range, before anything is said of its shape', () => {
    const failed = [[new ExcelError('#N/A')]];
    expect(LEDGER(failed)).toEqual(refused('#N/A', 'rows holds the error #N/A; correct the cell that it comes from.'));
    expect(IRA_POOL(failed, [[1], [2]])).toEqual(refused('#N/A', /^types holds the error #N\/A/u));
    expect(IRA_POOL([['IRA'], ['IRA']], failed)).toEqual(refused('#N/A', /^values holds the error #N\/A/u));
    expect(IRA_POOL([['IRA'], ['IRA']], [[1], [2]], failed)).toEqual(refused('#N/A', /^owners holds the error #N\/A/u));
  });

  it('is found anywhere in a range', () => {
    expect(PRORATA_TAXABLE(7000, 7000, [[50_000], [new ExcelError('#N/A')]])).toEqual(refused('#N/A', /^line6_value, row 2, column 1, holds the error #N\/A/u));
  });
});

describe('A card, a picture and the like', () => {
  /** Excel fills the value of what has none with the text "#VALUE!" (EntityCellValue, @types/office-js). */
  const entity = { type: 'Entity', text: 'Fidelity IRA', properties: {}, basicType: 'Error', basicValue: '#VALUE!' };
  it.each([
    [entity, '"Fidelity IRA"'],
    [{ type: 'Entity', text: 'Fidelity IRA', properties: {} }, '"Fidelity IRA"'],
    [{ type: 'WebImage', address: 'https://example.com/a.png', basicType: 'Error', basicValue: '#VALUE!' }, '"WebImage"'],
    [{ elements: [] }, 'something'],
    [{ basicValue: { deeper: 1 } }, 'something'],
  ])('holds no value to count with, and is told by what its cell shows: %j', (card, shows) => {
    const sentence = (name: string): unknown =>
      refused('#VALUE!', `${name} holds ${shows}, which is a data type and not a plain value; refer to one of its fields, or type the value.`);
    expect(PRORATA_TAXABLE(7000, 7000, card)).toEqual(sentence('line6_value'));
    expect(PRORATA_TAXABLE(7000, 7000, [[1], [card]])).toEqual(sentence('line6_value, row 2, column 1,'));
    expect(ROTH_PHASEOUT(card, 'single', 1)).toEqual(sentence('tax_year'));
    expect(LIMIT(card, 2024)).toEqual(sentence('name'));
    expect(IRA_POOL([['IRA'], [card]], [[1], [2]])).toEqual(sentence('types, row 2, column 1,'));
    expect(IRA_POOL([['IRA'], ['IRA']], [[1], [2]], [['Ann'], [card]])).toEqual(sentence('owners, row 2, column 1,'));
    expect(LEDGER([[2024, 7000, 0, card, 0, 7000]])).toEqual(sentence('rows, row 1, column 4,'));
  });

  it('with a value that a cell can show is that value', () => {
    expect(PRORATA_TAXABLE(7000, 7000, { type: 'Double', basicType: 'Double', basicValue: 93000, properties: {} })).toBe(6510);
    expect(LIMIT({ type: 'String', basicType: 'String', basicValue: 'ira' }, 2026)).toBe(7500);
  });
});

describe('A logical value', () => {
  it('where something else is asked for is quoted as Excel writes it', () => {
    expect(ROTH_PHASEOUT(true, 'single', 1)).toEqual(refused('#VALUE!', /^tax_year is TRUE, which is not a tax year/u));
    expect(ROTH_PHASEOUT(2024, false, 1)).toEqual(refused('#VALUE!', /^filing_status is "FALSE", /u));
    expect(FORM8606_LINE(true, 1, 0, 0, 0, 0, 1)).toEqual(refused('#VALUE!', /^line is TRUE, /u));
  });
});

describe('One of a few words', () => {
  it.each([['tax-free', 10_000], ['Tax free', 10_000], ['TAXFREE', 10_000], ['basis left', 0], ['Basis-left', 0], [omitted, 200], ['', 200]])(
    'may be in any case and punctuation: %j', (part, amount) => {
      expect(AFTER_TAX_CONVERSION(10_200, 10_000, 10_200, part)).toBe(amount);
    });

  it.each(['free', 'taxable and basis left', '-', 7])('must be one of them: %s', (part) => {
    expect(AFTER_TAX_CONVERSION(10_200, 10_000, 10_200, part)).toEqual(refused('#VALUE!', /^part is .*; give one of: "taxable", "tax-free", "basis left"\.$/u));
  });

  it('that is missing is asked for by what it could be', () => {
    expect(LIMIT(omitted, 2024)).toEqual(refused('#VALUE!', 'name is missing; give the name of a limit, for example "415c" or "ira".'));
    expect(DEADLINE(0, 2024)).toEqual(
      refused('#VALUE!', 'deadline is missing; give one of: "contribution", "conversion", "recharacterization", "return of contribution".'));
    expect(EXCESS_CONTRIBUTION(2024, 'single', 1, 0, 0, 40, 9000, omitted, omitted, '')).toBe(0);
  });
});

describe('A tax year', () => {
  it.each([2024, '2024', ' 2024 ', 'TY 2024', 'tax year 2024', 45_292, 45_657, '12/31/2024', '2024-12-31'])(
    'may be a number, text, a date or the number of a date: %s is 2024', (year) => {
      expect(ROTH_PHASEOUT(year, 'single', 160_999)).toBe(200);
    });

  it.each([
    { serial: 45_291, day: '31 December 2023', limit: 0 },
    { serial: 45_292, day: '1 January 2024', limit: 200 },
    { serial: 45_657, day: '31 December 2024', limit: 200 },
    { serial: 45_658, day: '1 January 2025', limit: 1_870 },
  ])('is that of the day that Excel counts as $serial, $day', ({ serial, limit }) => {
    expect(ROTH_PHASEOUT(serial, 'single', 160_999)).toBe(limit);
  });

  /** 45,000 is the day 15 March 2023 and a usual income: beside a year in the place of an amount it is the income. */
  it.each([
    { typed: () => ROTH_PHASEOUT(45_000, 'single', 2024), other: 'magi is 2024' },
    { typed: () => ROTH_PHASEOUT(45_000, 'single', '2024'), other: 'magi is "2024"' },
    { typed: () => ROTH_PHASEOUT(45_000, 'single', 45_000), other: 'magi is 45000' },
    { typed: () => ROTH_PHASEOUT(45_000, 'single', 1, 40, 0, 2024), other: 'compensation is 2024' },
    { typed: () => IRA_LIMIT(45_000, 40, 2024), other: 'compensation is 2024' },
    { typed: () => IRA_DEDUCTION(45_000, 'single', 2024, true), other: 'magi is 2024' },
    { typed: () => MEGA_BACKDOOR_ROOM(45_000, 2024, 0), other: 'deferrals is 2024' },
    { typed: () => MEGA_BACKDOOR_ROOM(45_000, 0, 0, 40, 2024), other: 'compensation is 2024' },
  ])('that is the number of a day is refused where $other: the two may stand the wrong way round', ({ typed, other }) => {
    expect(typed()).toEqual(refused('#VALUE!', `tax_year is 45000, which is a day of 2023, and ${other}, which may be the year; check which is which, and `
      + 'give the year as four digits.'));
  });

  it.each([[1986, true], [1987, false], [2100, false], [2101, true]])('that is the number of a day stands beside an amount of %i: %s', (magi, stands) => {
    const shows = ROTH_PHASEOUT(45_657, 'single', magi);
    if (stands) expect(shows).toBe(7000);
    else expect(shows).toEqual(refused('#VALUE!', /^tax_year is 45657, which is a day of 2024, and magi is /u));
  });

  it.each([2024, '2024', '12/31/2024'])('that is plain stands beside any amount: %s', (year) => {
    expect(ROTH_PHASEOUT(year, 'single', 2024)).toBe(7000);
  });

  it.each([omitted, 0, '', [[null]], [['']]])('that is missing or blank is refused, never guessed: %j', (year) => {
    expect(ROTH_PHASEOUT(year, 'single', 1)).toEqual(refused('#VALUE!', 'tax_year is missing; give the tax year, for example 2024.'));
  });

  it.each(['single', '24th', 24, -2024, 2024.5, 20_240, 31_777, 45_657.75, 73_416, true])('that is none is refused: %s', (year) => {
    expect(ROTH_PHASEOUT(year, 'single', 1)).toEqual(refused('#VALUE!', /^tax_year is .*, which is not a tax year; give a year such as 2024/u));
  });

  it.each([1997, 2027])('outside the table is #N/A, naming the covered years: %i', (year) => {
    expect(ROTH_PHASEOUT(year, 'single', 1)).toEqual(refused('#N/A', `Tax year ${year} is not covered; the covered years are 1998-2026.`));
  });

  it('that has the limit but not the amount needed is #N/A too', () => {
    expect(MEGA_BACKDOOR_ROOM(2000, 0, 0)).toEqual(refused('#N/A', /^The 415\(c\) limit on annual additions for 2000 is not covered/u));
  });
});

describe('A filing status', () => {
  it.each(['Single', 'Head of household', 'MFS-apart'])('may be written as people do: %s', (status) => {
    expect(ROTH_PHASEOUT(2024, status, 160_999)).toBe(200);
  });

  it.each([omitted, 0, ''])('that is missing or blank is refused: %j', (status) => {
    expect(ROTH_PHASEOUT(2024, status, 1)).toEqual(refused('#VALUE!', /^filing_status is missing; give one of: single, hoh, mfj, /u));
  });

  it.each(['married', 1, true])('that is none is refused, naming the choices: %s', (status) => {
    expect(ROTH_PHASEOUT(2024, status, 1)).toEqual(refused('#VALUE!', /^filing_status is ".*", which is not a filing status; give one of: single, /u));
  });
});

describe('An age', () => {
  it.each([[49, 7500], [50, 8600], ['50', 8600], [omitted, 7500], [0, 7500], ['', 7500]])('of %j gives %i in 2026', (age, limit) => {
    expect(ROTH_PHASEOUT(2026, 'single', 0, age)).toBe(limit);
  });

  it.each([[1, true], [120, true], [121, false], [-1, false], [1975, false], [49.5, false], ['fifty', false]])(
    'from 1 to 120, in whole years: %s fits: %s', (age, fits) => {
      const shows = ROTH_PHASEOUT(2026, 'single', 0, age);
      if (fits) expect(shows).toBeGreaterThan(0);
      else expect(shows).toEqual(refused('#VALUE!', /^age is /u));
    });
});

describe('Rounding', () => {
  it.each([[3, 6762], [4, 6763.4], [5, 6763.26], [10, 6763.29], ['3', 6762], ['exact', 6763.29], [0, 6763.29], ['', 6763.29]])(
    'of line 10 to %j places makes %d of 7,000 taxable', (places, taxable) => {
      expect(PRORATA_TAXABLE(7000, 7000, 200_000, 0, 0, places)).toBe(taxable);
    });

  it.each([2, 11, 3.5, -3, 'three'])('of line 10 to %s places is refused', (places) => {
    expect(PRORATA_TAXABLE(7000, 7000, 200_000, 0, 0, places)).toEqual(refused('#VALUE!', /^ratio_places is .*; give a whole number from 3 to 10/u));
  });

  it.each([['cents', 6763.29], ['Dollars', 6763], ['whole dollars', 6763], [omitted, 6763.29], [0, 6763.29]])('to %j gives %d', (rounding, taxable) => {
    expect(PRORATA_TAXABLE(7000, 7000, 200_000, 0, 0, omitted, rounding)).toBe(taxable);
  });

  it.each(['dimes', 2])('to %s is refused', (rounding) => {
    expect(PRORATA_TAXABLE(7000, 7000, 200_000, 0, 0, omitted, rounding)).toEqual(refused('#VALUE!', /^rounding is .*; give "cents" or "dollars"/u));
  });
});

describe('Amounts that contradict each other', () => {
  it.each([[6_999, true], [7_000, true], [7_001, false]])('%i made next year, of a basis of 7,000: %s', (madeNextYear, fits) => {
    const shows = BASIS_CARRYFORWARD(0, 7000, 0, 0, madeNextYear);
    if (fits) expect(shows).toBe(7000);
    else expect(shows).toEqual(refused('#VALUE!', /^of_which_made_next_year is 7,001, more than basis_line3 of 7,000/u));
  });
});

describe('What a form refuses in its own words', () => {
  it.each([
    { typed: () => FORM8606_LINE('18', 7000, 0, 0, 0, 100, 0, omitted, omitted, 200), begins: 'qualified_disaster does not fit. Qualified disaster' },
    { typed: () => FORM8606(7000, 0, 0, 0, 100, 0, omitted, omitted, 200), begins: 'qualified_disaster does not fit. Qualified disaster' },
    { typed: () => FORM5329_LINE('17', 3000, 0, 50_000, 0, 0, 4000), begins: 'withdrawn_excess does not fit. Excess of earlier years taken out: 4,000' },
    { typed: () => FORM5329_LINE('25', 3000, 0, 50_000, 0, 0, 50), begins: 'withdrawn_excess is 50, which lines 18 to 25 do not ask for: ' },
    { typed: () => EMPLOYER_CONTRIBUTION(2024, 0.25, 5000, true, 6000), begins: 'half_se_tax does not fit. Half of self-employment tax: 6,000' },
    { typed: () => IRA_PAYMENTS('8', 2025, 7000, 8000), begins: 'paid_out does not fit. Converted, rolled over, given, returned and moved: 8,000' },
    { typed: () => DEFERRAL_ROOM(2024, 10_000, 40, 20_000), begins: 'deferrals_here and deferrals_elsewhere are 30,000 together, more than 23,000' },
    { typed: () => DEFERRAL_ROOM(2024, 0, 40, 30_000), begins: 'deferrals_here is 30,000, more than 23,000' },
    { typed: () => MEGA_BACKDOOR_ROOM(2024, 30_000, 0), begins: 'deferrals is 30,000, more than 23,000' },
  ])('names the argument of the function: $begins', ({ typed, begins }) => {
    expect(typed()).toEqual({ error: '#VALUE!', sentence: expect.stringContaining(begins) as string });
    expect((typed() as { sentence: string }).sentence.startsWith(begins)).toBe(true);
  });

  it('says blank where a word is blank', () => {
    expect(IRA_POOL([[0]], [[7]])).toEqual(refused('#VALUE!', /^types, row 1, column 1, is blank: /u));
    expect(IRA_POOL([['IRA'], ['IRA']], [[1], [2]], [['Ann'], ['']])).toEqual(refused('#VALUE!', /^owners, row 2, column 1, is blank, but row 1, column 1 is "Ann"/u));
  });
});

describe('Whatever is thrown', () => {
  it('is a CustomFunctions.Error, with a sentence, for arguments of every kind in every place', () => {
    /** The two functions whose answer is a word or a sentence. */
    const saysText: readonly unknown[] = [ROTH_CATCHUP, FORM_1099R_CODE];
    const odd = [omitted, undefined, 0, -1, Number.NaN, 1e300, '', 'x', '2024', 'single', true, {}, [], [[]], [['x', 1]], { basicValue: {} }, Symbol('x'), () => 1];
    for (const { call, sound } of everyFunction) {
      for (let place = 0; place < sound.length; place += 1) {
        for (const value of odd) {
          const shows = call(...sound.map((good: unknown, at) => (at === place ? value : good)));
          if (Array.isArray(shows)) {
            expect(shows.flat().every((cell) => typeof cell === 'string' || Number.isFinite(cell))).toBe(true);
            expect(new Set(shows.map((row) => row.length)).size).toBe(1);
          }
          else if (typeof shows === 'object') expect(shows.sentence).toMatch(/\S+ \S+.*[.]$/u);
          else if (typeof shows === 'string') expect(shows === '' || saysText.includes(call)).toBe(true);
          else expect(Number.isFinite(shows)).toBe(true);
          expect(JSON.stringify(shows)).not.toContain('failed and gives no figure');
        }
      }
    }
  });

  it('is nothing at all for sound arguments', () => {
    for (const { call, sound } of everyFunction) expect(call(...sound)).not.toHaveProperty('error');
  });
});
