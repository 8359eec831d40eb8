import { columnName, LAST_COLUMN, LAST_ROW } from './address';
import type { NewSheet, PageMargins, PageSetup, StoredName } from './content';
import { PackageError } from './error';
import { encodeXstring, escapeAttribute, escapeXstring, RELATIONSHIPS } from './xml';

/**
 * The frame of a new worksheet part: everything but its cells, which are patched in like any others. `drawing`: the id of the
 * relationship to its drawing, if it has one.
 */
export function sheetFrame(sheet: NewSheet, namespace: string, drawing: string | null): string {
  const page = sheet.page;
  const fits = page?.fitToWidth !== undefined || page?.fitToHeight !== undefined;
  const tab = sheet.tabColor === undefined ? '' : `<tabColor rgb="FF${requireColor(sheet.tabColor)}"/>`;
  const properties = tab + (fits ? '<pageSetUpPr fitToPage="1"/>' : '');
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">` +
    (properties === '' ? '' : `<sheetPr>${properties}</sheetPr>`) +
    `<dimension ref="A1"/><sheetViews>${viewXml(sheet)}</sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    columnsXml(sheet) +
    rowsXml(sheet) +
    (page ? pageXml(page) : '') +
    (drawing === null ? '' : `<drawing xmlns:r="${RELATIONSHIPS[namespace.startsWith('http://purl.oclc.org/') ? 1 : 0]}" r:id="${drawing}"/>`) +
    '</worksheet>'
  );
}

function viewXml(sheet: NewSheet): string {
  const gridlines = sheet.showGridlines === false ? ' showGridLines="0"' : '';
  const rows = sheet.frozenRows ?? 0;
  requireWhole(rows, 0, LAST_ROW - 1, 'The number of frozen rows');
  if (rows === 0) {
    return `<sheetView${gridlines} workbookViewId="0"/>`;
  }
  const below = `A${rows + 1}`;
  return (
    `<sheetView${gridlines} workbookViewId="0"><pane ySplit="${rows}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView>`
  );
}

/** Excel stores a width with five pixels of padding, in 256ths of a digit that is seven pixels wide in its default font. */
const storedWidth = (characters: number): number => Math.trunc(((characters * 7 + 5) / 7) * 256) / 256;

const DEFAULT_WIDTH = 8.43;

