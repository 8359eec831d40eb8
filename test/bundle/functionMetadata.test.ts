import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { webpack, type Compiler, type Stats, type WebpackPluginInstance } from 'webpack';

const { FunctionMetadata } = jest.requireActual<{
  FunctionMetadata: new (options: { base: string }) => WebpackPluginInstance;
}>('../../src/bundle/functionMetadata.cjs');

/** In the place of custom-functions-metadata-plugin: leaves this functions.json, or none as it does when it fails. */
const metadataOf = (metadata: object | undefined): WebpackPluginInstance => ({
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('Metadata', (compilation) => {
      if (metadata)
        compilation.emitAsset('functions.json', new compiler.webpack.sources.RawSource(JSON.stringify(metadata)));
    });
  },
});

describe('functions.json', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ira-basis-metadata-'));
    writeFileSync(path.join(folder, 'functions.js'), `
      CustomFunctions.associate('PRORATA_TAXABLE', ([[converted]], [[basis]], [[value]]) => value / 8 + 0.25);
      CustomFunctions.associate('FORM8606_LINE', ([[line]]) => Number(line) * 1001);`);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const buildWith = (metadata: object | undefined): Promise<Stats | undefined> =>
    new Promise((resolve, reject) => {
      webpack(
        {
          mode: 'none',
          entry: { functions: path.join(folder, 'functions.js') },
          output: { path: path.join(folder, 'dist') },
          plugins: [metadataOf(metadata), new FunctionMetadata({ base: 'https://addins.example.com' })],
        },
        (error, stats) => (error ? reject(error) : resolve(stats)),
      );
    });

  const room = {
    id: 'ROOM',
    name: 'ROOM',
    description: 'What is left <for now>.',
    parameters: [
      { name: 'year', description: 'The tax year.', type: 'any' },
      { name: 'age', description: 'Age & no more.', type: 'any', optional: true },
    ],
  };

  it('hands errors in arguments to the functions, so that they can name the cell, and keeps what was there', async () => {
    expect((await buildWith({ allowCustomDataForDataTypeAny: true, functions: [room] }))?.hasErrors()).toBe(false);
    expect(JSON.parse(readFileSync(path.join(folder, 'dist', 'functions.json'), 'utf8'))).toEqual({
      allowCustomDataForDataTypeAny: true,
      allowErrorForDataTypeAny: true,
      functions: [{ ...room, helpUrl: 'https://addins.example.com/help.html#room' }],
    });
  });

  it('makes the help page: a section under the anchor of each function, with its arguments', async () => {
    await buildWith({ functions: [room] });
    const page = readFileSync(path.join(folder, 'dist', 'help.html'), 'utf8');
    expect(page).toContain('<section id="room"');
    expect(page).toContain('=BASIS.ROOM(year, [age])');
    expect(page).toContain('What is left &lt;for now&gt;.');
    expect(page).toContain('<th scope="row">age</th><td>may be left out</td><td>Age &amp; no more.</td>');
    expect(page).toContain('In a workbook that counts from 1904');
  });

  it('lets the built functions work out what stands beside the figures that articles print', async () => {
    await buildWith({ functions: [room] });
    const page = readFileSync(path.join(folder, 'dist', 'help.html'), 'utf8');
    expect(page).toContain('<th scope="row">25,000</th><td>6,364</td><td>3,125.25</td><td>3,238.75</td>');
    expect(page.replace(/\s+/gu, ' ')).toContain('it is 17,017 (Form 8606, line 17); the taxable part is the rest, 18,018 (line 18)');
  });

  it.each([
    ['is missing', undefined],
    ['describes no function', { functions: [] }],
  ])('stops the build when it %s, because Excel would show #NAME? without a reason', async (_case, metadata) => {
    const stats = await buildWith(metadata);
    expect(stats?.compilation.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('functions.json describes no function'),
    ]);
  });
});
