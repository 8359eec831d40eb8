/**
 * LibreOffice as a second opinion on every formula of a workbook.
 *
 * By itself it believes the values that a file made by Excel says; only a setting of its profile makes it calculate on
 * opening. Whether the setting took is not left to faith: before its first answer it gets a workbook with a wrong value, and
 * unless that comes back corrected nothing that it says is used.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { readWorkbook } from '../../src/package';

const run = promisify(execFile);

const PROGRAM = 'soffice';
const TIME_LIMIT = 600_000;
/** 0: always calculate when a file of Excel is opened. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

let checked: Promise<void> | null = null;

/** The workbook with every formula calculated by LibreOffice, as .xlsx again. */
export const recalculateWithLibreOffice = async (bytes: Uint8Array, program = PROGRAM): Promise<Uint8Array> => (await recalculateAll([bytes], program))[0]!;

/** Several workbooks in one start of the program. */
export async function recalculateAll(books: readonly Uint8Array[], program = PROGRAM): Promise<readonly Uint8Array[]> {
  checked ??= seeThatItCorrects(program);
  try {
    await checked;
  } catch (error) {
    checked = null;
    throw error;
  }
  return recalculated(books, program);
}

async function seeThatItCorrects(program: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Check').getCell('A1').value = { formula: '1+1', result: 999 };
  const [bytes] = await recalculated([new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer)], program);
  const value = readWorkbook(bytes!).sheets[0]?.cells.get('A1')?.value;
  if (value !== 2) throw new Error(`LibreOffice was to calculate =1+1 anew and gave ${String(value)}; it did not calculate on opening.`);
}

async function recalculated(books: readonly Uint8Array[], program: string): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ira-basis-libreoffice-'));
  try {
    await mkdir(path.join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), SETTINGS);
    const names = books.map((_, index) => `book${index + 1}.xlsx`);
    await Promise.all(books.map((bytes, index) => writeFile(path.join(folder, names[index]!), bytes)));
    const result = path.join(folder, 'out');
    await start(program, [
      `-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore',
      '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', result, ...names.map((name) => path.join(folder, name)),
    ]);
    return await Promise.all(names.map(async (name) => new Uint8Array(await readFile(path.join(result, name)))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function start(program: string, args: readonly string[]): Promise<void> {
  try {
    await run(program, [...args], { timeout: TIME_LIMIT });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error(
        `LibreOffice is needed here and there is no program "${program}": install the apt package libreoffice-calc, then run the tests again.`,
        { cause: error },
      );
    }
    throw error;
  }
}
