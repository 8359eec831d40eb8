/** How a file's cells look on a screen. What the elements mean: ECMA-376 Part 1, 18.3.1 and 18.8. */
import { readLooks, type CellLook } from '../../src/package';
import { RELATIONSHIPS, row1, workbookFile } from './support/fixture';

const fonts = '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>'
  + '<font><b/><i/><u/><strike/><sz val="16"/><color rgb="FF107C41"/><name val="Georgia"/></font>'
  + '<font><b val="0"/><u val="none"/><sz val="9"/><color theme="4" tint="-0.249977111117893"/><name val="Calibri"/></font></fonts>';
const fills = '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
  + '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.79998168889431442"/></patternFill></fill>'
  + '<fill><gradientFill degree="90"><stop position="0"><color rgb="FFFFC000"/></stop><stop position="1"><color rgb="FFFFFFFF"/></stop></gradientFill></fill>'
  + '<fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills>';
const borders = '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
  + '<border><left/><right/><top style="thin"><color rgb="FFFF0000"/></top><bottom style="mediumDashDot"><color auto="1"/></bottom><diagonal/></border></borders>';

/** A theme's colours as Office's own theme has them: dark before light, accent 1 at the fifth place. */
const theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements><a:clrScheme name="Office">'
  + '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
  + '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1>'
  + '</a:clrScheme></a:themeElements></a:theme>';

const stylesWith = (xfs: string): string =>
  `<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;x&quot;"/></numFmts>${fonts}${fills}${borders}`
  + `<cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>${xfs}</cellXfs>`;

/** The look of A1 with the first style after the plain one. */
function lookOf(xf: string, sheet = row1('<c r="A1" s="1"/>')): CellLook | undefined {
  const file = workbookFile({ sheets: { Sheet1: sheet }, styles: stylesWith(xf), parts: { 'xl/theme/theme1.xml': { content: theme, relatedAs: 'theme' } } });
  return readLooks(file).get('Sheet1')?.cells.get('A1');
}

const sheetLook = (sheet: string) => readLooks(workbookFile({ sheets: { Sheet1: sheet } })).get('Sheet1')!;

describe('A cell', () => {
  it('with the first style of the file looks as a new one, and has no look of its own', () => {
    expect(lookOf('', row1('<c r="A1" s="0"><v>1</v></c>'))).toBeUndefined();
  });

  it('shows its font: bold, italic, underlined, struck out, size, name, colour', () => {
    expect(lookOf('<xf numFmtId="0" fontId="1" fillId="0" borderId="0"/>')).toEqual({
      bold: true, italic: true, underline: true, strike: true, fontSize: 16, fontName: 'Georgia', color: '#107C41',
    });
  });

  it('is not bold or underlined where the font says so with val', () => {
    const look = lookOf('<xf numFmtId="0" fontId="2" fillId="0" borderId="0"/>');
    expect([look?.bold, look?.underline, look?.fontSize]).toEqual([undefined, undefined, 9]);
  });

  it('shows its number format, the file\'s own and Excel\'s by number', () => {
    expect(lookOf('<xf numFmtId="164" fontId="0" fillId="0" borderId="0"/>')?.numberFormat).toBe('0.0"x"');
    expect(lookOf('<xf numFmtId="4" fontId="0" fillId="0" borderId="0"/>')?.numberFormat).toBe('#,##0.00');
  });

  it('shows the first colour of a gradient, and a colour of the old palette by its number', () => {
    expect(lookOf('<xf numFmtId="0" fontId="0" fillId="3" borderId="0"/>')?.fill).toBe('#FFC000');
    // 13 is yellow: 18.8.27.
    expect(lookOf('<xf numFmtId="0" fontId="0" fillId="4" borderId="0"/>')?.fill).toBe('#FFFF00');
  });

  it('shows its lines and their colours; an automatic colour is none', () => {
    expect(lookOf('<xf numFmtId="0" fontId="0" fillId="0" borderId="1"/>')).toMatchObject({
      borders: { top: 'thin', bottom: 'mediumDashDot' }, borderColors: { top: '#FF0000' },
    });
  });

  it('shows how its text stands: alignment, wrapping, indent, and rotation up to 90 degrees either way', () => {
    const aligned = (attributes: string): CellLook | undefined =>
      lookOf(`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment ${attributes}/></xf>`);
    expect(aligned('horizontal="centerContinuous" vertical="top" wrapText="1" indent="2"'))
      .toMatchObject({ horizontal: 'centerContinuous', vertical: 'top', wrap: true, indent: 2 });
    expect(aligned('horizontal="general"')?.horizontal).toBeUndefined();
    expect([90, 91, 180].map((degrees) => aligned(`textRotation="${degrees}"`)?.rotation)).toEqual([90, -1, -90]);
  });
});

