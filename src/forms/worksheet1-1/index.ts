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
import { form8606EntriesWithWorksheet11, worksheetStandsIn } from './onForm8606';

export { form8606EntriesWithWorksheet11 } from './onForm8606';

const alone = [basisBefore, valueAtYearEnd, ...worksheet('alone').entries];

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
  const inputs = amountsIn<InputName>(table, given);
  refuseContradictions(inputs, given);
  return fillIn(alone, { settings, input: (name) => inputs[name as InputName], choice: () => false });
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
  const form = fillInWith(form8606EntriesWithWorksheet11, given, settings, choices);
  const ordinary = form8606(given, settings, choices);
  const sheet = worksheet11(given, settings);
  return { form: { ...form, notes: [...form.notes, ...conflicts(form, ordinary, sheet)] }, worksheet: sheet, ordinary };
};

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
    ...(form.line('13')?.equals(ordinary.line('13') ?? zero) ? [] : [{
      code: 'WORKSHEET_1_1_DIFFERS' as const,
      text: `Line 13 is ${amount(form, '13')} from Worksheet 1-1; lines 6 to 12 would make it ${amount(ordinary, '13')}. Taxable: ${inWords(form.toForm1040)} `
        + `instead of ${inWords(ordinary.toForm1040)}; basis carried: ${inWords(form.carry)} instead of ${inWords(ordinary.carry)}.`,
    }]),
    ...(late.isZero() ? [] : [{
      code: 'WORKSHEET_1_1_COUNTS_LATE_MONEY' as const,
      text: `Worksheet 1-1 counts the ${inWords(late)} contributed after year end; lines 4 and 5 leave out what of it is nondeductible (${amount(form, '4')}), and the `
        + 'instructions say that it is not included in figuring the nontaxable part. The IRS has not settled the conflict; decide, and keep the reason.',
    }]),
  ];
};

const amount = (form: FilledForm, id: string): string => inWords(form.line(id) ?? zero);

/** What decides whether the worksheet applies, besides the amounts of the form. */
export interface DeductionFacts {
  /** Whether the person, or the spouse, was covered by a plan at work. */
  readonly covered: boolean;
  /** Modified AGI for the IRA deduction without the taxable part of these IRAs; it may be negative. */
  readonly otherIncome: Decimal;
  /** The income range in which the deduction shrinks to nothing, for this person's filing status and coverage. */
  readonly range: { readonly start: Decimal; readonly end: Decimal };
}

export interface Trigger {
  readonly applies: boolean;
  /** One sentence, with the amounts in it. */
  readonly because: string;
}

/**
 * Whether Worksheet 1-1 replaces lines 6 to 12: there is a contribution for the year, a distribution or conversion,
 * somebody is covered by a plan, and the income, with the worksheet's own taxable amount in it, lies within the deduction
 * range: above its start, for up to there all is deductible, and below its end. Read literally, line 7's caution would also
 * take in those whose deduction is nil; for them both ways give the same unless money came after year end.
 *
 * @throws Refusal as form8606 does; NOT_AN_AMOUNT for an income that is none.
 */
export const worksheet11Trigger = (given: Form8606Inputs, facts: DeductionFacts, settings: Settings = defaultSettings): Trigger => {
  const { start, end } = facts.range;
  for (const [name, value] of [['otherIncome', facts.otherIncome], ['range', start], ['range', end]] as const) {
    if (!value.isFinite()) {
      throw new Refusal('NOT_AN_AMOUNT', name, value.toString(), 'a finite amount', `${name} is ${value.toString()}, which is no amount; enter dollars.`);
    }
  }
  const sheet = worksheet11(given, settings);
  const taxable = sheet.line('9');
  const no = (because: string): Trigger => ({ applies: false, because });
  if ((sheet.line('2') ?? zero).isZero()) return no('Nothing was contributed for the year.');
  if (taxable === null) return no('Nothing was distributed or converted in the year.');
  if (!facts.covered) return no('Nobody was covered by a plan at work, so income does not limit the deduction.');
  const income = facts.otherIncome.plus(taxable);
  const told = `Income of ${inWords(income)}, ${inWords(taxable)} of it from line 9 of Worksheet 1-1, is`;
  if (income.lessThanOrEqualTo(start)) return no(`${told} not above ${inWords(start)}: all may be deducted, and lines 6 to 12 are used.`);
  if (income.lessThan(end)) return { applies: true, because: `${told} between ${inWords(start)} and ${inWords(end)}: part of the contribution may be deducted.` };
  return no(`${told} not below ${inWords(end)}: nothing is deductible, and lines 6 to 12 are used.`);
};
