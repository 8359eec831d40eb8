import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  built,
  developmentBase,
  developmentManifest,
  drawMark,
  editions,
  iconPath,
  iconSizes,
  manifest,
  manifestFaults,
  pngOf,
  project,
} from './tools';

/** Files as a whole build leaves them: blank scripts and pages, real icons. */
const files = new Map<string, Buffer>([
  ...[built.page, built.functionsScript, built.functionsMetadata, built.helpPage].map(
    (file) => [file, Buffer.alloc(0)] as const,
  ),
  ...iconSizes.map((size) => [iconPath(size), readFileSync(path.join(project, iconPath(size)))] as const),
]);

const context = {
  edition: editions.production,
  version: '0.1.0',
  base: developmentBase,
  fileAt: (file: string) => files.get(file),
};

/** The manifest with one thing changed; a change that changes nothing would prove nothing. */
function changed(from: string | RegExp, to: string): string {
  const text = manifest.replace(from, to);
  expect(text).not.toBe(manifest);
  return text;
}

const element = (name: string): RegExp => new RegExp(`<${name}[ >][\\s\\S]*?</${name}>\\s*`);
const without = (name: string): string => changed(element(name), '');

/** Moves an element so that it stands after another one. */
function moved(name: string, after: RegExp): string {
  const text = element(name).exec(manifest)?.[0] ?? '';
  return without(name).replace(after, (found) => `${found}${text}`);
}

describe('A manifest that can be shipped', () => {
  it('has no fault: the production manifest', () => {
    expect(manifestFaults(manifest, context)).toEqual([]);
  });

  it('has no fault: the development manifest', () => {
    expect(manifestFaults(developmentManifest(manifest), { ...context, edition: editions.development })).toEqual([]);
  });
});

