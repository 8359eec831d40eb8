import type { Truth } from '../engine/words';
import type { WordsField } from './planner';
import { whichever } from './wording';

/** As long as a line of words may be that runs on over the empty cells after it. */
const MOST = 84;

/** Words as lines of a page. */
const lines = (text: string): readonly string[] => text.split(' ').reduce<readonly string[]>((so, word) => {
  const last = so.at(-1);
  return last !== undefined && last.length + 1 + word.length <= MOST ? [...so.slice(0, -1), `${last} ${word}`] : [...so, word];
}, []);

/** A result in words that may take several lines: a field for each, in rows below one another. */
export const sentence = (
  id: string, label: string, cases: readonly (readonly [condition: Truth, says: string])[], otherwise: string,
): readonly WordsField[] => {
  const broken = cases.map(([condition, says]) => [condition, lines(says)] as const);
  const rest = lines(otherwise);
  const longest = Math.max(rest.length, ...broken.map(([, said]) => said.length));
  return Array.from({ length: longest }, (_, line): WordsField => ({
    field: 'words',
    id: line === 0 ? id : `${id}, line ${line + 1}`,
    label: line === 0 ? label : '',
    result: true,
    is: whichever(broken.map(([condition, said]) => [condition, said[line] ?? ''] as const), rest[line] ?? ''),
    ...(line === 0 ? {} : { continues: true as const }),
  }));
};
