import { line, question, step } from '../../engine/form';
import { firstPlaces, lowerNumber, ratio, timesRatio, upperNumber } from '../../engine/ratio';
import {
  add, all, any, atLeast, atLeastZero, atMost, either, isPositive, less, nothing, proportion, told, total, toUnit, inWords, type Amount,
} from '../../engine/words';
import { given, settled } from './inputs';
import { wordingOf } from './wording';

/** Form 8606, Part I: nondeductible contributions to traditional IRAs, and distributions from them. */

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

/**
 * A contribution that was returned or recharacterized was never a contribution to a traditional IRA, so it leaves that
 * side of the year end on which it was made. What is more than was made during the year can only be of the late ones.
 */
const undoneOfLate = atLeast(
  total([given('returned'), given('recharacterizedToRoth')], [given('contributionsInYear')]),
  given('undoneAfterYearEnd'),
);

export const keptOfYear = step('Made during the year and kept', {
  label: 'Contributions made during the year, less those returned or recharacterized',
  law: ['26 U.S.C. 408(d)(4)', '26 U.S.C. 408A(d)(6)'],
  is: told(
    atLeastZero(total([given('contributionsInYear'), undoneOfLate], [given('returned'), given('recharacterizedToRoth')])),
    () => 'what was contributed during the year and neither returned nor recharacterized',
  ),
});

export const keptOfLate = step('Made after year end and kept', {
  label: 'Contributions made after year end, less those returned or recharacterized',
  law: ['26 U.S.C. 219(f)(3)', '26 U.S.C. 408(d)(4)', '26 U.S.C. 408A(d)(6)'],
  is: told(
    atLeastZero(total([given('contributionsAfterYearEnd')], [undoneOfLate])),
    () => 'what was contributed after year end and neither returned nor recharacterized',
  ),
});

export const distributed = given('distributions');
export const converted = given('conversions');
export const basisFromEarlierYears = toUnit(basisBefore);

/** A nondeductible contribution in any earlier year asks for Part I even when no basis is left of it. */
const everNondeductible = any(
  isPositive(basisBefore, 'there is basis from earlier years', 'there is no basis from earlier years'),
  settled('earlierNondeductible'),
);

const tookDistribution = isPositive(distributed, 'a distribution was taken', 'no distribution was taken');
const convertedSomething = isPositive(converted, 'something was converted', 'nothing was converted');

export const partICompleted = question('Part I completed', {
  label: 'Is Part I completed?',
  law: ['Form 8606 (2025), the sentence above Part I, line 1'],
  yes: 'Part I is completed',
  no: 'Part I is not required',
  is: any(
    isPositive(contributed, 'a nondeductible contribution was made for the year', 'nothing nondeductible was contributed for the year'),
    all(tookDistribution, everNondeductible),
    all(
      convertedSomething,
      isPositive(valueAtYearEnd, 'not all was converted', 'nothing was left at year end: all was converted'),
      everNondeductible,
    ),
  ),
});

export const line1 = line('1', {
  label: wordingOf('1'),
  law: ['26 U.S.C. 408(o)', '26 U.S.C. 219(f)(3)', 'Form 8606 (2025), line 1'],
  is: toUnit(contributed),
  onlyIf: partICompleted,
});

export const line2 = line('2', {
  label: wordingOf('2'),
  law: ['26 U.S.C. 408(d)(1)', '26 U.S.C. 72(e)', 'Form 8606 (2025), line 2'],
  is: basisFromEarlierYears,
  onlyIf: partICompleted,
});

export const line3 = line('3', {
  label: wordingOf('3'),
  law: ['Form 8606 (2025), line 3'],
  is: add(line1, line2),
  onlyIf: partICompleted,
});

export const distributedOrConverted = question('Distribution or conversion', {
  label: wordingOf('question after line 3'),
  law: ['Form 8606 (2025), question after line 3', 'line 9 must not be zero: line 10 divides by it'],
  yes: 'a distribution was taken or something was converted',
  no: 'no distribution was taken and nothing was converted',
  is: all(
    any(tookDistribution, convertedSomething),
    isPositive(
      add(toUnit(valueAtYearEnd), toUnit(distributed), toUnit(converted)),
      'line 9 is not zero', 'lines 6, 7 and 8 all round to zero',
    ),
  ),
  onlyIf: partICompleted,
});

const electedLine4 = either(
  settled('line4TakesLatest'),
  toUnit(atMost(contributed, keptOfLate)),
  toUnit(atLeastZero(total([contributed], [keptOfYear]))),
);

export const line4 = line('4', {
  label: wordingOf('4'),
  law: ['26 U.S.C. 219(f)(3)', 'Form 8606 (2025), line 4'],
  is: told(electedLine4, (figures) => {
    const late = keptOfLate.value(figures);
    if (late.isZero()) return 'nothing was contributed after year end';
    const inYear = inWords(keptOfYear.value(figures));
    return settled('line4TakesLatest').value(figures)
      ? `${inWords(late)} was contributed after year end, and is counted as the nondeductible part first`
      : `${inWords(late)} was contributed after year end, and ${inYear} during the year, which is counted as the nondeductible part first`;
  }),
  onlyIf: distributedOrConverted,
});

