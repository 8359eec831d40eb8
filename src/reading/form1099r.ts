import { inWords } from '../engine/words';
import { tidy } from '../cells/tidy';
import { quoted } from '../cells/quoted';
import { detailsOf, leavesOut } from '../plan/answers';
import { codesIn, codesSay, type PaidFrom } from '../rules/distributionCodes';
import { accountOf } from './accounts';
import type { SourceContext } from './context';
import type { Form1099rRead } from './facts';
import { askAboutForm, elsewhereAsAnswered, formChoices, tieBox1, type Form } from './form1099rForm';
import { fillInForms } from './form1099rLines';
import { recharacterizedForm, returnedForm } from './form1099rUndone';
import { nameOf, type GridCell } from './grid';
import { excludeChoice, yearChoices } from './judgement';
import { wordsWith } from './moreWords';
import { isNegative } from './pending';
import { recordsIn, type RecordShape, type Records } from './records';

const shape: RecordShape = {
  words: wordsWith({
    boxes: {
      '1': 'f1099r_box1', '2a': 'f1099r_box2a', '2b': 'f1099r_box2b', '4': 'withheld', '5': 'f1099r_box5', '7': 'f1099r_code',
      ...Object.fromEntries(['3', '6', '8', '9a', '9b', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19'].map((box) => [box, 'notes'] as const)),
    },
    words: {
      f1099r_box1: ['gross distribution', 'gross distributions', 'gross dist', 'distribution', 'distributions', 'amount distributed'],
      f1099r_box2a: ['taxable', 'taxable amt'],
      f1099r_code: ['codes', 'distribution codes', 'dist codes', 'box 7 codes', 'distr code', 'distribution code s', 'code s'],
      f1099r_box5: ['employee contributions designated roth contributions or insurance premiums', 'after tax', 'after-tax'],
      notes: ['state tax', 'state tax withheld', 'state withholding', 'state wh', 'state w h', 'state distribution', 'local tax withheld', 'local distribution', 'capital gain'],
      f1099r_ira_box: ['ira sep simple', 'ira', 'ira sep simple box', 'ira checkbox', 'ira box checked', 'ira sep simple checkbox', 'is ira'],
      withheld: [
        'withheld', 'federal withholding', 'fed withholding', 'fed w h', 'federal w h', 'withholding', 'federal income tax withheld', 'fed tax withheld', 'federal tax withheld',
        'tax withheld', 'fed wh', 'federal tax', 'fed tax',
      ],
      rolled_over: ['rollover', 'rollovers', 'rolled over', 'amount rolled over', 'rolled'],
      treatment: ['treatment', 'treat as', 'treated as', 'what it was', 'disposition', 'reported as', 'purpose', 'explanation', 'used for', 'code description', 'nature'],
      account_type: ['from', 'source account', 'paid from'],
      converted: ['converted to roth', 'converted amount', 'conv'],
      qcd: ['qcd', 'qcds', 'charity', 'charitable'],
    },
  }),
  money: ['f1099r_box1', 'converted', 'qcd', 'rolled_over', 'rollover_to_plan', 'outstanding_rollover', 'f1099r_box2a', 'withheld', 'f1099r_box5'],
  beside: ['f1099r_code', 'f1099r_ira_box', 'tax_year', 'owner', 'account_type', 'treatment'],
  needs: [['f1099r_box1']],
  asksUnknown: true,
  settled: (columns) => {
    const known = columns.some(({ concept }) => concept === 'f1099r_box1');
    return known ? columns : columns.map((column) => (column.concept === 'amount' ? { ...column, concept: 'f1099r_box1' } : column));
  },
};

/** Reads a list of Forms 1099-R by box and code: a row a form. */
export function readForm1099r(context: SourceContext): void {
  const records = recordsIn(context, shape);
  if (records === null) return;
  const marksIra = records.rows.some((row) => records.filled(row, 'f1099r_ira_box') !== null);
  fillInForms(records, records.rows.flatMap((row) => formIn(records, row, marksIra) ?? []));
  records.finish({
    f1099r_box2a: 'Box 2a is not the taxable amount of an IRA: Form 8606 works that out.',
    f1099r_box5: 'Box 5 is after-tax money of a plan, not basis of an IRA.',
    withheld: 'Tax that was withheld is part of box 1.',
  });
}

/** A form whose money left its IRA, for lines 7 and 8; null where nothing of it is left to read. */
function formIn(records: Records, row: number, marksIra: boolean): Form | null {
  const { fates, answers, years } = records.context;
  const box1 = records.at(row, 'f1099r_box1');
  if (box1 === null) return null;
  const codeCell = records.filled(row, 'f1099r_code');
  const found = records.amount(row, 'f1099r_box1');
  if (found === null) {
    if (codeCell !== null && !records.isSettled(row, box1)) fates.ask(withoutAmount(box1));
    return null;
  }
  const said = detailsOf(records.answer(row, box1));
  const from = paidFrom(records, row, marksIra);
  const codes = codeCell === null ? [] : codesIn(codeCell.value);
  const tells = codesSay(codes ?? [], from);
  const stated = records.year(row, 'f1099r_box1');
  // Of a returned contribution it may be answered which year it was for; that is not the year of the form.
  const year = stated.kind === 'year' && (tells.says === 'returned' || said.year === undefined) ? stated.year : said.year ?? null;
  if (year !== null) fates.boxesRead.push({ year, box: '1099-R' });

  if (records.isSettled(row, box1)) {
    if (year !== null && leavesOut(records.answer(row, box1)) && found.read.kind === 'amount') tieBox1(records, { box1, year, ofIra: tells.ofIra, read: found.read }, '1099-R off');
    return null;
  }
  const { read } = found;
  if (read.kind === 'ask') {
    fates.ask(read.asked, year === null ? null : [year]);
    return null;
  }
  if (read.amount.isZero()) {
    fates.ignore(box1, 'Zero.');
    return null;
  }
  const form: Form = { records, row, box1, read, year: year ?? 0, said, from, codes: tells, ofIra: tells.ofIra || countsAsAnswered(said), label: records.label(row) };
  if (isNegative(read)) {
    const amount = read.amount.abs();
    return askAboutForm(form, 'NEGATIVE_AMOUNT', 'A Form 1099-R has no amount below zero.', [{ answer: { amount: amount.toString() }, says: `It is ${inWords(amount)}` }, excludeChoice]);
  }
  if (year === null) {
    return askAboutForm(form, 'YEAR_UNKNOWN', stated.kind === 'unclear' ? stated.why : 'Nothing says of which year this form is.', [...yearChoices(years), excludeChoice]);
  }
  fates.forms1099r.push(asItStands(form));
  const elsewhere = elsewhereAsAnswered(said);
  if (said.kind === 'roth' || (elsewhere === null && !countsAsAnswered(said) && tells.ofPartIII)) tellOfPartIII(form);
  if (elsewhere !== null) return leaveOut(form, elsewhere);
  if (countsAsAnswered(said)) return form;
  if (codes === null) return askAboutForm(form, 'CODE_UNKNOWN', `${nameOf(codeCell ?? box1)} says ${quoted(codeCell?.shown)}, which is no code of box 7.`, [...formChoices(form), excludeChoice]);
  switch (tells.says) {
    case 'elsewhere': return leaveOut(form, tells.why);
    case 'returned': return returnedForm(form, answers.at(box1.address));
    case 'recharacterized': return recharacterizedForm(form);
    case 'unclear': return askAboutForm(form, 'FORM_1099R_UNCLEAR', tells.why, [...formChoices(form), excludeChoice]);
    case 'distribution': case 'left open': return form;
  }
}

/** The form for the list that the preparer of the return is given. */
function asItStands({ records, row, box1, read, year }: Form): Form1099rRead {
  const texts = records.texts(row).filter(({ concept }) => concept !== 'notes' && concept !== 'source' && concept !== 'owner' && concept !== 'f1099r_code' && concept !== 'f1099r_ira_box');
  const [was, others] = [texts.find(({ concept }) => concept === 'treatment'), texts.filter(({ concept }) => concept !== 'treatment')];
  return {
    year, cell: box1.address, amount: read.amount, linked: read.text === null && !read.answered && read.scale === undefined,
    payer: (others.find(({ concept }) => concept === 'account_type') ?? others[0])?.text ?? '', code: records.filled(row, 'f1099r_code')?.shown ?? '', was: was?.text ?? '',
  };
}

/** A list of forms does not hold what Part III needs of a distribution from a Roth IRA; nothing is filled in from it. */
function tellOfPartIII({ records, box1, year }: Form): void {
  const { fates, plan, years } = records.context;
  if (!years.includes(year) || plan.sources.some(({ role }) => role === 'roth_distributions')) return;
  fates.warn(box1.address, 'ROTH_DISTRIBUTION_NOT_SELECTED', `${nameOf(box1)} shows ${box1.shown} distributed from a Roth IRA. Part III of ${year} takes it unless it was qualified or rolled over: `
    + 'select it with the basis in contributions and conversions as distributions from Roth IRAs.');
}

/** The preparer says that the money was converted, or distributed. */
const countsAsAnswered = ({ role, converted }: Form['said']): boolean => converted !== undefined || role === 'conversions' || role === 'distributions';

function leaveOut(form: Form, why: string): null {
  tieBox1(form.records, form, '1099-R off');
  form.records.context.fates.exclude(form.box1, why, form.label);
  return null;
}

const withoutAmount = (cell: GridCell) => ({
  cell: cell.address,
  code: 'AMOUNT_MISSING',
  text: `${nameOf(cell)} is blank, and blank is not zero: box 1 of this form is not known. Enter the amount there, or say that it is zero.`,
  choices: [{ answer: 'zero', says: 'It is zero' }, excludeChoice],
});

/**
 * The IRA/SEP/SIMPLE box says that a form is of an IRA. Where the list has no such column, or no mark in it, the words of
 * the account say it; where box and words contradict one another, nobody does.
 */
function paidFrom(records: Records, row: number, marksIra: boolean): PaidFrom {
  const texts = records.texts(row).filter(({ text, concept }) => concept !== 'treatment' && concept !== 'f1099r_code' && concept !== 'f1099r_ira_box'
    && !(concept === null && /\bconver|\bqcd\b|\bcharit|\brmd\b/iu.test(text)));
  const account = accountOf({ texts });
  const byWords = { in: 'IRA', ask: null, out: account.kind === 'Roth' ? 'Roth' : account.kind === 'inherited' ? 'inherited' : 'plan' } as const;
  const words: PaidFrom = byWords[account.verdict];
  const cell = records.at(row, 'f1099r_ira_box');
  if (cell === null || !marksIra) return words;
  const mark = tidy(String(cell.value ?? '')).toLowerCase();
  if (/\broth\b/u.test(mark)) return 'Roth';
  if (/^(?:x|y|yes|true|1|checked|ira|sep|simple|(?:sep|simple)[ -]ira|[✓✔☑])$/u.test(mark)) return words === 'Roth' ? null : words === 'inherited' ? 'inherited' : 'IRA';
  const unmarked = cell.blank || /^(?:n|no|false|0|-|none|unchecked|plan|☐)$/u.test(mark);
  return !unmarked || words === 'IRA' ? null : words ?? 'plan';
}
