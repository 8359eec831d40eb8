/** How the cells and sheets of a file look, for a screen. What is written back is never made from this. */
import { paletteOf, type Palette } from './colors';
import { Package } from './container';
import type { CellStyle } from './content';
import { formatCodes } from './styles';
import { readSheetXml, type SheetXml } from './sheetXml';
import { openWorkbookPart, relatedPart } from './workbookPart';
import { childOf, childrenOf, isTrue, parseXml, type XmlElement } from './xml';

type Side = 'top' | 'bottom' | 'left' | 'right';
const SIDES: readonly Side[] = ['top', 'bottom', 'left', 'right'];

/** A cell's style with what cannot be set but can be seen. */
export interface CellLook extends Omit<CellStyle, 'borders' | 'horizontal' | 'vertical'> {
  readonly strike?: boolean;
  /** Excel's own words, for example `centerContinuous`. */
  readonly horizontal?: string;
  readonly vertical?: string;
  /** Degrees, upwards. */
  readonly rotation?: number;
  /** Excel's own words, for example `mediumDashDot`. */
  readonly borders?: Readonly<Partial<Record<Side, string>>>;
  readonly borderColors?: Readonly<Partial<Record<Side, string>>>;
}

/** Lengths are points; rows and columns count from zero; a stretch holds its last one. */
export interface SheetLook {
  /** By address without `$`; the cells that the file stores with a style other than its first. */
  readonly cells: ReadonlyMap<string, CellLook>;
  readonly columns: readonly { readonly first: number; readonly last: number; readonly width?: number; readonly hidden?: boolean }[];
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly defaultWidth?: number;
  readonly defaultHeight?: number;
  /** Empty for none. */
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** What the sheet has besides, in words for a person, for example `charts and pictures`. */
  readonly besides: readonly string[];
}

/** By the elements behind the cells that stand for them. */
const BESIDES: readonly (readonly [RegExp, string])[] = [
  [/^<(\w+:)?drawing\b/, 'charts and pictures'],
  [/^<(\w+:)?legacyDrawing\b/, 'comments and form controls'],
  [/^<(\w+:)?conditionalFormatting\b/, 'conditional formats'],
  [/^<(\w+:)?dataValidations\b/, 'drop-down lists and other checks of what is entered'],
  [/^<(\w+:)?(tableParts|autoFilter)\b/, 'tables and filters'],
  [/^<(\w+:)?sparklineGroups\b/, 'sparklines'],
  [/^<(\w+:)?hyperlinks\b/, 'links'],
];

/** By sheet. A file that readWorkbook refuses is refused here with the same sentence. */
export function readLooks(bytes: Uint8Array): ReadonlyMap<string, SheetLook> {
  const parts = Package.open(bytes);
  const workbook = openWorkbookPart(parts);
  const stylesPart = relatedPart(workbook, parts, 'styles');
  const themePart = relatedPart(workbook, parts, 'theme');
  const theme = themePart === undefined ? undefined : parseXml(parts.text(themePart), themePart);
  const styles = stylesPart === undefined ? undefined : parseXml(parts.text(stylesPart), stylesPart);
  const palette = styles && paletteOf(styles, theme);
  const looks = styles && palette ? cellLooks(styles, palette) : [];
  return new Map(workbook.sheets.filter(({ kind }) => kind === undefined).map(({ name, part }) =>
    [name, sheetLook(readSheetXml(parts.text(part), part), looks, palette)] as const));
}

/** By the number that cells refer to. */
function cellLooks(styles: XmlElement, palette: Palette): readonly CellLook[] {
  const members = (list: string): readonly XmlElement[] => childOf(styles, list)?.children ?? [];
  const formats = formatCodes(styles);
  const fonts = members('fonts').map((font) => fontLook(font, palette));
  const fills = members('fills').map((fill) => fillLook(fill, palette));
  const borders = members('borders').map((border) => borderLook(border, palette));
  return members('cellXfs').map((xf, index) => {
    const part = <Part>(list: readonly Part[], id: string): Part | undefined => list[Number(xf.attributes.get(id) ?? 0)];
    const format = formats[index] ?? 'General';
    return {
      ...(format === 'General' ? {} : { numberFormat: format }),
      ...part(fonts, 'fontId'),
      ...part(fills, 'fillId'),
      ...part(borders, 'borderId'),
      ...alignmentLook(childOf(xf, 'alignment')),
    };
  });
}

function fontLook(font: XmlElement, palette: Palette): CellLook {
  const has = (name: string): boolean => {
    const element = childOf(font, name);
    return element !== undefined && isTrue(element.attributes.get('val'), true);
  };
  const underline = childOf(font, 'u');
  const size = Number(childOf(font, 'sz')?.attributes.get('val'));
  const name = childOf(font, 'name')?.attributes.get('val');
  const color = palette.colorOf(childOf(font, 'color'));
  return {
    ...(has('b') ? { bold: true } : {}),
    ...(has('i') ? { italic: true } : {}),
    ...(underline && underline.attributes.get('val') !== 'none' ? { underline: true } : {}),
    ...(has('strike') ? { strike: true } : {}),
    ...(size > 0 ? { fontSize: size } : {}),
    ...(name === undefined ? {} : { fontName: name }),
    ...(color === undefined ? {} : { color }),
  };
}

