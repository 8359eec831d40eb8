import { Refusal } from '../../src/engine/refusal';
import { roleNames, validatePlan, type Plan } from '../../src/plan/plan';
import type { Reading } from '../../src/reading/facts';
import { read } from '../../src/reading/read';
import type { SourceCells } from '../../src/reading/sourceCells';
import { codesOf, fateOf, fatesOf, readLog, sumsOf, warningsOf, type Sheet } from './sheet';

describe('the roles', () => {
  it.each(roleNames)('%s has a reader, which leaves no cell of a blank, a word and an amount without its fate', (role) => {
    const log: Sheet = [['words', null], [null, 7000]];
    expect(fatesOf(readLog(log, [{ role, range: 'A1:B2' }])).size).toBe(4);
  });
});

describe('whose an amount is', () => {
  const log: Sheet = [['Owner', 'Type', 'FMV'], ['T', 'IRA', 1], ['S', 'IRA', 2], ['Taxpayer', 'SEP', 4], ['Spouse', 'SEP', 8], ['Joint', 'IRA', 16], [null, 'IRA', 32]];
  const accounts = (rows: Sheet, plan = {}, source = {}): Reading => readLog(rows, [{ role: 'accounts', range: `A1:C${rows.length}`, ...source }], plan);

  it('is read from the owner column; nobody\'s rows and the other person\'s never count', () => {
    expect(sumsOf(accounts(log))).toEqual({ accountValues: '5.00' });
    expect(sumsOf(accounts(log, { person: 'S' }))).toEqual({ accountValues: '10.00' });
    expect([fateOf(accounts(log), 'C3'), fateOf(accounts(log), 'C6')]).toEqual(['excluded', 'ignored']);
  });

  it('is asked of a row that names nobody among rows that do: it would count on the forms of both', () => {
    expect(codesOf(accounts(log))).toEqual(['OWNER_UNKNOWN A7']);
    expect(sumsOf(accounts(log, { answers: { A7: { owner: 'T' } } }))).toEqual({ accountValues: '37.00' });
    expect(sumsOf(accounts(log, { answers: { A7: { owner: 'T' } }, person: 'S' }))).toEqual({ accountValues: '10.00' });
  });

  it('is asked once for each name that is not known, and the answer holds for all its rows', () => {
    const names: Sheet = [['Owner', 'Type', 'FMV'], ['Raj', 'IRA', 1], ['Anita', 'IRA', 2], ['Raj', 'SEP', 4]];
    expect(codesOf(accounts(names))).toEqual(['OWNER_UNKNOWN A2', 'OWNER_UNKNOWN A3']);
    expect(sumsOf(accounts(names))).toEqual({});
    expect(sumsOf(accounts(names, { answers: { A2: { owner: 'T' }, A3: { owner: 'S' } } }))).toEqual({ accountValues: '5.00' });
    expect(sumsOf(accounts(names, { answers: { A2: { owner: 'T' }, A3: { owner: 'S' } }, person: 'S' }))).toEqual({ accountValues: '2.00' });
  });

  it('is asked for H and W, either of whom may be the taxpayer', () => {
    expect(codesOf(accounts([['H/W', 'Type', 'FMV'], ['H', 'IRA', 1], ['W', 'IRA', 2]]))).toEqual(['OWNER_UNKNOWN A2', 'OWNER_UNKNOWN A3']);
  });

  it('is known by the client\'s name', () => {
    expect(sumsOf(accounts([['Owner', 'Type', 'FMV'], ['A. Patel', 'IRA', 1]], { name: 'A Patel' }))).toEqual({ accountValues: '1.00' });
  });

  it('is not asked where a column called "Name" names accounts', () => {
    expect(sumsOf(accounts([['Name', 'Type', 'FMV'], ['Vanguard', 'IRA', 1], ['Fidelity', 'IRA', 2]]))).toEqual({ accountValues: '3.00' });
  });

  it('is what the plan says of the whole range where the sheet says nothing known', () => {
    const names: Sheet = [['Owner', 'Type', 'FMV'], ['Raj', 'IRA', 1]];
    expect(sumsOf(accounts(names, {}, { owner: 'T' }))).toEqual({ accountValues: '1.00' });
    expect(fateOf(accounts(names, {}, { owner: 'S' }), 'C2')).toBe('excluded');
  });

  it('is read from the column that the plan names', () => {
    const rows: Sheet = [['Who has it', 'Type', 'FMV'], ['S', 'IRA', 1], ['T', 'IRA', 2]];
    expect(sumsOf(accounts(rows, {}, { ownerColumn: 'A' }))).toEqual({ accountValues: '2.00' });
  });

  it('is read from the columns that the plan gives to each person', () => {
    const rows: Sheet = [['Item', 'Taxpayer', 'Spouse', 'Total'], ['Roth conversion', 7000, 6000, 13000]];
    const selection = [{ role: 'conversions', range: 'A1:D2', owners: { B: 'T', C: 'S', D: 'ignore' } }] as const;
    expect(sumsOf(readLog(rows, selection))).toEqual({ conversions: '7000.00' });
    expect(sumsOf(readLog(rows, selection, { person: 'S' }))).toEqual({ conversions: '6000.00' });
    expect([fateOf(readLog(rows, selection), 'C2'), fateOf(readLog(rows, selection), 'D2')]).toEqual(['excluded', 'ignored']);
  });

  it('parts the rows of a table of years', () => {
    const rows: Sheet = [['Year', 'T/S', 'Nondeductible', 'Converted', 'FMV'], [2025, 'T', 7000, 7000, 0], [2025, 'S', 8000, 8000, 0]];
    const selection = [{ role: 'year_table', range: 'A1:E3' }] as const;
    expect(sumsOf(readLog(rows, selection))).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
    expect(sumsOf(readLog(rows, selection, { person: 'S' }))).toEqual({ contributionsInYear: '8000.00', conversions: '8000.00' });
  });
});

