import { question, type FormEntry } from '../../engine/form';
import { input, reaches } from '../../engine/words';
import { rothCatchUpFirstYear } from '../../law/constants';
import { afterTaxWorksheet } from '../../rules/afterTaxConversion';
import { rothCatchUpWorksheet } from '../../rules/rothCatchUp';
import { result, worked, type Block } from '../planner';
import { always, never, onlyWhere } from '../words';
import { linkedTo } from './deferrals';
import { ofUsedPlans } from './groups';
import { plans } from './plans';

/** Whether catch-up must be Roth, and the taxable part of converting the after-tax account: the rules, plan by plan. */

const { choices } = rothCatchUpWorksheet;

const resultsOf = (entries: readonly FormEntry[], ...ids: readonly string[]) => entries.map((entry) => (ids.includes(entry.id) ? result(entry) : worked(entry)[0]!));

export const rothCatchUp = (year: number): Block => ({
  id: 'roth catch-up',
  title: 'Catch-up: must it be Roth?',
  cases: plans,
  fields: [
    linkedTo('catchUp', rothCatchUpWorksheet.inputs.catchUp.means, () => input('Catch-up limit', 'the catch-up limit')),
    ...worked(question('testInForce', {
      label: choices.testInForce.means, law: ['26 U.S.C. § 414(v)(7)'], yes: choices.testInForce.yes, no: choices.testInForce.no,
      is: year >= rothCatchUpFirstYear.value ? always(choices.testInForce.yes) : never(choices.testInForce.no),
    })),
    ...resultsOf(rothCatchUpWorksheet.entries.map(ofUsedPlans), 'Catch-up must be Roth', 'Catch-up allowed here'),
  ],
});

const converted = input('convertedTyped', 'what is to be converted');
const balance = input('balance', 'the value of the account');

export const conversion: Block = {
  id: 'conversion',
  title: 'Converting the after-tax account',
  cases: plans,
  fields: [
    linkedTo('converted', afterTaxWorksheet.inputs.converted.means, () => onlyWhere(
      reaches(balance, converted), converted, 'converted', 'More is to be converted than the after-tax account is worth. Correct one of the two: a plan cannot convert what is not there.')),
    ...resultsOf(afterTaxWorksheet.entries, 'Tax-free part', 'Taxable part'),
  ],
};
