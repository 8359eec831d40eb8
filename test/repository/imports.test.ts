import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ringFaults, tableFaults, unusedFaults } from './imports';
import { project, sourcesOf } from './sources';

const sources = sourcesOf('src');

interface Entries {
  readonly entry: Readonly<Record<string, string>>;
}
const configurations = jest.requireActual<() => readonly Entries[]>('../../webpack.config.js');

/** What is started and not imported: webpack's entries, the scripts of package.json, its configuration's own imports. */
function entries(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const built = configurations()
    .flatMap(({ entry }) => Object.values(entry))
    .map((file) => path.relative(project, file).split(path.sep).join('/'));
  const started = Object.values(scripts).flatMap((command) =>
    [...command.matchAll(/node (src\/\S+)/g)].map(([, file]) => file ?? ''),
  );
  const configured = [
    ...readFileSync(path.join(project, 'webpack.config.js'), 'utf8').matchAll(/require\('\.\/(src\/[^']+)'\)/g),
  ].map(([, file]) => file ?? '');
  const byHand = ['src/manifest/drawIcons.mjs', 'src/workbench/drawSamples.mjs'];
  return [...built, ...started, ...configured, ...byHand];
}

describe('The sources of the add-in and of its host', () => {
  it('import and mention only what the table allows', () => {
    expect(tableFaults(sources)).toEqual([]);
  });

  it('import one another in no ring between folders', () => {
    expect(ringFaults(sources)).toEqual([]);
  });

  it('are all reached from something that is started', () => {
    expect(unusedFaults(sources, entries())).toEqual([]);
  });
});

/** Sources that were never written, each with one fault: the checks above can fail. */
describe('The table is broken', () => {
  const others = [
    'law/index.ts',
    'engine/words.ts',
    'engine/decimal.ts',
    'cells/amount.ts',
    'reading/read.ts',
    'worksheet/layout.ts',
    'office/build.ts',
    'taskpane/pane.tsx',
    'package/index.ts',
    'host/index.ts',
    'host/univer/book.ts',
    'manifest/built.cjs',
    'bundle/compile.cjs',
  ].map((file) => ({ file: `src/${file}`, text: '' }));
  const faultsOf = (file: string, text: string) =>
    tableFaults([...others.filter((other) => other.file !== `src/${file}`), { file: `src/${file}`, text }]);

  it.each([
    [
      'engine/term.ts',
      "import { read } from '../reading/read';",
      'src/engine/term.ts imports src/reading/read.ts; engine may import law.',
    ],
    [
      'law/index.ts',
      "import { words } from '../engine/words';",
      'src/law/index.ts imports src/engine/words.ts; law may import engine/decimal, engine/refusal.',
    ],
    [
      'forms/line.ts',
      "import type { Layout } from '../worksheet/layout';",
      'src/forms/line.ts imports src/worksheet/layout.ts; forms may import engine, law.',
    ],
    [
      'worksheet/tab.ts',
      "export * from '../office/build';",
      /^src\/worksheet\/tab\.ts imports src\/office\/build\.ts; worksheet may import reading, plan/,
    ],
    [
      'worksheet/tab.ts',
      "const pane = await import('../taskpane/pane');",
      /^src\/worksheet\/tab\.ts imports src\/taskpane\/pane\.tsx/,
    ],
    [
      'worksheet/tab.ts',
      "let tab: import('../office/build').Tab;",
      /^src\/worksheet\/tab\.ts imports src\/office\/build\.ts/,
    ],
    [
      'functions/functions.ts',
      "import { read } from '../reading/read';",
      /^src\/functions\/functions\.ts imports src\/reading\/read\.ts; functions may import cells/,
    ],
    [
      'book/main.ts',
      "import { read } from '../reading/read';",
      'src/book/main.ts imports src/reading/read.ts; book may import host, package.',
    ],
    [
      'host/model.ts',
      "const cells = require('../cells/amount');",
      'src/host/model.ts imports src/cells/amount.ts; host may import host/univer/univerBackend, package.',
    ],
    [
      'package/read.ts',
      "import { Host } from '../host';",
      'src/package/read.ts imports src/host/index.ts; package may import nothing of ours.',
    ],
    [
      'host/model.ts',
      "import { Univer } from '@univerjs/core';",
      'src/host/model.ts imports @univerjs/core; host may import @borgar/fx, @microsoft/office-js, node:.',
    ],
    [
      'rules/limit.ts',
      "import { Decimal } from 'decimal.js';",
      'src/rules/limit.ts imports decimal.js; rules may import no package.',
    ],
    [
      'cells/date.ts',
      "import { readFileSync } from 'node:fs';",
      'src/cells/date.ts imports node:fs; cells may import no package.',
    ],
    [
      'reading/read.ts',
      "import { gone } from './gone';",
      'src/reading/read.ts imports ./gone, and there is no such file in src/.',
    ],
    [
      'office/build.ts',
      "import { built } from '../manifest/built.cjs';",
      /^src\/office\/build\.ts imports src\/manifest\/built\.cjs; TypeScript and the plain scripts/,
    ],
    [
      'bundle/build.mjs',
      "import { words } from '../engine/words.ts';",
      /^src\/bundle\/build\.mjs imports src\/engine\/words\.ts; TypeScript and the plain scripts/,
    ],
    [
      'manifest/check.mjs',
      "import { compile } from '../bundle/compile.cjs';",
      'src/manifest/check.mjs imports src/bundle/compile.cjs; manifest may import nothing of ours.',
    ],
    ['newcomer/index.ts', '', /^src\/newcomer\/index\.ts stands in newcomer, which the table/],
    [
      'worksheet/tab.ts',
      'export const now = () => Date.now();',
      'src/worksheet/tab.ts mentions Date, which worksheet does without.',
    ],
    ['rules/age.ts', 'export const today = new Date();', 'src/rules/age.ts mentions Date, which rules does without.'],
    [
      'ledger/ledger.ts',
      'export const id = Math.random();',
      'src/ledger/ledger.ts mentions Math.random, which ledger does without.',
    ],
    [
      'reading/read.ts',
      'export function read(range: Excel.Range) { return range; }',
      'src/reading/read.ts mentions Excel, which reading does without.',
    ],
    ['plan/plan.ts', 'Office.onReady();', 'src/plan/plan.ts mentions Office, which plan does without.'],
    [
      'functions/functions.ts',
      'document.title = "";',
      'src/functions/functions.ts mentions document, which functions does without.',
    ],
    ['office/build.ts', 'window.alert("");', 'src/office/build.ts mentions window, which office does without.'],
    ['taskpane/pane.tsx', 'await Excel.run(async () => {});', 'src/taskpane/pane.tsx says Excel.run; only office does.'],
  ])('by %s: %s', (file, text, fault) => {
    expect(faultsOf(file, text)).toEqual([typeof fault === 'string' ? fault : expect.stringMatching(fault)]);
  });

  it.each([
    ['law/index.ts', "import { Decimal } from '../engine/decimal';"],
    ['engine/decimal.ts', "import { Decimal } from 'decimal.js';"],
    ['host/univer/book.ts', "import { Univer } from '@univerjs/core';"],
    ['host/model.ts', "import { readWorkbook } from '../package';"],
    [
      'office/sideload.mjs',
      "import { compile } from '../bundle/compile.cjs';\nimport { built } from '../manifest/built.cjs';",
    ],
    ['office/build.ts', 'await Excel.run(async () => {});'],
    ['functions/functions.ts', 'CustomFunctions.associate("A", () => 1);'],
    ['reading/read.ts', '/** Excel shows a Date. */ export const text = { Date: "Excel", document: 1 }.document;'],
  ])('not by %s: %s', (file, text) => {
    expect(faultsOf(file, text)).toEqual([]);
  });
});

