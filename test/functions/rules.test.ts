import {
  AFTER_TAX_CONVERSION, CONVERSION_YEAR, DEADLINE, DEFERRAL_ROOM, EMPLOYER_CONTRIBUTION, EXCESS_CONTRIBUTION, FORM5329_LINE, FORM_1099R_CODE, IRA_PAYMENTS, LEDGER, LIMIT, MEGA_BACKDOOR_ROOM, omitted,
  RETURNED_EARNINGS, ROTH_CATCHUP, ROTH_MAGI, ROTH_PHASEOUT,
} from './excel';

const refused = (error: string, sentence: RegExp): unknown => ({ error, sentence: expect.stringMatching(sentence) as string });

describe('ROTH_MAGI', () => {
  it('feeds ROTH_PHASEOUT: a conversion of 30,000 does not shut a couple with 260,000 out in 2024', () => {
    const magi = ROTH_MAGI(2024, 260_000, 30_000);
    expect([magi, ROTH_PHASEOUT(2024, 'mfj', magi), ROTH_PHASEOUT(2024, 'mfj', 260_000)]).toEqual([230_000, 7_000, 0]);
  });

  it('asks for what must be said', () => {
    expect(ROTH_MAGI(2024, omitted, 30_000)).toEqual(refused('#VALUE!', /^agi is missing/u));
    expect(ROTH_MAGI(2024, 260_000)).toEqual(refused('#VALUE!', /^conversion_income is missing; give an amount, 0 if there was none\.$/u));
    expect(ROTH_MAGI(2027, 1, 1)).toEqual(refused('#N/A', /^Tax year 2027 is not covered/u));
    expect(ROTH_MAGI(2025, 1, 0, 0, 0, 0, 0, 0, 0, 1)).toEqual(refused('#VALUE!', /^tuition_deduction is 1 for 2025, but the law had this deduction through 2020 only; leave it out\.$/u));
  });
});

describe('EXCESS_CONTRIBUTION and FORM5329_LINE', () => {
  it.each([
    [omitted, 2_000], ['all', 2_000], ['Traditional', 1_000], ['roth', 1_000], ['unused traditional', 0], ['unused roth', 0],
  ])('gives the part %j: %i of 8,000 and 1,000', (part, shows) => {
    expect(EXCESS_CONTRIBUTION(2025, 'single', 50_000, 8_000, 1_000, omitted, omitted, omitted, omitted, part)).toBe(shows);
  });

  it('needs no income where nothing went to a Roth IRA', () => {
    expect(EXCESS_CONTRIBUTION(2025, 'single', omitted, 8_000, 0)).toBe(1_000);
    expect(EXCESS_CONTRIBUTION(2025, 'single', omitted, 0, 8_000)).toEqual(refused('#VALUE!', /^magi is missing, and 8,000 went to a Roth IRA/u));
    expect(EXCESS_CONTRIBUTION(2025, 'single', 1, 0, 0, omitted, omitted, omitted, omitted, 'both')).toEqual(refused('#VALUE!', /^part is "both"; give one of: "all", "traditional"/u));
  });

  it('chain over years until the excess is absorbed: 7,000 too much in 2024, income falls in 2025', () => {
    const excess = EXCESS_CONTRIBUTION(2024, 'single', 170_000, 0, 7_000);
    const tax2024 = FORM5329_LINE('25', 0, excess, 7_300);
    const unused = EXCESS_CONTRIBUTION(2025, 'single', 90_000, 0, 2_000, omitted, omitted, omitted, omitted, 'unused roth');
    const left = FORM5329_LINE('24', excess, 0, 9_800, unused);
    expect([excess, tax2024, unused, left, FORM5329_LINE('25', excess, 0, 9_800, unused)]).toEqual([7_000, 420, 5_000, 2_000, 120]);
  });

  it('is blank where the form is, and refuses a line that these parts lack', () => {
    expect(FORM5329_LINE('10', 0, 5, 100)).toBe('');
    expect(FORM5329_LINE('8', 0, 5, 100)).toEqual(refused('#VALUE!', /^line is "8", which Form 5329, Parts III and IV, lacks; give one of: 9, 10/u));
    expect(FORM5329_LINE(25, 0, 5, omitted)).toEqual(refused('#VALUE!', /^year_end_value is missing/u));
  });
});

