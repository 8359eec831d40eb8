import { formatCell } from '../cells/address';
import { Decimal, zero } from '../engine/decimal';
import { inWords } from '../engine/words';
import { detailsOf } from '../plan/answers';
import type { Answers } from './context';
import type { Counted } from './fates';
import type { Lists } from './lists';
import { inList } from './sentences';

/**
 * What of a year's contributions was deducted is asked once a person and year, unless the source says that they were not
 * deducted or what was. Until then nothing counts as deducted.
 */
export function deductions(used: readonly Counted[], year: number, answers: Answers, lists: Lists): readonly Counted[] {
  const contributed = used.filter(({ input, amount }) => (input === 'contributionsInYear' || input === 'contributionsAfterYearEnd') && !amount.isZero());
  const answered = contributed.flatMap((one) => {
    const { deducted } = detailsOf(answers.at(one.cell));
    return deducted === undefined ? [] : [{ one, amount: new Decimal(deducted) }];
  });
  if (answered.length > 0) {
    return answered.filter(({ amount }) => !amount.isZero()).map(({ one, amount }) => ({
      ...one, input: 'deducted' as const, amount, sign: 1 as const, text: null, blank: false, answered: true as const, note: `deducted for ${year}, as answered`,
    }));
  }
  const unsaid = contributed.filter(({ nondeductible }) => !nondeductible);
  const [first] = unsaid;
  if (first === undefined || used.some(({ input }) => input === 'deducted')) return [];
  const takenBack = used.filter(({ input }) => input === 'returned' || input === 'recharacterizedToRoth').reduce((sum, { amount }) => sum.plus(amount), zero);
  const total = unsaid.reduce((sum, { amount }) => sum.plus(amount), zero).minus(takenBack);
  if (!total.greaterThan(zero)) return [];
  lists.ask({
    cell: first.cell,
    about: 'year',
    code: 'DEDUCTED_UNKNOWN',
    text: `${inWords(total)} was contributed${takenBack.isZero() ? '' : ' and kept'} for ${year} (${inList(unsaid.map(({ cell }) => formatCell(cell)))}), and nothing says how much of it was deducted on Form 1040. Until you say, nothing counts as deducted.`,
    choices: [
      { answer: { deducted: '0' }, says: 'None of it was deducted' },
      { answer: { deducted: total.toString() }, says: `All of it, ${inWords(total)}, was deducted` },
    ],
  });
  return [];
}
