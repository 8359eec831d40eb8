/** The mega backdoor planner on published examples and on the traps of several plans; each figure with its source. */
import { Refusal } from '../../src/engine/refusal';
import { mega } from '../../src/planner/mega/mega';
import { workOut, type Typed, type Worked } from '../../src/planner/work';
import { seriesLooks } from '../../src/worksheet/chart';

const at = (year: number, typed: Typed): Worked => workOut(mega, year, { 'person:age': 40, ...typed });
const of = (plan: string, typed: Record<string, unknown>): Typed => Object.fromEntries(Object.entries(typed).map(([id, value]) => [`${plan}:${id}`, value]));
const figure = (worked: Worked, plan: string, id: string): number | undefined => worked.amount(plan, id)?.toNumber();
const room = (worked: Worked, plan = 'plan 1'): number | undefined => figure(worked, plan, 'After-tax room');

describe('Room in one plan', () => {
  it.each([
    ['article 002, 2024: 69,000 - 23,000 - 12,000', 2024, 40, { deferredSoFar: 23000, otherSoFar: 12000 }, 34000],
    ['article 004, 2024: 69,000 - 23,000 - 10,000', 2024, 40, { deferredSoFar: 23000, otherSoFar: 10000 }, 36000],
    ['law/megabackdoor.md, 2025: 70,000 - 23,500 - 11,750', 2025, 40, { deferredSoFar: 23500, otherSoFar: 11750 }, 34750],
    ['law/megabackdoor.md, 2026: a catch-up of 8,000 takes no room', 2026, 55, { deferredSoFar: 32500, otherSoFar: 21600 }, 25900],
    ['law/megabackdoor.md, 2026: a catch-up of 11,250 at 60 takes none either', 2026, 60, { deferredSoFar: 35750, otherSoFar: 21600 }, 25900],
    ['law/megabackdoor.md, 2026: 100% of pay binds, 40,000 - 24,500 - 2,000', 2026, 40, { payTyped: 40000, deferredSoFar: 24500, otherSoFar: 2000 }, 13500],
  ])('%s', (_source, year, age, plan, expected) => {
    expect(room(at(year, { 'person:age': age, ...of('plan 1', plan) }))).toBe(expected);
  });

  it('is held by the plan\'s own ceiling, and what went in already is taken off it', () => {
    const plan = { deferredSoFar: 24500, afterTaxSoFar: 4000 };
    expect(room(at(2026, of('plan 1', { ...plan, planCap: 10000 })))).toBe(6000);
    expect(room(at(2026, of('plan 1', plan)))).toBe(43500);
    expect(room(at(2026, of('plan 1', { ...plan, planCap: 0 })))).toBe(0);
  });

  it('is told of no plan that is not used, nor a limit or a catch-up that would read as room (issue 8: room per plan)', () => {
    const worked = at(2026, { 'person:age': 61, ...of('plan 1', { deferredSoFar: 24500 }) });
    const told = ['Limit on annual additions', 'Limit left for this employer', 'Left of the limit', 'After-tax room', 'Planned', 'Left unplanned', 'Catch-up allowed here'];
    expect(told.map((id) => figure(worked, 'plan 1', id))).toEqual([72000, 72000, 47500, 47500, 0, 47500, 11250]);
    expect(told.map((id) => worked.amount('plan 2', id))).toEqual(told.map(() => null));
    expect(worked.words('plan 2', 'In words')).toBe('Not used');
  });

  it('is not told where more was deferred than a person may', () => {
    const worked = at(2026, of('plan 1', { deferredSoFar: 24500.01 }));
    expect(worked.amount('plan 1', 'After-tax room')).toBeNull();
    expect(worked.words('plan 1', 'In words')).toBe('Deferred too much');
    expect(worked.words('verdict', 'Deferrals')).toContain('More than one person may defer.');
  });
});

describe('Employer money still to come', () => {
  const plan = { payTyped: 400000, rate: 0.06, matchSoFar: 18000, paycheckTyped: 15000, dates: 26, datesPast: 22 };

  it('with a true-up is what is missing of the rate times pay, and pay counts up to 360,000 (401(a)(17), 2026): 21,600 - 18,000', () => {
    expect(figure(at(2026, of('plan 1', { ...plan, trueUp: 'Yes' })), 'plan 1', 'Match to come')).toBe(3600);
  });

  it('without one is the rate times the pay to come, of which only 20,000 is within 360,000', () => {
    expect(figure(at(2026, of('plan 1', plan)), 'plan 1', 'Match to come')).toBe(1200);
  });

  it('of the self-employed is that of Publication 560: 20% of 100,000 less 7,065 at a rate of 25%', () => {
    const worked = at(2026, of('plan 1', { selfEmployed: 'Yes', payTyped: 100000, halfSeTax: 7065, rate: 0.25, deferredSoFar: 24500 }));
    expect([figure(worked, 'plan 1', 'employerContributions'), figure(worked, 'plan 1', 'compensation'), room(worked)]).toEqual([18587, 74348, 28913]);
  });
});

