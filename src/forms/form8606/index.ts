import { Decimal, toPlaces, zero } from '../../engine/decimal';
import { fillIn, type FilledForm, type FormEntry } from '../../engine/form';
import { Refusal } from '../../engine/refusal';
import { unitsPerDollar, type Settings } from '../../engine/term';
import { inWords } from '../../engine/words';
import { inputNames, type ChoiceName, type InputName } from './inputs';
import { distributedOrConverted, partI, partICompleted } from './partI';
import { basisCarried, partII, toForm1040 } from './partII';

export { basisBefore, contributed } from './partI';
export { basisCarried } from './partII';
export { choiceNames, choices, inputNames, inputs, type ChoiceName, type InputName } from './inputs';

/** Parts I and II in the order of the form, with the questions and steps between its lines. */
export const form8606Entries: readonly FormEntry[] = [...partI, ...partII];

/** The lines that the printed form has, in its order: "1" to "18". */
export const form8606Lines: readonly string[] = form8606Entries.filter((entry) => entry.kind === 'line').map((entry) => entry.id);

export type Form8606Inputs = Partial<Record<InputName, Decimal>>;
export type Form8606Choices = Partial<Record<ChoiceName, boolean>>;

export const defaultSettings: Settings = { unit: 'cents', ratioPlaces: 'exact' };

export interface Form8606 extends FilledForm {
  readonly inputs: Readonly<Record<InputName, Decimal>>;
  /** Basis that next year's line 2 starts with, whether or not the year has a line 14. */
  readonly carry: Decimal;
  /** What lines 15c and 18 add to Form 1040, line 4b. */
  readonly toForm1040: Decimal;
  readonly notes: readonly FormNote[];
}

/** Something about the filled-in form that a reviewer should hear of, with the amounts in it. */
export interface FormNote {
  readonly code:
    | 'PART_I_NOT_REQUIRED'
    | 'LINE_9_ROUNDS_TO_ZERO'
    | 'ROUNDING_CREATED_BASIS'
    | 'BASIS_UNSETTLED'
    | 'BASIS_CARRYFORWARD_FROM_LOSS_YEAR'
    | 'PRETAX_IRA_PRESENT';
  readonly text: string;
}

/** No amount above this is an IRA; it is a slip of the keyboard or of a column. */
const LARGEST_AMOUNT = new Decimal('1e12');

/**
 * Fills in Form 8606, Parts I and II, for one person and one year.
 *
 * @param given amounts in dollars; what is absent is zero.
 * @param settings whole dollars or cents; line 10 exact or rounded to 3 to 10 places.
 * @throws Refusal for an amount that is negative or too large, or amounts that contradict each other.
 * Source: Form 8606 (2025) and its instructions; 26 U.S.C. 408(d), 408A(d)(3), 72(e)(8).
 */
export const form8606 = (given: Form8606Inputs, settings: Settings = defaultSettings, choices: Form8606Choices = {}): Form8606 => {
  const inputs = Object.fromEntries(inputNames.map((name) => [name, given[name] ?? zero])) as Record<InputName, Decimal>;
  refuseNonsense(inputs);
  const filled = fillIn(form8606Entries, {
    settings,
    input: (name) => inputs[name as InputName],
    choice: (name) => choices[name as ChoiceName] ?? false,
  });
  const amountOf = (id: string): Decimal => filled.line(id) ?? zero;
  return {
    ...filled,
    inputs,
    carry: amountOf(basisCarried.id),
    toForm1040: amountOf(toForm1040.id),
    notes: notesOn(filled, inputs),
  };
};

const refuseNonsense = (inputs: Readonly<Record<InputName, Decimal>>): void => {
  for (const name of inputNames) {
    const amount = inputs[name];
    if (!amount.isFinite()) {
      throw new Refusal('NOT_AN_AMOUNT', name, amount.toString(), 'a finite amount', `${name} is ${amount.toString()}, which is no amount.`);
    }
    if (amount.isNegative() && !amount.isZero()) {
      throw new Refusal('NEGATIVE', name, inWords(amount), '0 or more',
        `${name} is ${inWords(amount)}; it must be zero or more. Enter what left or entered the IRA as a positive amount.`);
    }
    if (amount.greaterThan(LARGEST_AMOUNT)) {
      throw new Refusal('TOO_LARGE', name, inWords(amount), inWords(LARGEST_AMOUNT),
        `${name} is ${inWords(amount)}, more than ${inWords(LARGEST_AMOUNT)}. Check the cell for a misplaced digit or a joined number.`);
    }
  }
  const { contributionsInYear, contributionsAfterYearEnd, returned, recharacterizedToRoth, deducted } = inputs;
  refuseMoreThan('taken off line 1 (returned, recharacterized to Roth, deducted)', returned.plus(recharacterizedToRoth).plus(deducted),
    'contributed for the year', contributionsInYear.plus(contributionsAfterYearEnd));
  refuseMoreThan('basis removed', inputs.basisRemoved, 'basis from earlier years', inputs.priorBasis.plus(inputs.basisAdded));
  refuseMoreThan('qualified disaster distributions', inputs.disasterDistributions, 'distributions on line 7', inputs.distributions);
};

