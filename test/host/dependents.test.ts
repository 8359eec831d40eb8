/** What depends on what, by the text of formulas. */
import { parseRectangle } from '../../src/host/address';
import { dependentsOf, type FormulaCell } from '../../src/host/dependents';
import type { Vocabulary } from '../../src/host/expand';

const words: Vocabulary = {
  nameFormula: (name, sheet) => ({ rate: "='In 1'!$B$2", both: '=Rate+Out!$A$1', local: sheet.toLowerCase() === 'out' ? '=Out!$C$1' : null })[name.toLowerCase()] ?? null,
  tables: [{ name: 'Activity', sheet: 'In 1', ref: 'A10:B14', columns: ['Year', 'Amount'], hasTotals: true }],
};
const sheets = ['In 1', 'Jan', 'Feb', 'Mar', 'Out'];

const place = (text: string) => {
  const [sheet = '', address = ''] = text.split('!');
  const area = parseRectangle(address)!;
  return { sheet, row: area.top, column: area.left, area };
};

/** Which of the formulas on the sheet Out depend on the changed cells. */
function affected(formulas: Readonly<Record<string, string>>, changed: string, areas: Readonly<Record<string, string>> = {}): string[] {
  const cells: FormulaCell[] = Object.entries(formulas).map(([address, formula]) => {
    const { row, column } = place(`Out!${address}`);
    const spilled = areas[address];
    return { sheet: 'Out', row, column, formula, ...(spilled === undefined ? {} : { area: parseRectangle(spilled)! }) };
  });
  const { sheet, area } = place(changed);
  const found = dependentsOf([{ sheet, area }], cells, words, sheets);
  return Object.keys(formulas).filter((address) => found.has({ ...place(`Out!${address}`), sheet: 'Out' }));
}

describe('A formula depends on a cell', () => {
  it.each([
    ["='In 1'!B2*2", 'In 1!B2', 'that it names'],
    ["=SUM('in 1'!A1:C9)", 'In 1!B2', 'in a range that it names, whatever the letter case'],
    ["=SUM('In 1'!B:B)", 'In 1!B2000', 'in a whole column'],
    ["=SUM('In 1'!2:3)", 'In 1!XFD2', 'in a whole row'],
    ['=C3+1', 'Out!C3', 'of its own sheet'],
    ['=Rate*2', 'In 1!B2', 'through a name'],
    ['=both', 'In 1!B2', 'through a name of a name'],
    ['=Local', 'Out!C1', 'through a name of its sheet'],
    ['=SUM(Activity[Amount])', 'In 1!B12', 'of a table column'],
    ['=Activity[[#Totals],[Amount]]', 'In 1!B14', 'of a table total'],
    ["=SUM('Jan:Mar'!A1)", 'Feb!A1', 'on a sheet between two'],
    ["=IF('In 1'!$B$2>0,1,2)", 'In 1!B2', 'with a fixed address'],
    ["=SUM('In 1'!B2:INDEX('In 1'!B:B,5))", 'In 1!B4', 'in a range that is partly calculated'],
    ["=INDIRECT(\"'In 1'!B9\")+'In 1'!B2", 'In 1!B2', 'beside one that is read at work'],
    ["=OFFSET('In 1'!B1,'In 1'!B2,0)", 'In 1!B2', 'by which OFFSET moves'],
  ])('%s on %s: %s', (formula, changed) => {
    expect(affected({ A9: formula }, changed)).toEqual(['A9']);
  });

  it.each([
    ["='In 1'!B2*2", 'In 1!B3', 'beside the one that it names'],
    ["='In 1'!B2*2", 'Jan!B2', 'of another sheet'],
    ["=SUM('In 1'!A1:C9)", 'In 1!C10', 'below its range'],
    ['=SUM(Activity[Amount])', 'In 1!B14', 'in the totals row of its table'],
    ["=SUM('Jan:Feb'!A1)", 'Mar!A1', 'on a sheet outside the two'],
    ['="In 1!B2"', 'In 1!B2', 'that only its text mentions'],
    ['=[1]Out!C3', 'Out!C3', 'of another workbook'],
    ["=INDIRECT(\"'In 1'!B2\")", 'In 1!B2', 'that only INDIRECT reads'],
    ["=OFFSET('In 1'!B2,0,0)", 'In 1!B2', 'from which OFFSET starts'],
    ["=ROW('In 1'!B2)+COLUMNS('In 1'!A1:C9)", 'In 1!B2', 'whose place alone is asked for'],
  ])('%s not on %s: %s', (formula, changed) => {
    expect(affected({ A9: formula }, changed)).toEqual([]);
  });
});

describe('Dependence goes on', () => {
  it('from formula to formula, and ends where nothing refers', () => {
    expect(affected({ A1: "='In 1'!B2", A2: '=A1+1', A3: '=SUM(A1:A2)', A4: '=B9' }, 'In 1!B2')).toEqual(['A1', 'A2', 'A3']);
  });

  it('through cells over which a result spills', () => {
    expect(affected({ A1: "=SEQUENCE('In 1'!B2)", B1: '=A3' }, 'In 1!B2', { A1: 'A1:A5' })).toEqual(['A1', 'B1']);
  });

  it('around a circle once', () => {
    expect(affected({ A1: '=A2', A2: '=A1+1' }, 'Out!A1')).toEqual(['A1', 'A2']);
  });

  it('does not count a changed cell as dependent on itself', () => {
    expect(affected({ A1: '=1+1', A2: '=A1' }, 'Out!A1')).toEqual(['A2']);
  });
});