it('the picture stands what is paid in on one another, and the room that is left above it, up to the limit; empty, it is white', () => {
  expect(mega.charts?.[0]?.series.map(({ name }) => name)).toEqual(['Deferrals', 'Employer', 'After-tax so far', 'Room left']);
  expect(seriesLooks[mega.charts![0]!.series.at(-1)!.look!]?.fill).toBe('#FFFFFF');
});

describe('Several plans', () => {
  it('unrelated employers have a limit each; the deferral limit is the person\'s (irahelp.com 72073, 402(g), 415(f))', () => {
    const worked = at(2026, { ...of('plan 1', { deferredSoFar: 24500, afterTaxSoFar: 47500 }), ...of('plan 2', { kind: '401(k)', payTyped: 150000 }) });
    expect([room(worked), room(worked, 'plan 2'), figure(worked, 'next', 'Deferral room')]).toEqual([0, 72000, 0]);
    expect(worked.words('plan 1', 'In words')).toBe('Full');
  });

  it('related employers share one limit', () => {
    const worked = at(2026, { ...of('plan 1', { deferredSoFar: 24500, otherSoFar: 10000 }), ...of('plan 2', { kind: '401(k)', group: 'A', otherSoFar: 5000 }) });
    expect([room(worked), room(worked, 'plan 2')]).toEqual([32500, 32500]);
    expect(worked.words('verdict', 'Shared')).toContain('Some plans share one limit.');
  });

  it('what is planned in an earlier plan is taken off a later one that shares its limit', () => {
    const worked = at(2026, {
      ...of('plan 1', { deferredSoFar: 24500, payTyped: 260000, paycheckTyped: 10000, datesPast: 24 }), ...of('plan 2', { kind: '401(k)', group: 'A' }),
    });
    expect([figure(worked, 'plan 1', 'Planned'), room(worked, 'plan 2')]).toEqual([20000, 27500]);
  });

  it.each([
    ['a 403(b) plan and the plan of one\'s own business count together (415(k)(4))', { kind: '403(b)', group: 'A' }, { kind: '401(k)', selfEmployed: 'Yes', group: 'B' }, true],
    ['a 403(b) plan and the plan of a business that one controls on a payroll count together', { kind: '403(b)', group: 'A' }, { kind: '401(k)', controlled: 'Yes', group: 'B' }, true],
    ['two 403(b) plans count together: both are the participant\'s', { kind: '403(b)', group: 'A' }, { kind: '403(b)', group: 'B' }, true],
    ['a 403(b) plan and the 401(a) plan of the same employer do not (IRS Issue Snapshot)', { kind: '403(b)', group: 'A' }, { kind: '401(a)', group: 'A' }, false],
    ['a plan that is not used shares nothing', { kind: '401(k)', group: 'A' }, { kind: 'not used', group: 'A' }, false],
  ])('%s', (_rule, one, other, shared) => {
    const worked = at(2026, { ...of('plan 1', { ...one, otherSoFar: 30000 }), ...of('plan 2', { ...other, otherSoFar: 12000 }) });
    expect(room(worked)).toBe(shared ? 30000 : 42000);
  });

  it('what is left of the deferral limit at the next job is what no plan has used, catch-up with it', () => {
    const worked = at(2026, { 'person:age': 52, 'next:nextPay': 20000, ...of('plan 1', { deferredSoFar: 10000, deferredToCome: 2000 }) });
    expect([figure(worked, 'next', 'Left of the deferral limit'), figure(worked, 'next', 'Left of the catch-up'), figure(worked, 'next', 'Deferral room')]).toEqual([12500, 8000, 20000]);
  });
});

