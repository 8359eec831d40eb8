/** Excel.RangeFormat and what hangs on it: how the cells of a range look. Kept by the host, not by the engine. */
import type { CellStyle } from '../../package/content';
import { columnsOf, EXCEL_COLUMNS, EXCEL_ROWS, rowsOf, type Rectangle } from '../address';
import { HostFault } from '../errors';
import { booleanArgument, choiceArgument, HostObject, numberArgument, textArgument, wholeNumberArgument } from './hostObject';
import { uniform, type Range } from './range';

/** Excel's own, for a new sheet: 64 pixels wide, 20 high. */
const STANDARD_WIDTH = 48;
const STANDARD_HEIGHT = 15;
const MOST_ROWS_SIZED = 100_000;

type Horizontal = NonNullable<CellStyle['horizontal']>;
type Vertical = NonNullable<CellStyle['vertical']>;
type Line = 'thin' | 'medium' | 'double' | 'hair' | 'none';
type Side = 'top' | 'bottom' | 'left' | 'right';

const HORIZONTAL: Readonly<Record<string, Horizontal>> = {
  General: 'general', Left: 'left', Center: 'center', Right: 'right', Fill: 'fill', CenterAcrossSelection: 'centerContinuous',
};
const VERTICAL: Readonly<Record<string, Vertical>> = { Top: 'top', Center: 'center', Bottom: 'bottom' };

const keyFor = <Value>(table: Readonly<Record<string, Value>>, value: Value): string =>
  Object.keys(table).find((key) => table[key] === value) ?? '';

/** Reads and writes one trait of all cells of a range. */
class Trait {
  constructor(readonly range: Range) {}

  write(style: CellStyle, area: Rectangle = this.range.area): void {
    if (this.range.sheet.isProtected) throw new HostFault('AccessDenied', `The sheet "${this.range.sheet.name}" is protected.`);
    this.range.sheet.styles.patch(area, style);
  }

  /**
   * The trait as every cell has it, `null` where they differ. A file's cells have looks that the host does not know; asked
   * for them, it says so.
   */
  read<Value>(name: string, trait: (style: CellStyle) => Value | undefined, unset: Value): Value | null {
    const { sheet, area } = this.range;
    const values: Value[] = [];
    const last = { row: Math.min(area.bottom, area.top + MOST_ROWS_SIZED), column: Math.min(area.right, area.left + 1_000) };
    for (let row = area.top; row <= last.row; row += 1) {
      for (let column = area.left; column <= last.column; column += 1) {
        const value = trait(sheet.styles.at(row, column));
        if (value === undefined && sheet.stored !== null) {
          throw new HostFault('ApiNotFound', `This host does not know the ${name} of cells that were formatted in the file (${this.range.address}).`);
        }
        values.push(value ?? unset);
      }
    }
    return uniform(values);
  }
}

export class RangeFormat extends HostObject {
  readonly className = 'RangeFormat';
  override readonly navigation = ['font', 'fill', 'borders'];
  readonly trait: Trait;

  constructor(readonly range: Range) {
    super();
    this.trait = new Trait(range);
  }

