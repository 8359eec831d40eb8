import { formatCell } from '../cells/address';
import { Decimal, zero } from '../engine/decimal';
import { inWords } from '../engine/words';
import { detailsOf } from '../plan/answers';
import type { Answers } from './context';
import type { Counted } from './fates';
import type { Lists } from './lists';
import { inList } from './sentences';

/**
 * Contributions that were returned or recharacterized to Roth leave that side of the year end on which they had been made,
 * and line 4 depends on which. Where contributions stand on both sides, what is not known of it is asked; until it is
 * answered as much as can be counts as made during the year.
 */
export function undone(used: readonly Counted[], year: number, answers: Answers, lists: Lists): readonly Counted[] {
  const all = used.filter(({ input, amount }) => (input === 'returned' || input === 'recharacterizedToRoth') && !amount.isZero());
  const inYear = sumOf(used, 'contributionsInYear');
  const late = sumOf(used, 'contributionsAfterYearEnd');
  const [first] = all;
  if (first === undefined || inYear.isZero() || late.isZero()) return [];

  const note = (how: string): string => `of what was returned or recharacterized for ${year}: had been made after year end, ${how}`;
  const asAnswered = (one: Counted, amount: Decimal, how: string): Counted =>
    ({ ...one, input: 'undoneAfterYearEnd', amount, sign: 1, text: null, blank: false, answered: true, note: note(how) });
  const known = all.map((one): Counted | null => {
    const answered = detailsOf(answers.at(one.cell)).late;
    if (answered !== undefined) return asAnswered(one, Decimal.min(new Decimal(answered), one.amount), 'as answered');
    if (one.wasLate === undefined) return null;
    return one.wasLate ? { ...one, input: 'undoneAfterYearEnd', note: note('by its date') } : asAnswered(one, zero, 'by its date');
  });
  const open = all.filter((_, index) => known[index] === null);
  const settled = known.filter((one): one is Counted => one !== null);
  const [unknown] = open;
  if (unknown === undefined) return settled;

  const total = open.reduce((sum, { amount }) => sum.plus(amount), zero);
  lists.ask({
    cell: unknown.cell,
    about: 'year',
    code: 'UNDONE_SIDE_UNKNOWN',
    text: `${inWords(total)} of the contributions for ${year} was returned or recharacterized (${inList(open.map(({ cell }) => formatCell(cell)))}); ${inWords(inYear)} had been made during ${year} and ${inWords(late)} after it. `
      + 'How much of what was taken back had been made after year end? Line 4 depends on it.',
    choices: [
      { answer: { late: '0' }, says: `None of it: it had been made during ${year}` },
      { answer: { late: unknown.amount.toString() }, says: 'All of it had been made after year end' },
    ],
  });
  const least = Decimal.max(zero, all.reduce((sum, { amount }) => sum.plus(amount), zero).minus(inYear).minus(settled.reduce((sum, { amount }) => sum.plus(amount), zero)));
  return [...settled, asAnswered(unknown, least, 'until that is answered')];
}

const sumOf = (used: readonly Counted[], input: Counted['input']): Decimal =>
  used.filter((one) => one.input === input).reduce((sum, { amount }) => sum.plus(amount), zero);