describe('Each paycheck', () => {
  const plan = { payTyped: 260000, deferredSoFar: 24500, otherSoFar: 12000 };
  const each = (change: Record<string, unknown>): readonly (number | undefined)[] => {
    const worked = at(2026, of('plan 1', { ...plan, ...change }));
    return ['Each paycheck', 'Planned', 'Left unplanned'].map((id) => figure(worked, 'plan 1', id));
  };

  it.each([
    ['26 pay dates', { dates: 26, datesPast: 0 }, [1365, 35490, 10]],
    ['24 pay dates', { dates: 24, datesPast: 0 }, [1479, 35496, 4]],
    ['27 pay dates', { dates: 27, datesPast: 0 }, [1314, 35478, 22]],
    ['6 left of 26', { dates: 26, datesPast: 20 }, [5916, 35496, 4]],
    ['6 left, in steps of 100', { dates: 26, datesPast: 20, dollarStep: 100 }, [5900, 35400, 100]],
    ['6 left, to the cent', { dates: 26, datesPast: 20, dollarStep: 0.01 }, [5916.66, 35499.96, 0.04]],
  ])('with %s is 35,500 over them, rounded down to the step', (_dates, change, expected) => {
    expect(each(change)).toEqual(expected);
  });

  it('as a percentage of pay is rounded down to whole percents: 13% of 10,000, for 26 times 14% would be 36,400', () => {
    const worked = at(2026, of('plan 1', { ...plan, dates: 26, datesPast: 0, takes: 'percent of pay' }));
    expect([worked.amount('plan 1', 'Percent')?.toNumber(), figure(worked, 'plan 1', 'Each paycheck'), figure(worked, 'plan 1', 'Planned')]).toEqual([0.13, 1300, 33800]);
  });

  it('never takes more than it holds', () => {
    expect(each({ dates: 26, datesPast: 25 })).toEqual([10000, 10000, 25500]);
  });

  it('is left open until the pay dates that are past are known', () => {
    const worked = at(2026, of('plan 1', plan));
    expect([worked.amount('plan 1', 'Each paycheck'), worked.words('plan 1', 'In words')]).toEqual([null, 'Give pay dates past']);
  });
});

describe('Catch-up that must be Roth (414(v)(7), from 2026)', () => {
  const said = (year: number, plan: Record<string, unknown>, age = 55): string => at(year, { 'person:age': age, ...of('plan 1', plan) }).words('verdict', 'Catch-up');

  it.each([
    [149999.99, 'Pre-tax or Roth'],
    [150000, 'Pre-tax or Roth'],
    [150000.01, 'In a plan the catch-up must be Roth'],
  ])('with wages of %s in the year before', (priorWages, begins) => {
    expect(said(2026, { priorWages })).toContain(begins);
  });

  it('is refused by a plan without Roth contributions, is not asked before 2026, and not below 50', () => {
    expect(said(2026, { priorWages: 200000, planHasRoth: 'No' })).toContain('A plan must refuse the catch-up');
    expect(said(2025, { priorWages: 200000, planHasRoth: 'No' })).toContain('Pre-tax or Roth');
    expect(said(2026, { priorWages: 200000, planHasRoth: 'No' }, 49)).toBe('None at this age.');
  });
});

describe('Converting the after-tax account', () => {
  it.each([
    ['10,000 with 200 of earnings (law/megabackdoor.md)', { convertedTyped: 10200, basis: 10000, balance: 10200 }, 200, 10000],
    ['half of it, pro rata', { convertedTyped: 5100, basis: 10000, balance: 10200 }, 100, 5000],
    ['at a loss nothing is taxable', { convertedTyped: 9000, basis: 10000, balance: 9000 }, 0, 9000],
    ['80% pre-tax and not kept apart: 50,000 of 100,000 (IRS, rollovers of after-tax contributions)', { convertedTyped: 50000, basis: 20000, balance: 100000 }, 40000, 10000],
  ])('%s', (_source, plan, taxable, taxFree) => {
    const worked = at(2026, of('plan 1', plan));
    expect([figure(worked, 'plan 1', 'Taxable part'), figure(worked, 'plan 1', 'Tax-free part')]).toEqual([taxable, taxFree]);
  });

  it('more than is there is refused', () => {
    expect(() => at(2026, of('plan 1', { convertedTyped: 10200.01, basis: 10000, balance: 10200 }))).toThrow(Refusal);
  });
});

it('the test of the plan is spoken of unless every plan is the owner\'s', () => {
  expect(at(2026, {}).words('verdict', 'ACP')).toContain('ACP test');
  expect(at(2026, of('plan 1', { selfEmployed: 'Yes' })).words('verdict', 'ACP')).toBe('None in a plan for owners alone.');
});

describe('The back door of an IRA comes first where the plans have less room than its limit (article 004; 7,500 for 2026, Notice 2025-67)', () => {
  it.each([[0, false], [7499.99, true], [7500, false], [7500.01, false]])('room of %s', (planCap, first) => {
    const says = at(2026, of('plan 1', { deferredSoFar: 24500, planCap })).words('verdict', 'IRA first');
    expect(says.includes('The room is below the IRA limit')).toBe(first);
  });
});
