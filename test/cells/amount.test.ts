import fc from 'fast-check';
import { parseAmount } from '../../src/cells/amount';
import { Decimal } from '../../src/engine/decimal';

/** What a reading came to, short enough for a table: the amount in dollars, or the kind of refusal. */
const shown = (value: unknown): string => {
  const reading = parseAmount(value);
  return reading.kind === 'amount' ? reading.amount.toString() : reading.kind;
};

const notesOf = (value: unknown): readonly string[] => {
  const reading = parseAmount(value);
  return reading.kind === 'amount' ? reading.notes : [];
};

const suggestionFor = (value: unknown): string | null => {
  const reading = parseAmount(value);
  return reading.kind === 'ask' ? (reading.suggestion?.toString() ?? null) : null;
};

/** The 54 ways of writing an amount that the project collected from forums, exports and accountants' articles. */
const collected: readonly (readonly [string, string, string])[] = [
  ['7000', '7000', 'text digits'],
  ['$7,000.00', '7000', ''],
  [' 7,000 ', '7000', 'spaces'],
  ['7\u00a0000', '7000', 'no-break space'],
  ['\'7000', '7000', 'typed apostrophe'],
  ['USD 7,000', '7000', ''],
  ['7,000 USD', '7000', ''],
  ['(500)', '-500', 'brackets'],
  ['($1,234.56)', '-1234.56', ''],
  ['$(1,234.56)', '-1234.56', ''],
  ['-$500', '-500', ''],
  ['$-500', '-500', ''],
  ['\u2212500', '-500', 'Unicode minus'],
  ['500-', '-500', 'trailing minus (accounting exports)'],
  ['<100>', '-100', 'angle brackets (Ringstrom)'],
  ['7k', '7000', 'report k'],
  ['6.5K', '6500', 'report k'],
  ['$15.3k', '15300', 'report k'],
  ['1.2M', '1200000', 'report M'],
  ['1.2mm', '1200000', 'report'],
  ['-', '0', 'dash'],
  ['\u2013', '0', 'en dash'],
  ['\u2014', '0', 'em dash'],
  ['-0-', '0', ''],
  ['nil', '0', ''],
  ['none', '0', ''],
  ['None this year', '0', ''],
  ['n/a', '0', 'zero, and report'],
  ['N/A', '0', 'zero, and report'],
  ['0.00', '0', ''],
  ['', 'blank', 'blank, not zero: matters for a missing 12/31 value'],
  ['   ', 'blank', 'blank'],
  ['7,000*', '7000', 'footnote mark, report'],
  ['7,000 \u2713', '7000', 'tick mark, report'],
  ['7000.005', '7000.01', 'cents, half up'],
  ['\uff17\uff10\uff10\uff10', '7000', 'full-width digits'],
  ['~6500', 'ask', 'approximate'],
  ['approx 6,500', 'ask', ''],
  ['6,000 + 500', 'ask', 'offer 6,500'],
  ['6,000/6,500', 'ask', 'two values'],
  ['TBD', 'ask', ''],
  ['?', 'ask', ''],
  ['see note', 'ask', ''],
  ['1.234,56', 'ask', 'European'],
  ['7,00', 'ask', 'bad grouping'],
  ['1,00,000', 'ask', 'Indian grouping'],
  ['7\'000', 'ask', ''],
  ['7,000 CR', 'ask', 'sign unclear'],
  ['5%', 'reject', 'a percentage'],
  ['#N/A', 'reject', 'Excel error'],
  ['Vanguard', 'reject', 'not a number'],
  ['2025', '2025', 'a year in a year column; 2,025 dollars elsewhere'],
  ['45672', '45672', 'may be a date serial'],
  ['TRUE', 'reject', 'logical'],
];

