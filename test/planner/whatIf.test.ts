/** The what-if and the spouses' view on the cases of the founding articles; each figure with its article. */
import { form8606 } from '../../src/forms/form8606';
import { Decimal } from '../../src/engine/decimal';
import { spouses } from '../../src/planner/spouses/spouses';
import { whatIf } from '../../src/planner/whatIf/whatIf';
import { workOut, type Typed, type Worked } from '../../src/planner/work';

/** Nadia of article 003: $200,000 pre-tax, $7,000 contributed and to be converted, 32%. */
const nadia: Typed = {
  'now:basisBefore': 0, 'now:contributed': 7000, 'now:pool': 207000, 'now:planned': 7000, 'now:part': 50000, 'now:takesRollIns': 'Yes', 'now:rate': 0.32, 'now:laterRate': 0.32,
  'now:yearly': 7000, 'now:growth': 0, 'now:curveTo': 200000,
};
const with_ = (change: Typed): Worked => workOut(whatIf, 2026, { ...nadia, ...change });
const figure = (worked: Worked, caseId: string, field: string): number | undefined => worked.amount(caseId, field)?.toNumber();

describe('The ways through the year end', () => {
  const worked = with_({});

  it.each([
    ['stands', { moved: 0, converted: 7000, taxable: 6763.29, tax: 2164.25, says: 'Taxable in part' }],
    ['move', { moved: 200000, converted: 7000, taxable: 0, tax: 0, says: 'Tax-free' }],
    ['everything', { moved: 0, converted: 207000, taxable: 200000, tax: 64000, says: 'Taxable in part' }],
    ['wait', { moved: 0, converted: 0, taxable: 0, tax: 0, says: 'Nothing converted' }],
    ['part', { moved: 0, converted: 50000, taxable: 48309.18, tax: 15458.94, says: 'Taxable in part' }],
  ])('%s (article 003, recomputed: 6,763.29 taxable, 2,164.25 at 32%, 64,000 for everything)', (way, expected) => {
    const of = `year ${way}`;
    expect({
      moved: figure(worked, of, 'Moved to a plan'), converted: figure(worked, of, 'Converted'), taxable: figure(worked, of, 'Taxable'), tax: figure(worked, of, 'Tax'),
      says: worked.words(of, 'In words'),
    }).toEqual(expected);
  });

  it('the same mistake for three years is not three times its tax: 6,763.29, 6,534.57 and 6,313.60, with 19,611.46 of basis carried', () => {
    const taxable = [2026, 2027, 2028].map((year) => figure(worked, `stands ${year}`, '18'));
    expect([...taxable, figure(worked, 'stands 2028', '14')]).toEqual([6763.29, 6534.57, 6313.6, 19611.46]);
  });

  it('a part each year fills a bracket over several years: 50,000 more beside each year\'s 7,000 (article 003)', () => {
    const spread = with_({ 'now:laterPart': 50000 });
    // By hand: 2027 converts 57,000 of 164,000 with a basis of 12,309.18; 2028 57,000 of 114,000 with 15,030.99; 2029 57,000 of 64,000 with 14,515.49.
    expect([2026, 2027, 2028, 2029].map((year) => figure(spread, `part ${year}`, '18'))).toEqual([48309.18, 52721.81, 49484.5, 44072.14]);
    expect(figure(spread, 'stands 2027', '18')).toBe(figure(worked, 'stands 2027', '18'));
  });

  it('each year of each way is the Form 8606 that the engine fills in by itself', () => {
    for (const way of ['stands', 'move', 'everything', 'wait', 'part']) {
      for (const year of [2026, 2027, 2028, 2029]) {
        const given = (name: string): Decimal => worked.amount(`${way} ${year}`, name) ?? new Decimal(0);
        const form = form8606({
          priorBasis: given('priorBasis'), contributionsInYear: given('contributionsInYear'), accountValues: given('accountValues'), conversions: given('conversions'),
        });
        for (const line of ['3', '9', '11', '14', '18']) expect([way, year, line, figure(worked, `${way} ${year}`, line)]).toEqual([way, year, line, form.line(line)?.toNumber()]);
      }
    }
  });

  // Article 000, example 2: $93,000 of pre-tax money beside $7,000. What was converted before the move stays in line 9.
  it.each([
    ['nothing was converted yet', { 'now:pool': 100000, 'now:planned': 7000 }, 93000, 0, 'Tax-free'],
    ['all of it was converted already', { 'now:pool': 93000, 'now:convertedSoFar': 7000, 'now:planned': 0 }, 93000, 0, 'Tax-free'],
    ['10,000 was distributed this year: it has used up basis, and 3,000 of it is taxable', { 'now:pool': 90000, 'now:distributedSoFar': 10000 }, 90000, 3000, 'Nothing converted'],
    ['an outstanding rollover of 10,000 comes back next year, and cannot be moved now', { 'now:pool': 90000, 'now:outstanding': 10000, 'now:planned': 0 }, 90000, 0, 'Nothing converted'],
    ['20,000 lies in a SIMPLE IRA in its first two years, and 7,000 is kept back to be converted', { 'now:pool': 100000, 'now:locked': 20000 }, 73000, 5185.19, 'Taxable in part'],
  ])('to be moved, where %s', (_, change, moved, taxable, says) => {
    const now = with_({ ...change });
    expect([figure(now, 'year move', 'Moved to a plan'), figure(now, 'year move', 'Taxable'), now.words('year move', 'In words')]).toEqual([moved, taxable, says]);
  });

  // Form 8606, lines 15c and 18: 7,000 of 100,000 is basis, so 9,300 of what was distributed and 6,510 of what is converted is taxable.
  it.each([
    ['7,000 of basis', {}, 15810, 'Taxable in part'],
    ['a dollar of basis', { 'now:contributed': 1 }, 16999.83, 'Taxable in part'],
    ['no basis, so that the distribution is on no line of the form', { 'now:contributed': 0 }, 7000, 'All taxable'],
  ])('what was distributed is no part of the conversion, and is told apart from it: with %s', (_, change, taxable, says) => {
    const now = with_({ 'now:pool': 90000, 'now:distributedSoFar': 10000, ...change });
    expect([figure(now, 'year stands', 'Converted'), figure(now, 'year stands', 'Taxable'), now.words('year stands', 'In words')]).toEqual([7000, taxable, says]);
  });

  it('moving needs a plan that takes money from IRAs, and says so where there is none', () => {
    expect(with_({ 'now:takesRollIns': 'No' }).words('year move', 'In words')).toBe('Needs a plan that takes it');
  });

  it('a rate is never guessed: without one there is no figure', () => {
    expect(() => with_({ 'now:rate': null })).toThrow('Your tax rate on it this year: nothing was entered. Enter a rate from 0% to 60%');
  });
});

