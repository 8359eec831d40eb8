import { Refusal } from '../engine/refusal';
import type { Unit } from '../engine/term';
import { inWords } from '../engine/words';
import type { Form8606 } from '../forms/form8606';

/** Above this product a sheet's binary arithmetic can no longer tell an amount just under a half from the half itself. */
const LARGEST_PRODUCT = '5e14';

/** Refuses amounts so large that the tab could differ from the engine by a unit. */
export const refuseBeyondSheetArithmetic = (form: Form8606, unit: Unit): void => {
  const perDollar = unit === 'cents' ? 100 : 1;
  const basis = form.line('5')?.times(perDollar);
  for (const id of ['7', '8']) {
    const amount = form.line(id)?.times(perDollar);
    if (basis && amount && basis.times(amount).greaterThan(LARGEST_PRODUCT)) {
      throw new Refusal('TOO_LARGE', `line 5 x line ${id}`, `${inWords(form.line('5')!)} x ${inWords(form.line(id)!)}`,
        unit === 'cents' ? 'about $223,000 each in cents' : 'about $22 million each',
        unit === 'cents'
          ? `Line 5 and line ${id} are too large for a tab in cents: a spreadsheet could be a cent off. Build the tab in whole dollars.`
          : `Line 5 and line ${id} are too large for a spreadsheet to multiply exactly; no tab is built for them.`);
    }
  }
};
