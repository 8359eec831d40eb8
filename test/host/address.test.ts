/** Addresses and names as Excel writes them. Source: what Excel puts into formulas when a cell is clicked. */
import { cellAddress, fullAddress, parseRectangle, rangeAddress, sheetPrefix, splitSheet } from '../../src/host/address';
import { isLegalName, redirectSheet, sheetsIn } from '../../src/host/formula';

describe('Columns have letters', () => {
  it.each([[0, 'A1'], [25, 'Z1'], [26, 'AA1'], [51, 'AZ1'], [52, 'BA1'], [701, 'ZZ1'], [702, 'AAA1'], [16_383, 'XFD1']])('column %d: %s', (column, address) => {
    expect(cellAddress(0, column)).toBe(address);
    expect(parseRectangle(address)).toEqual({ top: 0, left: column, bottom: 0, right: column });
  });
});

describe('An address', () => {
  it.each([
    ['B2', 'B2'], ['$b$2', 'B2'], ['C4:A1', 'A1:C4'], ['A:C', 'A:C'], ['3:1', '1:3'], ['A1:XFD1', '1:1'], ['A1:A1048576', 'A:A'],
  ])('%s is written %s', (given, written) => {
    expect(rangeAddress(parseRectangle(given)!)).toBe(written);
  });

  it.each(['', 'A', 'A0', '1', 'XFE1', 'A1048577', 'A1:B', 'A1:B2:C3', 'Rate'])('"%s" is none', (text) => {
    expect(parseRectangle(text)).toBeNull();
  });
});

describe('A sheet in front of an address', () => {
  it.each([
    ['Sheet1', 'Sheet1!'], ['Été_2025', 'Été_2025!'], ['IRA-1', "'IRA-1'!"], ['8606 2025 T', "'8606 2025 T'!"], ["It's", "'It''s'!"],
    ['2025', "'2025'!"], ['A1', "'A1'!"], ['RC', "'RC'!"], ['R1C1', "'R1C1'!"], ['TRUE', "'TRUE'!"], ['FY2025', "'FY2025'!"], ['FYE2025x', 'FYE2025x!'],
  ])('%s is written %s', (name, prefix) => {
    expect(sheetPrefix(name)).toBe(prefix);
    expect(splitSheet(fullAddress(name, 1, 1))).toEqual({ sheet: name, rest: 'B2' });
  });
});

describe('A name', () => {
  it.each(['F8606_2025_T_L1', 'YearEnd', '_x', 'Été', 'XFE1', 'AAAA1', 'tax.rate', 'A1048577'])('may be %s', (name) => {
    expect(isLegalName(name)).toBe(true);
  });

  it.each(['F8606', 'a1', 'R', 'c', 'R1C1', 'RC', 'R9999999', 'true', '1x', 'two words', 'a-b', '', 'x'.repeat(256)])('may not be "%s"', (name) => {
    expect(isLegalName(name)).toBe(false);
  });
});

describe('References to a sheet', () => {
  it('follow its new name, and become #REF! without it', () => {
    const formula = "='IRA-1'!B4+SUM('ira-1'!A:A)+'IRA-1'!Rate+Other!B4+\"IRA-1!B4\"";
    expect(redirectSheet(formula, 'IRA-1', 'Plain')).toBe('=Plain!B4+SUM(Plain!A:A)+Plain!Rate+Other!B4+"IRA-1!B4"');
    expect(redirectSheet(formula, 'IRA-1', null)).toBe('=#REF!+SUM(#REF!)+#REF!+Other!B4+"IRA-1!B4"');
  });

  it('are told by name, other workbooks left out', () => {
    expect(sheetsIn("='IRA-1'!B4+[1]Far!A1+SUM(Jan:Mar!A1)+C4")).toEqual(['IRA-1', 'Jan', 'Mar']);
  });
});
