/**
 * Colours of the file format as `#RRGGBB`: written out, by a place in the theme made lighter or darker, or by a number of
 * the old palette.
 */
import { childOf, childrenOf, type XmlElement } from './xml';

export interface Palette {
  /** `undefined` for the automatic colour, and for one that the file does not define. */
  colorOf(element: XmlElement | undefined): string | undefined;
}

/** The order in which cells count the theme's colours; the theme itself lists dark before light. */
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

/** Excel's palette before themes; the first eight numbers repeat the next eight. */
const INDEXED = [
  '000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF',
  '000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF',
  '800000', '008000', '000080', '808000', '800080', '008080', 'C0C0C0', '808080',
  '9999FF', '993366', 'FFFFCC', 'CCFFFF', '660066', 'FF8080', '0066CC', 'CCCCFF',
  '000080', 'FF00FF', 'FFFF00', '00FFFF', '800080', '800000', '008080', '0000FF',
  '00CCFF', 'CCFFFF', 'CCFFCC', 'FFFF99', '99CCFF', 'FF99CC', 'CC99FF', 'FFCC99',
  '3366FF', '33CCCC', '99CC00', 'FFCC00', 'FF9900', 'FF6600', '666699', '969696',
  '003366', '339966', '003300', '333300', '993300', '993366', '333399', '333333',
];

export function paletteOf(styleSheet: XmlElement, theme: XmlElement | undefined): Palette {
  const themeColors = themeColorsOf(theme);
  const own = childOf(childOf(styleSheet, 'colors') ?? styleSheet, 'indexedColors');
  const indexed = own ? childrenOf(own, 'rgbColor').map((color) => (color.attributes.get('rgb') ?? '').slice(-6)) : INDEXED;
  return {
    colorOf(element) {
      if (element === undefined || element.attributes.get('auto') === '1') {
        return undefined;
      }
      const written = element.attributes.get('rgb')?.slice(-6);
      const base = written
        ?? themeColors[Number(element.attributes.get('theme') ?? -1)]
        ?? indexed[Number(element.attributes.get('indexed') ?? -1)];
      if (base === undefined || !/^[0-9a-f]{6}$/i.test(base)) {
        return undefined;
      }
      return `#${tinted(base, Number(element.attributes.get('tint') ?? 0)).toUpperCase()}`;
    },
  };
}

function themeColorsOf(theme: XmlElement | undefined): readonly (string | undefined)[] {
  const elements = theme && childOf(theme, 'themeElements');
  const scheme = elements && childOf(elements, 'clrScheme');
  return THEME_ORDER.map((name) => {
    const [color] = (scheme && childOf(scheme, name))?.children ?? [];
    return color?.attributes.get(color.local === 'sysClr' ? 'lastClr' : 'val');
  });
}

/** A tint from -1 (black) to 1 (white) moves the lightness of the colour and leaves its hue and saturation. */
function tinted(rgb: string, tint: number): string {
  if (tint === 0 || !Number.isFinite(tint)) {
    return rgb;
  }
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const lightness = (most + least) / 2;
  const wanted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const range = 1 - Math.abs(2 * lightness - 1);
  const newRange = 1 - Math.abs(2 * wanted - 1);
  return [red, green, blue]
    .map((part) => (range === 0 ? wanted : wanted + ((part - lightness) * newRange) / range))
    .map((part) => Math.round(Math.min(1, Math.max(0, part)) * 255).toString(16).padStart(2, '0'))
    .join('');
}
