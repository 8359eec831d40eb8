/** What a workbook looks like on paper: LibreOffice prints it, and each page is read back, its text and its colours. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIME_LIMIT = 600_000;
const DOTS_PER_INCH = 50;

export interface PrintedPage {
  /** As it is laid out. */
  readonly text: string;
  /** How many dots of the page have exactly this colour (`#RRGGBB`), at 50 to the inch. */
  dots(color: string): number;
}

/** The text of each printed page; `keep` also copies the PDF there, to be looked at. */
export const printedPages = (workbook: Uint8Array, keep?: string): Promise<readonly string[]> =>
  printed(workbook, (pdf) => textOf(pdf), keep);

/** Each printed page with what is drawn on it. */
export const drawnPages = (workbook: Uint8Array, keep?: string): Promise<readonly PrintedPage[]> => printed(workbook, async (pdf) => {
  const pages = await textOf(pdf);
  const { stdout } = await run('pdftoppm', ['-r', String(DOTS_PER_INCH), pdf], { timeout: TIME_LIMIT, encoding: 'buffer', maxBuffer: 2 ** 28 });
  const pictures = picturesIn(stdout);
  return pages.map((text, index) => ({ text, dots: (color: string) => dotsOf(pictures[index]!, color) }));
}, keep);

const printed = async <Result>(workbook: Uint8Array, read: (pdf: string) => Promise<Result>, keep?: string): Promise<Result> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'ira-basis-pdf-'));
  try {
    const input = path.join(folder, 'book.xlsx');
    await writeFile(input, workbook);
    await run('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, input],
      { timeout: TIME_LIMIT });
    const pdf = path.join(folder, 'book.pdf');
    if (keep !== undefined) await writeFile(keep, await readFile(pdf));
    return await read(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const textOf = async (pdf: string): Promise<readonly string[]> => {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { timeout: TIME_LIMIT });
  return stdout.split('\f').slice(0, -1);
};

/** The dots of each page, three bytes each: pages follow one another as binary PPM (`P6 width height 255`, then the dots). */
const picturesIn = (pages: Buffer): readonly Buffer[] => {
  const pictures: Buffer[] = [];
  for (let at = 0; at < pages.length;) {
    const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(pages.toString('latin1', at, at + 40));
    if (!header) throw new Error('A printed page is no picture of the kind that was asked for.');
    const start = at + header[0].length;
    const end = start + Number(header[1]) * Number(header[2]) * 3;
    pictures.push(pages.subarray(start, end));
    at = end;
  }
  return pictures;
};

const dotsOf = (picture: Buffer, color: string): number => {
  const [red, green, blue] = [1, 3, 5].map((from) => parseInt(color.slice(from, from + 2), 16));
  let dots = 0;
  for (let at = 0; at < picture.length; at += 3) {
    if (picture[at] === red && picture[at + 1] === green && picture[at + 2] === blue) dots += 1;
  }
  return dots;
};
