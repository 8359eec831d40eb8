import { tidy } from '../cells/tidy';

/** What a line of an account's activity was, by its words. */
export type Transaction =
  | 'contribution' | 'conversion' | 'distribution' | 'rollover' | 'transfer' | 'charitable' | 'recharacterization' | 'returned' | 'withheld'
  /** What the account earned, cost, bought or sold: it stays inside. */
  | 'growth'
  /** A balance and no movement. */
  | 'balance'
  /** The words say nothing, or several things. */
  | 'unknown';

/**
 * Words by what they say, in the order in which they decide: "capital gain distribution" is growth, "distribution - Roth
 * conversion" a conversion, and "transfer to Roth" one too.
 */
const said: readonly (readonly [Transaction, RegExp])[] = [
  ['unknown', /\?|\bcorrect(?:ion|ed|ing)\b|\brevers(?:al|ed)\b|\badjust\w*|\bvoid(?:ed)?\b|\bcancel\w*|\bshare class\b|\bin-?plan\b|\bmega\b/u],
  ['balance', /\b(?:opening|beginning|ending|closing|starting|prior|previous|current) (?:balance|value)\b|\bbalance (?:forward|fwd|b\/f|c\/f|brought)\b|^balance$|^(?:market |account )?value$/u],
  ['recharacterization', /\brechar\w*/u],
  ['withheld', /\bwithh(?:eld|olding)\b|\b(?:federal|fed|state|income) (?:income )?tax(?:es)?\b/u],
  ['returned', /\bexcess\b|\breturn(?:ed)? (?:of )?(?:excess )?contribut\w*|\bcontribut\w* returned\b|\bcorrective\b|\bremoval of\b/u],
  ['charitable', /\bqcds?\b|\bcharit\w*|\bdonat\w*/u],
  ['conversion', /\bconver(?:sions?|ted|t)\b|\bconv\b|\bbackdoor\b|\bto (?:a |my |the )?roth\b|\binto (?:a |my |the )?roth\b/u],
  ['growth', /\binterest\b|\bdividends?\b|\bdiv\b|\bcap(?:ital)?\.? gains?\b|\bgains?\b|\bloss(?:es)?\b|\breinvest\w*|\bbought\b|\bbuy\b|\bpurchased?\b|\bsold\b|\bsell\b|\bsale\b|\bfees?\b|\bcommissions?\b|\bsweep\b|\bmarket (?:change|fluctuation|movement|appreciation)\b|\bappreciation\b|\bearnings\b|\bstock split\b|\bfund exchange\b|\bmaturity\b|\bredemption\b/u],
  ['rollover', /\broll-?\s?overs?\b|\brolled\b|\broll-?\s?in\b|\b60[- ]?day\b|\bredeposit\w*/u],
  ['contribution', /\bcontribut\w*|\bcontribs?\b|\bcontr\b/u],
  ['distribution', /\bdistribut\w*|\bdistr\b|\bwithdr\w*|\bw\/d\b|\brmds?\b|\bcash(?:ed)? out\b/u],
  ['transfer', /\btrustee[- ]to[- ]trustee\b|\bacats?\b|\btransfer\w* of assets\b|\btransfer\w* (?:in )?(?:from|to|between) .*\biras?\b|\bcustodian change\b/u],
];

/** Two that cannot be meant together, though one of them decides first. */
const contradictions: readonly (readonly [Transaction, Transaction])[] = [
  ['conversion', 'contribution'], ['growth', 'contribution'], ['growth', 'rollover'], ['rollover', 'contribution'], ['contribution', 'distribution'], ['charitable', 'contribution'],
];

/** The kind of account is no movement: a "Rollover IRA" may receive anything. */
const accountNames = /\b(?:rollover|traditional|trad|contributory|sep|simple) ira\b|\brollover account\b/gu;

export function transactionOf(text: string): Transaction {
  const words = tidy(text).toLowerCase().replace(accountNames, ' ira ');
  const found = said.filter(([, pattern]) => pattern.test(words)).map(([transaction]) => transaction);
  const [first] = found;
  if (first === undefined || contradictions.some(([one, other]) => found.includes(one) && found.includes(other))) return 'unknown';
  return first;
}

const employer = /\bsep\b(?!\.? ?\d)|\bsimple\b|\bsarsep\b/iu;
const plan = String.raw`\b40[13] ?\(?[abk]\b|\b457\b|\btsp\b|\bhsa\b|\b529\b`;
const otherMoney: Readonly<Partial<Record<Transaction, RegExp>>> = {
  contribution: new RegExp(String.raw`${plan}|${employer.source}|\broth\b|\bemployer\b|\bmatch\w*|\bdeferrals?\b`, 'iu'),
  conversion: new RegExp(String.raw`${plan}|\binherit\w*|\bbeneficiary\b|\bfees?\b`, 'iu'),
  distribution: new RegExp(String.raw`${plan}|\broth\b|\binherit\w*|\bbeneficiary\b|\bdecedent\b`, 'iu'),
};

/** The word by which a row may be about other money than that of one's own traditional, SEP and SIMPLE IRAs; null where there is none. */
export const speaksOfOtherMoney = (transaction: Transaction, words: string): string | null =>
  (transaction === 'contribution' && /\bback-?\s?door\b/iu.test(words) ? null : otherMoney[transaction]?.exec(words)?.[0] ?? null);

/** The kind of account whose contributions are an employer's, by which its name says so. */
export const speaksOfEmployer = (transaction: Transaction, account: string): string | null =>
  (transaction === 'contribution' ? employer.exec(account)?.[0] ?? null : null);
