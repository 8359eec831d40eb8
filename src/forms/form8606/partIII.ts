import { zero, type Decimal } from '../../engine/decimal';
import { fillIn, line, question, result, type FilledForm, type FormEntry } from '../../engine/form';
import { Refusal } from '../../engine/refusal';
import type { Settings } from '../../engine/term';
import { atLeastZero, atMost, either, input, inWords, isPositive, less, nothing, proportion, told, toUnit, total } from '../../engine/words';
import { homebuyerLifetime } from '../../law/constants';
import { amountsIn, refuseMoreThan } from '../../engine/inputs';
import { wordingOf } from './wording';

/**
 * Form 8606, Part III: distributions from Roth IRAs. It shares no amount with Parts I and II, so it is a form of its own
 * here, with inputs of its own: one person, one year, dollars and cents.
 */
export const partIIIInputs = {
  nonqualified: { line: '19', means: 'Nonqualified distributions from Roth IRAs', says: 'nonqualified distributions' },
  homebuyer: { line: '20', means: 'Qualified first-time homebuyer expenses', says: 'first-time homebuyer expenses' },
  earlierHomebuyer: { line: '20', means: 'First-time homebuyer distributions of earlier years', says: 'homebuyer distributions of earlier years' },
  contributionBasis: { line: '22', means: 'Basis in regular Roth contributions', says: 'basis in Roth contributions' },
  conversionBasis: { line: '24', means: 'Basis in conversions and plan rollovers', says: 'basis in conversions and plan rollovers' },
  disasterDistributions: { line: '25b', means: 'Qualified disaster distributions', says: 'qualified disaster distributions' },
  repayments: { line: '25c', means: 'Repayments treated as rollovers', says: 'repayments treated as rollovers' },
} as const satisfies Record<string, { line: string; means: string; says: string }>;

export type PartIIIInput = keyof typeof partIIIInputs;
export type PartIIIInputs = Partial<Record<PartIIIInput, Decimal>>;

/** What the law sets is no amount in a formula either: on a sheet it stands in a cell of its own, with its source. */
export const homebuyerLimit = { name: 'homebuyerLimit', limit: homebuyerLifetime } as const;

const given = (name: PartIIIInput) => input(name, partIIIInputs[name].says);

export const rothDistribution = question('Roth distribution', {
  label: wordingOf('Part III'),
  law: ['Form 8606 (2025), Part III, "Complete this part only if"'],
  yes: 'a nonqualified distribution was taken',
  no: 'no nonqualified distribution was taken',
  is: isPositive(given('nonqualified'), 'the nonqualified distributions are more than zero', 'the nonqualified distributions are zero'),
});

const line19 = line('19', {
  label: wordingOf('19'),
  law: ['26 U.S.C. 408A(d)(2)', 'Form 8606 (2025), line 19'],
  is: toUnit(given('nonqualified')),
  onlyIf: rothDistribution,
});

const homebuyerLeft = atLeastZero(total([input(homebuyerLimit.name, 'the lifetime limit')], [given('earlierHomebuyer')]));

const line20 = line('20', {
  label: wordingOf('20'),
  law: ['26 U.S.C. 72(t)(8)(B)', '26 U.S.C. 408A(d)(5)', 'Form 8606 (2025), line 20'],
  is: atMost(toUnit(homebuyerLeft), toUnit(given('homebuyer'))),
  onlyIf: rothDistribution,
});

const line21 = line('21', {
  label: wordingOf('21'),
  law: ['Form 8606 (2025), line 21'],
  is: atLeastZero(less(line19, line20)),
  onlyIf: rothDistribution,
});

const line22 = line('22', {
  label: wordingOf('22'),
  law: ['26 U.S.C. 408A(d)(4)(B)(ii)(I)', 'Form 8606 (2025), line 22'],
  is: toUnit(given('contributionBasis')),
  onlyIf: rothDistribution,
});

