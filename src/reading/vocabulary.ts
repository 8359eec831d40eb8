import { datesIn } from '../cells/date';
import { tidy } from '../cells/tidy';
import { yearsIn } from '../cells/year';
import { classifyAccount } from '../rules/accountWords';
import { conceptOfFormWords } from './formWords';
import { ownerIn, type NamedOwner } from './ownerWords';
import { tokensOf } from './tokens';

/**
 * The one vocabulary of column headers: what a column may hold, how we say it, and how people write it. Capitals and
 * punctuation do not count, and a year in a header is read apart.
 */
export const vocabulary = {
  tax_year: { says: 'the tax year', words: ['year', 'yr', 'tax year', 'ty', 'for tax year', 'for year', 'contribution year', 'fy'] },
  owner: {
    says: 'the owner',
    words: ['own', 'owner', 't/s', 'taxpayer/spouse', 'participant', 'recipient', 'name', 'who', 'account owner', 'his/hers', 'tp', 'sp', 'h/w'],
  },
  institution: { says: 'the firm', words: ['institution', 'custodian', 'payer', 'trustee', 'broker', 'brokerage', 'bank', 'firm', 'held at'] },
  account_number: { says: 'the account number', words: ['acct #', 'account no', 'account number', 'acct', 'last 4', 'acct no'] },
  account_type: {
    says: 'the account type',
    words: ['type', 'acct type', 'account type', 'account', 'registration', 'plan type', 'box 7 type', 'description', 'account name', 'ira type', 'type of account'],
  },
  fmv_year_end: {
    says: 'the value on 31 December',
    words: [
      'fmv', 'fmv 12/31', 'fmv @ 12/31', '12/31 value', 'value 12/31', 'year-end value', 'ye value', 'year end balance', 'market value 12/31',
      'ending balance', 'balance 12/31', 'dec 31 balance', '5498 box 5', 'box 5 fmv', 'left over', 'trad ira balance',
      'value of all traditional, sep and simple iras', 'line 6', 'l6', 'fair market value', 'year-end balance', 'year-end fmv', 'ye balance', '12/31',
      'value of all iras', 'value of iras', 'year-end ira value', 'ira value', 'fmv of all iras', 'fmv of iras', 'value at year end', '12/31 balance', '12/31 fmv', 'dec 31 value',
    ],
  },
  contribution_nondeductible: {
    says: 'nondeductible contributions',
    words: [
      'nondeductible', 'non-deductible', 'non deductible', 'nd contribution', 'non-ded', 'nondeductible contribution', 'after-tax ira',
      'after tax contribution', 'put in', 'contribution (non-ded)', '8606 line 1', 'line 1', 'l1', 'nonded', 'non-deductible contribution',
      'nondeductible contributions', 'non-deductible contributions', 'after-tax contributions', 'nondeductible ira contribution',
      'nondeductible contributions to traditional iras', 'contribution (nondeductible)', 'contributions (nondeductible)', 'contribution (non-deductible)',
      'contributions (non-deductible)', 'ira contribution (nondeductible)', 'nondeductible contrib', 'non-deductible contrib', 'nd contrib', 'after-tax contrib',
    ],
  },
  contribution_total: {
    says: 'contributions, deductible or not',
    words: ['ira contribution', 'trad ira contribution', 'contributed', '5498 box 1', 'box 1 ira contr.', 'contribution', 'contributions', 'ira contributions', 'contrib', 'contribs', 'ira contrib', '5498 contrib', '5498 contribution'],
  },
  deduction_taken: {
    says: 'what was deducted',
    words: ['deducted', 'ira deduction', 'deduction on 1040', 'schedule 1 line 20', 'deductible portion', 'deduction', 'deduction taken', 'amount deducted', 'deducted on 1040', 'deducted on return'],
  },
  contribution_date: {
    says: 'the date of the contribution',
    words: [
      'date in', 'date contributed', 'contribution date', 'when', 'date made', 'funded on', 'posted', 'date of contribution', 'contributed on',
      'date of deposit', 'deposit date',
    ],
  },
  made_next_year: {
    says: 'what of the contribution was made after year end',
    words: [
      'made jan-apr', 'late', 'after 12/31', 'paid in following year', 'line 4', 'l4', 'made next year', 'made after year end',
      'contributed after year end', 'made jan 1 - apr 15', 'made jan-apr of next year', 'made jan-apr next year', 'made 1/1-4/15',
    ],
  },
  converted: {
    says: 'what was converted to Roth',
    words: [
      'converted', 'conversion', 'roth conversion', 'converted to roth', 'moved to roth', 'to roth', '5498 box 3', 'line 8', 'l8', 'net converted',
      'backdoor', 'rolled to roth', 'conversions', 'roth conversions', 'conversion to roth', 'conversions to roth', 'converted to roth ira',
      'net amount converted', 'amount converted to roth', 'converted to roth iras', 'roth conv', 'conv to roth', 'net to roth', 'net amount to roth', 'net conversion',
    ],
  },
  conversion_date: { says: 'the date of the conversion', words: ['date out', 'date converted', 'conversion date', 'date of conversion', 'converted on'] },
  distribution_other: {
    says:
      'distributions other than conversions',
    words: [
      'distribution', 'distributions', 'withdrawal', 'withdrawn', 'cash out', 'rmd', 'other distributions', 'line 7', 'l7', 'withdrawals', 'other distribution', 'distributions other than conversions', 'distributions not converted', 'distributions taken',
    ],
  },
  basis_begin: {
    says: 'the basis at the beginning of the year',
    words: [
      'basis b/f', 'basis bop', 'basis boy', 'beginning basis', 'basis beginning of year', 'prior year basis', 'line 2', 'l2', 'basis c/f from prior year',
      'carryover basis', 'prior 8606 line 14', 'opening basis', 'basis brought forward', 'prior basis',
      'basis from prior year', 'basis from last year', 'basis from prior years', 'prior year line 14', 'basis at beginning of year', 'basis carried from prior year',
      'basis from prior 8606', 'basis from prior 8606 line 14', 'prior year 8606 line 14', 'basis per prior 8606', 'basis per prior year 8606',
    ],
  },
  basis_end: {
    says: 'the basis at the end of the year',
    words: [
      'basis', 'remaining basis', 'basis c/f', 'ending basis', 'line 14', 'l14', 'basis per filed 8606', 'closing basis', 'basis carried forward', '8606 line 14',
      'basis carried to next year', 'basis to next year', 'basis at end of year', 'basis at year end', 'carry to next year', 'line 14 per filed 8606', 'line 14 as filed', 'filed line 14', 'line 14 filed',
    ],
  },
  form_result: {
    says: 'what the form works out',
    words: [
      'line 3', 'line 5', 'line 9', 'line 10', 'line 11', 'line 12', 'line 13', 'line 15a', 'line 15b', 'line 15c', 'line 16', 'line 17', 'line 18', 'l18',
      'nontaxable', 'nontaxable portion', 'nontaxable percentage', 'tax-free portion', 'taxable', 'taxable portion', 'taxable conversion', 'taxable part of conversion',
      'pro rata', 'pro-rata %', 'pro-rata ratio', 'pro-rata percentage', 'taxable %', 'nontaxable %', 'total basis available',
    ],
  },
  rollover_to_plan: { says: 'what was rolled into an employer plan', words: ['rolled to 401(k)', 'rolled to solo 401k', 'reverse rollover', 'roll-in', 'rollover out'] },
  outstanding_rollover: { says: 'outstanding rollovers', words: ['outstanding rollover', '60-day', 'redeposited', 'in transit', 'outstanding rollovers', 'rollovers outstanding'] },
  recharacterised: {
    says: 'recharacterized contributions',
    words: ['recharacterized', 'rechar', 'recharacterisation', '5498 box 4', 'code n', 'code r', 'recharacterization', 'recharacterised'],
  },
  returned_contribution: { says: 'returned contributions', words: ['excess returned', 'return of contribution', 'removal of excess', 'corrective', 'returned'] },
  qcd: { says: 'charitable distributions', words: ['qcd', 'charitable distribution'] },
  f1099r_box1: { says: 'box 1 of Form 1099-R', words: ['box 1', 'gross distribution', '1099-r box 1', 'gross'] },
  f1099r_box2a: { says: 'box 2a of Form 1099-R', words: ['box 2a', 'taxable amount'] },
  f1099r_box2b: { says: 'box 2b of Form 1099-R', words: ['2b', 'box 2b', 'tand', 'taxable amount not determined', 'total distribution'] },
  f1099r_box5: { says: 'box 5 of Form 1099-R', words: ['box 5 (1099-r)', 'employee contributions', 'after-tax basis'] },
  f1099r_code: { says: 'the code of Form 1099-R', words: ['box 7', 'box 7 code', 'code', 'dist code', 'distribution code'] },
  f1099r_ira_box: { says: 'the IRA box of Form 1099-R', words: ['ira/sep/simple', 'ira box'] },
  roth_column: {
    says: 'something of a Roth IRA',
    words: ['roth contribution', 'roth ira contribution', 'direct roth contribution', 'roth contributions', '5498 box 10', 'roth balance', 'roth ira balance', 'roth value'],
  },
  filed: { says: 'whether Form 8606 was filed', words: ['8606?', '8606 filed', 'filed?', 'filed'] },
  source: { says: 'where a figure comes from', words: ['source', 'ref', 'support', 'w/p ref', 'tick', 'pbc', 'tickmark'] },
  notes: { says: 'notes', words: ['notes', 'comment', 'comments', 'memo', 'remarks', 'note'] },
  // These are named by the words of the role that reads them: box 5 of one form is not box 5 of another.
  withheld: { says: 'the tax withheld', words: [] },
  rolled_over: { says: 'what was rolled over', words: [] },
  treatment: { says: 'what the money was', words: [] },
  type_mark: { says: 'a mark for the type of account', words: [] },
  employer_contribution: { says: 'contributions to a SEP or SIMPLE IRA', words: [] },
  postponed: { says: 'a late or postponed contribution', words: [] },
  postponed_year: { says: 'the year of a postponed contribution', words: [] },
  postponed_code: { says: 'the code of a postponed contribution', words: [] },
  direction: { says: 'from which kind of IRA to which', words: [] },
  date_moved: { says: 'the date of the recharacterization', words: [] },
  money_in: { says: 'money that came in', words: [] },
  money_out: { says: 'money that went out', words: [] },
  running_balance: { says: 'the balance after each row', words: [] },
  repaid: { says: 'what was repaid', words: [] },
  date_distributed: { says: 'the date of the distribution', words: [] },
  date_repaid: { says: 'the date of the repayment', words: [] },
  date: { says: 'a date', words: ['date', 'transaction date', 'trade date', 'settlement date', 'date posted'] },
  amount: { says: 'the amounts', words: ['amount', 'amt', 'value', 'balance', '$', 'dollars', 'market value', 'account value', 'current value', 'total value'] },
} as const satisfies Record<string, { readonly says: string; readonly words: readonly string[] }>;

