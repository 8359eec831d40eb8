import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { built, editions, iconPath, iconSizes, manifestFaults, project } from '../manifest/tools';

const dist = path.join(project, 'dist');
if (!existsSync(path.join(dist, built.page)))
  throw new Error('There is no dist/ to judge; run `npm run build` first (`npm test` does).');

const textOf = (file: string): string => readFileSync(path.join(dist, file), 'utf8');
const fileAt = (file: string): Buffer | undefined =>
  existsSync(path.join(dist, file)) ? readFileSync(path.join(dist, file)) : undefined;
const page = textOf(built.page);
const scripts = readdirSync(dist).filter((file) => file.endsWith('.js'));

/** What a release was built for: its manifest's start page says it. */
const base =
  /<SourceLocation DefaultValue="(https:.*)\/taskpane\.html"/.exec(textOf(built.manifest))?.[1]?.replaceAll('&amp;', '&') ??
  '';
const { version } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as { version: string };

describe('What is deployed', () => {
  it('holds the page, its scripts, the functions, help, the manifest, the icons and the notices of licences, and nothing else', () => {
    const expected = [
      built.page,
      built.functionsScript,
      'actions.js',
      'taskpane.js',
      built.functionsMetadata,
      built.helpPage,
      built.manifest,
      'assets',
    ];
    const found = readdirSync(dist).filter((file) => !/^\d+\.js$/.test(file) && !file.endsWith('.LICENSE.txt'));
    expect(found.sort()).toEqual([...expected].sort());
    expect(readdirSync(path.join(dist, built.icons)).sort()).toEqual(
      iconSizes.map((size) => path.basename(iconPath(size))).sort(),
    );
  });

  it('has a manifest without a fault, over the files that are really there', () => {
    expect(manifestFaults(textOf(built.manifest), { edition: editions.production, version, base, fileAt })).toEqual([]);
  });

  it('has a development twin without a fault, in build/', () => {
    const twin = readFileSync(path.join(project, 'build', built.developmentManifest), 'utf8');
    expect(manifestFaults(twin, { edition: editions.development, version, base: 'https://localhost:3000', fileAt })).toEqual(
      [],
    );
  });
});

describe('The page that Excel loads', () => {
  it('loads Office.js, then the functions, the actions and the pane, one after the other, before its body', () => {
    const [head] = page.split('</head>');
    expect([...page.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes?.trim())).toEqual([
      'src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"',
      'src="functions.js"',
      'src="actions.js"',
      'src="taskpane.js"',
    ]);
    expect(head?.match(/<script/g)).toHaveLength(4);
  });

  it('has no script and no handler of its own inside', () => {
    expect([...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, inside]) => inside)).toEqual(['', '', '', '']);
    expect(page).not.toMatch(/<[^>]*\son\w+=/);
    expect(page).not.toMatch(/javascript:/i);
  });
});

describe('The built scripts', () => {
  const forbidden: readonly (readonly [what: string, found: RegExp])[] = [
    ['eval', /\beval\s*\(/],
    ['code made from text', /\bnew Function\b|\bFunction\s*\(\s*["'`]/],
    ['a request', /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bimportScripts\s*\(/],
    ['paths of the machine that built them', /node_modules|webpack:\/\/|sourceMappingURL/],
  ];

  it.each(scripts.flatMap((script) => forbidden.map(([what, found]) => [script, what, found] as const)))(
    '%s holds no %s',
    (script, _what, found) => {
      expect(found.exec(textOf(script))?.[0]).toBeUndefined();
    },
  );

  it.each([
    ['eval', 'x=eval("1")'],
    ['code made from text', 'new Function("return this")()'],
    ['code made from text', 'Function("return this")()'],
    ['a request', 'fetch("https://example.com")'],
    ['a request', 'new XMLHttpRequest'],
    ['paths of the machine that built them', '// ./node_modules/decimal.js'],
  ])('would be caught holding %s: %s', (what, text) => {
    expect(forbidden.filter(([, found]) => found.test(text)).map(([name]) => name)).toEqual([what]);
  });
});

describe('The functions as Excel reads them', () => {
  interface Metadata {
    readonly allowErrorForDataTypeAny: boolean;
    readonly functions: readonly { readonly id: string; readonly helpUrl: string }[];
  }
  const metadata = JSON.parse(textOf(built.functionsMetadata)) as Metadata;

  it('are handed the errors in their arguments', () => {
    expect(metadata.allowErrorForDataTypeAny).toBe(true);
  });

  it.each(metadata.functions.map(({ id, helpUrl }) => [id, helpUrl]))(
    '%s has its help where its help address says',
    (_id, helpUrl = '') => {
      const [address, anchor] = helpUrl.split('#');
      expect(address).toBe(`${base}/${built.helpPage}`);
      expect(textOf(built.helpPage)).toContain(`<section id="${anchor}"`);
    },
  );
});
