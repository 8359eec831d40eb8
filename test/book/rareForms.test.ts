/** Workbooks as other programs than Excel may store them: in the strict form of the standard, and with a prefix on every element. */
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { accountList, accountListPlan } from '../support/addIn';
import { aFolder, book, open, removeFolders, save, valueOfName } from '../support/book';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

afterAll(removeFolders);

const sample = sampleWorkbook(accountList);
/** The lines that are listed with the sample. */
const expected = sample.expected['T']!['2025']!.lines.cents;

const rewritten = (file: Uint8Array, change: (xml: string, part: string) => string): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(unzipSync(file)).map(([part, bytes]) => [part, strToU8(change(strFromU8(bytes), part))])));

const strict = (xml: string): string => xml
  .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
  .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships');

const prefixed = (xml: string, part: string): string => (!/^xl\/(?:workbook|styles|sharedStrings|worksheets\/sheet\d+)\.xml$/.test(part) ? xml
  : xml.replace(/<(\/?)(?=\w+[\s/>])/g, '<$1x:').replace(' xmlns="', ' xmlns:x="'));

for (const { what, form, mark } of [
  { what: 'in the strict form of the standard', form: strict, mark: 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"' },
  { what: 'with a prefix on every element', form: prefixed, mark: '<x:worksheet' },
]) {
  it(`A workbook ${what} is read, and a tab built in it, as any other`, async () => {
    const folder = aFolder();
    const file = rewritten(await asXlsx(sample), form);
    expect(strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!)).toContain(mark);
    const input = save(path.join(folder, 'in.xlsx'), file);
    const output = path.join(folder, 'out.xlsx');
    const plan = save(path.join(folder, 'plan.json'), { ...accountListPlan, rounding: 'cents' });

    const read = book('read', input, '--plan', plan);
    expect([read.status, read.result.errors, read.result.tabs[0]?.lines]).toEqual([0, [], expect.objectContaining(expected)]);
    const built = book('form8606', input, output, '--plan', plan);
    expect([built.status, built.result.errors, built.result.tabs[0]?.lines]).toEqual([0, [], expect.objectContaining(expected)]);
    expect(valueOfName(open(output), 'F8606_2025_T_L18')).toBe(expected['18']);
  });
}
