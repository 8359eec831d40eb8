import { zero, type Decimal } from '../engine/decimal';
import { inWords } from '../engine/words';
import { detailsOf } from '../plan/answers';
import type { Answer } from '../plan/plan';
import type { Counted } from './fates';
import { askAboutForm, tieBox1, type Form } from './form1099rForm';
import { nameOf } from './grid';
import { excludeChoice, yearChoices } from './judgement';
import { countedFrom } from './pending';
import { countedBefore, isGiven } from './witnesses';

/**
 * Codes 8 and P: a contribution that came back with its earnings. It was never contributed, so it leaves line 1 of the year
 * that it was for; box 2a holds the earnings, which are no part of it. Code P says that the earnings are taxable in the year
 * before, in which the contribution was made; what was made in this year for the year before bears code 8.
 */
export function returnedForm(form: Form, answer: Answer | undefined): null {
  const { records, row, box1, read, codes, said } = form;
  const { context } = records;
  const lateForBefore = contributed(form, form.year - 1, 'contributionsAfterYearEnd');
  if (codes.yearsBefore === 0 && lateForBefore.greaterThan(zero) && said.year === undefined) {
    return askAboutForm(form, 'RETURNED_FOR_WHICH_YEAR', `${codes.why} Contributions for ${form.year - 1} were made in ${form.year} too: for which year was this one?`,
      [...yearChoices([form.year, form.year - 1]), excludeChoice]);
  }
  const year = codes.yearsBefore === 1 ? form.year - 1 : said.year ?? form.year;
  const of = { ...form, year };
  if (isGiven(context, 'returned', year)) return leaveOut(form, `${codes.why} What was returned for ${year} comes from another selection.`);
  if (!contributed(form, year, 'contributionsInYear', 'contributionsAfterYearEnd').greaterThan(zero)) {
    return leaveOut(form, `${codes.why} It belongs to line 1 of ${year}, and no contribution for ${year} is read that it could be taken off.`);
  }
  const wasLate = year < form.year && codes.yearsBefore === 0;
  if (detailsOf(answer).amount !== undefined) {
    tieBox1(records, form, '1099-R off');
    count(of, wasLate, `Form 1099-R, returned contribution for ${year}, without its earnings, as answered`);
    return null;
  }
  const earnings = records.amount(row, 'f1099r_box2a');
  const isKnown = earnings?.read.kind === 'amount' && !earnings.read.amount.isNegative() && earnings.read.amount.lessThan(read.amount);
  if (!isKnown || earnings?.read.kind !== 'amount') {
    return askAboutForm(form, 'EARNINGS_UNKNOWN', `${codes.why} How much of it was the contribution? The rest is earnings (box 2a), which are no part of line 1.`,
      [{ answer: { amount: read.amount.toString() }, says: `All ${inWords(read.amount)} was the contribution` }, excludeChoice]);
  }
  tieBox1(records, form, '1099-R off');
  const { cell, read: earned } = earnings;
  const note = `Form 1099-R, returned contribution for ${year}`;
  if (earned.amount.isZero()) {
    count(of, wasLate, note);
    return null;
  }
  context.fates.exclude(cell, `Earnings on a contribution that was returned: taxable in the year in which it was made, on Form 1040 and not on Form 8606; taken off ${nameOf(box1)}.`, form.label);
  context.fates.boxes.push({ cell: cell.address, year, ties: 'part', amount: earned.amount, sign: 1, text: earned.text });
  count(of, wasLate, `${note}; less its earnings in ${nameOf(cell)}`, { amount: read.amount.minus(earned.amount), less: [cell.address] });
  return null;
}

/**
 * Codes N and R: the code does not tell from which kind of IRA to which, and box 1 holds the earnings too. A selection of
 * recharacterizations tells; without one, what left a traditional IRA can be taken off line 1 here.
 */
export function recharacterizedForm(form: Form): null {
  const { records, box1, read, codes, said, from } = form;
  const { plan, fates } = records.context;
  const year = form.year - codes.yearsBefore;
  if (plan.sources.some(({ role }) => role === 'recharacterizations')) return leaveOut(form, `${codes.why} It is read from the selection of recharacterizations.`);
  if (from === 'Roth') {
    fates.warn(box1.address, 'RECHARACTERIZATION_NOT_SELECTED', `${nameOf(box1)} shows ${box1.shown} recharacterized from a Roth IRA. Line 1 of ${year} needs the contribution that it was, with its date: select it as a recharacterization, unless it stands among the contributions.`);
    return leaveOut(form, `${codes.why} It came from a Roth IRA; the contribution that it was belongs to line 1 of ${year}.`);
  }
  if (said.kind !== 'to_roth') {
    return askAboutForm(form, 'RECHARACTERIZED_WHICH_WAY', `${codes.why} It is not known which way it went.`, [
      { answer: { kind: 'to_roth' }, says: 'A contribution to a traditional IRA became one to a Roth IRA' },
      { answer: 'exclude', says: 'It came from a Roth IRA, or is read in another selection' },
    ]);
  }
  if (!contributed(form, year, 'contributionsInYear', 'contributionsAfterYearEnd').greaterThan(zero)) {
    return leaveOut(form, `${codes.why} It belongs to line 1 of ${year}, and no contribution for ${year} is read that it could be taken off.`);
  }
  if (said.amount === undefined) {
    return askAboutForm(form, 'ORIGINAL_CONTRIBUTION_UNKNOWN', `${codes.why} How much was the contribution itself, without its earnings?`,
      [{ answer: { amount: read.amount.toString() }, says: `${inWords(read.amount)}: there were no earnings` }, excludeChoice]);
  }
  tieBox1(records, form, '1099-R off');
  const own = records.plain(box1);
  const wasInYear = contributed(form, year, 'contributionsAfterYearEnd').isZero();
  const moved = own?.kind === 'amount' ? own : read;
  const offLine6 = codes.yearsBefore === 1 && wasInYear
    ? [countedFrom(box1, moved, { kind: 'count', input: 'recharacterizedOffLine6', year, note: `Form 1099-R, moved to a Roth IRA in ${form.year}, and still in the value at the end of ${year}` }, form.label)] : [];
  const counted = countedFrom(box1, read, { kind: 'count', input: 'recharacterizedToRoth', year, note: `Form 1099-R, the contribution for ${year} that became one to a Roth IRA, as answered` }, form.label);
  fates.use(wasInYear ? { ...counted, wasLate: false } : counted, offLine6);
  return null;
}

const contributed = ({ records }: Form, year: number, ...inputs: readonly ('contributionsInYear' | 'contributionsAfterYearEnd')[]): Decimal =>
  countedBefore(records.context, year, ...inputs).reduce((sum, { amount }) => sum.plus(amount), zero);

function count({ records, box1, read, year, label }: Form, wasLate: boolean, note: string, less: Partial<Pick<Counted, 'amount' | 'less'>> = {}): void {
  records.context.fates.use({ ...countedFrom(box1, read, { kind: 'count', input: 'returned', year, note }, label), wasLate, ...less });
}

function leaveOut(form: Form, why: string): null {
  tieBox1(form.records, form, '1099-R off');
  form.records.context.fates.exclude(form.box1, why, form.label);
  return null;
}