const line21Left = question('Line 21 is more than zero', {
  label: 'Is line 21 more than zero?',
  law: ['Form 8606 (2025), line 22, "If line 21 is zero, stop here"'],
  yes: 'line 21 is more than zero',
  no: 'line 21 is zero',
  is: isPositive(line21, 'something is left after homebuyer expenses', 'nothing is left after homebuyer expenses'),
  onlyIf: rothDistribution,
});

const line23 = line('23', {
  label: wordingOf('23'),
  law: ['Form 8606 (2025), line 23'],
  is: atLeastZero(less(line21, line22)),
  onlyIf: line21Left,
});

const line23Left = question('Line 23 is more than zero', {
  label: 'Is line 23 more than zero?',
  law: ['Form 8606 (2025), line 23, "If zero or less, enter -0- and skip lines 24 and 25"'],
  yes: 'line 23 is more than zero',
  no: 'line 23 is zero',
  is: isPositive(line23, 'the distribution is more than the contributions', 'contributions cover the distribution'),
  onlyIf: line21Left,
});

const line24 = line('24', {
  label: wordingOf('24'),
  law: ['26 U.S.C. 408A(d)(4)(B)(ii)(II)', 'Form 8606 (2025), line 24'],
  is: toUnit(given('conversionBasis')),
  onlyIf: line23Left,
});

const line25a = line('25a', {
  label: wordingOf('25a'),
  law: ['Form 8606 (2025), line 25a'],
  is: atLeastZero(less(line23, line24)),
  onlyIf: line23Left,
});

const line25aLeft = question('Line 25a is more than zero', {
  label: 'Is line 25a more than zero?',
  law: ['Form 8606 (2025), line 25a, "If zero or less, enter -0- and skip lines 25b and 25c"'],
  yes: 'line 25a is more than zero',
  no: 'line 25a is zero',
  is: isPositive(line25a, 'earnings were distributed', 'contributions and conversions cover the distribution'),
  onlyIf: line23Left,
});

const line25b = line('25b', {
  label: wordingOf('25b'),
  law: ['Form 8606 (2025), line 25b', 'Instructions for Form 8606 (2023), line 25b: the denominator is line 21'],
  is: either(
    isPositive(given('disasterDistributions'), 'there were qualified disaster distributions', 'there were none'),
    atMost(line25a, proportion(line25a, toUnit(given('disasterDistributions')), line21)),
    told(nothing, () => 'there were no qualified disaster distributions'),
  ),
  onlyIf: line25aLeft,
});

const line25c = line('25c', {
  label: wordingOf('25c'),
  law: ['26 U.S.C. 408A(d)(2)', 'Form 8606 (2025), line 25c'],
  is: atLeastZero(less(line25a, line25b, toUnit(given('repayments')))),
  onlyIf: line25aLeft,
});

export const taxableRoth = result('Taxable Roth distributions', {
  label: 'To Form 1040, line 4b, from line 25c',
  law: ['Form 8606 (2025), line 25c'],
  is: either(line25aLeft, line25c, told(nothing, () => 'line 25c is blank')),
});

/** What repayments did not take off line 25c raises line 22 of the next Form 8606 with a Roth distribution. */
export const repaymentsLeft = result('Repayments for a later line 22', {
  label: 'Repayments not used on line 25c: an addition to line 22 of the next Form 8606 with Roth distributions',
  law: ['Instructions for Form 8606 (2024), Line 25c Worksheet, line 5, as corrected on 26 June 2025'],
  is: either(
    line25aLeft,
    atLeastZero(less(toUnit(given('repayments')), told(less(line25a, line25b), () => 'what line 25b leaves of line 25a'))),
    toUnit(given('repayments')),
  ),
});

export const contributionsLeft = result('Contribution basis left', {
  label: 'Basis in Roth contributions left after the year, before later contributions',
  law: ['Instructions for Form 8606 (2023), Basis in Regular Roth IRA Contributions Worksheet, lines 2 to 4'],
  is: atLeastZero(less(toUnit(given('contributionBasis')), toUnit(given('nonqualified')))),
});

