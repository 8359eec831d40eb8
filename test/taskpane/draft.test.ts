import { addressOf, emptyDraft, missingFrom, planOf, withAnswer, withoutAnswer, type Draft } from '../../src/taskpane/draft';
import { validatePlan } from '../../src/plan/plan';

/** The selections of the sample workbook wb02 (test/fixtures/workbooks), as somebody types them into the pane. */
const wb02: Draft = {
  ...emptyDraft,
  year: 2025,
  name: ' A. Patel, MD ',
  sources: [
    { id: 1, role: 'accounts', typed: '\'IRA-1\'!A4:F12', problem: null, proposed: null, details: {} },
    { id: 2, role: 'contributions', typed: 'IRA-1!$A$15:$E$15', problem: null, proposed: null, details: {} },
    { id: 3, role: 'conversions', typed: '=\'IRA-1\'!A16:E16', problem: null, proposed: null, details: {} },
    { id: 4, role: 'prior_basis', typed: 'IRA-1!D17', problem: null, proposed: null, details: {} },
  ],
  sepOrSimple: 'in a range',
};

describe('The plan of what has been filled in', () => {
  it('is the plan that the command line takes for the same ranges', () => {
    expect(planOf('T', wb02)).toEqual(validatePlan({
      person: 'T',
      name: 'A. Patel, MD',
      year: 2025,
      sources: [
        { role: 'accounts', sheet: 'IRA-1', range: 'A4:F12' },
        { role: 'contributions', sheet: 'IRA-1', range: 'A15:E15' },
        { role: 'conversions', sheet: 'IRA-1', range: 'A16:E16' },
        { role: 'prior_basis', sheet: 'IRA-1', range: 'D17' },
      ],
      sepOrSimple: 'in a range',
    })[0]);
  });

  it('names several years where earlier ones get a tab too, the earliest first', () => {
    expect(planOf('S', { ...wb02, earlierYears: [2024, 2022] })?.year).toEqual([2022, 2024, 2025]);
  });

  it('does not exist before there is a year', () => {
    expect(planOf('T', { ...wb02, year: null })).toBeNull();
  });

  it('leaves out a range that is not complete, and does not exist while none is', () => {
    const [accounts, contributions] = wb02.sources;
    const half = { ...wb02, sources: [{ ...accounts!, role: null }, contributions!] };
    expect(planOf('T', half)?.sources).toEqual([{ role: 'contributions', range: '\'IRA-1\'!A15:E15' }]);
    expect(planOf('T', { ...half, sources: [{ ...accounts!, typed: '' }] })).toBeNull();
    expect(planOf('T', { ...half, sources: [{ ...accounts!, problem: 'This workbook has no sheet "IRA-1".' }] })).toBeNull();
  });

  it('carries the answers, and not the words on their buttons', () => {
    expect(planOf('T', withAnswer(wb02, '\'IRA-1\'!D9', { answer: 'exclude', says: 'Leave it out' }))?.answers).toEqual({ '\'IRA-1\'!D9': 'exclude' });
  });
});

describe('An address as it is typed', () => {
  it('is written as Excel writes it', () => {
    expect(addressOf('ira-1!a4:f12')).toEqual({ kind: 'range', range: '\'ira-1\'!A4:F12' });
  });

  it('is nothing yet while it is empty', () => {
    expect(addressOf('  ')).toEqual({ kind: 'none' });
  });

  it.each([
    ['names no sheet: which sheet is in front is chance', 'A4:F12', /names no sheet/],
    ['has several areas', 'Log!A1:B2,D4', /several areas/],
    ['is no range', 'Log!total', /is no range/],
  ])('is refused with a sentence where it %s', (_, typed, sentence) => {
    expect(addressOf(typed)).toEqual({ kind: 'problem', text: expect.stringMatching(sentence) as string });
  });
});

