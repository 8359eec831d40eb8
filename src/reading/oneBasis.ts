import { formatCell } from '../cells/address';
import { letsIn } from '../plan/answers';
import type { Answers } from './context';
import type { Counted } from './fates';
import { excludeChoice, includeChoice } from './judgement';
import type { Lists } from './lists';
import { inList } from './sentences';

/** Whether a cell is the basis with which its year begins, as opposed to one to compare with. */
export const isBasis = ({ input, statesCarry }: Counted): boolean => input === 'priorBasis' && !statesCarry;

/** A year begins with one basis. Where several are given, the preparer says which. */
export function oneBasisAYear(counted: readonly Counted[], answers: Answers, lists: Lists): readonly Counted[] {
  const byYear = new Map<number, Counted[]>();
  for (const one of counted.filter(isBasis)) {
    const ofYear = byYear.get(one.year);
    if (ofYear === undefined) byYear.set(one.year, [one]);
    else ofYear.push(one);
  }
  const chosen = (one: Counted): boolean => letsIn(answers.at(one.cell));
  return counted.filter((one) => {
    const rivals = isBasis(one) ? byYear.get(one.year) ?? [] : [];
    if (rivals.length < 2 || chosen(one)) return true;
    if (rivals.some(chosen)) {
      lists.leaveOut(one, `Another cell was chosen as the basis before ${one.year}.`);
      return false;
    }
    lists.ask({
      cell: one.cell,
      about: 'cell',
      code: 'SEVERAL_BASES',
      text: `${formatCell(one.cell)} shows ${one.shown} as the basis before ${one.year}, one of ${rivals.length} cells that do: ${inList(rivals.map(({ cell, shown }) => `${formatCell(cell)} (${shown})`))}. None is counted until you say which.`,
      choices: [{ ...includeChoice, says: 'This one' }, { ...excludeChoice, says: 'Not this one' }],
    });
    return false;
  });
}