const refuseMoreThan = (what: string, amount: Decimal, ofWhat: string, limit: Decimal): void => {
  if (amount.greaterThan(limit)) {
    throw new Refusal('CONTRADICTION', what, inWords(amount), inWords(limit),
      `${capitalised(what)}: ${inWords(amount)}, but ${ofWhat}: ${inWords(limit)}. The first cannot be more than the second; check both.`);
  }
};

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const notesOn = (form: FilledForm, inputs: Readonly<Record<InputName, Decimal>>): readonly FormNote[] => {
  const notes: FormNote[] = [];
  const line = (id: string): Decimal => form.line(id) ?? zero;
  const partIDone = form.answer(partICompleted.id);
  const moved = inputs.distributions.plus(inputs.conversions).greaterThan(zero);
  if (!partIDone && moved) {
    notes.push({
      code: 'PART_I_NOT_REQUIRED',
      text: 'Part I is not required: nothing nondeductible was contributed for the year, and there is no basis in a distribution or a '
        + 'partial conversion. Lines 1 to 15c stay blank.',
    });
  }
  if (partIDone && moved && !form.answer(distributedOrConverted.id)) {
    notes.push({
      code: 'LINE_9_ROUNDS_TO_ZERO',
      text: 'What was distributed, converted and left at year end rounds to zero together, so the question after line 3 is answered No: '
        + 'line 10 cannot divide by zero.',
    });
  }
  if (form.answer(distributedOrConverted.id)) {
    const literal = line('8').plus(line('7')).times(line('10'));
    const overshoot = toPlaces(literal.times(unitsPerDollar(form.settings.unit)), 0).dividedBy(unitsPerDollar(form.settings.unit)).minus(line('5'));
    if (overshoot.greaterThan(zero)) {
      notes.push({
        code: 'ROUNDING_CREATED_BASIS',
        text: `Line 10 rounded to ${form.settings.ratioPlaces} places would make line 13 ${inWords(overshoot)} more than line 5. Line 13 is held at `
          + `line 5 (${inWords(line('5'))}); software that follows the rounded ratio literally shows ${inWords(overshoot)} less taxable.`,
      });
    }
    if (line('5').greaterThan(line('9')) && line('14').greaterThan(zero)) {
      notes.push({
        code: 'BASIS_CARRYFORWARD_FROM_LOSS_YEAR',
        text: `Basis (line 5, ${inWords(line('5'))}) is more than the IRAs were worth (line 9, ${inWords(line('9'))}): line 10 stops at 1, and `
          + `${inWords(line('14'))} of basis stays on line 14 for later years.`,
      });
    }
    const pretax = Decimal.max(zero, line('9').minus(line('5')));
    if (line('8').greaterThan(zero) && line('6').greaterThan(zero) && line('18').greaterThan(zero)) {
      const percent = toPlaces(line('18').dividedBy(line('8')).times(100), 0);
      notes.push({
        code: 'PRETAX_IRA_PRESENT',
        text: `${inWords(line('6'))} in traditional, SEP or SIMPLE IRAs on 31 December, ${inWords(pretax)} of the pool never taxed, makes `
          + `${percent.toString()}% of the conversion taxable.`,
      });
    }
  }
  const leftOver = line(basisCarried.id);
  if (!partIDone && inputs.conversions.greaterThan(zero) && leftOver.greaterThan(zero)) {
    notes.push({
      code: 'BASIS_UNSETTLED',
      text: `Everything was converted and ${inWords(leftOver)} of basis is left, in a year without Part I and so without a line 14. No guidance says `
        + 'whether it survives; it is kept here as basis carried (unsettled).',
    });
  }
  return notes;
};
