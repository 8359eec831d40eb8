import type { Decimal } from '../engine/decimal';
import type { Cells, Figures, Term } from '../engine/term';
import { inWords, type Truth } from '../engine/words';
import { quotedText } from '../worksheet/layout';
import { toldBlank, toldFormat } from '../worksheet/told';

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

/** The same with words that depend on figures themselves. */
export const either = (condition: Truth, then: Wording, otherwise: Wording): Wording => {
  const found = (figures: Figures): string => (condition.value(figures) ? then : otherwise).value(figures);
  return { value: found, formula: (cells) => `IF(${condition.formula(cells)},${then.formula(cells)},${otherwise.formula(cells)})`, says: found };
};

/** A sentence with figures in it. */
export const joined = (...pieces: readonly (string | Wording)[]): Wording => {
  const found = (figures: Figures): string => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.value(figures))).join('');
  return { value: found, formula: (cells) => pieces.map((piece) => (typeof piece === 'string' ? quotedText(piece) : piece.formula(cells))).join('&'), says: found };
};

/** An amount in a sentence, with its cents. */
export const dollarsIn = (name: string): Wording => {
  const found = (figures: Figures): string => (figures.choice(`${name}?`) ? `$${inCents(figures.input(name))}` : toldBlank);
  return { value: found, formula: (cells) => `IF(EXACT(${cells.input(name)},""),${quotedText(toldBlank)},TEXT(${cells.input(name)},${quotedText(toldFormat)}))`, says: found };
};

const inCents = (amount: Decimal): string => `${inWords(amount)}${amount.isInteger() ? '.00' : ''}`;

/** What a person typed, as it stands. */
export const textIn = (name: string): Wording => {
  const found = (figures: Figures): string => figures.text?.(name) ?? '';
  return { value: found, formula: (cells) => cells.input(name), says: found };
};
