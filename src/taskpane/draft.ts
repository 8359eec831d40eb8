import { formatRange, parseRange } from '../cells/address';
import { Refusal } from '../engine/refusal';
import type { RatioPlaces, Unit } from '../engine/term';
import { combinedAnswer, detailsOf } from '../plan/answers';
import type { Answer, Person, Plan, Role, SepOrSimple, SourceDetails } from '../plan/plan';
import { answerInWords } from './answerWords';

/** What a person has filled in so far. It may lack anything; a plan is made of it as soon as there is something to read. */
export interface Draft {
  /** Null until it is chosen or found in the workbook: no year is assumed. */
  readonly year: number | null;
  /** Earlier years that get a tab of their own too. */
  readonly earlierYears: readonly number[];
  readonly name: string;
  readonly rounding: Unit;
  readonly ratioPlaces: RatioPlaces;
  readonly sources: readonly DraftSource[];
  readonly answers: Readonly<Record<string, GivenAnswer>>;
  /** Whether there is a SEP or SIMPLE IRA: asked outright, for it is what is forgotten most. One that is in no range yet stops the build. */
  readonly sepOrSimple: SepOrSimple | 'in no range' | null;
}

export interface DraftSource {
  readonly id: number;
  readonly role: Role | null;
  /** The address as it stands in its field. */
  readonly typed: string;
  /** Why the address cannot be used, once the user has finished typing it. */
  readonly problem: string | null;
  /** What it seems to hold, to be accepted: nothing is read by it. Null where that is open, or a role is chosen. */
  readonly proposed: Role | null;
  /** Whose the range is, as a tab was built from it. It goes with the range: another range has other columns. */
  readonly details: SourceDetails;
}

export interface GivenAnswer {
  readonly answer: Answer;
  /** The words of the button that was pressed. */
  readonly says: string;
}

export const emptySource = (id: number): DraftSource => ({ id, role: null, typed: '', problem: null, proposed: null, details: {} });

export const emptyDraft: Draft = {
  year: null,
  earlierYears: [],
  name: '',
  rounding: 'dollars',
  ratioPlaces: 'exact',
  sources: [emptySource(1)],
  answers: {},
  sepOrSimple: null,
};

export type Address = { readonly kind: 'none' } | { readonly kind: 'range'; readonly range: string } | { readonly kind: 'problem'; readonly text: string };

/** What a typed address means. It must name its sheet: which sheet is in front when it is read is chance. */
export const addressOf = (typed: string): Address => {
  if (typed.trim() === '') return { kind: 'none' };
  try {
    return { kind: 'range', range: formatRange(parseRange(typed)) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'problem', text: error.text };
    throw error;
  }
};

/** The plan of what is complete so far, or null while there is nothing to read. */
export const planOf = (person: Person, draft: Draft): Plan | null => {
  const sources = draft.sources.flatMap(({ role, typed, problem, details }) => {
    const address = addressOf(typed);
    return role === null || problem !== null || address.kind !== 'range' ? [] : [{ role, range: address.range, ...details }];
  });
  if (draft.year === null || sources.length === 0) return null;
  return {
    person,
    name: draft.name.trim(),
    year: draft.earlierYears.length === 0 ? draft.year : [...draft.earlierYears, draft.year].sort((a, b) => a - b),
    rounding: draft.rounding,
    ratioPlaces: draft.ratioPlaces,
    sources,
    answers: Object.fromEntries(Object.entries(draft.answers).map(([cell, { answer }]) => [cell, answer])),
    ...(draft.sepOrSimple === null || draft.sepOrSimple === 'in no range' ? {} : { sepOrSimple: draft.sepOrSimple }),
  };
};

/** What stands between a draft and its tab, each with what to do. A tab is only built when nothing is left of it. */
export const missingFrom = (draft: Draft): readonly string[] => [
  ...(draft.year === null ? ['Choose the tax year.'] : []),
  ...draft.sources.flatMap(({ role, typed, problem }, index) => {
    const range = draft.sources.length === 1 ? 'the range' : `range ${index + 1}`;
    if (problem !== null || addressOf(typed).kind === 'problem') return [`Correct the address of ${range}.`];
    const lacks = [...(role === null ? ['what it holds'] : []), ...(typed.trim() === '' ? ['where it is'] : [])];
    return lacks.length === 0 ? [] : [`Say of ${range} ${lacks.join(' and ')}.`];
  }),
  ...(draft.sources.length === 0 ? ['Add a range.'] : []),
  ...(draft.sepOrSimple === null ? ['Answer whether there is a SEP or SIMPLE IRA.'] : []),
  ...(draft.sepOrSimple === 'in no range' ? ['Add the 31 December value of the SEP or SIMPLE IRA to a range; zero is a value.'] : []),
];

/** What is said of a cell adds up: a further answer joins the one before it, and takes the place of what it contradicts. */
export const withAnswer = (draft: Draft, cell: string, given: GivenAnswer): Draft => {
  const before = draft.answers[cell];
  const answer = combinedAnswer(before?.answer, given.answer);
  return { ...draft, answers: { ...draft.answers, [cell]: { answer, says: before ? wordsFor(answer, before, given) : given.says } } };
};

/** The words of the buttons as long as all that they say still holds. */
const wordsFor = (answer: Answer, before: GivenAnswer, given: GivenAnswer): string => {
  const [whole, earlier, later] = [said(answer), said(before.answer), said(given.answer)];
  if (whole.length === later.length) return given.says;
  const allHolds = earlier.every((detail) => whole.includes(detail) && !later.includes(detail));
  return allHolds ? `${before.says}; ${given.says}` : answerInWords(answer);
};

/** What an answer speaks of. */
const said = (answer: Answer): readonly string[] => Object.keys(detailsOf(answer));

export const withoutAnswer = (draft: Draft, cell: string): Draft =>
  ({ ...draft, answers: Object.fromEntries(Object.entries(draft.answers).filter(([answered]) => answered !== cell)) });

export const withSource = (draft: Draft, id: number, change: Partial<Omit<DraftSource, 'id'>>): Draft =>
  ({ ...draft, sources: draft.sources.map((source) => (source.id === id ? { ...source, ...(isAnother(source, change) ? { details: {}, proposed: null } : {}), ...change } : source)) });

const isAnother = (source: DraftSource, { typed = source.typed, role = source.role }: Partial<DraftSource>): boolean => typed !== source.typed || role !== source.role;

export const nextSourceId = (draft: Draft): number => Math.max(0, ...draft.sources.map(({ id }) => id)) + 1;