describe('RETURNED_EARNINGS', () => {
  it('is the instructions\' 73 before rounding, and may be a loss', () => {
    expect([RETURNED_EARNINGS(1000, 18000, 4000, 23600), RETURNED_EARNINGS(1000, 18000, 4000, 21000)]).toEqual([72.73, -45.45]);
  });
});

describe('EMPLOYER_CONTRIBUTION', () => {
  it.each([[0.25], ['25%'], ['25 %'], [[[0.25]]]])('takes the rate %j', (rate) => {
    expect(EMPLOYER_CONTRIBUTION(2020, rate, 50_000)).toBe(12_500);
  });

  it.each([[0.045, 2_250], ['4.5%', 2_250], ['.045', 2_250], [0.0001, 5], [0.1 + 0.2, 15_000], [1, 50_000]])('takes it to steps of 0.01%%, unrounded: %j of 50,000 is %i', (rate, shows) => {
    expect(EMPLOYER_CONTRIBUTION(2020, rate, 50_000)).toBe(shows);
  });

  it.each([[25, /^The rate of the plan: 25, more than 1\. Enter 0\.25, or 25%, for a quarter\.$/u], [omitted, /^rate is missing/u], ['a quarter', /^rate is "a quarter", which is not a rate/u],
    [-0.1, /^rate is -0\.1, which is not a rate/u], [0.33333, /finer than 0\.01%/u], [Number.NaN, /^rate is NaN, which is not a rate/u], [1e300, /which is not a rate|more than 1/u]])('refuses the rate %j', (rate, sentence) => {
    expect(EMPLOYER_CONTRIBUTION(2020, rate, 50_000)).toEqual(refused('#VALUE!', sentence));
  });

  it('guesses no self-employment tax', () => {
    expect(EMPLOYER_CONTRIBUTION(2024, 0.25, 200_000, 'yes')).toEqual(refused('#VALUE!', /^half_se_tax is missing, and self_employed is TRUE/u));
    expect(EMPLOYER_CONTRIBUTION(2024, 0.25, 200_000, 'yes', 14_130)).toBe(37_174);
  });
});

describe('DEFERRAL_ROOM and MEGA_BACKDOOR_ROOM', () => {
  it('after a job change: the deferral limit is what remains, the limit on additions is new (irahelp.com 72073)', () => {
    expect([DEFERRAL_ROOM(2025, 23_500), MEGA_BACKDOOR_ROOM(2025, 0, 0, omitted, omitted, omitted, 23_500)]).toEqual([0, 70_000]);
  });

  it('a 403(b) and an own business share one limit', () => {
    expect(MEGA_BACKDOOR_ROOM(2025, 0, 20_000, omitted, 100_000, omitted, 23_500, omitted, omitted, 35_000)).toBe(15_000);
  });
});

describe('ROTH_CATCHUP', () => {
  it.each([
    [2026, 55, 150_000, omitted, 'either'], [2026, 55, 150_001, omitted, 'Roth'], [2026, 55, 150_001, false, 'none'], [2026, 55, 0, false, 'either'], [2026, 49, 999_999, true, 'none'],
  ])('(%i,%i,%i,%s) is %s', (...typed) => {
    expect(ROTH_CATCHUP(...typed.slice(0, 4))).toBe(typed[4]);
  });

  it('asks for the age, and knows no other year', () => {
    expect(ROTH_CATCHUP(2026, omitted, 1)).toEqual(refused('#VALUE!', /^age is missing/u));
    expect(ROTH_CATCHUP(2027, 55, 1)).toEqual(refused('#N/A', /^Tax year 2027 is not covered/u));
  });
});

describe('AFTER_TAX_CONVERSION', () => {
  it.each([[omitted, 200], ['taxable', 200], ['tax-free', 10_000], ['Basis left', 0]])('gives the part %j: %i', (part, shows) => {
    expect(AFTER_TAX_CONVERSION(10_200, 10_000, 10_200, part)).toBe(shows);
  });
});

