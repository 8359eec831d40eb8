/**
 * Custom functions on the host, called as Excel calls them. Sources of the rules: Microsoft's "Custom functions" pages and
 * the runtime in excel-win32-16.01.debug.js (padding with null, the invocation last, which results are errors).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCustomFunctions, type CustomFunctions as LoadedFunctions } from '../../src/host/functions';
import { functionErrorsIn } from '../../src/host/customFunctions';
import type { CellValue } from '../../src/package/content';
import { aSheet, aWorkbook, closeHosts, hosted, type CellInBrief } from '../support/hostedWorkbook';

afterEach(closeHosts);

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures', name), 'utf8');

const load = (rest: { readonly blanks?: 'web'; readonly allowErrors?: true; readonly script?: string } = {}): LoadedFunctions =>
  loadCustomFunctions({
    script: rest.script ?? fixture('functions.js'),
    metadata: rest.allowErrors
      ? JSON.stringify({ allowErrorForDataTypeAny: true, ...(JSON.parse(fixture('functions.json')) as object) })
      : fixture('functions.json'),
    namespace: 'BASIS',
    ...(rest.blanks ? { blanks: rest.blanks } : {}),
  });

/** What a formula in D1 gives, beside the cells in the columns before it. */
async function shows(formula: string, cells: Readonly<Record<string, CellInBrief>> = {}, loaded = load()): Promise<CellValue> {
  const { host } = hosted(aWorkbook([aSheet('Data', { ...cells, D1: [formula, null] })]), loaded.functions);
  await host.book.backend.calculate('all');
  return host.book.backend.cell({ sheet: host.book.worksheets[0]!.id, row: 0, column: 3 }).value;
}

describe('Arguments', () => {
  const cells = { A1: 7000, A2: '$7,000.00', B1: true };

  it.each([
    ['=BASIS.ECHO(1,2)', '1|[[2]]|null|BASIS.ECHO', 'one value for a matrix is a matrix of one; an omitted one is null'],
    ['=BASIS.ECHO("a",A1:B2,3)', '"a"|[[7000,true],["$7,000.00",0]]|3|BASIS.ECHO', 'a range keeps numbers, text, truth values apart; a blank is 0'],
    ['=BASIS.ECHO(A1,A2)', '7000|[["$7,000.00"]]|null|BASIS.ECHO', 'a cell is its value'],
    ['=BASIS.ECHO(C9,C9,C9)', '0|[[0]]|0|BASIS.ECHO', 'a blank cell is 0, not omitted'],
    ['=BASIS.ECHO(,A1,)', 'null|[[7000]]|null|BASIS.ECHO', 'an argument left out between commas is null'],
    ['=BASIS.ECHO(1,{1,2;3,4})', '1|[[1,2],[3,4]]|null|BASIS.ECHO', 'an array is a matrix'],
    ['=basis.echo(1,A1+1)', '1|[[7001]]|null|BASIS.ECHO', 'letter case does not matter; expressions are calculated first'],
  ])('%s is called with %s: %s', async (formula, expected) => {
    expect(await shows(formula, cells)).toBe(expected);
  });

  it('reach the function on the web with null for a blank cell', async () => {
    expect(await shows('=BASIS.ECHO(C9,C9:C9)', {}, load({ blanks: 'web' }))).toBe('null|[[null]]|null|BASIS.ECHO');
  });

  it.each<[string, CellValue, string]>([
    ['=BASIS.HALF("14")', 7, 'text that is a number becomes one'],
    ['=BASIS.HALF(TRUE)', 0.5, 'TRUE is 1'],
    ['=BASIS.HALF(C9)', 0, 'a blank is 0'],
    ['=BASIS.HALF("$14")', { error: '#VALUE!' }, 'other text is #VALUE!, and the function is not called'],
    ['=BASIS.JOIN(5)', '<5>', 'a number becomes text'],
    ['=BASIS.JOIN(TRUE)', '<TRUE>', 'TRUE becomes text in capitals'],
    ['=BASIS.JOIN(C9)', '<>', 'a blank is no text'],
    ['=BASIS.NEGATE(1)', false, 'a number but 0 is true'],
    ['=BASIS.NEGATE("false")', true, 'the word is read'],
    ['=BASIS.NEGATE("no")', { error: '#VALUE!' }, 'other words are #VALUE!'],
  ])('are turned into the declared type: %s is %p (%s)', async (formula, expected) => {
    expect(await shows(formula)).toEqual(expected);
  });

  it('that are errors are the result, alone or in a range', async () => {
    const wrong = { A1: { error: '#DIV/0!' } as const };
    expect(await shows('=BASIS.ECHO(A1,2)', wrong)).toEqual({ error: '#DIV/0!' });
    expect(await shows('=BASIS.ECHO(1,A1:B2)', wrong)).toEqual({ error: '#DIV/0!' });
  });

  it('that are errors reach a function whose metadata allow it', async () => {
    const wrong = { A1: { error: '#DIV/0!' } as const };
    expect(await shows('=BASIS.ECHO(A1,A1:B1)', wrong, load({ allowErrors: true })))
      .toBe('{"error":"#DIV/0!"}|[[{"error":"#DIV/0!"},0]]|null|BASIS.ECHO');
  });

  it('of several cells for a parameter of one value call the function for each, and spill', async () => {
    const { host } = hosted(aWorkbook([aSheet('Data', { A1: 2, A2: 4, D1: ['=BASIS.HALF(A1:A2)', null] })]), load().functions);
    await host.book.backend.calculate('edited');
    const sheet = host.book.worksheets[0]!.id;
    host.book.backend.write(sheet, [{ row: 0, column: 3, entry: { formula: '=BASIS.HALF(A1:A2)' } }]);
    await host.book.backend.calculate('edited');
    expect(host.book.backend.read(sheet, { top: 0, left: 3, bottom: 1, right: 3 }).flat().map(({ value }) => value)).toEqual([1, 2]);
  });
});

