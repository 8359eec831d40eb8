import type { Decimal } from '../engine/decimal';
import { line } from '../engine/form';
import { refuseMoreThan, type InputWords } from '../engine/inputs';
import { Refusal } from '../engine/refusal';
import { amountOn, fillInWorksheet, inputsOf, type Worksheet } from '../engine/worksheet';
import { add, inWords, less, proportion, type Amount } from '../engine/words';

export const returnedInputs = {
  returned: { means: 'Contribution to be returned, or recharacterized', says: 'the contribution returned' },
  valueBefore: { means: 'Value of the IRA just before the contribution', says: 'the value before the contribution' },
  contribution: { means: 'The whole contribution that it is part of', says: 'the contribution' },
  otherIn: { means: 'Other contributions and transfers into the IRA in the meantime', says: 'what else was put in' },
  valueAtReturn: { means: 'Value of the IRA just before the return', says: 'the value at the return' },
  takenOut: { means: 'Distributions and transfers out of the IRA in the meantime', says: 'what was taken out in the meantime' },
} as const satisfies Record<string, InputWords>;

/** The IRA that held the contribution, from just before it was made until just before it is returned; in dollars. */
export type ReturnedFacts = Readonly<Record<keyof typeof returnedInputs, Decimal>>;

const given = inputsOf<keyof typeof returnedInputs>(returnedInputs);
const law = (number: string): readonly string[] => [`Pub. 590-A, Worksheet 1-4, line ${number}`, '26 CFR § 1.408-11'];

const line1 = line('1', { label: 'Contribution to be returned', law: law('1'), is: given('returned') });
const line2 = line('2', { label: 'Adjusted closing balance: value at the return, and what was taken out before', law: law('2'), is: add(given('valueAtReturn'), given('takenOut')) });
const line3 = line('3', { label: 'Adjusted opening balance: value before the contribution, and what was put in', law: law('3'), is: add(given('valueBefore'), given('contribution'), given('otherIn')) });
const line4 = line('4', { label: 'Line 2 less line 3: what the IRA earned, or lost', law: law('4'), is: less(line2, line3) });

const shareOfEarnings = proportion(line1, line4, line3);

/** The ratio is not rounded. */
const share: Amount = { ...shareOfEarnings, says: (figures) => `${shareOfEarnings.says(figures)}, the ratio not rounded` };
const line6 = line('6', { label: 'Net income of the contribution: line 1 times line 4 over line 3', law: [...law('6'), '26 U.S.C. § 408(d)(4)(C)'], is: share });
const line7 = line('7', { label: 'To be taken out: line 1 and line 6', law: law('7'), is: add(line1, line6) });

/**
 * The net income of a contribution that is returned by the extended due date, or recharacterized: it must leave with it
 * (26 U.S.C. § 408(d)(4), § 408A(d)(6)(B)). It is income of the year in which the contribution was MADE, and a loss is
 * negative. Line 5 of the worksheet, a ratio of three places or more, is not rounded here and so not shown.
 */
export const returnedWorksheet: Worksheet<keyof typeof returnedInputs, never> = {
  title: 'Net income of a returned contribution (Pub. 590-A, Worksheet 1-4)', inputs: returnedInputs, choices: {},
  entries: [line1, line2, line3, line4, line6, line7],
};

export interface Returned {
  /** Negative for a loss. */
  readonly earnings: Decimal;
  readonly total: Decimal;
}

/**
 * @throws Refusal CONTRADICTION for more returned than was contributed, or more to be taken out than there is; MISSING
 * where nothing was contributed, so that no ratio can be taken.
 */
export function returnedContribution(facts: ReturnedFacts): Returned {
  refuseMoreThan('returned', returnedInputs.returned.says, facts.returned, returnedInputs.contribution.says, facts.contribution);
  if (facts.contribution.isZero()) {
    throw new Refusal('MISSING', 'contribution', '0', 'more than 0', 'contribution is 0, so nothing of it can be returned; give the whole contribution that the returned amount is part of.');
  }
  const form = fillInWorksheet(returnedWorksheet, { amounts: facts, answers: {} });
  const total = amountOn(form, line7);
  if (total.greaterThan(facts.valueAtReturn)) {
    throw new Refusal('CONTRADICTION', 'value_at_return', inWords(facts.valueAtReturn), `${inWords(total)} or more`,
      `value_at_return is ${inWords(facts.valueAtReturn)}, but the contribution and its earnings come to ${inWords(total)}; give the value just before the return, and in `
      + 'other_out only what had left before.');
  }
  return { earnings: amountOn(form, line6), total };
}
