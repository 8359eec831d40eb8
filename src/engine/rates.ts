import { toPlaces, type Decimal } from './decimal';
import { unitsPerDollar, type Term } from './term';
import { unitsOf, type Amount } from './words';

/**
 * Rates that a person types: a tax rate, a yearly return. A rate holds four places (0.01%), so that a product is a
 * whole number divided by ten thousand: a half is still a half when it is rounded, in every program.
 */

export const RATE_PLACES = 4;

/** 0.32 as 32%, 0.0765 as 7.65%. */
export const asPercent = (rate: Decimal): string => `${rate.times(100).toFixed()}%`;

/** A rate as a word; it is no amount of money, so nothing rounds it to cents. */
export const rate = (name: string, means: string): Term => ({
  value: (figures) => toPlaces(figures.input(name), RATE_PLACES),
  formula: (cells) => cells.input(name),
  says: (figures) => `${means} (${asPercent(toPlaces(figures.input(name), RATE_PLACES))})`,
});

/** An amount times a rate, rounded half up to the unit of the form. */
export const timesRate = (of: Amount, by: Term): Amount => ({
  value: (figures) => toPlaces(unitsOf(of.value(figures), figures).times(by.value(figures)), 0).dividedBy(unitsPerDollar(figures.settings.unit)),
  formula: (cells) => `ROUND(ROUND(${of.formula(cells)}*${cells.unitsPerDollar},0)*ROUND(${by.formula(cells)}*10^${RATE_PLACES},0)/10^${RATE_PLACES},0)/${cells.unitsPerDollar}`,
  says: (figures) => `${of.says(figures)} times ${by.says(figures)}`,
});

/** How many of something is not rounded and carries no cents: an age, a number of pay dates. */
export const count = (name: string, means: string): Term => ({
  value: (figures) => figures.input(name),
  formula: (cells) => cells.input(name),
  says: (figures) => `${means} (${figures.input(name).toFixed()})`,
});
