import fc from 'fast-check';
import { patchWorkbook, readWorkbook, type CellChange, type CellValue, type StoredCell } from '../../src/package';
import { readSheetXml } from '../../src/package/sheetXml';
import { cellChanges } from './support/changes';
import { differences, textOf, workbookFile } from './support/fixture';

/** Laws of patching, on small random sheets: what was asked is there, and what was not asked is as it was, to the byte. */

const SHEET = 'xl/worksheets/sheet1.xml';
const COLUMNS = ['A', 'B', 'C', 'D', 'E', 'F'];
const ROWS = [1, 2, 3, 4, 5, 6, 7, 8];

interface Seed {
  readonly kind: 'number' | 'text' | 'formula' | 'shared' | 'empty';
  readonly number: number;
}

const seedCell = fc.record({
  kind: fc.constantFrom<Seed['kind']>('number', 'text', 'formula', 'shared', 'empty'),
  number: fc.integer({ min: -9999, max: 9999 }),
});
const sheetSeed = fc.dictionary(
  fc.constantFrom(...COLUMNS.flatMap((column) => ROWS.map((row) => `${column}${row}`))),
  seedCell,
  { maxKeys: 25 },
);
const style = fc.record({ stated: fc.boolean(), prefixed: fc.boolean(), spans: fc.boolean() });

/** Shared formulas are `<column left>*2`, one for each column, held by its topmost cell. */
function sheetXml(
  seeds: Readonly<Record<string, Seed>>,
  how: { stated: boolean; prefixed: boolean; spans: boolean },
): string {
  const p = how.prefixed ? 'x:' : '';
  const masters = new Set<string>();
  const rows = ROWS.flatMap((row) => {
    const cells = COLUMNS.flatMap((column) => {
      const seed = seeds[`${column}${row}`];
      return seed ? [cellXml(column, row, seed, p, masters)] : [];
    });
    const spans = how.spans ? ' spans="2:4"' : '';
    return cells.length > 0 ? [`<${p}row r="${row}"${spans}>${cells.join('')}</${p}row>`] : [];
  });
  return (
    (how.stated ? `<${p}dimension ref="B2:D4"/>` : '') +
    (rows.length > 0 ? `<${p}sheetData>${rows.join('')}</${p}sheetData>` : `<${p}sheetData/>`)
  );
}

function cellXml(column: string, row: number, { kind, number }: Seed, p: string, masters: Set<string>): string {
  const r = `r="${column}${row}"`;
  switch (kind) {
    case 'number':
      return `<${p}c ${r}><${p}v>${number}</${p}v></${p}c>`;
    case 'text':
      return `<${p}c ${r} t="str"><${p}v>t${number}</${p}v></${p}c>`;
    case 'formula':
      return `<${p}c ${r}><${p}f>${number}+H1</${p}f><${p}v>${number}</${p}v></${p}c>`;
    case 'empty':
      return `<${p}c ${r}/>`;
    case 'shared': {
      const index = COLUMNS.indexOf(column);
      const first = !masters.has(column);
      masters.add(column);
      const f = first
        ? `<${p}f t="shared" ref="${column}${row}:${column}8" si="${index}">Z${row}*2</${p}f>`
        : `<${p}f t="shared" si="${index}"/>`;
      return `<${p}c ${r}>${f}<${p}v>${number}</${p}v></${p}c>`;
    }
  }
}

const value: fc.Arbitrary<Exclude<CellValue, null>> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(' _x0041_ ', '=1+1', 'a\r\nb', '<&>"', '\u0000', ''),
  fc.boolean(),
  fc.constantFrom<CellValue>({ error: '#N/A' }, { error: '#DIV/0!' }).map((error) => error as { readonly error: '#N/A' }),
);

const edit = fc.record({
  address: fc.constantFrom(
    ...COLUMNS.flatMap((column) => [1, 4, 8, 11].map((row) => `${column}${row}`)),
    ...ROWS.map((row) => `B${row}`),
  ),
  value,
  how: fc.constantFrom('constant', 'formula', 'keep', 'clear'),
});

type Edit = { address: string; value: Exclude<CellValue, null>; how: string };

function changeOf({ address, value: wanted, how }: Edit, before: ReadonlyMap<string, StoredCell>): CellChange {
  if (how === 'formula') {
    return { address, value: wanted, formula: `=IFNA(${COLUMNS[0]}20,"${address}")` };
  }
  if (how === 'keep' && before.get(address)?.formula !== undefined) {
    return { address, value: wanted, keepFormula: true };
  }
  return { address, value: how === 'clear' ? null : wanted };
}

