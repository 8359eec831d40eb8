import { usDate } from '../cells/date';
import type { AnyInputName, InputName } from '../forms/form8606';
import { detailsOf, saysItCounts } from '../plan/answers';
import type { Role } from '../plan/plan';
import { onlyYear, type SourceContext } from './context';
import { excludeChoice, includeChoice, wordsOfRow, yearChoices, type Judgement, type ListRole, type RowFacts, type Signs } from './judgement';
import type { Concept } from './vocabulary';

/** Money that counts in the calendar year in which it moved, or for the year that its row states. */
interface Flow {
  readonly role: Role;
  readonly input: InputName;
  readonly headed: readonly Concept[];
  readonly signs: Signs;
  /** Words that say that the row is something else. */
  readonly against: RegExp;
  /** Words beside which `against` says nothing. */
  readonly unless?: RegExp;
  /** What such a row may be instead, as a roles's name. */
  readonly instead: readonly Role[];
  /** The date is when the money moved and sets the year; otherwise the row's own year or the plan's does. */
  readonly datedByMovement: boolean;
}

const flow = ({ role, input, headed, signs, against, unless, instead, datedByMovement }: Flow): ListRole => ({
  role,
  headed,
  signs,
  datedInWords: true,
  judge: (row, context) => {
    const words = wordsOfRow(row);
    const contradiction = unless?.test(words) ? undefined : against.exec(words)?.[0];
    if (contradiction !== undefined && !saysItCounts(row.answer)) {
      return {
        kind: 'ask',
        code: 'MAY_BE_SOMETHING_ELSE',
        why: `Its row speaks of "${contradiction}".`,
        choices: [includeChoice, ...instead.map((other) => ({ answer: { role: other }, says: `It belongs to ${other.replace(/_/gu, ' ')}` })), excludeChoice],
      };
    }
    return yearOfFlow(row, context, input, datedByMovement);
  },
  asksForBlank: (row) => row.date.kind === 'date',
});

/** A date and a stated year that disagree are asked: one of them is wrong, or the money moved in another year than it is listed under. */
export function yearOfFlow(
  row: Pick<RowFacts, 'answer' | 'date' | 'year'>,
  context: SourceContext,
  input: AnyInputName,
  datedByMovement: boolean,
): Judgement {
  const answered = detailsOf(row.answer).year;
  if (answered !== undefined) return { kind: 'count', input, year: answered, note: `for ${answered}, as answered` };
  const date = datedByMovement && row.date.kind === 'date' ? row.date.date : null;
  if (datedByMovement && row.date.kind === 'unclear') {
    return { kind: 'ask', code: 'DATE_UNCLEAR', why: row.date.why, choices: [...yearChoices(row.year.kind === 'year' ? [row.year.year] : context.years), excludeChoice] };
  }
  if (row.year.kind === 'unclear' && date === null) {
    return { kind: 'ask', code: 'YEAR_UNKNOWN', why: row.year.why, choices: [...yearChoices(context.years), excludeChoice] };
  }
  const stated = row.year.kind === 'year' ? row.year.year : null;
  if (date !== null) {
    if (stated !== null && stated !== date.year) {
      return {
        kind: 'ask',
        code: 'DATE_AND_YEAR_DISAGREE',
        why: `Its row is for ${stated} but dated ${usDate(date)}. It counts in the calendar year in which it was made.`,
        choices: [...yearChoices([date.year, stated]), excludeChoice],
      };
    }
    return { kind: 'count', input, year: date.year, note: `dated ${usDate(date)}` };
  }
  const year = stated ?? onlyYear(context);
  if (year !== null) return { kind: 'count', input, year, note: stated === null ? 'of the year that the plan asks for' : `stated for ${year}` };
  return { kind: 'ask', code: 'YEAR_UNKNOWN', why: 'Nothing says in which year this was.', choices: [...yearChoices(context.years), excludeChoice] };
}

export const conversions = flow({
  role: 'conversions',
  input: 'conversions',
  headed: ['converted', 'amount', 'f1099r_box1'],
  signs: 'outflow',
  against: /\brechar\w*|\bqcd\b|\brmd\b|\bcharit\w*|\b40[13] ?\(?[abk]\b|\b457\b|\btsp\b|\bin-?plan\b|\bmega\b|\binherit\w*|\bwithdraw\w*|\bcontribut\w*|\breturn\w*|\bdistribut\w* from\b|\broth dist\w*|\broth(?: ira)? ?(?:→|->|=>|to|\|) ?trad\w*/iu,
  unless: /^(?!.*(?:\b40[13] ?\(?[abk]\b|\b457\b|\btsp\b|\bin-?plan\b|\bmega\b|\binherit)).*(?:\bconver\w*.*\bcontribut\w*|\bcontribut\w*.*\bconver\w*)/iu,
  instead: ['distributions'],
  datedByMovement: true,
});

export const distributions = flow({
  role: 'distributions',
  input: 'distributions',
  headed: ['distribution_other', 'amount', 'f1099r_box1'],
  signs: 'outflow',
  against: /\bconver\w*|\brechar\w*|\bqcd\b|\bcharit\w*|\brollover\b(?! ira)|\brolled\b|\breturn\w*|\bexcess\b|\broth\b|\b40[13] ?\(?[abk]\b|\b457\b|\btsp\b|\binherit\w*|\bhsa\b|\b529\b|\bcontribut\w*|\bdivorce\w*|\bqdro\b|\btrustee[- ]to[- ]trustee\b|\btransfer\w*.*\bira\b|\bqhfd\b|\bpension\b|\bfees?\b/iu,
  instead: ['conversions', 'returned'],
  datedByMovement: true,
});

/** Received in the last two months of the year and rolled over early in the next: it belongs to the year of receipt. */
export const outstandingRollovers = flow({
  role: 'outstanding_rollovers',
  input: 'outstandingRollovers',
  headed: ['outstanding_rollover', 'amount'],
  signs: 'positive',
  against: /\brechar\w*|\bconver\w*|\broth\b|\b40[13] ?\(?[abk]\b|\b457\b|\btsp\b/iu,
  instead: [],
  datedByMovement: false,
});

export const deducted = flow({
  role: 'deducted',
  input: 'deducted',
  headed: ['deduction_taken', 'amount'],
  signs: 'outflow',
  against: /\bnon-?\s?ded\w*|\bhsa\b|\bstudent\b|\b401 ?\(?k\b|\bself-?employed\b/iu,
  instead: ['contributions'],
  datedByMovement: false,
});

/** The date is that of the return, often in the next year; the contribution that it undoes is for the year that the row states. */
export const returned = flow({
  role: 'returned',
  input: 'returned',
  headed: ['returned_contribution', 'amount'],
  signs: 'outflow',
  against: /\bconver\w*|\brmd\b|\bqcd\b|\broth\b|\bearnings\b/iu,
  instead: ['distributions'],
  datedByMovement: false,
});

export const basisAdjustments: ListRole = {
  role: 'basis_adjustments',
  headed: ['amount', 'basis_begin', 'basis_end'],
  signs: 'either',
  datedInWords: true,
  judge: (row, context, negative) => yearOfFlow(row, context, negative ? 'basisRemoved' : 'basisAdded', true),
  asksForBlank: (row) => row.date.kind === 'date',
};
