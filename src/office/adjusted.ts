import { Decimal, zero } from '../engine/decimal';
import { inputNames, type Form8606Inputs } from '../forms/form8606';
import { adjustableInputs } from '../worksheet/adjustments';
import type { ExistingAdjustment } from './existingTab';

/** The amounts of a year with the preparer's adjustments, taken up as the tab's formulas take them up: numbers only. */
export const withAdjustments = (inputs: Form8606Inputs, adjustments: readonly ExistingAdjustment[]): Form8606Inputs => {
  const adjusted: Form8606Inputs = { ...inputs };
  for (const name of inputNames) {
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
