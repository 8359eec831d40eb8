import { zero, type Decimal } from '../../engine/decimal';
import { fillIn, type FilledForm, type FormEntry } from '../../engine/form';
import { Refusal } from '../../engine/refusal';
import type { Settings } from '../../engine/term';
import { inWords } from '../../engine/words';
import { amountsIn } from '../../engine/inputs';
import { refuseContradictions } from './contradictions';
import { inputs as table, type ChoiceName, type InputName } from './inputs';
import { lacksYearEndValue, notesOn, type FormNote } from './notes';
import { partI } from './partI';
import { basisCarried, partII, toForm1040 } from './partII';

export { basisBefore, contributed } from './partI';
export { basisCarried, toForm1040 } from './partII';
export {
  anyInputNames, anyInputs, inputOfPartIII, isOfPartsIAndII, rothInputName, rothInputNames, type AnyInputName, type RothInputName,
} from './anyInput';
export { choiceNames, choices, inputNames, inputs, type ChoiceName, type InputName } from './inputs';
export { LATEST_REVISION } from './wording';
export type { FormNote } from './notes';

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

/**
 * Fills in Form 8606, Parts I and II, for one person and one year.
 *
 * @param given amounts in dollars; what is absent is zero.
 * @param settings whole dollars or cents; line 10 exact or rounded to 3 to 10 places.
 * @throws Refusal for an amount that is none, negative or too large, for amounts that contradict each other, and where line
 * 4 depends on a date that is missing.
 * Source: Form 8606 (2025) and its instructions; 26 U.S.C. 408(d), 408A(d)(3), 72(e)(8).
 */
export const form8606 = (given: Form8606Inputs, settings: Settings = defaultSettings, choices: Form8606Choices = {}): Form8606 =>
  fillInWith(form8606Entries, given, settings, choices);

/** What entries of a worksheet ask for besides what the form does. */
export interface AskedBesides {
  readonly inputs: Readonly<Record<string, Decimal>>;
  readonly choices: Readonly<Record<string, boolean | null>>;
}

/** The same with other entries for some of its lines: a worksheet may stand in for them. */
export const fillInWith = (
  entries: readonly FormEntry[], given: Form8606Inputs, settings: Settings, choices: Form8606Choices, besides: AskedBesides = { inputs: {}, choices: {} },
): Form8606 => {
  const inputs = amountsIn<InputName>(table, given);
  refuseContradictions(inputs, given);
  const fill = (settled: Form8606Choices): FilledForm => fillIn(entries, {
    settings,
    input: (name) => inputs[name as InputName] ?? besides.inputs[name],
    choice: (name) => settled[name as ChoiceName] ?? besides.choices[name] ?? null,
  });
  const filled = fill(choices);
  const elective = !inputs.deducted.isZero() && !inputs.contributionsAfterYearEnd.isZero();
  const amountOf = (id: string): Decimal => filled.line(id) ?? zero;
  return {
    ...filled,
    inputs,
    carry: amountOf(basisCarried.id),
    toForm1040: amountOf(toForm1040.id),
    notes: notesOn(filled, {
      inputs,
      choices,
      valueGiven: given.accountValues !== undefined,
      otherwise: elective ? fill({ ...choices, line4TakesLatest: !(choices.line4TakesLatest ?? false) }) : filled,
    }),
  };
};

/**
 * For a caller that cannot show a draft: a distribution or conversion with basis needs the 31 December value.
 *
 * @throws Refusal MISSING where none was given. Zero is a value.
 */
export const requireYearEndValue = (given: Form8606Inputs, choices: Form8606Choices = {}): void => {
  const inputs = amountsIn<InputName>(table, given);
  if (!lacksYearEndValue({ inputs, choices, valueGiven: given.accountValues !== undefined })) return;
  const what = inputs.distributions.plus(inputs.conversions);
  throw new Refusal('MISSING', 'accountValues', '', 'an amount, or 0 if nothing was left',
    `The value of the IRAs on 31 December is missing, and ${inWords(what)} was distributed or converted with basis. Enter the value; if nothing was `
    + 'left, enter 0.');
};
