/** Draws the icons into assets/icons: run by hand when the mark changes (`node src/manifest/drawIcons.mjs`). */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { built, iconPath, iconSizes } from './built.cjs';
import { drawMark } from './mark.cjs';
import { pngOf } from './png.cjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

mkdirSync(path.join(project, built.icons), { recursive: true });
for (const size of iconSizes) writeFileSync(path.join(project, iconPath(size)), pngOf(size, drawMark(size)));
