import { step } from '../../engine/form';
import { asPercent } from '../../engine/rates';
import { add, all, atLeastZero, chosen, input, isPositive, less, not, type Amount, type Truth } from '../../engine/words';
import { excessExcise } from '../../law/constants';
import { dayInWords, dueDateOf, extendedDueDateOf } from '../../law/dueDates';
import { result, single, type Block, type Field, type WordsField } from '../planner';
import { sentence } from '../sentence';
import { whichever } from '../wording';
import { isGiven } from '../words';

/** What comes of the figures of `direct.ts`: allowed or not, too much or not, what to do, and by when. */

const isSome = (name: string, says: string): Truth => isPositive(input(name, says), says, `no ${says}`);

const aboveStart = chosen('Income above the start', 'income is above the start of the range', 'income is not above the start of the range');
const belowEnd = chosen('Income below the end', 'income is below the end of the range', 'income has reached the end of the range');
const final = chosen('final', 'the income is known for good', 'the income may still change');

const date = (id: string, label: string, { date: iso, source }: { readonly date: string; readonly source: string }): WordsField =>
  ({ field: 'words', id, label, is: whichever([], dayInWords(iso)), source, result: true });

const figure = (id: string, label: string, is: Amount): Field => ({ field: 'linked', id, label, is: () => is, result: true });

const stillDirect = input('Unused limit for Roth IRAs', 'what may still go to a Roth IRA');

/** What goes beyond the limit over all IRAs is an excess in either kind: only the rest, which income keeps out, finds a place in a traditional IRA. */
const beyondAll = atLeastZero(less(
  add(input('traditionalContributions', 'contributions to traditional IRAs'), input('rothContributions', 'contributions to Roth IRAs')), input('Limit for traditional IRAs', 'the limit over all IRAs')));

const recharacterizable = step('To be recharacterized', {
  label: 'Of it, can be recharacterized as a contribution to a traditional IRA',
  law: ['26 U.S.C. § 408A(c)(2), (d)(6)'],
  called: 'what can be recharacterized',
  is: atLeastZero(less(input('Excess in Roth IRAs', 'the excess in Roth IRAs'), beyondAll)),
});

export const verdict = (year: number): Block => {
  const [due, extended] = [dueDateOf(year), extendedDueDateOf(year)];
  const [by, undoBy] = [dayInWords(due.date), dayInWords(extended.date)];
  return single('verdict', 'What comes of it', [
    ...sentence('May contribute', 'May a Roth contribution be made directly?', [
      [not(isSome('IRA limit', 'limit')), `No: without compensation nothing may go to any IRA for ${year}.`],
      [not(aboveStart), 'Yes, up to the whole limit. No back door is needed.'],
      [belowEnd, 'In part: income is within the phase-out. The rest can go through the back door.'],
    ], 'No: income has reached the end of the phase-out. The back door is open: a nondeductible contribution to a traditional IRA, and its conversion.'),
    figure('Most direct', 'The most for Roth IRAs directly, for the year', input('11', 'line 11')),
    figure('Still direct', 'Of it still open', stillDirect),
    result(step('Back door', {
      label: 'Still open beyond it, through the back door',
      law: ['26 U.S.C. § 4973(b): income is no reason for an excess in a traditional IRA'],
      is: atLeastZero(less(input('Unused limit for traditional IRAs', 'what may still go to any IRA'), stillDirect)),
    })),
    figure('Excess so far', 'Contributed too much so far', input('Excess contributions', 'the excess')),
    result(recharacterizable),
    result(step('To be returned', { label: 'Of it, to be returned with what it earned', law: ['26 U.S.C. § 408(d)(4)'], is: less(input('Excess contributions', 'the excess'), recharacterizable) })),
    ...sentence('What to do', 'What to do', [
      [all(isPositive(recharacterizable, 'some can be recharacterized', 'nothing can be recharacterized'), not(final)),
        `As income stands, too much went to Roth IRAs. Wait until it is known; then, by ${undoBy}, recharacterize the excess or have it returned.`],
      [isPositive(recharacterizable, 'some can be recharacterized', 'nothing can be recharacterized'),
        `Recharacterize what can be by ${undoBy}, with what it earned or lost, and convert it: the back door. Have the rest, or all of the excess, returned with its earnings by then.`],
      [isSome('Excess contributions', 'excess'), `More than the limit went to IRAs: have the excess returned with its earnings by ${undoBy}.`],
      [not(isSome('IRA limit', 'limit')), 'Nothing.'],
      [not(isSome('Unused limit for traditional IRAs', 'limit left')), 'Nothing: the limit of the year is used up.'],
      [not(final), `Wait with a direct contribution until income is known, at the latest until ${by}; or go through the back door now, which is open at any income.`],
      [not(aboveStart), `Contribute directly to a Roth IRA by ${by}.`],
      [isSome('Unused limit for Roth IRAs', 'room left'), `Contribute what is allowed directly, and the rest through the back door, by ${by}. Or all of it through the back door.`],
    ], `Contribute to a traditional IRA by ${by} without deducting it, convert it, and file Form 8606.`),
    ...sentence('Excess costs', 'If an excess stays', [
      [isSome('Excess contributions', 'excess'), `It costs ${asPercent(excessExcise.value)} of it, each year until it is out or absorbed (Form 5329).`],
    ], 'There is none.'),
    ...sentence('Pool', 'Is the back door clean?', [
      [not(isGiven('pretax', 'pre-tax money is known', 'pre-tax money is not known')), 'Enter the pre-tax money above: zero is an answer, blank is not.'],
      [isSome('pretax', 'pre-tax money'), 'No: a conversion is taxable in proportion to pre-tax money. Move or convert that first: see the planner "What if".'],
    ], 'Yes: only what the contribution earns before its conversion is taxable.'),
    date('Contribute by', `Last day to contribute for ${year}, directly or to a traditional IRA`, due),
    date('Undo by', 'Last day to recharacterize, or to have an excess returned, if the return is filed in time', extended),
    { field: 'words', id: 'Convert by', label: 'Convert', is: whichever([], 'Any day'), source: 'It counts in the year in which it leaves the traditional IRA, at any income', result: true },
  ]);
};
