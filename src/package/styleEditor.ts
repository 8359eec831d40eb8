import type { Package } from './container';
import type { CellStyle } from './content';
import { damaged, PackageError } from './error';
import { addPart, folderOf } from './frame';
import { builtinFormatId } from './numberFormats';
import { StyleList } from './styleList';
import { relatedPart, type WorkbookPart } from './workbookPart';
import {
  childOf,
  childrenOf,
  decodeXstring,
  encodeXstring,
  escapeAttribute,
  isTrue,
  parseXml,
  prefixOf,
  splice,
  withAttributes,
  type Splice,
  type XmlElement,
} from './xml';

/**
 * Cell formats for the cells that are written. Existing ones are never changed or reordered, because every cell refers to
 * them by number; what is missing is appended, once, on top of what the cell had.
 */
export class StyleEditor {
  private readonly part: string | undefined;
  private readonly xml: string;
  private readonly root: XmlElement;
  private readonly prefix: string;
  private readonly collections = new Map<string, StyleList>();
  private readonly numberFormats = new Map<string, number>();
  private readonly newNumberFormats: string[] = [];
  private readonly known = new Map<string, number>();

  constructor(
    private readonly parts: Package,
    private readonly workbook: WorkbookPart,
  ) {
    this.part = relatedPart(workbook, parts, 'styles');
    this.xml = this.part === undefined ? emptyStyleSheet(workbook.root.namespace) : parts.text(this.part);
    this.root = parseXml(this.xml, this.part ?? 'styles.xml');
    this.prefix = prefixOf(this.root);
    const custom = childOf(this.root, 'numFmts');
    for (const format of custom ? childrenOf(custom, 'numFmt') : []) {
      this.numberFormats.set(
        decodeXstring(format.attributes.get('formatCode') ?? ''),
        Number(format.attributes.get('numFmtId')),
      );
    }
  }

  /**
   * The number of the format that a cell has which had `base` and is given `style`. A cell that is given something else than
   * text loses Excel's leading apostrophe, as it does when a person types a number over it.
   */
  numberFor(base: number, style: CellStyle | undefined, holdsText: boolean): number {
    if (style === undefined && !this.isQuoted(base)) {
      return base;
    }
    const key = JSON.stringify([base, style ?? {}, holdsText]);
    const known = this.known.get(key);
    if (known !== undefined) {
      return known;
    }
    const formats = this.collection('cellXfs');
    const before = formats.elements[base] ?? formats.elements[0];
    if (!before) {
      throw damaged('The workbook has a style sheet without cell formats');
    }
    const changed = this.formatXml(before, style ?? {}, holdsText);
    const number = changed === this.slice(before) ? formats.elements.indexOf(before) : formats.add(changed);
    this.known.set(key, number);
    return number;
  }

  private isQuoted(base: number): boolean {
    const formats = childOf(this.root, 'cellXfs');
    return isTrue(formats?.children[base]?.attributes.get('quotePrefix'));
  }

  /** Writes the style sheet if anything was appended to it. */
  save(): void {
    const splices = [...this.collections.values()].flatMap((collection) => collection.splices());
    splices.push(...this.numberFormatSplices());
    if (splices.length === 0) {
      return;
    }
    const xml = splice(this.xml, splices);
    if (this.part === undefined) {
      const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
      addPart(this.parts, this.workbook, { type: 'styles', contentType }, `${folderOf(this.workbook)}styles.xml`, xml);
    } else {
      this.parts.set(this.part, xml);
    }
  }

  private slice(element: XmlElement): string {
    return this.xml.slice(element.start, element.end);
  }

  private collection(local: 'fonts' | 'fills' | 'borders' | 'cellXfs'): StyleList {
    const known = this.collections.get(local);
    if (known) {
      return known;
    }
    const element = childOf(this.root, local);
    if (!element) {
      throw damaged(`The workbook has a style sheet without <${local}>`);
    }
    const collection = new StyleList(this.xml, element);
    this.collections.set(local, collection);
    return collection;
  }

