import { tidy } from '../cells/tidy';

/**
 * Whether an account belongs to line 6 of Form 8606, by the words that name it. Line 6 is the value of all traditional,
 * SEP and SIMPLE IRAs of one person (26 U.S.C. § 408(d)(2)); Roth IRAs, employer plans and inherited IRAs are not in it.
 * What the words leave open is asked: an account left out by mistake makes a conversion look too cheap.
 */
export interface AccountWords {
  readonly verdict: 'in' | 'out' | 'ask';
  readonly kind: AccountKind;
  /** The account type for a list, without what stands in brackets behind it: "Inherited IRA". */
  readonly name: string;
  /** A sentence for the reviewer. */
  readonly why: string;
}

export type AccountKind =
  | 'traditional' | 'rollover' | 'SEP' | 'SIMPLE' | 'Roth' | 'employer plan' | 'inherited' | 'health savings' | 'education' | 'taxable' | 'unknown';

const exactlyIn = new Map<string, AccountKind>([
  ...['traditional ira', 'trad ira', 'tira', 't ira', 'ira', 'contributory ira', 'nondeductible ira', 'deemed ira', 'self directed ira', 'sdira',
    'ira annuity', 'individual retirement annuity', 'individual retirement account', 'individual retirement arrangement', 'ira cd',
    'brokerage ira', 'ira brokerage', 'traditional individual retirement account'].map((words) => [words, 'traditional'] as const),
  ...['rollover ira', 'r o ira', 'rollover', 'conduit ira', 'ira rollover', 'traditional rollover ira', 'rollover traditional ira']
    .map((words) => [words, 'rollover'] as const),
  ...['sep', 'sep ira', 'sarsep', 'traditional sep ira', 'traditional sep', 'simplified employee pension', 'simplified employee pension ira']
    .map((words) => [words, 'SEP'] as const),
  ...['simple', 'simple ira', 'traditional simple ira', 'traditional simple'].map((words) => [words, 'SIMPLE'] as const),
]);

type OutsideKind = Exclude<AccountKind, 'traditional' | 'rollover' | 'SEP' | 'SIMPLE' | 'unknown'>;

const exactlyOut = new Map<string, OutsideKind>([
  ...['rira', 'roth conversion ira', 'roth rollover ira', 'roth contributory ira'].map((words) => [words, 'Roth'] as const),
  ...['simple 401k', 'rollover to 401k', 'rolled to 401k', 'rollover to 403b', 'brokeragelink'].map((words) => [words, 'employer plan'] as const),
  ['education ira', 'education'],
]);

const exactlyAsked = new Set(['annuity', 'gift annuity', 'retirement account', 'rollover account', 'deferred comp', 'deferred compensation', 'old job', 'spousal ira']);

const planWords = /\b(?:(?:solo |individual |i|self employed |after tax )?401k|403b|457b?|401a|tda|tsp|thrift savings|pension|cash balance|defined benefit|defined contribution|profit sharing|keogh|esop|solo k|hr 10)\b/u;
const taxableWords = /\b(?:taxable|brokerage|joint|jtwros|tod|individual|trust|checking|savings|money market|utma|ugma)\b/u;
const healthWords = /\b(?:hsa|health savings|fsa|flexible spending|hra)\b/u;
const educationWords = /\b(?:529|coverdell|esa|education)\b/u;
const inheritedWords = /\b(?:inherited|inh|inherit|bene|beneficiary|bda|decedent|deceased|stretch)\b/u;
const spouseWords = /\b(?:spouse|spousal|husband|wife)\b/u;
const iraWords = /\b(?:t ?iras?|iras?|sdira|sarsep|sep|simple|simplified employee pension|individual retirement (?:account|annuity|arrangement))\b/u;
const rothAccount = /\broth (?:traditional )?(?:(?:sep|simple)(?: iras?)?|iras?|individual retirement (?:account|annuity|arrangement)|(?:after tax )?(?:401k|403b|457b?|401a|tsp))\b/u;