describe('an amount that was typed as text', () => {
  it('is tested in all 54 of the collected ways', () => {
    expect(collected).toHaveLength(54);
  });

  it.each(collected)('%j is %s (%s)', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['$7,000.00', 'TEXT_NUMBER_PARSED'],
    ['0.00', 'TEXT_NUMBER_PARSED'],
    ['-0-', 'TEXT_ZERO_PARSED'],
    ['none', 'TEXT_ZERO_PARSED'],
    ['n/a', 'TEXT_ZERO_PARSED'],
    ['-', 'DASH_AS_ZERO'],
    ['$ - ', 'DASH_AS_ZERO'],
    ['\u2014', 'DASH_AS_ZERO'],
    ['7k', 'THOUSANDS_SUFFIX'],
    ['1.2mm', 'MILLIONS_SUFFIX'],
    ['7,000 \u2713', 'FOOTNOTE_MARK'],
    ['7,000\u00b2', 'FOOTNOTE_MARK'],
    ['7000.005', 'ROUNDED_TO_CENT'],
  ])('%j is reported as %s', (text, note) => {
    expect(notesOf(text)).toContain(note);
    expect(parseAmount(text)).toMatchObject({ kind: 'amount', text });
  });

  it.each([
    ['~6500', '6500'],
    ['approx 6,500', '6500'],
    ['6,500?', '6500'],
    ['6,500+', '6500'],
    ['<100', '100'],
    ['6,000 + 500', '6500'],
    ['=6000+500', '6500'],
    ['1.234,56', '1234.56'],
    ['(1.234,56)', '-1234.56'],
    ['1.234.567', '1234567'],
    ['1,00,000', '100000'],
    ["7'000", '7000'],
    ['7 000', '7000'],
    ['1.25E+05', '125000'],
  ])('%j is asked, and %s is offered', (text, offered) => {
    expect(shown(text)).toBe('ask');
    expect(suggestionFor(text)).toBe(offered);
  });

  it.each([
    ['6,000/6,500', 'two values'],
    ['6,000 or 6,500', 'two values'],
    ['6000-6500', 'a range'],
    ['6,000\u20136,500', 'a range with an en dash'],
    ['7,00', 'seven, or seven hundred'],
    ['7.000', 'seven, or seven thousand in European writing'],
    ['7,0000', 'no grouping'],
    ['7,000 CR', 'a credit'],
    ['7,000 DR', 'a debit'],
    ['(-500)', 'two signs'],
    ['-(500)', 'two signs'],
    ['\u20ac7,000', 'euros'],
    ['CAD 7,000', 'Canadian dollars'],
    ['$7,000 for 2024', 'words around it'],
    ['7000 late', 'words behind it'],
    ['pending', 'not yet known'],
    ['see 5498', 'not yet known'],
    ['1e999999', 'no amount of money'],
  ])('%j is asked and nothing is offered: %s', (text) => {
    expect(shown(text)).toBe('ask');
    expect(suggestionFor(text)).toBeNull();
  });

  it.each(['1/15/2025', '2025-01-15', 'Jan 4', 'xx1234', 'SEP-IRA', '#REF!', '#SPILL!', 'false', '(5%)', '12.5 %'])('%j is no amount', (text) => {
    expect(shown(text)).toBe('reject');
  });

  it('is no amount when it is a page of notes, however many digits that holds', () => {
    expect(shown('7'.repeat(201))).toBe('reject');
    expect(shown(`${'0'.repeat(200)}`)).toBe('0');
  });

  it('may end in a point, begin with one, or carry a plus', () => {
    expect(['7,000.', '.5', '+500', '$ 1,234.5'].map(shown)).toEqual(['7000', '0.5', '500', '1234.5']);
  });
});

