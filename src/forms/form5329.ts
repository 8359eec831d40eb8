import { zero, type Decimal } from '../engine/decimal';
import { line, question, step, type FilledForm } from '../engine/form';
import { refuseMoreThan, type InputWords } from '../engine/inputs';
import { fixedRate, timesRate } from '../engine/rates';
import { Refusal } from '../engine/refusal';
import { choicesOf, fillInWorksheet, inputsOf, type ChoiceWords, type Worksheet } from '../engine/worksheet';
import { add, atLeast, atLeastZero, atMost, either, inWords, isPositive, less } from '../engine/words';
import { excessExcise } from '../law/constants';

/**
 * Form 5329, Parts III and IV: the yearly tax on excess contributions until they are absorbed or taken out. 26 U.S.C.
 * § 4973. What Part III leaves on line 16, or Part IV on line 24, is where the next year starts.
 */

const shared = {
  excessBefore: { means: 'Excess of earlier years that is still there (last line 16 or 24)', says: 'the excess of earlier years' },
  unusedLimit: { means: 'Limit of the year that contributions left unused', says: 'the unused limit of the year' },
  excessThisYear: { means: 'Excess contributions for the year', says: 'the excess of the year' },
  valueAtYearEnd: {
    means: 'Value on 31 December, with contributions for the year that were made after it', says: 'the value on 31 December',
  },
} as const satisfies Record<string, InputWords>;

const partIIIInputs = {
  ...shared,
  distributions: { means: 'Distributions from traditional IRAs that are included in income', says: 'distributions included in income' },
  withdrawn: { means: 'Excess of earlier years taken out without being taxed', says: 'excess of earlier years taken out' },
} as const satisfies Record<string, InputWords>;

const partIVInputs = {
  ...shared,
  distributions: { means: 'Distributions from Roth IRAs, qualified ones included', says: 'distributions from Roth IRAs' },
} as const satisfies Record<string, InputWords>;

const partIVChoices = {
  allWithdrawn: { means: 'Was everything in all Roth IRAs taken out?', yes: 'everything in all Roth IRAs was taken out', no: 'something was left in a Roth IRA' },
} as const satisfies Record<string, ChoiceWords>;

const rate = fixedRate(excessExcise.value, 'the yearly excise');
const law = (number: string, ...others: readonly string[]): readonly string[] => [...others, `Form 5329, line ${number}`];
const noExcessBefore = 'there is no excess of earlier years';

const traditional = inputsOf<keyof typeof partIIIInputs>(partIIIInputs);

const line9 = line('9', { label: 'Excess contributions of earlier years (line 16 of the last Form 5329)', law: law('9', '26 U.S.C. § 4973(b)(2)'), is: traditional('excessBefore') });
const before = question('Excess of earlier years', {
  label: 'Is there an excess of earlier years?', law: law('9', '26 U.S.C. § 4973(b)(2)'), yes: 'there is an excess of earlier years', no: noExcessBefore,
  is: isPositive(line9, 'line 9 is more than zero', 'line 9 is zero'),
});
const line10 = line('10', { label: 'Limit of the year that contributions left unused', law: law('10', '26 U.S.C. § 4973(b)(2)(C)'), is: traditional('unusedLimit'), onlyIf: before });
const line11 = line('11', { label: 'Traditional IRA distributions included in income', law: law('11', '26 U.S.C. § 4973(b)(2)(A)'), is: traditional('distributions'), onlyIf: before });
const line12 = line('12', { label: 'Distributions of prior year excess contributions', law: law('12', '26 U.S.C. §§ 4973(b)(2)(B), 408(d)(5)'), is: traditional('withdrawn'), onlyIf: before });
const absorbed = step('Absorbed this year', {
  label: 'Excess of earlier years that counts as contributed for this year: it may be deducted now (IRA Deduction Worksheet, line 11)',
  law: ['26 U.S.C. § 219(f)(6)', 'Instructions for Form 5329 (2011), line 10'],
  called: 'the excess absorbed this year',
  is: atMost(line10, atLeastZero(less(line9, line11, line12))),
  onlyIf: before,
});
const line13 = line('13', { label: 'Add lines 10, 11, and 12', law: law('13'), is: add(line10, line11, line12), onlyIf: before });
const line14 = line('14', { label: 'Prior year excess contributions: line 9 less line 13, not below zero', law: law('14'), is: atLeastZero(less(line9, line13)), onlyIf: before });
const line15 = line('15', { label: 'Excess contributions for the year', law: law('15', '26 U.S.C. § 4973(b)(1)'), is: traditional('excessThisYear') });
const line16 = line('16', {
  label: 'Total excess contributions: add lines 14 and 15', law: law('16', '26 U.S.C. § 4973(b)'), is: either(before, add(line14, line15), line15),
});
const line17 = line('17', {
  label: 'Additional tax: 6% of the smaller of line 16 or the value on 31 December', law: law('17', '26 U.S.C. § 4973(a)'),
  is: timesRate(atMost(traditional('valueAtYearEnd'), line16), rate),
});

