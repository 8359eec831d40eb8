import type { Answer } from '../../src/plan/plan';
import { readLog, sumsOf, warningsOf, type Selection, type Sheet } from './sheet';

const table: Sheet = [['Year', 'Nondeductible', 'Converted', 'FMV', 'Memo'], [2025, 7000, 7000, 0, 'Vanguard']];
const accounts: Sheet = [['Type', 'FMV'], ['Traditional IRA', 100]];
const unused = (log: Sheet, role: Selection['role'], cell: string, answer: Answer): readonly string[] =>
  warningsOf(readLog(log, [{ role, range: `A1:${String.fromCodePoint(64 + (log[0]?.length ?? 1))}${log.length}` }], { answers: { [cell]: answer } }))
    .filter((warning) => warning.startsWith('ANSWER_UNUSED'));

describe('an answer that nothing asked for', () => {
  it.each<[string, Sheet, Selection['role'], string, Answer]>([
    ['a role in a row of a table', table, 'year_table', 'B2', { role: 'distributions' }],
    ['an owner in a row of a table', table, 'year_table', 'B2', { owner: 'S' }],
    ['an amount for words', table, 'year_table', 'E2', { amount: '5' }],
    ['what a column holds, at a cell of the column', table, 'year_table', 'C2', { column: 'converted' }],
    ['an owner for an account in a list without owners', accounts, 'accounts', 'A2', { owner: 'S' }],
    ['a unit beside an amount', accounts, 'accounts', 'B2', { scale: 1000 }],
    ['zero in a header', table, 'year_table', 'E2', 'zero'],
  ])('(%s) is told', (_what, log, role, cell, answer) => {
    expect(unused(log, role, cell, answer)).toEqual([`ANSWER_UNUSED ${cell}`]);
  });

  it.each<[string, Sheet, Selection['role'], string, Answer]>([
    ['an amount', table, 'year_table', 'B2', { amount: '5' }],
    ['what a column holds, at its header', table, 'year_table', 'E1', { column: 'distribution_other' }],
    ['the year of a row', table, 'year_table', 'A2', { year: 2025 }],
    ['that a row is left out', accounts, 'accounts', 'A2', 'exclude'],
    ['a role in a list', accounts, 'accounts', 'B2', { role: 'outstanding_rollovers' }],
  ])('is not what is said of %s', (_what, log, role, cell, answer) => {
    expect(unused(log, role, cell, answer)).toEqual([]);
  });

  it('leaves the other part of the same answer as it is', () => {
    const reading = readLog(table, [{ role: 'year_table', range: 'A1:E2' }], { answers: { B2: { amount: '6500', owner: 'S' } } });
    expect(sumsOf(reading)).toMatchObject({ contributionsInYear: '6500.00' });
    expect(reading.warnings.map(({ text }) => text)).toEqual([
      'The answer about Log!B2 (owner) settles nothing: nothing about that cell asks for it. Take it back, or answer at the cell that is asked about.',
    ]);
  });
});

describe('answers at two cells of one row', () => {
  it('add up: who, and for which year', () => {
    const log: Sheet = [['Owner', 'Contribution', 'Date'], ['Raj', 7000, { date: '2025-02-01' }], ['Raj', 1, { date: '2024-06-01' }]];
    const reading = readLog(log, [{ role: 'contributions', range: 'A1:C3' }], { year: [2024, 2025], answers: { A2: { owner: 'T' }, B2: { year: 2024, deducted: '0' } } });
    expect(reading.asked.filter(({ code }) => code !== 'DEDUCTED_UNKNOWN')).toEqual([]);
    expect(sumsOf(reading, 2024)).toEqual({ contributionsAfterYearEnd: '7000.00', contributionsInYear: '1.00' });
  });
});