describe('an amount that is a number', () => {
  it.each([
    [7000.530000000001, '7000.53', 'binary residue beyond fifteen digits is no money'],
    [0.1 + 0.2, '0.3', 'nor is it here'],
    [-0, '0', 'a negative zero is zero'],
    [1e-12, '0', 'what is left of a subtraction is nothing'],
    [9999999999999.99, '9999999999999.99', 'fifteen digits still hold the cents'],
  ])('%d is %s: %s', (value, expected) => {
    expect(shown(value)).toBe(expected);
  });

  it.each([
    [1234.564, '1234.56'],
    [1234.565, '1234.57'],
    [1234.566, '1234.57'],
    [-1234.565, '-1234.57'],
  ])('%d is rounded half up to %s, and said to be', (value, expected) => {
    expect(shown(value)).toBe(expected);
    expect(notesOf(value)).toEqual(['ROUNDED_TO_CENT']);
  });

  it('needs no note when it is whole cents, and shows no text', () => {
    expect(parseAmount(7000.53)).toEqual({ kind: 'amount', amount: new Decimal('7000.53'), text: null, notes: [] });
  });

  it.each([Infinity, -Infinity, NaN, 1e13, -1e13, 1e300])('%d is refused', (value) => {
    expect(shown(value)).toBe('reject');
  });
});

describe('a cell that holds something else', () => {
  it.each([
    [null, 'blank'],
    [undefined, 'blank'],
    ['\u200b \u00a0', 'blank'],
    [true, 'reject'],
    [false, 'reject'],
    [{ error: '#N/A' }, 'reject'],
    [{ code: '#VALUE!', message: 'x' }, 'reject'],
    [{ type: 'Double', basicValue: 7000, numberFormat: '$0' }, '7000'],
    [{ type: 'String', basicValue: '(500)' }, '-500'],
    [{ type: 'Empty', basicValue: '' }, 'blank'],
    [{ type: 'Error', basicValue: '#DIV/0!' }, 'reject'],
    [{ type: 'Odd', basicValue: { basicValue: 1 } }, 'reject'],
    [{}, 'reject'],
    [Symbol('7'), 'reject'],
    [7000n, 'reject'],
  ])('%p is %s', (value, expected) => {
    expect(shown(value)).toBe(expected);
  });

  it('is named in the sentence', () => {
    expect(parseAmount({ error: '#N/A' })).toEqual({ kind: 'reject', why: '#N/A is an error, not an amount.' });
    expect(parseAmount('~6500')).toMatchObject({ why: '"~6500" is only approximate.' });
  });
});

describe('laws of reading amounts', () => {
  const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map((n) => new Decimal(n).dividedBy(100));

  it('an amount in the usual American spellings is the same amount', () => {
    fc.assert(fc.property(cents, (amount) => {
      const digits = amount.abs().toFixed(2);
      const grouped = digits.replace(/\B(?=(\d{3})+\.)/gu, ',');
      const spellings = amount.isNegative()
        ? [`-${digits}`, `(${grouped})`, `-$${grouped}`, `$(${grouped})`, `${grouped}-`, `\u2212${digits}`, `<${grouped}>`]
        : [digits, grouped, `$${grouped}`, `USD ${grouped}`, `${grouped} USD`, ` ${grouped}\u00a0`, `'${digits}`];
      for (const text of spellings) expect([text, shown(text)]).toEqual([text, amount.isZero() ? '0' : amount.toString()]);
    }));
  });

  it('a number of whole cents and its text read alike', () => {
    fc.assert(fc.property(cents, (amount) => {
      expect(shown(amount.toNumber())).toBe(shown(amount.toFixed(2)));
    }));
  });

  it('anything at all gets one of the four answers', () => {
    fc.assert(fc.property(fc.anything(), (value) => {
      expect(['amount', 'blank', 'ask', 'reject']).toContain(parseAmount(value).kind);
    }));
  });

  it('any mixture of the characters that amounts are written in gets one of the four answers', () => {
    const soup = fc.array(fc.constantFrom(...'0123456789.,-+()<>$% kM/*~?eE\u00a0\u2013✓'), { maxLength: 14 }).map((all) => all.join(''));
    fc.assert(fc.property(soup, (text) => {
      const reading = parseAmount(text);
      if (reading.kind === 'amount') expect(reading.amount.decimalPlaces()).toBeLessThanOrEqual(2);
      else expect(['blank', 'ask', 'reject']).toContain(reading.kind);
    }), { numRuns: 2_000 });
  });
});