  private formatXml(base: XmlElement, style: CellStyle, holdsText: boolean): string {
    const changes = new Map<string, string | null>();
    const set = (name: string, apply: string, index: number): void => {
      changes.set(name, String(index));
      changes.set(apply, '1');
    };
    if (style.numberFormat !== undefined) {
      set('numFmtId', 'applyNumberFormat', this.numberFormatId(style.numberFormat));
    }
    if (changesFont(style)) {
      set(
        'fontId',
        'applyFont',
        this.collection('fonts').add(this.fontXml(this.collection('fonts').at(base.attributes.get('fontId')), style)),
      );
    }
    if (style.fill !== undefined) {
      set('fillId', 'applyFill', this.collection('fills').add(this.fillXml(style.fill)));
    }
    if (style.borders !== undefined) {
      set(
        'borderId',
        'applyBorder',
        this.collection('borders').add(
          this.borderXml(this.collection('borders').at(base.attributes.get('borderId')), style.borders),
        ),
      );
    }
    const quoted = isTrue(base.attributes.get('quotePrefix'));
    const wanted = style.quotePrefix ?? (holdsText && quoted);
    if (wanted !== quoted) {
      changes.set('quotePrefix', wanted ? '1' : null);
    }
    const alignment = this.alignmentXml(childOf(base, 'alignment'), style);
    if (alignment !== undefined) {
      changes.set('applyAlignment', '1');
    }
    if (changes.size === 0) {
      return this.slice(base);
    }
    const kept = base.children
      .filter((child) => child.local !== 'alignment' || alignment === undefined)
      .map((child) => this.slice(child));
    const children = (alignment ?? '') + kept.join('');
    const tag = withAttributes(this.xml.slice(base.start, base.openEnd), changes, children === '');
    return children === '' ? tag : `${tag}${children}</${base.name}>`;
  }

  private numberFormatId(code: string): number {
    const known = builtinFormatId(code) ?? this.numberFormats.get(code);
    if (known !== undefined) {
      return known;
    }
    if (code === '' || code.length > 255) {
      throw new PackageError(
        'STYLE',
        `The number format "${code.slice(0, 40)}" has ${code.length} characters; Excel allows 1 to 255.`,
      );
    }
    const FIRST_CUSTOM_ID = 164;
    const id = Math.max(FIRST_CUSTOM_ID - 1, ...this.numberFormats.values()) + 1;
    this.numberFormats.set(code, id);
    this.newNumberFormats.push(
      `<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(encodeXstring(code))}"/>`,
    );
    return id;
  }

  private numberFormatSplices(): Splice[] {
    if (this.newNumberFormats.length === 0) {
      return [];
    }
    const custom = childOf(this.root, 'numFmts');
    if (custom) {
      return new StyleList(this.xml, custom, this.newNumberFormats).splices();
    }
    const name = `${this.prefix}numFmts`;
    const text = `<${name} count="${this.newNumberFormats.length}">${this.newNumberFormats.join('')}</${name}>`;
    return [{ start: this.root.openEnd, end: this.root.openEnd, text }];
  }

  /** The base font with what the style changes, in the order of children that Excel writes. */
  private fontXml(base: XmlElement | undefined, style: CellStyle): string {
    const children = new Map<string, string>(base?.children.map((child) => [child.local, this.slice(child)]));
    const put = (local: string, attribute: string): void => {
      children.set(local, `<${this.prefix}${local}${attribute}/>`);
    };
    const flag = (local: string, on: boolean | undefined): void => {
      if (on === true) {
        put(local, '');
      } else if (on === false) {
        children.delete(local);
      }
    };
    flag('b', style.bold);
    flag('i', style.italic);
    flag('u', style.underline);
    if (style.fontSize !== undefined) {
      put('sz', ` val="${requireSize(style.fontSize)}"`);
    }
    if (style.color !== undefined) {
      put('color', ` rgb="${argb(style.color)}"`);
    }
    if (style.fontName !== undefined) {
      put('name', ` val="${escapeAttribute(encodeXstring(style.fontName))}"`);
      // Family, character set and theme belong to the font that was replaced; a theme would even win over the name.
      ['family', 'charset', 'scheme'].forEach((local) => children.delete(local));
    }
    const ordered = FONT_CHILDREN.flatMap((local) => children.get(local) ?? []);
    return `<${this.prefix}font>${ordered.join('')}</${this.prefix}font>`;
  }