describe('selections that overlap', () => {
  it('count a cell once when they mean the same by it', () => {
    const reading = readLog([['IRA', 100], ['SEP', 200]], [{ role: 'accounts', range: 'A1:B2' }, { role: 'accounts', range: 'A2:B2' }]);
    expect(sumsOf(reading)).toEqual({ accountValues: '300.00' });
    expect(warningsOf(reading)).toEqual(['SELECTED_TWICE B2']);
  });

  it('are asked about a cell when they mean different things by it', () => {
    const log: Sheet = [['7,000 in and out', 7000]];
    const selections = [{ role: 'contributions', range: 'B1' }, { role: 'conversions', range: 'B1' }] as const;
    expect(codesOf(readLog(log, selections))).toEqual(['SELECTED_FOR_TWO_THINGS B1']);
    expect(sumsOf(readLog(log, selections))).toEqual({});
    expect(sumsOf(readLog(log, selections, { answers: { B1: { role: 'conversions' } } }))).toEqual({ conversions: '7000.00' });
  });

  it('may share their words and read different columns of one table', () => {
    const log: Sheet = [['Date', 'Nondeductible', 'Converted'], [{ date: '2025-05-02' }, 7000, null], [{ date: '2025-05-09' }, null, 7000]];
    const reading = readLog(log, [{ role: 'contributions', range: 'A1:C3' }, { role: 'conversions', range: 'A1:C3' }]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00', conversions: '7000.00' });
  });
});

describe('a reading', () => {
  it('says how each selection stood, for the tab to compare with later', () => {
    const reading = readLog([['IRA', 100], [null, null], ['SEP', { f: '=""', v: '' }]], [{ role: 'accounts', range: 'A1:C4' }]);
    expect(reading.sources).toEqual([{ role: 'accounts', range: 'Log!A1:C4', rows: 4, columns: 3, filled: 4, details: {} }]);
  });

  it('lists the blank cells of a selection too, and of a whole column only down to the last filled row', () => {
    const log: Sheet = [['IRA', 100], [null, null], ['SEP', 50]];
    expect(fatesOf(readLog(log, [{ role: 'accounts', range: 'A1:C5' }])).size).toBe(15);
    expect(fatesOf(readLog(log, [{ role: 'accounts', range: 'A:B' }])).size).toBe(6);
    expect(sumsOf(readLog(log, [{ role: 'accounts', range: 'A:B' }]))).toEqual({ accountValues: '150.00' });
  });

  it('counts hidden rows and says so', () => {
    const reading = readLog([['IRA', 100], ['SEP', 50]], [{ role: 'accounts', range: 'A1:B2' }], {}, [2]);
    expect(sumsOf(reading)).toEqual({ accountValues: '150.00' });
    expect(warningsOf(reading)).toEqual(['HIDDEN_ROWS B2']);
  });

  it('warns of an answer about a cell that is not selected', () => {
    expect(warningsOf(readLog([['IRA', 100]], [{ role: 'accounts', range: 'A1:B1' }], { answers: { C9: 'zero' } }))).toEqual(['ANSWER_OUTSIDE C9']);
  });

  it('refuses an answer that names a column nobody knows', () => {
    expect(() => readLog([['Type', 'Cost'], ['IRA', 100]], [{ role: 'accounts', range: 'A1:B2' }], { answers: { B1: { column: 'vlaue' } } })).toThrow(Refusal);
  });

  it('keeps the year of the plan when all that is read is asked, so that the questions can be answered on its tab', () => {
    expect(readLog([['Acme', 100]], [{ role: 'accounts', range: 'A1:B1' }]).years).toEqual([{ year: 2025, used: [] }]);
    expect(readLog([['Roth IRA', 100]], [{ role: 'accounts', range: 'A1:B1' }]).years).toEqual([]);
  });

  it('gives dates their right year in a workbook that counts from 1904', () => {
    // 44,210 is 15 January 2025 in the 1904 system.
    const source = { range: { sheet: 'Log', top: 1, left: 1, bottom: 1, right: 2 }, cells: [
      { row: 1, column: 1, value: 44210, formula: null, numberFormat: 'm/d/yyyy', text: '1/15/2025' },
      { row: 1, column: 2, value: 7000, formula: null, numberFormat: 'General', text: '7000' },
    ] };
    expect(sumsOf(readCells(source))).toEqual({ conversions: '7000.00' });
  });
});

function readCells(source: SourceCells): Reading {
  const [plan] = validatePlan({ person: 'T', year: 2025, sources: [{ role: 'conversions', range: 'Log!A1:B1' }] }) as [Plan];
  return read(plan, { sources: [source], date1904: true });
}
