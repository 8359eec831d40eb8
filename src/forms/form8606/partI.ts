import { line, question, step } from '../../engine/form';
import {
  add, all, any, atLeastZero, atMost, chosen, either, input, inUnits, isPositive, less, lowerNumber, nothing, ratio, share, total, toUnit,
  upperNumber,
} from '../../engine/words';
import type { ChoiceName, InputName } from './inputs';

/**
 * Form 8606, Part I: nondeductible contributions to traditional IRAs, and distributions from them. Wording: Form 8606
 * (2025), shortened where the form refers to its instructions.
 */

const given = (name: InputName) => input(name);

export const contributed = step('Line 1 with its cents', {
  label: 'Line 1 before it is rounded',
  law: ['26 U.S.C. 408(o)'],
  is: atLeastZero(total(
    [given('contributionsInYear'), given('contributionsAfterYearEnd')],
    [given('returned'), given('recharacterizedToRoth'), given('deducted')],
  )),
});

export const basisBefore = step('Line 2 with its cents', {
  label: 'Line 2 before it is rounded',
  law: ['26 U.S.C. 408(d)(1)'],
  is: atLeastZero(total([given('priorBasis'), given('basisAdded')], [given('basisRemoved')])),
});

export const valueAtYearEnd = step('Line 6 with its cents', {
  label: 'Line 6 before it is rounded',
  law: ['26 U.S.C. 408(d)(2)(A), (C)'],
  is: atLeastZero(total(
    [given('accountValues'), given('outstandingRollovers'), given('recharacterizedFromRoth')],
    [given('recharacterizedOffLine6'), given('sameYearRepayments')],
  )),
});

const distributed = given('distributions');
export const converted = given('conversions');
export const basisFromEarlierYears = toUnit(basisBefore);

/** A nondeductible contribution in any earlier year asks for Part I even when no basis is left of it. */
const everNondeductible = any(isPositive(basisBefore), chosen<ChoiceName>('earlierNondeductible'));

export const partICompleted = question('Part I completed', {
  label: 'Is Part I completed?',
  law: ['Form 8606 (2025), Part I, "Complete this part only if one or more of the following apply"'],
  is: any(
    isPositive(contributed),
    all(isPositive(distributed), everNondeductible),
    all(isPositive(converted), isPositive(valueAtYearEnd), everNondeductible),
  ),
});

export const line1 = line('1', {
  label: (year) => `Nondeductible contributions to traditional IRAs for ${year}, including those made for ${year} from January 1, `
    + `${year + 1}, through the due date of the return`,
  law: ['26 U.S.C. 408(o)', '26 U.S.C. 219(f)(3)', 'Form 8606 (2025), line 1'],
  is: toUnit(contributed),
  onlyIf: partICompleted,
});

export const line2 = line('2', {
  label: 'Total basis in traditional IRAs from earlier years',
  law: ['26 U.S.C. 408(d)(1)', '26 U.S.C. 72(e)', 'Form 8606 (2025), line 2'],
  is: basisFromEarlierYears,
  onlyIf: partICompleted,
});

export const line3 = line('3', {
  label: 'Add lines 1 and 2',
  law: ['Form 8606 (2025), line 3'],
  is: add(line1, line2),
  onlyIf: partICompleted,
});

export const distributedOrConverted = question('Distribution or conversion', {
  label: (year) => `In ${year}, did you take a distribution from a traditional IRA, or make a Roth IRA conversion?`,
  law: ['Form 8606 (2025), question after line 3', 'line 9 must not be zero: line 10 divides by it'],
  is: all(
    any(isPositive(distributed), isPositive(converted)),
    isPositive(add(toUnit(valueAtYearEnd), toUnit(distributed), toUnit(converted))),
  ),
  onlyIf: partICompleted,
});

export const line4 = line('4', {
  label: (year) => `Contributions included on line 1 that were made from January 1, ${year + 1}, through the due date of the return`,
  law: ['26 U.S.C. 219(f)(3)', 'Form 8606 (2025), line 4'],
  is: either(
    chosen<ChoiceName>('line4TakesLatest'),
    toUnit(atMost(contributed, given('contributionsAfterYearEnd'))),
    toUnit(atLeastZero(total([contributed], [given('contributionsInYear')]))),
  ),
  onlyIf: distributedOrConverted,
});

export const line5 = line('5', {
  label: 'Subtract line 4 from line 3',
  law: ['Form 8606 (2025), line 5'],
  is: less(line3, line4),
  onlyIf: distributedOrConverted,
});

export const line6 = line('6', {
  label: (year) => `Value of all your traditional IRAs as of December 31, ${year}, plus any outstanding rollovers, less certain repayments`,
  law: ['26 U.S.C. 408(d)(2)(A), (C)', 'Form 8606 (2025), line 6'],
  is: toUnit(valueAtYearEnd),
  onlyIf: distributedOrConverted,
});

