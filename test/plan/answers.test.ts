import fc from 'fast-check';
import { combinedAnswer, detailsOf, leavesOut, letsIn, saysItCounts } from '../../src/plan/answers';
import { validatePlan, type Answer, type Plan } from '../../src/plan/plan';

describe('two answers about one cell', () => {
  it.each<[string, Answer | undefined, Answer, Answer]>([
    ['the only one stands', undefined, 'zero', 'zero'],
    ['a change of mind stands', 'exclude', 'include', 'include'],
    ['the other way round too', 'include', 'exclude', 'exclude'],
    ['what was said before stays', { year: 2024 }, { amount: '6500' }, { year: 2024, amount: '6500' }],
    ['the later word on the same stands', { year: 2024 }, { year: 2025 }, { year: 2025 }],
    ['that it counts is kept beside its year', 'include', { year: 2024 }, { counts: true, year: 2024 }],
    ['and beside what was said before', { amount: '6500' }, 'include', { amount: '6500', counts: true }],
    ['zero is an amount', 'include', 'zero', { counts: true, amount: '0' }],
    ['left out is left out, whatever its amount', { amount: '6500' }, 'exclude', 'exclude'],
    ['a kind takes the place of a role', { role: 'conversions', year: 2024 }, { kind: 'rollover' }, { year: 2024, kind: 'rollover' }],
    ['a role that of a kind', { kind: 'rollover' }, { role: 'distributions' }, { role: 'distributions' }],
    ['and how much was converted that of both', { kind: 'rollover', amount: '10' }, { converted: '5' }, { amount: '10', converted: '5' }],
    ['but what its column holds is still known', { column: 'converted' }, 'exclude', { column: 'converted', counts: false }],
  ])('%s', (_rule, earlier, later, both) => {
    expect(combinedAnswer(earlier, later)).toEqual(both);
  });

  const answer = fc.oneof<fc.Arbitrary<Answer>[]>(
    fc.constantFrom<Answer>('include', 'exclude', 'zero'),
    fc.constantFrom<Answer>({ amount: '1' }, { year: 2024 }, { owner: 'S' }, { role: 'fmv' }, { column: 'amount' }, { deducted: '0' }, { counts: true, year: 2024 },
      { kind: 'charitable' }, { converted: '0' }, { late: '0' }),
  );

  it('are an answer that a plan takes, and that says what the later one says', () => {
    fc.assert(fc.property(answer, answer, (earlier, later) => {
      const both = combinedAnswer(earlier, later);
      const [plan] = validatePlan({ person: 'T', year: 2025, sources: [{ role: 'fmv', range: 'Log!A1' }], answers: { 'Log!A1': both } }) as [Plan];
      expect(plan.answers['Log!A1']).toEqual(both);
      if (!leavesOut(later)) expect(detailsOf(both)).toMatchObject(detailsOf(later));
      expect([leavesOut(both), letsIn(both)].filter(Boolean).length).toBeLessThan(2);
    }));
  });
});

describe('an answer', () => {
  it.each<[Answer | undefined, boolean, boolean]>([
    ['include', true, false],
    [{ counts: true, amount: '1' }, true, false],
    ['zero', true, false],
    [{ role: 'returned' }, true, false],
    [{ deducted: '0' }, true, false],
    [{ converted: '0' }, true, false],
    [{ kind: 'rollover' }, false, false],
    [{ late: '0' }, false, false],
    [{ amount: '1' }, false, false],
    [{ year: 2024 }, false, false],
    ['exclude', false, true],
    [{ column: 'amount', counts: false }, false, true],
    [undefined, false, false],
  ])('%j says that the cell counts: %s, that it does not: %s', (answer, counts, not) => {
    expect([saysItCounts(answer), leavesOut(answer)]).toEqual([counts, not]);
  });
});
