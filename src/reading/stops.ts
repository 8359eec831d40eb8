import { formatCell, type CellAddress } from '../cells/address';
import { zero, type Decimal } from '../engine/decimal';
import { inWords } from '../engine/words';
import type { AnyInputName, InputName } from '../forms/form8606';
import type { Asked, UsedCell, Warning } from './facts';
import { inList } from './sentences';

const basisInputs: readonly InputName[] = ['priorBasis', 'basisAdded', 'contributionsInYear', 'contributionsAfterYearEnd'];

/** Whether a year's cells bring basis, which then may be carried into later years. */
export const bringsBasis = (used: readonly UsedCell[]): boolean => basisInputs.some((input) => !sumOf(used, input).isZero());

export const sumOf = (used: readonly UsedCell[], ...inputs: readonly AnyInputName[]): Decimal =>
  used.filter(({ input }) => inputs.includes(input)).reduce((sum, { amount }) => sum.plus(amount), zero);

/** What is known of a year beside its cells. */
export interface YearBesides {
  readonly year: number;
  /** The first year that the plan asks for. */
  readonly first: number;
  readonly basisBefore: boolean;
  /** Cells of year-end values that are blank or cannot be read. */
  readonly missing: readonly CellAddress[];
  /** Questions that year-end values may wait for. */
  readonly asked: readonly Asked[];
}

const zeroIsAnAnswer = 'Zero is an answer, blank is not.';

/** Without the value on 31 December a conversion of basis looks tax-free; blank is not zero, so no form is filled in. */
export function stopsOf(used: readonly UsedCell[], { year, first, basisBefore, missing, asked }: YearBesides): readonly Warning[] {
  const stops: Warning[] = [];
  const basis = basisBefore || bringsBasis(used);
  const flows = sumOf(used, 'conversions', 'distributions');
  const [blank] = missing;
  if (basis && !flows.isZero() && (blank !== undefined || !used.some(({ input }) => input === 'accountValues'))) {
    const [question] = asked;
    const where = blank !== undefined ? `it is not known at ${inList(missing.map(formatCell))}. Enter the value there, or say that it is zero. ${zeroIsAnAnswer}`
      : question !== undefined ? `what is selected is not counted before a question is answered. ${question.text}`
        : `no selected range holds it. Select the cell with the value. ${zeroIsAnAnswer}`;
    stops.push({
      cell: blank ?? question?.cell ?? null,
      code: 'YEAR_END_VALUE_MISSING',
      text: `Line 6 of ${year} needs the value of all traditional, SEP and SIMPLE IRAs on 31 December ${year}, for ${inWords(flows)} was converted or distributed and there is basis; ${where}${year < first ? ` Or give the basis at the beginning of ${first}, which stands for all years before.` : ''}`,
    });
  }
  const contributed = sumOf(used, 'contributionsInYear', 'contributionsAfterYearEnd');
  const takenOff = sumOf(used, 'returned', 'recharacterizedToRoth', 'deducted');
  if (takenOff.greaterThan(contributed)) {
    stops.push({
      cell: used.find(({ input }) => input === 'deducted' || input === 'returned' || input === 'recharacterizedToRoth')?.cell ?? null,
      code: 'MORE_TAKEN_OFF_THAN_CONTRIBUTED',
      text: `${inWords(takenOff)} was deducted, returned or recharacterized to Roth for ${year}, but only ${inWords(contributed)} is read as contributed for it. Select all contributions of ${year}, or correct what was taken off.`,
    });
  }
  return stops;
}