describe('A patched sheet', () => {
  it('holds what was asked, and every other cell as it was read before', () => {
    fc.assert(
      fc.property(
        sheetSeed,
        style,
        fc.uniqueArray(edit, { selector: ({ address }) => address, maxLength: 10 }),
        (seeds, how, edits) => {
          const before = fileOf(seeds, how);
          const old = readWorkbook(before).sheets[0]?.cells ?? new Map<string, StoredCell>();
          const cells = edits.map((each) => changeOf(each, old));
          const expected = new Map(old);
          for (const { address, value: wanted, formula, keepFormula } of cells) {
            const kept = keepFormula ? old.get(address)?.formula : formula;
            if (wanted !== null || old.has(address)) {
              expected.set(address, {
                value: wanted,
                ...(kept === undefined ? {} : { formula: kept }),
                numberFormat: 'General',
              });
            }
          }
          const after = readWorkbook(patchWorkbook(before, cellChanges('S', ...cells))).sheets[0]?.cells;
          expect(new Map([...(after ?? [])].sort())).toEqual(new Map([...expected].sort()));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has the very bytes of every cell that was not asked, except for formulas that lost the cell they were shared from', () => {
    fc.assert(
      fc.property(
        sheetSeed,
        style,
        fc.uniqueArray(edit, { selector: ({ address }) => address, maxLength: 10 }),
        (seeds, how, edits) => {
          const before = fileOf(seeds, how);
          const old = readWorkbook(before).sheets[0]?.cells ?? new Map<string, StoredCell>();
          const cells = edits.map((each) => changeOf(each, old));
          const after = patchWorkbook(before, cellChanges('S', ...cells));
          const [was, is] = [rawCells(before), rawCells(after)];
          const asked = new Set(cells.map(({ address }) => address));
          for (const [address, xml] of was) {
            if (!asked.has(address) && !xml.includes('t="shared" si=')) {
              expect(is.get(address)).toBe(xml);
            }
          }
          expect(differences(before, after).changed.filter((part) => part !== SHEET)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is ordered by rows and columns, and says truly how far it reaches', () => {
    fc.assert(
      fc.property(
        sheetSeed,
        style,
        fc.uniqueArray(edit, { selector: ({ address }) => address, maxLength: 10 }),
        (seeds, how, edits) => {
          const before = fileOf(seeds, how);
          const after = patchWorkbook(
            before,
            cellChanges('S', ...edits.map(({ address, value: wanted }) => ({ address, value: wanted }))),
          );
          const { rows, dimension } = readSheetXml(textOf(after, SHEET), SHEET);
          expect(rows.map(({ number }) => number)).toEqual(
            [...new Set(rows.map(({ number }) => number))].sort((a, b) => a - b),
          );
          const [top, bottom] = (dimension?.ref ?? 'A1:XFD1048576')
            .split(':')
            .map((address) => Number(address.replace(/\D/g, '')));
          for (const row of rows) {
            const columns = row.cells.map(({ column }) => column);
            expect(columns).toEqual([...new Set(columns)].sort((a, b) => a - b));
            const added = row.cells.filter(
              ({ address }) => edits.some((each) => each.address === address) && seeds[address] === undefined,
            );
            const [first, last] = (row.spans ?? '1:16384').split(':').map(Number);
            for (const { column } of added) {
              expect(column >= (first ?? 0) && column <= (last ?? 0)).toBe(true);
              expect(row.number >= (top ?? 0) && row.number <= (bottom ?? 0)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

const MAIN_ROOT = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function fileOf(
  seeds: Readonly<Record<string, Seed>>,
  how: { stated: boolean; prefixed: boolean; spans: boolean },
): Uint8Array {
  const inner = sheetXml(seeds, how);
  const content = how.prefixed
    ? `<x:worksheet ${MAIN_ROOT.replace('xmlns=', 'xmlns:x=')}>${inner}</x:worksheet>`
    : `<worksheet ${MAIN_ROOT}>${inner}</worksheet>`;
  return workbookFile({ sheets: { S: '' }, parts: { [SHEET]: { content } } });
}

function rawCells(file: Uint8Array): Map<string, string> {
  const sheet = readSheetXml(textOf(file, SHEET), SHEET);
  return new Map(
    sheet.rows.flatMap(({ cells }) =>
      cells.map(({ address, start, end }): [string, string] => [address, sheet.xml.slice(start, end)]),
    ),
  );
}
