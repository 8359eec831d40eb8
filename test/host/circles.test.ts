/** Circular references, by the text of formulas. Which of them Excel warns of is its own rule: values read, not places. */
import { parseRectangle } from '../../src/host/address';
import { circleInWords, circlesFrom } from '../../src/host/circles';
import type { FormulaCell } from '../../src/host/dependents';
import type { Vocabulary } from '../../src/host/expand';

const words: Vocabulary = { nameFormula: (name) => (name.toLowerCase() === 'rate' ? '=S!$B$1' : null), tables: [] };

/** The circles on the sheet S, as the addresses of their cells. */
function circles(formulas: Readonly<Record<string, string>>, areas: Readonly<Record<string, string>> = {}, from = Object.keys(formulas)): string[][] {
  const cells = Object.entries(formulas).map(([address, formula]): FormulaCell & { readonly address: string } => {
    const { top: row, left: column } = parseRectangle(address)!;
    return { address, sheet: 'S', row, column, formula, ...(areas[address] ? { area: parseRectangle(areas[address])! } : {}) };
  });
  return circlesFrom(cells.filter(({ address }) => from.includes(address)), cells, words, ['S'])
    .map((circle) => circle.map((cell) => cells.find(({ row, column }) => row === cell.row && column === cell.column)!.address));
}

describe('A circle', () => {
  it.each([
    ['a formula that reads itself', { A1: '=A1+1' }, [['A1']]],
    ['two that read each other', { A1: '=B1', B1: '=s!A1' }, [['A1', 'B1']]],
    ['a total over its own cell', { A5: '=SUM(A:A)' }, [['A5']]],
    ['one through a range, in the order in which the cells read one another', { A1: '=C1', B1: '=A1', C1: '=SUM(B1:B9)' }, [['A1', 'C1', 'B1']]],
    ['one through a name', { B1: '=Rate*2' }, [['B1']]],
    ['two of them', { A1: '=A1', B2: '=C2', C2: '=B2' }, [['A1'], ['B2', 'C2']]],
  ])('is %s', (_what, formulas, found) => {
    expect(circles(formulas)).toEqual(found);
  });

  it('goes through cells over which a result spills', () => {
    expect(circles({ A1: '=SEQUENCE(B1)', B1: '=A3' }, { A1: 'A1:A3' })).toEqual([['A1', 'B1']]);
  });

  it('is found from a formula that leads into it, and from no other', () => {
    const formulas = { A1: '=B1', B1: '=C1', C1: '=B1', D1: '=1+1', E1: '=D1' };
    expect(circles(formulas, {}, ['A1'])).toEqual([['B1', 'C1']]);
    expect(circles(formulas, {}, ['E1'])).toEqual([]);
  });

  it.each([
    ['a chain of ten thousand', Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`A${at + 1}`, `=A${at + 2}`]))],
    ['a total of what stands above, as far as OFFSET says from its own place', { A5: '=SUM(A1:OFFSET(A5,-1,0))' }],
    ['a running number from its own row', { A1: '=ROW(A1)', A2: '=ROWS(A1:A2)+COLUMN(A2)' }],
    ['two formulas that read the same cell twice', { A1: '=B1+B1', B1: '=C1', D1: '=B1+A1' }],
  ])('is not %s', (_what, formulas) => {
    expect(circles(formulas)).toEqual([]);
  });
});

it('A circle is told by its cells, the first again at its end, and a long one by its first eight', () => {
  expect(circleInWords(['S!A1', 'S!B1'])).toBe('a formula reads its own result (S!A1 reads S!B1 reads S!A1), which is a circular reference');
  const long = Array.from({ length: 10 }, (_, at) => `A${at + 1}`);
  expect(circleInWords(long)).toContain('A1 reads A2 reads A3 reads A4 reads A5 reads A6 reads A7 reads A8 reads 2 more)');
});