export const line7 = line('7', {
  label: (year) => `Distributions from traditional IRAs in ${year} (no rollovers, charitable distributions, conversions, returned contributions)`,
  law: ['26 U.S.C. 408(d)(2)(B)', 'Form 8606 (2025), line 7'],
  is: toUnit(distributed),
  onlyIf: distributedOrConverted,
});

export const line8 = line('8', {
  label: (year) => `Net amount you converted from traditional IRAs to Roth IRAs in ${year}`,
  law: ['26 U.S.C. 408A(d)(3)', 'Form 8606 (2025), line 8'],
  is: toUnit(converted),
  onlyIf: distributedOrConverted,
});

export const line9 = line('9', {
  label: 'Add lines 6, 7, and 8',
  law: ['26 U.S.C. 408(d)(2)(C)', 'Form 8606 (2025), line 9'],
  is: add(line6, line7, line8),
  onlyIf: distributedOrConverted,
});

export const line10 = line('10', {
  label: 'Divide line 5 by line 9, as a decimal of at least 3 places; if 1.000 or more, 1.000',
  law: ['26 U.S.C. 408(d)(2)', '26 U.S.C. 72(e)(8)', 'Form 8606 (2025), line 10'],
  is: ratio(line5, line9),
  onlyIf: distributedOrConverted,
});

/** Lines 11 and 12 multiply by line 10; on a sheet an exact ratio can only be had as the fraction that it is. */
export const line10Upper = step('10 upper number', {
  label: 'Line 10 as a fraction of whole numbers: upper number',
  law: ['Form 8606 (2025), line 10'],
  is: upperNumber(line10, line5, line9),
  onlyIf: distributedOrConverted,
});

export const line10Lower = step('10 lower number', {
  label: 'Line 10 as a fraction of whole numbers: lower number',
  law: ['Form 8606 (2025), line 10'],
  is: lowerNumber(line5, line9),
  onlyIf: distributedOrConverted,
});

export const line11 = line('11', {
  label: 'Multiply line 8 by line 10: the nontaxable portion of the amount you converted to Roth IRAs',
  law: ['Form 8606 (2025), line 11', 'never more than line 5: rounding may not create basis'],
  is: atMost(line5, share(line8, line10Upper, line10Lower)),
  onlyIf: distributedOrConverted,
});

export const line12 = line('12', {
  label: 'Multiply line 7 by line 10: the nontaxable portion of your distributions that you did not convert',
  law: ['Form 8606 (2025), line 12', 'lines 11 and 12 together are never more than line 5'],
  is: atMost(less(line5, line11), share(line7, line10Upper, line10Lower)),
  onlyIf: distributedOrConverted,
});

export const line13 = line('13', {
  label: 'Add lines 11 and 12: the nontaxable portion of all your distributions',
  law: ['Form 8606 (2025), line 13'],
  is: add(line11, line12),
  onlyIf: distributedOrConverted,
});

export const line14 = line('14', {
  label: (year) => `Subtract line 13 from line 3: your total basis in traditional IRAs for ${year} and earlier years`,
  law: ['26 U.S.C. 408(d)(2)', 'Form 8606 (2025), line 14'],
  is: either(distributedOrConverted, less(line3, line13), line3),
  onlyIf: partICompleted,
});

export const line15a = line('15a', {
  label: 'Subtract line 12 from line 7',
  law: ['Form 8606 (2025), line 15a'],
  is: less(line7, line12),
  onlyIf: distributedOrConverted,
});

export const line15b = line('15b', {
  label: 'Amount on line 15a attributable to qualified disaster distributions, from Form(s) 8915-F',
  law: ['Form 8606 (2025), line 15b: line 15a in the proportion of the disaster distributions to line 7'],
  is: either(
    isPositive(line7),
    atMost(line15a, share(line15a, inUnits(toUnit(given('disasterDistributions'))), inUnits(line7))),
    nothing,
  ),
  onlyIf: distributedOrConverted,
});

export const line15c = line('15c', {
  label: (year) => `Taxable amount: line 15a less line 15b and certain ${year} repayments treated as rollovers; to Form 1040, line 4b`,
  law: ['Form 8606 (2025), line 15c'],
  is: atLeastZero(less(line15a, line15b, toUnit(given('repayments')))),
  onlyIf: distributedOrConverted,
});

export const partI = [
  contributed, basisBefore, valueAtYearEnd, partICompleted, line1, line2, line3, distributedOrConverted, line4, line5, line6, line7, line8, line9, line10, line10Upper,
  line10Lower, line11, line12, line13, line14, line15a, line15b, line15c,
] as const;
