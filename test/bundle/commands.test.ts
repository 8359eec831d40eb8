import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { project, sourcesOf } from '../repository/sources';

/** Runs a module in a Node process of its own. */
const run = (module: string) =>
  spawnSync(process.execPath, ['--input-type=module', '-e', module], { cwd: project, encoding: 'utf8' });

const addressOf = (file: string): string => pathToFileURL(path.join(project, file)).href;

describe('The commands of package.json', () => {
  it('find every name that they import: Node reads the exports of a .cjs file without running it, and misses some spellings', () => {
    const imports = sourcesOf('src')
      .filter(({ file }) => file.endsWith('.mjs'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/^import \{([^}]+)\} from '(\.[^']+)'/gm)].map(([, names = '', from = '']) => {
          const target = addressOf(path.posix.join(path.posix.dirname(file), from));
          return `await import('data:text/javascript,' + encodeURIComponent(\`import {${names}} from "${target}";\`));`;
        }),
      );
    expect(imports.length).toBeGreaterThan(0);
    expect(run(imports.join('\n'))).toMatchObject({ status: 0, stderr: '' });
  });

  it('say where Excel is not to be had, and what to use instead: npm run excel', () => {
    const elsewhere = "Object.defineProperty(process, 'platform', { value: 'linux' });";
    const { status, stdout, stderr } = run(`${elsewhere} await import('${addressOf('src/office/sideload.mjs')}');`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^Excel runs on Windows, on the Mac and on the web, not on this machine\. Use `npm start` .*upload its dist\/manifest\.xml/,
    );
  });
});