export type Concept = keyof typeof vocabulary;
export const concepts = Object.keys(vocabulary) as Concept[];

const describing: readonly Concept[] = [
  'tax_year', 'owner', 'institution', 'account_number', 'account_type', 'contribution_date', 'conversion_date', 'f1099r_code', 'f1099r_ira_box', 'f1099r_box2b',
  'filed', 'source', 'notes', 'date', 'treatment', 'type_mark', 'postponed_year', 'postponed_code', 'direction', 'date_moved', 'date_distributed', 'date_repaid',
];

/** Whether a column holds money, or may: only what is known to describe a row does not. */
export const mayHoldMoney = (concept: Concept | null): boolean => concept === null || !describing.includes(concept);

export interface HeaderWords {
  readonly concept: Concept | null;
  /** The one year that the header names; null where it names none or several. */
  readonly year: number | null;
  /** Whose the amounts are, where the header says so. */
  readonly owner?: NamedOwner;
  /** The account whose values the header names: "SEP-IRA value 12/31". */
  readonly account?: string;
}

/** What the words of a header say, to a reader. */
export type WordsOf = (text: string) => HeaderWords;

/** Words that may stand beside a header's own words without changing what the column holds. "Roth" and "total" may not. */
const neutral = new Set(
  ('ira iras trad traditional amount amt of for in at on as to the my made usd us dollars 12 31 31st dec december year your our form 8606 all').split(' '),
);

