import { Decimal } from '../engine/decimal';
import { inWords } from '../engine/words';
import { tidy } from '../cells/tidy';
import { detailsOf, leavesOut, saysItCounts } from '../plan/answers';
import { classifyAccount, type AccountWords } from '../rules/accountWords';
import { accountOf } from './accounts';
import { noteText, type CellAmount } from './amountCell';
import type { SourceContext } from './context';
import type { Asked, BoxRead } from './facts';
import type { Counted } from './fates';
import { nameOf, type GridCell } from './grid';
import { excludeChoice, includeChoice, yearChoices } from './judgement';
import { wordsWith } from './moreWords';
import { countedFrom, isNegative } from './pending';
import { recordsIn, type RecordShape, type Records } from './records';
import { missingAmount } from './settle';
import type { Concept } from './vocabulary';
import { isGiven } from './witnesses';

const shape: RecordShape = {
  words: wordsWith({
    boxes: {
      '1': 'contribution_total', '2': 'rolled_over', '3': 'converted', '4': 'recharacterised', '5': 'fmv_year_end', '7': 'account_type', '8': 'employer_contribution',
      '9': 'employer_contribution', '10': 'roth_column', '13a': 'postponed', '13b': 'postponed_year', '13c': 'postponed_code', '14a': 'repaid',
      '6': 'notes', '11': 'notes', '12a': 'notes', '12b': 'notes', '14b': 'notes', '15a': 'notes', '15b': 'notes',
    },
    words: {
      contribution_total: ['ira contributions', 'contributions', 'contribution', 'trad contributions', 'traditional contributions', 'ira contrib', 'ira contribs', 'trad contrib', 'contrib', 'contribs', 'ira contributions other than amounts in boxes 2 4 8 10 13a and 14a'],
      fmv_year_end: ['fmv of account', 'fair market value of account', 'fair market value of account fmv'],
      account_type: ['ira sep simple roth ira'],
      rolled_over: ['rollover', 'rollovers', 'rollover contributions', 'rollovers in', 'rollover contrib', 'rollover contribs'],
      converted: ['roth conversion amount', 'roth ira conversion amount', 'roth ira conversion', 'conversion amount', 'roth conv', 'conv'],
      recharacterised: ['recharacterized contributions', 'recharacterizations'],
      employer_contribution: ['sep contributions', 'simple contributions', 'sep contribution', 'simple contribution', 'employer contributions'],
      roth_column: ['roth ira contributions', 'roth contributions', 'roth contribution', 'roth contrib', 'roth contribs', 'roth ira contrib'],
      type_mark: ['ira', 'sep', 'simple', 'roth ira', 'roth', 'sep ira', 'simple ira', 'traditional ira', 'is ira'],
      postponed: ['postponed contribution', 'late rollover', 'postponed late contrib', 'late contribution', 'postponed contributions'],
      postponed_year: ['year of postponed contribution'],
      repaid: ['repayments', 'repayment'],
    },
  }),
  money: ['fmv_year_end', 'contribution_total', 'converted', 'recharacterised', 'rolled_over', 'employer_contribution', 'roth_column', 'postponed', 'repaid'],
  beside: ['account_type', 'tax_year', 'owner', 'postponed_year', 'postponed_code'],
  several: ['employer_contribution', 'type_mark'],
  asksUnknown: true,
  needs: [['fmv_year_end', 'contribution_total', 'converted']],
  // Box 7 is four boxes on the form; where each has a column of its own, a mark says the type.
  settled: (columns) => {
    const types = columns.filter(({ concept }) => concept === 'account_type');
    if (types.length < 2) return columns;
    return columns.map((column) => (types.includes(column) && /\b(?:ira|sep|simple|roth)$/iu.test(column.text) ? { ...column, concept: 'type_mark' } : column));
  },
};

/** Reads a list of Forms 5498 by box: a row a form. They arrive in May; what other selections give stands before them. */
export function readForm5498(context: SourceContext): void {
  const records = recordsIn(context, shape);
  if (records === null) return;
  for (const row of records.rows) readForm(records, row);
  records.finish();
}

