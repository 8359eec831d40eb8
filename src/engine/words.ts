import { Decimal, one, toPlaces, zero } from './decimal';
import { decimalsOf, unitsPerDollar, type Figures, type Term } from './term';

/**
 * The words a form may be written in. Each gives the engine's value and the sheet's formula side by side, so that neither
 * can be changed without the other in view.
 *
 * Sheets reckon in binary. Three habits keep them on the engine's decimals: a sum or difference is rounded to the unit of
 * the form; a product with a ratio is taken in whole units and multiplied before it is divided, so that an exact half is
 * still an exact half when it is rounded; and a test against zero looks at whole cents.
 */

type Amount = Term<Decimal>;
type Truth = Term<boolean>;

/** 1234.5 as "1,234.50", 1234 as "1,234": the way amounts stand in every sentence. */
export const inWords = (amount: Decimal): string => {
  const [whole = '0', cents] = toPlaces(amount.abs(), amount.isInteger() ? 0 : 2).toFixed(amount.isInteger() ? 0 : 2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount.isNegative() && !amount.isZero() ? '-' : ''}${grouped}${cents ? `.${cents}` : ''}`;
};

const units = (amount: Decimal, figures: Figures): Decimal => toPlaces(amount.times(unitsPerDollar(figures.settings.unit)), 0);

const toUnitOf = (amount: Decimal, figures: Figures): Decimal => toPlaces(amount, decimalsOf(figures.settings.unit));

/** An amount that the form starts from: the sum of the source cells that play this part. */
export const input = (name: string): Amount => ({
  value: (figures) => figures.input(name),
  formula: (cells) => cells.input(name),
  says: (figures) => inWords(figures.input(name)),
});

/** What the preparer, or an earlier year, has settled. */
export const chosen = <Name extends string>(name: Name): Truth => ({
  value: (figures) => figures.choice(name),
  formula: (cells) => `${cells.choice(name)}="Yes"`,
  says: (figures) => `${name}: ${figures.choice(name) ? 'Yes' : 'No'}`,
});

/** Input amounts added up with their cents, some of them taken off. */
export const total = (plus: readonly Amount[], minus: readonly Amount[] = []): Amount => ({
  value: (figures) => minus.reduce((sum, term) => sum.minus(term.value(figures)), plus.reduce((sum, term) => sum.plus(term.value(figures)), zero)),
  formula: (cells) => plus.map((term) => term.formula(cells)).join('+') + minus.map((term) => `-${term.formula(cells)}`).join(''),
  says: (figures) => [plus.map((term) => term.says(figures)).join(' + '), ...minus.map((term) => term.says(figures))].join(' - '),
});

/** Rounded half up to the unit of the form. Cents are summed first, as the Form 1040 instructions ask. */
export const toUnit = (term: Amount): Amount => ({
  value: (figures) => toUnitOf(toPlaces(term.value(figures), 2), figures),
  formula: (cells) => `ROUND(ROUND(${term.formula(cells)},2),${cells.decimals})`,
  says: (figures) => term.says(figures),
});

/** Lines added up: they stand in the unit already, and the rounding only keeps a sheet's binary dust out. */
export const add = (...terms: readonly Amount[]): Amount => ({
  value: (figures) => terms.reduce((sum, term) => sum.plus(term.value(figures)), zero),
  formula: (cells) => `ROUND(${terms.map((term) => term.formula(cells)).join('+')},${cells.decimals})`,
  says: (figures) => terms.map((term) => term.says(figures)).join(' plus '),
});

export const less = (from: Amount, ...taken: readonly Amount[]): Amount => ({
  value: (figures) => taken.reduce((rest, term) => rest.minus(term.value(figures)), from.value(figures)),
  formula: (cells) => `ROUND(${[from, ...taken].map((term) => term.formula(cells)).join('-')},${cells.decimals})`,
  says: (figures) => [from, ...taken].map((term) => term.says(figures)).join(' less '),
});

export const atLeastZero = (term: Amount): Amount => ({
  value: (figures) => Decimal.max(zero, term.value(figures)),
  formula: (cells) => `MAX(0,${term.formula(cells)})`,
  says: (figures) => `${term.says(figures)}, not below zero`,
});

/** The smaller of an amount and the cap that it must not pass. */
export const atMost = (cap: Amount, term: Amount): Amount => ({
  value: (figures) => Decimal.min(cap.value(figures), term.value(figures)),
  formula: (cells) => `MIN(${cap.formula(cells)},${term.formula(cells)})`,
  says: (figures) => `${term.says(figures)}, and no more than ${cap.says(figures)}`,
});

/** The share of the pool that is basis: never more than all of it, and rounded only if the preparer asks for places. */
export const ratio = (part: Amount, whole: Amount): Amount => ({
  value: (figures) => {
    const exact = part.value(figures).dividedBy(whole.value(figures));
    const { ratioPlaces } = figures.settings;
    return Decimal.min(one, ratioPlaces === 'exact' ? exact : toPlaces(exact, ratioPlaces));
  },
  formula: (cells) => {
    const exact = `${part.formula(cells)}/${whole.formula(cells)}`;
    return `MIN(1,IF(ISNUMBER(${cells.ratioPlaces}),ROUND(${exact},${cells.ratioPlaces}),${exact}))`;
  },
  says: (figures) => `${part.says(figures)} divided by ${whole.says(figures)}, and no more than 1`,
});

/** The ratio as a fraction of whole numbers, upper and lower number: what is multiplied and divided by in its place. */
export const upperNumber = (shown: Amount, part: Amount, whole: Amount): Amount => ({
  value: (figures) => {
    const { ratioPlaces } = figures.settings;
    return ratioPlaces === 'exact'
      ? units(Decimal.min(part.value(figures), whole.value(figures)), figures)
      : toPlaces(shown.value(figures).times(new Decimal(10).pow(ratioPlaces)), 0);
  },
  formula: (cells) =>
    `IF(ISNUMBER(${cells.ratioPlaces}),ROUND(${shown.formula(cells)}*10^${cells.ratioPlaces},0),`
    + `ROUND(MIN(${part.formula(cells)},${whole.formula(cells)})*${cells.unitsPerDollar},0))`,
  says: (figures) => `the upper number of the fraction ${part.says(figures)} over ${whole.says(figures)}`,
});

export const lowerNumber = (part: Amount, whole: Amount): Amount => ({
  value: (figures) => {
    const { ratioPlaces } = figures.settings;
    return ratioPlaces === 'exact' ? units(whole.value(figures), figures) : new Decimal(10).pow(ratioPlaces);
  },
  formula: (cells) => `IF(ISNUMBER(${cells.ratioPlaces}),10^${cells.ratioPlaces},ROUND(${whole.formula(cells)}*${cells.unitsPerDollar},0))`,
  says: (figures) => `the lower number of the fraction ${part.says(figures)} over ${whole.says(figures)}`,
});

/** An amount counted in whole units of the form: dollars, or cents. */
export const inUnits = (term: Amount): Amount => ({
  value: (figures) => units(term.value(figures), figures),
  formula: (cells) => `ROUND(${term.formula(cells)}*${cells.unitsPerDollar},0)`,
  says: (figures) => term.says(figures),
});

/** An amount times a fraction of whole numbers, rounded half up to the unit of the form. */
export const share = (of: Amount, upper: Amount, lower: Amount): Amount => ({
  value: (figures) =>
    toPlaces(units(of.value(figures), figures).times(upper.value(figures)).dividedBy(lower.value(figures)), 0)
      .dividedBy(unitsPerDollar(figures.settings.unit)),
  formula: (cells) =>
    `ROUND(${inUnits(of).formula(cells)}*${upper.formula(cells)}/${lower.formula(cells)},0)/${cells.unitsPerDollar}`,
  says: (figures) => `${of.says(figures)} times ${upper.says(figures)} over ${lower.says(figures)}`,
});

/** More than nothing, looked at in whole cents: before the amount is rounded to dollars. */
export const isPositive = (term: Amount): Truth => ({
  value: (figures) => toPlaces(term.value(figures), 2).greaterThan(zero),
  formula: (cells) => `ROUND(${term.formula(cells)},2)>0`,
  says: (figures) => `${term.says(figures)} is more than zero`,
});

export const all = (...terms: readonly Truth[]): Truth => ({
  value: (figures) => terms.every((term) => term.value(figures)),
  formula: (cells) => `AND(${terms.map((term) => term.formula(cells)).join(',')})`,
  says: (figures) => terms.map((term) => term.says(figures)).join(' and '),
});

export const any = (...terms: readonly Truth[]): Truth => ({
  value: (figures) => terms.some((term) => term.value(figures)),
  formula: (cells) => `OR(${terms.map((term) => term.formula(cells)).join(',')})`,
  says: (figures) => terms.map((term) => term.says(figures)).join(' or '),
});

/** One term or the other. The one not taken is not worked out: it may stand on lines that the form leaves blank. */
export const either = (condition: Truth, then: Amount, otherwise: Amount): Amount => ({
  value: (figures) => (condition.value(figures) ? then : otherwise).value(figures),
  formula: (cells) => `IF(${condition.formula(cells)},${then.formula(cells)},${otherwise.formula(cells)})`,
  says: (figures) => (condition.value(figures) ? then : otherwise).says(figures),
});

export const nothing: Amount = { value: () => zero, formula: () => '0', says: () => '0' };
