import type { SavedTab } from '../office/savedPlan';
import { detailsOfSource, persons, type Person, type Plan } from '../plan/plan';
import { answerInWords } from './answerWords';
import { emptyDraft, emptySource, type Draft, type DraftSource } from './draft';
import { personWords } from './personWords';

/** Drafts from the tabs of a workbook that is opened again: each person's latest year, and the years built from the same ranges. */
export const draftsFromTabs = (tabs: readonly SavedTab[]): { readonly drafts: Record<Person, Draft>; readonly person: Person } => ({
  drafts: { T: draftFromTabs(tabs, 'T'), S: draftFromTabs(tabs, 'S') },
  person: tabs.some(({ person }) => person === 'T') ? 'T' : 'S',
});

const draftFromTabs = (tabs: readonly SavedTab[], person: Person): Draft => {
  const mine = tabs.filter((tab) => tab.person === person).sort((a, b) => b.year - a.year);
  const [latest] = mine;
  if (!latest) return emptyDraft;
  const { plan, lost } = latest;
  const again = lost.map(({ role, why }, index): DraftSource => ({ ...emptySource((plan?.sources.length ?? 0) + index + 1), role, problem: why }));
  if (!plan) return { ...emptyDraft, year: latest.year, sources: again.length === 0 ? emptyDraft.sources : again };
  return {
    ...emptyDraft,
    year: latest.year,
    earlierYears: mine.slice(1).filter((tab) => tab.plan && sameRanges(tab.plan, plan)).map(({ year }) => year),
    name: plan.name,
    rounding: plan.rounding,
    ratioPlaces: plan.ratioPlaces,
    sources: [...plan.sources.map((source, index) => ({ id: index + 1, role: source.role, typed: source.range, problem: null, proposed: null, details: detailsOfSource(source) })), ...again],
    answers: Object.fromEntries(Object.entries(plan.answers).map(([cell, answer]) => [cell, { answer, says: answerInWords(answer) }])),
    sepOrSimple: plan.sepOrSimple ?? null,
  };
};

const sameRanges = (a: Plan, b: Plan): boolean => rangesOf(a) === rangesOf(b);
const rangesOf = ({ sources }: Plan): string => JSON.stringify(sources);

/** Where the ranges of a person's tabs have moved to since they were built. What has gone is told where it is to be selected again. */
export const movedIn = (tabs: readonly SavedTab[], person: Person): readonly string[] =>
  [...new Set(tabs.filter((tab) => tab.person === person).flatMap(({ problems, lost }) => problems.filter((problem) => !lost.some(({ why }) => why === problem))))];

export const tabsFoundInWords = (tabs: readonly SavedTab[]): string => {
  const found = persons.flatMap((person) => {
    const years = tabs.filter((tab) => tab.person === person).map(({ year }) => year).sort((a, b) => a - b);
    return years.length === 0 ? [] : [`${personWords[person].toLowerCase()} ${years.join(', ')}`];
  });
  return [`This workbook has Form 8606 tabs: ${found.join('; ')}. What they were built from is filled in.`, ...tabs.flatMap(({ problems }) => problems)].join(' ');
};

/** Whether a tab was built from just this: the same ranges, answers and choices, in whatever order. */
export const asBuilt = (now: Plan, then: Plan): boolean => essence(now) === essence(then);

const essence = ({ name, rounding, ratioPlaces, sources, answers, sepOrSimple }: Plan): string => JSON.stringify([
  name, rounding, ratioPlaces, sepOrSimple ?? null,
  sources.map((source) => JSON.stringify(source)).sort(),
  Object.entries(answers).map(([cell, answer]) => `${cell} ${JSON.stringify(answer)}`).sort(),
]);
