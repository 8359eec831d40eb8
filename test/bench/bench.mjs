/**
 * `npm run bench`: figures and ratios of the built add-in on this machine, on standard output. Nothing is judged: how fast a
 * machine is, is no fault of a change. Round trips and sizes are the same everywhere; times are the best of several runs.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { builtIfStale } from '../../src/bundle/ifStale.cjs';
import { dist, project } from '../../src/bundle/places.cjs';
import { pageFigures } from './pages.mjs';

const require = createRequire(import.meta.url);

const RUNS = 5;
const MILLISECONDS_A_RUN = 400;
const FIRST_YEAR = 1987;
const LAST_YEAR = 2100;
const ROWS_OF_A_LONG_RANGE = 10_000;
const SOURCE_ROWS = [10, 1_000, 50_000];
const CALCULATED_ROWS = [10, 1_000];

const say = (what, figure) => process.stdout.write(`${what.padEnd(78)} ${figure}\n`);
const grouped = (number) => Math.round(number).toLocaleString('en-US');

/** What functions.js associates, and how long that takes in a context of its own. */
function associated(script) {
  const functions = new Map();
  class CellError extends Error {}
  const context = vm.createContext({
    CustomFunctions: { Error: CellError, ErrorCode: {}, associate: (id, call) => functions.set(id, call) },
  });
  const began = performance.now();
  vm.runInContext(script, context, { filename: 'functions.js' });
  return { functions, milliseconds: performance.now() - began };
}

/** Calls per second: the best of several runs. */
function perSecond(call) {
  let best = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    let calls = 0;
    for (; performance.now() - began < MILLISECONDS_A_RUN; calls += 1) call(calls);
    best = Math.max(best, (calls * 1000) / (performance.now() - began));
  }
  return best;
}

function functionFigures() {
  const script = readFileSync(path.join(dist, 'functions.js'), 'utf8');
  const { functions } = associated(script);
  say('functions.js: to run it and associate all functions, ms', Math.min(...Array.from({ length: RUNS }, () => associated(script).milliseconds)).toFixed(1));

  const taxable = functions.get('PRORATA_TAXABLE');
  const exact = perSecond((at) => taxable([[7000 + (at % 1000)]], [[9000]], [[93000]], null, null, null, null));
  const places = perSecond((at) => taxable([[7000 + (at % 1000)]], [[9000]], [[93000]], null, null, 3, null));
  say('PRORATA_TAXABLE, calls per second', grouped(exact));
  say('PRORATA_TAXABLE with line 10 to 3 places, compared with unrounded', `${(places / exact).toFixed(2)} x`);
  say('ROTH_PHASEOUT, calls per second', grouped(perSecond((at) => functions.get('ROTH_PHASEOUT')(2025, 'mfj', [[236000 + (at % 9000)]], null, null, null, null, null))));

  const ledger = functions.get('LEDGER');
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => [FIRST_YEAR + at, 7000, 0, 200000 + at, 0, 7000]);
  const blank = Array.from({ length: ROWS_OF_A_LONG_RANGE - years.length }, () => [0, 0, 0, 0, 0, 0]);
  const short = perSecond(() => ledger(years, null, null, null));
  const long = perSecond(() => ledger([...years, ...blank], null, null, null));
  say(`LEDGER over ${years.length} years (all that there are), years per second`, grouped(short * years.length));
  say(`LEDGER over ${grouped(ROWS_OF_A_LONG_RANGE)} rows (${years.length} years, the rest blank), ms a call`, (1000 / long).toFixed(1));
  say('a year in LEDGER, compared with a call of PRORATA_TAXABLE', `${((short * years.length) / exact).toFixed(2)} x`);
}

function sizes() {
  for (const file of readdirSync(dist).filter((name) => name.endsWith('.js')).sort()) {
    const bytes = readFileSync(path.join(dist, file));
    say(`${file}, kB (gzip)`, `${(bytes.length / 1000).toFixed(1)} (${(gzipSync(bytes, { level: 9 }).length / 1000).toFixed(1)})`);
  }
}

/** `hostedBuild.ts` with the host's own build settings, somewhere where it is gone afterwards. */
async function compiled(folder) {
  const webpack = require('webpack');
  const [, host] = require('../../webpack.config.js')();
  const compiler = webpack({
    ...host, context: project, entry: { hostedBuild: path.join(project, 'test/bench/hostedBuild.ts') }, devtool: false, plugins: [],
    output: { ...host.output, path: folder, clean: false },
  });
  const stats = await new Promise((resolve, reject) => { compiler.run((error, result) => (error ? reject(error) : resolve(result))); });
  await new Promise((resolve) => { compiler.close(resolve); });
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  // The script finds the packages of the project, wherever it lies itself.
  const module = { exports: {} };
  const file = path.join(folder, 'hostedBuild.js');
  vm.runInThisContext(`(function (module, exports, require, __dirname) {${readFileSync(file, 'utf8')}\n})`, { filename: file })(
    module, module.exports, createRequire(path.join(project, 'build', 'job.js')), path.join(project, 'build'),
  );
  return module.exports;
}

async function builds() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ira-basis-bench-'));
  try {
    const { build } = await compiled(folder);
    await build(SOURCE_ROWS[0], project, true);
    for (const rows of SOURCE_ROWS) {
      const { roundTrips, seconds } = await build(rows, project, false);
      say(`a tab from ${grouped(rows)} source rows: round trips, seconds without calculating it`, `${roundTrips}, ${seconds.toFixed(2)}`);
    }
    for (const rows of CALCULATED_ROWS) {
      const { seconds } = await build(rows, project, true);
      say(`a tab from ${grouped(rows)} source rows: seconds with the emulated Excel calculating it`, seconds.toFixed(2));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pages() {
  const figures = await pageFigures();
  if (figures === null) {
    say('the pages: not measured, there is no /usr/bin/chromium', '-');
    return;
  }
  say('the pane in Chromium: from its page to functions associated, ms', grouped(figures.associated));
  say('the pane in Chromium: from its page to a pane that can be worked with, ms', grouped(figures.paneInteractive));
  say('the workbench in Chromium: from its address to an open workbook, ms', grouped(figures.open));
}

if (builtIfStale()) {
  functionFigures();
  sizes();
  await pages();
  await builds();
} else {
  process.stderr.write('The add-in could not be built, so there is nothing to measure; the reason stands above.\n');
  process.exitCode = 1;
}
