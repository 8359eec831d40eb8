/** The sample workbooks through the main job: each note's lines, worked out by hand, come out of the report, the tab and LibreOffice. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { formatCell, parseRange } from '../../src/cells/address';
import { readWorkbook } from '../../src/package';
import type { WorkbookContent } from '../../src/package/content';
import { roleNames } from '../../src/plan/plan';
import { aFolder, book, removeFolders, save, valueOfName, type BookRun } from '../support/book';
import { recalculateAll } from '../support/libreoffice';
import { ownSamples, type OwnSample } from '../support/ownSamples';

afterAll(removeFolders);

it('The samples are at least fourteen, no two of a kind, and every role is in one', () => {
  expect(ownSamples.length).toBeGreaterThanOrEqual(14);
  expect(new Set(ownSamples.map(({ title }) => title)).size).toBe(ownSamples.length);
  const selected = new Set(ownSamples.flatMap(({ plans }) => plans.flatMap(({ sources }) => sources.map(({ role }) => role))));
  expect(roleNames.filter((role) => !selected.has(role))).toEqual([]);
});

it('The samples are what their descriptions make, in every part: cells, widths, bold headers, formats, merged cells and hidden rows', () => {
  const folder = aFolder();
  const { status, stderr } = spawnSync(process.execPath, [path.resolve(__dirname, '..', 'fixtures', 'samples', 'write.mjs'), folder], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const { id, file } of ownSamples) expect({ id, parts: partsOf(file) }).toEqual({ id, parts: partsOf(path.join(folder, `${id}.xlsx`)) });
});

/** The parts of a workbook as text, but for the one that says when it was written. */
const partsOf = (file: string): unknown => Object.fromEntries(Object.entries(unzipSync(new Uint8Array(readFileSync(file))))
  .filter(([name]) => name !== 'docProps/core.xml').map(([name, bytes]) => [name, strFromU8(bytes)]));

/** Every filled cell of the selections ends in one of the four lists, for each person. */
const lostCells = (sample: OwnSample, { tabs }: BookRun['result']): readonly string[] => sample.plans.flatMap(({ person, sources }) => {
  const told = new Set(tabs.filter((tab) => tab.person === person).flatMap(({ used, asked, excluded, ignored }) => [...used, ...asked, ...excluded, ...ignored].map(({ cell }) => cell)));
  return sources.flatMap(({ range }) => {
    const { sheet, top, left, bottom, right } = parseRange(range);
    return sample.sheets[sheet]!.flatMap((row, r) => row.flatMap((written, c) => {
      const inside = r + 1 >= top && r + 1 <= bottom && c + 1 >= left && c + 1 <= right;
      return written === null || !inside ? [] : [formatCell({ sheet, row: r + 1, column: c + 1 })];
    }));
  }).filter((cell) => !told.has(cell));
});

const named = (content: WorkbookContent, key: string, line: string): number | null => {
  const [year, person] = key.split(' ');
  const value = valueOfName(content, `F8606_${year}_${person}_L${line}`);
  return typeof value === 'number' ? Number(value.toFixed(line === '10' ? 10 : 2)) : value as null;
};

describe('Built by the command line', () => {
  const folder = aFolder();
  const built = ownSamples.map((sample) => {
    const output = path.join(folder, `${sample.id}.xlsx`);
    const run = book('form8606', sample.file, output, '--plan', save(path.join(folder, `${sample.id}.json`), sample.given as object));
    return { sample, output, ...run };
  });
  let second: readonly WorkbookContent[];

  beforeAll(async () => {
    second = (await recalculateAll(built.map(({ output }) => new Uint8Array(readFileSync(output))))).map((bytes) => readWorkbook(bytes));
  });

  it.each(built.map((one, index) => [one.sample.id, one, index] as const))('%s has the lines of its note, in the report, in the named cells, and in LibreOffice', (_, { sample, output, status, result }, index) => {
    expect({ status, errors: result.errors }).toEqual({ status: 0, errors: [] });
    expect(result.tabs.map(({ year, person }) => `${year} ${person}`)).toEqual(Object.keys(sample.lines));
    const saved = readWorkbook(new Uint8Array(readFileSync(output)));
    for (const tab of result.tabs) {
      const key = `${tab.year} ${tab.person}`;
      expect({ key, status: tab.status, asked: tab.asked, lines: tab.lines }).toEqual({ key, status: sample.status[key], asked: [], lines: sample.lines[key] });
      for (const content of [saved, second[index]!]) {
        expect(Object.fromEntries(Object.keys(tab.lines).map((line) => [line, named(content, key, line)]))).toEqual(sample.lines[key]);
      }
    }
    const warnings = new Set(result.tabs.flatMap((tab) => tab.warnings.map(({ cell, code }) => `${code} ${cell ?? ''}`.trim())));
    expect(sample.told.filter((warning) => !warnings.has(warning))).toEqual([]);
    expect([...new Set(result.tabs.flatMap(({ person, excluded }) => excluded.map(({ cell }) => `${person} ${cell}`)))].sort()).toEqual([...sample.leftOut].sort());
    expect(lostCells(sample, result)).toEqual([]);
  });
});
