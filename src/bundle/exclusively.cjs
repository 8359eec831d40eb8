/** One build at a time: two commands started together would otherwise clear each other's files away while reading them. */
const { closeSync, openSync, readFileSync, rmSync, writeSync } = require('node:fs');
const { setTimeout: wait } = require('node:timers/promises');

const PAUSE = 200;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // it lives, and belongs to somebody else
  }
}

/** Makes the lock file with our process number in it; false where another process holds it. */
function taken(lock) {
  try {
    const file = openSync(lock, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** The process that holds the lock, or undefined where it was given back meanwhile or is not written yet. */
function holder(lock) {
  try {
    return Number.parseInt(readFileSync(lock, 'utf8'), 10) || undefined;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  }
}

/** Does the work while no other process holds the lock file; waits up to `patience` milliseconds for it. */
async function exclusively(lock, patience, work) {
  const until = Date.now() + patience;
  while (!taken(lock)) {
    const pid = holder(lock);
    if (pid !== undefined && !isAlive(pid)) rmSync(lock, { force: true });
    else if (Date.now() > until)
      throw new Error(
        `Another build has held ${lock} for ${patience / 1000} seconds; if none is running, delete that file.`,
      );
    else await wait(PAUSE);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

module.exports = { exclusively };
