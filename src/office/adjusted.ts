import { Decimal, zero } from '../engine/decimal';
import { anyInputNames, type AnyInputName } from '../forms/form8606';
import { adjustableInputs } from '../worksheet/adjustments';
import type { ExistingAdjustment } from './existingTab';

/** Amounts by the inputs of all parts; what is absent is zero. */
export type AnyInputs = Readonly<Partial<Record<AnyInputName, Decimal>>>;

/** The amounts of a year with the preparer's adjustments, taken up as the tab's formulas take them up: numbers only. */
export const withAdjustments = (inputs: AnyInputs, adjustments: readonly ExistingAdjustment[]): AnyInputs => {
  const adjusted: Partial<Record<AnyInputName, Decimal>> = { ...inputs };
  for (const name of anyInputNames) {
    const rule = adjustableInputs[name];
    if (!rule) continue;
    const total = adjustments.filter(({ line }) => line === rule.line).reduce((sum, { amount }) => sum.plus(numberOf(amount)), zero);
    const taken = { 'all': total, 'above zero': Decimal.max(zero, total), 'below zero': Decimal.max(zero, total.negated()) }[rule.takes];
    if (!taken.isZero()) adjusted[name] = (inputs[name] ?? zero).plus(taken).toDecimalPlaces(2);
  }
  return adjusted;
};

const numberOf = (amount: unknown): Decimal => (typeof amount === 'number' ? new Decimal(amount.toPrecision(15)) : zero);

const adjustable: ReadonlySet<string> = new Set(Object.values(adjustableInputs).map(({ line }) => line));

/** Whether every adjustment that was begun can be followed: a line that can be adjusted, an amount, and why. */
export const areComplete = (adjustments: readonly ExistingAdjustment[]): boolean => adjustments.every(({ line, reason, amount }) =>
  (line === null && reason === null && amount === null) || (line !== null && adjustable.has(line) && reason !== null && typeof amount === 'number'));
