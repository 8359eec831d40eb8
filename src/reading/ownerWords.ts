import type { Person } from '../plan/plan';
import { tokensOf } from './tokens';

/** Whose something is by its words: a person's, nobody's on one form (joint, total), or somebody's whom the words do not place. */
export type NamedOwner = Person | 'ignore' | 'unknown';

const words: Readonly<Record<string, NamedOwner>> = {
  t: 'T', tp: 'T', taxpayer: 'T', self: 'T', primary: 'T', me: 'T', mine: 'T',
  s: 'S', sp: 'S', spouse: 'S', spousal: 'S', secondary: 'S',
  j: 'ignore', joint: 'ignore', both: 'ignore', combined: 'ignore', total: 'ignore', all: 'ignore',
  // Either may be the taxpayer.
  h: 'unknown', w: 'unknown', husband: 'unknown', wife: 'unknown', his: 'unknown', her: 'unknown', hers: 'unknown',
};

/** Words that stand for a person among others. Single letters may do so at the beginning or the end; a T-IRA is an account. */
const amongWords = String.raw`\b(?:tp|taxpayer|sp|spouse|joint|combined|husband|wife|his|hers)\b`;
const named = new RegExp(amongWords, 'gu');
const namedOrLettered = new RegExp(String.raw`${amongWords}|^\W*[tsj]\b(?![ -]?iras?\b)|\b[tsj]\W*$`, 'gu');

/** Whom a text names that names nobody and nothing else: "Taxpayer", "T", "Spouse's". */
export const ownerNamedBy = (text: string): NamedOwner | null => words[tokensOf(withoutPossessive(text)).join(' ')] ?? null;

/** The one person that a longer text names, and the text without the name: "Spouse contributions", "FMV 12/31 (T)". */
export const ownerIn = (text: string): OwnerAmongWords | null => ownerFound(text, namedOrLettered);

/** The same where a letter may be somebody's initial: "Priya S" is no spouse, "Priya (spouse)" is. */
export const ownerSpelledIn = (text: string): OwnerAmongWords | null => ownerFound(text, named);

interface OwnerAmongWords {
  readonly owner: NamedOwner;
  readonly rest: string;
}

function ownerFound(text: string, among: RegExp): OwnerAmongWords | null {
  const plain = withoutPossessive(text);
  const owners = [...new Set([...plain.matchAll(among)].map(([word]) => words[tokensOf(word).join('')]))];
  const [owner] = owners;
  return owners.length === 1 && owner !== undefined ? { owner, rest: plain.replace(among, ' ') } : null;
}

const withoutPossessive = (text: string): string => text.toLowerCase().replace(/\b(taxpayer|spouse|husband|wife)'?s\b/gu, '$1');
