import type { TabReport } from '../../src/office/report';
import { rolesRead } from '../../src/reading/readers';
import { amountAsked, answerInWords } from '../../src/taskpane/answerWords';
import { conversionInWords, doneInWords } from '../../src/taskpane/formulasWork';
import { headline } from '../../src/taskpane/headline';
import { barInWords, barsOf } from '../../src/taskpane/picture';
import { preview } from '../../src/taskpane/preview';
import { offeredRoles } from '../../src/taskpane/roleWords';
import { roleNames } from '../../src/plan/plan';
import { whatToDo } from '../../src/taskpane/whatToDo';
import { cellsReport } from './support/fakeAddIn';

const blank: TabReport['lines'] = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15a', '15b', '15c', '16', '17', '18'].map((id) => [id, null]),
);
const of = (lines: TabReport['lines'], person: 'T' | 'S' = 'T'): Pick<TabReport, 'person' | 'year' | 'lines' | 'explanations'> =>
  ({ person, year: 2025, lines: { ...blank, ...lines }, explanations: {} });

/** Expected lines of wb02 in whole dollars with an exact ratio, and in cents (test/fixtures/workbooks). */
const wb02 = { 1: 7000, 2: 0, 3: 7000, 4: 0, 5: 7000, 6: 134263, 7: 0, 8: 7000, 9: 141263, 10: 0.0495529615, 11: 347, 12: 0, 13: 347, 14: 6653, '15a': 0, '15b': 0, '15c': 0, 16: 7000, 17: 347, 18: 6653 };
const wb02Cents = { ...wb02, 6: 134263.23, 9: 141263.23, 10: 0.0495528808, 11: 346.87, 13: 346.87, 14: 6653.13, 17: 346.87, 18: 6653.13 };

describe('The result in one sentence', () => {
  it.each([
    ['what of the conversion is taxable and what basis goes on', of(wb02), 'dollars', '$6,653 of your $7,000 conversion is taxable; $6,653 of basis carries to 2026.'],
    ['the same in cents', of(wb02Cents), 'cents', '$6,653.13 of your $7,000.00 conversion is taxable; $6,653.13 of basis carries to 2026.'],
    ['whose conversion it is', of(wb02, 'S'), 'dollars', '$6,653 of the spouse\'s $7,000 conversion is taxable; $6,653 of basis carries to 2026.'],
    ['a clean backdoor Roth', of({ ...wb02, 14: 0, 18: 0 }), 'dollars', 'None of your $7,000 conversion is taxable; no basis carries to 2026.'],
    ['a conversion without basis, for which Part I is blank', of({ 16: 80000, 17: 0, 18: 80000 }), 'dollars', 'All of your $80,000 conversion is taxable; Part I is not required for 2025.'],
    ['line 18 below zero', of({ 16: 5000, 17: 5500, 18: -500 }), 'dollars', 'None of your $5,000 conversion is taxable; Part I is not required for 2025.'],
    ['a year of contributions only', of({ 1: 7000, 2: 500, 3: 7500, 14: 7500 }), 'dollars', 'Nothing was converted or distributed in 2025; $7,500 of basis carries to 2026.'],
    ['distributions beside the conversion', of({ ...wb02, 7: 1000, '15c': 950 }), 'dollars', '$6,653 of your $7,000 conversion is taxable; $950 of your $1,000 of distributions is taxable; $6,653 of basis carries to 2026.'],
    ['distributions without a conversion', of({ ...wb02, 7: 1000, '15c': 1000, 8: 0, 16: null, 17: null, 18: null }), 'dollars', 'All of your $1,000 of distributions is taxable; nothing was converted in 2025; $6,653 of basis carries to 2026.'],
    ['disaster distributions, whose tax another form spreads', of({ ...wb02, 7: 1000, '15b': 950, '15c': 0 }), 'dollars', '$6,653 of your $7,000 conversion is taxable; $0 of your $1,000 of distributions is taxable on line 15c, and $950 goes to Form 8915-F; $6,653 of basis carries to 2026.'],
    ['Roth distributions beside the conversion', of({ ...wb02, 19: 62000, '25c': 499 }), 'dollars', '$6,653 of your $7,000 conversion is taxable; $499 of your $62,000 of Roth distributions is taxable; $6,653 of basis carries to 2026.'],
    ['Roth distributions that basis covers', of({ 19: 5000, 22: 20000, '25c': null }), 'dollars', 'None of your $5,000 of Roth distributions is taxable; Part I is not required for 2025; nothing was converted in 2025.'],
    ['nothing known of distributions where Part I is not required', of({}), 'dollars', 'Part I is not required for 2025; nothing was converted in 2025.'],
  ] as const)('tells %s', (_, tab, unit, sentence) => {
    expect(headline(tab, unit)).toBe(sentence);
  });
});