/** Line 23 is figured again without line 20: homebuyer money uses up basis though it is not taxed. */
export const conversionsLeft = result('Conversion basis left', {
  label: 'Basis in conversions left after the year, before later conversions',
  law: ['Instructions for Form 8606 (2023), Basis in Roth IRA Conversions and Rollovers chart, with note 2'],
  is: atLeastZero(less(toUnit(given('conversionBasis')), told(
    atLeastZero(less(toUnit(given('nonqualified')), toUnit(given('contributionBasis')))),
    () => 'what the distribution took beyond contributions',
  ))),
});

export const partIIIEntries: readonly FormEntry[] = [
  rothDistribution, line19, line20, line21, line22, line21Left, line23, line23Left, line24, line25a, line25aLeft, line25b, line25c,
  taxableRoth, repaymentsLeft, contributionsLeft, conversionsLeft,
];

/** The lines that the printed form has, in its order: "19" to "25c". */
export const partIIILines: readonly string[] = partIIIEntries.filter(({ kind }) => kind === 'line').map(({ id }) => id);

export interface PartIII extends FilledForm {
  readonly inputs: Readonly<Record<PartIIIInput, Decimal>>;
  /** What line 25c adds to Form 1040, line 4b. */
  readonly toForm1040: Decimal;
  readonly notes: readonly { readonly code: 'HOMEBUYER_LIMIT' | 'REPAYMENTS_CARRIED'; readonly text: string }[];
}

/**
 * Fills in Form 8606, Part III, for one person and one year. Which distributions are qualified, and so not on line 19, and
 * whether homebuyer expenses count (the five years have passed) is for the caller to have settled.
 *
 * @param given amounts in dollars; what is absent is zero.
 * @throws Refusal for an amount that is none, negative or too large; CONTRADICTION for disaster distributions beyond line
 * 19; OVER_THE_LIMIT for homebuyer distributions of earlier years beyond the lifetime limit.
 * Source: Form 8606 (2025), Part III, and the instructions of 2023; 26 U.S.C. 408A(d).
 */
export const partIII = (amounts: PartIIIInputs, settings: Settings): PartIII => {
  const inputs = amountsIn<PartIIIInput>(partIIIInputs, amounts);
  refuseMoreThan('disasterDistributions', partIIIInputs.disasterDistributions.says, inputs.disasterDistributions,
    'nonqualified distributions on line 19, which include them', inputs.nonqualified);
  const limit = homebuyerLifetime.value;
  if (inputs.earlierHomebuyer.greaterThan(limit)) {
    throw new Refusal('OVER_THE_LIMIT', 'earlierHomebuyer', inWords(inputs.earlierHomebuyer), inWords(limit),
      `Homebuyer distributions of earlier years: ${inWords(inputs.earlierHomebuyer)}, but the limit of a lifetime is ${inWords(limit)}. Enter only what `
      + 'was taken off on line 20 of earlier years.');
  }
  const filled = fillIn(partIIIEntries, {
    settings, input: (name) => (name === homebuyerLimit.name ? limit : inputs[name as PartIIIInput]), choice: () => null,
  });
  const amountOf = (id: string): Decimal => filled.line(id) ?? zero;
  const room = limit.minus(inputs.earlierHomebuyer);
  const unused = amountOf(repaymentsLeft.id);
  return {
    ...filled,
    inputs,
    toForm1040: amountOf(taxableRoth.id),
    notes: [
      ...(inputs.homebuyer.greaterThan(room) ? [{
        code: 'HOMEBUYER_LIMIT' as const,
        text: `Homebuyer expenses of ${inWords(inputs.homebuyer)} are held at ${inWords(room)}: ${inWords(limit)} in a lifetime, less what earlier years took.`,
      }] : []),
      ...(unused.greaterThan(zero) ? [{
        code: 'REPAYMENTS_CARRIED' as const,
        text: `${inWords(unused)} of the repayments is not used on line 25c. It is added to line 22 of the next Form 8606 with Roth distributions.`,
      }] : []),
    ],
  };
};
