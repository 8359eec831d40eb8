import { zero, type Decimal } from '../engine/decimal';
import type { Settings } from '../engine/term';
import { basisBefore, contributed, form8606, type Form8606, type Form8606Choices, type Form8606Inputs } from '../forms/form8606';

/** One year of one person. Without a basis of its own, the year starts with what the year before it carries. */
export interface LedgerYear {
  readonly year: number;
  readonly inputs: Form8606Inputs;
  readonly choices?: Form8606Choices;
}

export interface FilledYear {
  readonly year: number;
  readonly form: Form8606;
  readonly choices: Form8606Choices;
  /** Where line 2 comes from. */
  readonly basisFrom: 'given' | 'year before' | 'none';
}

/**
 * Works out years in a row, the earliest first: what one year carries is what the next starts with. A year that is
 * missing in between changes nothing, as a year without a form changes nothing.
 *
 * @param years one person's, each year once, in any order.
 */
export const ledger = (years: readonly LedgerYear[], settings: Settings): readonly FilledYear[] => {
  const filled: FilledYear[] = [];
  for (const { year, inputs, choices } of [...years].sort((a, b) => a.year - b.year)) {
    const before = filled.at(-1);
    const given = inputs.priorBasis;
    const priorBasis: Decimal = given ?? before?.form.carry ?? zero;
    const settled: Form8606Choices = { earlierNondeductible: filled.some(({ form }) => hasBasisToTrack(form)), ...choices };
    filled.push({
      year,
      form: form8606({ ...inputs, priorBasis }, settings, settled),
      choices: settled,
      basisFrom: given ? 'given' : before ? 'year before' : 'none',
    });
  }
  return filled;
};

const hasBasisToTrack = (form: Form8606): boolean =>
  [contributed, basisBefore].some(({ id }) => (form.line(id) ?? zero).greaterThan(zero));
