/** How a cell looks, in Excel's words and in Univer's. */
import type { IStyleData } from '@univerjs/core';
import type { CellStyle } from '../../../../src/package/content';
import { fontsFor } from '../../../../src/host/univer/grid/fonts';
import { cellStyleOf, styleDataOf } from '../../../../src/host/univer/grid/styleData';

describe('A look', () => {
  it.each<[string, CellStyle]>([
    ['a font', { bold: true, italic: true, underline: true, fontName: 'Georgia', fontSize: 14, color: '#107C41' }],
    ['a fill', { fill: '#E2EFDA' }],
    ['a number format', { numberFormat: '$#,##0.00;[Red]($#,##0.00)' }],
    ['where the text stands', { horizontal: 'right', vertical: 'top', wrap: true }],
    ['lines', { borders: { top: 'thin', bottom: 'double', left: 'hair', right: 'medium' } }],
  ])('that is set comes back as it was: %s', (_what, style) => {
    expect(cellStyleOf(styleDataOf(style))).toMatchObject(style);
  });

  it('that is plain takes away what the cell had', () => {
    expect(styleDataOf({})).toMatchObject({ bl: 0, it: 0, ul: { s: 0 }, st: { s: 0 }, cl: null, bg: null, n: null, ht: null, pd: null, bd: { t: null, b: null, l: null, r: null } });
  });

  it('General is no format of its own', () => {
    expect(styleDataOf({ numberFormat: 'General' }).n).toBeNull();
    expect(cellStyleOf({ n: null }).numberFormat).toBe('General');
  });

  it('indents from the side on which the text stands, 9 pixels a step', () => {
    expect(styleDataOf({ indent: 2 }).pd).toEqual({ l: 20 });
    expect(styleDataOf({ indent: 2, horizontal: 'right' }).pd).toEqual({ r: 20 });
  });

  it('names fonts that other machines have, the file\'s first', () => {
    expect(fontsFor('Calibri')).toMatch(/^"Calibri", .*sans-serif$/);
    expect(fontsFor('Times New Roman')).toMatch(/^"Times New Roman", .* serif$/);
    expect(cellStyleOf({ ff: fontsFor('Aptos Narrow') }).fontName).toBe('Aptos Narrow');
  });
});

describe('What a person set', () => {
  it('is what Univer names, and nothing else', () => {
    expect(cellStyleOf({ bl: 1 })).toEqual({ bold: true });
    expect(cellStyleOf({ bl: 0 })).toEqual({ bold: false });
  });

  it('is a plain cell when all is taken away', () => {
    expect(cellStyleOf(null)).toEqual({
      bold: false, italic: false, underline: false, color: '#000000', fill: '#FFFFFF', numberFormat: 'General', horizontal: 'general', vertical: 'bottom',
      wrap: false, borders: { top: 'none', bottom: 'none', left: 'none', right: 'none' },
    });
  });

  it.each([
    ['#abc', '#AABBCC'],
    ['rgb(16, 124, 65)', '#107C41'],
    ['rgba(255,0,0,0.5)', '#FF0000'],
    ['#107c41', '#107C41'],
  ])('as the colour %s is %s', (written, color) => {
    expect(cellStyleOf({ cl: { rgb: written } })).toEqual({ color });
  });

  it('as a line that a file is not given here is the nearest that it is', () => {
    const dashed: IStyleData = { bd: { t: { s: 4, cl: { rgb: '#000000' } }, b: null } };
    expect(cellStyleOf(dashed)).toEqual({ borders: { top: 'thin', bottom: 'none' } });
  });
});
