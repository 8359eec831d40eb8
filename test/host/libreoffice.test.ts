/** The second opinion itself: it must calculate, and say so when it cannot. */
import ExcelJS from 'exceljs';
import { readWorkbook } from '../../src/package';
import { recalculateWithLibreOffice } from '../support/libreoffice';

async function workbookOf(cells: Readonly<Record<string, ExcelJS.CellValue>>): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Data');
  for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}

describe('LibreOffice as a second opinion', () => {
  it('names the package to install where it is missing', async () => {
    await expect(recalculateWithLibreOffice(await workbookOf({}), 'no-such-program'))
      .rejects.toThrow('there is no program "no-such-program": install the apt package libreoffice-calc');
  });

  it('replaces a value that the file states wrongly', async () => {
    const bytes = await workbookOf({ A1: 7000, A2: { formula: 'ROUND(A1*0.0338,2)', result: -1 } });
    expect(readWorkbook(await recalculateWithLibreOffice(bytes)).sheets[0]!.cells.get('A2')!.value).toBe(236.6);
  });
});
