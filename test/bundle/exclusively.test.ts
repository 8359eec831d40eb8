import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { exclusively } = jest.requireActual<{
  exclusively<T>(lock: string, patience: number, work: () => Promise<T>): Promise<T>;
}>('../../src/bundle/exclusively.cjs');

const LONG = 60_000;

describe('Work under a lock', () => {
  let folder: string;
  let lock: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ira-basis-lock-'));
    lock = path.join(folder, 'lock');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is done by one at a time, in full', async () => {
    const steps: string[] = [];
    const work = (name: string) =>
      exclusively(lock, LONG, async () => {
        steps.push(`${name} begins`);
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
        steps.push(`${name} ends`);
      });
    await Promise.all([work('one'), work('two')]);
    expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('gives the lock back when the work fails, and says why it failed', async () => {
    await expect(exclusively(lock, LONG, () => Promise.reject(new Error('no such entry')))).rejects.toThrow('no such entry');
    expect(existsSync(lock)).toBe(false);
  });

  it('goes on where the holder of the lock has died', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(lock, String(pid));
    await expect(exclusively(lock, 0, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('gives up with a sentence when a living holder keeps the lock', async () => {
    writeFileSync(lock, String(process.pid));
    await expect(exclusively(lock, 0, () => Promise.resolve())).rejects.toThrow(
      /Another build has held .*lock for 0 seconds; if none is running, delete that file\./,
    );
  });
});
