import type { Decimal } from '../../engine/decimal';
import { Refusal } from '../../engine/refusal';
import { inWords } from '../../engine/words';
import { refuseMoreThan } from '../../engine/inputs';
import { inputs as table, type InputName } from './inputs';

type Amounts = Readonly<Record<InputName, Decimal>>;

/**
 * Amounts of one year that cannot all be true.
 *
 * @throws Refusal CONTRADICTION where a part is more than its whole, MISSING where line 4 hangs on a date that was not given.
 */
export const refuseContradictions = (amounts: Amounts, given: Partial<Record<InputName, Decimal>>): void => {
  const { contributionsInYear, contributionsAfterYearEnd, returned, recharacterizedToRoth, deducted, undoneAfterYearEnd } = amounts;
  const contributed = contributionsInYear.plus(contributionsAfterYearEnd);
  const undone = returned.plus(recharacterizedToRoth);
  refuseMoreThan('deducted', 'returned, recharacterized to Roth or deducted', undone.plus(deducted), 'contributed for the year', contributed);
  refuseMoreThan('undoneAfterYearEnd', table.undoneAfterYearEnd.says, undoneAfterYearEnd, 'returned or recharacterized', undone);
  refuseMoreThan('undoneAfterYearEnd', table.undoneAfterYearEnd.says, undoneAfterYearEnd, table.contributionsAfterYearEnd.says, contributionsAfterYearEnd);
  refuseUnknownSide(amounts, given);
  if (given.undoneAfterYearEnd !== undefined) {
    refuseMoreThan('undoneAfterYearEnd', 'returned or recharacterized of what was contributed during the year', undone.minus(undoneAfterYearEnd),
      table.contributionsInYear.says, contributionsInYear);
  }
  refuseMoreThan('basisRemoved', table.basisRemoved.says, amounts.basisRemoved, 'basis carried and added', amounts.priorBasis.plus(amounts.basisAdded));
  refuseMoreThan('disasterDistributions', table.disasterDistributions.says, amounts.disasterDistributions,
    'distributions on line 7, which include them', amounts.distributions);
};

/**
 * Where contributions were made on both sides of the year end and some were undone, line 4 depends on which. All of them
 * undone leaves nothing to ask.
 */
const refuseUnknownSide = (amounts: Amounts, given: Partial<Record<InputName, Decimal>>): void => {
  const { contributionsInYear, contributionsAfterYearEnd, returned, recharacterizedToRoth, distributions, conversions } = amounts;
  const undone = returned.plus(recharacterizedToRoth);
  const matters = !contributionsInYear.isZero() && !contributionsAfterYearEnd.isZero() && !undone.isZero()
    && undone.lessThan(contributionsInYear.plus(contributionsAfterYearEnd)) && !distributions.plus(conversions).isZero();
  if (matters && given.undoneAfterYearEnd === undefined) {
    throw new Refusal('MISSING', 'undoneAfterYearEnd', '', `0 to ${inWords(undone)}`,
      `${inWords(undone)} of the contributions was returned or recharacterized; ${inWords(contributionsInYear)} had been made during the year and `
      + `${inWords(contributionsAfterYearEnd)} after year end. Say how much of the ${inWords(undone)} had been made after year end: line 4 depends on it.`);
  }
};