describe('The curve of dilution and the table of article 000', () => {
  const worked = with_({});

  it.each([[0, 0, 0], [25000, 5468.75, 895.25], [50000, 6140.35, 602.65], [100000, 6542.06, 324.94], [200000, 6763.29, 164.71]])(
    'beside %d of pre-tax money %d of 7,000 is taxable, and the article is %d too high', (beside, right, tooHigh) => {
      expect([figure(worked, `beside ${beside}`, 'Right'), figure(worked, `beside ${beside}`, 'Too high')]).toEqual([right, tooHigh]);
    });

  it('every point of the curve is line 18 of the form', () => {
    for (let point = 0; point <= 20; point += 1) {
      const pretax = worked.amount(`point ${point}`, 'Pre-tax there')!;
      const form = form8606({ contributionsInYear: new Decimal(7000), accountValues: pretax, conversions: new Decimal(7000) });
      expect([point, figure(worked, `point ${point}`, 'Taxable there')]).toEqual([point, form.line('18')?.toNumber()]);
    }
  });
});

describe('Both spouses', () => {
  // Article 000: the spouse rule. One has $93,000 of pre-tax money, the other nothing.
  const worked = workOut(spouses, 2026, {
    'T:basisBefore': 0, 'T:contributed': 7000, 'T:pool': 7000, 'T:planned': 7000, 'T:rate': 0.32, 'S:basisBefore': 0, 'S:contributed': 7000, 'S:pool': 100000, 'S:planned': 7000, 'S:rate': 0.32,
  });

  it('the clean one converts free of tax whatever the other holds, and the other sees what has to leave', () => {
    const of = (caseId: string) => [figure(worked, caseId, 'own To Form 1040, line 4b'), figure(worked, caseId, 'own Money before tax to move'), worked.words(caseId, 'In words')];
    expect([of('of T'), of('of S')]).toEqual([[0, 0, 'Clean'], [6510, 93000, 'Not clean: see what is to leave']]);
  });

  it('no field adds the two up', () => {
    const labels = spouses.blocks(2026).flatMap(({ fields }) => fields.map((field) => ('label' in field ? field.label : '')));
    expect(labels.filter((label) => /joint|together|both/i.test(label))).toEqual([]);
  });
});
