import type { Question } from '../engine/form';
import { Refusal } from '../engine/refusal';
import { chosen, inWords, type Amount, type Truth } from '../engine/words';

/** Whether something stands in a typed cell that may be left blank. Only then may its amount be used. */
export const isGiven = (name: string, yes: string, no: string): Truth => ({
  value: (figures) => figures.choice(`${name}?`) === true,
  // EXACT hands on the error of a cell that cannot be used; ISNUMBER would take it for a blank one.
  formula: (cells) => `NOT(EXACT(${cells.input(name)},""))`,
  says: (figures) => (figures.choice(`${name}?`) ? yes : no),
});

/** Whether one option was chosen from several. */
export const selected = (name: string, option: string, yes: string, no: string): Truth => ({
  value: (figures) => figures.choice(`${name}=${option}`) === true,
  formula: (cells) => `EXACT(${cells.input(name)},"${option}")`,
  says: (figures) => (figures.choice(`${name}=${option}`) ? yes : no),
});

/** A question of a rule that the year itself answers with No. */
export const never = (no: string): Truth => ({ value: () => false, formula: () => 'FALSE', says: () => no });

/** A question of a rule that the year itself answers with Yes. */
export const always = (yes: string): Truth => ({ value: () => true, formula: () => 'TRUE', says: () => yes });

/** Whether something holds where it is asked at all: a sheet works both parts of AND out, and trips over a cell left blank. */
export const whereAsked = (asked: Truth, holds: Truth): Truth => ({
  value: (figures) => asked.value(figures) && holds.value(figures),
  formula: (cells) => `IF(${asked.formula(cells)},${holds.formula(cells)},FALSE)`,
  says: (figures) => (asked.value(figures) ? holds : asked).says(figures),
});

/** An answer of a rule elsewhere on the tab. */
export const answered = (question: Question, caseId?: string): Truth => chosen(caseId === undefined ? question.id : `${caseId}:${question.id}`, question.yes, question.no);

/** An amount only where it makes sense: else #N/A on the sheet, which runs on to every result, and a refusal in the engine. */
export const onlyWhere = (makesSense: Truth, amount: Amount, argument: string, text: string): Amount => ({
  value: (figures) => {
    if (!makesSense.value(figures)) throw new Refusal('CONTRADICTION', argument, inWords(amount.value(figures)), '', text);
    return amount.value(figures);
  },
  formula: (cells) => `IF(${makesSense.formula(cells)},${amount.formula(cells)},NA())`,
  says: (figures) => amount.says(figures),
});