describe('The lines before the tab is built', () => {
  const shown = (lines: TabReport['lines'], unit: 'dollars' | 'cents' = 'dollars', places: 'exact' | 3 = 'exact'): Record<string, string> =>
    Object.fromEntries(preview(of(lines), unit, places).flatMap((part) => part.lines.map(({ id, amount }) => [id, amount])));

  it('stand in the order of the form, in two parts', () => {
    expect(preview(of(wb02), 'dollars', 'exact').map(({ lines }) => lines.map(({ id }) => id))).toEqual([
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15a', '15b', '15c'],
      ['16', '17', '18'],
    ]);
  });

  it('are written in the unit of the form, line 10 to ten places where it is exact', () => {
    expect(shown(wb02)).toMatchObject({ 6: '134,263', 10: '0.0495529615', 18: '6,653' });
    expect(shown(wb02Cents, 'cents')).toMatchObject({ 6: '134,263.23', 18: '6,653.13', 7: '0.00' });
    expect(shown({ ...wb02, 10: 0.05 }, 'dollars', 3)).toMatchObject({ 10: '0.050' });
  });

  it('stay blank where the form leaves them blank, and show zero where they are zero', () => {
    expect(shown({ 1: 7000, 2: 0, 3: 7000, 14: 7000 })).toMatchObject({ 2: '0', 4: '', 13: '', 14: '7,000', 18: '' });
  });

  it('have Part III where the report has it, and only there', () => {
    expect(preview(of({ ...wb02, 19: 5000, 20: 0, 21: 5000, 22: 9000, 23: 0, 24: null, '25a': null, '25b': null, '25c': null }), 'dollars', 'exact')[2]?.lines.map(({ id }) => id))
      .toEqual(['19', '20', '21', '22', '23', '24', '25a', '25b', '25c']);
    expect(preview(of(wb02), 'dollars', 'exact')).toHaveLength(2);
  });

  it('each say what the form says', () => {
    for (const { says } of preview(of(wb02), 'dollars', 'exact').flatMap(({ lines }) => lines)) expect(says.length).toBeGreaterThan(10);
  });
});