  private fillXml(color: string): string {
    const p = this.prefix;
    const colors = `<${p}fgColor rgb="${argb(color)}"/><${p}bgColor indexed="64"/>`;
    return `<${p}fill><${p}patternFill patternType="solid">${colors}</${p}patternFill></${p}fill>`;
  }

  private borderXml(base: XmlElement | undefined, borders: NonNullable<CellStyle['borders']>): string {
    const side = (local: 'left' | 'right' | 'top' | 'bottom'): string => {
      const wanted = borders[local];
      // The strict form calls left and right start and end.
      const before = base?.children.find(
        (child) => child.local === local || child.local === { left: 'start', right: 'end', top: '', bottom: '' }[local],
      );
      if (wanted === undefined && before) {
        return this.slice(before);
      }
      const name = before?.name ?? this.prefix + local;
      return wanted === undefined || wanted === 'none'
        ? `<${name}/>`
        : `<${name} style="${wanted}"><${this.prefix}color auto="1"/></${name}>`;
    };
    const others =
      base?.children.filter((child) => !['left', 'start', 'right', 'end', 'top', 'bottom'].includes(child.local)) ?? [];
    const tag = base ? withAttributes(this.xml.slice(base.start, base.openEnd), new Map(), false) : `<${this.prefix}border>`;
    const rest = others.length > 0 ? others.map((child) => this.slice(child)).join('') : `<${this.prefix}diagonal/>`;
    return `${tag}${side('left')}${side('right')}${side('top')}${side('bottom')}${rest}</${this.prefix}border>`;
  }

  private alignmentXml(base: XmlElement | undefined, style: CellStyle): string | undefined {
    const changes = new Map<string, string>();
    if (style.horizontal !== undefined) {
      changes.set('horizontal', style.horizontal);
    }
    if (style.vertical !== undefined) {
      changes.set('vertical', style.vertical);
    }
    if (style.wrap !== undefined) {
      changes.set('wrapText', style.wrap ? '1' : '0');
    }
    if (style.indent !== undefined) {
      changes.set('indent', String(requireIndent(style.indent)));
    }
    if (changes.size === 0) {
      return undefined;
    }
    return withAttributes(base ? this.xml.slice(base.start, base.openEnd) : `<${this.prefix}alignment/>`, changes, true);
  }
}

const FONT_CHILDREN = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

const changesFont = (style: CellStyle): boolean =>
  [style.bold, style.italic, style.underline, style.fontName, style.fontSize, style.color].some(
    (wish) => wish !== undefined,
  );

function argb(color: string): string {
  if (!/^#[0-9A-Fa-f]{6}$/.test(color)) {
    throw new PackageError('STYLE', `"${color}" is no colour; one is written #RRGGBB.`);
  }
  return `FF${color.slice(1).toUpperCase()}`;
}

function requireSize(size: number): number {
  if (!(size >= 1 && size <= 409)) {
    throw new PackageError('STYLE', `A font size of ${size} points is not possible; Excel allows 1 to 409.`);
  }
  return size;
}

function requireIndent(indent: number): number {
  if (!(Number.isInteger(indent) && indent >= 0 && indent <= 250)) {
    throw new PackageError('STYLE', `An indent of ${indent} is not possible; Excel allows whole numbers from 0 to 250.`);
  }
  return indent;
}

const emptyStyleSheet = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}">` +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
