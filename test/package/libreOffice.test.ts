import { patchWorkbook, readWorkbook } from '../../src/package';
import { changes, newSheet } from './support/changes';
import { partsOf } from './support/fixture';
import { hostileWorkbook } from './support/hostile';
import { savedByLibreOffice } from './support/libreOffice';

/**
 * A program that is not ours opens what was written. It keeps Excel's saved values when it loads a file, so that this shows
 * that the file is sound and the values are where they belong; that formulas calculate right is shown elsewhere.
 */
describe('A patched workbook opens in LibreOffice', () => {
  const patched = patchWorkbook(
    hostileWorkbook(),
    changes({
      cells: new Map([
        [
          'Accounts',
          [
            { address: 'B2', value: 94000 },
            { address: 'C2', value: 'was the first of a shared formula' },
            { address: 'A9', value: ' <new> text\nin two lines' },
            {
              address: 'B9',
              value: 7,
              formula: '=IFNA(1+6,0)',
              style: { numberFormat: '0.00', bold: true, fill: '#FFF2CC' },
            },
          ],
        ],
      ]),
      newSheets: [
        newSheet({
          name: "8606 O'Brien",
          cells: [
            { address: 'A1', value: '=not a formula', style: { quotePrefix: true, bold: true } },
            {
              address: 'B2',
              value: 94000,
              formula: '=Accounts!B2',
              style: { numberFormat: '#,##0.00', borders: { top: 'thin', bottom: 'double' } },
            },
            { address: 'B3', value: { error: '#N/A' }, formula: '=NA()' },
            { address: 'B4', value: true },
          ],
          columns: new Map([
            [0, { width: 30 }],
            [5, { hidden: true }],
          ]),
          rowHeights: new Map([[1, 24]]),
          frozenRows: 1,
          showGridlines: false,
          tabColor: '#00B050',
          page: {
            orientation: 'landscape',
            fitToWidth: 1,
            printArea: 'A1:B4',
            printTitleRows: '1:1',
            header: '&C&A',
            footer: '&RPage &P of &N',
          },
        }),
      ],
      namesAdded: [{ name: 'F8606_2025_T_L6', formula: "='8606 O''Brien'!$B$2", hidden: false }],
    }),
  );
  const saved = savedByLibreOffice(patched);
  const content = readWorkbook(saved);

  it('with the changed cells of the old sheet', () => {
    const cells = content.sheets[0]?.cells;
    expect(['B2', 'C2', 'A9', 'B9'].map((address) => cells?.get(address)?.value)).toEqual([
      94000,
      'was the first of a shared formula',
      ' <new> text\nin two lines',
      7,
    ]);
    expect(cells?.get('B9')).toMatchObject({ formula: '=IFNA(1+6,0)', numberFormat: '0.00' });
    expect(cells?.get('C4')?.formula).toBe('=ROUND(B4*0.5,2)');
  });

  it('with the new sheet, its values, its name and its print area', () => {
    const sheet = content.sheets[2];
    expect(sheet?.name).toBe("8606 O'Brien");
    expect(['A1', 'B2', 'B3', 'B4'].map((address) => sheet?.cells.get(address)?.value)).toEqual([
      '=not a formula',
      94000,
      { error: '#N/A' },
      true,
    ]);
    expect(sheet?.cells.get('A1')?.formula).toBeUndefined();
    expect(content.names).toContainEqual({ name: 'F8606_2025_T_L6', formula: "='8606 O''Brien'!$B$2", hidden: false });
    expect(content.names).toContainEqual({
      name: 'Print_Area',
      formula: "='8606 O''Brien'!$A$1:$B$4",
      sheet: "8606 O'Brien",
      hidden: false,
    });
  });

  it('with its chart, its comment and its validation', () => {
    const parts = [...partsOf(saved)];
    const xml = (path: RegExp): string =>
      parts
        .filter(([part]) => path.test(part))
        .map(([, bytes]) => new TextDecoder().decode(bytes))
        .join('');
    expect(xml(/charts\/chart/)).toContain('Accounts');
    expect(xml(/comments/)).toContain('From the custodian');
    expect(xml(/worksheets\/sheet1/)).toMatch(/dataValidation .*Rollover/);
  });
});