/** One form: its row, its year and what kind of account it is of. */
interface Form {
  readonly records: Records;
  readonly row: number;
  readonly year: number;
  readonly type: AccountWords;
}

function readForm(records: Records, row: number): void {
  const { fates, years } = records.context;
  const cells = shape.money.flatMap((concept) => records.columns.filter((one) => one.concept === concept).map(({ column }) => ({ concept, cell: records.context.grid.at(row, column) })));
  const [first] = cells.filter(({ cell }) => !cell.blank);
  if (first === undefined) return blankForm(records, row, cells);
  const said = detailsOf(records.answer(row, first.cell));
  const stated = records.year(row, first.concept);
  const year = said.year ?? (stated.kind === 'year' ? stated.year : null);
  if (year === null) {
    const { cell } = first;
    if (records.isSettled(row, cell)) return;
    fates.ask({ cell: cell.address, code: 'YEAR_UNKNOWN', text: `${nameOf(cell)} shows ${cell.shown}. ${stated.kind === 'unclear' ? stated.why : 'Nothing says of which year this form is.'} Its row is not counted until you say.`, choices: [...yearChoices(years), excludeChoice] });
    for (const other of cells.filter((one) => one !== first && !one.cell.blank)) fates.wait(other.cell, cell.address);
    return;
  }
  const form: Form = { records, row, year, type: typeOf(records, row) };
  for (const { concept, cell } of cells) {
    const box = boxOf[concept];
    if (box !== undefined && records.has(concept)) fates.boxesRead.push({ year, box });
    readBoxOf(form, concept, cell);
  }
}

/** A form that tells of an IRA and holds no amount yet: its value on 31 December is not zero for that. */
function blankForm(records: Records, row: number, cells: readonly { readonly concept: Concept; readonly cell: GridCell }[]): void {
  const value = cells.find(({ concept }) => concept === 'fmv_year_end');
  const type = typeOf(records, row);
  const stated = value === undefined || type.verdict !== 'in' ? null : records.year(row, value.concept);
  if (value !== undefined && stated?.kind === 'year') readBoxOf({ records, row, year: stated.year, type }, value.concept, value.cell);
}

function readBoxOf(form: Form, concept: Concept, cell: GridCell): void {
  const { records, row } = form;
  if (cell.blank && detailsOf(records.context.answers.at(cell.address)).amount === undefined) blank(form, concept, cell);
  else if (!records.isSettled(row, cell)) readOne(form, concept, cell, readers[concept]);
}

const boxOf: Readonly<Partial<Record<Concept, BoxRead['box']>>> = { contribution_total: '5498 box 1', converted: '5498 box 3', fmv_year_end: '5498 box 5' };

type ReadAmount = CellAmount & { readonly kind: 'amount' };
type BoxReader = (form: Form, cell: GridCell, read: ReadAmount) => void;

function readOne(form: Form, concept: Concept, cell: GridCell, readBox: BoxReader | undefined): void {
  const { records, year } = form;
  const { fates } = records.context;
  const found = records.read(cell);
  if (found.kind === 'blank' || readBox === undefined) return;
  if (found.kind === 'ask') {
    if (concept === 'fmv_year_end') fates.missingValues.push({ year, cell: cell.address });
    return fates.ask(found.asked, [year]);
  }
  if (isNegative(found)) {
    const amount = found.amount.abs();
    return ask(form, cell, 'NEGATIVE_AMOUNT', 'A Form 5498 has no amount below zero.', [{ answer: { amount: amount.toString() }, says: `It is ${inWords(amount)}` }, excludeChoice]);
  }
  if (found.amount.isZero() && concept !== 'fmv_year_end') return fates.ignore(cell, 'Zero.');
  readBox(form, cell, found);
}

const elsewhere = (reason: string): BoxReader => ({ records, row }, cell) => records.context.fates.exclude(cell, reason, records.label(row));