  get font(): RangeFont {
    return new RangeFont(this.trait);
  }
  get fill(): RangeFill {
    return new RangeFill(this.trait);
  }
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.trait);
  }

  get horizontalAlignment(): string | null {
    const value = this.trait.read('alignment', ({ horizontal }) => horizontal, 'general');
    return value === null ? null : keyFor(HORIZONTAL, value);
  }
  set horizontalAlignment(value: unknown) {
    this.trait.write({ horizontal: HORIZONTAL[choiceArgument(value, 'horizontalAlignment', Object.keys(HORIZONTAL))]! });
  }
  get verticalAlignment(): string | null {
    const value = this.trait.read('alignment', ({ vertical }) => vertical, 'bottom');
    return value === null ? null : keyFor(VERTICAL, value);
  }
  set verticalAlignment(value: unknown) {
    this.trait.write({ vertical: VERTICAL[choiceArgument(value, 'verticalAlignment', Object.keys(VERTICAL))]! });
  }
  get wrapText(): boolean | null {
    return this.trait.read('text wrapping', ({ wrap }) => wrap, false);
  }
  set wrapText(value: unknown) {
    this.trait.write({ wrap: booleanArgument(value, 'wrapText') });
  }
  get indentLevel(): number | null {
    return this.trait.read('indent', ({ indent }) => indent, 0);
  }
  set indentLevel(value: unknown) {
    this.trait.write({ indent: wholeNumberArgument(value, 'indentLevel') });
  }

  get columnWidth(): number | null {
    const { sheet, area } = this.range;
    const widths = [];
    for (let column = area.left; column <= area.right; column += 1) widths.push(sheet.columnWidths.get(column) ?? STANDARD_WIDTH);
    return uniform(widths);
  }
  set columnWidth(value: unknown) {
    const width = numberArgument(value, 'columnWidth');
    this.#sizable('column widths');
    const { sheet, area } = this.range;
    if (columnsOf(area) === EXCEL_COLUMNS) throw new HostFault('ApiNotFound', 'This host sets the width of named columns only, not of all at once.');
    for (let column = area.left; column <= area.right; column += 1) sheet.columnWidths.set(column, width);
  }
  get rowHeight(): number | null {
    const { sheet, area } = this.range;
    const heights = [];
    for (let row = area.top; row <= Math.min(area.bottom, area.top + MOST_ROWS_SIZED); row += 1) {
      heights.push(sheet.rowHeights.get(row) ?? STANDARD_HEIGHT);
    }
    return uniform(heights);
  }
  set rowHeight(value: unknown) {
    const height = numberArgument(value, 'rowHeight');
    this.#sizable('row heights');
    const { sheet, area } = this.range;
    if (rowsOf(area) === EXCEL_ROWS) throw new HostFault('ApiNotFound', 'This host sets the height of named rows only, not of all at once.');
    for (let row = area.top; row <= area.bottom; row += 1) sheet.rowHeights.set(row, height);
  }

  #sizable(what: string): void {
    const { sheet } = this.range;
    if (sheet.isProtected) throw new HostFault('AccessDenied', `The sheet "${sheet.name}" is protected.`);
    if (sheet.stored !== null) sheet.unsaved.add(`${what} were set`);
  }
}

export class RangeFont extends HostObject {
  readonly className = 'RangeFont';

  constructor(readonly trait: Trait) {
    super();
  }

  get bold(): boolean | null {
    return this.trait.read('font', ({ bold }) => bold, false);
  }
  set bold(value: unknown) {
    this.trait.write({ bold: booleanArgument(value, 'bold') });
  }
  get italic(): boolean | null {
    return this.trait.read('font', ({ italic }) => italic, false);
  }
  set italic(value: unknown) {
    this.trait.write({ italic: booleanArgument(value, 'italic') });
  }
  get underline(): string | null {
    const value = this.trait.read('font', ({ underline }) => underline, false);
    return value === null ? null : value ? 'Single' : 'None';
  }
  set underline(value: unknown) {
    this.trait.write({ underline: choiceArgument(value, 'underline', ['None', 'Single']) === 'Single' });
  }
  get name(): string | null {
    return this.trait.read('font', ({ fontName }) => fontName, 'Calibri');
  }
  set name(value: unknown) {
    this.trait.write({ fontName: textArgument(value, 'name') });
  }
  get size(): number | null {
    return this.trait.read('font', ({ fontSize }) => fontSize, 11);
  }
  set size(value: unknown) {
    this.trait.write({ fontSize: numberArgument(value, 'size', 1) });
  }
  get color(): string | null {
    return this.trait.read('font', ({ color }) => color, '#000000');
  }
  set color(value: unknown) {
    this.trait.write({ color: colorArgument(value) });
  }
}

export class RangeFill extends HostObject {
  readonly className = 'RangeFill';

  constructor(readonly trait: Trait) {
    super();
  }

