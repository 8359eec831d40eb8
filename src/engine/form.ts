import type { Decimal } from './decimal';
import type { Cells, Figures, Settings, Term } from './term';
import { asPercent } from './rates';
import { inPlaces, inWords } from './words';

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
  /**
   * A ratio is shown to ten places, so that a reviewer can refoot it; a rate is a share in percent; a number counts units and
   * is no amount of money.
   */
  readonly measure: 'amount' | 'ratio' | 'rate' | 'number';
}

/** A question that decides which lines are filled in. On a sheet it is a cell that says Yes or No. */
export interface Question extends Entry<boolean> {
  readonly kind: 'question';
  /** What each answer means, as half a sentence: it tells why a line is left blank. */
  readonly yes: string;
  readonly no: string;
}

type Wording = {
  readonly label: string | ((year: number) => string);
  readonly law: readonly string[];
  readonly onlyIf?: Question;
};

type LineGiven = Wording & {
  readonly is: Term;
  readonly measure?: Line['measure'];
  /** What another line calls it in a sentence; a printed line is called by its number. */
  readonly called?: string;
};

const wording = ({ label, law, onlyIf }: Wording) => ({
  label: typeof label === 'string' ? () => label : label,
  law,
  ...(onlyIf ? { onlyIf } : {}),
});

const shown = (amount: Decimal, measure: Line['measure']): string => {
  switch (measure) {
    case 'ratio': return inPlaces(amount, RATIO_PLACES_SHOWN);
    case 'rate': return asPercent(amount);
    case 'amount': case 'number': return inWords(amount);
  }
};

const RATIO_PLACES_SHOWN = 10;

const amountEntry = (kind: Line['kind'], id: string, given: LineGiven): Line => {
  const measure = given.measure ?? 'amount';
  const called = given.called ?? (kind === 'line' ? `line ${id}` : null);
  return {
    kind,
    id,
    measure,
    is: given.is,
    ...wording(given),
    value: (figures) => figures.amount(id),
    formula: (cells) => cells.entry(id),
    says: (figures) => (called ? `${called} (${shown(figures.amount(id), measure)})` : given.is.says(figures)),
  };
};

/** A line of the printed form. */
export const line = (id: string, given: LineGiven): Line => amountEntry('line', id, given);

/** A step between two lines; it has a cell of its own, so that a reviewer sees it and formulas stay short. */
export const step = (id: string, given: LineGiven): Line => amountEntry('step', id, given);

/** What the filled-in form hands on: to another form, or to next year. */
export const result = (id: string, given: LineGiven): Line => amountEntry('result', id, { called: id.charAt(0).toLowerCase() + id.slice(1), ...given });

export const question = (id: string, given: Wording & { readonly is: Term<boolean>; readonly yes: string; readonly no: string }): Question => ({
  kind: 'question',
  id,
  is: given.is,
  yes: given.yes,
  no: given.no,
  ...wording(given),
  value: (figures) => figures.answer(id),
  // EXACT hands an error on in every program; a plain comparison with an error is simply FALSE in some.
  formula: (cells) => `EXACT(${cells.entry(id)},"Yes")`,
  says: (figures) => (figures.answer(id) ? given.yes : given.no),
});

export type FormEntry = Line | Question;

/** A form filled in. `null` is a line that the form leaves blank. */
export interface FilledForm {
  readonly settings: Settings;
  line(id: string): Decimal | null;
  answer(id: string): boolean;
  /** One sentence that tells how the line was reached, with the numbers in it, or why it is blank. */
  explain(id: string): string;
  /** Only what an answer rests on, as half a sentence; of a question that was not put, what kept it from being put. */
  because(id: string): string;
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

  const entryOf = (id: string): FormEntry => {
    const entry = entries.find((candidate) => candidate.id === id);
    if (!entry) throw new Error(`The form has no line ${id}.`);
    return entry;
  };
  const because = (id: string): string => {
    const entry = entryOf(id);
    return firstNo(entry.onlyIf, answerOf)?.no ?? entry.is.says(figures);
  };
  const explain = (id: string): string => {
    const entry = entryOf(id);
    const named = entry.kind === 'line' ? `Line ${id}` : id;
    const closed = firstNo(entry.onlyIf, answerOf);
    if (entry.kind === 'question') {
      if (closed) return `No: ${closed.no}.`;
      const because = entry.is.says(figures);
      const meaning = answerOf(id) ? entry.yes : entry.no;
      return `${answerOf(id) ? 'Yes' : 'No'}: ${meaning}${because === meaning ? '' : `, because ${because}`}.`;
    }
    const amount = lineOf(id);
    if (amount === null) return `${named} is left blank: ${closed?.no ?? 'the form does not ask for it'}.`;
    return `${named} is ${shown(amount, entry.measure)}: ${entry.is.says(figures)}.`;
  };
  return { settings, line: lineOf, answer: answerOf, explain, because };
};

/** The outermost question that was answered No and so left the entry blank. */
const firstNo = (asked: Question | undefined, answerOf: (id: string) => boolean): Question | null => {
  if (!asked) return null;
  return firstNo(asked.onlyIf, answerOf) ?? (answerOf(asked.id) ? null : asked);
};

/** The formula that shows an entry on a sheet: its amount, Yes or No, or nothing where the form leaves it blank. */
export const formulaOf = (entry: FormEntry, cells: Cells): string => {
  const shownThere = entry.kind === 'question' ? `IF(${entry.is.formula(cells)},"Yes","No")` : entry.is.formula(cells);
  const blank = entry.kind === 'question' ? '"No"' : '""';
  return `=${entry.onlyIf ? `IF(${entry.onlyIf.formula(cells)},${shownThere},${blank})` : shownThere}`;
};