const readers: Readonly<Partial<Record<Concept, BoxReader>>> = {
  fmv_year_end: valueAtYearEnd,
  contribution_total: contributed,
  converted: (form, cell, read) => {
    const { records, row, type } = form;
    if (type.verdict === 'in' && !saysItCounts(records.answer(row, cell))) {
      return ask(form, cell, 'BOX_3_OF_A_TRADITIONAL_IRA', `Box 3 is what a Roth IRA received, but this form is of another kind of account: ${type.name}.`, [{ ...includeChoice, says: 'It was converted to Roth: count it' }, excludeChoice]);
    }
    form.records.context.fates.tie(cell, read, form.year, '5498 box 3');
    use(form, cell, read, 'conversions', 'Form 5498 box 3, converted to a Roth IRA');
  },
  recharacterised: (form, cell) => unlessSelected(form, cell, 'recharacterizations', 'BOX_4_RECHARACTERIZED',
    'Box 4 is a recharacterized contribution with its earnings. Line 1 needs the contribution that it was, and its date: select them as recharacterizations.'),
  rolled_over: elsewhere('Box 2 is money that was rolled over into the account, and no contribution.'),
  employer_contribution: elsewhere('Contributions to a SEP or SIMPLE IRA (boxes 8 and 9) are never on line 1.'),
  roth_column: elsewhere('Contributions to a Roth IRA (box 10) are not on Form 8606; they count for the limit.'),
  postponed,
  repaid: (form, cell) => unlessSelected(form, cell, 'repayments', 'BOX_14_REPAID', 'Box 14a is a repayment of a distribution. What it changes depends on its kind and on both dates: select them as repayments.'),
};

/** What a form of its own kind must say: it is asked about until that selection is there. */
function unlessSelected(form: Form, cell: GridCell, role: 'recharacterizations' | 'repayments', code: string, why: string): void {
  const { records, row } = form;
  if (records.context.plan.sources.some((source) => source.role === role)) return records.context.fates.exclude(cell, `Read from the selection of ${role}.`, records.label(row));
  ask(form, cell, code, why, [{ answer: 'exclude', says: 'It is read in another selection, or changes nothing here' }]);
}

/** Line 6 is the value of traditional, SEP and SIMPLE IRAs: box 7 says whether this is one. */
function valueAtYearEnd(form: Form, cell: GridCell, read: ReadAmount): void {
  const { records, row, year, type } = form;
  const { fates } = records.context;
  if (!saysItCounts(records.answer(row, cell))) {
    if (type.verdict === 'out') return fates.exclude(cell, type.why, records.label(row));
    if (type.verdict === 'ask' && isGiven(records.context, '6', year)) return fates.exclude(cell, `${type.why} The value at the end of ${year} comes from another selection.`, records.label(row));
    if (type.verdict === 'ask') return ask(form, cell, 'ACCOUNT_TYPE_UNKNOWN', type.why, [includeChoice, excludeChoice]);
  }
  form.records.context.fates.tie(cell, read, form.year, '5498 box 5');
  use(form, cell, read, 'accountValues', 'Form 5498 box 5');
}

/** A blank box is nothing, but a blank value is not zero where line 6 hangs on it. */
function blank({ records, year, type }: Form, concept: Concept, cell: GridCell): void {
  const { fates, answers } = records.context;
  if (concept !== 'fmv_year_end' || type.verdict !== 'in' || isGiven(records.context, '6', year) || leavesOut(answers.at(cell.address))) return fates.ignore(cell, 'Blank.');
  fates.missingValues.push({ year, cell: cell.address });
  fates.ask(missingAmount(cell), [year]);
}

