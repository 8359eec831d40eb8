/** Excel.PageLayout: how a sheet prints. */
import { EXCEL_COLUMNS, rangeAddress } from '../address';
import { HostFault } from '../errors';
import type { Book, HeaderFooterText, SheetState } from './book';
import { booleanArgument, choiceArgument, HostObject, numberArgument, textArgument } from './hostObject';
import { Range } from './range';
import { rangeInSheet } from './worksheet';

/** Set on a sheet of the file, page setup lives until the workbook is closed: a file's own page setup is left alone. */
function setting(sheet: SheetState): SheetState {
  if (sheet.isProtected) throw new HostFault('AccessDenied', `The sheet "${sheet.name}" is protected.`);
  if (sheet.stored !== null) sheet.unsaved.add('page setup was changed');
  return sheet;
}

export class PageLayout extends HostObject {
  readonly className = 'PageLayout';
  override readonly navigation = ['headersFooters'];

  constructor(readonly book: Book, readonly sheet: SheetState) {
    super();
  }

  get orientation(): string {
    return this.sheet.page.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  }
  set orientation(value: unknown) {
    setting(this.sheet).page.orientation = choiceArgument(value, 'orientation', ['Portrait', 'Landscape']) === 'Landscape' ? 'landscape' : 'portrait';
  }
  get centerHorizontally(): boolean {
    return this.sheet.page.centerHorizontally ?? false;
  }
  set centerHorizontally(value: unknown) {
    setting(this.sheet).page.centerHorizontally = booleanArgument(value, 'centerHorizontally');
  }
  get zoom(): unknown {
    const { fitToWidth, fitToHeight } = this.sheet.page;
    return fitToWidth === undefined && fitToHeight === undefined
      ? { scale: 100 }
      : { horizontalFitToPages: fitToWidth ?? null, verticalFitToPages: fitToHeight ?? null };
  }
  set zoom(value: unknown) {
    const wanted = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
    const { horizontalFitToPages: wide, verticalFitToPages: tall, scale } = wanted;
    if (scale !== undefined && scale !== null && scale !== 100) throw new HostFault('ApiNotFound', 'This host fits pages; it does not scale them.');
    const pages = (count: unknown): number | null => {
      if (count === undefined || count === null) return null;
      if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
      throw new HostFault('InvalidArgument', `zoom fits a whole number of pages; ${JSON.stringify(count)} is none.`);
    };
    const { page } = setting(this.sheet);
    const [width, height] = [pages(wide), pages(tall)];
    delete page.fitToWidth;
    delete page.fitToHeight;
    if (width !== null) page.fitToWidth = width;
    if (height !== null) page.fitToHeight = height;
  }
  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.sheet);
  }

  setPrintMargins(unit: unknown, options: unknown): void {
    choiceArgument(unit, 'unit', ['Inches']);
    const wanted = (typeof options === 'object' && options !== null ? options : {}) as Record<string, unknown>;
    const side = (name: string): number => numberArgument(wanted[name], name);
    setting(this.sheet).page.margins = {
      left: side('left'), right: side('right'), top: side('top'), bottom: side('bottom'), header: side('header'), footer: side('footer'),
    };
  }
  setPrintArea(area: unknown): void {
    setting(this.sheet).page.printArea = rangeAddress(this.#range(area).area, true);
  }
  setPrintTitleRows(rows: unknown): void {
    const { area } = this.#range(rows).getEntireRow();
    setting(this.sheet).page.printTitleRows = rangeAddress({ ...area, left: 0, right: EXCEL_COLUMNS - 1 }, true);
  }

  #range(value: unknown): Range {
    const range = value instanceof Range ? value : rangeInSheet(this.book, this.sheet, textArgument(value, 'range'));
    if (range.sheet !== this.sheet) throw new HostFault('InvalidArgument', `${range.address} is not on the sheet "${this.sheet.name}".`);
    return range;
  }
}

/** The rows with which a new page begins. */
export class PageBreakCollection extends HostObject {
  readonly className = 'PageBreakCollection';

  constructor(readonly book: Book, readonly sheet: SheetState) {
    super();
  }

  add(cell: unknown): PageBreak {
    const range = cell instanceof Range ? cell : rangeInSheet(this.book, this.sheet, textArgument(cell, 'pageBreakRange'));
    const row = range.area.top + 1;
    if (row === 1) throw new HostFault('InvalidArgument', 'The first page cannot be preceded by a page break.');
    const { page } = setting(this.sheet);
    page.pageBreaks = [...new Set([...page.pageBreaks ?? [], row])].sort((a, b) => a - b);
    return new PageBreak();
  }
}

export class PageBreak extends HostObject {
  readonly className = 'PageBreak';
}

export class HeaderFooterGroup extends HostObject {
  readonly className = 'HeaderFooterGroup';
  override readonly navigation = ['defaultForAllPages'];

  constructor(readonly sheet: SheetState) {
    super();
  }

  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.sheet);
  }
}

/** The texts at the top and the bottom of each page, with Excel's codes (`&P`, `&D`) in them. */
export class HeaderFooter extends HostObject {
  readonly className = 'HeaderFooter';

  constructor(readonly sheet: SheetState) {
    super();
  }

  get leftHeader(): string {
    return this.sheet.header.left;
  }
  set leftHeader(value: unknown) {
    this.#write('header', 'left', value);
  }
  get centerHeader(): string {
    return this.sheet.header.center;
  }
  set centerHeader(value: unknown) {
    this.#write('header', 'center', value);
  }
  get rightHeader(): string {
    return this.sheet.header.right;
  }
  set rightHeader(value: unknown) {
    this.#write('header', 'right', value);
  }
  get leftFooter(): string {
    return this.sheet.footer.left;
  }
  set leftFooter(value: unknown) {
    this.#write('footer', 'left', value);
  }
  get centerFooter(): string {
    return this.sheet.footer.center;
  }
  set centerFooter(value: unknown) {
    this.#write('footer', 'center', value);
  }
  get rightFooter(): string {
    return this.sheet.footer.right;
  }
  set rightFooter(value: unknown) {
    this.#write('footer', 'right', value);
  }

  #write(where: 'header' | 'footer', part: keyof HeaderFooterText, value: unknown): void {
    setting(this.sheet)[where][part] = textArgument(value, where);
  }
}
