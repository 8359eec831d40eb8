/**
 * `npm run check`: both manifests, judged without building. Icons are read from assets/; that the other files are really
 * written is proved by the build itself, which judges the manifests again over what it wrote.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { built } from './built.cjs';
import { developmentBase, developmentManifest, editions } from './editions.cjs';
import { manifestFaults } from './faults.cjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const inProject = (file) => path.join(project, file);
const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const written = [built.page, built.functionsScript, built.functionsMetadata, built.helpPage];

const fileAt = (file) => {
  if (written.includes(file)) return Buffer.alloc(0);
  return existsSync(inProject(file)) ? readFileSync(inProject(file)) : undefined;
};

const manifest = readFileSync(inProject('manifest.xml'), 'utf8');
const judged = [
  ['manifest.xml', manifest, editions.production],
  ['the development manifest made from it', developmentManifest(manifest), editions.development],
];
const faults = judged.flatMap(([name, text, edition]) =>
  manifestFaults(text, { edition, version, base: developmentBase, fileAt }).map((fault) => `${name}: ${fault}`),
);

faults.forEach((fault) => process.stderr.write(`${fault}\n`));
process.exitCode = faults.length === 0 ? 0 : 1;
