import { atLeastZero, atMost, input, isPositive, less, not, told, toUnit, total, type Amount, type Truth } from '../../engine/words';
import { step } from '../../engine/form';
import { rate, timesRate } from '../../engine/rates';
import { basisCarried, toForm1040 } from '../../forms/form8606';
import { persons } from '../../plan/plan';
import { pretaxWorksheet } from '../../rules/pretaxToMove';
import { personWords } from '../../worksheet/content';
import { amount, rateUpTo, text } from '../kinds';
import { elsewhere, worked, type Block, type LinkedField, type Planner } from '../planner';
import { formFields, moneyToMove, neverTaxed, poolFields, poolFromForm, withoutTheRest } from '../pool/poolFields';
import { whichever } from '../wording';

/** Two persons side by side, each with a pool, a basis and a form of their own: nothing is added up across them. */

const linked = (id: string, label: string, is: Amount): LinkedField => ({ field: 'linked', id, label, is: () => is });

const there = toUnit(total([input('pool', 'the value now'), input('toContribute', 'still to be contributed')]));
const basisNow = toUnit(total([input('basisBefore', 'basis from earlier years'), input('contributed', 'contributed already'), input('toContribute', 'still to be contributed')]));
const convertible = told(atLeastZero(less(there, toUnit(input('locked', 'locked in a SIMPLE IRA')))), () => 'what can be converted');

const tax = step('Tax', { label: 'Tax on it, at your rate', law: ['Your rate; nothing is looked up'], is: timesRate(toForm1040, rate('rate', 'the rate')) });

const each = (year: number): Block => ({
  id: 'each',
  title: `Each spouse's own IRAs and Form 8606 for ${year}`,
  cases: persons.map((person) => ({ id: person, heading: personWords[person] })),
  fields: [
    { field: 'typed', id: 'name', label: 'Name', hint: 'Initials will do', kind: text },
    ...poolFields(year),
    { field: 'typed', id: 'planned', label: 'Planned: still to be converted this year', hint: 'Usually what was contributed', kind: amount() },
    { field: 'typed', id: 'rate', label: 'Tax rate on it this year', hint: 'Yours to enter, on a joint return the same for both', kind: rateUpTo('0.6') },
    linked('value', pretaxWorksheet.inputs.value.means, there),
    linked('basis', pretaxWorksheet.inputs.basis.means, basisNow),
    linked('convertedThisYear', pretaxWorksheet.inputs.convertedThisYear.means, toUnit(input('convertedSoFar', 'converted already'))),
    linked('distributedThisYear', `${pretaxWorksheet.inputs.distributedThisYear.means}, or to be rolled back next year`,
      toUnit(total([input('distributedSoFar', 'distributed this year'), input('outstanding', 'outstanding rollovers')]))),
    ...worked(...pretaxWorksheet.entries),
    linked('converted now', 'Converted from now on', atMost(convertible, toUnit(input('planned', 'the planned conversion')))),
    linked('contributionsInYear', 'Line 1: contributed in the year', total([input('contributed', 'contributed already'), input('toContribute', 'still to be contributed')])),
    linked('contributionsAfterYearEnd', 'Line 4: contributed after year end', input('late', 'contributed after year end')),
    linked('priorBasis', 'Line 2: basis carried from earlier years', input('basisBefore', 'basis from earlier years')),
    linked('outstandingRollovers', 'Line 6: outstanding rollovers', input('outstanding', 'outstanding rollovers')),
    linked('distributions', 'Line 7: distributed', input('distributedSoFar', 'distributed this year')),
    linked('conversions', 'Line 8: converted', total([input('convertedSoFar', 'converted already'), input('converted now', 'converted from now on')])),
    linked('accountValues', 'Line 6: left in the IRAs on 31 December', less(there, input('converted now', 'converted from now on'))),
    ...formFields,
    { field: 'worked', entry: tax },
  ],
});

const own = (caseId: string): string => caseId.replace('of ', '');
const shown = (id: string, label: string, source: string): LinkedField => ({ field: 'linked', id: `own ${id}`, label, source, is: (caseId) => elsewhere(own(caseId), id, label), result: true });
const isSome = (id: string): Truth => isPositive(input(`own ${id}`, id), id, id);

const sideBySide = (year: number): Block => ({
  id: 'side by side',
  title: `${year}: who is clean, and who is not`,
  cases: persons.map((person) => ({ id: `of ${person}`, heading: personWords[person] })),
  fields: [
    shown(neverTaxed.id, 'Never taxed, in the IRAs or out of them this year', '26 U.S.C. § 408(d)(2)'),
    shown(moneyToMove.id, `To leave for an employer plan by 31 December ${year}`, '26 U.S.C. § 408(d)(3)(A)(ii)'),
    shown('conversions', 'Converted this year, with what is planned', 'Form 8606, line 8'),
    shown(toForm1040.id, 'Taxable if nothing is moved, distributions included', 'Form 8606, lines 15c and 18'),
    shown(tax.id, 'Tax on it, at your rate', 'Nothing is looked up'),
    shown(basisCarried.id, `Basis carried to ${year + 1}`, 'Form 8606, line 14'),
    {
      field: 'words', id: 'In words', label: 'In words', longest: 'Not clean: see what is to leave', result: true,
      is: whichever([
        [not(isSome(neverTaxed.id)), 'Clean'],
        [isSome(moneyToMove.id), 'Not clean: see what is to leave'],
      ], 'Not clean: taxable already'),
    },
  ],
});

export const spouses: Planner = {
  id: 'SPOUSES',
  title: 'Both spouses',
  purpose: 'Two persons side by side: who can convert free of tax, and what stands in the way of the other.',
  layoutVersion: 2,
  of: 'household',
  blocks: (year) => [each(year), sideBySide(year), withoutTheRest.block],
  absent: withoutTheRest.absent,
  fromForm: poolFromForm,
  printed: ['side by side', 'each'],
  notes: (year) => [
    'Each spouse has IRAs, a basis and a Form 8606 of their own, on a joint return too: what one holds never makes the other\'s conversion taxable. No joint figure is shown, because there is none.',
    `The clean spouse need not wait for the other, and the other has until 31 December ${year} to move what was never taxed to a plan that takes it.`,
    'Clean: nothing in the person\'s traditional, SEP and SIMPLE IRAs is untaxed, so that a conversion of what is there is free of tax.',
  ],
};
