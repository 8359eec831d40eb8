import { formatCell } from '../cells/address';
import { Decimal, zero } from '../engine/decimal';
import { inWords } from '../engine/words';
import { anyInputs, rothInputName, type AnyInputName } from '../forms/form8606';
import { detailsOf, saysItCounts } from '../plan/answers';
import type { Answers } from './context';
import type { Asked } from './facts';
import type { Counted } from './fates';
import { excludeChoice, includeChoice } from './judgement';
import type { Lists } from './lists';
import { inList } from './sentences';
import { sumOf } from './stops';

const bases: readonly AnyInputName[] = ['roth contributionBasis', 'roth conversionBasis'];

/**
 * Basis is one amount a year, and a list may repeat it beside every distribution. Several cells with one are asked about;
 * those that the preparer counts are added up, for a basis may also be listed year by year.
 */
export function rothBasisOnce(counted: readonly Counted[], answers: Answers, lists: Lists): readonly Counted[] {
  return counted.filter((one) => {
    if (!bases.includes(one.input) || saysItCounts(answers.at(one.cell))) return true;
    const same = counted.filter(({ input, year }) => input === one.input && year === one.year);
    if (same.length === 1) return true;
    const { says, line } = anyInputs[one.input];
    lists.ask({
      cell: one.cell,
      about: 'cell',
      code: 'SEVERAL_BASES',
      text: `${formatCell(one.cell)} shows ${one.shown} as ${says} for ${one.year}, one of ${same.length} cells that do: `
        + `${inList(same.map(({ cell, shown }) => `${formatCell(cell)} (${shown})`))}. Line ${line} holds it once. None is counted until you say which are.`,
      choices: [{ ...includeChoice, says: 'Count this one' }, excludeChoice],
    });
    return false;
  });
}

/**
 * Without the basis of a distribution all of it is taxable; and blank is not zero. What it does not reach is not asked for.
 * Gives the basis that the preparer has answered.
 */
export function rothBasisOf(used: readonly Counted[], year: number, answers: Answers, lists: Lists): readonly Counted[] {
  const distributed = used.filter(({ input, amount }) => input === 'roth nonqualified' && !amount.isZero());
  const [first] = distributed;
  if (first === undefined) return [];
  const answered = distributed.flatMap((one) => askable.flatMap((input) => {
    const amount = detailsOf(answers.at(one.cell))[input];
    return amount === undefined ? [] : [asAnswered(one, rothInputName(input), new Decimal(amount))];
  }));
  const known = [...used, ...answered];
  let reached = sumOf(known, 'roth nonqualified').minus(sumOf(known, 'roth homebuyer'));
  for (const input of askable) {
    if (!reached.greaterThan(zero)) break;
    if (!known.some((one) => one.input === rothInputName(input))) {
      lists.ask(missingBasis(first, year, input, reached));
      break;
    }
    reached = reached.minus(sumOf(known, rothInputName(input)));
  }
  return answered;
}

/** In the order in which a distribution takes them up. */
const askable = ['contributionBasis', 'conversionBasis'] as const;

const asAnswered = (at: Counted, input: AnyInputName, amount: Decimal): Counted =>
  ({ ...at, input, amount, sign: 1, text: null, blank: false, answered: true, note: `${anyInputs[input].says}, as answered` });

const missingBasis = ({ cell }: Counted, year: number, input: (typeof askable)[number], reached: Decimal): Asked => {
  const { says, line } = anyInputs[rothInputName(input)];
  return {
    cell,
    about: 'year',
    code: 'ROTH_BASIS_MISSING',
    text: `${inWords(reached)} of the distributions from Roth IRAs in ${year} has to be compared with the ${says} (line ${line}), which no selected range holds. `
      + `Select the cell with it as distributions from Roth IRAs too, under a header or beside a label that says so; or say how much it is. Until then line ${line} counts 0.`,
    choices: [{ answer: { [input]: '0' }, says: `There is no ${says}` }],
  };
};
