import { Decimal, toPlaces, zero } from '../../engine/decimal';
import type { FilledForm } from '../../engine/form';
import { unitsPerDollar } from '../../engine/term';
import { inWords } from '../../engine/words';
import type { ChoiceName, InputName } from './inputs';
import { distributedOrConverted, partICompleted } from './partI';
import { basisCarried } from './partII';

/** Something about the filled-in form that a reviewer should hear of, with the amounts in it. */
export interface FormNote {
  readonly code:
    | 'PART_I_NOT_REQUIRED'
    | 'YEAR_END_VALUE_MISSING'
    | 'LINE_9_ROUNDS_TO_ZERO'
    | 'ROUNDING_CREATED_BASIS'
    | 'BASIS_UNSETTLED'
    | 'BASIS_CARRYFORWARD_FROM_LOSS_YEAR'
    | 'PRETAX_IRA_PRESENT'
    | 'LINE_4_ELECTION'
    | 'REPAYMENTS_NOT_USED'
    | 'WORKSHEET_1_1_DIFFERS'
    | 'WORKSHEET_1_1_COUNTS_LATE_MONEY'
    | 'WORKSHEET_1_1_SET_ASIDE'
    | 'WORKSHEET_1_1_NOT_USED';
  readonly text: string;
}

/** What the notes look at besides the form. */
export interface NoteFacts {
  readonly inputs: Readonly<Record<InputName, Decimal>>;
  /** Whether a 31 December value was given at all: zero is a value, nothing is not. */
  readonly valueGiven: boolean;
  /** The form under the other election for line 4. */
  readonly otherwise: FilledForm;
  readonly choices: Partial<Record<ChoiceName, boolean>>;
}

export const notesOn = (form: FilledForm, facts: NoteFacts): readonly FormNote[] => {
  const asked = form.answer(distributedOrConverted.id);
  return [
    ...(form.answer(partICompleted.id) ? [] : withoutPartI(form, facts)),
    ...missingValue(form, facts),
    ...(form.answer(partICompleted.id) && !asked ? lineNineIsZero(facts) : []),
    ...(asked ? [...roundedBeyondBasis(form), ...lossYear(form), ...pretax(form), ...repaidTooMuch(form, facts)] : []),
    ...(asked ? election(form, facts) : []),
  ];
};

const amount = (form: FilledForm, id: string): Decimal => form.line(id) ?? zero;

type Moved = Pick<NoteFacts, 'inputs'>;

const moved = ({ inputs }: Moved): boolean => inputs.distributions.plus(inputs.conversions).greaterThan(zero);

const withoutPartI = (form: FilledForm, facts: NoteFacts): readonly FormNote[] => {
  const leftOver = amount(form, basisCarried.id);
  return [
    ...(moved(facts) ? [{
      code: 'PART_I_NOT_REQUIRED' as const,
      text: 'Part I is not required: nothing nondeductible was contributed for the year, and there is no basis in a distribution or a '
        + 'partial conversion. Lines 1 to 15c stay blank.',
    }] : []),
    ...(facts.inputs.conversions.greaterThan(zero) && leftOver.greaterThan(zero) ? [{
      code: 'BASIS_UNSETTLED' as const,
      text: `Everything was converted and ${inWords(leftOver)} of basis is left, in a year without Part I and so without a line 14. No guidance says `
        + 'whether it survives; it is kept here as basis carried (unsettled).',
    }] : []),
  ];
};

/** Basis and money that moved, but no value on 31 December: line 6 would be a zero that nobody stated. */
const missingValue = (form: FilledForm, facts: NoteFacts): readonly FormNote[] => {
  if (!lacksYearEndValue(facts)) return [];
  return [{
    code: 'YEAR_END_VALUE_MISSING',
    text: `No value of the IRAs on 31 December was given, and ${inWords(basisAtHand(facts))} of basis is to be shared between what was `
      + `${facts.inputs.conversions.isZero() ? 'distributed' : 'converted'} and what was left: line 6 (${inWords(amount(form, '6'))}) cannot be relied on. `
      + 'Enter the value; if nothing was left, enter 0.',
  }];
};

const basisAtHand = ({ inputs }: Moved): Decimal => inputs.priorBasis.plus(inputs.basisAdded)
  .plus(inputs.contributionsInYear).plus(inputs.contributionsAfterYearEnd)
  .minus(inputs.returned).minus(inputs.recharacterizedToRoth).minus(inputs.deducted).minus(inputs.basisRemoved);