export const form5329PartIII: Worksheet<keyof typeof partIIIInputs, never> = {
  title: 'Form 5329, Part III: excess contributions to traditional IRAs',
  inputs: partIIIInputs,
  choices: {},
  entries: [line9, before, line10, line11, line12, absorbed, line13, line14, line15, line16, line17],
};

const roth = inputsOf<keyof typeof partIVInputs>(partIVInputs);
const settled = choicesOf<keyof typeof partIVChoices>(partIVChoices);

const line18 = line('18', { label: 'Excess contributions of earlier years (line 24 of the last Form 5329)', law: law('18', '26 U.S.C. § 4973(f)(2)'), is: roth('excessBefore') });
const beforeInRoth = question('Excess of earlier years in Roth IRAs', {
  label: 'Is there an excess of earlier years?', law: law('18', '26 U.S.C. § 4973(f)(2)'), yes: 'there is an excess of earlier years', no: noExcessBefore,
  is: isPositive(line18, 'line 18 is more than zero', 'line 18 is zero'),
});
const line19 = line('19', { label: 'Limit of the year that contributions left unused', law: law('19', '26 U.S.C. § 4973(f)(2)(B)'), is: roth('unusedLimit'), onlyIf: beforeInRoth });
const line20 = line('20', {
  label: 'Distributions from Roth IRAs', law: law('20', '26 U.S.C. § 4973(f)(2)(A)', 'Instructions for Form 5329 (2014), line 20'),
  is: either(settled('allWithdrawn'), atLeast(line18, roth('distributions')), roth('distributions')), onlyIf: beforeInRoth,
});
const line21 = line('21', { label: 'Add lines 19 and 20', law: law('21'), is: add(line19, line20), onlyIf: beforeInRoth });
const line22 = line('22', { label: 'Prior year excess contributions: line 18 less line 21, not below zero', law: law('22'), is: atLeastZero(less(line18, line21)), onlyIf: beforeInRoth });
const line23 = line('23', { label: 'Excess contributions for the year', law: law('23', '26 U.S.C. § 4973(f)(1)'), is: roth('excessThisYear') });
const line24 = line('24', {
  label: 'Total excess contributions: add lines 22 and 23', law: law('24', '26 U.S.C. § 4973(f)'), is: either(beforeInRoth, add(line22, line23), line23),
});
const line25 = line('25', {
  label: 'Additional tax: 6% of the smaller of line 24 or the value on 31 December', law: law('25', '26 U.S.C. § 4973(a)'),
  is: timesRate(atMost(roth('valueAtYearEnd'), line24), rate),
});

export const form5329PartIV: Worksheet<keyof typeof partIVInputs, keyof typeof partIVChoices> = {
  title: 'Form 5329, Part IV: excess contributions to Roth IRAs',
  inputs: partIVInputs,
  choices: partIVChoices,
  entries: [line18, beforeInRoth, line19, line20, line21, line22, line23, line24, line25],
};

const printed = ({ entries }: Pick<Worksheet, 'entries'>): readonly string[] => entries.filter(({ kind }) => kind === 'line').map(({ id }) => id);

/** The lines of the two parts: "9" to "17" for traditional IRAs, "18" to "25" for Roth IRAs. */
export const form5329Lines: readonly string[] = [...printed(form5329PartIII), ...printed(form5329PartIV)];

/** One person's year, for the one kind of IRA that the line asked for speaks of. */
export interface ExciseFacts extends Record<keyof typeof partIIIInputs, Decimal> {
  readonly allWithdrawn: boolean;
}

/**
 * Fills in the part that has the line.
 *
 * @throws Refusal CONTRADICTION for more taken out of the excess than there is.
 */
export function form5329(lineId: string, { allWithdrawn, ...amounts }: ExciseFacts): FilledForm {
  if (printed(form5329PartIII).includes(lineId)) {
    refuseMoreThan('withdrawn_excess', partIIIInputs.withdrawn.says, amounts.withdrawn, shared.excessBefore.says, amounts.excessBefore);
    return fillInWorksheet(form5329PartIII, { amounts, answers: {} });
  }
  if (amounts.withdrawn.greaterThan(zero)) {
    throw new Refusal('CONTRADICTION', 'withdrawn_excess', inWords(amounts.withdrawn), '0',
      `withdrawn_excess is ${inWords(amounts.withdrawn)}, which lines 18 to 25 do not ask for: of Roth IRAs all distributions count, on line 20; leave it out.`);
  }
  return fillInWorksheet(form5329PartIV, { amounts, answers: { allWithdrawn } });
}
