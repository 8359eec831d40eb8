import { patchWorkbook, readWorkbook, type CellStyle } from '../../src/package';
import { cellChanges } from './support/changes';
import { differences, MAIN, PLAIN_STYLES, row1, textOf, thrownBy, workbookFile } from './support/fixture';

/** The parts of a cell's format: ECMA-376 part 1, 18.8. Existing formats are referred to by number and so never move. */

const STYLES = 'xl/styles.xml';
const SHEET = 'xl/worksheets/sheet1.xml';

/** Format 1: red bold Arial on yellow, two decimals, wrapped, a line below, locked and hidden. Format 2: a leading apostrophe. */
const RICH_STYLES =
  '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.00&quot; x&quot;"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font><font><b/><sz val="9"/><color rgb="FFFF0000"/><name val="Arial"/><family val="2"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="170" fontId="1" fillId="2" borderId="1" xfId="0" applyProtection="1"><alignment wrapText="1"/><protection hidden="1"/></xf>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><extLst/>';

const styled = (
  style: CellStyle | undefined,
  from: number,
  styles = RICH_STYLES,
): { before: Uint8Array; after: Uint8Array; xf: string; number: number; xml: string } => {
  const before = workbookFile({ sheets: { S: row1(`<c r="A1" s="${from}"><v>1</v></c>`) }, styles });
  const after = patchWorkbook(before, cellChanges('S', { address: 'A1', value: 2, ...(style ? { style } : {}) }));
  const number = Number(/<c r="A1" s="(\d+)"/.exec(textOf(after, SHEET))?.[1] ?? 0);
  const xml = textOf(after, STYLES);
  const xf =
    [...(/<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(xml)?.[1] ?? '').matchAll(/<xf[^>]*\/>|<xf.*?<\/xf>/g)][number]?.[0] ?? '';
  return { before, after, xf, number, xml };
};

describe('A style is laid on top of the one that the cell has', () => {
  it('a value without a style changes no style', () => {
    const { before, after, number } = styled(undefined, 1);
    expect(number).toBe(1);
    expect(differences(before, after).changed).toEqual([SHEET]);
  });

  it('a fill is added, all else stays', () => {
    const { xf, xml, number } = styled({ fill: '#00ff7F' }, 1);
    expect(number).toBe(3);
    expect(xf).toBe(
      '<xf numFmtId="170" fontId="1" fillId="3" borderId="1" xfId="0" applyProtection="1" applyFill="1"><alignment wrapText="1"/><protection hidden="1"/></xf>',
    );
    expect(xml).toContain('<fills count="4">');
    expect(xml).toContain(
      '<fill><patternFill patternType="solid"><fgColor rgb="FF00FF7F"/><bgColor indexed="64"/></patternFill></fill></fills>',
    );
    expect(xml).toContain('<cellXfs count="4">');
  });

  it('the font keeps what is not named; another name takes the theme font away', () => {
    const { xf, xml } = styled({ italic: true, fontSize: 8 }, 1);
    expect(xf).toContain('fontId="2"');
    expect(xml).toContain(
      '<font><b/><i/><sz val="8"/><color rgb="FFFF0000"/><name val="Arial"/><family val="2"/></font></fonts>',
    );
    expect(styled({ fontName: 'Georgia', bold: true, underline: true, color: '#0000FF' }, 0).xml).toContain(
      '<font><b/><u/><sz val="11"/><color rgb="FF0000FF"/><name val="Georgia"/></font></fonts>',
    );
    expect(styled({ bold: false }, 1).xml).toContain(
      '<font><sz val="9"/><color rgb="FFFF0000"/><name val="Arial"/><family val="2"/></font></fonts>',
    );
  });

  it('a border is changed side by side', () => {
    expect(styled({ borders: { top: 'double', bottom: 'none' } }, 1).xml).toContain(
      '<border><left/><right/><top style="double"><color auto="1"/></top><bottom/><diagonal/></border></borders>',
    );
    expect(styled({ borders: { left: 'hair' } }, 1).xml).toContain(
      '<border><left style="hair"><color auto="1"/></left><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>',
    );
  });

  it('alignment is changed attribute by attribute', () => {
    expect(styled({ horizontal: 'right', vertical: 'top', indent: 2 }, 1).xf).toContain(
      '<alignment wrapText="1" horizontal="right" vertical="top" indent="2"/><protection hidden="1"/>',
    );
    expect(styled({ wrap: false }, 1).xf).toContain('<alignment wrapText="0"/>');
  });

  for (const [code, id] of [
    ['General', 0],
    ['#,##0.00', 4],
    ['@', 49],
    ['0.00" x"', 170],
    ['#,##0.0000000000', 171],
  ] as const) {
    it(`the number format ${code} has the number ${id}`, () => {
      const { xf, after } = styled({ numberFormat: code }, 0);
      expect(xf.includes(`numFmtId="${id}"`)).toBe(true);
      expect(readWorkbook(after).sheets[0]?.cells.get('A1')?.numberFormat).toBe(code);
    });
  }

  it('the same style for many cells is added once, and found again in the next patch', () => {
    const style: CellStyle = { bold: true, fill: '#DDDDDD', numberFormat: '0.000', borders: { top: 'thin' }, wrap: true };
    const before = workbookFile({ sheets: { S: '<sheetData/>' } });
    const cells = ['A1', 'B1', 'C1'].map((address) => ({ address, value: 1, style }));
    const once = patchWorkbook(before, cellChanges('S', ...cells));
    const twice = patchWorkbook(once, cellChanges('S', ...cells, { address: 'D1', value: 1, style }));
    expect(textOf(once, STYLES)).toContain('<cellXfs count="2">');
    expect(differences(once, twice).changed).toEqual([SHEET]);
  });

  it('a list without a count gets none, a list without members opens', () => {
    const { xml } = styled(
      { numberFormat: '0.000' },
      0,
      `<numFmts count="0"/>${PLAIN_STYLES.replace('<cellXfs count="1">', '<cellXfs>')}`,
    );
    expect(xml).toContain('<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts><fonts');
    expect(xml).toContain('<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164"');
  });

  it('prefixed style sheets get prefixed members', () => {
    const prefixed = PLAIN_STYLES.replace(/<(\/?)([a-z])/gi, '<$1x:$2');
    const file = workbookFile({
      sheets: { S: '<sheetData/>' },
      styles: null,
      parts: {
        [STYLES]: {
          content: `<x:styleSheet xmlns:x="${MAIN}">${prefixed}</x:styleSheet>`,
          contentType: 'a/b',
          relatedAs: 'styles',
        },
      },
    });
    const xml = textOf(
      patchWorkbook(
        file,
        cellChanges('S', { address: 'A1', value: 1, style: { bold: true, fill: '#112233', numberFormat: '0.0' } }),
      ),
      STYLES,
    );
    expect(xml).toContain('<x:numFmts count="1"><x:numFmt numFmtId="164" formatCode="0.0"/></x:numFmts>');
    expect(xml).toContain('<x:font><x:b/><x:sz val="11"/>');
    expect(xml).toMatch(/<x:xf numFmtId="164"[^>]*\/><\/x:cellXfs>/);
  });

  it('a workbook without a style sheet gets one', () => {
    const before = workbookFile({ sheets: { S: '<sheetData/>' }, styles: null });
    const after = patchWorkbook(before, cellChanges('S', { address: 'A1', value: 1, style: { numberFormat: '0.00' } }));
    expect(differences(before, after)).toEqual({
      changed: ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', SHEET],
      added: [STYLES],
      removed: [],
    });
    expect(readWorkbook(after).sheets[0]?.cells.get('A1')?.numberFormat).toBe('0.00');
  });
});

