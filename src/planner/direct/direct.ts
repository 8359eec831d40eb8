import { question } from '../../engine/form';
import { any, either, input, type Amount, type Truth } from '../../engine/words';
import { coveredYears } from '../../law';
import { catchUpAge, filingStatuses, phaseOutColumns, reducedLimitFloor, reducedLimitMultiple, separateRangeEnd, separateRangeStart, tuitionDeductionLastYear, type PhaseOutColumn } from '../../law/constants';
import { compensationChoices } from '../../rules/compensation';
import { excessWorksheet } from '../../rules/excessContributions';
import { magiInputs, magiWorksheet } from '../../rules/modifiedAgi';
import { amount, amountIfAny, choice, neededIncome, whole, yesOrNo } from '../kinds';
import { limitOfYear, statutoryAmount, statutoryNumber } from '../lawFields';
import { idOf, leftOut, single, worked, type Block, type Field, type LinkedField, type Planner } from '../planner';
import { isGiven, never, selected } from '../words';
import { verdict } from './verdict';

/** Whether a Roth contribution may be made directly: modified AGI, Worksheet 2-2 and the excess, as the rules have them. */

const MODIFIED = 'modified AGI';
const AGI = 'AGI';

const person = single('person', 'Who contributes', [
  { field: 'typed', id: 'status', label: `Filing status: ${filingStatuses.join(', ')}`, hint: 'mfs: lived with the spouse at some time of the year; mfs-apart: apart all year', kind: choice(...filingStatuses) },
  { field: 'typed', id: 'age', label: 'Age on 31 December', hint: 'From 50 the limit is higher', kind: whole(0, 120) },
  { field: 'typed', id: 'compensation', label: 'Own compensation', hint: 'Wages, net self-employment income. Blank: not tested', kind: amountIfAny() },
  { field: 'typed', id: 'spouseCompensation', label: 'Compensation of the spouse', hint: 'Counts on a joint return, for the one who earns less', kind: amount() },
  { field: 'typed', id: 'spouseContributions', label: 'All IRA contributions of the spouse for the year', hint: 'Blank counts as 0', kind: amount() },
  { field: 'typed', id: 'final', label: 'Is the income of the year known for good? Yes or No', hint: 'A bonus, a conversion or a sale may still change it', kind: yesOrNo, start: () => 'No' },
]);

/** What AGI is refigured by, in the words of the rule; deductions that the law no longer has are left out. */
const adjustments = (['conversionIncome', 'planRolloverIncome', 'iraDeduction', 'studentLoanInterest', 'foreignExclusions', 'savingsBondInterest', 'adoptionBenefits'] as const)
  .map((id): Field => ({ field: 'typed', id, label: magiInputs[id].means, hint: 'Only where AGI was entered. Blank counts as 0', kind: amount() }));

const typedIncome: readonly Field[] = [
  { field: 'typed', id: 'income', label: `Income: ${MODIFIED} for Roth purposes, or ${AGI}`, hint: 'Expected for the whole year, joint on a joint return', kind: neededIncome },
  { field: 'typed', id: 'incomeIs', label: `Is it "${MODIFIED}" or "${AGI}"?`, hint: 'Modified AGI leaves out the taxable part of conversions', kind: choice(MODIFIED, AGI), start: () => MODIFIED },
  ...adjustments,
];

const income: Block = {
  ...single('income', 'Income', typedIncome),
  folded: { title: `Where ${AGI} was entered: what modified AGI leaves out or adds back`, fields: adjustments.map(idOf) },
};

const older = leftOut(['tuitionDeduction', 'productionDeduction'], [], 'Deductions that the law no longer has');

const linked = (id: string, label: string, is: Amount, source = ''): LinkedField => ({ field: 'linked', id, label, source, is: () => is });

const [addedBack, forDeduction, forRoth] = magiWorksheet.entries;

const magi = single('magi', 'From AGI to modified AGI', [
  linked('agi', magiInputs.agi.means, input('income', 'income')),
  ...worked(addedBack!, forDeduction!, forRoth!),
  {
    ...linked('magi', 'Modified AGI that counts for Roth contributions', either(selected('incomeIs', AGI, AGI, MODIFIED), input(forRoth!.id, 'modified AGI'), input('income', 'income')), '26 U.S.C. § 408A(c)(3)(B)(i)'),
    result: true,
  },
]);

