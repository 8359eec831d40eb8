import { line, question, step, type FormEntry, type Line, type Question } from '../../engine/form';
import { firstPlaces, lowerNumber, ratio, timesRatio, upperNumber } from '../../engine/ratio';
import { add, all, any, atMost, isPositive, less, proportion, toUnit, total } from '../../engine/words';
import { given } from '../form8606/inputs';
import { basisBefore, converted, distributed, valueAtYearEnd } from '../form8606/partI';

/**
 * Worksheet 1-1 of Publication 590-B, "Figuring the Taxable Part of Your IRA Distribution": for a year with a contribution
 * that may be deductible in part and a distribution or conversion. It counts every contribution for the year, whether or
 * not deductible and whether or not made after year end.
 */
export interface Worksheet {
  readonly entries: readonly FormEntry[];
  readonly anyMoved: Question;
  readonly line2: Line;
  readonly line8: Line;
  readonly line9: Line;
  readonly line10: Line;
  readonly line11: Line;
  readonly anyConverted: Question;
}

const LAW = 'Pub. 590-B, Worksheet 1-1';

/** What the worksheet is called among the entries of another form. */
export const onForm = (number: string): string => `Worksheet 1-1, line ${number}`;

/**
 * The worksheet, its entries named by its own numbers; or, with a question that asks for it, so that they can stand among
 * the lines of another form.
 */
export const worksheet = (askedFor: Question | null): Worksheet => {
  const idOf = (number: string): string => (askedFor === null ? number : onForm(number));
  const always = askedFor === null ? {} : { onlyIf: askedFor };
  const entry = (number: string, label: string, is: Line['is'], more: { readonly measure?: Line['measure']; readonly onlyIf?: Question } = {}): Line => {
    const about = { label, law: [`${LAW}, line ${number}`], is, ...always, ...more };
    return askedFor === null ? line(number, about) : step(idOf(number), { ...about, called: idOf(number) });
  };
  const hidden = (number: string, label: string, is: Line['is'], onlyIf: Question): Line =>
    step(idOf(number), { label, law: [`${LAW}, line 7`], measure: 'number', is, onlyIf });

  const line1 = entry('1', 'Basis in traditional IRAs as of December 31 of the year before', toUnit(basisBefore));
  const line2 = entry('2', 'All contributions for the year, whether or not deductible, those made after year end included', toUnit(total(
    [given('contributionsInYear'), given('contributionsAfterYearEnd')],
    [given('returned'), given('recharacterizedToRoth')],
  )));
  const line3 = entry('3', 'Add lines 1 and 2', add(line1, line2));
  const line4 = entry('4', 'Value of all traditional IRAs as of December 31, outstanding rollovers included', toUnit(valueAtYearEnd));
  const line5 = entry('5', 'Distributions from traditional IRAs, conversions to Roth IRAs included', add(toUnit(distributed), toUnit(converted)));
  const line6 = entry('6', 'Add lines 4 and 5', add(line4, line5));
  const anyMoved = question(idOf('distribution or conversion'), {
    label: 'Was anything distributed or converted?',
    law: [`${LAW}, line 5`],
    yes: 'something was distributed or converted',
    no: 'nothing was distributed or converted in the year',
    is: all(
      any(
        isPositive(distributed, 'a distribution was taken', 'no distribution was taken'),
        isPositive(converted, 'something was converted', 'nothing was converted'),
      ),
      isPositive(line6, 'line 6 is not zero', 'line 6 rounds to zero'),
    ),
    ...always,
  });
  const begun = hidden('7 first places', 'Line 7, when it is rounded: the first half of its places', firstPlaces(line3, line6), anyMoved);
  const upper = hidden('7 upper number', 'Line 7 as a fraction of whole numbers: upper number', upperNumber(line3, line6, begun), anyMoved);
  const lower = hidden('7 lower number', 'Line 7 as a fraction of whole numbers: lower number', lowerNumber(line6), anyMoved);
  const line7 = entry('7', 'Divide line 3 by line 6, as a decimal of at least 3 places; if 1.000 or more, 1.000', ratio(line3, line6, upper, lower),
    { measure: 'ratio', onlyIf: anyMoved });
  const line8 = entry('8', 'Nontaxable portion of the distribution: line 5 times line 7', atMost(line3, timesRatio(line5, line7, upper, lower)),
    { onlyIf: anyMoved });
  const line9 = entry('9', 'Taxable portion of the distribution, before conversions are taken out: line 5 less line 8', less(line5, line8),
    { onlyIf: anyMoved });
  const anyConverted = question(idOf('conversions'), {
    label: 'Was anything converted to a Roth IRA?',
    law: [`${LAW}, line 9, "if there are no amounts converted to Roth IRAs, stop here"`],
    yes: 'part of line 5 was converted',
    no: 'nothing was converted',
    is: isPositive(toUnit(converted), 'the net amount converted is more than zero', 'the net amount converted is zero'),
    onlyIf: anyMoved,
  });
  const line10 = entry('10', 'Part of line 9 that belongs to amounts converted to Roth IRAs', proportion(line9, toUnit(converted), line5),
    { onlyIf: anyConverted });
  const line11 = entry('11', 'Taxable portion of the distribution, conversions taken out: line 9 less line 10', less(line9, line10),
    { onlyIf: anyConverted });
  return {
    entries: [line1, line2, line3, line4, line5, line6, anyMoved, begun, upper, lower, line7, line8, line9, anyConverted, line10, line11],
    anyMoved, line2, line8, line9, line10, line11, anyConverted,
  };
};
