import type { CalendarDate } from '../cells/date';
import { usDate } from '../cells/date';
import { detailsOf, saysItCounts } from '../plan/answers';
import { onlyYear, type SourceContext } from './context';
import { classifyAccount, type AccountWords } from '../rules/accountWords';
import { nameOf } from './grid';
import { excludeChoice, includeChoice, yearChoices, type Judgement, type ListRole, type RowFacts } from './judgement';

/** A list of accounts of every kind: the words of each row decide whether its 31 December value belongs to line 6. */
export const accounts: ListRole = {
  role: 'accounts',
  headed: ['fmv_year_end', 'amount'],
  signs: 'positive',
  datedInWords: false,
  judge: (row, context) => {
    const words = accountOf(row);
    if (!saysItCounts(row.answer)) {
      if (words.verdict === 'out') return { kind: 'exclude', reason: words.why, accountType: words.name };
      if (words.verdict === 'ask') return { kind: 'ask', code: 'ACCOUNT_TYPE_UNKNOWN', why: words.why, choices: [includeChoice, excludeChoice] };
    }
    return valueOf(row, context, words.verdict === 'in' ? words.why : 'included by the preparer');
  },
  asksForBlank: (row) => {
    const { verdict } = accountOf(row);
    return verdict === 'in' || (verdict === 'ask' && row.texts.some(({ concept }) => concept === 'account_type'));
  },
};

/** Year-end values that the preparer selected as such. Words are not needed, but words that speak against it count. */
export const fmv: ListRole = {
  role: 'fmv',
  headed: ['fmv_year_end', 'amount'],
  signs: 'positive',
  datedInWords: true,
  judge: (row, context) => {
    const words = accountOf(row);
    const doubtful = words.verdict === 'ask' && row.texts.some(({ text }) => foreign.test(text) || text.includes('?'));
    if (!saysItCounts(row.answer)) {
      if (words.verdict === 'out') return { kind: 'exclude', reason: words.why, accountType: words.name };
      if (doubtful) return { kind: 'ask', code: 'ACCOUNT_TYPE_UNKNOWN', why: words.why, choices: [includeChoice, excludeChoice] };
    }
    return valueOf(row, context, 'selected as a year-end value');
  },
  asksForBlank: (row) => row.texts.length === 0 || accountOf(row).verdict === 'in',
};

function valueOf(row: RowFacts, context: SourceContext, note: string): Judgement {
  const year = detailsOf(row.answer).year ?? (row.year.kind === 'year' ? row.year.year : null);
  if (year !== null) return { kind: 'count', input: 'accountValues', year, note };
  if (row.year.kind === 'unclear') return { kind: 'ask', code: 'YEAR_UNKNOWN', why: row.year.why, choices: yearChoices(context.years) };
  const date = row.date.kind === 'date' ? row.date.date : null;
  if (date !== null && !isYearEnd(date)) {
    return { kind: 'ask', code: 'NOT_YEAR_END', why: `It is dated ${usDate(date)}, and line 6 is the value on 31 December.`, choices: [...yearChoices(context.years), excludeChoice] };
  }
  const only = date?.year ?? onlyYear(context);
  return only === null
    ? { kind: 'ask', code: 'YEAR_UNKNOWN', why: 'Nothing says at the end of which year this was the value.', choices: yearChoices(context.years) }
    : { kind: 'count', input: 'accountValues', year: only, note };
}

const isYearEnd = ({ month, day }: CalendarDate): boolean => month === 12 && day === 31;

/**
 * What the words of a row say together. The type column speaks first; where it is silent the other words speak. An
 * inheritance, Roth or a plan that is mentioned beside a type that counts makes the row a question.
 */
export function accountOf(row: Pick<RowFacts, 'texts'>): AccountWords {
  const typed = row.texts.filter(({ concept }) => concept === 'account_type');
  const other = row.texts.filter(({ concept }) => concept === null || concept === 'institution' || concept === 'owner');
  const speaking = typed.length > 0 ? typed : other;
  const readings = speaking.map(({ text }) => classifyAccount(text));
  const [counts, out] = [readings.find(({ verdict }) => verdict === 'in'), readings.find(({ verdict }) => verdict === 'out')];
  if (counts !== undefined && out !== undefined) return { ...out, verdict: 'ask', why: `The row speaks of "${counts.name}" and of "${out.name}".` };
  if (counts === undefined) return out ?? readings[0] ?? classifyAccount('');
  const against = row.texts.find(({ text, concept }) =>
    concept !== 'source' && concept !== 'account_number' && (concept === 'notes' ? inheritance : foreign).test(text));
  if (against === undefined) return counts;
  return { ...counts, verdict: 'ask', why: `The row speaks of "${counts.name}" and, in ${nameOf(against.cell)}, of "${against.text}".` };
}

const inheritance = /\b(?:inherited|inherit|inh|decedent|deceased|bda|bene(?:ficiary)? ira)\b/iu;
const foreign = /\b(?:roth|inherited|inherit|inh|decedent|deceased|bda|bene(?:ficiary)?|401 ?\(?k|403 ?\(?b|457|hsa|529)\b/iu;
