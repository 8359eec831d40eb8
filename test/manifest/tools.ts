/** The manifest tools as tests see them: plain Node modules, with the types that they keep. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Edition {
  readonly id: string;
  readonly displayName: string;
  readonly namespace: string;
}

export interface Context {
  readonly edition: Edition;
  readonly version: string;
  readonly base: string;
  readonly fileAt: (file: string) => Buffer | undefined;
}

export const { manifestFaults } = jest.requireActual<{ manifestFaults(text: string, context: Context): string[] }>(
  '../../src/manifest/faults.cjs',
);

export const { editions, developmentBase, baseAddress, productionManifest, developmentManifest } = jest.requireActual<{
  editions: { production: Edition; development: Edition };
  developmentBase: string;
  baseAddress(text: string): string;
  productionManifest(text: string, base: string): string;
  developmentManifest(text: string): string;
}>('../../src/manifest/editions.cjs');

export const { built, iconSizes, iconPath } = jest.requireActual<{
  built: Record<'icons' | 'commandLine' | 'page' | 'functionsScript' | 'functionsMetadata' | 'helpPage' | 'manifest' | 'developmentManifest', string>;
  iconSizes: readonly number[];
  iconPath(size: number): string;
}>('../../src/manifest/built.cjs');

export const { pngOf, pngSize, pixelsOf } = jest.requireActual<{
  pngOf(size: number, pixels: Buffer): Buffer;
  pngSize(file: Buffer): { width: number; height: number } | undefined;
  pixelsOf(file: Buffer): Buffer;
}>('../../src/manifest/png.cjs');

export const { drawMark } = jest.requireActual<{ drawMark(size: number): Buffer }>('../../src/manifest/mark.cjs');

export const project = path.resolve(__dirname, '..', '..');
export const manifest = readFileSync(path.join(project, 'manifest.xml'), 'utf8');
