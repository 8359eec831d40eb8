/** The engine behind the host. Expected values are Excel's rules for each case, worked out by hand. */
import { openUniver } from '../../../src/host';
import { parseRectangle } from '../../../src/host/address';
import type { Backend, EngineFunction } from '../../../src/host/backend';
import type { CellValue, StoredSheet, StoredTable } from '../../../src/package/content';
import { aSheet, type CellInBrief } from '../../support/hostedWorkbook';

const open: Backend[] = [];
afterEach(() => open.splice(0).forEach((backend) => backend.dispose()));

interface Given {
  readonly sheets: readonly StoredSheet[];
  readonly names?: Readonly<Record<string, string>>;
  readonly tables?: readonly StoredTable[];
  readonly functions?: readonly EngineFunction[];
}

/** Sheets are known by their names in small letters. */
function engine({ sheets, names = {}, tables = [], functions = [] }: Given): Backend {
  const backend = openUniver({
    sheets: sheets.map((stored) => ({ id: stored.name.toLowerCase(), stored })),
    names: Object.entries(names).map(([name, formula]) => ({ name, formula })),
    tables,
    functions,
  });
  open.push(backend);
  return backend;
}

const data = (cells: Readonly<Record<string, CellInBrief>>, rest: Partial<Given> = {}): Backend =>
  engine({ sheets: [aSheet('Data', cells)], ...rest });

const at = (address: string, sheet = 'data') => {
  const { top: row, left: column } = parseRectangle(address)!;
  return { sheet, row, column };
};
const value = (backend: Backend, address: string, sheet = 'data'): CellValue => backend.cell(at(address, sheet)).value;
const write = (backend: Backend, address: string, entry: { formula: string } | { value: CellValue }, sheet = 'data') => {
  const { row, column } = at(address, sheet);
  backend.write(sheet, [{ row, column, entry }]);
};

