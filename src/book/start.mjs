/**
 * `npm run book`: the command line over the built add-in, built first where it is stale. Standard output belongs to the
 * program's one JSON object.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { builtIfStale } from '../bundle/ifStale.cjs';
import { build } from '../bundle/places.cjs';
import { built } from '../manifest/built.cjs';

if (builtIfStale()) {
  const book = createRequire(import.meta.url)(path.join(build, built.commandLine));
  process.exitCode = await book.main(process.argv.slice(2));
} else {
  process.stderr.write('The add-in could not be built, so no workbook was read; the reason stands above.\n');
  process.exitCode = 1;
}