describe('The result as a picture', () => {
  it('is a bar for what was converted and one for what the IRAs hold at year end, with the amounts in words', () => {
    expect(barsOf(of(wb02), 'dollars').map(barInWords)).toEqual([
      'Converted: $7,000; $347 tax-free, $6,653 taxable',
      'In the IRAs on 31 December 2025: $134,263; $6,653 taxed already, $127,610 never taxed',
    ]);
    expect(barsOf(of(wb02Cents), 'cents').map(barInWords)[1]).toBe('In the IRAs on 31 December 2025: $134,263.23; $6,653.13 taxed already, $127,610.10 never taxed');
  });

  it('draws each part in its proportion, and nothing beyond the bar', () => {
    for (const lines of [wb02, wb02Cents, { 16: 5000, 17: 5500, 18: -500 }, { ...wb02, 5: 200000, 13: 0 }]) {
      for (const { free, taxable } of barsOf(of(lines), 'cents')) {
        expect(free.share + taxable.share).toBeCloseTo(1, 12);
        expect(Math.min(free.share, taxable.share)).toBeGreaterThanOrEqual(0);
      }
    }
    expect(barsOf(of(wb02), 'dollars')[0]?.taxable.share).toBeCloseTo(6653 / 7000, 12);
  });

  it('has no bar for what is blank or zero', () => {
    expect(barsOf(of({}), 'dollars')).toEqual([]);
    expect(barsOf(of({ ...wb02, 6: 0, 16: null, 18: null }), 'dollars')).toEqual([]);
  });

  it('shows distributions, disasters among what is taxable, and those from Roth IRAs', () => {
    expect(barsOf(of({ ...wb02, 7: 1000, '15a': 950, '15b': 300, '15c': 650, 19: 62000, '25a': 499, '25b': 0, '25c': 499 }), 'dollars').map(barInWords)).toEqual(expect.arrayContaining([
      'Distributed: $1,000; $50 not taxable, $950 taxable',
      'Taken from Roth IRAs: $62,000; $61,501 not taxable, $499 taxable',
    ]));
  });
});

describe('What can be done about it', () => {
  // Line 18 is nothing when lines 6 to 8 together are no more than line 5: BASIS.PRETAX_TO_MOVE(134263, 7000, 7000) is 134,263.
  it('is to move the money that was never taxed before the year ends, told by its amount', () => {
    expect(whatToDo(of(wb02), 'dollars')).toBe('For a conversion free of tax, $134,263 of money that was never taxed must leave the traditional, SEP and SIMPLE IRAs by 31 December 2025, '
      + 'to an employer plan that takes it. Once that day has passed, 2025 stays as it is, and what is still there on 31 December 2026 makes the conversions of 2026 taxable in the same way.');
  });

  it('leaves the basis where it is', () => {
    expect(whatToDo(of({ ...wb02, 5: 20000 }), 'dollars')).toContain('$121,263 of money that was never taxed');
  });

  it('does not promise what no move can reach', () => {
    expect(whatToDo(of({ ...wb02, 8: 9000 }), 'dollars')).toContain('a part of what was converted or distributed stays taxable even so');
  });

  it.each([
    ['nothing is taxable', of({ ...wb02, 6: 0, 14: 0, 18: 0 })], ['nothing was converted', of({ ...wb02, 8: 0, 16: null, 18: null })], ['there is no basis', of({ ...wb02, 5: 0, 18: 7000 })],
    ['Part I is not required', of({ 16: 80000, 17: 0, 18: 80000 })],
  ])('is not said when %s', (_, tab) => {
    expect(whatToDo(tab, 'dollars')).toBeNull();
  });
});

describe('Roles', () => {
  it('are offered when there is a reader for them, and only then', () => {
    expect([...offeredRoles(null)].sort()).toEqual([...rolesRead].sort());
  });

  it.each(roleNames)('show %s where a workbook\'s plan holds it', (role) => {
    expect(offeredRoles(role)).toContain(role);
  });
});

describe('Answers in words', () => {
  it.each([
    ['include', 'Count it'],
    ['exclude', 'Leave it out'],
    ['zero', 'It is zero'],
    [{ amount: '6500' }, 'The amount is 6500'],
    [{ owner: 'S', year: 2024 }, 'It is the spouse\'s; It is for 2024'],
    [{ role: 'conversions' }, 'Conversions to Roth'],
    [{ column: 'fmv_year_end' }, 'The column holds fmv year end'],
    [{ deducted: '0' }, '0 was deducted'],
    [{ kind: 'charitable' }, 'It is a charitable distribution (QCD)'],
    [{ converted: '5000' }, '5000 was converted'],
    [{ late: '7000' }, '7000 was made after year end'],
    [{ counts: true, year: 2024 }, 'Count it; It is for 2024'],
    [{ counts: false, owner: 'S' }, 'Leave it out; It is the spouse\'s'],
  ] as const)('%j: %s', (answer, words) => {
    expect(answerInWords(answer)).toBe(words);
  });

  it('let another amount be typed only where an amount or zero is among the answers', () => {
    expect(amountAsked([{ answer: 'zero' }, { answer: { amount: '7000' } }])).toBe('amount');
    expect(amountAsked([{ answer: { deducted: '0' } }])).toBe('deducted');
    expect(amountAsked([{ answer: { converted: '7000' } }, { answer: { kind: 'rollover' } }])).toBe('converted');
    expect(amountAsked([{ answer: { late: '0' } }])).toBe('late');
    expect(amountAsked([{ answer: 'zero' }, { answer: 'exclude' }])).toBe('amount');
    expect(amountAsked([{ answer: 'include' }, { answer: { year: 2024 } }])).toBeNull();
    expect(amountAsked([])).toBeNull();
  });
});

