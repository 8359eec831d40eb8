/** The projection on a published table that no stream of payments gives, and the right figures beside it. */
import { projection } from '../../src/planner/projection/projection';
import { workOut } from '../../src/planner/work';

describe('An article prints 130,000; 320,000; 610,000; 1,010,000 for $7,000 and $30,000 a year at 7%', () => {
  const worked = workOut(projection, 2026, {});
  const dollars = (field: string): readonly (string | undefined)[] => [5, 10, 15, 20].map((after) => worked.amount(`article after ${after}`, field)?.toFixed(0));

  it.each([
    ['Printed', ['130000', '320000', '610000', '1010000']],
    // 37,000 x ((1.07^n) - 1) / 0.07, and once more times 1.07; 30,000 in place of 37,000.
    ['Both, end of year, right', ['212777', '511209', '929774', '1516833']],
    ['Both, beginning, right', ['227672', '546993', '994858', '1623012']],
    ['Mega alone, end, right', ['172522', '414493', '753871', '1229865']],
  ])('%s', (field, expected) => {
    expect(dollars(field)).toEqual(expected);
  });

  it('is what the planner itself comes to with its starting inputs', () => {
    expect(worked.amount('after 20', 'Balance there')?.toFixed(0)).toBe('1516833');
  });
});
