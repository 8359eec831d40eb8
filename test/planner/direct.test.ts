/** Whether a Roth contribution may go in directly, and what is to be done: published limits and examples. */
import { direct } from '../../src/planner/direct/direct';
import { workOut, type Typed, type Worked } from '../../src/planner/work';

const at = (typed: Typed, year = 2026): Worked => workOut(direct, year, { 'person:status': 'single', 'person:age': 40, 'person:final': 'Yes', 'income:income': 100000, ...typed });
const figures = (worked: Worked, ...ids: readonly string[]): readonly (number | undefined)[] => ids.map((id) => worked.amount('verdict', id)?.toNumber());
const verdict = (worked: Worked): string => worked.words('verdict', 'May contribute');
const toDo = (worked: Worked): string => ['What to do', 'What to do, line 2', 'What to do, line 3'].map((id) => worked.words('verdict', id)).join(' ').trim();

describe('A single person in 2026 (Notice 2025-67: 153,000 to 168,000)', () => {
  it.each([
    [153000, 7500, 'Yes, up to the whole limit.'],
    [153000.01, 7500, 'In part:'],
    [160500, 3750, 'In part:'],
    [167999.99, 200, 'In part:'],
    [168000, 0, 'No: income has reached the end'],
  ])('with modified AGI of %s', (income, most, says) => {
    const worked = at({ 'income:income': income });
    expect(figures(worked, 'Most direct', 'Back door')).toEqual([most, 7500 - most]);
    expect(verdict(worked)).toContain(says);
  });
});

it('a joint return phases out from 242,000 to 252,000, one of a surviving spouse too, a separate one from 0 to 10,000', () => {
  const most = (status: string, income: number): number | undefined => figures(at({ 'person:status': status, 'income:income': income }), 'Most direct')[0];
  expect([most('mfj', 242000), most('mfj', 252000), most('qss', 247000), most('mfs', 10000), most('mfs-apart', 100000), most('hoh', 168000)]).toEqual([7500, 0, 3750, 0, 7500, 0]);
});

it('AGI with a conversion in it: 260,000 with 30,000 of conversion income is 230,000 (26 U.S.C. 408A(c)(3)(B)(i))', () => {
  const worked = at({ 'person:status': 'mfj', 'income:income': 260000, 'income:incomeIs': 'AGI', 'income:conversionIncome': 30000 });
  expect(worked.amount('magi', 'magi')?.toNumber()).toBe(230000);
  expect(verdict(worked)).toContain('Yes, up to the whole limit.');
});

it('without compensation nothing may be contributed, and a spouse\'s counts on a joint return', () => {
  expect(verdict(at({ 'person:compensation': 0 }))).toBe('No: without compensation nothing may go to any IRA for 2026.');
  expect(figures(at({ 'person:status': 'mfj', 'person:compensation': 0, 'person:spouseCompensation': 100000, 'person:spouseContributions': 7500 }), 'Most direct')).toEqual([7500]);
});

describe('Too much in a Roth IRA', () => {
  it('7,000 for 2025 at 170,000, single: all of it, to be recharacterized by 15 October 2026', () => {
    const worked = at({ 'income:income': 170000, 'contributed:rothContributions': 7000 }, 2025);
    expect(figures(worked, 'Excess so far', 'To be recharacterized', 'To be returned')).toEqual([7000, 7000, 0]);
    expect(toDo(worked)).toContain('Recharacterize what can be by 15 October 2026');
    expect(worked.words('verdict', 'Excess costs')).toContain('6%');
  });

  it('a traditional IRA takes only what its limit leaves; the rest is to be returned', () => {
    const worked = at({ 'income:income': 170000, 'contributed:rothContributions': 5000, 'contributed:traditionalContributions': 5000 }, 2025);
    expect(figures(worked, 'Excess so far', 'To be recharacterized', 'To be returned')).toEqual([5000, 2000, 3000]);
  });

  // 26 U.S.C. § 408A(c)(2): both kinds share one limit, 7,500 for 2026, which recharacterizing does not raise.
  it.each([
    ['8,500 in a Roth IRA, income no matter', { 'contributed:rothContributions': 8500 }, [1000, 0, 1000]],
    ['compensation of 5,000 and 7,000 in a Roth IRA', { 'person:compensation': 5000, 'contributed:rothContributions': 7000 }, [2000, 0, 2000]],
    ['3,000 and 6,000 at half of the phase-out: of 2,250 too much, 1,500 are beyond the limit', { 'income:income': 160500, 'contributed:traditionalContributions': 3000, 'contributed:rothContributions': 6000 }, [2250, 750, 1500]],
    ['8,000 and 1,000 beyond the phase-out', { 'income:income': 170000, 'contributed:traditionalContributions': 8000, 'contributed:rothContributions': 1000 }, [1500, 0, 1500]],
    ['7,500 in all beyond the phase-out', { 'income:income': 170000, 'contributed:traditionalContributions': 3000, 'contributed:rothContributions': 4500 }, [4500, 4500, 0]],
    ['a cent more', { 'income:income': 170000, 'contributed:traditionalContributions': 3000.01, 'contributed:rothContributions': 4500 }, [4500, 4499.99, 0.01]],
  ])('what is beyond the limit over all IRAs cannot be recharacterized: %s', (_, typed, expected) => {
    expect(figures(at(typed), 'Excess so far', 'To be recharacterized', 'To be returned')).toEqual(expected);
  });

  it('that is beyond the limit whatever the income is to be returned, not waited for', () => {
    expect(toDo(at({ 'contributed:rothContributions': 8500, 'person:final': 'No' }))).toBe('More than the limit went to IRAs: have the excess returned with its earnings by 15 October 2027.');
  });

  it('one waits while the income may still change', () => {
    expect(toDo(at({ 'income:income': 170000, 'contributed:rothContributions': 7000, 'person:final': 'No' }))).toContain('Wait until it is known');
  });
});

it('the dates are those of the tax year: for 2026 to 15 April and 15 October 2027', () => {
  const worked = at({});
  expect([worked.words('verdict', 'Contribute by'), worked.words('verdict', 'Undo by')]).toEqual(['15 April 2027', '15 October 2027']);
});

it('the back door is clean only without pre-tax money, and blank is not zero', () => {
  expect(at({}).words('verdict', 'Pool')).toContain('zero is an answer, blank is not');
  expect(at({ 'contributed:pretax': 0 }).words('verdict', 'Pool')).toContain('Yes:');
  expect(at({ 'contributed:pretax': 0.01 }).words('verdict', 'Pool')).toContain('No: a conversion is taxable');
});
