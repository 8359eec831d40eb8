import { formatRange, parseRange } from '../cells/address';
import { Refusal } from '../engine/refusal';

/** What a name refers to, as the one formatter writes it; null where it is no range, or its range was deleted. */
export const rangeOfName = (formula: string): string | null => {
  if (formula.includes('#REF!')) return null;
  try {
    return formatRange(parseRange(formula));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};
