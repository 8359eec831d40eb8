/** How a cell looks, between Excel's words and Univer's. */
import {
  BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy, type IBorderData, type IBorderStyleData, type IStyleData,
  type Nullable,
} from '@univerjs/core';
import type { CellStyle } from '../../../package/content';
import type { CellLook } from '../../../package/looks';
import { fontsFor } from './fonts';

type Side = 'top' | 'bottom' | 'left' | 'right';
const SIDES: readonly (readonly [Side, 't' | 'b' | 'l' | 'r'])[] = [['top', 't'], ['bottom', 'b'], ['left', 'l'], ['right', 'r']];

const LINES: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  fill: HorizontalAlign.LEFT,
  justify: HorizontalAlign.JUSTIFIED,
  distributed: HorizontalAlign.DISTRIBUTED,
  centerContinuous: HorizontalAlign.CENTER,
};

const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM, justify: VerticalAlign.TOP, distributed: VerticalAlign.MIDDLE,
};

/** Pixels of one step of an indent, in Excel and here. */
const INDENT = 9;

/** Every trait is said, `null` where there is none, so that it replaces whatever the cell had. */
export function styleDataOf(look: CellLook): IStyleData {
  return {
    ff: fontsFor(look.fontName),
    fs: look.fontSize ?? 11,
    bl: look.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    it: look.italic ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    ul: { s: look.underline ? BooleanNumber.TRUE : BooleanNumber.FALSE },
    st: { s: look.strike ? BooleanNumber.TRUE : BooleanNumber.FALSE },
    cl: look.color === undefined ? null : { rgb: look.color },
    bg: look.fill === undefined ? null : { rgb: look.fill },
    bd: bordersOf(look),
    n: look.numberFormat === undefined || look.numberFormat === 'General' ? null : { pattern: look.numberFormat },
    ht: HORIZONTAL[look.horizontal ?? ''] ?? null,
    vt: VERTICAL[look.vertical ?? ''] ?? VerticalAlign.BOTTOM,
    tb: look.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    pd: look.indent === undefined || look.indent === 0 ? null : paddingOf(look),
    tr: look.rotation === undefined ? null : { a: -look.rotation },
  };
}

const paddingOf = ({ indent = 0, horizontal }: CellLook): NonNullable<IStyleData['pd']> =>
  (horizontal === 'right' ? { r: 2 + indent * INDENT } : { l: 2 + indent * INDENT });

function bordersOf({ borders, borderColors }: CellLook): IBorderData {
  return Object.fromEntries(SIDES.map(([side, key]) => {
    const line = LINES[borders?.[side] ?? ''];
    return [key, line === undefined ? null : { s: line, cl: { rgb: borderColors?.[side] ?? '#000000' } }];
  }));
}

const HORIZONTAL_WORDS: Readonly<Record<number, NonNullable<CellStyle['horizontal']>>> = {
  [HorizontalAlign.UNSPECIFIED]: 'general', [HorizontalAlign.LEFT]: 'left', [HorizontalAlign.CENTER]: 'center', [HorizontalAlign.RIGHT]: 'right',
};
const VERTICAL_WORDS: Readonly<Record<number, NonNullable<CellStyle['vertical']>>> = {
  [VerticalAlign.UNSPECIFIED]: 'bottom', [VerticalAlign.TOP]: 'top', [VerticalAlign.MIDDLE]: 'center', [VerticalAlign.BOTTOM]: 'bottom',
};
/** The lines that a file can be given; another is drawn as the nearest of them. */
const LINE_WORDS: Readonly<Record<number, 'thin' | 'medium' | 'double' | 'hair'>> = {
  [BorderStyleTypes.HAIR]: 'hair', [BorderStyleTypes.DOTTED]: 'hair', [BorderStyleTypes.DASHED]: 'thin', [BorderStyleTypes.THIN]: 'thin',
  [BorderStyleTypes.DASH_DOT]: 'thin', [BorderStyleTypes.DASH_DOT_DOT]: 'thin', [BorderStyleTypes.DOUBLE]: 'double',
  [BorderStyleTypes.MEDIUM]: 'medium', [BorderStyleTypes.MEDIUM_DASHED]: 'medium', [BorderStyleTypes.MEDIUM_DASH_DOT]: 'medium',
  [BorderStyleTypes.MEDIUM_DASH_DOT_DOT]: 'medium', [BorderStyleTypes.SLANT_DASH_DOT]: 'medium', [BorderStyleTypes.THICK]: 'medium',
};

/** What a person set, in Excel's words: of the traits that Univer names, those that a file can be given. */
export function cellStyleOf(data: Nullable<IStyleData>): CellStyle {
  if (data === null || data === undefined) return plainStyle;
  const color = hexOf(data.cl?.rgb);
  const fill = hexOf(data.bg?.rgb);
  return {
    ...('ff' in data && data.ff ? { fontName: data.ff.split(',')[0]!.replace(/["']/g, '').trim() } : {}),
    ...('fs' in data && data.fs ? { fontSize: data.fs } : {}),
    ...('bl' in data ? { bold: data.bl === BooleanNumber.TRUE } : {}),
    ...('it' in data ? { italic: data.it === BooleanNumber.TRUE } : {}),
    ...('ul' in data ? { underline: data.ul?.s === BooleanNumber.TRUE } : {}),
    ...('cl' in data ? { color: color ?? plainStyle.color } : {}),
    ...('bg' in data ? { fill: fill ?? plainStyle.fill } : {}),
    ...('n' in data ? { numberFormat: data.n?.pattern || 'General' } : {}),
    ...('ht' in data ? { horizontal: HORIZONTAL_WORDS[data.ht ?? HorizontalAlign.UNSPECIFIED] ?? 'general' } : {}),
    ...('vt' in data ? { vertical: VERTICAL_WORDS[data.vt ?? VerticalAlign.UNSPECIFIED] ?? 'bottom' } : {}),
    ...('tb' in data ? { wrap: data.tb === WrapStrategy.WRAP } : {}),
    ...('bd' in data ? { borders: linesOf(data.bd) } : {}),
  };
}

/** How a cell looks that nobody formatted; a file has no way to say "no colour" that Excel would not show so. */
const plainStyle = {
  bold: false, italic: false, underline: false, color: '#000000', fill: '#FFFFFF', numberFormat: 'General', horizontal: 'general',
  vertical: 'bottom', wrap: false, borders: { top: 'none', bottom: 'none', left: 'none', right: 'none' },
} as const satisfies CellStyle;

const linesOf = (data: Nullable<IBorderData>): NonNullable<CellStyle['borders']> =>
  Object.fromEntries(SIDES.filter(([, key]) => data === null || data === undefined || key in data).map(([side, key]) => {
    const line: Nullable<IBorderStyleData> = data?.[key];
    return [side, LINE_WORDS[line?.s ?? BorderStyleTypes.NONE] ?? 'none'];
  }));

/** `#RRGGBB` for the ways in which a page writes a colour; undefined for one that it does not name. */
function hexOf(color: Nullable<string>): string | undefined {
  const [, short] = /^#([0-9a-f]{3})$/i.exec(color ?? '') ?? [];
  if (short !== undefined) return `#${[...short].map((digit) => digit + digit).join('')}`.toUpperCase();
  if (/^#[0-9a-f]{6}$/i.test(color ?? '')) return color!.toUpperCase();
  const [, ...parts] = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(color ?? '') ?? [];
  return parts.length === 3 ? `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`.toUpperCase() : undefined;
}