const units = /\(?\b(?:in |whole )?(?:\$ ?)?(?:thousands?|000'?s?|whole dollars?|dollars?)\b\)?|\(?(?:in |whole )\$\)?|\(\$\)|\(?\$ ?000'?s?\)?/gu;

/** Whether words say that amounts are in thousands, so that 7 means 7,000. */
export const saysThousands = (text: string): boolean => /\bthousands?\b|(?<![\d,.])000'?s?\b/iu.test(tidy(text));

/** Whether a text says nothing but the unit of the amounts: "(whole $)", "in 000s". */
export const saysOnlyUnits = (text: string): boolean => {
  const plain = tidy(text).toLowerCase();
  return plain !== '' && (plain.replace(units, '').trim() === '' || /^\(?(?:us ?)?(?:\$|usd)\)?$/u.test(plain));
};

/** What a header cell says its column holds. Words that it does not know leave it unknown: they may change everything. */
export function headerWords(text: string): HeaderWords {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const words = wordsOfHeader(text);
  remembered.set(text, words);
  return words;
}

/** The same headers are looked at many times while a header is searched for. */
const remembered = new Map<string, HeaderWords>();
const MOST_REMEMBERED = 1_000;

function wordsOfHeader(text: string): HeaderWords {
  const plain = tidy(text).toLowerCase().replace(units, ' ');
  const years = [...new Set([...datesIn(plain).map((date) => date.year), ...yearsIn(plain)])];
  const year = years.length === 1 ? years[0] ?? null : null;
  const tokens = tokensOf(plain.replace(/\b(12|dec(?:ember)?\.?)[ /-]31(?:st)?(?:,? ?[/-]?'?(?:\d{4}|\d{2}))?\b/gu, '$1 31').replace(/\b(?:[tf]y ?'?\d{2}|(?:19|20)\d{2})\b/gu, ' '));
  const words = tokens.join(' ');
  if (words === '' && /\$|\bdollars?\b/iu.test(text)) return { concept: 'amount', year };
  const concept = conceptOf(tokens) ?? conceptOfFormWords(plain);
  if (concept === 'tax_year' && years.length > 0) return { concept: null, year };
  if (concept !== null) return { concept: concept === 'amount' && saysYearEnd(words) ? 'fmv_year_end' : concept, year };
  return ofSomebody(plain, year) ?? ofAnAccount(tokens, year) ?? { concept, year };
}

export const says = (concept: Concept): string => vocabulary[concept].says;

const saysYearEnd = (words: string): boolean => /\b(?:12|dec|december) 31\b|\byear end\b|\bye\b/u.test(words);

/** "Spouse contributions", "FMV 12/31 (T)", or the person alone above amounts. */
function ofSomebody(plain: string, year: number | null): HeaderWords | null {
  const named = ownerIn(plain);
  if (named === null) return null;
  if (tokensOf(named.rest).length === 0) return { concept: 'amount', year, owner: named.owner };
  const { concept } = headerWords(named.rest);
  return concept === null ? null : { concept, year, owner: named.owner };
}

/** Values on 31 December under the name of one account: it is classified as the accounts of a list are. */
function ofAnAccount(tokens: readonly string[], year: number | null): HeaderWords | null {
  if (!saysYearEnd(tokens.join(' ')) || tokens.some((word) => /^(?:total|sum|combined|joint)$/u.test(word))) return null;
  const account = tokens.filter((word) => !valueWords.has(word)).join(' ');
  return account === '' || classifyAccount(account).verdict === 'ask' ? null : { concept: 'fmv_year_end', year, account };
}

const valueWords = new Set('fmv fair market value values balance ye year end 12 31 31st dec december at of on as the'.split(' '));

/** The kind of a header of which every word belongs to it or changes nothing; null where two kinds would do as well. */
function conceptOf(tokens: readonly string[]): Concept | null {
  const exact = byWords.get(tokens.join(' '));
  if (exact !== undefined) return exact;
  const plain = tokens.filter((word) => word !== 'the' && word !== 'my');
  const own = new Map<Concept, boolean[]>();
  plain.forEach((first, at) => {
    for (const { concept, words } of byFirstWord.get(first) ?? []) {
      if (!words.every((word, offset) => plain[at + offset] === word)) continue;
      const covered = own.get(concept) ?? plain.map(() => false);
      own.set(concept, covered.fill(true, at, at + words.length));
    }
  });
  let best: { concept: Concept | null; covered: number } = { concept: null, covered: 0 };
  for (const [concept, covered] of own) {
    const number = covered.filter((is) => is).length;
    if (!plain.every((word, index) => covered[index] === true || neutral.has(word)) || number < best.covered) continue;
    best = number > best.covered ? { concept, covered: number } : { concept: null, covered: number };
  }
  return best.concept;
}

const synonyms = concepts.flatMap((concept) => vocabulary[concept].words.map((words) => ({ concept, words: tokensOf(words) })).filter(({ words }) => words.length > 0));
const byWords = new Map<string, Concept>(synonyms.map(({ concept, words }) => [words.join(' '), concept]));
const byFirstWord = new Map<string, { readonly concept: Concept; readonly words: readonly string[] }[]>();
for (const synonym of synonyms) {
  const first = synonym.words[0] ?? '';
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), synonym]);
}