/** Whether something was distributed or converted with basis and no value on 31 December was given. */
export const lacksYearEndValue = (facts: Pick<NoteFacts, 'inputs' | 'valueGiven' | 'choices'>): boolean =>
  !facts.valueGiven && moved(facts) && (basisAtHand(facts).greaterThan(zero) || facts.choices.earlierNondeductible === true);

const lineNineIsZero = (facts: NoteFacts): readonly FormNote[] => (moved(facts) ? [{
  code: 'LINE_9_ROUNDS_TO_ZERO',
  text: 'What was distributed, converted and left at year end rounds to zero together, so the question after line 3 is answered No: '
    + 'line 10 cannot divide by zero.',
}] : []);

const roundedBeyondBasis = (form: FilledForm): readonly FormNote[] => {
  if (form.line('10') === null) return [];
  const { unit, ratioPlaces } = form.settings;
  const literal = ['7', '8'].map((id) => toPlaces(amount(form, id).times(amount(form, '10')).times(unitsPerDollar(unit)), 0).dividedBy(unitsPerDollar(unit)));
  const overshoot = literal.reduce((sum, part) => sum.plus(part), zero).minus(amount(form, '5'));
  if (!overshoot.greaterThan(zero)) return [];
  const because = ratioPlaces === 'exact'
    ? `Lines 11 and 12, each rounded to ${unit}, would together be`
    : `Line 10 rounded to ${ratioPlaces} places would make line 13`;
  return [{
    code: 'ROUNDING_CREATED_BASIS',
    text: `${because} ${inWords(overshoot)} more than line 5. Line 13 is held at line 5 (${inWords(amount(form, '5'))}); software that follows the `
      + `form literally shows ${inWords(overshoot)} less taxable and line 14 as ${inWords(amount(form, '14').minus(overshoot))}.`,
  }];
};

const lossYear = (form: FilledForm): readonly FormNote[] =>
  (form.line('9') !== null && amount(form, '5').greaterThan(amount(form, '9')) && amount(form, '14').greaterThan(zero) ? [{
    code: 'BASIS_CARRYFORWARD_FROM_LOSS_YEAR',
    text: `Basis (line 5, ${inWords(amount(form, '5'))}) is more than the IRAs were worth (line 9, ${inWords(amount(form, '9'))}): line 10 stops at 1, and `
      + `${inWords(amount(form, '14'))} of basis stays on line 14 for later years.`,
  }] : []);

const pretax = (form: FilledForm): readonly FormNote[] => {
  const [line6, line8, line18] = ['6', '8', '18'].map((id) => amount(form, id)) as [Decimal, Decimal, Decimal];
  if (!line8.greaterThan(zero) || !line6.greaterThan(zero) || !line18.greaterThan(zero)) return [];
  const neverTaxed = Decimal.max(zero, amount(form, '9').minus(amount(form, '5')));
  const percent = toPlaces(line18.dividedBy(line8).times(100), 0);
  return [{
    code: 'PRETAX_IRA_PRESENT',
    text: `${inWords(line6)} in traditional, SEP or SIMPLE IRAs on 31 December, ${inWords(neverTaxed)} of the pool never taxed, makes `
      + `${percent.isZero() ? 'less than 1' : percent.toString()}% of the conversion taxable.`,
  }];
};

const repaidTooMuch = (form: FilledForm, { inputs }: NoteFacts): readonly FormNote[] => {
  const unused = inputs.repayments.minus(amount(form, '15a').minus(amount(form, '15b')));
  if (!unused.greaterThan(zero)) return [];
  return [{
    code: 'REPAYMENTS_NOT_USED',
    text: `${inWords(inputs.repayments)} was repaid, ${inWords(unused)} more than line 15c could take off; line 15c is 0. What becomes of the rest is `
      + 'not settled here: see the instructions for line 15c.',
  }];
};

/** Where some was deducted and some was contributed late, the preparer chooses which: both results are told. */
const election = (form: FilledForm, { otherwise }: NoteFacts): readonly FormNote[] => {
  const [here, there] = [form, otherwise].map((filled) => ({
    line4: amount(filled, '4'), taxable: amount(filled, '15c').plus(Decimal.max(zero, amount(filled, '18'))), carried: amount(filled, '14'),
  }));
  if (!here || !there || here.line4.equals(there.line4)) return [];
  return [{
    code: 'LINE_4_ELECTION',
    text: `Line 4 may be ${inWords(here.line4)} (as here) or ${inWords(there.line4)}, by which contributions are treated as the nondeductible ones. Taxable: `
      + `${inWords(here.taxable)} or ${inWords(there.taxable)}; basis carried: ${inWords(here.carried)} or ${inWords(there.carried)}.`,
  }];
};
