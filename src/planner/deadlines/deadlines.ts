import { dayInWords, dueDateOf, extendedDueDateOf } from '../../law/dueDates';
import { text } from '../kinds';
import { limitOfYear, yearsWith } from '../lawFields';
import { single, type Block, type Planner, type TypedField, type WordsField } from '../planner';
import { whichever } from '../wording';

/** The days of a tax year, and the usual order of saving as a list to tick. */

const on = (id: string, day: string, label: string, source: string): WordsField => ({ field: 'words', id, label, is: whichever([], day), source, result: true });

const dates = (year: number): Block => {
  const [due, extended] = [dueDateOf(year), extendedDueDateOf(year)];
  return single('dates', `Days of tax year ${year}`, [
    on('clock', dayInWords(`${year}-01-01`), `The five years of a conversion made in ${year} begin`, '26 CFR § 1.408A-6, Q&A-5; § 408A(d)(3)(F)'),
    on('hold', 'Days, no more', 'Between a contribution and its conversion (common practice: one day to a week)', 'No law: what it earns meanwhile is taxable'),
    on('out', dayInWords(`${year}-12-31`), 'Pre-tax IRAs must be out for a clean conversion of the year', '26 U.S.C. § 408(d)(2)(C); Form 8606, line 6'),
    on('converted', dayInWords(`${year}-12-31`), 'Money must have left the traditional IRA for a conversion of the year', '26 CFR § 1.408A-4, Q&A-7'),
    on('payroll', dayInWords(`${year}-12-31`), 'Deferrals and after-tax contributions: the last paycheck of the year', '26 U.S.C. §§ 402(g), 415(j): by calendar year'),
    on('contribute', dayInWords(due.date), `Last day to contribute to an IRA for ${year}, no extension`, `26 U.S.C. § 219(f)(3); ${due.source}`),
    on('excessDeferrals', dayInWords(`${year + 1}-04-15`), 'Deferrals beyond the limit must be out, with their earnings', '26 U.S.C. § 402(g)(2)'),
    on('form', dayInWords(due.date), 'Form 8606, one for each spouse who has to: with the return', `26 U.S.C. § 408(o)(4); extended to ${dayInWords(extended.date)}`),
    on('undo', dayInWords(extended.date), 'Last day to recharacterize a contribution, if the return is filed in time', `§ 408A(d)(6), (7); ${extended.source}`),
    on('return', dayInWords(extended.date), 'Last day to have an excess returned with its earnings, likewise', `26 U.S.C. § 408(d)(4); ${extended.source}`),
  ]);
};

const step = (id: string, label: string, hint: string): TypedField => ({ field: 'typed', id, label, hint, kind: text });

const order: Block = single('order', 'The usual order of saving (common practice, not advice): tick what is done', [
  step('match', '1. Deferrals up to the full match of the employer', 'Watch for a true-up before stopping deferrals early'),
  step('hsa', '2. Health savings account, if the health plan allows it', 'A high-deductible health plan is needed'),
  step('deferral', '3. The rest of the deferral limit', 'Pre-tax or Roth, by tax bracket'),
  step('governmental', '4. 457(b), if it is governmental', 'A non-governmental one is the employer\'s money'),
  step('backdoor', '5. Back door Roth IRA', 'Only with no pre-tax IRA on 31 December'),
  step('spouse', '6. Back door Roth IRA of the spouse', 'A pool and a Form 8606 of its own'),
  step('mega', '7. Mega backdoor, if the plan allows it', 'See "Plan check" and "Mega backdoor"'),
  step('taxable', '8. Taxable investing; a cash balance plan for owners', 'After all that'),
]);

const steps = (year: number): Block => single('steps', 'The back door of the year, step by step: tick what is done', [
  step('inventory', '1. All traditional, SEP and SIMPLE IRAs added up, at every institution', 'Nothing: go. Something: see "What if" first, and move it or convert it'),
  step('contribute', `2. Contributed to a traditional IRA, for ${year}, not deducted`, `Tell the institution the year: from January to April it may be ${year} or ${year + 1}`),
  step('cash', '3. Left in cash until the contribution has settled', 'What it earns before the conversion is taxable'),
  step('convert', '4. Converted to the Roth IRA, all of it', 'Interest that comes later too: a few cents left behind stay in the pool'),
  step('invest', '5. Invested, in the Roth IRA', 'Only now'),
  step('clean', `6. Nothing pre-tax in the IRAs on 31 December ${year + 1} either`, 'An old 401(k) rolled to an IRA next year spoils that year\'s conversion'),
  step('form', '7. Form 8606 seen in the return before it is signed', 'One for each spouse; see "For the preparer"'),
]);

const limits = (year: number): Block => single('limits', `Limits for ${year}`, [
  limitOfYear('electiveDeferrals', year),
  limitOfYear('catchUp50', year),
  limitOfYear('hsaSelf', year),
  limitOfYear('hsaFamily', year),
  limitOfYear('hsaCatchUp55', year),
  limitOfYear('deferrals457b', year),
  limitOfYear('iraLimit', year),
  limitOfYear('iraCatchUp50', year),
  limitOfYear('annualAdditions', year),
]);

export const deadlines: Planner = {
  id: 'DEADLINES',
  title: 'Deadlines and order',
  purpose: 'The days of the year, the steps of the back door, the usual order of saving.',
  layoutVersion: 2,
  of: 'household',
  unit: 'cents',
  years: yearsWith('electiveDeferrals', 'catchUp50', 'hsaSelf', 'hsaFamily', 'hsaCatchUp55', 'deferrals457b', 'iraLimit', 'iraCatchUp50', 'annualAdditions'),
  blocks: (year) => [dates(year), steps(year), order, limits(year)],
  notes: () => [
    'The order is what the articles call usual among the well advised. It is common practice and no advice: what fits depends on the plans, the bracket and the family.',
    'Disaster areas, service abroad and holidays of Maine and Massachusetts have later days.',
  ],
};
