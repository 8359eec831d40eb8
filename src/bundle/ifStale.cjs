/** For commands that need the built add-in: builds it first where it is missing or older than its sources. */
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { isFresh } = require('./fresh.cjs');
const { project } = require('./places.cjs');

const STANDARD_ERROR = 2;

/**
 * Whether the built add-in is there and up to date. The build runs in a process of its own and speaks on standard error
 * only, so that nothing it loads can print into the output of the command that needed it.
 */
function builtIfStale() {
  if (isFresh(project)) return true;
  const { status } = spawnSync(process.execPath, [path.join(__dirname, 'build.mjs'), '--if-stale'], {
    stdio: ['ignore', STANDARD_ERROR, STANDARD_ERROR],
  });
  return status === 0;
}

module.exports = { builtIfStale };