  get color(): string | null {
    return this.trait.read('fill', ({ fill }) => fill, '#FFFFFF');
  }
  set color(value: unknown) {
    this.trait.write({ fill: colorArgument(value) });
  }
}

const SIDES: Readonly<Record<string, Side>> = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' };
const INSIDE = ['InsideHorizontal', 'InsideVertical'] as const;

export class RangeBorderCollection extends HostObject {
  readonly className = 'RangeBorderCollection';

  constructor(readonly trait: Trait) {
    super();
  }

  getItem(index: unknown): RangeBorder {
    return new RangeBorder(this.trait, choiceArgument(index, 'index', [...Object.keys(SIDES), ...INSIDE]));
  }
}

const LINES: Readonly<Record<string, Line>> = { Continuous: 'thin', Double: 'double', None: 'none' };
const WEIGHTS: Readonly<Record<string, Line>> = { Hairline: 'hair', Thin: 'thin', Medium: 'medium' };

/** One edge of a range, or the lines between its cells. */
export class RangeBorder extends HostObject {
  readonly className = 'RangeBorder';

  constructor(readonly trait: Trait, readonly index: string) {
    super();
  }

  get sideIndex(): string {
    return this.index;
  }
  get style(): string | null {
    const line = this.#line();
    return line === null ? null : line === 'none' || line === 'double' ? keyFor(LINES, line) : 'Continuous';
  }
  set style(value: unknown) {
    this.#draw(LINES[choiceArgument(value, 'style', Object.keys(LINES))]!);
  }
  get weight(): string | null {
    const line = this.#line();
    return line === null ? null : (Object.keys(WEIGHTS).find((key) => WEIGHTS[key] === line) ?? 'Thin');
  }
  set weight(value: unknown) {
    this.#draw(WEIGHTS[choiceArgument(value, 'weight', Object.keys(WEIGHTS))]!);
  }
  get color(): string {
    return '#000000';
  }
  set color(value: unknown) {
    if (colorArgument(value) !== '#000000') throw new HostFault('ApiNotFound', 'This host draws borders in black only.');
  }

  #line(): Line | null {
    const [{ side, area }] = this.#edges() as [{ side: Side; area: Rectangle }];
    const { styles } = this.trait.range.sheet;
    const lines: Line[] = [];
    for (let row = area.top; row <= Math.min(area.bottom, area.top + MOST_ROWS_SIZED); row += 1) {
      for (let column = area.left; column <= area.right; column += 1) lines.push(styles.at(row, column).borders?.[side] ?? 'none');
    }
    return uniform(lines);
  }

  #draw(line: Line): void {
    for (const { side, area } of this.#edges()) {
      if (area.top <= area.bottom && area.left <= area.right) this.trait.write({ borders: { [side]: line } }, area);
    }
  }

  /** Which side of which cells the edge is. A line between two cells is the bottom or right one of the first. */
  #edges(): { readonly side: Side; readonly area: Rectangle }[] {
    const { area } = this.trait.range;
    switch (this.index) {
      case 'EdgeTop': return [{ side: 'top', area: { ...area, bottom: area.top } }];
      case 'EdgeBottom': return [{ side: 'bottom', area: { ...area, top: area.bottom } }];
      case 'EdgeLeft': return [{ side: 'left', area: { ...area, right: area.left } }];
      case 'EdgeRight': return [{ side: 'right', area: { ...area, left: area.right } }];
      case 'InsideHorizontal': return [{ side: 'bottom', area: { ...area, bottom: area.bottom - 1 } }];
      default: return [{ side: 'right', area: { ...area, right: area.right - 1 } }];
    }
  }
}

/** `#RRGGBB`; the few names that Excel's own examples use are not understood here, so that every colour is exact. */
export function colorArgument(value: unknown): string {
  const color = textArgument(value, 'color').toUpperCase();
  if (/^#[0-9A-F]{6}$/.test(color)) return color;
  throw new HostFault('InvalidArgument', `A colour is written as #RRGGBB; this is "${color}".`);
}