/** Classifies the words that name an account. They decide in a fixed order: Roth, inherited, IRA words, all others. */
export function classifyAccount(text: string): AccountWords {
  const name = nameOf(text);
  const whole = tidy(text);
  const words = wordsOf(text);
  const verdict = (kind: AccountKind, verdictOf: AccountWords['verdict'], why: string): AccountWords => ({ verdict: verdictOf, kind, name, why });
  const exact = exactlyIn.get(words);
  const outside = exactlyOut.get(words);

  if (words === '') return verdict('unknown', 'ask', 'Nothing says what kind of account this is.');
  if (/\?/u.test(text)) return verdict('unknown', 'ask', `"${whole}" is marked with a question mark.`);
  if (outside !== undefined) return verdict(outside, 'out', outsideBecause[outside]);
  if (exact !== undefined) return verdict(exact, 'in', `A ${exact} IRA belongs to line 6.`);
  if (exactlyAsked.has(words)) return verdict('unknown', 'ask', `"${whole}" may be an IRA or something else.`);

  if (/\broth\b/u.test(words)) return roth(words, name, whole);
  if (inheritedWords.test(words)) {
    if (spouseWords.test(words)) return verdict('inherited', 'ask', 'An IRA inherited from a spouse belongs to line 6 only if it was taken over as one\'s own.');
    if (/\b(?:bene(?:ficiary)?(?:\(?ies\)?)?) ?[:=]/iu.test(text)) return verdict('inherited', 'ask', `"${whole}" may name a beneficiary or an inherited account.`);
    return verdict('inherited', 'out', outsideBecause.inherited);
  }
  if (iraWords.test(words)) return ira(words, name, whole);
  if (/\brollover\b|\brolled\b/u.test(words) && planWords.test(words)) {
    return verdict('unknown', 'ask', `"${whole}" may be the plan or the IRA that it was rolled into.`);
  }
  for (const [kind, pattern] of [['employer plan', planWords], ['health savings', healthWords], ['education', educationWords], ['taxable', taxableWords]] as const) {
    if (pattern.test(words)) return verdict(kind, 'out', outsideBecause[kind]);
  }
  return verdict('unknown', 'ask', `"${whole}" does not say whether this is a traditional, SEP or SIMPLE IRA.`);
}

const outsideBecause: Readonly<Record<OutsideKind, string>> = {
  'Roth': 'A Roth account is not part of line 6.',
  'employer plan': 'An employer plan is not an IRA, so it is not part of line 6.',
  'inherited': 'An inherited IRA is kept apart from one\'s own; if it has basis, it needs a Form 8606 of its own.',
  'health savings': 'A health or flexible spending account is not an IRA.',
  'education': 'An education account is not part of line 6.',
  'taxable': 'A taxable account is not an IRA.',
};

/** "Roth" before an account word, or as the only account word, is a Roth account. Elsewhere it may be where money went. */
function roth(words: string, name: string, whole: string): AccountWords {
  const rest = words.replace(rothAccount, ' ').replace(/\broth\b/gu, ' ').replace(/\b(?:conversion|contributory|rollover)\b/gu, ' ');
  const doubtful = /\b(?:non|not|no|backdoor|to|from|or|and|traditional|trad)\b/u.test(rest) || iraWords.test(rest);
  if (doubtful) return { verdict: 'ask', kind: 'unknown', name, why: `"${whole}" speaks of Roth and of something else.` };
  return { verdict: 'out', kind: 'Roth', name, why: outsideBecause.Roth };
}

function ira(words: string, name: string, whole: string): AccountWords {
  if (/\bsimple 40(?:1k|3b)\b/u.test(words) && !/\biras?\b/u.test(words)) return { verdict: 'out', kind: 'employer plan', name, why: outsideBecause['employer plan'] };
  const withoutIra = words.replace(/\bindividual retirement (?:account|annuity|arrangement)\b/gu, ' ').replace(/\bsimplified employee pension\b/gu, ' ');
  for (const pattern of [planWords, taxableWords, healthWords, educationWords, spouseWords]) {
    const other = pattern.exec(withoutIra)?.[0];
    if (other !== undefined) return { verdict: 'ask', kind: 'unknown', name, why: `"${whole}" speaks of an IRA and of "${other}".` };
  }
  const kind: AccountKind = /\bsep\b|\bsarsep\b|simplified/u.test(words) ? 'SEP' : /\bsimple\b/u.test(words) ? 'SIMPLE' : /\brollover\b/u.test(words) ? 'rollover' : 'traditional';
  return { verdict: 'in', kind, name, why: `A ${kind} IRA belongs to line 6.` };
}

/** Lower case, without punctuation; "401(k)" and "401-k" become "401k", and "FBO" goes, for it decides nothing. */
const wordsOf = (text: string): string =>
  tidy(text).toLowerCase()
    .replace(/\b(40[13]|457)\s*-?\s*\(?([akb])\)?(?![a-z])/gu, '$1$2')
    .replace(/\bnon[- ]?ded(?:uctible)?\b/gu, 'nondeductible')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:fbo|f b o|my|his|her|the|acct|plan)\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** "Inherited IRA (mother, d. 2021)" is listed as "Inherited IRA"; the bracket of "403(b)" stays. */
const nameOf = (text: string): string => {
  const plain = tidy(text);
  const short = plain.replace(/ +[([].*$/u, '');
  return short === '' ? plain : short;
};
