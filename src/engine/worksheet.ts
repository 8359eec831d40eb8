import type { Decimal } from './decimal';
import { fillIn, type FilledForm, type FormEntry, type Line } from './form';
import { amountsIn, type InputWords } from './inputs';
import type { Settings } from './term';
import { chosen, input, type Amount, type Truth } from './words';

/** A question that the person settles: what labels it on a sheet, and what each answer means in a sentence. */
export interface ChoiceWords {
  readonly means: string;
  readonly yes: string;
  readonly no: string;
}

/**
 * A rule as a form: what it starts from, and its entries in their order. The engine's figure, a sheet's live formulas and
 * the sentences of a rule come from this one definition.
 */
export interface Worksheet<Input extends string = string, Choice extends string = string> {
  readonly title: string;
  readonly inputs: Readonly<Record<Input, InputWords>>;
  readonly choices: Readonly<Record<Choice, ChoiceWords>>;
  readonly entries: readonly FormEntry[];
}

/** What one case fills into a worksheet: the figures of the person and the limits of the year. */
export interface WorksheetGiven<Input extends string = string, Choice extends string = string> {
  readonly amounts: Readonly<Record<Input, Decimal>>;
  readonly answers: Readonly<Record<Choice, boolean>>;
}

/** Rules reckon in cents; none of them rounds a ratio. */
export const ruleSettings: Settings = { unit: 'cents', ratioPlaces: 'exact' };

/**
 * Fills a worksheet in.
 *
 * @throws Refusal for an amount that is none, too large, or negative where only income may be.
 */
export const fillInWorksheet = <Input extends string, Choice extends string>(
  worksheet: Worksheet<Input, Choice>, { amounts, answers }: WorksheetGiven<Input, Choice>,
): FilledForm => {
  const entered = amountsIn<Input>(worksheet.inputs, amounts);
  return fillIn(worksheet.entries, {
    settings: ruleSettings,
    input: (name) => entered[name as Input],
    choice: (name) => answers[name as Choice],
  });
};

/** The inputs of a table as words of a form. */
export const inputsOf = <Name extends string>(table: Readonly<Record<Name, InputWords>>): ((name: Name) => Amount) =>
  (name) => input(name, table[name].says);

/** The choices of a table as words of a form. */
export const choicesOf = <Name extends string>(table: Readonly<Record<Name, ChoiceWords>>): ((name: Name) => Truth) =>
  (name) => chosen(name, table[name].yes, table[name].no);

/** The amount on a line that the worksheet always fills in. */
export const amountOn = (form: FilledForm, { id }: Line): Decimal => {
  const amount = form.line(id);
  if (amount === null) throw new Error(`${id} is blank, and it never is.`);
  return amount;
};
