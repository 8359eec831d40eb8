import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { isFresh, stampAt, unstamp } = jest.requireActual<{
  isFresh(project: string): boolean;
  stampAt(project: string, began: Date): void;
  unstamp(project: string): void;
}>('../../src/bundle/fresh.cjs');

const YESTERDAY = new Date('2026-01-01T00:00:00Z');
const BEGAN = new Date('2026-01-02T00:00:00Z');
const LATER = new Date('2026-01-02T00:00:01Z');

const sources = [
  'src/law/2025.ts',
  'assets/icons/icon-16.png',
  'assets/samples/account-list.xlsx',
  'manifest.xml',
  'package.json',
  'tsconfig.json',
  'webpack.config.js',
];
const outputs = [
  'dist/taskpane.html',
  'dist/functions.js',
  'dist/functions.json',
  'dist/manifest.xml',
  'build/manifest.development.xml',
  'build/book.js',
  'build/workbench/index.html',
];

describe('The built add-in', () => {
  let project: string;
  const inProject = (file: string): string => path.join(project, file);
  const date = (file: string, time: Date): void => utimesSync(inProject(file), time, time);

  beforeEach(() => {
    project = mkdtempSync(path.join(tmpdir(), 'ira-basis-fresh-'));
    for (const file of [...sources, ...outputs]) {
      mkdirSync(path.dirname(inProject(file)), { recursive: true });
      writeFileSync(inProject(file), '');
    }
    for (const file of [...sources, 'src', 'src/law', 'assets/icons', 'assets/samples']) date(file, YESTERDAY);
    stampAt(project, BEGAN);
  });

  afterEach(() => rmSync(project, { recursive: true }));

  it('is fresh when the build began after the last change of its sources', () => {
    expect(isFresh(project)).toBe(true);
  });

  it.each(sources)('is stale when %s was changed while or after it was built', (file) => {
    date(file, LATER);
    expect(isFresh(project)).toBe(false);
  });

  it('is stale when a source was changed in the very moment in which the build began', () => {
    date('src/law/2025.ts', BEGAN);
    expect(isFresh(project)).toBe(false);
  });

  it('is stale when a source was deleted, which changes its folder', () => {
    writeFileSync(inProject('src/law/2024.ts'), '');
    rmSync(inProject('src/law/2024.ts'));
    expect(statSync(inProject('src/law')).mtimeMs).toBeGreaterThan(BEGAN.getTime());
    expect(isFresh(project)).toBe(false);
  });

  it.each(outputs)('is stale without %s', (file) => {
    rmSync(inProject(file));
    expect(isFresh(project)).toBe(false);
  });

  it('is stale from the moment at which a build begins until it ends well', () => {
    unstamp(project);
    expect(isFresh(project)).toBe(false);
    stampAt(project, BEGAN);
    expect(isFresh(project)).toBe(true);
  });
});