describe('What stands between a draft and its tab', () => {
  it('is nothing once everything is said', () => {
    expect(missingFrom(wb02)).toEqual([]);
  });

  it('begins with everything', () => {
    expect(missingFrom(emptyDraft)).toEqual([
      'Choose the tax year.', 'Say of the range what it holds and where it is.', 'Answer whether there is a SEP or SIMPLE IRA.',
    ]);
  });

  it('names the range that lacks something', () => {
    const [first, second, ...rest] = wb02.sources;
    expect(missingFrom({ ...wb02, sources: [first!, { ...second!, role: null }, ...rest] })).toEqual(['Say of range 2 what it holds.']);
    expect(missingFrom({ ...wb02, sources: [first!, { ...second!, typed: 'A15' }, ...rest] })).toEqual(['Correct the address of range 2.']);
    expect(missingFrom({ ...wb02, sources: [] })).toEqual(['Add a range.']);
  });

  it.each([
    ['none', []],
    ['in a range', []],
    ['in no range', ['Add the 31 December value of the SEP or SIMPLE IRA to a range; zero is a value.']],
    [null, ['Answer whether there is a SEP or SIMPLE IRA.']],
  ] as const)('asks for a SEP or SIMPLE IRA until it is accounted for: %s', (sepOrSimple, missing) => {
    expect(missingFrom({ ...wb02, sepOrSimple })).toEqual(missing);
  });
});

describe('An answer', () => {
  const cell = 'Log!B5';

  it('joins another answer about the same cell', () => {
    const owned = withAnswer(wb02, cell, { answer: { owner: 'S' }, says: 'The spouse' });
    expect(withAnswer(owned, cell, { answer: { year: 2024 }, says: 'It is for 2024' }).answers[cell])
      .toEqual({ answer: { owner: 'S', year: 2024 }, says: 'The spouse; It is for 2024' });
  });

  it('that counts the cell or leaves it out keeps what was said of it before, so that no answered question comes back', () => {
    const dated = withAnswer(wb02, cell, { answer: { year: 2024 }, says: 'It is for 2024' });
    expect(withAnswer(dated, cell, { answer: 'include', says: 'Count it' }).answers[cell])
      .toEqual({ answer: { year: 2024, counts: true }, says: 'It is for 2024; Count it' });
    const owned = withAnswer(wb02, cell, { answer: { owner: 'S' }, says: 'The spouse' });
    expect(withAnswer(owned, cell, { answer: 'exclude', says: 'Leave it out' }).answers[cell])
      .toEqual({ answer: { owner: 'S', counts: false }, says: 'The spouse; Leave it out' });
  });

  it('joins one that counted the cell', () => {
    const counted = withAnswer(wb02, cell, { answer: 'include', says: 'Count it' });
    expect(withAnswer(counted, cell, { answer: { amount: '6500' }, says: 'The amount is 6500' }).answers[cell])
      .toEqual({ answer: { counts: true, amount: '6500' }, says: 'Count it; The amount is 6500' });
  });

  it('takes the place of one that it contradicts', () => {
    const counted = withAnswer(wb02, cell, { answer: 'include', says: 'Count it' });
    expect(withAnswer(counted, cell, { answer: 'exclude', says: 'Leave it out' }).answers[cell]).toEqual({ answer: 'exclude', says: 'Leave it out' });
    const typed = withAnswer(wb02, cell, { answer: { amount: '6500' }, says: 'The amount is 6500' });
    expect(withAnswer(typed, cell, { answer: { amount: '7000' }, says: 'The amount is 7000' }).answers[cell])
      .toEqual({ answer: { amount: '7000' }, says: 'The amount is 7000' });
  });

  it('brings back a cell that had been left out, and its words no longer say that it is', () => {
    const excluded = withAnswer(wb02, cell, { answer: 'exclude', says: 'Leave it out' });
    expect(withAnswer(excluded, cell, { answer: { year: 2024 }, says: 'It is for 2024' }).answers[cell]).toEqual({ answer: { year: 2024 }, says: 'It is for 2024' });
  });

  it('that changes a part of what was said is put into words that hold for the whole', () => {
    const joined = withAnswer(withAnswer(wb02, cell, { answer: { owner: 'S' }, says: 'The spouse' }), cell, { answer: { year: 2024 }, says: 'It is for 2024' });
    expect(withAnswer(joined, cell, { answer: { year: 2025 }, says: 'This year' }).answers[cell])
      .toEqual({ answer: { owner: 'S', year: 2025 }, says: 'It is the spouse\'s; It is for 2025' });
  });

  it('can be taken back', () => {
    expect(withoutAnswer(withAnswer(wb02, cell, { answer: 'zero', says: 'It is zero' }), cell).answers).toEqual({});
  });
});
