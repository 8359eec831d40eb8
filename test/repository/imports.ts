/** Holds sources to the table of folders.ts: a sentence for each import or mention that it does not allow. */
import path from 'node:path';
import { folders, saysExcelRun, scriptFolders } from './folders';
import { importsOf, mentionsOf, type Source } from './sources';

const isScript = (file: string): boolean => /\.(mjs|cjs)$/.test(file);

/** The row of the table under which a file of src/ stands: the longest that fits, for a folder within a folder. */
export function folderOf(file: string): string {
  const inSource = file.replace(/^src\//, '');
  const named = Object.keys(folders)
    .filter((folder) => inSource.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
  return named ?? inSource.split('/')[0] ?? '';
}

/** The file that a relative import means, among these files; undefined where there is none. */
export function fileMeant(importer: string, from: string, files: ReadonlySet<string>): string | undefined {
  const target = path.posix.join(path.posix.dirname(importer), from);
  return [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`, `${target}/index.tsx`].find((file) =>
    files.has(file),
  );
}

const packageOf = (from: string): string =>
  from.startsWith('node:')
    ? 'node:'
    : from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/');

function isAllowedPackage(from: string, allowed: readonly string[]): boolean {
  const name = packageOf(from);
  return allowed.some(
    (entry) => name === entry || (entry.startsWith('@') && !entry.includes('/') && name.startsWith(`${entry}/`)),
  );
}

function importFaults(source: Source, files: ReadonlySet<string>): readonly string[] {
  const here = folderOf(source.file);
  const script = isScript(source.file);
  return importsOf(source).flatMap(({ from }) => {
    if (!from.startsWith('.')) {
      const packages = folders[here]?.packages ?? [];
      return script || isAllowedPackage(from, packages)
        ? []
        : [`${source.file} imports ${from}; ${here} may import ${packages.join(', ') || 'no package'}.`];
    }
    const target = fileMeant(source.file, from, files);
    if (target === undefined) {
      const outside = path.posix.join(path.posix.dirname(source.file), from);
      return script && !outside.startsWith('src/')
        ? []
        : [`${source.file} imports ${from}, and there is no such file in src/.`];
    }
    if (isScript(target) !== script) {
      return [`${source.file} imports ${target}; TypeScript and the plain scripts do not import one another.`];
    }
    const there = folderOf(target);
    const allowed = script ? (scriptFolders[here] ?? []) : (folders[here]?.imports ?? []);
    const file = target.replace(/^src\//, '').replace(/\.\w+$/, '');
    if (there === here || allowed.includes(there) || allowed.includes(file)) return [];
    return [`${source.file} imports ${target}; ${here} may import ${allowed.join(', ') || 'nothing of ours'}.`];
  });
}

function mentionFaults(source: Source): readonly string[] {
  if (isScript(source.file)) return [];
  const here = folderOf(source.file);
  const mentions = mentionsOf(source);
  return [
    ...(folders[here]?.never ?? [])
      .filter((name) => mentions.has(name))
      .map((name) => `${source.file} mentions ${name}, which ${here} does without.`),
    ...(mentions.has('Excel.run') && here !== saysExcelRun
      ? [`${source.file} says Excel.run; only ${saysExcelRun} does.`]
      : []),
  ];
}

/** A sentence for each folder, import or mention that the table does not allow. Files are named from the project's folder. */
export function tableFaults(sources: readonly Source[]): readonly string[] {
  const files = new Set(sources.map(({ file }) => file));
  return sources.flatMap((source) => {
    const here = folderOf(source.file);
    const known = isScript(source.file) ? here in scriptFolders : here in folders;
    return known
      ? [...importFaults(source, files), ...mentionFaults(source)]
      : [`${source.file} stands in ${here}, which the table of test/repository/folders.ts does not name.`];
  });
}

/** What each file imports of ours, types left out where only what runs counts. */
function edges(sources: readonly Source[], withTypes: boolean): ReadonlyMap<string, readonly string[]> {
  const files = new Set(sources.map(({ file }) => file));
  return new Map(
    sources.map((source) => [
      source.file,
      importsOf(source)
        .filter(({ from, typesOnly }) => from.startsWith('.') && (withTypes || !typesOnly))
        .map(({ from }) => fileMeant(source.file, from, files))
        .filter((file) => file !== undefined),
    ]),
  );
}

/** The files from one to another along imports, both included; undefined where there is no way. */
function wayBetween(from: string, to: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  for (const file of cameFrom.keys()) {
    if (file === to) {
      const way: string[] = [];
      for (let step: string | undefined = file; step !== undefined; step = cameFrom.get(step)) way.unshift(step);
      return way;
    }
    (next.get(file) ?? []).filter((imported) => !cameFrom.has(imported)).forEach((imported) => cameFrom.set(imported, file));
  }
  return undefined;
}

/**
 * A sentence for each import of another folder that leads back to where it came from. Within a folder files may need one
 * another (a range its worksheet, a worksheet its ranges); between folders the arrows would mean nothing then.
 */
export function ringFaults(sources: readonly Source[]): readonly string[] {
  const next = edges(sources, false);
  return [...next].flatMap(([file, imported]) =>
    imported
      .filter((other) => folderOf(other) !== folderOf(file))
      .flatMap((other) => {
        const back = wayBetween(other, file, next);
        return back ? [`${file} is imported by what it imports: ${[file, ...back].join(' -> ')}.`] : [];
      }),
  );
}

/** A sentence for each file that no entry reaches, and for each entry that is not there. */
export function unusedFaults(sources: readonly Source[], entries: readonly string[]): readonly string[] {
  const next = edges(sources, true);
  const reached = new Set<string>();
  const walk = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    (next.get(file) ?? []).forEach(walk);
  };
  entries.forEach(walk);
  return [
    ...entries.filter((entry) => !next.has(entry)).map((entry) => `The entry ${entry} does not exist.`),
    ...sources.filter(({ file }) => !reached.has(file)).map(({ file }) => `${file} is imported by nobody that runs.`),
  ];
}
