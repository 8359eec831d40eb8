import fc from 'fast-check';
import {
  cellKey, columnName, columnNumber, contains, formatCell, formatRange, LAST_COLUMN, LAST_ROW, parseCell, parseRange, sameSheet, type RangeAddress,
} from '../../src/cells/address';
import { Refusal } from '../../src/engine/refusal';

const refused = (run: () => unknown): Refusal => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};

describe('the address of a cell', () => {
  /** Source of the expected quoting: what Excel itself writes when a formula points to a sheet of that name. */
  it.each([
    ['Backdoor', 'Backdoor!A9'],
    ['IRA_1', 'IRA_1!A9'],
    ['Père.2', 'Père.2!A9'],
    ['IRA-1', "'IRA-1'!A9"],
    ['Dr. Patel', "'Dr. Patel'!A9"],
    ["O'Brien", "'O''Brien'!A9"],
    ['2025', "'2025'!A9"],
    ['.x', "'.x'!A9"],
    ['P&L', "'P&L'!A9"],
    ['A1', "'A1'!A9"],
    ['tax2025', "'tax2025'!A9"],
    ['XFD1048576', "'XFD1048576'!A9"],
    ['XFD1048577', 'XFD1048577!A9'],
    ['XFE1', 'XFE1!A9'],
    ['R1C1', "'R1C1'!A9"],
    ['RC', "'RC'!A9"],
    ['r', "'r'!A9"],
    ['C7', "'C7'!A9"],
    ['Roth', 'Roth!A9'],
    ['TRUE', "'TRUE'!A9"],
    ['a!b', "'a!b'!A9"],
  ])('on the sheet %s is written %s', (sheet, written) => {
    expect(formatCell({ sheet, row: 9, column: 1 })).toBe(written);
    expect(parseCell(written)).toEqual({ sheet, row: 9, column: 1 });
  });

  it.each([
    ['IRA-1!A9', 'IRA-1'],
    ["O'Brien!$a$9", "O'Brien"],
    ['=Log!A9', 'Log'],
    [' Dr. Patel!A9 ', 'Dr. Patel'],
  ])('is read from %s though Excel would write it otherwise', (text, sheet) => {
    expect(parseCell(text)).toEqual({ sheet, row: 9, column: 1 });
  });

  it('takes the sheet that is given where the text names none', () => {
    expect(parseCell('D17', 'IRA-1')).toEqual({ sheet: 'IRA-1', row: 17, column: 4 });
    expect(parseCell('Log!D17', 'IRA-1').sheet).toBe('Log');
  });

  it.each(['A1', 'Log!A1:B2', 'Log!A', 'Log!A0', 'Log!A1048577', 'Log!XFE1', 'Log!A1,B2', '[Book1.xlsx]Log!A1', 'A/B!A1', "''!A1", 'Log!', '!A1', '', 'Log!A1:B2:C3', 'Log!A1:3'])(
    'is refused with a sentence that shows %j',
    (text) => {
      const { code, text: sentence } = refused(() => parseCell(text));
      expect(code).toBe('NOT_A_CHOICE');
      expect(sentence).toContain(`"${text}"`);
    },
  );

  it('is the same cell whatever the capitals of its sheet', () => {
    expect(sameSheet('Log', 'LOG')).toBe(true);
    expect(cellKey({ sheet: 'Log', row: 1, column: 2 })).toBe(cellKey({ sheet: 'LOG', row: 1, column: 2 }));
    expect(cellKey({ sheet: 'Log', row: 1, column: 2 })).not.toBe(cellKey({ sheet: 'Log', row: 2, column: 1 }));
  });
});

describe('the address of a range', () => {
  it.each([
    ["'IRA-1'!A4:F12", { sheet: 'IRA-1', top: 4, left: 1, bottom: 12, right: 6 }],
    ['Log!F12:A4', { sheet: 'Log', top: 4, left: 1, bottom: 12, right: 6 }],
    ['Log!$A:$C', { sheet: 'Log', top: 1, left: 1, bottom: LAST_ROW, right: 3 }],
    ['Log!3:7', { sheet: 'Log', top: 3, left: 1, bottom: 7, right: LAST_COLUMN }],
    ['Log!D17', { sheet: 'Log', top: 17, left: 4, bottom: 17, right: 4 }],
  ])('%s is read', (text, expected) => {
    expect(parseRange(text)).toEqual(expected);
  });

  it('knows the cells in it, its edges included', () => {
    const range = parseRange('Log!B2:C3');
    expect([1, 2, 3, 4].map((row) => contains(range, { sheet: 'log', row, column: 2 }))).toEqual([false, true, true, false]);
    expect([1, 2, 3, 4].map((column) => contains(range, { sheet: 'Log', row: 2, column }))).toEqual([false, true, true, false]);
    expect(contains(range, { sheet: 'Other', row: 2, column: 2 })).toBe(false);
  });
});

describe('column letters', () => {
  it.each([[1, 'A'], [26, 'Z'], [27, 'AA'], [702, 'ZZ'], [703, 'AAA'], [LAST_COLUMN, 'XFD']])('column %d is %s', (number, letters) => {
    expect(columnName(number)).toBe(letters);
    expect(columnNumber(letters.toLowerCase())).toBe(number);
  });

  it.each(['XFE', 'AAAA', '', 'A1'])('%j is no column', (letters) => {
    expect(columnNumber(letters)).toBeNull();
  });
});

describe('laws of addresses', () => {
  const sheet = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 15 })
    .map((name) => name.replace(/[:\\/?*[\]]/gu, '-'))
    .filter((name) => name.trim() !== '' && !name.startsWith("'") && !name.endsWith("'") && name.length <= 31);
  const edges = (last: number) => fc.tuple(fc.integer({ min: 1, max: last }), fc.integer({ min: 1, max: last })).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const range: fc.Arbitrary<RangeAddress> = fc.record({ sheet, rows: edges(LAST_ROW), columns: edges(LAST_COLUMN) })
    .map(({ sheet: name, rows: [top, bottom], columns: [left, right] }) => ({ sheet: name, top, left, bottom, right }));

  it('reading what was written gives the same range', () => {
    fc.assert(fc.property(range, (any) => {
      expect(parseRange(formatRange(any))).toEqual(any);
    }));
  });

  it('whole columns and whole rows survive too', () => {
    fc.assert(fc.property(range, fc.boolean(), (any, columns) => {
      const whole = columns ? { ...any, top: 1, bottom: LAST_ROW } : { ...any, left: 1, right: LAST_COLUMN };
      expect(parseRange(formatRange(whole))).toEqual(whole);
    }));
  });

  it('any text at all is an address or a Refusal', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      try {
        expect(parseRange(text, 'Log').sheet).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }));
  });
});
