import { zero, type Decimal } from '../../engine/decimal';
import { fillIn, type FilledForm } from '../../engine/form';
import { Refusal } from '../../engine/refusal';
import type { Settings } from '../../engine/term';
import { inWords } from '../../engine/words';
import { defaultSettings, fillInWith, form8606, type Form8606, type Form8606Choices, type Form8606Inputs, type FormNote } from '../form8606';
import { refuseContradictions } from '../form8606/contradictions';
import { inputs as table, type InputName } from '../form8606/inputs';
import { basisBefore, valueAtYearEnd } from '../form8606/partI';
import { amountsIn } from '../../engine/inputs';
import { worksheet } from './lines';
import { form8606EntriesWithWorksheet11, worksheetApplies, worksheetAskedFor, worksheetInUse, worksheetStandsIn, worksheetSwitch } from './onForm8606';
import { deductionFigures, triggerOf, type DeductionChoice, type DeductionFacts, type DeductionInput } from './trigger';

export { form8606EntriesWithWorksheet11, worksheetApplies, worksheetAskedFor, worksheetInUse, worksheetStandsIn, worksheetSwitch } from './onForm8606';
export { deductionChoices, deductionInputs, type DeductionChoice, type DeductionFacts, type DeductionInput } from './trigger';

const sheetAlone = worksheet(null);
const alone = [basisBefore, valueAtYearEnd, ...sheetAlone.entries];
const triggerAlone = triggerOf(sheetAlone, (id) => id);

/** The lines of the worksheet: "1" to "11". */
export const worksheet11Lines: readonly string[] = alone.filter(({ kind }) => kind === 'line').map(({ id }) => id);

/**
 * Works out Worksheet 1-1 of Publication 590-B by itself. Lines 7 to 11 are blank where nothing was distributed or
 * converted, lines 10 and 11 where nothing was converted.
 *
 * @param given as for Form 8606; `deducted` plays no part, for the worksheet counts contributions whether or not deducted.
 * @throws Refusal as form8606 does.
 */
export const worksheet11 = (given: Form8606Inputs, settings: Settings = defaultSettings): FilledForm => {
  const inputs = checked(given);
  return fillIn(alone, { settings, input: (name) => inputs[name as InputName], choice: () => null });
};

const checked = (given: Form8606Inputs): Readonly<Record<InputName, Decimal>> => {
  const inputs = amountsIn<InputName>(table, given);
  refuseContradictions(inputs, given);
  return inputs;
};

export interface WithWorksheet11 {
  /** Form 8606 with the worksheet standing in for lines 6 to 12, its notes among the form's. */
  readonly form: Form8606;
  readonly worksheet: FilledForm;
  /** The same year through lines 6 to 12. */
  readonly ordinary: Form8606;
}

/**
 * Form 8606 with lines 13 to 18 from Worksheet 1-1, and beside it the form without. Where they differ, the notes say by how
 * much: the worksheet counts late contributions, which lines 4 and 5 leave out, and the IRS has settled nothing between them.
 *
 * @throws Refusal as form8606 does.
 */
export const withWorksheet11 = (
  given: Form8606Inputs, settings: Settings = defaultSettings, choices: Form8606Choices = {},
): WithWorksheet11 => {
  const form = filledWith(given, settings, choices, { deduction: null, election: true });
  const ordinary = form8606(given, settings, choices);
  const sheet = worksheet11(given, settings);
  return { form: { ...form, notes: [...form.notes, ...conflicts(form, ordinary, sheet)] }, worksheet: sheet, ordinary };
};

/** What the preparer says of Worksheet 1-1. Where nothing is said the form is filled in without it: nothing is guessed. */
export interface Worksheet11Facts {
  /** What decides whether it applies; null where coverage or income is not given. */
  readonly deduction: DeductionFacts | null;
  /** Yes uses it though it may not apply, No sets it aside though it does; null leaves it to whether it applies. */
  readonly election: boolean | null;
}

/**
 * Form 8606 with Worksheet 1-1 where it applies or is chosen, and through lines 6 to 12 otherwise. The worksheet's own lines
 * and what decided stand among the entries; where the other way gives another result, the notes say what it is.
 *
 * @throws Refusal as form8606 does; NOT_AN_AMOUNT for an income that is none.
 */
export const form8606WhereWorksheet11 = (
  given: Form8606Inputs, settings: Settings, choices: Form8606Choices, facts: Worksheet11Facts,
): Form8606 => {
  const form = filledWith(given, settings, choices, facts);
  if (!form.answer(worksheetAskedFor.id)) return form;
  const ordinary = form8606(given, settings, choices);
  if (form.answer(worksheetInUse.id)) return { ...form, notes: [...form.notes, ...conflicts(form, ordinary, worksheet11(given, settings))] };
  return form.answer(worksheetApplies.id) ? { ...form, notes: [...form.notes, ...setAside(form, withWorksheet11(given, settings, choices).form)] } : form;
};

