import { isoDate, usDate, type CalendarDate } from '../cells/date';
import { coveredYears } from '../law';
import { dueDateOf } from '../law/dueDates';
import { Decimal } from '../engine/decimal';
import { inWords } from '../engine/words';
import { detailsOf, saysItCounts } from '../plan/answers';
import { onlyYear, type SourceContext } from './context';
import type { Asked } from './facts';
import { excludeChoice, includeChoice, wordsOfRow, yearChoices, type Judgement, type ListRole, type RowFacts } from './judgement';
import { withoutDate } from './phrases';

/**
 * Contributions have two years: the year they are FOR and the year in which they were MADE. One made from 1 January to
 * the due date of the return may be for the year before; it is then on line 1 and, as the preparer elects, on line 4.
 */
export const contributions: ListRole = {
  role: 'contributions',
  headed: ['contribution_nondeductible', 'contribution_total', 'amount'],
  signs: 'positive',
  datedInWords: true,
  judge: (row, context) => {
    const contradiction = otherKind.exec(wordsOfRow(row))?.[0];
    if (contradiction !== undefined && !saysItCounts(row.answer)) {
      return {
        kind: 'ask',
        code: 'MAY_BE_SOMETHING_ELSE',
        why: `Its row speaks of "${contradiction}", and only contributions to a traditional IRA count on line 1.`,
        choices: [includeChoice, excludeChoice],
      };
    }
    return contributionYear({ ...stated(row, context), date: row.date, answered: detailsOf(row.answer).year, late: row.amount === undefined ? undefined : detailsOf(row.answer).late, amount: row.amount ?? null }, context, row.headedNondeductible || saysNondeductible(row));
  },
  asksForBlank: (row) => row.date.kind === 'date',
};