describe('What was done to formulas', () => {
  const repairing = { kind: 'repairing' } as const;
  const inSelection = { scope: 'selection', range: '\'IRA-1\'!A1:B9' } as const;
  const skipped = [{ sheet: 'Locked', cells: 4, text: 'The sheet "Locked" is protected.' }];
  const left = [{ cell: 'Log!A1', text: 'Log!A1 is formatted as text.' }, { cell: 'Log!A2', text: 'Log!A2 is formatted as text.' }];

  it.each([
    ['one formula', repairing, cellsReport({ sheets: [{ sheet: 'IRA-1', cells: 1 }] }), '1 formula was entered anew on the sheet "IRA-1".'],
    ['many on several sheets', repairing, cellsReport({ sheets: [{ sheet: 'IRA-1', cells: 1200 }, { sheet: 'Log', cells: 2 }] }),
      '1,202 formulas were entered anew: 1,200 on "IRA-1", 2 on "Log".'],
    ['nothing to repair', repairing, cellsReport(), 'No formula needs repair.'],
    ['nothing done, though there was something to do', repairing, cellsReport({ skipped }), 'No formula was entered anew. 1 sheet was left as it is.'],
    ['what was left', repairing, cellsReport({ sheets: [{ sheet: 'Log', cells: 3 }], skipped: [...skipped, ...skipped], left }),
      '3 formulas were entered anew on the sheet "Log". 2 sheets were left as they are. 2 cells need a look.'],
    ['a formula that became a value', { kind: 'converting', of: inSelection }, cellsReport({ sheets: [{ sheet: 'IRA-1', cells: 1 }] }), '1 formula became a value on the sheet "IRA-1".'],
    ['formulas that became values', { kind: 'converting', of: { scope: 'workbook' } }, cellsReport({ sheets: [{ sheet: 'IRA-1', cells: 2 }], left: left.slice(1) }),
      '2 formulas became values on the sheet "IRA-1". 1 cell needs a look.'],
    ['no formula of ours in the selection', { kind: 'converting', of: inSelection }, cellsReport(), 'No formula in \'IRA-1\'!A1:B9 uses a BASIS function.'],
    ['none in the workbook', { kind: 'converting', of: { scope: 'workbook' } }, cellsReport(), 'No formula in the whole workbook uses a BASIS function.'],
    ['formulas that all stayed', { kind: 'converting', of: inSelection }, cellsReport({ left }), 'No formula became a value. 2 cells need a look.'],
  ] as const)('tells %s', (_, task, report, sentence) => {
    expect(doneInWords(task, report)).toBe(sentence);
  });

  it('is asked about beforehand by the cells that it concerns, with what cannot be taken back', () => {
    expect(conversionInWords(inSelection, false)).toBe('Formulas that use BASIS functions in \'IRA-1\'!A1:B9 will be replaced by what they show, and follow no later change. '
      + 'Excel cannot always undo this: keep a copy if the formulas will be needed.');
    expect(conversionInWords({ scope: 'workbook' }, false)).toMatch(/ in the whole workbook will be replaced/);
    expect(conversionInWords(inSelection, true)).toMatch(/^The selection has moved since you were asked; nothing was changed\. Formulas /);
  });
});