describe('A ring of imports between folders', () => {
  const law = { file: 'src/law/index.ts', text: "import { Refusal } from '../engine/refusal';" };
  const refusal = (text: string) => ({ file: 'src/engine/refusal.ts', text });

  it('is told as its way round, from each folder that it leaves', () => {
    expect(
      ringFaults([law, refusal("import './words';"), { file: 'src/engine/words.ts', text: "import '../law';" }]),
    ).toEqual([
      'src/law/index.ts is imported by what it imports: src/law/index.ts -> src/engine/refusal.ts -> src/engine/words.ts -> src/law/index.ts.',
      'src/engine/words.ts is imported by what it imports: src/engine/words.ts -> src/law/index.ts -> src/engine/refusal.ts -> src/engine/words.ts.',
    ]);
  });

  it.each(["import type { lawOf } from '../law';", "import { type lawOf } from '../law';"])(
    'is not made by types, which are gone at run time: %s',
    (text) => {
      expect(ringFaults([law, refusal(text)])).toEqual([]);
    },
  );

  it('is not made within one folder', () => {
    expect(
      ringFaults([
        { file: 'src/host/range.ts', text: "import './sheet';" },
        { file: 'src/host/sheet.ts', text: "import './range';" },
      ]),
    ).toEqual([]);
  });
});

describe('A file that nobody imports', () => {
  const main = { file: 'src/book/main.ts', text: "import './used';" };
  const used = { file: 'src/book/used.ts', text: '' };

  it('is told, also when another such file imports it', () => {
    const left = { file: 'src/book/left.ts', text: "import './behind';" };
    const behind = { file: 'src/book/behind.ts', text: '' };
    expect(unusedFaults([main, used, left, behind], [main.file])).toEqual([
      'src/book/left.ts is imported by nobody that runs.',
      'src/book/behind.ts is imported by nobody that runs.',
    ]);
  });

  it('is not an entry, nor what an entry imports', () => {
    expect(unusedFaults([main, used], [main.file])).toEqual([]);
  });

  it('is told of an entry that does not exist', () => {
    expect(unusedFaults([main, used], [main.file, 'src/book/gone.ts'])).toEqual([
      'The entry src/book/gone.ts does not exist.',
    ]);
  });
});
