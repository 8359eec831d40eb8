import { line, question, result } from '../../engine/form';
import { add, atLeastZero, either, isPositive, less, nothing, told, toUnit } from '../../engine/words';
import { basisFromEarlierYears, converted, distributedOrConverted, line11, line14, line15c, partICompleted } from './partI';
import { wordingOf } from './wording';

/** Form 8606, Part II: conversions from traditional IRAs to Roth IRAs, and what the year hands on. */

export const convertedAnything = question('Converted', {
  label: wordingOf('Part II'),
  law: ['Form 8606 (2025), Part II, "Complete this part if"'],
  yes: 'part or all of the traditional IRAs was converted',
  no: 'nothing was converted',
  is: isPositive(converted, 'the net amount converted is more than zero', 'the net amount converted is zero'),
});

export const line16 = line('16', {
  label: wordingOf('16'),
  law: ['Form 8606 (2025), line 16'],
  is: toUnit(converted),
  onlyIf: convertedAnything,
});

export const line17 = line('17', {
  label: wordingOf('17'),
  law: ['Form 8606 (2025), line 17', 'Instructions for Form 8606 (2023), line 17'],
  is: either(
    distributedOrConverted,
    line11,
    either(
      partICompleted,
      line16,
      told(basisFromEarlierYears, (figures) => `Part I is not completed, so all basis from before counts: ${basisFromEarlierYears.says(figures)}`),
    ),
  ),
  onlyIf: convertedAnything,
});

export const line18 = line('18', {
  label: wordingOf('18'),
  law: ['26 U.S.C. 408A(d)(3)(A)', 'Form 8606 (2025), line 18'],
  is: less(line16, line17),
  onlyIf: convertedAnything,
});

export const taxableDistributions = result('Taxable distributions', {
  label: 'To Form 1040, line 4b, from line 15c',
  law: ['Form 8606 (2025), line 15c'],
  is: either(distributedOrConverted, line15c, told(nothing, () => 'line 15c is blank')),
});

export const taxableConversion = result('Taxable conversion', {
  label: 'To Form 1040, line 4b, from line 18 (nothing if it is below zero)',
  law: ['Form 8606 (2025), line 18'],
  is: either(convertedAnything, atLeastZero(line18), told(nothing, () => 'nothing was converted')),
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
