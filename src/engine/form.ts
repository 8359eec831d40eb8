import type { Decimal } from './decimal';
import { inWords } from './words';
import { decimalsOf, type Cells, type Figures, type Settings, type Term } from './term';

interface Entry<Result> extends Term<Result> {
  readonly id: string;
  /** The form's own wording, for the year that it is printed for. */
  readonly label: (year: number) => string;
  readonly law: readonly string[];
  readonly is: Term<Result>;
  /** Without it the line is filled in always; with it, only where the form asks for it. Blank is not zero. */
  readonly onlyIf?: Question;
}

/** A line that holds an amount. Other lines refer to it as a constant, so a line cannot refer to one that comes later. */
export interface Line extends Entry<Decimal> {
  /** A step stands between two lines that the form prints; a result tells where they go. Neither is printed on the form. */
  readonly kind: 'line' | 'step' | 'result';
}

/** A question that decides which lines are filled in. On a sheet it is a cell that says Yes or No. */
export interface Question extends Entry<boolean> {
  readonly kind: 'question';
}

type Wording = {
  readonly label: string | ((year: number) => string);
  readonly law: readonly string[];
  readonly onlyIf?: Question;
};

const wording = ({ label, law, onlyIf }: Wording) => ({
  label: typeof label === 'string' ? () => label : label,
  law,
  ...(onlyIf ? { onlyIf } : {}),
});

const amountEntry = (kind: Line['kind'], id: string, given: Wording & { readonly is: Term }): Line => ({
  kind,
  id,
  is: given.is,
  ...wording(given),
  value: (figures) => figures.amount(id),
  formula: (cells) => cells.entry(id),
  says: (figures) => (kind === 'line' ? `line ${id} (${inWords(figures.amount(id))})` : given.is.says(figures)),
});

/** A line of the printed form. */
export const line = (id: string, given: Wording & { readonly is: Term }): Line => amountEntry('line', id, given);

/** A step between two lines; it has a cell of its own, so that a reviewer sees it and formulas stay short. */
export const step = (id: string, given: Wording & { readonly is: Term }): Line => amountEntry('step', id, given);

/** What the filled-in form hands on: to another form, or to next year. */
export const result = (id: string, given: Wording & { readonly is: Term }): Line => amountEntry('result', id, given);

export const question = (id: string, given: Wording & { readonly is: Term<boolean> }): Question => ({
  kind: 'question',
  id,
  is: given.is,
  ...wording(given),
  value: (figures) => figures.answer(id),
  formula: (cells) => `${cells.entry(id)}="Yes"`,
  says: (figures) => `${id} is ${figures.answer(id) ? 'Yes' : 'No'}`,
});

export type FormEntry = Line | Question;

/** A form filled in. `null` is a line that the form leaves blank. */
export interface FilledForm {
  readonly settings: Settings;
  line(id: string): Decimal | null;
  answer(id: string): boolean;
  /** One sentence that tells how the line was reached, with the numbers in it. */
  explain(id: string): string;
}

/** Works the entries out in their order. */
export const fillIn = (entries: readonly FormEntry[], given: Pick<Figures, 'input' | 'choice' | 'settings'>): FilledForm => {
  const { settings } = given;
  const amounts = new Map<string, Decimal | null>();
  const answers = new Map<string, boolean>();
  const answerOf = (id: string): boolean => {
    const answer = answers.get(id);
    if (answer === undefined) throw new Error(`The form asks for ${id} before it is answered.`);
    return answer;
  };
  const lineOf = (id: string): Decimal | null => {
    const amount = amounts.get(id);
    if (amount === undefined) throw new Error(`The form has no line ${id} at this point.`);
    return amount;
  };
  const figures: Figures = {
    ...given,
    amount: (id) => {
      const amount = lineOf(id);
      if (amount === null) throw new Error(`Line ${id} is blank, and another line needs it.`);
      return amount;
    },
    answer: answerOf,
  };

  for (const entry of entries) {
    const filledIn = entry.onlyIf?.value(figures) ?? true;
    if (entry.kind === 'question') answers.set(entry.id, filledIn && entry.is.value(figures));
    else amounts.set(entry.id, filledIn ? entry.is.value(figures) : null);
  }

  const explain = (id: string): string => {
    const entry = entries.find((candidate) => candidate.id === id);
    if (!entry) throw new Error(`The form has no line ${id}.`);
    if (entry.kind === 'question') return `${entry.says(figures)}: ${entry.is.says(figures)}.`;
    const amount = lineOf(id);
    return amount === null
      ? `Line ${id} is left blank: ${entry.onlyIf?.label(0) ?? 'the form does not ask for it'} — No.`
      : `Line ${id} is ${inWords(amount)}: ${entry.is.says(figures)}.`;
  };
  return { settings, line: lineOf, answer: answerOf, explain };
};

/** The formula that shows an entry on a sheet: its amount, Yes or No, or nothing where the form leaves it blank. */
export const formulaOf = (entry: FormEntry, cells: Cells): string => {
  const shown = entry.kind === 'question' ? `IF(${entry.is.formula(cells)},"Yes","No")` : entry.is.formula(cells);
  const blank = entry.kind === 'question' ? '"No"' : '""';
  return `=${entry.onlyIf ? `IF(${entry.onlyIf.formula(cells)},${shown},${blank})` : shown}`;
};

/** How many decimals a line shows: the unit's, and ten for a ratio. */
export const decimalsShown = (id: string, settings: Settings): number => (id === '10' ? 10 : decimalsOf(settings.unit));
