import { ExcelError, IRA_POOL, omitted } from './excel';

const refused = (error: string, sentence: RegExp): unknown => ({ error, sentence: expect.stringMatching(sentence) as string });

/** Which accounts are in line 6: Instructions for Form 8606 (2023), line 6, and what Roth, inherited and employer plans are not. */
const types = [['Traditional IRA'], ['Rollover IRA'], ['SEP-IRA'], ['SIMPLE IRA'], ['Roth IRA'], ['401(k)'], ['403(b)'], ['Inherited IRA'], ['HSA'], ['Brokerage']];
const values = [[1], [20], [300], [4_000], [50_000], [600_000], [7e6], [8e7], [9e8], [1e9]];
const owners = [['T'], ['S'], ['t'], ['S'], ['T'], ['S'], ['T'], ['S'], ['T'], ['S']];

describe('IRA_POOL', () => {
  it('sums traditional, rollover, SEP and SIMPLE IRAs and nothing else', () => {
    expect(IRA_POOL(types, values)).toBe(4_321);
  });

  it.each([['T', 301], [' t ', 301], ['S', 4_020]])('counts the accounts of %s alone', (owner, shows) => {
    expect(IRA_POOL(types, values, owners, owner)).toBe(shows);
  });

  it('refuses to add two persons up, naming the cell', () => {
    expect(IRA_POOL(types, values, owners)).toEqual(refused('#VALUE!', /^owners, row 2, column 1, is "S", but row 1, column 1 is "T"; each person has a Form 8606/u));
  });

  it('adds up one person\'s accounts without being told whose they are', () => {
    expect(IRA_POOL([['IRA'], ['SEP'], ['Roth IRA']], [[1], [2], [3]], [['T'], ['T'], ['S']])).toBe(3);
  });

  it('reads across as well as down, and under headings', () => {
    expect(IRA_POOL([['IRA', 'SEP', 'Roth IRA']], [[1, 2, 3]])).toBe(3);
    expect(IRA_POOL([['Account type'], ['IRA'], ['Roth IRA']], [['12/31 value'], ['$5,000.00'], ['n/a']])).toBe(5_000);
  });

  it.each([[[0], [0]], [[''], ['']], [[null], [null]]])('passes over blank rows, however Excel sends them: %j, %j', (blankType, blankValue) => {
    expect(IRA_POOL([['IRA'], blankType, ['SEP']], [[1], blankValue, [2]])).toBe(3);
  });

  it.each([
    { why: 'a type it cannot place', args: [[['IRA'], ['Fidelity']], [[1], [2]]], sentence: /^types, row 2, column 1, is "Fidelity": / },
    { why: 'a total below the list', args: [[['IRA'], ['Total']], [[1], [1]]], sentence: /^types, row 2, column 1, is "Total": / },
    { why: 'a value without a type', args: [[['IRA'], ['']], [[1], [2]]], sentence: /^types, row 2, column 1, is blank: / },
    { why: 'an IRA without its value', args: [[['IRA'], ['SEP']], [[1], ['']]], sentence: /^values, row 2, column 1, is blank; give the value on 31 December/u },
    { why: 'a negative value', args: [[['IRA'], ['SEP']], [[1], [-2]]], sentence: /^values, row 2, column 1, is -2; it must be 0 or more/u },
    { why: 'a value in words', args: [[['IRA'], ['SEP']], [[1], ['lots']]], sentence: /^values, row 2, column 1, cannot be counted/u },
    { why: 'ranges of two shapes', args: [[['IRA'], ['SEP']], [[1]]], sentence: /^values has 1 by 1 cells, but types has 2 by 1/u },
    { why: 'owners of another shape', args: [[['IRA'], ['SEP']], [[1], [2]], [['T']], 'T'], sentence: /^owners has 1 by 1 cells/u },
    { why: 'an owner who is not there', args: [types, values, owners, 'X'], sentence: /^owner is "X", whom owners does not name; it names: T, S\./u },
    { why: 'an owner without owners', args: [types, values, omitted, 'T'], sentence: /^owner is given, but owners is missing/u },
    { why: 'an IRA without its owner', args: [[['IRA'], ['SEP']], [[1], [2]], [['T'], ['']], 'T'], sentence: /^owners, row 2, column 1, is blank/u },
    { why: 'no types', args: [omitted, values], sentence: /^types is missing/u },
    { why: 'no values', args: [types, omitted], sentence: /^values is missing/u },
  ])('refuses $why', ({ args, sentence }) => {
    expect(IRA_POOL(...args)).toEqual(refused('#VALUE!', sentence));
  });

  it('hands on an error in a cell that it needs', () => {
    expect(IRA_POOL([['IRA']], [[new ExcelError('#N/A')]])).toEqual(refused('#N/A', /^values, row 1, column 1, holds the error #N\/A/u));
    expect(IRA_POOL([[new ExcelError('#N/A')]], [[1]])).toEqual(refused('#N/A', /^types, row 1, column 1, holds the error/u));
  });
});
