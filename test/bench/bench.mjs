/** `npm run bench`, until there is a page to measure: says so. */
process.stderr.write('The benchmarks come with the second milestone, when there is a pane and a workbench to measure; `npm test` proves the figures.\n');
process.exitCode = 1;