describe('A colour of the theme', () => {
  /** Accent 1 of Office's theme as Excel's own colour menu names the tints. Excel rounds on the way; two levels are no difference to an eye. */
  it.each([
    ['lighter 80%', '0.79998168889431442', 'D9E1F2'],
    ['lighter 60%', '0.59999389629810485', 'B4C6E7'],
    ['lighter 40%', '0.39997558519241921', '8EA9DB'],
    ['as it is', '0', '4472C4'],
    ['darker 25%', '-0.249977111117893', '305496'],
    ['darker 50%', '-0.499984740745262', '203764'],
  ])('%s is what Excel shows', (_name, tint, excel) => {
    const styled = stylesWith('<xf numFmtId="0" fontId="0" fillId="5" borderId="0"/>')
      .replace('<fills count="5">', '<fills count="6">')
      .replace('</fills>', `<fill><patternFill patternType="solid"><fgColor theme="4" tint="${tint}"/></patternFill></fill></fills>`);
    const file = workbookFile({
      sheets: { Sheet1: row1('<c r="A1" s="1"/>') }, styles: styled, parts: { 'xl/theme/theme1.xml': { content: theme, relatedAs: 'theme' } },
    });
    const fill = readLooks(file).get('Sheet1')?.cells.get('A1')?.fill ?? '';
    const levels = (color: string): number[] => [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16));
    const off = levels(fill.slice(1)).map((level, i) => Math.abs(level - levels(excel)[i]!));
    expect(Math.max(...off)).toBeLessThanOrEqual(2);
  });
});

describe('A sheet', () => {
  it('without a word about its look has Excel\'s own', () => {
    expect(sheetLook(row1('<c r="A1"><v>1</v></c>'))).toEqual({
      cells: new Map(), columns: [], rowHeights: new Map(), tabColor: '', showGridlines: true, frozenRows: 0, frozenColumns: 0, besides: [],
    });
  });

  it('gives its widths and heights in points: 9.140625 digits are Excel\'s 64 pixels', () => {
    const look = sheetLook('<sheetFormatPr defaultColWidth="9.140625" defaultRowHeight="15"/>'
      + '<cols><col min="2" max="4" width="18.28515625" customWidth="1"/><col min="5" max="5" hidden="1" width="0"/></cols>'
      + '<sheetData><row r="3" ht="30" customHeight="1"><c r="A3"/></row></sheetData>');
    expect(look).toMatchObject({
      defaultWidth: 48, defaultHeight: 15, columns: [{ first: 1, last: 3, width: 96 }, { first: 4, last: 4, hidden: true }], rowHeights: new Map([[2, 30]]),
    });
  });

  it('gives frozen panes, hidden gridlines and the colour of its tab; a split that is not frozen freezes nothing', () => {
    const view = (state: string): string => '<sheetPr><tabColor rgb="FF00B050"/></sheetPr>'
      + `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="2" state="${state}"/></sheetView></sheetViews><sheetData/>`;
    expect(sheetLook(view('frozen'))).toMatchObject({ frozenRows: 2, frozenColumns: 1, showGridlines: false, tabColor: '#00B050' });
    expect(sheetLook(view('split'))).toMatchObject({ frozenRows: 0, frozenColumns: 0 });
  });

  it('names what it has besides its cells', () => {
    const { besides } = sheetLook('<sheetData/><conditionalFormatting sqref="A1"/><dataValidations count="0"/>'
      + `<drawing xmlns:r="${RELATIONSHIPS}" r:id="rId9"/>`);
    expect(besides).toEqual(['charts and pictures', 'conditional formats', 'drop-down lists and other checks of what is entered']);
  });
});