/** A pattern is shown by its colour, a gradient by its first one. */
function fillLook(fill: XmlElement, palette: Palette): CellLook {
  const pattern = childOf(fill, 'patternFill');
  const gradient = childOf(fill, 'gradientFill');
  const kind = pattern?.attributes.get('patternType') ?? 'none';
  const stop = gradient && childOf(gradient, 'stop');
  const color = stop
    ? palette.colorOf(childOf(stop, 'color'))
    : pattern && kind !== 'none'
      ? palette.colorOf(childOf(pattern, kind === 'solid' ? 'fgColor' : 'bgColor'))
      : undefined;
  return color === undefined ? {} : { fill: color };
}

function borderLook(border: XmlElement, palette: Palette): CellLook {
  const lines: Partial<Record<Side, string>> = {};
  const colors: Partial<Record<Side, string>> = {};
  for (const side of SIDES) {
    const edge = childOf(border, side) ?? childOf(border, { left: 'start', right: 'end', top: '', bottom: '' }[side]);
    const line = edge?.attributes.get('style') ?? 'none';
    if (edge && line !== 'none') {
      lines[side] = line;
      const color = palette.colorOf(childOf(edge, 'color'));
      if (color !== undefined) {
        colors[side] = color;
      }
    }
  }
  return Object.keys(lines).length === 0 ? {} : { borders: lines, borderColors: colors };
}

function alignmentLook(alignment: XmlElement | undefined): CellLook {
  const get = (name: string): string | undefined => alignment?.attributes.get(name);
  const [horizontal, vertical] = [get('horizontal'), get('vertical')];
  const indent = Number(get('indent') ?? 0);
  const turned = Number(get('textRotation') ?? 0);
  // From 91 on the file counts the degrees downwards.
  const rotation = turned > 90 && turned <= 180 ? 90 - turned : turned > 180 ? 0 : turned;
  return {
    ...(horizontal === undefined || horizontal === 'general' ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(isTrue(get('wrapText')) ? { wrap: true } : {}),
    ...(indent > 0 ? { indent } : {}),
    ...(rotation === 0 ? {} : { rotation }),
  };
}

function sheetLook(sheet: SheetXml, looks: readonly CellLook[], palette: Palette | undefined): SheetLook {
  const cells = new Map<string, CellLook>();
  const rowHeights = new Map<number, number>();
  for (const row of sheet.rows) {
    const height = Number(/\sht="([\d.]+)"/.exec(sheet.xml.slice(row.start, row.openEnd))?.[1]);
    if (height > 0) {
      rowHeights.set(row.number - 1, height);
    }
    for (const cell of row.cells) {
      const look = looks[cell.style];
      if (look !== undefined && cell.style !== 0) {
        cells.set(cell.address, look);
      }
    }
  }
  const head = headOf(sheet);
  const views = childOf(head, 'sheetViews');
  const view = views && childOf(views, 'sheetView');
  const pane = view && childOf(view, 'pane');
  const frozen = pane?.attributes.get('state')?.startsWith('frozen') ?? false;
  const format = childOf(head, 'sheetFormatPr')?.attributes;
  const width = Number(format?.get('defaultColWidth'));
  const height = Number(format?.get('defaultRowHeight'));
  const properties = childOf(head, 'sheetPr');
  return {
    cells,
    rowHeights,
    columns: columnsOf(head),
    ...(width > 0 ? { defaultWidth: pointsOf(width) } : {}),
    ...(height > 0 ? { defaultHeight: height } : {}),
    tabColor: (properties && palette?.colorOf(childOf(properties, 'tabColor'))) ?? '',
    showGridlines: isTrue(view?.attributes.get('showGridLines'), true),
    frozenRows: frozen ? Number(pane?.attributes.get('ySplit') ?? 0) : 0,
    frozenColumns: frozen ? Number(pane?.attributes.get('xSplit') ?? 0) : 0,
    besides: besidesOf(sheet),
  };
}

function besidesOf(sheet: SheetXml): readonly string[] {
  const tags = sheet.xml.slice(sheet.sheetData?.end ?? 0).match(/<[\w:]+/g) ?? [];
  return BESIDES.filter(([pattern]) => tags.some((tag) => pattern.test(tag))).map(([, words]) => words);
}

function columnsOf(head: XmlElement): SheetLook['columns'] {
  const list = childOf(head, 'cols');
  return (list ? childrenOf(list, 'col') : []).map(({ attributes }) => {
    const width = Number(attributes.get('width'));
    return {
      first: Number(attributes.get('min')) - 1,
      last: Number(attributes.get('max')) - 1,
      ...(width > 0 ? { width: pointsOf(width) } : {}),
      ...(isTrue(attributes.get('hidden')) ? { hidden: true } : {}),
    };
  });
}

/** What stands in front of the cells, as a document of its own. */
function headOf(sheet: SheetXml): XmlElement {
  const end = sheet.sheetData?.start ?? sheet.xml.lastIndexOf('</');
  return parseXml(`${sheet.xml.slice(0, end)}</${sheet.prefix}worksheet>`, sheet.part);
}

/** A stored width counts digits of Excel's default font, 7 pixels each, the space between columns included. */
const pointsOf = (width: number): number => (Math.trunc(width * 7 + 0.5) * 72) / 96;
