import { tidy } from '../cells/tidy';
import { headerWords, type Concept, type WordsOf } from './vocabulary';

/** The words of one role, beside or instead of those of the vocabulary. */
export interface MoreWords {
  /** The boxes of a form by their numbers, as "Box 2a" or "2a Taxable amount" heads them. */
  readonly boxes?: Readonly<Record<string, Concept>>;
  readonly words: Readonly<Partial<Record<Concept, readonly string[]>>>;
}

/** Reads headers with the words of a role first: "box 5" is the value on Form 5498 and after-tax money on Form 1099-R. */
export function wordsWith({ boxes = {}, words }: MoreWords): WordsOf {
  const concepts = new Map(Object.entries(words).flatMap(([concept, all]) => all.map((one) => [tokensOf(one).join(' '), concept as Concept] as const)));
  return (text) => {
    const general = headerWords(text);
    const plain = tidy(text).toLowerCase();
    const tokens = tokensOf(plain.replace(/\b(?:19|20)\d{2}\b/gu, ' '));
    const box = numberOfBox(plain);
    const own = (box === null ? undefined : boxes[box]) ?? concepts.get(tokens.join(' ')) ?? concepts.get(tokens.filter((token) => !neutral.has(token)).join(' '));
    return own === undefined ? general : { concept: own, year: general.year };
  };
}

const neutral = new Set(['amount', 'amt', 'the', 'of', 'usd', 'dollars', 'irs', 'form', '1099', '1099r', '5498', 'r']);

const tokensOf = (text: string): string[] => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim().split(' ').filter((word) => word !== '');

/** "Box 2a", "Bx. 13 a", or a number that begins the header and has words behind it. */
const numberOfBox = (text: string): string | null => {
  const [, named] = /\b(?:box|bx)[.:# ]*(\d{1,2} ?[a-d]?)(?![\p{L}\p{N}])/u.exec(text) ?? [];
  const [, leading] = /^(\d{1,2}[a-d]?)[.:) -]+(?=\p{L})/u.exec(text) ?? [];
  // "3 Capital gain (included in box 2a)" is box 3.
  return (leading ?? named)?.replace(' ', '') ?? null;
};
