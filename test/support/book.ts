import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readWorkbook } from '../../src/package';
import type { CellValue, WorkbookContent } from '../../src/package/content';

const project = path.resolve(__dirname, '..', '..');
const folders: string[] = [];

/** A folder for one test's files; `removeFolders` takes them away. */
export function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ira-basis-book-'));
  folders.push(folder);
  return folder;
}

export const removeFolders = (): void => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));

export interface BookRun {
  readonly status: number | null;
  // The JSON that a person would see; each test looks at the keys that it is about.
  readonly result: {
    readonly ok: boolean;
    readonly tabs: readonly {
      readonly sheet: string | null; readonly ledger: string | null; readonly person: string; readonly year: number; readonly status: string;
      readonly lines: Readonly<Record<string, number | null>>;
      readonly used: readonly { readonly cell: string; readonly line: string; readonly amount: number; readonly text: string | null }[];
      readonly asked: readonly { readonly cell: string; readonly code: string; readonly choices: readonly unknown[] }[];
      readonly excluded: readonly { readonly cell: string; readonly text: string }[];
      readonly ignored: readonly { readonly cell: string }[];
      readonly warnings: readonly { readonly cell: string | null; readonly code: string; readonly text: string }[];
    }[];
    readonly cells: readonly string[];
    readonly disagreements: readonly { readonly cell: string; readonly saved: unknown; readonly computed: unknown }[];
    readonly errors: readonly { readonly code: string; readonly cell: string | null; readonly text: string }[];
    readonly files?: readonly { readonly file: string; readonly ok: boolean }[];
  };
}

/** `npm run book -- ...`, as a person runs it: over the built add-in, in a process of its own. */
export function book(...args: readonly string[]): BookRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(project, 'src', 'book', 'start.mjs'), ...args], { encoding: 'utf8', maxBuffer: 1e8 });
  try {
    return { status, result: JSON.parse(stdout) as BookRun['result'] };
  } catch (error) {
    throw new Error(`The command printed no JSON object: ${stdout}\n${stderr}`, { cause: error });
  }
}

export const save = (file: string, content: Uint8Array | object): string => {
  writeFileSync(file, content instanceof Uint8Array ? content : JSON.stringify(content));
  return file;
};

export const open = (file: string): WorkbookContent => readWorkbook(new Uint8Array(readFileSync(file)));

/** What the cell behind a workbook-level name shows; null for the empty text of a line left blank. */
export function valueOfName(content: WorkbookContent, name: string): CellValue {
  const formula = content.names.find((candidate) => candidate.name === name)?.formula;
  const [, quoted, bare, cell] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+\$?\d+)$/.exec(formula ?? '') ?? [];
  if (cell === undefined) throw new Error(`The workbook has no name ${name} for one cell (${formula ?? 'not there'}).`);
  const sheet = (quoted?.replace(/''/g, "'") ?? bare)!;
  const stored = content.sheets.find((candidate) => candidate.name === sheet)?.cells.get(cell.replace('$', ''));
  return stored?.value === '' ? null : stored?.value ?? null;
}
