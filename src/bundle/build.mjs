/**
 * `npm run build [-- --base https://...]`: dist/ (what is deployed, manifest included) and build/ (what runs here).
 * `--if-stale` builds only what is older than its sources. Messages go to standard error, so that a command which builds
 * first keeps its own output clean.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './compile.cjs';
import { exclusively } from './exclusively.cjs';
import { isFresh } from './fresh.cjs';
import { project } from './places.cjs';

const TEN_MINUTES = 600_000;

try {
  const { values } = parseArgs({ options: { base: { type: 'string' }, 'if-stale': { type: 'boolean', default: false } } });
  await exclusively(path.join(project, 'node_modules', '.ira-basis-build'), TEN_MINUTES, async () => {
    if (values['if-stale'] && isFresh(project)) return;
    process.stderr.write(`${await compile(values.base)}\n`);
  });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
