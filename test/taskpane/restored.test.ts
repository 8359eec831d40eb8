import type { SavedTab } from '../../src/office/savedPlan';
import { validatePlan, type Plan } from '../../src/plan/plan';
import { missingFrom, planOf } from '../../src/taskpane/draft';
import { asBuilt, draftsFromTabs, movedIn, tabsFoundInWords } from '../../src/taskpane/restored';

const plan = (year: number, change: Record<string, unknown> = {}): Plan => validatePlan({
  person: 'T', name: 'A. Patel, MD', year, rounding: 'cents', ratioPlaces: 5,
  sources: [{ role: 'year_table', range: 'Backdoor!A3:G9' }, { role: 'prior_basis', range: 'Backdoor!B12' }],
  answers: { 'Backdoor!F7': 'zero', 'Backdoor!B8': { deducted: '0' } },
  ...change,
})[0]!;

const tab = (year: number, given: Partial<SavedTab> = {}): SavedTab => ({ year, person: 'T', sheet: `8606 ${year} T`, plan: plan(year), problems: [], lost: [], ...given });

describe('A draft from the tabs of a workbook', () => {
  it('is what the latest tab was built from', () => {
    const { drafts, person } = draftsFromTabs([tab(2025)]);
    expect(planOf(person, drafts[person])).toEqual(plan(2025));
    expect(drafts.S.year).toBeNull();
  });

  it('holds every year that was built from the same ranges, and no other', () => {
    const elsewhere = plan(2022, { sources: [{ role: 'year_table', range: 'Old!A3:G9' }] });
    const { drafts } = draftsFromTabs([tab(2022, { plan: elsewhere }), tab(2023, { plan: null }), tab(2024), tab(2025)]);
    expect([drafts.T.year, drafts.T.earlierYears]).toEqual([2025, [2024]]);
  });

  it('begins with the spouse where only the spouse has a tab', () => {
    expect(draftsFromTabs([tab(2025, { person: 'S' })]).person).toBe('S');
  });

  it('has the year, and nothing else, of a tab whose plan cannot be read', () => {
    const { drafts } = draftsFromTabs([tab(2025, { plan: null })]);
    expect([drafts.T.year, planOf('T', drafts.T)]).toEqual([2025, null]);
  });

  it('asks for a range that is gone to be selected again, and is not built without it', () => {
    const why = 'A range that the tab "8606 2025 T" was built from (role "fmv") is no longer in the workbook: it was Log!A1. Select it again.';
    for (const kept of [plan(2025), null]) {
      const { drafts } = draftsFromTabs([tab(2025, { plan: kept, problems: [why], lost: [{ role: 'fmv', why }] })]);
      const ranges = kept?.sources.length ?? 0;
      expect(drafts.T.sources.slice(ranges)).toEqual([{ id: ranges + 1, role: 'fmv', typed: '', problem: why, proposed: null, details: {} }]);
      expect(missingFrom(drafts.T)).toContain(ranges === 0 ? 'Correct the address of the range.' : 'Correct the address of range 3.');
    }
  });

  it('keeps what was said of SEP and SIMPLE IRAs', () => {
    expect(draftsFromTabs([tab(2025, { plan: plan(2025, { sepOrSimple: 'none' }) })]).drafts.T.sepOrSimple).toBe('none');
    expect(draftsFromTabs([tab(2025)]).drafts.T.sepOrSimple).toBeNull();
  });

  it('says where ranges have moved to, apart from those that are gone', () => {
    const tabs = [tab(2025, { problems: ['One has moved.', 'One is gone.'], lost: [{ role: 'fmv', why: 'One is gone.' }] }), tab(2024, { problems: ['One has moved.'] }), tab(2024, { person: 'S', problems: ['Another has moved.'] })];
    expect(movedIn(tabs, 'T')).toEqual(['One has moved.']);
  });

  it('is announced with the tabs that there are and what was lost', () => {
    expect(tabsFoundInWords([tab(2025), tab(2024, { problems: ['A range is gone.'] }), tab(2025, { person: 'S' })]))
      .toBe('This workbook has Form 8606 tabs: taxpayer 2024, 2025; spouse 2025. What they were built from is filled in. A range is gone.');
  });
});

describe('Whether a tab shows what the pane shows', () => {
  it('does not depend on the order of ranges and answers, nor on the years built along with it', () => {
    const now = { ...plan(2025), year: [2024, 2025], sources: [...plan(2025).sources].reverse(), answers: Object.fromEntries(Object.entries(plan(2025).answers).reverse()) };
    expect(asBuilt(now, plan(2025))).toBe(true);
  });

  it.each([
    ['the name', { name: 'B. Patel' }],
    ['the rounding', { rounding: 'dollars' }],
    ['the places of line 10', { ratioPlaces: 'exact' }],
    ['what was said of SEP and SIMPLE IRAs', { sepOrSimple: 'none' }],
    ['a range', { sources: [{ role: 'year_table', range: 'Backdoor!A3:G10' }] }],
    ['an answer', { answers: { 'Backdoor!F7': 'exclude', 'Backdoor!B8': { deducted: '0' } } }],
  ])('depends on %s', (_, change) => {
    expect(asBuilt(plan(2025, change), plan(2025))).toBe(false);
  });
});
