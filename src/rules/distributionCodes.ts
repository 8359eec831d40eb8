import { quoted } from '../cells/quoted';
import { tidy } from '../cells/tidy';
import { Refusal } from '../engine/refusal';

/**
 * What the code in box 7 of Form 1099-R says of money, as far as Form 8606 asks. The box "IRA/SEP/SIMPLE" decides with it:
 * the same code G is an IRA that was moved into a plan, or money of a plan that was never an IRA.
 */
export type DistributionFate =
  | 'distribution or conversion'
  | 'distribution'
  | 'returned contribution'
  | 'returned contribution of the year before'
  | 'recharacterization'
  | 'recharacterization of the year before'
  | 'charitable distribution'
  | 'moved into a plan'
  | 'money of a plan'
  | 'Roth distribution'
  | 'inherited'
  | 'not said';

export interface CodeMeaning {
  /** The code as Form 1099-R prints it: one digit or letter. */
  readonly code: string;
  readonly fate: DistributionFate;
  /** Where the amount stands on Form 8606; null where it is not on the form of this year. */
  readonly line: '7' | '7 or 8' | 'Part III' | null;
  /** A sentence for the reviewer. */
  readonly why: string;
}

type Meaning = Omit<CodeMeaning, 'code'>;

const distribution = (what: string): Meaning => ({ fate: 'distribution', line: '7', why: `${what}: a distribution on line 7, basis and taxable money in proportion.` });
const movable = (what: string): Meaning => ({
  fate: 'distribution or conversion', line: '7 or 8',
  why: `${what}: line 8 as far as it reached a Roth IRA, line 7 for the rest; what was withheld for tax did not reach it. Box 2a is not the taxable amount, `
    + 'line 18 or 15c is.',
});
const planMoney = (what: string): Meaning => ({
  fate: 'money of a plan', line: null,
  why: `${what}: money of an employer plan was in no IRA, so it is not on Form 8606; it goes on Form 1040, lines 5a and 5b.`,
});

const inheritedMoney: Meaning = {
  fate: 'inherited', line: null,
  why: 'Paid because somebody died: an inherited IRA is kept apart from one\'s own, and one with basis has a Form 8606 of its own for each decedent. Where the owner '
    + 'died in the year, stop and ask: the instructions do not say which value line 6 of the last form takes.',
};

const ofIra: Readonly<Record<string, Meaning>> = {
  1: distribution('An early distribution'),
  2: movable('A distribution before 59 1/2 that owes no additional tax, or a conversion'),
  3: distribution('A distribution because of disability'),
  4: inheritedMoney,
  5: distribution('A prohibited transaction, by which the whole IRA counts as distributed'),
  7: movable('A normal distribution, or a conversion'),
  8: {
    fate: 'returned contribution', line: null,
    why: 'A contribution returned with its earnings, which are taxable in the year of this form: it is off line 7 and comes off line 1 of the year that it had been made for; '
      + 'made after year end, that is the year before.',
  },
  G: {
    fate: 'moved into a plan', line: null,
    why: 'Moved from an IRA straight into an employer plan: it is not a distribution on line 7, and only money that was never taxed may go (408(d)(3)(A)(ii)), so the basis stays.',
  },
  K: distribution('A distribution of assets without a ready market value'),
  N: {
    fate: 'recharacterization', line: null,
    why: 'A contribution for this year moved to the other kind of IRA in this year: it counts as made to the second one from the start, with its first amount and date; neither line 7 nor line 8.',
  },
  P: {
    fate: 'returned contribution of the year before', line: null,
    why: 'A contribution made in the year before and returned with its earnings by the due date: it reduces line 1 of that earlier year, and its earnings are income of that '
      + 'year; if that return is filed already, it is amended.',
  },
  R: {
    fate: 'recharacterization of the year before', line: null,
    why: 'A contribution for the year before, moved to the other kind of IRA in this year: it belongs to the form of that earlier year, with its first amount and date; neither line 7 nor line 8.',
  },
  S: distribution('A distribution from a SIMPLE IRA in its first two years, which may be converted to a Roth SIMPLE IRA only'),
  Y: {
    fate: 'charitable distribution', line: null,
    why: 'A qualified charitable distribution: it is not on line 7, and it takes money that was never taxed first, so the basis stays (408(d)(8)(D)).',
  },
};

const rothMeaning = (what: string, more: string): Meaning => ({ fate: 'Roth distribution', line: 'Part III', why: `${what} from a Roth IRA: not in Parts I and II; ${more}.` });

const ofAnything: Readonly<Record<string, Meaning>> = {
  J: rothMeaning('An early distribution', 'it is on line 19 of Part III'),
  T: rothMeaning('A distribution that owes no additional tax', 'it is on line 19 of Part III unless the five years have passed'),
  Q: rothMeaning('A qualified distribution', 'it is tax-free, and Part III is not needed for it'),
  B: planMoney('A designated Roth account'),
  H: planMoney('A designated Roth account moved to a Roth IRA'),
};

const ofPlan: Readonly<Record<string, Meaning>> = {
  G: {
    fate: 'money of a plan', line: null,
    why: 'A direct rollover of money of an employer plan, or an in-plan Roth rollover (a mega backdoor Roth): box 2a is taxable and box 5 is what was after-tax. The money was in '
      + 'no IRA, so it is not on Form 8606; it goes on Form 1040, lines 5a and 5b.',
  },
};

const known = new Set([...'123456789ABCDEFGHJKLMNPQRSTUWY']);

/**
 * The codes in a cell: "2", "02", "8P", "2 B", "7/8". Form 1099-R has room for two.
 *
 * @throws Refusal NOT_A_CHOICE for what is no code, MISSING for nothing.
 */
export function codesIn(written: string): readonly string[] {
  const letters = tidy(written).toUpperCase().replace(/\bCODES?\b/gu, ' ').replace(/[^A-Z0-9]+/gu, ' ').trim();
  if (letters === '') throw new Refusal('MISSING', 'code', written, 'a code of Form 1099-R, box 7', 'code is missing; give the code of Form 1099-R, box 7.');
  const codes = [...letters.replace(/\b0(?=[1-9]\b)/gu, '').replace(/ /gu, '')];
  if (codes.length > 2 || codes.some((code) => !known.has(code))) {
    throw new Refusal('NOT_A_CHOICE', 'code', written, 'one or two codes of Form 1099-R, box 7',
      `code is ${quoted(written)}, which is not one or two codes of Form 1099-R, box 7; give for example 2, 7, G, P or "8P".`);
  }
  return codes;
}

/** What a code means, with the box "IRA/SEP/SIMPLE" ticked or not. Roth IRAs leave it blank. */
export function meaningOf(code: string, iraBox: boolean): CodeMeaning {
  const meaning = ofAnything[code] ?? (iraBox ? ofIra : ofPlan)[code];
  if (meaning) return { code, ...meaning };
  if (!iraBox && (code === 'P' || code === '8' || code === 'N' || code === 'R')) {
    return {
      code, fate: 'not said', line: null,
      why: `Code ${code} without the box IRA/SEP/SIMPLE is of a Roth IRA or of a plan: nothing of it is on lines 7 and 8; look at the account, and at line 1 if the `
        + 'contribution was moved to a traditional IRA.',
    };
  }
  if (iraBox) return { code, fate: 'not said', line: null, why: `Code ${code} does not say what became of money of an IRA; look at the statement, and decide between lines 7 and 8.` };
  return { code, ...planMoney(`Code ${code} without the box IRA/SEP/SIMPLE`) };
}