export const line5 = line('5', {
  label: wordingOf('5'),
  law: ['Form 8606 (2025), line 5'],
  is: less(line3, line4),
  onlyIf: distributedOrConverted,
});

export const line6 = line('6', {
  label: wordingOf('6'),
  law: ['26 U.S.C. 408(d)(2)(A), (C)', 'Form 8606 (2025), line 6'],
  is: toUnit(valueAtYearEnd),
  onlyIf: distributedOrConverted,
});

export const line7 = line('7', {
  label: wordingOf('7'),
  law: ['26 U.S.C. 408(d)(2)(B)', 'Form 8606 (2025), line 7'],
  is: toUnit(distributed),
  onlyIf: distributedOrConverted,
});

export const line8 = line('8', {
  label: wordingOf('8'),
  law: ['26 U.S.C. 408A(d)(3)', 'Form 8606 (2025), line 8'],
  is: toUnit(converted),
  onlyIf: distributedOrConverted,
});

export const line9 = line('9', {
  label: wordingOf('9'),
  law: ['26 U.S.C. 408(d)(2)(C)', 'Form 8606 (2025), line 9'],
  is: add(line6, line7, line8),
  onlyIf: distributedOrConverted,
});

/** Lines 11 and 12 multiply by line 10; on a sheet that can only be exact with the fraction that it is. */
export const line10Begun = step('10 first places', {
  label: 'Line 10, when it is rounded: the first half of its places',
  law: ['Form 8606 (2025), line 10'],
  measure: 'number',
  is: firstPlaces(line5, line9),
  onlyIf: distributedOrConverted,
});

export const line10Upper = step('10 upper number', {
  label: 'Line 10 as a fraction of whole numbers: upper number',
  law: ['Form 8606 (2025), line 10'],
  measure: 'number',
  is: upperNumber(line5, line9, line10Begun),
  onlyIf: distributedOrConverted,
});

export const line10Lower = step('10 lower number', {
  label: 'Line 10 as a fraction of whole numbers: lower number',
  law: ['Form 8606 (2025), line 10'],
  measure: 'number',
  is: lowerNumber(line9),
  onlyIf: distributedOrConverted,
});

export const line10 = line('10', {
  label: wordingOf('10'),
  law: ['26 U.S.C. 408(d)(2)', '26 U.S.C. 72(e)(8)', 'Form 8606 (2025), line 10'],
  measure: 'ratio',
  is: ratio(line5, line9, line10Upper, line10Lower),
  onlyIf: distributedOrConverted,
});

const timesLine10 = (of: Amount): Amount => timesRatio(of, line10, line10Upper, line10Lower);

export const line11 = line('11', {
  label: wordingOf('11'),
  law: ['Form 8606 (2025), line 11', 'never more than line 5: rounding may not create basis'],
  is: atMost(line5, timesLine10(line8)),
  onlyIf: distributedOrConverted,
});

export const line12 = line('12', {
  label: wordingOf('12'),
  law: ['Form 8606 (2025), line 12', 'lines 11 and 12 together are never more than line 5'],
  is: atMost(told(less(line5, line11), (figures) => `what ${line11.says(figures)} leaves of ${line5.says(figures)}`), timesLine10(line7)),
  onlyIf: distributedOrConverted,
});

export const line13 = line('13', {
  label: wordingOf('13'),
  law: ['Form 8606 (2025), line 13'],
  is: add(line11, line12),
  onlyIf: distributedOrConverted,
});

export const line14 = line('14', {
  label: wordingOf('14'),
  law: ['26 U.S.C. 408(d)(2)', 'Form 8606 (2025), line 14'],
  is: either(distributedOrConverted, less(line3, line13), line3),
  onlyIf: partICompleted,
});

export const line15a = line('15a', {
  label: wordingOf('15a'),
  law: ['Form 8606 (2025), line 15a'],
  is: less(line7, line12),
  onlyIf: distributedOrConverted,
});

/** The part of a taxable amount that came from disasters: as they are to all distributions. */
export const disasterPart = (taxable: Amount, allDistributions: Amount): Amount => either(
  all(
    isPositive(given('disasterDistributions'), 'there were qualified disaster distributions', 'there were none'),
    isPositive(allDistributions, 'there were distributions', 'all distributions round to zero'),
  ),
  atMost(taxable, proportion(taxable, toUnit(given('disasterDistributions')), allDistributions)),
  told(nothing, () => 'there were no qualified disaster distributions'),
);

export const line15b = line('15b', {
  label: wordingOf('15b'),
  law: ['Form 8606 (2025), line 15b: line 15a times the disaster part of line 7'],
  is: disasterPart(line15a, line7),
  onlyIf: distributedOrConverted,
});

export const line15c = line('15c', {
  label: wordingOf('15c'),
  law: ['Form 8606 (2025), line 15c'],
  is: atLeastZero(less(line15a, line15b, toUnit(given('repayments')))),
  onlyIf: distributedOrConverted,
});

/** Each after everything that it refers to; the printed lines among them in the order of the form. */
export const partI = [
  contributed, basisBefore, valueAtYearEnd, keptOfYear, keptOfLate, partICompleted, line1, line2, line3, distributedOrConverted, line4, line5, line6,
  line7, line8, line9, line10Begun, line10Upper, line10Lower, line10, line11, line12, line13, line14, line15a, line15b, line15c,
] as const;