const contributed = single('contributed', 'Contributed for the year so far', [
  { field: 'typed', id: 'traditionalContributions', label: 'To traditional IRAs', hint: 'Without what was returned or recharacterized', kind: amount() },
  { field: 'typed', id: 'rothContributions', label: 'To Roth IRAs', hint: 'Contributions only: a conversion is none', kind: amount() },
  { field: 'typed', id: 'pretax', label: 'Pre-tax money in traditional, SEP and SIMPLE IRAs', hint: 'As it will be on 31 December of the year of the conversion; 0 if there is none', kind: amountIfAny() },
]);

const inColumn = (column: PhaseOutColumn): Truth => any(...filingStatuses.filter((status) => phaseOutColumns[status].value === column)
  .map((status) => selected('status', status, `the return is ${status}`, `the return is not ${status}`)));

const ofColumn = (single: string, joint: string, separate: string): Amount =>
  either(inColumn('joint'), input(joint, 'that of joint returns'), either(inColumn('separate'), input(separate, 'that of separate returns'), input(single, 'that of single persons')));

const START_SEPARATE = 'start of the phase-out for married persons who file separately';
const END_SEPARATE = 'end of the phase-out for married persons who file separately';

const limits = (year: number) => single('limits', `The law for ${year}`, [
  limitOfYear('iraLimit', year),
  limitOfYear('iraCatchUp50', year),
  ...(['rothSingleStart', 'rothSingleEnd', 'rothJointStart', 'rothJointEnd'] as const).map((name) => limitOfYear(name, year)),
  statutoryAmount(START_SEPARATE, separateRangeStart),
  statutoryAmount(END_SEPARATE, separateRangeEnd),
  statutoryNumber('the age of catch-up contributions', catchUpAge),
  statutoryAmount('the least that is left within the range', reducedLimitFloor),
  statutoryAmount('the multiple that a reduced limit is rounded up to', reducedLimitMultiple),
  linked('rangeStart', 'Start of the range for this filing status', ofColumn('rothSingleStart', 'rothJointStart', START_SEPARATE)),
  linked('rangeEnd', 'End of the range for this filing status', ofColumn('rothSingleEnd', 'rothJointEnd', END_SEPARATE)),
  ...worked(
    question('compensationTested', {
      label: compensationChoices.compensationTested.means, law: ['26 U.S.C. § 219(b)(1)(B)'], yes: compensationChoices.compensationTested.yes, no: compensationChoices.compensationTested.no,
      is: isGiven('compensation', compensationChoices.compensationTested.yes, compensationChoices.compensationTested.no),
    }),
    question('jointReturn', {
      label: compensationChoices.jointReturn.means, law: ['26 U.S.C. § 219(c)'], yes: compensationChoices.jointReturn.yes, no: compensationChoices.jointReturn.no,
      is: selected('status', 'mfj', compensationChoices.jointReturn.yes, compensationChoices.jointReturn.no),
    }),
    question('pastDeductionAge', {
      label: excessWorksheet.choices.pastDeductionAge.means, law: ['26 U.S.C. § 219(d)(1), before Pub. L. 116-94 § 107'],
      yes: excessWorksheet.choices.pastDeductionAge.yes, no: excessWorksheet.choices.pastDeductionAge.no, is: never(excessWorksheet.choices.pastDeductionAge.no),
    }),
  ),
]);

const worksheet = single('worksheet', `${excessWorksheet.title}, and Pub. 590-A, Worksheet 2-2`, worked(...excessWorksheet.entries));

export const direct: Planner = {
  id: 'ROTH',
  title: 'Direct or back door',
  purpose: 'Whether a Roth IRA contribution may be made directly, and what to do if not.',
  layoutVersion: 1,
  of: 'person',
  unit: 'cents',
  years: coveredYears.filter((year) => year > tuitionDeductionLastYear.value),
  blocks: (year) => [person, income, contributed, magi, limits(year), worksheet, verdict(year), older.block],
  absent: older.absent,
  printed: ['person', 'income', 'contributed', 'verdict', 'magi', 'worksheet', 'limits'],
  notes: () => [
    'The back door is not for whoever may contribute directly, will not file Form 8606, or needs the money within five years: 10% may be due on what was converted, under 59 1/2.',
    'Modified AGI for Roth purposes is AGI without the taxable part of conversions, with deductions and exclusions added back. Taxable social security and passive losses are to be refigured without the conversion before.',
    'Compensation of the spouse counts on a joint return only. Contributions are those of one person: each spouse has a tab.',
  ],
};