/** Box 1 holds what was contributed for the year until the due date of the next, and does not say how much of it was late. */
function contributed(form: Form, cell: GridCell, read: ReadAmount): void {
  const { records, row, year, type } = form;
  const { answers, fates } = records.context;
  if (type.verdict === 'out' && !saysItCounts(records.answer(row, cell))) {
    return ask(form, cell, 'CONTRIBUTION_TO_ANOTHER_ACCOUNT', `Box 1 is a contribution to a traditional IRA, but ${type.why.charAt(0).toLowerCase()}${type.why.slice(1)}`, [includeChoice, excludeChoice]);
  }
  form.records.context.fates.tie(cell, read, form.year, '5498 box 1');
  const late = detailsOf(answers.at(cell.address)).late;
  if (isGiven(records.context, '1', year)) return use(form, cell, read, 'contributionsInYear', 'Form 5498 box 1');
  const after = late === undefined ? null : new Decimal(late);
  if (after === null || after.greaterThan(read.amount)) {
    return ask(form, cell, 'CONTRIBUTION_DATES_UNKNOWN', `Box 1 was contributed for ${year}, and the form does not say how much of it after ${year}, until the due date of the return: that is line 4.`, [
      { answer: { late: '0' }, says: `All of it was made during ${year}` },
      { answer: { late: read.amount.toString() }, says: `All of it was made in ${year + 1}` },
      excludeChoice,
    ]);
  }
  if (after.isZero()) return use(form, cell, read, 'contributionsInYear', `Form 5498 box 1, made during ${year}, as answered`);
  if (after.equals(read.amount)) return use(form, cell, read, 'contributionsAfterYearEnd', `Form 5498 box 1, made after ${year}, as answered`);
  const part = (input: Counted['input'], amount: Decimal, when: string): Counted =>
    ({ ...counted(form, cell, read, input, `Form 5498 box 1, the part made ${when} ${year}, as answered`), amount, sign: 1, answered: true });
  fates.use(part('contributionsInYear', read.amount.minus(after), 'during'), [part('contributionsAfterYearEnd', after, 'after')]);
}

/** Box 13a: a late rollover, or a contribution for the year in box 13b that a disaster or service postponed. */
function postponed(form: Form, cell: GridCell, read: ReadAmount): void {
  const { records, row, year } = form;
  const { answers, fates } = records.context;
  const code = tidy(String(records.filled(row, 'postponed_code')?.value ?? '')).toUpperCase();
  if (/^(?:PO|SC)$/u.test(code)) return fates.exclude(cell, `Box 13c says ${code}: a late rollover, and no contribution.`, records.label(row));
  const stated = records.filled(row, 'postponed_year')?.value;
  const of = detailsOf(answers.at(cell.address)).year ?? (code !== '' && typeof stated === 'number' && Number.isInteger(stated) && stated < year && stated > year - 6 ? stated : null);
  if (of === null) {
    return ask(form, cell, 'POSTPONED_OR_ROLLED_OVER', 'Box 13a is a late rollover, or a postponed contribution for an earlier year.', [
      ...yearChoices([year - 1, year - 2]), { answer: 'exclude', says: 'It was a rollover' },
    ]);
  }
  use({ ...form, year: of }, cell, read, 'contributionsAfterYearEnd', `Form 5498 box 13a of ${year}, postponed, for ${of}`);
}

function ask({ records, year }: Form, cell: GridCell, code: string, why: string, choices: Asked['choices']): void {
  records.context.fates.ask({ cell: cell.address, code, text: `${nameOf(cell)} shows ${cell.shown}. ${why} It is not counted until you say.`, choices }, [year]);
}

const counted = ({ records, row, year }: Form, cell: GridCell, read: ReadAmount, input: Counted['input'], note: string): Counted =>
  countedFrom(cell, read, { kind: 'count', input, year, note }, records.label(row));

function use(form: Form, cell: GridCell, read: ReadAmount, input: Counted['input'], note: string): void {
  form.records.context.fates.use(counted(form, cell, read, input, note));
  for (const code of read.notes) form.records.context.fates.warn(cell.address, code, noteText(code, cell, read.amount));
}

/** Box 7 by its marks, or else by the words of the row. */
function typeOf(records: Records, row: number): AccountWords {
  const marked = records.columns.filter(({ concept, column }) => {
    const { value } = records.context.grid.at(row, column);
    return concept === 'type_mark' && (value === true || /^(?:x|y|yes|true|1|checked|[✓✔☑])$/iu.test(tidy(String(value ?? ''))));
  });
  const [only] = marked;
  if (marked.length === 1 && only !== undefined) return classifyAccount(only.text.replace(/\bbox\b\.? ?7\b|\b(?:is|type)\b|[?:]/giu, ' '));
  if (marked.length > 1) return { ...classifyAccount(''), why: 'Several types are marked.' };
  return accountOf({ texts: records.texts(row) });
}