function columnsXml(sheet: NewSheet): string {
  const columns = [...sheet.columns]
    .sort(([a], [b]) => a - b)
    .map(([index, { width, hidden }]) => {
      requireWhole(index, 0, LAST_COLUMN - 1, 'The place of a column');
      requireBetween(width ?? DEFAULT_WIDTH, 0, 255, `The width of column ${columnName(index + 1)}`);
      const custom = width === undefined ? '' : ' customWidth="1"';
      const stored = storedWidth(width ?? DEFAULT_WIDTH);
      return `<col min="${index + 1}" max="${index + 1}" width="${stored}"${hidden ? ' hidden="1"' : ''}${custom}/>`;
    });
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

function rowsXml(sheet: NewSheet): string {
  const rows = [...sheet.rowHeights]
    .sort(([a], [b]) => a - b)
    .map(([row, height]) => {
      requireWhole(row, 1, LAST_ROW, 'The number of a row');
      requireBetween(height, 0, 409, `The height of row ${row}`);
      return `<row r="${row}" ht="${height}" customHeight="1"/>`;
    });
  return rows.length === 0 ? '<sheetData/>' : `<sheetData>${rows.join('')}</sheetData>`;
}

function pageXml(page: PageSetup): string {
  const orientation = page.orientation === undefined ? '' : ` orientation="${page.orientation}"`;
  const fits = page.fitToWidth !== undefined || page.fitToHeight !== undefined;
  // 0 pages stand for "as many as it takes"; leaving one out would mean 1.
  const fit = fits ? ` fitToWidth="${page.fitToWidth ?? 0}" fitToHeight="${page.fitToHeight ?? 0}"` : '';
  const texts = headerXml('oddHeader', page.header) + headerXml('oddFooter', page.footer);
  return (
    (page.centerHorizontally ? '<printOptions horizontalCentered="1"/>' : '') +
    marginsXml(page.margins ?? USUAL_MARGINS) +
    (orientation + fit === '' ? '' : `<pageSetup${fit}${orientation}/>`) +
    (texts === '' ? '' : `<headerFooter>${texts}</headerFooter>`) +
    breaksXml(page.pageBreaks ?? [])
  );
}

const USUAL_MARGINS: PageMargins = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

/** Excel takes a margin of less than 50 inches. */
const MOST_INCHES = 49;

function marginsXml({ left, right, top, bottom, header, footer }: PageMargins): string {
  const margins = Object.entries({ left, right, top, bottom, header, footer });
  for (const [side, inches] of margins) requireBetween(inches, 0, MOST_INCHES, `The margin "${side}" in inches`);
  return `<pageMargins ${margins.map(([side, inches]) => `${side}="${inches}"`).join(' ')}/>`;
}

/** A break is stored with the row that stands above it. */
function breaksXml(rows: readonly number[]): string {
  rows.forEach((row) => requireWhole(row, 2, LAST_ROW, 'A row that begins a page'));
  const breaks = rows.map((row) => `<brk id="${row - 1}" max="${LAST_COLUMN - 1}" man="1"/>`).join('');
  return breaks === '' ? '' : `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${breaks}</rowBreaks>`;
}

function headerXml(local: string, text: string | undefined): string {
  if (text === undefined) {
    return '';
  }
  if (text.length > 255) {
    throw new PackageError(
      'STYLE',
      `The header or footer "${text.slice(0, 40)}…" has ${text.length} characters; Excel allows 255.`,
    );
  }
  return `<${local}>${escapeXstring(text)}</${local}>`;
}

function requireBetween(value: number, least: number, most: number, what: string): void {
  if (!(value >= least && value <= most)) {
    throw new PackageError('STYLE', `${what} is ${value}; Excel allows ${least} to ${most}.`);
  }
}

function requireWhole(value: number, least: number, most: number, what: string): void {
  requireBetween(Number.isInteger(value) ? value : NaN, least, most, what);
}

/** `RRGGBB`. */
export function requireColor(color: string): string {
  if (!/^#[0-9A-Fa-f]{6}$/.test(color)) {
    throw new PackageError('STYLE', `"${color}" is no colour; one is written #RRGGBB.`);
  }
  return color.slice(1).toUpperCase();
}

/** What is printed of a sheet is kept as names that belong to it. */
export function printNames(sheet: NewSheet): StoredName[] {
  const area = sheet.page?.printArea;
  const rows = sheet.page?.printTitleRows;
  const names: StoredName[] = [];
  if (area !== undefined) {
    names.push(printName(sheet, 'Print_Area', absolute(area, /^(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3})$/, 'print area')));
  }
  if (rows !== undefined) {
    names.push(printName(sheet, 'Print_Titles', absolute(rows, /^\$?\d+:\$?\d+$/, 'range of title rows')));
  }
  return names;
}

const printName = (sheet: NewSheet, name: string, ref: string): StoredName => ({
  name,
  formula: `='${sheet.name.replace(/'/g, "''")}'!${ref}`,
  sheet: sheet.name,
  hidden: false,
});

function absolute(ref: string, form: RegExp, what: string): string {
  if (!form.test(ref)) {
    throw new PackageError('ADDRESS', `"${ref}" is no ${what}; one is written A1:F40, A:G or 1:3.`);
  }
  return ref.replace(/\$/g, '').replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}

/** The entry of a sheet in the workbook part. */
export const sheetEntryXml = (prefix: string, name: string, sheetId: number, relationship: string): string =>
  `<${prefix}sheet name="${escapeAttribute(encodeXstring(name))}" sheetId="${sheetId}" ${relationship}/>`;
