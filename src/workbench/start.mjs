/** `npm start`, until the workbench page is there: says so, and what does the same work meanwhile. */
process.stderr.write('The workbench page comes with the second milestone; until then `npm run book` reads and builds workbooks without Excel (see README.md).\n');
process.exitCode = 1;
