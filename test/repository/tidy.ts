/** What no file of the project may hold, and what every folder of src/ must: a sentence for each fault. */
import { hasDefaultExport, type Source } from './sources';

/** Written so that this file does not hold what it looks for. */
const leftovers = [
  { found: /\b(?:TO)DO\b|\b(?:FIX)ME\b|\bX{3}\b/, sentence: 'holds a note for later; do it, or say it in the issue' },
  {
    found:
      /\bregistry\.[a-z0-9-]+\.[a-z]|\bnpmjs\.(?:org|com)\b|\byarnpkg\.com\b|\bpypi\.org\b|\bcrates\.io\b|\bartifactory\b/i,
    sentence: 'names the host of a package registry, which is a matter of each machine',
  },
];

/** Faults of texts of every kind, the package lock included. */
export function leftoverFaults(texts: readonly Source[]): readonly string[] {
  return texts.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        leftovers.filter(({ found }) => found.test(line)).map(({ sentence }) => `${file}, line ${index + 1}, ${sentence}.`),
      ),
  );
}

/** A name that is the same at both ends can be searched for and renamed; a default export has none. */
export function exportFaults(sources: readonly Source[]): readonly string[] {
  return sources
    .filter((source) => /\.tsx?$/.test(source.file) && hasDefaultExport(source))
    .map(({ file }) => `${file} has a default export; export it under its name.`);
}

/**
 * A folder says in its README.md, or in the comment that opens its index.ts, who may import it; the sentence must name
 * exactly those who may. `importers` come from the table.
 */
export function introductionFault(
  folder: string,
  introduction: string | undefined,
  importers: readonly string[],
): readonly string[] {
  const expected = [...importers].sort();
  const shown = expected.map((name) => `\`${name}\``).join(', ') || 'nobody';
  const sentence = introduction?.replace(/\s*\n\s*\*?\s*/g, ' ').match(/[^.]*\bmay import it\b/)?.[0];
  if (sentence === undefined) {
    return [
      `src/${folder} says nowhere who "may import it": in README.md, or in the comment that opens index.ts. By the table: ${shown}.`,
    ];
  }
  const named = [...sentence.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '').sort();
  return named.join() === expected.join()
    ? []
    : [`src/${folder} says "${sentence.trim()}"; by the table these may: ${shown}.`];
}