describe('Results', () => {
  it('with rows and columns spill; nothing and NaN in them show as 0', async () => {
    const { Excel } = hosted(aWorkbook([aSheet('Data')]), load().functions);
    const values = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      sheet.getRange('B2').formulas = [['=BASIS.SPILL()']];
      const spilled = sheet.getRange('B2:C5');
      spilled.load('values');
      await context.sync();
      return spilled.values;
    });
    expect(values).toEqual([['line', 'amount'], ['18', 6763.29], ['note', 0], ['gap', 0]]);
  });

  it.each([
    ['nan', { error: '#VALUE!' }],
    ['infinite', { error: '#NUM!' }],
    ['nothing', 0],
    ['object', { error: '#VALUE!' }],
    ['formatted', 7],
  ])('%s shows as %p', async (what, expected) => {
    expect(await shows(`=BASIS.GIVE("${what}")`)).toEqual(expected);
  });

  it('that are no rectangle are #VALUE!', async () => {
    expect(await shows('=BASIS.RAGGED()')).toEqual({ error: '#VALUE!' });
  });
});

describe('Errors', () => {
  it.each([
    ['invalidValue', '#VALUE!'],
    ['notAvailable', '#N/A'],
    ['invalidNumber', '#NUM!'],
    ['divisionByZero', '#DIV/0!'],
    ['nullReference', '#NULL!'],
    ['invalidReference', '#VALUE!'],
  ])('%s shows %s, and its sentence is kept with the cell', async (code, error) => {
    const loaded = load();
    expect(await shows(`=BASIS.REFUSE("${code}")`, {}, loaded)).toEqual({ error });
    expect(loaded.errors()).toMatchObject([{ position: { row: 0, column: 3 }, code: error, text: `refused as ${code}` }]);
  });

  it('are told by cell, as long as the cell shows them', async () => {
    const loaded = load();
    const { host } = hosted(aWorkbook([aSheet("It's 2025", {
      A1: ['=BASIS.REFUSE("notAvailable")', null], A2: ['=IFERROR(BASIS.REFUSE("notAvailable"),0)', null],
    })]), loaded.functions);
    await host.recalculate();
    expect([...functionErrorsIn(host.book, loaded)]).toEqual([["'It''s 2025'!A1", { code: '#N/A', text: 'refused as notAvailable' }]]);
  });

  it('that are returned count as thrown', async () => {
    const loaded = load();
    expect(await shows('=BASIS.RETURNED()', {}, loaded)).toEqual({ error: '#N/A' });
    expect(loaded.errors()).toMatchObject([{ text: 'returned, not thrown' }]);
  });

  it('of JavaScript are #VALUE!', async () => {
    const loaded = load();
    expect(await shows('=BASIS.FAIL()', {}, loaded)).toEqual({ error: '#VALUE!' });
    expect(loaded.errors()).toMatchObject([{ code: '#VALUE!', text: 'a plain error' }]);
  });

  it('can be caught by the formula around', async () => {
    expect(await shows('=IFERROR(BASIS.REFUSE("notAvailable"),"caught")')).toBe('caught');
  });

  it('are forgotten when the cell is calculated without one', async () => {
    const loaded = load();
    const { host } = hosted(aWorkbook([aSheet('Data', { A1: 'notAvailable', D1: ['=IF(A1="",1,BASIS.REFUSE(A1))', null] })]), loaded.functions);
    await host.book.backend.calculate('all');
    const sheet = host.book.worksheets[0]!.id;
    host.book.backend.write(sheet, [{ row: 0, column: 3, entry: { formula: '=BASIS.HALF(4)' } }]);
    await host.book.backend.calculate('edited');
    expect(loaded.errors()).toEqual([]);
  });
});

describe('A script', () => {
  it('that associates nothing with a listed function is refused', () => {
    expect(() => load({ script: '' })).toThrow('functions.json lists ECHO, and the script associates nothing with it.');
  });

  it('sees no browser, no Office and no Node', () => {
    const script = `${fixture('functions.js')}
      for (const name of ['window', 'document', 'Office', 'Excel', 'process', 'require', 'fetch']) {
        if (name in globalThis) throw new Error(name + ' is there');
      }`;
    expect(() => load({ script })).not.toThrow();
  });
});