describe('A workbook that was just opened', () => {
  it('shows the values that Excel saved, even wrong ones', () => {
    expect(value(data({ A1: 2, A2: ['=A1*2', 999] }), 'A2')).toBe(999);
  });

  it('keeps numbers, text that looks like a number, truth values and errors apart', () => {
    const backend = data({ A1: 5, A2: '5', A3: true, A4: { error: '#N/A' }, A5: '#N/A' });
    expect(['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((address) => value(backend, address)))
      .toEqual([5, '5', true, { error: '#N/A' }, '#N/A', null]);
    expect(backend.cell(at('A4')).formula).toBeUndefined();
  });

  it('shows what a dynamic array had spilled', () => {
    const backend = data({
      A1: { formula: '=SEQUENCE(2)', value: 1, array: { ref: 'A1:A2', dynamic: true } }, A2: { value: 2, partOfArray: true },
    });
    expect(backend.cell(at('A2'))).toEqual({ value: 2, spilledFrom: at('A1') });
  });
});

describe('Calculation', () => {
  it('of what was edited reaches dependents, and nothing else', async () => {
    const backend = data({ A1: 2, A2: ['=A1*2', 4], B1: ['=1+1', 999] });
    write(backend, 'A1', { value: 10 });
    await backend.calculate('edited');
    expect([value(backend, 'A2'), value(backend, 'B1')]).toEqual([20, 999]);
  });

  it('of everything replaces what was saved', async () => {
    const backend = data({ A1: 2, A2: ['=A1*2', 4], B1: ['=1+1', 999] });
    await backend.calculate('all');
    expect(value(backend, 'B1')).toBe(2);
  });

  it('of what was entered leaves dependents waiting, until a calculation of what was edited', async () => {
    const backend = data({ A1: 2, A2: ['=A1*2', 4] });
    write(backend, 'A1', { value: 10 });
    write(backend, 'B1', { formula: '=A1+1' });
    await backend.calculate('entered');
    expect([value(backend, 'A2'), value(backend, 'B1')]).toEqual([4, 11]);
    await backend.calculate('edited');
    expect(value(backend, 'A2')).toBe(20);
  });

  it('of named cells calculates those alone', async () => {
    const backend = data({ A1: 2, A2: ['=A1*2', 999], A3: ['=A2+1', 999] });
    await backend.calculate([at('A2')]);
    expect([value(backend, 'A2'), value(backend, 'A3')]).toEqual([4, 999]);
  });

  it('treats the text 5 as Excel does: a number in arithmetic, nothing in SUM', async () => {
    const backend = data({ A1: '5', B1: ['=A1+1', null], B2: ['=SUM(A1,1)', null], B3: ['=SUM(A1:A1,1)', null] });
    await backend.calculate('all');
    expect([value(backend, 'B1'), value(backend, 'B3')]).toEqual([6, 1]);
  });

  it('hands an error that stands in a cell on', async () => {
    const backend = data({ A1: { error: '#N/A' }, B1: ['=A1+1', null], B2: ['=ISNA(A1)', null] });
    await backend.calculate('all');
    expect([value(backend, 'B1'), value(backend, 'B2')]).toEqual([{ error: '#N/A' }, true]);
  });

  it('looks up in results of formulas as they now are, whether they were looked up before or not', async () => {
    const backend = data({
      A1: 10, B1: ['=A1*2', null], B2: ['=A1*3', null], B3: ['=B1+B2', null],
      C1: ['=MATCH(20,B1:B2,0)', null], C2: ['=MATCH(50,B1:B3,0)', null], C3: ['=COUNTIF(B:B,">=30")', null],
    });
    const found = () => ['C1', 'C2', 'C3'].map((address) => value(backend, address));
    await backend.calculate('all');
    expect(found()).toEqual([1, 3, 2]);
    write(backend, 'A1', { value: 4 });
    await backend.calculate('edited');
    expect(found()).toEqual([{ error: '#N/A' }, { error: '#N/A' }, 0]);
    write(backend, 'C1', { formula: '=MATCH(12,B1:B3,0)' });
    write(backend, 'C2', { formula: '=VLOOKUP(20,B1:B3,1,FALSE)' });
    await backend.calculate('edited');
    expect(found()).toEqual([2, 20, 0]);
    write(backend, 'B2', { formula: '=A1*9' });
    await backend.calculate('edited');
    expect(found()).toEqual([{ error: '#N/A' }, { error: '#N/A' }, 2]);
  });

  it('follows a cell that changes from formula to constant and back', async () => {
    const backend = data({ A1: 1, A2: ['=A1+1', 2], A3: ['=A2+1', 3] });
    write(backend, 'A2', { value: 50 });
    await backend.calculate('edited');
    expect(value(backend, 'A3')).toBe(51);
    write(backend, 'A2', { formula: '=A1+100' });
    write(backend, 'A1', { value: 3 });
    await backend.calculate('edited');
    expect([value(backend, 'A2'), value(backend, 'A3')]).toEqual([103, 104]);
  });
});

describe('The functions that a Form 8606 tab is made of', () => {
  const cells = { A1: 7000.53, A2: '$7,000.00', A4: true, A5: { error: '#N/A' } as const, A7: 'TRUE', A8: ['=""', ''] as const, B8: ['=A8&""', ''] as const };

  it.each<[string, CellValue, string]>([
    ['=ROUND(2.5,0)', 3, 'a half goes away from 0'],
    ['=ROUND(-2.5,0)', -3, 'also below 0'],
    ['=ROUND(1.005,2)', 1.01, 'as the decimal number, not its binary neighbour'],
    ['=ROUND(2.675,2)', 2.68, 'the same'],
    ['=ROUND(7000*7000/207000,0)', 237, '236.71...'],
    ['=ROUND(ROUND(0.07*100,0)*ROUND(0.5*100,0)/ROUND(1*100,0),0)/100', 0.04, 'a tie in cents, whole numbers only'],
    ['=MIN(1,5/4)', 1, 'capped'],
    ['=MAX(0,-3)', 0, 'not below 0'],
    ['=IF(ISNUMBER(A1),A1,NA())', 7000.53, 'a number'],
    ['=IF(ISNUMBER(A2),A2,IF(EXACT(A2,"$7,000.00"),7000,NA()))', 7000, 'text that is as it was'],
    ['=IF(ISNUMBER(A2),A2,IF(EXACT(A2,"$7,000.0"),7000,NA()))', { error: '#N/A' }, 'text that was changed'],
    ['=EXACT("a","A")', false, 'letter case matters'],
    ['=IF(A4,"$5","")', '$5', 'text that looks like an amount is passed on as text'],
    ['=IFERROR(A5,"1/2")', '1/2', 'text that looks like a date too'],
    ['=MATCH("$7,000.00",A1:A9,0)', 2, 'and is found as text'],
    ['=YEAR("1/15/2025")', 2025, 'where a date is wanted, text is read'],
    ['=ISNUMBER(A2)', false, 'an amount as text is text'],
    ['=ISTEXT(A7)', true, 'the word TRUE as text is text'],
    ['=ISLOGICAL(A4)', true, 'a truth value'],
    ['=ISBLANK(A9)', true, 'an empty cell'],
    ['=ISBLANK(A8)', false, 'a formula that gives no text'],
    ['=COUNTA(A8:B8)', 2, 'beside a formula that depends on it'],
    ['=COUNTA(A1:A9)', 6, 'a formula that gives no text is counted'],
    ['=COUNT(A1:A9)', 1, 'numbers only'],
    ['=SUM(A1:A4)', 7000.53, 'text and truth values in cells are passed over'],
    ['=SUM(A1:A5)', { error: '#N/A' }, 'an error runs through'],
    ['=ROWS(A4:F12)*COLUMNS(A4:F12)', 54, 'the size of a range'],
    ['=IFERROR(A5,"STOP")', 'STOP', 'an error caught'],
    ['=ISNA(A5)', true, 'an error known'],
    ['=AND(A1>0,NOT(ISERROR(A1)))', true, 'conditions'],
    ['=OR(A1<0,A9=0)', true, 'an empty cell is 0'],
    ['=A9=""', true, 'and no text'],
    ['=A9', 0, 'a link to an empty cell shows 0'],
    ['=A1&""', '7000.53', 'a number as text'],
    ['=TEXT(0.1,"0.0000000000")', '0.1000000000', 'ten places'],
    ['=TEXT(45658,"m/d/yyyy")', '1/1/2025', 'a date'],
    ['=0.1+0.2=0.3', true, 'Excel compares fifteen digits'],
    ['=ABS(-5)+INT(5.9)+MOD(7,3)', 11, '5 + 5 + 1'],
    ['=SUMPRODUCT({1,2,3},{4,5,6})', 32, '4 + 10 + 18'],
    ['=INDEX({10;20;30},MATCH(2,{1;2;3},0))', 20, 'looked up'],
    ['=VLOOKUP(2,{1,"a";2,"b"},2,FALSE)', 'b', 'looked up'],
    ['=DATE(2025,12,31)', 46022, 'a day'],
    ['=YEAR(46022)', 2025, 'its year'],
  ])('%s is %p: %s', async (formula, expected) => {
    const backend = data({ ...cells, D1: [formula, null] });
    await backend.calculate('all');
    expect(value(backend, 'D1')).toEqual(expected);
  });
});

describe('Names', () => {
  it('keep their meaning whole: a rate that is a sum is summed before it is multiplied', async () => {
    const backend = data({ A1: 3, B1: ['=Rate*2', null] }, { names: { Rate: '=Data!$A$1+1' } });
    await backend.calculate('all');
    expect(value(backend, 'B1')).toBe(8);
    expect(backend.cell(at('B1')).formula).toBe('=Rate*2');
  });

  it('are seen by formulas that were there first', async () => {
    const backend = data({ A1: 3, B1: ['=Later+1', { error: '#NAME?' }] });
    backend.setName({ name: 'Later', formula: '=Data!$A$1' });
    await backend.calculate('edited');
    expect(value(backend, 'B1')).toBe(4);
    backend.removeName('Later');
    await backend.calculate('edited');
    expect(value(backend, 'B1')).toEqual({ error: '#NAME?' });
  });

  it('of a sheet win over the same name of the workbook, on that sheet', async () => {
    const backend = openUniver({
      sheets: [
        { id: 'one', stored: aSheet('One', { A1: 1, B1: ['=X', null] }) }, { id: 'two', stored: aSheet('Two', { A1: 2, B1: ['=X', null] }) },
      ],
      names: [{ name: 'X', formula: '=One!$A$1' }, { name: 'x', formula: '=Two!$A$1', sheet: 'two' }],
      tables: [],
      functions: [],
    });
    open.push(backend);
    await backend.calculate('all');
    expect([value(backend, 'B1', 'one'), value(backend, 'B1', 'two')]).toEqual([1, 2]);
  });

  it('with relative references count from the cell that uses them', async () => {
    const backend = data({ A1: 10, A2: 20, B2: ['=Left1', null] }, { names: { Left1: '=Data!XFD1' } });
    await backend.calculate('all');
    expect(value(backend, 'B2')).toBe(20);
  });

  it('do not touch the variables of LET', async () => {
    const backend = data({ A1: 10, B1: ['=LET(x,1,x+1)', null] }, { names: { x: '=Data!$A$1' } });
    await backend.calculate('all');
    expect(value(backend, 'B1')).toBe(2);
  });
});

describe('Table references', () => {
  const tables: StoredTable[] = [{ name: 'Activity', sheet: 'Data', ref: 'A1:B4', columns: ['Year', 'Net amount'], hasTotals: true }];
  const cells = { A1: 'Year', B1: 'Net amount', A2: 2023, B2: 10, A3: 2024, B3: 32, A4: 'Total', B4: 42 };

  it.each<[string, CellValue, string]>([
    ['=SUM(Activity[Net amount])', 42, 'the column without header and totals'],
    ['=COUNTA(Activity[#All])', 8, 'all of it'],
    ['=Activity[[#Headers],[Net amount]]', 'Net amount', 'the header of a column'],
    ['=Activity[[#Totals],[Net amount]]', 42, 'the totals row'],
    ['=ROWS(activity)', 2, 'the name alone, in any letter case'],
    ['=SUM(Activity[[Year]:[Net amount]])', 4089, 'several columns: 2023 + 10 + 2024 + 32'],
  ])('%s is %p: %s', async (formula, expected) => {
    const backend = data({ ...cells, D2: [formula, null] }, { tables });
    await backend.calculate('all');
    expect(value(backend, 'D2')).toBe(expected);
  });

  it('mean the row in which they stand', async () => {
    const backend = data({ ...cells, C3: ['=Activity[@[Net amount]]*2', null], B2: ['=[@Year]*2', null] }, { tables });
    await backend.calculate('all');
    expect([value(backend, 'C3'), value(backend, 'B2')]).toEqual([64, 4046]);
  });

  it('to a column that does not exist are #REF!', async () => {
    const backend = data({ ...cells, D2: ['=SUM(Activity[Gross])', null] }, { tables });
    await backend.calculate('all');
    expect(value(backend, 'D2')).toEqual({ error: '#REF!' });
  });
});

describe('Arrays', () => {
  it('spill into free cells, and can be read there by others', async () => {
    const backend = data({ C1: ['=SUM(A1:A3)', null] });
    write(backend, 'A1', { formula: '=SEQUENCE(3)' });
    await backend.calculate('edited');
    expect([value(backend, 'A3'), value(backend, 'C1')]).toEqual([3, 6]);
  });

  it('that are blocked show #SPILL!, and spill when the way is free', async () => {
    const backend = data({ A1: ['=SEQUENCE(3)', null], A2: 'mine' });
    await backend.calculate('all');
    expect([value(backend, 'A1'), value(backend, 'A2')]).toEqual([{ error: '#SPILL!' }, 'mine']);
    write(backend, 'A2', { value: null });
    await backend.calculate('edited');
    expect(['A1', 'A2', 'A3'].map((address) => value(backend, address))).toEqual([1, 2, 3]);
  });

  it('spill no text as something that is there', async () => {
    const backend = data({ A1: ['=IF({1;0},"","x")', null], B1: ['=COUNTA(A1:A2)', null], B2: ['=ISBLANK(A1)', null] });
    await backend.calculate('all');
    expect([value(backend, 'A1'), value(backend, 'A2'), value(backend, 'B1'), value(backend, 'B2')]).toEqual(['', 'x', 2, false]);
    expect(backend.cell(at('A1')).formula).toBe('=IF({1;0},"","x")');
  });

  it('take their results back when they are replaced', async () => {
    const backend = data({});
    write(backend, 'A1', { formula: '=SEQUENCE(3)' });
    await backend.calculate('edited');
    write(backend, 'A1', { value: 7 });
    await backend.calculate('edited');
    expect(['A1', 'A2', 'A3'].map((address) => value(backend, address))).toEqual([7, null, null]);
  });

  it('that the file has for fixed cells are calculated where they fit', async () => {
    const array = { ref: 'B1:B2', dynamic: false };
    const backend = data({ A1: 1, A2: 2, B1: { formula: '=A1:A2*10', value: 10, array }, B2: { value: 20, partOfArray: true } });
    write(backend, 'A2', { value: 5 });
    await backend.calculate('edited');
    expect([value(backend, 'B1'), value(backend, 'B2')]).toEqual([10, 50]);
    expect(backend.uncalculated()).toEqual([]);
  });

  it('that the file has for other cells than the result fills keep what Excel saved, and say so', async () => {
    const array = { ref: 'B1:B2', dynamic: false };
    const backend = data({ A1: 1, B1: { formula: '=A1*10', value: 10, array }, B2: { value: 10, partOfArray: true }, C1: ['=B2+1', 11] });
    await backend.calculate('all');
    expect(['B1', 'B2', 'C1'].map((address) => value(backend, address))).toEqual([10, 10, 11]);
    expect(backend.uncalculated()).toMatchObject([{ sheet: 'data', row: 0, column: 1 }]);
  });

  it('in a formula that the file has for one cell keep what Excel saved', async () => {
    const backend = data({ A1: 1, A2: 2, B1: ['=A1:A2', 1] });
    await backend.calculate('all');
    expect([value(backend, 'B1'), value(backend, 'B2')]).toEqual([1, null]);
    expect(backend.uncalculated()).toHaveLength(1);
  });
});

describe('@, which asks for one value of many', () => {
  const down: EngineFunction = { name: 'BASIS.DOWN', minimumArguments: 0, maximumArguments: 0, call: () => [[7], [8]] };

  it('takes the first of a result', async () => {
    const backend = data({}, { functions: [down] });
    write(backend, 'A1', { formula: '=@BASIS.DOWN()+1' });
    await backend.calculate('edited');
    expect([value(backend, 'A1'), value(backend, 'A2'), backend.cell(at('A1')).formula]).toEqual([8, null, '=@BASIS.DOWN()+1']);
  });

  it('takes the cell of a column that is in the same row', async () => {
    const backend = data({ A1: 1, A2: 2, A3: 3, B2: ['=@A1:A3', null] });
    await backend.calculate('all');
    expect([value(backend, 'B2'), value(backend, 'B3')]).toEqual([2, null]);
  });

  it('is meant by a function of the add-in that the file has for one cell only', async () => {
    const backend = data({ A1: ['=BASIS.DOWN()', 1] }, { functions: [down] });
    await backend.calculate('all');
    expect([value(backend, 'A1'), value(backend, 'A2'), backend.cell(at('A1')).formula]).toEqual([7, null, '=BASIS.DOWN()']);
    expect(backend.uncalculated()).toEqual([]);
  });
});

describe('A formula that the engine cannot calculate', () => {
  it.each([
    ['=CUBEVALUE("model","x")', 'a function that it does not have'],
    ['=[Other.xlsx]Sheet1!A1', 'a cell of another workbook'],
    ["=SUM('Jan:Mar'!A1)", 'cells through several sheets'],
    ['=SUM(D1#)', 'a spilled range by its first cell'],
    ['=Data!#REF!', 'a reference that is lost'],
  ])('keeps the value that Excel saved, and others read it: %s (%s)', async (formula) => {
    const backend = data({ A1: [formula, 41], A2: ['=A1+1', null] });
    await backend.calculate('all');
    expect([value(backend, 'A1'), value(backend, 'A2')]).toEqual([41, 42]);
    expect(backend.cell(at('A1')).formula).toBe(formula);
    expect(backend.uncalculated()).toMatchObject([{ row: 0, column: 0, reason: expect.any(String) }]);
  });

  it('keeps an error that Excel saved', async () => {
    const backend = data({ A1: ['=CUBEVALUE("model","x")', { error: '#N/A' }], A2: ['=ISNA(A1)', null] });
    await backend.calculate('all');
    expect([value(backend, 'A1'), value(backend, 'A2')]).toEqual([{ error: '#N/A' }, true]);
  });

  const throwing: EngineFunction = {
    name: 'BASIS.BREAKS',
    minimumArguments: 0,
    maximumArguments: 0,
    call: () => {
      throw new Error('out of order');
    },
  };

  it('because it throws loses nothing else: its saved value stands, the rest is calculated', async () => {
    const backend = data({ A1: ['=BASIS.BREAKS()', 5], A2: ['=A1+1', null], B1: ['=1+1', null] }, { functions: [throwing] });
    await backend.calculate('all');
    expect(['A1', 'A2', 'B1'].map((address) => value(backend, address))).toEqual([5, 6, 2]);
    expect(backend.uncalculated()).toMatchObject([{ row: 0, column: 0, reason: 'out of order' }]);
  });

  it('and that has no saved value shows #VALUE!', async () => {
    const backend = data({}, { functions: [throwing] });
    write(backend, 'A1', { formula: '=BASIS.BREAKS()' });
    await backend.calculate('edited');
    expect(value(backend, 'A1')).toEqual({ error: '#VALUE!' });
    expect(backend.uncalculated()).toHaveLength(1);
  });

  it('is calculated again once it was replaced by one that can be', async () => {
    const backend = data({ A1: ['=CUBEVALUE("model","x")', 41], A2: ['=A1+1', 42] });
    write(backend, 'A1', { formula: '=1+1' });
    await backend.calculate('edited');
    expect([value(backend, 'A2'), backend.uncalculated()]).toEqual([3, []]);
  });
});

describe('Sheets', () => {
  const two = () => engine({
    sheets: [aSheet('Data', { A1: ["='My 2nd'!A1+1", 6], A2: ['=There', 5] }), aSheet('My 2nd', { A1: 5 })],
    names: { There: "='My 2nd'!$A$1" },
  });

  it('that are deleted leave #REF! in formulas and names', async () => {
    const backend = two();
    backend.removeSheet('my 2nd');
    await backend.calculate('edited');
    expect([value(backend, 'A1'), value(backend, 'A2')]).toEqual([{ error: '#REF!' }, { error: '#REF!' }]);
    expect([backend.cell(at('A1')).formula, backend.names()[0]!.formula]).toEqual(['=#REF!+1', '=#REF!']);
  });

  it('that are renamed take their references with them', async () => {
    const backend = two();
    backend.renameSheet('my 2nd', 'Plain');
    write(backend, 'A1', { value: 8 }, 'my 2nd');
    await backend.calculate('edited');
    expect([value(backend, 'A1'), value(backend, 'A2')]).toEqual([9, 8]);
    expect([backend.cell(at('A1')).formula, backend.names()[0]!.formula]).toEqual(['=Plain!A1+1', '=Plain!$A$1']);
  });

  it('that are added can be referred to and calculate', async () => {
    const backend = two();
    backend.addSheet({ id: 'new', name: '8606 2025 T' });
    write(backend, 'B2', { formula: "='My 2nd'!A1*2" }, 'new');
    write(backend, 'B1', { formula: "='8606 2025 T'!B2+1" });
    await backend.calculate('edited');
    expect([value(backend, 'B2', 'new'), value(backend, 'B1')]).toEqual([10, 11]);
  });
});

describe('Display', () => {
  it.each([
    [7000.5, '#,##0.00', '7,000.50'],
    [-500, '$#,##0;($#,##0)', '($500)'],
    [0.125, '0.0%', '12.5%'],
    [45658, 'm/d/yyyy', '1/1/2025'],
    ['as typed', '@', 'as typed'],
    [true, 'General', 'TRUE'],
    [{ error: '#DIV/0!' } as const, '0.00', '#DIV/0!'],
    [null, '0.00', ''],
  ])('shows %p under %s as %s', (shown, numberFormat, text) => {
    expect(data({}).display(shown, numberFormat)).toBe(text);
  });
});