const otherKind = /\broth\b|\bsep\b(?!\.? ?\d)|\bsimple\b|\bsarsep\b|\bemployer\b|\bmatch\w*|\b40[13] ?\(?[abk]\b|\b457\b|\bhsa\b|\b529\b|\brollover\b|\btransfer\w*|\bconver\w*|\brechar\w*|\breturned\b|\bmega\b|\brmds?\b|\bdistribut\w*|\bwithdr\w*/iu;

/** The source says in so many words that nothing was deducted. */
export const saysNondeductible = (row: Pick<RowFacts, 'texts'>): boolean => row.texts.some(({ text }) => NONDEDUCTIBLE.test(text));

const NONDEDUCTIBLE = /\bnon-?\s?ded(?:uct\w*)?\b|\bnd contribution|\bafter-?\s?tax\b|\bnot deduct\w*|\b8606,? (?:line|l) ?1\b/iu;

/** What is known of the two years of a contribution. */
export interface ContributionYears {
  /** The year it is for, as the source states it. */
  readonly statedFor: number | null;
  /** What stands against the year that is stated. */
  readonly unclear: string | null;
  /** The plan's only year, where the dates of the selection leave no doubt that it is meant. */
  readonly planned: number | null;
}

function stated(row: RowFacts, context: SourceContext): ContributionYears {
  return {
    statedFor: row.year.kind === 'year' ? row.year.year : null,
    unclear: row.year.kind === 'unclear' ? row.year.why : null,
    planned: row.selectionIsOfPlanYear ? onlyYear(context) : null,
  };
}

/** The last day for a contribution for a year, as ISO text; null for years whose due date is not in the law table. */
const lastDayFor = (year: number): string | null => (coveredYears.includes(year) ? dueDateOf(year).date : null);

/** Settles which year a contribution is for and whether it was made in that year or after it, or asks. */
export function contributionYear(
  known: ContributionYears & {
    readonly date: RowFacts['date'];
    readonly answered: number | undefined;
    /** What of it was made after the year, where its date does not tell and that was answered. */
    readonly late: string | undefined;
    readonly amount: Decimal | null;
  },
  context: SourceContext,
  nondeductible: boolean,
): Judgement {
  const inYear = (year: number, note: string): Judgement => ({ kind: 'count', input: 'contributionsInYear', year, note, nondeductible });
  const after = (year: number, note: string): Judgement => ({ kind: 'count', input: 'contributionsAfterYearEnd', year, note, nondeductible });
  const ask = (code: string, why: string, years: readonly number[]): Judgement => ({ kind: 'ask', code, why, choices: [...yearChoices(years), excludeChoice] });
  const date = known.date.kind === 'date' ? known.date.date : null;

  if (known.date.kind === 'unclear') {
    const years = known.statedFor === null ? context.years : [known.statedFor];
    const year = known.answered ?? known.statedFor;
    const late = year === null || known.late === undefined || known.amount === null ? null : new Decimal(known.late);
    if (late?.isZero() && year !== null) return inYear(year, `for ${year}, made during ${year}, as answered`);
    if (late !== null && year !== null && known.amount?.abs().equals(late)) return after(year, `for ${year}, made after ${year}, as answered`);
    const parts = late === null || year === null ? '' : ` Of it, ${inWords(late)} was answered as made after ${year}: a part needs a row of its own.`;
    return { kind: 'ask', code: 'DATE_UNCLEAR', why: `${known.date.why}${parts} What was made after year end is line 4.`, choices: [...whenChoices(known.answered === undefined ? years : [known.answered], known.amount), excludeChoice] };
  }
  if (known.answered !== undefined) {
    const made = date === null || date.year <= known.answered || date.year > known.answered + 1 ? null : date;
    return made === null ? inYear(known.answered, `for ${known.answered}, as answered`) : after(known.answered, `for ${known.answered}, as answered; made ${usDate(made)}`);
  }
  if (known.unclear !== null) return ask('YEAR_UNKNOWN', known.unclear, context.years);
  if (known.statedFor !== null) return datedFor(known.statedFor, date, { inYear, after, ask });
  if (date === null) {
    const only = known.planned ?? onlyYear(context);
    return only === null ? ask('YEAR_UNKNOWN', 'Nothing says which year this contribution is for.', context.years) : inYear(only, withoutDate(only));
  }
  if (known.planned === date.year) return inYear(date.year, `made ${usDate(date)}`);
  const before = lastDayFor(date.year - 1);
  if (before !== null && isoDate(date) > before) return inYear(date.year, `made ${usDate(date)}`);
  return ask('CONTRIBUTION_YEAR', `It was made on ${usDate(date)}, when a contribution may be for ${date.year - 1} or for ${date.year}.`, [date.year - 1, date.year]);
}

/** In the year that it is for, or after it: only the second is on line 4. */
const whenChoices = (years: readonly number[], amount: Decimal | null): Asked['choices'] => years.flatMap((year) => [
  { answer: { year, late: '0' }, says: `It is for ${year} and was made during ${year}` },
  ...(amount === null ? [] : [{ answer: { year, late: amount.abs().toString() }, says: `It is for ${year} and was made in ${year + 1}, by the due date` }]),
]);

interface Outcomes {
  readonly inYear: (year: number, note: string) => Judgement;
  readonly after: (year: number, note: string) => Judgement;
  readonly ask: (code: string, why: string, years: readonly number[]) => Judgement;
}

function datedFor(year: number, date: CalendarDate | null, { inYear, after, ask }: Outcomes): Judgement {
  if (date === null) return inYear(year, withoutDate(year));
  if (date.year === year) return inYear(year, `made ${usDate(date)}`);
  const lastDay = lastDayFor(year);
  if (date.year === year + 1 && lastDay !== null && isoDate(date) <= lastDay) return after(year, `made ${usDate(date)}, for ${year}`);
  if (date.year === year + 1) {
    const due = lastDay === null ? 'the due date of that return is not in our table' : `the return was due on ${lastDay}`;
    return ask('MADE_AFTER_DUE_DATE', `It is for ${year} but was made on ${usDate(date)}, and ${due}. A disaster postponement would allow it.`, [year, date.year]);
  }
  return ask('DATE_AND_YEAR_DISAGREE', `It is for ${year} but dated ${usDate(date)}.`, [year, date.year]);
}
