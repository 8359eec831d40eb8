import { tidy } from '../cells/tidy';

const nouns = [
  'amount', 'amounts', 'value', 'values', 'balance', 'balances', 'fmv', 'basis', 'conversion', 'conversions', 'converted', 'contribution',
  'contributions', 'contributed', 'distribution', 'distributions', 'distributed', 'withdrawal', 'withdrawals', 'deferral', 'deferrals',
  'match', 'compensation', 'wages', 'pay', 'salary', 'magi', 'agi', 'income', 'cap', 'nondeductible',
];

const companions = [
  'after', 'age', 'account', 'adjusted', 'and', 'at', 'backdoor', 'box', 'brought', 'carried', 'dec', 'december', 'deductible',
  'direct', 'dollars', 'earned', 'elective', 'employee', 'employer', 'end', 'fair', 'for', 'form', 'forward', 'from', 'gross', 'in', 'ira',
  'iras', 'line', 'made', 'market', 'mega', 'modified', 'my', 'net', 'next', 'non', 'of', 'on', 'opening', 'other', 'plan', 'pretax', 'pre',
  'prior', 'profit', 'roth', 'sep', 'sharing', 'simple', 'so', 'far', 'spouse', 'spouses', 'tax', 'the', 'this', 'to', 'total', 'trad',
  'traditional', 'usd', 'year', 'years', 'yr',
];

const words: ReadonlySet<string> = new Set([...nouns, ...companions]);
const heading: ReadonlySet<string> = new Set(nouns);

/**
 * Whether a text can only be the heading of a column of amounts ("Converted to Roth", "12/31 value"): every word is one
 * that headings are made of. Anything else above the amounts might be an amount gone wrong, and is not passed over.
 */
export function isHeader(cell: unknown): boolean {
  if (typeof cell !== 'string') return false;
  const parts = tidy(cell).toLowerCase().split(/[^a-z0-9]+/u).filter((part) => part !== '');
  const alphabetic = parts.filter((part) => !/^\d+$/u.test(part));
  return alphabetic.some((part) => heading.has(part)) && alphabetic.every((part) => words.has(part)) && parts.every(isWordOrYear);
}

/** Numbers in a heading are years, days, months and lines: never the size of an amount. */
const isWordOrYear = (part: string): boolean => !/^\d+$/u.test(part) || /^(?:\d{1,2}|(?:19|20)\d{2}|8606)$/u.test(part);
