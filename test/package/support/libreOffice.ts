import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Opens a workbook in LibreOffice and saves it again as .xlsx. It fails, and never skips, where LibreOffice is missing. */
export function savedByLibreOffice(workbook: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'ira-basis-package-'));
  try {
    writeFileSync(join(folder, 'in.xlsx'), workbook);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    run([
      profile,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      join(folder, 'in.xlsx'),
    ]);
    return new Uint8Array(readFileSync(join(folder, 'out', 'in.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[]): void {
  const options: ExecFileSyncOptions = { stdio: 'pipe', timeout: 600_000 };
  try {
    execFileSync('soffice', [...args], options);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        'LibreOffice is missing: install the package libreoffice-calc (its program is soffice), then run the tests again.',
        { cause: error },
      );
    }
    throw error;
  }
}