const filledWith = (given: Form8606Inputs, settings: Settings, choices: Form8606Choices, { deduction, election }: Worksheet11Facts): Form8606 => {
  refuseNoIncome(deduction);
  const figures = deductionFigures(deduction);
  return fillInWith(form8606EntriesWithWorksheet11, given, settings, choices, {
    inputs: figures.inputs, choices: { ...figures.choices, [worksheetSwitch]: election },
  });
};

/** It applies, and the preparer has chosen lines 6 to 12. */
const setAside = (form: Form8606, otherwise: Form8606): readonly FormNote[] => (sameResult(form, otherwise) ? [] : [{
  code: 'WORKSHEET_1_1_NOT_USED',
  text: `Worksheet 1-1 applies (${form.because(worksheetApplies.id)}), and lines 6 to 12 are used by choice of the preparer. Line 13 is ${amount(form, '13')}; from the worksheet it would be ${amount(otherwise, '13')}. ${instead(form, otherwise)}`,
}]);

const sameResult = (form: Form8606, other: Form8606): boolean =>
  ['13', '14', '15c', '18'].every((id) => (form.line(id) ?? zero).equals(other.line(id) ?? zero));

const conflicts = (form: Form8606, ordinary: Form8606, sheet: FilledForm): readonly FormNote[] => {
  const line8 = sheet.line('8');
  if (!line8 || form.line('13') === null) return [];
  if (!form.answer(worksheetStandsIn.id)) {
    return [{
      code: 'WORKSHEET_1_1_SET_ASIDE',
      text: `Line 5 (${amount(form, '5')}) is less than line 8 of Worksheet 1-1 (${inWords(line8)}), so lines 6 to 15c are completed and the worksheet serves `
        + 'only to figure the income that limits the deduction (Pub. 590-B).',
    }];
  }
  const late = form.inputs.contributionsAfterYearEnd;
  return [
    ...(sameResult(form, ordinary) ? [] : [{
      code: 'WORKSHEET_1_1_DIFFERS' as const,
      text: `Line 13 is ${amount(form, '13')} from Worksheet 1-1; lines 6 to 12 would make it ${amount(ordinary, '13')}. ${instead(form, ordinary)}`,
    }]),
    ...(late.isZero() ? [] : [{
      code: 'WORKSHEET_1_1_COUNTS_LATE_MONEY' as const,
      text: `Worksheet 1-1 counts the ${inWords(late)} contributed after year end; lines 4 and 5 leave out what of it is nondeductible (${amount(form, '4')}), and the `
        + 'instructions say that it is not included in figuring the nontaxable part. The IRS has not settled the conflict; decide, and keep the reason.',
    }]),
  ];
};

const amount = (form: FilledForm, id: string): string => inWords(form.line(id) ?? zero);

const instead = (form: Form8606, other: Form8606): string =>
  `Taxable: ${inWords(form.toForm1040)} instead of ${inWords(other.toForm1040)}; basis carried: ${inWords(form.carry)} instead of ${inWords(other.carry)}.`;

export interface Trigger {
  readonly applies: boolean;
  /** One sentence, with the amounts in it. */
  readonly because: string;
}

/**
 * Whether Worksheet 1-1 replaces lines 6 to 12, by itself: the same questions as on the form.
 *
 * @throws Refusal as form8606 does; NOT_AN_AMOUNT for an income that is none.
 */
export const worksheet11Trigger = (given: Form8606Inputs, facts: DeductionFacts, settings: Settings = defaultSettings): Trigger => {
  refuseNoIncome(facts);
  const amounts = checked(given);
  const { inputs, choices } = deductionFigures(facts);
  const { known, covered, applies } = triggerAlone;
  const filled = fillIn([...alone, known, covered, applies], {
    settings,
    input: (name) => amounts[name as InputName] ?? inputs[name as DeductionInput],
    choice: (name) => choices[name as DeductionChoice] ?? null,
  });
  const contributed = !(filled.line('2') ?? zero).isZero();
  const because = contributed ? filled.because(applies.id) : 'nothing was contributed for the year';
  return { applies: filled.answer(applies.id), because: `${because.charAt(0).toUpperCase()}${because.slice(1)}.` };
};

const refuseNoIncome = (facts: DeductionFacts | null): void => {
  if (facts === null) return;
  for (const [name, value] of [['otherIncome', facts.otherIncome], ['range', facts.range.start], ['range', facts.range.end]] as const) {
    if (!value.isFinite()) {
      throw new Refusal('NOT_AN_AMOUNT', name, value.toString(), 'a finite amount', `${name} is ${value.toString()}, which is no amount; enter dollars.`);
    }
  }
};
