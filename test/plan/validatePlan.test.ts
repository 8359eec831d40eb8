import fc from 'fast-check';
import { Refusal } from '../../src/engine/refusal';
import { answersOf, rangeOf, roleNames, validatePlan, yearsOf, type Plan } from '../../src/plan/plan';
import { cellKey } from '../../src/cells/address';

/** The plan of DESIGN.md section 4. */
const designed = {
  person: 'T', name: 'A. Patel', year: 2025, rounding: 'dollars', ratioPlaces: 'exact',
  sources: [
    { role: 'accounts', range: "'IRA-1'!A4:F12" },
    { role: 'contributions', range: "'IRA-1'!A15:E15" },
  ],
  answers: { "'IRA-1'!A9": 'exclude' },
};

const least = { person: 'T', year: 2025, sources: [{ role: 'fmv', range: 'Log!D5' }] };

const refused = (json: unknown): Refusal => {
  try {
    validatePlan(json);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};

const only = (json: unknown): Plan => {
  const [plan, ...more] = validatePlan(json);
  expect(more).toEqual([]);
  return plan as Plan;
};

describe('a plan', () => {
  it('is taken as it was designed', () => {
    expect(validatePlan(designed)).toEqual([designed]);
  });

  it('is in whole dollars with an exact line 10 unless it says otherwise, and needs no name or answers', () => {
    expect(only(least)).toEqual({ ...least, name: '', rounding: 'dollars', ratioPlaces: 'exact', answers: {} });
  });

  it('comes back from itself unchanged, so that the workbook can keep it', () => {
    const plan = only({
      ...designed, year: [2025, 2024],
      sources: [{ role: 'activity', sheet: 'IRA-1', range: 'a4:f12', owner: 'S', ownerColumn: 'b', owners: { b: 'T', C: 'S', d: 'ignore' }, note: 'all of it' }],
      answers: { 'IRA-1!$a$9': { amount: '$6,500.00', owner: 'T', year: 2024, role: 'conversions', column: 'converted', deducted: 0 } },
    });
    expect(validatePlan(JSON.parse(JSON.stringify(plan)))).toEqual([plan]);
    expect(plan.sources[0]).toEqual({
      role: 'ledger', range: "'IRA-1'!A4:F12", owner: 'S', ownerColumn: 'B', owners: { B: 'T', C: 'S', D: 'ignore' }, note: 'all of it',
    });
    expect(plan.answers).toEqual({ "'IRA-1'!A9": { amount: '6500', owner: 'T', year: 2024, role: 'conversions', column: 'converted', deducted: '0' } });
  });

  it('gives its years in order, its ranges as rectangles and its answers by cell', () => {
    const plan = only({ ...designed, year: [2025, 2023] });
    expect(yearsOf(plan)).toEqual([2023, 2025]);
    expect(yearsOf(only(designed))).toEqual([2025]);
    expect(plan.sources.map(rangeOf)[0]).toEqual({ sheet: 'IRA-1', top: 4, left: 1, bottom: 12, right: 6 });
    expect(answersOf(plan).get(cellKey({ sheet: 'ira-1', row: 9, column: 1 }))).toBe('exclude');
  });

  it('may be one of a list, each for another person or year', () => {
    expect(validatePlan([least, { ...least, person: 'S' }, { ...least, year: 2024 }])).toHaveLength(3);
  });

  it.each(roleNames)('may give a range the role %s', (role) => {
    expect(only({ ...least, sources: [{ role, range: 'Log!A1:B2' }] }).sources[0]?.role).toBe(role);
  });
});

describe('a plan is refused', () => {
  it.each([
    ['a key that is not known', { ...least, yaer: 2025 }, 'NOT_A_CHOICE', '"yaer"'],
    ['a source key that is not known', { ...least, sources: [{ role: 'fmv', range: 'Log!D5', onwer: 'T' }] }, 'NOT_A_CHOICE', '"onwer"'],
    ['an answer key that is not known', { ...least, answers: { 'Log!D5': { amuont: '1' } } }, 'NOT_A_CHOICE', '"amuont"'],
    ['an answer that says nothing', { ...least, answers: { 'Log!D5': {} } }, 'MISSING', 'answers nothing'],
    ['an answer that is no choice', { ...least, answers: { 'Log!D5': 'maybe' } }, 'NOT_A_CHOICE', '"maybe"'],
    ['no person', { ...least, person: undefined }, 'MISSING', '"person"'],
    ['another person', { ...least, person: 'J' }, 'NOT_A_CHOICE', '"J"'],
    ['no year', { ...least, year: undefined }, 'MISSING', '"year"'],
    ['a year as text', { ...least, year: '2025' }, 'NOT_A_YEAR', '"2025"'],
    ['a year before Form 8606', { ...least, year: 1986 }, 'NOT_A_YEAR', '1986'],
    ['an empty list of years', { ...least, year: [] }, 'MISSING', 'no year'],
    ['a year twice', { ...least, year: [2025, 2025] }, 'CONTRADICTION', '2025 twice'],
    ['other rounding', { ...least, rounding: 'pennies' }, 'NOT_A_CHOICE', 'dollars, cents'],
    ['two places', { ...least, ratioPlaces: 2 }, 'NOT_A_CHOICE', 'exact, 3, 4'],
    ['eleven places', { ...least, ratioPlaces: 11 }, 'NOT_A_CHOICE', '11'],
    ['no sources', { ...least, sources: [] }, 'MISSING', 'select at least one'],
    ['sources that are no list', { ...least, sources: {} }, 'NOT_A_CHOICE', 'a list'],
    ['no such role', { ...least, sources: [{ role: 'balances', range: 'Log!D5' }] }, 'NOT_A_CHOICE', '"balances"'],
    ['a range without a sheet', { ...least, sources: [{ role: 'fmv', range: 'D5' }] }, 'NOT_A_CHOICE', 'names no sheet'],
    ['a sheet named twice', { ...least, sources: [{ role: 'fmv', sheet: 'Log', range: 'Log!D5' }] }, 'CONTRADICTION', 'twice'],
    ['owners of no column', { ...least, sources: [{ role: 'fmv', range: 'Log!D5', owners: { 4: 'T' } }] }, 'NOT_A_CHOICE', 'letters'],
    ['an answer for a range', { ...least, answers: { 'Log!D5:D6': 'zero' } }, 'NOT_A_CHOICE', 'several cells'],
    ['two answers for one cell', { ...least, answers: { 'Log!D5': 'zero', 'log!d5': 'exclude' } }, 'CONTRADICTION', 'twice'],
    ['an answer that is no amount', { ...least, answers: { 'Log!D5': { amount: '~6500' } } }, 'NOT_AN_AMOUNT', '"~6500"'],
    ['a negative part that was converted', { ...least, answers: { 'Log!D5': { converted: '-1' } } }, 'NEGATIVE', '-1'],
    ['a negative part that was late', { ...least, answers: { 'Log!D5': { late: '-1' } } }, 'NEGATIVE', '-1'],
    ['a kind that is none', { ...least, answers: { 'Log!D5': { kind: 'gift' } } }, 'NOT_A_CHOICE', '"gift"'],
    ['a negative deduction', { ...least, answers: { 'Log!D5': { deducted: '-1' } } }, 'NEGATIVE', '-1'],
    ['an empty list', [], 'MISSING', 'no plan'],
    ['the same person and year in two plans', [least, { ...least, year: [2024, 2025] }], 'CONTRADICTION', 'two plans'],
    ['no object', 'plan.json', 'NOT_A_CHOICE', '"plan.json"'],
    ['nothing', null, 'NOT_A_CHOICE', 'null'],
  ])('when it has %s', (_what, json, code, says) => {
    const refusal = refused(json);
    expect(refusal.code).toBe(code);
    expect(refusal.text).toContain(says);
  });

  it('with a sentence that lists the keys that are known', () => {
    expect(refused({ ...least, yaer: 2025 }).text)
      .toBe('"plan" has the unknown key "yaer"; the known keys are person, name, year, rounding, ratioPlaces, sources, answers, sepOrSimple.');
  });

  it('and never in any other way, whatever it is given', () => {
    const nearly = fc.record({ person: fc.anything(), year: fc.anything(), sources: fc.anything(), answers: fc.anything() }, { requiredKeys: [] });
    fc.assert(fc.property(fc.oneof(fc.anything(), nearly), (json) => {
      try {
        expect(validatePlan(json).length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }));
  });
});
