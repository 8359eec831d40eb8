import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { folders, scriptFolders } from './folders';
import { filesIn, project, sourcesOf, type Source } from './sources';
import { exportFaults, introductionFault, leftoverFaults } from './tidy';

const textAt = (file: string): string => readFileSync(path.join(project, file), 'utf8');

/** Every text that belongs to the project: its top level, .ci, src and test; images and installed packages are none. */
function texts(): readonly Source[] {
  const top = readdirSync(project, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  return [...top, ...['.ci', 'src', 'test'].flatMap(filesIn)].map((file) => ({ file, text: textAt(file) }));
}

/** README.md, or the comment with which index.ts opens. */
function introductionOf(folder: string): string | undefined {
  if (existsSync(path.join(project, 'src', folder, 'README.md'))) return textAt(`src/${folder}/README.md`);
  if (!existsSync(path.join(project, 'src', folder, 'index.ts'))) return undefined;
  return /^\s*\/\*\*[\s\S]*?\*\//.exec(textAt(`src/${folder}/index.ts`))?.[0];
}

/** By the table: whose row names this folder, wholly or a file of it. */
function importersOf(folder: string): readonly string[] {
  const whole = Object.entries(folders).filter(([, { imports }]) =>
    imports.some((name) => name === folder || name.startsWith(`${folder}/`)),
  );
  const scripts = Object.entries(scriptFolders).filter(([, imports]) => imports.includes(folder));
  return [...new Set([...whole, ...scripts].map(([name]) => name.split('/')[0] ?? ''))].filter((name) => name !== folder);
}

describe('The project', () => {
  it('holds no note for later and no host of a package registry', () => {
    expect(leftoverFaults(texts())).toEqual([]);
  });

  it('exports everything under its name', () => {
    expect(exportFaults(sourcesOf('src'))).toEqual([]);
  });

  it('says in every folder of src/ who may import it', () => {
    const present = readdirSync(path.join(project, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(present.flatMap((folder) => introductionFault(folder, introductionOf(folder), importersOf(folder)))).toEqual([]);
  });

  it('shows the table of who may import whom in src/README.md as it is', () => {
    const shown = [...textAt('src/README.md').matchAll(/^\| `([^`]+)` \|([^|]*)\|([^|]*)\|/gm)].map(
      ([, name = '', imports = '', packages = '']) => ({
        name,
        imports: [...imports.matchAll(/`([^`]+)`/g)].map(([, folder]) => folder),
        packages: [...packages.matchAll(/`([^`]+)`/g)].map(([, used]) => used),
      }),
    );
    expect(shown).toEqual(Object.entries(folders).map(([name, { imports, packages }]) => ({ name, imports, packages })));
  });
});

describe('Untidiness is told', () => {
  it.each([
    ['// TO' + 'DO: later', 'holds a note for later'],
    ['// FIX' + 'ME', 'holds a note for later'],
    ['"resolved": "https://registry.' + 'example.org/a.tgz"', 'names the host of a package registry'],
    ['see www.npmjs' + '.com', 'names the host of a package registry'],
  ])('%s', (line, sentence) => {
    expect(leftoverFaults([{ file: 'a.ts', text: `const a = 1;\n${line}` }])).toEqual([
      expect.stringContaining(`a.ts, line 2, ${sentence}`),
    ]);
  });

  it.each([
    'export default 1;',
    'export default function line() {}',
    'export default class Line {}',
    'const a = 1; export { a as default };',
    "export { default } from './a';",
  ])('%s', (text) => {
    expect(exportFaults([{ file: 'src/a.ts', text }])).toEqual(['src/a.ts has a default export; export it under its name.']);
  });

  it("but not an import of a package's default, nor a named export", () => {
    expect(
      exportFaults([{ file: 'src/a.ts', text: "import React from 'react'; export const a = React; export { a as b };" }]),
    ).toEqual([]);
  });

  it('of a folder that says nothing about who may import it', () => {
    expect(introductionFault('law', undefined, ['engine'])).toEqual([
      expect.stringContaining('src/law says nowhere who "may import it"'),
    ]);
    expect(introductionFault('law', '# law\nAmounts.', ['engine'])).toEqual([
      expect.stringContaining('By the table: `engine`.'),
    ]);
  });

  it('of a folder that names others than the table does', () => {
    expect(introductionFault('law', 'Amounts. `engine` and\n`book` may import it.', ['engine', 'rules'])).toEqual([
      'src/law says "`engine` and `book` may import it"; by the table these may: `engine`, `rules`.',
    ]);
    expect(introductionFault('law', 'Amounts. `rules` and `engine` may import it.', ['engine', 'rules'])).toEqual([]);
  });
});