describe('A new cell looks as a cell that a person fills there', () => {
  const sheet =
    '<cols><col min="2" max="3" style="1" width="9"/></cols><sheetData><row r="1" s="2" customFormat="1"/><row r="2" s="2"/></sheetData>';
  for (const [address, style, because] of [
    ['A1', 2, 'as its row'],
    ['B1', 2, 'as its row rather than its column'],
    ['B2', 1, 'as its column: the row states a style without applying it'],
    ['C9', 1, 'as its column in a new row'],
    ['D9', 0, 'as the default'],
  ] as const) {
    it(`${address}: ${because}`, () => {
      const after = patchWorkbook(
        workbookFile({ sheets: { S: sheet }, styles: RICH_STYLES }),
        cellChanges('S', { address, value: 'text' }),
      );
      expect(textOf(after, SHEET)).toContain(style === 0 ? `<c r="${address}" t` : `<c r="${address}" s="${style}" t`);
    });
  }
});

describe("Excel's leading apostrophe", () => {
  const apostrophe = (value: string | number, style: CellStyle | undefined, from: number, formula?: string): boolean => {
    const before = workbookFile({ sheets: { S: row1(`<c r="A1" s="${from}" t="str"><v>x</v></c>`) }, styles: RICH_STYLES });
    const after = patchWorkbook(
      before,
      cellChanges('S', { address: 'A1', value, ...(style ? { style } : {}), ...(formula ? { formula } : {}) }),
    );
    const number = Number(/<c r="A1" s="(\d+)"/.exec(textOf(after, SHEET))?.[1] ?? 0);
    return ([...textOf(after, STYLES).matchAll(/<xf [^>]*>/g)][number]?.[0] ?? '').includes('quotePrefix="1"');
  };

  it('is given to text that asks for it', () => expect(apostrophe('=1+1', { quotePrefix: true }, 0)).toBe(true));
  it('stays with new text', () => expect(apostrophe('new', undefined, 2)).toBe(true));
  it('goes when a number is written', () => expect(apostrophe(5, undefined, 2)).toBe(false));
  it('goes when a formula is written, which would show as text', () =>
    expect(apostrophe('a', undefined, 2, '="a"')).toBe(false));
  it('goes when that is asked', () => expect(apostrophe('new', { quotePrefix: false }, 2)).toBe(false));
});

describe('A style that Excel does not know is refused', () => {
  for (const [style, says] of [
    [{ fill: 'yellow' }, '#RRGGBB'],
    [{ color: '#12345' }, '#RRGGBB'],
    [{ fontSize: 0 }, '1 to 409'],
    [{ fontSize: 410 }, '1 to 409'],
    [{ indent: 251 }, '0 to 250'],
    [{ numberFormat: '' }, '1 to 255'],
    [{ numberFormat: '0'.repeat(256) }, '1 to 255'],
  ] as const) {
    it(JSON.stringify(style).slice(0, 40), () =>
      expect(thrownBy(() => styled(style, 0))).toMatchObject({ code: 'STYLE', text: expect.stringContaining(says) }),
    );
  }

  it('and so is a style sheet that lacks what a style is made of', () => {
    expect(thrownBy(() => styled({ bold: true }, 0, '<cellXfs count="1"><xf/></cellXfs>'))).toMatchObject({
      code: 'DAMAGED',
      text: expect.stringContaining('<fonts>'),
    });
  });
});
