import { readFileSync } from 'node:fs';
import path from 'node:path';
import { drawMark, iconPath, iconSizes, pixelsOf, pngOf, pngSize, project } from './tools';

const marks = new Map(iconSizes.map((size) => [size, drawMark(size)]));
const markOf = (size: number): Buffer => marks.get(size) ?? Buffer.alloc(0);

describe('The icons', () => {
  it('come in the nine sizes that Office asks for (its icon guidelines)', () => {
    expect(iconSizes).toEqual([16, 20, 24, 32, 40, 48, 64, 80, 96]);
  });

  it.each(iconSizes)('at %d pixels are the mark as src/manifest/mark.cjs draws it', (size) => {
    const file = readFileSync(path.join(project, iconPath(size)));
    expect(pngSize(file)).toEqual({ width: size, height: size });
    expect(pixelsOf(file).equals(markOf(size))).toBe(true);
  });

  it.each(iconSizes)(
    'at %d pixels show a sheet, a green share, an amber share, and ground that is left transparent',
    (size) => {
      const pixels = markOf(size);
      const colours = new Set<string>();
      for (let at = 0; at < pixels.length; at += 4) colours.add([...pixels.subarray(at, at + 4)].join(' '));
      expect([...colours]).toEqual(
        expect.arrayContaining(['255 255 255 255', '30 142 92 255', '240 160 48 255', '0 0 0 0']),
      );
    },
  );
});

describe('A PNG file of ours', () => {
  it('gives back the pixels that were written', () => {
    const pixels = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect(pixelsOf(pngOf(2, pixels)).equals(pixels)).toBe(true);
  });

  it('has no size where it is no PNG, or ends too soon', () => {
    expect(pngSize(Buffer.from('GIF89a'))).toBeUndefined();
    expect(pngSize(pngOf(2, Buffer.alloc(16)).subarray(0, 20))).toBeUndefined();
  });
});