describe('FORM_1099R_CODE', () => {
  it.each([
    ['G', false, /in-plan Roth rollover, as a mega backdoor Roth is: the money was in no IRA, so it is not on Form 8606\. Box 2a is taxable, box 5 was after-tax; Form 1040, lines 5a and 5b\.$/u],
    ['G', 'X', /rolled over from the IRA into an employer plan, on no line of Form 8606/u],
    ['P', true, /made in the year before: it reduces line 1 of that year, and its earnings are income of that year; it is not on line 7/u],
    [2, true, /Line 8 takes what reached a Roth IRA; tax withheld did not, and is on line 7/u],
    ['4', true, /inherited IRA/u], ['R', true, /made for the year before/u], ['8J', omitted, /returned from a Roth IRA, on no line of Form 8606/u],
    ['2', omitted, /nothing says whether it comes from a traditional, SEP or SIMPLE IRA/u],
  ])('says of %j with the IRA box %j', (code, box, sentence) => {
    expect(FORM_1099R_CODE(code, box)).toMatch(sentence);
  });

  it.each(['27', 'X', 'normal', 99, '5%', 7.5, 1e300, 1e-9, '7.000,00', '8/1/2025', '8 / 1 / P'])('%j is no code, or too many', (code) => {
    expect(FORM_1099R_CODE(code, true)).toEqual(refused('#VALUE!', /is not one or two codes of Form 1099-R, box 7/u));
  });
});

describe('IRA_PAYMENTS', () => {
  it.each([['7', 700], ['8', 6_300], [8, 6_300]])('line %j is %i where 700 of 7,000 was withheld from a conversion', (line, shows) => {
    expect(IRA_PAYMENTS(line, 2025, 7_000, 6_300, 700)).toBe(shows);
  });

  it('has no other line', () => {
    expect(IRA_PAYMENTS('9', 2025, 7_000)).toEqual(refused('#VALUE!', /^line is "9", which this function lacks; give one of: 7, 8\.$/u));
  });
});

describe('CONVERSION_YEAR', () => {
  it.each([[46_021, omitted, 2025], [46_022, omitted, 2025], [46_023, omitted, 2026], ['12/30/2025', '1/5/2026', 2025]])('of %j, arrived %j, is %i', (left, reached, year) => {
    expect(CONVERSION_YEAR(left, reached)).toBe(year);
  });

  it.each([[omitted, /^left_ira is missing/u], ['soon', /^left_ira is "soon", which is not a date/u], [2025, /^left_ira is 2025, which is not a date of 1987 to 2100/u]])('refuses %j', (left, sentence) => {
    expect(CONVERSION_YEAR(left)).toEqual(refused('#VALUE!', sentence));
  });
});

describe('DEADLINE', () => {
  /** The serials of 15 April 2026, 18 April 2023, 31 December 2025, 15 October 2026 and 16 October 2023 (a Monday). */
  it.each([
    ['contribution', 2025, 46_127], ['Contribution', 2022, 45_034], ['conversion', 2025, 46_022], ['recharacterization', 2025, 46_310], ['return of contribution', 2022, 45_215],
  ])('for a %s of %i is the day %i', (name, year, serial) => {
    expect(DEADLINE(name, year)).toBe(serial);
  });

  it.each([['contribution', 2027, '#N/A', /2027 is not covered/u], ['conversion', 1997, '#N/A', /1997 is not covered/u], ['withdrawal', 2025, '#VALUE!', /^deadline is "withdrawal", which has none here; give one of: "contribution"/u],
    [omitted, 2025, '#VALUE!', /^deadline is missing/u]])('refuses %j of %i', (name, year, error, sentence) => {
    expect(DEADLINE(name, year)).toEqual(refused(error, sentence));
  });
});

describe('LIMIT and LEDGER', () => {
  it.each([['homebuyer', 10_000], ['unfiled 8606 penalty', 50], ['late 8606 penalty', 50], ['overstatement penalty', 100]])('"%s" is %i in every covered year, and only there', (name, shows) => {
    expect([LIMIT(name, 1998), LIMIT(name, 2026)]).toEqual([shows, shows]);
    expect(LIMIT(name, 2027)).toEqual(refused('#N/A', /^Tax year 2027 is not covered/u));
  });

  it('a year of death stops its own conversion and every row after it', () => {
    const rows = [[2024, 7000, 0, 0, 0, 0], [2025, 0, 0, 90_000, 0, 7000]];
    expect(LEDGER(rows, 0, omitted, omitted, 2025)).toEqual(refused('#VALUE!', /^2025 is the year of death/u));
    expect(LEDGER(rows, 0, omitted, omitted, 2024)).toEqual(refused('#VALUE!', /^2025 comes after 2024, the year of death/u));
    expect(LEDGER(rows, 0, omitted, omitted, 2026)).toHaveLength(2);
  });
});
