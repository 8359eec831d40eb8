import { toPlaces, type Decimal } from './decimal';
import { RATE_PLACES } from './inputs';
import { unitsPerDollar, type Cells, type Figures } from './term';
import { unitsOf, type Amount } from './words';

/**
 * Rates, as a plan's document writes them. A rate is no amount of money, so nothing rounds it to cents; on a sheet it is
 * multiplied as a whole number of millionths, so that an exact half is still an exact half when it is rounded.
 */

/** 0.25 as "25%", 0.095 as "9.5%". */
export const inPercent = (rate: Decimal): string => `${rate.times(100).toFixed()}%`;

export const rateInput = (name: string, means: string): Amount => ({
  value: (figures) => figures.input(name),
  formula: (cells) => cells.input(name),
  says: (figures) => `${means} (${inPercent(figures.input(name))})`,
});

/** A rate that the law itself sets. */
export const fixedRate = (rate: Decimal, means: string): Amount => ({
  value: () => rate,
  formula: () => rate.toFixed(),
  says: () => `${means} (${inPercent(rate)})`,
});

/** An amount times a rate, rounded half up to the unit of the form. */
export const shareOf = (of: Amount, rate: Amount): Amount => ({
  value: (figures) => toPlaces(unitsOf(of.value(figures), figures).times(rate.value(figures)), 0).dividedBy(unitsPerDollar(figures.settings.unit)),
  formula: (cells) => `ROUND(${unitsOnSheet(of, cells)}*${millionths(rate, cells)}/10^${RATE_PLACES},0)/${cells.unitsPerDollar}`,
  says: (figures) => `${of.says(figures)} times ${rate.says(figures)}`,
});

/** What is a rate of the rest once it has been taken off: the amount times rate over (1 + rate). */
export const shareOfRest = (of: Amount, rate: Amount): Amount => ({
  value: (figures: Figures) => {
    const share = rate.value(figures);
    return toPlaces(unitsOf(of.value(figures), figures).times(share).dividedBy(share.plus(1)), 0).dividedBy(unitsPerDollar(figures.settings.unit));
  },
  formula: (cells) => {
    const share = millionths(rate, cells);
    return `ROUND(${unitsOnSheet(of, cells)}*${share}/(10^${RATE_PLACES}+${share}),0)/${cells.unitsPerDollar}`;
  },
  says: (figures) => `${of.says(figures)} times ${rate.says(figures)} over 100% and the same rate`,
});

const unitsOnSheet = (of: Amount, cells: Cells): string => `ROUND(${of.formula(cells)}*${cells.unitsPerDollar},0)`;
const millionths = (rate: Amount, cells: Cells): string => `ROUND(${rate.formula(cells)}*10^${RATE_PLACES},0)`;
