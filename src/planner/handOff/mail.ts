import { all, any, isPositive, input, not, type Truth } from '../../engine/words';
import { dayInWords, dueDateOf } from '../../law/dueDates';
import {
  contributionTold, conversionTold, formsTold, inputsTold, rothTold, seenCarry, seenForm, seenForm1040, type Told, type ToldFigure, type ToldPiece,
} from '../../worksheet/told';
import { single, type Block, type Field, type WordsField } from '../planner';
import { dollarsIn, either, joined, textIn, whichever, type Wording } from '../wording';
import { isGiven, selected } from '../words';
import { amountsDue, dueCase, dueYears, FILED, FORMS_1099R, form1099rCase, NOT_FILED } from './figures';

/** The sentences for the preparer: those of the Form 8606 tab, and what no single tab knows. They are the mail as well. */

const says = (id: string, label: string, is: Wording): WordsField => ({ field: 'words', id, label, is });
const nextLine = (id: string, is: Wording): WordsField => ({ ...says(id, '', is), continues: true });

const nameOf = (figure: ToldFigure): string => ('input' in figure ? figure.input : 'entry' in figure ? figure.entry : figure.row);
const toldIn = (pieces: readonly ToldPiece[]): Wording => joined(...pieces.map((piece) => (typeof piece === 'string' ? piece : dollarsIn(nameOf(piece)))));

/** The sentence of the Form 8606 tab, a line for each of its parts. */
const told = ({ topic, parts }: Told, year: number): readonly WordsField[] => parts({ year, whose: 'the person above' })
  .map((part, index) => (index === 0 ? says(topic, topic, toldIn(part)) : nextLine(`${topic}, line ${index + 1}`, toldIn(part))));

const given = (name: string): Truth => isGiven(name, `${name} is given`, `${name} is blank`);
const ifGiven = (name: string, ...sentence: readonly (string | Wording)[]): Wording => either(given(name), joined(...sentence), joined(''));

const some = (of: number, id: string): Truth => isPositive(input(`${dueCase(of)}:${id}`, id), `${id} in ${of}`, `nothing ${id} in ${of}`);
const filed = (of: number, answer: string): Truth => selected(`${dueCase(of)}:filed`, answer, `filed for ${of}: ${answer}`, `filed for ${of}: not ${answer}`);

/** Who must file: Instructions for Form 8606. */
const needed = (of: number): Truth => any(some(of, 'nondeductible'), some(of, 'converted'), some(of, 'distributed'));
const late = (of: number): Truth => all(needed(of), filed(of, NOT_FILED));

export const due = (year: number): Block => ({
  id: 'due',
  title: 'Forms 8606 to be filed, the late ones among them',
  down: true,
  casesAre: 'Tax year',
  folded: { title: `What happened in ${dueYears(year)[0]!} to ${year}, and whether a form was filed` },
  cases: dueYears(year).map((of) => ({ id: dueCase(of), heading: String(of) })),
  fields: amountsDue,
});

const dueSentence = (of: number, year: number): Wording => {
  const named = `Form 8606 for ${of}: `;
  return whichever([
    [not(needed(of)), ''],
    [filed(of, FILED), `${named}filed.`],
    ...(of === year ? [] : [[filed(of, NOT_FILED), `${named}late. File it now by itself, on the form of that year, signed.`] as const]),
  ], of === year ? `${named}with the return, by ${dayInWords(dueDateOf(year).date)} or the extended date.` : `${named}needed. Not known whether it was filed: look in that return.`);
};

const formSentence = (number: number): Wording => {
  const of = (what: string): string => `${form1099rCase(number)}:${what}`;
  return ifGiven(of('box1'), `${number}. `, textIn(of('payer')), ': box 1 ', dollarsIn(of('box1')), ', code ', either(given(of('code')), textIn(of('code')), joined('not given')),
    either(given(of('was')), joined(', ', textIn(of('was'))), joined('')));
};

export const mail = (year: number): Block => {
  const years = dueYears(year);
  const fields: readonly Field[] = [
    says('About', 'About', joined(`IRAs and Form 8606 for tax year ${year}`, ifGiven('name', ': ', textIn('name')))),
    ...told(contributionTold, year),
    nextLine('Contributed on', ifGiven('contributedOn', 'Contributed: ', textIn('contributedOn'))),
    ...told(conversionTold, year),
    nextLine('Converted on', ifGiven('convertedOn', 'Converted: ', textIn('convertedOn'))),
    nextLine('Earnings converted', ifGiven('earnings', 'Earnings in what was converted: ', dollarsIn('earnings'), '.')),
    says('Employer plan', 'Employer plan', either(given('afterTaxConverted'),
      joined('After-tax plan money converted (mega backdoor): ', dollarsIn('afterTaxConverted'), '. Of it earnings, taxable: ', dollarsIn('afterTaxTaxable'), '.'),
      joined('After-tax plan money converted (mega backdoor): not said.'))),
    nextLine('Employer plan, line 2', ifGiven('afterTaxConverted', 'It belongs on Form 1040, lines 5a and 5b, and on no part of Form 8606.')),
    ...told(inputsTold, year),
    ...told(formsTold, year),
    ...Array.from({ length: FORMS_1099R }, (_, index) => nextLine(`Form 1099-R ${index + 1}`, formSentence(index + 1))),
    ...told(rothTold, year),
    ...years.map((of, index) => (index === 0 ? says(`Form 8606 ${of}`, 'Forms 8606', dueSentence(of, year)) : nextLine(`Form 8606 ${of}`, dueSentence(of, year)))),
    nextLine('Penalty', either(any(...years.filter((of) => of < year).map(late)),
      joined('Penalty for each late form: ', dollarsIn('the penalty for a Form 8606 that was not filed'), ' unless there is reasonable cause.'), joined(''))),
    ...told(seenForm, year),
    ...told(seenForm1040, year),
    ...told(seenCarry, year),
  ];
  return single('mail', 'For the preparer of the return', fields);
};
