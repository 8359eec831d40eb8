/** Whether the built add-in is whole and no older than what it was built from. */
const { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { built } = require('../manifest/built.cjs');

/** What a build reads: a change to any of these makes dist/ and build/ stale. */
const sources = ['src', built.icons, built.samples, 'manifest.xml', 'package.json', 'tsconfig.json', 'webpack.config.js'];

/** Written last, dated with the moment at which the build began: what was edited meanwhile counts as newer. */
const stamp = 'build/built';

/** What must be there for a build to be whole. */
const outputs = [
  ...[built.page, built.functionsScript, built.functionsMetadata, built.manifest].map((file) => `dist/${file}`),
  ...[built.developmentManifest, built.commandLine, built.workbench].map((file) => `build/${file}`),
  stamp,
];

/** The newest change at or below a path, in milliseconds. Folders count: deleting or renaming a file changes its folder. */
function newest(file) {
  const found = statSync(file);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(file).map((entry) => newest(path.join(file, entry))));
}

/** Whether dist/ and build/ of this project folder can be used as they are. */
function isFresh(project) {
  if (!outputs.every((file) => existsSync(path.join(project, file)))) return false;
  const since = statSync(path.join(project, stamp)).mtimeMs;
  return sources.every((file) => newest(path.join(project, file)) < since);
}

/** From now on, until it is stamped again, the built add-in counts as stale. */
function unstamp(project) {
  rmSync(path.join(project, stamp), { force: true });
}

/** The built add-in is whole, and holds what its sources were at that moment. */
function stampAt(project, began) {
  writeFileSync(path.join(project, stamp), '');
  utimesSync(path.join(project, stamp), began, began);
}

module.exports = { isFresh, stampAt, unstamp };
