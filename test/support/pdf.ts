/** What a workbook looks like on paper: LibreOffice prints it, and the text of each page is read back. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIME_LIMIT = 100_000;

/** The text of each printed page, as it is laid out; `keep` also copies the PDF there, to be looked at. */
export async function printedPages(workbook: Uint8Array, keep?: string): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ira-basis-pdf-'));
  try {
    const input = path.join(folder, 'book.xlsx');
    await writeFile(input, workbook);
    await run('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, input],
      { timeout: TIME_LIMIT });
    const pdf = path.join(folder, 'book.pdf');
    if (keep !== undefined) await writeFile(keep, await readFile(pdf));
    const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { timeout: TIME_LIMIT });
    return stdout.split('\f').slice(0, -1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
