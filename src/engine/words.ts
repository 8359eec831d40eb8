import { Decimal, one, toPlaces, zero } from './decimal';
import { decimalsOf, unitsPerDollar, type Figures, type Term } from './term';

/**
 * The words a form may be written in. Each gives the engine's value and the sheet's formula side by side, so that neither
 * can be changed without the other in view.
 *
 * Sheets reckon in binary. Three habits keep them on the engine's decimals: a sum or difference is rounded to the unit of
 * the form; a product with a ratio is taken in whole units and multiplied before it is divided, so that an exact half is
 * still an exact half when it is rounded; and a test against zero looks at whole cents. What is done with line 10 stands in
 * ratio.ts.
 */

export type Amount = Term<Decimal>;
export type Truth = Term<boolean>;

/** 1234.5 as "1,234.50", 1234 as "1,234": the way amounts stand in every sentence. */
export const inWords = (amount: Decimal): string => {
  const [whole = '0', cents] = toPlaces(amount.abs(), amount.isInteger() ? 0 : 2).toFixed(amount.isInteger() ? 0 : 2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount.isNegative() && !amount.isZero() ? '-' : ''}${grouped}${cents ? `.${cents}` : ''}`;
};

/** A ratio with as many of its places as it needs: 0.5, 0.0495528808. */
export const inPlaces = (amount: Decimal, places: number): string => toPlaces(amount, places).toFixed();

export const unitsOf = (amount: Decimal, figures: Figures): Decimal => toPlaces(amount.times(unitsPerDollar(figures.settings.unit)), 0);

const toUnitOf = (amount: Decimal, figures: Figures): Decimal => toPlaces(amount, decimalsOf(figures.settings.unit));

/** An amount that the form starts from: the sum of the source cells that play this part. `means` is what it is called in a sentence. */
export const input = (name: string, means: string): Amount => ({
  value: (figures) => figures.input(name),
  formula: (cells) => cells.input(name),
  says: (figures) => `${means} (${inWords(figures.input(name))})`,
});

/** An amount that the law itself sets. */
export const fixed = (amount: Decimal, means: string): Amount => ({
  value: () => amount,
  formula: () => amount.toFixed(),
  says: () => `${means} (${inWords(amount)})`,
});

/** What the preparer, or an earlier year, has settled with a Yes; each answer with what it means. */
export const chosen = <Name extends string>(name: Name, yes: string, no: string): Truth => ({
  value: (figures) => figures.choice(name) === true,
  formula: (cells) => `EXACT(UPPER(${cells.choice(name)}),"YES")`,
  says: (figures) => (figures.choice(name) === true ? yes : no),
});

/** The same settled with a No: where nobody has settled it, it is neither. */
export const declined = <Name extends string>(name: Name, yes: string, no: string): Truth => ({
  value: (figures) => figures.choice(name) === false,
  formula: (cells) => `EXACT(UPPER(${cells.choice(name)}),"NO")`,
  says: (figures) => (figures.choice(name) === false ? yes : no),
});

/** The same value and formula, told in other words than its parts would tell it. */
export const told = <Result>(term: Term<Result>, says: (figures: Figures) => string): Term<Result> => ({ ...term, says });

/** Input amounts added up with their cents, some of them taken off. A sentence names those that are not zero. */
export const total = (plus: readonly Amount[], minus: readonly Amount[] = []): Amount => ({
  value: (figures) => minus.reduce((sum, term) => sum.minus(term.value(figures)), plus.reduce((sum, term) => sum.plus(term.value(figures)), zero)),
  formula: (cells) => plus.map((term) => term.formula(cells)).join('+') + minus.map((term) => `-${term.formula(cells)}`).join(''),
  says: (figures) => {
    const named = (terms: readonly Amount[]): readonly string[] =>
      terms.filter((term) => !term.value(figures).isZero()).map((term) => term.says(figures));
    return [named(plus).join(' plus ') || 'nothing was entered', ...named(minus)].join(' less ');
  },
});

/** Rounded half up to the unit of the form. Cents are summed first, as the Form 1040 instructions ask. */
export const toUnit = (term: Amount): Amount => {
  const value = (figures: Figures): Decimal => toUnitOf(toPlaces(term.value(figures), 2), figures);
  return {
    value,
    formula: (cells) => `ROUND(ROUND(${term.formula(cells)},2),${cells.decimals})`,
    says: (figures) => `${term.says(figures)}${value(figures).equals(term.value(figures)) ? '' : `, rounded to whole ${figures.settings.unit}`}`,
  };
};

/** Lines added up: they stand in the unit already, and the rounding only keeps a sheet's binary dust out. */
export const add = (...terms: readonly Amount[]): Amount => ({
  value: (figures) => terms.reduce((sum, term) => sum.plus(term.value(figures)), zero),
  formula: (cells) => `ROUND(${terms.map((term) => term.formula(cells)).join('+')},${cells.decimals})`,
  says: (figures) => terms.map((term) => term.says(figures)).join(' plus '),
});

/** One amount less others. A sentence leaves out what is zero, but names at least one. */
export const less = (from: Amount, ...taken: readonly Amount[]): Amount => ({
  value: (figures) => taken.reduce((rest, term) => rest.minus(term.value(figures)), from.value(figures)),
  formula: (cells) => `ROUND(${[from, ...taken].map((term) => term.formula(cells)).join('-')},${cells.decimals})`,
  says: (figures) => {
    const [first, ...others] = taken;
    const named = [from, ...(first ? [first] : []), ...others.filter((term) => !term.value(figures).isZero())];
    return named.map((term) => term.says(figures)).join(' less ');
  },
});

export const atLeastZero = (term: Amount): Amount => ({
  value: (figures) => Decimal.max(zero, term.value(figures)),
  formula: (cells) => `MAX(0,${term.formula(cells)})`,
  says: (figures) => `${term.says(figures)}${term.value(figures).isNegative() ? ', which would be below zero' : ''}`,
});

/** The smaller of an amount and the cap that it must not pass. */
export const atMost = (cap: Amount, term: Amount): Amount => ({
  value: (figures) => Decimal.min(cap.value(figures), term.value(figures)),
  formula: (cells) => `MIN(${cap.formula(cells)},${term.formula(cells)})`,
  says: (figures) => `${term.says(figures)}${term.value(figures).greaterThan(cap.value(figures)) ? `, held at ${cap.says(figures)}` : ''}`,
});

/** The larger of two amounts. */
export const atLeast = (floor: Amount, term: Amount): Amount => ({
  value: (figures) => Decimal.max(floor.value(figures), term.value(figures)),
  formula: (cells) => `MAX(${floor.formula(cells)},${term.formula(cells)})`,
  says: (figures) => (term.value(figures).lessThan(floor.value(figures)) ? floor : term).says(figures),
});

/** An amount times one amount over another, all counted in whole units and rounded half up to the unit of the form. */
export const proportion = (of: Amount, part: Amount, whole: Amount): Amount => ({
  value: (figures) =>
    toPlaces(unitsOf(of.value(figures), figures).times(unitsOf(part.value(figures), figures)).dividedBy(unitsOf(whole.value(figures), figures)), 0)
      .dividedBy(unitsPerDollar(figures.settings.unit)),
  formula: (cells) => {
    const inUnits = (term: Amount): string => `ROUND(${term.formula(cells)}*${cells.unitsPerDollar},0)`;
    return `ROUND(${inUnits(of)}*${inUnits(part)}/${inUnits(whole)},0)/${cells.unitsPerDollar}`;
  },
  says: (figures) => `${of.says(figures)} times ${part.says(figures)} over ${whole.says(figures)}`,
});

/** How far one amount goes of another, as a decimal for the eye and never more than 1: nothing is worked out from it. */
export const fraction = (part: Amount, whole: Amount): Amount => ({
  value: (figures) => Decimal.min(one, part.value(figures).dividedBy(whole.value(figures))),
  formula: (cells) => `MIN(1,${part.formula(cells)}/${whole.formula(cells)})`,
  says: (figures) => `${part.says(figures)} divided by ${whole.says(figures)}`,
});

/**
 * An amount times one amount over another, rounded up to a multiple of dollars: the ratio is not rounded before. On a sheet
 * all are whole numbers until the one division, so that an exact multiple stays and the least above it goes up.
 */
export const proportionUpTo = (multiple: Decimal, of: Amount, part: Amount, whole: Amount): Amount => ({
  value: (figures) =>
    unitsOf(of.value(figures), figures).times(unitsOf(part.value(figures), figures))
      .dividedBy(unitsOf(whole.value(figures), figures).times(multiple).times(unitsPerDollar(figures.settings.unit)))
      .ceil().times(multiple),
  formula: (cells) => {
    const inUnits = (term: Amount): string => `ROUND(${term.formula(cells)}*${cells.unitsPerDollar},0)`;
    return `-INT(-${inUnits(of)}*${inUnits(part)}/(${inUnits(whole)}*${multiple.toFixed()}*${cells.unitsPerDollar}))*${multiple.toFixed()}`;
  },
  says: (figures) => `${of.says(figures)} times ${part.says(figures)} over ${whole.says(figures)}, rounded up to the next ${inWords(multiple)}`,
});

/** More than nothing, looked at in whole cents: before the amount is rounded to dollars. */
export const isPositive = (term: Amount, yes: string, no: string): Truth => ({
  value: (figures) => toPlaces(term.value(figures), 2).greaterThan(zero),
  formula: (cells) => `ROUND(${term.formula(cells)},2)>0`,
  says: (figures) => (toPlaces(term.value(figures), 2).greaterThan(zero) ? yes : no),
});

/** One line at least as large as another. */
export const reaches = (term: Amount, floor: Amount): Truth => ({
  value: (figures) => term.value(figures).greaterThanOrEqualTo(floor.value(figures)),
  formula: (cells) => `ROUND(${term.formula(cells)}-${floor.formula(cells)},2)>=0`,
  says: (figures) => `${term.says(figures)} is ${term.value(figures).lessThan(floor.value(figures)) ? 'less than' : 'not less than'} ${floor.says(figures)}`,
});

const once = (sentences: readonly string[]): readonly string[] => [...new Set(sentences)];

/** A No is told by the first part that fails. */
export const all = (...terms: readonly Truth[]): Truth => ({
  value: (figures) => terms.every((term) => term.value(figures)),
  formula: (cells) => `AND(${terms.map((term) => term.formula(cells)).join(',')})`,
  says: (figures) => {
    const failing = terms.find((term) => !term.value(figures));
    return failing ? failing.says(figures) : once(terms.map((term) => term.says(figures))).join(' and ');
  },
});

/** A Yes is told by the parts that hold. */
export const any = (...terms: readonly Truth[]): Truth => ({
  value: (figures) => terms.some((term) => term.value(figures)),
  formula: (cells) => `OR(${terms.map((term) => term.formula(cells)).join(',')})`,
  says: (figures) => {
    const holding = terms.filter((term) => term.value(figures));
    return once((holding.length > 0 ? holding : terms).map((term) => term.says(figures))).join(holding.length > 0 ? '; ' : ' and ');
  },
});

export const not = (term: Truth): Truth => ({
  value: (figures) => !term.value(figures),
  formula: (cells) => `NOT(${term.formula(cells)})`,
  says: (figures) => term.says(figures),
});

/** One term or the other. The one not taken is not worked out: it may stand on lines that the form leaves blank. */
export const either = (condition: Truth, then: Amount, otherwise: Amount): Amount => ({
  value: (figures) => (condition.value(figures) ? then : otherwise).value(figures),
  formula: (cells) => `IF(${condition.formula(cells)},${then.formula(cells)},${otherwise.formula(cells)})`,
  says: (figures) => (condition.value(figures) ? then : otherwise).says(figures),
});

export const nothing: Amount = { value: () => zero, formula: () => '0', says: () => 'nothing' };