describe('Each fault that Office would refuse or ignore is a sentence', () => {
  const faults: readonly (readonly [fault: string, text: () => string, sentence: RegExp])[] = [
    ['broken XML', () => changed('</OfficeApp>', ''), /not well-formed XML/],
    [
      'AllFormFactors before Runtimes',
      () => moved('Runtimes', /<\/AllFormFactors>\s*/),
      /<Runtimes> must stand before <AllFormFactors>/,
    ],
    [
      'Version after ProviderName',
      () => moved('Version', /<\/ProviderName>\s*/),
      /<Version> must stand before <ProviderName>/,
    ],
    ['Metadata before Page', () => moved('Page', /<\/Metadata>\s*/), /<Page> must stand before <Metadata>/],
    [
      'an element of another parent',
      () => changed('<GetStarted>', '<GetStarted><Label resid="Group.Label"/>'),
      /<Label> may not stand in <GetStarted>/,
    ],
    [
      'an equivalent XLL, for whose sake Excel would take the namespace out of saved formulas',
      () => changed('<Resources>', '<EquivalentAddins/><Resources>'),
      /<EquivalentAddins> may not stand in <VersionOverrides>/,
    ],
    [
      'an element twice',
      () => changed('<Permissions>', '<Permissions>ReadWriteDocument</Permissions><Permissions>'),
      /<Permissions> 2 times/,
    ],
    ['no metadata of the functions', () => without('Metadata'), /<ExtensionPoint> lacks <Metadata>/],
    ['no icon for the add-in', () => changed(/<IconUrl .*\/>/, ''), /<OfficeApp> lacks <IconUrl>/],
    ['another id', () => changed(editions.production.id, editions.development.id), /<Id> is .* must stay/],
    [
      "a version that is not the package's",
      () => changed('<Version>0.1.0.0', '<Version>0.1.1.0'),
      /<Version> is 0\.1\.1\.0; package\.json says 0\.1\.0/,
    ],
    [
      'another name',
      () => changed('DisplayName DefaultValue="IRA Basis"', 'DisplayName DefaultValue="Backdoor"'),
      /<DisplayName> is "Backdoor"/,
    ],
    ['read-only permission', () => changed('ReadWriteDocument', 'ReadDocument'), /needs ReadWriteDocument/],
    [
      'a name of 126 characters',
      () => changed('DisplayName DefaultValue="IRA Basis"', `DisplayName DefaultValue="${'n'.repeat(126)}"`),
      /<DisplayName> has 126 characters; 125 is the limit/,
    ],
    [
      'a description of 251 characters',
      () => changed(/Description DefaultValue="[^"]*"/, `Description DefaultValue="${'d'.repeat(251)}"`),
      /<Description> has 251 characters; 250 is the limit/,
    ],
    [
      'an empty description',
      () => changed(/Description DefaultValue="[^"]*"/, 'Description DefaultValue=" "'),
      /<Description> is empty/,
    ],
    [
      'a short text of 126 characters',
      () => changed('"IRA Basis is ready"', `"${'s'.repeat(126)}"`),
      /GetStarted\.Title \(ShortStrings\) has 126 characters; 125/,
    ],
    [
      'a long text of 251 characters',
      () => changed(/"Open the pane[^"]*"/, `"${'l'.repeat(251)}"`),
      /PaneButton\.Tip \(LongStrings\) has 251 characters; 250/,
    ],
    [
      'a resid of 33 characters',
      () => manifest.replaceAll('Help.Url', 'h'.repeat(33)),
      /resid "h{33}" has 33 characters; 32 is the limit/,
    ],
    [
      'an id of 33 characters',
      () => manifest.replaceAll('Help.Url', 'h'.repeat(33)),
      /the id "h{33}" has 33 characters; 32 is the limit/,
    ],
    [
      'a resid that nothing holds',
      () => changed('<LearnMoreUrl resid="Help.Url"', '<LearnMoreUrl resid="Manual.Url"'),
      /<LearnMoreUrl> cites Manual\.Url, which <Resources> does not hold/,
    ],
    [
      'a resource that nothing cites',
      () => changed('<LearnMoreUrl resid="Help.Url"', '<LearnMoreUrl resid="Pane.Url"'),
      /nothing cites the resource Help\.Url/,
    ],
    [
      'a resource of the wrong kind',
      () => changed('<Label resid="Group.Label"', '<Label resid="GetStarted.Description"'),
      /<Label> cites GetStarted\.Description of LongStrings; it needs one of ShortStrings/,
    ],
    ['an id given twice', () => changed('Image id="Icon.20"', 'Image id="Icon.16"'), /the id Icon\.16 is given twice/],
    [
      'an http address',
      () => changed('SupportUrl DefaultValue="https://', 'SupportUrl DefaultValue="http://'),
      /<SupportUrl> is "http:.*Office loads only addresses that begin with https/,
    ],
    [
      'an http address among the resources',
      () => changed('id="Help.Url" DefaultValue="https://', 'id="Help.Url" DefaultValue="http://'),
      /Help\.Url is "http:/,
    ],
    [
      'an http domain',
      () => changed('<Hosts>', '<AppDomains><AppDomain>http://example.com</AppDomain></AppDomains><Hosts>'),
      /<AppDomain> is "http:/,
    ],
    [
      'an address of another server',
      () => changed('https://localhost:3000/help.html', 'https://example.com/help.html'),
      /not below the base address https:\/\/localhost:3000\//,
    ],
    [
      'a page that is not built',
      () =>
        changed(
          'id="Help.Url" DefaultValue="https://localhost:3000/help.html',
          'id="Help.Url" DefaultValue="https://localhost:3000/manual.html',
        ),
      /the build writes no manual\.html/,
    ],
    [
      'an icon of the wrong size',
      () => changed('icon-16.png', 'icon-20.png'),
      /the icon of size 16 .*is 20 x 20 pixels; it must be 16 x 16/,
    ],
    [
      'a small IconUrl',
      () =>
        changed(
          'IconUrl DefaultValue="https://localhost:3000/assets/icons/icon-32',
          'IconUrl DefaultValue="https://localhost:3000/assets/icons/icon-24',
        ),
      /<IconUrl>.* is 24 x 24 pixels; it must be 32 x 32/,
    ],
    [
      'a small HighResolutionIconUrl',
      () => changed('icons/icon-64.png', 'icons/icon-48.png'),
      /<HighResolutionIconUrl>.* is 48 x 48 pixels; it must be 64 x 64/,
    ],
    [
      'a ribbon without its size 80',
      () => changed(/<bt:Image size="80" resid="Icon.80"\/>/, ''),
      /<Icon> lacks the size 80/,
    ],
    [
      'a runtime that ends with the call',
      () => changed('lifetime="long"', 'lifetime="short"'),
      /<Runtime> must have lifetime="long"/,
    ],
    [
      'functions on another page',
      () => changed(/<Page>\s*<SourceLocation resid="Pane.Url"/, '<Page><SourceLocation resid="Help.Url"'),
      /<Page> cites Help\.Url, and <Runtime> cites Pane\.Url/,
    ],
    [
      'a function file of its own',
      () => changed('<FunctionFile resid="Pane.Url"', '<FunctionFile resid="Help.Url"'),
      /<FunctionFile> cites Help\.Url, and <Runtime> cites Pane\.Url/,
    ],
    [
      'a button that opens another page',
      () => changed(/ShowTaskpane">\s*<SourceLocation resid="Pane.Url"/, 'ShowTaskpane"><SourceLocation resid="Help.Url"'),
      /the task pane button cites Help\.Url/,
    ],
    [
      'another start page',
      () =>
        changed(
          '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html"',
          '<SourceLocation DefaultValue="https://localhost:3000/help.html"',
        ),
      /<DefaultSettings> is .*help\.html; the build writes .*taskpane\.html/,
    ],
    [
      'a task pane id',
      () => changed('ShowTaskpane">', 'ShowTaskpane"><TaskpaneId>One</TaskpaneId>'),
      /<TaskpaneId> opens a second pane/,
    ],
    [
      'another script of functions',
      () =>
        changed(
          'Url" DefaultValue="https://localhost:3000/functions.js"',
          'Url" DefaultValue="https://localhost:3000/taskpane.html"',
        ),
      /<Script> is .*; the build writes .*functions\.js\./,
    ],
    [
      'other metadata of functions',
      () => changed('https://localhost:3000/functions.json', 'https://localhost:3000/functions.js'),
      /<Metadata> is .*functions\.js; the build writes .*functions\.json/,
    ],
    [
      'another namespace',
      () => changed('DefaultValue="BASIS"', 'DefaultValue="ROTH"'),
      /The namespace is ROTH; this manifest's is BASIS/,
    ],
    [
      'a text that tells of another namespace',
      () => changed('=BASIS.', '=ROTH.'),
      /GetStarted\.Description tells people to type =ROTH\./,
    ],
    [
      'no shared runtime among the requirements',
      () => changed(/<Set Name="SharedRuntime".*\/>/, ''),
      /lacks the set SharedRuntime/,
    ],
    [
      'no functions among the requirements',
      () => changed(/<Set Name="CustomFunctionsRuntime".*\/>/, ''),
      /lacks the set CustomFunctionsRuntime/,
    ],
  ];

  it.each(faults)('%s', (_fault, text, sentence) => {
    expect(manifestFaults(text(), context)).toContainEqual(expect.stringMatching(sentence));
  });

  it('an icon file that is missing', () => {
    const fileAt = (file: string) => (file === iconPath(96) ? undefined : files.get(file));
    expect(manifestFaults(manifest, { ...context, fileAt })).toEqual(['The icon assets/icons/icon-96.png is missing.']);
  });

  it('an icon file that is no PNG', () => {
    const fileAt = (file: string) => (file === iconPath(96) ? Buffer.from('<svg/>') : files.get(file));
    expect(manifestFaults(manifest, { ...context, fileAt })).toEqual([
      expect.stringMatching(/icon-96\.png\) is not a PNG file/),
    ]);
  });

  it('an icon file of other pixels than its name says', () => {
    const fileAt = (file: string) => (file === iconPath(96) ? pngOf(95, drawMark(95)) : files.get(file));
    expect(manifestFaults(manifest, { ...context, fileAt })).toEqual([
      expect.stringMatching(/is 95 x 95 pixels; it must be 96 x 96/),
    ]);
  });

  it('texts at the limit are no fault: 125 and 250 characters, an id of 32', () => {
    const atLimit = manifest
      .replace('"IRA Basis is ready"', `"${'s'.repeat(125)}"`)
      .replace(/"Open the pane[^"]*"/, `"${'l'.repeat(250)}"`)
      .replaceAll('Help.Url', 'h'.repeat(32));
    expect(manifestFaults(atLimit, context)).toEqual([]);
  });
});
