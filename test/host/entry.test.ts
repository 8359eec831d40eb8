/** What a value put into a cell becomes. Source: Excel's own behaviour on entry; what depends on its settings is refused. */
import { numfmt } from '@univerjs/core';
import { interpret } from '../../src/host/entry';

const entered = (input: unknown, numberFormat = 'General') => interpret(input, numberFormat, 'Sheet1!A1');

describe('A value put into a cell', () => {
  it.each<[unknown, unknown, string]>([
    [7000, { value: 7000 }, 'a number'],
    [true, { value: true }, 'a truth value'],
    ['', { value: null }, 'no text empties the cell'],
    ['Line 18', { value: 'Line 18' }, 'text'],
    ['15a', { value: '15a' }, 'a line of the form is no time'],
    ['  7000 ', { value: 7000 }, 'a number among blanks'],
    ['-12.50', { value: -12.5 }, 'a negative number'],
    ['.5', { value: 0.5 }, 'a number without a leading 0'],
    ['true', { value: true }, 'the word'],
    ['#n/a', { value: { error: '#N/A' } }, 'an error word'],
    ['=sum(a1:b2,Rate)', { formula: '=SUM(A1:B2,Rate)' }, 'a formula, as Excel shows it'],
    ['=', { value: '=' }, 'the sign alone'],
    ['-', { value: '-' }, 'a dash alone'],
    ['Jan', { value: 'Jan' }, 'a month without a number'],
  ])('%p becomes %p: %s', (input, entry) => {
    expect(entered(input)).toEqual({ entry, quotePrefix: false });
  });

  it('leaves the cell alone when it is null', () => {
    expect(entered(null)).toBeNull();
  });

  it('stays the text behind a leading apostrophe', () => {
    expect(entered("'=1+1")).toEqual({ entry: { value: '=1+1' }, quotePrefix: true });
    expect(entered("'007")).toEqual({ entry: { value: '007' }, quotePrefix: true });
    expect(entered("''quoted'")).toEqual({ entry: { value: "'quoted'" }, quotePrefix: true });
  });

  it.each(['=1+1', '007', '1/2/2026', 'TRUE', '(500)'])('stays text in a cell formatted as text: %s', (text) => {
    expect(entered(text, '@')).toEqual({ entry: { value: text }, quotePrefix: false });
  });

  it('turns into text in a cell formatted as text, though it is a number', () => {
    expect(entered(7000, '@')).toEqual({ entry: { value: '7000' }, quotePrefix: false });
  });
});

describe('Text that Excel could read in another way is refused', () => {
  it.each([
    '1/2/2026', '1-2', '2026-01-31', '3.4.2026', '12:30', '9:00 PM', '12 p', '11am', 'May 2024', '3 March', 'Jan-25', 'March 3, 2025', 'Fri, Jan 3 2025',
    '7,000', '$7,000.00', '7000$', '(500)', '-$5', '500-', '12%', '1e5', '1 1/2', '1/2', '+A1', '-A1', '@SUM(A1)', '- see note',
  ])('%s', (text) => {
    expect(() => entered(text)).toThrow(/^Sheet1!A1: ".*" could become a number, a date or a formula in Excel\./);
  });

  it.each(['Form 8606', '2025 T', '15c', 'Line 4: 12/31 value', 'Q1 2025 estimate', 'n/a', 'IRA-1', '31 December value', 'A/B'])('but not %s', (text) => {
    expect(entered(text)).toEqual({ entry: { value: text }, quotePrefix: false });
  });

  it('so is all that a library of Excel formats takes for a number or a date', () => {
    const samples = [
      '1/2/2026', '2026-01-31', '31-Jan-2026', '12:30', '12:30:15', '9:00 PM', '9 PM', 'May 2024', 'Jan 3, 2025', '3-Mar', '$7,000.00', '7,000', '12%', '1e5',
      '(500)', '1 1/2', '1/2', '-$5', '12.5%', '1,234.5', '€5',
    ];
    const read = samples.filter((text) => numfmt.parseValue(text) !== null);
    expect(read.length).toBeGreaterThan(10);
    for (const text of read) expect(() => entered(text)).toThrow('could become');
  });
});

describe('A formula that Excel would not take is refused', () => {
  it.each(['=A1+', '=SUM(1,', '="open', '={1,2', '=1 2', '=)'])('%s', (formula) => {
    expect(() => entered(formula)).toThrow(/is no formula/);
  });

  it.each([[8192, false], [8193, true]])('of %d characters: %s', (length, refused) => {
    const formula = `=1${'+1'.repeat(3000)}+${'1'.repeat(length - 6003)}`;
    if (refused) expect(() => entered(formula)).toThrow('and Excel takes 8192');
    else expect(entered(formula)).toMatchObject({ entry: { formula } });
  });
});

describe('A text in a formula', () => {
  it.each([[254, false], [255, false], [256, true]])('of %d characters is refused: %s', (length, refused) => {
    const formula = `="${'a'.repeat(length)}"`;
    if (refused) expect(() => entered(formula)).toThrow('has 256 characters, and a formula takes 255');
    else expect(entered(formula)).toMatchObject({ entry: { formula } });
  });
});

describe('Text longer than a cell holds is refused', () => {
  it.each([[32_766, false], [32_767, false], [32_768, true]])('%d characters: %s', (length, refused) => {
    const text = 'a'.repeat(length);
    if (refused) expect(() => entered(text)).toThrow('a cell holds 32767');
    else expect(entered(text)).toEqual({ entry: { value: text }, quotePrefix: false });
  });
});
