import { Refusal } from '../engine/refusal';
import type { Layout } from '../worksheet/layout';

/** The titles that a tab can have got: its own, or with a number where another sheet had taken it. */
export const candidateTitles = (title: string): readonly string[] => [title, ...[2, 3, 4, 5].map((number) => `${title} (${number})`)];

/** @param taken the titles of the workbook's sheets, in lower case. */
export const freeTitle = (title: string, taken: ReadonlySet<string>): string => {
  const free = candidateTitles(title).find((candidate) => !taken.has(candidate.toLowerCase()));
  if (free) return free;
  throw new Refusal('CONTRADICTION', 'sheet name', title, 'a free name',
    `The names ${candidateTitles(title).map((candidate) => `"${candidate}"`).join(', ')} are all taken by other sheets. Rename one of them, then build again.`);
};

/** Marks the tabs of one build: the same plan on the same workbook gives the same mark, so that builds can be compared. */
export const buildIdOf = (layouts: readonly Layout[]): string => {
  const text = JSON.stringify(layouts);
  let hash = 2166136261;
  // By index: taking a text of this length apart into characters is what a build would spend most of its time on.
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return (hash >>> 0).toString(16).padStart(8, '0');
};
