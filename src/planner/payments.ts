import { Decimal } from '../engine/decimal';
import { RATE_PLACES, asPercent } from '../engine/rates';
import { unitsPerDollar, type Cells, type Figures, type Term } from '../engine/term';
import { inWords, unitsOf, type Amount } from '../engine/words';

/**
 * An amount spread over payments. Everything is rounded DOWN, to the cent or to the step that a payroll takes, so that all
 * payments together never pass the amount. On a sheet all are whole numbers until the one division, as in `engine/words.ts`.
 */

const tenThousand = 10 ** RATE_PLACES;

const inUnits = (term: Amount, cells: Cells): string => `ROUND(${term.formula(cells)}*${cells.unitsPerDollar},0)`;
const inSteps = (term: Term, cells: Cells): string => `ROUND(${term.formula(cells)}*10^${RATE_PLACES},0)`;
const inDollars = (units: Decimal, figures: Figures): Decimal => units.dividedBy(unitsPerDollar(figures.settings.unit));

/** One of so many equal payments. */
export const onePaymentOf = (of: Amount, payments: Term): Amount => ({
  value: (figures) => inDollars(unitsOf(of.value(figures), figures).dividedBy(payments.value(figures)).floor(), figures),
  formula: (cells) => `INT(${inUnits(of, cells)}/${payments.formula(cells)})/${cells.unitsPerDollar}`,
  says: (figures) => `${of.says(figures)} over ${payments.says(figures)}`,
});

/** One of so many equal payments, as a multiple of a step in dollars. */
export const paymentInSteps = (of: Amount, payments: Term, step: Amount): Amount => ({
  value: (figures) => {
    const units = unitsOf(step.value(figures), figures);
    return inDollars(unitsOf(of.value(figures), figures).dividedBy(payments.value(figures).times(units)).floor().times(units), figures);
  },
  formula: (cells) => `INT(${inUnits(of, cells)}/(${payments.formula(cells)}*${inUnits(step, cells)}))*${inUnits(step, cells)}/${cells.unitsPerDollar}`,
  says: (figures) => `${of.says(figures)} over ${payments.says(figures)}, rounded down to a multiple of ${inWords(step.value(figures))}`,
});

/** The share of each of so many payments that adds up to an amount, as a multiple of a step in percent, and at most all of it. */
export const shareInSteps = (of: Amount, payments: Term, each: Amount, step: Term): Term => ({
  value: (figures) => {
    const steps = step.value(figures).times(tenThousand);
    const most = unitsOf(of.value(figures), figures).times(tenThousand)
      .dividedBy(payments.value(figures).times(unitsOf(each.value(figures), figures)).times(steps)).floor();
    const all = new Decimal(tenThousand).dividedBy(steps).floor();
    return Decimal.min(most, all).times(steps).dividedBy(tenThousand);
  },
  formula: (cells) => {
    const steps = inSteps(step, cells);
    const most = `INT(${inUnits(of, cells)}*10^${RATE_PLACES}/(${payments.formula(cells)}*${inUnits(each, cells)}*${steps}))`;
    return `MIN(${most},INT(10^${RATE_PLACES}/${steps}))*${steps}/10^${RATE_PLACES}`;
  },
  says: (figures) => `${of.says(figures)} over ${payments.says(figures)} of ${each.says(figures)}, rounded down to a multiple of ${asPercent(step.value(figures))}`,
});

/** A share of a payment, rounded down to the cent. */
export const shareOf = (payment: Amount, share: Term): Amount => ({
  value: (figures) => inDollars(unitsOf(payment.value(figures), figures).times(share.value(figures)).floor(), figures),
  formula: (cells) => `INT(${inUnits(payment, cells)}*${inSteps(share, cells)}/10^${RATE_PLACES})/${cells.unitsPerDollar}`,
  says: (figures) => `${share.says(figures)} of ${payment.says(figures)}`,
});

/** So many payments together. */
export const allPayments = (payment: Amount, payments: Term): Amount => ({
  value: (figures) => payment.value(figures).times(payments.value(figures)),
  formula: (cells) => `ROUND(${payment.formula(cells)}*${payments.formula(cells)},${cells.decimals})`,
  says: (figures) => `${payment.says(figures)} in each of ${payments.says(figures)}`,
});
