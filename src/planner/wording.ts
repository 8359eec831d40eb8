import type { Cells, Figures, Term } from '../engine/term';
import type { Truth } from '../engine/words';
import { quotedText } from '../worksheet/layout';

/** Text that depends on figures: a verdict. It has the readings of every word of the engine. */
export type Wording = Term<string>;

/** The first sentence whose condition holds; each is a text of our own and at most 255 characters, as a formula takes them. */
export const whichever = (cases: readonly (readonly [condition: Truth, says: string])[], otherwise: string): Wording => {
  const found = (figures: Figures): string => cases.find(([condition]) => condition.value(figures))?.[1] ?? otherwise;
  return {
    value: found,
    formula: (cells: Cells) => cases.reduceRight(
      (rest, [condition, says]) => `IF(${condition.formula(cells)},${quotedText(says)},${rest})`, quotedText(otherwise)),
    says: found,
  };
};
