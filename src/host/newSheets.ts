/** Sheets that the add-in added, as a file is to have them. */
import type { CellChange, CellStyle, NewSheet, PageSetup } from '../package/content';
import { cellAddress, rangeAddress } from './address';
import type { CellContent } from './backend';
import { keyOf, placeOfKey } from './cellKey';
import type { Book, HeaderFooterText, SheetState } from './model/book';
import { spillAreas } from './spills';

export function newSheetOf(book: Book, sheet: SheetState): NewSheet {
  const contents = new Map(book.backend.filledCells(sheet.id).map(({ row, column, content }) => [keyOf(row, column), content]));
  const styles = new Map(sheet.styles.styledCells().map(({ row, column, style }) => [keyOf(row, column), style]));
  const spills = spillAreas(book, sheet);
  const cells = [...new Set([...contents.keys(), ...styles.keys()])].sort((a, b) => a - b).flatMap((key): CellChange[] => {
    const { row, column } = placeOfKey(key);
    const content = contents.get(key) ?? { value: null };
    const style = sheet.styles.at(row, column);
    if (content.value === null && content.formula === undefined && Object.keys(style).length === 0) return [];
    const area = spills.get(key);
    return [{
      ...entered(cellAddress(row, column), content, style),
      ...(area ? { array: { ref: rangeAddress(area), dynamic: true } } : {}),
    }];
  });
  return {
    name: sheet.name,
    cells,
    columns: new Map([...sheet.columnWidths].map(([column, points]) => [column, { width: charactersOf(points) }])),
    rowHeights: new Map([...sheet.rowHeights].map(([row, points]) => [row + 1, points])),
    ...(sheet.frozenRows > 0 ? { frozenRows: sheet.frozenRows } : {}),
    ...(sheet.showGridlines ? {} : { showGridlines: false }),
    ...(sheet.tabColor === '' ? {} : { tabColor: sheet.tabColor }),
    ...pageOf(sheet),
    ...(sheet.charts.length === 0 ? {} : { charts: sheet.charts.map(({ id: _, ...chart }) => chart) }),
  };
}

/** What was put into a cell, with its format where it has one. */
export function entered(address: string, { value, formula, spilledFrom }: CellContent, style: CellStyle): CellChange {
  return {
    address,
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(spilledFrom === undefined ? {} : { keepFormula: true }),
    ...(Object.keys(style).length === 0 ? {} : { style }),
  };
}

/** Excel's widths count the digits of its default font that fit: 7 pixels each, and 5 between the columns. */
function charactersOf(points: number): number {
  const pixels = (points * 96) / 72;
  return Math.max(0, Math.round(((pixels - 5) / 7) * 100) / 100);
}

function pageOf(sheet: SheetState): { readonly page?: PageSetup } {
  const header = codesOf(sheet.header);
  const footer = codesOf(sheet.footer);
  const page: PageSetup = { ...sheet.page, ...(header === '' ? {} : { header }), ...(footer === '' ? {} : { footer }) };
  return Object.keys(page).length === 0 ? {} : { page };
}

const codesOf = ({ left, center, right }: HeaderFooterText): string =>
  [['&L', left], ['&C', center], ['&R', right]].filter(([, text]) => text !== '').map(([code, text]) => `${code}${text}`).join('');
