import { tidy } from '../cells/tidy';

/**
 * What the distribution codes in box 7 of Form 1099-R say of Form 8606 (Instructions for Forms 1099-R and 5498, Guide to
 * Distribution Codes). A code tells how old somebody was or where money went, never that it was converted: codes 2 and 7
 * stand for a conversion as well as for a distribution that is kept, a rollover or a gift to charity.
 */
export type CodesSay =
  /** Money that left the IRA: line 7. */
  | 'distribution'
  /** Money that left the IRA for the taxpayer, a Roth IRA, another IRA or a charity. */
  | 'left open'
  | 'returned'
  | 'recharacterized'
  /** On no line of Parts I and II. */
  | 'elsewhere'
  /** Nobody can say without more. */
  | 'unclear';

export interface DistributionCodes {
  readonly says: CodesSay;
  /** For what was returned or recharacterized: how many years before the form's year the contribution was for, or made. */
  readonly yearsBefore: 0 | 1;
  /** Whether box 1 is of a traditional, SEP or SIMPLE IRA, and so is part of what lines 7 and 8 are compared with. */
  readonly ofIra: boolean;
  /** Whether Part III may need it: a distribution from a Roth IRA whose code does not say that it was qualified. */
  readonly ofPartIII: boolean;
  /** A sentence for the reviewer. */
  readonly why: string;
}

/** Where a form comes from, by its IRA/SEP/SIMPLE box or by the words beside it; null where neither says. */
export type PaidFrom = 'IRA' | 'Roth' | 'inherited' | 'plan' | null;

const known = /^[1-9A-HJ-NP-UWY]$/u;

/** The codes in a cell: `2`, `"02"`, `"8P"`, `"2 B"`, `"7 - Normal distribution"`. Null where it holds none, more than two, what no form has, or an amount or a date. */
export function codesIn(value: unknown): readonly string[] | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const text = tidy(String(value)).toUpperCase().replace(/^(?:CODES?|DIST(?:RIBUTION)?\.? CODES?)[ :]*/u, '');
  const [, first, second] = /^0?([1-9A-Z])(?:(?: ?[,/&+;-] ?| )?0?([1-9A-Z]))?(?![A-Z0-9%]|[.,/+-]\d| ?[,/&+;] ?0?[1-9A-Z](?![A-Z0-9]))/u.exec(text) ?? [];
  const codes = [first, second].filter((code): code is string => code !== undefined);
  const numbers = codes.filter((code) => /\d/u.test(code));
  if (codes.length === 0 || !codes.every((code) => known.test(code))) return null;
  return numbers.length === 2 && (first === second || !numbers.includes('8')) ? null : codes;
}

/** Reads codes together with where the money comes from; `codes` is empty where none are given. */
export function codesSay(codes: readonly string[], from: PaidFrom): DistributionCodes {
  const has = (...any: readonly string[]): boolean => any.some((code) => codes.includes(code));
  const named = codes.length === 0 ? 'No code is given' : `Code ${codes.join(' and ')}`;
  const say = (says: CodesSay, why: string, ofIra = from === 'IRA', yearsBefore: 0 | 1 = 0): DistributionCodes => ({ says, yearsBefore, ofIra, ofPartIII: false, why });

  if (has('J', 'T', 'Q') && has('8', 'P')) return say('elsewhere', `${named}: a contribution returned from a Roth IRA, on no line of Form 8606; its earnings are income of the year in which it was made.`, false);
  if (has('J', 'T', 'Q') || (from === 'Roth' && !has('N', 'R'))) {
    const why = `${has('J', 'T', 'Q') ? named : 'A Roth account'}: a distribution from a Roth IRA is in Part III, not on lines 7 and 8.`;
    return { ...say('elsewhere', why, false), ofPartIII: !has('B', 'G', 'H', 'Q', 'Y') };
  }
  if (has('H', 'B')) return say('elsewhere', `${named}: money of a designated Roth account of an employer plan is not on Form 8606.`, false);
  if (from === 'inherited' || (has('4') && from !== 'plan')) return say('elsewhere', `${has('4') ? `${named}: money` : 'Money'} of an inherited IRA is kept apart; if that IRA has basis, it needs a Form 8606 of its own.`);
  if (from === 'plan' && has('G')) return say('elsewhere', `${named}: a direct rollover of an employer plan, not of an IRA (the IRA box is not marked), or an in-plan Roth rollover, as a mega backdoor Roth is: the money was in no IRA, so it is not on Form 8606. Box 2a is taxable, box 5 was after-tax; Form 1040, lines 5a and 5b.`, false);
  if (from === 'plan' && !has('N', 'R', 'S')) return say('elsewhere', `${has('G') ? `${named}: a` : 'A'} distribution of an employer plan, not of an IRA (the IRA box is not marked): it is not on Form 8606.`, false);
  if (has('Y')) return say('elsewhere', `${named}: a qualified charitable distribution is not on line 7.`);
  if (has('G')) return say('elsewhere', `${named}: ${from === 'IRA' ? 'rolled over from the IRA into an employer plan' : 'a direct rollover'}, on no line of Form 8606.`);
  if (has('N', 'R')) return say('recharacterized', `${named}: a recharacterized contribution${has('R') ? ' that was made for the year before' : ''}; it is not on lines 7 and 8.`, from === 'IRA', has('R') ? 1 : 0);
  if (has('8') && has('P')) return say('unclear', `${named} are of two different years.`);
  if (has('8', 'P') && from === 'IRA') return say('returned', `${named}: a contribution that was returned with its earnings${has('P') ? ', made in the year before: it reduces line 1 of that year, and its earnings are income of that year' : ''}; it is not on line 7.`, true, has('P') ? 1 : 0);
  if (has('S')) return say('distribution', `${named}: a distribution of a SIMPLE IRA in its first two years.`, true);
  if (has('6', '9', 'A', 'C', 'D', 'E', 'F', 'L', 'M', 'U', 'W')) return say('unclear', `${named} does not belong to an IRA.`);
  if (from === null) return say('unclear', `${named}, and nothing says whether it comes from a traditional, SEP or SIMPLE IRA.`, false);
  if (codes.length === 0) return say('left open', `${named}.`);
  if (has('2', '7')) return say('left open', `${named}: converted, kept, rolled over and given to charity all bear this code. Line 8 takes what reached a Roth IRA; tax withheld did not, and is on line 7.`);
  return say('distribution', `${named}: a distribution.`);
}
