import { line, question, result } from '../../engine/form';
import { add, atLeastZero, either, isPositive, less, nothing, toUnit } from '../../engine/words';
import { basisFromEarlierYears, converted, distributedOrConverted, line11, line14, line15c, partICompleted } from './partI';

/** Form 8606, Part II: conversions from traditional IRAs to Roth IRAs, and what the year hands on. */

export const convertedAnything = question('Converted', {
  label: (year) => `Did you convert part or all of your traditional IRAs to a Roth IRA in ${year}?`,
  law: ['Form 8606 (2025), Part II, "Complete this part if"'],
  is: isPositive(converted),
});

export const line16 = line('16', {
  label: 'Line 8; if Part I is not completed, the net amount you converted',
  law: ['Form 8606 (2025), line 16'],
  is: toUnit(converted),
  onlyIf: convertedAnything,
});

export const line17 = line('17', {
  label: 'Line 11; if Part I is not completed, your basis in the amount on line 16',
  law: ['Form 8606 (2025), line 17', 'Instructions for Form 8606 (2023), line 17'],
  is: either(distributedOrConverted, line11, either(partICompleted, line16, basisFromEarlierYears)),
  onlyIf: convertedAnything,
});

export const line18 = line('18', {
  label: 'Taxable amount: subtract line 17 from line 16; if more than zero, to Form 1040, line 4b',
  law: ['26 U.S.C. 408A(d)(3)(A)', 'Form 8606 (2025), line 18'],
  is: less(line16, line17),
  onlyIf: convertedAnything,
});

export const taxableDistributions = result('Taxable distributions', {
  label: 'To Form 1040, line 4b, from line 15c',
  law: ['Form 8606 (2025), line 15c'],
  is: either(distributedOrConverted, line15c, nothing),
});

export const taxableConversion = result('Taxable conversion', {
  label: 'To Form 1040, line 4b, from line 18 (nothing if it is below zero)',
  law: ['Form 8606 (2025), line 18'],
  is: either(convertedAnything, atLeastZero(line18), nothing),
});

export const toForm1040 = result('To Form 1040, line 4b', {
  label: 'Form 1040, line 4b, from lines 15c and 18',
  law: ['Form 8606 (2025), lines 15c and 18'],
  is: add(taxableDistributions, taxableConversion),
});

/**
 * Basis that next year starts with. Without Part I there is no line 14: basis that the year did not use stays, and basis
 * left over after everything was converted at a loss is kept though no guidance settles whether it survives.
 */
export const basisCarried = result('Basis carried', {
  label: (year) => `Basis carried to ${year + 1}, line 2`,
  law: ['Form 8606 (2025), line 14', 'no guidance: basis left after a full conversion in a year without Part I'],
  is: either(partICompleted, line14, atLeastZero(less(basisFromEarlierYears, toUnit(converted)))),
});

export const partII = [convertedAnything, line16, line17, line18, taxableDistributions, taxableConversion, toForm1040, basisCarried] as const;
