import { question, type FormEntry } from '../../engine/form';
import { all, any, chosen, not, type Truth } from '../../engine/words';
import { selected } from '../words';
import { letters, NOT_USED, PLAN_403B } from './plans';

/**
 * Which plans share one limit on annual additions: those of related employers (26 U.S.C. § 415(f)(1)(B), (g), (h)). A 403(b)
 * plan is the participant's own (§ 415(k)(4), 26 CFR § 1.415(f)-1(f)): it counts with other 403(b) plans and with the plans
 * of a business that the participant controls, but not with the employer's other plans.
 */
export const isUsed = (plan: string): Truth => not(selected(`${plan}:kind`, NOT_USED, 'the plan is not used', 'the plan is used'));

/** The same of a plan's own fields, as a cell. */
export const planUsed = question('Plan is used', {
  label: 'Is the plan used?', law: [], yes: 'the plan is used', no: 'the plan is not used',
  is: not(selected('kind', NOT_USED, 'the plan is not used', 'the plan is used')),
});

/** Left blank for a plan that is not used: a limit beside it would read as room. */
export const ofUsedPlans = <Entry extends FormEntry>(entry: Entry): Entry => ({ ...entry, onlyIf: entry.onlyIf ? ofUsedPlans(entry.onlyIf) : planUsed });

const is403b = (plan: string): Truth => selected(`${plan}:kind`, PLAN_403B, 'it is a 403(b) plan', 'it is no 403(b) plan');
const isControlled = (plan: string): Truth => any(
  chosen(`${plan}:controlled`, 'the business is controlled', 'the business is not controlled'),
  chosen(`${plan}:selfEmployed`, 'the business is one\'s own', 'the business is not one\'s own'),
);

const sameLetter = (one: string, other: string): Truth => any(...letters.map((letter) =>
  all(selected(`${one}:group`, letter, 'same letter', 'another letter'), selected(`${other}:group`, letter, 'same letter', 'another letter'))));

export const shareLimit = (one: string, other: string): Truth => all(
  isUsed(one), isUsed(other),
  any(
    all(not(is403b(one)), not(is403b(other)), sameLetter(one, other)),
    all(is403b(one), is403b(other)),
    all(is403b(one), isControlled(other)),
    all(isControlled(one), is403b(other)),
  ),
);
